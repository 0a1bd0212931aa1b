"""LibreOffice lays a document out: its PDF, and the page on which each bookmark lands. It only measures."""

from __future__ import annotations

import contextlib
import io
import json
import os
import re
import shutil
import signal
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from kadocs.findings import Place, Refused, Text, refuse

SECONDS = 180
"""How long one document may take; a hundred pages need about five."""

_NAMES = ("soffice", "libreoffice")
_USUAL = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "C:/Program Files (x86)/LibreOffice/program/soffice.exe",
)
_FILTER = {
    "ExportBookmarksToPDFDestination": {"type": "boolean", "value": "true"},
    "ExportBookmarks": {"type": "boolean", "value": "true"},
}
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop>
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
</item>
</oor:items>
"""
# Without these, a machine that lacks the Chinese fonts sets Chinese text in Japanese shapes.
_SUBSTITUTES = {
    "Noto Serif CJK SC": (
        "宋体",
        "SimSun",
        "新宋体",
        "NSimSun",
        "仿宋",
        "FangSong",
        "仿宋_GB2312",
        "楷体",
        "KaiTi",
    ),
    "Noto Sans CJK SC": ("黑体", "SimHei", "微软雅黑", "Microsoft YaHei", "等线", "DengXian"),
}

_ABSENT = Text("没有找到 LibreOffice", "LibreOffice was not found")
_ABSENT_HINT = Text(
    "生成 PDF 需要 LibreOffice（Debian/Ubuntu：apt install libreoffice-writer）；Word 文件不受影响",
    "PDF needs LibreOffice (Debian/Ubuntu: apt install libreoffice-writer); Word files do not",
)
_SLOW = Text(
    "LibreOffice 在 {n} 秒内没有完成排版", "LibreOffice did not finish the layout within {n} seconds"
)
_FAILED = Text("LibreOffice 没有生成 PDF", "LibreOffice made no PDF")
_FAILED_HINT = Text("请用 Word 打开文件并另存为 PDF", "Open the file in Word and save it as PDF there")


@dataclass(frozen=True, slots=True)
class Layout:
    """A document laid out: its PDF, and the page (from 1) on which each bookmark lands."""

    pdf: bytes
    pages: dict[str, int]


@cache
def program() -> str | None:
    """LibreOffice's program, or None where it is not installed."""
    found = next(filter(None, map(shutil.which, _NAMES)), None)
    return found or next((path for path in _USUAL if Path(path).is_file()), None)


@cache
def version() -> str:
    """What LibreOffice calls itself, "LibreOffice 7.4.7.2"; empty where it is not installed."""
    if program() is None:
        return ""
    with _workplace() as folder:
        said = _run([*_command(folder), "--version"], folder, "")
    return " ".join(said.split()[:2])


def lay_out(document: bytes, name: str) -> Layout:
    """The layout of a .docx; `name` is what findings call it.

    Raises `Refused`: OUT010 without LibreOffice, OUT011 where it fails or takes too long.
    """
    if program() is None:
        raise refuse("OUT010", Place(name), _ABSENT, _ABSENT_HINT)
    with _workplace() as folder:
        (folder / "document.docx").write_bytes(document)
        convert = ["--convert-to", f"pdf:writer_pdf_Export:{json.dumps(_FILTER)}", "--outdir", str(folder)]
        _run([*_command(folder), *convert, str(folder / "document.docx")], folder, name)
        # It says 0 even when it fails, so only the file counts.
        pdf = folder / "document.pdf"
        data = pdf.read_bytes() if pdf.is_file() else b""
    if not data.startswith(b"%PDF"):
        raise _failure(name)
    return Layout(_timeless(data, document), _pages(data, name))


def pages(document: bytes, name: str) -> dict[str, int]:
    """The page (from 1) on which each bookmark of a .docx lands. Raises `Refused` as `lay_out` does."""
    return lay_out(document, name).pages


def _pages(pdf: bytes, name: str) -> dict[str, int]:
    from pypdf import PdfReader  # heavy, and only needed here
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(io.BytesIO(pdf))
        found = {key: reader.get_destination_page_number(at) for key, at in reader.named_destinations.items()}
    except PyPdfError:
        raise _failure(name) from None
    return {_bookmark(key): page + 1 for key, page in found.items() if page is not None}


def _timeless(pdf: bytes, document: bytes) -> bytes:
    """The PDF with a fixed date and an id drawn from its document: the same document, the same bytes."""
    stamp = sha256(document).hexdigest()[:32].upper().encode()
    dated = re.sub(rb"(/CreationDate\(D:)\d{14}", rb"\g<1>19800101000000", pdf)
    return re.sub(rb"(/ID \[ <|\n<|/DocChecksum /)[0-9A-F]{32}", lambda found: found[1] + stamp, dated)


def _bookmark(destination: str) -> str:
    """The bookmark behind a destination, in which LibreOffice writes `_` as `/5F`."""
    return re.sub(r"/([0-9A-F]{2})", lambda match: chr(int(match[1], 16)), destination)


@contextlib.contextmanager
def _workplace() -> Iterator[Path]:
    """A folder for one run with its own profile and fonts, gone afterwards."""
    with TemporaryDirectory(prefix="kadocs-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        (folder / "profile" / "user").mkdir(parents=True)
        (folder / "profile" / "user" / "registrymodifications.xcu").write_text(_SETTINGS, "utf-8")
        (folder / "fonts.conf").write_text(_fonts(), "utf-8")
        yield folder


def _command(folder: Path) -> list[str]:
    profile = (folder / "profile").as_uri()
    quiet = ["--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo"]
    return [program() or "", f"-env:UserInstallation={profile}", *quiet]


def _run(command: list[str], folder: Path, name: str) -> str:
    """What the command prints; it and all that it started end with this call."""
    environment = {**os.environ, "FONTCONFIG_FILE": str(folder / "fonts.conf")}
    with subprocess.Popen(
        command,
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as process:
        try:
            output, _ = process.communicate(timeout=SECONDS)
        except subprocess.TimeoutExpired:
            raise refuse("OUT011", Place(name), _SLOW.fill(n=SECONDS), _FAILED_HINT) from None
        finally:
            _end(process)
    return output.decode(errors="replace")


def _end(process: subprocess.Popen[bytes]) -> None:
    # The program is a script that starts others: they share its session.
    with contextlib.suppress(OSError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()


def _fonts() -> str:
    usual = os.environ.get("FONTCONFIG_FILE", "/etc/fonts/fonts.conf")
    aliases = "".join(
        f'<alias binding="same"><family>{family}</family>'
        f"<accept><family>{stand_in}</family></accept></alias>\n"
        for stand_in, families in _SUBSTITUTES.items()
        for family in families
    )
    head = '<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig>\n'
    return f'{head}{aliases}<include ignore_missing="yes">{usual}</include>\n</fontconfig>\n'


def _failure(name: str) -> Refused:
    return refuse("OUT011", Place(name), _FAILED, _FAILED_HINT)
