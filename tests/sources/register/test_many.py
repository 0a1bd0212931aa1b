"""Registers beside the same deals given singly, and a register of five hundred."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, cast

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.cell.cell import Cell

from kadocs import sources
from kadocs.findings import Place, Refused, Severity
from kadocs.model import Deal
from kadocs.model.types import MARKS
from kadocs.sources.excel import names
from kadocs.sources.listed import listed
from kadocs.sources.workbook import cells, values
from kadocs.tree.node import Mapping, Node, Scalar, Sequence
from kadocs.tree.salvage import salvage
from tests.sources.deals import value
from tests.sources.excel.workbooks import write
from tests.sources.register.registers import HEADS, line, load, told

ID = ("opportunity", "id")
ALWAYS = (("opportunity", "name"), ("opportunity", "stage"))
"""Two columns that, with the id, make a table a register."""

SINGLES = sorted(set(names.fields()) - {ID, *ALWAYS})


def node(given: Any) -> Node:
    if isinstance(given, dict):
        return Mapping({key: node(item) for key, item in given.items()}, {}, Place("deal.json"))
    if isinstance(given, list):
        return Sequence(tuple(map(node, given)), Place("deal.json"))
    return Scalar(given, Place("deal.json"))


def nested(said: dict[tuple[str, ...], Any]) -> dict[str, Any]:
    whole: dict[str, Any] = {}
    for path, item in said.items():
        group = whole
        for step in path[:-1]:
            group = group.setdefault(step, {})
        group[path[-1]] = item
    return whole


def sound(said: dict[tuple[str, ...], Any]) -> dict[tuple[str, ...], Any]:
    """What the model takes of it, lists of nothing aside, which no cell holds."""
    _, removed = salvage(Deal, node(nested(said)))
    return {
        path: item
        for path, item in said.items()
        if names.field(path).kind not in MARKS or listed(node(item), names.field(path).kind)
        if not any(path[: len(gone)] == gone or gone[: len(path)] == path for gone in removed)
    }


@st.composite
def deals(draw: st.DrawFn) -> list[dict[tuple[str, ...], Any]]:
    """Deals of single values: what a register's rows may say."""
    chosen = draw(st.lists(st.sampled_from(SINGLES), min_size=1, max_size=8, unique=True))
    found = []
    for number in range(draw(st.integers(1, 3))):
        said = {path: draw(value(names.field(path))) for path in chosen if draw(st.booleans())}
        always = {ALWAYS[0]: f"项目 {number}", ALWAYS[1]: "提案"}
        found.append({ID: f"P-{number}", **always, **sound({**always, **said})})
    return found


def register(path: Path, said: list[dict[tuple[str, ...], Any]], language: str) -> Path:
    """A register of the deals, with the cells that kadocs itself would write."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    columns = list(dict.fromkeys(path for each in said for path in each))
    for at, column in enumerate(columns, 1):
        cells.write(sheet, 1, at, ".".join(column))
        for row, each in enumerate(said, 2):
            if column in each:
                content = values.cell(node(each[column]), names.field(column), language)
                cells.put(cast(Cell, sheet.cell(row, at)), content)
    book.save(path)
    return path


@given(deals(), st.sampled_from(["zh", "en"]))
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_register_of_deals_is_the_same_deals_given_singly(
    said: list[dict[tuple[str, ...], Any]], language: str
) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        try:
            path = register(folder / "register.xlsx", said, language)
        except Refused:  # for what no workbook can hold
            return
        found = sources.open_(path)
        assert [finding for finding in found.findings if finding.severity is Severity.ERROR] == []
        assert [entry.name for entry in found.entries] == [each[ID] for each in said]
        for entry, each in zip(found.entries, said, strict=True):
            alone = folder / "deal.json"
            alone.write_text(json.dumps(nested(each), ensure_ascii=False), "utf-8")
            mine, loaded = sources.load(alone).deal, load(entry)
            assert mine is not None and loaded.deal == mine, told(loaded.findings)


BAD: dict[int, dict[str, Any]] = {
    20: {"商机编号": None},
    45: {"商机编号": "P-44"},
    70: {"销售阶段": "七谈"},
    95: {"预计签约日": "2027-02-30"},
    120: {"预计签约日": "3月5日"},
    145: {"预计签约金额": "约120万"},
    170: {"预计签约金额": "待定"},
    195: {"赢单概率": 160},
    220: {"赢单概率": "高"},
    245: {"商机编号": "=A1&A2"},
    270: {"商机编号": 20260101000000001},
    295: {"预计签约金额": "=SUM(missing)"},
    320: {"预计签约日": "05/04/2027"},
    345: {"销售阶段": "x"},
    370: {"商机编号": "-"},
    395: {"赢单概率": "-5"},
    420: {"预计签约金额": "USD 5 CNY"},
    445: {"预计签约日": 3},
    470: {"销售阶段": 4},
}
"""Rows that are wrong, by number; row 45 takes the id of row 44, which makes two of them."""


def test_of_five_hundred_rows_twenty_bad_ones_are_twenty_reports(tmp_path: Path) -> None:
    rows = [line(f"P-{number}", **BAD.get(number, {})) for number in range(1, 501)]
    found = sources.open_(write(tmp_path / "register.xlsx", 台账=[HEADS, *rows]))
    loaded = [load(entry) for entry in found.entries]
    findings = [*found.findings, *(finding for each in loaded for finding in each.findings)]
    good = [each for each in loaded if each.deal is not None and not each.findings]
    assert len(good) == 480
    assert sorted(int(finding.place.cell.lstrip("台账!ABCDEFGH")) for finding in findings) == sorted(
        [row + 1 for row in (*BAD, 44)]
    )
    wrong = {
        number: dict(zip(HEADS, "ABCDEFGH", strict=True))[next(iter(bad))] for number, bad in BAD.items()
    }
    assert {finding.place.cell for finding in findings} == {
        f"台账!{column}{number + 1}" for number, column in {**wrong, 44: "A"}.items()
    }
    assert all(finding.hint.zh and finding.hint.en for finding in findings)
