"""Rows of what was done with related parties, which some statements print apart below the row of the same name: a sentence may
state the two together."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

from auditor.binding.operands import Found, combined
from auditor.model.binding import Operand
from auditor.model.fact import Fact
from auditor.vocabulary import Vocabulary

RELATED = re.compile(
    r"[\s,–—-]*\(?\b(?:(?:from|to|with)\s+)?(?:related[\s-]part(?:y|ies)|affiliated\s+companies)\b\)?", re.I
)


class Related:
    """The figures of rows of related parties, by their column and the measure that they name."""

    def __init__(self, facts: Iterable[Fact], vocabulary: Vocabulary) -> None:
        self._mates: dict[tuple[str, int, str], list[Fact]] = defaultdict(list)
        for fact in facts:
            own = RELATED.sub("", fact.label)
            if own.strip() and own != fact.label and fact.origin == "cell":
                measure = vocabulary.measure(own)
                if measure is not None:
                    self._mates[fact.table, fact.column, measure.key].append(fact)

    def together(self, found: Found) -> Found:
        """Figures with the sums of those beside which such a row stands; none of the two readings is then sure."""
        if not self._mates:
            return found
        out: Found = []
        for operand, strength in found:
            mates = self._of(operand)
            out.append((operand, "likely" if mates and strength == "sure" else strength))
            out += [(combined((operand, Operand(f.quantity, (f,))), (1, 1)), "likely") for f in mates]
        return out

    def _of(self, operand: Operand) -> list[Fact]:
        if len(operand.facts) != 1 or operand.facts[0].measure is None:
            return []
        fact = operand.facts[0]
        mates = self._mates.get((fact.table, fact.column, operand.facts[0].measure.key), [])
        return [f for f in mates if f.row != fact.row and f.quantity.unit == fact.quantity.unit]
