"""What is no workbook is refused by what it is; what would fill the memory is refused before it does."""

import zipfile

import pytest

from kadocs import sources
from kadocs.findings import Refused
from kadocs.sources import excel
from tests.sources.excel.workbooks import write


def zipped(path, **parts):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name.replace("__", "/").replace("_xml", ".xml"), data)
    return path.read_bytes()


OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)


@pytest.mark.parametrize(
    ("data", "what", "way_out"),
    [
        (OLE, "旧格式", "另存为"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "密码", "取消密码"),
        ("名称,数量\n服务器,2\n".encode("gb18030"), "CSV", "另存为"),
        (b"\xef\xbb\xbfname,qty\nserver,2\n", "CSV", "另存为"),
        (b"<html><table><tr><td>x</td></tr></table>", "网页", "另存为"),
        (b"<?xml version='1.0'?><Workbook/>", "XML", "另存为"),
        (b"", "空文件", "检查文件名"),
        (b"\x89PNG\r\n\x1a\n\0\0\0", "不是 Excel", "检查文件名"),
        (b"PK\x03\x04 and nothing more", "损坏", "修复"),
    ],
)
def test_what_is_no_workbook_is_named(tmp_path, data, what, way_out):
    path = tmp_path / "deal.xlsx"
    path.write_bytes(data)
    with pytest.raises(Refused) as refused:
        excel.read(path)
    (finding,) = refused.value.findings
    assert what in finding.message.zh
    assert way_out in finding.hint.zh


@pytest.mark.parametrize(
    ("part", "what"),
    [
        ("word__document_xml", "Word"),
        ("ppt__presentation_xml", "PowerPoint"),
        ("content_xml", "OpenDocument"),
    ],
)
def test_other_office_files_are_named(tmp_path, part, what):
    path = tmp_path / "deal.xlsx"
    zipped(path, **{part: "<x/>"})
    with pytest.raises(Refused, match=what):
        excel.read(path)


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path):
    path = tmp_path / "deal.xlsx"
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("xl/workbook.xml", "w") as part,
    ):
        for _ in range(513):
            part.write(bytes(1 << 20))
    with pytest.raises(Refused, match="unpacks to more than 512 MB"):
        excel.read(path)


def test_a_value_in_a_far_cell_is_refused_and_an_empty_one_is_not(tmp_path):
    def far(sheet):
        sheet["A1"] = "客户名称"
        sheet["XFD1048576"].number_format = "0%"

    excel.read(write(tmp_path / "empty.xlsx", far, 客户信息=[]))
    path = write(
        tmp_path / "deal.xlsx", lambda s: s.cell(1_048_576, 16_384, 1), 客户信息=[["客户名称", "青岚"]]
    )
    with pytest.raises(Refused) as refused:
        excel.read(path)
    assert refused.value.findings[0].place.cell == "客户信息"


def test_entities_are_refused(tmp_path):
    good = write(tmp_path / "good.xlsx", 客户信息=[["客户名称", "青岚"]])
    path = tmp_path / "deal.xlsx"
    with zipfile.ZipFile(good) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            new.writestr(name, b'<!DOCTYPE x [<!ENTITY a "b">]>' + data if "sheet1" in name else data)
    with pytest.raises(Refused, match="not allowed"):
        excel.read(path)


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/styles.xml"])
def test_a_damaged_part_is_refused(tmp_path, part):
    path = write(tmp_path / "deal.xlsx", 客户信息=[["客户名称", "青岚"]])
    data = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as archive:
        at = archive.getinfo(part).header_offset + 30 + len(part) + 8
    data[at : at + 40] = b"\xff" * 40
    path.write_bytes(bytes(data))
    with pytest.raises(Refused, match="damaged"):
        excel.read(path)


STRICT = {
    b"http://schemas.openxmlformats.org/spreadsheetml/2006/main": b"http://purl.oclc.org/ooxml/spreadsheetml/main",
    b"http://schemas.openxmlformats.org/officeDocument/2006/relationships": (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships"
    ),
    b'<c r="B2"><v>46346</v></c>': b'<c r="B2" t="d"><v>2026-11-20</v></c>',
}


def rewritten(source, path, change, **more):
    """The package at `source` with every part changed, and more parts."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(old.read(name)))
        for name, data in more.items():
            new.writestr(name.replace("__", "/"), data)
    return path


def test_a_workbook_of_the_strict_kind_is_read(tmp_path):
    def strict(data):
        for old, new in STRICT.items():
            data = data.replace(old, new)
        return data

    good = write(tmp_path / "good.xlsx", 报价=[["客户名称", "青岚"], ["报价日期", 46346]])
    deal = sources.load(rewritten(good, tmp_path / "deal.xlsx", strict)).deal
    assert (deal.account.name, str(deal.quote.date)) == ("青岚", "2026-11-20")


def test_macros_are_neither_run_nor_in_the_way(tmp_path):
    good = write(tmp_path / "good.xlsx", 客户信息=[["客户名称", "青岚"]])

    def with_macros(data):
        return data.replace(b"sheet.main+xml", b"sheet.macroEnabled.main+xml")

    path = rewritten(good, tmp_path / "deal.xlsm", with_macros, xl__vbaProject="not even a project")
    assert sources.load(path).deal.account.name == "青岚"


@pytest.mark.parametrize("extension", [".xls", ".et", ".xlsb", ".ods"])
def test_kinds_that_are_not_read_are_refused_by_what_they_are(tmp_path, extension):
    path = tmp_path / f"deal{extension}"
    zipped(path, **{"xl__workbook.bin" if extension == ".xlsb" else "content_xml": "<x/>"})
    if extension in (".xls", ".et"):
        path.write_bytes(OLE)
    with pytest.raises(Refused) as refused:
        sources.read(path)
    assert "另存为" in refused.value.findings[0].hint.zh
