"""Words that a user chooses among, on the command line, in settings and in rules."""

from __future__ import annotations

STANDARD, STRICT, LENIENT = "standard", "strict", "lenient"
PROFILES = (STANDARD, STRICT, LENIENT)
"""The sets of values that the parameters of rules start from."""

FAIL_ON = ("error", "warning", "note", "never")
"""The lowest level of a finding that makes a run fail."""
