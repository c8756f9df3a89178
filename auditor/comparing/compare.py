"""The comparison of two drafts: what changed, what did not follow, which findings are new, gone or remain."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

from auditor.comparing import following
from auditor.comparing.places import cell_place, number_place
from auditor.comparing.prose import PairedClaims, paired_claims
from auditor.comparing.tables import PairedFacts, paired_facts
from auditor.frozen import dataclass
from auditor.model.binding import Candidate
from auditor.model.claim import Claim
from auditor.model.draft import Change, Comparison, Left
from auditor.model.fact import Fact
from auditor.model.finding import Audit, Finding
from auditor.model.source import Span
from auditor.rulebook import Context, Rulebook
from auditor.vocabulary import Vocabulary


@dataclass(frozen=True)
class Draft:
    """An audit together with the figures that its claims may rest on."""

    audit: Audit
    context: Context


def compare(old: Draft, new: Draft, rules: Rulebook, vocabulary: Vocabulary) -> Comparison:
    """The comparison of two drafts of one release, audited under the same rules."""
    remain, gone = _known_again(old.audit.findings, new.audit.findings)
    fresh = tuple(f for f in new.audit.findings if f.id not in remain)
    changes = _Changes(old, new, fresh, rules, vocabulary).all()
    still = tuple(f for f in new.audit.findings if f.id in remain)
    return Comparison(old.audit, new.audit, changes, fresh, gone, still)


def _known_again(old: Sequence[Finding], new: Sequence[Finding]) -> tuple[frozenset[str], tuple[Finding, ...]]:
    """The ids of the new findings that the old draft had too, and the old ones that are gone. One whose figures alone
    changed remains: first those of one fingerprint are paired, then those of one place."""
    remain: set[str] = set()
    left = list(old)
    for key in (_whole, _place):
        for finding in new:
            known = next((f for f in left if finding.id not in remain and key(f) == key(finding)), None)
            if known is not None:
                left.remove(known)
                remain.add(finding.id)
    return frozenset(remain), tuple(left)


def _whole(finding: Finding) -> str:
    return finding.fingerprint


def _place(finding: Finding) -> str:
    return finding.fingerprint.partition("-")[0]


@dataclass(frozen=True)
class _Changes:
    old: Draft
    new: Draft
    fresh: Sequence[Finding]
    rules: Rulebook
    vocabulary: Vocabulary

    @cached_property
    def facts(self) -> PairedFacts:
        return paired_facts(self.old.audit.tables, self.new.audit.tables)

    @cached_property
    def claims(self) -> PairedClaims:
        return paired_claims(self.old.audit, self.new.audit)

    @cached_property
    def changed(self) -> tuple[tuple[Fact, Fact], ...]:
        return tuple((a, b) for a, b in self.facts.both if _differ(a, b))

    @cached_property
    def kin(self) -> dict[str, tuple[Fact, ...]]:
        """By the id of a changed fact of the old draft, the other cells that printed the same figure."""
        return {a.id: tuple(following.kin(a, self.old.context.facts)) for a, _ in self.changed}

    @cached_property
    def rested(self) -> Mapping[str, frozenset[str]]:
        """By the id of a claim of the old draft that agreed, the facts that it rested on."""
        return {name: frozenset(f.id for c in readings for f in c.facts) for name, readings in self._readings.items()}

    @cached_property
    def _readings(self) -> Mapping[str, tuple[Candidate, ...]]:
        return following.readings(self.old.context, self.rules)

    @cached_property
    def unmoved(self) -> frozenset[str]:
        """The claims of the old draft that agree with the changed figures too."""
        values = {other.id: following.moved(a, b, other) for a, b in self.changed for other in self.kin[a.id]}
        values |= {a.id: following.moved(a, b, a) for a, b in self.changed}
        touched = {name: c for name, c in self._readings.items() if not self.rested[name].isdisjoint(values)}
        return following.still_agree(self.old.context, touched, values, self.rules, self.vocabulary)

    def all(self) -> tuple[Change, ...]:
        found = [self._cell(a, b) for a, b in self.changed]
        named = {left.place.span for change in found for left in change.left}
        found += [self._number(a, b, named) for a, b in self.claims.both if _reworded(a, b)]
        old, new = self.old.audit, self.new.audit
        found += [Change("removed", cell_place(f), None) for f in self.facts.removed if _says(f)]
        found += [Change("added", None, cell_place(f), findings=self._resting(f)) for f in self.facts.added if _says(f)]
        found += [Change("removed", number_place(old, c), None) for c in self.claims.removed]
        found += [Change("added", None, number_place(new, c)) for c in self.claims.added]
        return tuple(sorted(found, key=_order))

    # ------------------------------------------------------------------------------------------------ one change

    def _cell(self, a: Fact, b: Fact) -> Change:
        alike = frozenset([a.id, *(other.id for other in self.kin[a.id])])
        cells = [(other, self._partners[other.id]) for other in self.kin[a.id] if other.id in self._partners]
        behind = [now for other, now in cells if not _differ(other, now) and following.carries(a, b, now)]
        numbers = [
            pair
            for pair in self.claims.both
            if pair[0].id not in self.unmoved and not alike.isdisjoint(self.rested.get(pair[0].id, ()))
        ]
        left = [Left(cell_place(now)) for now in behind]
        left += [self._left(before, after) for before, after in numbers if not _reworded(before, after)]
        followed = len(cells) + len(numbers) - len(left)
        old, new = cell_place(a), cell_place(b)
        ordered = tuple(sorted(left, key=lambda item: item.place.span))
        return Change("changed", old, new, ordered, followed, self._resting(b))

    @cached_property
    def _partners(self) -> Mapping[str, Fact]:
        return {a.id: b for a, b in self.facts.both}

    def _left(self, before: Claim, after: Claim) -> Left:
        computed = following.computed(before, self._readings[before.id])
        return Left(number_place(self.new.audit, after), computed, self.old.audit.judgements[before.id].working)

    def _number(self, a: Claim, b: Claim, named: set[Span]) -> Change:
        """A number of the prose that changed, and the numbers elsewhere in the prose that say the same as it did."""
        left = [
            Left(number_place(self.new.audit, after))
            for before, after in self.claims.both
            if before.id != a.id
            and following.same_statement(a, before)
            and not _reworded(before, after)
            and not b.quantity.meets(after.quantity)
            and after.span not in named
        ]
        old, new = number_place(self.old.audit, a), number_place(self.new.audit, b)
        findings = tuple(f.id for f in self.fresh if f.claim == b.id)
        return Change("changed", old, new, tuple(left), 0, findings)

    def _resting(self, fact: Fact) -> tuple[str, ...]:
        return tuple(f.id for f in self.fresh if any(e.span == fact.span for e in f.evidence))


def _differ(a: Fact, b: Fact) -> bool:
    """Whether another figure is printed; one that is only written or read in another way did not change."""
    same = "".join(a.text.split()) == "".join(b.text.split())
    return not same and (a.quantity.value != b.quantity.value or a.quantity.unit != b.quantity.unit)


def _reworded(a: Claim, b: Claim) -> bool:
    return " ".join(a.quote.split()) != " ".join(b.quote.split())


def _says(fact: Fact) -> bool:
    return any(c.isdigit() for c in fact.text)


def _order(change: Change) -> tuple[int, int, int]:
    """In order of the new draft; what was removed stands at the end, in order of the old one."""
    if change.new is not None:
        return (0, change.new.span.start, change.new.span.end)
    assert change.old is not None
    return (1, change.old.span.start, change.old.span.end)
