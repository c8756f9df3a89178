"""The slip that explains a contradiction: what a hand does to a figure between one place and another."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import Decimal
from functools import lru_cache

from auditor.frozen import replace
from auditor.model.claim import CHANGES, Claim
from auditor.model.digits import NUMBER, printed_in, slipped_within
from auditor.model.fact import Fact
from auditor.model.quantity import WIDE, ZERO, Quantity, last_digit
from auditor.rulebook.context import NEAR
from auditor.rulebook.language.figures import FRACTIONS, Figure, dimension

TRANSPOSED, CHANGED, TIMES = "two digits transposed", "one digit changed", " times"
DROPPED, ADDED = "one digit dropped", "one digit too many"
EDITS = (TRANSPOSED, CHANGED, DROPPED, ADDED)
CUT_OFF, ROUNDED_UP = "cut off instead of rounded up", "rounded up instead of down"
_PASSED = ("over", "at-least")
_HARDLY = Decimal("0.001")
_THOUSAND = Decimal(1000)
_THREE_DIGITS = 100  # units of the last digit, of which a rounded number needs so many to be told by them
FROM_ROUNDED = "computed from rounded figures: "


@lru_cache(maxsize=4096)  # several rules ask the same of a claim, and so do the tables that print one figure
def digit_slip(
    actual: Decimal, expected: Quantity, width: int = 0, only: tuple[str, ...] = (), half: Decimal = ZERO
) -> str | None:
    """The slip of digits that turns a figure within `expected` into `actual`, or None.

    Both in the same unit; the digits are those of `actual` as printed, so pass it in the scale in which it is printed;
    at least `width` of them, leading zeros counted: 0.26 may be 2.06. `only`: the slips that are looked for, else any.
    `half` of its last digit is what a number is rounded by that may be so many times too small: 6.28 for 62,840.
    """
    if expected.low is None or expected.high is None or actual == 0:
        return None
    if not only and expected.meets(Quantity.exact(-actual, expected.unit)):
        return "the sign turned round"
    for words, value in _shifted(abs(actual)) if not only else ():
        meant = Quantity.exact(value.copy_sign(actual), expected.unit)
        shifted = half * value / abs(actual)
        if expected.meets(meant.widened(shifted) if shifted > half else meant):
            return words
    return _edited(actual, expected, width, only)


def _shifted(actual: Decimal) -> Iterable[tuple[str, Decimal]]:
    """The figures of which `actual` is so many times too small or too great."""
    for power in (1, 2, 3, 6):
        yield f"too small by {10**power:,}{TIMES}", actual.scaleb(power)
        yield f"too great by {10**power:,}{TIMES}", actual.scaleb(-power)


def _edited(actual: Decimal, expected: Quantity, width: int, only: tuple[str, ...]) -> str | None:
    """The slip of one digit, or of two. It is looked for among whole numbers, in units of the last digit of `actual`,
    as there are some hundred figures that one slip makes of it."""
    exponent = actual.as_tuple().exponent
    places = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    within = expected.negated() if actual < 0 else expected
    if within.low is None or within.high is None:
        return None
    first, last = math.ceil(within.low.scaleb(places)), math.floor(within.high.scaleb(places))
    digits = str(int(abs(actual).scaleb(places))).zfill(width)
    found = (words for words, other in _edits(digits) if other and first <= int(other) <= last)
    return next((words for words in found if not only or words in only), None)


def _edits(digits: str) -> Iterable[tuple[str, str]]:
    for k in range(len(digits) - 1):
        if digits[k] != digits[k + 1]:
            yield TRANSPOSED, digits[:k] + digits[k + 1] + digits[k] + digits[k + 2 :]
    for k in range(len(digits)):
        for digit in "0123456789":
            if digit != digits[k]:
                yield CHANGED, digits[:k] + digit + digits[k + 1 :]
    for k in range(len(digits) + 1):
        for digit in "0123456789":
            yield DROPPED, digits[:k] + digit + digits[k:]
    for k in range(len(digits)):
        if len(digits) > 1:
            yield ADDED, digits[:k] + digits[k + 1 :]


def misplaced(actual: Quantity, bound: Sequence[Fact], facts: Iterable[Fact]) -> str | None:
    """The cell beside a bound one whose figure the text states: another column of the row, or a neighbouring row."""
    here = {(f.table, f.row): f for f in bound}
    columns = {(f.table, f.column): f for f in bound}
    wanted = actual.magnitude()
    for fact in facts:
        if not wanted.meets(fact.quantity.magnitude()) or fact.quantity.value == 0 or fact.quantity.unit != actual.unit:
            continue
        own = here.get((fact.table, fact.row))
        if own is not None and fact.column != own.column:
            return f"the figure of another column: {fact.label}, {fact.header} ({fact.text})"
        beside = columns.get((fact.table, fact.column))
        if beside is not None and 0 < abs(fact.row - beside.row) <= NEAR:
            return f"the figure of a neighbouring row: {fact.label} ({fact.text})"
    return None


def cause_of_claim(claim: Claim, expected: Figure | None, bound: Sequence[Fact], facts: Iterable[Fact]) -> str | None:
    """What explains a claim that should be `expected`, whose reading rests on `bound`."""
    if expected is None:
        return None
    beside = misplaced(claim.quantity, bound, facts) if claim.kind not in CHANGES else None
    if beside is not None:
        return beside
    return _cause(claim.quote, claim.quantity, expected)


def from_rounded(claim: Claim, beside: Iterable[Claim]) -> str | None:
    """That a change follows from the rounded figures which its sentence states `beside` it."""
    told: dict[str, Claim] = {}
    for other in (c for c in beside if c.measure == claim.measure and c.quantity.value):
        own = {"base": other.period == claim.base, "current": other.period == claim.period}
        if own.get(other.role, other.kind == "change" and other.group == claim.group):
            told.setdefault(other.role, other)
    stated = claim.quantity.magnitude()
    for moved, working in _moves(claim, told):
        if stated.meets(Quantity.exact(moved, stated.unit)):
            return f"{FROM_ROUNDED}{working}"
    return None


def _moves(claim: Claim, told: Mapping[str, Claim]) -> Iterator[tuple[Decimal, str]]:
    """What the figures that a sentence states give for a change, by their roles: each with its arithmetic."""
    if "base" not in told:
        return
    before = told["base"]
    for role, less in (("change", 0), ("current", 1)):
        other = told.get(role)
        if other is None or other.quantity.unit != before.quantity.unit:
            continue
        a, b = abs(other.quantity.value), abs(before.quantity.value)
        if claim.kind == "change-percent":
            yield 100 * abs(a / b - less), f"{other.quote} / {before.quote}{' − 1' if less else ''}"
        elif claim.kind == "change" and role == "current":
            yield abs(a - b), f"{other.quote} − {before.quote}" if a > b else f"{before.quote} − {other.quote}"


def slip_of_claim(claim: Claim, expected: Figure) -> str | None:
    """The slip of digits between a claim and what it should be."""
    return _slip(claim.quote, claim.quantity, expected, passed=claim.hedge in _PASSED)


def mistyped(claim: Claim, expected: Figure) -> bool:
    """Whether a digit changed, or two transposed, make a claim of what it should be, whatever else would explain it."""
    only = TRANSPOSED, CHANGED
    return _slip(claim.quote, claim.quantity, expected, only, passed=claim.hedge in _PASSED) is not None


def prints(claim: Claim, expected: Figure) -> bool:
    """Whether a claim's number, as it is printed, is what another claim should be."""
    printed, wanted = _in_print(claim.quote, claim.quantity, expected)
    return bool(printed) and wanted.widened(last_digit(printed) / 2).meets(Quantity.exact(printed, wanted.unit))


