"""Files are written whole or not at all, and the manifest says what they came from."""

import json
import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from kadocs import pack
from kadocs.findings import Refused

root = pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() == 0, reason="root may write anywhere")


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_written_with_its_folders_and_nothing_else(tmp_path):
    pack.write(tmp_path / "客户 A" / "建议书.docx", b"new")
    assert (tmp_path / "客户 A" / "建议书.docx").read_bytes() == b"new"
    assert names(tmp_path / "客户 A") == ["建议书.docx"]


def test_an_older_file_is_replaced(tmp_path):
    (tmp_path / "a").write_bytes(b"old")
    pack.write(tmp_path / "a", b"new")
    assert (tmp_path / "a").read_bytes() == b"new"


def test_a_link_is_replaced_and_what_it_pointed_to_is_untouched(tmp_path):
    (tmp_path / "precious").write_bytes(b"precious")
    (tmp_path / "a").symlink_to(tmp_path / "precious")
    pack.write(tmp_path / "a", b"new")
    assert (tmp_path / "precious").read_bytes() == b"precious"
    assert not (tmp_path / "a").is_symlink()


def test_a_folder_in_the_way_is_refused(tmp_path):
    (tmp_path / "a").mkdir()
    with pytest.raises(Refused) as refused:
        pack.write(tmp_path / "a", b"new")
    assert refused.value.findings[0].code == "OUT001"
    assert names(tmp_path) == ["a"]


@pytest.mark.parametrize("step", ["replace", "fsync"])
def test_a_failure_keeps_the_old_file_and_leaves_no_other(tmp_path, monkeypatch, step):
    (tmp_path / "a").write_bytes(b"old")

    def fail(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path if step == "replace" else os, step, fail)
    with pytest.raises(Refused) as refused:
        pack.write(tmp_path / "a", b"new")
    assert "磁盘已满" in refused.value.findings[0].message.zh
    assert (tmp_path / "a").read_bytes() == b"old"
    assert names(tmp_path) == ["a"]


def test_an_interruption_leaves_nothing_behind(tmp_path, monkeypatch):
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        pack.write(tmp_path / "a", b"new")
    assert names(tmp_path) == []


def test_a_folder_is_made_ready(tmp_path):
    pack.ready(tmp_path / "x" / "out")
    assert names(tmp_path / "x" / "out") == []


def test_a_file_where_the_folder_should_be_is_refused(tmp_path):
    (tmp_path / "out").write_bytes(b"")
    for folder in (tmp_path / "out", tmp_path / "out" / "deeper"):
        with pytest.raises(Refused) as refused:
            pack.ready(folder)
        assert refused.value.findings[0].code == "OUT001"


@root
def test_a_folder_that_may_not_be_written_is_refused(tmp_path):
    tmp_path.chmod(0o500)
    with pytest.raises(Refused):
        pack.ready(tmp_path)
    tmp_path.chmod(0o700)


def test_what_a_killed_run_left_is_cleared_but_not_what_a_running_one_is_writing(tmp_path):
    for name in (".kadocs-1.tmp", ".kadocs-2.tmp"):
        (tmp_path / name).write_bytes(b"half")
    os.utime(tmp_path / ".kadocs-1.tmp", (0, 0))
    pack.ready(tmp_path)
    assert names(tmp_path) == [".kadocs-2.tmp"]


def test_each_manifest_is_a_file_of_its_own_so_that_builds_at_once_lose_none(tmp_path):
    wanted = [f"letter.{n}" for n in range(40)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda name: pack.record(tmp_path, name, {"name": name}), wanted))
    told = [json.loads(path.read_bytes())["name"] for path in (tmp_path / "manifest").iterdir()]
    assert sorted(told) == sorted(wanted)


def test_a_manifest_is_written_anew(tmp_path):
    pack.record(tmp_path, "letter.zh", {"draft": True})
    path = pack.record(tmp_path, "letter.zh", {"draft": False})
    assert json.loads(path.read_bytes()) == {"draft": False}


def test_inputs_are_named_from_the_deal_so_that_a_manifest_does_not_tell_where_it_was_made(tmp_path):
    (tmp_path / "deal").mkdir()
    for name in ("account.yaml", "deal/deal.yaml"):
        (tmp_path / name).write_bytes(b"x")
    found = pack.inputs([tmp_path / "deal/deal.yaml", tmp_path / "account.yaml"], tmp_path / "deal")
    assert [each["file"] for each in found] == ["deal.yaml", "../account.yaml"]
    assert found[0]["sha256"] == pack.digest(b"x")
