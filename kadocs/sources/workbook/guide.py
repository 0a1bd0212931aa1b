"""The first sheet: how to fill in the workbook, what its colours mean, where everything is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from openpyxl.worksheet.worksheet import Worksheet

from kadocs.findings import Text
from kadocs.model import Audience
from kadocs.sources.excel import form
from kadocs.sources.workbook import cells, drawing, layout
from kadocs.sources.workbook.drawing import Setting
from kadocs.sources.workbook.layout import Part, Sheet
from kadocs.sources.workbook.scope import Path

_STEPS = (
    Text(
        "知道多少填多少；不知道的留空，以后再补。",
        "Fill in what you know; leave the rest blank for later.",
    ),
    Text(
        "有“填写内容”一列的地方：把内容写在这一列；右边灰色的说明和示例不会被读取。",
        "Where there is a column “Your entry”: write there; the grey words beside it are not read.",
    ),
    Text(
        "有“行”一列的清单：一行写一条；行不够就在清单里插入行。标着“示例”的行不会被读取，可以删去。",
        "Lists with a column “Row #”: one entry a row; insert rows if there are too few. "
        "The row marked “Example” is not read, and may be deleted.",
    ),
    Text(
        "红字带 * 的必须填。带下拉箭头的从列表里选，全部可选值列在最后一张表。",
        "Red titles with a * must be filled in. Where there is an arrow, choose from the list; "
        "the last sheet shows all of them.",
    ),
    Text(
        "标题里有单位的只填数字。编号、账号、电话已设为文本，开头的 0 和很长的号码不会变。",
        "Where a title has a unit, write the number alone. Numbers of accounts, phones and the like are kept "
        "as text, with their zeros.",
    ),
    Text(
        "把鼠标停在标题上，可以看到这一项的说明。从别处粘贴时请选“只粘贴数值”。",
        "Point at a title to see what it means. When you paste, paste values only.",
    ),
    Text(
        "填好后保存，运行 kadocs check 文件名.xlsx，每个问题都会指到单元格。",
        "Save it and run kadocs check FILE.xlsx; every problem is shown at its cell.",
    ),
)
_COLOURS = Text("标题的颜色", "The colours of titles")
_MEANINGS = {
    Audience.CUSTOMER: Text("可以出现在给客户的文档里", "May be printed in documents for the customer"),
    Audience.INTERNAL: Text("内部：不会出现在给客户的文档里", "Internal: never in a customer's document"),
    Audience.SECRET: Text("机密：只给被授权的人", "Secret: for those authorised only"),
}
_CONTENTS = Text("各表内容", "The sheets")
_HEADS = (Text("表", "Sheet"), Text("填什么", "What it holds"), Text("必填", "Needed"))
_NEEDED = Text("有必填项", "Yes, in part")
_MOST_TITLES = 6
_WIDTHS = {"A": 30, "B": 96, "C": 14}


def write(
    sheet: Worksheet,
    planned: Sequence[tuple[str, Sheet]],
    places: Mapping[tuple[type[Part], Path], int],
    setting: Setting,
) -> None:
    """Fills the first sheet; `planned` are the others by name, `places` the rows at which parts begin."""
    setting.paint.title(cells.write(sheet, 1, 1, setting.say(form.heading(form.GUIDE))))
    row = 3
    for number, step in enumerate(_STEPS, 1):
        setting.paint.words(cells.write(sheet, row, 1, f"{number}. {setting.say(step)}"))
        row += 1
    row = _write_legend(sheet, row + 1, setting) + 1
    setting.paint.part(cells.write(sheet, row, 1, setting.say(_CONTENTS)))
    for column, head in enumerate(_HEADS, 1):
        setting.paint.head(cells.write(sheet, row + 1, column, setting.say(head)))
    row += 2
    for name, plan in planned:
        row = _write_contents(sheet, row, name, plan, places, setting)
    for letter, width in _WIDTHS.items():
        sheet.column_dimensions[letter].width = width
    drawing.print_setup(sheet, landscape=False, repeat=False)


def _write_legend(sheet: Worksheet, row: int, setting: Setting) -> int:
    setting.paint.part(cells.write(sheet, row, 1, setting.say(_COLOURS)))
    for audience, meaning in _MEANINGS.items():
        row += 1
        setting.paint.head(cells.write(sheet, row, 1, setting.say(audience.title)), audience)
        setting.paint.words(cells.write(sheet, row, 2, setting.say(meaning)))
    return row + 1


def _write_contents(
    sheet: Worksheet,
    row: int,
    name: str,
    plan: Sheet,
    places: Mapping[tuple[type[Part], Path], int],
    setting: Setting,
) -> int:
    """Writes a line for a sheet and for each further part of it; gives the row below."""
    own = plan.parts[0].mark is plan.mark
    lines: list[tuple[str, Part | None, int]] = [(name, plan.parts[0] if own else None, 1)]
    lines += [
        (setting.say(part.mark.title), part, places[type(part), part.path]) for part in plan.parts[int(own) :]
    ]
    for number, (title, part, at) in enumerate(lines):
        drawing.lead(cells.write(sheet, row, 1, title), name, at, setting.paint, inset=number > 0)
        said = _holds(part, setting) if part else setting.say(plan.mark.help)
        setting.paint.words(cells.write(sheet, row, 2, said))
        if part and layout.needs(part, setting.scope):
            setting.paint.words(cells.write(sheet, row, 3, setting.say(_NEEDED)))
        row += 1
    return row


def _holds(part: Part, setting: Setting) -> str:
    """What a part is for, else its first titles."""
    said = setting.say(part.mark.help)
    if said:
        return said
    between, rest = ("、", "……") if setting.language == "zh" else (", ", " …")
    titles = between.join(setting.say(field.mark.title) for field in part.fields[:_MOST_TITLES])
    return titles + (rest if len(part.fields) > _MOST_TITLES else "")
