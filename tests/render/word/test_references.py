"""Cross-references, running numbers and page numbers are written anew, whatever the template had saved."""

import re

import pytest

from kadocs.findings import Refused
from kadocs.render.word import Template
from tests.render.word.docs import NAMESPACE, heading, part, render, template, texts, xml


def field(code: str, result: str = "?") -> str:
    """A complex field, as Word saves it."""
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'<w:r><w:rPr><w:b/></w:rPr><w:t>{result}</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def paragraph(*pieces: str, style: str = "") -> str:
    """Runs and text in a paragraph."""
    head = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    runs = (
        piece if piece.startswith("<") else f'<w:r><w:t xml:space="preserve">{piece}</w:t></w:r>'
        for piece in pieces
    )
    return f"<w:p>{head}{''.join(runs)}</w:p>"


def marked(name: str, text: str, number: int = 70) -> str:
    """Text in a bookmark."""
    return (
        f'<w:bookmarkStart w:id="{number}" w:name="{name}"/><w:r><w:t>{text}</w:t></w:r>'
        f'<w:bookmarkEnd w:id="{number}"/>'
    )


def simple(code: str) -> str:
    return f'<w:fldSimple w:instr=" {code} "><w:r><w:t>?</w:t></w:r></w:fldSimple>'


@pytest.mark.parametrize("write", [field, simple])
@pytest.mark.parametrize("first", [True, False])
def test_a_cross_reference_repeats_what_its_bookmark_holds_before_or_behind_it(write, first):
    pair = [paragraph("见", write("REF _Ref1 \\h")), paragraph(marked("_Ref1", "{{ name }}"))]
    out = render(template(*map(xml, pair if first else pair[::-1])), {"name": "A & B"})
    assert sorted(texts(out)) == ["A & B", "见A & B"]


def test_a_reference_to_a_page_shows_it_once_it_is_known():
    data = template(
        xml(paragraph("第", field("PAGEREF _Ref1 \\h", "9"), "页")), xml(paragraph(marked("_Ref1", "a")))
    )
    assert Template(data).needs_pages
    assert texts(render(data))[0] == "第页"  # an old number would be a wrong one
    assert texts(render(data, pages={"_Ref1": 12}))[0] == "第12页"


def test_the_result_keeps_its_look():
    out = part(render(template(xml(paragraph(field("REF a"), marked("a", "x"))))))
    assert '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">x</w:t></w:r>' in out


def test_what_a_loop_repeats_refers_to_its_own_turn():
    turn = [paragraph(marked("a", "{{ x }}"), "=", field("REF a")), paragraph(field("PAGEREF a"))]
    out = render(
        template("{%p for x in xs %}", *map(xml, turn), "{%p endfor %}"),
        {"xs": ["一", "二"]},
        pages={"a": 3, "a_2": 4},
    )
    assert texts(out) == ["一=一", "3", "二=二", "4"]


def test_a_reference_to_what_was_left_out_keeps_its_old_result_and_is_told():
    body = [
        xml(paragraph(field("REF a", "old"))),
        "{%p if no %}",
        xml(paragraph(marked("a", "x"))),
        "{%p endif %}",
    ]
    warnings = []
    out = Template(template(*body)).render({"no": False}, warnings=warnings)
    assert texts(out) == ["old"]
    assert [(each.code, each.severity.name) for each in warnings] == [("TPL092", "WARNING")]


def test_tags_in_an_old_result_are_not_filled():
    assert texts(render(template(xml(paragraph(field("REF a", "{{ stale }}"), marked("a", "x")))))) == ["xx"]


