"""What all measurements need: data, this project's command line, Java programs under spark-submit, Python peers, results."""

import contextlib
import gzip
import json
import os
import pathlib
import platform
import statistics
import subprocess
import sys
import time

HOME = pathlib.Path(__file__).resolve().parent.parent
WORK = HOME / "bench" / "target"
SPARK = HOME / "spark-home" / "target" / "spark"
JAR = HOME / "jobs" / "target" / "numeral.jar"
PEERS = HOME / ".venv" / "bench" / "bin" / "python"
BATCH = 64
# Driver and executors of every measurement on the JVM alike, as conf/spark has it.
VECTORS = [
    f"spark.{process}.extraJavaOptions=--add-modules=jdk.incubator.vector"
    for process in ("driver", "executor")
]
ENVIRONMENT = {
    **{
        name: value
        for name, value in os.environ.items()
        if name not in ("SPARK_HOME", "NUMERAL_SUBMIT_OPTS")
    },
    "OMP_NUM_THREADS": "1",
    "SPARK_LOCAL_IP": "127.0.0.1",
}


def tell(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


def run(command: list, **environment: str) -> dict:
    """
    Runs a command whose last line on standard output is one JSON object. Adds wall_seconds, and unless the command tells them itself
    resident_mib: second by second the memory of its processes.
    """
    command = [str(part) for part in command]
    with (WORK / "last.log").open("w") as log, (WORK / "last.out").open("w+") as out:
        start = time.perf_counter()
        process = subprocess.Popen(
            command,
            env={**ENVIRONMENT, **environment},
            cwd=WORK,
            stdout=out,
            stderr=log,
            text=True,
        )
        resident = []
        while process.poll() is None:
            resident.append(resident_mib(process.pid))
            with contextlib.suppress(subprocess.TimeoutExpired):
                process.wait(timeout=1)
        seconds = time.perf_counter() - start
        out.seek(0)
        lines = out.read().splitlines()
    if process.returncode != 0:
        end = "\n".join((WORK / "last.log").read_text().splitlines()[-30:])
        sys.exit(f"bench: {' '.join(command)} ended with {process.returncode}\n{end}")
    result = json.loads(lines[-1])
    result.setdefault("resident_mib", resident)
    return {**result, "wall_seconds": seconds}


def resident_mib(root: int) -> int:
    """Memory of a process and of all that it started; pages that they share count for each."""
    parents, pages = {}, {}
    for stat in pathlib.Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):
            fields = stat.read_text().rpartition(")")[2].split()
            parents[int(stat.parent.name)] = int(fields[1])
            pages[int(stat.parent.name)] = int(fields[21])
    family, found = {root}, 0
    while found < len(family):
        found = len(family)
        family |= {child for child, parent in parents.items() if parent in family}
    size = sum(pages.get(process, 0) for process in family)
    return size * os.sysconf("SC_PAGESIZE") >> 20


def numeral(*arguments: str, master: str = "local[2]") -> dict:
    """One command of this project; executors of a cluster are of one core."""
    options = f"--master {master} --driver-memory 3g --conf spark.executor.memory=3g --conf spark.driver.host=127.0.0.1"
    options += " --conf spark.ui.enabled=false"
    options += "".join(f" --conf {option}" for option in VECTORS)
    return run(
        [HOME / "bin" / "numeral", *arguments, "--warehouse", WORK / "warehouse"],
        NUMERAL_SUBMIT_OPTS=options,
    )


