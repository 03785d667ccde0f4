"""Airflow in a temporary home: settings must be in the environment before the first import of airflow."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from stand_in import StandIn

if TYPE_CHECKING:
    from airflow.sdk import DAG

DAGS_FOLDER = Path(__file__).resolve().parents[1]
AIRFLOW_HOME = Path(tempfile.mkdtemp(prefix="numeral-airflow-"))

for inherited in [name for name in os.environ if name.startswith("AIRFLOW_")]:
    del os.environ[inherited]
os.environ.update(
    AIRFLOW_HOME=str(AIRFLOW_HOME),
    AIRFLOW__CORE__DAGS_FOLDER=str(DAGS_FOLDER),
    AIRFLOW__CORE__LOAD_EXAMPLES="False",
    AIRFLOW__DATABASE__SQL_ALCHEMY_CONN=f"sqlite:///{AIRFLOW_HOME}/airflow.db",
)


def pytest_unconfigure() -> None:
    shutil.rmtree(AIRFLOW_HOME, ignore_errors=True)


@pytest.fixture
def dag(database: None) -> DAG:
    """The DAG numeral_train, whose retries do not wait."""
    from airflow.dag_processing.dagbag import DagBag

    dag = DagBag(DAGS_FOLDER).dags["numeral_train"]
    for task in dag.tasks:
        task.retry_delay = timedelta()
    return dag


@pytest.fixture(scope="session")
def database() -> None:
    """The metadata database, which running a DAG needs."""
    from airflow.utils.db import initdb

    initdb()


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> StandIn:
    """A stand-in for bin/numeral that the DAGs find through the Airflow Variables."""
    stand_in = StandIn(tmp_path / "home")
    set_variables(monkeypatch, home=str(stand_in.home), data="hdfs://in/mnist", warehouse="hdfs://out/warehouse")
    return stand_in


def set_variables(monkeypatch: pytest.MonkeyPatch, **variables: str) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(f"AIRFLOW_VAR_NUMERAL_{name.upper()}", value)


@pytest.fixture
def variables(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Sets Airflow Variables numeral_NAME for one test."""
    return lambda **values: set_variables(monkeypatch, **values)
