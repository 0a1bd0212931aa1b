import pytest

from kadocs.render.word import R
from tests.render.word.docs import opened, refused, render, template, texts


def styled(style):
    return lambda document: document.add_paragraph("{{p xs|bullets }}", style)


def without_lists(document):
    document.add_paragraph("{{p xs|bullets }}")
    styles = document.styles.element
    for style in list(styles.style_lst):
        if style.name_val.startswith("List"):
            styles.remove(style)


@pytest.mark.parametrize(
    ("build", "style"),
    [
        ("{{p xs|bullets }}", "List Bullet"),
        ("{{ xs|bullets }}", "List Bullet"),
        (styled("List Bullet 2"), "List Bullet 2"),
        (styled("List Number"), "List Number"),
        (styled("Heading 1"), "List Bullet"),
        (without_lists, "Normal"),
    ],
)
def test_each_item_is_a_paragraph_of_the_list(build, style):
    out = render(template("before", build, "after"), {"xs": ["a & b", 3, R("bold", bold=True)]})
    found = [(p.text, p.style.name) for p in opened(out).paragraphs]
    assert found == [("before", "Normal"), *((t, style) for t in ("a & b", "3", "bold")), ("after", "Normal")]


def test_without_a_style_the_bullets_are_real_all_the_same():
    out = render(template(without_lists), {"xs": ["a", "b"]})
    assert {p._p.pPr.numPr.numId.val for p in opened(out).paragraphs} != {0}


def test_no_items_leave_no_paragraph():
    assert texts(render(template("a", "{{p xs|bullets }}", "b"), {"xs": []})) == ["a", "b"]


def test_a_cell_keeps_a_paragraph():
    out = render(template([["{{p xs|bullets }}"]]), {"xs": []})
    assert opened(out).tables[0].cell(0, 0).text == ""


@pytest.mark.parametrize("value", ["text", 3, {"a": 1}])
def test_what_is_no_list_is_refused(value):
    (found,) = refused(template("{{p xs|bullets }}"), {"xs": value})
    assert found.code == "TPL050"


def test_bullets_in_a_line_are_refused():
    (found,) = refused(template("text {{ xs|bullets }}"), {"xs": ["a"]})
    assert (found.code, "{{p" in found.hint.en) == ("TPL050", True)


def test_links():
    out = render(
        template("{{ u|link('site') }} {{ m|link }}"), {"u": "https://a.example", "m": "mailto:a@b.example"}
    )
    assert [(h.text, h.address) for h in opened(out).paragraphs[0].hyperlinks] == [
        ("site", "https://a.example"),
        ("a@b.example", "mailto:a@b.example"),
    ]
