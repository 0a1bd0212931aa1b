"""What a template tells of its maker is in none of its documents; what its tags say is."""

from __future__ import annotations

import io
import zipfile
from pathlib import PurePath

import docx
import openpyxl
import pytest
from openpyxl.comments import Comment

from kadocs.audit import audit, watch
from kadocs.model import Audience, Deal
from kadocs.render import excel, word

MAKER = "张三"
OURS = "云岭控制技术股份有限公司"
WATCH = watch(Deal.model_validate({"vendor": {"legal_name": OURS}}), [], Audience.CUSTOMER)
CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">{}</cp:coreProperties>'
)
APP = '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">{}</Properties>'
CUSTOM = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
    'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">{}</Properties>'
)
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
W15 = 'xmlns:w15="http://schemas.microsoft.com/office/word/2012/wordml"'


def own(name: str, value: str, number: int = 2) -> str:
    return (
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{number}" name="{name}">'
        f"<vt:lpwstr>{value}</vt:lpwstr></property>"
    )


def body(paragraph: str) -> str:
    return f"<w:document {W}><w:body><w:p>{paragraph}</w:p></w:body></w:document>"


def changed(data: bytes, parts: dict[str, str]) -> bytes:
    """A package with parts put in, or changed where they are there already."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in dict.fromkeys([*old.namelist(), *parts]):
            new.writestr(name, parts[name] if name in parts else old.read(name))
    return out.getvalue()


def letter(text: str = "致 {{ name }}", **parts: str) -> bytes:
    """A Word template with these properties (core, app, custom) or parts by name."""
    out = io.BytesIO()
    document = docx.Document()
    document.core_properties.author = MAKER
    document.add_paragraph(text)
    document.save(out)
    named = {f"docProps/{n}.xml" if "/" not in n else n: xml for n, xml in parts.items()}
    return changed(out.getvalue(), named)


def book(**parts: str) -> bytes:
    out = io.BytesIO()
    workbook = openpyxl.Workbook()
    workbook.properties.creator = MAKER
    workbook.active["A1"] = "{{ name }}"
    workbook.active["A1"].comment = Comment("看一下", MAKER)
    workbook.save(out)
    return changed(out.getvalue(), parts)


def part(data: bytes, name: str) -> str:
    return zipfile.ZipFile(io.BytesIO(data)).read(name).decode()


def everything(data: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return "\n".join(package.read(name).decode("utf-8", "replace") for name in package.namelist())


def rendered(data: bytes, name: str = "a.docx") -> bytes:
    engine = word.Template if name.endswith(".docx") else excel.Template
    return engine(data, name).render({"name": OURS})


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("core", f"<dc:creator>{MAKER}</dc:creator>"),
        ("core", f"<cp:lastModifiedBy>{MAKER}</cp:lastModifiedBy>"),
        ("core", "<cp:revision>17</cp:revision>"),
        ("core", "<cp:lastPrinted>2019-03-01T08:00:00Z</cp:lastPrinted>"),
        ("core", '<dcterms:created xsi:type="dcterms:W3CDTF">2019-03-01T08:00:00Z</dcterms:created>'),
        ("core", '<dcterms:modified xsi:type="dcterms:W3CDTF">2019-03-01T08:00:00Z</dcterms:modified>'),
        ("app", f"<Company>{MAKER}</Company>"),
        ("app", f"<Manager>{MAKER}</Manager>"),
        ("app", "<Template>C:\\Users\\zhangsan\\bid.dotm</Template>"),
        ("app", "<TotalTime>3120</TotalTime>"),
        ("app", "<HyperlinkBase>\\\\server\\zhangsan</HyperlinkBase>"),
        ("custom", own("KSOProductBuildVer", "2052-12.1")),
    ],
)
def test_properties_of_the_maker_are_in_no_document(name, said):
    whole = {"core": CORE, "app": APP, "custom": CUSTOM}[name].format(said)
    data = letter(**{name: whole})
    assert said in everything(data)
    out = rendered(data)
    for trace in ("zhangsan", MAKER, ">17<", "2019", "3120", "KSO"):
        assert trace not in everything(out)
    assert not audit({PurePath("a.docx"): out}, WATCH)


@pytest.mark.parametrize(
    ("name", "whole", "left"),
    [
        ("core", CORE.format("<dc:creator>{{ name }}</dc:creator>"), f"<dc:creator>{OURS}</dc:creator>"),
        ("core", CORE.format("<dc:title>投标文件</dc:title>"), "<dc:title>投标文件</dc:title>"),
        ("core", CORE.format("<dc:subject>{{ name }}</dc:subject>"), f"<dc:subject>{OURS}</dc:subject>"),
        ("app", APP.format("<Company>{{ name }}</Company>"), f"<Company>{OURS}</Company>"),
        ("app", APP.format("<Application>WPS Office</Application>"), "WPS Office"),
        ("custom", CUSTOM.format(own("投标人", "{{ name }}")), f"<vt:lpwstr>{OURS}</vt:lpwstr>"),
    ],
)
def test_what_a_tag_says_and_what_names_nobody_stays(name, whole, left):
    assert left in part(rendered(letter(**{name: whole})), f"docProps/{name}.xml")


def test_a_property_that_a_field_shows_stays():
    said = CUSTOM.format(own("Project", "2号线") + own("KSO", "1", 3))
    field = body('<w:fldSimple w:instr=" DOCPROPERTY Project "/>')
    out = rendered(letter(custom=said, **{"word/document.xml": field}))
    assert "Project" in part(out, "docProps/custom.xml")
    assert "KSO" not in part(out, "docProps/custom.xml")


def test_who_commented_or_changed_a_template_and_when_is_not_told():
    when = f'w:author="{MAKER}" w:date="2019-03-01T08:00:00Z" w:initials="zs"'
    text = 'a w:rsidR="00AB12CD"'
    said = body(f'<w:ins w:id="1" {when}><w:r w:rsidR="00AB12CD"><w:t>{text}</w:t></w:r></w:ins>')
    people = (
        f'<w15:people {W15}><w15:person w15:author="{MAKER}"><w15:presenceInfo/></w15:person></w15:people>'
    )
    out = rendered(letter(**{"word/document.xml": said, "word/people.xml": people}))
    assert MAKER not in everything(out)
    assert "2019" not in everything(out)
    assert part(out, "word/document.xml").count("rsid") == 1  # what the text says stays


def test_sessions_of_work_are_not_told():
    settings = (
        f'<w:settings {W} {W15}><w:zoom w:percent="100"/><w:rsids><w:rsidRoot w:val="00AB12CD"/></w:rsids>'
        '<w15:docId w15:val="{0A1B}"/></w:settings>'
    )
    out = part(rendered(letter(**{"word/settings.xml": settings})), "word/settings.xml")
    assert "rsid" not in out
    assert "docId" not in out
    assert "zoom" in out


def test_a_workbook_names_neither_its_maker_nor_where_it_lay():
    old = part(book(), "xl/workbook.xml")
    lay = (
        '<mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
        '<mc:Choice Requires="x15"><x15ac:absPath xmlns:x15ac="http://schemas.microsoft.com/office/spreadsheetml/'
        '2010/11/ac" url="C:\\Users\\zhangsan\\"/></mc:Choice></mc:AlternateContent>'
    )
    data = book(**{"xl/workbook.xml": old.replace("<workbookPr", f"{lay}<workbookPr")})
    assert MAKER in everything(data)
    out = rendered(data, "a.xlsx")
    assert MAKER not in everything(out)
    assert "zhangsan" not in everything(out)
    assert openpyxl.load_workbook(io.BytesIO(out)).active["A1"].comment.text == "看一下"
    assert not [f for f in audit({PurePath("a.xlsx"): out}, WATCH) if f.code == "AUD007"]


def test_a_workbook_within_a_document_is_cleaned_too():
    inner = book()
    data = io.BytesIO(letter())
    with zipfile.ZipFile(data, "a") as package:
        package.writestr("word/embeddings/data.xlsx", inner)
        package.writestr("word/embeddings/broken.xlsx", b"PK\x03\x04")
    with zipfile.ZipFile(io.BytesIO(rendered(data.getvalue()))) as out:
        assert MAKER not in everything(out.read("word/embeddings/data.xlsx"))
        assert out.read("word/embeddings/broken.xlsx") == b"PK\x03\x04"


def test_a_file_that_is_put_in_brings_no_names():
    outer = letter("{% include 'inner.docx' %}")
    said = body(f'<w:ins w:id="1" w:author="{MAKER}"><w:r><w:t>a</w:t></w:r></w:ins>')
    inner = letter(**{"word/document.xml": said})
    out = word.Template(outer, "a.docx", lambda name: inner).render({})
    assert MAKER not in everything(out)
