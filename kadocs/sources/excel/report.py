"""What the reader has to say of a workbook, beside what the model says of its values."""

from __future__ import annotations

from kadocs.figures.columns import letters
from kadocs.findings import Fault, Finding, Place, Severity, Text
from kadocs.sources.excel.grid import Grid
from kadocs.tree.node import Scalar

_SAVE = Text(
    "请用 Excel 或 WPS 打开，待其重新计算后保存，再运行一次",
    "Open the workbook in Excel or WPS, let it calculate, save it, and run again",
)


def unsaved(place: Place) -> Finding:
    """A formula whose value was never calculated."""
    return _finding(
        "DATA032", Severity.ERROR, place, Text("公式还没有计算结果", "the formula has no value yet"), _SAVE
    )


def worked_out(grid: Grid, count: int) -> Finding:
    """Simple formulas that had no value, and got theirs here."""
    message = Text(
        "工作表“{name}”有 {n} 个公式没有计算结果，已由 kadocs 算出",
        "{n} formulas of the sheet “{name}” had no value; kadocs worked them out",
    )
    return _finding(
        "DATA032", Severity.INFO, grid.whole(), message.fill(name=grid.name, n=count), _SAVE_FIRST
    )


def broken(place: Place, error: str) -> Finding:
    """A cell that shows an error."""
    message = Text("单元格是错误值 {error}", "the cell shows the error {error}").fill(error=error)
    return _finding("DATA033", Severity.ERROR, place, message, _CORRECT)


def long(place: Place, fault: Fault) -> Finding:
    """A number of which Excel has lost the end."""
    return fault.at(place, "DATA038")


def heading(place: Place, text: str, near: Text | None) -> Finding:
    """A heading or label that means nothing to the deal; the values beside or below it are not read."""
    message = Text(
        "不认识“{text}”，对应的内容没有读取", "“{text}” is not known; what belongs to it is not read"
    )
    hint = _REMARKS.get(text.strip()) or (_NEAR.fill(near=near) if near else _RENAME)
    return _finding("DATA034", Severity.WARNING, place, message.fill(text=_short(text)), hint)


def repeated(place: Place, text: str, first: Place) -> Finding:
    """A second column for a field that is read from another."""
    message = Text(
        "“{text}”与 {first} 是同一个字段，这一列没有读取",
        "“{text}” is the same field as {first}; this column is not read",
    )
    filled = message.fill(text=_short(text), first=first.cell)
    return _finding("DATA044", Severity.WARNING, place, filled, _ONE_COLUMN)


def scaled(place: Place, read: str, scale: str) -> Finding:
    """A number whose format shows it in ten thousands, below a heading that counts in them."""
    message = Text(
        "数字格式已按万显示，表头又写“{scale}元”，会读成 {read}",
        "the format shows the number scaled, and the heading says “{scale}元”: it would be read as {read}",
    )
    return _finding("DATA045", Severity.ERROR, place, message.fill(scale=scale, read=read), _SCALE_ONCE)


def unheaded(place: Place, text: str) -> Finding:
    """A column of values without a heading."""
    message = Text(
        "这一列没有表头，从“{text}”起没有读取", "the column has no heading; it is not read from “{text}” on"
    )
    return _finding("DATA034", Severity.WARNING, place, message.fill(text=_short(text)), _HEAD_IT)


def chart(place: Place, count: int) -> Finding:
    """The days of a chart that is drawn with coloured cells."""
    message = Text(
        "用单元格画的甘特图（{count} 列）没有读取", "the chart drawn in {count} columns of cells is not read"
    )
    return _finding("DATA048", Severity.WARNING, place, message.fill(count=count), _DATES)


