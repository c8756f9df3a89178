"""What a reporter is given, and what every reporter is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from functools import cached_property
from typing import Protocol

from auditor.frozen import dataclass
from auditor.model.finding import Audit, Finding, Level
from auditor.model.waiver import Acceptance, Waiver
from auditor.version import __version__


@dataclass(frozen=True, slots=True)
class RuleCard:
    """What a report says about a rule beside its findings."""

    id: str
    name: str
    level: Level
    summary: str
    why: str = ""


@dataclass(frozen=True, slots=True)
class Release:
    """One audited release under the path its user gave, never an absolute one."""

    path: str
    audit: Audit


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that could not be audited, and the line that says why."""

    path: str
    message: str


@dataclass(frozen=True)
class Report:
    """All releases of one run. `digest` is the sha256 of the rule packs; `rules` are keyed by their id.

    `acceptances` are what became of the waivers; findings in the `baseline` (its fingerprints; None where there is
    none) were known before. `failing` are the levels of findings that make the run fail.
    """

    releases: tuple[Release, ...]
    digest: str = ""
    rules: Mapping[str, RuleCard] = field(default_factory=dict)
    version: str = __version__
    failures: tuple[Failure, ...] = ()
    acceptances: tuple[Acceptance, ...] = ()
    baseline: frozenset[str] | None = None
    failing: tuple[Level, ...] = ("error",)

    @cached_property
    def waivers(self) -> Mapping[tuple[str, str], Waiver]:
        """The waivers in use, by the path and the id of the finding that each covers."""
        return {(a.release, a.finding): a.waiver for a in self.acceptances if a.state == "used"}

    def fails(self, finding: Finding) -> bool:
        """Whether a finding makes the run fail."""
        return finding.waived is None and finding.level in self.failing


class Reporter(Protocol):
    """A format: a report in, the whole text of the output out, ending in a newline."""

    def __call__(self, report: Report) -> str: ...
