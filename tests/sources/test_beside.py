"""Pictures and documents are read from the given folders, and from nowhere else."""

from __future__ import annotations

from pathlib import Path

import pytest

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
