"""One clerk a process: rules are loaded once, whoever asks."""

from __future__ import annotations

import pickle
from functools import lru_cache

from auditor.batch.auditing import Clerk
from auditor.batch.item import Settings


def clerk(settings: Settings) -> Clerk:
    """The clerk of these settings. Raises RuleError, SettingsError."""
    return _clerk(pickle.dumps(settings))


@lru_cache(maxsize=4)
def _clerk(settings: bytes) -> Clerk:
    return Clerk(pickle.loads(settings))
