"""The anonymous volume of a bid → what in it tells whose it is, and what of its look is not as demanded."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePath

from kadocs.audit import blind
from kadocs.audit.blind import Blind
from kadocs.findings import Finding
from kadocs.gates.giveaways import giveaways
from kadocs.model import Deal
from kadocs.pipeline.made import Made
from kadocs.plan import Job
from kadocs.plan import blind as demands
from kadocs.render.limits import USUAL
from kadocs.sources import Beside


@dataclass(slots=True)
class Blinds:
    """Reads the anonymous volumes of jobs again; what a job's may not tell is gathered once."""

    _job: Job | None = None
    _of: Blind | None = None

    def audited(self, made: Made, path: PurePath) -> list[Finding]:
        """What is wrong with a file that is an anonymous volume, and with its PDF; nothing for any other."""
        deal, job = made.job.subject.deal, made.job
        volumes = [each for each in job.documents if each.volume and each.volume.blind and each.path == path]
        if not volumes or not isinstance(deal, Deal):
            return []
        if self._of is None or self._job is not job:
            self._job, self._of = job, _blind(job, deal)
        found = blind.audit(path, made.files[path], self._of)
        told = {each.message for each in found}
        printed = path.with_suffix(".pdf")
        if printed in made.files and printed != path:
            pages = blind.audit(printed, made.files[printed], self._of)
            found += [each for each in pages if each.message not in told]
        return found


def _blind(job: Job, deal: Deal) -> Blind:
    said = deal.tender.anonymous if deal.tender else None
    headers = said.headers_allowed if said else None
    numbers = said.page_numbers if said else None
    return Blind(
        giveaways(deal),
        demands.look(deal),
        tuple(_pictures(job, deal)),
        said.most_pages if said else None,
        headers=bool(headers),
        numbers=headers is not False if numbers is None else numbers,
        draft=job.draft,
    )


def _pictures(job: Job, deal: Deal) -> Iterator[bytes]:
    """The logo, and the scans of our papers; those that cannot be read are told elsewhere."""
    files = Beside(tuple(dict.fromkeys(file.parent for file in job.subject.files)), USUAL.file)
    vendor, held = deal.vendor, deal.qualifications
    named = [vendor.logo, vendor.licence_scan] if vendor else []
    named += [paper.scan for paper in held.certificates] if held else []
    named += [person.scan for person in held.people] if held else []
    for name in dict.fromkeys(each for each in named if each):
        try:
            yield files(name)
        except (OSError, ValueError):
            continue
