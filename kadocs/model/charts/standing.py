"""Where we stand: against our rivals, and at the customer."""

from __future__ import annotations

from decimal import Decimal

from kadocs.findings import Text
from kadocs.model.account import Account
from kadocs.model.charts.plot import Plot, Points, Scatter, plot, series
from kadocs.model.charts.wording import joined, left_out, short
from kadocs.model.competitor import Comparison

MOST_AXES, MOST_FIRMS = 6, 4

_FEWEST_AXES = 3  # with two a radar is a line


def radar(rivalry: Comparison | None) -> Plot | None:
    """Up to four firms on up to six axes, the first one first, then those of the highest total."""
    if rivalry is None or len(rivalry.axes) < _FEWEST_AXES:
        return None
    first, *others = rivalry.firms
    best = sorted(others, key=lambda firm: -firm.total)[: MOST_FIRMS - 1]
    firms = [first, *(firm for firm in others if any(firm is each for each in best))]
    rows = [
        series(
            short(firm.name),
            (None if cell.score is None else Decimal(cell.score) for cell in firm.values[:MOST_AXES]),
            number,
        )
        for number, firm in enumerate(firms, start=1)
    ]
    return plot(
        Text("竞争雷达：各公司逐项评分，0 到 5", "Competitor radar: each firm's scores from 0 to 5"),
        map(short, rivalry.axes[:MOST_AXES]),
        rows,
        note=joined(
            left_out(len(rivalry.firms) - len(firms), Text("家公司", "firms")),
            left_out(len(rivalry.axes) - MOST_AXES, Text("个对比项", "axes")),
        ),
    )


def account_grid(account: Account | None) -> Scatter | None:
    """The customer by our position and its attractiveness, both out of 100."""
    if account is None or account.position is None or account.attractiveness is None:
        return None
    point = Points.model_construct(
        name=short(account.short_name or account.name or ""),
        x=(account.position,),
        y=(account.attractiveness,),
        like=1,
    )
    title = Text("客户定位：竞争力 {x}，吸引力 {y}", "Account grid: position {x}, attractiveness {y}")
    return Scatter.model_construct(
        title=title.fill(x=account.position, y=account.attractiveness), series=(point,)
    )
