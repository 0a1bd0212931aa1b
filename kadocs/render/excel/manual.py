"""The manual pages of findings about Excel templates (TPL111 to TPL118)."""

from __future__ import annotations

from kadocs.findings import Text


def _page(zh: tuple[str, str, str, str, str], en: tuple[str, str, str, str, str]) -> Text:
    return Text(
        f"{zh[0]}\n\n检查什么：{zh[1]}\n为什么：{zh[2]}\n示例：{zh[3]}\n怎么办：{zh[4]}",
        f"{en[0]}\n\nWhat: {en[1]}\nWhy: {en[2]}\nExample: {en[3]}\nWhat to do: {en[4]}",
    )


PAGES: dict[str, Text] = {
    "TPL111": _page(
        (
            "公式里没有标签。",
            "Excel 模板的公式、条件格式和数据验证里没有 {{ }} 或 {% %}。",
            "数据不能变成公式的一部分，否则谁填了数据，谁就能改公式。",
            '="合计 {{ quote.total }}"。',
            '把标签单独写在一个单元格里，例如 B2，公式写成 ="合计 "&B2。',
        ),
        (
            "Formulas hold no tags.",
            "the formulas, conditional formats and validations of an Excel template hold no {{ }} or {% %}.",
            "data must not become part of a formula, or whoever gives data could change what is calculated.",
            '="Total {{ quote.total }}".',
            'write the tag into a cell of its own, such as B2, and the formula as ="Total "&B2.',
        ),
    ),
    "TPL112": _page(
        (
            "循环和条件管整行、整列，或者只管一个单元格。",
            "for、if 的开头和结尾在同一个单元格，或者管从开头到结尾的整行；列循环写在一行里；两个块不交叉。",
            "一行只能整行重复或不出现；交叉的块说不清哪些行该重复几次。",
            "A5 是 {% for x in xs %}，B6 是 {% if x.y %}，A7 是 {% endfor %}，B8 才是 {% endif %}。",
            "把一个块放进另一个里面；else 单独占一行；set、macro 等写在一个单元格里；"
            "列循环用 {%tc for … %} 和 {%tc endfor %}，写在同一行。",
        ),
        (
            "Loops and conditions govern whole rows or columns, or one cell.",
            "a for or if opens and closes in one cell, or governs whole rows; or whole columns, in one row.",
            "a row is repeated or left out as a whole; where blocks cross, nobody can tell how often.",
            "{% for x in xs %} in A5, {% if x.y %} in B6, {% endfor %} in A7, {% endif %} in B8.",
            "put one block inside the other; give else a row of its own; write set and macro in one cell;\n"
            "for columns, write {%tc for … %} and {%tc endfor %} in one row.",
        ),
    ),
    "TPL113": _page(
        (
            "sheet 标签写得对。",
            "一张工作表最多一个 {%sheet for x in xs %} 或 {%sheet if … %}。",
            "它决定整张表出几份；写两个就说不清了。",
            "{%sheet x in xs %}，少了 for。",
            "写成 {%sheet for x in xs %} 或 {%sheet if 条件 %}，放在第一行单独一行；不写 end。",
        ),
        (
            "A sheet tag is written correctly.",
            "a sheet has at most one {%sheet for x in xs %} or {%sheet if … %}.",
            "it says how many sheets there will be, of which two tags would have two opinions.",
            "{%sheet x in xs %}, without for.",
            "write {%sheet for x in xs %} or {%sheet if condition %}, alone in the first row, and no end.",
        ),
    ),
    "TPL114": _page(
        (
            "没有只用于 Word 的标签。",
            "Excel 模板里没有 {%p … %}、{{r … }}、cellbg、colspan 等 Word 的标签。",
            "工作表没有段落；颜色和合并由单元格自己的格式决定。",
            "{{r x }}。",
            "值直接写 {{ x }}；整行用 {%tr … %} 或不写前缀，整列用 {%tc … %}；颜色用条件格式。",
        ),
        (
            "There are no tags that are for Word only.",
            "an Excel template has no {%p … %}, {{r … }}, cellbg, colspan and the like.",
            "a sheet has no paragraphs, and colours and merged cells come with the cells.",
            "{{r x }}.",
            "write values as {{ x }}, rows with {%tr … %} or nothing, columns with {%tc … %};\n"
            "for colours take conditional formats.",
        ),
    ),
    "TPL115": _page(
        (
            "公式不把许多单元格当作一个。",
            "循环外的公式引用循环里的单元格时，用的是接受区域的函数。",
            "循环里的一个单元格会变成许多个，=E5*2 不知道要乘哪一个。",
            "E5 在循环里，E9 写 =E5*1.13。",
            "写成 =SUM(E5:E5)*1.13；SUM、MAX、COUNTIF、INDEX 等会覆盖循环生成的全部行，没有行时合计为 0。"
            "逐行的计算请放进循环里。",
        ),
        (
            "A formula does not take many cells for one.",
            "a formula outside of a loop refers to cells in it through a function that takes ranges.",
            "one cell in a loop becomes many, and =E5*2 does not know which to take.",
            "E5 stands in a loop, and E9 says =E5*1.13.",
            "write =SUM(E5:E5)*1.13; SUM, MAX, COUNTIF, INDEX and others cover all rows of the loop,\n"
            "and a sum of none is 0. What is worked out row by row belongs into the loop.",
        ),
    ),
    "TPL116": _page(
        (
            "引用的工作表恰好有一张，至少留下一张。",
            "公式、名称和图表引用的工作表没有因为 {%sheet … %} 消失或变成几张；工作簿不是空的。",
            "引用一张不存在的表会得到 #REF!，没有表的工作簿打不开。",
            "“汇总”引用“明细”，而“明细”带着 {%sheet if … %}，条件不成立。",
            "让公式只引用总有一张的表，或让两张表用同样的条件。",
        ),
        (
            "A sheet that is referred to is there once, and some sheet is left.",
            "no sheet to which formulas, names or charts refer has gone, or become several, by {%sheet … %}.",
            "a reference to a sheet that is not there gives #REF!; a workbook without sheets does not open.",
            "“Summary” refers to “Details”, which has {%sheet if … %} with a condition that fails.",
            "refer to sheets of which there is always one, or give both sheets the same condition.",
        ),
    ),
    "TPL117": _page(
        (
            "表格（Ctrl+T）的标题行里没有标签，也没有列循环穿过它。",
            "Excel 表格的列名是固定的文字。",
            "列名写在两处，必须相同，否则 Excel 报告文件损坏。",
            "表格第一列的标题是 {{ title }}。",
            "把标题写成固定文字，或在“表设计”里选“转换为区域”。",
        ),
        (
            "The headings of a table (Ctrl+T) hold no tags, and no columns repeat in it.",
            "the names of an Excel table's columns are plain text.",
            "they are written in two places that must agree, or Excel calls the file damaged.",
            "the heading of a table's first column is {{ title }}.",
            "write the headings as plain text, or choose “Convert to Range” in Table Design.",
        ),
    ),
}
