"""Numbered lists in loops: as a reader counts them."""

import pytest
from docx.oxml import parse_xml
from lxml import etree

from tests.render.word.docs import NAMESPACE, heading, opened, part, render, template


def item(text, style="List Number"):
    """A builder of one list paragraph."""
    return lambda document: document.add_paragraph(text, style=style)


def counted(data):
    """The paragraphs of the body; those of numbered lists with the number that Word gives them."""
    document = opened(data)
    counts, read = {}, []
    nums = {n.numId: n for n in document.part.numbering_part.element.num_lst}
    for paragraph in document.paragraphs:
        places = [paragraph._p.pPr, paragraph.style.element.pPr]
        numbered = next((p.numPr for p in places if p is not None and p.numPr is not None), None)
        if numbered is None:
            read.append(paragraph.text)
            continue
        number = nums[numbered.numId.val]
        key = number.numId if number.lvlOverride_lst else f"abstract {number.abstractNumId.val}"
        counts[key] = counts.get(key, 0) + 1
        read.append(f"{counts[key]}. {paragraph.text}")
    return read


LIST = ["{% for x in xs %}", "part {{ x }}", item("first"), item("second"), "{% endfor %}"]


def test_a_list_in_a_loop_begins_again():
    read = counted(render(template(*LIST), {"xs": ["a", "b"]}))
    assert read == ["part a", "1. first", "2. second", "part b", "1. first", "2. second"]


def test_a_list_begun_outside_goes_on():
    read = counted(render(template(item("zero"), *LIST), {"xs": ["a", "b"]}))
    assert read == ["1. zero", "part a", "2. first", "3. second", "part b", "4. first", "5. second"]


def test_a_loop_that_writes_the_list_counts_on():
    read = counted(render(template("{% for x in xs %}", item("{{ x }}"), "{% endfor %}"), {"xs": [1, 2, 3]}))
    assert read == ["1. 1", "2. 2", "3. 3"]


def test_a_loop_that_writes_a_list_begins_again_with_the_loop_around_it():
    inner = ["{% for y in x %}", item("{{ y }}"), "note", "{% endfor %}"]
    data = template("{% for x in xs %}", "part", *inner, "{% endfor %}")
    read = counted(render(data, {"xs": [[1, 2], [3]]}))
    assert read == ["part", "1. 1", "note", "2. 2", "note", "part", "1. 3", "note"]


def test_alternatives_are_one_item():
    choice = ["{% if x %}", item("yes"), "{% else %}", item("no"), "{% endif %}"]
    data = template("{% for x in xs %}", *choice, "{% endfor %}")
    assert counted(render(data, {"xs": [1, 0]})) == ["1. yes", "2. no"]


def test_a_list_whose_paragraphs_say_their_number_themselves():
    def build(document):
        for text in ("first", "second"):
            properties = document.add_paragraph(text)._p.get_or_add_pPr().get_or_add_numPr()
            properties.get_or_add_numId().val = document.styles["List Number"].element.pPr.numPr.numId.val
            properties.get_or_add_ilvl().val = 0

    read = counted(render(template("{% for x in xs %}", build, "{% endfor %}"), {"xs": [1, 2]}))
    assert read == ["1. first", "2. second", "1. first", "2. second"]


@pytest.mark.parametrize("style", ["List Bullet", "Heading 1"])
def test_bullets_and_headings_are_left_alone(style):
    data = template("{% for x in xs %}", item("a", style), item("b", style), "{% endfor %}", heading("end"))
    out = render(data, {"xs": [1, 2]})
    assert part(out, "word/numbering.xml") == part(data, "word/numbering.xml")


def test_many_lists():
    out = render(template(*LIST), {"xs": list(range(300))})
    assert counted(out)[-2:] == ["1. first", "2. second"]
    assert out == render(template(*LIST), {"xs": list(range(300))})


OWN_LEVEL = (
    '<w:num {ns} w:numId="77"><w:abstractNumId w:val="{abstract}"/><w:lvlOverride w:ilvl="0">'
    '<w:lvl w:ilvl="0"><w:start w:val="3"/><w:numFmt w:val="upperLetter"/><w:pStyle w:val="ListNumber9"/>'
    '<w:lvlText w:val="(%1)"/><w:lvlJc w:val="left"/></w:lvl></w:lvlOverride></w:num>'
)


def test_a_list_with_levels_of_its_own_keeps_them():
    def build(document):
        numbering = document.part.numbering_part.element
        abstract = numbering.num_lst[0].abstractNumId.val
        numbering.append(parse_xml(OWN_LEVEL.format(ns=NAMESPACE, abstract=abstract)))
        for text in ("first", "second"):
            properties = document.add_paragraph(text)._p.get_or_add_pPr().get_or_add_numPr()
            properties.get_or_add_numId().val, properties.get_or_add_ilvl().val = 77, 0

    out = render(template("{% for x in xs %}", build, "{% endfor %}"), {"xs": [1, 2]})
    nums = {num.numId: num for num in opened(out).part.numbering_part.element.num_lst}
    used = [p._p.pPr.numPr.numId.val for p in opened(out).paragraphs]
    assert used[0] == used[1] == 77
    assert used[2] == used[3] != 77
    override = etree.tostring(nums[used[2]]).decode()
    assert '<w:startOverride w:val="3"/>' in override
    assert '<w:numFmt w:val="upperLetter"/>' in override
    assert "pStyle" not in override
