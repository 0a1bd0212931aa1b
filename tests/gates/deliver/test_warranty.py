"""When the warranty begins, and how long it lasts."""

import pytest


@pytest.mark.parametrize(
    ("contract", "delivery", "found"),
    [
        ("warranty_start: 自初验起", "warranty_start: 自初验起", []),
        ("warranty_start: 自初验起", "warranty_start: 自终验起", ["delivery.warranty_start"]),
        ("amount: 5", "warranty_start: 自终验起", []),
        ("amount: 5", "warranty_start: 自到货验收起", ["delivery.warranty_start"]),
        ("warranty_months: 36", "warranty_months: 36", []),
        ("warranty_months: 36", "warranty_months: 24", ["delivery.warranty_months"]),
        ("warranty_start: 自初验起, warranty_months: 36", "supervisor: x", []),
    ],
)
def test_the_warranty_is_that_of_the_contract(paths, contract, delivery, found):
    assert paths("DELV060", f"contract: {{{contract}}}\ndelivery: {{{delivery}}}") == found


ACCEPTED = (
    "warranty_months: 36, acceptances: [{type: 初步验收, date: 2027-09-21, conclusion: 通过}, "
    "{type: 最终验收, date: 2027-12-29, conclusion: 通过}]"
)


@pytest.mark.parametrize(
    ("stated", "found"),
    [
        ("warranty_from: 2027-12-29, warranty_to: 2030-12-29", []),
        ("warranty_from: 2027-12-30", ["delivery.warranty_from"]),
        ("warranty_from: 2027-09-21", ["delivery.warranty_from"]),
        ("warranty_start: 自初验起, warranty_from: 2027-09-21", []),
        ("warranty_to: 2029-12-29", ["delivery.warranty_to"]),
        ("warranty_start: 另行约定, warranty_from: 2028-01-01", []),
        (
            "warranty_start: 另行约定, warranty_from: 2028-01-01, warranty_to: 2031-01-02",
            ["delivery.warranty_to"],
        ),
    ],
)
def test_its_days_are_worked_out_rightly(paths, stated, found):
    assert paths("DELV061", f"delivery: {{{ACCEPTED}, {stated}}}") == found
