"""A deal: everything known of one opportunity, section by section."""

from __future__ import annotations

from collections.abc import Collection
from typing import Annotated

from pydantic import ValidationInfo, field_validator

from kadocs.findings import Text
from kadocs.model import succession
from kadocs.model.account import Account
from kadocs.model.approval import Approval
from kadocs.model.bid import Bid
from kadocs.model.charts import Charts, charts
from kadocs.model.choice import Choice
from kadocs.model.closing import Closing
from kadocs.model.competitor import Competitor
from kadocs.model.contacts import Contact
from kadocs.model.contract import Contract
from kadocs.model.delivery import Delivery
from kadocs.model.marks import Audience, Mark, computed
from kadocs.model.negotiation import Negotiation
from kadocs.model.noun import Noun
from kadocs.model.opportunity import Opportunity
from kadocs.model.qualifications import Qualifications
from kadocs.model.quote import Quote
from kadocs.model.relations import Relations, relations
from kadocs.model.requirement import Requirement
from kadocs.model.solution import Solution
from kadocs.model.tender import Tender
from kadocs.model.vendor import Vendor
from kadocs.model.view import Record, view


class Language(Choice):
    """The language of a deal's documents."""

    ZH = "zh", "中文", "Chinese", "zh-CN", "简体中文"
    EN = "en", "英文", "English", "en-US", "en-GB"


class Deal(Noun):
    """One opportunity with all that is known of it so far; each deliverable says what it needs."""

    language: Annotated[
        Language,
        Mark(
            "文档语言",
            "Language",
            names=("语言",),
            help=Text("默认用哪种语言出文件", "The language of documents where none is asked for"),
        ),
    ] = Language.ZH
    vendor: Annotated[
        Vendor | None,
        Mark(
            "我方信息",
            "Vendor",
            names=("供应商信息", "公司信息"),
            help=Text(
                "我方公司，一般写在工作区的 kadocs.yaml 里",
                "Our company; mostly in kadocs.yaml of the workspace",
            ),
        ),
    ] = None
    account: Annotated[
        Account | None,
        Mark(
            "客户信息",
            "Account",
            names=("客户概况",),
            help=Text("客户是谁、值不值得投入", "Who the customer is, and what it is worth to us"),
        ),
    ] = None
    opportunity: Annotated[
        Opportunity | None,
        Mark(
            "商机信息",
            "Opportunity",
            names=("项目信息",),
            help=Text("客户要做的项目和我方的进展", "The customer's project, and where we stand in it"),
        ),
    ] = None
    contacts: Annotated[
        tuple[Contact, ...],
        Mark(
            "联系人",
            "Contacts",
            names=("决策链", "客户联系人"),
            help=Text("客户里与这次采购有关的每个人", "Everyone at the customer who has a part in it"),
        ),
    ] = ()
    requirements: Annotated[
        tuple[Requirement, ...],
        Mark(
            "需求",
            "Requirements",
            names=("需求清单", "需求响应"),
            help=Text(
                "客户的要求和我方的答复，一条一行", "What the customer asks, and our answer; one a row"
            ),
        ),
    ] = ()
    competitors: Annotated[
        tuple[Competitor, ...],
        Mark(
            "竞争对手",
            "Competitors",
            audience=Audience.INTERNAL,
            names=("竞争分析", "竞争"),
            help=Text("可能参与的每个对手", "Every rival that may take part"),
        ),
    ] = ()
    approval: Annotated[
        Approval | None,
        Mark(
            "售前立项",
            "Presales approval",
            audience=Audience.INTERNAL,
            names=("立项", "立项报告"),
            help=Text("做不做这个项目的依据和审批", "Whether we go for it, on what figures, and who says so"),
        ),
    ] = None
    solution: Annotated[
        Solution | None,
        Mark(
            "解决方案",
            "Solution",
            names=("方案",),
            help=Text("我方怎么做，建议书各章的内容", "What we offer, chapter by chapter of the proposal"),
        ),
    ] = None
    quote: Annotated[
        Quote | None,
        Mark(
            "报价",
            "Quotation",
            names=("报价信息", "商务"),
            help=Text("卖多少钱、怎么付、有效多久", "The price, its terms, and how long it holds"),
        ),
    ] = None
    tender: Annotated[
        Tender | None,
        Mark(
            "招标信息",
            "Tender",
            names=("招标文件",),
            help=Text("招标文件要求什么", "What the tender asks for"),
        ),
    ] = None
    bid: Annotated[
        Bid | None,
        Mark(
            "投标信息",
            "Our bid",
            names=("投标文件", "投标"),
            help=Text("我方怎样投标", "What we hand in, and how"),
        ),
    ] = None
    qualifications: Annotated[
        Qualifications | None,
        Mark(
            "资格资料",
            "Qualifications",
            names=("资格审查资料",),
            help=Text("资质、业绩、人员、财务的台账", "Certificates, projects, people, figures"),
        ),
    ] = None
    negotiation: Annotated[
        Negotiation | None,
        Mark(
            "商务谈判",
            "Negotiation",
            names=("商务谈判表", "谈判"),
            help=Text("底线、让步、谈判经过和谈成的条款", "Limits, concessions, talks, and what was agreed"),
        ),
    ] = None
    contract: Annotated[
        Contract | None,
        Mark(
            "合同",
            "Contract",
            names=("合同信息", "合同条款"),
            help=Text("双方签的合同和我方的评审", "What both sides signed, and our review of it"),
        ),
    ] = None
    delivery: Annotated[
        Delivery | None,
        Mark(
            "实施交付",
            "Delivery",
            names=("实施与验收", "项目实施"),
            help=Text("实施、验收、结算的全部记录", "How it was carried out, accepted and settled"),
        ),
    ] = None
    closing: Annotated[
        Closing | None,
        Mark(
            "项目结项",
            "Project close",
            audience=Audience.INTERNAL,
            names=("结项", "结项报告"),
            help=Text("目标、成本、回款和经验", "Goals, costs, receipts and lessons"),
        ),
    ] = None

    @field_validator("negotiation", "contract", "delivery", "closing")
    @classmethod
    def _succeeding(cls, section: Noun | None, info: ValidationInfo) -> Noun | None:
        return succession.filled(section, info.data)

    @computed(
        Mark(
            "关系覆盖",
            "Relationships",
            audience=Audience.INTERNAL,
            help=Text(
                "由联系人算出：影响力覆盖率、决策者是否覆盖",
                "From the contacts: influence covered, decision maker covered",
            ),
        ),
        "contacts",
    )
    def relations(self) -> Relations | None:
        """How well the people who decide are covered; None without contacts."""
        return relations(self.contacts)

    @computed(
        Mark(
            "图表",
            "Charts",
            help=Text(
                "由其他各节的数据画出",
                "Drawn from the other sections",
            ),
        )
    )
    def charts(self) -> Charts:
        """The charts that documents show, worked out from the other sections."""
        return charts(self)

    def view(
        self,
        audience: Audience,
        language: str,
        needed: Collection[str] = (),
        personal: Collection[str] = (),
    ) -> Record:
        """What a template for `audience` may see of this deal, with labels in `language`.

        Where a `needed` field has no value, a draft shows a gap, in an empty list too. Personal
        data is masked for those outside, save the fields that `personal` names.
        """
        return view(self, audience, language, needed, personal)
