"""The customers of a folder's deals."""

import pytest

from kadocs.sources import accounts

PLAIN = """# a deal
vendor: {name: not-this}
account:
  # who buys
  name: 北城地铁公司
  tier: A
  aliases:
    - 北城轨道
    - 北铁
  contacts_note: |
    name: not-this-either
opportunity:
  name: nor-this
"""


def write(folder, name, text):
    path = folder / "deals" / name / ("deal.json" if text.startswith("{") else "deal.yaml")
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (PLAIN, ("北城地铁公司", "北城轨道", "北铁")),
        ("account: {name: 甲公司, aliases: 甲、甲司}\n", ("甲公司", "甲", "甲司")),
        ("account:\n    short_name: 乙\n    name: 乙公司", ("乙公司", "乙")),
        ('{"account": {"name": "丙公司"}}', ("丙公司",)),
    ],
)
def test_the_names_of_the_customer_are_read_and_nothing_else(tmp_path, text, names):
    write(tmp_path, "a", text)
    assert accounts(tmp_path / "deals") == (names,)


@pytest.mark.parametrize("text", ["opportunity: {name: x}\n", "account: [\n", "{broken", "account: x\n"])
def test_a_deal_that_tells_no_customer_is_passed_over(tmp_path, text):
    write(tmp_path, "a", text)
    write(tmp_path, "b", "account: {name: 甲公司}\n")
    assert accounts(tmp_path / "deals") == (("甲公司",),)


def test_a_folder_without_deals_has_no_customers(tmp_path):
    assert accounts(tmp_path) == ()
    assert accounts(tmp_path / "nowhere") == ()
