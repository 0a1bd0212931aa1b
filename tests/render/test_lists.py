"""Filters over lists in which something is missing: a draft shows the gap, a document names it."""

import pytest

from kadocs.figures.missing import Missing
from kadocs.findings import Text
from kadocs.render.word import Template
from tests.render.word.docs import refused, template, texts

GOALS = Missing("solution.goals", Text("目标", "Goals"))
GAP = "【待补充：目标】"
ROWS = [{"a": 2, "g": "y"}, {"a": GOALS, "g": GOALS}, {"a": 1, "g": "x"}]


def draft(text, context):
    gaps = []
    out = Template(template(text)).render(context, gaps=gaps)
    return texts(out)[0], [gap.path for gap in gaps]


@pytest.mark.parametrize("items", [[GOALS], ["a", GOALS]])
@pytest.mark.parametrize(
    "filters",
    [
        "join('、')",
        "join('、') | upper",
        "sort | join",
        "unique | join",
        "map('upper') | join",
        "reverse | join",
        "sum",
        "max",
        "min",
        "string",
        "tojson",
        "replace('a', 'b')",
        "wordcount",
        "last",
    ],
)
def test_what_cannot_be_told_without_a_missing_item_is_a_gap(filters, items):
    text, build = GAP, f"{{{{ xs | {filters} }}}}"
    assert draft(build, {"xs": items}) == (text, ["solution.goals"])
    (found,) = refused(template(build), {"xs": items})
    assert (found.code, found.path) == ("TPL020", "solution.goals")


@pytest.mark.parametrize(
    "filters",
    ["sum('a')", "max(attribute='a')", "min(attribute='a')", "join(',', 'a')", "map(attribute='a') | sum"],
)
def test_so_is_a_missing_field_of_an_item(filters):
    assert draft(f"{{{{ xs | {filters} }}}}", {"xs": ROWS}) == (GAP, ["solution.goals"])


@pytest.mark.parametrize(
    ("build", "shown"),
    [
        ("{% for x in xs | sort(attribute='a') %}{{ x.a }};{% endfor %}", f"1;2;{GAP};"),
        ("{% for x in xs | sort(true, attribute='a') %}{{ x.a }};{% endfor %}", f"2;1;{GAP};"),
        ("{% for x in xs | sort(attribute='g,a') %}{{ x.a }};{% endfor %}", f"1;2;{GAP};"),
        ("{% for g, rows in xs | groupby('g') %}{{ g }}{{ rows | length }};{% endfor %}", f"x1;y1;{GAP}1;"),
        ("{% for g, rows in xs | groupby('g', 'z') %}{{ rows | length }};{% endfor %}", "1;1;1;"),
    ],
)
def test_what_orders_a_list_puts_missing_ones_last(build, shown):
    rows = [row if row["g"] is not GOALS or "'z'" not in build else {"a": 0, "g": "z"} for row in ROWS]
    assert draft(build, {"xs": rows})[0] == shown


@pytest.mark.parametrize(
    ("build", "shown"),
    [
        ("{{ xs | join('、') }}", "2、1"),
        ("{{ xs | sum }}", "3"),
        ("{{ xs | sum(start=4) }}", "7"),
        ("{{ xs | max }}{{ xs | min }}", "21"),
        ("{{ xs | sort | join }}", "12"),
        ("{{ [] | join(',') }}", ""),
        ("{{ [] | sum }}", "0"),
    ],
)
def test_where_nothing_is_missing_they_are_jinjas(build, shown):
    assert draft(build, {"xs": [2, 1]}) == (shown, [])


def test_a_missing_bullet_is_a_gap():
    assert draft("{{p xs | bullets }}", {"xs": [GOALS]}) == (GAP, ["solution.goals"])


def test_an_unknown_field_of_an_item_is_an_error():
    (found,) = refused(template("{{ xs | sum('b') }}"), {"xs": ROWS})
    assert found.code == "TPL021"
