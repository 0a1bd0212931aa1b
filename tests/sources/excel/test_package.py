"""What is no workbook is refused by what it is; what would fill the memory is refused before it does."""

import zipfile

import pytest

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
