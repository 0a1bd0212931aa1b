"""Identifiers in what a template repeats: each its own, and references that follow theirs."""

import copy
import re

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tests.render.word.docs import heading, part, render, rows, template, texts, xml

PICTURE = (
    f"<w:p><w:r><w:drawing><wp:inline {nsdecls('wp', 'a', 'pic', 'r')}><wp:extent cx='9' cy='9'/>"
    "<wp:docPr id='{id}' name='Picture'/><a:graphic><a:graphicData"
    " uri='http://schemas.openxmlformats.org/drawingml/2006/picture'><pic:pic><pic:nvPicPr>"
    "<pic:cNvPr id='{id}' name='p'/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:stretch/></pic:blipFill>"
    "<pic:spPr><a:prstGeom prst='rect'/></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline>"
    "</w:drawing></w:r></w:p>"
)
BOX = (
    "<w:p><w:r><w:pict xmlns:v='urn:schemas-microsoft-com:vml'"
    " xmlns:o='urn:schemas-microsoft-com:office:office'>"
    "<v:shape id='_x0000_s1026' o:spid='_x0000_s1026' type='#t'><v:textbox><w:txbxContent><w:p><w:r>"
    "<w:t>{{ x }}</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
)
MARKED = (
    '<w:p><w:bookmarkStart w:id="{id}" w:name="{name}"/><w:r><w:t>{text}</w:t></w:r>'
    '<w:bookmarkEnd w:id="{id}"/></w:p>'
)


def reference(name, kind="REF"):
    """A paragraph with a field that refers to a bookmark."""
    return (
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {kind} {name} \\h </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>see</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
    )


def looped(inner, *after):
    """A template that repeats `inner` for each of `xs`."""
    return template("{% for x in xs %}", xml(inner), "{% endfor %}", *after)


def found(pattern, data):
    """What a pattern finds in the body."""
    return re.findall(pattern, part(data))


@pytest.mark.parametrize(
    ("inner", "pattern"),
    [
        (PICTURE.replace("{id}", "7"), r'docPr id="(\d+)"'),
        (PICTURE.replace("{id}", "7"), r'cNvPr id="(\d+)"'),
        (BOX, r'<v:shape [^>]*?\bid="([^"]+)"'),
        (BOX, r'o:spid="([^"]+)"'),
        (MARKED.format(id=7, name="here", text="x"), r'bookmarkStart w:id="(\d+)"'),
        (MARKED.format(id=7, name="here", text="x"), r'bookmarkEnd w:id="(\d+)"'),
        (MARKED.format(id=7, name="here", text="x"), r'w:name="([^"]+)"'),
        (
            '<w:sdt><w:sdtPr><w:id w:val="7"/></w:sdtPr><w:sdtContent><w:p/></w:sdtContent></w:sdt>',
            r'<w:id w:val="(\d+)"',
        ),
        (
            '<w:p><w:ins w:id="7" w:author="A"><w:r><w:t>x</w:t></w:r></w:ins></w:p>',
            r'<w:ins w:id="(\d+)"',
        ),
    ],
)
def test_each_turn_of_a_loop_has_its_own(inner, pattern):
    out = render(looped(inner, "end"), {"xs": [1, 2, 3]})
    first, *others = found(pattern, out)
    assert len({first, *others}) == 3
    assert first in inner  # the first turn keeps what the template has


def test_what_is_not_repeated_stays():
    data = template("{{ x }}", xml(PICTURE.replace("{id}", "7") + MARKED.format(id=7, name="here", text="x")))
    out = render(data, {"x": 1})
    assert found(r'(?:docPr|cNvPr) id="(\d+)"|w:name="(\w+)"', out) == [("7", ""), ("7", ""), ("", "here")]


def test_drawings_that_share_a_number_get_their_own():
    out = render(template("{{ x }}", xml(PICTURE.replace("{id}", "7") * 2)), {"x": 1})
    assert len(set(found(r'docPr id="(\d+)"', out))) == 2


