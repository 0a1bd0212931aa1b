"""A workspace: a folder whose `kadocs.yaml` says once what all its deals and documents share."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict

from kadocs.findings import Fault, Finding, Place, Refused, Text, refuse
from kadocs.templates import USUAL, Look
from kadocs.tree import yaml
from kadocs.tree.check import check
from kadocs.tree.node import Mapping, Node, Scalar, place_of, plain

FILE = "kadocs.yaml"

# What a deal takes over where it does not say it itself; the deal's own schema judges it.
_SHARED = ("vendor", "language")

_COLOUR = re.compile(r"[0-9A-F]{6}")


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


def _colour(value: str) -> str:
    """Six hexadecimal digits, with or without #."""
    found = value.strip().removeprefix("#").upper()
    if not _COLOUR.fullmatch(found):
        raise Fault(
            Text("“{v}”不是颜色", "“{v}” is no colour").fill(v=value),
            Text(
                '请写六位十六进制数并加引号，例如 "1F3864"',
                'Write six hexadecimal digits in quotes: "1F3864"',
            ),
        )
    return found


def _each_language(value: object) -> object:
    """One base file for documents in every language."""
    return {"zh": value, "en": value} if isinstance(value, str) else value


def _listed(value: object) -> object:
    """Names on one line, parted by commas, as a list."""
    return [each.strip() for each in re.split("[、，,;；]", value)] if isinstance(value, str) else value


_Colour = Annotated[str, AfterValidator(_colour)]


class _Styles(_Part):
    zh: str = USUAL.zh
    en: str = USUAL.en


class _Fonts(_Part):
    latin: str = ""
    east_asian: str = ""


class _Brand(_Part):
    primary: _Colour | None = None
    accent: _Colour | None = None
    fonts: _Fonts = _Fonts()


class _Settings(_Part):
    deals: str = "deals"
    templates: str = "templates"
    out: str = "out"
    style: Annotated[_Styles, BeforeValidator(_each_language)] = _Styles()
    brand: _Brand = _Brand()
    other_customers: Annotated[tuple[str, ...], BeforeValidator(_listed)] = ()

    def look(self, folder: Path, place: Place) -> Look:
        """The look of documents in the house style."""
        fonts = self.brand.fonts
        return Look(
            zh=self.style.zh,
            en=self.style.en,
            primary=self.brand.primary or "",
            accent=self.brand.accent or "",
            latin=fonts.latin,
            east_asian=fonts.east_asian,
            place=place,
            folder=folder,
        )


@dataclass(frozen=True, slots=True)
class Workspace:
    """Where the deals are, where documents go, the user's own templates, and what all deals share.

    `deals` is a folder or a register of deals; `folder` is the one with the `kadocs.yaml`: without one there
    is no workspace, only its defaults. `look` is that of documents in the house style, `own` the folder for
    templates of one's own, be it there or not; `other_customers` are named in no bid.
    """

    deals: Path
    out: Path
    folder: Path | None = None
    templates: tuple[Path, ...] = ()
    defaults: Node | None = None
    look: Look = USUAL
    own: Path = Path("templates")
    other_customers: tuple[str, ...] = ()


def find(start: Path) -> Workspace | None:
    """The workspace that `start` lies in, however deep; None if it lies in none.

    Raises `Refused` where its `kadocs.yaml` is wrong.
    """
    here = start.resolve()
    for folder in (here, *here.parents):
        if (folder / FILE).is_file():
            return _read(Path(os.path.relpath(folder)) if folder.drive == Path.cwd().drive else folder)
    return None


def _read(folder: Path) -> Workspace:
    path = folder / FILE
    try:
        node = yaml.parse(path.read_bytes(), path.as_posix())
    except OSError as error:
        raise refuse(
            "CFG010",
            Place(path.as_posix()),
            Text("读不了：{e}", "cannot be read: {e}").fill(e=error.strerror or error),
            Text("请检查权限", "Check that you may read it"),
        ) from None
    return _workspace(folder, node)


def _workspace(folder: Path, node: Node) -> Workspace:
    if isinstance(node, Scalar) and plain(node) is None:
        node = Mapping({}, {}, node.place)
    if not isinstance(node, Mapping):
        raise refuse(
            "CFG011",
            node.place,
            Text("kadocs.yaml 应由“名称: 值”组成", "kadocs.yaml is made of “name: value”"),
            Text("例如 vendor:、language: zh、out: out", "Such as vendor:, language: en, out: out"),
        )
    own = {key: item for key, item in node.items.items() if key not in _SHARED}
    settings, findings = check(_Settings, node._replace(items=own))
    if settings is None:
        raise Refused(map(_coded, findings))
    shared = {key: item for key, item in node.items.items() if key in _SHARED}
    return Workspace(
        deals=folder / settings.deals if (folder / settings.deals).exists() else folder,
        out=folder / settings.out,
        folder=folder,
        templates=tuple(filter(None, [_if_there(folder / settings.templates)])),
        defaults=node._replace(items=shared) if shared else None,
        own=folder / settings.templates,
        other_customers=tuple(name for name in settings.other_customers if name),
        look=settings.look(folder, place_of(node, ("style",))),
    )


def _coded(finding: Finding) -> Finding:
    """What is wrong with the brand has a manual page of its own."""
    return replace(finding, code="CFG013") if finding.path.startswith("brand") else finding


def _if_there(folder: Path) -> Path | None:
    return folder if folder.is_dir() else None
