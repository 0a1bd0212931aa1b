import pytest

from kadocs.render.word.numbering import Counter, ListLevel, Numbering, formatted


@pytest.mark.parametrize(
    ("style", "numbers"),
    [
        ("decimal", {1: "1", 12: "12"}),
        ("decimalZero", {1: "01", 12: "12"}),
        ("upperRoman", {4: "IV", 9: "IX", 1994: "MCMXCIV"}),
        ("lowerRoman", {3: "iii"}),
        ("upperLetter", {1: "A", 26: "Z", 27: "AA", 53: "AAA"}),
        ("lowerLetter", {2: "b"}),
        ("chineseCounting", {1: "一", 10: "十", 11: "十一", 20: "二十", 105: "一百零五", 110: "一百一十"}),
        ("chineseCountingThousand", {21: "二十一", 1005: "一千零五"}),
        ("japaneseCounting", {3: "三"}),
        ("chineseLegalSimplified", {10: "壹拾", 23: "贰拾叁"}),
        ("ideographDigital", {20: "二〇"}),
        ("ideographTraditional", {1: "甲", 10: "癸"}),
        ("ideographZodiac", {1: "子", 12: "亥"}),
        ("decimalFullWidth", {12: "１２"}),
        ("decimalEnclosedCircle", {1: "①", 20: "⑳", 21: "21"}),
        ("something new", {5: "5"}),
    ],
)
def test_number_formats(style, numbers):
    assert {number: formatted(number, style) for number in numbers} == numbers


def counted(levels, *reached):
    counter = Counter(Numbering({"1": "a"}, {"1": levels}, {}))
    return [counter.next("1", level)[0] for level in reached]


CHAPTERS = {
    0: ListLevel(format="chineseCounting", text="第%1章"),
    1: ListLevel(text="%1.%2", legal=True),
    2: ListLevel(text="%1.%2.%3", legal=True),
}


def test_deeper_levels_start_anew_and_legal_levels_are_decimal():
    assert counted(CHAPTERS, 0, 1, 1, 2, 0, 1, 2) == [
        "第一章",
        "1.1",
        "1.2",
        "1.2.1",
        "第二章",
        "2.1",
        "2.1.1",
    ]


def test_a_level_that_was_skipped_counts_as_its_start():
    assert counted(CHAPTERS, 1, 0, 1) == ["1.1", "第一章", "1.1"]


def test_start_and_restart_are_obeyed():
    levels = {0: ListLevel(text="%1"), 1: ListLevel(start=5, text="%2", restart=0)}
    assert counted(levels, 0, 1, 1, 0, 1) == ["1", "5", "6", "2", "7"]


def test_bullets_have_no_number():
    assert counted({0: ListLevel(format="bullet", text="•")}, 0) == [""]
