"""Writing: each file whole or not at all, archives of them, and the manifests of what they came from."""

from __future__ import annotations

import contextlib
import errno
import io
import json
import os
import secrets
import time
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from kadocs.findings import Place, Refused, Text, refuse

MANIFESTS = "manifest"
"""The folder of a deal's manifests. Each has a file of its own, so that builds at once lose nothing."""

_PREFIX, _SUFFIX = ".kadocs-", ".tmp"
_FIRST_DAY = (1980, 1, 1, 0, 0, 0)
"""The date of everything in an archive: the first that a zip file knows."""

# A file is in memory before it is written, so that no writer alive needs this long.
_STALE_SECONDS = 60.0

_FULL = Text("磁盘已满，没有写入", "the disk is full; nothing was written")
_FULL_HINT = Text(
    "请腾出空间后重试；原有文件未改动", "Free some space and try again; what was there is unchanged"
)
_DENIED = Text("不能写入", "cannot be written")
_DENIED_HINT = Text(
    "请关闭正在打开它的 Word 或 WPS，检查文件夹权限，或用 --out 选别的文件夹",
    "Close it in Word or WPS, check the folder's permissions, or choose another folder with --out",
)
_IN_THE_WAY = Text("这个名字已被一个文件夹占用", "a folder of that name is in the way")
_NOT_A_FOLDER = Text("这不是文件夹", "this is not a folder")
_RENAME_HINT = Text("请把它移开或改名", "Move it away, or rename it")
_FAILED = Text("写入失败：{why}", "writing failed: {why}")
_ELSEWHERE_HINT = Text("请用 --out 选别的文件夹", "Choose another folder with --out")


def ready(folder: Path) -> None:
    """Makes `folder` if need be, proves that it can be written, and clears what killed runs left in it.

    Raises `Refused` (OUT001) otherwise; call it before any work is done.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe = _temporary(folder)
        os.close(os.open(probe, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666))
        probe.unlink()
    except OSError as error:
        raise _refusal(folder, error) from None
    _clear(folder)


def write(path: Path, data: bytes) -> None:
    """Puts `data` into the file at `path`, whole or not at all; what was there stays until then.

    A link at `path` is replaced, not followed. Raises `Refused` (OUT001) where it cannot be done.
    """
    temporary = _temporary(path.parent)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _write_through(temporary, data)
        if path.is_dir() and not path.is_symlink():
            raise IsADirectoryError(errno.EISDIR, "")
        temporary.replace(path)
        _settle(path.parent)
    except OSError as error:
        raise _refusal(path, error) from None
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
    _clear(path.parent)


def remove(path: Path) -> None:
    """Take away the file at `path`, if there is one. Raises `Refused` (OUT001) where it cannot be done."""
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise _refusal(path, error) from None


def digest(data: bytes) -> str:
    """The SHA-256 of `data`, in hexadecimal."""
    return sha256(data).hexdigest()


def inputs(files: Iterable[Path], base: Path) -> list[dict[str, str]]:
    """Each file with its digest, named as seen from `base`; one that is gone by now has none."""
    return [{"file": named(path, base), "sha256": _digest_of(path)} for path in files]


def named(path: Path | str, base: Path) -> str:
    """The path as seen from `base`, so that a manifest is the same wherever the deal lies."""
    try:
        return Path(os.path.relpath(path, base)).as_posix()
    except ValueError:  # on another drive
        return Path(path).name


def record(folder: Path, name: str, entry: Mapping[str, object]) -> Path:
    """The manifest `name` of a deal's `folder`, written anew; all others stay as they are.

    The same entry gives the same bytes. Raises `Refused` as `write` does.
    """
    path = folder / MANIFESTS / f"{name}.json"
    write(path, (json.dumps(entry, ensure_ascii=False, indent=2) + "\n").encode())
    return path


def records(out: Path, *, holding: str) -> Iterator[tuple[Path, dict[str, object]]]:
    """The manifests of all deals below `out` that hold such an entry; what cannot be read is left out."""
    sign = f'"{holding}"'.encode()
    for path in sorted(out.glob(f"*/{MANIFESTS}/*.json")):
        with contextlib.suppress(OSError, ValueError):
            content = path.read_bytes()
            told = json.loads(content) if sign in content else None
            if isinstance(told, dict) and holding in told:
                yield path, told


def archive(files: Mapping[str, bytes]) -> bytes:
    """A zip archive of `files` by the names that they have in it; the same files give the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as zipped:
        for name in sorted(files):
            member = zipfile.ZipInfo(name, _FIRST_DAY)
            member.compress_type = zipfile.ZIP_DEFLATED
            member.create_system, member.external_attr = 3, 0o644 << 16  # else they name the system it ran on
            zipped.writestr(member, files[name])
    return out.getvalue()


def _digest_of(path: Path) -> str:
    try:
        return digest(path.read_bytes())
    except OSError:
        return ""


def _temporary(folder: Path) -> Path:
    # In the target's own folder, for a rename does not cross file systems.
    return folder / f"{_PREFIX}{secrets.token_hex(6)}{_SUFFIX}"


def _write_through(path: Path, data: bytes) -> None:
    with os.fdopen(
        os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY | getattr(os, "O_BINARY", 0), 0o666), "wb"
    ) as f:
        f.write(data)
        f.flush()
        os.fsync(f.fileno())


def _settle(folder: Path) -> None:
    """Makes the rename itself last through a power cut, where the system lets folders be synced."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _clear(folder: Path) -> None:
    for leftover in folder.glob(f"{_PREFIX}*{_SUFFIX}"):
        with contextlib.suppress(OSError):
            if time.time() - leftover.stat().st_mtime > _STALE_SECONDS:
                leftover.unlink()


def _refusal(path: Path, error: OSError) -> Refused:
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        message, hint = _FULL, _FULL_HINT
    elif error.errno == errno.EISDIR:
        message, hint = _IN_THE_WAY, _RENAME_HINT
    elif error.errno in (errno.ENOTDIR, errno.EEXIST):
        message, hint = _NOT_A_FOLDER, _RENAME_HINT
    elif error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        message, hint = _DENIED, _DENIED_HINT
    else:
        message, hint = _FAILED.fill(why=error.strerror or error), _ELSEWHERE_HINT
    return refuse("OUT001", Place(path.as_posix()), message, hint)
