"""Grids with all that is known of them before the calendar is: caption, headers, rows, kind."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from auditor.frozen import dataclass
from auditor.grammar.dates import SILENT, Stated
from auditor.model.fact import StatementKind
from auditor.model.source import Document, Grid
from auditor.tables.calendar import Dated
from auditor.tables.captions import Caption, captions, headline
from auditor.tables.kinds import kind_of
from auditor.tables.rows import Line, lines
from auditor.tables.scales import Scale, scale_in
from auditor.tables.sketch import Head, Sketch, sketch

SENTENCE = 240  # a longer introduction is no title
_STATES = re.compile(r"[$€£¥]\s?[.\d]|\d\s?(?:%|percent\b)")  # nor is a sentence that states a figure


@dataclass(frozen=True, slots=True)
class Draft:
    """A grid half understood. `scale` is the unit note of the table as a whole; silent where there is none."""

    grid: Grid
    caption: Caption
    sketch: Sketch
    lines: tuple[Line, ...]
    kind: StatementKind
    scale: Scale
    title: str

    @property
    def of_above(self) -> bool:
        """Whether the unit note is that of the grid right above, and the headings its own: another table below it."""
        return self.caption.adjacent and len(self.sketch.heads) > 1 and not _scale(self.sketch, Caption()).tells

    def dated(self) -> Dated:
        """The periods that its headers, sections and caption state."""
        heads = self.sketch.heads[1:] or self.sketch.heads
        said: list[Stated] = []
        for head in heads:
            corner = head.stated[0] if head.stated else SILENT
            said.extend(self._dated(s.within(corner)) for s in head.stated[1:])
        said.extend({line.section: None for line in self.lines if line.section != SILENT})
        if all(s == SILENT for s in said):
            said.append(self.caption.stated)
        return Dated(tuple(s for s in said if s != SILENT), self.kind == "balance-sheet")

    def _dated(self, said: Stated) -> Stated:
        """A year alone with the day that the caption states ("for the three months ended June 30")."""
        alone = said.year is not None and said.month is None and not said.fiscal and not said.quarter
        return said.within(self.caption.stated) if alone else said


def drafts(document: Document) -> Iterator[Draft]:
    """Every grid of a document, in order. A grid right after another takes its title, and its header where it has
    none of its own: it is the same table after a page break."""
    before: Draft | None = None
    for grid, caption in captions(document):
        drawn = sketch(grid)
        above = " ".join(drawn.captions)
        said = headline(above)
        if said != SILENT:
            caption = replace(caption, stated=said.within(caption.stated), dating=above)
        if before is not None:
            if caption.adjacent:
                caption = _inherited(caption, before)
            if caption.near and before.grid.columns == grid.columns and not drawn.captions:
                drawn = _continued(drawn, before.sketch)
        rows = tuple(lines(drawn))
        title = _title_of(drawn) or caption.title
        kind = kind_of(title, (line.label for line in rows if not line.heading))
        intro = caption.intro if len(caption.intro) < SENTENCE and not _STATES.search(caption.intro) else ""
        draft = Draft(grid, caption, drawn, rows, kind, _scale(drawn, caption), title or intro)
        yield draft
        before = draft


def _inherited(caption: Caption, before: Draft) -> Caption:
    """The title, units and period of the grid above, for one that stands right below it."""
    above = before.caption
    title = "" if before.title == above.intro else before.title
    return replace(
        caption, title=title, intro=above.intro, scale=before.scale, stated=above.stated, dating=above.dating
    )


def _continued(drawn: Sketch, before: Sketch) -> Sketch:
    """A grid after a page break with what its headers leave open taken from the grid above: all of them, or the dates
    under "Three Months Ended"."""
    above = before.heads[-1]
    if len(drawn.heads) == 1:
        return replace(drawn, heads=(Head(above.texts, above.latest, above.stated),))
    return replace(drawn, heads=tuple(_completed(head, above) for head in drawn.heads))


def _completed(head: Head, above: Head) -> Head:
    open_ended = all(s.year is None and s.month is None for s in head.stated[1:])
    if not open_ended or all(s == SILENT for s in head.stated[1:]):
        return head
    stated = tuple(
        s.within(old) if s == SILENT or (s.months, s.weeks) == (old.months, old.weeks) else s
        for s, old in zip(head.stated, above.stated, strict=True)
    )
    return replace(head, stated=stated)


def _title_of(drawn: Sketch) -> str:
    return next((text for text in drawn.captions if scale_in(text).silent or len(text) > 40), "")


def _scale(drawn: Sketch, caption: Caption) -> Scale:
    """The unit note of a table: in its corner, over all its columns, in its captions, else above it."""
    for text in (*drawn.captions, *(head.texts[0] for head in drawn.heads if head.texts and head.texts[0])):
        found = scale_in(text)
        if found.tells:
            return found
    for head in drawn.heads[1:]:
        noted = [scale_in(text) for text in head.texts[1:]]
        found = next((s for s in noted if s.tells), Scale())
        if not found.silent and all(s == found for s, text in zip(noted, head.texts[1:], strict=True) if text):
            return found
    told = (scale_in(text) for head in drawn.heads for text in head.texts[1:])
    # "(in thousands, except per share data)" over one column speaks of rows, so of the table
    return next((s for s in told if s.tells and s.exact), caption.scale)
