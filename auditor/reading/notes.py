"""Unit notes as lines of a document: "(in thousands, except per share data)", "(unaudited)". What they say of figures
is read in `auditor.tables.scales`."""

from __future__ import annotations

import re

SCALE = r"\b(?:thousands|millions|billions|000s?)\b"
IN_SCALE = re.compile(rf"\bin {SCALE}|^\(", re.I)
"""A text that says in what figures are printed, or an aside."""
SCALED = re.compile(SCALE, re.I)
LINE = re.compile(rf"\(?.*(?:{SCALE}|\b(?:unaudited|except)\b)", re.I)
"""A line that begins with such a note, or holds one."""
NOTE = re.compile(rf"\(.*(?:{SCALE}|\bunaudited\b).*\)", re.I)
"""A note in brackets."""
