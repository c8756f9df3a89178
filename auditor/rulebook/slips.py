"""Contradictions that a slip of the hand explains.

Of numbers of three digits that have nothing to do with each other about three in a hundred lie one digit, or two
transposed, apart. A number that is so near the figure that it should be means it, unless its own stands in the tables.
"""

from __future__ import annotations

from auditor.model.claim import Claim
from auditor.rulebook.causes import mistyped
from auditor.rulebook.context import Context
from auditor.rulebook.language.figures import Figure

_DIGITS = 3  # of a number whose likeness to another is no chance


def slipped(claim: Claim, expected: Figure | None, context: Context) -> bool:
    """Whether one slip turns the figure that is expected into the number of a claim, which stands in no table."""
    if expected is None or _digits(claim) < _DIGITS:
        return False
    return mistyped(claim, expected) and not _stands_in_tables(claim, context)


def _digits(claim: Claim) -> int:
    return len("".join(c for c in claim.quote if c.isdigit()).strip("0"))


def _stands_in_tables(claim: Claim, context: Context) -> bool:
    return any(True for _ in context.printed.of(claim.quantity))
