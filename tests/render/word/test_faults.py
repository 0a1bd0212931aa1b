"""What is wrong with a template or its data: found, named, placed, with a way out."""

import io
import zipfile
from decimal import Decimal

import pytest

from kadocs.figures.missing import Missing
from kadocs.findings import Fault, Text
from kadocs.render.word import Template
from tests.render.word.docs import heading, opened, part, refused, render, rows, runs, template, texts


@pytest.mark.parametrize(
    ("blocks", "code", "place", "words"),
    [
        (["{% for x in xs %}", "{{ x }}"], "TPL011", "paragraph 1", "never closed by {% endfor %}"),
        (["a", "{% endfor %}"], "TPL011", "paragraph 2", "nothing before it opens it"),
        (["{% else %}"], "TPL011", "paragraph 1", "nothing before it opens it"),
        (["{% for x in y %}{% if x %}{% endfor %}"], "TPL011", "paragraph 1", "endfor"),
        (["{{ name", "}}"], "TPL010", "paragraph 1", "does not end within its paragraph"),
        (["text {% if x"], "TPL010", "paragraph 1", "does not end within its paragraph"),
        (["｛｛ name ｝｝"], "TPL010", "paragraph 1", "full-width braces"),
        (["{{ a b }}"], "TPL014", "paragraph 1", "not written correctly"),
        (["{{ it's }}"], "TPL014", "paragraph 1", "not written correctly"),
        (["{{ }}"], "TPL014", "paragraph 1", "not written correctly"),
        (["{% for in xs %}{% endfor %}"], "TPL014", "paragraph 1", "not written correctly"),
        (["{{ x|mony }}"], "TPL015", "paragraph 1", 'no filter named "mony"'),
        (["{% if x is definedd %}{% endif %}"], "TPL015", "paragraph 1", 'no test named "definedd"'),
        (["{% iff x %}"], "TPL016", "paragraph 1", 'unknown statement "iff"'),
        (["{% include 'x' %}"], "TPL053", "paragraph 1", "cannot be read by its path"),
        (["text {% include 'x' %}"], "TPL016", "paragraph 1", "unknown statement"),
        (["{{ x.__class__ }}"], "TPL023", "paragraph 1", "__class__"),
        (["{{ x['__class__'] }}"], "TPL023", "paragraph 1", "__class__"),
        (["beside {%p if x %}", "a", "{%p endif %}"], "TPL013", "paragraph 1", '"beside" stands beside it'),
        (["{%p if x %} {{ y }}", "a", "{%p endif %}"], "TPL013", "paragraph 1", "{{ y }}"),
        (["{%tr if x %}", "{%tr endif %}"], "TPL012", "paragraph 1", "not at one level"),
        (["{{tr x }}"], "TPL012", "paragraph 1", "does not stand in a table row"),
        (
            ["text {% if x %}", "b {% endif %}"],
            "TPL012",
            "paragraph 1",
            "opens in paragraph 1, closes in paragraph 2",
        ),
        (
            ["{%p if x %}", [["{%tr endif %}"]]],
            "TPL012",
            "paragraph 1",
            "different prefixes: p、tr",
        ),
        (
            [[["h", "h"], ["{% for x in xs %}{{ x }}", ""], ["a", "b"], ["", "c {% endfor %}"]]],
            "TPL012",
            "table 1 row 2 column 1",
            "opens in table 1 row 2 column 1, closes in table 1 row 4 column 2",
        ),
        ([[["beside", "{%tr for x in xs %}"], ["{{ x }}"], ["{%tr endfor %}"]]], "TPL013", "row 1", "beside"),
    ],
)
def test_a_fault_of_a_template(blocks, code, place, words):
    findings = refused(template(*blocks))
    assert code in [finding.code for finding in findings]
    finding = next(finding for finding in findings if finding.code == code)
    assert place in finding.place.in_("en")
    assert words in finding.message.en
    assert finding.hint.zh and finding.hint.en and finding.message.zh


