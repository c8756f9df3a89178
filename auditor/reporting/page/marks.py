"""Tick marks, as auditors set them on paper: what was done about each number, as a word, a symbol and a colour."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from auditor.frozen import dataclass
from auditor.model.claim import Claim
from auditor.model.finding import Audit, Check, Evidence, Finding
from auditor.reporting.page.anchors import Anchors, Place
from auditor.reporting.summary import judgement


@dataclass(frozen=True, slots=True)
class Mark:
    """`kind` names the style, which also sets the symbol; `meaning` stands in the legend."""

    kind: str
    symbol: str
    word: str
    meaning: str


EXCEPTION = Mark("exception", "✗", "exception", "contradicted, or part of a sum that does not hold")
DISPUTED = Mark("disputed", "≠", "disputed", "a table figure that the text disagrees with")
ATTENTION = Mark("attention", "!", "warning", "part of a warning")
ACCEPTED = Mark("accepted", "☑", "accepted", "an exception, accepted with a reason")
AGREED = Mark("agreed", "✓", "agreed", "text and table agree")
RECOMPUTED = Mark("recomputed", "=", "recomputed", "follows from other figures")
FOOTED = Mark("footed", "Σ", "footed", "part of a total that holds")
TIED = Mark("tied", "↔", "tied", "the same in another table")
UNSUPPORTED = Mark("unsupported", "?", "not checked", "nothing printed confirms or contradicts it")
UNREAD = Mark("unread", "◌", "unread", "not understood")
LEGEND = (EXCEPTION, DISPUTED, ATTENTION, ACCEPTED, AGREED, RECOMPUTED, FOOTED, TIED, UNSUPPORTED, UNREAD)

COMPUTED_KINDS = ("change", "change-percent", "change-points", "share-of", "ratio")
FOOTINGS = ("footing", "cross-footing", "balance")
PAIRS = ("pair", "same-digits", "comparative")
RESULTS = (
    "relation",
    "percent-change",
    "percent-of",
    "points-change",
    "per-share",
    "eps",
    "ratio",
    "roll-forward",
    "share-line",
    "column",
)


@dataclass(frozen=True, slots=True)
class CellMark:
    """The kinds of the marks of a table figure, and the claims and findings that rest on it, by their ids."""

    kinds: str
    claims: tuple[str, ...]
    findings: tuple[str, ...]


class Marks:
    """The marks of one audit's claims and cells."""

    def __init__(self, audit: Audit, anchors: Anchors) -> None:
        self._audit = audit
        self._anchors = anchors
        loud = [finding for finding in audit.findings if finding.level != "note"]
        self._loud = {finding.id: finding for finding in loud}
        self._findings = self._places((finding.id, finding.evidence) for finding in loud)
        self.findings_of: dict[str, list[str]] = {}
        for finding in loud:
            if finding.claim:
                self.findings_of.setdefault(finding.claim, []).append(finding.id)

    def claim(self, claim: Claim) -> Mark:
        judged = judgement(self._audit, claim)
        alarm = self._alarm(self.findings_of.get(claim.id, []))
        if alarm:
            return EXCEPTION if judged.verdict == "disagrees" and alarm is ATTENTION else alarm
        if judged.verdict == "disagrees":
            return EXCEPTION
        if judged.verdict == "unsupported":
            return UNSUPPORTED
        return RECOMPUTED if len(judged.evidence) > 1 or claim.kind in COMPUTED_KINDS else AGREED

    def finding(self, finding: Finding) -> Mark:
        if finding.waived is not None:
            return ACCEPTED
        return EXCEPTION if finding.level == "error" else ATTENTION

    def cells(self) -> dict[Place, CellMark]:
        """Every cell that a verdict, a check or a finding rests on."""
        audit = self._audit
        claims = self._places((claim.id, judgement(audit, claim).evidence) for claim in audit.claims)
        agreeing = {claim.id for claim in audit.claims if judgement(audit, claim).verdict == "agrees"}
        held = self._held()
        found = {}
        for place in {**self._findings, **claims, **held}:
            findings, named = self._findings.get(place, []), claims.get(place, [])
            tied = AGREED if agreeing.intersection(named) else None
            proofs = [mark for mark in (RECOMPUTED, FOOTED, TIED) if mark in held.get(place, ())]
            marks = (self._cell_alarm(findings), tied, *proofs)
            found[place] = CellMark(" ".join(mark.kind for mark in marks if mark), tuple(named), tuple(findings))
        return found

    def _held(self) -> dict[Place, list[Mark]]:
        """The cells that a check of the tables which passed speaks for, each with the marks of such checks."""
        found: dict[Place, list[Mark]] = {}
        for check in self._audit.checks:
            if check.outcome == "passed" and proves(check):
                for item, mark in spoken_for(check):
                    place = self._anchors.place(item)
                    if place and mark not in found.setdefault(place, []):
                        found[place].append(mark)
        return found

    def _alarm(self, findings: Iterable[str]) -> Mark | None:
        """The gravest mark of some findings; an accepted one counts where no other stands beside it."""
        marks = [self.finding(self._loud[finding]) for finding in findings]
        return next((mark for mark in (EXCEPTION, ATTENTION, ACCEPTED) if mark in marks), None)

    def _cell_alarm(self, findings: list[str]) -> Mark | None:
        """A cell that only errors of the text name is right for all that is known: the text disagrees with it."""
        tables_own = [finding for finding in findings if self._loud[finding].claim is None]
        alarm = self._alarm(findings)
        return DISPUTED if alarm is EXCEPTION and self._alarm(tables_own) is not EXCEPTION else alarm

    def _places(self, named: Iterable[tuple[str, Sequence[Evidence]]]) -> dict[Place, list[str]]:
        """The cells of the evidence, each with the names that it was given under."""
        found: dict[Place, list[str]] = {}
        for name, evidence in named:
            for item in evidence:
                place = self._anchors.place(item)
                if place and name not in found.setdefault(place, []):
                    found[place].append(name)
        return found


def proves(check: Check) -> bool:
    """Whether a check holds a figure of the tables against other figures, and not merely how it looks: `how` says how
    two figures agreed."""
    weighed = check.how is not None or check.outcome == "failed"
    return weighed and check.claim is None and check.kind in (*FOOTINGS, *PAIRS, *RESULTS)


def spoken_for(check: Check) -> Iterable[tuple[Evidence, Mark]]:
    """The figures that a passed check of the tables confirms: all of a sum and of a pair, the result of another
    computation."""
    if check.kind in FOOTINGS:
        return [(item, FOOTED) for item in check.evidence]
    if check.kind in PAIRS:
        return [(item, TIED) for item in check.evidence]
    return [(item, RECOMPUTED) for item in check.evidence[:1]]
