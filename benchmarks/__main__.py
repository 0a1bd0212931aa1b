"""`python -m benchmarks`: how kadocs compares, measured in one run, engines taking turns."""

from __future__ import annotations

import gc
import io
import statistics
import time

import docx

from benchmarks import engines, workloads
from benchmarks.engines import Engine
from benchmarks.workloads import Workload

ENGINES = {"docxtpl": engines.docxtpl, "kadocs": engines.kadocs, "floor": engines.floor}
SECONDS = 6.0
"""About how long one workload is measured."""

FEWEST, MOST = 3, 60


def main() -> None:
    """Print a table of medians and ratios."""
    print(f"{'median ms per document':<24}" + "".join(f"{name:>12}" for name in ENGINES), end="")
    print(f"{'docxtpl/kadocs':>17}{'kadocs/floor':>15}{'KB':>9}")
    for work in (workloads.letter(), *(workloads.table(count) for count in (100, 1_000, 10_000))):
        ready = {name: engine(work) for name, engine in ENGINES.items()}
        size = [check(work, render()) for render in ready.values()][1]
        medians = {name: statistics.median(times) for name, times in measure(ready).items()}
        print(f"{work.name:<24}" + "".join(f"{medians[name] * 1000:>12.2f}" for name in ENGINES), end="")
        print(f"{medians['docxtpl'] / medians['kadocs']:>16.1f}×", end="")
        print(f"{medians['kadocs'] / medians['floor']:>14.2f}×{size / 1024:>9.0f}")


def measure(ready: dict[str, Engine]) -> dict[str, list[float]]:
    """Seconds of each engine, in rounds in which each takes its turn."""
    times: dict[str, list[float]] = {name: [] for name in ready}
    end = time.perf_counter() + SECONDS
    rounds = 0
    while rounds < FEWEST or (time.perf_counter() < end and rounds < MOST):
        for name, render in ready.items():
            gc.collect()
            start = time.perf_counter()
            render()
            times[name].append(time.perf_counter() - start)
        rounds += 1
    return times


def check(work: Workload, data: bytes) -> int:
    """The size of an output that holds what it must; raises where it does not."""
    document = docx.Document(io.BytesIO(data))
    text = "\n".join(t.text or "" for t in document.element.body.iter("{*}t"))
    for expected in work.expected:
        if expected not in text:
            raise SystemExit(f"{work.name}: {expected!r} is not in the output")
    return len(data)


if __name__ == "__main__":
    main()
