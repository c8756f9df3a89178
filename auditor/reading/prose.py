"""Lines of prose become paragraphs: wrapped lines joined, headings, list items, footnotes, breaks of pages bridged."""

from __future__ import annotations

import re
from collections.abc import Sequence

from auditor.frozen import dataclass
from auditor.model.source import ParagraphKind
from auditor.reading.lines import Line

BULLET = re.compile(r"(?:[-–—]{1,2}|[*•·●▪◦‣■□►▶➢❖✓§\uf0b7\uf0a7]|o|\+)\s+(?=\S)")
LEAD = re.compile(r"(?:[•·●▪◦‣■□►▶➢❖✓✔\uf0b7\uf0a7\uf0d8]|[-–*o](?=\s))\s*(?=\S)")
"""The bullet with which a paragraph begins, however close to its words; "o" is one of the second rank."""
_NUMBERED = re.compile(r"(?:\(?(?:\d{1,2}|[a-zA-Z]|[ivx]{1,4})\)|\d{1,2}\.)\s+(?=\S)")
NOTE = re.compile(
    r"(?:\(\d{1,2}\)|\([a-z]\)|\[\d{1,2}\]|\*{1,4}|[†‡§]|notes?\s*(?:\d{1,2}|[a-z])?\s*[:.]|\d{1,2}\))\s*\S", re.I
)
_BARE_NOTE = re.compile(r"\d{1,2}\s{1,4}[A-Z]")
_NOTES = re.compile(rf"{NOTE.pattern}|(?:foot)?notes?\b", re.I)
_HASHES = re.compile(r"#{1,6}\s+(?=\S)")
_ENDED = re.compile(r"[.!?:;][\"'”’)\]*]*$")
_SENTENCE_END = re.compile(r"[.!?][\"'”’)\]*]*$")
COMPANY_END = re.compile(r"\b(?:inc|co|corp|ltd|llc|n\.a|s\.a|plc|l\.p)\.$", re.I)
_LINKING = re.compile(r"(?:\b(?:and|or|of|for|in|on|to|the|a|an|by|at|from|with|its|ending|ended)|[,&–—-])$", re.I)
_WORD = 8  # characters at the end of a line that hold any linking word
_SHORT = 90
_LONG = 130  # a line longer than this was not wrapped for print
_WIDTH = 66  # lines of prose are at least about this long
_FULL = 50  # a line shorter than this is no full line of a paragraph


@dataclass(frozen=True, slots=True)
class Run:
    """Lines that make one paragraph, and the columns of the first line's text (past a list mark)."""

    lines: tuple[int, ...]
    kind: ParagraphKind
    start: int


def runs(lines: Sequence[Line], taken: Sequence[int], titled: frozenset[int]) -> list[Run]:
    """Paragraphs of the lines that no table took. `taken[k]` is not zero for lines of tables; `titled` are lines
    directly above a table, each a heading of its own."""
    found: list[Run] = []
    block: list[int] = []
    after_table = False
    for k, line in enumerate(lines):
        if not taken[k] and line.kind not in ("blank", "break", "tag", "rule", "double-rule", "furniture"):
            block.append(k)
            continue
        after_table = _flush(lines, block, found, titled, after_table)
        block = []
        if taken[k]:
            after_table = True
        elif line.kind == "furniture":
            found.append(Run((k,), "furniture", line.indent))
    _flush(lines, block, found, titled, after_table)
    return _bridged(lines, found, taken)


def _flush(
    lines: Sequence[Line], block: list[int], found: list[Run], titled: frozenset[int], after_table: bool
) -> bool:
    """Adds the paragraphs of a block of adjoining lines; returns whether footnotes may still follow."""
    for part in _parts(lines, block, titled):
        run = _run(lines, part, titled, after_table)
        if run.kind in ("prose", "heading", "bullet") and not _NOTES.match(lines[part[0]].words):
            after_table = False
        found.append(run)
    return after_table


def _parts(lines: Sequence[Line], block: Sequence[int], titled: frozenset[int]) -> list[list[int]]:
    parts: list[list[int]] = []
    for k in block:
        if not parts or _begins(lines, parts[-1], k, titled):
            parts.append([k])
        else:
            parts[-1].append(k)
    return parts


def _opens_note(lines: Sequence[Line], part: Sequence[int]) -> bool:
    """Whether a paragraph begins with a parenthesis that no line of it closes yet."""
    text = " ".join(lines[k].words for k in part)
    return text.startswith("(") and text.count("(") > text.count(")")


def _links(words: str) -> bool:
    """Whether a line ends with a word or sign after which its sentence goes on."""
    return _LINKING.search(words, max(0, len(words) - _WORD)) is not None


def _begins(lines: Sequence[Line], part: Sequence[int], k: int, titled: frozenset[int]) -> bool:
    """Whether line `k` begins a paragraph although no blank line stands above it."""
    line, above, first = lines[k], lines[part[-1]], lines[part[0]]
    words = line.words
    if k in titled and part[-1] in titled and _opens_note(lines, part):
        return False  # a note of units goes on: "(In thousands, except percentages and" over "revenue per member)"
    if (
        k in titled
        or part[-1] in titled
        or words[0] == "#"
        and _HASHES.match(words)
        or first.words[0] == "#"
        and _HASHES.match(first.words)
    ):
        return True
    if _marked(words) and not (_links(above.words) and line.indent == above.indent and len(part) > 1):
        return not (
            words[0] in "-–—" and not _ENDED.search(above.words) and line.indent == above.indent and len(part) > 1
        )
    if above.indent > 40 and line.indent < above.indent - 20:
        return True
    if _marked(first.words):
        if line.indent < first.indent:
            return _ENDED.search(above.words) is not None or above.end - above.indent < _FULL
        if line.indent == first.indent and _SENTENCE_END.search(above.words) and _room_for(line, above):
            return True
        return line.indent == first.indent and len(part) > 1 and lines[part[1]].indent > first.indent
    length = above.end - above.indent
    if length > _LONG and (length > 2 * _LONG or _ENDED.search(above.words)):  # one line a paragraph
        return True
    if _centred(above) and _centred(line) or above.indent == line.indent:
        return _heads_apart(above, line) and len(part) == 1
    body = lines[part[1]].indent if len(part) > 1 else first.indent
    if line.indent > body + 1 and len(part) > 1:
        return True
    if len(part) > 1 or line.indent >= first.indent or not _centred(first) or _links(above.words):
        return False
    if words[0].islower() or words[0] in "($":
        return False  # the first line of a paragraph, set in so far that it stands in the middle
    return above.end - above.indent < _FULL or title_case(above.words)


