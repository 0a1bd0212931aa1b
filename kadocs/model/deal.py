"""A deal: everything known of one opportunity, section by section."""

from __future__ import annotations

from collections.abc import Collection
from typing import Annotated

from kadocs.model.account import Account, Contact
from kadocs.model.choice import Choice
from kadocs.model.competitor import Competitor
from kadocs.model.marks import Audience, Mark
from kadocs.model.noun import Noun
from kadocs.model.opportunity import Opportunity
from kadocs.model.quote import Quote
from kadocs.model.requirement import Requirement
from kadocs.model.solution import Solution
from kadocs.model.vendor import Vendor
from kadocs.model.view import Record, view


class Language(Choice):
    """The language of a deal's documents."""

    ZH = "zh", "中文", "Chinese", "zh-CN", "简体中文"
    EN = "en", "英文", "English", "en-US", "en-GB"


class Deal(Noun):
    """One opportunity with all that is known of it so far; each deliverable says what it needs."""

    language: Annotated[Language, Mark("文档语言", "Language", names=("语言",))] = Language.ZH
    vendor: Annotated[Vendor | None, Mark("我方信息", "Vendor", names=("供应商信息", "公司信息"))] = None
    account: Annotated[Account | None, Mark("客户信息", "Account", names=("客户概况",))] = None
    opportunity: Annotated[Opportunity | None, Mark("商机信息", "Opportunity", names=("项目信息",))] = None
    contacts: Annotated[tuple[Contact, ...], Mark("联系人", "Contacts", names=("决策链", "客户联系人"))] = ()
    requirements: Annotated[
        tuple[Requirement, ...], Mark("需求", "Requirements", names=("需求清单", "需求响应"))
    ] = ()
    competitors: Annotated[
        tuple[Competitor, ...],
        Mark("竞争对手", "Competitors", audience=Audience.INTERNAL, names=("竞争分析", "竞争")),
    ] = ()
    solution: Annotated[Solution | None, Mark("解决方案", "Solution", names=("方案",))] = None
    quote: Annotated[Quote | None, Mark("报价", "Quotation", names=("报价信息", "商务"))] = None

    def view(self, audience: Audience, language: str, needed: Collection[str] = ()) -> Record:
        """What a template for `audience` may see of this deal, with labels in `language`.

        Where a `needed` field has no value, a draft shows a gap, in an empty list too.
        """
        return view(self, audience, language, needed)
