"""What a data engineer would write: PySpark, OpenCV and ONNX Runtime, pages in and fields out.

TEMPLATE FOLDER MODEL CORES OUT: all pages of the zips in the folder into OUT as Parquet; the last line tells pages and seconds a stage.
One task for a few pages, one ONNX session a worker, one thread each.
"""

import itertools
import json
import os
import pathlib
import sys
import zipfile

import form_reader
from pyspark.sql import SparkSession

PAGES_A_TASK = 8
SCHEMA = "archive string, entry string, page int, field string, value string, confidence double, decision string"


def main() -> None:
    template, folder, model, cores, out = sys.argv[1:]
    os.environ["PYSPARK_PYTHON"] = sys.executable
    os.environ["PYTHONPATH"] = str(pathlib.Path(__file__).parent)
    spark = (
        SparkSession.builder.master(f"local[{cores}]")
        .config("spark.driver.memory", "2g")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.host", "127.0.0.1")
        .getOrCreate()
    )
    context = spark.sparkContext
    zips = sorted(pathlib.Path(folder).glob("*.zip"))
    entries = [
        (str(path), name) for path in zips for name in zipfile.ZipFile(path).namelist()
    ]
    form = context.broadcast(pathlib.Path(template).read_text())
    network = context.broadcast(pathlib.Path(model).read_bytes())
    spent = {stage: context.accumulator(0.0) for stage in form_reader.STAGES}

    def read(names):
        reader = form_reader.reader(form.value, network.value)
        for path, entries_of_path in itertools.groupby(names, lambda name: name[0]):
            with zipfile.ZipFile(path) as archive:
                for _, entry in entries_of_path:
                    data = archive.read(entry)
                    yield from reader.document(pathlib.Path(path).name, entry, data)
        for stage, seconds in reader.spent().items():
            spent[stage].add(seconds)

    tasks = max(int(cores), len(entries) // PAGES_A_TASK)
    rows = context.parallelize(entries, tasks).mapPartitions(read)
    spark.createDataFrame(rows, SCHEMA).write.mode("overwrite").parquet(out)
    read_back = spark.read.parquet(out)
    with open(f"{out}.jsonl", "w", encoding="utf-8") as lines:
        lines.writelines(
            json.dumps(row.asDict()) + "\n" for row in read_back.toLocalIterator()
        )
    print(
        json.dumps(
            {
                "pages": read_back.select("archive", "entry", "page")
                .distinct()
                .count(),
                "stage_seconds": {name: part.value for name, part in spent.items()},
            }
        )
    )


if __name__ == "__main__":
    main()
