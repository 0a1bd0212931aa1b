"""评分对标: the points of the tender that we expect, and those that we lose."""

from __future__ import annotations

from decimal import Decimal

from kadocs.findings import Text
from kadocs.model.charts.plot import Plot, plot, series
from kadocs.model.charts.wording import joined, left_out, short
from kadocs.model.tender import Tender

MOST_FACTORS = 14


def score_gap(tender: Tender | None) -> Plot | None:
    """Points got and lost for each scored factor; of more than 14 those of the most points."""
    evaluation = tender.evaluation if tender else None
    scored = [
        (factor.factor, factor.points, factor.our_score)
        for factor in (evaluation.factors if evaluation else ())
        if factor.points is not None and factor.our_score is not None
    ]
    if not scored or evaluation is None:
        return None
    largest = sorted(scored, key=lambda row: -row[1])[:MOST_FACTORS]
    shown = [row for row in scored if any(row is each for each in largest)]
    lost = [max(points - ours, Decimal(0)) or None for _, points, ours in shown]
    return plot(
        Text("评分对标：预计得分与失分", "Points that we expect, and points lost"),
        (short(name) for name, _, _ in shown),
        [
            series(Text("我方得分（估）", "Our points (estimate)"), (ours for _, _, ours in shown), 1),
            series(Text("失分", "Points lost"), lost, 2),
        ],
        note=joined(left_out(len(evaluation.factors) - len(shown), Text("个因素", "factors"))),
    )
