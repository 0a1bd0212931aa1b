"""Each sign of whose it is, and each look that was not demanded, is found in an anonymous volume."""

from __future__ import annotations

from pathlib import PurePath

import pytest
from docx.enum.text import WD_LINE_SPACING
from docx.shared import Cm, Pt

from kadocs.audit.blind import Blind, audit
from kadocs.findings import Severity
from kadocs.gates.giveaways import giveaways
from kadocs.model import Deal
from tests.audit.blind import marked
from tests.audit.blind.marked import LOOK, clean, edited, in_runs, linked, member, run, said, word

DEAL = Deal.model_validate(
    {
        "vendor": {
            "legal_name": "云岭控制技术股份有限公司",
            "short_name": "云岭控制",
            "uscc": "91000000MA0YLKT01Y",
            "address": "云岭市高新区控制路 1 号",
            "phone": "000-5550-0100",
            "website": "https://yunling.example.com",
            "legal_rep": "沈屹川",
            "affiliates": ["云岭智控软件有限公司（全资子公司）"],
        },
        "account": {"name": "青岚市轨道交通集团有限公司", "short_name": "青岚轨道"},
        "bid": {"agent": {"name": "陆知远", "phone": "13900005501"}},
        "qualifications": {
            "people": [{"id": "P1", "name": "方也"}],
            "certificates": [{"name": "质量管理体系", "number": "YL-Q-2024-0118"}],
            "projects": [{"name": "甲", "buyer": "临澜市地铁运营有限公司", "public_name": "某地铁"}],
        },
        "solution": {
            "team": [{"name": "韩彻", "role": "项目经理"}],
            "service": {"hotline": "000-5550-0911（7×24 小时）"},
        },
        "quote": {
            "items": [
                {
                    "name": "平台",
                    "quantity": 1,
                    "unit_price": "1",
                    "maker": "云岭控制",
                    "brand": "岭捷",
                    "model": "YL-ISCS V6，20万点",
                }
            ]
        },
        "tender": {"anonymous": {"required": "是", "forbidden": ["省属"]}},
    }
)
OF = Blind(giveaways(DEAL), LOOK, (marked.logo(),), most_pages=3)
NAME = "技术册.docx"


def found(data: bytes, of: Blind = OF, name: str = NAME) -> list[tuple[str, str]]:
    return [(each.code, each.message.zh) for each in audit(PurePath(name), data, of)]


def codes(data: bytes, of: Blind = OF, name: str = NAME) -> set[str]:
    return {code for code, _ in found(data, of, name)}


def test_a_clean_volume_has_nothing_to_tell():
    assert found(clean()) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("我司云岭控制技术股份有限公司承诺", "云岭控制技术股份有限公司"),
        ("由云岭控制负责", "云岭控制"),
        ("云岭智控软件有限公司提供支持", "云岭智控软件有限公司"),
        ("代码 91000000ma0ylkt01y", "91000000MA0YLKT01Y"),
        ("地址：云岭市高新区控制路1号", "云岭市高新区控制路 1 号"),
        ("电话 ００0 5550 0100", "000-5550-0100"),
        ("热线 00055500911", "000-5550-0911"),
        ("手机 139 0000 5501", "13900005501"),
        ("见 YUNLING.example.com/case", "yunling.example.com"),
        ("法定代表人 沈 屹 川", "沈屹川"),
        ("项目经理韩彻到场", "韩彻"),
        ("安全员：方也", "方也"),
        ("证书 YL-Q-2024-0118", "YL-Q-2024-0118"),
        ("采用岭捷平台", "岭捷"),
        ("yl-iscs 平台", "YL-ISCS"),
        ("曾为临澜市地铁运营有限公司改造", "临澜市地铁运营有限公司"),
        ("我方是省属企业", "省属"),
    ],
)
def test_each_kind_of_sign_is_found_with_its_words(text, words):
    ((_, message),) = [each for each in found(said(text)(clean())) if each[0] == "AUD020"]
    assert f"“{words}”" in message


@pytest.mark.parametrize(
    "text",
    ["青岚市轨道交通集团有限公司的既有线", "投标人的项目经理", "对方也已确认", "YL-ISCSX", "1390000550"],
)
def test_the_buyer_and_words_that_only_look_alike_are_none(text):
    assert [
        each for each in audit(PurePath(NAME), said(text)(clean()), OF) if each.severity is Severity.ERROR
    ] == []


