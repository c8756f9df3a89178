"""The formats by name. A format's module is imported when it is asked for: Jinja takes longer than a whole audit."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from auditor.reporting.style import PLAIN, Style

if TYPE_CHECKING:
    from auditor.reporting.report import Reporter

FORMATS = ("text", "json", "html")


def reporter(name: str, style: Style = PLAIN) -> Reporter:
    """The reporter of format `name` (one of FORMATS); `style` matters to text alone."""
    if name == "json":
        from auditor.reporting.as_json import render

        return render
    if name == "html":
        from auditor.reporting.as_html import render as html

        return html
    if name == "text":
        from auditor.reporting.as_text import TextReporter

        return TextReporter(style)
    raise ValueError(f"no report format {name!r}")


def schema() -> dict[str, Any]:
    """The JSON Schema that the JSON report keeps to."""
    found: dict[str, Any] = json.loads((Path(__file__).parent / "audit.schema.json").read_text(encoding="utf-8"))
    return found
