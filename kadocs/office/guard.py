"""Keeps the programs that one Python process starts: when that process is gone, however it went, so are they.

Run as a script, `python guard.py FOLDER FILE`. Each line of its input is a command, a JSON list, to be
started; when one ends, the number of its line is printed. At the end of the input, which comes also when
the other process was killed, what still runs is killed, and the folder and the file are removed. Nothing of
kadocs is imported, so that this starts at once.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import signal
import subprocess
import sys
import threading
from pathlib import Path


def main(folder: str, file: str) -> None:
    """Run the commands of the input until it ends."""
    running: list[subprocess.Popen[bytes]] = []
    for number, line in enumerate(sys.stdin):
        program = _started(json.loads(line))
        if program is None:
            print(number, flush=True)
            continue
        running.append(program)
        threading.Thread(target=_tell, args=(program, number), daemon=True).start()
    for program in running:
        if program.poll() is None:
            _kill(program)
            program.wait()
    shutil.rmtree(folder, ignore_errors=True)
    with contextlib.suppress(OSError):
        if file:
            Path(file).unlink()


def _started(command: list[str]) -> subprocess.Popen[bytes] | None:
    try:
        return subprocess.Popen(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        return None


def _tell(program: subprocess.Popen[bytes], number: int) -> None:
    program.wait()
    _kill(program)  # what it left behind
    with contextlib.suppress(OSError):  # nobody is left to be told
        print(number, flush=True)


def _kill(program: subprocess.Popen[bytes]) -> None:
    """End a program and all that it started: LibreOffice's is a script that starts others, in one session."""
    with contextlib.suppress(OSError):
        if hasattr(os, "killpg"):
            os.killpg(program.pid, signal.SIGKILL)
        else:
            program.kill()


if __name__ == "__main__":
    with contextlib.suppress(KeyboardInterrupt):
        main(*sys.argv[1:])
