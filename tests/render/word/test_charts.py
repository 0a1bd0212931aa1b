"""Charts drawn in Word are refilled: their caches and the workbook behind them agree."""

import datetime
import functools
import io
import os
import shutil
import subprocess
import zipfile
from decimal import Decimal

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, nsmap, qn

from kadocs.render.word import Chart, Template
from tests.render.word.charts import C, add_chart, axes, chart, charted, charts, draw, plot, rich
from tests.render.word.docs import part, refused, render, template, texts

SALES = Chart(["东区", "西区", "A & B"], {"2024": [Decimal("1.10"), 2, None], "2025": [3, 4.5, "1,200"]})
WPG = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
NUMBERS = [["1.1", "2", None], ["3", "4.5", "1200"]]


def filled(xml, context, alt=""):
    [shown] = charts(render(template(charted(xml, alt)), context))
    return shown


def test_a_chart_is_filled_and_its_workbook_agrees():
    shown = filled(chart("{{ sales }}Sales of {{ year }}"), {"sales": SALES, "year": 2025})
    assert shown.texts == ["Sales of 2025"]
    assert shown.names == ["2024", "2025"]
    assert shown.cached("cat") == [["东区", "西区", "A & B"]] * 2
    assert shown.cached() == NUMBERS
    assert shown.in_sheet("tx") == [["2024"], ["2025"]]
    assert shown.in_sheet("cat") == [["东区", "西区", "A & B"]] * 2
    assert shown.in_sheet() == [[1.1, 2, None], [3, 4.5, 1200]]
    assert shown.sheet.dimensions == "A1:C4"


def test_the_sample_data_of_the_template_are_gone():
    out = render(template(charted(chart("{{ sales }}"))), {"sales": SALES})
    names = zipfile.ZipFile(io.BytesIO(out)).namelist()
    assert [name for name in names if name.startswith("word/embeddings/")] == ["word/embeddings/chart1.xlsx"]
    assert [name for name in names if "/chart" in name and "rels" not in name][:1] == [
        "word/charts/chart1.xml"
    ]
    [shown] = charts(out)
    assert "Old" not in str(shown.cached("cat"))
    assert "style" in str(shown.relations)


def test_a_title_of_only_the_tag_goes_unless_the_value_has_one():
    gone = filled(chart("{{ sales }}"), {"sales": SALES})
    assert gone.texts == []
    assert gone.root.find(f"{C}chart/{C}autoTitleDeleted").get("val") == "1"
    titled = Chart(["a"], {"x": [1]}, title="Sales < plan")
    kept = filled(chart("{{ sales }}"), {"sales": titled})
    assert kept.texts == ["Sales < plan"]
    assert kept.root.find(f"{C}chart/{C}autoTitleDeleted").get("val") == "0"


def test_a_tag_in_the_alternative_text_leaves_it():
    out = render(
        template(charted(chart("Sales"), "{{ sales }}By &quot;{{ who }}&quot;")),
        {"sales": SALES, "who": '"A"'},
    )
    [shown] = charts(out)
    assert shown.texts == ["Sales"]
    assert shown.cached() == NUMBERS
    assert 'descr="By &quot;&quot;A&quot;&quot;"' in part(out)


def test_a_tag_may_be_spread_over_runs_and_texts_may_hold_others():
    xml = chart(
        rich("{{ sa", "les }}in ", "{{ unit }}"),
        axis=axes(title="{{ unit }} & {# note #}more".replace("&", "&amp;")),
    )
    assert filled(xml, {"sales": SALES, "unit": "万元"}).texts == ["in 万元", "万元 & more"]


def test_a_title_read_from_a_cell_becomes_a_text():
    linked = (
        '<c:tx><c:strRef><c:f>Sheet1!$Z$99</c:f><c:strCache><c:ptCount val="1"/>'
        '<c:pt idx="0"><c:v>{{ sales }}Sales</c:v></c:pt></c:strCache></c:strRef></c:tx>'
    )
    shown = filled(chart(linked), {"sales": SALES})
    assert shown.texts == ["Sales"]
    assert shown.cached() == NUMBERS


