"""Repeats a piece of work for a time."""

import json
import time

WARM_SECONDS = 3.0


def per_second(seconds: float, work) -> float:
    repeat(WARM_SECONDS, work)
    return repeat(seconds, work)


def repeat(seconds: float, work) -> float:
    start = time.perf_counter()
    done = 0
    while time.perf_counter() - start < seconds:
        work()
        done += 1
    return done / (time.perf_counter() - start)


def tell(**result) -> None:
    print(json.dumps(result))