def test_numbers_differ_between_body_and_header():
    picture = parse_xml(PICTURE.replace("{id}", "7").replace("<w:p>", f"<w:p {nsdecls('w')}>"))

    def build(document):
        for place in (document.sections[0].header, document):
            place.add_paragraph("{% for x in xs %}")._p.addnext(copy.deepcopy(picture))
            place.add_paragraph("{% endfor %}")

    out = render(template(build), {"xs": [1, 2]})
    numbers = [
        n
        for name in ("document", "header1")
        for n in re.findall(r'docPr id="(\d+)"', part(out, f"word/{name}.xml"))
    ]
    assert len(numbers) == len(set(numbers)) == 4


def test_rows_and_nested_loops():
    inner = MARKED.format(id=1, name="outer", text="o")
    deep = MARKED.format(id=2, name="inner", text="i")
    data = template(
        "{% for x in xs %}",
        xml(inner),
        "{% for y in x %}",
        xml(deep + reference("outer")),
        "{% endfor %}",
        "{% endfor %}",
    )
    out = render(data, {"xs": [[1, 2], [3]]})
    assert found(r'w:name="([^"]+)"', out) == ["outer", "inner", "inner_2", "outer_2", "inner_3"]
    assert found(r"REF (\w+)", out) == ["outer", "outer", "outer_2"]


@pytest.mark.parametrize("kind", ["REF", "PAGEREF", "NOTEREF"])
def test_a_reference_follows_the_bookmark_of_its_turn(kind):
    inner = reference("here", kind) + MARKED.format(id=7, name="here", text="x")
    out = render(
        template(xml(reference("here", kind)), "{% for x in xs %}", xml(inner), "{% endfor %}"),
        {"xs": [1, 2]},
    )
    assert found(r'w:name="([^"]+)"', out) == ["here", "here_2"]
    assert found(rf"{kind} (\w+)", out) == ["here", "here", "here_2"]  # from outside: the first


def test_links_inside_the_document_follow():
    link = '<w:p><w:hyperlink w:anchor="here"><w:r><w:t>see</w:t></w:r></w:hyperlink></w:p>'
    simple = '<w:p><w:fldSimple w:instr=" REF here "><w:r><w:t>see</w:t></w:r></w:fldSimple></w:p>'
    out = render(looped(MARKED.format(id=7, name="here", text="x") + link + simple), {"xs": [1, 2]})
    assert found(r'w:anchor="([^"]+)"', out) == ["here", "here_2"]
    assert found(r"> REF (\S+) <", out) == ["here", "here_2"]


def test_a_new_name_is_nobodys():
    inner = MARKED.format(id=7, name="here", text="x")
    out = render(looped(inner, xml(MARKED.format(id=8, name="here_2", text="other"))), {"xs": [1, 2]})
    assert found(r'w:name="([^"]+)"', out) == ["here", "here_3", "here_2"]


def test_what_a_macro_writes_is_written_anew():
    data = template(
        "{%p macro box() %}",
        xml(BOX.replace("{{ x }}", "!")),
        "{%p endmacro %}",
        "{{p box() }}",
        "{{p box() }}",
    )
    out = render(data)
    assert len(set(found(r'o:spid="([^"]+)"', out))) == 2


def test_a_captured_block_printed_twice():
    data = template(
        "{%p set b %}", xml(PICTURE.replace("{id}", "7")), "{%p endset %}", "{{p b }}", "{{p b }}"
    )
    assert len(set(found(r'docPr id="(\d+)"', render(data)))) == 2


def test_a_macro_that_calls_itself():
    start = '<w:p><w:bookmarkStart w:id="7" w:name="here"/><w:r><w:t>{{ n }}</w:t></w:r></w:p>'
    end = '<w:p><w:bookmarkEnd w:id="7"/><w:r><w:t>end</w:t></w:r></w:p>'
    data = template(
        *("{%p macro f(n) %}", xml(start), "{%p if n %}", "{{p f(n - 1) }}", "{%p endif %}", xml(end)),
        *("{%p endmacro %}", "{{p f(1) }}"),
    )
    out = render(data)
    assert texts(out) == ["1", "0", "end", "end"]
    outer, inner = found(r'bookmarkStart w:id="(\d+)"', out)
    assert found(r'bookmarkEnd w:id="(\d+)"', out) == [inner, outer]