def test_without_figures_only_the_texts_are_rendered():
    shown = filled(chart("Sales of {{ year }}"), {"year": 2025})
    assert shown.texts == ["Sales of 2025"]
    assert shown.cached() == [["4.3", "2.5"]] * 2


@pytest.mark.parametrize(
    "value",
    [
        {"categories": ["a", "b"], "series": [{"name": "s", "values": [1, "2.50"]}]},
        {"categories": ["a", "b"], "series": {"s": [1, Decimal("2.5")]}},
        {"categories": ["a", "b"], "s": [1, 2.5]},
        [{"region": "a", "s": 1}, {"region": "b", "s": "2.5"}],
    ],
)
def test_data_files_give_charts_as_they_are(value):
    shown = filled(chart("{{ sales }}"), {"sales": value})
    assert shown.names == ["s"]
    assert shown.cached("cat") == [["a", "b"]]
    assert shown.cached() == [["1", "2.5"]]


def test_no_data_yet():
    shown = filled(chart("{{ sales }}"), {"sales": {"categories": [], "series": {"s": []}}})
    assert shown.cached() == [[]]


def test_series_without_categories():
    shown = filled(chart("{{ sales }}"), {"sales": {"s": [1, 2], "t": [3, 4]}})
    assert shown.cached() == [["1", "2"], ["3", "4"]]
    assert shown.in_sheet() == [[1, 2], [3, 4]]


def test_numbers_keep_the_templates_format_in_chart_and_sheet():
    shown = filled(
        chart("{{ c }}", plot(code="0.0%", count=1)), {"c": Chart(["a"], {"s": ["13%"], "t": [1]})}
    )
    assert [code.text for code in shown.root.iter(f"{C}formatCode")] == ["0.0%", "0.0%"]
    assert shown.sheet["B2"].number_format == "0.0%"
    assert shown.cached() == [["0.13"], ["1"]]


def test_dates_stay_dates_where_the_template_has_them():
    numeric = plot(count=1).replace("<c:strRef><c:f>Sheet1!$A", "<c:numRef><c:f>Sheet1!$A")
    numeric = numeric.replace(
        '<c:strCache><c:ptCount val="2"/><c:pt idx="0"><c:v>Old 1</c:v></c:pt>'
        '<c:pt idx="1"><c:v>Old 2</c:v></c:pt></c:strCache></c:strRef>',
        '<c:numCache><c:formatCode>yyyy/m</c:formatCode><c:ptCount val="0"/></c:numCache></c:numRef>',
    )
    data = Chart([datetime.date(2026, 3, 1)], {"s": [1]})
    shown = filled(chart("{{ c }}", numeric), {"c": data})
    assert shown.cached("cat") == [["46082"]]
    assert shown.in_sheet("cat") == [[datetime.datetime(2026, 3, 1)]]
    assert filled(chart("{{ c }}"), {"c": data}).cached("cat") == [["2026年3月1日"]]


def test_fewer_series_than_drawn():
    shown = filled(chart("{{ c }}", plot(count=3)), {"c": Chart(["a"], {"s": [1]})})
    assert shown.names == ["s"]


@pytest.mark.parametrize(("drawn", "expected"), [(1, 9), (2, 9), (6, 9)])
def test_more_series_than_drawn_differ_in_number_and_colour(drawn, expected):
    data = Chart(["a"], {f"s{n}": [n] for n in range(expected)})
    shown = filled(chart("{{ c }}", plot(count=drawn)), {"c": data})
    assert shown.names == [f"s{n}" for n in range(expected)]
    for name in ("idx", "order"):
        assert shown.values(f"{C}{name}") == [[str(n)] for n in range(expected)]
    looks = {part_of(series) for series in shown.series}
    assert len(looks) == expected


def part_of(series):
    from lxml import etree

    return etree.tostring(series.find(f"{C}spPr"))


def test_a_clone_of_a_series_in_a_fixed_colour_has_an_accent():
    red = '<a:srgbClr val="FF0000"><a:alpha val="50000"/></a:srgbClr>'
    shown = filled(chart("{{ c }}", plot(count=1, colour=red)), {"c": Chart(["a"], {"s": [1], "t": [2]})})
    assert b"FF0000" in part_of(shown.series[0])
    assert b"accent" in part_of(shown.series[1])
    assert b"alpha" in part_of(shown.series[1])


