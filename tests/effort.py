"""How much work a call is, counted in calls of functions: no clock, so the same on any machine."""

import sys
from collections.abc import Callable


def effort(work: Callable[[], object]) -> int:
    """How many functions, Python's and C's, `work` calls."""
    calls = 0

    def count(_frame: object, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        work()
    finally:
        sys.setprofile(before)
    return calls
