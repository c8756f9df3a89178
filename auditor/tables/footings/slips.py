"""Whether a gap between two figures looks like a slip of the hand rather than a reading that was wrong to begin with.

One digit changed leaves a gap of d × 10ᵏ, two neighbours transposed one of 9 × d × 10ᵏ. Among gaps of four digits,
such ones are about one in a hundred.
"""

from __future__ import annotations

from auditor.model.fact import Fact


def digit_gap(gap: int, slack: int) -> bool:
    """Whether a gap, in half units of the last digit, is that of one digit changed or two transposed, give or take
    the rounding of the figures."""
    gap = abs(gap)
    step = 2
    while step <= gap + slack:
        room = min(slack, step // 4) if step > 2 else 1
        if any(abs(gap - factor * step) <= max(room, 1) for factor in (*range(1, 10), *range(18, 82, 9))):
            return True
        step *= 10
    return False


def decimal_gap(one: Fact, other: Fact) -> bool:
    """Whether two figures that should be equal differ by one slip of the digits."""
    step = max(one.quantity.step, other.quantity.step)
    if step <= 0:
        return False
    gap = abs(one.quantity.value) - abs(other.quantity.value)
    return digit_gap(int(gap / step * 2), 2)
