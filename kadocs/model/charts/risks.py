"""风险矩阵: risks by probability and impact, five by five."""

from __future__ import annotations

from typing import Annotated

from kadocs.findings import Text
from kadocs.model.approval.sign_off import DealRisk
from kadocs.model.choice import Choice
from kadocs.model.marks import Mark
from kadocs.model.noun import Noun
from kadocs.model.solution.care import Risk
from kadocs.model.types import Count, Words

_SCALE = range(1, 6)
_HIGH, _MEDIUM = 15, 8


class Heat(Choice):
    """How much a cell of the matrix burns: probability × impact, high from 15, medium from 8."""

    LOW = "low", "低", "Low"
    MEDIUM = "medium", "中", "Medium"
    HIGH = "high", "高", "High"


class RiskCell(Noun):
    """One field of the matrix: how bad it is, and the risks that stand in it."""

    score: Annotated[Count, Mark("风险值", "Score", help=Text("概率 × 影响", "Probability × impact"))]
    heat: Annotated[
        Heat, Mark("热度", "Heat", help=Text("15 起为高，8 起为中", "High from 15, medium from 8"))
    ]
    count: Annotated[Count, Mark("风险个数", "Risks", help=Text("落在这一格的", "Those that fall here"))]
    ids: Annotated[
        Words | None, Mark("风险序号", "Numbers", help=Text("在风险清单中的行号", "Their rows in the list"))
    ] = None


class RiskRow(Noun):
    """The fields of one probability, by impact from 1 to 5."""

    probability: Annotated[Count, Mark("风险概率", "Probability", help=Text("1 到 5", "1 to 5"))]
    cells: Annotated[
        tuple[RiskCell, ...], Mark("矩阵格", "Cells", help=Text("影响从 1 到 5", "Impact from 1 to 5"))
    ]


class RiskMatrix(Noun):
    """The matrix, the highest probability first, as a table prints it."""

    rows: Annotated[
        tuple[RiskRow, ...], Mark("矩阵行", "Rows", help=Text("概率从 5 到 1", "Probability from 5 to 1"))
    ]
    note: Annotated[
        Words | None, Mark("图注", "Note", help=Text("没画出的有几项", "How many are left out"))
    ] = None


def risk_matrix(risks: tuple[DealRisk | Risk, ...]) -> RiskMatrix | None:
    """Where each risk stands, by the number of its row; None where none has both figures."""
    found: dict[tuple[int, int], list[int]] = {}
    for number, risk in enumerate(risks, start=1):
        if risk.probability is not None and risk.impact is not None:
            found.setdefault((risk.probability, risk.impact), []).append(number)
    if not found:
        return None
    missing = len(risks) - sum(map(len, found.values()))
    note = Text("另有 {n} 项未填概率或影响。", "{n} more without probability or impact.").fill(n=missing)
    return RiskMatrix.model_construct(
        rows=tuple(
            RiskRow.model_construct(
                probability=probability,
                cells=tuple(_cell(probability * i, found.get((probability, i), [])) for i in _SCALE),
            )
            for probability in reversed(_SCALE)
        ),
        note=note if missing else None,
    )


def _cell(score: int, numbers: list[int]) -> RiskCell:
    heat = Heat.HIGH if score >= _HIGH else Heat.MEDIUM if score >= _MEDIUM else Heat.LOW
    ids = Text("、".join(map(str, numbers)), ", ".join(map(str, numbers)))
    return RiskCell.model_construct(score=score, heat=heat, count=len(numbers), ids=ids if numbers else None)
