"""Footnotes, endnotes and comments: each is filled where its reference stands, and goes where that goes."""

import io
import re

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from kadocs.render.usage import Kind
from kadocs.render.word import Template
from kadocs.render.word.annotate import annotated
from tests.render.word.docs import part, refused, render, template, texts
from tests.render.word.notes import OFFICE, noted, paragraphs, refer, with_parts


def said(out, kind="footnotes"):
    """The texts of the notes to which a document refers, in the order in which it does."""
    name = kind.removesuffix("s")
    written = part(out, f"word/{kind}.xml")
    references = re.findall(rf'{name}Reference w:id="(\d+)"', part(out))
    assert len(set(references)) == len(references)
    found = []
    for reference in references:
        (content,) = re.findall(
            rf'<w:{name} [^>]*?w:id="{reference}"[^>]*>(.*?)</w:{name}>', written, re.DOTALL
        )
        found.append(re.sub(r"<[^>]+>", "", content))
    return found


def texts_of(out, kind="footnotes"):
    """The texts of all notes in their part."""
    root = parse_xml(part(out, f"word/{kind}.xml").encode())
    return ["".join(t.text for t in note.iter(qn("w:t"))) for note in root if note.get(qn("w:type")) is None]


LOOP = ("{% for item in items %}", refer(1, "{{ item.name }}"), "{% endfor %}", "end")
ITEMS = {"items": [{"name": "A", "price": 1}, {"name": "B", "price": 2}]}


@pytest.mark.parametrize("kind", ["footnotes", "endnotes"])
def test_a_note_sees_the_loop_around_its_reference(kind):
    loop = (
        "{% for item in items %}",
        refer(1, "{{ item.name }}", kind.removesuffix("s")),
        "{% endfor %}",
        "end",
    )
    data = noted(template(*loop), "{{ item.name }} costs {{ item.price }}", kind=kind)
    assert said(render(data, ITEMS), kind) == ["A costs 1", "B costs 2"]


@pytest.mark.parametrize(
    ("blocks", "note", "context", "expected"),
    [
        (("{% set a = 5 %}", refer(1, "t")), "{{ a }}", {}, ["5"]),
        (
            ("{% macro m(a) %}", refer(1, "{{ a }}"), "{% endmacro %}", "{{p m(1) }}", "{{p m(2) }}"),
            "see {{ a }}",
            {},
            ["see 1", "see 2"],
        ),
        (
            (
                "{% for r in rs %}",
                "{% for c in r %}",
                refer(1),
                "{% endfor %}",
                "{% endfor %}",
                "end",
            ),
            "{{ loop.index }}{{ c }}",
            {"rs": [["a", "b"], ["c"]], "x": 0},
            ["1a", "2b", "1c"],
        ),
        (
            (refer(1, "t"), refer(2, "t")),
            "{{ x }}",
            {"x": "<1> & {{ y }}"},
            ["&lt;1&gt; &amp; {{ y }}", "static"],
        ),
        (("{% for x in xs %}", refer(2), "{% endfor %}"), "", {"xs": [1, 2, 3]}, ["static"] * 3),
        (("{% if x %}", refer(2, "t"), "{% endif %}", refer(1, "t")), "{{ x }}", {"x": 0}, ["0"]),
        (
            ("{% if x %}", refer(1, "t"), "{% else %}", refer(2, "t"), "{% endif %}"),
            "1",
            {"x": 0},
            ["static"],
        ),
        (
            ("a {% for x in xs %}{{ x }}{% endfor %}", refer(1, "t"), refer(1, "t")),
            "n",
            {"xs": [1]},
            ["n", "n"],
        ),
    ],
)
def test_a_note_comes_with_its_reference(blocks, note, context, expected):
    data = noted(template(*blocks), note, "static")
    out = render(data, context, braces=True)
    assert said(out) == expected


