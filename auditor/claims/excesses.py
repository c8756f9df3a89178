"""Numbers that are the difference of two measures: by how much one exceeded the other."""

from __future__ import annotations

import re

from auditor.claims.place import THE, Place
from auditor.grammar.folding import Hinted

_EXCEEDED = Hinted(
    rf"\b(?:exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|outpaced|lagged)\s+{THE}$", "exceed|surpass|outpaced|lagged"
)
_EXCEEDS_OTHER = re.compile(
    r"\s+(?:\w+ly\s+)?(?:exceed(?:s|ed|ing)?|surpass(?:es|ed|ing)?|outpaced)\s+"
    r"(?!(?:(?:the|our|its)\s+)?(?:last|prior|previous|preceding|same|comparable|first|second|third|fourth|year|quarter|that)\b)"
    r"[A-Za-z][A-Za-z\s'-]*\sby\s+(?:(?:about|approximately|nearly|over)\s+)?$",
    re.I,
)  # "cash flow exceeded dividends by $5 million": the difference of the two
_BY_SO_MUCH = re.compile(  # "liabilities exceeded assets by"
    r"\s+by\s+(?:(?:about|approximately|nearly|over)\s+)?$", re.I
)


def exceeds(place: Place) -> bool:
    """Whether a number tells by how much its measure exceeded another one, or another one it."""
    exceeded = place.led_by(_EXCEEDED) and _BY_SO_MUCH.match(place.between) is not None
    return exceeded or _EXCEEDS_OTHER.fullmatch(place.between) is not None
