"""The claims that could not be checked, under the reasons why."""

from __future__ import annotations

from auditor.frozen import dataclass
from auditor.model.claim import Claim
from auditor.model.finding import Audit
from auditor.reporting.summary import judgement

FUTURE = "said about the future; nothing printed today can confirm it"
UNKNOWN = "no reason was recorded"


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason, and the claims it kept from being checked, in reading order."""

    text: str
    claims: tuple[Claim, ...]


def reasons(audit: Audit) -> tuple[Reason, ...]:
    """Reasons with their claims, the commonest first, then in reading order; the future last."""
    groups: dict[str, list[Claim]] = {}
    for claim in audit.claims:
        judged = judgement(audit, claim)
        if judged.verdict == "unsupported":
            text = FUTURE if claim.outlook else (judged.working.strip().splitlines() or [UNKNOWN])[0]
            groups.setdefault(text, []).append(claim)
    found = [Reason(text, tuple(claims)) for text, claims in groups.items()]
    return tuple(sorted(found, key=lambda group: (group.text == FUTURE, -len(group.claims))))
