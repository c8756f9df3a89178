"""Columns that say how many pieces there were, what they were worth and what each cost: "Homes | Dollars | Price".

The heading above the rows says what is counted ("Net new orders"); the columns beside that of the pieces give amounts
of money all the same.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from auditor.model.fact import Measure
from auditor.tables.columns import Spoken
from auditor.tables.scales import without_note
from auditor.tables.units import Unit
from auditor.tables.values import Figure

_WORTH = re.compile(r"\b(?:dollars?|value|amount|revenues?|sales)\W*$", re.I)
_PRICE = re.compile(r"\b(?:average|avg\.?)\s+(?:(?:selling|sales?|unit|home)\s+)?prices?\W*$|\bASP\W*$", re.I)
_SHIFTS = (0, 3, 6)  # by how many digits a price may be printed in smaller units than the amounts
_NAME = "average selling price"
PRICE = "average-selling-price"
_TRADED = frozenset(("deliveries", "orders", "backlog"))
_DELIVERED = "deliveries"  # of which a price is where nothing else is said


def by_the_piece(
    said: list[Spoken], valued: Sequence[int], texts: Sequence[str], rows: Sequence[Mapping[int, Figure]]
) -> list[Spoken]:
    """The columns, with amounts of money beside a column of pieces, and prices told from per-share amounts."""
    counted = [c for c in valued if said[c].kind == "amount" and said[c].unit.unit == "count" and not said[c].words]
    if not counted:
        return said
    out, count, worth = list(said), -1, -1
    for c in valued:
        text = without_note(texts[c])
        if c in counted:
            count, worth = c, -1
        elif count < 0 or said[c].kind not in ("amount", "average"):
            continue
        elif _PRICE.search(text):
            unit: Unit = "money" if worth >= 0 and _shift(rows, count, worth, c) == 0 else "price"
            out[c] = replace(said[c], kind="amount", words=_NAME, unit=replace(said[c].unit, unit=unit))
        elif _WORTH.search(text):
            worth = c
            out[c] = replace(said[c], words="value", unit=replace(said[c].unit, unit="money"))
    return out


def _shift(rows: Sequence[Mapping[int, Figure]], count: int, worth: int, price: int) -> int | None:
    """By how many digits a column of prices is what the amounts are worth by the piece; None where it is not."""
    votes = dict.fromkeys(_SHIFTS, 0)
    for row in rows:
        pieces, amount, each = row.get(count), row.get(worth), row.get(price)
        if pieces is None or amount is None or each is None or not pieces.value:
            continue
        for shift in _SHIFTS:
            votes[shift] += abs(amount.value.scaleb(shift) / pieces.value - each.value) <= each.step
    best = max(votes, key=lambda shift: votes[shift])
    return best if votes[best] else None


def counts_pieces(measure: Measure, unit: str) -> bool:
    """Whether a row, of some unit, counts what a column beside it gives the price of."""
    return unit == "count" or measure.key in _TRADED


def price_of(measure: Measure) -> Measure:
    """The price by the piece of what a row counts."""
    what = frozenset[str]() if measure.key == _DELIVERED else frozenset((measure.key,))
    return Measure(PRICE, measure.qualifiers | what, True)
