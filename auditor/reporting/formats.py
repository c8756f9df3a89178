"""The formats by name. A format's module is imported when it is asked for: Jinja takes longer than a whole audit."""

from __future__ import annotations

import json
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from auditor.reporting.style import PLAIN, Style

if TYPE_CHECKING:
    from auditor.reporting.report import Reporter

FORMATS = ("text", "json", "jsonl", "html", "markdown", "sarif", "junit", "github")


def reporter(name: str, style: Style = PLAIN) -> Reporter:
    """The reporter of format `name` (one of FORMATS); `style` matters to text alone."""
    if name == "text":
        from auditor.reporting.as_text import TextReporter

        return TextReporter(style)
    if name not in FORMATS:
        raise ValueError(f"no report format {name!r}")
    found: Reporter = import_module(f"auditor.reporting.as_{name}").render
    return found


def schema() -> dict[str, Any]:
    """The JSON Schema that the JSON report keeps to."""
    found: dict[str, Any] = json.loads((Path(__file__).parent / "audit.schema.json").read_text(encoding="utf-8"))
    return found
