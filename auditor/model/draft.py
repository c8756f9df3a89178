"""Two drafts of one release compared: the figures that changed, what did not follow them, and what became of the
findings."""

from __future__ import annotations

from typing import Literal

from auditor.frozen import dataclass
from auditor.model.finding import Audit, Finding
from auditor.model.source import Span

PlaceKind = Literal["cell", "headline", "quote", "sentence", "bullet", "footnote"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a figure stands in a draft: a cell of a table, or a number of the prose.

    `text` is the figure as printed, `span` its place. `where` is row and column of a cell, the sentence of a number.
    """

    kind: PlaceKind
    text: str
    span: Span
    line: int
    where: str
    table: str = ""


@dataclass(frozen=True, slots=True)
class Left:
    """A place of the new draft that did not follow a change. `computed`: it was not the changed figure itself, but
    follows from it (a growth rate, a share). `was` says what it agreed with in the old draft."""

    place: Place
    computed: bool = False
    was: str = ""


ChangeKind = Literal["changed", "added", "removed"]


@dataclass(frozen=True, slots=True)
class Change:
    """A figure of the two drafts. `old` is None where it was added, `new` where it was removed.

    `left` are the places that still say what the old figure said, `findings` the ids of new findings that rest on
    the figure, `followed` how many places changed with it.
    """

    kind: ChangeKind
    old: Place | None
    new: Place | None
    left: tuple[Left, ...] = ()
    followed: int = 0
    findings: tuple[str, ...] = ()


@dataclass(frozen=True)
class Comparison:
    """The comparison of two audits. `fresh` and `remain` are findings of the new draft, `gone` those of the old one."""

    old: Audit
    new: Audit
    changes: tuple[Change, ...]
    fresh: tuple[Finding, ...]
    gone: tuple[Finding, ...]
    remain: tuple[Finding, ...]

    @property
    def left(self) -> tuple[Left, ...]:
        """Every place that did not follow, once."""
        found = {(item.place.span, item.place.kind): item for change in self.changes for item in change.left}
        return tuple(found[key] for key in sorted(found))
