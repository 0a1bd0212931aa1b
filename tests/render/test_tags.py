import pytest

from kadocs.render.tags import scan, straighten


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a {{ x }} b", [("{{", "", "x")]),
        ("{{x}}{%if y%}{# z #}", [("{{", "", "x"), ("{%", "", "if y"), ("{#", "", " z ".strip())]),
        ("{%p for x in xs %}", [("{%", "p", "for x in xs")]),
        ("{% tr endfor %}", [("{%", "tr", "endfor")]),
        ("{%-tc if x -%}", [("{%", "tc", "if x")]),
        ("{{r x }}{{p x}}{{tr x }}", [("{{", "r", "x"), ("{{", "p", "x"), ("{{", "tr", "x")]),
        (
            "{{ r }}{{r}}{{r | upper}}{{ p.x }}",
            [("{{", "", "r"), ("{{", "", "r"), ("{{", "", "r | upper"), ("{{", "", "p.x")],
        ),
        ("{%p if a % 2 %}", [("{%", "p", "if a % 2")]),
        ("{%p set d = {'a': {}} %}", [("{%", "p", "set d = {'a': {}}")]),
        ("{{ {'a': {'b': 1}} }}", [("{{", "", "{'a': {'b': 1}}")]),
        ("{{ '}}' }}", [("{{", "", "'}}'")]),
        ("{{ “}}” }}", [("{{", "", '"}}"')]),
        ("{_{ no tag }_}", []),
        ("a } b {x} %}", []),
        (
            "{% raw %}{{ no }}{% endraw %}{{ yes }}",
            [("{%", "", "raw"), ("{%", "", "endraw"), ("{{", "", "yes")],
        ),
    ],
)
def test_tags_of_a_text(text, found):
    scanned = scan(text)
    assert [(tag.kind, tag.prefix, tag.body) for tag in scanned.tags] == found
    assert scanned.problems == []
    assert all(text[tag.start : tag.end] == tag.source for tag in scanned.tags)


@pytest.mark.parametrize(
    "text", ["{{ open", "{% open }}", "{{ a {{ b }}", "{# never", "｛｛ x ｝｝", "{％ x %}"]
)
def test_what_only_looks_like_a_tag_is_reported(text):
    assert len(scan(text).problems) == 1


def test_raw_may_stay_open():
    assert scan("{% raw %}{{ a }}").raw
    assert scan("{{ b }}", raw=True).tags == []
    assert [tag.body for tag in scan("{{ b }}{% endraw %}{{ c }}", raw=True).tags] == ["endraw", "c"]


@pytest.mark.parametrize(
    ("written", "straight"),
    [
        (" a　＝＝ ‘b’ ", "a == 'b'"),
        ("x｜default（“無”）", 'x|default("無")'),
        ("'“kept，”' ~ “it's”", "'“kept，”' ~ \"it's\""),
        ("a\nb\tc", "a b c"),
    ],
)
def test_straightening(written, straight):
    assert straighten(written) == straight
