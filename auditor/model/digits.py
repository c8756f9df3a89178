"""What a slip of the hand leaves of a printed number."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

from auditor.model.quantity import WIDE, ZERO, last_digit

NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?|\.\d+")


def printed_in(text: str) -> Decimal:
    """The number of a text, in the scale of its print: 1.23 of "$1.23 million"; 0 where there is none."""
    found = NUMBER.search(text)
    return Decimal(found.group().replace(",", "")) if found is not None else ZERO


def kept(printed: Decimal, figure: Decimal) -> int:
    """How many digits stand behind the first that one slip changed in a printed number, zeros at its end left out: 2 of
    79.4 for 29.4 or of 92.4 for 29.4. 0 where neither a changed digit nor two transposed ones make it of the figure.

    Both positive and in the scale of the print; the figure is rounded as the number is. Figures that have to do with
    each other lie near each other, so that they often share their first digits, and their last ones by chance only.
    """
    unit = last_digit(printed)
    stated, wanted = (str(int(v.quantize(unit, ROUND_HALF_UP, WIDE) / unit)) for v in (printed, figure))
    if len(stated) != len(wanted):
        return 0
    apart = [k for k, (a, b) in enumerate(zip(stated, wanted, strict=True)) if a != b]
    if len(apart) == 1 or _swapped(stated, wanted, apart):
        return max(0, len(stated.rstrip("0")) - 1 - apart[0])
    return 0


def _swapped(stated: str, wanted: str, apart: list[int]) -> bool:
    return (
        len(apart) == 2
        and apart[1] == apart[0] + 1
        and stated[apart[0]] == wanted[apart[1]]
        and stated[apart[1]] == wanted[apart[0]]
    )
