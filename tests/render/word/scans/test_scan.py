"""A file of scanned paper becomes pages that a document can show, or a fault that says what to do."""

import io

import pytest
from pypdf import PdfWriter

from kadocs.findings import Fault
from kadocs.render.limits import Limits
from kadocs.render.word.scans import BadScan, Scan, kept, parted
from tests.render.word.scans.papers import A4, drawn, locked, noise, opened, saved, scanned, sheet, written

INCH = 914_400
MILLIMETRE = 36_000


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"", "empty"),
        (b"\0\0\0\r\n", "empty"),
        (b"%PDF-1.4 and then nothing", "broken"),
        (drawn()[: len(drawn()) // 3], "broken"),
        (scanned(sheet(1654, 2339))[:3000], "broken"),
        (locked(drawn()), "encrypted"),
        (b"<html>certificate</html>", "unknown"),
        (b"PK\x03\x04 a Word file", "unknown"),
        (saved(noise())[:2000], "fine"),  # its head is sound; the page tells
        (drawn(4), "long"),
        (saved(sheet(3000, 3000)), "large"),
        (scanned(sheet(3000, 3000)), "fine"),  # only its page is too large
        (b"%PDF-" + b"x" * 400_000, "large"),
    ],
)
def test_what_cannot_be_used_says_why_and_what_to_do(content, kind):
    limits = Limits(pages=3, pixels=8_000_000, file=400_000)
    try:
        Scan(content, limits, "证书.pdf")
    except BadScan as fault:
        assert fault.kind == kind
        assert "证书.pdf" in fault.message.zh
        assert fault.hint.zh
        assert fault.hint.en
    else:
        assert kind == "fine"


@pytest.mark.parametrize(
    "content",
    [saved(noise())[:2000], saved(noise(), "JPEG")[:2000], scanned(sheet(3000, 3000))],
    ids=["cut PNG", "cut JPEG", "huge image in a PDF"],
)
def test_a_page_that_cannot_be_drawn_is_told_when_it_is_drawn_and_when_it_is_measured(content):
    limits = Limits(pixels=8_000_000)
    with pytest.raises(BadScan):
        Scan(content, limits).page(0)
    with pytest.raises(BadScan):
        list(Scan(content, limits).resolutions())


def test_a_fault_is_one_that_callers_know_to_place():
    assert issubclass(BadScan, Fault)


def test_a_pdf_that_only_may_not_be_changed_is_read():
    assert Scan(locked(drawn(), reader="")).count == 1


def test_pages_are_counted_and_each_is_its_own():
    scan = Scan(drawn(3))
    pages = [scan.page(number).content for number in range(scan.count)]
    assert len(set(pages)) == 3


def test_the_same_file_gives_the_same_bytes(monkeypatch):
    first = Scan(drawn()).page(0)
    monkeypatch.setattr(kept, "_pages", type(kept._pages)())
    again = Scan(drawn()).page(0)
    assert again is not first
    assert again == first


def test_a_page_is_drawn_once_however_often_the_document_is_rendered():
    assert Scan(drawn(2)).page(1) is Scan(drawn(2)).page(1)


def test_what_is_remembered_is_bounded(monkeypatch):
    page = Scan(drawn()).page(0)
    monkeypatch.setattr(kept, "MOST", len(page.content))
    monkeypatch.setattr(kept, "_pages", type(kept._pages)())
    monkeypatch.setattr(kept, "_size", 0)
    for name in (b"a", b"b", b"c"):
        kept.keep((name, 0, Limits()), page)
    assert [kept.get((name, 0, Limits())) is page for name in (b"a", b"b", b"c")] == [False, False, True]


