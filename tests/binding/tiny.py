"""Small releases and the verdicts on their numbers."""

from functools import lru_cache

import auditor
from auditor.model.finding import Audit

RULES = lru_cache(maxsize=1)(auditor.load_rules)


def audited(text: str) -> Audit:
    return auditor.audit(auditor.read_document(text.encode(), "draft.txt"), RULES())


def verdicts(text: str) -> dict[str, str]:
    """The verdict on each number of the prose, by the number as printed."""
    audit = audited(text)
    return {" ".join(c.quote.split()): audit.judgements[c.id].verdict for c in audit.claims}
