"""Comments and text boxes are counted, those that kadocs wrote aside."""

from __future__ import annotations

import zipfile

from openpyxl.comments import Comment

from tests.sources.excel.workbooks import read, said, write

SHAPES = """<xdr:wsDr xmlns:xdr="xdr" xmlns:a="a"><xdr:sp><a:p><a:r><a:t>不含安装</a:t></a:r></a:p></xdr:sp>
<xdr:sp><a:p/></xdr:sp><xdr:pic/></xdr:wsDr>"""
RELATION = """<Relationships><Relationship Id="r1" Type="x/drawing" Target="../drawings/drawing1.xml"/>
</Relationships>"""


def test_a_text_box_is_told_and_an_empty_shape_is_not(tmp_path):
    path = write(tmp_path / "deal.xlsx", 客户信息=[["客户名称", "青岚"]])
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("xl/drawings/drawing1.xml", SHAPES)
        archive.writestr("xl/worksheets/_rels/sheet1.xml.rels", RELATION)
    _, findings = read(path)
    assert said(findings) == [("DATA047", "客户信息")]
    assert "批注（0）和文本框（1）" in findings[0].message.zh


def test_comments_of_people_are_told_beside_our_own(tmp_path):
    def touch(sheet):
        sheet["A1"].comment = Comment("客户全称", "kadocs")
        sheet["B1"].comment = Comment("待核实", "张三")

    _, findings = read(write(tmp_path / "deal.xlsx", touch, 客户信息=[["客户名称", "青岚"]]))
    assert "批注（1）和文本框（0）" in findings[0].message.zh


def test_a_sheet_that_is_not_read_has_nothing_to_tell(tmp_path):
    def touch(sheet):
        sheet["A1"].comment = Comment("x", "张三")

    _, findings = read(write(tmp_path / "deal.xlsx", touch, 食堂=[["菜名"], ["面"]]))
    assert said(findings) == [("DATA035", "食堂")]