KINDS = [
    *(("barChart", grouping) for grouping in ("clustered", "stacked", "percentStacked")),
    *((kind, "") for kind in ("lineChart", "areaChart", "radarChart", "pieChart", "doughnutChart")),
]


@pytest.mark.parametrize(("kind", "grouping"), KINDS)
@pytest.mark.parametrize("count", [1, 2, 4])
def test_every_kind_with_categories(kind, grouping, count):
    data = {f"s{n}": [n, None, Decimal("0.1")] for n in range(count)}
    xml = chart("{{ c }}", plot(kind, 2, grouping=grouping))
    shown = filled(xml, {"c": Chart(["a", "b", "c"], data)})
    assert shown.names == list(data)
    assert shown.cached() == [[str(n), None, "0.1"] for n in range(count)]


@pytest.mark.parametrize(
    "value",
    [
        Chart(series={"s": [(1, 2), ("1.5", None)], "t": [(3, 4)]}),
        {
            "series": [
                {"name": "s", "x": [1, 1.5], "y": [2, None]},
                {"name": "t", "values": [{"x": 3, "y": 4}]},
            ]
        },
        [{"name": "s", "x": 1, "y": 2}, {"name": "s", "x": 1.5, "y": None}, {"name": "t", "x": 3, "y": 4}],
    ],
)
def test_a_scatter_chart_has_points(value):
    xml = chart("{{ c }}", plot("scatterChart", 1), axes(points=True))
    shown = filled(xml, {"c": value})
    assert shown.names == ["s", "t"]
    assert shown.cached("xVal") == [["1", "1.5"], ["3"]]
    assert shown.cached("yVal") == [["2", None], ["4"]]
    assert shown.in_sheet("xVal") == [[1, 1.5], [3]]
    assert shown.in_sheet("yVal") == [[2, None], [4]]


def test_a_scatter_chart_takes_its_x_from_numbers_as_categories():
    xml = chart("{{ c }}", plot("scatterChart", 1), axes(points=True))
    shown = filled(xml, {"c": Chart([1, 2.5], {"s": [3, 4], "t": [5, 6]})})
    assert shown.cached("xVal") == [["1", "2.5"]] * 2
    assert shown.in_sheet("xVal") == [[1, 2.5]] * 2


def test_a_bubble_chart_has_sizes():
    xml = chart("{{ c }}", plot("bubbleChart", 1), axes(points=True))
    shown = filled(xml, {"c": Chart(series={"s": [(1, 2, 3)], "t": [(4, 5, 6)]})})
    assert shown.cached("bubbleSize") == [["3", None], ["6", None]]
    assert shown.in_sheet("bubbleSize") == [[3, None], [6, None]]


COMBINED = chart(
    "{{ c }}",
    plot("barChart", 1) + plot("lineChart", 1, first=1, axes=("21", "22")),
    axes() + axes("21", "22", side="r"),
)


@pytest.mark.parametrize(
    ("count", "plots"), [(1, ["barChart"]), (2, ["barChart", "lineChart"]), (3, ["barChart", "lineChart"])]
)
def test_series_of_a_combination_are_matched_by_their_order(count, plots):
    shown = filled(COMBINED, {"c": Chart(["a"], {f"s{n}": [n] for n in range(count)})})
    area = shown.root.find(f"{C}chart/{C}plotArea")
    assert [e.tag.removeprefix(C) for e in area if e.tag.endswith("Chart")] == plots
    assert [s.getparent().tag.removeprefix(C) for s in shown.series] == [
        "barChart",
        "lineChart",
        "lineChart",
    ][:count]
    assert len(area.findall(f"{C}valAx")) == len(plots)


