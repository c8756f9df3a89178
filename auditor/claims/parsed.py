"""A tagged sentence with the part that each of its numbers plays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from auditor.claims.mentions import Mention
from auditor.claims.tokens import Tagged, Token
from auditor.grammar.periods import PeriodPhrase
from auditor.grammar.shapes import Part

NUMBER_TAGS = "$%psnx"


@dataclass
class Sentence:
    tagged: Tagged
    parts: dict[int, Part] = field(default_factory=dict)
    aside: frozenset[int] = frozenset()

    @property
    def tags(self) -> str:
        return self.tagged.tags

    @property
    def tokens(self) -> Sequence[Token]:
        return self.tagged.tokens

    def between(self, i: int, j: int) -> str:
        return self.tags[i + 1 : j]

    def heads(self) -> list[int]:
        return sorted({p.head for p in self.parts.values()})

    def chain(self, head: int) -> list[int]:
        return sorted(k for k, p in self.parts.items() if p.head == head)

    def mention(self, k: int) -> Mention | None:
        value = self.tokens[k].value
        return value if isinstance(value, Mention) else None

    def phrase(self, k: int) -> PeriodPhrase | None:
        value = self.tokens[k].value
        return value if isinstance(value, PeriodPhrase) else None
