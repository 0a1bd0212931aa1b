"""LibreOffice opens every document that the tests make kadocs write, and finds all of its words.

Each document is kept once, beside the name of the test that first made it, in a folder that all the
processes of a run share. When their tests are done, one more test hands the documents to LibreOffice, many
at a time. It refuses an archive and XML that are broken, but takes anything else for a text: what is no
archive is told before. `--leave-closed` leaves that test out where only others are of interest.
"""

import contextlib
import functools
import hashlib
import os
import re
import signal
import subprocess
import zipfile
import zlib
from collections.abc import Callable, Generator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from docx.oxml.ns import qn
from lxml import etree

from kadocs import office
from kadocs.render.word import Template, annotate

# A process of LibreOffice stops without a word after some two hundred documents.
_AT_ONCE = 100
_SECONDS = 180
_UNSEEN = {qn("w:del"), qn("w:moveFrom"), qn("w:txbxContent"), qn("w:fldSimple")}


class Kept:
    """The documents of a run: each once, as a file named by its digest, beside the test that made it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.test = ""

    def keep(self, document: bytes) -> bytes:
        """The document, which is now kept."""
        path = self.folder / f"{hashlib.sha256(document).hexdigest()[:32]}.docx"
        if not path.exists():
            path.with_suffix(".test").write_text(self.test, "utf-8")
            path.write_bytes(document)
        return document

    def keeping(self, write: Callable[..., bytes]) -> Callable[..., bytes]:
        """A function that writes documents, each of which is kept."""

        @functools.wraps(write)
        def writing(*words: object, **options: object) -> bytes:
            return self.keep(write(*words, **options))

        return writing

    def complaints(self) -> list[str]:
        """What is wrong with which document, and the test that made it."""
        found = closed(sorted(self.folder.glob("*.docx")))
        return [f"{path.with_suffix('.test').read_text('utf-8')}: {why}" for path, why in found.items()]


def closed(documents: list[Path]) -> dict[Path, str]:
    """The documents that do not open, each with the reason."""
    found = {path: why for path in documents if (why := _broken(path))}
    sound = [path for path in documents if path not in found]
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        read = _read(pool, [sound[n : n + _AT_ONCE] for n in range(0, len(sound), _AT_ONCE)])
        # One that ends LibreOffice takes others along: each is asked for again, alone.
        read |= _read(pool, [[path] for path in sound if path not in read])
    for path in sound:
        if path not in read:
            found[path] = "LibreOffice does not open it"
        elif lost := [text for text in words(path) if text not in read[path]]:
            found[path] = f"LibreOffice leaves out {lost[0]!r}"
    return found


def _broken(path: Path) -> str:
    try:
        with zipfile.ZipFile(path) as archive:
            damaged = archive.testzip()
    except (zipfile.BadZipFile, zlib.error) as error:
        return f"it is no archive: {error}"
    return f"it is no archive: {damaged} is damaged" if damaged else ""


def _read(pool: ThreadPoolExecutor, batches: list[list[Path]]) -> dict[Path, str]:
    """The text of each document that opens, without white space."""
    return {path: text for read in pool.map(_texts, batches) for path, text in read.items()}


def _texts(documents: list[Path]) -> dict[Path, str]:
    return {
        path: _squeezed(text.decode("utf-8-sig")) for path, text in converted(documents, "txt:Text").items()
    }


def converted(documents: list[Path], target: str) -> dict[Path, bytes]:
    """What LibreOffice makes of each document that it opens; `target` is a suffix, and a filter."""
    with TemporaryDirectory(ignore_cleanup_errors=True) as name:
        profile = f"-env:UserInstallation={Path(name, 'profile').as_uri()}"
        options = ["--headless", "--norestore", "--nolockcheck", "--convert-to", target, "--outdir", name]
        _run([office.program() or "", profile, *options, *map(str, documents)])
        made = {path: Path(name, f"{path.stem}.{target.partition(':')[0]}") for path in documents}
        return {path: result.read_bytes() for path, result in made.items() if result.exists()}


def _run(command: list[str]) -> None:
    """Run it to its end, or for as long as it may take; what it started ends with it."""
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    ) as process:
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(_SECONDS)
        with contextlib.suppress(OSError):
            os.killpg(process.pid, signal.SIGKILL)


def words(path: Path) -> list[str]:
    """The texts of a document's body outside of text boxes and fields, without white space."""
    with zipfile.ZipFile(path) as archive:
        body = etree.fromstring(archive.read("word/document.xml"), etree.XMLParser(huge_tree=True))
    found, fields = [], 0
    for element in body.iter(qn("w:fldChar"), qn("w:t")):
        if element.tag == qn("w:fldChar"):
            fields += {"begin": 1, "end": -1}.get(element.get(qn("w:fldCharType"), ""), 0)
        elif not fields and not _UNSEEN & {each.tag for each in element.iterancestors()}:
            found.append(_squeezed(element.text or ""))
    return found


def _squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


class EveryDocument(pytest.Item):
    """The test that comes after all others."""

    kept: Kept

    def runtest(self) -> None:
        if office.program() is None:
            pytest.skip("LibreOffice is not installed")
        complaints = self.kept.complaints()
        assert not complaints, "\n".join(complaints)

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: Any = None) -> str:
        return str(excinfo.value) if excinfo.errisinstance(AssertionError) else str(excinfo.getrepr())

    def reportinfo(self) -> tuple[Path, None, str]:
        return self.path, None, self.name


class Opening:
    """The part of a run that keeps its documents and adds the test of them at its end."""

    def __init__(self, folder: Path, *, last: bool) -> None:
        self._kept = Kept(folder)
        self._last = last
        Template.render = self._kept.keeping(Template.render)  # type: ignore[method-assign]
        annotate.annotated = self._kept.keeping(annotate.annotated)

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_logstart(self, nodeid: str) -> None:
        """Remember which test runs."""
        self._kept.test = nodeid

    @pytest.hookimpl(optionalhook=True)
    def pytest_configure_node(self, node: Any) -> None:
        """Tell each process of pytest-xdist the folder."""
        node.workerinput["documents"] = str(self._kept.folder)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtestloop(self, session: pytest.Session) -> Generator[None, object, object]:
        """Run the test of all documents when the others are done."""
        done = yield
        if self._last and any(self._kept.folder.iterdir()):
            name = "LibreOffice opens every document that the tests made"
            item = EveryDocument.from_parent(session, name=name, nodeid=f"tests/opening.py::{name}")
            item.kept = self._kept
            item.ihook.pytest_runtest_protocol(item=item, nextitem=None)
        return done
