"""How far a figure may lie beyond a number that a hedge leaves open to one side: "over $9 million", "nearly 40%"."""

from __future__ import annotations

from decimal import Decimal

from auditor.model.binding import Candidate
from auditor.model.claim import Claim
from auditor.model.quantity import Quantity
from auditor.rulebook.evaluating import Evaluation
from auditor.rulebook.language.figures import figure

_NEAR = Decimal("1.25")  # times the stated figure, within which one is that "over" or "nearly" speaks of
_FIVE = 5
_BARELY = Decimal("1.000001")  # for thirds and sevenths


def far_beyond(claim: Claim, candidate: Candidate, evaluation: Evaluation) -> bool:
    """Whether a reading is only met as a hedge is open to one side: "over $9 million" beside 12. No reader takes it so;
    of a sure reading only "over" is asked so much, for it is what a figure has passed last."""
    if claim.hedge not in ("over", "at-least", "under", "at-most"):
        return False
    expected = evaluation.expected
    wanted = abs(expected.value) if expected is not None else Decimal(0)
    stated = abs(figure(claim.quantity).value)
    if claim.hedge == "over" and stated and wanted > stated:
        return wanted - stated > passed(claim.quantity) * stated * _BARELY
    if candidate.strength == "sure":
        return False
    return bool(wanted and stated) and max(wanted, stated) > _NEAR * min(wanted, stated)


def passed(stated: Quantity) -> Decimal:
    """How far beyond a number what is "over" it may lie, in parts of the number: as far as the next number that is as
    round, "over $12 million" up to 13, "over $25 million" up to 30, "over $380 million" up to 390."""
    if stated.low is None or not stated.value:
        return Decimal(0)
    step = (stated.value - stated.low) * 2
    units = abs(stated.value) / step if step else Decimal(0)
    if not units or units != units.to_integral_value():
        return Decimal(0)
    last = units.to_integral_value().normalize()  # without zeros at its end
    ten = Decimal(1).scaleb(int(last.as_tuple().exponent))
    return ten * (_FIVE if last.as_tuple().digits[-1] == _FIVE else 1) / units
