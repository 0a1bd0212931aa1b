"""Project and buyer are called by one name."""

import pytest


@pytest.mark.parametrize(
    ("title", "name", "told"),
    [
        ("2号线综合监控改造", "2号线综合监控改造", 0),
        ("２号线 综合监控改造", "2号线综合监控改造", 0),
        ("2号线综合监控改造（ISCS-01标段）", "2号线综合监控改造", 0),
        ("3号线综合监控改造", "2号线综合监控改造", 1),
        ("二线改造", "2号线综合监控改造, alias: 二线改造", 0),
    ],
)
def test_one_project(paths, title, name, told):
    text = f"opportunity: {{id: P, name: {name}}}\ntender: {{title: {title}}}"
    assert paths("BID056", text) == ["tender.title"] * told


@pytest.mark.parametrize(
    ("buyer", "told"),
    [("青岚市轨道集团", 0), ("青岚轨道", 0), ("青岚市国资委", 0), ("青岚建设管理", 0), ("临澜地铁", 1)],
)
def test_one_buyer(paths, buyer, told):
    account = "{name: 青岚市轨道集团, short_name: 青岚轨道, parent: 青岚市国资委, aliases: [青岚建设管理]}"
    assert paths("BID056", f"account: {account}\ntender: {{buyer: {buyer}}}") == ["tender.buyer"] * told
