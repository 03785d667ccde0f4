"""What all Numeral DAGs have in common: policy, settings and the name of a run.

Settings are templates: nothing is looked up before a task runs.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from airflow.sdk import DAG, Param
from airflow.sdk.definitions.dag import ScheduleArg
from airflow.sdk.exceptions import AirflowFailException
from jinja2 import StrictUndefined, pass_context

from numeral_dags.command import NumeralOperator

CHECKOUT = str(Path(__file__).resolve().parents[2])


def text_param(description: str) -> Param:
    """A parameter that may be left empty: then the Airflow Variable ``numeral_NAME`` holds (see :func:`setting`)."""
    return Param(None, type=["null", "string"], description=description)


def numeral_dag(
    dag_id: str,
    *,
    schedule: ScheduleArg,
    start_date: datetime,
    timeout: timedelta,
    doc_md: str | None,
    params: Mapping[str, Param],
    tags: Iterable[str] = (),
) -> DAG:
    """A DAG under the policy of the project; its tasks come from :func:`numeral_task`.

    For a schedule by time pass a ``CronDataIntervalTimetable``: a bare cron string gives intervals of no width, and the
    start of the interval is what names the run. One run at a time, since two would promote over each other; a backfill
    has a limit of its own, therefore each task runs alone too.
    """
    return DAG(
        dag_id,
        schedule=schedule,
        start_date=start_date,
        catchup=False,
        max_active_runs=1,
        dagrun_timeout=timeout,
        doc_md=doc_md,
        tags={"numeral", *tags},
        params={
            "run": text_param("Name of the run. Empty: the first day of the data interval."),
            "warehouse": text_param("Folder of the tables, any Hadoop path. Empty: Variable numeral_warehouse."),
            "config": text_param("HOCON file over the defaults. Empty: Variable numeral_config, else none."),
            **params,
        },
        default_args={
            "owner": "numeral",
            "retries": 1,
            "retry_delay": timedelta(minutes=5),
            "max_active_tis_per_dag": 1,
        },
        user_defined_macros={"setting": setting, "run_name": run_name, "checkout": CHECKOUT},
        template_undefined=StrictUndefined,
    )


def numeral_task(
    command: str, *, timeout: timedelta, task_id: str | None = None, returns: Iterable[str] = (), **options: str
) -> NumeralOperator:
    """A task that runs one command of bin/numeral; every option value is a template."""
    return NumeralOperator(
        task_id=task_id or command,
        command=command,
        options={"warehouse": "{{ setting('warehouse') }}", "config": "{{ setting('config', '') }}", **options},
        home="{{ setting('home', checkout) }}",
        returns=tuple(returns),
        execution_timeout=timeout,
    )


@pass_context
def setting(context: Mapping[str, Any], name: str, default: str | None = None) -> str:
    """The DAG parameter of this name, else the Airflow Variable ``numeral_NAME``, else the default."""
    value = context["params"].get(name) or context["var"]["value"].get(f"numeral_{name}", default)
    if value is None:
        raise AirflowFailException(
            f"{name} is not set: give the parameter {name}, the Airflow Variable numeral_{name} "
            f"or the environment variable AIRFLOW_VAR_NUMERAL_{name.upper()}"
        )
    return str(value)


@pass_context
def run_name(context: Mapping[str, Any]) -> str:
    """What ``--run`` gets: the parameter ``run``, else the first day of the data interval; never the clock."""
    if given := context["params"].get("run"):
        return str(given)
    start = context.get("data_interval_start")
    if start is None:
        raise AirflowFailException("this DAG run has no data interval to be named after: give the parameter run")
    return f"{start:%Y-%m-%d}"
