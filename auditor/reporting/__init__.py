"""Audits become reports: one function a format behind one protocol."""

from __future__ import annotations

from auditor.reporting.formats import FORMATS, reporter, schema
from auditor.reporting.report import Release, Report, Reporter, RuleCard
from auditor.reporting.summary import LEVELS, Summary, judgement, summarise

__all__ = [
    "FORMATS",
    "LEVELS",
    "Release",
    "Report",
    "Reporter",
    "RuleCard",
    "Summary",
    "judgement",
    "reporter",
    "schema",
    "summarise",
]
