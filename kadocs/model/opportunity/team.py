"""铁三角 and those who stand behind it."""

from __future__ import annotations

from typing import Annotated

from kadocs.findings import Text
from kadocs.model.marks import Audience, Mark
from kadocs.model.noun import Noun
from kadocs.model.types import String

_INTERNAL = Audience.INTERNAL


class Triangle(Noun):
    """铁三角: the three people who own the deal on our side, and who else has a part in it."""

    account_manager: Annotated[
        String | None,
        Mark(
            "客户经理",
            "Account manager",
            names=("客户经理AR", "AR"),
            help=Text("对客户关系和签约负责的人", "Who answers for the customer and the signature"),
        ),
    ] = None
    solution_manager: Annotated[
        String | None,
        Mark(
            "解决方案经理",
            "Solution manager",
            names=("解决方案经理SR", "SR"),
            help=Text("对方案和报价技术部分负责的人", "Who answers for the solution"),
        ),
    ] = None
    delivery_manager: Annotated[
        String | None,
        Mark(
            "交付经理",
            "Delivery manager",
            names=("交付经理FR", "FR"),
            help=Text("对交付和验收负责的人", "Who answers for delivery and acceptance"),
        ),
    ] = None
    director: Annotated[
        String | None,
        Mark(
            "项目总监",
            "Project director",
            audience=_INTERNAL,
            help=Text("我方对整个项目负责的领导", "The executive who answers for the whole project"),
        ),
    ] = None
    quality: Annotated[
        String | None,
        Mark(
            "质量负责人",
            "Quality assurance",
            audience=_INTERNAL,
            names=("QA",),
            help=Text("谁检查过程和交付物", "Who checks process and results"),
        ),
    ] = None
    pricing: Annotated[
        String | None,
        Mark(
            "报价负责人",
            "Pricing owner",
            audience=_INTERNAL,
            names=("资源报价负责人",),
            help=Text("谁测算成本、出具报价", "Who works out cost and price"),
        ),
    ] = None
