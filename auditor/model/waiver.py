"""Waivers: findings that somebody has accepted, with a reason and a name."""

from __future__ import annotations

import datetime
from typing import Literal

from auditor.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Waiver:
    """The acceptance of the finding of one fingerprint. `expires` is the last day on which it holds (None: always).

    `document`, `rule` and `says` tell a reader what was accepted; the fingerprint alone decides. `place` is where it
    stands, as `path:line`.
    """

    fingerprint: str
    reason: str
    owner: str
    date: datetime.date
    expires: datetime.date | None = None
    document: str = ""
    rule: str = ""
    says: str = ""
    place: str = ""


WaiverState = Literal["used", "unused", "void", "expired"]
"""used: it covers a finding; void: its finding is there, but about other figures; expired: its last day has passed;
unused: no finding that it could cover was found."""


@dataclass(frozen=True, slots=True)
class Acceptance:
    """What became of one waiver in one run. `release` and `finding` are the path and id of the finding that it covers,
    or would cover; empty where there is none."""

    waiver: Waiver
    state: WaiverState
    release: str = ""
    finding: str = ""
