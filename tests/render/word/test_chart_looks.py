"""What data of a chart may ask for: labels of points, the look of a series, the ends of the value axis."""

import os
import shutil
import subprocess
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.render.word.charts import A, C, axes, chart, charted, charts, plot
from tests.render.word.docs import refused, render, template, validate

TWO = chart("{{ c }}", plot("barChart", 2))
LABELS = (
    "<c:dLbls><c:txPr><a:bodyPr/><a:lstStyle/><a:p><a:pPr><a:defRPr sz='700'/></a:pPr></a:p></c:txPr>"
    "<c:dLblPos val='outEnd'/><c:showLegendKey val='0'/><c:showVal val='1'/><c:showCatName val='0'/>"
    "<c:showSerName val='0'/><c:showPercent val='0'/><c:showBubbleSize val='0'/></c:dLbls>"
)
LABELLED = TWO.replace("<c:cat>", f"{LABELS}<c:cat>")
SCALED = TWO.replace(
    '<c:axId val="12"/><c:scaling><c:orientation val="minMax"/></c:scaling>',
    '<c:axId val="12"/><c:scaling><c:orientation val="minMax"/><c:max val="9"/><c:min val="1"/></c:scaling>',
)


def filled(xml, data):
    made = template(charted(xml))
    out = render(made, {"c": data})
    validate(made, out)
    return charts(out)[0]


def data(*series, **more):
    return {"categories": ["a", "b"], "series": list(series), **more}


def labels(shown):
    """Each series' labels of points: the index, the text or None where there is none at all."""
    return [
        [
            (label.find(f"{C}idx").get("val"), next((t.text for t in label.iter(f"{A}t")), None))
            for label in series.iter(f"{C}dLbl")
        ]
        for series in shown.series
    ]


@pytest.mark.parametrize("xml", [TWO, LABELLED])
def test_points_have_labels_of_their_own_none_at_all_or_those_of_the_template(xml):
    shown = filled(xml, data({"name": "s", "values": [1, 2], "labels": ["one & only", ""]}))
    assert labels(shown) == [[("0", "one & only"), ("1", None)]]
    shown = filled(xml, data({"name": "s", "values": [1, 2], "labels": [None, "two"]}))
    assert labels(shown) == [[("1", "two")]]


def test_labels_look_like_those_of_the_template():
    shown = filled(LABELLED, data({"name": "s", "values": [1, 2], "labels": ["one", None]}))
    [label] = shown.series[0].iter(f"{C}dLbl")
    assert label.find(f".//{A}rPr").get("sz") == "700"
    assert label.find(f"{C}dLblPos").get("val") == "outEnd"


def test_labels_that_the_template_has_at_points_stay_where_the_data_say_none():
    own = '<c:dLbls><c:dLbl><c:idx val="1"/><c:delete val="1"/></c:dLbl>'
    shown = filled(LABELLED.replace("<c:dLbls>", own), data({"name": "s", "values": [1, 2]}))
    assert labels(shown) == [[("1", None)]]


def test_a_series_looks_like_the_one_that_it_names():
    shown = filled(TWO, data({"name": "s", "values": [1, 2], "like": 2}))
    assert shown.names == ["s"]
    assert shown.values(f".//{A}schemeClr") == [["accent2"]]
    assert shown.values(f"{C}idx") == [["0"]]


def test_a_series_goes_to_the_plot_of_the_one_that_it_names():
    combined = chart(
        "{{ c }}",
        plot("barChart", 1) + plot("lineChart", 1, first=1, axes=("21", "22")),
        axes() + axes("21", "22", side="r"),
    )
    shown = filled(combined, data({"name": "s", "values": [1, 2], "like": 2}))
    area = shown.root.find(f"{C}chart/{C}plotArea")
    assert [e.tag.removeprefix(C) for e in area if e.tag.endswith("Chart")] == ["lineChart"]
    assert len(list(area.iter(f"{C}valAx"))) == 1


@pytest.mark.parametrize(
    ("axis", "expected"),
    [
        (None, ["1", "9", None, "General"]),
        ({"low": 2}, ["2", "9", None, "General"]),
        ({"low": -5, "high": Decimal("7.5"), "step": 2, "format": '0"%"'}, ["-5", "7.5", "2", '0"%"']),
        ({"low": date(2027, 1, 1), "high": date(2027, 2, 1)}, ["46388", "46419", None, "General"]),
    ],
)
def test_the_data_set_the_value_axis_and_else_it_is_as_drawn(axis, expected):
    coded = SCALED.replace(
        '<c:axPos val="l"/>', '<c:axPos val="l"/><c:numFmt formatCode="General" sourceLinked="0"/>'
    )
    shown = filled(coded, data({"name": "s", "values": [1, 2]}, axis=axis))
    [found] = shown.root.iter(f"{C}valAx")
    paths = (f"{C}scaling/{C}min", f"{C}scaling/{C}max", f"{C}majorUnit")
    said = [None if (e := found.find(path)) is None else e.get("val") for path in paths]
    assert [*said, found.find(f"{C}numFmt").get("formatCode")] == expected


