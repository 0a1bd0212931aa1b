"""What stands between runs leaves no empty run beside it."""

import io
import re

import pytest
from PIL import Image

from kadocs.render.values import Fragment
from kadocs.render.word.values import Hyperlink, InlineImage, PageBreak, RichText
from tests.render.word.docs import part, render, runs, template, texts

_RUN = re.compile(r"<w:r(?: [^>]*)?>(.*?)</w:r>", re.DOTALL)
_SHOWS = re.compile(r"<w:t(?: [^>]*)?>[^<]|<w:(?:drawing|br|tab)\b")


def picture():
    out = io.BytesIO()
    Image.new("RGB", (4, 4)).save(out, "PNG")
    return InlineImage(out.getvalue())


VALUES = [
    lambda: RichText("rich"),
    lambda: Hyperlink("link", "https://a.example"),
    lambda: PageBreak(),
    picture,
    lambda: Fragment("r", "<w:r><w:t>own</w:t></w:r>"),
    lambda: "a\fb",
    lambda: "a\ab",
]


def empty(out):
    return [run for run in _RUN.findall(part(out)) if not _SHOWS.search(run)]


@pytest.mark.parametrize("value", VALUES)
@pytest.mark.parametrize(
    "tags",
    [
        ["{{ x }}"],
        ["{{ x }}{{ x }}"],
        ["before {{ x }} after"],
        ["{{ x }} after"],
        ["before {{ x }}"],
        ["{% if 1 %}{{ x }}{% endif %}"],
        ["{% for y in [1, 2] %}{{ x }}{% endfor %}"],
        ["{{r x }}"],
        ["{%p macro m() %}", "a {{ x }}", "{%p endmacro %}", "{{p m() }}"],
        ["{{p x }}"],
    ],
)
def test_no_empty_run_is_left(value, tags):
    assert empty(render(template(*tags, "end"), {"x": value()})) == []


@pytest.mark.parametrize("value", VALUES)
def test_formatted_runs_too(value):
    out = render(template(runs("{{ x }}", "b", "{{ x }}")), {"x": value()})
    assert empty(out) == []


def test_a_gap_in_a_draft_too():
    assert empty(render(template("{{ x }}", "a {{ x }}{{ x }}"), {"x": None}, gaps=[])) == []


def test_the_text_beside_stays_formatted():
    out = part(render(template(runs("a {{ x }} b")), {"x": RichText("r")}))
    formatted = re.findall(r'<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">(.*?)</w:t></w:r>', out)
    assert formatted == ["a ", "r", " b"]


@pytest.mark.parametrize("count", [126, 127, 128, 129, 400])
def test_wherever_the_text_is_cut(count):
    data = template("{% for x in xs %}", "{{ x }}", "{% endfor %}", "end")
    out = render(data, {"xs": [RichText(str(n)) for n in range(count)]})
    assert empty(out) == []
    assert texts(out) == [*map(str, range(count)), "end"]


def test_hundreds_of_empty_values_end_no_document():
    out = render(template("a{% for x in range(999) %}{{ '' }}{% endfor %} b", "end"))
    assert texts(out) == ["a b", "end"]
