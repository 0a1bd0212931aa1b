"""An anonymous volume (暗标), read again as those read it who look for signs of whose it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePath

from kadocs.audit.blind import around, names, pages, pictures
from kadocs.audit.blind.looks import Looks
from kadocs.audit.blind.parcel import Blind, Parcel
from kadocs.findings import Fault, Finding, Severity

__all__ = ["Blind", "audit"]


def audit(path: PurePath, data: bytes, of: Blind) -> list[Finding]:
    """What in a finished Word file or PDF tells whose it is, or does not look as its tender demands.

    Each is an error, for one sign is enough to be thrown out; in a draft they are warnings, so that somebody
    can read what is to be corrected. What cannot be read is told by the audit that all files go through.
    """
    try:
        found = list(_audited(path, data, of))
    except Fault:
        return []
    if of.draft:
        found = [replace(each, severity=Severity.WARNING) for each in found]
    return found


def _audited(path: PurePath, data: bytes, of: Blind) -> Iterator[Finding]:
    yield from names.within(path, data, of)
    if data.startswith(b"%PDF"):
        yield from pages.within(path, data, of)
        return
    parcel = Parcel(path.name, data)
    yield from pictures.within(parcel, of)
    yield from around.within(parcel, of)
    yield from Looks(parcel, of.look).told()