def test_each_turn_of_a_loop_has_its_own_chart():
    data = template("{%p for r in regions %}", charted(chart("{{ r.sales }}{{ r.name }}")), "{%p endfor %}")
    regions = [{"name": n, "sales": Chart(["a"], {"s": [i]})} for i, n in enumerate("东西南")]
    out = render(data, {"regions": regions})
    shown = charts(out)
    assert [s.texts for s in shown] == [["东"], ["西"], ["南"]]
    assert [s.cached() for s in shown] == [[["0"]], [["1"]], [["2"]]]
    assert len({s.name for s in shown}) == len({s.workbook for s in shown}) == 3
    assert out == render(data, {"regions": regions})


def test_a_loop_without_turns_leaves_nothing_of_the_chart():
    data = template("{%p for r in [] %}", charted(chart("{{ r }}")), "{%p endfor %}", "end")
    out = render(data)
    assert texts(out) == ["end"]
    assert not [n for n in zipfile.ZipFile(io.BytesIO(out)).namelist() if "chart" in n]


def test_two_drawings_of_one_chart():
    def build(document):
        add_chart(document, document.part, chart("{{ sales }}"), holder=document)
        identity = next(r.rId for r in document.part.rels.values() if r.reltype.endswith("/chart"))
        draw(document, identity, number=2)

    first, second = charts(render(template(build), {"sales": SALES}))
    assert first.name != second.name
    assert first.cached() == second.cached() == NUMBERS


def test_a_drawing_without_a_tag_keeps_the_chart_that_another_one_fills():
    def build(document):
        add_chart(document, document.part, chart("Sales"), alt="{{ sales }}", holder=document)
        identity = next(r.rId for r in document.part.rels.values() if r.reltype.endswith("/chart"))
        draw(document, identity, number=2)

    first, second = charts(render(template(build), {"sales": SALES}))
    assert first.cached() == NUMBERS
    assert second.cached() == [["4.3", "2.5"]] * 2


def test_a_chart_in_a_header():
    def build(document):
        header = document.sections[0].header
        header.is_linked_to_previous = False
        add_chart(document, header.part, chart("{{ sales }}"), holder=header)

    out = render(template(build), {"sales": SALES})
    assert "charts/chart1.xml" in part(out, "word/_rels/header1.xml.rels")
    assert "<c:v>1200</c:v>" in part(out, "word/charts/chart1.xml")


def test_a_chart_without_tags_is_left_as_it_is():
    data = template(charted(chart("Sales")), "{{ x }}")
    out = render(data, {"x": 1})
    before, after = (zipfile.ZipFile(io.BytesIO(each)) for each in (data, out))
    assert after.read("word/charts/chart1.xml") == before.read("word/charts/chart1.xml")
    old, new = (
        zipfile.ZipFile(io.BytesIO(each.read("word/embeddings/chart1.xlsx"))) for each in (before, after)
    )
    for name in old.namelist():  # its properties name who made it, and are cleaned
        assert name.startswith("docProps/") or new.read(name) == old.read(name)


POINTS = chart("{{ c }}", plot("scatterChart", 1), axes(points=True))
BUBBLES = chart("{{ c }}", plot("bubbleChart", 1), axes(points=True))


@pytest.mark.parametrize(
    ("xml", "value", "code", "said"),
    [
        (chart("{{ c }}"), [], "TPL100", "not the data of a chart"),
        (chart("{{ c }}"), {}, "TPL100", "not the data of a chart"),
        (chart("{{ c }}"), [{}], "TPL100", "not the data of a chart"),
        (chart("{{ c }}"), [1, 2], "TPL100", "not the data of a chart"),
        (chart("{{ c }}"), {"series": 5}, "TPL100", "not the data of a chart"),
        (chart("{{ c }}"), {"series": {"s": 5}}, "TPL100", 'series "s" is not a list'),
        (chart("{{ c }}"), {"series": {"s": [1]}, "colour": "red"}, "TPL100", "colour"),
        (chart("{{ c }}"), Chart(["a"], {"s": ["many"]}), "TPL101", 'value 1 of series "s"'),
        (chart("{{ c }}"), Chart(["a"], {"s": [True]}), "TPL101", 'value 1 of series "s"'),
        (chart("{{ c }}"), Chart(["a"], {"s": [float("nan")]}), "TPL101", 'value 1 of series "s"'),
        (chart("{{ c }}"), Chart(["a", "b"], {"s": [1]}), "TPL102", "has 1 values, not 2"),
        (chart("{{ c }}"), Chart(series={"s": [(1, 2)]}), "TPL103", "cannot show points"),
        (POINTS, Chart(["a"], {"s": [1]}), "TPL103", "x of a scatter chart"),
        (POINTS, Chart(series={"s": [(1, 2), 3]}), "TPL103", "value 2"),
        (BUBBLES, Chart(series={"s": [(1, 2)]}), "TPL103", "no sizes"),
        (chart("{{ c }}"), {f"s{n}": [1] for n in range(300)}, "TPL104", "so many"),
    ],
)
def test_bad_data_are_named_with_their_place(xml, value, code, said):
    [finding] = refused(template("前言", charted(xml)), {"c": value})
    assert finding.code == code
    assert said in finding.message.en
    assert finding.hint.zh
    assert "paragraph 2, chart › {{ c }}" in finding.place.in_("en")


