"""One LibreOffice serves many documents, is replaced where it fails, and is never left behind."""

import io
import multiprocessing
import os
import signal
import stat
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import docx
import pytest

from kadocs import office
from kadocs.findings import Refused
from kadocs.office import converting, installed, pipe

needs_office = pytest.mark.skipif(office.program() is None, reason="LibreOffice is not installed")
needs_proc = pytest.mark.skipif(
    not Path("/proc/self/cmdline").exists(), reason="processes are not files here"
)


@pytest.fixture(autouse=True)
def its_own_office():
    """No test is served by the LibreOffice of another."""
    office.stop()
    yield
    office.stop()


def document(text: str = "正文") -> bytes:
    word = docx.Document()
    word.add_paragraph(text)
    stream = io.BytesIO()
    word.save(stream)
    return stream.getvalue()


def laid_out(name: str = "a.docx") -> bool:
    return office.lay_out(document(), name).pdf.startswith(b"%PDF")


def running(folder: object) -> list[int]:
    """The processes that work in a folder."""
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            if str(folder).encode() in path.read_bytes():
                found.append(int(path.parent.name))
        except OSError:  # it has just ended
            continue
    return found


def of_office() -> list[int]:
    """The processes of our LibreOffice, without the guard."""
    assert converting._process
    folder = converting._process._folder
    return [pid for pid in running(folder) if b"guard.py" not in Path(f"/proc/{pid}/cmdline").read_bytes()]


def send(number: int) -> None:
    for pid in of_office():
        os.kill(pid, number)


def said(refused: pytest.ExceptionInfo[Refused]) -> str:
    [finding] = refused.value.findings
    assert finding.code == "OUT011"
    assert finding.hint.zh
    return finding.message.en


def soon(true, seconds: float = 10) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if true():
            return True
        time.sleep(0.05)
    return False


@needs_office
def test_one_libreoffice_serves_all_documents_of_a_process_also_from_threads():
    with ThreadPoolExecutor(4) as pool:
        assert all(pool.map(laid_out, ["a.docx"] * 8))
    assert converting._process
    assert converting._process.served == 8


@needs_office
def test_after_so_many_documents_another_takes_its_place(monkeypatch):
    monkeypatch.setattr(converting, "MOST", 2)
    served = []
    for _ in range(3):
        assert laid_out()
        served.append(converting._process.served)
    assert served == [1, 2, 1]


@needs_office
@needs_proc
def test_one_that_is_killed_while_it_lays_out_is_replaced_and_the_document_is_made():
    assert laid_out()
    send(signal.SIGSTOP)  # so that it is certain to be at work when it is killed
    threading.Timer(0.3, send, [signal.SIGKILL]).start()
    assert laid_out()
    assert converting._process.served == 1


@needs_office
@needs_proc
def test_one_that_hangs_is_ended_with_all_its_processes_and_replaced(monkeypatch):
    assert laid_out()
    folder = converting._process._folder
    send(signal.SIGSTOP)
    with monkeypatch.context() as patch:
        patch.setattr(converting, "SECONDS", 5)
        assert laid_out()
    assert not running(folder)
    assert not folder.exists()


class Failing:
    """A LibreOffice that fails on one document and serves all others."""

    def __init__(self, error: type[Exception]) -> None:
        self.error = error
        self.started = 0

    def __call__(self, program: str, seconds: float) -> "Failing":
        self.started += 1
        self.program, self.served = program, 0
        return self

    def convert(self, data: bytes, suffix: str, target: str, seconds: float) -> bytes:
        self.served += 1
        if data == b"bad":
            raise self.error
        return data

    def end(self) -> None:
        pass


