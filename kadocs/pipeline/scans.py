"""The files that a deal names as scans and pictures → what would keep them out of a bid, known before."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from kadocs.deliverables import Deliverable
from kadocs.findings import Fault, Finding, Severity, Text
from kadocs.model.noun import Noun
from kadocs.model.schema import Field, fields
from kadocs.model.types import Kind, paths
from kadocs.render.limits import USUAL
from kadocs.sources import Beside
from kadocs.tree import node
from kadocs.tree.node import Node

if TYPE_CHECKING:
    from kadocs.render.word.scans import Scan

LEGIBLE = 150
"""The dots per inch below which small print and seals cannot be read on paper."""

_PDF = frozenset({".pdf"})
_PICTURES = frozenset({".png", ".jpg", ".jpeg", ".jfif", ".tif", ".tiff", ".bmp", ".gif", ".webp"})

_LOST = Text("没有文件“{n}”", "there is no file “{n}”")
_LOST_HINT = Text(
    "请把文件放进商机文件夹（{f}），或改正路径；文件名要与这里写的一字不差",
    "Put the file into the deal's folder ({f}), or correct its path; the name must be the same to the letter",
)
_COARSE = Text(
    "“{n}”的分辨率只有 {d} dpi{p}，印出来看不清小字和印章",
    "“{n}” has only {d} dpi{p}; small print and seals cannot be read on paper",
)
_COARSE_HINT = Text(
    "请用扫描仪按 200 到 300 dpi 重新扫描（至少 150 dpi）",
    "Scan it again at 200 to 300 dpi, 150 at the least",
)
_PAGES = Text("（第 {n} 页）", " (page {n})")
_OTHER_KIND = Text(
    "“{n}”的扩展名与内容不符：它其实是{k}", "the ending of “{n}” does not fit: the file is {k}"
)
_RENAME = Text("请改成正确的扩展名，否则别人打不开", "Correct its ending, or others cannot open it")
_A_PDF, _A_PICTURE = Text(" PDF", "a PDF"), Text("图片", "a picture")


class Named(NamedTuple):
    """A file that a field of a deal names: where the field is, the name, and whether it is scanned paper."""

    path: node.Path
    name: str
    scan: bool


class _Trouble(NamedTuple):
    """What is wrong with a file, wherever it is named."""

    code: str
    severity: Severity
    fault: Fault


def concern(deliverable: Deliverable) -> bool:
    """Whether a deliverable is a bid, whose volumes enclose scans."""
    return any(output.volumes for output in deliverable.says.outputs)


def findings(deal: Noun, tree: Node, files: Iterable[Path], *, draft: bool) -> list[Finding]:
    """What is wrong with each file that the deal names, where it is named (OUT022 to OUT025).

    Names are looked for in the folders of the deal's `files` and never outside them. A draft may lack files.
    """
    beside = Beside(tuple(dict.fromkeys(file.parent for file in files)), USUAL.file)
    known: dict[tuple[str, bool], list[_Trouble]] = {}
    found = []
    for each in named(deal):
        key = each.name, each.scan
        if key not in known:
            known[key] = list(_troubles(each, beside))
        found += [_finding(each, trouble, tree, draft=draft) for trouble in known[key]]
    return found


def named(noun: Noun, above: node.Path = ()) -> Iterator[Named]:
    """The files that a noun and all below it name, in the order of the model."""
    for field in fields(type(noun)):
        value = None if field.computed or field.stated else getattr(noun, field.name)
        if not value:
            continue
        here = (*above, field.key)
        if field.noun and field.many:
            for index, item in enumerate(value):
                yield from named(item, (*here, index))
        elif field.noun:
            yield from named(value, here)
        else:
            yield from _of(field, value, here)


def _of(field: Field, value: str, here: node.Path) -> Iterator[Named]:
    if field.kind is Kind.SCAN:
        yield from (Named(here, name, True) for name in paths(value))
    elif field.kind is Kind.PICTURE:
        yield Named(here, value, False)


def _finding(each: Named, trouble: _Trouble, tree: Node, *, draft: bool) -> Finding:
    severity = Severity.WARNING if draft else trouble.severity
    place, path = node.place_of(tree, each.path), node.dotted(each.path)
    return Finding(trouble.code, severity, place, trouble.fault.message, trouble.fault.hint, path)


def _troubles(each: Named, beside: Beside) -> Iterator[_Trouble]:
    from kadocs.render.word.scans import BadScan, Scan  # heavy where no bid is made
    from kadocs.render.word.values import files, pictures
    from kadocs.render.word.values.faults import BadFile, BadPicture

    try:
        content = files.read(beside, each.name)
    except BadFile as fault:
        lost = isinstance(fault.__cause__, FileNotFoundError)
        yield _Trouble("OUT022", Severity.ERROR, _missing(each.name, beside) if lost else fault)
        return
    try:
        if not each.scan:
            pictures.read(content)
            return
        yield from _of_scan(each.name, Scan(content, name=each.name))
    except BadScan as fault:
        yield _Trouble("OUT023", Severity.ERROR, fault)
    except BadPicture as fault:
        told = Text(f"“{each.name}”：{fault.message.zh}", f"“{each.name}”: {fault.message.en}")
        yield _Trouble("OUT023", Severity.ERROR, Fault(told, fault.hint))


def _missing(name: str, beside: Beside) -> Fault:
    folders = ", ".join(dict.fromkeys(folder.resolve().name for folder in beside.folders))
    return Fault(_LOST.fill(n=name), _LOST_HINT.fill(f=folders))


def _of_scan(name: str, scan: Scan) -> Iterator[_Trouble]:
    """What speaks against a scan that can be used, without keeping it out."""
    warned = partial(_Trouble, severity=Severity.WARNING)
    pages = [(dots, number) for number, dots in enumerate(scan.resolutions(), 1) if dots is not None]
    coarse, number = min(pages, default=(LEGIBLE, 0))
    if coarse < LEGIBLE:
        page = _PAGES.fill(n=number) if scan.count > 1 else Text("", "")
        yield warned("OUT024", fault=Fault(_COARSE.fill(n=name, d=coarse, p=page), _COARSE_HINT))
    kind, endings = (_A_PDF, _PDF) if scan.is_pdf else (_A_PICTURE, _PICTURES)
    if PurePosixPath(name).suffix.lower() not in endings:
        yield warned("OUT025", fault=Fault(_OTHER_KIND.fill(n=name, k=kind), _RENAME))