def test_all_faults_of_a_template_come_in_one_run():
    data = template(
        "{{ a b }}", "{{ x|mony }}", "{% if x %}", "{{ c d }}", header="{{ open", title="{% endif %}"
    )
    codes = sorted(finding.code for finding in refused(data))
    assert codes == ["TPL010", "TPL011", "TPL011", "TPL014", "TPL014", "TPL015"]


def test_a_place_names_part_heading_position_text_and_tag():
    data = template(heading("Prices"), "Total: {{ totl }} as agreed")
    (finding,) = refused(data, {"total": 1})
    assert finding.place.in_("en") == (
        "template.docx › Body › Prices › paragraph 2 › Total: {{ totl }} as agreed › {{ totl }}"
    )
    assert finding.place.in_("zh").startswith("template.docx › 正文 › Prices › 第2段")
    assert finding.hint.en == 'Did you mean "total"?'


class Schema(dict):
    """Data whose schema knows its names, as the renderer gets it from a deal."""

    def __missing__(self, key):
        raise Fault(Text(f"没有{key}", f"the schema has no {key}"), Text("见手册", "See the manual."))


@pytest.mark.parametrize(
    ("tag", "context", "code", "words"),
    [
        ("{{ nope }}", {}, "TPL021", 'no "nope"'),
        ("{{ d.nope }}", {"d": {"note": 1}}, "TPL021", 'no "nope"'),
        ("{{ d.nope.deeper }}", {"d": {}}, "TPL021", 'no "nope"'),
        ("{{ nope|upper }}", {}, "TPL021", 'no "nope"'),
        ("{{ nope|money }}", {}, "TPL021", 'no "nope"'),
        ("{% for x in nope %}{% endfor %}x", {}, "TPL021", 'no "nope"'),
        ("{{ nope + 1 }}", {}, "TPL021", 'no "nope"'),
        ("{% if nope == 1 %}x{% endif %}y", {}, "TPL021", 'no "nope"'),
        ("{{ nope() }}", {}, "TPL021", 'no "nope"'),
        ("{{ 'a' ~ nope }}", {}, "TPL021", 'no "nope"'),
        ("{{ x }}", {"x": None}, "TPL020", "no value"),
        ("{{ x|upper }}", {"x": None}, "TPL020", "no value"),
        ("{{ x|money }}", {"x": None}, "TPL020", "no value"),
        ("{{ x + 1 }}", {"x": None}, "TPL020", "no value"),
        ("{{ 'a' ~ x }}", {"x": None}, "TPL020", "no value"),
        ("{{ xs|join(',') }}", {"xs": [None]}, "TPL020", "no value"),
        ("{{ '%s'|format(x) }}", {"x": None}, "TPL020", "no value"),
        ("{{ x }}", {"x": Missing("account.name", Text("客户名称", "Customer"))}, "TPL020", "Customer"),
        ("{{ x + 1 }}", {"x": Missing("a.b", Text("数", "Number"))}, "TPL020", "Number"),
        ("{% for x in xs %}{% endfor %}x", {"xs": 5}, "TPL022", "not a list"),
        ("{% for x in xs %}{% endfor %}x", {"xs": "text"}, "TPL022", "not a list"),
        ("{{ xs }}", {"xs": [1]}, "TPL022", "several values"),
        ("{{ x|money }}", {"x": "abc"}, "TPL022", ""),
        ("{{ 1 / 0 }}", {}, "TPL025", "division by zero"),
        ("{{ 1 + 'a' }}", {}, "TPL025", "cannot be computed"),
        ("{{ s.x }}", {"s": Schema()}, "TPL022", "the schema has no x"),
        ("{{ s.x is defined }}", {"s": Schema()}, "TPL022", "the schema has no x"),
        ("{{ 9**99999 }}", {}, "TPL024", "too large"),
        ("{{ 'x' * 10**9 }}", {}, "TPL024", "too large"),
        ("{{ [1] * 10**9 }}", {}, "TPL024", "too large"),
        ("{{ '%099999999d' % 1 }}", {}, "TPL024", "too large"),
        ("{{ '%099999999d'|format(1) }}", {}, "TPL024", "too large"),
        ("{{ '{:>999999999}'.format(1) }}", {}, "TPL024", "too large"),
        ("{{ 'x'.ljust(10**9) }}", {}, "TPL024", "too large"),
        ("{% for x in range(10**9) %}{% endfor %}x", {}, "TPL024", "too much"),
        (
            "{% set r = range(9999) %}{% for a in r %}{% for b in r %}{% endfor %}{% endfor %}x",
            {},
            "TPL024",
            "turns",
        ),
        ("{{ ('x' * 10**5).replace('x', 'y' * 10**5) }}", {}, "TPL024", "too large"),
        ("{{ ('x' * 10**5)|replace('x', 'y' * 10**5) }}", {}, "TPL024", "too large"),
        ("{{ range(9999)|join('y' * 10**5) }}", {}, "TPL024", "too large"),
        ("{{ ('y' * 10**5).join(['a'] * 9999) }}", {}, "TPL024", "too large"),
        ("{{ 'x'|center(10**9) }}", {}, "TPL024", "too large"),
        ("{{ ('x' * 10**6) + 'x' }}", {}, "TPL024", "too large"),
        (
            "{% set n = namespace(s='xx') %}{% for i in range(40) %}{% set n.s = n.s ~ n.s %}{% endfor %}x",
            {},
            "TPL024",
            "too large",
        ),
        ("{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}", {}, "TPL024", "too much"),
        ("{{ x['_' ~ '_class__'] }}", {"x": "a"}, "TPL023", "__class__"),
        ("{{ xs.append(1) }}", {"xs": []}, "TPL023", "append"),
    ],
)
def test_a_fault_while_rendering(tag, context, code, words):
    (finding,) = refused(template("first", tag), context)
    assert finding.code == code
    assert words in finding.message.en
    assert "paragraph 2" in finding.place.in_("en")
    assert tag[:2] in finding.place.in_("en")


