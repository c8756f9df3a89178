"""The counts of one audit, and the one line that sums it up."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from decimal import ROUND_FLOOR, Decimal
from typing import Literal, get_args

from auditor.frozen import dataclass
from auditor.model.claim import Claim
from auditor.model.finding import Audit, Judgement, Level, NumeralState

STATES: tuple[NumeralState, ...] = get_args(NumeralState)
LEVELS: tuple[Level, ...] = get_args(Level)


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts. `checks` are the rule applications that came to a result; `skipped` ones did not. `outlook` counts the
    unsupported claims about the future, which nothing printed today can confirm."""

    claims: int
    agrees: int
    disagrees: int
    unsupported: int
    outlook: int
    checks: int
    failed: int
    skipped: int
    waived: int
    levels: Mapping[Level, int]
    numerals: Mapping[NumeralState, int]

    @property
    def coverage(self) -> Decimal | None:
        """Per cent of the claims about the past that could be checked; None when there is no such claim."""
        past = self.claims - self.outlook
        if past <= 0:
            return None
        share = Decimal(100 * (self.agrees + self.disagrees)) / past
        return share.quantize(Decimal("0.1"), rounding=ROUND_FLOOR)


def judgement(audit: Audit, claim: Claim) -> Judgement:
    """The verdict on `claim`; a claim that nobody judged is unsupported, never silently right."""
    return audit.judgements.get(claim.id) or Judgement(claim.id, "unsupported", working="no check looked at it")


def summarise(audit: Audit) -> Summary:
    judged = [(claim, judgement(audit, claim).verdict) for claim in audit.claims]
    verdicts = Counter(verdict for _, verdict in judged)
    outcomes = Counter(check.outcome for check in audit.checks)
    levels = Counter(f.level for f in audit.findings if f.waived is None)
    numerals = Counter(state for _, state in audit.numerals)
    return Summary(
        claims=len(audit.claims),
        agrees=verdicts["agrees"],
        disagrees=verdicts["disagrees"],
        unsupported=verdicts["unsupported"],
        outlook=sum(claim.outlook and verdict == "unsupported" for claim, verdict in judged),
        checks=outcomes["passed"] + outcomes["failed"],
        failed=outcomes["failed"],
        skipped=outcomes["skipped"],
        waived=sum(f.waived is not None for f in audit.findings),
        levels={level: levels[level] for level in LEVELS},
        numerals={state: numerals[state] for state in STATES},
    )


def count(number: int, one: str, many: str = "") -> str:
    """`1 error`, `2 errors`, `no errors`."""
    return f"{number or 'no'} {one if number == 1 else many or one + 's'}"


def joined(parts: list[str]) -> str:
    return parts[0] if len(parts) == 1 else ", ".join(parts[:-1]) + " and " + parts[-1]


def found(summary: Summary) -> str:
    """What was found, in words: `5 errors and 1 warning`; empty when nothing was."""
    parts = [count(summary.levels[level], level) for level in LEVELS if summary.levels[level]]
    return joined(parts) if parts else ""


def tone(summary: Summary) -> Literal["error", "warning", "good"]:
    """How the verdict is meant; a release of which nothing could be checked is no good news."""
    if summary.levels["error"]:
        return "error"
    nothing = not summary.checks and not summary.agrees and not summary.disagrees
    return "warning" if summary.levels["warning"] or nothing else "good"


def verdict(summary: Summary) -> str:
    """The audit in one line: what contradicts, and how much of the prose the audit could look at."""
    checked = summary.agrees + summary.disagrees
    head = found(summary)
    if not summary.claims and not summary.checks:
        return "Nothing could be checked: no claim and no table total was found."
    if not head:
        head = "No contradiction found" if checked or summary.checks else "Nothing could be checked"
    if not summary.claims:
        return f"{head}: no claim in the prose, {count(summary.checks, 'check')} of the tables."
    return f"{head}: {checked} of {count(summary.claims, 'claim')} of the prose could be checked."
