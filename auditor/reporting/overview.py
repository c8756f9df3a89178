"""The overview of an archive: one HTML page that stays small however many releases it is of.

Plots are inline SVG drawn by the template from shares that are computed here; what comes from documents is cut to a
length, and lists to a number.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from auditor.frozen import dataclass
from auditor.reporting.style import safe

BINS = 10  # of the histogram of coverage
MOST_LISTED = 50  # releases
MOST_RULES = 60
MOST_REASONS = 12
LONGEST = 160  # characters of a text from outside
VERDICTS = (
    ("agrees", "agree", "agreed"),
    ("disagrees", "disagree", "exception"),
    ("unsupported", "not checked", "unsupported"),
)
STATUSES = (("audited", "agreed"), ("passed over", "unsupported"), ("failed", "exception"))


@dataclass(frozen=True, slots=True)
class RuleCount:
    """How often a rule found something, and in how many releases."""

    rule: str
    name: str
    level: str
    findings: int
    releases: int


@dataclass(frozen=True, slots=True)
class Release:
    """One release with something to look at; `link` leads to its own report."""

    source: str
    company: str
    period: str
    errors: int
    warnings: int
    notes: int
    coverage: Decimal | None
    link: str | None = None


@dataclass(frozen=True, slots=True)
class Overview:
    """What the page shows. `documents` counts by status, `reasons` lists (reason, documents) by status, commonest
    first; `sums` are over all audited releases; `coverage` counts releases by tenths of coverage."""

    documents: Mapping[str, int]
    reasons: Mapping[str, Sequence[tuple[str, int]]]
    sums: Mapping[str, int]
    coverage: Sequence[int]
    rules: Sequence[RuleCount]
    worst: Sequence[Release]
    version: str = ""
    digest: str = ""


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of a plot: where it begins and how long it is, in per cent."""

    name: str
    kind: str
    count: int
    start: Decimal
    width: Decimal


def render(overview: Overview) -> str:
    from auditor.reporting.as_html import page  # with its templates; a batch that asks for no overview needs none

    most = max((rule.findings for rule in overview.rules), default=1)
    tallest = max(max(overview.coverage, default=0), 1)
    return page(
        "overview.html.j2",
        more_style="overview.css",
        overview=overview,
        documents=sum(overview.documents.values()),
        statuses=parts([(name, kind, overview.documents.get(name, 0)) for name, kind in STATUSES]),
        verdicts=parts([(word, kind, overview.sums.get(name, 0)) for name, word, kind in VERDICTS]),
        checked=checked(overview.sums),
        sums={name: overview.sums.get(name, 0) for name in ("claims", "outlook", "facts", "unread")},
        rules=[(rule, _share(rule.findings, most)) for rule in overview.rules[:MOST_RULES]],
        bins=[(at * 100 // BINS, count, _share(count, tallest)) for at, count in enumerate(overview.coverage)],
        reasons={name: _listed(found) for name, found in overview.reasons.items()},
        short=short,
    )


def parts(counts: Sequence[tuple[str, str, int]]) -> list[Part]:
    """(name, kind, count) as the parts of a bar that is full."""
    total, start, found = sum(count for _, _, count in counts), Decimal(0), []
    for name, kind, count in counts:
        width = _share(count, total)
        found.append(Part(name, kind, count, start, width))
        start += width
    return found


def checked(sums: Mapping[str, int]) -> Decimal | None:
    """Per cent of all claims about the past that could be checked."""
    past = sums.get("claims", 0) - sums.get("outlook", 0)
    return _share(sums.get("agrees", 0) + sums.get("disagrees", 0), past) if past > 0 else None


def short(text: str) -> str:
    """A text from outside, as it may be shown, no longer than LONGEST."""
    shown = " ".join(safe(text).split())
    return shown if len(shown) <= LONGEST else shown[: LONGEST - 1] + "…"


def _share(count: int, total: int) -> Decimal:
    return (Decimal(100 * count) / total).quantize(Decimal("0.01")) if total else Decimal(0)


def _listed(found: Sequence[tuple[str, int]]) -> list[tuple[str, int]]:
    rest = sum(count for _, count in found[MOST_REASONS:])
    return [
        *((short(reason), count) for reason, count in found[:MOST_REASONS]),
        *([("other reasons", rest)] if rest else []),
    ]
