"""A workspace: a folder whose `kadocs.yaml` says once what all its deals and documents share."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from kadocs.findings import Place, Refused, Text, refuse
from kadocs.tree import yaml
from kadocs.tree.check import check
from kadocs.tree.node import Mapping, Node, Scalar, plain

FILE = "kadocs.yaml"

# What a deal takes over where it does not say it itself; the deal's own schema judges it.
_SHARED = ("vendor", "language")


class _Settings(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    deals: str = "deals"
    templates: str = "templates"
    out: str = "out"


@dataclass(frozen=True, slots=True)
class Workspace:
    """Where the deals are, where documents go, the user's own templates, and what all deals share.

    `deals` is a folder or a register of deals; `folder` is the one with the `kadocs.yaml`: without one there
    is no workspace, only its defaults.
    """

    deals: Path
    out: Path
    folder: Path | None = None
    templates: tuple[Path, ...] = ()
    defaults: Node | None = None


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
        raise Refused(findings)
    shared = {key: item for key, item in node.items.items() if key in _SHARED}
    return Workspace(
        deals=folder / settings.deals if (folder / settings.deals).exists() else folder,
        out=folder / settings.out,
        folder=folder,
        templates=tuple(filter(None, [_if_there(folder / settings.templates)])),
        defaults=node._replace(items=shared) if shared else None,
    )


def _if_there(folder: Path) -> Path | None:
    return folder if folder.is_dir() else None
