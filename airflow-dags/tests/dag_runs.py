"""Running a DAG for a date and asking how its tasks ended."""

from __future__ import annotations

from datetime import datetime, timezone
from typing import Any

from airflow.models.dagrun import DagRun
from airflow.sdk import DAG

A_MONDAY = datetime(2026, 1, 19, tzinfo=timezone.utc)
THE_MONDAY_BEFORE = "2026-01-12"


def run(dag: DAG, logical_date: datetime | None = A_MONDAY, **params: Any) -> DagRun:
    """Runs the DAG to its end, each task in this process, with Airflow's own scheduling of tasks and retries."""
    return dag.test(logical_date=logical_date, run_conf=params)


def state(dag_run: DagRun, task_id: str) -> tuple[str, int]:
    """State and number of tries of a task."""
    task = dag_run.get_task_instance(task_id)
    assert task
    return str(task.state), task.try_number
