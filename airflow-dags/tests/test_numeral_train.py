"""The DAG numeral_train, run by Airflow against a stand-in for bin/numeral."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from airflow.sdk import DAG

from dag_runs import THE_MONDAY_BEFORE, run, state
from stand_in import SUMMARIES, StandIn, answer


def test_the_tasks_form_one_line(dag: DAG) -> None:
    line = ["ingest_train", "ingest_test", "train", "evaluate", "promote"]
    assert [task.task_id for task in dag.topological_sort()] == line
    for task, following in zip(line, [*line[1:], None], strict=True):
        assert dag.get_task(task).downstream_task_ids == ({following} if following else set())


def test_a_run_gives_each_command_its_arguments(dag: DAG, stand_in: StandIn) -> None:
    dag_run = run(dag)

    assert dag_run.state == "success"
    tables = ["--warehouse", "hdfs://out/warehouse"]
    week = ["--run", THE_MONDAY_BEFORE]
    assert stand_in.calls == [
        ["ingest", *tables, *files("train"), "--dataset", "digits", "--split", "train"],
        ["ingest", *tables, *files("t10k"), "--dataset", "digits", "--split", "test"],
        ["train", *tables, "--dataset", "digits", "--network", "cnn", *week],
        ["evaluate", *tables, "--model", "cnn-7f3a", "--dataset", "digits", "--split", "test", *week],
        ["promote", *tables, "--model", "cnn-7f3a", *week],
    ]


def test_parameters_come_before_variables(dag: DAG, stand_in: StandIn, variables: Callable[..., None]) -> None:
    variables(dataset="from-variable", network="lenet", config="/etc/numeral.conf")

    run(dag, dataset="from-parameter", warehouse="/elsewhere", train_images="train.idx")

    train = stand_in.calls[2]
    assert train[1:5] == ["--warehouse", "/elsewhere", "--config", "/etc/numeral.conf"]
    assert train[5:9] == ["--dataset", "from-parameter", "--network", "lenet"]
    assert stand_in.calls[0][stand_in.calls[0].index("--images") + 1] == "hdfs://in/mnist/train.idx"


def test_the_summary_is_kept_for_later_tasks(dag: DAG, stand_in: StandIn) -> None:
    train = run(dag).get_task_instance("train")
    assert train
    assert train.xcom_pull("train") == SUMMARIES["train"]


def test_a_run_without_a_data_interval_must_be_named(
    dag: DAG, stand_in: StandIn, capfd: pytest.CaptureFixture[str]
) -> None:
    nameless = run(dag, None)
    assert state(nameless, "train") == ("failed", 1)
    assert "no data interval to be named after: give the parameter run" in capfd.readouterr().out

    assert run(dag, None, run="by-hand").state == "success"
    assert [call[-2:] for call in stand_in.calls if call[0] != "ingest"] == [["--run", "by-hand"]] * 3


def test_a_setting_without_value_fails_with_the_ways_to_give_it(
    dag: DAG, stand_in: StandIn, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("AIRFLOW_VAR_NUMERAL_DATA")

    dag_run = run(dag)

    assert state(dag_run, "ingest_train") == ("failed", 1)
    assert stand_in.calls == []
    assert "data is not set: give the parameter data, the Airflow Variable numeral_data" in capfd.readouterr().out


@pytest.mark.parametrize(("exit_code", "meaning"), [(2, "wrong usage or configuration"), (3, "input refused")])
def test_a_refusal_is_final(
    dag: DAG, stand_in: StandIn, capfd: pytest.CaptureFixture[str], exit_code: int, meaning: str
) -> None:
    stand_in.answers("ingest", answer("ingest", exit_code=exit_code))

    dag_run = run(dag)

    assert dag_run.state == "failed"
    assert state(dag_run, "ingest_train") == ("failed", 1)
    assert state(dag_run, "train")[0] == "upstream_failed"
    assert stand_in.commands == ["ingest"]
    assert f"numeral ingest: {meaning} (exit {exit_code})" in capfd.readouterr().out


def test_a_failure_is_tried_once_more(dag: DAG, stand_in: StandIn) -> None:
    stand_in.answers("train", answer("train", exit_code=1), answer("train"))

    dag_run = run(dag)

    assert dag_run.state == "success"
    assert state(dag_run, "train") == ("success", 2)
    assert stand_in.commands == ["ingest", "ingest", "train", "train", "evaluate", "promote"]


def test_a_second_failure_is_the_end(dag: DAG, stand_in: StandIn) -> None:
    stand_in.answers("train", answer("train", exit_code=1))

    dag_run = run(dag)

    assert state(dag_run, "train") == ("failed", 2)
    assert stand_in.commands == ["ingest", "ingest", "train", "train"]


@pytest.mark.parametrize(
    ("stdout", "message"),
    [
        ("all went well", "must be its summary, one JSON object, but is 'all went well'"),
        ('["no object"]', "must be its summary, one JSON object"),
        ('{"epochs": 3}', 'the summary must have model, but is {"epochs": 3}'),
    ],
)
def test_a_summary_that_cannot_be_used_is_final(
    dag: DAG, stand_in: StandIn, capfd: pytest.CaptureFixture[str], stdout: str, message: str
) -> None:
    stand_in.answers("train", answer("train", stdout=stdout))

    dag_run = run(dag)

    assert state(dag_run, "train") == ("failed", 1)
    assert state(dag_run, "evaluate")[0] == "upstream_failed"
    assert message in capfd.readouterr().out


def files(prefix: str) -> list[str]:
    folder = "hdfs://in/mnist"
    return [
        "--images",
        f"{folder}/{prefix}-images-idx3-ubyte.gz",
        "--labels",
        f"{folder}/{prefix}-labels-idx1-ubyte.gz",
    ]
