"""`python -m benchmarks [WORKLOAD …]`: how kadocs compares, measured in one run, engines taking turns."""

from __future__ import annotations

import gc
import io
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import docx

from benchmarks import engines, packs, peers, processes, reading, workloads
from benchmarks.engines import Engine
from benchmarks.workloads import Workload

OWN = {
    "docxtpl": engines.docxtpl,
    "kadocs": engines.kadocs,
    "floor A": engines.floor_a,
    "floor B": engines.floor_b,
}
WORKLOADS: tuple[Callable[[], Workload], ...] = (
    workloads.letter,
    *(lambda rows=rows: workloads.table(rows) for rows in (100, 1_000, 10_000)),  # type: ignore[misc]
    workloads.proposal,
    workloads.bid,
    workloads.tags,
)
SECONDS = 8.0
"""About how long one workload is measured."""

FEWEST, MOST = 3, 60


def main() -> None:
    """Print a table of medians and of ratios, in Markdown."""
    loaders = {**OWN, **peers.installed()}
    if len(loaders) == len(OWN):
        print("(no JavaScript engines: `make bench` installs them where Node and npm are present)\n")
    _print_row("ms per document", *loaders, "docxtpl ÷ kadocs", "kadocs ÷ floor B")
    _print_row("---", *["---:"] * (len(loaders) + 2))
    chosen = [work for make in WORKLOADS if _wanted((work := make()).name)]
    for work in chosen:
        medians = measured(work, loaders)
        docxtpl, kadocs, floor = (medians[name] for name in ("docxtpl", "kadocs", "floor B"))
        shown = [f"{taken * 1000:,.2f}" for taken in medians.values()]
        _print_row(work.name, *shown, f"{docxtpl / kadocs:.0f} ×", f"{kadocs / floor:.2f} ×")
    print()
    _print_row("in a fresh process", *processes.SCRIPTS, "docxtpl ÷ kadocs")
    _print_row("---", *["---:"] * 3)
    if _wanted("cold"):
        cold = processes.cold(workloads.letter())
        _print_row("first letter, ms", *_pair(cold, 1000))
    if _wanted("memory"):
        peak = processes.peak(workloads.table(10_000))
        above = {name: peak[name] - peak["data alone"] for name in processes.SCRIPTS}
        _print_row("peak, 10,000 rows, MB", *_pair(peak, 1e-6))
        _print_row("… above the data alone, MB", *_pair(above, 1e-6))
    if _wanted("sources"):
        _print_sources()
    if _wanted("pack"):
        _print_pack()
    if _wanted("leaks"):
        _print_leaks()


def _print_sources() -> None:
    print()
    _print_row("ms to load a deal", "floor", "kadocs", "kadocs ÷ floor")
    _print_row("---", *["---:"] * 3)
    with tempfile.TemporaryDirectory() as folder:
        for name, floor, kadocs in reading.measured(Path(folder)):
            _print_row(name, f"{floor * 1000:,.0f}", f"{kadocs * 1000:,.0f}", f"{kadocs / floor:.2f} ×")


def _print_pack() -> None:
    docxtpl, kadocs = packs.measured_pack()
    print()
    _print_row(f"a bid of {packs.PAGES} pages, no PDF", "docxtpl", "kadocs", "docxtpl ÷ kadocs", "pages/s")
    _print_row("---", *["---:"] * 4)
    _print_row(
        "s", f"{docxtpl:.2f}", f"{kadocs:.2f}", f"{docxtpl / kadocs:.1f} ×", f"{packs.PAGES / kadocs:.0f}"
    )


def _print_leaks() -> None:
    floor, kadocs = packs.measured_scan()
    print()
    _print_row(f"{packs.ROWS:,} rows read for leaks", "floor", "kadocs", "kadocs ÷ floor", "rows/s")
    _print_row("---", *["---:"] * 4)
    _print_row(
        "ms",
        f"{floor * 1000:,.0f}",
        f"{kadocs * 1000:,.0f}",
        f"{kadocs / floor:.1f} ×",
        f"{packs.ROWS / kadocs:,.0f}",
    )


def _wanted(name: str) -> bool:
    return len(sys.argv) < 2 or any(argument in name for argument in sys.argv[1:])


def _pair(values: dict[str, float], factor: float) -> list[str]:
    docxtpl, kadocs = values["docxtpl"], values["kadocs"]
    return [f"{docxtpl * factor:,.0f}", f"{kadocs * factor:,.0f}", f"{docxtpl / kadocs:.1f} ×"]


def _print_row(*cells: str) -> None:
    print("| " + " | ".join(cells) + " |", flush=True)


def measured(work: Workload, loaders: dict[str, Callable[[Workload], Engine]]) -> dict[str, float]:
    """The median seconds of each engine, in rounds in which each takes its turn; outputs checked first."""
    ready = {name: load(work) for name, load in loaders.items()}
    for name, engine in ready.items():
        check(work, name, engine.run()[1])
    times: dict[str, list[float]] = {name: [] for name in ready}
    end = time.perf_counter() + SECONDS
    rounds = 0
    while rounds < FEWEST or (time.perf_counter() < end and rounds < MOST):
        for name, engine in ready.items():
            gc.collect()
            times[name].append(engine.run()[0])
        rounds += 1
    for engine in ready.values():
        engine.close()
    return {name: statistics.median(taken) for name, taken in times.items()}


def check(work: Workload, engine: str, data: bytes) -> None:
    """Stop where an output does not hold what it must."""
    document = docx.Document(io.BytesIO(data))
    text = "\n".join(t.text or "" for t in document.element.body.iter("{*}t"))
    for expected in work.expected:
        if expected not in text:
            raise SystemExit(f"{work.name}, {engine}: {expected!r} is not in the output")


if __name__ == "__main__":
    main()
