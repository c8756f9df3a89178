"""A Word file with each finding as a comment at its number.

Nothing else of the file changes: where a comment begins or ends within a run, the run is parted in two of the same
format, and the text stays as it is. Word allows no comments in footnotes and text boxes; those stand at the reference
of the footnote, and at the paragraph that the text box is anchored in.
"""

from __future__ import annotations

import io
import zipfile
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from copy import deepcopy
from typing import TYPE_CHECKING, Any

from auditor.annotating.aligning import Alignment
from auditor.annotating.words import AUTHOR, INITIALS, comment
from auditor.errors import ReadingError
from auditor.frozen import dataclass
from auditor.model.finding import Audit, Finding

if TYPE_CHECKING:
    from docx.document import Document as WordFile

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OUT = frozenset(f"{W}{name}" for name in ("del", "moveFrom", "pPr", "rPr", "sectPr", "instrText", "delText"))
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(frozen=True, slots=True)
class Text:
    """A text element with its place in the source. `run` is where a comment about it may be anchored whole, for text
    that may have none of its own."""

    element: Any
    start: int
    run: Any | None = None


@dataclass(frozen=True, slots=True)
class Mark:
    """The run, and the characters of its text element, that a comment begins or ends at."""

    text: Text
    offset: int


def with_comments(data: bytes, audit: Audit) -> tuple[bytes, tuple[Finding, ...]]:
    """The copy, and the findings whose number was not found again, which are comments on their paragraph or, where
    that was not found either, on the first of the file."""
    file = _opened(data)
    source = _Source(file)
    alignment = Alignment(source.text, audit.document.text)
    wanted: list[tuple[Finding, tuple[int, int]]] = []
    lost: list[Finding] = []
    for finding in audit.findings:
        found = alignment.of(finding.span)
        if found is None:
            lost.append(finding)
            found = alignment.near(finding.span, audit.document.block_at(finding.span)) or source.first()
        if found is not None:
            wanted.append((finding, found))
    _write(file, source, wanted)
    return _saved(file, data), tuple(lost)


def _opened(data: bytes) -> WordFile:
    from docx import Document as open_docx

    try:
        return open_docx(io.BytesIO(data))
    except (KeyError, ValueError, AttributeError) as fault:
        raise ReadingError(f"a Word file that lacks a part ({fault}); save it anew") from fault


