"""Papers that prove what we are: certificates, honours, lawsuits, credit checks."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import model_validator

from kadocs.findings import Text
from kadocs.model.marks import Mark
from kadocs.model.noun import Noun
from kadocs.model.types import Amount, Day, Flag, Scans, String, flag

_ENDLESS = frozenset(
    ("长期", "长期有效", "永久", "永久有效", "无固定期限", "permanent", "unlimited", "no expiry")
)


class Certificate(Noun):
    """A certificate of the company; those of persons stand with the person."""

    id: Annotated[
        String | None,
        Mark(
            "资质编号",
            "Certificate ID",
            names=("编号", "No."),
            help=Text("如 C-01，供资格要求引用", "Such as C-01, to refer to"),
        ),
    ] = None
    name: Annotated[
        String,
        Mark(
            "证书名称",
            "Certificate",
            names=("资质名称", "名称"),
            help=Text("照证书抄写", "As on the certificate"),
        ),
    ]
    number: Annotated[
        String | None,
        Mark("证书编号", "Certificate number", names=("证书号",), help=Text("按文字填写", "As text")),
    ] = None
    issuer: Annotated[
        String | None,
        Mark("发证机构", "Issuer", names=("颁发机构", "发证机关"), help=Text("机构全称", "Its full name")),
    ] = None
    scope: Annotated[
        String | None,
        Mark(
            "证书范围",
            "Scope of the certificate",
            names=("认证范围", "范围"),
            help=Text("须覆盖招标内容", "It must cover the tender"),
        ),
    ] = None
    grade: Annotated[
        String | None,
        Mark("资质等级", "Grade", names=("等级", "级别"), help=Text("如 一级、CMMI 5", "Such as CMMI 5")),
    ] = None
    valid_from: Annotated[
        Day | None,
        Mark("证书生效日", "Valid from", names=("发证日期",), help=Text("发证或生效日期", "When it begins")),
    ] = None
    valid_until: Annotated[
        Day | None,
        Mark(
            "证书有效期至",
            "Valid until",
            names=("有效期", "有效期至"),
            help=Text("没有期限就写“长期”", "Where it has no end, write “permanent”"),
        ),
    ] = None
    permanent: Annotated[
        Flag, Mark("长期有效", "Without end", help=Text("证书写明长期填“是”", "Yes where it says so"))
    ] = False
    scan: Annotated[
        Scans | None,
        Mark(
            "证书扫描件",
            "Certificate scan",
            names=("扫描件", "扫描件路径"),
            help=Text("150 dpi 以上，写路径", "Its path; 150 dpi or more"),
        ),
    ] = None

    @model_validator(mode="before")
    @classmethod
    def _endless(cls, given: Any) -> Any:
        """A certificate that is valid until 长期 has no last day."""
        until = given.get("valid_until") if isinstance(given, dict) else None
        if not isinstance(until, str) or until.strip().casefold() not in _ENDLESS:
            return given
        if "permanent" in given and not flag(given["permanent"]):
            return given
        return {**{key: value for key, value in given.items() if key != "valid_until"}, "permanent": True}


class Honour(Noun):
    """An award to the company."""

    name: Annotated[
        String,
        Mark("荣誉名称", "Honour", names=("奖项", "名称"), help=Text("照证书抄写", "As on the certificate")),
    ]
    issuer: Annotated[
        String | None, Mark("授奖单位", "Awarded by", names=("颁发单位",), help=Text("单位全称", "In full"))
    ] = None
    date: Annotated[
        Day | None, Mark("获奖日期", "Awarded on", help=Text("证书上的日期", "The date on it"))
    ] = None
    level: Annotated[
        String | None,
        Mark(
            "奖项级别",
            "Level",
            names=("级别",),
            help=Text("国家级、省部级、行业级", "National, provincial, of the trade"),
        ),
    ] = None
    scan: Annotated[
        Scans | None,
        Mark("荣誉扫描件", "Honour scan", names=("扫描件",), help=Text("文件路径", "The path of the file")),
    ] = None


class Lawsuit(Noun):
    """A lawsuit or arbitration of the years that the tender asks about."""

    matter: Annotated[
        String, Mark("案由", "Matter", help=Text("如 买卖合同纠纷", "Such as a dispute over a contract"))
    ]
    date: Annotated[
        Day | None, Mark("立案日期", "Filed on", help=Text("法院或仲裁机构立案日", "When it was filed"))
    ] = None
    role: Annotated[
        String | None,
        Mark("诉讼地位", "Our part", help=Text("原告、被告、申请人或被申请人", "Plaintiff or defendant")),
    ] = None
    opponent: Annotated[
        String | None, Mark("对方当事人", "Opponent", help=Text("照裁判文书", "As the papers have it"))
    ] = None
    court: Annotated[
        String | None, Mark("审理机构", "Court", help=Text("法院或仲裁委员会", "The court or tribunal"))
    ] = None
    amount: Annotated[
        Amount | None, Mark("涉案金额", "Amount in dispute", help=Text("诉讼请求的金额", "What is claimed"))
    ] = None
    result: Annotated[
        String | None,
        Mark(
            "诉讼结果",
            "Outcome",
            names=("结果",),
            help=Text("判决、和解或在审", "Decided, settled or pending"),
        ),
    ] = None


class CreditCheck(Noun):
    """What an official register said of us, on a day."""

    source: Annotated[
        String,
        Mark(
            "信用查询网站",
            "Register",
            names=("查询网站",),
            help=Text("如 信用中国、中国政府采购网", "Such as Credit China"),
        ),
    ]
    date: Annotated[
        Day | None,
        Mark(
            "信用查询日期",
            "Checked on",
            names=("查询日期",),
            help=Text("截图上的日期", "The date on the printout"),
        ),
    ] = None
    clean: Annotated[
        Flag | None,
        Mark(
            "无失信记录",
            "Clean record",
            help=Text("无失信、行贿、重大违法记录填“是”", "Yes where nothing is held against us"),
        ),
    ] = None
    scan: Annotated[
        Scans | None,
        Mark("信用查询截图", "Printout", names=("截图",), help=Text("文件路径", "The path of the file")),
    ] = None
