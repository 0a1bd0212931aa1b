"""The accounts of the company."""

from __future__ import annotations

from typing import Annotated

from kadocs.findings import Text
from kadocs.model.marks import Mark
from kadocs.model.noun import Noun
from kadocs.model.types import Scans, String


class Bank(Noun):
    """The account that customers pay into."""

    name: Annotated[
        String,
        Mark(
            "开户行",
            "Bank",
            names=("开户银行", "银行名称"),
            help=Text("支行全称", "The bank and its branch, in full"),
        ),
    ]
    account: Annotated[
        String,
        Mark(
            "账号",
            "Account number",
            names=("银行账号", "银行账户"),
            help=Text("按文字填写全部数字", "All digits, as text"),
        ),
    ]


class BasicAccount(Noun):
    """The company's basic deposit account (基本存款账户), from which bid bonds are paid."""

    bank: Annotated[
        String | None,
        Mark(
            "基本户开户行",
            "Basic account's bank",
            names=("基本账户开户银行",),
            help=Text("支行全称", "Bank and branch, in full"),
        ),
    ] = None
    account: Annotated[
        String | None,
        Mark(
            "基本户账号",
            "Basic account number",
            names=("基本账户账号",),
            help=Text("按文字填写全部数字", "All digits, as text"),
        ),
    ] = None
    permit: Annotated[
        String | None,
        Mark(
            "基本存款账户编号",
            "Basic account permit",
            names=("开户许可证号",),
            help=Text("开户许可证或账户信息单上的编号", "The number on its permit"),
        ),
    ] = None
    scan: Annotated[
        Scans | None,
        Mark(
            "基本户证明",
            "Basic account proof",
            help=Text("许可证或信息单扫描件的路径", "The path of the permit's scan"),
        ),
    ] = None