@pytest.mark.parametrize(
    "tag",
    [
        "{{ x }}",
        "{% if x %}a{% endif %}",
        "{% if x is defined %}a{% endif %}",
        "{% for y in x %}{% endfor %}a",
    ],
)
def test_a_name_outside_the_schema_is_an_error_everywhere(tag):
    (finding,) = refused(template(tag), Schema())
    assert finding.message.en == "the schema has no x"


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("{% if nope %}a{% else %}b{% endif %}", "b"),
        ("{% if d.nope %}a{% else %}b{% endif %}", "b"),
        ("{% if nope is defined %}a{% else %}b{% endif %}", "b"),
        ("{% if none_ is none and none_ is not defined %}a{% endif %}", "a"),
        ("{% if gap %}a{% else %}b{% endif %}", "b"),
        ("{% if gap is none %}a{% endif %}", "a"),
        ("{{ gap|default('later') }}", "later"),
        ("{% for x in gap %}a{% else %}none{% endfor %}", "none"),
    ],
)
def test_what_may_be_done_with_a_value_that_is_not_there(line, read):
    context = {"d": {}, "none_": None, "gap": Missing("a.b", Text("甲", "A"))}
    assert texts(render(template(line), context)) == [read]


def test_a_bug_of_the_engine_is_not_blamed_on_the_template(monkeypatch):
    monkeypatch.setattr("kadocs.render.values._YES", {})
    with pytest.raises(KeyError):
        Template(template("{{ x }}")).render({"x": True})


def test_all_missing_values_come_in_one_run():
    data = template("{{ a }} {{ b|money }}", [["{{ c }}"]], header="{{ a }}")
    findings = refused(data, {"a": None, "b": Missing("q.t", Text("总价", "Total")), "c": None})
    assert [finding.code for finding in findings] == ["TPL020"] * 4
    assert [finding.path for finding in findings if finding.path] == ["q.t"]


def test_a_draft_highlights_what_is_missing_and_lists_it():
    gaps = []
    data = template(runs("Bold {{ x }} tail", " plain"), "{{ y }}")
    context = {"x": Missing("account.name", Text("客户名称", "Customer")), "y": None}
    out = render(data, context, gaps=gaps)
    assert texts(out) == ["Bold 【待补充：客户名称】 tail plain", "【待补充：y】"]
    noted = opened(out).paragraphs[0].runs[1]
    assert (noted.text, noted.bold, noted.font.highlight_color is not None) == (
        "【待补充：客户名称】",
        True,
        True,
    )
    assert [gap.path for gap in gaps] == ["account.name", ""]
    assert (
        texts(render(data, context, gaps=[], language="en"))[0] == "Bold [To be added: Customer] tail plain"
    )


