"""Pictures whose alternative text is a tag keep the place of others."""

import io
import re

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm
from lxml import etree

from kadocs.render.word import InlineImage, Template
from tests.render.word.docs import NAMESPACE, opened, part, refused, render, template, validate
from tests.render.word.values.pictures import picture

CM = 360_000
GROUP = (
    '<w:p><w:r><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    '<mc:Choice Requires="wpg"><w:drawing><wp:inline '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" distT="0" distB="0" '
    'distL="0" distR="0"><wp:extent cx="3600000" cy="1800000"/><wp:docPr id="90" name="Group"/>'
    '<wp:cNvGraphicFramePr/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup">'
    '<wpg:wgp xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup">'
    "<wpg:cNvGrpSpPr/><wpg:grpSpPr/>{}</wpg:wgp></a:graphicData></a:graphic></wp:inline></w:drawing>"
    "</mc:Choice></mc:AlternateContent></w:r></w:p>"
)
IN_GROUP = (
    '<pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr>'
    '<pic:cNvPr id="{0}" name="P{0}" descr="{{{{ {1} }}}}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
    '<a:blip xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:embed="{2}"/>'
    "<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>"
    '<a:off x="{3}" y="0"/><a:ext cx="1800000" cy="1800000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/>'
    "</a:prstGeom></pic:spPr></pic:pic>"
)


def placeholder(
    alt, where=lambda document: document.add_paragraph().add_run(), attribute="descr", inner=False
):
    """A builder of a picture of 4 cm × 4 cm with this alternative text."""

    def build(document):
        inline = where(document).add_picture(io.BytesIO(picture(10, 10)), Cm(4), Cm(4))._inline
        named = inline.graphic.graphicData.pic.nvPicPr.cNvPr if inner else inline.docPr
        named.set(attribute, alt)

    return build


def in_header(document):
    return document.sections[0].header.paragraphs[0].add_run()


def in_cell(document):
    return document.add_table(1, 1).cell(0, 0).paragraphs[0].add_run()


def drawn(out, name="word/document.xml"):
    """Each picture of a part: its file, its size, its alternative text."""
    document = opened(out)
    holder = document.part if name == "word/document.xml" else document.sections[0].header.part
    found = []
    for inline in holder.element.iter(qn("wp:inline")):
        blip = next(inline.iter(qn("a:blip")))
        extent = inline.find(qn("wp:extent"))
        size = int(extent.get("cx")), int(extent.get("cy"))
        found.append((holder.related_parts[blip.get(qn("r:embed"))].blob, size, inline.docPr.get("descr")))
    return found


@pytest.mark.parametrize(
    ("width", "height", "size"),
    [
        (40, 20, (4 * CM, 2 * CM)),
        (20, 40, (2 * CM, 4 * CM)),
        (4000, 4000, (4 * CM, 4 * CM)),
        (1, 1, (4 * CM, 4 * CM)),
    ],
)
def test_a_picture_takes_the_place_and_fits_into_its_box(width, height, size):
    new = picture(width, height)
    out = render(template("a", placeholder("{{ photo }}"), "b"), {"photo": new})
    assert drawn(out) == [(new, size, "")]


@pytest.mark.parametrize("options", [{}, {"attribute": "title"}, {"inner": True}])
def test_alternative_text_title_and_the_pictures_own_name_count(options):
    new = picture(8, 8)
    out = render(
        template(placeholder("{{ photo }}", **options)), {"photo": InlineImage(new, alt='A "B" & C')}
    )
    assert drawn(out)[0][0] == new
    assert "{{" not in part(out)
    assert "A &quot;B&quot; &amp; C" in part(out)


@pytest.mark.parametrize(("where", "name"), [(in_header, "word/header1.xml"), (in_cell, "word/document.xml")])
def test_in_headers_and_cells(where, name):
    new = picture(8, 4)
    out = render(template(placeholder("{{ photo }}", where)), {"photo": new})
    assert [(blob, size) for blob, size, _ in drawn(out, name)] == [(new, (4 * CM, 2 * CM))]


