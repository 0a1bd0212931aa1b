"""The bid bond: how much, in what form, for how long, from which account, and its evidence."""

from __future__ import annotations

from collections.abc import Iterator

from kadocs.findings import Severity, Text
from kadocs.gates.arithmetic import above
from kadocs.gates.bid.law.ground import breach, fatal, parts
from kadocs.gates.rule import Breach, Case, Certainty, rule
from kadocs.gates.wording import amount


@rule(
    "BID006",
    Severity.ERROR,
    certainty=Certainty.LAW,
    zh="""
    投标保证金不少于要求。

    检查什么：已交的保证金金额不低于招标要求；要求保证金的招标，投标递交后有保证金记录。
    为什么：未按要求提交保证金的投标无效。
    依据：政府采购法实施条例第三十三条；87 号令第六十三条；评标委员会和评标方法暂行规定（12 号令）第二十五条。
    示例：要求 40 万元，实际交了 35 万元。
    怎么办：截止前补足；保函金额不符的换开保函。
    """,
)
def bond_enough(case: Case) -> Iterator[Breach]:
    """The bid bond is what the tender asks for, or more.

    What: our bond is not below the amount required; once the bid is handed in, a bond that is required is
    there.
    Why: a bid without the bond as asked for is void.
    Basis: 政府采购法实施条例, art. 33; 财政部令第87号, art. 63; 12号令, art. 25.

    Example: 400,000 are asked for, and 350,000 were paid.

    What to do: make it up before the deadline; have the guarantee issued anew.
    """
    tender, bid = parts(case)
    wanted = tender.bond
    if wanted is None or wanted.required is False:
        return
    if bid.bond is None:
        if bid.submitted_at is not None and wanted.required:
            yield breach(
                ("bid", "submitted_at"),
                Text(
                    "投标已递交，却没有投标保证金", "the bid is handed in without the bond that is required"
                ),
                Text("请填写投标保证金的金额、形式和凭证", "Give the bond's amount, form and evidence"),
                fatal(case.deal),
            )
    elif wanted.amount is not None and bid.bond.amount is not None and above(wanted.amount, bid.bond.amount):
        yield breach(
            ("bid", "bond", "amount"),
            Text("投标保证金 {a}，少于要求的 {b}", "the bond is {a}, {b} are required").fill(
                a=amount(bid.bond.amount), b=amount(wanted.amount)
            ),
            Text("请在截止前补足", "Make it up before the deadline"),
            fatal(case.deal),
        )


@rule(
    "BID132",
    Severity.WARNING,
    gap=True,
    certainty=Certainty.LAW,
    zh="""
    投标保证金有凭证。

    检查什么：交了保证金的，“保证金凭证”写明凭证或保函扫描件的位置。
    为什么：评标时看的是凭证，交了没附等于没交。
    依据：政府采购法实施条例第三十三条；87 号令第六十三条。
    示例：电子保函已开立，凭证栏空白。
    怎么办：把回单或保函扫描件放进资料，并填写文件名。
    """,
)
def bond_proven(case: Case) -> Iterator[Breach]:
    """The bid bond has its evidence.

    What: where a bond is given, its evidence says where the slip, or the scan of the guarantee, is.
    Why: evaluation looks at the paper: paid but not enclosed is not paid.
    Basis: 政府采购法实施条例, art. 33; 财政部令第87号, art. 63.

    Example: the guarantee was issued, and the evidence is blank.

    What to do: put the slip or the scan among the papers, and write the file's name.
    """
    bond = case.deal.bid.bond if case.deal.bid else None
    if bond is not None and bond.amount is not None and not bond.evidence:
        yield Breach(
            ("bid", "bond", "evidence"),
            Text("投标保证金没有凭证", "the bid bond has no evidence"),
            Text("请填写回单或保函扫描件的文件名", "Write the file of the slip or the guarantee"),
        )
