"""How NumeralOperator starts, ends and judges a command."""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from airflow.sdk import DAG

from dag_runs import run, state
from numeral_dags.command import NumeralOperator
from stand_in import StandIn, answer


def operator(home: Path, **options: str) -> NumeralOperator:
    return NumeralOperator(task_id="train", command="train", options=options, home=str(home))


def test_options_without_a_value_are_left_out(tmp_path: Path) -> None:
    argv = operator(tmp_path, config="", dataset="two words", network="cnn").argv()
    assert argv == [f"{tmp_path}/bin/numeral", "train", "--dataset", "two words", "--network", "cnn"]


def test_a_missing_executable_is_named(
    dag: DAG, stand_in: StandIn, variables: Callable[..., None], tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    variables(home=str(tmp_path / "nowhere"))

    dag_run = run(dag)

    assert state(dag_run, "ingest_train") == ("failed", 1)
    assert f"cannot start {tmp_path}/nowhere/bin/numeral: No such file or directory" in capfd.readouterr().out


def test_progress_goes_to_the_log_and_is_no_part_of_the_summary(
    dag: DAG, stand_in: StandIn, capfd: pytest.CaptureFixture[str]
) -> None:
    assert run(dag).state == "success"

    log = capfd.readouterr().out
    assert "progress of evaluate" in log
    assert "after the summary" in log


def test_an_end_by_signal_is_tried_again(dag: DAG, stand_in: StandIn) -> None:
    stand_in.answers("train", answer("train", exit_code=-signal.SIGKILL), answer("train"))

    assert state(run(dag), "train") == ("success", 2)


def test_a_timeout_ends_the_command_and_its_children(dag: DAG, stand_in: StandIn) -> None:
    stand_in.answers("train", answer("train", seconds=600))
    dag.get_task("train").execution_timeout = timedelta(seconds=2)
    dag.get_task("train").retries = 0

    assert state(run(dag), "train") == ("failed", 1)

    command_and_child = stand_in.pids
    assert len(command_and_child) == 2
    deadline = time.monotonic() + 10
    while any(is_alive(pid) for pid in command_and_child) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert [pid for pid in command_and_child if is_alive(pid)] == []


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    stat = Path(f"/proc/{pid}/stat")
    return not stat.exists() or stat.read_text().rpartition(")")[2].split()[0] != "Z"
