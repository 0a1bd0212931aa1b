"""The field manual: every field of the model with its titles, kind, audience and help, as Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

from kadocs.findings import NOTHING, Text
from kadocs.model.deal import Deal
from kadocs.model.noun import Noun
from kadocs.model.portfolio import Portfolio
from kadocs.model.schema import Field, fields
from kadocs.model.types import Kind

_KINDS = {
    Kind.TEXT: Text("文字", "text"),
    Kind.LINES: Text("多行文字", "lines"),
    Kind.NAMES: Text("名称列表", "names"),
    Kind.NUMBER: Text("数字", "number"),
    Kind.PERCENT: Text("百分比", "percentage"),
    Kind.COUNT: Text("整数", "whole number"),
    Kind.FLAG: Text("是/否", "yes/no"),
    Kind.DAY: Text("日期", "date"),
    Kind.MOMENT: Text("日期和时刻", "date and time"),
    Kind.AMOUNT: Text("金额", "amount"),
    Kind.CHOICE: Text("选项", "choice"),
    Kind.SCAN: Text("扫描件", "scanned files"),
    Kind.PICTURE: Text("图片", "picture"),
}
_SECTION, _TABLE = Text("一节", "section"), Text("表", "table")
_REQUIRED, _PERSONAL = Text("必填", "required"), Text("个人信息", "personal")
_WORKED_OUT, _CHECKED = Text("算出", "worked out"), Text("可填，用于核对", "may be stated, to be checked")

_HEAD = """# 字段手册 · Fields

商机文件里的每个字段：写在哪里、叫什么、填什么、谁看得到。本页由模型生成（`make docs`），请勿手改。
“谁可见”是能看到它的最低一级：公开 < 客户可见 < 合作伙伴可见 < 内部 < 机密；
更高一级的字段不会进入给客户的文档。
“表”的每行是一条记录，在 Excel 里是一张表，路径中写作 `[]`；“算出”的值不用填。

Every field of a deal: where it stands, what it is called, what to fill in, who may see it.
This page is generated from the model (`make docs`); do not edit it.
The audience is the lowest that sees the field: public < customer < partner < internal < secret.
A table is a table of Excel, each row a record, `[]` in the path; what is worked out need not be filled in.
"""
_ACCOUNT_HEAD = """
# 客户文档的字段 · Fields of documents about an account

`scope: account` 的模板看到的不是一个商机，而是一个客户的全部商机：
`account`、`vendor`、`contacts` 和每个 `deals` 的字段同上，其余由各商机算出，币种不同的金额不相加。

A template with `scope: account` sees all deals of a customer instead of one: the fields of `account`,
`vendor`, `contacts` and of each of the `deals` are those above; the rest is worked out from the deals, and
currencies are never added.
"""
_COLUMNS = (
    "| 路径 Path | 标题 | Title | 类型 Type | 单位 Unit | 谁可见 Audience | 说明 Help | 可填 Choices |\n"
    "| --- | --- | --- | --- | --- | --- | --- | --- |\n"
)


def manual() -> str:
    """The whole manual, a chapter for each section and table of a deal, in the order of the model.

    The last chapters are about what documents about an account see beside its deals.
    """
    deal = list(_parts(Deal, "", Text("商机", "Deal")))
    known = frozenset(noun for noun, _, _ in deal)
    account = _parts(Portfolio, "", Text("客户", "Account"), known)
    return _HEAD + _chapters(deal) + _ACCOUNT_HEAD + _chapters(account)


_Part: TypeAlias = tuple[type[Noun], str, Text]


def _parts(
    noun: type[Noun], path: str, title: Text, known: frozenset[type[Noun]] = frozenset()
) -> Iterator[_Part]:
    """A noun and all below it that are not `known` already."""
    yield noun, path, title
    for field in _shown(noun):
        if field.noun and field.noun not in known:
            yield from _parts(field.noun, _path(path, field), field.mark.title, known)


def _chapters(parts: Iterable[_Part]) -> str:
    return "".join(_chapter(*part) for part in parts)


def _chapter(noun: type[Noun], path: str, title: Text) -> str:
    level = "#" * min(2 + path.count("."), 4)
    name = f" · `{path}`" if path else ""
    rows = "".join(_row(noun, path, field) for field in _shown(noun))
    return f"\n{level} {title.zh} · {title.en}{name}\n\n{_COLUMNS}{rows}"


def _shown(noun: type[Noun]) -> list[Field]:
    """The fields of a noun; one that is worked out stands for the input that states it."""
    return [field for field in fields(noun) if not field.stated]


def _row(noun: type[Noun], path: str, field: Field) -> str:
    mark = field.mark
    cells = (
        f"`{_path(path, field)}`",
        mark.zh,
        mark.en,
        _several(_kind(field), *_notes(noun, field)),
        _both(mark.unit),
        _both(mark.audience.title),
        _both(mark.help, "<br>"),
        "<br>".join(_both(choice.label) for choice in field.choice) if field.choice else "",
    )
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |\n"


def _kind(field: Field) -> Text:
    if field.noun:
        return _TABLE if field.many else _SECTION
    return _KINDS.get(field.kind, NOTHING) if field.kind else NOTHING


def _notes(noun: type[Noun], field: Field) -> Iterator[Text]:
    if field.computed:
        stated = any(other.stated and other.key == field.key for other in fields(noun))
        yield _CHECKED if stated else _WORKED_OUT
    if field.required:
        yield _REQUIRED
    if field.mark.personal:
        yield _PERSONAL


def _several(*texts: Text) -> str:
    return "<br>".join(_both(text) for text in texts if text != NOTHING)


def _both(text: Text, between: str = " ") -> str:
    if text == NOTHING or text.zh == text.en:
        return text.zh
    return f"{text.zh}{between}{text.en}"


def _path(path: str, field: Field) -> str:
    name = f"{path}.{field.key}" if path else field.key
    return f"{name}[]" if field.noun and field.many else name
