"""Two versions of one bid: paper and data message, Chinese and another language; which of them holds."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kadocs.figures.text import folded
from kadocs.findings import Severity, Text
from kadocs.gates.arithmetic import unequal
from kadocs.gates.bid.law.ground import BY_LAW, by_law, in_full, parts, price
from kadocs.gates.rule import Breach, Case, Certainty, Effect, rule
from kadocs.gates.wording import amount, day
from kadocs.model.opportunity import Regime


@rule(
    "BID012",
    Severity.WARNING,
    effects=(Effect.WARNING,),
    certainty=Certainty.LAW,
    regimes=BY_LAW,
    zh="""
    电子投标的纸质文件与上传的数据电文一致。

    检查什么：电子投标中，纸质文件的日期不晚于上传完成时间，唱出的我方报价与投标总价相等，投标文件里没有“以纸质
    文件为准”的说法。
    为什么：两者不一致时，除招标文件特别约定外，以数据电文为准，纸上改过的等于没改。
    依据：电子招标投标办法（20 号令）第六十二条。
    示例：12 月 24 日上传，25 日又改印了纸质报价。
    怎么办：重新生成、重新上传，再打印同一版本；招标文件另有约定的，按约定并留存条款号。
    """,
)
def paper_as_uploaded(case: Case) -> Iterator[Breach]:
    """In electronic bidding the paper is what was uploaded.

    What: in an electronic tender the date on the paper is not after the upload, our price as read out is the
    price of the bid, and nothing in the bid says that the paper holds.
    Why: where they differ the data message holds, unless the tender says otherwise: what was changed on paper
    was not changed.
    Basis: 电子招标投标办法 (20号令), art. 62.

    Example: uploaded on 24 December, and the price printed anew on the 25th.

    What to do: build, upload, and print one version; where the tender has a rule of its own, keep its clause.
    """
    tender, bid = parts(case)
    if tender.submission is None or not tender.submission.electronic or not by_law(case.deal):
        return
    for index, each in enumerate(bid.uploads):
        if each.uploaded_at is not None and bid.date is not None and bid.date > each.uploaded_at.date():
            yield Breach(
                ("bid", "uploads", index, "uploaded_at"),
                Text(
                    "“{f}”上传之后，投标文件日期是 {d}", "the bid is dated {d}, after “{f}” was uploaded"
                ).fill(f=each.file, d=day(bid.date)),
                _DATA,
            )
    yield from _read_out(case)
    for field in ("supplement", "discount_statement", "opening_note"):
        if said := _PAPER.search(getattr(bid, field) or ""):
            yield Breach(
                ("bid", field),
                Text("“{w}”与“以数据电文为准”相反", "“{w}”: but the data message holds").fill(w=said.group()),
                _DATA,
            )


@rule(
    "BID028",
    Severity.WARNING,
    effects=(Effect.WARNING,),
    certainty=Certainty.LAW,
    regimes=(*BY_LAW, Regime.GOV_NEGOTIATION),
    zh="""
    投标文件以中文为准。

    检查什么：按中国法律招标（采购）的项目，商机的文档语言是中文；投标文件里没有“以英文为准”的说法。
    为什么：不同文字的文本有出入时以中文为准；只有外文的证明材料，评委可以不认。
    依据：评标委员会和评标方法暂行规定（12 号令）第十九条；政府采购按采购文件。
    示例：设备招标的商机写 language: en，投标函注明“以英文文本为准”。
    怎么办：以中文生成投标文件，外文材料附中文译本；删去外文优先的说法。
    """,
)
def chinese_holds(case: Case) -> Iterator[Breach]:
    """The Chinese text of the bid holds.

    What: in tenders and purchases under the laws of China the deal's documents are in Chinese, and nothing in
    the bid says that the English text prevails.
    Why: where texts in two languages differ the Chinese one holds; evaluators need not read another.
    Basis: 评标委员会和评标方法暂行规定 (12号令), art. 19; in government procurement the purchase documents.

    Example: the deal of an equipment tender says language: en, and its letter “the English text prevails”.

    What to do: build the bid in Chinese, with translations of foreign papers; delete what says otherwise.
    """
    if not by_law(case.deal):
        return
    bid = parts(case)[1]
    if case.deal.language.code != "zh" and (case.deal.bid is not None or case.deal.tender is not None):
        yield Breach(
            ("language",),
            Text("投标文件的语言不是中文", "the bid is not in Chinese"),
            Text("请以中文生成；外文文本只作参考", "Build it in Chinese; another text is for reference"),
        )
    for field in ("supplement", "discount_statement", "opening_note"):
        if said := _FOREIGN.search(getattr(bid, field) or ""):
            yield Breach(
                ("bid", field),
                Text("“{w}”：但以中文文本为准", "“{w}”: but the Chinese text holds").fill(w=said.group()),
                Text("请删去", "Delete it"),
            )


_DATA = Text(
    "以数据电文为准：请重新上传同一版本，或核对招标文件的约定",
    "The data message holds: upload the same version anew, or see what the tender says",
)
_PAPER = re.compile(
    r"以纸质[^，。；;\n]{0,8}为准|\b(?:paper|hard) cop(?:y|ies) (?:shall )?(?:prevail|take precedence)",
    re.IGNORECASE,
)
_FOREIGN = re.compile(
    r"以(?:英文|外文|英语)[^，。；;\n]{0,8}为准|\bEnglish (?:text|version)[^.;\n]{0,12}\bprevails?\b",
    re.IGNORECASE,
)


def _read_out(case: Case) -> Iterator[Breach]:
    """Our price in the opening record, where it is not that of the bid."""
    vendor, quote, ours = case.deal.vendor, case.deal.quote, price(case.deal)
    mine = folded((vendor.legal_name or "") if vendor else "")
    for index, each in enumerate(parts(case)[1].opened if mine and ours else ()):
        told = in_full(each.price, case.deal)
        net = (
            each.price is not None
            and not each.price.tax
            and quote
            and each.price.amount == quote.subtotal.amount
        )
        if ours and folded(each.bidder) == mine and told is not None and not net and unequal(told, ours[1]):
            yield Breach(
                ("bid", "opened", index, "price"),
                Text("我方唱标价 {a}，投标总价 {b}", "our price was read out as {a}, the bid says {b}").fill(
                    a=amount(told), b=amount(ours[1])
                ),
                _DATA,
            )
