"""What only a fresh process can tell: the time to a first document, and the peak of memory."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.workloads import JINJA, Workload

_KADOCS = """
from kadocs.render.word import Template
out = Template(data).render(context)
"""
_DOCXTPL = """
import io
from docxtpl import DocxTemplate
template = DocxTemplate(io.BytesIO(data))
template.render(context, autoescape=True)
file = io.BytesIO()
template.save(file)
out = file.getvalue()
"""
SCRIPTS = {"docxtpl": _DOCXTPL, "kadocs": _KADOCS}

# A process begins with the peak of the one that starts it, so a small one stands in between.
_LAUNCH = "import subprocess, sys; sys.exit(subprocess.call(sys.argv[1:]))"
_BEFORE = """
import json, pathlib, sys
data = pathlib.Path(sys.argv[1]).read_bytes()
context = json.loads(pathlib.Path(sys.argv[2]).read_text("utf-8"))
"""
_PEAK = """
import resource
unit = 1 if sys.platform == "darwin" else 1024
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit)
"""


def cold(work: Workload, rounds: int = 5) -> dict[str, float]:
    """Seconds from the start of a process to its first document, the median of each engine."""
    times: dict[str, list[float]] = {name: [] for name in SCRIPTS}
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(rounds + 1):
            for name, script in SCRIPTS.items():
                start = time.perf_counter()
                _run(script, work, Path(folder))
                times[name].append(time.perf_counter() - start)
    return {name: statistics.median(taken[1:]) for name, taken in times.items()}


def peak(work: Workload) -> dict[str, float]:
    """The most memory that rendering takes in a process of its own, in bytes, by engine.

    `data alone` is a process that only reads the data.
    """
    scripts = {**SCRIPTS, "data alone": ""}
    with tempfile.TemporaryDirectory() as folder:
        return {
            name: float(_run(script + _PEAK, work, Path(folder), [sys.executable, "-c", _LAUNCH]))
            for name, script in scripts.items()
        }


def _run(script: str, work: Workload, folder: Path, launcher: Sequence[str] = ()) -> str:
    """What a script prints in a fresh process; Python's own compiled files are kept in `folder`."""
    template, data = folder / "template.docx", folder / "data.json"
    if not template.exists():
        template.write_bytes(work.template(JINJA))
        data.write_text(json.dumps(work.data), "utf-8")
    command = [*launcher, sys.executable, "-c", _BEFORE + script, str(template), str(data)]
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(folder / "compiled")}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    return subprocess.run(command, check=True, capture_output=True, text=True, env=environment).stdout
