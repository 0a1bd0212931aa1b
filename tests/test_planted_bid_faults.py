"""A complete bid, spoilt in many places at once: each fault that could end it is told, each at its place."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import docx
import yaml

from kadocs import pipeline
from kadocs.findings import Finding, Severity
from kadocs.pipeline.strangers import Strangers
from kadocs.tree.node import steps
from tests.render.word.scans.papers import drawn, locked, scanned, sheet

SAMPLE = Path(__file__).parents[1] / "samples" / "rail-iscs"
DAY = date(2026, 11, 23)
STRANGERS = Strangers(listed=("北城地铁公司",))


class Fault(NamedTuple):
    """What is written at `path`, and the finding that follows, there or `at` another value."""

    path: str
    written: Any
    code: str
    at: str = ""


# Faults of data: told by `kadocs check` and before anything is built.
DATA = [
    Fault("bid.submitted_at", "2026-12-25 10:00", "BID009"),
    Fault("bid.date", "2026-12-25", "BID012", "bid.uploads[0].uploaded_at"),
    Fault("bid.validity_days", 60, "BID008"),
    Fault("bid.agent.authorised_until", "2027-02-28", "BID055"),
    Fault("bid.forms[0].signer", "周亦恒", "BID055"),
    Fault("bid.forms[1].confirmed", "否", "BID013"),
    Fault("bid.bond.amount", "35万元", "BID006"),
    Fault("bid.bond.form", "转账", "BID004", "bid.bond.from_basic_account"),
    Fault("bid.bond.from_basic_account", "否", "BID004"),
    Fault("bid.bond.valid_until", "2027-02-28", "BID003"),
    Fault("tender.bond.amount", "45万元", "BID001"),
    Fault("bid.letter_price", "21600000", "BID016"),
    Fault("bid.letter_capitals", "贰仟壹佰万元整", "BID024"),
    Fault("bid.opening_price", "20698900", "BID029"),
    Fault("quote.items[0].amount", 1, "PROP010"),
    Fault("quote.items[1].unit_price", 0, "BID027"),
    Fault("quote.delivery_days", 150, "BID022"),
    Fault("quote.warranty_months", 24, "BID021"),
    Fault("bid.supplement", "预付款到账为前提", "BID021"),
    Fault("bid.discount_statement", "有效期自本投标函签署之日起 90 天", "BID007"),
    Fault("bid.opening_note", "同北城地铁公司项目，编号 QLGD-2025-ZB-042", "BID057"),
    Fault("bid.technical_deviations[0].kind", "负偏离", "BID020"),
    Fault("bid.commercial_deviations[0].response", "", "BID020"),
    Fault("bid.consortium", [{"name": "云岭控制技术股份有限公司"}, {"name": "乙公司"}], "BID033"),
    Fault("bid.forms[9].volume", "", "BID054", "bid.forms[9].name"),
    Fault("bid.subcontracts[0].key_work", "是", "BID034"),
    Fault("bid.envelopes[1].sealed", "否", "BID010"),
    Fault("bid.envelopes[1].copies", 3, "BID054", "bid.envelopes"),
    Fault("bid.uploads[0].encrypted", "否", "BID011"),
    Fault("bid.uploads[1].uploaded_at", "2026-12-25 09:31", "BID011"),
    Fault("bid.uploads[2].signed", "否", "BID060"),
    Fault("bid.uploads[2].size", 240, "BID011"),
    Fault("bid.opened[1].bidder", "云岭智控软件有限公司", "BID035"),
    Fault("bid.opened[2].price", "2132万元", "BID036"),
    Fault("qualifications.people[0].certificates_until", "2026-12-20", "BID015"),
    Fault("qualifications.certificates[0].scan", "", "BID058", "qualifications.certificates[0].name"),
    Fault("tender.demands[1].met", "否", "BID015"),
    Fault("tender.title", "青岚市轨道交通3号线自动售检票项目", "BID056"),
    Fault("tender.items", [{"name": "专用工具"}, {"name": "中央前端处理器", "quantity": 6}], "BID164",
          "tender.items[0].name"),
    Fault("tender.clarifications[1].answered_on", "2026-12-17", "BID040"),
    Fault("tender.evaluation.factors[0].our_score", 31, "BID152"),
    Fault("", None, "BID166", "quote.items[3].quantity"),  # 6 are listed, 4 are priced
    Fault("", None, "BID165", "quote.items[0].name"),  # which is not in the tender's list
    Fault("", None, "BID030", "bid.forms"),  # a consortium without its agreement
    Fault("", None, "BID027", "bid.letter_price"),  # which is not what the lines come to
]  # fmt: skip


def read() -> dict[str, Any]:
    """The sample as it is written, every value a text."""
    deal: dict[str, Any] = yaml.load((SAMPLE / "deal.yaml").read_text("utf-8"), Loader=yaml.BaseLoader)
    return deal


def put(deal: dict[str, Any], path: str, value: Any) -> None:
    *way, last = steps(path)
    here: Any = deal
    for step in way:
        here = here[step]
    if value == "":
        del here[last]
    else:
        here[last] = value


def written(folder: Path, deal: dict[str, Any]) -> Path:
    """The deal in a folder of its own, with all its papers."""
    shutil.copytree(SAMPLE, folder, ignore=shutil.ignore_patterns("deal.*"))
    text = yaml.dump(deal, allow_unicode=True, sort_keys=False, Dumper=yaml.CSafeDumper)
    (folder / "deal.yaml").write_text(text, "utf-8")
    return folder


def request(folder: Path) -> pipeline.Request:
    return pipeline.Request(
        deals=(folder,),
        as_of=DAY,
        deliverables=("bid",),
        out=folder.parent / "out",
        pages=False,
        strangers=STRANGERS,
    )


def places(findings: tuple[Finding, ...]) -> set[tuple[str, str]]:
    return {(each.code, each.path) for each in findings}


def test_every_fault_of_a_spoilt_bid_is_told_in_one_run_each_at_its_place(tmp_path: Path) -> None:
    deal = read()
    for fault in DATA:
        if fault.path:
            put(deal, fault.path, fault.written)
    outcome = pipeline.check(request(written(tmp_path / "deal", deal)))
    found = places(outcome.findings)
    missed = [fault for fault in DATA if (fault.code, fault.at or fault.path) not in found]
    assert not missed, missed
    told = [each for each in outcome.findings if each.code in {fault.code for fault in DATA}]
    assert all(each.place.line and each.message.zh and each.hint.en for each in told)


# Faults of the papers that a bid encloses: told before anything is built, at the field that names the file.
PAPERS = [
    Fault("qualifications.certificates[0].scan", scanned(sheet(), dpi=72), "OUT024"),
    Fault("qualifications.certificates[1].scan", b"", "OUT023"),
    Fault("qualifications.certificates[2].scan", scanned(sheet())[:200], "OUT023"),
    Fault("qualifications.certificates[3].scan", locked(drawn()), "OUT023"),
    Fault("bid.authorisations[0].scan", None, "OUT022"),
]


def test_every_fault_of_the_papers_is_told_before_anything_is_made(tmp_path: Path) -> None:
    deal = read()
    for number, fault in enumerate(PAPERS):
        put(deal, fault.path, f"资料/坏件{number}.pdf")
    folder = written(tmp_path / "deal", deal)
    for number, fault in enumerate(PAPERS):
        if fault.written is not None:
            (folder / "资料" / f"坏件{number}.pdf").write_bytes(fault.written)
    outcome = pipeline.build(request(folder))
    missed = [fault for fault in PAPERS if (fault.code, fault.path) not in places(outcome.findings)]
    assert not missed, missed
    assert not outcome.done
    assert not list((tmp_path / "out").rglob("*.docx"))


# Faults typed into a form of the tender: told in the finished volume, with file, place and words.
TYPED = {
    "我方最低可降到 2,062.89 万元": "AUD001",
    "服务方案优于恒擎科技有限公司": "AUD002",
    "我们曾为北城地铁公司提供驻站服务": "AUD003",
    "毛利偏低，付款可放宽": "AUD004",
    "项目经理：待填写": "AUD006",
    "招标编号：QLGD-2025-ZB-042": "AUD010",
    "人民币壹佰万元整（¥1,100,000.00）": "AUD011",
    "投标总价：¥19,000,000.00": "AUD012",
}
CHANGED = "OUT030"
FORM = "资料/招标格式/授权委托书（已加标签）.docx"


def spoilt_form(folder: Path) -> None:
    """The tender's power of attorney, its tagged copy with the faults typed behind it, before the scans."""
    form = docx.Document(str(folder / FORM))
    scans = next(each for each in form.paragraphs if each.text.startswith("{% set"))
    for text in TYPED:
        scans.insert_paragraph_before(text)
    form.save(str(folder / FORM))


