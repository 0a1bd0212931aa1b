"""A base file's look takes the place of a template's: change one file, and every document changes."""

from copy import deepcopy

import pytest
from docx.enum.section import WD_ORIENT
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from kadocs.findings import Refused
from kadocs.render.word import Template
from kadocs.render.word.restyle import Brand, House, fitted, restyled
from tests.render.word.docs import heading, opened, part, saved, template, texts, validate, widths, xml
from tests.render.word.restyle.bases import (
    PRESETS,
    a4,
    base,
    colour,
    contents,
    logo,
    look,
    margins,
    named,
    numbered,
    parts,
    preset,
    size,
    style_of,
)
from tests.render.word.test_contents import FIELD

CONTENTS = xml(FIELD)
BULLET = xml('<w:p><w:pPr><w:pStyle w:val="ListBullet"/></w:pPr><w:r><w:t>one</w:t></w:r></w:p>')


def test_a_style_looks_as_in_the_base():
    out = look(template(heading("{{ t }}")), base(size("Heading 1", 31)), {"t": "T"})
    assert named(out, "Heading 1").font.size == Pt(31)
    assert opened(out).paragraphs[0].style.name == "Heading 1"


def test_one_changed_style_changes_every_document():
    templates = [template(heading("a")), template(heading("b"), "text")]
    for points in (20, 30):
        house = base(size("Heading 1", points))
        assert {named(look(data, house), "Heading 1").font.size for data in templates} == {Pt(points)}


def test_styles_are_told_by_name_whatever_their_identifiers():
    def build(document):
        style = style_of(document, "Table Text")
        style.element.set(qn("w:styleId"), "a7")
        style.font.size = Pt(7)

    data = template(lambda d: d.add_paragraph("x", style=style_of(d, "Table Text")))
    out = look(data, base(build))
    assert opened(out).paragraphs[0].style.font.size == Pt(7)


def test_a_style_is_told_by_its_other_name_too():
    def build(document):
        style = style_of(document, "表格文字")
        style.font.size = Pt(7)

    def aliased(document):
        style = style_of(document, "Table Text").element
        style.find(qn("w:name")).addnext(style.makeelement(qn("w:aliases"), {qn("w:val"): "表格文字"}))
        document.add_paragraph("x", style="Table Text")

    assert opened(look(template(aliased), base(build))).paragraphs[0].style.font.size == Pt(7)


def test_styles_that_the_base_does_not_have_stay():
    def own(document):
        style_of(document, "Only Here").font.size = Pt(8)
        document.add_paragraph("x", style="Only Here")

    assert opened(look(template(own), base())).paragraphs[0].style.font.size == Pt(8)


def test_headings_and_their_contents_are_numbered_as_in_the_base():
    data = template(CONTENTS, heading("{{ a }}"), heading("b", 2), heading("c"), numbered_plainly)
    house = base(numbered(("chineseCounting", "第%1章"), ("chineseCounting", "（%2）")))
    assert contents(look(data, house, {"a": "A"})) == ["第一章 A", "（一） b", "第二章 c"]


def numbered_plainly(document):
    numbered(("decimal", "%1"), ("decimal", "%1.%2"))(document)


def test_a_base_without_numbers_leaves_headings_without():
    data = template(CONTENTS, heading("a"), numbered_plainly)
    assert contents(look(data, base())) == ["a"]


def test_other_styles_keep_the_numbers_that_the_base_does_not_give():
    caption = numbered(("decimal", "表 %1"), styles=("Caption",))
    out = look(template("x", caption), base())
    assert named(out, "Caption").element.pPr.numPr is not None


def test_lists_of_the_template_stay_beside_those_of_the_base():
    data = template("{% for x in xs %}", BULLET, "{% endfor %}", heading("a"), numbered_plainly)
    out = look(data, base(numbered(("upperRoman", "%1"))), {"xs": [1, 2]})
    assert texts(out) == ["one", "one", "a"]


def test_a_paragraph_that_names_the_list_itself_follows():
    def named_list(document):
        numbered_plainly(document)
        number = style_of(document, "Heading 1").element.pPr.numPr
        paragraph = document.add_heading("direct")
        paragraph._p.get_or_add_pPr().append(deepcopy(number))

    data = template(CONTENTS, named_list)
    assert contents(look(data, base(numbered(("upperRoman", "%1"))))) == ["I direct"]


