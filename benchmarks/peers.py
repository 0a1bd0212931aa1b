"""The JavaScript engines, each in a Node process of its own that is told when to render."""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path

from benchmarks.engines import Engine
from benchmarks.workloads import CARBONE, MUSTACHE, Dialect, Workload

_HERE = Path(__file__).parent / "peers"
_DIALECTS = {"docxtemplater": MUSTACHE, "easy-template-x": MUSTACHE, "carbone": CARBONE}


def installed() -> dict[str, Callable[[Workload], Engine]]:
    """The JavaScript engines that are there, by name."""
    node = shutil.which("node")
    if node is None:
        return {}
    found = {name: d for name, d in _DIALECTS.items() if (_HERE / "node_modules" / name).is_dir()}
    return {name: _engine(node, name, dialect) for name, dialect in found.items()}


def _engine(node: str, name: str, dialect: Dialect) -> Callable[[Workload], Engine]:
    def load(work: Workload) -> Engine:
        folder = tempfile.TemporaryDirectory()
        template, data, out = (Path(folder.name, n) for n in ("template.docx", "data.json", "out.docx"))
        template.write_bytes(work.template(dialect))
        data.write_text(json.dumps(work.data), "utf-8")
        process = subprocess.Popen(
            [node, str(_HERE / "serve.js"), name, str(template), str(data), str(out)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

        def run() -> tuple[float, bytes]:
            if process.stdin is None or process.stdout is None:
                raise SystemExit(f"{name}: no pipe to its process")
            print("render", file=process.stdin, flush=True)
            said = process.stdout.readline()
            if not said:
                raise SystemExit(f"{name} ended while rendering {work.name}")
            return float(said), out.read_bytes()

        def close() -> None:
            process.communicate()
            folder.cleanup()

        return Engine(run, close)

    return load
