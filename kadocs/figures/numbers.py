"""Numbers and percentages: what people type, as exact decimals, and back as text."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Context, Decimal

from kadocs.figures.text import LONGEST, is_placeholder, quoted, tidy
from kadocs.findings import Fault, Text

DIGITS = 50
"""Digits that arithmetic on figures keeps; Python's own 28 would round large products."""

EXACT = Context(prec=DIGITS, rounding=ROUND_HALF_UP)

_LARGEST = 30  # digits before the point: with the most places a figure is shown with, still within DIGITS
_MOST_PLACES = 20

_SCALES = {"": 0, "十": 1, "百": 2, "千": 3, "万": 4, "萬": 4, "亿": 8, "億": 8, "万亿": 12}
_SCALE = r"(?P<tens>[十百千]?)(?P<myriad>万亿|[万萬亿億])"
_PLAIN = re.compile(
    r"(?P<sign>[-+△]?)\s*"
    r"(?P<number>(?:[1-9][0-9]{0,2}(?P<gap>[,' ])[0-9]{3}(?:(?P=gap)[0-9]{3})*|[0-9]+)(?:\.[0-9]*)?|\.[0-9]+)"
    rf"\s*(?:{_SCALE})?\s*(?P<unit>(?:[^\W\d_]|[%‰°℃])(?:[^\W\d_]|[%‰°℃/·.]|(?<=[A-Za-z])[23])*)?"
)
_BRACKETED = re.compile(r"\((?P<inside>[^-+△()]+)\)(?P<after>.*)")
_ABOUT = re.compile(
    r"^(?:大?约|近|超过?|至少|至多|最[多少高低]|不[低高少多大小]于|不超过|[≈~≥≤<>±])|(?:左右|以[上下内]|[余多]|起|\+)$"
)
# How most numbers are written, in the one form that a figure has: long tables are full of them.
_TIDY = re.compile(r"-?[1-9][0-9]{0,14}|-?(?:0|[1-9][0-9]{0,14})\.[0-9]{0,9}[1-9]|0", re.ASCII)
_SHORTENED = re.compile(r"[-+]?[0-9.]+[eE][-+]?[0-9]+")

_UNITS = tuple(Decimal(1).scaleb(-places) for places in range(_MOST_PLACES + 1))

_WRITE_DIGITS = Text(
    "请写成普通数字，例如 1234.5、1,234.5 或 120万",
    "write a plain number such as 1234.5 or 1,234.5",
)


def parse(value: object) -> Decimal:
    """The number in `value`, exact and without trailing zeros ("1,234.50" gives 1234.5).

    Takes Decimal, int, float (by its shortest text) and text: full-width digits, thousands
    separated by comma, space or apostrophe, negatives as -1, (1) or △1, scales 万 and 亿.
    Raises Fault for a unit, 约 or ≥, a placeholder such as 待定, and anything that is not a number.
    """
    if not isinstance(value, str):
        return _from_number(value)
    number, unit = _from_text(value)
    if unit:
        raise Fault(
            Text(
                "{value}里有单位“{unit}”，这里只能填数字",
                'a number is expected, {value} has the unit "{unit}"',
            ).fill(value=quoted(value), unit=unit),
            Text("请只写数字，单位写在单位栏里", "write the number alone; the unit has its own field"),
        )
    return number


def parse_with_unit(value: object) -> tuple[Decimal, str]:
    """The number in `value` and the unit behind it: "２台" gives (2, "台"), "120万元" (1200000, "元").

    The unit is "" where there is none. Raises Fault as `parse` does.
    """
    return _from_text(value) if isinstance(value, str) else (_from_number(value), "")


def exact(value: object) -> Decimal:
    """The number in `value` as `parse` reads it, but a float is refused: it may already be off."""
    if isinstance(value, float):
        raise Fault(
            Text(
                "{value} 是二进制浮点数，不是精确的数",
                "{value} is a binary floating-point number, not an exact one",
            ).fill(value=repr(value)),
            Text(
                "请用十进制数或把数字写成带引号的文本",
                "use a decimal number, or write the number as quoted text",
            ),
        )
    return parse(value)


def parse_percent(value: object) -> Decimal:
    """The fraction that `value` means: "13%", "13％", 13 and 0.13 all give 0.13.

    Without a percent sign, up to 1 is a fraction and above 1 up to 100 a percentage.
    Raises Fault for exactly 1 (1% or 100%?), for more than 100, and as `parse` does.
    """
    if isinstance(value, str) and tidy(value).endswith("%"):
        return tidied(EXACT.divide(parse(tidy(value)[:-1]), Decimal(100)))
    number = parse(value)
    size = abs(number)
    if size == 1 or size > 100:
        raise Fault(
            Text("{value}作为百分比含义不明", "{value} is not clear as a percentage").fill(
                value=quoted(value)
            ),
            Text("请带上百分号，例如 1% 或 100%", "write the percent sign, for example 1% or 100%"),
        )
    return number if size < 1 else tidied(EXACT.divide(number, Decimal(100)))


def grouped(value: Decimal | int, places: int | None = None) -> str:
    """`value` with its thousands grouped ("1,234.5"), rounded half up to `places`.

    Without `places` every digit is kept and trailing zeros are dropped. Raises Fault for a float.
    """
    number = exact(value)
    return format(number if places is None else half_up(number, places), ",f")