@pytest.mark.parametrize("xs", [[], [1], [1, 2]])
@pytest.mark.parametrize(
    "blocks",
    [
        ["<s/>", "{% for x in xs %}", "<e/>", "{% endfor %}"],
        ["{% for x in xs %}", "<s/>", "{% endfor %}", "<e/>"],
        ["{% for x in xs %}", "<s/>", "{% endfor %}", "{% for x in xs %}", "<e/>", "{% endfor %}"],
        ["{% if xs %}", "<s/>", "{% else %}", "<e/>", "{% endif %}"],
        ["<s/>", "{% for x in xs %}", "{% if x > 1 %}", "<e/>", "{% endif %}", "{% endfor %}"],
    ],
)
def test_a_bookmark_always_begins_and_ends_once(blocks, xs):
    halves = {
        "<s/>": xml('<w:p><w:bookmarkStart w:id="7" w:name="here"/><w:r><w:t>s</w:t></w:r></w:p>'),
        "<e/>": xml('<w:p><w:r><w:t>e</w:t></w:r><w:bookmarkEnd w:id="7"/></w:p>'),
    }
    out = part(render(template(*(halves.get(b, b) for b in blocks), "end"), {"xs": xs}))
    assert re.findall(r"<w:(bookmark\w+)", out) in ([], ["bookmarkStart", "bookmarkEnd"])


def test_the_users_cursor_is_no_bookmark():
    out = render(looped(MARKED.format(id=0, name="_GoBack", text="x")), {"xs": [1, 2]})
    assert "_GoBack" not in part(out)


def test_paragraphs_that_repeat_lose_their_own_numbers():
    w14 = 'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml"'
    inner = f'<w:p {w14} w14:paraId="00000001" w14:textId="00000002"><w:r><w:t>{{{{ x }}}}</w:t></w:r></w:p>'
    out = render(looped(inner, xml(inner.replace("{{ x }}", "end"))), {"xs": [1, 2]})
    assert found(r'paraId="(\w+)"', out) == ["00000001"]
    assert texts(out) == ["1", "2", "end"]


def test_headings_in_loops_keep_their_own_bookmark_beside_that_of_the_contents():
    toc = reference('"1-3"', "TOC \\o")
    mark = MARKED.replace("<w:p>", '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>').format(
        id=1, name="part", text="Part"
    )
    out = render(
        template(xml(toc), heading("One"), "{% for x in xs %}", xml(mark), "{% endfor %}"), {"xs": [1, 2]}
    )
    assert found(r'w:name="([^"]+)"', out) == ["_Toc000001", "_Toc000002", "part", "_Toc000003", "part_2"]
    assert len(set(found(r'bookmarkStart w:id="(\d+)"', out))) == 5


def test_rows_that_repeat():
    def build(document):
        cells = document.add_table(1, 2).rows[0].cells
        cells[0].text, cells[1].text = "{%tr for x in xs %}{{ x }}", "{%tr endfor %}"
        marked = parse_xml(
            MARKED.format(id=3, name="row", text="r").replace("<w:p>", f"<w:p {nsdecls('w')}>")
        )
        cells[0].paragraphs[0]._p.addnext(marked)

    out = render(template(build), {"xs": ["a", "b"]})
    assert rows(out) == [["a\nr", ""], ["b\nr", ""]]
    assert found(r'w:name="([^"]+)"', out) == ["row", "row_2"]


def test_same_bytes_every_time():
    data = looped(PICTURE.replace("{id}", "7") + MARKED.format(id=7, name="here", text="x"))
    assert render(data, {"xs": [1, 2, 3]}) == render(data, {"xs": [1, 2, 3]})
