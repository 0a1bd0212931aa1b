"""Dates as people type them."""

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kadocs.figures import dates
from kadocs.findings import Fault

DAY = date(2026, 3, 5)
DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))


@pytest.mark.parametrize(
    "typed",
    [
        DAY,
        datetime(2026, 3, 5, 14, 30),
        "2026-03-05",
        "2026-3-5",
        "2026/3/5",
        "2026.3.5",
        "２０２６．３．５",
        " 2026年3月5日 ",
        "2026 年 03 月 05 日",
        "2026年3月5号",
        "20260305",
        "2026-03-05T00:00:00",
        "2026-03-05 00:00:00",
        "5 March 2026",
        "5 mar 2026",
        "March 5, 2026",
    ],
)
def test_one_day_in_its_many_forms(typed: object) -> None:
    assert dates.parse(typed) == DAY
    assert type(dates.parse(typed)) is date


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("3月5日", "没有年份"),
        ("3/5", "没有年份"),
        ("05/03/2026", "分不清日和月"),
        ("13/03/2026", "分不清日和月"),
        ("26/3/5", "年份不是四位"),
        ("26年3月5日", "年份不是四位"),
        ("2026-03", "没有写到日"),
        ("202603", "没有写到日"),
        ("2026年3月", "没有写到日"),
        ("2026年3月底", "没有写到日"),
        ("2026-02-30", "这一天不存在"),
        ("2025年2月29日", "这一天不存在"),
        ("2026-13-01", "这一天不存在"),
        ("0000-01-01", "这一天不存在"),
        ("0206-03-05", "年份不合理"),
        ("2026-03-05 14:30", "不是日期"),
        ("2026-03/05", "不是日期"),
        ("长期", "不是某一天"),
        ("待定", "还没有值"),
        ("", "空的"),
        (None, "空的"),
        ("tomorrow", "不是日期"),
        ("5 Brumaire 2026", "不是日期"),
        (46086, "是数字"),
        (46086.0, "是数字"),
        (True, "bool"),
    ],
)
def test_what_is_no_day_is_refused_in_words(typed: object, said: str) -> None:
    with pytest.raises(Fault) as refusal:
        dates.parse(typed)
    assert said in refusal.value.message.zh
    assert refusal.value.hint.zh
    assert refusal.value.hint.en


def test_a_day_in_running_text() -> None:
    assert dates.shown(DAY, "zh") == "2026年3月5日"
    assert dates.shown(DAY, "en") == "5 March 2026"


@pytest.mark.parametrize(
    ("day", "spelled"),
    [
        (DAY, "二〇二六年三月五日"),
        (date(2010, 10, 10), "二〇一〇年十月十日"),
        (date(2026, 11, 20), "二〇二六年十一月二十日"),
        (date(1999, 12, 31), "一九九九年十二月三十一日"),
    ],
)
def test_a_day_in_chinese_numerals(day: date, spelled: str) -> None:
    assert dates.capital(day) == spelled


@given(DAYS, st.sampled_from(["zh", "en"]))
def test_a_shown_day_reads_back_as_itself(day: date, language: str) -> None:
    assert dates.parse(dates.shown(day, language)) == day
    assert dates.parse(day.isoformat()) == day


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        dates.parse(text)
    except Fault as fault:
        assert fault.hint.zh
