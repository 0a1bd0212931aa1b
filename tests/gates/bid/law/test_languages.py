"""Which of two versions of a bid holds."""

import pytest

HEAD = """vendor: {legal_name: 云岭}
opportunity: {id: P, name: a, regime: %s, procurement_method: 公开招标}
tender: {submission: {electronic: %s}}
"""
T = "标准设备采购招标文件（2017）"


@pytest.mark.parametrize(
    ("electronic", "bid", "found"),
    [
        ("是", "date: 2026-12-24, uploads: [{file: a.pdf, uploaded_at: 2026-12-24 16:00}]", []),
        (
            "是",
            "date: 2026-12-25, uploads: [{file: a.pdf, uploaded_at: 2026-12-24 16:00}]",
            ["bid.uploads[0].uploaded_at"],
        ),
        ("否", "date: 2026-12-25, uploads: [{file: a.pdf, uploaded_at: 2026-12-24 16:00}]", []),
        ("是", "opening_price: 100, opened: [{bidder: 云岭, price: 100}, {bidder: 乙, price: 90}]", []),
        ("是", "opening_price: 100, opened: [{bidder: 云岭, price: 98}]", ["bid.opened[0].price"]),
        ("是", "supplement: 以纸质投标文件为准", ["bid.supplement"]),
        ("是", "supplement: 纸质文件另附", []),
        ("是", "opening_note: the hard copies shall prevail", ["bid.opening_note"]),
    ],
)
def test_the_paper_is_what_was_uploaded(paths, electronic, bid, found):
    assert paths("BID012", HEAD % (T, electronic) + f"bid: {{{bid}}}") == found


@pytest.mark.parametrize(
    ("regime", "rest", "found"),
    [
        (T, "language: zh\n", []),
        (T, "language: en\n", ["language"]),
        ("政府采购谈判磋商询价", "language: en\n", ["language"]),
        ("国际招标", "language: en\nbid: {supplement: the English version shall prevail}", []),
        (T, "bid: {supplement: the English version shall prevail}", ["bid.supplement"]),
        (T, "bid: {supplement: 如有歧义以英文文本为准}", ["bid.supplement"]),
        (T, "bid: {supplement: 如有歧义以中文文本为准}", []),
    ],
)
def test_the_chinese_text_holds(paths, regime, rest, found):
    assert paths("BID028", HEAD % (regime, "否") + rest) == found
