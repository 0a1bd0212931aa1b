"""A template is compiled once, shared freely, and gives the same bytes each time."""

import pickle
import subprocess
import sys
import zipfile
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO

from hypothesis import given, settings
from hypothesis import strategies as st

from kadocs.findings import Refused
from kadocs.render.word import Template
from tests.render.word.docs import opened, template, texts, validate

DATA = template(
    "{% for x in xs %}", "{{ x }} of {{ xs|length }}", "{% endfor %}", [["{{ title }}"]], title="{{ title }}"
)


def test_the_same_data_gives_the_same_bytes():
    context = {"xs": ["a", "b"], "title": "T"}
    first = Template(DATA).render(context)
    assert Template(DATA).render(context) == first
    program = (
        "import sys, base64, hashlib; from kadocs.render.word import Template;"
        "data = base64.b64decode(sys.stdin.read());"
        "print(hashlib.sha256(Template(data).render({'xs': ['a', 'b'], 'title': 'T'})).hexdigest())"
    )
    import base64
    import hashlib

    said = subprocess.run(
        [sys.executable, "-c", program],
        input=base64.b64encode(DATA).decode(),
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONHASHSEED": "7", "PYTHONPATH": ":".join(sys.path), "TZ": "Asia/Shanghai"},
    )
    assert said.stdout.strip() == hashlib.sha256(first).hexdigest()


def test_dates_of_the_archive_are_fixed_and_its_types_come_first():
    archive = zipfile.ZipFile(BytesIO(Template(DATA).render({"xs": [], "title": ""})))
    assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert archive.namelist()[0] == "[Content_Types].xml"
    assert archive.testzip() is None


def test_threads_may_share_a_template():
    shared = Template(DATA)
    with ThreadPoolExecutor(4) as pool:
        outputs = list(pool.map(lambda n: shared.render({"xs": [n] * 3, "title": n}), range(40)))
    assert [texts(out)[0] for out in outputs] == [f"{n} of 3" for n in range(40)]


def test_a_template_can_be_sent_to_another_process():
    copy = pickle.loads(pickle.dumps(Template(DATA, "name.docx")))
    assert copy.name == "name.docx"
    assert copy.render({"xs": [], "title": "T"}) == Template(DATA).render({"xs": [], "title": "T"})


def test_parts_without_tags_are_copied_as_they_are():
    before, after = (
        zipfile.ZipFile(BytesIO(d)) for d in (DATA, Template(DATA).render({"xs": [], "title": ""}))
    )
    assert after.read("word/styles.xml") == before.read("word/styles.xml")
    assert set(after.namelist()) == set(before.namelist())


STATEMENTS = st.sampled_from(["if a", "for x in xs", "if not a", "for x in none", "set y", "macro m()"])
PREFIXES = st.sampled_from(["", "", "", "p ", "tr ", "tc ", "r "])
ENDS = {"if": "endif", "for": "endfor", "set": "endset", "macro": "endmacro"}


@st.composite
def nested(draw):
    """Paragraphs and tables into which blocks are thrown anywhere, well or badly."""
    cells = [f"t{n} {{{{ a }}}}" for n in range(10)]
    for _ in range(draw(st.integers(1, 4))):
        statement, prefix = draw(STATEMENTS), draw(PREFIXES)
        start = draw(st.integers(0, 9))
        end = draw(st.integers(start, 9))
        opening, closing = f"{{%{prefix}{statement} %}}", f"{{%{prefix}{ENDS[statement.split()[0]]} %}}"
        alone = draw(st.booleans())
        cells[start] = opening if alone else opening + cells[start]
        cells[end] = cells[end] + closing if not (alone and end != start) else closing
    paragraphs, table = cells[:3], [cells[3:6], cells[6:9]]
    return [*paragraphs, table, cells[9]]


@given(nested(), st.booleans())
@settings(deadline=None, max_examples=80)
def test_any_nesting_renders_well_or_is_refused_with_a_place(blocks, flag):
    data = template(*blocks)
    try:
        out = Template(data).render({"a": flag, "xs": [1, 2], "none": []})
    except Refused as refusal:
        assert all("Body" in finding.place.in_("en") for finding in refusal.findings)
        return
    opened(out)
    validate(data, out, ["--tags"])


TEXT = st.sampled_from(
    [
        *("text", "{{ a }}", "x {% if a %}{{ a }}{% endif %}", "{% if not a %}gone{% endif %}"),
        *("{%r for x in xs %}{{r x }}{%r endfor %} y", "{% for x in none %}{{ x }}{% endfor %}"),
    ]
)


def _around(inner, prefixes, holder):
    """Blocks around some of `inner`, with the tags as `holder` shapes them."""
    statement = st.sampled_from(["if a", "for x in xs", "for x in none", "if not a"])

    def wrap(picked):
        prefix, opening, body = picked
        closing = ENDS[opening.split()[0]]
        return [holder(f"{{%{prefix}{opening} %}}"), *body, holder(f"{{%{prefix}{closing} %}}")]

    return st.tuples(st.sampled_from(prefixes), statement, inner).map(wrap)


def _sequence(single, prefixes, holder):
    """A sequence of single things and blocks around such sequences."""
    plain = st.lists(single, min_size=1, max_size=2)
    return st.recursive(
        plain,
        lambda inner: st.lists(_around(inner, prefixes, holder) | plain, max_size=2).map(_flat),
        max_leaves=4,
    )


def _flat(lists):
    return [item for items in lists for item in items]


CELLS = _sequence(TEXT, ["", "p "], str).map("¶".join)
ROW = st.lists(CELLS, min_size=2, max_size=2) | CELLS.map(
    lambda cell: ["x", "{%tc for x in xs %}", cell, "{%tc endfor %}"]
)
ROWS = _sequence(ROW, ["", "tr "], lambda tag: [tag, ""]).filter(bool)
WELL_NESTED = _sequence(TEXT | ROWS, ["", "p "], str)


@given(WELL_NESTED, st.booleans())
@settings(deadline=None, max_examples=80)
def test_well_nested_blocks_always_render(blocks, flag):
    data = template(*blocks)
    out = Template(data).render({"a": flag, "xs": [1, 2], "none": []})
    opened(out)
    validate(data, out, ["--tags"])