def test_drawn_pages_are_as_fine_as_print_and_small():
    page = Scan(drawn()).page(0)
    image = opened(page)
    assert page.extension == "png"
    assert abs(image.width / (page.width / INCH) - 200) < 1
    assert (page.width // MILLIMETRE, page.height // MILLIMETRE) in {(209, 297), (209, 296), (210, 297)}
    assert len(page.content) < 40_000


@pytest.mark.parametrize(
    ("size", "printed"), [((1190, 1684), A4), ((1684, 1190), A4[::-1]), (A4[::-1], A4[::-1])]
)
def test_a_page_prints_on_a4_upright_or_across(size, printed):
    page = Scan(drawn(size=size)).page(0)
    points = [round(length / INCH * 72) for length in (page.width, page.height)]
    assert points == [pytest.approx(length, abs=2) for length in printed]


@pytest.mark.parametrize("turned", [90, 180, 270])
def test_a_turned_page_is_shown_as_readers_show_it(turned):
    upright, page = (opened(Scan(content).page(0)) for content in (drawn(), drawn(turned=turned)))
    across = turned in (90, 270)
    assert (page.width > page.height) is across
    assert abs(upright.convert("L").rotate(-turned, expand=True).resize((20, 20)).tobytes()[21] - 255) < 120


def test_a_page_that_is_one_scanned_image_stays_as_it_is():
    page = Scan(scanned(noise(1654, 2339), dpi=200)).page(0)
    assert page.extension == "jpeg"
    assert opened(page).size == (1654, 2339)


def test_a_turned_scan_is_turned():
    writer = PdfWriter(clone_from=io.BytesIO(scanned(sheet(1654, 2339))))
    writer.pages[0].rotate(90)
    page = opened(Scan(written(writer)).page(0))
    assert page.width > page.height


def test_black_and_white_scans_stay_black_and_white():
    page = Scan(scanned(sheet(1654, 2339, "1", 1, 0))).page(0)
    assert (page.extension, opened(page).mode, opened(page).size) == ("png", "1", (1654, 2339))
    assert opened(page).getpixel((800, 2000)) == 255


def test_what_is_finer_than_print_is_reduced():
    page = Scan(scanned(noise(2481, 3508), dpi=600)).page(0)
    assert opened(page).width < 1000  # a sheet of 105 mm at 200 dpi


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (scanned(sheet(), dpi=72), [72]),
        (scanned(sheet(1654, 2339), dpi=200), [200]),
        (scanned(sheet(1190, 1684), sheet(), dpi=72), [144, 72]),  # A2, which prints on A4
        (drawn(2), [None, None]),
        (saved(sheet(1654, 2339), dpi=(200, 200)), [200]),
        (saved(sheet(), dpi=(72, 72)), [72]),
        (saved(sheet(3000, 4000)), [476]),  # a phone does not say: as large as a page has room
        (saved(sheet(300, 200), dpi=(300, 300)), [300]),  # a card
    ],
)
def test_how_fine_pages_are_in_print(content, found):
    assert [dots and round(dots) for dots in Scan(content).resolutions()] == [
        dots and pytest.approx(dots, abs=2) for dots in found
    ]


@pytest.mark.parametrize(
    ("image", "kind", "options"),
    [
        (sheet(mode="CMYK", colour=(0, 0, 0, 0), ink=(0, 0, 0, 255)), "JPEG", {}),
        (sheet(mode="RGBA", colour=(255, 255, 255, 0)), "PNG", {}),
        (sheet(mode="I;16", colour=60_000, ink=100), "PNG", {}),
        (sheet(), "GIF", {}),
        (sheet(mode="RGB"), "WEBP", {"lossless": True}),
        (sheet(mode="RGB"), "BMP", {}),
        (sheet(mode="1", colour=1, ink=0), "TIFF", {"compression": "group4"}),
        (sheet(mode="LA"), "PNG", {}),
    ],
    ids=lambda each: each if isinstance(each, str) else "",
)
def test_every_kind_of_picture_becomes_one_that_word_shows(image, kind, options):
    page = Scan(saved(image, kind, **options)).page(0)
    shown = opened(page)
    assert page.extension in ("png", "jpeg")
    assert shown.mode in ("1", "L", "P", "RGB")
    grey = shown.convert("L")
    assert grey.getpixel((shown.width // 4, shown.height // 8)) < 60
    assert grey.getpixel((shown.width * 3 // 4, shown.height * 3 // 4)) > 200


def test_a_tiff_has_as_many_pages_as_were_scanned():
    content = saved(
        sheet(mode="1", colour=1, ink=0),
        "TIFF",
        compression="group4",
        save_all=True,
        append_images=[sheet(mode="1", colour=0, ink=1)],
        dpi=(200, 200),
    )
    scan = Scan(content)
    assert scan.count == 2
    assert [opened(scan.page(number)).getpixel((590, 800)) for number in (0, 1)] == [255, 0]
    assert list(scan.resolutions()) == [200, 200]


def test_a_photograph_lying_on_its_side_is_set_upright():
    image = sheet(800, 600)
    exif = image.getexif()
    exif[0x0112] = 6
    page = Scan(saved(image, "JPEG", exif=exif)).page(0)
    assert page.height > page.width
    assert opened(page).height > opened(page).width


def test_what_a_phone_tells_of_itself_is_not_kept():
    exif = noise().getexif()
    exif[0x010F] = "SomePhone"
    assert b"SomePhone" not in Scan(saved(noise(), "JPEG", exif=exif)).page(0).content


def test_a_heavy_photograph_becomes_a_light_one():
    content = saved(noise(2000, 2600), "JPEG", quality=98)
    page = Scan(content).page(0)
    assert len(page.content) < len(content) / 2


@pytest.mark.parametrize(
    ("names", "found"),
    [
        ("a.pdf", ("a.pdf",)),
        ("a.pdf；b c.png; d.pdf", ("a.pdf", "b c.png", "d.pdf")),
        (" ", ()),
        ("甲、乙.pdf", ("甲、乙.pdf",)),
    ],
)
def test_semicolons_part_the_files_of_one_field(names, found):
    assert parted(names) == found
