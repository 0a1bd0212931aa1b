"""A LibreOffice of our own: it is kept running and serves one document after another."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path
from tempfile import mkdtemp

from kadocs.office import guard, installed, pipe, profile

_START = 30
"""How many seconds it may take to start; one or two are the rule."""

_PAUSE = 0.02
"""How many seconds lie between two looks whether it has started."""

_OPEN = "private:factory/swriter"
"""A new document: LibreOffice ends after an order unless one is open."""


class Process:
    """One LibreOffice with a profile and a folder of its own; it ends with this Python process at the latest.

    Where it takes no orders while it runs (on Windows, or in a build that speaks otherwise), the program is
    called once a document, with the same profile. `seconds` bound its start.
    Raises `OSError` where there is no room for its folder.
    """

    def __init__(self, program: str, seconds: float) -> None:
        self.program = program
        self.served = 0
        self._folder = Path(mkdtemp(prefix="kadocs-")).resolve()
        self._command = installed.command(program, profile.at(self._folder))
        self._pipe = pipe.path(profile.at(self._folder)) if pipe.known() else None
        try:
            environment = profile.prepare(self._folder)
        except OSError:
            shutil.rmtree(self._folder, ignore_errors=True)
            raise
        self._commands = _Commands(self._folder, self._pipe, environment)
        self._warm = self._pipe is not None and self._start(self._pipe, min(seconds, _START))

    def convert(self, data: bytes, suffix: str, target: str, seconds: float) -> bytes:
        """A file of the kind `suffix` as LibreOffice's filter `target` writes it; empty where it could not.

        Raises `ConnectionError` where it ended meanwhile, `TimeoutError` after so many seconds; it is of
        no use after either.
        """
        self.served += 1
        place = self._folder / str(self.served)
        place.mkdir()
        source, made = place / f"document{suffix}", place / "made"
        source.write_bytes(data)
        try:
            self._order(["--convert-to", target, "--outdir", str(made), str(source)], seconds)
            # It says that all went well even when nothing did: only the file counts.
            return next((file.read_bytes() for file in made.glob("*")), b"")
        finally:
            shutil.rmtree(place, ignore_errors=True)

    def end(self) -> None:
        """End it, with all that it started, and remove its folder."""
        self._commands.end()
        shutil.rmtree(self._folder, ignore_errors=True)

    def leave(self) -> None:
        """Let go of it in a copy of the Python process: it serves, and ends with, the one that started it."""
        self._commands.leave()

    def _start(self, listening: Path, seconds: float) -> bool:
        """Whether it runs and takes orders."""
        number = self._commands.run([*self._command, _OPEN])
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0 and not self._commands.has_ended(number):
            with contextlib.suppress(ConnectionError, TimeoutError):
                pipe.ask(listening, self._command[2:], left)
                return True
            time.sleep(_PAUSE)
        return False

    def _order(self, arguments: list[str], seconds: float) -> None:
        if not self._warm or self._pipe is None:
            self._commands.wait(self._commands.run([*self._command, *arguments]), seconds)
            return
        pipe.ask(self._pipe, [*self._command[2:], *arguments], seconds)


class _Commands:
    """The programs that run under the guard, each with a number."""

    def __init__(self, folder: Path, file: Path | None, environment: dict[str, str]) -> None:
        self._started = 0
        self._ended: set[int] = set()
        self._lost = False
        self._change = threading.Condition()
        # Bare descriptors, for a copy of this process must close them without touching a lock.
        orders, self._orders = os.pipe()
        self._endings, endings = os.pipe()
        self._guard = subprocess.Popen(
            [sys.executable, "-I", "-S", guard.__file__, str(folder), str(file or "")],
            env=environment,
            stdin=orders,
            stdout=endings,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # it must outlive Ctrl-C, to clear up
        )
        os.close(orders)
        os.close(endings)
        threading.Thread(target=self._listen, daemon=True).start()

    def run(self, command: list[str]) -> int:
        """Start a program; its number. Raises `ConnectionError` where the guard is gone."""
        try:
            os.write(self._orders, f"{json.dumps(command)}\n".encode())
        except OSError:
            raise ConnectionError from None
        self._started += 1
        return self._started - 1

    def has_ended(self, number: int) -> bool:
        """Whether a program has ended, or is no longer guarded."""
        return self._lost or number in self._ended

    def wait(self, number: int, seconds: float) -> None:
        """Return when a program has ended. Raises `TimeoutError`, `ConnectionError`."""
        with self._change:
            if not self._change.wait_for(lambda: self.has_ended(number), seconds):
                raise TimeoutError
        if self._lost:
            raise ConnectionError

    def end(self) -> None:
        """End the programs that run, and the guard."""
        os.close(self._orders)
        try:
            self._guard.wait(_START)
        except subprocess.TimeoutExpired:
            self._guard.kill()
            self._guard.wait()

    def leave(self) -> None:
        """Close what a copy of the process holds of them."""
        os.close(self._orders)
        os.close(self._endings)
        self._guard.returncode = 0  # its end is for the other process to see

    def _listen(self) -> None:
        rest = b""
        while said := os.read(self._endings, 4096):
            *numbers, rest = (rest + said).split(b"\n")
            with self._change:
                self._ended.update(map(int, numbers))
                self._change.notify_all()
        with self._change:
            self._lost = True
            self._change.notify_all()
        os.close(self._endings)