def numbered(document):
    """Headings numbered 1, 1.1."""
    from docx.oxml import parse_xml

    numbering = document.part.numbering_part.element
    levels = "".join(
        f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>'
        f'<w:pStyle w:val="Heading{i + 1}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for i, text in enumerate(["第%1章", "%1.%2"])
    )
    numbering.insert(
        0, parse_xml(f'<w:abstractNum {NAMESPACE} w:abstractNumId="90">{levels}</w:abstractNum>')
    )
    numbering.append(parse_xml(f'<w:num {NAMESPACE} w:numId="90"><w:abstractNumId w:val="90"/></w:num>'))
    for level in (1, 2):
        properties = document.styles[f"Heading {level}"].element.get_or_add_pPr()
        properties._insert_numPr(parse_xml(f'<w:numPr {NAMESPACE}><w:numId w:val="90"/></w:numPr>'))


@pytest.mark.parametrize("switch", ["\\n", "\\r", "\\w"])
def test_a_reference_to_a_number_shows_that_of_the_heading(switch):
    body = [heading("甲"), heading("乙"), xml(paragraph(marked("_Ref1", "丙"), style="Heading2"))]
    out = render(template(numbered, *body, xml(paragraph("见", field(f"REF _Ref1 {switch} \\h"), "节"))))
    assert texts(out)[-1] == "见2.1节"


CAPTION = paragraph("图", field("SEQ 图 \\* ARABIC", "1"), " {{ x }}", style="Caption")


def test_captions_in_a_loop_count_on():
    out = render(template("{%p for x in xs %}", xml(CAPTION), "{%p endfor %}"), {"xs": list("甲乙丙")})
    assert texts(out) == ["图1 甲", "图2 乙", "图3 丙"]


def test_captions_count_anew_in_each_chapter():
    caption = paragraph("图", field("STYLEREF 1 \\s"), "-", field("SEQ 图 \\* ARABIC \\s 1"))
    out = render(
        template(numbered, "{%p for x in xs %}", heading("{{ x }}"), *[xml(caption)] * 2, "{%p endfor %}"),
        {"xs": ["甲", "乙"]},
    )
    assert texts(out) == ["甲", "图1-1", "图1-2", "乙", "图2-1", "图2-2"]


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("SEQ a \\* ROMAN", "I,II"),
        ("SEQ a \\* CHINESENUM3", "一,二"),
        ("SEQ a \\r 5", "5,5"),
        ("SEQ a \\h", ","),
    ],
)
def test_a_sequence_is_written_as_its_field_says(code, shown):
    assert texts(render(template(xml(paragraph(field(code), ",", field(code)))))) == [shown]


LIST = '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> TOC {} </w:instrText></w:r>' + (
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>old</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)


@pytest.mark.parametrize("code", ['\\h \\z \\t "caption,2"', "\\h \\z \\c 图", '\\h \\z \\c "图"'])
def test_a_list_of_figures_holds_their_captions_and_pages(code):
    body = [xml(LIST.format(code)), heading("章"), "{%p for x in xs %}", xml(CAPTION), "{%p endfor %}"]
    pages = {"_Toc000001": 1, "_Toc000002": 5, "_Toc000003": 6}
    out = render(template(*body), {"xs": list("甲乙")}, pages=pages)
    assert texts(out)[:2] == ["图1 甲\t5", "图2 乙\t6"]
    assert "章\t1" not in texts(out)


def test_a_list_of_figures_without_figures_goes():
    assert texts(render(template(xml(LIST.format("\\h \\c 图")), heading("章")))) == ["章"]


def test_captions_are_not_in_the_contents():
    body = [xml(LIST.format('\\o "1-3"')), xml(LIST.format('\\t "caption,2"')), heading("章"), xml(CAPTION)]
    assert texts(render(template(*body), {"x": "甲"}))[:2] == ["章", "图1 甲"]


INDEX = "{% for r in rs %}{{ r.id }}：第{{ ('req-' ~ r.id) | page }}页 {% endfor %}"
TARGETS = ["{%p for r in rs %}", "{{ r.text | bookmark('req-' ~ r.id) }}", "{%p endfor %}"]
RS = {"rs": [{"id": "R01", "text": "冗余"}, {"id": "R-02", "text": "时钟"}]}


def names(out: bytes) -> list[str]:
    return re.findall(r'w:bookmarkStart w:id="\d+" w:name="([^"]+)"', part(out))


