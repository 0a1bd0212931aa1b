"""A tag in every part of a template that may hold one."""

import io
import zipfile
from xml.sax.saxutils import escape, quoteattr

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm

from tests.render.word.charts import chart, charted
from tests.render.word.docs import template, xml
from tests.render.word.notes import noted, refer
from tests.render.word.values.pictures import picture

_CUSTOM = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
    'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
    '<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="2" name="Tag">'
    "<vt:lpwstr>{}</vt:lpwstr></property></Properties>"
)
_APP = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Company>{}</Company></Properties>"
)


def _with_property(name, content):
    out = io.BytesIO(template("x"))
    kept = {n: zipfile.ZipFile(out).read(n) for n in zipfile.ZipFile(out).namelist() if n != name}
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for each, data in {**kept, name: content.encode()}.items():
            archive.writestr(each, data)
    return made.getvalue()


def _commented(tag):
    def build(document):
        paragraph = document.add_paragraph("x")
        document.add_comment(paragraph.runs, text=tag, author="A")

    return build


def _pictured(tag):
    def build(document):
        shape = document.add_paragraph().add_run().add_picture(io.BytesIO(picture(4, 4)), Cm(1))
        shape._inline.docPr.set("descr", tag)

    return build


def _linked(tag):
    def build(document):
        paragraph = document.add_paragraph("see ")
        link = OxmlElement("w:hyperlink")
        target = f"https://a.example/{tag}"
        identity = paragraph.part.relate_to(target, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
        link.set(qn("r:id"), identity)
        link.append(paragraph.add_run("here")._r)
        paragraph._p.append(link)

    return build


def _coded(tag):
    inner = "<w:r><w:t>here</w:t></w:r>"
    code = quoteattr('HYPERLINK "https://a.example/' + tag + '"')
    return xml(f"<w:p><w:fldSimple w:instr={code}>{inner}</w:fldSimple></w:p>")


def _boxed(tag):
    return xml(
        '<w:p><w:r><w:pict><v:shape xmlns:v="urn:schemas-microsoft-com:vml"><v:textbox><w:txbxContent>'
        f"<w:p><w:r><w:t>{escape(tag)}</w:t></w:r></w:p>"
        "</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"
    )


PARTS = {
    "body": lambda tag: template(tag),
    "table": lambda tag: template([["a", tag]]),
    "header": lambda tag: template("x", header=tag),
    "footer": lambda tag: template("x", footer=tag),
    "core property": lambda tag: template("x", title=tag),
    "app property": lambda tag: _with_property("docProps/app.xml", _APP.format(escape(tag))),
    "custom property": lambda tag: _with_property("docProps/custom.xml", _CUSTOM.format(escape(tag))),
    "text box": lambda tag: template(_boxed(tag)),
    "footnote": lambda tag: noted(template(refer(1, "x")), escape(tag)),
    "endnote": lambda tag: noted(template(refer(1, "x", "endnote")), escape(tag), kind="endnotes"),
    "footnote in a loop": lambda tag: noted(
        template("{% for i in [1] %}", refer(1, "x"), "{% endfor %}"), escape(tag)
    ),
    "note that nothing refers to": lambda tag: noted(template("x"), escape(tag)),
    "comment": lambda tag: template(_commented(tag)),
    "alternative text": lambda tag: template(_pictured(f"of {tag}")),
    "placeholder": lambda tag: template(_pictured(tag)),
    "target of a link": lambda tag: template(_linked(tag)),
    "code of a field": lambda tag: template(_coded(tag)),
    "title of a chart": lambda tag: template(charted(chart(escape(tag)))),
    "alternative text of a chart": lambda tag: template(
        charted(chart("Sales"), escape(tag, {'"': "&quot;"}))
    ),
}
"""Templates with one tag each, by where it stands."""
