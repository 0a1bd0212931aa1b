"""Tables in .csv files: in any of the usual encodings and with any of the usual marks between the values."""

from __future__ import annotations

import pytest

from kadocs import sources
from kadocs.findings import Refused, Severity
from kadocs.tree.node import place_of, plain

ROWS = '序号,名称,数量,单价,备注\n1,服务器,2,"1,200.50","双机\n热备"\n2,交换机,1台,5,\n合计,,,2406,\n'
ITEMS = [
    {"no": "1", "name": "服务器", "quantity": "2", "unit_price": "1,200.50", "remark": "双机\n热备"},
    {"no": "2", "name": "交换机", "quantity": "1", "unit": "台", "unit_price": "5"},
]


def saved(path, text, encoding="utf-8"):
    path.write_bytes(text.encode(encoding))
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_a_table_in_any_encoding(tmp_path, encoding):
    quote = plain(sources.read(saved(tmp_path / "报价清单.csv", ROWS, encoding)).node)["quote"]
    assert quote == {"items": ITEMS, "total": "2406"}


@pytest.mark.parametrize("mark", [";", "\t", "，", "|"])
def test_values_parted_by_other_marks(tmp_path, mark):
    text = ROWS.replace('"1,200.50"', "1200.5").replace(",", mark)
    quote = plain(sources.read(saved(tmp_path / "报价清单.csv", text)).node)["quote"]
    assert quote["items"][0] == {**ITEMS[0], "unit_price": "1200.5"}


def test_the_mark_may_be_told_in_the_first_row(tmp_path):
    source = sources.read(saved(tmp_path / "items.csv", "sep=;\n名称;数量;单价\n甲,乙,丙;2;3\n"))
    assert plain(source.node)["quote"]["items"] == [{"name": "甲,乙,丙", "quantity": "2", "unit_price": "3"}]
    assert place_of(source.node, ("quote", "items", 0, "quantity")).cell == "B3"


def test_values_stand_in_cells_as_excel_shows_them(tmp_path):
    path = saved(tmp_path / "报价清单.csv", ROWS)
    place = place_of(sources.read(path).node, ("quote", "items", 1, "unit_price"))
    assert (place.file, place.line, place.cell) == (path.as_posix(), None, "D3")


@pytest.mark.parametrize(
    "name", ["里程碑.csv", "项目 里程碑.csv", "solution.milestones.csv", "Milestones.csv"]
)
def test_the_files_name_says_which_list_it_holds(tmp_path, name):
    solution = plain(sources.read(saved(tmp_path / name, "编号,名称,日期\n").parent / name).node)
    assert solution == {}
    node = sources.read(saved(tmp_path / name, "编号,里程碑,日期\nM1,启动,2027-01-18\n")).node
    assert list(plain(node)["solution"]) == ["milestones"]


def test_a_title_row_says_it_too(tmp_path):
    text = "报价清单（单位：万元）,,\n名称,数量,单价\n服务器,2,1.2\n"
    items = plain(sources.read(saved(tmp_path / "x.csv", text)).node)["quote"]["items"]
    assert items[0]["unit_price"] == "1.2万元"


def test_headings_in_two_rows(tmp_path):
    text = "序号,名称,数量,价格（元）,\n,,,单价,合价\n1,服务器,2,100,200\n"
    items = plain(sources.read(saved(tmp_path / "报价清单.csv", text)).node)["quote"]["items"]
    assert (items[0]["unit_price"], items[0]["amount"]) == ("100元", "200元")


def test_text_that_is_kept_from_becoming_a_number(tmp_path):
    text = '我方信息,\n账号,"=""00620001"""\n'
    assert (
        plain(sources.read(saved(tmp_path / "x.csv", text)).node)["vendor"]["bank"]["account"] == "00620001"
    )


def test_a_long_number_that_excel_has_shortened_is_refused_at_its_cell(tmp_path):
    source = sources.read(saved(tmp_path / "我方信息.csv", "账号,6.22202E+18\n"))
    assert [(f.code, f.place.cell) for f in source.findings] == [("DATA038", "B1")]


def test_tables_are_included_beside_a_deal(tmp_path):
    saved(tmp_path / "报价清单.csv", ROWS)
    saved(tmp_path / "需求.csv", "编号,需求,优先级\nR-1,冗余,必须\n", "gb18030")
    deal = saved(tmp_path / "deal.yaml", "quote: {currency: USD}\ninclude: [报价清单.csv, 需求.csv]\n")
    loaded = sources.load(deal)
    assert [item.name for item in loaded.deal.quote.items] == ["服务器", "交换机"]
    assert loaded.deal.quote.currency == "USD"
    assert [file.name for file in loaded.files] == ["deal.yaml", "报价清单.csv", "需求.csv"]


def test_what_is_wrong_in_it_is_told_at_its_cell(tmp_path):
    saved(tmp_path / "报价清单.csv", "名称,数量,单价,颜色\n服务器,2,待定,红\n")
    deal = saved(tmp_path / "deal.yaml", "include: 报价清单.csv\n")
    found = sources.load(deal).findings
    assert {(f.code, f.place.cell, f.severity) for f in found} == {
        ("DATA034", "D1", Severity.WARNING),
        ("DATA013", "C2", Severity.ERROR),
    }


@pytest.mark.parametrize("text", ["", "菜名,星期\n面,一\n", "随便写写\n"])
def test_a_file_in_which_nothing_is_known_is_an_error(tmp_path, text):
    source = sources.read(saved(tmp_path / "x.csv", text))
    assert [(f.code, f.severity) for f in source.findings] == [("DATA035", Severity.ERROR)]
    assert "报价清单.csv" in source.findings[0].hint.zh


@pytest.mark.parametrize(
    ("data", "code", "line"),
    [
        ('名称,数量\n"服务器,2\n交换机,1\n'.encode(), "DATA046", 3),
        ('名称,数量\n"服务"器,2\n'.encode(), "DATA046", 2),
        (b"\xff\xff\xff\n", "DATA001", 1),
    ],
    ids=["mark-not-closed", "mark-closed-too-soon", "no-encoding"],
)
def test_a_torn_file_is_refused_at_its_line(tmp_path, data, code, line):
    path = tmp_path / "报价清单.csv"
    path.write_bytes(data)
    with pytest.raises(Refused) as refused:
        sources.read(path)
    [finding] = refused.value.findings
    assert (finding.code, finding.place.line) == (code, line)
