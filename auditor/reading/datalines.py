"""What a printed line holds of a table: amounts that stand apart, headings of columns, a label with a figure."""

from __future__ import annotations

import re
from collections.abc import Sequence

from auditor.reading.lines import Line
from auditor.reading.tokens import Segment

PERIOD = re.compile(
    r"\b(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|"
    r"nov(?:ember)?|dec(?:ember)?)\b\.?,?\s*(?:\d{1,2}\b|\d{4}\b|$)|\b(?:months?|weeks?|quarters?|years?)\b|"
    r"\b(?:ended|ending|as of)\b|\b(?:19|20)\d\d\b|\b[1-4]?q[1-4]?\b|\b\d{1,2}/\d{1,2}/\d{2,4}\b|"
    r"\b\d{1,2}\.\d{1,2}\.\d{4}\b",
    re.I,
)
MARK = re.compile(r"(?:\([1-9]\)|\([a-z]\)|\*+)+")
_THOUSANDS = re.compile(r"\(000(?:,000)?\)")  # how a row counts, at the end of its label: `(000)`
_DAY = re.compile(r"(?:[12]?\d|3[01]),?")
_MONTH_NAME = re.compile(r"\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6}\.?\s*$", re.I)
_HANG = 6  # characters that the last line of a label is set in at most


def figures(line: Line) -> tuple[Segment, ...]:
    """The value tokens of a row; a year, or the mark of a footnote, that leads the row stands for its label."""
    found = line.segments
    values = tuple(s for s in found if s.value)
    if len(values) > 1 and leads(line, found[0]):
        values = values[1:]
    return values


def leads(line: Line, first: Segment) -> bool:
    """Whether the first token of a row is its label, or the end of the one that the lines above begin: a year, a mark,
    `(000)`, what closes a bracket, the day of `Periods ended June` beside its years."""
    if not first.value:
        return False
    if first.kind == "year":
        return True
    text = line.text[first.start : first.end]
    if first.start > _HANG:
        return False
    if MARK.fullmatch(text) or _THOUSANDS.fullmatch(text) or text.endswith(")") and "(" not in text:
        return True
    return begins_with_day(line)


def begins_with_day(line: Line) -> bool:
    """Whether the day of a date whose month stands on the line above leads a line of years."""
    found = line.segments
    if len(found) < 2 or found[0].start > _HANG or not _DAY.fullmatch(line.text[found[0].start : found[0].end]):
        return False
    return all(s.kind == "year" for s in found[1:])


def is_data(line: Line) -> bool:
    """Whether amounts (not years, dates or footnote marks) stand apart in a line."""
    if line.kind != "row":
        return False
    found = line.segments
    if not found[-1].value and sum(s.kind == "number" for s in found) < 2:
        return False
    amounts = [s for s in figures(line) if s.kind != "year"]
    if not amounts or len(found) == 1 and line.indent < 8:
        return False
    marks = [MARK.fullmatch(line.text[s.start : s.end]) is not None for s in amounts]
    if found[0].value or found[0].start > 24:  # no label: a line of marks under the headings is no data
        return not all(s.kind == "nil" or mark for s, mark in zip(amounts, marks, strict=True))
    return not (all(marks) and any(not s.value for s in found[1:]))  # marks behind words of headings


def holds_data(lines: Sequence[Line], k: int) -> bool:
    """Whether a line is one of figures, and not of the days of dates whose months stand right above them."""
    return is_data(lines[k]) and not (k and _days_below_months(lines[k], lines[k - 1]))


def _days_below_months(line: Line, above: Line) -> bool:
    found = [s for s in line.segments if s.value]
    if not all(_DAY.fullmatch(line.text[s.start : s.end]) for s in found):
        return False
    ends = [(above.text + " ").find(" ", s.end) for s in found]
    return bool(found) and all(end >= 0 and _MONTH_NAME.search(above.text, 0, end) for end in ends)


def heads(line: Line) -> bool:
    """Whether a line without amounts looks like headings of columns: years, periods, or words that stand apart."""
    if line.kind == "row":
        amounts = any(s.kind == "number" and not MARK.fullmatch(line.text[s.start : s.end]) for s in line.segments)
        return not amounts and (len(line.segments) > 1 or line.indent > 12)
    if line.kind != "columns":
        return False
    apart = line.segments if line.indent > 12 else line.segments[1:]
    return line.indent > 12 or any(PERIOD.search(line.text[s.start : s.end]) for s in apart)
