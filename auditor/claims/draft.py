"""A number with what its sentence says of it."""

from __future__ import annotations

from auditor.claims.mention import Mention
from auditor.frozen import dataclass
from auditor.grammar.numbers import Number
from auditor.grammar.periods import PeriodPhrase
from auditor.grammar.shapes import Role


@dataclass(frozen=True, slots=True)
class Draft:
    """One number with what the sentence says of it, before periods are resolved. Places are token indexes."""

    token: int
    number: Number
    role: Role
    head: int
    head_role: Role = "level"
    mention: Mention | None = None
    whole: Mention | None = None
    also: tuple[Mention, ...] = ()
    period: PeriodPhrase | None = None
    year: int | None = None
    base: PeriodPhrase | None = None
    direction: str = ""
    hedge: str | None = None
    noun: str = ""
    future: bool = False
    carried: bool = False
    group: int = 0
    restates: str = ""
    """The kind of the number that this one restates ("$4 million, or 11%"); empty for the first of its chain."""
    apart: bool = False
    """Whether a change is said to be of something that no measure of the tables is."""
    by_share: bool = False
    """Whether it is compared with an amount by the share, or is the change of one."""
    against: PeriodPhrase | None = None
    """The period that the number's own counts from: "the prior year period" of six months."""