def test_statements_in_notes():
    note = paragraphs(
        "{%p for t in item.terms %}", "{{ t }};", "{%p endfor %}", "{% if item.end %}end{% endif %}"
    )
    data = noted(template("{% for item in items %}", refer(1, "t"), "{% endfor %}", "end"), note)
    items = [{"terms": ["a", "b"], "end": 1}, {"terms": [], "end": 0}]
    assert said(render(data, {"items": items})) == ["a;b;end", ""]


def test_a_note_goes_with_its_reference():
    data = noted(template("{% if x %}", refer(1, "t"), "{% endif %}", "end"), "internal", "{{ x }} alone")
    out = render(data, {"x": 0})
    assert texts_of(out) == ["0 alone"]
    assert part(out, "word/footnotes.xml").count("separator") == 1


def test_links_of_notes_belong_to_their_part():
    link = (
        '<w:p><w:hyperlink r:id="rId1"><w:r><w:t>here</w:t></w:r></w:hyperlink>'
        "<w:r><w:t>{{ 'mailto:a@b.example'|link('mail') }}</w:t></w:r></w:p>"
    )
    target = (
        f'<Relationship Id="rId1" Type="{OFFICE}/hyperlink" Target="https://a.example/{{{{ x }}}}"'
        ' TargetMode="External"/>'
    )
    data = noted(template("{% for x in xs %}", refer(1), "{% endfor %}", "end"), link, links=target)
    out = render(data, {"xs": [1, 2]})
    relations = part(out, "word/_rels/footnotes.xml.rels")
    assert re.findall(r'Target="([^"]+)"', relations) == [
        "https://a.example/1",
        "mailto:a@b.example",
        "https://a.example/2",
    ]
    assert "a.example" not in part(out, "word/_rels/document.xml.rels")
    named = re.findall(r'r:id="([^"]+)"', part(out, "word/footnotes.xml"))
    assert set(named) == set(re.findall(r'Id="([^"]+)"', relations))


@pytest.mark.parametrize(
    ("note", "context", "code", "tag"),
    [
        ("of {{ item.price | nope }}", {}, "TPL015", "{{ item.price | nope }}"),
        ("of {{ item.prise }}", ITEMS, "TPL021", "{{ item.prise }}"),
        ("of {{ item.price", {}, "TPL010", "{{ item.price"),
        ("{% if item %}", {}, "TPL011", "{% if item %}"),
    ],
)
def test_a_fault_in_a_note_is_at_the_place_of_its_reference(note, context, code, tag):
    data = noted(template("before", *LOOP), note)
    (found,) = refused(data, context)
    assert found.code == code
    trail = [step.en for step in found.place.trail]
    assert trail[:2] == ["Body", "paragraph 3, footnote"]
    assert trail[-1] == tag


def test_a_check_comments_on_the_reference_of_a_note():
    data = noted(template("before", *LOOP), "of {{ item.price | nope }}")
    out = annotated(data, refused(data), "en")
    runs = part(out).partition("<w:commentRangeStart")[2].partition("<w:commentRangeEnd")[0]
    assert "{{ item.name }}" in runs


def test_what_notes_use_is_known_by_the_loop_around_them():
    fields = Template(noted(template(*LOOP), "{{ item.price | money }}{{ other }}")).fields()
    assert [field.name for field in fields] == ["items", "other"]
    assert {f.name: f.kind for f in fields[0].item.fields} == {"name": Kind.TEXT, "price": Kind.MONEY}


def test_the_same_bytes_again():
    made = Template(noted(template(*LOOP), "{{ item.name }}"))
    assert made.render(ITEMS) == made.render(ITEMS)


def commented(document):
    """A builder of a paragraph with a comment."""
    paragraph = document.add_paragraph("{{ x }}")
    document.add_comment(paragraph.runs, text="look", author="A")


def comments(out):
    """The identifiers of the comments, and of what refers to each of them."""
    said = re.findall(r'<w:comment [^>]*?w:id="(\d+)"', part(out, "word/comments.xml"))
    found = {
        kind: re.findall(rf'<w:comment{kind} w:id="(\d+)"', part(out))
        for kind in ("RangeStart", "RangeEnd", "Reference")
    }
    return said, found


