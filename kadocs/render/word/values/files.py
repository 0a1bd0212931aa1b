"""Files that values name: read through the function that the template was given, and only inside it."""

from __future__ import annotations

import errno
import re
from collections.abc import Callable

from kadocs.findings import Refused, Text
from kadocs.render.limits import USUAL, Limits
from kadocs.render.word.values.faults import BadFile

_OUTSIDE = re.compile(r"^(?:[A-Za-z][\w+.-]*:|[/\\~])|(?:^|[/\\])\.\.(?:[/\\]|$)|[\x00-\x1f]")


def read(files: Callable[[str], bytes] | None, name: str, limits: Limits = USUAL) -> bytes:
    """The bytes of a file by its name, relative to the folder that `files` reads from.

    Raises Fault (TPL053) for a name that leads elsewhere, for a missing or enormous file, and without
    `files`.
    """
    if _OUTSIDE.search(name) or not name.strip():
        raise BadFile(
            Text(
                f"不能使用“{name}”：文件要在允许的文件夹里面",
                f'"{name}" may not be used: files must lie inside their folder',
            ),
            Text(
                "请写相对于该文件夹的路径，例如 images/logo.png。",
                "Write a path within it, such as images/logo.png.",
            ),
        )
    if files is None:
        raise BadFile(
            Text(f"这里不能按路径读取文件“{name}”", f'the file "{name}" cannot be read by its path here'),
            Text(
                "请直接给出文件内容（bytes），或在建立 Template 时给出 files。",
                "Give the file's bytes, or give Template a `files` function.",
            ),
        )
    content = _read(files, name)
    if len(content) > limits.file:
        raise _too_large(name)
    return content


def _read(files: Callable[[str], bytes], name: str) -> bytes:
    try:
        return files(name.replace("\\", "/"))
    except Refused as refused:
        raise BadFile(refused.findings[0].message, refused.findings[0].hint) from None
    except (OSError, KeyError) as error:
        if isinstance(error, OSError) and error.errno == errno.EFBIG:
            raise _too_large(name) from error
        raise BadFile(
            Text(f"读不到文件“{name}”", f'the file "{name}" cannot be read'),
            Text("请检查文件名和所在的文件夹。", "Check its name and folder."),
        ) from error


def _too_large(name: str) -> BadFile:
    return BadFile(
        Text(f"文件“{name}”太大", f'the file "{name}" is too large'),
        Text(
            "请换一个小一些的文件；确实需要时可以调高 Limits.file（字节）。",
            "Use a smaller one; where it is right, raise Limits.file (in bytes).",
        ),
    )
