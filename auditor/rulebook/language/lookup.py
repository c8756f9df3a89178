"""Finding facts for `fact(…)`: in the column that a rule looks at, or by period in the whole document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field
from functools import cached_property, lru_cache

from auditor.frozen import dataclass
from auditor.model.calendar import FiscalCalendar
from auditor.model.fact import Fact, Measure, Table
from auditor.model.period import Period
from auditor.rulebook.language.figures import Figure, Missing, of_fact
from auditor.rulebook.language.tree import REPORTED_BEFORE
from auditor.tables.restated import previously_reported, says_before


@dataclass(frozen=True)
class Facts:
    """The facts of a document by measure. `calendar` resolves relative periods."""

    facts: Sequence[Fact]
    tables: Sequence[Table]
    calendar: FiscalCalendar

    @cached_property
    def by_key(self) -> dict[str, list[Fact]]:
        """Cells that hold an amount, by the key of their measure."""
        found: dict[str, list[Fact]] = {}
        for fact in self.facts:
            if fact.measure is not None and fact.kind in ("amount", "rate", "average") and fact.origin == "cell":
                found.setdefault(fact.measure.key, []).append(fact)
        return found

    @cached_property
    def reported_before(self) -> dict[str, list[Fact]]:
        """Those of `by_key` that are printed as previously reported; of those that say the same, the first."""
        found: dict[str, dict[tuple[object, ...], Fact]] = {}
        for key, facts in self.by_key.items():
            for f in filter(previously_reported, facts):
                said = f.label.casefold(), f.measure, f.period, f.quantity.value, f.quantity.unit
                found.setdefault(key, {}).setdefault(said, f)
        return {key: [*distinct.values()] for key, distinct in found.items()}

    @cached_property
    def held(self) -> frozenset[str]:
        """What a rule can demand and the document has: the keys of its measures, REPORTED_BEFORE."""
        words = {fact.header for fact in self.facts} | {fact.label for fact in self.facts}
        return frozenset(self.by_key).union([REPORTED_BEFORE] if any(map(says_before, words)) else ())

    @cached_property
    def at(self) -> dict[tuple[str, int], list[Fact]]:
        """All figures of each row of each table."""
        found: dict[tuple[str, int], list[Fact]] = {}
        for fact in self.facts:
            found.setdefault((fact.table, fact.row), []).append(fact)
        return found

    @cached_property
    def found(self) -> dict[tuple[str, frozenset[str], Period | None], Figure | Missing]:
        """What was looked up, by measure, qualifiers and period."""
        return {}

    @cached_property
    def table(self) -> dict[str, Table]:
        return {table.id: table for table in self.tables}

    @cached_property
    def by_row(self) -> dict[tuple[str, int], list[Fact]]:
        """The amounts of each row of each table."""
        found: dict[tuple[str, int], list[Fact]] = {}
        for fact in self.facts:
            if fact.kind == "amount" and fact.origin == "cell":
                found.setdefault((fact.table, fact.row), []).append(fact)
        return found

    def figure(self, fact: Fact) -> Figure:
        """A fact of the document as expressions take it."""
        found = self._figures.get(fact.id)
        if found is None:
            found = self._figures[fact.id] = of_fact(fact)
        return found

    @cached_property
    def _figures(self) -> dict[str, Figure]:
        return {}

    def scale(self, fact: Fact) -> int:
        table = self.table.get(fact.table)
        return table.scale if table else 0


@dataclass(frozen=True)
class Lookup:
    """Where `fact(…)` looks: `column` are the facts of the column at hand (None where a rule looks at no column)."""

    document: Facts
    column: Sequence[Fact] | None = None
    place: str = ""
    _memo: dict[str, list[Fact]] = field(default_factory=dict, compare=False, repr=False)
    _found: dict[tuple[str, frozenset[str]], Figure | Missing] = field(default_factory=dict, compare=False, repr=False)

    def fact(self, measure: str | Measure, period: Period | None = None) -> Figure | Missing:
        """The one figure of a measure. Qualified figures (a segment, adjusted) count only when asked for."""
        key, qualifiers = _wanted(measure)
        if period is None and self.column is not None:
            within = (key, qualifiers)
            if (found := self._found.get(within)) is None:
                here = [f for f in self._in_column(key) if fits(f, qualifiers)]
                found = self._found[within] = self._one(here, key, self.place)
            return found
        asked = (key, qualifiers, period)
        if (found := self.document.found.get(asked)) is None:
            found = self.document.found[asked] = self._in_document(*asked)
        return found

    def _in_document(self, key: str, qualifiers: frozenset[str], period: Period | None) -> Figure | Missing:
        found = [f for f in self.document.by_key.get(key, ()) if fits(f, qualifiers)]
        if period is not None:
            found = [f for f in found if f.period is not None and f.period.same(period)]
        return self._one(found, key, period.when if period is not None else "")

    def rows(self, measure: str | Measure) -> tuple[Figure, ...]:
        """All figures of a measure in the column, or in the document, qualified ones too."""
        key, _ = _wanted(measure)
        found = self.document.by_key.get(key, []) if self.column is None else self._in_column(key)
        return tuple(map(self.document.figure, found))

    def _in_column(self, key: str) -> list[Fact]:
        if not self._memo and self.column:
            for fact in self.column:
                if fact.measure is not None and fact.origin == "cell":
                    self._memo.setdefault(fact.measure.key, []).append(fact)
        return self._memo.get(key, [])

    def _one(self, found: Sequence[Fact], key: str, where: str) -> Figure | Missing:
        values = {fact.quantity.value for fact in found}
        if len(values) == 1:
            return self.document.figure(min(found, key=lambda f: f.quantity.step))
        what = key.replace("-", " ")
        if not found:
            return Missing(f"no {what} {where}".strip())
        return Missing(f"{len(found)} different figures for {what} {where}".strip())


def _wanted(measure: str | Measure) -> tuple[str, frozenset[str]]:
    """`"adjusted net-income"` is the key `net-income` with the qualifier `adjusted`."""
    return (measure.key, measure.qualifiers) if isinstance(measure, Measure) else _written(measure)


@lru_cache(maxsize=1024)
def _written(measure: str) -> tuple[str, frozenset[str]]:
    *qualifiers, key = measure.split()
    return key, frozenset(qualifiers)


def fits(fact: Fact, qualifiers: frozenset[str]) -> bool:
    """Whether a fact is of a measure narrowed by just these words."""
    own = fact.measure.qualifiers if fact.measure is not None else frozenset()
    return own | fact.qualifiers == qualifiers if fact.qualifiers else own == qualifiers