def remarks(grid: Grid, comments: int, boxes: int) -> Finding:
    """Comments and text boxes, which are not read."""
    message = Text(
        "工作表“{name}”的批注（{comments}）和文本框（{boxes}）没有读取",
        "the comments ({comments}) and text boxes ({boxes}) of the sheet “{name}” are not read",
    )
    filled = message.fill(name=grid.name, comments=comments, boxes=boxes)
    return _finding("DATA047", Severity.INFO, grid.whole(), filled, _INTO_CELLS)


def more_headings(place: Place, count: int) -> Finding:
    """Further unknown labels of a sheet that has many."""
    message = Text(
        "从这里起还有 {count} 处不认识，没有读取", "{count} more are not known from here on, and not read"
    )
    return _finding("DATA034", Severity.WARNING, place, message.fill(count=count), _TITLES)


def ownerless(owner: Scalar) -> Finding:
    """A row that belongs to a record which the workbook does not have."""
    message = Text("没有“{name}”，这一行没有读取", "there is no “{name}”; the row is not read")
    return _finding("DATA042", Severity.ERROR, owner.place, message.fill(name=_short(owner.text)), _SAME_NAME)


def unread_sheet(grid: Grid) -> Finding:
    """A sheet in which nothing was understood; a file of its own was meant to be."""
    message = Text("“{name}”没有可读取的内容", "nothing in “{name}” is known").fill(name=grid.name)
    severity = Severity.ERROR if grid.alone else Severity.INFO
    return _finding("DATA035", severity, grid.whole(), message, _HEADED if grid.alone else _TITLES)


def hidden_sheet(file: str, name: str) -> Finding:
    """A hidden sheet, which is not read."""
    message = Text("隐藏的工作表“{name}”没有读取", "the hidden sheet “{name}” is not read").fill(name=name)
    return _finding("DATA036", Severity.WARNING, Place(file, cell=name), message, _UNHIDE)


def hidden_cells(grid: Grid, rows: list[int], columns: list[int]) -> Finding:
    """Hidden rows and columns, which are read all the same."""
    which = Text(
        "、".join([*(f"第 {row + 1} 行" for row in rows[:5]), *(f"{letters(c)} 列" for c in columns[:5])]),
        ", ".join([*(f"row {row + 1}" for row in rows[:5]), *(f"column {letters(c)}" for c in columns[:5])]),
    )
    message = Text(
        "工作表“{name}”隐藏的{which}也已读取", "the sheet “{name}” has hidden cells that are read: {which}"
    )
    return _finding(
        "DATA037", Severity.WARNING, grid.whole(), message.fill(name=grid.name, which=which), _SHOW
    )


def ambiguous(place: Place, text: str, paths: list[str]) -> Finding:
    """A label that may mean several fields."""
    message = Text("“{text}”可能是 {paths}，没有读取", "“{text}” may be {paths}; it is not read")
    filled = message.fill(text=_short(text), paths=Text("或 ".join(paths), " or ".join(paths)))
    return _finding("DATA039", Severity.WARNING, place, filled, _TITLE_ABOVE)


def twice(value: Scalar, title: Text, first: Scalar) -> Finding:
    """A value that another cell already gave, differently."""
    message = Text(
        "“{title}”是 {here}，而 {first} 填写的是 {there}", "“{title}” is {here}, but {there} at {first}"
    )
    here, there = _short(value.text), _short(first.text)
    filled = message.fill(title=title, here=here, there=there, first=first.place.cell)
    return _finding("DATA041", Severity.ERROR, value.place, filled, _ONE)


def sum_off(place: Place, stated: str, lines: str) -> Finding:
    """A sum row whose amount is not that of the lines that it sums up."""
    message = Text(
        "这一行写的是 {stated}，而上面各项相加是 {lines}",
        "this row says {stated}, but the lines above it add up to {lines}",
    )
    return _finding("DATA043", Severity.ERROR, place, message.fill(stated=stated, lines=lines), _ADD_UP)


def example(place: Place) -> Finding:
    """An example that somebody has written over."""
    message = Text("示例行改动过，这一行没有读取", "the example was changed; the row is not read")
    return _finding("DATA049", Severity.WARNING, place, message, _NUMBER_IT)


