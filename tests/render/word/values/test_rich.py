import pytest

from kadocs.findings import Fault
from kadocs.render.word import RP, Hyperlink, Listing, PageBreak, R, RichText, RichTextParagraph
from tests.render.word.docs import opened, part, refused, render, runs, template, texts, xml

FORMATTED = '<w:p><w:r><w:rPr><w:i/><w:sz w:val="40"/></w:rPr><w:t>{{ x }}</w:t></w:r></w:p>'


def shown(out):
    return [run for run in opened(out).paragraphs[0].runs if run.text]


@pytest.mark.parametrize(
    ("options", "read"),
    [
        ({"bold": True}, "<w:b/><w:bCs/>"),
        ({"italic": True, "bold": True}, "<w:b/><w:bCs/><w:i/><w:iCs/>"),
        ({"strike": True, "size": 28}, '<w:strike/><w:sz w:val="28"/><w:szCs w:val="28"/>'),
        (
            {"size": "28", "color": "#ff0000"},
            '<w:color w:val="FF0000"/><w:sz w:val="28"/><w:szCs w:val="28"/>',
        ),
        ({"underline": True}, '<w:u w:val="single"/>'),
        ({"underline": "dotDotDash"}, '<w:u w:val="dotDotDash"/>'),
        ({"highlight": "#ffff00"}, '<w:shd w:val="clear" w:color="auto" w:fill="FFFF00"/>'),
        ({"highlight": "yellow"}, '<w:highlight w:val="yellow"/>'),
        ({"subscript": True}, '<w:vertAlign w:val="subscript"/>'),
        ({"superscript": True}, '<w:vertAlign w:val="superscript"/>'),
        ({"font": "Arial"}, '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/>'),
        (
            {"font": "eastAsia:微软雅黑"},
            '<w:rFonts w:ascii="微软雅黑" w:eastAsia="微软雅黑" w:hAnsi="微软雅黑" w:cs="微软雅黑"/>',
        ),
        ({"rtl": True, "lang": "ar-SA"}, '<w:rtl/><w:lang w:bidi="ar-SA"/>'),
        ({"lang": "en-GB"}, '<w:lang w:val="en-GB"/>'),
        ({"style": "Strong"}, '<w:rStyle w:val="Strong"/>'),
        ({"bold": False, "color": None}, ""),
    ],
)
def test_formatting_is_written_in_the_schemas_order(options, read):
    out = render(template("a {{r x }} b"), {"x": RichText("v", **options)})
    properties = f"<w:rPr>{read}</w:rPr>" if read else ""
    assert f'<w:r>{properties}<w:t xml:space="preserve">v</w:t></w:r>' in part(out)
    assert texts(out) == ["a v b"]


@pytest.mark.parametrize(
    "options",
    [
        {"color": "red"},
        {"size": "big"},
        {"size": 0.5},
        {"underline": "curly"},
        {"highlight": "12"},
        {"font": "x:y"},
    ],
)
def test_formatting_that_word_does_not_have_is_refused_where_it_is_made(options):
    with pytest.raises(Fault):
        RichText("v", **options)


def test_pieces_join_and_keep_their_formatting():
    words = R("one ", bold=True)
    words.add(R("two ", italic=True))
    words.add("three")
    out = render(template("{{r x }}"), {"x": words + R("!", strike=True)})
    found = [(r.text, r.bold, r.italic, r.font.strike) for r in shown(out)]
    assert found == [
        ("one ", True, None, None),
        ("two ", None, True, None),
        ("three", None, None, None),
        ("!", None, None, True),
    ]


def test_without_r_the_tags_own_formatting_lies_below():
    out = render(template(xml(FORMATTED)), {"x": R("v", bold=True, size=20)})
    (run,) = shown(out)
    assert (run.text, run.italic, run.bold, run.font.size.pt) == ("v", True, True, 10)


def test_with_r_only_its_own_formatting_counts_and_the_tail_keeps_its_own():
    out = render(template(runs("Bold {{r x }} tail")), {"x": R("v")})
    found = [(run.text, run.bold) for run in shown(out)]
    assert found == [("Bold ", True), ("v", None), (" tail", True)]