@pytest.mark.parametrize(
    ("xml", "code"),
    [
        (chart("{% if x %}Sales{% endif %}"), "TPL105"),
        (chart("{{ sales"), "TPL010"),
        (chart("{{ sales | nofilter }}"), "TPL015"),
        (chart("{{ sales + }}"), "TPL014"),
        (chart("Sales").replace("Sample 0", "{{ sales }}"), "TPL106"),
        (chart("{{ sales }}", '<c:pieChart><c:varyColors val="1"/></c:pieChart>'), "TPL107"),
    ],
)
def test_faults_of_the_template_are_found_when_it_is_compiled(xml, code):
    [finding] = refused(template(charted(xml)))
    assert finding.code == code
    assert "chart" in finding.place.in_("en")


def test_a_tag_in_a_chart_that_cannot_be_filled_is_told():
    xml = '<cx:chartSpace xmlns:cx="urn:chartex"><a:t xmlns:a="urn:a">{{ waterfall }}</a:t></cx:chartSpace>'
    out = io.BytesIO(template("前言"))
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("word/charts/chartEx1.xml", xml)
    [finding] = refused(out.getvalue())
    assert finding.code == "TPL108"
    assert finding.place.in_("en").endswith("word/charts/chartEx1.xml › {{ waterfall }}")


def test_a_name_that_the_data_lack_is_named_with_its_place():
    [finding] = refused(template(charted(chart("{{ sale }}"))), {"sales": SALES})
    assert finding.code == "TPL021"
    assert "paragraph 1, chart › {{ sale }}" in finding.place.in_("en")


def test_a_missing_value_is_a_gap():
    data = template(charted(chart("{{ sales }}")))
    [finding] = refused(data, {"sales": None})
    assert finding.code == "TPL020"
    gaps = []
    [shown] = charts(render(data, {"sales": None}, gaps=gaps))
    assert len(gaps) == 1
    assert shown.texts == ["【待补充：sales】"]


@pytest.mark.parametrize("kind", ["barChart", "pieChart", "scatterChart", "bubbleChart", "lineChart"])
@pytest.mark.parametrize(
    ("title", "alt", "said"),
    [
        ("{{ sales }}", "", "【待补充：sales】"),
        ("Sales {{ sales }}", "", "Sales 【待补充：sales】"),
        ("Sales", "{{ sales }}", "【待补充：sales】"),
        ("", "{{ sales }}", "【待补充：sales】"),
    ],
)
def test_in_a_draft_a_chart_without_data_says_so_and_shows_no_sample(kind, title, alt, said):
    points = kind in ("scatterChart", "bubbleChart")
    xml = chart(title, plot(kind), "" if "pie" in kind else axes(points=points))
    gaps = []
    [shown] = charts(render(template(charted(xml, alt)), {"sales": None}, gaps=gaps))
    assert len(gaps) == 1
    assert said in shown.texts
    assert shown.names == ["【待补充：sales】"]
    assert [len(values) for values in shown.cached("yVal" if points else "val")] == [0]
    assert all("4.3" not in (v.text or "") for v in shown.root.iter())
    assert shown.root.find(f".//{C}autoTitleDeleted").get("val") == "0"


