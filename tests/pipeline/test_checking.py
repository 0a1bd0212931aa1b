"""Every problem of a deal in one run, each at its place."""

from datetime import date
from pathlib import Path

import pytest

from kadocs import pipeline
from kadocs.findings import Fault, Severity, Text
from kadocs.model.marks import Computed
from kadocs.model.quote import Quote

FAULTY = """\
vendor:
  legal_name: 云岭控制
  founded: 3月5日
account:
  nmae: 青岚轨道
  name: 青岚轨道
  tier: 特级
opportunity: {id: P-1, name: 监控升级}
requirements:
- {id: R-1, text: 冗余, response: full}
- {id: R-1, text: 接口, response: full}
- {id: R-2, text: 报警}
- {id: R-3, text: 历史, response: 部分满足}
- {id: R-4, text: 培训, response: 差不多}
competitors: [{name: 某竞品}]
solution:
  overview: 优于某竞品
  milestones:
  - {id: M1, name: 设计, date: 2027-02-01}
  - {id: M2, name: 上线, date: 2026-03-01}
  tasks:
  - {id: T1, name: 勘察, start_offset: 0, duration: 3, depends_on: [T9]}
  references:
  - {project: 某线, customer: 沧浪地铁}
quote:
  status: approved
  date: 2026-01-01
  validity_days: 30
  tax_rate: 13%
  items:
  - {name: 服务器, quantity: 1, unit_price: 10, amount: 11}
  - {name: 软件, quantity: 一个, unit_price: 10}
  payment:
  - {node: 预付款, share: 30%}
"""
EXPECTED = [
    (3, "DATA013"),  # a date without a year
    (5, "DATA011"),  # a misspelt name
    (7, "DATA013"),  # no such choice
    (11, "DEAL001"),  # an id given twice
    (12, "PROP001"),
    (13, "PROP002"),
    (14, "DATA013"),
    (17, "DISC003"),
    (20, "PROP031"),
    (22, "PROP032"),
    (24, "DISC001"),
    (28, "PROP022"),
    (31, "PROP010"),
    (32, "DATA013"),
    (33, "PROP014"),
]


def check(*deals: str, **options):
    return pipeline.check(pipeline.Request(tuple(map(Path, deals)), date(2026, 11, 20), **options)).findings


def wrong(*deals: str):
    """What is said beyond notes."""
    return [finding for finding in check(*deals) if finding.severity is not Severity.INFO]


def test_fifteen_faults_are_told_in_one_run_from_top_to_bottom(world):
    world.deal(FAULTY)
    assert [(f.place.line, f.code) for f in wrong("deals")] == EXPECTED


@pytest.mark.parametrize(
    ("audience", "codes"), [("public", ["DISC003"]), ("customer", ["DISC003"]), ("internal", [])]
)
def test_what_a_customer_reads_keeps_the_rules_of_disclosure_whatever_gates_says(world, audience, codes):
    world.deal(
        "vendor: {legal_name: a}\naccount: {name: b}\nopportunity: {id: P-1, name: 优于恒擎}\n"
        "competitors: [{name: 恒擎}]"
    )
    text = (world.templates / "letter/deliverable.yaml").read_text("utf-8")
    text = text.replace("{{ opportunity.id }}-{{ title }}", "letter").replace("customer", audience)
    world.describe(text.replace("gates: [PROP]", "gates: []"))
    found = check("deals", deliverables=("letter",), templates=(Path("templates"),))
    assert [finding.code for finding in found] == codes


def test_positions_in_a_list_count_what_could_not_be_read(world):
    world.deal("requirements:\n- {text: a}\n- {id: R-2, text: b}")
    found = wrong("deals")
    assert [(f.code, f.path) for f in found] == [
        ("DATA010", "requirements[0].id"),
        ("PROP001", "requirements[1].response"),
    ]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("vendor: {legal_name: a}\nopportunity: {id: P, name: b}", 1),
        ("vendor: {legal_name: a}\naccount: {short_name: c}\nopportunity: {id: P, name: b}", 2),
        ("vendor: {legal_name: a}\naccount:\n  name: ~\nopportunity: {id: P, name: b}", 3),
    ],
)
def test_what_a_document_needs_is_told_at_the_nearest_parent(world, text, line):
    world.deal(text)
    [finding] = check("deals", deliverables=("letter",), templates=(Path("templates"),))
    assert finding.place.line == line
    assert finding.code in ("NEED001", "DATA010")