BOOKMARK = '<w:bookmarkStart w:id="9" w:name="云岭控制"/><w:bookmarkEnd w:id="9"/>'
COMMENT = '<w:comments xmlns:w="a"><w:comment w:author="云岭控制"/></w:comments>'
PLACES = {
    "text": said("云岭控制"),
    "runs": in_runs("云岭控制"),
    "table": word(lambda made: made.tables[0].cell(1, 0).paragraphs[0].add_run("云岭控制")),
    "heading": word(lambda made: made.add_heading("云岭控制方案", 2)),
    "header": word(lambda made: made.sections[0].header.paragraphs[0].add_run("云岭控制")),
    "footer": word(lambda made: made.sections[0].footer.paragraphs[0].add_run("云岭控制")),
    "alternative text": edited("<wp:docPr ", '<wp:docPr descr="云岭控制标志" '),
    "picture's name": edited('name="Picture 1"', 'name="云岭控制.png"'),
    "bookmark": edited("<w:sectPr", BOOKMARK + "<w:sectPr"),
    "field": edited("<w:t>总体", "<w:instrText>TITLE 云岭控制</w:instrText><w:t>总体"),
    "properties": member("docProps/app.xml", "<Properties><Company>云岭控制</Company></Properties>".encode()),
    "custom properties": member("docProps/custom.xml", "<Properties><x>云岭控制</x></Properties>".encode()),
    "comment": member("word/comments.xml", COMMENT.encode()),
    "data": member("customXml/item1.xml", "<a>云岭控制</a>".encode()),
    "link": linked("https://yunling.example.com/"),
    "hidden": run(lambda each: setattr(each.font, "hidden", True), "云岭控制"),
    "embedded": member("word/embeddings/a.txt", "云岭控制".encode()),
}  # fmt: skip


@pytest.mark.parametrize("place", PLACES)
def test_a_name_is_found_wherever_it_stands(place):
    assert "AUD020" in codes(PLACES[place](clean()))


def test_a_name_is_found_in_the_name_of_the_file():
    assert codes(clean(), name="云岭控制-技术册.docx") == {"AUD020"}


def test_a_finding_has_file_place_and_words():
    (each,) = [each for each in audit(PurePath(NAME), PLACES["table"](clean()), OF) if each.code == "AUD020"]
    assert each.place.file == NAME
    assert [step.zh for step in each.place.trail] == ["正文", "总体方案", "表1 第2行第1列", "“云岭控制”"]


@pytest.mark.parametrize("small", [False, True])
def test_the_logo_is_found_in_any_size(small):
    mark = member("word/media/image9.png", marked.logo(small=small))
    assert codes(mark(clean())) == {"AUD021"}


def test_another_picture_is_no_logo_and_a_coloured_one_is_told():
    assert codes(member("word/media/image9.png", marked.picture())(clean())) == set()
    assert codes(member("word/media/image9.png", marked.picture("red"))(clean())) == {"AUD023"}


def test_what_cannot_be_seen_is_a_warning():
    (each,) = audit(PurePath(NAME), member("word/media/image9.emf", b"\1\0\0\0")(clean()), OF)
    assert (each.code, each.severity) == ("AUD021", Severity.WARNING)


AROUND = {
    "header": word(lambda made: made.sections[0].header.paragraphs[0].add_run("技术方案")),
    "footer": word(lambda made: made.sections[0].footer.paragraphs[0].add_run("机密 1")),
    "property": member("docProps/app.xml", b"<Properties><Application>WPS</Application></Properties>"),
    "comments": member("word/comments.xml", b'<w:comments xmlns:w="a"/>'),
    "inserted": edited("<w:r>", '<w:ins w:id="1" w:author="x"/><w:r>'),
    "deleted": edited("<w:r>", '<w:del w:id="1" w:author="x"/><w:r>'),
    "hidden": run(lambda each: setattr(each.font, "hidden", True)),
    "link": linked("https://example.org/"),
}


@pytest.mark.parametrize("mark", AROUND)
def test_what_stands_around_the_text_is_found(mark):
    assert "AUD022" in codes(AROUND[mark](clean()))


@pytest.mark.parametrize("text", ["1", "- 3 -", "第 1 页", "第 1 页　共 9 页", "Page 1 of 9"])
def test_a_page_number_is_no_text_of_a_footer(text):
    mark = word(lambda made: made.sections[0].footer.paragraphs[0].add_run(text))
    assert "AUD022" not in codes(mark(clean()))


