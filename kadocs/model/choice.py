"""Closed lists of values, each with a code and a label in Chinese and English."""

from __future__ import annotations

from enum import Enum
from typing import Any, Self

from pydantic import GetCoreSchemaHandler
from pydantic_core import CoreSchema, core_schema

from kadocs.figures.text import folded
from kadocs.findings import Fault, Text


class Choice(Enum):
    """One of a closed list: `DEVELOP = "develop", "1开发", "Develop"` (code, zh, en, other names)."""

    code: str
    zh: str
    en: str
    names: tuple[str, ...]

    def __new__(cls, code: str, zh: str, en: str, *names: str) -> Self:
        """The member whose value is its code."""
        member = object.__new__(cls)
        member._value_ = code
        member.code, member.zh, member.en, member.names = code, zh, en, names
        return member

    @property
    def label(self) -> Text:
        """The value as users read it."""
        return Text(self.zh, self.en)

    @classmethod
    def read(cls, value: object) -> Self:
        """The member that `value` names by code, label or other name, whatever its case or width.

        Raises `Fault` with the list of labels when there is none.
        """
        if isinstance(value, cls):
            return value
        wanted = folded(str(value))
        for member in cls:
            if wanted in {folded(name) for name in (member.code, member.zh, member.en, *member.names)}:
                return member
        raise Fault(
            Text("“{value}”不是可选的值", "“{value}” is not one of the choices").fill(value=value),
            Text(
                "请填：" + "、".join(member.zh for member in cls),
                "Use one of: " + ", ".join(member.en for member in cls),
            ),
        )

    @classmethod
    def __get_pydantic_core_schema__(cls, source: type[Any], handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_plain_validator_function(
            cls.read,
            serialization=core_schema.plain_serializer_function_ser_schema(lambda member: member.code),
        )
