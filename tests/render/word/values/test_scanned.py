"""`scans`: a page of the document for each page of a file, as large as there is room."""

import io

import pytest
from docx.enum.section import WD_ORIENT

from kadocs.findings import Refused
from kadocs.render.limits import Limits
from kadocs.render.word import Template
from tests.render.word.docs import opened, refused, render, template, texts
from tests.render.word.scans.papers import drawn, locked, noise, saved, scanned, sheet

FILES = {
    "three.pdf": drawn(3),
    "wide.pdf": drawn(size=(842, 595)),
    "card.png": saved(sheet(1012, 638), dpi=(300, 300)),
    "photo.jpg": saved(noise(), "JPEG"),
    "locked.pdf": locked(drawn()),
    "empty.pdf": b"",
    "cut.png": saved(noise())[:3000],
    "scan.pdf": scanned(sheet(1654, 2339)),
}
PAGES = template(
    "{% for page in scan | scans %}", "{{ page }}", "{{ loop.index }}/{{ loop.length }}", "{% endfor %}"
)
CENTIMETRE = 360_000


def shown(source, scan, **context):
    return render(source, {"scan": scan, **context}, files=FILES.__getitem__)


def sizes(out):
    return [(shape.width / CENTIMETRE, shape.height / CENTIMETRE) for shape in opened(out).inline_shapes]


def test_a_pdf_of_three_pages_gives_three():
    out = shown(PAGES, "three.pdf")
    assert len(opened(out).inline_shapes) == 3
    assert [text for text in texts(out) if "/" in text] == ["1/3", "2/3", "3/3"]


def test_a_picture_gives_one_and_several_files_give_all():
    assert len(opened(shown(PAGES, "card.png")).inline_shapes) == 1
    assert len(opened(shown(PAGES, "three.pdf；card.png; wide.pdf")).inline_shapes) == 5


def test_no_scan_gives_no_page():
    assert len(opened(shown(PAGES, "")).inline_shapes) == 0


def test_a_page_leaves_room_for_its_caption_and_keeps_its_proportions():
    (size,) = sizes(shown(PAGES, "scan.pdf"))
    document = opened(shown(PAGES, "scan.pdf")).sections[0]
    text = (document.page_height - document.top_margin - document.bottom_margin) / CENTIMETRE
    assert size[1] <= text - 2.9
    assert size[1] / size[0] == pytest.approx(297 / 210, abs=0.01)


def test_a_page_is_as_high_as_upright_pages_where_the_last_lies_wide():
    document = opened(PAGES)
    last = document.add_section()
    last.orientation = WD_ORIENT.LANDSCAPE
    last.page_width, last.page_height = last.page_height, last.page_width
    out = io.BytesIO()
    document.save(out)
    assert sizes(shown(out.getvalue(), "scan.pdf")) == sizes(shown(PAGES, "scan.pdf"))


def test_a_wide_page_is_as_wide_as_the_text():
    (size,) = sizes(shown(PAGES, "wide.pdf"))
    assert size[0] == pytest.approx(6 * 2.54, abs=0.01)
    assert size[1] < size[0]


def test_a_card_is_not_blown_up():
    assert sizes(shown(PAGES, "card.png")) == [(pytest.approx(8.57, abs=0.05), pytest.approx(5.4, abs=0.05))]


def test_a_template_may_say_the_room_and_the_alternative_text():
    source = template(
        '{% for page in scan | scans %}{{ page | image(width="8cm", height="4cm", alt=name) }}{% endfor %}'
    )
    out = shown(source, "scan.pdf", name="执照")
    assert sizes(out)[0] == (pytest.approx(2.83, abs=0.05), pytest.approx(4, abs=0.01))
    assert opened(out).inline_shapes[0]._inline.docPr.get("descr") == "执照"


def test_the_same_scan_is_shown_once_where_that_is_wanted():
    once = "{% for page in scan | scans(once=true) %}{{ page }}{% endfor %}"
    assert len(opened(shown(template(once, once), "three.pdf")).inline_shapes) == 3
    often = once.replace("(once=true)", "")
    assert len(opened(shown(template(often, often), "three.pdf")).inline_shapes) == 6


def test_asking_whether_there_are_pages_does_not_show_them():
    source = template(
        "{% if scan | scans(once=true) %}",
        "{% for p in scan | scans(once=true) %}{{ p }}{% endfor %}",
        "{% endif %}",
    )
    assert len(opened(shown(source, "three.pdf")).inline_shapes) == 3


def test_the_same_data_give_the_same_bytes():
    assert shown(PAGES, "three.pdf；photo.jpg") == shown(PAGES, "three.pdf；photo.jpg")


@pytest.mark.parametrize(
    ("scan", "code", "word"),
    [
        ("locked.pdf", "TPL057", "密码"),
        ("empty.pdf", "TPL057", "空"),
        ("cut.png", "TPL057", "损坏"),
        ("none.pdf", "TPL053", "none.pdf"),
        ("../three.pdf", "TPL053", "文件夹"),
        ("/etc/passwd", "TPL053", "文件夹"),
        ("three.pdf；locked.pdf", "TPL057", "locked.pdf"),
    ],
)
def test_a_file_that_cannot_be_used_is_told_at_its_tag(scan, code, word):
    (found,) = refused(PAGES, {"scan": scan}, files=FILES.__getitem__)
    assert found.code == code
    assert word in found.message.zh
    assert found.place.trail
    assert found.hint.zh


def test_too_many_pages_are_refused():
    source = Template(PAGES, files=FILES.__getitem__, limits=Limits(pages=2))
    with pytest.raises(Refused) as raised:
        source.render({"scan": "three.pdf"})
    (found,) = raised.value.findings
    assert found.code == "TPL057"
    assert "3" in found.message.zh


@pytest.mark.parametrize("scan", ["locked.pdf", "none.pdf", "cut.png"])
def test_a_draft_says_what_is_missing_in_its_place(scan):
    gaps = []
    out = render(PAGES, {"scan": scan}, files=FILES.__getitem__, gaps=gaps)
    assert any(scan in text for text in texts(out))
    assert len(gaps) == 1


def test_wrong_arguments_are_told_with_those_there_are():
    (found,) = refused(template("{{ scan | scans(twice=true) }}"), {"scan": "a.pdf"}, files=FILES.__getitem__)
    assert "once" in found.hint.en
    assert "document" not in found.hint.en
