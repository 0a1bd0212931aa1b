"""Charts as Word draws them, put into templates; and what a finished chart shows."""

import io
import posixpath
import zipfile

import openpyxl
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from lxml import etree

CHART = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
STYLE = "http://schemas.microsoft.com/office/2011/relationships/chartStyle"
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_NAMESPACES = nsdecls("c", "a", "r")
_SHAPES = {
    "barChart": '<c:barDir val="col"/><c:grouping val="{grouping}"/><c:varyColors val="0"/>',
    "lineChart": '<c:grouping val="standard"/><c:varyColors val="0"/>',
    "areaChart": '<c:grouping val="standard"/><c:varyColors val="0"/>',
    "radarChart": '<c:radarStyle val="marker"/><c:varyColors val="0"/>',
    "pieChart": '<c:varyColors val="1"/>',
    "doughnutChart": '<c:varyColors val="1"/>',
    "scatterChart": '<c:scatterStyle val="lineMarker"/><c:varyColors val="0"/>',
    "bubbleChart": '<c:varyColors val="0"/>',
}
_AFTER = {
    "barChart": '<c:gapWidth val="150"/>',
    "lineChart": '<c:marker val="1"/>',
    "pieChart": '<c:firstSliceAng val="0"/>',
    "doughnutChart": '<c:firstSliceAng val="0"/><c:holeSize val="50"/>',
}
_ROUND = ("pieChart", "doughnutChart")
_POINTS = ("scatterChart", "bubbleChart")


def series(number, kind="barChart", colour="", code="General"):
    """A series with sample data, as Word writes it."""
    column = "BCDEFGH"[number]
    colour = colour or f'<a:schemeClr val="accent{number + 1}"/>'
    look = f"<c:spPr><a:solidFill>{colour}</a:solidFill></c:spPr>"
    invert = '<c:invertIfNegative val="0"/>' if kind in ("barChart", "bubbleChart") else ""
    numbers = (
        f"<c:numRef><c:f>Sheet1!${column}$2:${column}$3</c:f><c:numCache><c:formatCode>{code}</c:formatCode>"
        '<c:ptCount val="2"/><c:pt idx="0"><c:v>4.3</c:v></c:pt><c:pt idx="1"><c:v>2.5</c:v></c:pt>'
        "</c:numCache></c:numRef>"
    )
    texts = (
        '<c:strRef><c:f>Sheet1!$A$2:$A$3</c:f><c:strCache><c:ptCount val="2"/>'
        '<c:pt idx="0"><c:v>Old 1</c:v></c:pt><c:pt idx="1"><c:v>Old 2</c:v></c:pt></c:strCache></c:strRef>'
    )
    data = f"<c:cat>{texts}</c:cat><c:val>{numbers}</c:val>"
    if kind in _POINTS:
        data = f"<c:xVal>{numbers}</c:xVal><c:yVal>{numbers}</c:yVal>"
    if kind == "bubbleChart":
        data += f"<c:bubbleSize>{numbers}</c:bubbleSize>"
    after = '<c:smooth val="0"/>' if kind in ("lineChart", "scatterChart") else ""
    return (
        f'<c:ser><c:idx val="{number}"/><c:order val="{number}"/>'
        f"<c:tx><c:strRef><c:f>Sheet1!${column}$1</c:f>"
        f'<c:strCache><c:ptCount val="1"/><c:pt idx="0"><c:v>Sample {number}</c:v></c:pt></c:strCache>'
        f"</c:strRef></c:tx>{look}{invert}{data}{after}"
        '<c:extLst><c:ext uri="{C3380CC4-5D6E-409C-BE32-E72D297353CC}" '
        'xmlns:c16="http://schemas.microsoft.com/office/drawing/2014/chart">'
        f'<c16:uniqueId val="{{0000000{number}-1111}}"/></c:ext></c:extLst></c:ser>'
    )


def plot(kind="barChart", count=2, first=0, axes=("11", "12"), grouping="clustered", **look):
    """A plot with `count` series, as Word writes it."""
    inner = "".join(series(first + number, kind, **look) for number in range(count))
    ids = "" if kind in _ROUND else "".join(f'<c:axId val="{axis}"/>' for axis in axes)
    overlap = '<c:overlap val="100"/>' if kind == "barChart" and grouping != "clustered" else ""
    shape = _SHAPES[kind].format(grouping=grouping)
    return f"<c:{kind}>{shape}{inner}{_AFTER.get(kind, '')}{overlap}{ids}</c:{kind}>"


def axes(first="11", second="12", title="", points=False, side="l"):
    """A pair of axes; the second may have a title."""

    def one(name, identity, other, position, text):
        said = f'<c:title>{rich(text)}<c:overlay val="0"/></c:title>' if text else ""
        tail = '<c:crosses val="autoZero"/>'
        return (
            f'<c:{name}><c:axId val="{identity}"/><c:scaling><c:orientation val="minMax"/></c:scaling>'
            f'<c:delete val="0"/><c:axPos val="{position}"/>{said}<c:majorTickMark val="out"/>'
            f'<c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="{other}"/>{tail}'
            f"</c:{name}>"
        )

    return one("valAx" if points else "catAx", first, second, "b", "") + one(
        "valAx", second, first, side, title
    )


def rich(*texts):
    """A title's text, spread over runs."""
    runs = "".join(f'<a:r><a:rPr lang="zh-CN"/><a:t>{text}</a:t></a:r>' for text in texts)
    return f"<c:tx><c:rich><a:bodyPr/><a:p>{runs}</a:p></c:rich></c:tx>"


