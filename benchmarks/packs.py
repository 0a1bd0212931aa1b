"""A whole bid of about 300 pages, without its PDF; and reading a finished file for leaks.

Docxtpl composes no volumes: it is given the finished ones as templates, with nothing left to fill in. The
floor of the scan takes the same text out of the file, and looks for nothing.
"""

from __future__ import annotations

import gc
import io
import statistics
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path, PurePath

from docxtpl import DocxTemplate
from lxml import etree

from benchmarks.workloads import JINJA, prices
from kadocs import audit, deliverables, plan, sources
from kadocs.model import Audience, Deal
from kadocs.pipeline.making import Made, Wish, make
from kadocs.plan import Job, Subject
from kadocs.render.word import Template
from kadocs.templates import USUAL

PAGES, TIMES = 300, 32
"""The pages of the sample's volumes once its modules, prices and deviations are repeated so many times."""

ROWS = 10_000
_SAMPLE = Path(__file__).parents[1] / "samples" / "rail-iscs" / "deal.yaml"
_ROUNDS = 5
_TEXT = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}t"


def measured_pack() -> tuple[float, float]:
    """The seconds that docxtpl and kadocs take for a bid, the medians; kadocs reads it for leaks, too."""
    deal, job = _bid()
    of = audit.watch(deal, audit.held(deal), Audience.CUSTOMER)
    volumes = [data for path, data in _made(job).files.items() if job.readers(path) <= Audience.CUSTOMER]

    def ours() -> object:
        return audit.audit(_made(job).files, of)

    return _median(lambda: [_passed(data) for data in volumes]), _median(ours)


def measured_scan() -> tuple[float, float]:
    """The seconds to read a price list of `ROWS` rows for what customers may not see: floor, kadocs."""
    deal = _deal()
    of = audit.watch(deal, audit.held(deal), Audience.CUSTOMER)
    work = prices(ROWS)
    data = Template(work.template(JINJA)).render(work.data)
    return _median(lambda: list(_texts(data))), _median(lambda: audit.audit({PurePath("a.docx"): data}, of))


def _deal() -> Deal:
    deal = sources.load(_SAMPLE).deal
    if deal is None:
        raise SystemExit(f"{_SAMPLE} cannot be read")
    return deal


def _bid() -> tuple[Deal, Job]:
    small = _deal()
    solution, quote, bid = small.solution, small.quote, small.bid
    if not (solution and quote and bid):
        raise SystemExit(f"{_SAMPLE} has no bid")
    modules = (
        each.model_copy(update={"name": f"{each.name} {n}"})
        for n in range(TIMES)
        for each in solution.modules
    )
    deal = small.model_copy(
        update={
            "solution": solution.model_copy(update={"modules": tuple(modules)}),
            "quote": quote.model_copy(update={"items": quote.items * TIMES}),
            "bid": bid.model_copy(
                update={
                    "commercial_deviations": bid.commercial_deviations * TIMES,
                    "technical_deviations": bid.technical_deviations * TIMES,
                }
            ),
            "requirements": small.requirements * TIMES,
        }
    )
    shipped = deliverables.load("bid", deliverables.shelf(()), USUAL)
    [job] = plan.jobs([(Subject("bid", deal, (_SAMPLE,)), shipped)], "zh").jobs
    volumes = tuple(each for each in job.documents if each.volume)
    return deal, job._replace(documents=volumes)


def _made(job: Job) -> Made:
    made = make(job, Wish(pages=False))
    if len(made.files) < len(job.documents):
        raise SystemExit(f"the bid was not made: {[each.message.en for each in made.findings]}")
    return made


def _passed(volume: bytes) -> bytes:
    template = DocxTemplate(io.BytesIO(volume))
    template.render({}, autoescape=True)
    out = io.BytesIO()
    template.save(out)
    return out.getvalue()


def _texts(data: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        for name in package.namelist():
            if name.startswith("word/") and name.endswith(".xml"):
                yield "".join(each.text or "" for each in etree.fromstring(package.read(name)).iter(_TEXT))


def _median(run: Callable[[], object]) -> float:
    taken = []
    for _ in range(_ROUNDS + 1):  # the first only warms up
        gc.collect()
        start = time.process_time()
        run()
        taken.append(time.process_time() - start)
    return statistics.median(taken[1:])
