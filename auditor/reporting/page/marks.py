"""Tick marks, as auditors set them on paper: what was done about each number, as a word, a symbol and a colour."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from auditor.model.claim import Claim
from auditor.model.finding import Audit, Evidence
from auditor.reporting.page.anchors import Anchors, Place
from auditor.reporting.summary import judgement


@dataclass(frozen=True, slots=True)
class Mark:
    """`kind` names the style; `meaning` stands in the legend."""

    kind: str
    symbol: str
    word: str
    meaning: str


AGREED = Mark("agreed", "✓", "agreed", "agrees with a figure of the tables, or is one that a sentence agrees with")
RECOMPUTED = Mark("recomputed", "=", "recomputed", "agrees with what figures of the tables give when computed")
FOOTED = Mark("footed", "Σ", "footed", "takes part in a total or another identity that holds")
UNSUPPORTED = Mark("unsupported", "?", "not checked", "nothing in the release confirms or contradicts it")
ATTENTION = Mark("attention", "!", "warning", "part of a warning")
EXCEPTION = Mark("exception", "✗", "exception", "contradicted, or part of a sum that does not hold")
DISPUTED = Mark("disputed", "≠", "disputed", "a table figure that the text disagrees with")
UNREAD = Mark("unread", "◌", "unread", "a numeral that was not understood")
LEGEND = (EXCEPTION, DISPUTED, ATTENTION, AGREED, RECOMPUTED, FOOTED, UNSUPPORTED, UNREAD)

COMPUTED_KINDS = ("change", "change-percent", "change-points", "share-of", "ratio")


@dataclass(frozen=True, slots=True)
class CellMark:
    """What was done about a table figure, and the claims and findings that rest on it, by their ids."""

    marks: tuple[Mark, ...]
    claims: tuple[str, ...]
    findings: tuple[str, ...]


class Marks:
    """The marks of one audit's claims and cells."""

    def __init__(self, audit: Audit, anchors: Anchors) -> None:
        self._audit = audit
        self._anchors = anchors
        loud = [finding for finding in audit.findings if finding.level != "note" and finding.waived is None]
        self._loud = {finding.id: finding for finding in loud}
        self._findings = self._places((finding.id, finding.evidence) for finding in loud)
        self.findings_of: dict[str, list[str]] = {}
        for finding in loud:
            if finding.claim:
                self.findings_of.setdefault(finding.claim, []).append(finding.id)

    def claim(self, claim: Claim) -> Mark:
        judged = judgement(self._audit, claim)
        alarm = self._alarm(self.findings_of.get(claim.id, []))
        if judged.verdict == "disagrees" or alarm is EXCEPTION:
            return EXCEPTION
        if alarm:
            return alarm
        if judged.verdict == "unsupported":
            return UNSUPPORTED
        return RECOMPUTED if len(judged.evidence) > 1 or claim.kind in COMPUTED_KINDS else AGREED

    def cells(self) -> dict[Place, CellMark]:
        """Every cell that a verdict, a check or a finding rests on."""
        audit = self._audit
        claims = self._places((claim.id, judgement(audit, claim).evidence) for claim in audit.claims)
        footed = self._places((check.rule, check.evidence) for check in audit.checks if check.outcome == "passed")
        agreeing = {claim.id for claim in audit.claims if judgement(audit, claim).verdict == "agrees"}
        found = {}
        for place in {**self._findings, **claims, **footed}:
            findings, named = self._findings.get(place, []), claims.get(place, [])
            tied = AGREED if agreeing.intersection(named) else None
            marks = (self._cell_alarm(findings), tied, FOOTED if place in footed else None)
            found[place] = CellMark(tuple(mark for mark in marks if mark), tuple(named), tuple(findings))
        return found

    def _alarm(self, findings: Iterable[str]) -> Mark | None:
        levels = {self._loud[finding].level for finding in findings}
        return EXCEPTION if "error" in levels else ATTENTION if levels else None

    def _cell_alarm(self, findings: list[str]) -> Mark | None:
        """A cell that only errors of the text name is right for all that is known: the text disagrees with it."""
        tables_own = [finding for finding in findings if self._loud[finding].claim is None]
        alarm = self._alarm(findings)
        return DISPUTED if alarm is EXCEPTION and self._alarm(tables_own) is not EXCEPTION else alarm

    def _places(self, named: Iterable[tuple[str, tuple[Evidence, ...]]]) -> dict[Place, list[str]]:
        """The cells of the evidence, each with the names that it was given under."""
        found: dict[Place, list[str]] = {}
        for name, evidence in named:
            for item in evidence:
                place = self._anchors.place(item)
                if place and name not in found.setdefault(place, []):
                    found[place].append(name)
        return found