def test_a_draft_does_not_forgive_other_faults():
    assert [f.code for f in refused(template("{{ nope }}"), {}, gaps=[])] == ["TPL021"]


@pytest.mark.parametrize(
    ("value", "zh", "en"),
    [
        (Decimal("1.10"), "1.10", "1.10"),
        (Decimal("1E+3"), "1000", "1000"),
        (0.1, "0.1", "0.1"),
        (3.0, "3", "3"),
        (1e16, "10000000000000000", "10000000000000000"),
        (True, "是", "Yes"),
        (7, "7", "7"),
    ],
)
def test_values_print_sensibly(value, zh, en):
    data = template("{{ x }}")
    assert texts(render(data, {"x": value})) == [zh]
    assert texts(render(data, {"x": value}, language="en")) == [en]


def test_a_float_beside_a_decimal_is_read_by_its_shortest_text():
    assert texts(render(template("{{ a + b }}"), {"a": Decimal("0.1"), "b": 0.2})) == ["0.3"]


def word_file(**changes):
    """A template with members changed or, where None, left out; names have `__` for `/`, `_dot_` for `.`."""
    source = zipfile.ZipFile(io.BytesIO(template("{{ x }}")))
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = changes.get(name, source.read(name))
            if content is not None:
                target.writestr(name, content)
        for name in changes.keys() - set(source.namelist()):
            target.writestr(name, changes[name])
    return out.getvalue()


BOMB = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>{&a;</w:t></w:r></w:p></w:body></w:document>'


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "TPL001"),
        (b"plain text", "TPL001"),
        (template("x")[:-100], "TPL001"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "TPL002"),
        (word_file(**{"[Content_Types].xml": None}), "TPL003"),
        (word_file(**{"word/document.xml": None}), "TPL003"),
        (word_file(**{"word/vbaProject.bin": b"macro"}), "TPL004"),
        (word_file(**{"word/document.xml": b"<w:document>{{"}), "TPL005"),
        (word_file(**{"word/document.xml": BOMB}), "TPL005"),
        (word_file(**{"word/media/x.bin": bytes(50 << 20)}), "TPL006"),
        (word_file(**{"../evil": b"x"}), "TPL001"),
    ],
)
def test_a_file_that_is_no_template(data, code):
    assert [finding.code for finding in refused(data)] == [code]


def test_a_deeply_nested_part_is_refused():
    deep = "<w:sdt><w:sdtContent>" * 3000 + "{{ x }}" + "</w:sdtContent></w:sdt>" * 3000
    body = f'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>{deep}</w:body></w:document>'
    assert [f.code for f in refused(word_file(**{"word/document.xml": body.encode()}))] == ["TPL005"]


def test_strict_open_xml_is_refused():
    space = "http://purl.oclc.org/ooxml/wordprocessingml/main"
    strict = f'<w:document xmlns:w="{space}"><w:body><w:p/></w:body><!-- {{ --></w:document>'
    assert [f.code for f in refused(word_file(**{"word/document.xml": strict.encode()}))] == ["TPL003"]


def test_a_dotx_becomes_a_document():
    source = zipfile.ZipFile(io.BytesIO(template("{{ x }}"))).read("[Content_Types].xml").decode()
    types = source.replace("document.main+xml", "template.main+xml")
    out = render(word_file(**{"[Content_Types].xml": types}), {"x": 1})
    assert "document.main+xml" in part(out, "[Content_Types].xml")


def test_a_render_does_not_change_a_template():
    built = Template(template("{% set y = x %}{{ y }}", [["{{ x }}"]]))
    assert [texts(built.render({"x": n})) for n in (1, 2)] == [["1"], ["2"]]
    assert rows(built.render({"x": 3})) == [["3"]]
