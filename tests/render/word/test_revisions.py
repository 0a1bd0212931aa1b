"""Tracked changes: insertions are rendered, deletions are not, and leave no braces behind."""

from tests.render.word.docs import part, render, template, texts, xml

BY = 'w:id="1" w:author="A"'


def deleted(text):
    """A run that was deleted."""
    return f"<w:del {BY}><w:r><w:delText>{text}</w:delText></w:r></w:del>"


def inserted(text):
    """A run that was inserted."""
    return f"<w:ins {BY}><w:r><w:t>{text}</w:t></w:r></w:ins>"


def paragraph(*parts, mark=""):
    """A builder of a paragraph."""
    return xml(f"<w:p><w:pPr><w:rPr>{mark}</w:rPr></w:pPr>{''.join(parts)}</w:p>")


def test_a_deleted_tag_is_not_read():
    out = render(template(paragraph(deleted("{{ unknown.name }}"), inserted("{{ x }}"))), {"x": 1})
    assert "unknown" not in part(out)
    assert '<w:t xml:space="preserve">1</w:t>' in part(out)


def test_a_deleted_text_without_tags_stays_deleted():
    out = render(template(paragraph(deleted("old"), inserted("{{ x }}"))), {"x": 1})
    assert "<w:delText>old</w:delText>" in part(out)


def test_a_deletion_inside_a_tag():
    run = "<w:r><w:t>{}</w:t></w:r>"
    data = template(paragraph(run.format("{{ na"), deleted("x"), run.format("me }}")))
    assert texts(render(data, {"name": "A"})) == ["A"]


def test_a_deleted_block_leaves_no_line():
    mark = f"<w:del {BY}/>"
    data = template(
        "before",
        paragraph(deleted("{% for x in xs %}"), mark=mark),
        "{{ y }}",
        paragraph(deleted("{% endfor %}"), mark=mark),
        "after",
    )
    assert texts(render(data, {"y": 1})) == ["before", "1", "after"]


def test_what_was_moved_away_is_not_read():
    moved = f"<w:moveFrom {BY}><w:r><w:t>{{{{ gone }}}}</w:t></w:r></w:moveFrom>"
    assert "gone" not in part(render(template(paragraph(moved), "{{ x }}"), {"x": 1}))


def test_an_inserted_condition_over_several_insertions():
    data = template(paragraph(inserted("a{% if x %}b"), inserted("c{% endif %}d")))
    for x, read in ((1, "abcd"), (0, "ad")):
        out = part(render(data, {"x": x}))
        assert (
            "".join(piece.partition("</w:t>")[0].rpartition(">")[2] for piece in out.split("<w:t")[1:])
            == read
        )
