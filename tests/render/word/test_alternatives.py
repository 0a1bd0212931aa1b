"""Text boxes that a file holds twice say the same in both, from one reading of the data."""

import re

from docx.oxml.ns import nsdecls

from tests.render.word.docs import part, render, template, xml

_BOX = (
    "<w:p xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'"
    " xmlns:wps='http://schemas.microsoft.com/office/word/2010/wordprocessingShape'"
    f" xmlns:v='urn:schemas-microsoft-com:vml' {nsdecls('wp', 'a')}>"
    "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:inline><wp:extent cx='9' cy='9'/>"
    "<wp:docPr id='7' name='Box'/><a:graphic><a:graphicData"
    " uri='http://schemas.microsoft.com/office/word/2010/wordprocessingShape'><wps:wsp><wps:cNvSpPr/>"
    "<wps:spPr/><wps:txbx><w:txbxContent>{choice}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp>"
    "</a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict>"
    "<v:rect id='r1'><v:textbox><w:txbxContent>{fallback}</w:txbxContent></v:textbox></v:rect></w:pict>"
    "</mc:Fallback></mc:AlternateContent></w:r></w:p>"
)


def paragraphs(*texts):
    """Paragraphs as XML."""
    return "".join(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in texts)


def box(*texts, fallback=None):
    """A builder of a text box in both forms."""
    inner = paragraphs(*texts)
    return xml(_BOX.replace("{choice}", inner).replace("{fallback}", fallback or inner))


def boxes(out):
    """The texts of each box: its form today and its fallback."""
    found = re.findall(r"<w:txbxContent>(.*?)</w:txbxContent>", part(out), re.DOTALL)
    return [re.findall(r"<w:t(?: [^>]*)?>([^<]*)</w:t>", content) for content in found]


def test_both_forms_say_the_same():
    out = render(template(box("{{ x }} &amp; {{ y }}"), "end"), {"x": "<1>", "y": "two"})
    assert [("".join(texts)) for texts in boxes(out)] == ["&lt;1&gt; &amp; two"] * 2


def test_a_value_is_read_once():
    data = template("{% set n = namespace(i=0) %}", box("{% set n.i = n.i + 1 %}{{ n.i }}"), "then {{ n.i }}")
    out = render(data)
    assert boxes(out) == [["1"], ["1"]]
    assert "then 1" in re.sub(r"<[^>]+>", "", part(out))


def test_a_missing_value_is_one_gap():
    gaps = []
    out = render(template(box("{{ x }}")), {"x": None}, gaps=gaps)
    assert len(gaps) == 1
    first, second = boxes(out)
    assert first == second
    assert "x" in "".join(first)


def test_loops_inside_and_around():
    data = template(
        "{% for x in xs %}", box("{% for y in x %}", "{{ y }}", "{% endfor %}"), "{% endfor %}", "end"
    )
    assert boxes(render(data, {"xs": [["a", "b"], ["c"]]})) == [["a", "b"], ["a", "b"], ["c"], ["c"]]


def test_a_box_that_comes_out_empty_keeps_a_paragraph_in_both():
    out = part(render(template(box("{% if x %}", "a", "{% endif %}")), {"x": 0}))
    assert re.findall(r"<w:txbxContent>(.*?)</w:txbxContent>", out) == ["<w:p></w:p>"] * 2


def test_forms_that_differ_are_each_filled():
    out = render(template(box("{{ x }} today", fallback=paragraphs("{{ x }} before"))), {"x": 1})
    assert ["".join(texts) for texts in boxes(out)] == ["1 today", "1 before"]


def test_the_fallback_of_a_box_without_tags_stays():
    out = render(template(box("static", fallback=paragraphs("static")), "{{ x }}"), {"x": 1})
    assert boxes(out) == [["static"], ["static"]]
