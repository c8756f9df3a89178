"""HTML: one self-contained file that opens without a network.

Templates, style and script stand in `reports/templates`. Everything that comes from a document is escaped by Jinja,
and the page's Content-Security-Policy allows its own style and its own script alone: no other script, no network, no
form. Without its script the page can be read whole.
"""

from __future__ import annotations

import base64
import hashlib
import re
from functools import lru_cache
from typing import TYPE_CHECKING

from auditor.reporting.page.view import view
from auditor.reporting.report import Report
from auditor.reporting.style import safe
from auditor.reporting.wording import stale
from auditor.resources import folder

if TYPE_CHECKING:
    from jinja2 import Environment

BEYOND_ASCII = re.compile(r"[^\x00-\x7f]")
LONGER = 1.2  # times the page, with references
POLICY = "default-src 'none'; style-src {style}; script-src {script}; base-uri 'none'; form-action 'none'"


def render(report: Report) -> str:
    several = len(report.releases) > 1
    views = [
        view(release, report, f"r{number}-" if several else "", first=number == 1)
        for number, release in enumerate(report.releases, start=1)
    ]
    script = _part("report.js")
    loose = [safe(stale(acceptance)) for acceptance in report.acceptances if not acceptance.finding]
    failures = [safe(failure.message) for failure in report.failures]
    return page(
        "report.html.j2", script,
        releases=views, version=report.version, digest=report.digest, loose=loose, failures=failures,
    )  # fmt: skip


def page(template: str, script: str = "", more_style: str = "", **values: object) -> str:
    """A template filled in, with the style that all pages share and its own; without a script the page forbids any.

    It is written in ASCII alone, other characters as references, for browsers decode and keep such a page the fastest;
    but not where references would be many, as in a release of another script.
    """
    style = _part("style.css") + (_part(more_style) if more_style else "")
    policy = POLICY.format(style=_digest(style), script=_digest(script) if script else "'none'")
    filled = _environment().get_template(template).render(style=style, script=script, policy=policy, **values)
    plain = filled.encode("ascii", "xmlcharrefreplace").decode("ascii")
    return plain if len(plain) < len(filled) * LONGER else filled


@lru_cache(maxsize=8)
def _part(name: str) -> str:
    """A style or a script, in which other characters than those of ASCII are escaped."""
    text = (folder("reports") / "templates" / name).read_text(encoding="utf-8")
    form = "\\u{:04x}" if name.endswith(".js") else "\\{:x} "
    return BEYOND_ASCII.sub(lambda found: form.format(ord(found[0])), text)


def _digest(text: str) -> str:
    """The source by which a Content-Security-Policy knows an inline style or script."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


@lru_cache(maxsize=1)
def _environment() -> Environment:
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(folder("reports") / "templates"),
        autoescape=True,
        auto_reload=False,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.getattr = getattr  # type: ignore[method-assign, assignment]  # a dot means an attribute
    return environment
