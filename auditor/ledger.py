"""The ledger: every numeral of the document in exactly one state, so that silence is never mistaken for approval."""

from __future__ import annotations

import re
from collections.abc import Iterable

from auditor.claims import Extraction
from auditor.grammar.identifiers import identifiers_in
from auditor.grammar.periods import periods_in
from auditor.model.fact import Table
from auditor.model.finding import NumeralState
from auditor.model.source import Document, Grid, Span

_NUMERAL = re.compile(r"\d[\d,]*(?:\.\d+)?")


def ledger(
    document: Document, tables: Iterable[Table], extraction: Extraction
) -> tuple[tuple[Span, NumeralState], ...]:
    """The state of each numeral, in the order of the document.

    claim, date, identifier and other as the claims room says; table for what stands in a grid that was understood;
    date and identifier also in other grids, as in letterheads laid out as tables; unread for the rest: numerals in
    grids without a fact or range, and in text that no room has looked at.
    """
    states: dict[int, NumeralState] = {}
    read = {t.grid.id for t in tables if t.facts or t.ranges}
    for grid in document.grids:
        if grid.id not in read:
            _letterhead(states, document, grid)
    _mark(states, document, extraction.others, "other")
    _mark(states, document, extraction.identifiers, "identifier")
    _mark(states, document, extraction.dates, "date")
    _mark(states, document, (c.span for c in extraction.claims), "claim")
    out: list[tuple[Span, NumeralState]] = []
    blocks = sorted(document.blocks, key=lambda b: b.span.start)
    k = 0
    for m in _NUMERAL.finditer(document.text):
        while k + 1 < len(blocks) and blocks[k].span.end <= m.start():
            k += 1
        block = blocks[k] if blocks and blocks[k].span.start <= m.start() < blocks[k].span.end else None
        out.append((Span(m.start(), m.end()), _state(m.start(), block, read, states)))
    return tuple(out)


def _letterhead(states: dict[int, NumeralState], document: Document, grid: Grid) -> None:
    """Marks the dates, telephone numbers and addresses of a grid that gives no figure."""
    for cell in grid.cells:
        text, start = document.slice(cell.span), cell.span.start
        _mark(states, document, (Span(start + p.start, start + p.end) for p in periods_in(text)), "date")
        _mark(states, document, (Span(start + a, start + b) for a, b in identifiers_in(text)), "identifier")


def _state(at: int, block: object, read: set[str], states: dict[int, NumeralState]) -> NumeralState:
    if at in states:
        return states[at]
    if isinstance(block, Grid):
        return "table" if block.id in read else "unread"
    return "unread" if block is None else "other"


def _mark(states: dict[int, NumeralState], document: Document, spans: Iterable[Span], state: NumeralState) -> None:
    for span in spans:
        for m in _NUMERAL.finditer(document.text, span.start, span.end):
            states[m.start()] = state
