"""A deal reads the same from YAML, JSON and Excel, whichever of them it was converted from."""

from __future__ import annotations

import itertools
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from kadocs import sources
from kadocs.findings import Place, Refused
from kadocs.model import Deal
from kadocs.sources.conversion import converted
from kadocs.tree.node import Mapping, Node, Scalar, Sequence
from kadocs.tree.salvage import salvage
from tests.sources.deals import deals

FORMATS = (".yaml", ".json", ".xlsx")
SAMPLES = Path(__file__).parents[2] / "samples"
HERE = Place("deal.yaml")


def node(value: Any) -> Node:
    if isinstance(value, dict):
        return Mapping({key: node(item) for key, item in value.items()}, {}, HERE)
    if isinstance(value, list):
        return Sequence(tuple(node(item) for item in value), HERE)
    return Scalar(value, HERE)


def sound(value: Any) -> Any:
    """The value without what the model refuses."""
    _, removed = salvage(Deal, node(value))
    for path in sorted(removed, key=lambda path: [str(step).zfill(9) for step in path], reverse=True):
        *above, last = path
        owner = value
        for step in above:
            owner = owner[step]
        del owner[last]
    return value


def read(path: Path) -> tuple[Deal, Node]:
    loaded = sources.load(path)
    assert loaded.deal is not None, [f"{found.path}: {found.message.en}" for found in loaded.findings]
    return loaded.deal, loaded.node


def write(folder: Path, name: str, extension: str, tree: Node, language: str) -> Path:
    path = folder / f"{name}{extension}"
    path.write_bytes(converted(tree, extension, language))
    return path


@given(deals(), st.sampled_from(["zh", "en"]))
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_a_deal_is_the_same_through_all_six_directions(said: dict[str, Any], language: str) -> None:
    tree = node(sound(said))
    deal, removed = salvage(Deal, tree)
    assume(deal is not None and not removed)
    with TemporaryDirectory() as name:
        folder = Path(name)
        try:
            first = {form: write(folder, "first", form, tree, language) for form in FORMATS}
        except Refused as refused:
            assert {found.code for found in refused.findings} == {"OUT031"}
            assume(False)
        for source, target in itertools.permutations(FORMATS, 2):
            read_, its_tree = read(first[source])
            assert read_ == deal, source
            again, _ = read(write(folder, f"from{source}", target, its_tree, language))
            assert again == deal, (source, target)


@pytest.mark.parametrize("sample", ["rail-iscs", "chem-dcs"])
@pytest.mark.parametrize("extension", FORMATS)
def test_a_whole_deal_is_the_same_in_every_format(sample: str, extension: str, tmp_path: Path) -> None:
    deal, tree = read(SAMPLES / sample / "deal.yaml")
    for language in ("zh", "en"):
        assert read(write(tmp_path, language, extension, tree, language))[0] == deal
