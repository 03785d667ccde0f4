"""### Train a digit reader and put it before the gate

`ingest` reads the training and the test part from IDX files, `train` makes a candidate, `evaluate` measures it on
the test part, and `promote` makes it the champion if it passes the floor and beats the champion of the day. A
candidate that is turned down is a decision in the table `models`, not a failed run.

Each run covers one week and is named after its first day: run again, or as a backfill, it replaces its own rows and
no others. The digits belong to the dataset and not to the week: reading the files again replaces them, so that no
digit counts twice. Before the first run set the Variables `numeral_data` and `numeral_warehouse`, or give the
parameters of the same names without the prefix.
"""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

from airflow.sdk import CronDataIntervalTimetable, Param, chain

from numeral_dags.command import NumeralOperator
from numeral_dags.factory import numeral_dag, numeral_task, text_param

DATASET = "{{ setting('dataset', 'digits') }}"
RUN = "{{ run_name() }}"
MODEL = "{{ ti.xcom_pull('train')['model'] }}"


def ingest(split: str) -> NumeralOperator:
    return numeral_task(
        "ingest",
        task_id=f"ingest_{split}",
        timeout=timedelta(hours=1),
        images="{{ setting('data') }}/{{ params." + split + "_images }}",
        labels="{{ setting('data') }}/{{ params." + split + "_labels }}",
        dataset=DATASET,
        split=split,
    )


with numeral_dag(
    "numeral_train",
    schedule=CronDataIntervalTimetable("0 0 * * 1", timezone="UTC"),
    start_date=datetime(2026, 1, 5, tzinfo=timezone.utc),
    timeout=timedelta(hours=12),
    doc_md=__doc__,
    tags=["training"],
    params={
        "data": text_param("Folder of the IDX files, any Hadoop path. Empty: Variable numeral_data."),
        "train_images": Param("train-images-idx3-ubyte.gz", type="string", description="Images to train on."),
        "train_labels": Param("train-labels-idx1-ubyte.gz", type="string", description="Their labels."),
        "test_images": Param("t10k-images-idx3-ubyte.gz", type="string", description="Images to measure on."),
        "test_labels": Param("t10k-labels-idx1-ubyte.gz", type="string", description="Their labels."),
        "dataset": text_param("Name of the dataset. Empty: Variable numeral_dataset, else digits."),
        "network": text_param("Network to train. Empty: Variable numeral_network, else cnn."),
    },
):
    # One after the other: both parts are written to the same table.
    chain(
        ingest("train"),
        ingest("test"),
        numeral_task(
            "train",
            timeout=timedelta(hours=8),
            returns=["model"],
            dataset=DATASET,
            network="{{ setting('network', 'cnn') }}",
            run=RUN,
        ),
        numeral_task("evaluate", timeout=timedelta(hours=1), model=MODEL, dataset=DATASET, split="test", run=RUN),
        numeral_task("promote", timeout=timedelta(minutes=30), model=MODEL, run=RUN),
    )
