"""Every problem of a deal in one run, each at its place."""

from datetime import date
from pathlib import Path

import pytest

from kadocs import pipeline

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


def test_fifteen_faults_are_told_in_one_run_from_top_to_bottom(world):
    world.deal(FAULTY)
    assert [(f.place.line, f.code) for f in check("deals")] == EXPECTED


@pytest.mark.parametrize(
    ("audience", "codes"), [("public", ["DISC003"]), ("customer", ["DISC003"]), ("internal", [])]
)
def test_what_a_customer_reads_keeps_the_rules_of_disclosure_whatever_gates_says(world, audience, codes):
    world.deal(
        "vendor: {legal_name: a}\naccount: {name: b}\nopportunity: {id: P-1, name: 优于恒擎}\n"
        "competitors: [{name: 恒擎}]"
    )
    text = (world.templates / "letter/deliverable.yaml").read_text("utf-8")
    world.describe(text.replace("gates: [PROP]", "gates: []").replace("customer", audience))
    found = check("deals", deliverables=("letter",), templates=(Path("templates"),))
    assert [finding.code for finding in found] == codes


def test_positions_in_a_list_count_what_could_not_be_read(world):
    world.deal("requirements:\n- {text: a}\n- {id: R-2, text: b}")
    found = check("deals")
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


def test_without_a_document_nothing_is_needed(world):
    world.deal("language: en")
    assert check("deals") == ()


@pytest.mark.parametrize(
    "text", ["a: [", "a: 1\na: 2", "", "[1]", "&a [*a]", "a: !!python/name:os.system x", "\x00"]
)
def test_a_file_that_is_no_deal_is_told_of_and_the_next_is_checked(world, text):
    world.deal(text, "a")
    world.deal("requirements: [{id: R-1, text: a}]", "b")
    found = check("deals")
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
