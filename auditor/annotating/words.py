"""What the comment of a finding says."""

from __future__ import annotations

from auditor.model.finding import Finding
from auditor.reporting.style import safe
from auditor.reporting.wording import place

AUTHOR, INITIALS = "auditor", "au"
MOST_PLACES = 6  # of evidence


def comment(finding: Finding) -> str:
    """A comment in lines: level and rule, the message, the working, the cause, where the figures stand."""
    lines = [f"{finding.level}: {finding.rule} {finding.name.replace('-', ' ')}", finding.message]
    lines += finding.working.splitlines()
    lines += [f"Likely cause: {finding.cause}"] if finding.cause else []
    lines += [place(evidence) for evidence in finding.evidence[:MOST_PLACES]]
    if len(finding.evidence) > MOST_PLACES:
        lines.append(f"and {len(finding.evidence) - MOST_PLACES} more places")
    lines += [] if finding.waived is None else [f"waived: {finding.waived}"]
    return "\n".join(safe(" ".join(line.split())) for line in lines if line.strip())