def _saved(file: WordFile, data: bytes) -> bytes:
    """The file with its new document and comments; all other parts stay byte for byte what they were."""
    written, out = io.BytesIO(), io.BytesIO()
    file.save(written)
    touched = {"[Content_Types].xml", *_names(file.part), *_names(file.part._comments_part)}
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(written) as new, zipfile.ZipFile(out, "w") as copy:
        known = set(old.namelist())
        for name in [*old.namelist(), *(n for n in new.namelist() if n not in known)]:
            info = old.getinfo(name) if name in known else zipfile.ZipInfo(name)
            source = new if name in touched and name in new.namelist() else old
            copy.writestr(info, source.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _names(part: Any) -> tuple[str, str]:
    """The names in the archive of a part and of its relations."""
    return part.partname.lstrip("/"), part.partname.rels_uri.lstrip("/")


class _Source:
    """The text of a Word file in order, and the elements that it stands in."""

    def __init__(self, file: WordFile) -> None:
        self.texts: list[Text] = []
        self._parts: list[str] = []
        self._size = 0
        self._notes = _notes(file)
        self._walk(file.element.body, None)
        self.text = "".join(self._parts)
        self._starts = [text.start for text in self.texts]

    def first(self) -> tuple[int, int] | None:
        at = next((k for k, c in enumerate(self.text) if not c.isspace()), None)
        return None if at is None else (at, at + 1)

    def at(self, place: int) -> Mark:
        text = self.texts[bisect_right(self._starts, place) - 1]
        return Mark(text, place - text.start)

    def _walk(self, parent: Any, anchor: Any | None) -> None:
        for element in parent:
            tag = element.tag
            if tag in _OUT or tag == _FALLBACK or not isinstance(tag, str):
                continue
            if tag == f"{W}t":
                self.texts.append(Text(element, self._size, anchor))
                self._put(element.text or "")
            elif tag in (f"{W}footnoteReference", f"{W}endnoteReference"):
                self._note(element, anchor)
            elif tag == f"{W}txbxContent":
                self._walk(element, anchor if anchor is not None else _run_of(element))
            else:
                self._walk(element, anchor)
                if tag in (f"{W}p", f"{W}tab", f"{W}br", f"{W}cr", f"{W}tc"):
                    self._put("\n")
                elif tag == f"{W}noBreakHyphen":
                    self._put("-")

    def _note(self, reference: Any, anchor: Any | None) -> None:
        note = self._notes.get((reference.tag, reference.get(f"{W}id")))
        if note is not None:
            self._put("\n")
            self._walk(note, anchor if anchor is not None else _run_of(reference))

    def _put(self, text: str) -> None:
        self._parts.append(text)
        self._size += len(text)


def _run_of(element: Any) -> Any:
    """The run that an element stands in."""
    return next((a for a in element.iterancestors() if a.tag == f"{W}r"), None)


def _notes(file: WordFile) -> dict[tuple[str, str | None], Any]:
    """Footnotes and endnotes by the tag and number of their reference."""
    from docx.oxml.parser import parse_xml

    found: dict[tuple[str, str | None], Any] = {}
    for relation in file.part.rels.values():
        kind = relation.reltype.rpartition("/")[2]
        if kind in ("footnotes", "endnotes") and not relation.is_external:
            root = parse_xml(relation.target_part.blob)  # entities are not resolved
            for note in root:
                found[f"{W}{kind[:-1]}Reference", note.get(f"{W}id")] = note
    return found


# ---------------------------------------------------------------------------------------------------- writing


def _write(file: WordFile, source: _Source, wanted: list[tuple[Finding, tuple[int, int]]]) -> None:
    from docx.text.run import Run

    ends = [(finding, source.at(start), source.at(end - 1)) for finding, (start, end) in wanted]
    runs = _parted(ends)
    for finding, first, last in ends:
        begin, end = runs[id(first.text.element), first.offset], runs[id(last.text.element), last.offset]
        pair = [Run(run, file) for run in (begin, end)]
        note = file.add_comment(pair, text=comment(finding), author=AUTHOR, initials=INITIALS)
        note._comment_elm.attrib.pop(f"{W}date", None)  # the same audit gives the same copy


def _parted(ends: list[tuple[Finding, Mark, Mark]]) -> dict[tuple[int, int], Any]:
    """Parts runs so that comments can begin and end at their bounds. The run that each mark then stands in, by its text
    element and the offset in it."""
    cuts: dict[int, set[int]] = defaultdict(set)
    texts: dict[int, Text] = {}
    for _, first, last in ends:
        for mark, cut in ((first, first.offset), (last, last.offset + 1)):
            texts[id(mark.text.element)] = mark.text
            cuts[id(mark.text.element)].add(cut)
    pieces = {key: list(_pieces(text, cuts[key])) for key, text in texts.items()}
    found: dict[tuple[int, int], Any] = {}
    for _, *marks in ends:
        for mark in marks:
            key = id(mark.text.element)
            found[key, mark.offset] = next(run for start, run in reversed(pieces[key]) if start <= mark.offset)
    return found


def _pieces(text: Text, cuts: set[int]) -> Iterator[tuple[int, Any]]:
    """The runs that a text element is parted into, from the last to the first, then in order."""
    if text.run is not None:
        yield 0, text.run
        return
    run = text.element.getparent()
    size = len(text.element.text or "")
    found = [(cut, _cut(run, text.element, cut)) for cut in sorted(cuts, reverse=True) if 0 < cut < size]
    yield 0, run
    yield from reversed(found)


def _cut(run: Any, element: Any, offset: int) -> Any:
    """Parts a run within a text element; the new run holds what comes after."""
    rest = run.makeelement(run.tag, dict(run.attrib))
    properties = run.find(f"{W}rPr")
    if properties is not None:
        rest.append(deepcopy(properties))
    tail = element.makeelement(element.tag, dict(element.attrib))
    whole = element.text or ""
    element.text, tail.text = whole[:offset], whole[offset:]
    following = list(element.itersiblings())
    rest.append(tail)
    rest.extend(following)
    for part in (element, tail):
        if part.text != part.text.strip():
            part.set(_SPACE, "preserve")
    run.addnext(rest)
    return rest