def unread_row(place: Place, text: str) -> Finding:
    """A row of text that is no data."""
    message = Text("“{text}”没有读取", "“{text}” is not read").fill(text=_short(text))
    return _finding("DATA040", Severity.INFO, place, message, _NOTE)


def _finding(code: str, severity: Severity, place: Place, message: Text, hint: Text) -> Finding:
    return Finding(code, severity, place, message, hint)


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= 40 else line[:39] + "…"


_SAVE_FIRST = Text(
    "只算加减乘除、SUM、PRODUCT、ROUND；想用 Excel 的结果，请打开后保存一次",
    "Only + − × ÷, SUM, PRODUCT and ROUND are; to have Excel's own, open the workbook and save it",
)
_CORRECT = Text(
    "请改正公式或直接填写数值，保存后再运行", "Correct the formula or type the value, save, and run again"
)
_NEAR = Text("是否想写“{near}”？", "Did you mean “{near}”?")
_REBATE = Text(
    "九五折请写在“优惠比例”列里，填 5%",
    "A factor of 0.95 is a discount of 5%: head the column “Discount”, and write 5%",
)
_REMARKS = {"折扣": _REBATE, "折扣系数": _REBATE, "折率": _REBATE}
_RENAME = Text(
    "不需要就不必理会；需要请改用字段的名称", "Ignore this if it is not needed; else use a field's title"
)
_ONE_COLUMN = Text(
    "要用这一列，请改另一列的表头（或删去另一列）",
    "To use this one, give the other column another heading, or delete it",
)
_SCALE_ONCE = Text(
    "单元格里若是元，请把表头改成“元”；若是万元，请把数字格式改成“常规”",
    "If the cells hold 元, let the heading say 元; if they hold 万元, set their format to General",
)
_HEAD_IT = Text("不需要就不必理会；需要请写上表头", "Ignore this if it is not needed; else give it a heading")
_DATES = Text(
    "请写开始日期和结束日期（或工期）两列；文档里的甘特图由它们画出",
    "Give start and end (or duration) in columns; documents draw the chart from them",
)
_INTO_CELLS = Text(
    "不需要就不必理会；是数据请写进单元格", "Ignore this if it is not needed; put data into cells"
)
_TITLES = Text(
    "不需要就不必理会；需要请在表头或左列写字段的名称",
    "Ignore this if it is not needed; else head its columns or rows with fields' titles",
)
_HEADED = Text(
    "请用字段的名称作表头，并用所属的清单命名文件，例如 报价清单.csv",
    "Head its columns with fields' titles, and name the file after the list, such as Price items.csv",
)
_UNHIDE = Text(
    "其中有需要的数据就取消隐藏，否则不必理会", "Unhide it if its data is needed, else ignore this"
)
_SHOW = Text(
    "不需要的行列请删去；筛选会隐藏行，合计仍包含它们",
    "Delete what is not needed; a filter hides rows, totals still count them",
)
_TITLE_ABOVE = Text(
    "请在上方写明它属于哪一部分，例如“客户信息”",
    "Write above it which section it belongs to, such as “Account”",
)
_SAME_NAME = Text("请与主表里的名称写得一致", "Write the name as the main table has it")
_ONE = Text("请只保留一处，或改成一样的", "Keep one of them, or make them equal")
_NUMBER_IT = Text(
    "若是真实数据，请把行首的“示例”改成行号",
    "If it is real, write a number in place of “Example” at its beginning",
)
_ADD_UP = Text(
    "请核对各项金额，再改正这一行（最好用求和公式），或删去这一行",
    "Check the lines' amounts, then correct this row (best with a sum formula), or delete it",
)
_NOTE = Text(
    "说明文字不必理会；若是数据，请写在表头下面或字段名的右边",
    "Ignore this if it is a note; data stands below a heading or beside a field's title",
)
