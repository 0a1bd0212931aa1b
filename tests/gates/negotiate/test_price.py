"""The price from the quotation to the contract."""

import pytest

QUOTE = "quote: {status: %s, tax_rate: 13%%, items: [{name: a, quantity: 1, unit_price: 1130}]}\n"
APPROVED = QUOTE % "approved"


@pytest.mark.parametrize(
    ("status", "more", "found"),
    [
        ("approved", "negotiation: {agreed_price: 1130}", []),
        ("待批", "negotiation: {agreed_price: 1130}", ["negotiation.agreed_price"]),
        ("待批", "contract: {amount: 1130}", ["contract.amount"]),
        ("待批", "negotiation: {strategy: x}", []),
        ("待批", "contract: {number: x}", []),
    ],
)
def test_what_is_agreed_or_signed_was_approved(paths, status, more, found):
    assert paths("NEG035", QUOTE % status + more) == found


@pytest.mark.parametrize(
    ("negotiation", "found"),
    [
        ("opening_price: 1130, opening_net: 1000", []),
        ("opening_price: 1131", ["negotiation.opening_price"]),
        ("opening_net: 999.99", ["negotiation.opening_net"]),
        ("strategy: x", []),
    ],
)
def test_talks_open_with_the_quotation(paths, negotiation, found):
    assert paths("NEG040", APPROVED + f"negotiation: {{{negotiation}}}") == found


@pytest.mark.parametrize(("signed", "told"), [("amount: 990", 0), ("amount: 990.01", 1), ("number: x", 0)])
def test_what_was_agreed_is_signed(paths, signed, told):
    text = f"negotiation: {{agreed_price: 990}}\ncontract: {{{signed}}}"
    assert paths("NEG041", text) == ["negotiation.agreed_price"] * told


PARTS = "prices: [{part: a, rate: 13%, amount: 1130}, {part: b, rate: 6%, amount: 106}]"


@pytest.mark.parametrize(
    ("contract", "found"),
    [
        (f"amount: 1236, net_amount: 1100, {PARTS}", []),
        (f"amount: 1263, {PARTS}", ["contract.amount"]),
        (f"net_amount: 1100.01, {PARTS}", ["contract.net_amount"]),
        ("amount: 1130, tax_rate: 13%, net_amount: 999", ["contract.net_amount"]),
        ("amount: 1130, net_amount: 999", []),
        ("amount: 1130, bond_rate: 5%, bond_amount: 56.5", []),
        ("amount: 1130, bond_rate: 5%, bond_amount: 57", ["contract.bond_amount"]),
        ("bond_amount: 57", []),
    ],
)
def test_what_the_contract_states_is_what_it_comes_to(paths, contract, found):
    assert paths("NEG042", f"contract: {{{contract}}}") == found


@pytest.mark.parametrize(
    ("contract", "told"),
    [
        ("amount: 1409.5, amount_cn: 壹仟肆佰零玖元伍角整", 0),
        ("amount: 1409.5, amount_cn: 人民币壹仟肆佰零玖元伍角", 0),
        ("amount: 1409.5, amount_cn: 壹仟肆佰零玖元整", 1),
        ("amount: 1409.5, amount_cn: 一千多", 1),
        ("currency: EUR, amount: 5, amount_cn: Euros Five Only", 0),
        ("currency: EUR, amount: 5, amount_cn: Euros Six Only", 1),
        ("amount_cn: 壹元整", 0),
    ],
)
def test_the_contracts_words_say_its_amount(paths, contract, told):
    text = contract if "currency" in contract else f"currency: CNY, {contract}"
    assert paths("NEG043", f"contract: {{{text}}}") == ["contract.amount_cn"] * told


@pytest.mark.parametrize(("share", "told"), [("80%", 0), ("75%", 1), ("85%", 1)])
def test_the_contracts_payments_are_whole(paths, share, told):
    text = f"contract: {{payment: [{{node: 预付款, share: 20%}}, {{node: 终验款, share: {share}}}]}}"
    assert paths("NEG044", text) == ["contract.payment"] * told


@pytest.mark.parametrize(
    ("first", "last", "found"),
    [
        ("333.33", "666.68", []),
        ("333.34", "666.68", ["contract.payment[0].amount"]),
        ("333.33", "666.67", ["contract.payment[1].amount"]),
    ],
)
def test_a_contracts_payment_is_its_share_and_the_last_takes_the_rounding(paths, first, last, found):
    text = f"""contract:
  amount: 1000.01
  payment:
  - {{node: 预付款, share: 33.333%, amount: {first}}}
  - {{node: 终验款, share: 66.667%, amount: {last}}}
"""
    assert paths("NEG045", text) == found
