"""Pictures and documents are read from the given folders, and from nowhere else."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from kadocs.render.word.values import files
from kadocs.render.word.values.faults import BadFile
from kadocs.sources import Beside


def test_the_first_folder_that_has_a_file_gives_it(tmp_path: Path) -> None:
    for folder, name in (("a", "logo.png"), ("b", "logo.png"), ("b", "images/site.png")):
        path = tmp_path / folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(folder.encode())
    read = Beside((tmp_path / "a", tmp_path / "b"))
    assert (read("logo.png"), read("images/site.png")) == (b"a", b"b")


@pytest.mark.parametrize("name", ["none.png", "../secret.txt", "link.txt", "", "."])
def test_what_is_not_inside_a_folder_is_not_read(name: str, tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("x")
    inside = tmp_path / "inside"
    inside.mkdir()
    (inside / "link.txt").symlink_to(tmp_path / "secret.txt")
    with pytest.raises(OSError):
        Beside((inside,))(name)


def test_an_enormous_file_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "a.png").write_bytes(b"12345")
    assert Beside((tmp_path,), largest=5)("a.png") == b"12345"
    with pytest.raises(OSError) as caught:
        Beside((tmp_path,), largest=4)("a.png")
    assert caught.value.errno == errno.EFBIG
    with pytest.raises(BadFile) as told:
        files.read(Beside((tmp_path,), largest=4), "a.png")
    assert "Limits.file" in told.value.hint.en


def test_links_in_a_circle_are_no_file(tmp_path: Path) -> None:
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    with pytest.raises(OSError):
        Beside((tmp_path,))("a")


def test_what_was_read_is_remembered(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"1")
    read: dict[Path, bytes] = {}
    reader = Beside((tmp_path,)).remembering(read)
    assert (reader("a"), read) == (b"1", {(tmp_path / "a").resolve(): b"1"})