def test_text_is_never_markup():
    out = render(template("{{r x }}"), {"x": R("</t> <b/> & {{ y }}")}, braces=True)
    assert texts(out) == ["</t> <b/> & {{ y }}"]


@pytest.mark.parametrize("value", [R("a\nb\tc\ad\fe"), Listing("a\nb\tc\ad\fe"), "a\nb\tc\ad\fe"])
def test_breaks_in_text_become_real(value):
    out = render(template("{{ x }}"), {"x": value})
    assert texts(out) == ["a\nb\tc", "d", "\n" if "\n" in texts(out)[2] else "", "e"]
    assert '<w:br w:type="page"/>' in part(out)


@pytest.mark.parametrize("tag", ["{{ x }}", "{{r x }}", "{{p x }}"])
def test_a_link_leads_where_it_says(tag):
    out = render(template(tag), {"x": Hyperlink("our <site>", "https://a.example/?q=1&r=2 3")})
    paragraph = opened(out).paragraphs[0]
    assert paragraph.text == "our <site>"
    assert [link.address for link in paragraph.hyperlinks] == ["https://a.example/?q=1&r=2%203"]


def test_rich_text_may_link_in_headers_too():
    data = template("x", header="{{ x }}")
    out = render(data, {"x": R("here", url="mailto:a@b.example")})
    assert opened(out).sections[0].header.paragraphs[0].hyperlinks[0].address == "mailto:a@b.example"


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "file:///etc/passwd",
        "\\\\host\\share",
        "//host",
        "ftp://a",
        "a.html",
        "",
        "http:",
        "JAVASCRIPT:x",
    ],
)
def test_a_link_elsewhere_is_refused(url):
    (found,) = refused(template("see {{ x }}"), {"x": Hyperlink("here", url)})
    assert found.code == "TPL052"
    assert "see {{ x }}" in found.place.in_("en")


def test_paragraphs_each_have_their_style():
    value = RP("Intro", "Heading 2")
    value.add(R("bold", bold=True), "List Bullet")
    value.add("plain")
    out = render(template("a", "{{p x }}", "b"), {"x": value})
    found = [(p.text, p.style.name) for p in opened(out).paragraphs]
    assert found == [
        ("a", "Normal"),
        ("Intro", "Heading 2"),
        ("bold", "List Bullet"),
        ("plain", "Normal"),
        ("b", "Normal"),
    ]


def test_paragraphs_within_a_line_are_refused():
    (found,) = refused(template("a {{ x }}"), {"x": RichTextParagraph("v")})
    assert (found.code, found.hint.en) == ("TPL050", "Print it with {{p … }}, alone in its paragraph.")


@pytest.mark.parametrize(
    ("value", "code"), [(R("v", style="Strnog"), "TPL055"), (RP("v", "Headin 1"), "TPL055")]
)
def test_a_style_that_is_not_there_is_named(value, code):
    (found,) = refused(template("{{p x }}"), {"x": value})
    assert found.code == code
    assert "Did you mean" in found.hint.en


@pytest.mark.parametrize("tag", ["{{tr x }}", "{{tc x }}"])
def test_a_value_cannot_take_the_place_of_a_row_or_cell(tag):
    (found,) = refused(
        template([["a", tag]]) if tag == "{{tc x }}" else template([["a"], [tag]]), {"x": R("v")}
    )
    assert found.code == "TPL050"


def test_a_page_break_is_a_value():
    out = render(template("a{{ x }}b", "{{p x }}"), {"x": PageBreak()})
    assert part(out).count('<w:br w:type="page"/>') == 2


def test_values_print_as_text_where_there_are_no_runs():
    data = template("x", title="{{ x }}")
    assert opened(render(data, {"x": R("plain", bold=True)})).core_properties.title == "plain"


def test_values_may_be_looped_over_tested_and_joined():
    data = template("{% for x in xs %}{{r x }}{% if not loop.last %}, {% endif %}{% endfor %}")
    out = render(data, {"xs": [R("a", bold=True), R("b"), "c"]})
    assert texts(out) == ["a, b, c"]