@pytest.mark.parametrize(
    ("language", "entries"),
    [("zh", ["第一章 a", "1.1 b"]), ("en", ["1 a", "1.1 b"])],
)
def test_words_in_numbers_are_those_of_the_documents_language(language, entries):
    data = template(CONTENTS, heading("a"), heading("b", 2))
    assert contents(look(data, preset("bid", language))) == entries


def test_the_words_of_captions_are_the_templates_own():
    caption = numbered(("decimal", "Table %1"), styles=("Caption",))
    out = look(
        template("x", caption), base(numbered(("decimal", "表 %1"), styles=("Caption",)), language="en")
    )
    assert "Table %1" in part(out, "word/numbering.xml")
    assert "表" not in part(out, "word/numbering.xml")


def test_pages_are_the_bases_and_tables_fill_them_as_before():
    data = template([["a", "b"]], a4, margins(left=30, right=30))
    house = base(a4, margins(left=40, right=40, top=50))
    before, out = restyled(data, "t.docx", base(a4, margins(left=30, right=30))), look(data, house)
    section = opened(out).sections[0]
    assert (section.left_margin.mm, section.top_margin.mm) == (
        pytest.approx(40, abs=0.1),
        pytest.approx(50, abs=0.1),
    )
    narrower = sum(map(int, widths(out, "gridCol"))) / sum(map(int, widths(before, "gridCol")))
    assert narrower == pytest.approx(130 / 150, abs=0.01)
    assert widths(out, "tcW") == widths(out, "gridCol")


def test_wide_pages_have_the_margins_turned():
    def wide(document):
        section = document.sections[0]
        section.orientation = WD_ORIENT.LANDSCAPE
        section.page_width, section.page_height = Mm(297), Mm(210)

    def upright(document):
        document.sections[0].page_width, document.sections[0].page_height = Mm(210), Mm(297)

    section = opened(
        look(template("x", wide), base(upright, margins(top=37, bottom=35, left=28, right=26)))
    ).sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (297, 210)
    found = [getattr(section, f"{side}_margin").mm for side in ("top", "bottom", "left", "right")]
    assert found == [pytest.approx(width, abs=0.1) for width in (28, 26, 35, 37)]


def test_pages_of_a_size_of_their_own_stay():
    def folded(document):
        last = document.add_section()
        document.sections[0].page_width, document.sections[0].page_height = Mm(420), Mm(297)
        last.page_width, last.page_height = Mm(210), Mm(297)

    def upright(document):
        document.sections[0].page_width, document.sections[0].page_height = Mm(210), Mm(297)

    out = look(template("x", folded), base(upright, margins(left=40)))
    assert [round(s.page_width.mm) for s in opened(out).sections] == [420, 210]
    assert round(opened(out).sections[1].left_margin.mm) == 40


def test_a_stop_at_the_edge_of_the_text_stays_at_the_edge():
    def tabbed(document):
        header = style_of(document, "Header")
        header.paragraph_format.tab_stops.clear_all()
        section = document.sections[0]
        edge = section.page_width - section.left_margin - section.right_margin
        header.paragraph_format.tab_stops.add_tab_stop(edge, 2)

    out = look(template("x", a4, margins(left=30, right=30), tabbed), base(a4, margins(left=40, right=40)))
    [stop] = named(out, "Header").paragraph_format.tab_stops
    assert stop.position.mm == pytest.approx(130, abs=0.2)


def test_the_logo_of_the_base_is_in_every_header():
    def headers(document):
        document.sections[0].header.paragraphs[0].text = "{{ x }}"
        document.add_section().header.is_linked_to_previous = False
        document.sections[1].header.paragraphs[0].text = "second"

    out = look(template("x", headers), base(logo("our mark")), {"x": "first"})
    for number, text in enumerate(("first", "second")):
        header = opened(out).sections[number].header
        assert "our mark" in header._element.xml
        assert [p.text for p in header.paragraphs] == ["", text]
    assert len(parts(out, "media/")) == 1


def test_it_takes_the_place_of_the_templates_own():
    data = template("x", header="text")
    document = opened(data)
    logo("theirs")(document)
    out = look(saved(document), base(logo("ours")))
    assert ("theirs" in part(out, "word/header1.xml"), "ours" in part(out, "word/header1.xml")) == (
        False,
        True,
    )


def test_a_base_without_picture_has_the_usual_place_for_the_logo():
    plain = base()
    house = plain._replace(usual=preset("bid").data)
    changed = restyled(template("x", header="text"), "t.docx", house)
    assert "vendor.logo" in part(changed, "word/header1.xml")
    out = Template(changed).render({"vendor": {"logo": None}})
    assert [p.text for p in opened(out).sections[0].header.paragraphs] == ["text"]