def test_in_a_loop_each_turn_has_its_own():
    new = [picture(8, 4), picture(4, 8)]
    out = render(template("{% for p in photos %}", placeholder("{{ p }}"), "{% endfor %}"), {"photos": new})
    assert [(blob, size) for blob, size, _ in drawn(out)] == [
        (new[0], (4 * CM, 2 * CM)),
        (new[1], (2 * CM, 4 * CM)),
    ]
    ids = [inline.docPr.id for inline in opened(out).element.iter(qn("wp:inline"))]
    assert len(set(ids)) == 2


def test_a_path_is_read_through_the_templates_function():
    data = template(placeholder("{{ photo }}"))
    out = Template(data, files={"a.png": picture(8, 4)}.__getitem__).render({"photo": "a.png"})
    validate(data, out)
    assert drawn(out)[0][1] == (4 * CM, 2 * CM)


def in_group(document):
    run = document.add_paragraph().add_run()
    shape = run.add_picture(io.BytesIO(picture(10, 10)), Cm(1))
    identity = shape._inline.graphic.graphicData.pic.blipFill.blip.embed
    inner = IN_GROUP.format(91, "a", identity, 0) + IN_GROUP.format(92, "b", identity, 1_800_000)
    group = parse_xml(GROUP.format(inner).replace("<w:p>", f"<w:p {NAMESPACE}>", 1))
    run._r.getparent().addnext(group)
    run._r.getparent().getparent().remove(run._r.getparent())


def corners(out):
    return [
        tuple(
            int(element.get(name))
            for element, names in ((x.find(qn("a:off")), "xy"), (x.find(qn("a:ext")), ("cx", "cy")))
            for name in names
        )
        for x in opened(out).element.iter(qn("a:xfrm"))
    ]


def test_in_a_group_each_is_centred_in_its_own_box():
    out = render(template(in_group), {"a": picture(8, 4), "b": picture(4, 8)})
    assert corners(out) == [(0, 450_000, 1_800_000, 900_000), (2_250_000, 0, 900_000, 1_800_000)]


def test_one_picture_of_a_group_may_be_left_out():
    out = render(template(in_group), {"a": "", "b": picture(4, 4)})
    assert corners(out) == [(1_800_000, 0, 1_800_000, 1_800_000)]


def test_an_empty_value_leaves_the_picture_out_with_its_run():
    out = render(template(placeholder("{{ photo|default('') }}")), {"photo": None})
    assert (drawn(out), len(opened(out).paragraphs[0].runs)) == ([], 0)


def test_no_value_is_a_gap():
    data = template(placeholder("{{ photo }}"))
    (found,) = refused(data, {"photo": None})
    assert found.code == "TPL020"
    gaps = []
    out = render(data, {"photo": None}, gaps=gaps)
    assert opened(out).paragraphs[0].text == "【待补充：photo】"
    assert len(gaps) == 1


@pytest.mark.parametrize(
    ("alt", "value", "code"),
    [
        ("{{ photo }}", b"no picture", "TPL051"),
        ("{{ photo }}", 3, "TPL051"),
        ("{{ photo }}", "a.png", "TPL053"),
        ("{{ phtoo }}", picture(), "TPL021"),
        ("{{ photo|nofilter }}", picture(), "TPL015"),
        ("{{ photo + }}", picture(), "TPL014"),
    ],
)
def test_faults_have_their_place(alt, value, code):
    (found,) = refused(template("some text", placeholder(alt)), {"photo": value})
    assert found.code == code
    assert "paragraph 2" in found.place.in_("en")
    assert alt in found.place.in_("en")


def test_other_alternative_texts_are_texts():
    out = render(template(placeholder('Logo of {{ name }}, "{{ n }}"')), {"name": 'A & "B" <c>', "n": 3})
    assert drawn(out)[0][2] == 'Logo of A & "B" <c>, "3"'


