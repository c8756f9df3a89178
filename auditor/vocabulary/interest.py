"""What a balance is called among the lines of interest: "Deposits" under "Interest expense" is the interest on them."""

from __future__ import annotations

from collections.abc import Iterable

_LINES = ("interest-income", "interest-expense")


def lines_above(headings: Iterable[tuple[str, bool]]) -> str:
    """`interest-income` or `interest-expense`, where the nearest of the headings above, innermost first, that is no balance
    itself is one of them; else empty. A heading is its measure and whether that is a balance."""
    for key, stands in headings:
        if key in _LINES:
            return key
        if key and not stands:
            break
    return ""
