import pytest

from kadocs.findings import Place
from kadocs.tree.node import Path, Scalar, Sequence, dotted, merge, place_of, plain, position_of, steps
from kadocs.tree.yaml import parse

DEAL = """\
account:
  name: 华光化工
quote:
  items:
    - id: Q1
      quantity: 2
    - id: Q2
"""


def test_plain_gives_dicts_lists_and_text() -> None:
    assert plain(parse("a: 1\nb: [x, no]\n", "f")) == {"a": "1", "b": ["x", "no"]}


def test_blank_values_and_unquoted_nulls_are_none() -> None:
    blank = "a:\nb: ~\nc: null\nd: ''\ne: '  '\n"
    assert plain(parse(blank, "f")) == dict.fromkeys("abcde")


def test_a_quoted_null_is_a_text() -> None:
    assert plain(parse("a: 'null'\nb: \"~\"", "f")) == {"a": "null", "b": "~"}


def test_a_text_that_no_yaml_file_held_is_never_null() -> None:
    assert plain(Scalar("null", Place("deal.xlsx", cell="报价!D14"))) == "null"


def test_the_nearer_tree_wins_and_every_value_keeps_its_place() -> None:
    near = parse("account:\n  name: 近\n", "deal.yaml")
    far = parse("language: en\naccount:\n  name: 远\n  city: 上海\n", "account.yaml")
    both = merge(near, far)
    assert plain(both) == {"account": {"name": "近", "city": "上海"}, "language": "en"}
    assert place_of(both, ("account", "name")) == Place("deal.yaml", 2)
    assert place_of(both, ("account", "city")) == Place("account.yaml", 4)


def test_lists_are_not_joined_but_replaced() -> None:
    assert plain(merge(parse("a: [1]", "f"), parse("a: [2, 3]", "g"))) == {"a": ["1"]}


def test_a_value_stands_where_its_name_stands() -> None:
    assert place_of(parse(DEAL, "deal.yaml"), ("quote", "items", 0, "quantity")).line == 6


def test_what_is_missing_stands_where_its_nearest_parent_stands() -> None:
    deal = parse(DEAL, "deal.yaml")
    assert place_of(deal, ("quote", "items", 1, "quantity")).line == 7
    assert place_of(deal, ("quote", "items", 5, "quantity")).line == 4
    assert place_of(deal, ("solution", "goals")).line == 1


def test_positions_sort_paths_in_file_order() -> None:
    deal = parse(DEAL, "deal.yaml")
    paths = [("quote", "items", 1), ("quote", "items", 0, "quantity"), ("account", "name"), ("quote",)]
    in_order = sorted(paths, key=lambda path: position_of(deal, path))
    assert in_order == [
        ("account", "name"),
        ("quote",),
        ("quote", "items", 0, "quantity"),
        ("quote", "items", 1),
    ]


def test_paths_are_written_with_dots_and_positions() -> None:
    assert dotted(("quote", "items", 3, "quantity")) == "quote.items[3].quantity"
    assert dotted(()) == ""


def test_an_empty_list_is_a_list() -> None:
    assert parse("[]", "f") == Sequence((), Place("f", 1))


@pytest.mark.parametrize("path", [("quote", "items", 3, "quantity"), ("requirements", 12), ("account",)])
def test_a_written_path_reads_back(path: Path) -> None:
    assert steps(dotted(path)) == path