def test_an_index_tells_the_page_of_each_bookmark():
    data = template(INDEX, *TARGETS)
    assert Template(data).needs_pages
    first = render(data, RS)
    assert texts(first) == ["R01：第页 R-02：第页 ", "冗余", "时钟"]
    one, two = names(first)
    out = render(data, RS, pages={one: 7, two: 12})
    assert texts(out)[0] == "R01：第7页 R-02：第12页 "
    assert part(out).count(f"PAGEREF {one} \\h") == 1


def test_names_of_bookmarks_are_what_word_takes_and_the_same_every_time():
    data = template("{%p for n in ns %}", "{{ 'x' | bookmark(n) }}", "{%p endfor %}")
    given = ["req-R01", "req R01", "需求一", "1", "x" * 60, "fit_1"]
    found = names(render(data, {"ns": given}))
    assert len(set(found)) == len(given)
    assert all(re.fullmatch(r"[A-Za-z]\w{0,39}", name, re.ASCII) for name in found)
    assert found[-1] == "fit_1"
    assert found == names(render(data, {"ns": given}))


def test_a_page_of_a_bookmark_set_in_word_by_hand():
    data = template("第{{ '报价表' | page }}页", xml(paragraph(marked("报价表", "x"))))
    assert texts(render(data, pages={"报价表": 4}))[0] == "第4页"


def test_a_bookmark_in_a_table_and_in_a_heading():
    data = template(
        "{{ 'a' | page }}，{{ 'b' | page }}",
        [["{{ 'x' | bookmark('a') }}"]],
        heading("{{ 'y' | bookmark('b') }}"),
    )
    assert texts(render(data, pages={"a": 2, "b": 3}))[0] == "2，3"


def test_a_bookmark_that_is_nowhere_is_told_with_its_place_and_the_nearest_name():
    with pytest.raises(Refused) as refused:
        render(template("{{ 'req-R09' | page }}", *TARGETS), RS)
    [finding] = refused.value.findings
    assert finding.code == "TPL090"
    assert "req-R09" in finding.message.zh
    assert "req-R01" in finding.hint.zh
    assert "page" in str(finding.place)


def test_a_bookmark_set_twice_is_refused():
    with pytest.raises(Refused) as refused:
        render(template(*["{{ 'x' | bookmark('a') }}"] * 2))
    assert refused.value.findings[0].code == "TPL091"


def test_a_missing_value_in_a_bookmark_is_missing():
    with pytest.raises(Refused) as refused:
        render(template("{{ x | bookmark('a') }}"), {"x": None})
    assert refused.value.findings[0].code == "TPL020"


SECTION = '<w:p><w:pPr><w:sectPr>{}<w:pgSz w:w="11906" w:h="16838"/></w:sectPr></w:pPr></w:p>'


@pytest.mark.parametrize(
    ("sections", "shown"),
    [
        (["", ""], "a 5"),
        (["", '<w:pgNumType w:start="1"/>'], "a 3"),
        (["", '<w:pgNumType w:fmt="lowerRoman"/>'], "a v"),
        (["", '<w:pgNumType w:fmt="upperRoman" w:start="1"/>'], "a III"),
        (['<w:pgNumType w:start="10"/>', ""], "a 14"),
    ],
)
def test_the_number_printed_on_the_page_is_shown(sections, shown):
    def count(document):
        from docx.oxml import parse_xml

        last = document.element.body.sectPr
        if sections[1]:
            last.append(parse_xml(sections[1].replace("/>", f" {NAMESPACE}/>")))

    body = [
        xml(paragraph("a ", field("PAGEREF a"))),
        xml(SECTION.format("").replace("</w:sectPr>", f"{sections[0]}</w:sectPr>")),
        "second",
        xml(paragraph(marked("a", "here"))),
    ]
    data = template(*body, count)
    assert texts(render(data, pages={"a": 5, "_Sec000001": 3}))[0] == shown