def test_each_turn_has_its_own_comment():
    out = render(template("{% for x in xs %}", commented, "{% endfor %}", "end"), {"xs": [1, 2, 3]})
    said, found = comments(out)
    assert len(set(said)) == 3
    assert all(sorted(numbers) == sorted(said) for numbers in found.values())
    assert [comment.text for comment in docx.Document(io.BytesIO(out)).comments] == ["look"] * 3


def test_a_comment_on_a_tag_goes_with_it():
    def build(document):
        paragraph = document.add_paragraph("{% for x in xs %}")
        document.add_comment(paragraph.runs, text="a loop", author="A")
        document.add_paragraph("{{ x }}")
        document.add_paragraph("{% endfor %}")

    out = render(template(build, "end"), {"xs": [1, 2]})
    said, found = comments(out)
    assert not any(found.values())
    assert not said
    assert "a loop" not in part(out, "word/comments.xml")


def test_a_range_that_a_loop_would_tear_is_given_up():
    def build(document):
        first = document.add_paragraph("before").runs[0]
        document.add_paragraph("{% for x in xs %}")
        last = document.add_paragraph("{{ x }}").runs[0]
        document.add_paragraph("{% endfor %}")
        document.add_comment([first, last], text="look", author="A")

    said, found = comments(render(template(build, "end"), {"xs": [1, 2]}))
    assert sorted(found["Reference"]) == sorted(said)
    assert found["RangeStart"] == found["RangeEnd"] == []


@pytest.mark.parametrize(
    ("blocks", "context", "expected"),
    [
        (["{%p set y = 1 %}#", "{{ x }}"], {"x": 1}, []),
        (["{%p if x %}#", "a#", "{%p else %}", "b#", "{%p endif %}#"], {"x": 1}, ["note 1"]),
        (["{%p if x %}", "a#", "{%p else %}", "b#", "{%p endif %}"], {"x": 0}, ["note 1"]),
        (["{{p x }}#", "b#"], {"x": "a"}, ["note 1"]),
        (["{# internal #}#", "b"], {}, []),
        (["price {{ x }}#"], {"x": 1}, ["note 0"]),
    ],
)
def test_a_remark_stays_only_on_what_stays(blocks, context, expected):
    def build(document):
        remarks = 0
        for block in blocks:
            paragraph = document.add_paragraph(block.removesuffix("#"))
            if block.endswith("#"):
                document.add_comment(paragraph.runs, text=f"note {remarks}", author="A")
                remarks += 1

    out = render(template(build, "end"), context)
    assert len([comment.text for comment in docx.Document(io.BytesIO(out)).comments]) == len(expected)
    assert set(comments(out)[1]["RangeStart"]) == set(comments(out)[0])


def test_a_comment_sees_the_loop_that_it_stands_in():
    def build(document):
        paragraph = document.add_paragraph("{{ x }}")
        document.add_comment(paragraph.runs, text="about {{ x }}", author="A")

    out = render(template("{% for x in xs %}", build, "{% endfor %}", "end"), {"xs": [1, 2]})
    assert [comment.text for comment in docx.Document(io.BytesIO(out)).comments] == ["about 1", "about 2"]


def remark(before, about, after="", *, ranged=True):
    """A builder of a paragraph with two comments on some of its runs, or beside them."""

    def build(document):
        paragraph = document.add_paragraph(before)
        runs = [paragraph.add_run(text) for text in about]
        paragraph.add_run(after)
        for text in ("hush", "answer"):
            document.add_comment(runs, text=text, author="A")
        for end in () if ranged else ("Start", "End"):
            for mark in list(paragraph._p.iter(qn(f"w:commentRange{end}"))):
                paragraph._p.remove(mark)

    return build


def in_a_cell(document):
    """A builder of a table with a comment on a cell."""
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "{% if x %}secret{% endif %}", "b"
    for text in ("hush", "answer"):
        document.add_comment(table.cell(0, 0).paragraphs[0].runs, text=text, author="A")