def percent(value: Decimal | int, places: int | None = None) -> str:
    """The fraction `value` as a percentage: 0.13 gives "13%", 0.125 gives "12.5%".

    Without `places` every digit is kept. Raises Fault for a float.
    """
    return grouped(EXACT.multiply(exact(value), Decimal(100)), places) + "%"


def half_up(value: Decimal | int, places: int = 2) -> Decimal:
    """`value` rounded to `places`, halves away from zero (四舍五入); never a negative zero.

    Raises Fault where `places` is not a whole number from 0 to 20.
    """
    if isinstance(places, bool) or not isinstance(places, int) or not 0 <= places <= _MOST_PLACES:
        raise Fault(
            Text("小数位数{places}不可用", "{places} is not a number of decimal places").fill(
                places=quoted(places)
            ),
            Text("请用 0 到 20 的整数", "use a whole number from 0 to 20"),
        )
    rounded = exact(value).quantize(_UNITS[places], context=EXACT)
    return rounded if rounded else abs(rounded)


def tidied(value: Decimal) -> Decimal:
    """`value` in the one form that a figure has: no exponent, no trailing zeros, no negative zero."""
    if not value:
        return Decimal(0)
    short = value.normalize(EXACT)
    return short.quantize(Decimal(1), context=EXACT) if short == short.to_integral_value() else short


def bounded(value: Decimal) -> Decimal:
    """`value` itself. Raises Fault where it is not finite or has more digits than a figure can."""
    _, digits, exponent = value.as_tuple()
    fits = isinstance(exponent, int) and len(digits) <= DIGITS and exponent >= -DIGITS
    if not fits or value.adjusted() >= _LARGEST:
        raise Fault(
            Text(
                "{value}不是可用的数（过长或无穷）", "{value} is not a usable number (too long, or infinite)"
            ).fill(value=quoted(value)),
            Text("请检查这个数是否写错", "check how the number is written"),
        )
    return value


def _from_number(value: object) -> Decimal:
    if isinstance(value, float):
        return _from_float(value)
    if isinstance(value, Decimal) or (isinstance(value, int) and not isinstance(value, bool)):
        return tidied(bounded(Decimal(value)))
    if value is None:
        raise _empty()
    raise Fault(
        Text("这里需要数字，得到的是 {kind}", "a number is expected, not {kind}").fill(
            kind=type(value).__name__
        ),
        _WRITE_DIGITS,
    )


def _from_float(value: float) -> Decimal:
    # Beyond 15 digits Excel has already replaced the last ones by zeros.
    if abs(value) >= 1e15:
        raise Fault(
            Text(
                "{value} 超过 15 位，末尾的数字已经丢失",
                "{value} has more than 15 digits; its last ones are lost",
            ).fill(value=repr(value)),
            Text("请把单元格设为文本格式后重新填写", "format the cell as text and enter the number again"),
        )
    return tidied(bounded(Decimal(repr(value))))


def _from_text(value: str) -> tuple[Decimal, str]:
    if _TIDY.fullmatch(value):
        return Decimal(value), ""
    text = tidy(value)
    bracketed = _BRACKETED.fullmatch(text[:LONGEST])
    plain = "-" + bracketed["inside"] + bracketed["after"] if bracketed else text
    match = _PLAIN.fullmatch(plain) if len(text) <= LONGEST and not _ABOUT.search(text) else None
    if not match or not _is_unit(match["unit"] or ""):
        raise _not_a_number(value, text)
    number = Decimal(match["number"].replace(match["gap"] or ",", ""))
    scale = _SCALES[match["tens"] or ""] + _SCALES[match["myriad"] or ""]
    scaled = EXACT.multiply(bounded(number), Decimal(10**scale))
    signed = scaled if match["sign"] in ("", "+") else scaled.copy_negate()
    return tidied(bounded(signed)), match["unit"] or ""


def _is_unit(unit: str) -> bool:
    """Whether `unit` holds no further numerals: 千瓦 and m² are units, the 三 of 2万三 is not."""
    if unit[:1] in tuple("²³百") or unit[-1:] in tuple("千百兆"):
        return False
    return not any(sign.isnumeric() and sign not in "千百兆²³23" for sign in unit)


def _not_a_number(value: str, text: str) -> Fault:
    shown = quoted(value)
    if not text:
        return _empty()
    if is_placeholder(text):
        return Fault(
            Text(
                "{value}表示还没有值，这里需要数字",
                "a number is expected; {value} says that there is none yet",
            ).fill(value=shown),
            Text("还不知道就留空；确实是零就写 0", "leave it empty until it is known; write 0 if it is zero"),
        )
    if _ABOUT.search(text):
        return Fault(
            Text("{value}不是确切的数", "{value} is not an exact number").fill(value=shown),
            Text(
                "请只写确切的数，约、≥、≤ 等说明写在备注里",
                "write the exact number; “about” or ≥ goes into a note",
            ),
        )
    if _SHORTENED.fullmatch(text):
        return Fault(
            Text(
                "{value}是缩写的科学计数，数字可能已经丢失",
                "{value} is in scientific notation; digits may be lost",
            ).fill(value=shown),
            Text("请写出全部数字；长编号请用文本格式", "write all the digits; keep long numbers as text"),
        )
    return Fault(Text("{value}不是数字", "{value} is not a number").fill(value=shown), _WRITE_DIGITS)


def _empty() -> Fault:
    return Fault(Text("这里是空的，需要数字", "a number is expected, this is empty"), _WRITE_DIGITS)
