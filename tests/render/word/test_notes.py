"""Footnotes and comments in loops: each reference has a note of its own, and Word opens the file."""

import io
import re
import zipfile

import docx
import pytest
from docx.oxml.ns import nsdecls

from tests.render.word.docs import part, render, template, xml

_FOOTNOTES = (
    f"<w:footnotes {nsdecls('w')}><w:footnote w:type='separator' w:id='-1'><w:p/></w:footnote>"
    '<w:footnote w:id="2"><w:p><w:r><w:t>as of {{ day }}</w:t></w:r></w:p></w:footnote>'
    '<w:footnote w:id="3"><w:p><w:r><w:t>static</w:t></w:r></w:p></w:footnote></w:footnotes>'
)
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"


def with_footnotes(data):
    """A template with a part of footnotes, which python-docx does not make."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            content = old.read(name).decode("utf-8") if name.endswith((".xml", ".rels")) else old.read(name)
            if name == "[Content_Types].xml":
                override = f'<Override PartName="/word/footnotes.xml" ContentType="{_TYPE}"/></Types>'
                content = content.replace("</Types>", override)
            if name == "word/_rels/document.xml.rels":
                relation = (
                    f'<Relationship Id="rId99" Type="{_RELATION}" Target="footnotes.xml"/></Relationships>'
                )
                content = content.replace("</Relationships>", relation)
            new.writestr(name, content)
        new.writestr("word/footnotes.xml", _FOOTNOTES)
    return out.getvalue()


def noted(number):
    """A builder of a paragraph with a reference to a footnote."""
    return xml(
        f'<w:p><w:r><w:t>{{{{ x }}}}</w:t></w:r><w:r><w:footnoteReference w:id="{number}"/></w:r></w:p>'
    )


@pytest.mark.parametrize(("number", "text"), [(2, "as of today"), (3, "static")])
def test_each_reference_has_its_own_footnote(number, text):
    data = with_footnotes(template("{% for x in xs %}", noted(number), "{% endfor %}", "end"))
    out = render(data, {"xs": [1, 2, 3], "day": "today"})
    references = re.findall(r'footnoteReference w:id="(\d+)"', part(out))
    written = part(out, "word/footnotes.xml")
    assert len(set(references)) == 3
    for reference in references:
        (content,) = re.findall(rf'<w:footnote w:id="{reference}">(.*?)</w:footnote>', written)
        assert re.sub(r"<[^>]+>", "", content) == text


def test_a_footnote_outside_of_loops_stays():
    out = render(
        with_footnotes(template("{% if x %}", noted(2), "{% endif %}", "end")), {"x": 1, "day": "today"}
    )
    assert re.findall(r'footnoteReference w:id="(\d+)"', part(out)) == ["2"]
    assert part(out, "word/footnotes.xml").count('<w:footnote w:id="2">') == 1


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

    _, found = comments(render(template(build, "end"), {"xs": [1, 2]}))
    assert not any(found.values())


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
