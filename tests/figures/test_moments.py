"""Moments as people type them: a day and a time, in a zone."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kadocs.figures import moments
from kadocs.figures.moments import CHINA
from kadocs.findings import Fault

MOMENT = datetime(2026, 5, 8, 9, 30, tzinfo=CHINA)
ZONES = st.integers(-12 * 4, 14 * 4).map(lambda quarters: timezone(timedelta(minutes=15 * quarters)))


@pytest.mark.parametrize(
    "typed",
    [
        MOMENT,
        datetime(2026, 5, 8, 9, 30),
        "2026-05-08 09:30",
        "2026/5/8 9:30",
        "2026.5.8 9:30",
        "２０２６／５／８　９：３０",
        "2026年5月8日9时30分",
        "2026年5月8日 9:30",
        "2026年5月8日9：30",
        "2026 年 5 月 8 日 9 时 30 分",
        "2026年5月8日上午9点30分",
        "2026年5月8日上午9:30（北京时间）",
        "北京时间2026年5月8日9:30",
        "20260508 09:30",
        "2026-05-08T09:30",
        "2026-05-08T09:30:00+08:00",
        "2026-05-08T09:30:00.000+0800",
        "2026-05-08T01:30:00Z",
        "2026-05-08 01:30 UTC",
        "2026-05-08 04:30 (UTC+3)",
        "8 May 2026, 09:30",
        "8 May 2026 at 9:30 am (Beijing time)",
        "May 8, 2026 9:30 AM",
    ],
)
def test_one_moment_in_its_many_forms(typed: object) -> None:
    assert moments.parse(typed) == MOMENT


@pytest.mark.parametrize(
    ("typed", "hour", "minute", "second"),
    [
        ("2026年5月8日下午2点", 14, 0, 0),
        ("2026年5月8日下午14:30", 14, 30, 0),
        ("2026年5月8日9时整", 9, 0, 0),
        ("8 May 2026, 12:15 pm", 12, 15, 0),
        ("8 May 2026, 12:15 am", 0, 15, 0),
        ("2026-05-08 23:59:59", 23, 59, 59),
        ("2026-05-08 00:00", 0, 0, 0),
    ],
)
def test_the_time_of_day(typed: str, hour: int, minute: int, second: int) -> None:
    assert moments.parse(typed) == datetime(2026, 5, 8, hour, minute, second, tzinfo=CHINA)


def test_twenty_four_hours_end_the_day() -> None:
    assert moments.parse("2026年12月31日24时") == datetime(2027, 1, 1, tzinfo=CHINA)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("2026-05-08", "没有写几点几分"),
        ("2026年5月8日", "没有写几点几分"),
        (date(2026, 5, 8), "没有写几点几分"),
        ("2026-05-08 25:00", "时刻不存在"),
        ("2026-05-08 24:01", "时刻不存在"),
        ("2026-05-08 9:75", "时刻不存在"),
        ("2026年5月8日上午12:00", "时刻不存在"),
        ("2026-05-08 9:30 +15:00", "时区不存在"),
        ("2026-02-30 9:30", "这一天不存在"),
        ("5月8日9时", "没有年份"),
        ("05/08/2026 9:30", "分不清日和月"),
        ("9:30", "不是日期加时刻"),
        ("2026-05-08 9点前", "不是日期加时刻"),
        ("9" * 200 + " 9:30", "不是日期加时刻"),
        ("待定", "还没有值"),
        ("", "空的"),
        (46150.4, "float"),
        (None, "NoneType"),
    ],
)
def test_what_is_no_moment_is_refused_in_words(typed: object, said: str) -> None:
    with pytest.raises(Fault) as refusal:
        moments.parse(typed)
    assert said in refusal.value.message.zh
    assert refusal.value.hint.zh
    assert refusal.value.hint.en


@pytest.mark.parametrize(
    ("moment", "zh", "en"),
    [
        (MOMENT, "2026年5月8日9:30", "8 May 2026, 09:30"),
        (MOMENT.replace(second=5), "2026年5月8日9:30:05", "8 May 2026, 09:30:05"),
        (MOMENT.replace(tzinfo=UTC), "2026年5月8日9:30（UTC+0）", "8 May 2026, 09:30 (UTC+0)"),
        (
            MOMENT.replace(tzinfo=timezone(-timedelta(hours=3, minutes=30))),
            "2026年5月8日9:30（UTC-3:30）",
            "8 May 2026, 09:30 (UTC-3:30)",
        ),
    ],
)
def test_a_moment_in_running_text(moment: datetime, zh: str, en: str) -> None:
    assert moments.shown(moment, "zh") == zh
    assert moments.shown(moment, "en") == en


@given(
    st.datetimes(datetime(1900, 1, 2), datetime(2199, 12, 30), timezones=ZONES), st.sampled_from(["zh", "en"])
)
def test_a_shown_moment_reads_back_as_itself(moment: datetime, language: str) -> None:
    whole = moment.replace(microsecond=0)
    assert moments.parse(moments.shown(whole, language)) == whole
    assert moments.parse(whole.isoformat()) == whole
    assert moments.parse(whole.isoformat(" ")) == whole


@given(st.text() | st.text("2026年5月8日 时分:-+()TZ上下午0").map("2026年5月8日".__add__))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        assert moments.parse(text).tzinfo is not None
    except Fault as fault:
        assert fault.hint.zh