def test_a_draft_with_data_and_a_missing_text_shows_the_data():
    [shown] = charts(
        render(template(charted(chart("{{ sales }}of {{ year }}"))), {"sales": SALES, "year": None}, gaps=[])
    )
    assert shown.cached() == NUMBERS
    assert shown.texts == ["of 【待补充：year】"]


def grouped(*alts, outer=""):
    """A builder of a group of charts, each with its alternative text."""

    def build(document):
        for number, _ in enumerate(alts):
            add_chart(document, document.part, chart("Sales"), "", f"chart{number}", "", document)
        body = document.element.body
        graphics = list(body.iter(qn("c:chart")))
        frames = "".join(
            f'<wpg:graphicFrame><wpg:cNvPr id="{50 + n}" name="C" descr="{alt}"/><wpg:cNvFrPr/><wpg:xfrm/>'
            f'<a:graphic><a:graphicData uri="{nsmap["c"]}"><c:chart r:id="{graphic.get(qn("r:id"))}"/>'
            "</a:graphicData></a:graphic></wpg:graphicFrame>"
            for n, (alt, graphic) in enumerate(zip(alts, graphics, strict=True))
        )
        for graphic in graphics:
            paragraph = next(graphic.iterancestors(qn("w:p")))
            paragraph.getparent().remove(paragraph)
        body.insert(
            0,
            parse_xml(
                f"<w:p {nsdecls('w', 'wp', 'a', 'c', 'r')} xmlns:wpg='{WPG}'><w:r><w:drawing><wp:inline>"
                f'<wp:extent cx="9" cy="9"/><wp:docPr id="40" name="G" descr="{outer}"/><a:graphic>'
                f'<a:graphicData uri="{WPG}"><wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr/>{frames}</wpg:wgp>'
                "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
            ),
        )

    return build


@pytest.mark.parametrize(
    ("alts", "outer", "expected"),
    [
        (["{{ sales }}"], "", [NUMBERS]),
        ([""], "{{ sales }}", [NUMBERS]),
        (["", "{{ sales }}"], "", [[["4.3", "2.5"]] * 2, NUMBERS]),
        (["{{ sales }}", "{{ sales }}"], "by {{ who }}", [NUMBERS, NUMBERS]),
    ],
)
def test_charts_of_a_group_are_filled(alts, outer, expected):
    out = render(template(grouped(*alts, outer=outer)), {"sales": SALES, "who": "me"})
    assert [shown.cached() for shown in charts(out)] == expected
    assert "{{" not in part(out)


def test_data_of_a_chart_do_not_stand_in_a_text():
    [finding] = refused(template("{{ sales }}"), {"sales": SALES})
    assert finding.code == "TPL050"
    assert "图表" in finding.hint.zh


def test_two_values_for_one_chart():
    [finding] = refused(template(charted(chart("{{ sales }}{{ sales }}"))), {"sales": SALES})
    assert finding.code == "TPL100"


def test_tags_of_charts_are_listed_and_their_fields_known():
    compiled = Template(template(charted(chart("{{ sales }}of {{ year }}"))))
    assert [tag.expression for tag in compiled.tags()] == ["sales", "year"]
    assert [field.name for field in compiled.fields()] == ["sales", "year"]


@functools.cache
def _office():
    return shutil.which("soffice")


@pytest.mark.skipif(not _office() or not os.environ.get("KADOCS_VALIDATOR"), reason="needs LibreOffice")
def test_libreoffice_opens_filled_charts(tmp_path):
    blocks = [
        charted(chart("{{ c }}", plot(kind, 1)), name=f"chart{n}")
        for n, kind in enumerate(["barChart", "lineChart", "pieChart"], 1)
    ]
    path = tmp_path / "charts.docx"
    path.write_bytes(render(template("图表", *blocks), {"c": SALES}))
    command = [
        "soffice",
        f"-env:UserInstallation=file://{tmp_path}/profile",
        "--headless",
        "--convert-to",
        "pdf",
    ]
    subprocess.run(
        [*command, "--outdir", str(tmp_path), str(path)], check=True, capture_output=True, timeout=120
    )
    assert (tmp_path / "charts.pdf").stat().st_size > 1000
