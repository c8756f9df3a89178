"""Row labels that printers wrapped over several lines: which lines make one label."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import ClassVar

from auditor.frozen import dataclass

DANGLING = re.compile(
    r"(?:\b(?:and|or|of|for|in|on|to|the|a|an|by|at|from|with|per|than|that|which|between|under|through|during|"
    r"including|excluding|includes|upon|into|attributable|available|resulting|"
    r"(?:attributable|available|applicable|allocable)\s+to\s+(?:the\s+)?"
    r"(?:common|preferred|ordinary|non-?controlling|minority)|\w+holders['’])|[,;&/(]|[-–—]|\$[\d,.]+)$",
    re.I,
)
_LOWER = re.compile(r"[(\[\"'“‘]*[a-z]|\((?:Note|See|\d)|(?:Per|Of|And|Or|To|In|For|On|By|From|With)\b")
_SMALL = re.compile(r"[(\[\"'“‘]*[a-z]|\((?:Note|See|\d)")
_LISTED = re.compile(r"(?:[-–—*•]+\s?\S|\(?(?:[a-z]|\d{1,2}|[ivx]{1,4})[.)]\s)")
_DASH_LOWER = re.compile(r"[-–—] ?[a-z]")
DASHED = re.compile(r"[a-z)][-–—]$")
_BRACKETS = re.compile(r"\(.*\)")
_OF_SHARES = re.compile(r"(?:Basic|Diluted|BASIC|DILUTED)\b")  # rows of their own, however full the line above
_MARKS = re.compile(r"(?:(?:\(\w\)|\*+|[†‡])\s*)+")  # of footnotes
_NUMERAL = re.compile(r"[$€£(]?\d")
SPACED = 4  # rows of a table that is known to have blank lines between them
_LONGEST = 14  # lines of a label
_TOTAL = re.compile(r"total\b", re.I)
_CAPITALS = re.compile(r"[^a-z]*[A-Z]{2}[^a-z]*$")


@dataclass(frozen=True, slots=True)
class LabelLine:
    """The label part of one line of a table: its line index, words, place, and whether figures follow on the line.
    `gap` says that a blank or a rule line stands directly above."""

    line: int
    words: str
    indent: int
    end: int
    figures: bool
    gap: bool


@dataclass(frozen=True, slots=True)
class Wrapping:
    """How a table wraps: the width of its label column and the indents of its continuation lines."""

    UNKNOWN: ClassVar[Wrapping]
    width: int
    hang: frozenset[int]

    @classmethod
    def learnt(cls, labels: Sequence[LabelLine]) -> Wrapping:
        """From the lines that surely continue the one above: they start in lower case, or the line above breaks off."""
        width = max((label.end for label in labels if label.words), default=0)
        hang: dict[int, int] = {}
        first = labels[0].indent if labels else 0  # of the label that a line may go on with
        for above, below in zip(labels, labels[1:], strict=False):
            if above.figures or below.gap or above.words.endswith(":") or DASHED.search(above.words):
                first = below.indent
            elif _LOWER.match(below.words) or DANGLING.search(above.words):
                hang[below.indent - first] = hang.get(below.indent - first, 0) + 1
            else:
                first = min(first, below.indent)
        return cls(width, frozenset(d for d in hang if d >= 0) or _USUAL)


Wrapping.UNKNOWN = Wrapping(0, frozenset())
_USUAL = frozenset((1, 2, 3))  # indents of continuation lines


def chains(labels: Sequence[LabelLine], data: int = 0) -> list[list[LabelLine]]:
    """The lines grouped into labels, each with at most one line that bears figures; `data` is the first of them."""
    wrapping = Wrapping.learnt(labels)
    spaced = _spaced([label for label in labels if label.line >= data])
    found: list[list[LabelLine]] = []
    for k, label in enumerate(labels):
        after = labels[k + 1] if k + 1 < len(labels) else None
        rest = spaced and label.line > data and not label.gap and any(one.figures for one in found[-1])
        if found and (rest or _joins(found[-1], label, after, wrapping)):
            found[-1].append(label)
        else:
            found.append([label])
    return found


def _spaced(labels: Sequence[LabelLine]) -> bool:
    """Whether a blank line stands between all rows of a table: what follows the figures of one ends its label."""
    rows = [k for k, label in enumerate(labels) if label.figures]
    if len(rows) < SPACED:
        return False
    return all(any(label.gap for label in labels[a + 1 : b + 1]) for a, b in zip(rows, rows[1:], strict=False))


def _joins(chain: Sequence[LabelLine], label: LabelLine, after: LabelLine | None, wrapping: Wrapping) -> bool:
    if label.gap or len(chain) == _LONGEST:
        return False
    above = chain[-1]
    if any(one.figures for one in chain):
        return not label.figures and trails(chain, label, after, wrapping)
    if not label.words:
        return not above.words.endswith(":") and not _CAPITALS.match(above.words)
    return continues(chain, label, after, wrapping)


def trails(chain: Sequence[LabelLine], label: LabelLine, after: LabelLine | None, wrapping: Wrapping) -> bool:
    """Whether a line without figures ends the label whose figures stood on a line above."""
    above = chain[-1]
    if not above.words or not label.words or label.words.endswith(":") or _LISTED.match(label.words):
        return False
    if _TOTAL.match(label.words) and not label.words[0].islower():
        return False
    open_bracket = _open(chain)
    lower = _LOWER if label.indent > chain[0].indent else _SMALL
    aside = label.indent > chain[0].indent and _BRACKETS.fullmatch(label.words) is not None
    if not (open_bracket or aside or lower.match(label.words) or DANGLING.search(above.words)):
        return False
    if label.indent < chain[0].indent:
        return open_bracket
    # the line may as well begin the label of the figures that follow it
    onward = after is not None and not after.gap and continues([label], after, None, wrapping)
    return open_bracket or not onward or label.indent > chain[0].indent


def continues(chain: Sequence[LabelLine], label: LabelLine, after: LabelLine | None, wrapping: Wrapping) -> bool:
    """Whether `label` goes on with the label that the lines of `chain`, without figures, begin."""
    above, first = chain[-1], chain[0]
    if _open(chain) or _MARKS.fullmatch(label.words):
        return True
    if _titles(above, label, wrapping):
        return False
    if _aside(chain, label, after):
        return True
    if above.words.endswith(":") or _LISTED.match(label.words) or above.indent > label.indent + 12:
        return False
    if _CAPITALS.match(above.words) and not _CAPITALS.match(label.words) and not DANGLING.search(above.words):
        return False
    if DANGLING.search(above.words):
        return True
    if _LOWER.match(label.words):
        return not _listed_below(label, after)
    if label.indent < first.indent or label.figures and _OF_SHARES.match(label.words):
        return False
    if _TOTAL.match(first.words):  # the label of a total has figures
        return True
    if not _fits_not(above, label, wrapping) or label.indent > above.indent and _siblings(label, after):
        return False
    if len(chain) > 1 and label.indent == above.indent > first.indent:
        return True
    return (
        label.indent - above.indent in wrapping.hang
        or label.indent == above.indent
        and _NUMERAL.match(label.words) is not None
    )


def _aside(chain: Sequence[LabelLine], label: LabelLine, after: LabelLine | None) -> bool:
    """Whether what a dash begins is the end of a label rather than the first item of a list: `- related party`."""
    if not _DASH_LOWER.match(label.words) or chain[-1].words.endswith(":") or not label.figures:
        return False
    return after is None or not after.words.startswith(("-", "–", "—"))


def _titles(above: LabelLine, label: LabelLine, wrapping: Wrapping) -> bool:
    """Whether a line heads those below with a dash for its colon: `Sales-` above `Europe`, where a wrapped word would
    not end so early."""
    dashed = DASHED.search(above.words) is not None and not _LOWER.match(label.words)
    return dashed and above.end + len(label.words.split(" ", 1)[0]) <= wrapping.width


def _fits_not(above: LabelLine, label: LabelLine, wrapping: Wrapping) -> bool:
    """Whether the first word of a line would not have fitted on the line above: the reason for a wrap."""
    word = label.words.split(" ", 1)[0]
    return above.end + 1 + len(word) > wrapping.width


def _open(chain: Sequence[LabelLine]) -> bool:
    """Whether a bracket of the label is still open."""
    words = " ".join(one.words for one in chain)
    return words.count("(") > words.count(")")


def _listed_below(label: LabelLine, after: LabelLine | None) -> bool:
    """Whether a lower-case line is the first item of a list written in lower case, not the end of a label."""
    return _siblings(label, after) and after is not None and _LOWER.match(after.words) is not None


def _siblings(label: LabelLine, after: LabelLine | None) -> bool:
    """Whether two lines with figures follow on each other at one indent: items of a list."""
    return label.figures and after is not None and after.figures and not after.gap and after.indent == label.indent
