"""A tagged sentence with the part that each of its numbers plays."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from auditor.claims.mention import Mention
from auditor.claims.place import WITHOUT
from auditor.claims.tokens import Tagged, Token
from auditor.grammar.periods import PeriodPhrase
from auditor.grammar.shapes import Part

NUMBER_TAGS = "$%psnx"
_OPENS = re.compile(r"(?:^|[;,a])(?P<out>[zw][^;,]*(?:,a[^;,UDM]*)?),(?=w?M|w[UD])")
_LEAVES_OUT = re.compile(WITHOUT, re.I)


@dataclass
class Sentence:
    """A tagged sentence with the part that each of its numbers plays, by the number's token; `aside` are the tokens of what
    interrupts it. A token's tag is one character of `tags`, so that patterns over sentences are regular expressions."""

    tagged: Tagged
    parts: dict[int, Part] = field(default_factory=dict)
    aside: frozenset[int] = frozenset()

    @cached_property
    def tags(self) -> str:
        return self.tagged.tags

    @cached_property
    def tokens(self) -> Sequence[Token]:
        return self.tagged.tokens

    def between(self, i: int, j: int) -> str:
        return self.tags[i + 1 : j]

    def periods_before(self, k: int) -> Iterator[int]:
        """The periods that stand before a token, the nearest first."""
        head = k
        while (k := self.tags.rfind("T", 0, k)) >= 0:
            if not self.apart(k, head):
                yield k

    def apart(self, k: int, head: int) -> bool:
        """Whether a token belongs to what a clause leaves out before it states its number."""
        return k in self.left_out and head not in self.left_out

    @cached_property
    def left_out(self) -> frozenset[int]:
        """The tokens of what clauses begin without: "excluding the sales of the unit sold in 2024, revenue increased 9%"."""
        out: set[int] = set()
        for m in _OPENS.finditer(self.tags):
            if _LEAVES_OUT.match(self.tagged.text, self.tokens[m.start("out")].start):
                out.update(range(m.start("out"), m.end()))
        return frozenset(out)

    @cached_property
    def heads(self) -> list[int]:
        return sorted(self._chains)

    def chain(self, head: int) -> list[int]:
        """A number and those that restate it; roles may be found out later, what restates what does not change."""
        return self._chains[head]

    @cached_property
    def _chains(self) -> dict[int, list[int]]:
        found: dict[int, list[int]] = {}
        for k in sorted(self.parts):
            found.setdefault(self.parts[k].head, []).append(k)
        return found

    def mention(self, k: int) -> Mention | None:
        value = self.tokens[k].value
        return value if isinstance(value, Mention) else None

    def phrase(self, k: int) -> PeriodPhrase | None:
        value = self.tokens[k].value
        return value if isinstance(value, PeriodPhrase) else None