@pytest.mark.parametrize(
    ("error", "starts", "message"),
    [
        (ConnectionError, 3, "LibreOffice ended unexpectedly on this file, twice"),
        (TimeoutError, 3, "LibreOffice did not finish this file within 180 seconds"),
        (OSError, 2, "the folder for temporary files, which LibreOffice needs, cannot be written"),
    ],
)
def test_a_document_that_ends_it_twice_fails_alone(monkeypatch, error, starts, message):
    failing = Failing(error)
    monkeypatch.setattr(converting, "Process", failing)
    monkeypatch.setattr(installed, "program", lambda: "soffice")
    assert converting.convert(b"good", ".docx", "pdf", "a.docx") == b"good"
    with pytest.raises(Refused) as refused:
        converting.convert(b"bad", ".docx", "pdf", "b.docx")
    assert said(refused).startswith(message)
    assert refused.value.findings[0].place.file == "b.docx"
    assert converting.convert(b"good", ".docx", "pdf", "c.docx") == b"good"
    assert failing.started == starts


@pytest.mark.parametrize("does", ["exit 0", "exit 81", "sleep 60 & sleep 60"])
def test_a_program_that_makes_nothing_or_takes_too_long_is_ended_and_refused(tmp_path, monkeypatch, does):
    fake = tmp_path / "soffice"
    fake.write_text(f"#!/bin/sh\n{does}\n")
    fake.chmod(fake.stat().st_mode | stat.S_IEXEC)
    monkeypatch.setattr(installed, "program", lambda: str(fake))
    monkeypatch.setattr(converting, "SECONDS", 0.5)
    began = time.monotonic()
    with pytest.raises(Refused) as refused:
        laid_out()
    assert said(refused)
    office.stop()
    assert time.monotonic() - began < 5
    assert not running(fake)


def test_a_program_that_is_not_there_any_more_is_refused(monkeypatch):
    monkeypatch.setattr(installed, "program", lambda: "/nowhere/soffice")
    with pytest.raises(Refused) as refused:
        laid_out()
    assert said(refused)


@needs_office
def test_where_a_running_one_takes_no_orders_it_is_called_once_a_document(monkeypatch):
    monkeypatch.setattr(pipe, "known", lambda: False)
    assert laid_out()
    assert laid_out()
    assert converting._process.served == 2


def test_without_room_for_its_folder_it_is_refused_and_says_where_to_look(tmp_path, monkeypatch):
    monkeypatch.setattr(installed, "program", lambda: "soffice")
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "nowhere"))
    with pytest.raises(Refused) as refused:
        laid_out()
    assert "temporary files" in said(refused)
    assert "TMPDIR" in refused.value.findings[0].hint.en


_PARENT = """
import sys, time
from kadocs.office import converting
from tests.office.test_converting import laid_out
assert laid_out()
print(converting._process._folder, converting._process._pipe, flush=True)
{then}
"""


@needs_office
@needs_proc
@pytest.mark.parametrize("how", [None, signal.SIGTERM, signal.SIGKILL, signal.SIGINT])
def test_when_the_python_process_ends_however_libreoffice_ends_and_nothing_is_left(how):
    script = _PARENT.format(then="time.sleep(60)" if how else "")
    with subprocess.Popen(
        [sys.executable, "-c", script], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as parent:
        folder, listening = parent.stdout.readline().split()
        if how:
            assert running(folder)
            parent.send_signal(how)
    assert soon(lambda: not running(folder))
    assert soon(lambda: not Path(folder).exists())
    assert soon(lambda: not Path(listening).exists())


@needs_office
@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.filterwarnings("ignore:.*multi-threaded.*:DeprecationWarning")
def test_a_forked_process_has_a_libreoffice_of_its_own():
    assert laid_out()
    ours = converting._process._folder
    child = multiprocessing.get_context("fork").Process(target=_in_a_fork, args=(ours,))
    child.start()
    child.join(60)
    assert child.exitcode == 0
    assert laid_out()
    assert converting._process._folder == ours
    assert converting._process.served == 2


def _in_a_fork(others: Path) -> None:
    assert converting._process is None
    assert laid_out()
    assert converting._process._folder != others
