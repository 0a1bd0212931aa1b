"""A font that the laying-out machine lacks is told, with what takes its place."""

import io

import docx
import pytest
from docx.oxml.ns import qn

from kadocs.office import fonts, installed
from kadocs.office.fonts import lacking

INSTALLED = {
    "Arial": "Liberation Sans",
    "宋体": "Noto Serif CJK SC",
    "微软雅黑": "Noto Sans CJK JP,Noto Sans CJK JP Regular",
    "Georgia": "DejaVu Sans",
    "方正姚体": "DejaVu Sans",
    "Noto Sans": "Noto Sans,Noto Sans Regular",
}


@pytest.fixture(autouse=True)
def machine(monkeypatch):
    """A machine with a few fonts."""
    monkeypatch.setattr(installed, "version", lambda: "LibreOffice 0")
    monkeypatch.setattr(fonts, "_matched", lambda name: INSTALLED.get(name, name))


def document(text: str, latin: str = "Noto Sans", chinese: str = "Noto Sans") -> bytes:
    """One paragraph in these fonts; nothing else says any."""
    word = docx.Document()
    for style in word.styles.element.iter(qn("w:rFonts")):
        style.attrib.clear()
    run = word.add_paragraph().add_run(text)
    run.font.name = latin
    run._r.rPr.rFonts.set(qn("w:eastAsia"), chinese)
    stream = io.BytesIO()
    word.save(stream)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("latin", "chinese", "severity", "stand_in"),
    [
        ("Arial", "Noto Sans", "info", "Liberation Sans"),
        ("Georgia", "Noto Sans", "warning", "DejaVu Sans"),
        ("Noto Sans", "宋体", "info", "Noto Serif CJK SC"),
        ("Noto Sans", "微软雅黑", "warning", "Noto Sans CJK JP"),
        ("Noto Sans", "方正姚体", "warning", "DejaVu Sans"),
    ],
)
def test_a_lacking_font_is_told_with_what_replaced_it(latin, chinese, severity, stand_in):
    [finding] = lacking(document("中文 and letters", latin, chinese))
    assert (finding.code, finding.severity.value) == ("OUT015", severity)
    name = latin if chinese == "Noto Sans" else chinese
    assert name in finding.message.zh
    assert f"“{stand_in}”" in finding.message.en


def test_fonts_that_are_there_are_not_told():
    assert lacking(document("中文 and letters")) == []


def test_a_chinese_font_does_not_matter_where_there_is_no_chinese():
    assert lacking(document("letters", chinese="宋体")) == []


def test_the_font_of_a_style_counts_where_the_style_is_used():
    word = docx.Document(io.BytesIO(document("letters")))
    word.styles["Heading 1"].font.name = "Georgia"
    stream = io.BytesIO()
    word.save(stream)
    assert lacking(stream.getvalue()) == []
    word.add_heading("A", 1)
    stream = io.BytesIO()
    word.save(stream)
    assert ["Georgia" in each.message.en for each in lacking(stream.getvalue())] == [True]


def test_without_fontconfig_nothing_is_said(monkeypatch):
    monkeypatch.undo()
    monkeypatch.setattr("shutil.which", lambda name: None)
    fonts._matched.cache_clear()
    assert lacking(document("中文", "Georgia", "宋体")) == []
    fonts._matched.cache_clear()


def test_what_is_no_document_has_no_fonts():
    assert lacking(b"PK") == []
