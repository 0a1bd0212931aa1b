import io
import struct
import zlib

import pytest
from docx.shared import Cm, Inches, Mm
from PIL import Image

from kadocs.findings import Refused
from kadocs.render.limits import Limits
from kadocs.render.word import InlineImage, Template
from tests.render.word.docs import opened, part, refused, render, template, validate
from tests.render.word.values.pictures import picture

CM = 360_000


def sizes(out):
    return [(shape.width, shape.height) for shape in opened(out).inline_shapes]


def images(out):
    document = opened(out)
    return [
        document.part.related_parts[s._inline.graphic.graphicData.pic.blipFill.blip.embed].image
        for s in document.inline_shapes
    ]


@pytest.mark.parametrize("make", [lambda data: data, io.BytesIO])
def test_a_picture_from_bytes_or_a_file(make):
    out = render(template("a {{ x }} b"), {"x": InlineImage(make(picture()))})
    assert opened(out).paragraphs[0].text == "a  b"
    assert images(out)[0].blob == picture()


@pytest.mark.parametrize(
    ("options", "size"),
    [
        ({}, (40 * 9525, 20 * 9525)),
        ({"width": "4cm"}, (4 * CM, 2 * CM)),
        ({"width": Mm(40)}, (4 * CM, 2 * CM)),
        ({"height": "20 mm"}, (4 * CM, 2 * CM)),
        ({"width": "4cm", "height": "4cm"}, (4 * CM, 4 * CM)),
        ({"width": "1in"}, (Inches(1), Inches(0.5))),
        ({"width": "72pt"}, (Inches(1), Inches(0.5))),
        ({"width": "100%"}, (Inches(6), Inches(3))),
    ],
)
def test_sizes(options, size):
    out = render(template("{{ x }}"), {"x": InlineImage(picture(), **options)})
    assert sizes(out) == [size]


def test_the_pictures_own_resolution_counts():
    out = render(template("{{ x }}"), {"x": InlineImage(picture(300, 150, dpi=(300, 300)))})
    assert sizes(out) == [(pytest.approx(Inches(1), rel=0.001), pytest.approx(Inches(0.5), rel=0.001))]


def test_a_picture_is_not_wider_than_the_text_unless_told():
    out = render(template("{{ x }}"), {"x": InlineImage(picture(4000, 2000))})
    assert sizes(out) == [(Inches(6), Inches(3))]


@pytest.mark.parametrize("size", ["4", "4 furlongs", "-4cm", "0cm", 40, "wide"])
def test_a_size_without_a_sensible_unit_is_refused(size):
    (found,) = refused(template("{{ x }}"), {"x": InlineImage(picture(), width=size)})
    assert (found.code, "4cm" in found.hint.en) == ("TPL051", True)


@pytest.mark.parametrize(
    ("kind", "type_"),
    [("PNG", "png"), ("JPEG", "jpeg"), ("GIF", "gif"), ("BMP", "bmp"), ("TIFF", "tiff"), ("WEBP", "png")],
)
def test_formats_are_told_by_content_and_webp_becomes_png(kind, type_):
    out = render(template("{{ x }}"), {"x": InlineImage(picture(kind=kind))})
    assert images(out)[0].content_type == f"image/{type_}"


def test_a_picture_lying_on_its_side_is_set_upright():
    exif = Image.Exif()
    exif[0x0112] = 6
    out = render(template("{{ x }}"), {"x": InlineImage(picture(40, 20, "JPEG", exif=exif), width="1cm")})
    assert sizes(out) == [(CM, 2 * CM)]
    assert (images(out)[0].px_width, images(out)[0].px_height) == (20, 40)


def huge():
    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", b"") + chunk(b"IEND", b"")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "no picture"),
        (b"not a picture", "no picture"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "SVG"),
        (b"<?xml version='1.0'?><svg><script>1</script></svg>", "SVG"),
        (huge(), "too large"),
        (picture(400, 400)[:-20], "damaged"),
        (picture(400, 400, "JPEG")[:-200], "damaged"),
        (picture(400, 400, "TIFF")[:-2000], "damaged"),
        (picture(400, 400, "BMP")[:-2000], "damaged"),
    ],
)
def test_what_is_no_whole_picture_is_refused_with_its_place(content, said):
    (found,) = refused(template("logo: {{ x }}"), {"x": InlineImage(content)})
    assert (found.code, said in found.message.en) == ("TPL051", True)
    assert "logo: {{ x }}" in found.place.in_("en")


