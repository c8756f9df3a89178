"""A claim finds the figures that it may rest on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from auditor.binding.adjustments import by_the_share, left_out
from auditor.binding.ambiguity import unsure
from auditor.binding.as_counted import as_counted
from auditor.binding.bought import bought
from auditor.binding.called import Called
from auditor.binding.causes import Causes
from auditor.binding.changes import changes
from auditor.binding.earlier import Earlier
from auditor.binding.effects import effects
from auditor.binding.elsewhere import Elsewhere
from auditor.binding.grown import grown_by_the_share
from auditor.binding.index import FactIndex
from auditor.binding.levels import levels
from auditor.binding.lists import lists
from auditor.binding.meant import Periods
from auditor.binding.movements import movement
from auditor.binding.operands import printed
from auditor.binding.prose import in_prose
from auditor.binding.reasons import reason
from auditor.binding.restated import restated
from auditor.binding.rows import Rows
from auditor.binding.said import Said, in_sentence
from auditor.binding.search import Search
from auditor.binding.shares import share_of_row, share_of_said, shares
from auditor.binding.told_so import of_comparison
from auditor.binding.values import Values
from auditor.binding.within import Within
from auditor.claims.place import SECTION
from auditor.model.binding import Binding, Candidate, Operand
from auditor.model.calendar import FiscalCalendar
from auditor.model.claim import CHANGES, Claim
from auditor.model.fact import Fact
from auditor.model.movement import Movement
from auditor.model.source import Document
from auditor.vocabulary import Vocabulary

_LIMIT = 40  # candidates of a claim


def bind(
    document: Document,
    claims: Sequence[Claim],
    facts: Iterable[Fact],
    vocabulary: Vocabulary,
    calendar: FiscalCalendar,
    movements: Sequence[Movement] = (),
    published: Sequence[Fact] = (),
) -> Mapping[str, Binding]:
    """The binding of each claim, by its id. `published` are figures of other documents: they may support what the
    document's own figures do not surely speak of, and never contradict it."""
    facts = as_counted(facts, claims)
    index, said = FactIndex(facts, vocabulary, calendar), Said(claims, document.text)
    rows = Rows(document, said, facts, vocabulary)
    search = Search(
        vocabulary,
        calendar,
        index,
        Values(index, vocabulary, facts, document.text),
        Periods(index, vocabulary, calendar),
        rows,
        Called(document.text, rows),
        said,
        Elsewhere(document, said),
        Within(document, said),
        Causes(document, said),
        document.text,
    )
    found = {c.id: _binding(c, search) for c in claims} | {m.id: movement(m, search) for m in movements}
    if published:
        guess = _with_published(search, facts, published, document)
        sure = replace(guess, periods=Periods(guess.index, vocabulary, calendar, guessing=False))
        earlier = Earlier(published, guess.elsewhere, calendar.reported)
        for c in claims:
            wider = _binding(c, sure), _binding(c, guess)
            found[c.id] = _widened(found[c.id], *wider, () if c.outlook else earlier.of(c))
    return found


def _with_published(search: Search, facts: Sequence[Fact], published: Sequence[Fact], document: Document) -> Search:
    """A search through the figures of other documents too."""
    index = FactIndex([*facts, *published], search.vocabulary, search.calendar)
    return replace(
        search,
        index=index,
        values=Values(index, search.vocabulary, facts, document.text),
        periods=Periods(index, search.vocabulary, search.calendar),
    )


def _widened(own: Binding, wider: Binding, guessed: Binding, stated: Sequence[Candidate]) -> Binding:
    """A binding with what the figures of other documents add to it: those of the claim's own periods, and where the
    document itself has the later figure, an earlier one that it may be compared with. What their prose says is the last
    of it."""
    if any(c.strength == "sure" for c in own.candidates):
        return own
    more = [c for c in wider.candidates if _foreign(c.operands.values())]
    for c in guessed.candidates:
        if "before" in c.operands and _foreign([c.operands["before"]]) and not _foreign([c.operands["now"]]):
            more.append(c)
    return replace(own, candidates=(*own.candidates, *map(unsure, more), *stated)[:_LIMIT])


def _foreign(operands: Iterable[Operand]) -> bool:
    return any(fact.document for operand in operands for fact in operand.facts)


def _binding(claim: Claim, search: Search) -> Binding:
    if claim.outlook:
        return Binding(claim.id, (), "it speaks of the future")
    found = _bound(claim, search)
    if claim.instead is not None:
        whole = replace(claim, measure=claim.instead, instead=None, doubt=claim.doubt or SECTION)
        found = replace(found, candidates=(*found.candidates, *_bound(whole, search).candidates)[:_LIMIT])
    said = search.said.before(claim) if claim.direction in ("up", "down") else {}
    return replace(found, moved=Candidate({"now": in_sentence(claim)} | said)) if said else found


def _bound(claim: Claim, search: Search) -> Binding:
    if claim.measure is None:
        beside = _unnamed(claim, (), search) + share_of_row(claim, search) + restated(claim, search)
        return Binding(claim.id, beside, "no measure of the tables is named")
    if claim.kind in CHANGES:
        found = changes(claim, search)
    elif claim.kind == "share-of":
        found = shares(claim, search) + list(share_of_said(claim, search))
    else:
        found = levels(claim, search)
    if not any(c.strength == "sure" for c in found):
        found += _unnamed(claim, found, search)
    elif claim.kind == "change-percent" and (
        shares_grew := search.said.by_the_share(claim, found) or grown_by_the_share(claim, found, search)
    ):
        found = [replace(c, strength="likely") for c in found] + shares_grew
    sure = any(c.strength == "sure" for c in found)
    found = [*found, *restated(claim, search)][:_LIMIT]
    return Binding(claim.id, tuple(found), "" if sure else reason(claim, search, found))


def _unnamed(claim: Claim, found: Sequence[Candidate], search: Search) -> tuple[Candidate, ...]:
    """What the prose and the rows offer, whatever measure is named, beside what was `found` by that."""
    given = not (claim.doubt or claim.foreign) and any(
        c.strength != "weak" and any(printed(o) for o in c.operands.values()) for c in found
    )
    prose = search.said.changes(claim, found) + search.elsewhere.of(claim, given) + search.within.of(claim)
    prose += search.causes.of(claim)
    prose += tuple(of_comparison(claim, search.said.claims_of(claim), search.text))
    prose += in_prose(claim, search) + lists(claim, search) + bought(claim, search)
    if claim.doubt or not any(c.strength != "weak" for c in found):  # no table is outweighed by what a sentence closes
        prose += tuple(search.within.closed(claim))
    prose += search.rows.of(claim, search.periods.of(claim)) or search.called.of(claim)
    prose += by_the_share(claim, search)
    return (prose or left_out(claim, search)) + effects(claim, search)