def mistyped_first(claim: Claim, expected: Figure) -> bool:
    """Whether a slip of the first digit parts a claim from what it should be, and chance hardly."""
    printed, wanted = _in_print(claim.quote, claim.quantity, expected)
    if not printed or wanted.low is None or wanted.high is None:
        return False
    return slipped_within(printed, wanted.low, wanted.high, first=True)


def cause_of_figure(fact: Fact | None, expected: Figure | None) -> str | None:
    """The slip of digits in a table figure that should be `expected`."""
    return None if fact is None or expected is None else _cause(fact.text, fact.quantity, expected)


def _cause(text: str, stated: Quantity, expected: Figure) -> str | None:
    """How a printed number came to differ from what it should be: rounded wrongly, or mistyped. A slip within a single
    digit would explain anything."""
    printed, wanted = _in_print(text, stated, expected)
    if not printed:
        return None
    beyond = abs(wanted.value) - printed
    if abs(beyond) < last_digit(printed):
        return CUT_OFF if beyond > 0 else ROUNDED_UP
    slip = _slip(text, stated, expected)
    single = len(printed.normalize().as_tuple().digits) == 1
    return None if single and slip in EDITS else slip


def _slip(
    text: str, stated: Quantity, expected: Figure, only: tuple[str, ...] = (), passed: bool = False
) -> str | None:
    """The slip between a printed number and what it should be, tried on the digits as printed. `passed`: the number is
    the last round one that what is meant has passed, "over 22%" of 22.8."""
    printed, wanted = _in_print(text, stated, expected)
    if not printed or wanted.low is None or wanted.high is None:
        return None
    low = max(ZERO, wanted.low - last_digit(printed)) if passed else wanted.low
    found = NUMBER.search(text)
    width = sum(c.isdigit() for c in found.group()) if found is not None else 0
    written = (
        _THOUSAND if WIDE.remainder(printed, _THOUSAND) == 0 else last_digit(printed)
    )  # "$95,723,000" is in thousands
    half = written / 2
    if low < wanted.high:  # what would only be met at the very end of a rounded figure is another number
        half -= half * _HARDLY
    rounded = half if printed >= written * _THREE_DIGITS else ZERO
    return digit_slip(printed, replace(wanted, low=low).widened(half), width, only, rounded)


def _in_print(text: str, stated: Quantity, expected: Figure) -> tuple[Decimal, Quantity]:
    """A number as printed, and what it should be in the same scale; 0 where there is no such number."""
    printed = printed_in(text) if stated.value else ZERO
    wanted = expected.quantity.magnitude()
    if not printed:
        return printed, wanted
    factor = abs(stated.value) / printed
    if dimension(expected.unit) == "ratio":
        factor *= FRACTIONS.get(stated.unit, Decimal(1))
    low = None if wanted.low is None else wanted.low / factor
    high = None if wanted.high is None else wanted.high / factor
    return printed, Quantity(wanted.value / factor, low, high, expected.unit)
