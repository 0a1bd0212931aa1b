"""Bidders who are not independent of each other."""

import pytest


@pytest.mark.parametrize(
    ("bid", "found"),
    [
        ("opened: [{bidder: 云岭控制}, {bidder: 云岭软件有限公司}]", ["bid.opened[1].bidder"]),
        ("rival_prices: [{rival: 云岭软件有限公司, price: 5}]", ["bid.rival_prices[0].rival"]),
        ("opened: [{bidder: 恒擎科技}]", []),
    ],
)
def test_affiliates_stay_out(paths, bid, found):
    vendor = "vendor: {legal_name: 云岭控制, affiliates: ['云岭软件有限公司（同一控股股东）']}\n"
    assert paths("BID035", f"{vendor}bid: {{{bid}}}") == found


@pytest.mark.parametrize(
    ("prices", "found"),
    [
        ((100, 103, 104), []),
        ((100, 102, 104), ["bid.opened"]),
        ((104, 100, 102), ["bid.opened"]),
        ((100, 100, 100), ["bid.opened"]),
        ((100, 104, 104), ["bid.opened[2].price"]),
        ((100, 102), []),
        ((100, 100), ["bid.opened[1].price"]),
    ],
)
def test_prices_are_neither_equal_nor_regular(paths, prices, found):
    rows = ", ".join(f"{{bidder: {name}, price: {price}万元}}" for name, price in zip("甲乙丙", prices))  # noqa: B905
    assert paths("BID036", f"bid: {{opened: [{rows}]}}") == found


def test_a_rejected_bid_does_not_count(paths):
    rows = "{bidder: 甲, price: 100}, {bidder: 乙, price: 100, valid: 否}"
    assert paths("BID036", f"bid: {{opened: [{rows}]}}") == []


@pytest.mark.parametrize(
    ("regime", "core", "products", "told"),
    [
        ("政府采购货物", "服务器", "磐序服务器", 1),
        ("政府采购货物", "交换机", "磐序服务器", 0),
        ("政府采购货物", "服务器", "岚网服务器", 0),
        ("标准设备采购招标文件（2017）", "服务器", "磐序服务器", 0),
    ],
)
def test_core_products_are_of_another_brand(paths, regime, core, products, told):
    text = f"""opportunity: {{id: P, name: a, regime: {regime}}}
tender: {{evaluation: {{core_products: [{core}]}}}}
competitors: [{{name: 对手, products: {products}}}]
quote: {{items: [{{name: 机架服务器, brand: 磐序, quantity: 1, unit_price: 5}}]}}
"""
    assert paths("BID037", text) == ["quote.items[0].brand"] * told


@pytest.mark.parametrize(
    ("code", "one", "other", "found"),
    [
        ("BID035", "legal_rep: 甲一", "legal_rep: 甲二", []),
        ("BID035", "legal_rep: 甲一", "legal_rep: 甲一", ["bid.opened[1].legal_rep"]),
        ("BID035", "legal_rep: 沈屹川", "score: x", ["bid.opened[0].legal_rep"]),  # ours
        ("BID036", "agent: 陆知远", "score: x", ["bid.opened[0].agent"]),
        ("BID036", "agent: 乙一", "agent: 乙一", ["bid.opened[1].agent"]),
        ("BID036", "manager: 丙一", "manager: 丙一", ["bid.opened[1].manager"]),
        ("BID036", "manager: 丙一", "manager: 丙二", []),
    ],
)
def test_bidders_have_no_person_in_common(paths, code, one, other, found):
    text = "vendor: {legal_name: 云岭, legal_rep: 沈屹川}\nbid: {agent: {name: 陆知远}, opened: "
    text += f"[{{bidder: 甲, {one}}}, {{bidder: 乙, {other}}}]}}"
    assert paths(code, text) == found


@pytest.mark.parametrize(("prices", "told"), [((100, 110, 121), 1), ((100, 110, 122), 0)])
def test_prices_at_equal_ratios_are_regular(paths, prices, told):
    rows = ", ".join(f"{{bidder: {name}, price: {price}}}" for name, price in zip("甲乙丙", prices))  # noqa: B905
    assert paths("BID036", f"bid: {{opened: [{rows}]}}") == ["bid.opened"] * told
