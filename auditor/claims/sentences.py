"""Paragraphs become sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from auditor.model.source import MARK, Document, Paragraph, Span
from auditor.reading.prose import LEAD
from auditor.vocabulary.words import RAISED

_SHORT = (
    r"Inc|Corp|Co|Ltd|Mr|Mrs|Ms|Dr|Messrs|Jr|Sr|St|vs|No|Nos|approx|Sept|Jan|Feb|Aug|Oct|Nov|Dec|U\.S|"
    r"N\.A|e\.g|i\.e|ex|excl|incl|etc|a\.m|p\.m|Calif|Fla|Mass|Conn|Ind|Ill|Wash|Ariz|Colo|Tenn|"
    r"Bros|Cos|plc|S\.A|N\.V|P\.O|Ph\.D|est|fig|cf|Vol|Sec|Art|Ave|Blvd"
)
_ABBREVIATION = re.compile(rf"(?:\b(?:{_SHORT}|INC|CORP|LTD|VS|SEPT|JAN|FEB|AUG|OCT|NOV|DEC)|\b[A-Z])\.$")
# Those after which a new sentence may begin, with a capital letter.
_SHORTENED = re.compile(r"\b(?:mil|bil|mln|bln|mm|mn|bn|Mar|Apr|Jun|Jul|Sep|yrs?|qtrs?|mos?|wks?|avg|adj)\.$", re.I)
_CAPITAL = re.compile(r"\s+[\"'“‘]?[A-Z]")
# It begins with one set of characters, so that all others are passed over at once.
_END = re.compile(
    rf"[.!?•●▪◦*](?:(?<=[.!?])[.!?]*[\"'”’)\]*_{RAISED}]*(?=\s+[\"'“‘(\[`]*[A-Z0-9$€£•*–—-])|(?<=[•●▪◦])\s+|(?<=\s\*)\s+"
    r"(?=[A-Z]))"
)
_SPACE = str.maketrans(
    {
        "\n": " ",
        "\t": " ",
        "\r": " ",
        "\u00a0": " ",
        "\u2007": " ",
        "\u202f": " ",
        "\u2009": " ",
        "’": "'",
        "‘": "'",
        "“": '"',
        "”": '"',
        "\u2011": "-",
        "\u2010": "-",
        "\u200b": " ",
    }
    | dict.fromkeys("⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾", " ")  # of footnotes
)


_LONGEST = 4000
_LONE = re.compile(r" [b-hj-z](?= )")
_NEXT, _LAST = re.compile(r"[a-z]+\b"), re.compile(r"\b[A-Za-z]+$")
_LONGEST_WORD = 12  # characters
_COMMON = frozenset(
    "of by to the and or on for from was were with than million billion thousand percent per share net income "
    "revenue sales "
    "loss increase increased decrease decreased compared quarter year months ended".split()
)
_GLUED = re.compile(r"(?<=[mbr]illion)\d(?:,\d)*(?=[\s.,;:)]|$)")  # what is left of a mark: "$6.1 billion3"
_MARKED = re.compile(f"{MARK}[^{MARK}\n]{{0,16}}{MARK}")


_CALLED_SO = re.compile(
    r"\b(?P<word>adjusted|core|ongoing|underlying|normalized|our|the|an?|and|of|record) \((?P<so>non-GAAP)\)(?=\s+[a-z])",
    re.I,
)  # "adjusted (non-GAAP) net loss": one name


@lru_cache(maxsize=64)
def even(text: str) -> str:
    """The text with every white space a blank, plain quotes and hyphens, no footnote marks and no blank within common words,
    character for character."""
    if MARK in text:
        text = _MARKED.sub(lambda m: " " * len(m.group(0)), text)
    text = _GLUED.sub(lambda m: " " * len(m.group(0)), text.translate(_SPACE))
    if "(" in text:
        text = _CALLED_SO.sub(lambda m: f"{m['word']}  {m['so']} ", text)
    return _whole(text) if _LONE.search(text) else text


def _whole(text: str) -> str:
    """A text with the common words made whole of which a letter stands apart: "a charge o f $0.8 million"."""
    for m in [*_LONE.finditer(text)]:
        start, end = m.start() + 1, m.end()
        ahead, behind = _NEXT.match(text, end + 1), _LAST.search(text, max(0, start - _LONGEST_WORD), start - 1)
        if ahead is not None and (word := text[start:end] + ahead.group(0)).lower() in _COMMON:
            text = f"{text[:start]}{word} {text[ahead.end() :]}"
        elif behind is not None and (word := behind.group(0) + text[start:end]).lower() in _COMMON:
            text = f"{text[: behind.start()]}{word} {text[end:]}"
    return text


def sentences(document: Document, paragraph: Paragraph) -> Iterator[Span]:
    """The sentences of a paragraph, without the white space around them."""
    text, (start, end) = document.text, (paragraph.span.start, paragraph.span.end)
    lead = LEAD.match(text, start, end) if paragraph.kind == "bullet" else None
    at = start = lead.end() if lead else start
    for m in _END.finditer(text, start, end):
        if m.group(0)[:1] == "." and _abbreviated(text, m.start() + 1, at):
            continue
        yield from _pieces(text, at, m.end())
        at = m.end()
    yield from _pieces(text, at, end)


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    """A sentence; what is longer than any, as a list without a full stop may be, in pieces that end with a word."""
    while end - start > _LONGEST:
        blank = max(text.rfind(" ", start, start + _LONGEST), text.rfind("\n", start, start + _LONGEST))
        cut = blank if blank > start else start + _LONGEST
        yield from _trimmed(text, start, cut)
        start = cut
    yield from _trimmed(text, start, end)


def _abbreviated(text: str, end: int, start: int) -> bool:
    m = _ABBREVIATION.search(text, max(start, end - 12), end)
    if m is None:
        shortened = _SHORTENED.search(text, max(start, end - 6), end)
        return shortened is not None and not _CAPITAL.match(text, end)
    word = m.group(0)
    return not (
        word in ("Inc.", "Corp.", "Co.", "Ltd.", "p.m.", "a.m.", "U.S.")
        and re.match(r"\s+(?:The|In|Net|We|Our|This|For|As|Total)\b", text[end : end + 12])
    )


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    while start < end and (text[start].isspace() or text[start] in "•●▪◦*"):
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if end > start:
        yield Span(start, end)
