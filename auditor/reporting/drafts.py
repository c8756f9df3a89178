"""The comparison of two drafts as text, JSON and HTML."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from auditor.frozen import dataclass
from auditor.model.draft import Comparison
from auditor.reporting.formats import schema
from auditor.reporting.style import PLAIN, Style
from auditor.version import __version__


@dataclass(frozen=True, slots=True)
class Drafts:
    """A comparison under the paths of its two drafts as given, never absolute ones."""

    old: str
    new: str
    comparison: Comparison
    digest: str = ""
    version: str = __version__


DraftsReporter = Callable[[Drafts], str]


def drafts_reporter(name: str, style: Style = PLAIN) -> DraftsReporter:
    """The reporter of format `name`; `style` matters to text alone."""
    if name == "json":
        from auditor.reporting.drafts_json import render

        return render
    if name == "html":
        from auditor.reporting.drafts_html import render as html

        return html
    if name == "text":
        from auditor.reporting.drafts_text import DraftsText

        return DraftsText(style)
    raise ValueError(f"no format {name!r}")


def drafts_schema() -> dict[str, Any]:
    """The JSON Schema that the comparison keeps to, with what it shares with that of an audit."""
    found: dict[str, Any] = json.loads((Path(__file__).parent / "diff.schema.json").read_text(encoding="utf-8"))
    return {**found, "$defs": {**schema()["$defs"], **found["$defs"]}}