def test_headers_may_say_something_where_they_are_allowed():
    assert codes(AROUND["header"](clean()), OF._replace(headers=True)) == set()


RED_LINE = '<w:tblBorders><w:top w:val="single" w:color="FF0000"/></w:tblBorders>'
BLUE = '<w:rPr><w:color w:val="1F497D" w:themeColor="text2"/></w:rPr>'
TICK = '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/></w:r>'
LOOKS = {
    "font": run(lambda each: setattr(each.font, "name", "Arial"), "PLC"),
    "chinese font": word(lambda made: _chinese(made, "仿宋")),
    "size": run(lambda each: setattr(each.font, "size", marked.SMALL)),
    "colour": run(lambda each: setattr(each.font.color, "rgb", marked.BLUE)),
    "highlight": run(lambda each: setattr(each.font, "highlight_color", marked.YELLOW)),
    "bold": run(lambda each: setattr(each, "bold", True)),
    "italic": run(lambda each: setattr(each, "italic", True)),
    "underline": run(lambda each: setattr(each, "underline", True)),
    "spacing": word(lambda made: _spaced(made.paragraphs[1])),
    "style": word(lambda made: setattr(made.styles["Heading 1"].font, "size", Pt(16))),
    "colour of a style": word(lambda made: setattr(made.styles["Normal"].font.color, "rgb", marked.BLUE)),
    "margins": word(lambda made: setattr(made.sections[0], "left_margin", Cm(2))),
    "shaded cell": edited("</w:tcPr>", '<w:shd w:val="clear" w:fill="DCE6F2"/></w:tcPr>'),
    "shaded paragraph": edited("<w:pPr>", '<w:pPr><w:shd w:val="clear" w:fill="EEEEEE"/>'),
    "coloured line": edited("<w:tblPr>", "<w:tblPr>" + RED_LINE),
    "theme colour": edited("<w:r>", "<w:r>" + BLUE),
    "chart": member("word/charts/chart1.xml", b'<c xmlns:a="a"><a:srgbClr val="C00000"/></c>'),
    "symbol": edited("<w:r>", TICK + "<w:r>"),
}  # fmt: skip


def _chinese(made, font):
    each = made.paragraphs[1].add_run("双机")
    each.font.name = "宋体"
    each._r.rPr.rFonts.set("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}eastAsia", font)


def _spaced(paragraph):
    paragraph.paragraph_format.line_spacing_rule = WD_LINE_SPACING.DOUBLE


@pytest.mark.parametrize("mark", LOOKS)
def test_each_look_that_was_not_demanded_is_found(mark):
    assert codes(LOOKS[mark](clean())) == {"AUD023"}


def test_one_difference_in_many_places_is_told_once_with_their_number():
    mark = word(
        lambda made: [made.add_paragraph().add_run("甲").font.__setattr__("size", Pt(9)) for _ in range(5)]
    )
    ((_, message),) = found(mark(clean()))
    assert message == "字号是9 磅，要求14 磅（共 5 处）"


@pytest.mark.parametrize(("pages", "expected"), [(3, set()), (4, {"AUD024"})])
def test_pages_are_counted_in_the_pdf(pages, expected):
    assert codes(marked.pdf(pages), name="技术册.pdf") == expected


@pytest.mark.parametrize(
    ("about", "expected"),
    [
        ({"Title": "技术方案"}, {"AUD022"}),
        ({"Author": "云岭控制"}, {"AUD020", "AUD022"}),
        ({"Producer": "x"}, set()),
    ],
)
def test_a_pdf_says_nothing_of_itself(about, expected):
    assert codes(marked.pdf(**about), name="技术册.pdf") == expected


def test_bookmarks_of_a_pdf_name_nobody():
    assert codes(marked.pdf(outline="云岭控制方案"), name="技术册.pdf") == {"AUD020"}


def test_a_draft_is_written_with_warnings():
    told = audit(PurePath(NAME), PLACES["text"](clean()), OF._replace(draft=True))
    assert {each.severity for each in told} == {Severity.WARNING}


@pytest.mark.parametrize("data", [b"", b"PK\3\4 broken", b"%PDF broken", b"no file"])
def test_what_cannot_be_read_is_told_elsewhere(data):
    assert codes(data) <= {"AUD020"}
