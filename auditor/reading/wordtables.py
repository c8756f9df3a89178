"""Tables whose columns hold words: dates, names, ranges. They are known by texts that begin at the same places."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from auditor.reading.columns import Band
from auditor.reading.datalines import PERIOD
from auditor.reading.lines import Line
from auditor.reading.regions import Region

_ADDRESS = re.compile(r"\(?\d{3}\)?[ .-]\s?\d{3}[.-]\d{4}|@|www\.|\b[A-Z]{2} \d{5}\b|/s/|fax\b|phone\b", re.I)
_DIGIT = re.compile(r"\d")
_LISTED = re.compile(r"(?:[-–—*•·o]|\(?\w{1,3}[.)]|item \d.*?)\s", re.I)
_LONGEST = 44  # characters of a cell; more is prose
_FEWEST = 3  # lines of a table of words


def word_tables(lines: Sequence[Line], taken: Sequence[int], tagged: Sequence[bool]) -> list[Region]:
    """Tables of words among the lines that no other table took."""
    found: list[Region] = []
    k = 0
    while k < len(lines):
        if taken[k] or lines[k].kind not in ("row", "columns"):
            k += 1
            continue
        start = k
        rows: list[int] = []
        while k < len(lines) and not taken[k] and (_spread(lines[k]) or rows and _between(lines, k)):
            if _spread(lines[k]):
                rows.append(k)
            k += 1
        region = _region(lines, rows, tagged[start]) if len(rows) >= _FEWEST else None
        if region is not None:
            found.append(region)
        k = max(k, start + 1)
    return found


def _spread(line: Line) -> bool:
    return line.kind in ("row", "columns") and len(line.segments) > 1


def _between(lines: Sequence[Line], k: int) -> bool:
    """Whether a rule or a single blank line stands between two lines of a table."""
    if lines[k].kind in ("rule", "tag"):
        return True
    return lines[k].kind == "blank" and k + 1 < len(lines) and (_spread(lines[k + 1]) or lines[k + 1].kind == "rule")


def _region(lines: Sequence[Line], rows: Sequence[int], tagged: bool) -> Region | None:
    """The table of words that `rows` make, when their texts line up and speak of periods or amounts."""
    texts = [lines[k].words for k in rows]
    if any(_ADDRESS.search(text) for text in texts):
        return None
    telling = sum(_DIGIT.search(text) is not None or PERIOD.search(text) is not None for text in texts)
    ruled = any(lines[k].kind == "rule" for k in range(rows[0], rows[-1]))
    if not tagged and telling * 2 < len(rows) and not ruled:
        return None
    bands = _bands(lines, rows)
    if not bands or any(_LISTED.match(text) for text in texts):
        return None
    cells = [lines[k].text[s.start : s.end] for k in rows for s in lines[k].segments[1:]]
    if max(map(len, cells)) > _LONGEST or len(bands) == 1 and not tagged and not all(map(_DIGIT.search, cells[1:])):
        return None
    data = rows[1] if not _DIGIT.search(texts[0]) else rows[0]
    return Region(rows[0], data, rows[-1] + 1, bands)


def _bands(lines: Sequence[Line], rows: Sequence[int]) -> tuple[Band, ...]:
    """The columns after the first: places where texts of most lines begin."""
    starts = Counter(s.start for k in rows for s in lines[k].segments[1:])
    places: list[int] = []
    for start in sorted(starts):
        near = sum(n for at, n in starts.items() if abs(at - start) <= 1)
        if near >= max(2, 0.6 * len(rows)) and (not places or start - places[-1] > 2):
            places.append(start)
    if not places:
        return ()
    ends = [
        max((s.end for k in rows for s in lines[k].segments[1:] if abs(s.start - place) <= 2), default=place)
        for place in places
    ]
    if any(end > following for end, following in zip(ends, places[1:], strict=False)):
        return ()
    return tuple(Band(place, end, end) for place, end in zip(places, ends, strict=True))
