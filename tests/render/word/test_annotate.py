"""Findings as Word comments: at their tags, opened by Word, taken for no tags, replaced by the next check."""

import io

import docx
import pytest
from docx.oxml.ns import qn

from kadocs.findings import Refused
from kadocs.render.word import Template
from kadocs.render.word.annotate import annotated
from tests.render.word.docs import heading, opened, part, runs, template, texts, validate, xml


def check(data):
    try:
        Template(data)
    except Refused as refused:
        return refused.findings
    return ()


def commented(data, language="en"):
    """A copy with the findings about it, checked, and each comment's text with what its range covers."""
    out = annotated(data, check(data), language)
    validate(data, out)
    return out, ranges(out)


def ranges(data):
    document = opened(data)
    said = {c.comment_id: "\n".join(p.text for p in c.paragraphs) for c in document.comments}
    covered, covering = dict.fromkeys(said, ""), set()
    for element in document.element.body.iter():
        if element.tag == qn("w:commentRangeStart"):
            covering.add(int(element.get(qn("w:id"))))
        elif element.tag == qn("w:commentRangeEnd"):
            covering.remove(int(element.get(qn("w:id"))))
        elif element.tag == qn("w:t"):
            for number in covering:
                covered[number] += element.text or ""
    references = [int(r.get(qn("w:id"))) for r in document.element.body.iter(qn("w:commentReference"))]
    assert sorted(references) == sorted(said)
    return [(said[number], covered[number]) for number in said]


def test_a_comment_says_what_is_wrong_at_the_tag():
    _, [(said, covered)] = commented(template("Dear", runs("Sir, ", "{{ x|mo", "ny }}", " and so on")))
    assert said == 'TPL015 there is no filter named "mony"\nDid you mean "money"?\n{{ x|mony }}'
    assert covered == "{{ x|mony }}"


def test_the_comment_is_in_the_language_asked_for():
    _, [(said, _)] = commented(template("{{ x|mony }}"), "zh")
    assert said.startswith("TPL015 没有名为")


def test_each_finding_has_its_comment():
    data = template(heading("A"), "{{ a b }} {{ c|dd }}", [["x", "{{ e f }}"]], "{% if g %}")
    _, found = commented(data)
    assert {covered for _, covered in found} == {"{{ a b }} {{ c|dd }}", "{{ e f }}", "{% if g %}"}
    assert len(found) == len(check(data))


def test_what_stands_outside_of_the_body_is_told_at_its_beginning():
    _, [(said, covered)] = commented(template("First.", "Second.", header="{{ a b }}"))
    assert said.endswith("Header › paragraph 1 › {{ a b }}")
    assert covered == "First."


def test_a_comment_on_a_text_box_stands_at_the_paragraph_that_holds_it():
    box = xml(
        '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent><w:p>'
        "<w:r><w:t>{{ a b }}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
    )
    out, [(_, covered)] = commented(template("First.", box))
    assert covered == "{{ a b }}"
    inside = opened(out).element.body.iter(qn("w:txbxContent"))
    assert all(not list(each.iter(qn("w:commentRangeStart"))) for each in inside)


def test_nothing_else_changes():
    data = template("{{ a b }}", [["x"]], "tail", header="head")
    out, _ = commented(data)
    assert texts(out) == texts(data)
    assert part(out, "word/header1.xml") == part(data, "word/header1.xml")


def test_comments_of_others_stay_and_ours_are_replaced():
    document = docx.Document(io.BytesIO(template("{{ a b }}")))
    document.add_comment(document.paragraphs[0].runs, "Please look", author="Li")
    out = io.BytesIO()
    document.save(out)
    once, found = commented(out.getvalue())
    assert [said.partition(" ")[0] for said, _ in found] == ["Please", "TPL014"]
    again, found_again = commented(once)
    assert found_again == found
    assert again == once


def test_tags_that_our_comments_quote_are_no_tags_of_the_template():
    data = template("{% if x %}")
    once = annotated(data, check(data), "en")
    assert "{% endif %}" in ranges(once)[0][0]
    assert [finding.code for finding in check(once)] == ["TPL011"]
    document = opened(once)
    document.paragraphs[0].runs[0].text = "{{ x }}"
    fixed = io.BytesIO()
    document.save(fixed)
    assert texts(Template(fixed.getvalue()).render({"x": "well"})) == ["well"]


def test_the_same_check_gives_the_same_bytes():
    data = template("{{ a b }}")
    assert annotated(data, check(data), "zh") == annotated(data, check(data), "zh")


def test_what_is_no_word_file_cannot_be_annotated():
    with pytest.raises(Refused):
        annotated(b"text", [], "en")


def test_a_fault_of_an_included_file_is_told_at_the_tag_that_includes_it():
    tag = '{% include "a.docx" %}'
    data = template("before", tag)
    with pytest.raises(Refused) as caught:
        Template(data, files={"a.docx": template("x", "{{ x | mony }}")}.__getitem__)
    [(said, covered)] = ranges(annotated(data, caught.value.findings, "en"))
    assert covered == tag
    assert said.endswith(f"{tag} › a.docx › Body › paragraph 2 › {{{{ x | mony }}}}")