def test_without_a_document_it_is_only_noted_what_each_still_needs(world):
    world.deal("language: en\nopportunity: {id: P-1, name: a}")
    found = check("deals", templates=(Path("templates"),))
    letter, proposal = (next(f for f in found if f"--for {n}" in f.hint.en) for n in ("letter", "proposal"))
    assert {(f.code, f.severity, f.place.line) for f in (letter, proposal)} == {("NEED001", Severity.INFO, 1)}
    assert letter.message == ("函还缺：客户全称", "the Letter still needs: Customer")
    assert "check --for proposal" in proposal.hint.en


def test_a_deal_that_lacks_nothing_gets_no_note(world):
    assert [f.hint.en for f in check("deals", templates=(Path("templates"),)) if "letter" in f.hint.en] == []


def test_a_deliverable_that_is_described_wrongly_stops_no_check(world):
    world.describe("titel: {zh: 函, en: Letter}")
    found = check("deals", templates=(Path("templates"),))
    assert {f.severity for f in found} == {Severity.WARNING, Severity.INFO}
    assert found[-1].place.file == "templates/letter/deliverable.yaml"


@pytest.mark.parametrize(
    "text", ["a: [", "a: 1\na: 2", "", "[1]", "&a [*a]", "a: !!python/name:os.system x", "\x00"]
)
def test_a_file_that_is_no_deal_is_told_of_and_the_next_is_checked(world, text):
    world.deal(text, "a")
    world.deal("requirements: [{id: R-1, text: a}]", "b")
    found = wrong("deals")
    assert found[0].place.file == "deals/a/deal.yaml"
    assert found[-1].code == "PROP001"


@pytest.mark.parametrize(
    ("path", "name"),
    [("deals/a", "a"), ("deals/a/deal.yaml", "a"), ("deals/a/other.yaml", "other"), ("deals", "a")],
)
def test_a_deal_is_called_by_its_folder_or_by_a_name_of_its_own(world, path, name):
    world.write("deals/a/other.yaml", (world.folder / "deals/a/deal.yaml").read_text("utf-8"))
    request = pipeline.Request(
        (Path(path),), date(2026, 1, 1), ("letter",), templates=(Path("templates"),), pages=False
    )
    [row] = pipeline.build(request).rows
    assert row.deal == name


def unworkable(monkeypatch, error: Exception) -> None:
    """From now on, the total of a quotation with lines cannot be worked out."""
    whole = vars(Quote)["total"]

    def fail(quote: Quote) -> None:
        if quote.items:
            raise error
        return whole.fget(quote)

    broken = Computed(fail)
    vars(broken).update(vars(whole))
    monkeypatch.setattr(Quote, "total", broken)


FAULT = Fault(Text("币种不同", "different currencies"), Text("请先换算", "Convert first"))


@pytest.mark.parametrize("error", [FAULT, OverflowError("x"), ValueError("x"), ZeroDivisionError("x")])
def test_a_value_that_cannot_be_worked_out_is_told_of_and_the_next_deal_is_checked(world, monkeypatch, error):
    # What makes this total fail is refused by the model; the net is for what nobody has thought of.
    unworkable(monkeypatch, error)
    quote = "quote:\n  status: approved\n  total: 5\n  items: [{name: a, quantity: 1, unit_price: 5}]"
    world.deal(quote, "a")
    world.deal("requirements: [{id: R-1, text: a}]", "b")
    found = wrong("deals")
    failed = [f for f in found if f.code == "DATA014"]
    assert {(f.place.file, f.place.line) for f in failed} == {
        ("deals/a/deal.yaml", 3),
        ("deals/a/deal.yaml", 1),
    }
    assert "quote.total" in {f.path for f in failed}
    assert (found[-1].place.file, found[-1].code) == ("deals/b/deal.yaml", "PROP001")
    if error is FAULT:
        assert ("币种不同" in failed[-1].message.zh, failed[-1].hint.en) == (True, "Convert first")


def test_what_cannot_be_worked_out_is_not_asked_for_as_missing(world, monkeypatch):
    unworkable(monkeypatch, FAULT)
    text = (world.templates / "letter/deliverable.yaml").read_text("utf-8")
    world.describe(text.replace("opportunity.name]", "quote.total]"))
    world.deal("account: {name: a}\nquote: {total: 5, items: [{name: a, quantity: 1, unit_price: 5}]}")
    found = check("deals", deliverables=("letter",), templates=(Path("templates"),))
    assert {f.code for f in found} >= {"DATA014"} and "NEED001" not in {f.code for f in found}


def test_a_deal_that_fails_where_nobody_foresaw_it_is_told_of_by_its_file(world, monkeypatch):
    def fail(*_: object) -> None:
        raise OverflowError

    monkeypatch.setattr(pipeline.checking.sources, "load", fail)
    [finding] = check("deals")
    assert (finding.code, finding.place.file) == ("DATA014", "deals/a")