def java(
    program: str, *arguments, master: str = "local[1]", **environment: str
) -> dict:
    """One of the programs in bench/java, in a JVM that spark-submit starts."""
    jar = WORK / "bench.jar"
    sources = sorted((HOME / "bench" / "java").glob("*.java"))
    if not jar.exists() or jar.stat().st_mtime < max(
        path.stat().st_mtime for path in [*sources, JAR]
    ):
        path = f"{JAR}:{SPARK}/jars/*"
        subprocess.run(
            [
                "javac",
                "-proc:none",
                "-nowarn",
                "-d",
                WORK / "classes",
                "-cp",
                path,
                *sources,
            ],
            check=True,
        )
        subprocess.run(["jar", "cf", jar, "-C", WORK / "classes", "."], check=True)
    options = [
        "--master",
        master,
        "--driver-memory",
        "3g",
        "--conf",
        "spark.ui.enabled=false",
    ]
    options += [part for option in VECTORS for part in ("--conf", option)]
    options += [
        "--conf",
        "spark.driver.host=127.0.0.1",
        "--jars",
        JAR,
        "--class",
        program,
        jar,
    ]
    return run([SPARK / "bin" / "spark-submit", *options, *arguments], **environment)


def peer(script: str, *arguments) -> dict:
    return run([PEERS, HOME / "bench" / "peers" / script, *arguments])


def digits() -> tuple[str, pathlib.Path]:
    """MNIST's four files from the folder NUMERAL_DATA, else drawn ones; unpacked as train and test-{images,labels}.u8."""
    WORK.mkdir(parents=True, exist_ok=True)
    name, folder = "drawn", WORK / "drawn"
    for found in [
        pathlib.Path(os.environ.get("NUMERAL_DATA", "/nowhere")) / part
        for part in (".", "mnist")
    ]:
        if (found / "train-images-idx3-ubyte.gz").exists():
            name, folder = "mnist", found
    if name == "drawn" and not folder.exists():
        tell("no MNIST in NUMERAL_DATA: drawing digits")
        numeral(
            "synth", "digits", "--out", folder, "--train", "20000", "--test", "4000"
        )
    for part, file in (("train", "train"), ("test", "t10k")):
        for kind, header in (("images-idx3", 16), ("labels-idx1", 8)):
            raw = gzip.decompress((folder / f"{file}-{kind}-ubyte.gz").read_bytes())[
                header:
            ]
            (WORK / f"{part}-{kind.split('-')[0]}.u8").write_bytes(raw)
    return name, folder


def ingest(dataset: str, folder: pathlib.Path, examples: int | None = None) -> None:
    """The digits as a dataset of the bench's own warehouse; with a number only so many of the training part, and no test part."""
    for file, split in (("train", "train"), ("t10k", "test")):
        images, labels = (
            folder / f"{file}-{kind}-ubyte.gz"
            for kind in ("images-idx3", "labels-idx1")
        )
        if examples is not None:
            if split == "test":
                return
            images, labels = (
                first(images, 16, 784, examples),
                first(labels, 8, 1, examples),
            )
        numeral(
            "ingest",
            "--dataset",
            dataset,
            "--split",
            split,
            "--images",
            images,
            "--labels",
            labels,
        )


def first(idx: pathlib.Path, header: int, size: int, count: int) -> pathlib.Path:
    raw = gzip.decompress(idx.read_bytes())
    out = WORK / idx.name.removesuffix(".gz")
    out.write_bytes(raw[:4] + count.to_bytes(4, "big") + raw[8 : header + count * size])
    return out


def median(values: list[float]) -> float:
    return round(statistics.median(values), 1)


def machine() -> dict:
    model = next(
        (
            line.split(":")[1].strip()
            for line in open("/proc/cpuinfo")
            if line.startswith("model name")
        ),
        "",
    )
    return {"cpu": model or platform.processor(), "cores": os.cpu_count()}


def publish(name: str, results: dict) -> None:
    out = HOME / "bench" / "results" / f"{name}.json"
    out.parent.mkdir(exist_ok=True)
    out.write_text(json.dumps(results, indent=2) + "\n", encoding="utf-8")
    print(f"written to {out.relative_to(HOME)}")


def table(title: str, figures: dict[str, float]) -> None:
    print(f"\n{title}")
    for name, value in figures.items():
        print(
            f"  {name:44} {value:12,.2f}"
            if value < 100
            else f"  {name:44} {value:12,.0f}"
        )
