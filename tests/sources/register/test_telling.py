"""Which workbooks are registers, and which are of one deal."""

from pathlib import Path

import pytest

from kadocs import sources
from tests.sources.excel.workbooks import write
from tests.sources.register.registers import HEADS, line

SAMPLES = Path(__file__).parents[3] / "samples"
REGISTER = [HEADS, line("P-1"), line("P-2")]
OWN = [["商机编号", "P-7"], ["项目名称", "本项目"], ["客户全称", "青岚轨道"]]
FORM = [["项目编号", "项目名称", "项目地点", "项目预算"], ["P-1", "本项目", "青岚", "100万元"]]
CONTACTS = [["姓名", "部门", "职务"], ["周亦衡", "集团领导", "副总"]]


def deals(path: Path, **sheets: list) -> list[str]:
    """The names of the deals of a register; none for the workbook of one deal."""
    entries = sources.open_(write(path / "book.xlsx", **sheets)).entries
    return [entry.name for entry in entries if entry.register]


@pytest.mark.parametrize(
    "sheets",
    [
        {"Sheet1": REGISTER},
        {"填写说明": [["项目名称", "客户的正式名称"], ["商机编号", "全公司唯一"]], "台账": REGISTER},
        {
            "Sheet2": [["栏目", "含义"], ["项目名称", "客户的正式名称"], ["销售阶段", "六个阶段之一"]],
            "台账": REGISTER,
        },
        {"统计": [["阶段", "个数"], ["提案", 2]], "台账": REGISTER},
        {"台账": REGISTER, "联系人": CONTACTS},
        {"Sheet1": [["商机信息", None, "客户信息"], *[[r[0], r[1], r[2], r[3], r[4]] for r in REGISTER]]},
        {
            "Pipeline": [
                ["Opportunity ID", "Project", "Account", "Stage", "Amount"],
                ["P-1", "A", "B", "Bid", 5],
                ["P-2", "C", "D", "Won", 6],
            ]
        },
    ],
)
def test_a_table_with_one_opportunity_a_row_is_a_register(tmp_path: Path, sheets: dict) -> None:
    assert deals(tmp_path, **sheets) == ["P-1", "P-2"]


@pytest.mark.parametrize(
    "sheets",
    [
        {"基本信息": OWN},
        {"基本信息": OWN, "其他商机": REGISTER},
        {"其他商机": REGISTER, "基本信息": [["项目名称：本项目"], ["客户全称：青岚"]]},
        {"封面": FORM, "联系人": CONTACTS},
        {
            "业绩台账": [
                ["项目编号", "项目名称", "客户名称", "合同金额", "签订日期"],
                ["Y-1", "旧项目", "甲", "100万元", "2020-01-01"],
                ["Y-2", "旧项目二", "乙", "200万元", "2021-01-01"],
            ]
        },
        {"Sheet1": [["商机编号", "P-1", "项目名称", "本项目"], ["销售阶段", "提案", "客户全称", "甲"]]},
    ],
)
def test_the_workbook_of_one_deal_is_none(tmp_path: Path, sheets: dict) -> None:
    assert deals(tmp_path, **sheets) == []


@pytest.mark.parametrize("sample", sorted(SAMPLES.glob("*/deal.xlsx")), ids=lambda path: path.parent.name)
def test_the_samples_are_of_one_deal_each(sample: Path) -> None:
    [entry] = sources.open_(sample).entries
    assert entry.register is None and entry.name == sample.parent.name


def test_a_register_of_one_deal_is_a_register_where_all_else_is_joined(tmp_path: Path) -> None:
    one = [HEADS, line("P-1")]
    joined = [["商机编号", "姓名", "职务"], ["P-1", "周亦衡", "副总"]]
    assert deals(tmp_path, 台账=one, 联系人=joined) == ["P-1"]