def test_included_files_fit_the_pages_and_look_like_the_rest():
    included = template([["a", "b"]], heading("h"), a4, margins(left=30, right=30))
    data = template('{% include "a.docx" %}', a4, margins(left=30, right=30))
    house = base(a4, margins(left=40, right=40), size("Heading 1", 31))
    inner = fitted(included, "a.docx", house)
    out = Template(restyled(data, "t.docx", house), files=lambda _: inner).render({})
    validate(data, out)
    assert sum(map(int, widths(out, "gridCol"))) < sum(map(int, widths(included, "gridCol")))
    assert opened(out).paragraphs[-1].style.font.size == Pt(31)


def test_a_file_whose_pages_are_the_bases_is_taken_as_it_is():
    included = template("x", a4, margins(left=30))
    assert fitted(included, "a.docx", base(a4, margins(left=30))) is included


def test_colours_of_the_brand_are_written_wherever_the_theme_is_meant():
    out = look(template(heading("a")), preset("modern", brand=Brand("AA1122", "00BB33")))
    styles, theme = part(out, "word/styles.xml"), part(out, "word/theme/theme1.xml")
    assert "AA1122" in theme and "00BB33" in theme
    assert "14507A" not in styles + theme
    assert named(out, "Heading 1").element.xml.count('w:val="AA1122"') == 1


def test_what_names_no_colour_of_the_theme_keeps_its_own():
    out = look(template("x"), base(colour("Heading 1", "123456"), brand=Brand("AA1122")))
    assert named(out, "Heading 1").font.color.rgb is not None
    assert str(named(out, "Heading 1").font.color.rgb) == "123456"


def test_fonts_of_the_brand():
    out = look(template(heading("a")), preset("bid", brand=Brand(latin="Georgia", east_asian="楷体")))
    fonts = part(out, "word/styles.xml").partition("</w:docDefaults>")[0]
    assert 'w:ascii="Georgia"' in fonts and 'w:eastAsia="楷体"' in fonts


@pytest.mark.parametrize("name", PRESETS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_shipped_style_makes_a_whole_document(name, language):
    data = template(CONTENTS, heading("a"), BULLET, [["x"]], header="h", footer="f")
    out = look(data, preset(name, language))
    assert len(contents(out)) == 1


@pytest.mark.parametrize("name", PRESETS)
def test_the_shipped_styles_have_the_same_names(name):
    names = {style.name for style in opened(preset("bid").data).styles}
    assert {style.name for style in opened(preset(name).data).styles} == names


def test_what_is_no_word_file_is_refused_by_its_name():
    with pytest.raises(Refused) as caught:
        restyled(template("x"), "t.docx", House("own.docx", b"no"))
    assert caught.value.findings[0].place.file == "own.docx"


def test_the_same_files_give_the_same_bytes():
    data, house = template(heading("a"), header="x"), preset("modern")
    assert restyled.__wrapped__(data, "t.docx", house) == restyled.__wrapped__(data, "t.docx", house)


def test_a_template_without_styles_and_lists_gets_the_bases():
    def bare(document):
        for kind in ("styles", "numbering"):
            for key, relation in list(document.part.rels.items()):
                if relation.reltype.endswith(f"/{kind}"):
                    del document.part.rels[key]

    out = look(template("x", bare), preset("bid"))
    assert len(opened(out).styles) > 40


def lines_of_cover(*order):
    def build(document):
        for name in order:
            style_of(document, name)
            document.add_paragraph(name, style=name)

    return build


def spaced(name, before, after):
    def build(document):
        shape = style_of(document, name).paragraph_format
        shape.space_before, shape.space_after = Pt(before), Pt(after)

    return build


@pytest.mark.parametrize(
    ("order", "before"), [(("Title", "Subtitle"), [100, 0]), (("Subtitle", "Title"), [0, 100])]
)
def test_the_space_on_a_cover_is_before_its_first_line_whichever_it_is(order, before):
    house = base(spaced("Title", 100, 2), spaced("Subtitle", 0, 60), lines_of_cover("Title", "Subtitle"))
    out = look(template(lines_of_cover(*order)), house)
    found = [named(out, name).paragraph_format.space_before.pt for name in ("Title", "Subtitle")]
    assert found == before