def test_a_form_that_was_changed_outside_its_blanks_is_told_with_the_words(tmp_path: Path) -> None:
    folder = written(tmp_path / "deal", read())
    spoilt_form(folder)
    outcome = pipeline.build(request(folder))
    changed = [each for each in outcome.findings if each.code == CHANGED]
    assert changed
    assert any("最低可降到" in each.message.zh + str(each.place) for each in changed)
    assert not outcome.done


def test_every_fault_in_a_finished_volume_is_told_with_its_words(tmp_path: Path) -> None:
    deal = read()
    del deal["bid"]["forms"][3]["original"]  # so that nothing tells beforehand that the form was changed
    folder = written(tmp_path / "deal", deal)
    spoilt_form(folder)
    outcome = pipeline.build(request(folder))
    missed = set(TYPED.values()) - {each.code for each in outcome.findings}
    assert not missed, missed
    for text, code in TYPED.items():
        told = [each for each in outcome.findings if each.code == code]
        shown = [(each.place.file, "".join(step.zh for step in each.place.trail)) for each in told]
        assert any(file.endswith(".docx") and text[:4] in way for file, way in shown), (code, shown)
    assert not list((tmp_path / "out").rglob("*商务册*.docx"))  # a volume that leaks is held back


def test_fifty_faults_are_planted_and_none_of_them_is_in_the_sample(tmp_path: Path) -> None:
    assert len(DATA) + len(PAPERS) + len(TYPED) >= 50
    outcome = pipeline.build(request(written(tmp_path / "deal", read())))
    assert [each for each in outcome.findings if each.severity is not Severity.INFO] == []
    assert outcome.done
