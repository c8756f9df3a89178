"""Whether a gap between two figures looks like a slip of the hand rather than a reading that was wrong to begin with.

One digit changed leaves a gap of d × 10ᵏ, two neighbours transposed one of 9 × d × 10ᵏ, a digit dropped or added a
gap of about nine tenths or nine times the figure. Among gaps of four digits, such ones are about one in a hundred.
"""

from __future__ import annotations


def digit_gap(gap: int, slack: int) -> bool:
    """Whether a gap, in half units of the last digit, is that of one digit changed or two transposed, give or take
    the rounding of the figures."""
    gap = abs(gap)
    step = 2
    while step <= gap + slack:
        for factor in (*range(1, 10), *range(18, 82, 9)):
            if abs(gap - factor * step) <= min(slack, max(step // 4, 1) if step > 2 else 1):
                return True
        step *= 10
    return False
