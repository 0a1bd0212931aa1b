"""The LibreOffice of this machine: where it is, and what it calls itself."""

from __future__ import annotations

import shutil
import subprocess
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

_NAMES = ("soffice", "libreoffice")
_USUAL = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
    "C:/Program Files (x86)/LibreOffice/program/soffice.exe",
)
_SECONDS = 30
"""How long it may take to say its version."""


@cache
def program() -> str | None:
    """LibreOffice's program, or None where it is not installed."""
    found = next(filter(None, map(shutil.which, _NAMES)), None)
    return found or next((path for path in _USUAL if Path(path).is_file()), None)


@cache
def version() -> str:
    """What LibreOffice calls itself, "LibreOffice 7.4.7.2"; empty where there is none that says so."""
    found = program()
    if found is None:
        return ""
    try:
        with TemporaryDirectory(prefix="kadocs-", ignore_cleanup_errors=True) as folder:
            asked = [*command(found, Path(folder)), "--version"]
            said = subprocess.run(asked, capture_output=True, stdin=subprocess.DEVNULL, timeout=_SECONDS)
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return " ".join(said.stdout.decode(errors="replace").split()[:2])


def command(found: str, profile: Path) -> list[str]:
    """How the program is called, with a profile of its own and without windows."""
    quiet = ["--headless", "--norestore", "--nolockcheck", "--nodefault", "--nologo"]
    return [found, f"-env:UserInstallation={profile.as_uri()}", *quiet]
