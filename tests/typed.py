"""Commands as they are typed: what they gave, and what a process of theirs needs."""

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Ran:
    status: int
    out: str
    err: str


def environment(more: Mapping[str, str]) -> dict[str, str]:
    """That of the tests, in which a process finds the same modules."""
    return {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), **more}
