"""公民身份号码: the 18 characters of a Chinese identity card, the last a check character.

Source: GB 11643-1999, 公民身份号码; its check character is that of ISO 7064, MOD 11-2.
"""

from __future__ import annotations

import re
from datetime import date

from kadocs.figures.text import tidy
from kadocs.findings import Fault, Text

_FORM = re.compile("[1-9][0-9]{16}[0-9X]")
_CHECKS = "10X98765432"
_WEIGHTS = tuple(pow(2, 17 - place, 11) for place in range(17))


def parse(text: str) -> str:
    """The identity number in `text`, without blanks, a final x as X.

    Raises Fault where it does not have 18 characters, holds a birthday that there is not, or ends with
    the wrong check character; the message does not repeat the number, which is personal.
    """
    number = "".join(tidy(text).split()).upper()
    if not _FORM.fullmatch(number):
        raise Fault(
            Text("身份证号应为 18 位，这里是 {n} 位", "an identity number has 18 characters, not {n}").fill(
                n=len(number)
            )
            if len(number) != 18
            else Text("身份证号里有不该有的字符", "the identity number holds a character that none has"),
            Text(
                "请对照证件填写 17 位数字和 1 位校验码（数字或 X）",
                "write the 17 digits of the card and its check character, a digit or X",
            ),
        )
    if not _born(number):
        raise Fault(
            Text(
                "身份证号第 7 至 14 位不是一个日期",
                "characters 7 to 14 of the identity number are not a date",
            ),
            Text("请对照证件核对出生日期", "compare the birthday with the card"),
        )
    if number[17] != check_sign(number[:17]):
        raise Fault(
            Text("身份证号的校验位不对", "the identity number has a wrong check character"),
            Text("请对照证件逐位核对，多半是抄错了一位", "compare it with the card; mostly one was misread"),
        )
    return number


def check_sign(body: str) -> str:
    """The check character of the first 17 digits, weighted by powers of 2, modulo 11."""
    total = sum(int(digit) * weight for digit, weight in zip(body, _WEIGHTS, strict=True))
    return _CHECKS[total % 11]


def _born(number: str) -> bool:
    try:
        date(int(number[6:10]), int(number[10:12]), int(number[12:14]))
    except ValueError:
        return False
    return True
