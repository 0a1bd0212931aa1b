"""Signatures and seals."""

import pytest


@pytest.mark.parametrize(("regime", "code"), [("企业招标", "BID013"), ("政府采购货物", "BID014")])
@pytest.mark.parametrize(
    ("status", "form", "found"),
    [
        ("已递交", "sign: 是, confirmed: 是", []),
        ("已递交", "sign: 是, confirmed: 否", ["bid.forms[0].confirmed"]),
        ("已封标", "seal: 是", ["bid.forms[0].name"]),
        ("已封标", "sign: 否, seal: 否", []),
        ("编制中", "sign: 是, confirmed: 否", []),
    ],
)
def test_forms_are_signed_and_sealed_before_they_go(judge, regime, code, status, form, found):
    text = f"opportunity: {{id: P, name: a, regime: {regime}}}\n"
    text += f"bid: {{status: {status}, forms: [{{name: 投标函, {form}}}]}}"
    mine = [each for each in judge(text) if each.code in ("BID013", "BID014")]
    assert [(each.code, each.path) for each in mine] == [(code, path) for path in found]


def test_the_message_names_what_it_leads_to(judge):
    text = "opportunity: {id: P, name: a, regime: %s}\nbid: {status: 已封标, forms: [{name: a, seal: 是}]}"
    for regime, code, effect in (("政府采购货物", "BID014", "投标无效"), ("企业招标", "BID013", "否决投标")):
        (found,) = (each for each in judge(text % regime) if each.code == code)
        assert f"后果：{effect}" in found.message.zh


@pytest.mark.parametrize(
    ("rules", "form", "told"),
    [
        ("sign_required: 是", "sign: 是", 0),
        ("sign_required: 是", "seal: 是", 1),
        ("seal_required: 是", "seal: 是", 0),
        ("seal_required: 是, sign_required: 是", "sign: 否", 2),
        ("seal_required: 否", "sign: 否", 0),
    ],
)
def test_what_the_tender_wants_signed_and_sealed_is_marked_on_some_form(paths, rules, form, told):
    text = f"tender: {{submission: {{{rules}}}}}\nbid: {{forms: [{{name: 投标函, {form}}}]}}"
    assert paths("BID013", text) == ["bid.forms"] * told
