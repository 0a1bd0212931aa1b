"""商务谈判表 as a workbook: its formulas come to what the model works out, also after changes."""

import io
from dataclasses import replace
from decimal import Decimal

import openpyxl
import pytest

from kadocs import office
from kadocs.render.excel import Template, with_values
from tests.render.excel.books import needs_office
from tests.render.word.docs import validate
from tests.templates.printed import DEALS, LANGUAGES, deliverable, sample, template

SHEETS = {
    "zh": [
        "谈判概要",
        "力量与ZOPA",
        "议题三档",
        "报价与让步",
        "价格瀑布",
        "付款条款",
        "风险条款",
        "记录与行动",
    ],
    "en": [
        *("Overview", "Power and ZOPA", "Issues", "Price and concessions", "Price waterfall"),
        *("Payment terms", "Risk clauses", "Record and actions"),
    ],
}
POWER, ISSUES, PRICE, WATERFALL, PAYMENT = 1, 2, 3, 4, 5
CENT, SHARE = Decimal("0.005"), Decimal("0.00005")


def made(deal, language="zh"):
    compiled = template("negotiation", language)
    assert isinstance(compiled, Template)
    out = compiled.render(deal.view(deliverable("negotiation").says.audience, language), language=language)
    validate(compiled._data, out, ["--tags"])
    return out


def calculated(out, language="zh"):
    """The workbook with its values in it, sheet by sheet."""
    done = with_values(out, office.calculate(out, "t.xlsx"))
    book = openpyxl.load_workbook(io.BytesIO(done), data_only=True)
    return checked(book, language)


def again(book):
    """A workbook that somebody changed, sheet by sheet, calculated anew."""
    data = io.BytesIO()
    book.save(data)
    for sheet, values in office.calculate(data.getvalue(), "t.xlsx").items():
        for address, value in values.items():
            if not isinstance(book[sheet][address], openpyxl.cell.cell.MergedCell):
                book[sheet][address].value = value
    return checked(book, "zh")


def checked(book, language):
    assert book.sheetnames == SHEETS[language]
    assert not [
        c.value
        for s in book
        for row in s.iter_rows()
        for c in row
        if str(c.value)[:2] in ("#D", "#N", "#R", "#V")
    ]
    return book.worksheets


def below(sheet, head, column=1):
    """The rows below the first cell of `column` that says `head`, up to the first empty one."""
    start = next(row[0].row for row in sheet.iter_rows() if sheet.cell(row[0].row, column).value == head)
    found = []
    for row in sheet.iter_rows(min_row=start + 1, values_only=True):
        if row[column - 1] is None:
            break
        found.append(row)
    return found


def near(value, amount, within=CENT):
    """Whether a cell holds an amount, a share or nothing, as the model does."""
    if amount is None:
        return value in (None, "")
    return abs(Decimal(str(value)) - getattr(amount, "amount", amount)) <= within


@needs_office
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", DEALS)
def test_the_formulas_agree_with_the_model(name, language):
    deal = sample(name)
    talks, quote = deal.negotiation, deal.quote
    sheets = calculated(made(deal, language), language)
    steps = below(sheets[PRICE], {"zh": "轮次", "en": "Round"}[language])
    assert len(steps) == len(talks.concession_steps)
    for row, step in zip(steps, talks.concession_steps, strict=True):
        assert near(row[1], step.price)
        assert near(row[2], step.step)
        assert near(row[3], step.step_share, SHARE)
        assert near(row[4], step.discount, SHARE)
        assert near(row[6], step.margin, SHARE)
    assert near(sheets[PRICE]["F8"].value, talks.agreed_margin, SHARE)
    assert near(sheets[POWER]["B14"].value, talks.balance.zopa_width)
    assert near(sheets[ISSUES]["B4"].value, talks.weight_total)
    assert near(sheets[ISSUES]["D4"].value, talks.agreed_share, SHARE)
    assert near(sheets[WATERFALL]["B4"].value, quote.pocket_price)
    assert near(sheets[WATERFALL]["F4"].value, quote.pocket_margin, SHARE)
    costs = below(sheets[PAYMENT], {"zh": "付款节点", "en": "Payment"}[language])
    for row, cost in zip(costs, talks.financing_costs, strict=False):
        assert near(row[5], cost.ours) and near(row[6], cost.theirs) and near(row[7], cost.difference)
    total = next(row for row in costs if row[0] in ("合计", "Total"))
    assert near(total[5], talks.our_financing) and near(total[6], talks.their_financing)


@needs_office
def test_a_change_of_price_moves_margin_floor_authority_and_concessions():
    deal = sample("rail-iscs")
    talks = deal.negotiation
    prices = [Decimal(20_600_000), Decimal(20_500_000), Decimal(20_000_000)]
    rows = [
        c.model_copy(update={"price": replace(c.price, amount=p)})
        for c, p in zip(talks.concessions, prices, strict=True)
    ]
    changed = deal.model_copy(update={"negotiation": talks.model_copy(update={"concessions": tuple(rows)})})
    book = openpyxl.load_workbook(io.BytesIO(made(deal)))
    sheet = book.worksheets[PRICE]
    start = next(row[0].row for row in sheet.iter_rows() if row[0].value == "轮次") + 1
    for row, price in enumerate(prices, start=start):
        sheet.cell(row, 2).value = float(price)
    sheet["F5"].value = 0.07
    sheets = again(book)
    steps = below(sheets[PRICE], "轮次")
    for row, step in zip(steps, changed.negotiation.concession_steps, strict=True):
        assert (
            near(row[2], step.step)
            and near(row[4], step.discount, SHARE)
            and near(row[6], step.margin, SHARE)
        )
    assert [row[11] for row in steps] == ["符合", "符合", "低于底线"]
    trial = sheets[PRICE]
    assert near(trial["F6"].value, Decimal("19501077"))
    assert trial["F9"].value < 0
    assert trial["F10"].value == "超出全部授权"
    assert near(trial["F12"].value, Decimal("968900"))
    assert sheets[0]["B6"].value == trial["F6"].value


@needs_office
def test_a_negotiation_without_rows_still_calculates():
    deal = sample("rail-iscs")
    bare = {
        name: () for name in ("rounds", "delegates", "counterparts", "issues", "concessions", "authority")
    }
    bare |= {name: () for name in ("payment_terms", "risk_clauses", "record")}
    talks = deal.negotiation.model_copy(update={**bare, "balance": None, "strategy": None})
    quote = deal.quote.model_copy(update={"waterfall": ()})
    sheets = calculated(made(deal.model_copy(update={"negotiation": talks, "quote": quote})))
    assert (sheets[PRICE]["F12"].value, sheets[PAYMENT]["F8"].value, sheets[WATERFALL]["B4"].value) == (
        0,
        0,
        0,
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_inputs_are_open_and_formulas_are_locked(language):
    sheet = openpyxl.load_workbook(io.BytesIO(made(sample("rail-iscs"), language))).worksheets[PRICE]
    assert sheet.protection.sheet
    assert not sheet["F5"].protection.locked
    assert sheet["F6"].protection.locked
