"""One clerk a process: rules are loaded once, whoever asks."""

from __future__ import annotations

from functools import lru_cache

from auditor.batch.auditing import Clerk
from auditor.batch.item import Settings


@lru_cache(maxsize=4)
def clerk(settings: Settings) -> Clerk:
    return Clerk(settings)
