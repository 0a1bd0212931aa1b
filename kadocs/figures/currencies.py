"""Currencies: ISO 4217 codes, the signs and names that people write for them, their decimal places."""

from __future__ import annotations

from kadocs.figures.text import quoted, tidy
from kadocs.findings import Fault, Text

_CODES = (
    "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF "
    "CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GNF GTQ GYD "
    "HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD "
    "LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK "
    "PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS "
    "TMT TND TOP TRY TTD TWD TZS UAH UGX USD UYU UZS VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG"
)
CODES = frozenset(_CODES.split())
"""The codes of ISO 4217 that money is quoted in."""

SIGNS = {
    "人民币": "CNY", "RMB": "CNY", "¥": "CNY", "元人民币": "CNY", "元整": "CNY", "元": "CNY", "圆": "CNY",
    "US$": "USD", "$": "USD", "美元": "USD", "美金": "USD",
    "€": "EUR", "欧元": "EUR",
    "£": "GBP", "英镑": "GBP",
    "HK$": "HKD", "港元": "HKD", "港币": "HKD",
    "日元": "JPY", "新加坡元": "SGD", "韩元": "KRW", "卢布": "RUB",
}  # fmt: skip
"""What people write instead of a code."""

_NAMES = {
    "CNY": "RMB", "USD": "US Dollars", "EUR": "Euros", "GBP": "Pounds Sterling", "JPY": "Japanese Yen",
    "HKD": "Hong Kong Dollars", "SGD": "Singapore Dollars", "AUD": "Australian Dollars",
    "CAD": "Canadian Dollars", "NZD": "New Zealand Dollars", "CHF": "Swiss Francs", "INR": "Indian Rupees",
    "KRW": "Korean Won", "AED": "UAE Dirhams", "SAR": "Saudi Riyals", "MYR": "Malaysian Ringgit",
    "THB": "Thai Baht", "RUB": "Russian Rubles", "ZAR": "South African Rand", "BRL": "Brazilian Reais",
}  # fmt: skip

_WHOLE = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF"
_THOUSANDTHS = "BHD IQD JOD KWD LYD OMR TND"
_PLACES = dict.fromkeys(_WHOLE.split(), 0) | dict.fromkeys(_THOUSANDTHS.split(), 3)


def parse(value: object) -> str:
    """The ISO 4217 code that `value` means: "cny", "RMB", "¥" and "人民币" all give "CNY".

    "¥" is read as CNY and "$" as USD. Raises Fault for anything else.
    """
    text = tidy(value) if isinstance(value, str) else ""
    code = SIGNS.get(text.upper(), text.upper())
    if code not in CODES:
        raise Fault(
            Text("{value}不是已知的币种", "{value} is not a known currency").fill(value=quoted(value)),
            Text("请写 ISO 4217 代码，例如 CNY、USD、EUR", "write an ISO 4217 code such as CNY, USD or EUR"),
        )
    return code


def name(code: str) -> str:
    """The English name that an amount in words begins with; the code where no name is common."""
    return _NAMES.get(code, code)


def places(code: str) -> int:
    """How many decimal places amounts in this currency have (ISO 4217): 2 unless it says other."""
    return _PLACES.get(code, 2)
