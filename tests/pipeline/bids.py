"""A small world of bids: a regime of two volumes, each of one form, and a paper that stays in the house."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import docx

from kadocs import pipeline
from tests.conftest import World

REGIME = """
title: {zh: 企业采购, en: Enterprise}
basis: {zh: 招标文件, en: The tender}
certainty: L
volumes:
  - {id: commercial, title: {zh: 商务册, en: Commercial volume}, file: "{{ tender.number }}-{{ title }}.docx"}
  - id: opening
    title: {zh: 开标一览表, en: Opening summary}
    file: "{{ tender.number }}-{{ title }}.docx"
    alone: true
    copies: false
parts:
  - {id: letter, title: {zh: 投标函, en: Letter}, volume: commercial, tag: free, form: letter}
  - {id: opening, title: {zh: 开标一览表, en: Opening}, volume: opening, tag: free, form: letter}
"""
BID = """
title: {zh: 投标文件, en: Bid}
stage: bid
audience: customer
gates: []
outputs:
  - template: {zh: volume.zh.docx}
    volumes: true
    file: "{{ tender.number }}-{{ title }}.zip"
  - template: {zh: paper.zh.docx}
    title: {zh: 自查表, en: Checks}
    audience: secret
    folder: {zh: 内部资料, en: Internal}
    file: "{{ tender.number }}-{{ title }}.docx"
"""
FIRST, SECOND = "云岭控制技术股份有限公司", "岚川自动化有限公司"


def arrange(world: World) -> None:
    """Put the deliverable `bid` into a world, with a regime, a host, a form and a paper."""
    world.describe(BID, "bid")
    world.write("templates/bid/regimes/enterprise.yaml", REGIME)
    for name, texts in (
        ("volume.zh", ["[{{ volume.mark }}]", "{# parts #}"]),
        ("forms/letter.zh", ["投标函"]),
        ("paper.zh", ["自查"]),
    ):
        document = docx.Document()
        for text in texts:
            document.add_paragraph(text)
        path = world.templates / "bid" / f"{name}.docx"
        path.parent.mkdir(exist_ok=True)
        document.save(str(path))


def deal(world: World, name: str, bidder: str = FIRST, **tender: str) -> Path:
    """A deal whose tender says this; its number and lot are the same for all that do not say others."""
    said = {"number": "HT-2026-018", "lot": "1标段", **tender}
    lines = "".join(f"  {key}: {value}\n" for key, value in said.items() if value)
    return world.deal(
        f"vendor: {{legal_name: {bidder}}}\naccount: {{name: 青岚轨道}}\n"
        f"opportunity: {{id: {name}, name: 升级, regime: enterprise}}\ntender:\n{lines}",
        name,
    )


def built(*deals: Path, **how: object) -> pipeline.Outcome:
    """What became of the bids of deals."""
    usual = pipeline.Request(
        deals, date(2026, 11, 23), ("bid",), Path("out"), (Path("templates"),), pages=False, language="zh"
    )
    return pipeline.build(replace(usual, **how))  # type: ignore[arg-type]
