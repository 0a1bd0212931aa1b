"""验收报告: a document for each acceptance, for both parties, and a supervisor if there is one, to sign."""

from __future__ import annotations

from typing import Any

import pytest

from kadocs import office, plan
from kadocs.figures.money import Money
from kadocs.model import Deal
from kadocs.model.delivery import AcceptanceType, Delivery
from tests.templates.laid_out import together
from tests.templates.printed import DEALS, LANGUAGES, Document, deal, deliverable, document, sample, secrets

ARRIVAL, PRELIMINARY, SERVICE, FINAL = range(4)
"""The outputs of the deliverable; the samples have their acceptances in the same order."""
KINDS = (AcceptanceType.ARRIVAL, AcceptanceType.PRELIMINARY, AcceptanceType.SERVICE, AcceptanceType.FINAL)
BARE: dict[str, Any] = {
    "vendor": {"legal_name": "云岭控制"},
    "account": {"name": "青岚轨道"},
    "opportunity": {"id": "QL-1", "name": "综合监控改造"},
    "contract": {"number": "HT-1", "amount": "CNY 1130000"},
}
CHAPTERS = [
    "项目基本信息",
    "验收依据",
    "验收组织",
    "实施过程",
    "逐项验收结果",
    "交付物清单",
    "测试与试运行",
    "变更汇总",
    "遗留问题",
    "培训与文档",
    "结算与付款",
    "验收结论",
    "签章",
    "附件",
]


def accepted(of: Deal, kind: int, language: str = "zh", item: int | None = None) -> Document:
    return document("acceptance", of, language, kind, kind if item is None else item)


def bare(kind: int, language: str = "zh", **delivery: Any) -> Document:
    acceptance = {"type": KINDS[kind].code, "date": "2027-12-29"}
    return accepted(deal(**BARE, delivery={"acceptances": [acceptance]} | delivery), kind, language, 0)


def record(name: str) -> Delivery:
    found = sample(name).delivery
    assert found is not None
    return found


def plain(amount: Money | None) -> str:
    assert amount is not None
    return f"{amount.amount:,.2f}"


@pytest.mark.parametrize(
    ("language", "titles"),
    [
        ("zh", ["到货验收单", "初步验收报告", "服务验收报告", "最终验收报告"]),
        (
            "en",
            [
                "Certificate of Delivery",
                "Preliminary Acceptance Report",
                "Certificate of Services",
                "Final Acceptance Report",
            ],
        ),
    ],
)
def test_each_acceptance_has_a_title_of_its_own(language: str, titles: list[str]) -> None:
    found = [
        accepted(sample("rail-iscs"), kind, language).styled("Title", "FrontHeading") for kind in range(4)
    ]
    assert [heads[0] for heads in found] == titles


def test_there_is_a_file_for_each_acceptance_of_the_deal() -> None:
    subject = plan.Subject("rail-iscs", sample("rail-iscs"))
    stems = {
        path.stem for job in plan.jobs([(subject, deliverable("acceptance"))]).jobs for path in job.files
    }
    assert {stem.removeprefix("QL-M2-ISCS-2026-") for stem in stems} == {
        "到货验收单-QL2-DH-003",
        "初步验收报告-QL2-CY-001",
        "服务验收报告-QL2-FW-001",
        "最终验收报告-QL2-ZY-009",
    }


def test_the_final_report_has_every_chapter() -> None:
    assert accepted(sample("rail-iscs"), FINAL).styled("Heading1") == CHAPTERS


@pytest.mark.parametrize("name", DEALS)
def test_quantities_of_the_goods_stand_beside_the_contract(name: str) -> None:
    rows = accepted(sample(name), ARRIVAL).table("实到数")
    assert [row[3:6] for row in rows] == [
        [f"{x.contract_quantity:,f}", f"{x.quantity:,f}", "0"] for x in record(name).arrivals
    ]


def test_goods_that_are_short_are_pointed_out() -> None:
    goods = [{"item": "服务器", "contract_quantity": "4", "quantity": "3"}, {"item": "机柜", "quantity": "2"}]
    found = bare(ARRIVAL, arrivals=goods)
    assert [row[5] for row in found.table("实到数")] == ["-1", "—"]
    assert "其中1种数量与合同不符" in found.text


