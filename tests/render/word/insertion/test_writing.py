"""What a text refers to comes with it: bookmarks and fields, comments, charts, objects, controls."""

import io
import re
import zipfile

import pytest
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml

from kadocs.findings import Refused
from kadocs.render.word import Chart, Subdocument, Template
from tests.render.word.charts import chart, charted, charts
from tests.render.word.docs import NAMESPACE, opened, part, render, template, texts, validate, xml
from tests.render.word.notes import noted, refer
from tests.render.word.test_placeholders import drawn, placeholder
from tests.render.word.values.pictures import picture

MARK = '<w:p><w:bookmarkStart w:id="3" w:name="{0}"/><w:r><w:t>x</w:t></w:r><w:bookmarkEnd w:id="3"/></w:p>'
FIELD = '<w:p><w:fldSimple w:instr=" {0} "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>'
CODE = (
    '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> {0} </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
)


def twice(*blocks, host=(), **context):
    """A document with the same file put in twice."""
    return render(template("{{p x}}", "{{p x}}", *host), {"x": Subdocument(template(*blocks)), **context})


@pytest.mark.parametrize("field", [FIELD, CODE])
@pytest.mark.parametrize(
    "code", ["REF {} \\h", "PAGEREF {} \\h", 'HYPERLINK \\l "{}"', 'TOC \\o "1-3" \\b {}', "= {} * 2"]
)
def test_fields_follow_the_bookmark_of_their_insertion(field, code):
    inner = xml(MARK.format("there") + field.format(code.format("there").replace('"', "&quot;")))
    out = twice(inner, host=[xml(MARK.format("there"))])
    names = re.findall(r'bookmarkStart [^>]*w:name="(\w+)"', part(out))
    assert len(set(names)) == 3
    assert [
        name for name in re.findall(r"\bthere\w*", re.sub(r"<w:bookmarkStart[^>]*>", "", part(out)))
    ] == names[:2]


@pytest.mark.parametrize("field", [FIELD, CODE])
def test_what_leads_out_of_the_file_stays(field):
    out = twice(xml(field.format("REF elsewhere \\h")), host=[xml(MARK.format("elsewhere"))])
    assert part(out).count(" REF elsewhere \\h ") == 2


COMMENTED = (
    '<w:p><w:commentRangeStart w:id="1"/><w:r><w:t>text</w:t></w:r><w:commentRangeEnd w:id="1"/>'
    '<w:r><w:commentReference w:id="1"/></w:r></w:p>'
)


def commented():
    return noted(template(xml(COMMENTED)), "said {{ n }}", kind="comments")


def comments(out):
    return re.findall(r'<w:comment w:id="(\d+)".*?<w:t[^>]*>([^<]*)', part(out, "word/comments.xml"))


@pytest.mark.parametrize("host", [[], ["own"]])
def test_comments_come_along(host):
    data = (
        noted(template("{{p x}}", "{{p x}}", xml(COMMENTED)), *host, kind="comments")
        if host
        else template("{{p x}}", "{{p x}}")
    )
    out = Template(data).render({"x": Subdocument(commented()), "n": 7})
    validate(data, out)
    found = comments(out)
    assert sorted(text for _, text in found) == sorted(["said 7", "said 7", *host])
    numbers = [number for number, _ in found]
    assert len(set(numbers)) == len(numbers)
    for name in ("commentRangeStart", "commentRangeEnd", "commentReference"):
        assert sorted(re.findall(rf'{name} w:id="(\d+)"', part(out))) == sorted(numbers)


def test_where_there_can_be_no_comments_they_stay_behind():
    data = template("body", header="{{p x}}")
    out = Template(data).render({"x": Subdocument(commented()), "n": 7})
    validate(data, out)
    assert "comment" not in part(out, "word/header1.xml")
    assert opened(out).sections[0].header.paragraphs[0].text == "text"