def chart(title="", plots="", axis="", after=""):
    """A chart's XML: a column chart of two series, or the plots that are given."""
    said = (
        f'<c:title>{title if title.startswith("<") else rich(title)}<c:overlay val="0"/></c:title>'
        if title
        else ""
    )
    deleted = "0" if title else "1"
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><c:chartSpace {_NAMESPACES}>'
        f'<c:date1904 val="0"/><c:chart>{said}<c:autoTitleDeleted val="{deleted}"/><c:plotArea><c:layout/>'
        f"{plots or plot()}{axis or ('' if any(k in plots for k in _ROUND) else axes())}</c:plotArea>"
        '<c:legend><c:legendPos val="b"/></c:legend><c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/>'
        '</c:chart><c:externalData r:id="rId1"><c:autoUpdate val="0"/></c:externalData>'
        f"{after}</c:chartSpace>"
    )


def charted(xml, alt="", name="chart1", text="", paragraphs=None):
    """A builder of a paragraph that holds a chart with sample data in its workbook."""
    return lambda document: add_chart(document, document.part, xml, alt, name, text, document)


def add_chart(document, part, xml, alt="", name="chart1", text="", holder=None):
    """Add a paragraph with a chart to a part's `holder`."""
    package = document.part.package
    made = Part(PackURI(f"/word/charts/{name}.xml"), CHART, xml.encode(), package)
    book = Part(PackURI(f"/word/embeddings/{name}.xlsx"), SHEET, sample(), package)
    style = Part(
        PackURI(f"/word/charts/style{name}.xml"),
        "application/vnd.ms-office.chartstyle+xml",
        b'<cs:chartStyle xmlns:cs="http://schemas.microsoft.com/office/drawing/2012/chartStyle" id="1"/>',
        package,
    )
    made.relate_to(book, RELATIONSHIP_TYPE.PACKAGE)
    made.relate_to(style, STYLE)
    draw(holder, part.relate_to(made, RELATIONSHIP_TYPE.CHART), alt, text)


def draw(holder, identity, alt="", text="", number=1):
    """Add a paragraph with a drawing of a chart that the part relates to."""
    paragraph = holder.add_paragraph(text)
    paragraph.add_run()._r.append(
        parse_xml(
            f"<w:drawing {nsdecls('w', 'wp', 'a', 'c', 'r')}><wp:inline>"
            '<wp:extent cx="5486400" cy="3200400"/>'
            f'<wp:docPr id="{number}" name="Chart {number}" descr="{alt}"/><wp:cNvGraphicFramePr/><a:graphic>'
            '<a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart">'
            f'<c:chart r:id="{identity}"/></a:graphicData></a:graphic></wp:inline></w:drawing>'
        )
    )


def sample():
    """A workbook with sample data, and a cell that no reader is to see."""
    book = openpyxl.Workbook()
    book.active.title = "Sheet1"
    book.active["Z99"] = "secret"
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


class Shown:
    """A finished chart: its texts, its series as their caches say, its workbook."""

    def __init__(self, archive, name):
        self.name = name
        self.root = etree.fromstring(archive.read(name))
        self.texts = ["".join(t.text or "" for t in p.iter(f"{A}t")) for p in self.root.iter(f"{A}p")]
        self.series = list(self.root.iter(f"{C}ser"))
        folder, file = posixpath.split(name)
        relations = etree.fromstring(archive.read(f"{folder}/_rels/{file}.rels"))
        self.relations = {r.get("Id"): posixpath.normpath(f"{folder}/{r.get('Target')}") for r in relations}
        external = self.root.find(f"{C}externalData")
        identity = external.get("{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id")
        self.workbook = self.relations[identity]
        self.sheet = openpyxl.load_workbook(io.BytesIO(archive.read(self.workbook)))["Sheet1"]

    def cached(self, what="val"):
        """What the caches of each series' element say, gaps as None."""
        return [_points(s.find(f"{C}{what}")) for s in self.series]

    @property
    def names(self):
        return [_points(s.find(f"{C}tx"))[0] for s in self.series]

    def in_sheet(self, what="val"):
        """What stands in the cells that the formulas of each series' element name."""
        formulas = [s.find(f"{C}{what}//{C}f").text for s in self.series]
        return [self.cells(formula) for formula in formulas]

    def cells(self, formula):
        found = self.sheet[formula.removeprefix("Sheet1!").replace("$", "")]
        column = found if isinstance(found, tuple) else ((found,),)
        return [cell.value for row in column for cell in row]

    def values(self, path, attribute="val"):
        """An attribute of the elements at a path under each series."""
        return [[e.get(attribute) for e in s.findall(path)] for s in self.series]


def _points(element):
    cache = next(iter(element.iter(f"{C}strCache", f"{C}numCache")))
    count = int(cache.find(f"{C}ptCount").get("val"))
    points = {int(p.get("idx")): p.find(f"{C}v").text or "" for p in cache.findall(f"{C}pt")}
    return [points.get(index) for index in range(count)]


def charts(data):
    """The charts of a finished document, in the order of its drawings in the body."""
    archive = zipfile.ZipFile(io.BytesIO(data))
    relations = etree.fromstring(archive.read("word/_rels/document.xml.rels"))
    targets = {r.get("Id"): f"word/{r.get('Target')}" for r in relations}
    body = etree.fromstring(archive.read("word/document.xml"))
    identity = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
    return [Shown(archive, targets[element.get(identity)]) for element in body.iter(f"{C}chart")]
