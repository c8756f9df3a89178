"""Audits become reports: one function a format behind one protocol.

What a report is given stands in `report`, its counts in `summary`; they are imported from there, so that asking for
the names of the formats loads nothing else.
"""

from __future__ import annotations

from auditor.reporting.formats import FORMATS, reporter, schema

__all__ = ["FORMATS", "reporter", "schema"]
