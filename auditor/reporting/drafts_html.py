"""The comparison of two drafts as HTML, in the style of the audit's page."""

from __future__ import annotations

from auditor.reporting.as_html import page
from auditor.reporting.drafts import Drafts
from auditor.reporting.drafts_text import headline, said, where
from auditor.reporting.style import safe


def render(drafts: Drafts) -> str:
    comparison = drafts.comparison
    return page(
        "drafts.html.j2",
        drafts=drafts,
        comparison=comparison,
        headline=headline(drafts),
        tone="error" if comparison.left or comparison.fresh else "good",
        said=said,
        where=where,
        safely=safe,
    )