def test_the_same_picture_is_kept_once():
    new = picture(8, 4)
    out = render(template(placeholder("{{ p }}"), placeholder("{{ p }}")), {"p": new})
    assert len({id(blob) for blob, _, _ in drawn(out)}) <= 2
    assert part(out, "word/_rels/document.xml.rels").count("picture1.png") == 1


def test_an_old_drawing_is_filled_too():
    def build(document):
        run = document.add_paragraph().add_run()
        shape = run.add_picture(io.BytesIO(picture(10, 10)), Cm(1))
        identity = shape._inline.graphic.graphicData.pic.blipFill.blip.embed
        run._r.clear_content()
        run._r.append(
            parse_xml(
                f'<w:pict {NAMESPACE} xmlns:v="urn:schemas-microsoft-com:vml" '
                'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">'
                '<v:shape id="s1" style="width:100pt;height:100pt" alt="{{ p }}">'
                f'<v:imagedata r:id="{identity}"/></v:shape></w:pict>'
            )
        )

    out = render(template(build), {"p": picture(8, 4)})
    assert "width:100.00pt;height:50.00pt" in part(out)


def boxed(where=lambda document: document.add_paragraph()):
    """A builder of a text box, in both of its forms, that holds a placeholder."""

    def build(document):
        run = where(document).add_run()
        shape = run.add_picture(io.BytesIO(picture(10, 10)), Cm(4), Cm(4))
        shape._inline.docPr.set("descr", "{{ photo }}")
        drawing = etree.tostring(run._r[-1], encoding="unicode")
        run._r.remove(run._r[-1])
        run._r.append(parse_xml(BOX.replace("DRAWING", f"<w:p><w:r>{drawing}</w:r></w:p>")))

    return build


BOX = (
    f"<mc:AlternateContent {nsdecls('w', 'wp', 'a')} xmlns:v='urn:schemas-microsoft-com:vml'"
    " xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'"
    " xmlns:wps='http://schemas.microsoft.com/office/word/2010/wordprocessingShape'>"
    "<mc:Choice Requires='wps'><w:drawing><wp:inline><wp:extent cx='9' cy='9'/>"
    "<wp:docPr id='70' name='Box' descr='Box of {{ name }}'/><a:graphic><a:graphicData"
    " uri='http://schemas.microsoft.com/office/word/2010/wordprocessingShape'><wps:wsp><wps:cNvSpPr/>"
    "<wps:spPr/><wps:txbx><w:txbxContent>DRAWING</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp>"
    "</a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict>"
    "<v:rect id='r1' alt='Box of {{ name }}'><v:textbox><w:txbxContent>DRAWING</w:txbxContent></v:textbox>"
    "</v:rect></w:pict></mc:Fallback></mc:AlternateContent>"
)


@pytest.mark.parametrize(
    ("where", "name"),
    [
        (lambda document: document.add_paragraph(), "word/document.xml"),
        (lambda document: document.sections[0].header.paragraphs[0], "word/header1.xml"),
    ],
)
def test_in_a_text_box_both_forms_show_the_same_picture(where, name):
    new = picture(8, 4)
    said = part(render(template("a", boxed(where)), {"photo": new, "name": "A & B"}), name)
    embedded = re.findall(r'r:embed="(\w+)"', said)
    assert len(embedded) == 2
    assert len(set(embedded)) == 1
    assert said.count(f'cx="{4 * CM}" cy="{2 * CM}"') == 4
    assert said.count('"Box of A &amp; B"') == 2


def test_a_missing_picture_in_a_text_box_is_one_gap():
    gaps = []
    out = render(template(boxed()), {"photo": None, "name": "n"}, gaps=gaps)
    assert len(gaps) == 1
    assert part(out).count("【待补充：photo】") == 2
