"""Where the characters of a document's text stand in its source.

Readers put a source's text in order: they squeeze white space, join what a page break cut, set running heads aside.
Its letters stay as they are. So the two are laid side by side without white space: runs of equal characters are
followed, and where they part, the place where they go on together is looked for, near at first. An audit that needs no
copy pays nothing for it.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from auditor.model.source import MARK, Block, Span

STEPS = ((12, 1500), (6, 300), (3, 24), (24, 0))  # equal characters, and how far they may be away (0: anywhere)
LONGEST = 60  # characters that are compared to tell equal figures of two rows apart
FARTHEST_SKIP = 40  # characters of the text that may be in no source, before the search goes on one by one
_BLANK = "\u00ad\ufeff"


@dataclass
class Alignment:
    """`places` are, for each character of `text`, its place in `source`, or -1."""

    source: str
    text: str
    places: list[int] = field(init=False)

    def __post_init__(self) -> None:
        self.places = _Walk(self.source, self.text).places()

    def of(self, span: Span) -> tuple[int, int] | None:
        """The part of the source, from the first character to behind the last, that a span of the text stands in; where
        it does not stand there in one piece, its first piece with a digit. None where there is none."""
        places = [self.places[k] for k in range(span.start, span.end) if _counts(self.text[k])]
        pieces: list[tuple[int, int]] = []
        for place in places:
            if place < 0:
                continue
            if pieces and place >= pieces[-1][1] and not any(map(_counts, self.source[pieces[-1][1] : place])):
                pieces[-1] = (pieces[-1][0], place + 1)
            else:
                pieces.append((place, place + 1))
        if len(pieces) == 1 and -1 not in places:
            return pieces[0]
        return next(((a, b) for a, b in pieces if any(c.isdigit() for c in self.source[a:b])), None)

    def near(self, span: Span, block: Block | None) -> tuple[int, int] | None:
        """The character nearest to a span, of its paragraph or table, that stands in the source."""
        known = [k for k in range(block.span.start, block.span.end) if self.places[k] >= 0] if block else []
        near = min(known, key=lambda k: abs(k - span.start), default=None)
        return None if near is None else self.of(Span(near, near + 1))


def _counts(char: str) -> bool:
    return not (char.isspace() or char == MARK or char in _BLANK)


class _Walk:
    def __init__(self, source: str, text: str) -> None:
        self.there = [k for k, c in enumerate(source) if _counts(c)]
        self.here = [k for k, c in enumerate(text) if _counts(c)]
        self.a = "".join(source[k] for k in self.there)
        self.b = "".join(text[k] for k in self.here)
        self.used = bytearray(len(self.a))
        self.size = len(text)

    def places(self) -> list[int]:
        found = [-1] * self.size
        i = j = 0
        while i < len(self.b):
            if j < len(self.a) and not self.used[j] and self.a[j] == self.b[i]:
                found[self.here[i]] = self.there[j]
                self.used[j] = 1
                i, j = i + 1, j + 1
                continue
            i, j = self._together(i, j)
        return found

    def _together(self, i: int, j: int) -> tuple[int, int]:
        """Where both go on alike: at the next characters of the text, or a few further on."""
        for skip in range(FARTHEST_SKIP):
            for length, reach in STEPS:
                at = self._likeliest(i + skip, length, j, reach)
                if at >= 0 and not (skip and length < 6):
                    return i + skip, at
        return i + 1, j

    def _likeliest(self, i: int, length: int, j: int, reach: int) -> int:
        """The unused place where the text from `i` goes on for longest, of those equally long the nearest to `j`; -1
        where no place has `length` characters of it."""
        wanted = self.b[i : i + length]
        low, high = (max(0, j - reach), j + reach + length) if reach else (0, len(self.a))
        best: tuple[int, int, int] | None = None
        at = self.a.find(wanted, low, high)
        while at >= 0 and wanted:
            if not any(self.used[at : at + len(wanted)]):
                here = (self._alike(at, i), -abs(at - j), at)
                best = max(best, here) if best else here
            at = self.a.find(wanted, at + 1, high)
        return best[2] if best else -1

    def _alike(self, at: int, i: int) -> int:
        """How many characters the source from `at` and the text from `i` share."""
        size = 0
        while size < LONGEST and i + size < len(self.b) and at + size < len(self.a):
            if self.a[at + size] != self.b[i + size] or self.used[at + size]:
                break
            size += 1
        return size