def test_dates_are_values_too_and_a_series_brings_its_format():
    shown = filled(
        TWO,
        data(
            {"name": "s", "values": [date(2027, 1, 1), None]},
            {"name": "t", "values": [46388, 1], "format": "d mmm"},
        ),
    )
    assert shown.cached() == [["46388", None], ["46388", "1"]]
    codes = [series.find(f"{C}val//{C}formatCode").text for series in shown.series]
    assert codes == ["yyyy/m/d", "d mmm"]


def test_texts_that_stand_beside_the_chart_are_none_of_its_data():
    shown = filled(TWO, data({"name": "s", "values": [1, 2]}, unit="万元", note="…"))
    assert shown.names == ["s"]


@pytest.mark.parametrize(
    ("series", "more", "code"),
    [
        ({"labels": ["one"]}, {}, "TPL102"),
        ({"labels": "ab"}, {}, "TPL102"),
        ({"like": 0}, {}, "TPL100"),
        ({"like": "first"}, {}, "TPL100"),
        ({}, {"axis": {"low": 2, "high": 1}}, "TPL100"),
        ({}, {"axis": {"from": 1}}, "TPL100"),
        ({}, {"axis": {"step": 0}}, "TPL100"),
        ({}, {"axis": {"low": "here"}}, "TPL100"),
    ],
)
def test_looks_that_cannot_be_drawn_are_refused(series, more, code):
    bad = data({"name": "s", "values": [1, 2], **series}, **more)
    [finding] = refused(template(charted(TWO)), {"c": bad})
    assert finding.code == code


NUMBERS = st.decimals(-(10**12), 10**12, allow_nan=False, places=2) | st.none()


@settings(max_examples=25, deadline=None)
@given(st.lists(st.lists(NUMBERS, min_size=3, max_size=3), min_size=1, max_size=5))
def test_cache_workbook_and_data_agree_for_any_bars(rows):
    series = [{"name": f"s{n}", "values": row, "like": n % 2 + 1} for n, row in enumerate(rows)]
    shown = charts(render(template(charted(TWO)), {"c": {"categories": ["a", "b", "c"], "series": series}}))[
        0
    ]
    order = sorted(range(len(rows)), key=lambda n: n % 2)
    assert {name: values for name, values in zip(shown.names, shown.in_sheet(), strict=True)} == {
        f"s{n}": [None if value is None else float(value) for value in rows[n]] for n in order
    }
    cached = [[None if v is None else float(v) for v in row] for row in shown.cached()]
    assert cached == shown.in_sheet()


BUBBLES = chart("{{ c }}", plot("bubbleChart", 2), axes(points=True))
POINTS = st.lists(st.tuples(st.integers(-2, 2), st.integers(1, 5), st.integers(1, 5)), min_size=1, max_size=4)


@settings(max_examples=25, deadline=None)
@given(st.lists(POINTS, min_size=1, max_size=4))
def test_cache_workbook_and_data_agree_for_any_bubbles(rows):
    series = [
        {"name": f"s{n}", "x": [p[0] for p in row], "y": [p[1] for p in row], "size": [p[2] for p in row]}
        for n, row in enumerate(rows)
    ]
    shown = charts(render(template(charted(BUBBLES)), {"c": {"series": series}}))[0]
    for at, what in enumerate(("xVal", "yVal", "bubbleSize")):
        found = [[value for value in row if value is not None] for row in shown.in_sheet(what)]
        assert found == [[point[at] for point in row] for row in rows]
        assert [[None if v is None else int(v) for v in row] for row in shown.cached(what)] == shown.in_sheet(
            what
        )


def test_the_same_data_give_the_same_bytes():
    made = template(charted(LABELLED))
    value = {"c": data({"name": "s", "values": [1, -2], "labels": ["x", ""], "like": 2}, axis={"low": -3})}
    assert render(made, value) == render(made, value)


@pytest.mark.skipif(
    not shutil.which("soffice") or not os.environ.get("KADOCS_VALIDATOR"), reason="LibreOffice"
)
def test_labels_of_bars_and_of_each_series_of_bubbles_are_in_libreoffices_pdf(tmp_path):
    people = [
        {"name": "EB", "x": [1], "y": [5], "size": [3], "labels": ["Achterberg"]},
        {"name": "UB", "x": [-1, 2], "y": [2, 4], "size": [3, 1], "labels": ["Fairlie", "Moss"]},
    ]
    bars = data({"name": "s", "values": [1, 2], "labels": ["walk-away", "ideal"]})
    made = template(
        charted(LABELLED.replace("{{ c }}", "{{ bars }}")),
        charted(BUBBLES.replace("{{ c }}", "{{ people }}"), name="chart2"),
    )
    path = tmp_path / "c.docx"
    path.write_bytes(render(made, {"bars": bars, "people": {"series": people}}))
    office = ["soffice", f"-env:UserInstallation=file://{tmp_path}/profile", "--headless"]
    convert = [*office, "--convert-to", "pdf", "--outdir", str(tmp_path), str(path)]
    subprocess.run(convert, check=True, capture_output=True, timeout=120)
    said = subprocess.run(["pdftotext", str(tmp_path / "c.pdf"), "-"], check=True, capture_output=True).stdout
    shown = said.decode()
    assert all(text in shown for text in ("walk-away", "ideal", "Achterberg", "Fairlie", "Moss"))
