"""A long program is cut into sections: same text, same places, and time in proportion."""

import time

from kadocs.render.word import Template
from tests.render.word.docs import refused, render, template, texts

LONG = 260


def test_names_given_on_the_way_reach_every_section():
    blocks = [f"{{% if f{i} %}}{i}{{{{ given }}}}{{% endif %}}" for i in range(LONG)]
    blocks.insert(0, "{% set given = 'a' %}{% macro m() %}m{% endmacro %}")
    blocks.insert(LONG // 2, "{% set given = 'b' %}")
    context = {f"f{i}": True for i in range(LONG)}
    found = texts(render(template(*blocks, "{{ m() }}"), context))
    assert found == [f"{i}{'a' if i < LONG // 2 - 1 else 'b'}" for i in range(LONG)] + ["m"]


def test_a_fault_deep_in_is_placed():
    blocks = [f"{{% if f %}}{i}{{% endif %}}" for i in range(LONG)]
    (found,) = refused(template(*blocks, "{% if f %}{{ 1 + nme }}{% endif %}"), {"f": True})
    assert (found.code, found.place.trail[1].en) == ("TPL021", f"paragraph {LONG + 1}")


def test_compiling_conditions_takes_time_in_proportion():
    def seconds(count):
        data = template(*(f"{{% if a{i} %}}x{{% endif %}}" for i in range(count)))
        start = time.process_time()
        Template(data)
        return time.process_time() - start

    seconds(10)
    assert seconds(2_000) < 20 * max(min(seconds(250), seconds(250)), 0.01)
