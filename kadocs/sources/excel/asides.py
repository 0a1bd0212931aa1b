"""What people may not see of a sheet, or see and take for data: hidden cells, comments, text boxes."""

from __future__ import annotations

from kadocs.sources.excel import report
from kadocs.sources.excel.context import Context
from kadocs.sources.excel.grid import Grid


def tell(context: Context) -> None:
    """Tells of it, for a sheet that is read."""
    grid, found = context.grid, context.findings
    if any(grid.traits.remarks):
        found.append(report.remarks(grid, *grid.traits.remarks))
    if grid.worked_out:
        found.append(report.worked_out(grid, grid.worked_out))
    rows = sorted(row for row in grid.traits.hidden_rows if grid.filled(row))
    columns = [c for hidden in grid.traits.hidden_columns for c in hidden if _holds(grid, c)]
    if rows or columns:
        found.append(report.hidden_cells(grid, rows, columns))


def _holds(grid: Grid, column: int) -> bool:
    return any(column in grid.filled(row) for row in range(grid.top, grid.bottom))
