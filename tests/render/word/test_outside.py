"""What a template would fetch from outside is reported and taken out; links that a reader clicks stay."""

import io
import zipfile

import pytest

from kadocs.findings import Severity
from kadocs.render.limits import Limits
from kadocs.render.word import Template
from tests.render.word.docs import opened, part, refused, render, template, texts, validate, xml
from tests.render.word.everywhere import PARTS

RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
R = f'xmlns:r="{RELATIONS}"'


def repacked(data, changes):
    """The archive with members changed or added: a function of the old text, or the new one."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        texts_ = {name: old.read(name) for name in old.namelist()}
        for name, change in changes.items():
            texts_[name] = change(texts_.get(name, b"").decode()).encode() if callable(change) else change
        for name, content in texts_.items():
            new.writestr(name, content)
    return out.getvalue()


def related(kind, target, external=True):
    """A change of a .rels member: one more relationship, rId99."""
    mode = ' TargetMode="External"' if external else ""
    element = f'<Relationship Id="rId99" Type="{RELATIONS}/{kind}" Target="{target}"{mode}/>'
    return lambda text: (
        text.replace("</Relationships>", element + "</Relationships>")
        or f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{element}'
        "</Relationships>"
    )


def field(code, result="result"):
    """A field as Word writes it, its code cut into two runs."""
    half = len(code) // 2
    return (
        "<w:p><w:r><w:t>{{ a }} </w:t></w:r><w:r><w:fldChar w:fldCharType='begin'/></w:r>"
        f"<w:r><w:instrText xml:space='preserve'>{code[:half]}</w:instrText></w:r>"
        f"<w:r><w:instrText xml:space='preserve'>{code[half:]}</w:instrText></w:r>"
        f"<w:r><w:fldChar w:fldCharType='separate'/></w:r><w:r><w:t>{result}</w:t></w:r>"
        "<w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>"
    )


def warned(data, **limits):
    """The document and the codes of its warnings."""
    warnings = []
    out = Template(data, limits=Limits(**limits)).render({"a": "x"}, warnings=warnings)
    validate(data, out)
    assert all(found.severity is Severity.WARNING for found in warnings)
    return out, [found.code for found in warnings]


DOCUMENT, SETTINGS = "word/_rels/document.xml.rels", "word/_rels/settings.xml.rels"
PICTURE = (
    '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml" style="width:9pt;height:9pt">'
    f'<v:imagedata r:id="rId99" {R}/></v:shape></w:pict></w:r></w:p>'
)
OBJECT = (
    '<w:p><w:r><w:object><o:OLEObject xmlns:o="urn:schemas-microsoft-com:office:office" Type="Link" '
    f'ProgID="Excel.Sheet.12" ShapeID="s1" DrawAspect="Content" r:id="rId99" UpdateMode="Always" {R}/>'
    "</w:object></w:r></w:p>"
)


@pytest.mark.parametrize(
    ("body", "kind", "gone"),
    [
        (PICTURE, "image", "imagedata"),
        (OBJECT, "oleObject", "OLEObject"),
        (f'<w:altChunk r:id="rId99" {R}/>', "aFChunk", "altChunk"),
        (f'<w:p><w:subDoc r:id="rId99" {R}/></w:p>', "subDocument", "subDoc"),
    ],
)
def test_what_is_fetched_goes_with_what_leads_to_it(body, kind, gone):
    data = repacked(template(xml(body), "{{ a }}"), {DOCUMENT: related(kind, "https://x.example/secret")})
    out, codes = warned(data)
    assert codes == ["TPL080"]
    assert gone not in part(out) and "x.example" not in part(out, DOCUMENT)
    assert texts(out)[-1] == "x"
    kept, codes = warned(data, external=True)
    assert codes == [] and "x.example" in part(kept, DOCUMENT)


def test_an_attached_template_goes():
    attach = lambda text: text.replace("<w:zoom", f'<w:attachedTemplate r:id="rId99" {R}/><w:zoom')  # noqa: E731
    data = repacked(
        template("{{ a }}"),
        {
            "word/settings.xml": lambda text: (
                attach(text)
                if "<w:zoom" in text
                else text.replace("</w:settings>", f'<w:attachedTemplate r:id="rId99" {R}/></w:settings>')
            ),
            SETTINGS: related("attachedTemplate", "file:///c:/x.dotm"),
        },
    )
    out, codes = warned(data)
    assert codes == ["TPL080"]
    assert "attachedTemplate" not in part(out, "word/settings.xml") + part(out, SETTINGS)


def test_a_foreign_file_put_in_goes_from_the_package_too():
    data = repacked(
        template(xml(f'<w:altChunk r:id="rId99" {R}/>'), "{{ a }}"),
        {
            DOCUMENT: related("aFChunk", "chunk.html", external=False),
            "word/chunk.html": b"<html><script/></html>",
            "[Content_Types].xml": lambda text: text.replace(
                "<Default ", '<Default Extension="html" ContentType="text/html"/><Default ', 1
            ),
        },
    )
    out, codes = warned(data)
    assert codes == ["TPL080"]
    assert "word/chunk.html" not in zipfile.ZipFile(io.BytesIO(out)).namelist()


def test_hyperlinks_stay():
    link = f'<w:p><w:hyperlink r:id="rId99" {R}><w:r><w:t>site</w:t></w:r></w:hyperlink></w:p>'
    data = repacked(template(xml(link), "{{ a }}"), {DOCUMENT: related("hyperlink", "https://x.example/")})
    out, codes = warned(data)
    assert codes == [] and "x.example" in part(out, DOCUMENT)


@pytest.mark.parametrize(
    "code",
    [
        "DDEAUTO c:\\\\cmd.exe \"/c calc\"",
        " dde excel x",
        "INCLUDETEXT &quot;https://x.example&quot;",
        " INCLUDEPICTURE \\d x",
        "LINK Excel.Sheet x",
    ],
)  # fmt: skip
def test_fields_that_fetch_keep_only_their_result(code):
    out, codes = warned(template(xml(field(code))))
    assert codes == ["TPL081"]
    assert "instrText" not in part(out) and "fldChar" not in part(out)
    assert texts(out) == ["x result"]
    run, plain = "<w:r><w:t>{{ a }}</w:t></w:r>", code.replace('"', "")
    out, codes = warned(template(xml(f"<w:p><w:fldSimple w:instr='{plain}'>{run}</w:fldSimple></w:p>")))
    assert codes == ["TPL081"] and texts(out) == ["x"]


def test_a_code_made_by_another_field_is_not_trusted():
    inner = field("QUOTE 68 68 69", "").removeprefix("<w:p>").removesuffix("</w:p>").replace("{{ a }} ", "")
    outer = field("CODE", "shown").replace(
        "<w:instrText xml:space='preserve'>CO</w:instrText></w:r>", "</w:r>" + inner
    )
    out, codes = warned(template(xml(outer.replace(">DE<", "> x<"))))
    assert codes == ["TPL081"]
    assert texts(out) == ["x shown"]


@pytest.mark.parametrize("code", [" PAGE ", "REF dde", 'HYPERLINK "https://x"', "= 1 + 2", "SEQ Table"])
def test_other_fields_stay(code):
    out, codes = warned(template(xml(field(code))))
    assert set(codes) <= {"TPL092"} and part(out).count("fldChar ") == 3


def test_a_file_from_libreoffice_with_core_properties_named_twice():
    twice = lambda text: text.replace(  # noqa: E731
        "</Relationships>",
        '<Relationship Id="rId98" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/'
        'core-properties" Target="docProps/core.xml"/></Relationships>',
    )
    out = Template(repacked(template("{{ a }}"), {"_rels/.rels": twice})).render({"a": "x"})
    assert texts(out) == ["x"] and opened(out).core_properties is not None


def test_a_name_twice_in_the_archive_is_refused():
    data = io.BytesIO(template("x"))
    with pytest.warns(UserWarning, match="Duplicate"), zipfile.ZipFile(data, "a") as archive:
        archive.writestr("word/document.xml", "<x/>")
    assert [found.code for found in refused(data.getvalue())] == ["TPL001"]


PAYLOADS = [
    "''.__class__.__mro__[1].__subclasses__()",
    "''|attr('__class__')",
    "self.__init__.__globals__",
    "lipsum.__globals__['os'].popen('id')",
    "cycler.__init__.__globals__.os",
    "joiner.__init__.__globals__",
    "namespace.__init__.__globals__",
    "request.application.__globals__",
    "config.items()",
    "x.__getitem__('__class__')",
    "x['__class__']",
    "x['__cla' ~ 'ss__']",
    "'%s' % x.__class__",
    "'{0.__class__}'.format(x)",
    "'{0.__class__.__init__.__globals__}'.format(x)",
    "'{x.__class__}'.format_map({'x': x})",
    "[x]|map(attribute='__class__')|list|first",
    "[x]|map('attr', '__class__')|first",
    "(x).mro()",
    "range.__class__",
    "loop.__class__",
    "f.gi_frame.f_globals",
    "g.__code__",
    "dict.__base__",
    "xs.append(1)",
    "d.update({'a': 1})",
    "d.clear()",
    "().__class__.__bases__[0]",
]


@pytest.mark.parametrize("where", PARTS)
@pytest.mark.parametrize("payload", PAYLOADS)
def test_no_way_out_of_the_sandbox_in_any_part(payload, where):
    context = {"x": "text", "xs": [1], "d": {"k": 1}, "f": (i for i in "ab"), "g": refused}
    found = refused(PARTS[where](f"{{{{ {payload} }}}}"), context)
    assert {f.code for f in found} <= {"TPL021", "TPL022", "TPL023", "TPL025", "TPL014", "TPL015"}
    assert context["xs"] == [1] and context["d"] == {"k": 1}


def test_what_data_holds_is_never_run():
    payloads = {"x": "{{ 7 * 7 }}", "y": "{% for i in range(9) %}9{% endfor %}", "z": "{_{ x }_}"}
    data = template("{{ x }} {{ y }} {{ z }}", header="{{ x }}", title="{{ x }}")
    out = render(data, payloads, braces=True)
    assert texts(out) == [f"{payloads['x']} {payloads['y']} {payloads['z']}"]
    assert opened(out).core_properties.title == "{{ 7 * 7 }}"