def _heads_apart(above: Line, line: Line) -> bool:
    """Whether two lines that adjoin are two headings, or a heading and its prose, rather than one wrapped text."""
    if _SENTENCE_END.search(above.words) or _links(above.words):
        return False
    if above.end - above.indent >= _FULL:
        fits = above.end + len(line.words.split(" ", 1)[0]) + 4 < line.end
        return above.words.endswith(";") and _centred(above) or fits and title_case(above.words)
    words = line.words.split(" ", 1)[0]
    return above.end + len(words) + 1 < max(line.end, 60) and line.words[:1].isupper() and above.words[:1].isupper()


def _room_for(line: Line, above: Line) -> bool:
    """Whether the first word of a line would have fitted on the line above: no wrap parts them."""
    return above.end + 1 + len(line.words.split(" ", 1)[0]) < _WIDTH


def title_case(words: str) -> bool:
    """Whether most long words of a line are capitalised, as in a headline."""
    long = [word for word in words.split() if len(word) > 3]
    return sum(not word[0].islower() for word in long) > 0.75 * len(long)


def _marked(words: str) -> bool:
    """Whether a line begins with the mark of a list item or a note. Most begin with a plain word, told quickly."""
    if words[:2].isalpha() and words[0] not in "nNivx":
        return False
    return BULLET.match(words) is not None or _NUMBERED.match(words) is not None or NOTE.match(words) is not None


def _centred(line: Line) -> bool:
    return line.indent >= 6 and abs((line.indent + line.end) / 2 - 38) < 8


def _run(lines: Sequence[Line], part: list[int], titled: frozenset[int], after_table: bool) -> Run:
    first = lines[part[0]]
    words = first.words
    start = first.indent
    if (hashes := _HASHES.match(words)) is not None:
        return Run(tuple(part), "heading", start + hashes.end())
    if part[0] in titled:
        return Run(tuple(part), "heading", start)
    if after_table and (NOTE.match(words) or _BARE_NOTE.match(words)):
        return Run(tuple(part), "footnote", start)
    if (bullet := BULLET.match(words)) is not None:
        return Run(tuple(part), "bullet", start + bullet.end())
    if _NUMBERED.match(words):
        return Run(tuple(part), "bullet", start)
    return Run(tuple(part), "heading" if _is_heading(lines, part) else "prose", start)


def introduces(text: str) -> bool:
    """Whether a text ends in a colon like the sentence before a list or a table, not like a heading."""
    return text.endswith(":") and len(text.split()) > 5 and not title_case(text)


def _is_heading(lines: Sequence[Line], part: Sequence[int]) -> bool:
    last = lines[part[-1]]
    if len(part) > 3 or _SENTENCE_END.search(last.words) and not COMPANY_END.search(last.words):
        return False
    text = " ".join(lines[k].words for k in part)
    if introduces(text):
        return False
    if len(part) == 1 and len(text) <= _SHORT or all(_centred(lines[k]) for k in part):
        return True
    letters = [c for c in text if c.isalpha()]
    return sum(c.isupper() for c in letters) > 0.7 * len(letters)


def _bridged(lines: Sequence[Line], found: list[Run], taken: Sequence[int]) -> list[Run]:
    """Paragraphs that a page break parts, joined; the furniture between comes after them."""
    joined: list[Run] = []
    for run in found:
        k = len(joined) - 1
        while run.kind in ("prose", "heading") and k >= 0 and joined[k].kind == "furniture":
            k -= 1
        if k >= 0 and run.kind == "prose" and _goes_on(lines, joined[k], run, taken):
            joined[k] = Run(joined[k].lines + run.lines, joined[k].kind, joined[k].start)
        elif (
            k >= 0 and run.kind == "heading" and _goes_on(lines, joined[k], run, taken) and _lower(lines[run.lines[0]])
        ):
            joined[k] = Run(joined[k].lines + run.lines, joined[k].kind, joined[k].start)
        else:
            joined.append(run)
    return joined


def _lower(line: Line) -> bool:
    return line.words[:1].islower()


def _goes_on(lines: Sequence[Line], before: Run, after: Run, taken: Sequence[int]) -> bool:
    """Whether `after` goes on with the sentence that a page break cut short in `before`."""
    last, first = before.lines[-1], after.lines[0]
    if before.kind not in ("prose", "bullet") or any(taken[last:first]):
        return False
    paged = "PAGE>" in lines[first].tag
    if not paged and not any(lines[k].kind in ("break", "furniture") for k in range(last + 1, first)):
        return False
    if _ENDED.search(lines[last].words):
        return False
    if _lower(lines[first]):
        return True
    return lines[last].end - lines[last].indent >= _FULL and len(before.lines) > 1 and len(after.lines) > 1