@pytest.mark.parametrize("name", DEALS)
def test_the_settlement_is_that_of_the_model_and_in_capitals_where_it_is_in_yuan(name: str) -> None:
    settlement, found = record(name).settlement, accepted(sample(name), FINAL)
    assert settlement is not None
    rows = {row[0]: row[1] for table in found.tables for row in table if len(row) == 2}
    said = {
        "合同额": settlement.contract_amount,
        "结算金额（合同额加减变更）": settlement.total,
        "已付": settlement.paid,
        "本次应付": settlement.due_now,
        "质保金": settlement.retention,
        "余额": settlement.balance,
    }
    assert {label: rows[label].lstrip("¥EUR ") for label in said} == {k: plain(v) for k, v in said.items()}


def test_the_settlement_is_said_in_capitals_and_in_words() -> None:
    assert "（大写：人民币贰仟壹佰壹拾伍万肆仟玖佰元整）" in accepted(sample("rail-iscs"), FINAL).text
    said = accepted(sample("chem-dcs"), FINAL, "en").text
    assert "Euros Four Million Nine Hundred Seventy-Three Thousand One Hundred Only" in said


def test_only_the_final_report_settles() -> None:
    assert [("结算表" in accepted(sample("rail-iscs"), kind).text) for kind in range(4)] == [False] * 3 + [
        True
    ]


@pytest.mark.parametrize("kind", [ARRIVAL, PRELIMINARY])
def test_an_acceptance_names_the_payment_that_it_makes_due(kind: int) -> None:
    node = {ARRIVAL: "到货款", PRELIMINARY: "初验款"}[kind]
    assert f"本次验收对应付款节点“{node}”" in accepted(sample("rail-iscs"), kind).text


def test_changes_are_added_up() -> None:
    assert accepted(sample("rail-iscs"), FINAL).table("批准")[-1][2] == "186,000.00"


def test_the_warranty_is_stated_where_it_has_begun() -> None:
    begun = ["质保期自" in accepted(sample("rail-iscs"), kind).text for kind in range(4)]
    assert begun == [False, False, False, True]
    assert (
        "质保期自2027年12月29日起，至2030年12月29日止，共36个月（自终验起计算）"
        in accepted(sample("rail-iscs"), FINAL).text
    )


def test_issues_of_the_preliminary_acceptance_are_open_there_and_closed_in_the_final_report() -> None:
    first, final = (accepted(sample("rail-iscs"), kind) for kind in (PRELIMINARY, FINAL))
    assert [row[6] for row in first.table("影响使用")] == ["未关闭"] * 3
    assert "2027-10-12" in final.text


def test_services_are_accepted_by_period() -> None:
    rows = accepted(sample("rail-iscs"), SERVICE).table("达标")
    assert rows[0] == [
        "2027-09-22 至 2027-11-20",
        "一级故障响应时间",
        "15 分钟内",
        "最长 9 分钟",
        "是",
        "QL2-FW-011",
    ]


@pytest.mark.parametrize("kind", range(4))
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_bare_acceptance_leaves_no_hole(language: str, kind: int) -> None:
    found = bare(kind, language)
    assert found.hollow == []
    assert found.silent <= {"SectionEnd", "CoverMark"}
    assert "□" in found.text  # the conclusion, to be ticked


@pytest.mark.parametrize("supervisor", ["", "安衡监理"])
@pytest.mark.parametrize("kind", range(4))
def test_the_supervisor_signs_only_where_there_is_one(kind: int, supervisor: str) -> None:
    found = bare(kind, supervisor=supervisor) if supervisor else bare(kind)
    block = next(table for table in reversed(found.tables) if "甲方" in table[0][0])
    assert len(block[0]) == (3 if supervisor else 2)
    assert "青岚轨道" in block[0][0]
    assert "云岭控制" in block[0][1]


@pytest.mark.parametrize("kind", range(4))
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", DEALS)
def test_nothing_of_ours_stands_in_it(name: str, language: str, kind: int) -> None:
    of, said = sample(name), accepted(sample(name), kind, language).text
    hidden = secrets(of) | {each.promise for each in record(name).promises} | {x.name for x in of.competitors}
    assert [text for text in hidden if text in said] == []


@pytest.mark.skipif(office.program() is None, reason="LibreOffice is not there")
@pytest.mark.parametrize("kind", range(4))
@pytest.mark.parametrize(("name", "language"), [("rail-iscs", "zh"), ("chem-dcs", "en")])
def test_all_parties_sign_on_the_page_of_the_conclusion(name: str, language: str, kind: int) -> None:
    contract, found = sample(name).contract, accepted(sample(name), kind, language)
    assert contract is not None
    words = {"zh": ("验收结论：", "（盖章）"), "en": ("Conclusion:", "Signature and date:")}[language]
    heads = {"zh": ("甲方（建设单位）", "乙方（承建单位）", "监理单位"), "en": ("Buyer", "Supplier")}[
        language
    ]
    assert together(found, *words, *heads)
