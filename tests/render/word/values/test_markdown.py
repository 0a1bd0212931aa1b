import pytest
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st

from kadocs.render.word import Markdown, Template
from tests.render.word.docs import opened, part, refused, render, template, texts, validate, xml
from tests.render.word.test_contents import FIELD
from tests.render.word.values.pictures import picture


def read(text, build="{{p x|markdown }}", **options):
    return render(template("before", build, "after"), {"x": text}, **options)


def styles(out):
    return [(p.text, p.style.name) for p in opened(out).paragraphs[1:-1]]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("one", [("one", "Normal")]),
        ("one\n\ntwo", [("one", "Normal"), ("two", "Normal")]),
        ("# A\n\n### B", [("A", "Heading 1"), ("B", "Heading 3")]),
        ("- a\n- b", [("a", "List Bullet"), ("b", "List Bullet")]),
        ("1. a\n2. b", [("a", "List Number"), ("b", "List Number")]),
        ("- a\n  - b\n    - c", [("a", "List Bullet"), ("b", "List Bullet 2"), ("c", "List Bullet 3")]),
        ("1. a\n   - b\n2. c", [("a", "List Number"), ("b", "List Bullet 2"), ("c", "List Number")]),
        ("- a\n\n  more\n- b", [("a", "List Bullet"), ("more", "Normal"), ("b", "List Bullet")]),
        ("> said", [("said", "Quote")]),
        ("```\na\n  b\n```", [("a\n  b", "Normal")]),
        ("---", [("", "Normal")]),
        ("soft\nbreak  \nhard", [("soft break\nhard", "Normal")]),
        ("中文\n换行", [("中文换行", "Normal")]),
        ("<b>no HTML</b> &amp;", [("<b>no HTML</b> &", "Normal")]),
        ("a & b < c", [("a & b < c", "Normal")]),
        ("", []),
        ("- ", [("", "List Bullet")]),
    ],
)
def test_blocks_take_the_templates_styles(text, found):
    assert styles(read(text)) == found


def test_a_tag_alone_in_its_paragraph_needs_no_prefix():
    assert styles(read("# A\n\nb", "{{ x | markdown }}")) == [("A", "Heading 1"), ("b", "Normal")]


def test_headings_may_begin_at_a_lower_level():
    assert styles(read("# A\n\n## B", "{{p x|markdown(level=3) }}")) == [
        ("A", "Heading 3"),
        ("B", "Heading 4"),
    ]


def test_formatting_within_a_line():
    out = read("**b** *i* ***bi*** ~~s~~ `c`")
    found = {r.text: (r.bold, r.italic, r.font.strike, r.font.name) for r in opened(out).paragraphs[1].runs}
    assert found["b"] == (True, None, None, None)
    assert found["i"] == (None, True, None, None)
    assert found["bi"] == (True, True, None, None)
    assert found["s"] == (None, None, True, None)
    assert found["c"] == (None, None, None, "Consolas")


def test_one_paragraph_may_stand_in_a_line():
    out = read("**b** c", "a {{ x|markdown }} d")
    assert texts(out)[1] == "a b c d"


def test_several_paragraphs_in_a_line_are_refused():
    (found,) = refused(template("a {{ x|markdown }}"), {"x": "b\n\nc"})
    assert found.code == "TPL050"


def numbers(out):
    return [
        (p.text, p._p.pPr.numPr.numId.val)
        for p in opened(out).paragraphs
        if p._p.pPr is not None and p._p.pPr.numPr is not None
    ]


def test_every_numbered_list_begins_anew():
    out = read("1. a\n2. b\n\ntext\n\n1. c\n\ntext\n\n5. d")
    (a, one), (b, same), (c, two), (d, three) = numbers(out)
    assert (a, b, c, d) == ("a", "b", "c", "d")
    assert one == same
    assert len({one, two, three}) == 3
    nums = opened(out).part.numbering_part.element.num_lst
    starts = {n.numId: n.find(f".//{qn('w:startOverride')}").get(qn("w:val")) for n in nums if n.numId >= one}
    assert [starts[n] for n in (one, two, three)] == ["1", "1", "5"]


def test_nested_numbered_lists_number_within_their_item():
    out = read("1. a\n   1. b\n   2. c\n2. d\n   1. e")
    found = dict(numbers(out))
    assert found["b"] == found["c"] != found["e"]
    assert found["a"] == found["d"] not in (found["b"], found["e"])


def without_styles(document):
    document.add_paragraph("{{p x|markdown }}")
    for style in list(document.styles.element.style_lst):
        if style.name_val not in ("Normal", "Table Normal"):
            document.styles.element.remove(style)