@pytest.mark.parametrize(
    ("build", "without", "beside"),
    [
        (remark("", ["{% if x %}secret{% endif %}"]), [], []),
        (remark("", ["{% if x %}secret{% endif %}"], ranged=False), [], []),
        (remark("Price: ", ["{% if x %}secret{% endif %}"], " end"), ["Price:  end"], []),
        (remark("Price: ", ["{% if x %}", "secret", "{% endif %}", " "], "end"), ["Price:  end"], []),
        (remark("Price: ", ["of {% if x %}secret{% endif %}"]), ["Price: of "], ["answer", "hush"]),
        (in_a_cell, [], []),
    ],
)
def test_a_comment_on_what_does_not_come_does_not_come(build, without, beside):
    data = template(build, "end")
    out = render(data, {"x": 0})
    assert texts(out) == [*without, "end"]
    assert sorted(texts_of(out, "comments")) == beside
    assert sorted(comments(out)[0]) == sorted(comments(out)[1]["Reference"])
    assert sorted(texts_of(render(data, {"x": 1}), "comments")) == ["answer", "hush"]


_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_W15 = "http://schemas.microsoft.com/office/word/2012/wordml"
_CID = "http://schemas.microsoft.com/office/word/2016/wordml/cid"


def threaded(document):
    """A builder of a paragraph with a comment and an answer to it."""
    paragraph = document.add_paragraph("{{ x }}")
    for number, (author, text) in enumerate([("Li", "ask"), ("Wang", "answer")], 1):
        comment = document.add_comment(paragraph.runs, text=text, author=author)
        comment.paragraphs[-1]._p.set(f"{{{_W14}}}paraId", f"0000000{number}")


def with_thread(data):
    """The package with what Word says about a comment and its answer, and about one that is gone."""
    return with_parts(
        data,
        {
            "word/commentsExtended.xml": (
                f'<w15:commentsEx xmlns:w15="{_W15}"><w15:commentEx w15:paraId="00000001" w15:done="0"/>'
                '<w15:commentEx w15:paraId="00000002" w15:paraIdParent="00000001" w15:done="0"/>'
                '<w15:commentEx w15:paraId="00000009" w15:done="1"/></w15:commentsEx>'
            ),
            "word/commentsIds.xml": (
                f'<w16cid:commentsIds xmlns:w16cid="{_CID}">'
                '<w16cid:commentId w16cid:paraId="00000001" w16cid:durableId="11111111"/>'
                '<w16cid:commentId w16cid:paraId="00000002" w16cid:durableId="22222222"/>'
                "</w16cid:commentsIds>"
            ),
            "word/people.xml": (
                f'<w15:people xmlns:w15="{_W15}"><w15:person w15:author="Li"/><w15:person w15:author="Wang"/>'
                '<w15:person w15:author="Gone"/></w15:people>'
            ),
        },
    )


@pytest.mark.parametrize("turns", [0, 1, 3])
def test_what_is_said_about_comments_follows_them(turns):
    out = render(
        with_thread(template("{% for x in xs %}", threaded, "{% endfor %}", "end")),
        {"xs": list(range(turns))},
    )
    numbers = re.findall(r'paraId="(\w+)"', part(out, "word/comments.xml"))
    assert len(set(numbers)) == len(numbers) == 2 * turns
    extended = part(out, "word/commentsExtended.xml")
    assert re.findall(r'w15:paraId="(\w+)"', extended) == numbers
    assert re.findall(r'paraIdParent="(\w+)"', extended) == numbers[::2]
    known = part(out, "word/commentsIds.xml")
    assert re.findall(r'w16cid:paraId="(\w+)"', known) == numbers
    assert len(set(re.findall(r'durableId="(\w+)"', known))) == 2 * turns
    assert "Li" not in part(out, "word/comments.xml") + part(out, "word/people.xml")  # who it was is not told


def test_the_findings_of_a_check_do_not_reach_a_document():
    data = template("{{ x }}")
    marked = annotated(data, refused(data), "en")
    out = render(marked, {"x": "well"})
    assert texts(out) == ["well"]
    assert "TPL" not in part(out, "word/comments.xml")
