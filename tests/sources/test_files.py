import os
from pathlib import Path

import pytest

from kadocs import sources
from kadocs.findings import Finding, Refused
from kadocs.tree.node import place_of, plain


def write(folder: Path, files: dict[str, str]) -> Path:
    """The folder's deal.yaml, once all `files` are written."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder / "a" / "deal.yaml"


def refusal(path: Path) -> tuple[Finding, ...]:
    with pytest.raises(Refused) as caught:
        sources.read(path)
    return caught.value.findings


def test_included_files_lie_beneath_and_values_keep_their_places(tmp_path: Path) -> None:
    deal = write(
        tmp_path,
        {
            "a/deal.yaml": "include: [../account.yaml]\naccount:\n  id: K1\n",
            "account.yaml": "account:\n  id: K0\n  name: 华光\n",
        },
    )
    source = sources.read(deal)
    assert plain(source.node) == {"account": {"id": "K1", "name": "华光"}}
    assert place_of(source.node, ("account", "id")).in_("zh") == f"{tmp_path.as_posix()}/a/deal.yaml:3"
    assert place_of(source.node, ("account", "name")).in_("zh") == f"{tmp_path.as_posix()}/account.yaml:3"
    assert [path.name for path in source.files] == ["deal.yaml", "account.yaml"]


def test_of_two_included_files_the_first_is_nearer(tmp_path: Path) -> None:
    deal = write(
        tmp_path,
        {"a/deal.yaml": "include: [x.yaml, y.json]", "a/x.yaml": "k: x", "a/y.json": '{"k": "y", "l": "y"}'},
    )
    assert plain(sources.read(deal).node) == {"k": "x", "l": "y"}


@pytest.mark.parametrize("include", ["b.yaml", "[b.yaml]", "'.\\b.yaml'", "[b.yaml, b.yaml]"])
def test_one_name_is_enough_and_slashes_go_either_way(tmp_path: Path, include: str) -> None:
    deal = write(tmp_path, {"a/deal.yaml": f"include: {include}", "a/b.yaml": "k: b"})
    assert plain(sources.read(deal).node) == {"k": "b"}


@pytest.mark.parametrize("include", ["", "[]", "~"])
def test_an_include_left_blank_includes_nothing(tmp_path: Path, include: str) -> None:
    assert plain(sources.read(write(tmp_path, {"a/deal.yaml": f"include: {include}\nk: 1"})).node) == {
        "k": "1"
    }


@pytest.mark.parametrize(
    ("include", "code", "words"),
    [
        ("nowhere.yaml", "DATA020", "nowhere.yaml"),
        ("..", "DATA020", "找不到文件"),
        ("/etc/passwd", "DATA022", "绝对路径"),
        ("'C:\\deals\\b.yaml'", "DATA022", "绝对路径"),
        ("{a: b}", "DATA022", "列表"),
        ("[[b.yaml]]", "DATA022", "列表"),
        ("deal.yaml", "DATA023", "又引入了本文件"),
        ("notes.txt", "DATA021", "格式"),
    ],
)
def test_a_wrong_include_is_told_at_its_line(tmp_path: Path, include: str, code: str, words: str) -> None:
    deal = write(tmp_path, {"a/deal.yaml": f"k: 1\ninclude:\n  {include}\n", "a/notes.txt": ""})
    [finding] = refusal(deal)
    assert (finding.code, finding.place.line) == (code, 3)
    assert finding.place.file.endswith("a/deal.yaml")
    assert words in finding.message.zh and finding.hint.zh and finding.hint.en


def test_a_circle_over_several_files_is_told_where_it_closes(tmp_path: Path) -> None:
    deal = write(tmp_path, {"a/deal.yaml": "include: b.yaml", "a/b.yaml": "k: 1\ninclude: ../a/deal.yaml"})
    [finding] = refusal(deal)
    assert (finding.code, finding.place.file, finding.place.line) == (
        "DATA023",
        f"{tmp_path.as_posix()}/a/b.yaml",
        2,
    )


def test_the_problems_of_all_included_files_come_at_once(tmp_path: Path) -> None:
    deal = write(
        tmp_path,
        {
            "a/deal.yaml": "include: [x.yaml, y.yaml, z.yaml]",
            "a/x.yaml": "a: 'open",
            "a/y.yaml": "a: 1\na: 2",
        },
    )
    assert [finding.code for finding in refusal(deal)] == ["DATA002", "DATA003", "DATA020"]


def test_includes_that_fan_out_without_end_are_refused(tmp_path: Path) -> None:
    files = {f"a/f{n}.yaml": f"include: {[f'f{n + 1}.yaml'] * 4}" for n in range(8)}
    deal = write(tmp_path, {"a/deal.yaml": "include: f0.yaml", **files, "a/f8.yaml": "k: 1"})
    assert {finding.code for finding in refusal(deal)} == {"DATA023"}


def test_an_included_file_must_hold_names(tmp_path: Path) -> None:
    [finding] = refusal(write(tmp_path, {"a/deal.yaml": "include: b.yaml", "a/b.yaml": "- 1"}))
    assert (finding.code, finding.place.file) == ("DATA024", f"{tmp_path.as_posix()}/a/b.yaml")


@pytest.mark.parametrize("name", ["deal.yaml", "folder.yaml", "deal.xlsx", "deal.docx"])
def test_a_file_that_cannot_be_read_is_refused_by_name(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder.yaml").mkdir()
    [finding] = refusal(tmp_path / name)
    assert name in finding.message.zh and finding.hint.zh


@pytest.mark.skipif(
    os.name != "posix" or os.geteuid() == 0, reason="needs a file that its reader may not open"
)
def test_a_file_without_permission_is_refused(tmp_path: Path) -> None:
    deal = write(tmp_path, {"a/deal.yaml": ""})
    deal.chmod(0)
    [finding] = refusal(deal)
    assert "权限" in finding.hint.zh
