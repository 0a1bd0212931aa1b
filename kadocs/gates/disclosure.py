"""What the customer must not read, at any stage: names, placeholders, words from inside."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from kadocs.findings import Severity, Text
from kadocs.gates.rule import Breach, Case, Certainty, rule
from kadocs.gates.texts import Names, texts
from kadocs.model import Audience, Deal
from kadocs.model.qualifications import Qualifications
from kadocs.model.qualifications.projects import OngoingProject, PastProject
from kadocs.tree.node import Path


@rule(
    "DISC001",
    Severity.ERROR,
    gap=True,
    zh="""
    未授权公开的案例有对外称谓。

    检查什么：案例、业绩和在建项目没有授权公开客户名称时，填了“对外称谓”。
    为什么：案例表总要有个客户称呼；不能写真名，就要有一个双方都能接受的说法。
    依据：案例客户名称须经授权方可公开（保密约定）。
    示例：案例未授权，“对外称谓”为空。
    怎么办：填“某省会城市地铁公司”一类的称谓；取得授权后把“授权公开”改为“是”。
    """,
)
def described(case: Case) -> Iterator[Breach]:
    """A reference without consent has a public description.

    What: where the customer of a reference, or the buyer of a past or ongoing project, did not agree to be
    named, there is a description in its place.
    Why: the table of references needs something to call the customer, and it may not be the name.
    Basis: reference customers are named only with their consent.

    Example: no consent, and no public description.

    What to do: write one, such as “a metro operator of a provincial capital”; with consent, say so.
    """
    for reference in _references(case.deal):
        if not reference.shown:
            yield Breach(
                (*reference.path, "public_name"),
                Text("案例“{p}”没有可以公开的客户称谓", "the reference “{p}” shows no customer").fill(
                    p=reference.project
                ),
                Text("请填“对外称谓”；已获授权则把“授权公开”填“是”",
                     "Write a public description; with consent, set “Consent to name” to yes"),
            )  # fmt: skip


@rule(
    "DISC002",
    Severity.ERROR,
    needs_whole=(("solution", "references"), ("qualifications",)),
    zh="""
    未授权的案例客户不出现在客户能看到的文字里。

    检查什么：没有授权公开的案例、业绩和在建项目，其客户名称不出现在任何对客户可见的字段中。
    为什么：表格里藏了名字，执行摘要里又写出来，同样违反保密约定。
    依据：案例客户名称须经授权方可公开（保密约定）。
    示例：案例客户未授权，而公司简介写着“已为某某地铁集团建成……”。
    怎么办：换成对外称谓，或先取得授权。
    """,
)
def consented(case: Case) -> Iterator[Breach]:
    """A reference customer who did not agree is named nowhere.

    What: the name of such a customer, of a reference or of a past or ongoing project, is in no field that the
    customer may see.
    Why: hiding it in the table does not help if the summary tells it.
    Basis: reference customers are named only with their consent.

    Example: no consent, and the company profile says “we built … for” that customer.

    What to do: write the public description instead, or ask for consent.
    """
    named = [each for each in _references(case.deal) if each.customer]
    secret = [each.customer for each in named if not each.disclose]
    open_ = [each.customer for each in named if each.disclose]
    message = Text(
        "出现了未授权公开的案例客户“{n}”", "names “{n}”, a reference customer who did not agree to it"
    )
    hint = Text("请换成对外称谓，或先取得授权", "Write the public description instead, or ask for consent")
    yield from _named(case.deal, secret, [*_own_names(case.deal), *open_], message, hint)


@rule(
    "DISC003",
    Severity.ERROR,
    certainty=Certainty.VERIFY,
    needs_whole=(("competitors",),),
    zh="""
    客户能看到的文字里没有竞争对手的名字。

    检查什么：竞争对手的名称和别名不出现在任何对客户可见的字段中。
    为什么：点名比较既不得体，也可能构成商业诋毁；还会提醒客户去问对手。
    依据：反不正当竞争法关于商业诋毁的规定；建议书的通行要求。
    示例：方案写着“优于华某公司的同类产品”。
    怎么办：改为“同类产品”“方案 B”等说法；对比只放在内部文件。
    """,
)
def no_rivals(case: Case) -> Iterator[Breach]:
    """No rival is named in what the customer may see.

    What: names and aliases of competitors are in no field that the customer may see.
    Why: comparing by name is bad manners, may be disparagement, and reminds the customer to ask them too.
    Basis: 反不正当竞争法, on disparagement; the common rule of proposals.

    Example: the overview says “better than the one of Rivalsoft”.

    What to do: write “comparable products” or “option B”; keep comparisons for internal documents.
    """
    rivals = [name for rival in case.deal.competitors for name in (rival.name, *rival.aliases)]
    message = Text("出现了竞争对手“{n}”的名字", "names the competitor “{n}”")
    hint = Text("请换一种不点名的说法", "Say it without the name")
    yield from _named(case.deal, rivals, _own_names(case.deal), message, hint)


_LEFT_OPEN = re.compile(
    r"待填写|待补充|待完善|此处填写|[?？]{2,}|\{\{|\}\}|\blorem ipsum\b"
    r"|(?<![a-z0-9])(?:[x×]{3,}|tbd|tbc|todo)(?![a-z0-9])",
    re.IGNORECASE,
)
_INSIDE = re.compile(
    r"我方(?:底线|底价|成本)|成本价|口袋价|让步计划|毛利率?[^，。；\n]{0,6}[0-9.]+\s*[%％]"
    r"|\bbatna\b|\bour (?:cost|floor|walk-away) price\b|\b(?:gross )?margin\b[^.;\n]{0,12}[0-9.]+\s*%",
    re.IGNORECASE,
)


@rule(
    "DISC004",
    Severity.WARNING,
    zh="""
    客户能看到的文字里没有留下待填的地方。

    检查什么：对客户可见的字段里没有“待填写”“待补充”“XXX”“TBD”“Lorem ipsum”、连续问号和没有替换的 {{ }}。
    为什么：漏改的占位文字一眼就能看出文件没有人校对。
    依据：建议书和投标文件发出前的通行检查。
    示例：公司简介写着“累计服务 XXX 家客户”。
    怎么办：换成真实内容，或删去这句话。
    """,
)
def nothing_left_open(case: Case) -> Iterator[Breach]:
    """Nothing in what the customer may see was left to be filled in.

    What: no field that the customer may see has TBD, TODO, XXX, lorem ipsum, 待填写, 待补充, a run of
    question marks, or a {{ }} that was not replaced.
    Why: a placeholder that was forgotten shows at a glance that nobody has read the document.
    Basis: the usual checks before a proposal or a bid goes out.

    Example: the company profile says “more than XXX customers”.

    What to do: write what is true, or delete the sentence.
    """
    for path, text in texts(case.deal, Audience.CUSTOMER):
        if found := _LEFT_OPEN.search(text):
            yield Breach(
                path,
                Text("还有待填的“{w}”", "“{w}” is still to be filled in").fill(w=found.group()),
                Text("请换成真实内容，或删去", "Write what is true, or delete it"),
            )


@rule(
    "DISC005",
    Severity.WARNING,
    zh="""
    客户能看到的文字里没有内部的说法。

    检查什么：对客户可见的字段里没有“我方底线”“我方底价”“我方成本”“成本价”“口袋价”“让步计划”、BATNA，
    也没有带百分比的毛利率。
    为什么：一个“毛利”漏出去，客户就知道还有多少可砍。
    依据：内部信息（成本、毛利、底线、让步）只给内部看。
    示例：报价假设写着“按毛利 28% 测算”。
    怎么办：删去，或改写到内部字段。
    """,
)
def nothing_from_inside(case: Case) -> Iterator[Breach]:
    """What the customer may see has no words from inside.

    What: no field that the customer may see speaks of our floor, cost or walk-away price, of a BATNA, or of a
    margin of so many per cent.
    Why: one “margin” that gets out tells the customer how much there is to cut.
    Basis: cost, margin, limits and concessions are for the house only.

    Example: an assumption of the quotation says “calculated at a gross margin of 28 %”.

    What to do: delete it, or move it to an internal field.
    """
    for path, text in texts(case.deal, Audience.CUSTOMER):
        if found := _INSIDE.search(text):
            yield Breach(
                path,
                Text("出现了内部的说法“{w}”", "“{w}” is for the house only").fill(w=found.group()),
                Text("请删去，或写到内部字段", "Delete it, or move it to an internal field"),
            )


def _own_names(deal: Deal) -> list[str]:
    """Names that may stand anywhere, even where a forbidden one is part of them."""
    vendor, account = deal.vendor, deal.account
    names = [vendor.legal_name, vendor.short_name] if vendor else []
    names += [account.name, account.short_name] if account else []
    return [name for name in names if name]


def _named(deal: Deal, names: list[str], allowed: list[str], message: Text, hint: Text) -> Iterator[Breach]:
    if not names:
        return
    forbidden = Names(names, allowed)
    for path, text in texts(deal, Audience.CUSTOMER):
        for name in forbidden.within(text):
            yield Breach(path, message.fill(n=name), hint)


class _Reference(NamedTuple):
    """Work for a customer that may, or may not, be named to others."""

    path: Path
    project: str
    customer: str
    disclose: bool
    shown: bool


def _references(deal: Deal) -> Iterator[_Reference]:
    for index, each in enumerate(deal.solution.references if deal.solution else ()):
        path: Path = ("solution", "references", index)
        shown = bool(each.shown_customer)
        yield _Reference(path, each.project, each.customer or "", bool(each.disclose), shown)
    records = deal.qualifications or Qualifications()
    of: dict[str, tuple[PastProject | OngoingProject, ...]] = {
        "projects": records.projects,
        "ongoing": records.ongoing,
    }
    for key, projects in of.items():
        for index, project in enumerate(projects):
            if project.buyer:
                path, shown = ("qualifications", key, index), bool(project.shown_buyer)
                yield _Reference(path, project.name, project.buyer, bool(project.disclose), shown)