def test_a_value_that_is_no_picture_is_refused():
    (found,) = refused(template("{{ x|image }}"), {"x": 7})
    assert found.code == "TPL051"


def test_the_same_picture_is_kept_once_and_drawings_have_their_own_numbers():
    data = template("{% for x in xs %}{{ x }}{% endfor %}", header="{{ xs[0] }}")
    out = render(data, {"xs": [InlineImage(picture()), InlineImage(picture()), InlineImage(picture(8, 8))]})
    assert sorted(n for n in names(out) if "media/" in n) == [
        "word/media/picture1.png",
        "word/media/picture2.png",
    ]
    assert len({s._inline.docPr.id for s in opened(out).inline_shapes}) == 3
    assert "r:embed" in part(out, "word/header1.xml")


def names(out):
    import zipfile

    return zipfile.ZipFile(io.BytesIO(out)).namelist()


def test_a_picture_may_be_a_link_and_has_words_for_those_who_cannot_see_it():
    out = render(
        template("{{ x }}"), {"x": InlineImage(picture(), anchor="https://a.example", alt='The "A" & B')}
    )
    assert opened(out).inline_shapes[0]._inline.docPr.get("descr") == 'The "A" & B'
    assert "https://a.example" in part(out, "word/_rels/document.xml.rels")


FILES = {"images/logo.png": picture(), "cut.png": picture(400, 400)[:-20]}


def with_files(text, context):
    data = template(text)
    out = Template(data, files=FILES.__getitem__).render(context)
    validate(data, out)
    return out


@pytest.mark.parametrize(
    "text",
    ["{{ x|image }}", "{{ x | image(width='4cm') }}", "{{p x|image }}", "{{ x|image(alt='logo') }}"],
)
def test_a_path_is_read_through_the_templates_function(text):
    assert len(sizes(with_files(text, {"x": "images/logo.png"}))) == 1


def test_an_image_object_may_be_resized_by_the_filter():
    out = with_files("{{ x|image(width='4cm') }}", {"x": InlineImage("images/logo.png", height=Cm(9))})
    assert sizes(out) == [(4 * CM, 2 * CM)]


@pytest.mark.parametrize(
    "path",
    [
        "../logo.png",
        "/etc/passwd",
        "C:\\logo.png",
        "\\\\host\\a.png",
        "http://a/b.png",
        "a/../../b.png",
        "",
        "nowhere.png",
        "file:a",
    ],
)
def test_a_path_outside_or_to_nothing_is_refused(path):
    with pytest.raises(Exception) as caught:
        with_files("{{ x|image }}", {"x": path})
    (found,) = caught.value.findings
    assert found.code == "TPL053"


def test_without_such_a_function_a_path_is_refused():
    (found,) = refused(template("{{ x|image }}"), {"x": "images/logo.png"})
    assert (found.code, "files" in found.hint.en) == ("TPL053", True)


def test_no_picture_is_a_gap():
    gaps = []
    out = render(template("{{ x|image }}"), {"x": None}, gaps=gaps)
    assert "【待补充：" in opened(out).paragraphs[0].text
    assert [gap.code for gap in gaps] == ["TPL020"]


def test_the_same_render_gives_the_same_bytes():
    made = Template(template("{{ x }}{{ y }}", header="{{ x }}"))
    context = {"x": InlineImage(picture()), "y": InlineImage(picture(9, 9, "WEBP"))}
    assert made.render(context) == made.render(context)


@pytest.mark.parametrize(
    ("limits", "setting"), [(Limits(pixels=799), "Limits.pixels"), (Limits(file=1 << 10), "Limits.file")]
)
def test_a_picture_beyond_the_limits_names_the_setting(limits, setting):
    content = picture(40, 20) + b"\0" * (0 if "pixels" in setting else 1 << 10)
    made = Template(template("{{ x | image }}"), limits=limits)
    for context, files in (({"x": content}, None), ({"x": "a.png"}, {"a.png": content}.__getitem__)):
        with pytest.raises(Refused) as caught:
            made.render(context, files=files)
        (found,) = caught.value.findings
        assert found.code in ("TPL051", "TPL053")
        assert setting in found.hint.en
        assert setting in found.hint.zh
