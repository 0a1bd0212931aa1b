"""What kadocs.yaml says for all deals below it."""

from pathlib import Path

import pytest

from kadocs import workspace
from kadocs.findings import Refused
from kadocs.tree.node import plain


def test_there_is_none_without_its_file(world):
    assert workspace.find(world.folder) is None


def test_it_is_found_from_any_folder_inside_and_its_paths_are_from_there(world, monkeypatch):
    world.write("kadocs.yaml", "vendor: {legal_name: 云岭}\nlanguage: en\nout: 文档\n")
    monkeypatch.chdir(world.folder / "deals" / "a")
    found = workspace.find(Path())
    assert found.deals.resolve() == world.folder / "deals"
    assert found.out.resolve() == world.folder / "文档"
    assert [folder.resolve() for folder in found.templates] == [world.templates]
    assert plain(found.defaults) == {"vendor": {"legal_name": "云岭"}, "language": "en"}


@pytest.mark.parametrize("said", ["[北城地铁公司, 南湾机场]", "北城地铁公司、南湾机场"])
def test_it_lists_other_customers_whom_no_bid_may_name(world, said):
    world.write("kadocs.yaml", f"other_customers: {said}\n")
    assert workspace.find(Path()).other_customers == ("北城地铁公司", "南湾机场")


def test_in_its_own_folder_the_paths_are_short(world):
    world.write("kadocs.yaml", "")
    found = workspace.find(Path())
    assert (found.deals, found.out, found.defaults) == (Path("deals"), Path("out"), None)


def test_without_a_folder_of_deals_the_workspace_itself_is_searched(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "kadocs.yaml").write_text("# nothing yet\n", "utf-8")
    assert workspace.find(Path()).deals == Path()


@pytest.mark.parametrize(
    ("text", "line"),
    [("vendr: {}", 1), ("out: [a]", 1), ("- a", 1), ("vendor: {}\ntemplate: x", 2), ("a: [", 1)],
)
def test_a_wrong_one_is_refused_at_its_line(world, text, line):
    world.write("kadocs.yaml", text)
    with pytest.raises(Refused) as refused:
        workspace.find(world.folder)
    [finding] = refused.value.findings
    assert (finding.place.file, finding.place.line) == ("kadocs.yaml", line)
    assert finding.hint.zh


def look(world, text):
    world.write("kadocs.yaml", text)
    return workspace.find(Path()).look


def test_without_a_word_chinese_documents_look_like_bids(world):
    assert (look(world, "").zh, look(world, "").en) == ("bid", "english")


def test_a_style_is_said_for_all_languages_or_for_each(world):
    assert look(world, "style: modern")[:2] == ("modern", "modern")
    assert look(world, "style: {zh: gongwen}")[:2] == ("gongwen", "english")


def test_the_brand_has_colours_and_fonts(world):
    found = look(world, 'brand: {primary: "#1f3864", fonts: {east_asian: 楷体}}')
    assert (found.primary, found.accent, found.latin, found.east_asian) == ("1F3864", "", "", "楷体")


@pytest.mark.parametrize("brand", ["primary: navy", "accent: '#12'", "fonts: Arial", "colour: '123456'"])
def test_a_bad_brand_is_told_at_its_line(world, brand):
    with pytest.raises(Refused) as caught:
        look(world, f"language: zh\nbrand:\n  {brand}\n")
    [finding] = caught.value.findings
    assert (finding.code, finding.place.line) == ("CFG013", 3)
