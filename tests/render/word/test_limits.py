"""What would exhaust a machine is refused, soon and with its place; each cap can be set."""

import dataclasses
import io
import time
import zipfile

import pytest

from kadocs.findings import Refused
from kadocs.render.limits import Limits
from kadocs.render.word import Template
from tests.render.word.docs import refused, render, template, texts
from tests.render.word.everywhere import PARTS

BOMBS = [
    "{{ 9**(9**9) }}",
    "{{ 9**99999 }}",
    "{{ 'x' * 10**9 }}",
    "{{ [[1] * 10**6] * 10**7 }}",
    "{{ '%099999999d' % 1 }}",
    "{{ '%*d' % (10**9, 1) }}",
    "{{ '%*d'|format(10**9, 1) }}",
    "{{ '{:>999999999}'.format(1) }}",
    "{{ '{:{}}'.format(1, 10**9) }}",
    "{{ '{:{w}}'.format(1, w=10**9) }}",
    "{{ '{:{w}}'.format_map({'w': 10**9}) }}",
    "{{ 'x'.ljust(10**9) }}",
    "{{ '\t'.expandtabs(tabsize=10**9) }}",
    "{{ 'x'.encode().zfill(10**9) }}",
    "{{ 1|round(10**9, 'ceil') }}",
    "{{ [1]|tojson(indent=10**9) }}",
    "{% set a = ['x' * 1000] * 1000 %}{% set b = [a] * 1000 %}{{ b|tojson }}",
    "{% set a = ['x' * 1000] * 1000 %}{% set b = [a] * 1000 %}{{ b|string }}",
    "{% set a = ['x' * 1000] * 1000 %}{% set b = [a] * 1000 %}{{ '%s' % b }}",
    "{% set a = ['x' * 1000] * 1000 %}{% set b = [a] * 1000 %}{{ '{}'.format(b) }}",
    "{% set a = ['x' * 1000] * 1000 %}{% set b = [a] * 1000 %}{{ b|join }}",
    "{% set a = ['x' * 1000] * 1000 %}{% set b = [a] * 1000 %}{{ 'x' ~ b }}",
    "{% for x in range(10**9) %}{% endfor %}",
    "{% for a in range(9999) %}{% for b in range(9999) %}{% for c in range(9999) %}"
    "{% endfor %}{% endfor %}{% endfor %}",
    "{% for a in range(999) %}{% for b in range(999) %}{{ 'x' * 10**6 }}{% endfor %}{% endfor %}",
    "{% set x %}{% for a in range(9999) %}{{ 'x' * 10**6 }}{% endfor %}{% endset %}",
    "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}",
    "{% macro f(n) %}{% if n %}{{ f(n - 1) }}{{ f(n - 1) }}{% endif %}{% endmacro %}{{ f(60) }}",
    "{% set n = namespace(x='x') %}{% for i in range(99) %}{% set n.x = n.x + n.x %}{% endfor %}",
]


@pytest.mark.parametrize("tag", BOMBS)
def test_a_bomb_is_refused_in_time_at_its_place(tag):
    start = time.thread_time()
    (found,) = refused(template("before", f"now {tag}"))
    assert time.thread_time() - start < 10
    assert found.code == "TPL024"
    assert found.place.trail[1].en == "paragraph 2"


@pytest.mark.parametrize("where", PARTS)
@pytest.mark.parametrize("tag", ["{{ 'x' * 10**9 }}", "{{ 9**99999 }}", "{{ 'x'.ljust(10**9) }}"])
def test_a_bomb_is_refused_wherever_it_stands(tag, where):
    start = time.thread_time()
    (found,) = refused(PARTS[where](tag))
    assert time.thread_time() - start < 10
    assert found.code == "TPL024"
    assert tag in found.place.in_("en")


def test_a_method_that_multiplies_a_text_is_no_business_of_templates():
    (found,) = refused(template("{{ ('a' * 10**6).translate({97: 'x' * 10**6}) }}"))
    assert found.code == "TPL023"


@pytest.mark.parametrize(
    ("limit", "tag"),
    [
        ({"turns": 9}, "{% for x in range(10) %}{{ x }}{% endfor %}"),
        ({"output": 2_000}, "{% for x in range(10) %}{{ 'x' * 999 }}{% endfor %}"),
        ({"value": 99}, "{{ 'x' * 100 }}"),
        ({"bits": 9}, "{{ 2 ** 10 }}"),
        ({"width": 99}, "{{ 'x'|center(100) }}"),
        ({"seconds": 0.0}, "{{ 'x' }}"),
    ],
)
def test_each_limit_can_be_set_and_its_finding_says_so(limit, tag):
    data = template(f"a {tag}")
    render(data)
    (name,) = limit
    with pytest.raises(Refused) as caught:
        Template(data, limits=Limits(**limit)).render({})
    (found,) = caught.value.findings
    assert found.code == "TPL024"
    assert f"Limits.{name}" in found.hint.en


@pytest.mark.parametrize("limit", [{"members": 3}, {"unzipped": 1_000}, {"ratio": 2}])
def test_packages_have_limits_too(limit):
    padded = io.BytesIO(template("x"))
    with zipfile.ZipFile(padded, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/filler.txt", b"x" * (2 << 20))
    with pytest.raises(Refused) as caught:
        Template(padded.getvalue(), limits=Limits(**{"ratio": 10**6, **limit}))
    assert [found.code for found in caught.value.findings] == ["TPL006"]


def test_limits_are_one_frozen_record():
    with pytest.raises(dataclasses.FrozenInstanceError):
        Limits().turns = 1


def test_what_stays_within_is_left_alone():
    data = template("{{ '%05d' % 7 }} {{ '{:>8}'.format('x') }} {{ 'x'.ljust(3) }}| {{ 2 ** 64 }}")
    assert texts(render(data)) == ["00007        x x  | 18446744073709551616"]
    long = template("{% for x in xs %}{% if loop.last %}{{ loop.length }}{% endif %}{% endfor %}")
    assert texts(render(long, {"xs": list(range(5_000))})) == ["5000"]


@pytest.mark.parametrize(
    "tag",
    [
        "{{ " + "(" * 3_000 + "1" + ")" * 3_000 + " }}",
        "{{ " + "not " * 5_000 + "x }}",
        "{{ " + "[" * 3_000 + "]" * 3_000 + " }}",
        "{{ " + "1 + " * 5_000 + "1 }}",
        "".join(f"{{% for x{i} in [1] %}}" for i in range(30)) + "x" + "{% endfor %}" * 30,
    ],
)
def test_what_is_nested_beyond_measure_is_a_finding(tag):
    (found,) = refused(template("before", tag))
    assert found.code == "TPL017"
    assert found.place.trail[1].en == "paragraph 2"


def test_a_thousand_open_braces_take_no_time():
    start = time.thread_time()
    found = refused(template("{{ x " * 20_000))
    assert {f.code for f in found} == {"TPL010"}
    assert len(found) < 100
    assert time.thread_time() - start < 5
