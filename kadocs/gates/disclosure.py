"""What the customer must not read, at any stage: rivals' names, and those of customers who did not agree."""

from __future__ import annotations

from collections.abc import Iterator

from kadocs.findings import Severity, Text
from kadocs.gates.rule import Breach, Case, Certainty, rule
from kadocs.gates.texts import Names, texts
from kadocs.model import Audience, Deal


@rule(
    "DISC001",
    Severity.ERROR,
    gap=True,
    zh="""
    未授权公开的案例有对外称谓。

    检查什么：案例没有授权公开客户名称时，填了“对外称谓”。
    为什么：案例表总要有个客户称呼；不能写真名，就要有一个双方都能接受的说法。
    依据：案例客户名称须经授权方可公开（保密约定）。
    示例：案例未授权，“对外称谓”为空。
    怎么办：填“某省会城市地铁公司”一类的称谓；取得授权后把“授权公开”改为“是”。
    """,
)
def described(case: Case) -> Iterator[Breach]:
    """A reference without consent has a public description.

    What: where the reference customer did not agree to be named, there is a description in its place.
    Why: the table of references needs something to call the customer, and it may not be the name.
    Basis: reference customers are named only with their consent.

    Example: no consent, and no public description.

    What to do: write one, such as “a metro operator of a provincial capital”; with consent, say so.
    """
    solution = case.deal.solution
    for index, reference in enumerate(solution.references if solution else ()):
        if not reference.shown_customer:
            yield Breach(
                ("solution", "references", index, "public_name"),
                Text("案例“{p}”没有可以公开的客户称谓", "the reference “{p}” shows no customer").fill(
                    p=reference.project
                ),
                Text("请填“对外称谓”；已获授权则把“授权公开”填“是”",
                     "Write a public description; with consent, set “Consent to name” to yes"),
            )  # fmt: skip


@rule(
    "DISC002",
    Severity.ERROR,
    needs_whole=(("solution", "references"),),
    zh="""
    未授权的案例客户不出现在客户能看到的文字里。

    检查什么：没有授权公开的案例客户，其名称不出现在任何对客户可见的字段中。
    为什么：表格里藏了名字，执行摘要里又写出来，同样违反保密约定。
    依据：案例客户名称须经授权方可公开（保密约定）。
    示例：案例客户未授权，而公司简介写着“已为某某地铁集团建成……”。
    怎么办：换成对外称谓，或先取得授权。
    """,
)
def consented(case: Case) -> Iterator[Breach]:
    """A reference customer who did not agree is named nowhere.

    What: the name of such a customer is in no field that the customer may see.
    Why: hiding it in the table does not help if the summary tells it.
    Basis: reference customers are named only with their consent.

    Example: no consent, and the company profile says “we built … for” that customer.

    What to do: write the public description instead, or ask for consent.
    """
    solution = case.deal.solution
    secret = [r.customer for r in (solution.references if solution else ()) if r.customer and not r.disclose]
    open_ = [r.customer for r in (solution.references if solution else ()) if r.customer and r.disclose]
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
