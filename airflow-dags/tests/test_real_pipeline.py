"""The DAG numeral_train with the real bin/numeral, on drawn digits."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from airflow.models.dagrun import DagRun
from airflow.sdk import DAG

from conftest import DAGS_FOLDER
from dag_runs import run

HOME = Path(os.environ.get("NUMERAL_HOME", DAGS_FOLDER.parent)).resolve()
JAR = HOME / "jobs" / "target" / "numeral.jar"


@pytest.mark.skipif(not JAR.is_file(), reason=f"{JAR} is not built: run 'make build' or set NUMERAL_HOME")
def test_from_idx_files_to_a_decision(dag: DAG, variables: Callable[..., None], tmp_path: Path) -> None:
    data = tmp_path / "data"
    synth = ["synth", "digits", "--out", str(data), "--train", "2000", "--test", "500"]
    subprocess.run([HOME / "bin" / "numeral", *synth], cwd=tmp_path, check=True)
    variables(home=str(HOME), data=str(data), warehouse=str(tmp_path / "warehouse"), dataset="drawn", network="mlp")

    summary = summaries(run(dag))
    assert (summary["ingest_train"]["accepted"], summary["ingest_test"]["accepted"]) == (2000, 500)
    assert summary["evaluate"]["model"] == summary["train"]["model"]
    assert summary["evaluate"]["n"] == 500
    assert summary["evaluate"]["accuracy"] > 0.5
    assert summary["promote"]["model"] == summary["train"]["model"]


def summaries(dag_run: DagRun) -> dict[str, Any]:
    """The summary that each task of a run that went well left."""
    assert dag_run.state == "success"
    return {task.task_id: task.xcom_pull(task.task_id) for task in dag_run.get_task_instances()}
