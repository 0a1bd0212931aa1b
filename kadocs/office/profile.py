"""The private profile that LibreOffice works with: no macros, no links, Chinese fonts in Chinese shapes."""

from __future__ import annotations

import os
from pathlib import Path

SUBSTITUTES = {
    "Noto Serif CJK SC": (
        "宋体",
        "SimSun",
        "新宋体",
        "NSimSun",
        "仿宋",
        "FangSong",
        "仿宋_GB2312",
        "楷体",
        "KaiTi",
        "楷体_GB2312",
        "方正小标宋简体",
        "方正小标宋_GBK",
        "华文宋体",
        "STSong",
        "华文仿宋",
        "STFangsong",
        "华文楷体",
        "STKaiti",
        "思源宋体",
        "Source Han Serif SC",
    ),
    "Noto Sans CJK SC": (
        "黑体",
        "SimHei",
        "微软雅黑",
        "Microsoft YaHei",
        "Microsoft YaHei UI",
        "微软雅黑 Light",
        "等线",
        "DengXian",
        "等线 Light",
        "DengXian Light",
        "华文细黑",
        "STXihei",
        "思源黑体",
        "Source Han Sans SC",
    ),
}
"""What stands in for the Chinese fonts of Windows. Without it, a machine that lacks them sets Chinese text
in Japanese shapes."""

# 0 means always: what a cell held before is not trusted.
_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting">
<prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop>
<prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop>
</item>
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop>
</item>
</oor:items>
"""


def prepare(folder: Path) -> dict[str, str]:
    """Write the profile and the list of fonts into a folder; the environment that a program needs to use it.

    Raises `OSError` where the folder cannot be written.
    """
    user = at(folder) / "user"
    user.mkdir(parents=True)
    (user / "registrymodifications.xcu").write_text(_SETTINGS, "utf-8")
    return fonts(folder)


def fonts(folder: Path) -> dict[str, str]:
    """Write the list of fonts into a folder; the environment in which programs find fonts by it."""
    (folder / "fonts.conf").write_text(_fonts(), "utf-8")
    return {**os.environ, "FONTCONFIG_FILE": str(folder / "fonts.conf")}


def at(folder: Path) -> Path:
    """The profile in a folder that was prepared."""
    return folder / "profile"


def _fonts() -> str:
    usual = os.environ.get("FONTCONFIG_FILE", "/etc/fonts/fonts.conf")
    aliases = "".join(
        f'<alias binding="same"><family>{family}</family>'
        f"<accept><family>{stand_in}</family></accept></alias>\n"
        for stand_in, families in SUBSTITUTES.items()
        for family in families
    )
    head = '<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig>\n'
    return f'{head}{aliases}<include ignore_missing="yes">{usual}</include>\n</fontconfig>\n'
