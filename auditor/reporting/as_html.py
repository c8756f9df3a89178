"""HTML: one self-contained file that opens without a network.

Templates and style stand in `reports/templates`. Everything that comes from a document is escaped by Jinja, and the
page's Content-Security-Policy allows its own style alone: no script, no network, no form.
"""

from __future__ import annotations

import base64
import hashlib
from functools import lru_cache
from typing import TYPE_CHECKING

from auditor.reporting.page.marks import LEGEND
from auditor.reporting.page.view import view
from auditor.reporting.report import Report
from auditor.resources import folder

if TYPE_CHECKING:
    from jinja2 import Environment

POLICY = "default-src 'none'; style-src 'sha256-{style}'; base-uri 'none'; form-action 'none'"


def render(report: Report) -> str:
    several = len(report.releases) > 1
    views = [
        view(release, report.rules, f"r{number}-" if several else "")
        for number, release in enumerate(report.releases, start=1)
    ]
    return page("report.html.j2", releases=views, version=report.version, digest=report.digest, legend=LEGEND)


def page(template: str, **values: object) -> str:
    """A template filled in, with the style that all pages share."""
    style = (folder("reports") / "templates" / "style.css").read_text(encoding="utf-8")
    policy = POLICY.format(style=_digest(style))
    return _environment().get_template(template).render(style=style, policy=policy, **values)


def _digest(text: str) -> str:
    """The base64 sha256 by which a Content-Security-Policy knows an inline style."""
    return base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


@lru_cache(maxsize=1)
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    return Environment(
        loader=FileSystemLoader(folder("reports") / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
