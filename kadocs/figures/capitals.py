"""人民币大写: amounts in the formal Chinese numerals that cheques, contracts and bids require.

Rules: 支付结算办法附一《正确填写票据和结算凭证的基本规定》 and 会计基础工作规范第52条. Where they leave a
choice, `capitals` writes the form that is right under both, and `parse_capitals` reads every allowed one.
"""

from __future__ import annotations

import re
from decimal import Decimal

from kadocs.figures import numbers
from kadocs.figures.text import LONGEST, quoted
from kadocs.findings import Fault, Text

_DIGITS = "零壹贰叁肆伍陆柒捌玖"
_TENS = {"仟": 1000, "佰": 100, "拾": 10}
_LIMIT = 10**16

# Signs that stand in a spelling where the rules leave a choice.
_KEPT, _DROPPED, _WHOLE = "k", "d", "w"
_CANONICAL = str.maketrans({_KEPT: "零", _DROPPED: "", _WHOLE: "整"})
_ALLOWED = str.maketrans({_KEPT: "零?", _DROPPED: "零?", _WHOLE: "整?"})

_SAME = str.maketrans("億萬貳參叄陸圓圆正負（）", "亿万贰叁叁陆元元整负()", " \u3000\u00a0\t\r\n")
_MINUS = re.compile(r"^(?:负|\(负数\))")
_INSTEAD = {
    "千": "仟", "百": "佰", "十": "拾", "〇": "零", "另": "零", "毛": "角", "块": "元",
    "廿": "贰拾", "兆": "万亿", "一": "壹", "二": "贰", "两": "贰", "三": "叁", "四": "肆",
    "五": "伍", "六": "陆", "七": "柒", "八": "捌", "九": "玖",
}  # fmt: skip


def capitals(amount: Decimal | int | str, *, invoice: bool = False) -> str:
    """The canonical 大写 of `amount` in yuan, without the prefix 人民币: 1409.50 is 壹仟肆佰零玖元伍角整.

    A negative amount begins with 负. An `invoice` has 圆 for 元 and （负数） for 负. Raises Fault for a
    float, for more than two decimals (nothing is cut off or rounded), and from 10^16 on.
    """
    number = numbers.exact(amount)
    cents = _cents(number)
    minus = ("（负数）" if invoice else "负") if cents < 0 else ""
    spelled = _spell(abs(cents)).translate(_CANONICAL)
    return minus + (spelled.replace("元", "圆") if invoice else spelled)


def parse_capitals(text: str) -> Decimal:
    """The amount in yuan, with two decimals, that `text` says in 大写, with or without 人民币.

    Takes every form that the rules allow (圆, 正, traditional characters, the 零 that may be written or
    left out, 角 with or without 整) and blanks. Raises Fault for any other, naming the right form.
    """
    plain = text[: LONGEST + 1].translate(_SAME).removeprefix("人民币")
    body = _MINUS.sub("", plain)
    _refuse_strangers(text, body)
    cents, negative = _read(body), body != plain
    if not _is_spelling(body, cents) or (negative and not cents):
        raise _malformed(text, cents)
    return Decimal(-cents if negative else cents).scaleb(-2)


def _cents(number: Decimal) -> int:
    cents = numbers.EXACT.multiply(number, Decimal(100))
    if cents != int(cents):
        raise Fault(
            Text("{value} 的小数超过两位，不能写成大写金额", "{value} has more than two decimals").fill(
                value=number
            ),
            Text("请先四舍五入到分", "round it to two decimals first"),
        )
    if abs(number) >= _LIMIT:
        raise Fault(
            Text("{value} 太大，大写金额须小于一亿亿元", "{value} is too large: the limit is 10^16").fill(
                value=number
            ),
            Text("请检查金额和单位（元、万元）", "check the amount and its unit"),
        )
    return int(cents)


def _spell(cents: int) -> str:
    """The 大写 of an amount in 分, with a sign wherever the rules leave a choice."""
    yuan, jiao, fen = cents // 100, cents // 10 % 10, cents % 10
    if not cents:
        return "零元整"
    whole = _integer(yuan) + "元" if yuan else ""
    if not jiao and not fen:
        return whole + "整"
    if not jiao:
        return whole + ("零" if yuan else "") + _DIGITS[fen] + "分"
    gap = _KEPT if yuan and yuan % 10 == 0 else ""
    return whole + gap + _DIGITS[jiao] + "角" + (_DIGITS[fen] + "分" if fen else _WHOLE)


def _integer(yuan: int) -> str:
    spelled, above = "", 0
    for scale, unit in ((10**12, "万"), (10**8, "亿"), (10**4, "万"), (1, "")):
        group = yuan // scale % 10_000
        if group:
            spelled += _joint(spelled, above, group) + _group(group) + unit
        elif unit == "亿" and spelled:
            spelled += unit  # 壹万亿: the scale 万 stands before 亿
        above = group
    return spelled


def _joint(before: str, above: int, group: int) -> str:
    """What stands between a group of four digits and what was spelled before it."""
    if not before:
        return ""
    if group < 1000:
        return "零"
    if above == 0:
        return _KEPT
    return _DROPPED if above % 10 == 0 else ""


def _group(group: int) -> str:
    spelled, gap = "", ""
    for unit, size in (*_TENS.items(), ("", 1)):
        digit = group // size % 10
        if digit:
            spelled += gap + _DIGITS[digit] + unit
        gap = "" if digit or not spelled else "零"
    return spelled


def _read(text: str) -> int:
    """The 分 that `text` means, read without regard to form; the caller compares the spelling."""
    cents = total = section = digit = 0
    for sign in text:
        if sign in _DIGITS:
            digit = _DIGITS.index(sign)
            continue
        if sign in _TENS:
            section += digit * _TENS[sign]
        elif sign == "万":
            total, section = total + (section + digit) * 10**4, 0
        elif sign == "亿":
            total, section = (total + section + digit) * 10**8, 0
        elif sign == "元":
            cents = (total + section + digit) * 100
        elif sign in "角分":
            cents += digit * (10 if sign == "角" else 1)
        digit = 0
    return cents


def _is_spelling(text: str, cents: int) -> bool:
    return cents < _LIMIT * 100 and bool(re.fullmatch(_spell(cents).translate(_ALLOWED), text))


def _refuse_strangers(text: str, body: str) -> None:
    stranger = next((sign for sign in body if sign not in _DIGITS + "拾佰仟万亿元角分整"), None)
    if body and stranger is None and len(text) <= LONGEST:
        return
    if stranger in _INSTEAD:
        hint = Text("“{wrong}”应写作“{right}”", 'write "{right}", not "{wrong}"').fill(
            wrong=stranger, right=_INSTEAD[stranger]
        )
    else:
        hint = Text("例如：人民币壹仟肆佰零玖元伍角整", "for example: 人民币壹仟肆佰零玖元伍角整")
    raise Fault(Text("{text}不是大写金额", "{text} is not an amount in 大写").fill(text=quoted(text)), hint)


def _malformed(text: str, cents: int) -> Fault:
    message = Text("{text}不合大写金额的写法", "{text} is not written as the rules for 大写 require").fill(
        text=quoted(text)
    )
    if cents >= _LIMIT * 100:
        return Fault(message, Text("大写金额须小于一亿亿元", "the limit is 10^16 yuan"))
    right = _spell(cents).translate(_CANONICAL)
    number = Decimal(cents).scaleb(-2)
    return Fault(
        message,
        Text("如果是 {number} 元，应写作：{right}", "if {number} is meant, write {right}").fill(
            number=number, right=right
        ),
    )
