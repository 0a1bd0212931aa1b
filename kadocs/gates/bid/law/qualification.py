"""Who may bid: the demands, and the certificates with which they are met."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kadocs.findings import Severity, Text
from kadocs.gates.bid.law.ground import breach, fatal
from kadocs.gates.rule import Breach, Case, Certainty, Effect, rule
from kadocs.gates.wording import day
from kadocs.model import Deal
from kadocs.model.qualifications import Qualifications
from kadocs.tree.node import Path


@rule(
    "BID015",
    Severity.ERROR,
    effects=(Effect.REJECTED, Effect.INVALID),
    certainty=Certainty.LAW,
    needs_whole=(("tender", "demands"),),
    zh="""
    资格要求全部满足，用到的证书在投标截止和开标时有效。

    检查什么：资格要求没有“我方满足：否”的，投标递交后否决项不能还没有结论；
    资格要求“我方对应材料”引用的证书、引用或拟派的人员执业证书、制造商授权书，
    有效期不早于投标截止日和开标日；没有登记资格要求时，检查资质台账的全部证书。
    为什么：证书差一天过期，资格审查就通不过。
    依据：招标投标法实施条例第五十一条第（三）项；87 号令第六十三条第（三）项：
    不具备规定资格的投标被否决或无效。
    示例：质量体系证书 2026-12-20 到期，投标截止 2026-12-25。
    怎么办：换用有效的证书，或在截止前办完换证。
    """,
)
def qualified(case: Case) -> Iterator[Breach]:
    """All qualification demands are met, with certificates valid at the deadline and the opening.

    What: no demand is marked as not met, and once the bid is handed in each starred one is answered;
    certificates that answer a demand of the tender, those of people who answer one or are in the team,
    and makers' authorisations do not end before; where no demands are listed, all certificates.
    Why: with a certificate a day out of date the bidder does not qualify.
    Basis: 招标投标法实施条例, art. 51 (3); 财政部令第87号, art. 63 (3).

    Example: the quality certificate ends on 2026-12-20, and bids close on 2026-12-25.

    What to do: use one that is valid, or have it renewed before the deadline.
    """
    yield from _expired(case)
    deal = case.deal
    submitted = deal.bid is not None and deal.bid.submitted_at is not None
    for index, demand in enumerate(deal.tender.demands if deal.tender else ()):
        if demand.met is False or (submitted and demand.starred and demand.met is None):
            message = (
                Text("资格要求“{d}”不满足", "the demand “{d}” is not met")
                if demand.met is False
                else Text("资格否决项“{d}”没有结论", "nothing says whether the demand “{d}” is met")
            )
            yield breach(
                ("tender", "demands", index, "met"),
                message.fill(d=demand.demand),
                Text("请补齐条件、组成联合体，或不投", "Meet it, join with a partner, or do not bid"),
                fatal(deal),
            )


def _expired(case: Case) -> Iterator[Breach]:
    """Certificates that end before the deadline or the opening."""
    moments = (case.deal.tender.deadline, case.deal.tender.opening) if case.deal.tender else ()
    needed = max((moment.date() for moment in moments if moment is not None), default=None)
    if needed is None:
        return
    for path, name, until in _used(case.deal):
        if until is not None and until < needed:
            yield breach(
                path,
                Text(
                    "“{n}”有效期到 {a}，早于投标截止或开标的 {b}",
                    "“{n}” ends on {a}, before bids close and are opened, {b}",
                ).fill(n=name, a=day(until), b=day(needed)),
                Text("请换用有效的证书，或及时换证", "Use one that is valid, or have it renewed in time"),
                fatal(case.deal),
            )


def _used(deal: Deal) -> Iterator[tuple[Path, str, date | None]]:
    """Each certificate with which we bid: its field, its name, its last day."""
    ledger = deal.qualifications or Qualifications()
    demands = deal.tender.demands if deal.tender else ()
    named = {name for demand in demands for name in demand.answered_by}
    team = {post.person for post in deal.bid.posts} if deal.bid else set()
    for index, each in enumerate(ledger.certificates):
        if not each.permanent and (not demands or named & {each.id, each.name}):
            yield ("qualifications", "certificates", index, "valid_until"), each.name, each.valid_until
    for index, person in enumerate(ledger.people):
        if (named | team) & {person.id, person.name}:
            path: Path = ("qualifications", "people", index, "certificates_until")
            yield path, person.name, person.certificates_until
    for index, letter in enumerate(deal.bid.authorisations if deal.bid else ()):
        yield ("bid", "authorisations", index, "valid_until"), letter.maker, letter.valid_until


@rule(
    "BID058",
    Severity.WARNING,
    effects=(Effect.WARNING,),
    gap=True,
    zh="""
    用到的证明材料都有扫描件，没有过期。

    检查什么：资格要求引用的证书、业绩、人员，以及制造商授权书，都填了扫描件（证明）路径；台账里没有被资格要求引用、
    但会印进资质表的证书没有过期（引用的由 BID015 检查）。清晰度、页码和文件
    是否存在，由成品打包和检查核对。
    为什么：评委只认附在投标文件里的材料，台账里有而没有附等于没有。
    依据：投标文件编制的通行检查：引用的附件齐全、清晰、在有效期内。
    示例：资格要求引用 C-05，扫描件一栏空白。
    怎么办：扫描原件（150 dpi 以上），填写文件路径。
    """,
)
def proofs_scanned(case: Case) -> Iterator[Breach]:
    """All proofs that are used are scanned, and valid.

    What: certificates, projects and people that answer a demand, and makers' authorisations, name their scan;
    no other certificate of the ledger, which is printed too, is out of date (BID015 judges the others).
    Whether it exists, is sharp, and on which page, is for the pack and its audit.
    Why: only what is enclosed counts.
    Basis: common practice: all annexes are there, legible, and valid.

    Example: a demand is answered by C-05, and its scan is blank.

    What to do: scan the original (150 dpi or more), and write the path.
    """
    ledger = case.deal.qualifications or Qualifications()
    demands = case.deal.tender.demands if case.deal.tender else ()
    named = {name for demand in demands for name in demand.answered_by}
    for table, field in (("certificates", "scan"), ("projects", "proof"), ("people", "scan")):
        for index, each in enumerate(getattr(ledger, table)):
            if named & {each.id, each.name} and not getattr(each, field):
                yield _unscanned(("qualifications", table, index, "name"), each.name)
    yield from _outdated(case, named)
    for index, letter in enumerate(case.deal.bid.authorisations if case.deal.bid else ()):
        if not letter.scan:
            yield _unscanned(("bid", "authorisations", index, "maker"), letter.maker)


def _outdated(case: Case, named: set[str]) -> Iterator[Breach]:
    """Certificates that answer no demand, and end before the bids close."""
    deadline = case.deal.tender.deadline if case.deal.tender else None
    ledger = case.deal.qualifications or Qualifications()
    for index, each in enumerate(ledger.certificates if deadline and named else ()):
        until = each.valid_until
        if each.permanent or until is None or named & {each.id, each.name} or not deadline:
            continue
        if until < deadline.date():
            yield Breach(
                ("qualifications", "certificates", index, "valid_until"),
                Text("“{n}”有效期到 {d}，会印进资质表", "“{n}” ended on {d}, and is printed").fill(
                    n=each.name, d=day(until)
                ),
                Text("请换证，或从台账中移走", "Have it renewed, or take it off the list"),
            )


def _unscanned(path: Path, name: str) -> Breach:
    return Breach(
        path,
        Text("“{n}”没有扫描件", "“{n}” has no scan").fill(n=name),
        Text("请扫描原件并填写路径", "Scan the original, and write the path"),
    )
