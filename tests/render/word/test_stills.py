"""The plainest tags take a short way; whatever they meet, it leads where Jinja's own code would have led."""

from decimal import Decimal

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from kadocs.figures.missing import Missing
from kadocs.findings import NOTHING, Refused, Text
from kadocs.render import tags
from kadocs.render.word import RichText, Template
from kadocs.render.word.markup import R, T
from kadocs.render.word.places import Spot
from kadocs.render.word.stills import Stills
from tests.effort import effort
from tests.render.word.docs import opened, refused, render, rows, saved, template, texts

NAMES = st.sampled_from(["a", "b", "items", "loop", "true", "range", "_x", "名称"])
TAIL = st.lists(st.sampled_from([".a", ".items", ".名称", " | upper", "|percent", " | nofilter"]), max_size=3)
LEAVES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.decimals(allow_nan=False, allow_infinity=False),
    st.text(max_size=8),
    st.sampled_from(
        ["0.13", "a\nb\tc", "x\ay", "R&D <b>", Missing("a.b", Text("甲", "A")), RichText("r", bold=True)]
    ),
    st.lists(st.integers(), max_size=2),
)
DATA = st.dictionaries(
    NAMES,
    st.recursive(
        LEAVES, lambda inner: st.dictionaries(st.sampled_from(["a", "items", "名称"]), inner), max_leaves=5
    ),
)

PARENTHESES = str.maketrans("", "", "()")


def outcome(tag, context):
    """What a reader sees of a document with this tag, or what its author is told; save for parentheses."""
    try:
        gaps = []
        out = Template(template("before", [["x", f"y {tag} z"]])).render(context, gaps=gaps)
    except Refused as refusal:
        return [(f.code, f.message, f.hint, f.place.trail[:2]) for f in refusal.findings]
    runs = [
        (r.text.translate(PARENTHESES), r.bold)
        for p in opened(out).tables[0].cell(0, 1).paragraphs
        for r in p.runs
        if r.text
    ]
    return runs, [(gap.code, gap.path, gap.place.trail[:2]) for gap in gaps]


@given(NAMES, TAIL, DATA)
@settings(max_examples=150, deadline=None)
def test_the_short_way_leads_where_the_long_one_does(name, tail, context):
    expression = f"{name}{''.join(tail)}"
    short, long = f"{{{{ {expression} }}}}", f"{{{{ ({expression}) }}}}"
    assert outcome(short, context) == outcome(long, context)


@given(st.text(alphabet="{}%#_ .|ab｛\u201c'\"-prtc", max_size=30))
@settings(max_examples=500, deadline=None)
def test_what_is_taken_is_what_a_scan_finds(text):
    piece = etree.SubElement(etree.Element(R), T)
    piece.text = text
    stills = Stills("token")
    if not stills.take([piece], Spot(NOTHING)):
        return
    found = tags.scan(text)
    assert not found.problems and not found.underscores
    assert [(s.source, s.body) for s in stills.found] == [(tag.source, tag.body) for tag in found.tags]
    assert all(tag.kind == tags.OUTPUT and not tag.prefix for tag in found.tags)


def test_a_value_leaves_the_run_of_its_tag_with_the_formatting_of_that():
    def build(document):
        paragraph = document.add_paragraph(style="Quote")
        paragraph.add_run("{{ x }}").bold = True

    out = opened(render(template(build), {"x": "one\atwo"}))
    assert [(p.style.name, p.runs[-1].bold, p.text) for p in out.paragraphs] == [
        ("Quote", True, "one"),
        ("Quote", True, "two"),
    ]


def test_a_gap_in_a_draft_is_marked_in_the_formatting_of_its_run():
    def build(document):
        document.add_paragraph().add_run("{{ x }}").italic = True

    gaps = []
    out = Template(template(build)).render({"x": Missing("a.b", Text("甲方", "Client"))}, gaps=gaps)
    (run,) = [run for run in opened(out).paragraphs[0].runs if run.text]
    assert (run.text, run.italic, run.font.highlight_color) == ("【待补充：甲方】", True, 7)
    assert [gap.path for gap in gaps] == ["a.b"]


def test_what_takes_a_whole_row_is_refused_beside_a_plain_value():
    (found,) = refused(
        template([["{%tr for x in xs %}", "{{ y }}"], ["{{ x }}", ""], ["{%tr endfor %}", ""]]), {}
    )
    assert found.code == "TPL013"
    assert '"{{ y }}" stands beside it' in found.message.en


def test_a_merged_cell_knows_the_loop_of_a_plain_value_in_another_paragraph():
    table = [
        ["{%tr for g in gs %}", ""],
        ["{%tr for i in g.is %}", ""],
        ["{% vm %}¶{{ g.n }}", "{{ i }}"],
        ["{%tr endfor %}", ""],
        ["{%tr endfor %}", ""],
    ]
    context = {"gs": [{"n": "A", "is": ["1", "2"]}, {"n": "B", "is": ["3"]}]}
    assert [row[1] for row in rows(render(template(table), context))] == ["1", "2", "3"]


def test_edge_spaces_of_a_value_are_kept():
    assert texts(render(template("{{ a }}{{ b }}"), {"a": " x ", "b": "  y"})) == [" x   y"]


def test_tags_are_listed_in_the_order_of_their_paragraphs():
    data = template("{{ a }}", "{% if b %}", "{{ c }}", "{% endif %}", "{{ d + 1 }}")
    assert [tag.expression for tag in Template(data).tags()] == ["a", "if b", "c", "endif", "d + 1"]


def test_every_one_of_many_is_named_with_its_own_place():
    data = template([[f"{{{{ t{row}{column} }}}}" for column in range(3)] for row in range(3)])
    found = refused(data, {f"t{row}{column}": None for row in range(3) for column in range(3)})
    assert [f.place.trail[1].en for f in found] == [
        f"table 1 row {row} column {column}" for row in (1, 2, 3) for column in (1, 2, 3)
    ]


@pytest.mark.parametrize("value", ["x", None, Decimal("1.5")])
def test_work_grows_with_the_tags_and_not_with_their_square(value):
    def work(count):
        document = docx.Document()
        for number in range(count):
            document.add_paragraph(f"{{{{ t{number} }}}}")
        data, context = saved(document), {f"t{number}": value for number in range(count)}
        return effort(lambda: Template(data).render(context, gaps=[]))

    work(10)
    assert work(1_200) < 4.2 * work(300)
