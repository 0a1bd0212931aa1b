"""Bank account numbers as they are printed."""

from __future__ import annotations

import re

from kadocs.figures.text import quoted, tidy
from kadocs.findings import Fault, Text

_NUMBER = re.compile("[0-9A-Z]{4,34}")


def grouped(text: str) -> str:
    """The account number in groups of four: "6222020000000012345" gives "6222 0200 0000 0012 345".

    An IBAN is grouped in the same way. Blanks and hyphens in `text` do not count. Raises Fault for other
    characters, for fewer than 4 and for more than 34, the longest IBAN (ISO 13616).
    """
    number = re.sub(r"[\s-]", "", tidy(text)).upper()
    if not _NUMBER.fullmatch(number):
        raise Fault(
            Text("{text}不是银行账号", "{text} is not a bank account number").fill(text=quoted(text)),
            Text("账号由 4 到 34 位数字或字母组成", "it has 4 to 34 digits or letters"),
        )
    return " ".join(number[start : start + 4] for start in range(0, len(number), 4))
