"""Rules that hold for every DAG in the folder."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import timedelta

import pytest
from airflow.dag_processing.dagbag import DagBag
from airflow.sdk import DAG, CronDataIntervalTimetable

from conftest import DAGS_FOLDER
from numeral_dags.command import NumeralOperator

BAG = DagBag(DAGS_FOLDER)


def test_every_file_is_imported_without_error() -> None:
    assert BAG.import_errors == {}
    assert {"numeral_train"} <= set(BAG.dags)


@pytest.mark.parametrize("dag", BAG.dags.values(), ids=lambda dag: dag.dag_id)
class TestPolicy:
    def test_says_what_it_is_for(self, dag: DAG) -> None:
        assert dag.doc_md
        assert len(dag.doc_md.split()) > 20
        assert "numeral" in dag.tags
        assert all(param.description for param in (dag.params.get_param(name) for name in dag.params))

    def test_a_run_covers_an_interval_and_runs_alone(self, dag: DAG) -> None:
        assert isinstance(dag.timetable, CronDataIntervalTimetable)
        assert dag.catchup is False
        assert dag.max_active_runs == 1

    def test_everything_ends(self, dag: DAG) -> None:
        assert dag.dagrun_timeout
        for task in dag.tasks:
            assert task.execution_timeout, task.task_id
            assert timedelta() < task.execution_timeout <= dag.dagrun_timeout, task.task_id

    def test_tasks_are_commands_with_an_owner_and_one_retry(self, dag: DAG) -> None:
        for task in dag.tasks:
            assert isinstance(task, NumeralOperator), task.task_id
            assert task.owner == "numeral", task.task_id
            assert task.retries == 1, task.task_id
            assert task.retry_delay > timedelta(), task.task_id
            assert task.max_active_tis_per_dag == 1, task.task_id


@pytest.mark.parametrize("file", sorted(DAGS_FOLDER.glob("*.py")), ids=lambda file: file.name)
def test_parsing_needs_no_database_and_no_variable(file: os.PathLike[str]) -> None:
    environment = os.environ | {
        "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN": "sqlite:////nonexistent/airflow.db",
        "PYTHONPATH": str(DAGS_FOLDER),
    }
    parsed = subprocess.run([sys.executable, file], env=environment, capture_output=True, text=True, check=False)
    assert parsed.returncode == 0, parsed.stderr
