"""项目结项: accepted, invoiced, approved by others than its author, and learned from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kadocs.findings import Severity, Text
from kadocs.gates.arithmetic import same
from kadocs.gates.deliver.record import delivery
from kadocs.gates.rule import Breach, Case, rule
from kadocs.gates.wording import amount
from kadocs.model.approval.sign_off import Opinion
from kadocs.model.closing import Closing
from kadocs.model.delivery.acceptance import AcceptanceType, Conclusion
from kadocs.tree.node import Path

_DAY: Path = ("closing", "closed_on")
_EXCEPTIONS: Path = ("closing", "exceptions")
_APPROVALS: Path = ("closing", "approvals")
_OF_INVOICES = re.compile("票|质保金|invoic|retention", re.IGNORECASE)
_OF_ACCEPTANCE = re.compile("验收|accept", re.IGNORECASE)


@rule(
    "DELV080",
    Severity.ERROR,
    needs_whole=(("closing", "billing"), _EXCEPTIONS, ("delivery", "acceptances")),
    zh="""
    结项之前终验已通过、发票已开齐，例外的要写明并批准。

    检查什么：已结项（到了结项日期或已有结项审批）的项目，最终验收结论为“通过”，结算额全部开票；
    没有做到的，结项例外事项里有一条写明（提到“验收”，或“开票”“发票”“质保金”）并有批准人。
    为什么：没有验收、没有开票就结项，尾款没有人再去追。
    依据：结项的关口：终验通过、发票全部开出，或有具名批准的例外。
    示例：质保金 63 万元没有开票，例外事项里没有提。
    怎么办：补开发票、取得验收；或写明例外、原因、批准人和期限。
    """,
)
def gate_passed(case: Case) -> Iterator[Breach]:
    """Before the close it was accepted and invoiced, or the exception is named and approved.

    What: of a project that is closed (its day has come, or it has approvals) the final acceptance passed, and
    all that was settled is invoiced; else an exception that speaks of acceptance, or of invoices or the
    retention, says so, with who approved it.
    Why: closed without them, nobody goes after the last payment.
    Basis: the gate of the close: final acceptance passed and all invoices raised, or a named exception.

    Example: the retention is not invoiced, and no exception tells of it.

    What to do: raise the invoice, get the acceptance; or write the exception, why, who approved it, until
    when.
    """
    if not _closed(case):
        return
    if not _accepted(case) and not _excepted(case, _OF_ACCEPTANCE):
        yield Breach(
            _DAY,
            Text(
                "已结项，但最终验收没有通过", "the project is closed, and the final acceptance did not pass"
            ),
            Text("请取得终验，或写明经批准的例外", "Get the acceptance, or name an approved exception"),
        )
    left = _closing(case).uninvoiced
    if left is not None and left.amount > 0 and not _excepted(case, _OF_INVOICES):
        yield Breach(
            _DAY,
            Text("已结项，但还有 {a} 没有开票", "the project is closed, and {a} are not invoiced").fill(
                a=amount(left)
            ),
            Text("请补开发票，或写明经批准的例外", "Raise the invoice, or name an approved exception"),
        )


@rule(
    "DELV081",
    Severity.ERROR,
    gap=True,
    zh="""
    结项例外写明原因和批准人。

    检查什么：结项例外事项每一条都填了例外原因和批准人。
    为什么：没有人批准的例外就是遗漏。
    依据：结项的关口：例外须具名批准。
    示例：“质保金尚未开票”没有批准人。
    怎么办：补填原因，请有权的人批准。
    """,
)
def exceptions_approved(case: Case) -> Iterator[Breach]:
    """Each exception says why, and who approved it.

    What: every exception of the close has its reason and its approver.
    Why: an exception that nobody approved is an omission.
    Basis: the gate of the close: exceptions are named, and approved.

    Example: nobody approved “retention not invoiced yet”.

    What to do: write the reason, and have it approved.
    """
    for index, each in enumerate(_closing(case).exceptions):
        for field, what in (("reason", Text("原因", "reason")), ("approved_by", Text("批准人", "approver"))):
            if not getattr(each, field):
                yield Breach(
                    (*_EXCEPTIONS, index, field),
                    Text("例外“{e}”没有{w}", "the exception “{e}” has no {w}").fill(e=each.exception, w=what),
                    Text("请补填", "Fill it in"),
                )


@rule(
    "DELV082",
    Severity.ERROR,
    needs_whole=(_APPROVALS,),
    zh="""
    结项由编制人以外的人批准，没有人反对。

    检查什么：结项审批里没有结项编制人，没有“不同意”；到了结项日期的，有结项审批。
    为什么：自己做的项目自己批结项，超支和遗留就没有人看。
    依据：不相容岗位分离：编制与审批不得为同一人。
    示例：项目经理韩彻编制，审批里也有韩彻。
    怎么办：由上一级批准；有人不同意的先解决。
    """,
)
def close_approved(case: Case) -> Iterator[Breach]:
    """Someone else than its author approves the close, and nobody refuses.

    What: the author is not among the approvers, none of them refuses, and once the day of the close has come
    there are approvals.
    Why: whoever closes his own project looks at neither overrun nor loose end.
    Basis: separation of duties: author and approver are two.

    Example: the project manager wrote the report, and approves it.

    What to do: let the next level approve; settle what someone objects to.
    """
    closing = _closing(case)
    if closing.closed_on is not None and closing.closed_on <= case.today and not closing.approvals:
        message = Text("已结项，却没有结项审批", "the project is closed, and nobody approved it")
        yield Breach(_DAY, message, Text("请补办结项审批", "Have the close approved"))
    for index, each in enumerate(closing.approvals):
        if same(each.name, closing.prepared_by):
            yield Breach(
                (*_APPROVALS, index, "name"),
                Text("{n}既编制又批准结项", "{n} wrote the report, and approves it").fill(n=each.name),
                Text("请由编制人以外的人批准", "Let someone else approve it"),
            )
        elif each.opinion is Opinion.REFUSE:
            yield Breach(
                (*_APPROVALS, index, "opinion"),
                Text("“{p}”不同意结项", "{p} refuses the close").fill(p=each.post),
                Text("请先解决不同意见", "Settle what is objected to"),
            )


@rule(
    "DELV083",
    Severity.WARNING,
    gap=True,
    zh="""
    结项写了经验教训。

    检查什么：已结项（到了结项日期或已有结项审批）的项目，至少有一条经验教训。
    为什么：不写下来，下一个项目重犯一遍。
    依据：结项报告的通行要求：做法、效果、建议、适用范围。
    示例：经验教训空白。
    怎么办：开复盘会，写两三条具体的做法和建议。
    """,
)
def lessons_learned(case: Case) -> Iterator[Breach]:
    """A close comes with its lessons.

    What: of a project that is closed (its day has come, or it has approvals) at least one lesson is written.
    Why: what is not written down is done wrong again.
    Basis: common form of a closing report: practice, effect, advice, where it applies.

    Example: there are no lessons.

    What to do: look back together, and write two or three things to do or not to do.
    """
    if _closed(case) and not _closing(case).lessons:
        yield Breach(
            ("closing", "lessons"),
            Text("已结项，没有写经验教训", "the project is closed, without a lesson"),
            Text("请写两三条具体的做法和建议", "Write two or three things to do or not to do"),
        )


def _closing(case: Case) -> Closing:
    return case.deal.closing or Closing()


def _closed(case: Case) -> bool:
    """Whether the project is closed by now, or its close was approved; a day still to come is a plan."""
    closing = _closing(case)
    if closing.closed_on is None:
        return False
    return closing.closed_on <= case.today or any(each.opinion for each in closing.approvals)


def _accepted(case: Case) -> bool:
    """Whether the last final acceptance passed; where there is none, the whole."""
    finals = [each for each in delivery(case).acceptances if each.type is AcceptanceType.FINAL]
    last = finals[-1].conclusion if finals else delivery(case).conclusion
    return last is Conclusion.PASSED


def _excepted(case: Case, about: re.Pattern[str]) -> bool:
    """Whether an approved exception speaks of it."""
    return any(
        each.approved_by and about.search(f"{each.exception} {each.reason or ''}")
        for each in _closing(case).exceptions
    )
