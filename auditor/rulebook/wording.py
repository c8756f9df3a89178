"""Figures in words: as printed where they are printed, and in the scale of their neighbours where they are computed."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from auditor.model.fact import Fact
from auditor.model.quantity import WIDE, is_money
from auditor.rulebook.language.figures import FRACTIONS, PURE, Figure
from auditor.rulebook.language.lookup import Facts

SCALES = {2: "hundred", 3: "thousand", 5: "lakh", 6: "million", 7: "crore", 9: "billion"}
_MARKS = {"percent": "%", "points": " points", "bps": " basis points"}


def shown(figure: Figure, known: Facts, like: Figure | None = None) -> str:
    """A figure in words. `like` is the figure that it is held against, whose scale a computed one takes."""
    if figure.text:
        return printed(figure, known)
    if figure.unit in FRACTIONS or figure.unit == "ratio":
        return _fraction(figure, like)
    if is_money(figure.unit) or figure.unit == "shares":
        return _amount(figure, known, like)
    if figure.unit.endswith("/share"):
        return _signed(figure.value, max(2, _decimals_of(figure)))
    return _signed(figure.value, min(4, _decimals(figure.value)))


def printed(figure: Figure, known: Facts, scaled: bool = True) -> str:
    """A printed figure with the scale of its table: `2,946 thousand`; without it where it is not wanted."""
    text = " ".join(figure.text.split())
    if not figure.facts or not scaled:
        return text
    fact = figure.facts[0]
    scale = scale_of(fact, known)
    return f"{text} {SCALES[scale]}" if scale in SCALES else text


def scale_of(fact: Fact, known: Facts) -> int:
    """The power of ten that a table leaves out of a figure; 0 where the figure is printed in full."""
    if not (is_money(fact.quantity.unit) or fact.quantity.unit == "shares") or fact.quantity.value == 0:
        return 0
    digits = "".join(c for c in fact.text if c.isdigit() or c == ".").strip(".")
    if not digits or not digits.replace(".", "", 1).isdigit() or Decimal(digits) == 0:
        return 0
    ratio = abs(fact.quantity.value) / Decimal(digits)
    exponent = ratio.adjusted()
    return exponent if ratio == Decimal(1).scaleb(exponent) else known.scale(fact)


def _fraction(figure: Figure, like: Figure | None) -> str:
    """A fraction as a percentage, unless it is held against a plain ratio."""
    unit = like.unit if like is not None else figure.unit
    if unit in (PURE, "ratio") and figure.unit not in FRACTIONS:
        return _signed(figure.value, 2 if abs(figure.value) >= 1 else 3)
    unit = unit if unit in FRACTIONS else "percent"
    value, places = figure.value / FRACTIONS[unit], 1
    if like is not None and like.unit in FRACTIONS:
        places = 1 + _places(like.quantity.step / FRACTIONS[like.unit])
    if unit == "bps":
        places = min(places, _decimals(value))
    return f"{_signed(value, min(places, 4))}{_MARKS[unit]}"


def _amount(figure: Figure, known: Facts, like: Figure | None) -> str:
    scales = [scale_of(fact, known) for fact in figure.facts if fact.quantity.unit == figure.unit]
    if not scales and like is not None:
        scales = [scale_of(fact, known) for fact in like.facts if fact.quantity.unit == like.unit]
    scale = max((s for s in scales if s in SCALES), default=0) or _spoken_scale(like)
    value = figure.value.scaleb(-scale)
    finest = [
        f.quantity.step.scaleb(-scale) for f in figure.facts if f.quantity.step and f.quantity.unit == figure.unit
    ]
    if finest:
        places = _places(min(finest))
    else:  # made of figures of other units: one digit more than its neighbour has
        near = like.quantity.step.scaleb(-scale) if like is not None and like.quantity.step else Decimal(1)
        places = min(1 + _places(near), _decimals(value))
    text = _signed(value, places)
    return f"{text} {SCALES[scale]}" if scale else text


def _spoken_scale(like: Figure | None) -> int:
    """The scale that a number of the prose names: 6 of “$44.0 million to $46.0 million”."""
    words = like.text.lower().split() if like is not None and not like.facts else []
    return max((scale for scale, word in SCALES.items() if word in words), default=0)


def in_scale(value: Decimal, fact: Fact, known: Facts) -> str:
    """A value as the table that holds `fact` would print it: `72,994`, `(2,336)`, `0.10`."""
    scale = scale_of(fact, known)
    factor = FRACTIONS.get(fact.quantity.unit, Decimal(1)) if fact.quantity.unit in FRACTIONS else Decimal(1)
    step = fact.quantity.step.scaleb(-scale)
    return _signed((value / factor).scaleb(-scale), _places(step) if step else min(3, _decimals(value)))


def _places(step: Decimal) -> int:
    """Digits after the point that a last digit worth `step` has."""
    return max(0, -step.normalize().adjusted()) if step else 0


def _decimals(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _decimals_of(figure: Figure) -> int:
    return max((_places(f.quantity.step) for f in figure.facts), default=0)


def _signed(value: Decimal, places: int) -> str:
    rounded = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, WIDE)
    return f"{abs(rounded):,}" if rounded >= 0 else f"({abs(rounded):,})"


def listed(words: Sequence[str]) -> str:
    """`a, b and c`."""
    if len(words) < 2:
        return "".join(words)
    return f"{', '.join(words[:-1])} and {words[-1]}"
