"""What a reporter is given, and what every reporter is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from auditor.model.finding import Audit, Level
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
class Report:
    """All releases of one run. `digest` is the sha256 of the rule packs; `rules` are keyed by their id."""

    releases: tuple[Release, ...]
    digest: str = ""
    rules: Mapping[str, RuleCard] = field(default_factory=dict)
    version: str = __version__


class Reporter(Protocol):
    """A format: a report in, the whole text of the output out, ending in a newline."""

    def __call__(self, report: Report) -> str: ...
