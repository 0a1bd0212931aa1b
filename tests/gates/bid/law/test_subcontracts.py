"""Work that others do for us."""

import pytest


@pytest.mark.parametrize(
    ("regime", "allowed", "row", "found"),
    [
        ("企业招标", "是", "key_work: 否", []),
        ("企业招标", "否", "key_work: 否", ["work"]),
        ("企业招标", "是", "key_work: 是", ["key_work"]),
        ("政府采购服务", "是", "key_work: 否", ["work"]),
        ("政府采购服务", "是", "subcontractor: 乙", []),
    ],
)
def test_only_minor_work_is_subcontracted(paths, regime, allowed, row, found):
    text = f"opportunity: {{id: P, name: a, regime: {regime}}}\ntender: {{subcontract_allowed: {allowed}}}\n"
    text += f"bid: {{subcontracts: [{{work: 劳务, {row}}}]}}"
    assert paths("BID034", text) == [f"bid.subcontracts[0].{field}" for field in found]
