"""The control table of a document: who wrote, checked and approved which version."""

from __future__ import annotations

from typing import Annotated

from kadocs.findings import Text
from kadocs.model.marks import Mark
from kadocs.model.noun import Noun
from kadocs.model.types import Day, String


class Revision(Noun):
    """One line of a document's control table."""

    version: Annotated[
        String, Mark("版本", "Version", names=("版本号",), help=Text("如 V1.0", "Such as V1.0"))
    ]
    date: Annotated[
        Day, Mark("日期", "Date", names=("修订日期",), help=Text("这一版的日期", "The day of this version"))
    ]
    author: Annotated[
        String | None, Mark("编制", "Prepared by", names=("编制人",), help=Text("谁写的", "Who wrote it"))
    ] = None
    reviewer: Annotated[
        String | None, Mark("审核", "Reviewed by", names=("审核人",), help=Text("谁审核的", "Who checked it"))
    ] = None
    approver: Annotated[
        String | None,
        Mark("批准", "Approved by", names=("批准人",), help=Text("谁批准的", "Who approved it")),
    ] = None
    note: Annotated[
        String | None,
        Mark("修改说明", "Changes", names=("修订说明",), help=Text("改了什么", "What was changed")),
    ] = None
