"""Which fonts of a document the laying-out machine lacks, and what takes their place."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from lxml import etree

from kadocs.findings import Finding, Place, Severity, Text
from kadocs.office import installed, profile, typefaces

_SECONDS = 20
_SAME_WIDTHS = ("Liberation", "Carlito", "Caladea", "Arimo", "Tinos", "Cousine")
"""Families drawn to take the place of Arial, Times New Roman, Calibri and the like, letter for letter."""

_STAND_INS = {name: stand_in for stand_in, names in profile.SUBSTITUTES.items() for name in names}

_REPLACED = Text(
    "这台机器没有字体“{name}”，排版时由“{stand_in}”代替",
    "this machine lacks the font “{name}”; “{stand_in}” takes its place",
)
_REPLACED_HINT = Text(
    "Word 文件里仍是原来的字体；PDF 要用它，请在这台机器上安装",
    "The Word file keeps the font; install it on this machine to have it in the PDF",
)
_OTHER_HINT = Text(
    "换行和页码会与 Word 里不同；请在这台机器上安装这个字体，或在样式里换用有的字体",
    "Lines and pages will break elsewhere than in Word; install the font on this machine, "
    "or use another in the styles",
)
_SHAPES_HINT = Text(
    "中文可能显示成日文字形或方框；请安装这个字体，或 Noto CJK（Debian/Ubuntu：apt install fonts-noto-cjk）",
    "Chinese may come out in Japanese shapes or as boxes; install the font, or Noto CJK "
    "(Debian/Ubuntu: apt install fonts-noto-cjk)",
)


def lacking(document: bytes) -> list[Finding]:
    """A finding for each font of a .docx that is replaced where it is laid out (OUT015).

    Empty where the machine has no fontconfig to ask. What takes the place of a Chinese font is known to
    have Chinese shapes, or this is a warning.
    """
    try:
        latin, chinese = typefaces.of(document)
    except (zipfile.BadZipFile, etree.XMLSyntaxError):
        return []
    found = [_latin(name) for name in latin] + [_chinese(name) for name in chinese]
    return list(dict.fromkeys(finding for finding in found if finding))


def _latin(name: str) -> Finding | None:
    if name in _STAND_INS:
        return _chinese(name)
    matched = _matched(name)
    if not matched or name.lower() in matched.lower().split(","):
        return None
    if matched.startswith(_SAME_WIDTHS):
        return _finding(Severity.INFO, name, matched, _REPLACED_HINT)
    return _finding(Severity.WARNING, name, matched, _OTHER_HINT)


def _chinese(name: str) -> Finding | None:
    matched = _matched(name)
    if not matched or name.lower() in matched.lower().split(","):
        return None
    if name in _STAND_INS and _STAND_INS[name] in matched:
        return _finding(Severity.INFO, name, _STAND_INS[name], _REPLACED_HINT)
    return _finding(Severity.WARNING, name, matched, _SHAPES_HINT)


def _finding(severity: Severity, name: str, matched: str, hint: Text) -> Finding:
    message = _REPLACED.fill(name=name, stand_in=matched.split(",")[0])
    return Finding("OUT015", severity, Place(installed.version()), message, hint)


@cache
def _matched(name: str) -> str:
    """The names of the font that fontconfig gives for a name; empty where there is nobody to ask."""
    asking = shutil.which("fc-match")
    if asking is None:
        return ""
    pattern = "".join(f"\\{letter}" if letter in "\\-:," else letter for letter in name)
    try:
        with TemporaryDirectory(prefix="kadocs-", ignore_cleanup_errors=True) as folder:
            said = subprocess.run(
                [asking, "-f", "%{family}", pattern],
                env=profile.fonts(Path(folder)),
                capture_output=True,
                stdin=subprocess.DEVNULL,
                timeout=_SECONDS,
            )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return said.stdout.decode(errors="replace")
