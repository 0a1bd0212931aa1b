"""Reading deals, beside the floor: values from the fastest parser, and the bare validation of the model.

The floors neither find headings nor know places; collection of garbage is put off for them as kadocs does.
"""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import openpyxl
import yaml
from python_calamine import CalamineWorkbook

from kadocs import sources
from kadocs.model import Deal
from kadocs.tree.node import plain

ROWS = 50_000
HEADINGS = [
    "序号",
    "类别",
    "名称",
    "品牌",
    "规格型号",
    "单位",
    "数量",
    "单价",
    "税率",
    "优惠比例",
    "产地",
    "备注",
]
REQUIREMENTS = 4_200
_ROUNDS = 5


def measured(folder: Path) -> Iterator[tuple[str, float, float]]:
    """Each file, written into `folder`, with the seconds of the floor and of kadocs at their fastest."""
    text = _yaml(folder / "deal.yaml")
    yield f"YAML, {text.stat().st_size / 1e6:.1f} MB", *_pair(text, _events)
    yield f"workbook, {ROWS:,} × {len(HEADINGS)}", *_pair(_workbook(folder / "deal.xlsx"), _cells)


def _pair(path: Path, parse: Callable[[Path], object]) -> tuple[float, float]:
    loaded = sources.load(path)
    if loaded.deal is None:
        raise SystemExit(f"{path.name}: {loaded.findings[0]}")
    given = plain(loaded.node)
    del loaded

    def floor() -> object:
        return parse(path), Deal.model_validate(given)

    times: tuple[list[float], list[float]] = [], []
    for _ in range(_ROUNDS):
        for taken, run in zip(times, (floor, lambda: sources.load(path)), strict=True):
            taken.append(_timed(run))
    return min(times[0]), min(times[1])


def _timed(run: Callable[[], object]) -> float:
    gc.collect()
    gc.disable()
    start = time.process_time()
    result = run()
    taken = time.process_time() - start
    gc.enable()
    del result
    return taken


def _cells(path: Path) -> object:
    book = CalamineWorkbook.from_path(path)
    return [book.get_sheet_by_name(name).to_python() for name in book.sheet_names]


def _events(path: Path) -> object:
    with path.open("rb") as file:
        return list(yaml.parse(file, Loader=yaml.CSafeLoader))


def _workbook(path: Path) -> Path:
    book = openpyxl.Workbook(write_only=True)
    prices = book.create_sheet("报价清单")
    prices.append(HEADINGS)
    for n in range(ROWS):
        prices.append([
            n + 1, "软件" if n % 2 else "硬件", f"设备{n}", f"品牌{n % 50}", f"M-{n % 997}", "台", n % 20 + 1,
            round(100 + n * 0.37, 2), "13%", 0.05 if n % 3 else None, "中国", f"备注{n}",
        ])  # fmt: skip
    book.create_sheet("基本信息").append(["客户全称", "青岚市轨道交通集团有限公司"])
    book.save(path)
    return path


def _yaml(path: Path) -> Path:
    rows = (
        f"  - id: R-{n}\n    text: 系统应在第 {n} 个工况下保持冗余，并在切换时不丢失任何报警和操作记录\n"
        f"    source_clause: {n % 40}.{n % 9}\n    mandatory: {'是' if n % 5 == 0 else '否'}\n"
        f"    response: 完全满足\n    response_text: 由双机热备的第 {n % 12} 个模块满足，详见方案相应章节\n"
        for n in range(REQUIREMENTS)
    )
    path.write_text("requirements:\n" + "".join(rows), "utf-8")
    return path