def test_a_template_without_these_styles_gets_plain_ones():
    text = "# A\n\n- b\n  1. c\n\n> q\n\n```\ncode\n```\n\n|h|\n|-|\n|x|\n\n[l](https://a.example) `c`"
    out = read(text, without_styles)
    assert [p.text for p in opened(out).paragraphs] == ["before", "A", "b", "c", "q", "code", "l c", "after"]
    assert opened(out).paragraphs[1].runs[0].bold
    assert len({number for _, number in numbers(out)}) == 2
    assert "<w:tblBorders>" in part(out)


TABLE = "| A | B | C |\n|---|:-:|--:|\n| a | **b** | 1 |\n| d | e | 2 |"


def test_tables():
    out = read(f"{TABLE}\n\n{TABLE}")
    first, second = opened(out).tables
    assert [[c.text for c in row.cells] for row in first.rows] == [
        ["A", "B", "C"],
        ["a", "b", "1"],
        ["d", "e", "2"],
    ]
    assert first.style.name == "Table Grid"
    assert first.cell(0, 0).paragraphs[0].runs[0].bold
    assert first.cell(1, 2).paragraphs[0].alignment == 2
    assert first._tbl.getnext().tag == qn("w:p")
    assert second._tbl.getnext().tag == qn("w:p")


def test_tables_look_like_the_templates_own_or_as_asked():
    def build(document):
        document.add_table(1, 1, "Light List")
        document.add_paragraph("{{p x|markdown }}")
        document.add_paragraph("{{p x|markdown(table='Light Grid') }}")

    found = [table.style.name for table in opened(render(template(build), {"x": TABLE})).tables]
    assert found == ["Light List", "Light List", "Light Grid"]


def test_a_table_style_that_is_not_there_is_refused():
    (found,) = refused(template("{{p x|markdown(table='Light Gird') }}"), {"x": TABLE})
    assert (found.code, found.hint.en) == ("TPL055", 'Did you mean "Light Grid"?')


def test_markdown_in_a_cell_keeps_the_cell_whole():
    out = render(template([["{{ x|markdown }}"]]), {"x": TABLE})
    assert opened(out).tables[0].cell(0, 0).tables[0].cell(0, 0).text == "A"


def test_links_and_pictures():
    data = template("{{p x|markdown }}")
    text = "[**site**](https://a.example/?a=1&b=2) ![A logo](images/logo.png)"
    out = Template(data, files={"images/logo.png": picture()}.__getitem__).render({"x": text})
    validate(data, out)
    assert opened(out).paragraphs[0].hyperlinks[0].address == "https://a.example/?a=1&b=2"
    assert opened(out).inline_shapes[0]._inline.docPr.get("descr") == "A logo"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[x](javascript:alert(1))", "TPL052"),
        ("[x](file:///etc/passwd)", "TPL052"),
        ("![x](https://a.example/a.png)", "TPL053"),
        ("![x](../a.png)", "TPL053"),
    ],
)
def test_what_data_may_not_reach_is_refused(text, code):
    (found,) = refused(template("{{p x|markdown }}"), {"x": text})
    assert found.code == code


def test_headings_are_listed_in_the_contents():
    data = template(xml(FIELD), "{{p x|markdown }}")
    out = render(data, {"x": "# First\n\ntext\n\n## Second"})
    assert texts(out)[:2] == ["First", "Second"]
    assert part(out).count('"_Toc000002"') == 2


def test_body_text_looks_like_the_tags_paragraph():
    def build(document):
        document.add_paragraph("{{p x|markdown }}", "Body Text").runs[0].italic = True

    out = read("one **two**\n\n> q", build)
    assert styles(out) == [("one two", "Body Text"), ("q", "Quote")]
    assert all(run.italic for run in opened(out).paragraphs[1].runs)


def test_an_object_works_like_the_filter():
    out = render(template("{{p x }}"), {"x": Markdown("# A", level=2)})
    assert [(p.text, p.style.name) for p in opened(out).paragraphs] == [("A", "Heading 2")]


def test_lists_nested_beyond_words_nine_levels_stay_whole():
    text = "\n".join("  " * n + f"- {n}" for n in range(12))
    assert [t for t, _ in styles(read(text))][:9] == [str(n) for n in range(9)]


MARKS = st.sampled_from(
    [
        "# ",
        "- ",
        "1. ",
        "> ",
        "`",
        "*",
        "**",
        "|",
        "\n",
        "\n\n",
        "  ",
        "---",
        "```",
        "[",
        "](",
        ")",
        "~~",
        "<",
        "&",
    ]
)


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        MARKS | st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=4),
        max_size=25,
    )
)
def test_any_text_makes_a_sound_document(pieces):
    made = Template(template("{{p x|markdown }}", [["{{p x|markdown }}"]]))
    try:
        out = made.render({"x": "".join(pieces)})
    except Exception as error:
        assert {f.code for f in error.findings} <= {"TPL052", "TPL053"}
    else:
        opened(out)
