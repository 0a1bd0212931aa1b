"""统一社会信用代码 (USCC): the 18 characters on a Chinese business licence, the last a check character.

Source: GB 32100-2015, 法人和其他组织统一社会信用代码编码规则.
"""

from __future__ import annotations

import re

from kadocs.figures.text import quoted, tidy
from kadocs.findings import Fault, Text

_SIGNS = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_WEIGHTS = tuple(pow(3, place, 31) for place in range(17))
_FORM = re.compile(f"[{_SIGNS}]{{2}}[0-9]{{6}}[{_SIGNS}]{{10}}")
_MEANT = re.compile("[0-9A-Z]{16,19}")


def parse(text: str) -> str:
    """The code in `text`, in capitals and without blanks.

    The number of another country's register, which is shorter or has other signs in it, is kept as it
    stands. Raises Fault for 16 to 19 letters and digits, which must be meant as a code, where they are not
    18, hold I, O, S, V or Z, or end with the wrong check character.
    """
    code = "".join(tidy(text).split()).upper()
    if not _MEANT.fullmatch(code):
        return text.strip()
    if not _FORM.fullmatch(code):
        raise _malformed(code)
    if code[17] != check_sign(code[:17]):
        raise Fault(
            Text(
                "{code}的校验位不对，不是有效的统一社会信用代码",
                "{code} has a wrong check character: it is no registered code",
            ).fill(code=quoted(code)),
            Text(
                "请对照营业执照逐位核对；常见的是抄错一位或把 0 写成 O、1 写成 I",
                "compare it with the business licence; mostly one character was misread",
            ),
        )
    return code


def check_sign(body: str) -> str:
    """The check character of the first 17: 31 less their sum weighted by powers of 3, modulo 31."""
    total = sum(_SIGNS.index(sign) * weight for sign, weight in zip(body, _WEIGHTS, strict=True))
    return _SIGNS[-total % 31]


def _malformed(code: str) -> Fault:
    stranger = next((sign for sign in code if sign not in _SIGNS), None)
    if stranger:
        hint = Text(
            "统一社会信用代码不用字母 I、O、S、V、Z；请核对是否把数字看成了字母",
            "the code has no letters I, O, S, V, Z; look whether a digit was read as a letter",
        )
    else:
        hint = Text(
            "应为 18 位：登记管理部门和机构类别 2 位、行政区划数字 6 位、主体标识 9 位、校验位 1 位",
            "it has 18 characters: 2 for the register, 6 digits for the region, 9 for the body, 1 to check",
        )
    return Fault(
        Text(
            "{code}（{n} 位）不是统一社会信用代码", "{code} ({n} characters) is not a unified credit code"
        ).fill(code=quoted(code), n=len(code)),
        hint,
    )
