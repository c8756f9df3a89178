"""What a slip of the hand leaves of a printed number."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

from auditor.model.quantity import WIDE, ZERO, Quantity, last_digit

_LONG = 3  # digits of a number whose likeness to another is no chance
_ONE = (1,)  # the digits of what parts two numbers by one in a digit
_WIDEST = 5  # units of the last digit
NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?|\.\d+")


def printed_in(text: str) -> Decimal:
    """The number of a text, in the scale of its print: 1.23 of "$1.23 million"; 0 where there is none."""
    found = NUMBER.search(text)
    return Decimal(found.group().replace(",", "")) if found is not None else ZERO


def kept(printed: Decimal, figure: Decimal) -> int:
    """How many digits stand behind the first that one slip changed in a printed number, zeros at its end left out: 2 of
    79.4 for 29.4 or of 92.4 for 29.4. 0 where neither a changed digit nor two transposed ones make it of the figure.

    Both positive and in the scale of the print; the figure is rounded as the number is. Figures that have to do with
    each other lie near each other, so that they often share their first digits, and their last ones by chance only. The
    zero before a point is a digit: 5.02 may be 0.52.
    """
    unit = last_digit(printed)
    least = _least(unit)
    stated, wanted = (str(int(v.quantize(unit, ROUND_HALF_UP, WIDE) / unit)).zfill(least) for v in (printed, figure))
    if len(stated) != len(wanted):
        return 0
    apart = [k for k, (a, b) in enumerate(zip(stated, wanted, strict=True)) if a != b]
    if len(apart) == 1 or _swapped(stated, wanted, apart):
        return max(0, len(stated.rstrip("0")) - 1 - apart[0])
    return 0


def telling(printed: Decimal) -> bool:
    """Whether a number has digits enough that its likeness to another is hardly chance, zeros at its end left out."""
    return len(digits_of(printed).rstrip("0")) >= _LONG


def slipped(printed: Decimal, figure: Decimal, first: bool = False) -> bool:
    """Whether a slip parts two numbers, and chance hardly: of three digits or more, of which some behind the one that
    changed are the same. One that is changed by one tells nothing: beside 39.9, 38.9 is often of a part of it, or of
    another year.
    `first`: the slip is one of the first digit; rates, and figures of one size, often have that in common.
    """
    if not telling(printed) or abs(printed - figure).normalize().as_tuple().digits == _ONE:
        return False
    behind = kept(printed, figure)
    return behind > 0 and not (first and behind < len(digits_of(printed).rstrip("0")) - 1)


def slipped_within(printed: Decimal, low: Decimal, high: Decimal, first: bool = False) -> bool:
    """Whether a slip parts a number from some figure of an interval. Of a wide interval, and so of the number, only the
    first digits are compared, which tell the figures of it apart; the slip must be one of the very first then."""
    unit = last_digit(printed)
    first = first or high - low > _WIDEST * unit
    while high - low > _WIDEST * unit and telling(printed):
        unit = unit.scaleb(1)
        printed = printed.quantize(unit, ROUND_HALF_UP, WIDE)
    if not telling(printed):
        return False
    least, most = (int((v / unit).quantize(Decimal(1), ROUND_HALF_UP, WIDE)) for v in (low, high))
    return any(slipped(printed, k * unit, first) for k in range(least, most + 1))


def slipped_from(quote: str, stated: Quantity, wanted: Quantity, first: bool = False) -> bool:
    """The same of a number that a text prints as `quote`, and a figure of its own unit."""
    printed, meant = printed_in(quote), wanted.magnitude()
    if not printed or not stated.value or meant.low is None or meant.high is None:
        return False
    scale = abs(stated.value) / printed
    return slipped_within(printed, meant.low / scale, meant.high / scale, first)


def digits_of(printed: Decimal) -> str:
    """The digits of a number, with the zero before a point."""
    unit = last_digit(printed)
    return str(int(printed / unit)).zfill(_least(unit))


def _least(unit: Decimal) -> int:
    """How many digits a number has at least: one before its point."""
    return 1 + max(0, -int(unit.logb()))


def _swapped(stated: str, wanted: str, apart: list[int]) -> bool:
    return (
        len(apart) == 2
        and apart[1] == apart[0] + 1
        and stated[apart[0]] == wanted[apart[1]]
        and stated[apart[1]] == wanted[apart[0]]
    )