def test_charts_come_along_with_their_workbooks_and_are_refilled():
    sales = Chart(["a", "b"], {"x": [1, 2]})
    out = twice(charted(chart("{{ sales }}")), host=[charted(chart("Own"), name="chart1")], sales=sales)
    shown = charts(out)
    assert sorted(each.cached() for each in shown)[0] == [["1", "2"]]
    names = zipfile.ZipFile(io.BytesIO(out)).namelist()
    assert len(names) == len(set(names))
    assert sum(name.startswith("word/charts/chart") for name in names) == 3
    assert sum(name.startswith("word/embeddings/") for name in names) == 3
    assert [each.in_sheet() for each in shown].count([[1, 2]]) == 2


OBJECT = (
    '<w:r {ns} xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:object>'
    '<v:shape id="_x0000_i1025" style="width:10pt;height:10pt"><v:imagedata r:id="{image}"/></v:shape>'
    '<o:OLEObject Type="Embed" ProgID="Excel.Sheet.12" ShapeID="_x0000_i1025" DrawAspect="Icon" '
    'ObjectID="_1" r:id="{object}"/></w:object></w:r>'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def embedded(document):
    """A paragraph with an embedded object, shown as an icon."""
    kind = "application/vnd.openxmlformats-officedocument.oleObject"
    made = Part(PackURI("/word/embeddings/oleObject1.bin"), kind, b"object", document.part.package)
    identity = document.part.relate_to(made, f"{_OFFICE}/oleObject")
    image, _ = document.part.get_or_add_image(io.BytesIO(picture()))
    document.add_paragraph()._p.append(parse_xml(OBJECT.format(ns=NAMESPACE, image=image, object=identity)))


def test_objects_come_along():
    out = twice(embedded, host=[embedded])
    body = part(out)
    shapes = re.findall(r'<v:shape [^>]*?id="([^"]+)"', body)
    assert len(set(shapes)) == 3
    assert re.findall(r'ShapeID="([^"]+)"', body) == shapes
    archive = zipfile.ZipFile(io.BytesIO(out))
    objects = [name for name in archive.namelist() if name.startswith("word/embeddings/")]
    assert len(objects) == len(set(objects)) == 3
    assert {archive.read(name) for name in objects} == {b"object"}


def test_pictures_drawn_in_it_are_replaced():
    out = twice(placeholder("{{ photo }}"), photo=picture(8, 4))
    assert [size for _, size, _ in drawn(out)] == [drawn(out)[0][1]] * 2
    assert "{{" not in part(out)


def test_content_controls_are_unique_and_no_longer_bound_to_data_of_the_file():
    control = (
        '<w:sdt><w:sdtPr><w:id w:val="5"/><w:dataBinding w:xpath="/a" w:storeItemID="{{1}}"/></w:sdtPr>'
        "<w:sdtContent><w:p><w:r><w:t>x</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    ).replace("{{1}}", "1")
    body = part(twice(xml(control)))
    assert len(set(re.findall(r'<w:id w:val="(\d+)"', body))) == 2
    assert "dataBinding" not in body


def test_a_relationship_that_leads_nowhere_does_no_harm():
    data, out = template(embedded), io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            if "oleObject" not in name:
                new.writestr(name, old.read(name))
    made = Template(template("{{p x}}", "end")).render({"x": Subdocument(out.getvalue())})
    assert texts(made)[-1] == "end"


def test_notes_of_a_file_keep_their_references():
    data = noted(template(refer(1, "see")), "note of {{ n }}")
    out = Template(template("{{p x}}", "{{p x}}")).render({"x": Subdocument(data), "n": 1})
    assert part(out, "word/footnotes.xml").count("note of 1") == 2


@pytest.mark.parametrize("kind", ["footnotes", "endnotes"])
@pytest.mark.parametrize("included", [True, False])
def test_notes_stand_in_the_body_only(kind, included):
    inner = noted(template(refer(1, "text", kind.removesuffix("s"))), "note", kind=kind)
    tag = '{% include "in.docx" %}' if included else "{{p x }}"
    with pytest.raises(Refused) as caught:
        Template(template("body", header=tag), files=lambda _: inner).render({"x": Subdocument(inner)})
    (found,) = caught.value.findings
    assert found.code == "TPL054"
    assert tag in found.place.in_("en")
