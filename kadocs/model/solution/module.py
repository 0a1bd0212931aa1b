"""The parts of the offered solution, and pictures of it."""

from __future__ import annotations

from typing import Annotated

from kadocs.findings import Text
from kadocs.model.marks import Audience, Mark
from kadocs.model.noun import Noun
from kadocs.model.types import Lines, Names, PicturePath, String

_INTERNAL = Audience.INTERNAL


class Picture(Noun):
    """A picture supplied with the deal."""

    path: Annotated[
        PicturePath,
        Mark(
            "图片",
            "Picture",
            names=("图片路径",),
            help=Text("图片文件名，放在商机文件夹里", "The picture's file in the deal's folder"),
        ),
    ]
    caption: Annotated[
        String | None, Mark("图题", "Caption", help=Text("图下面的说明文字", "The text below the picture"))
    ] = None


class Module(Noun):
    """One module of the offered solution."""

    name: Annotated[
        String,
        Mark("模块", "Module", names=("模块名称",), help=Text("模块名称", "What the module is called")),
    ]
    purpose: Annotated[
        String | None,
        Mark(
            "模块价值",
            "Value",
            names=("价值",),
            help=Text("它解决客户的什么问题", "Which trouble of the customer it cures"),
        ),
    ] = None
    functions: Annotated[
        Lines,
        Mark(
            "功能",
            "Functions",
            names=("主要功能",),
            help=Text("能做什么，每行一条", "What it does, one a line"),
        ),
    ] = ()
    specification: Annotated[
        String | None,
        Mark(
            "规格",
            "Specification",
            names=("技术规格",),
            help=Text("关键参数和容量", "Key figures and capacity"),
        ),
    ] = None
    requirements: Annotated[
        Names,
        Mark(
            "响应需求",
            "Answers",
            names=("对应需求",),
            help=Text("回答了哪些需求，写需求编号", "The ids of the requirements that it answers"),
        ),
    ] = ()
    pictures: Annotated[
        tuple[Picture, ...],
        Mark("界面图", "Pictures", help=Text("界面或结构图", "Pictures of its screens or parts")),
    ] = ()
