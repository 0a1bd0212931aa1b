"""Values, parts and questions that docxtpl knows, beside docxtpl: see `test_docxtpl.py`."""

import io
from itertools import groupby

import docxtpl
import pytest

from kadocs.render.word import RP, InlineImage, Listing, R, Subdocument, Template
from tests.render.word.docs import opened, part, render, template
from tests.render.word.notes import noted, refer
from tests.render.word.test_docxtpl import CONTEXT, TEMPLATES, blocks
from tests.render.word.test_docxtpl import docxtpl as rendered_by_docxtpl
from tests.render.word.values.pictures import picture

PIECE = template("first", [["a", "b"]], "last")


def rich(kind):
    text = kind("bold & ", bold=True)
    text.add("red", color="FF0000", italic=True, size=40, underline=True)
    return text


def paragraphs(kind, text):
    made = kind("plain", parastyle="ListBullet")
    made.add(text("in bold", bold=True), parastyle="ListNumber")
    return made


VALUES = {
    "rich text": (["a {{r x }} b"], lambda _: rich(docxtpl.R), lambda: rich(R)),
    "rich text alone": (["{{r x }}"], lambda _: rich(docxtpl.R), lambda: rich(R)),
    "rich text twice": (["{{r x }}{{r x }}"], lambda _: rich(docxtpl.R), lambda: rich(R)),
    "rich text in a loop": (
        ["{%p for i in [1, 2] %}", "{{r x }}", "{%p endfor %}"],
        lambda _: rich(docxtpl.R),
        lambda: rich(R),
    ),
    "rich text in a cell": ([[["a", "{{r x }}"]]], lambda _: rich(docxtpl.R), lambda: rich(R)),
    "rich paragraphs": (
        ["{{p x }}", "z"],
        lambda _: paragraphs(docxtpl.RP, docxtpl.R),
        lambda: paragraphs(RP, R),
    ),
    "listing": (
        ["a {{ x }} b"],
        lambda _: docxtpl.Listing("1 < 2\n&\tb\ac\fd"),
        lambda: Listing("1 < 2\n&\tb\ac\fd"),
    ),
    "picture": (
        ["a {{ x }} b"],
        lambda document: docxtpl.InlineImage(document, io.BytesIO(picture(4, 4))),
        lambda: InlineImage(picture(4, 4)),
    ),
    "sub-document": (
        ["before", "{{p x }}", "after"],
        lambda document: document.new_subdoc(io.BytesIO(PIECE)),
        lambda: Subdocument(PIECE),
    ),
}


def formats(data):
    """The texts of each paragraph, cut where the formatting changes, with how they look."""
    return [
        (
            paragraph.style.name,
            [(look, "".join(run.text for run in alike)) for look, alike in groupby(shown, looks)],
        )
        for paragraph in opened(data).paragraphs
        if (shown := [run for run in paragraph.runs if run.text])
    ]


def looks(run):
    font = run.font
    return font.bold, font.italic, font.underline, font.size, font.color.rgb if font.color else None


@pytest.mark.parametrize("name", VALUES)
def test_the_same_values_look_the_same(name):
    written, theirs, ours = VALUES[name]
    data = template(*written)
    document = docxtpl.DocxTemplate(io.BytesIO(data))
    document.render({"x": theirs(document)}, autoescape=True)
    out = io.BytesIO()
    document.save(out)
    made = render(data, {"x": ours()})
    assert blocks(opened(made).element.body) == blocks(opened(out.getvalue()).element.body)
    assert formats(made) == formats(out.getvalue())
    assert part(made).count("<w:drawing") == part(out.getvalue()).count("<w:drawing")


def test_headers_footers_and_properties_too():
    data = template("x", header="{{ name }} {% if yes %}y{% endif %}", footer="{{ n }}", title="T {{ name }}")
    ours, theirs = opened(render(data, CONTEXT)), opened(rendered_by_docxtpl(data, CONTEXT))
    for find in (lambda d: d.sections[0].header, lambda d: d.sections[0].footer):
        assert [p.text for p in find(ours).paragraphs] == [p.text for p in find(theirs).paragraphs]
    assert ours.core_properties.title == theirs.core_properties.title


@pytest.mark.parametrize("name", ["author", "comments", "identifier", "language", "subject", "title"])
def test_each_property_that_docxtpl_renders(name):
    def build(document):
        setattr(document.core_properties, name, "of {{ name }}")

    data = template(build)
    read = [
        getattr(opened(made(data, CONTEXT)).core_properties, name) for made in (render, rendered_by_docxtpl)
    ]
    assert read == ["of Ann", "of Ann"]


def test_footnotes():
    data = noted(template(refer(1, "text")), "note for {{ name }}")
    read = [part(made(data, CONTEXT), "word/footnotes.xml") for made in (render, rendered_by_docxtpl)]
    assert [text.count(">note for Ann<") for text in read] == [1, 1]


@pytest.mark.parametrize("name", TEMPLATES)
def test_the_same_names_are_asked_of_the_data(name):
    data = template(*TEMPLATES[name], header="{{ in_header }}", footer="{{ in_footer.x }}")
    ours = {field.name for field in Template(data).fields()}
    assert ours == docxtpl.DocxTemplate(io.BytesIO(data)).get_undeclared_template_variables()


def test_one_template_renders_many_times():
    data = template("{{ name }}", header="{{ name }}")
    shared, theirs = Template(data), docxtpl.DocxTemplate(io.BytesIO(data))
    for name in ("Ann", "Bob"):
        theirs.render({"name": name})
        out = io.BytesIO()
        theirs.save(out)
        ours = shared.render({"name": name})
        assert blocks(opened(ours).element.body) == blocks(opened(out.getvalue()).element.body) == [name]
