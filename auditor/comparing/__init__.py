"""Two drafts compared."""

from auditor.comparing.compare import Draft, compare

__all__ = ["Draft", "compare"]
