"""What the commands that write one file ask alike: its kind, and that it replaces nothing that is wanted."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from kadocs.cli.speech import Mistake
from kadocs.findings import Text

_KIND = Text("要写的文件应以 {kinds} 结尾，不是 {f}", "the file to write ends with {kinds}, not {f}")
_ITSELF = Text(
    "{f} 就是要读取的文件，会被覆盖；请换一个文件名",
    "{f} is what is read, and would be replaced; choose another name",
)


def target(out: str, kinds: Iterable[str], read: Iterable[Path] = ()) -> Path:
    """The file to write. Raises `Mistake` if it is of no such kind, or one of those that are `read`."""
    path, known = Path(out), tuple(kinds)
    if path.suffix.lower() not in known:
        raise Mistake(_KIND.fill(f=out, kinds=Text("、".join(known), ", ".join(known))))
    if any(same(path, each) for each in read):
        raise Mistake(_ITSELF.fill(f=out))
    return path


def same(one: Path, other: Path) -> bool:
    """Whether both are one file that is there."""
    try:
        return one.samefile(other)
    except OSError:  # one of them is not there
        return False
