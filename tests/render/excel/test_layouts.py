"""Formulas over any layout of loops come to what they would by hand."""

from hypothesis import given, settings
from hypothesis import strategies as st

from kadocs.render.excel.axis import Axis, Placing, Strip
from kadocs.render.excel.formulas import NOWHERE, Field, Ground, Spot, read
from kadocs.render.excel.names import COLUMNS, ROWS
from tests.render.excel.books import rows, template

BLOCKS = st.lists(st.tuples(st.integers(1, 3), st.integers(0, 3)), min_size=1, max_size=5)
"""Blocks of a sheet: of how many rows, and how often they come; one that comes once is no loop."""


def layout(blocks):
    """The cells of a template, the numbers that each of its rows becomes, and the data."""
    cells, lines, data, line, number = {}, {}, {}, 1, 0
    for index, (height, times) in enumerate(blocks):
        data[f"b{index}"] = list(range(times))
        for offset in range(height):
            cells[f"B{line + offset}"] = f"{{{{ {number} + x * 100 }}}}" if times != 1 else number
            lines[line + offset] = [number + turn * 100 for turn in range(times)] if times != 1 else [number]
            number += 1
        if times != 1:
            cells[f"A{line}"] = f"{{% for x in b{index} %}}"
            cells[f"C{line + height - 1}"] = "{% endfor %}"
        line += height
    return cells, lines, data


@settings(max_examples=60, deadline=None)
@given(BLOCKS, st.data())
def test_a_sum_covers_the_rows_that_its_range_became(blocks, draw):
    cells, lines, data = layout(blocks)
    last = max(lines)
    first = draw.draw(st.integers(1, last))
    end = draw.draw(st.integers(first, last))
    cells[f"A{last + 1}"] = f"=SUM(B{first}:B{end})"
    made = rows(template(cells).render(data))
    [formula] = [row[0] for row in made if row and str(row[0]).startswith("=")]
    wanted = {number for line in range(first, end + 1) for number in lines[line]}
    found = [at for at, row in enumerate(made, start=1) if len(row) > 1 and row[1] in wanted]
    assert len(found) == len(wanted)
    top, bottom = (found[0], found[-1]) if found else (NOWHERE, NOWHERE)
    assert formula == f"=SUM(B{top}:B{bottom})"


@settings(max_examples=60, deadline=None)
@given(BLOCKS)
def test_a_formula_in_a_row_reads_its_own_turn(blocks):
    cells, lines, data = layout(blocks)
    for line in lines:
        cells[f"D{line}"] = f"=B{line}"
    for number, row in enumerate(rows(template(cells).render(data)), start=1):
        assert not row or row[3] == f"=B{number}"


def test_a_reference_to_a_gap_below_a_loop_moves_with_what_is_below():
    axis = Axis([Strip(1, 1, ()), Strip(2, 2, (7,)), Strip(3, 9, ()), Strip(10, ROWS, ())], {7: 2})
    placing = Placing(axis, ROWS, [[1], [2, 3, 4], [5], [12]], {7: [2, 3, 4]})
    across = Placing(Axis([Strip(1, COLUMNS, ())]), COLUMNS, [[1]], {})
    formula = read("A5+A20+SUM(A2:A5)", Spot(30, 1), Field(axis, across.axis))
    assert formula.moved(lambda name: Ground(placing, across), Spot(32, 1)) == "A7+A22+SUM(A2:A7)"
