"""What headings and lead-ins say of the paragraphs under them: the period, the segment, that it is about the future."""

from __future__ import annotations

import re
from dataclasses import dataclass

from auditor.claims.mentions import Lexicon
from auditor.claims.periods import resolve
from auditor.claims.sentences import even
from auditor.grammar.periods import PeriodPhrase, periods_in
from auditor.model.calendar import FiscalCalendar
from auditor.model.period import Period
from auditor.model.source import Document, Paragraph

_OUTLOOK = re.compile(r"\b(?:outlook|guidance|forecasts?|expectations|looking (?:ahead|forward))\b", re.I)
_COMPARED = re.compile(r"\b(?:compar\w+|versus|vs\.?|than|over|from|against)\b[^.]*$", re.I)
_SPANS = frozenset(("months", "weeks", "quarter", "half", "year", "ytd"))
_LONGEST_HEADING = 160
_BARE_YEAR = 4


@dataclass
class Surroundings:
    """`period` is what the last heading reports, `lead` what the paragraph before a list says the list is about."""

    calendar: FiscalCalendar
    lexicon: Lexicon
    outlook: bool = False
    section: frozenset[str] = frozenset()
    period: Period | None = None
    lead: Period | None = None

    def enter(self, document: Document, paragraph: Paragraph) -> Period:
        """The period that a paragraph is about where it names none."""
        text = even(document.slice(paragraph.span))
        if paragraph.kind == "heading":
            self.outlook = bool(_OUTLOOK.search(text))
            self.section = self.lexicon.section(text)
            self.period = self._spoken(text) if len(text) <= _LONGEST_HEADING else None
            self.lead = None
        elif paragraph.kind != "bullet":
            self.lead = self._spoken(text) if text.rstrip().endswith(":") else None
        return self.lead or self.period or self.calendar.reported

    def _spoken(self, text: str) -> Period | None:
        """The duration that a text names first and does not compare with; none that ends after the reported one."""
        for phrase in periods_in(text):
            if self._names(phrase) and not _COMPARED.search(text[: phrase.start]):
                bare = phrase.end - phrase.start == _BARE_YEAR  # "2022 results included:" in the report of a quarter
                found = resolve(phrase, self.calendar, self.calendar.reported, compared=bare)
                if found is not None and not found.instant and found.end <= self.calendar.reported.end:
                    return found
        return None

    @staticmethod
    def _names(phrase: PeriodPhrase) -> bool:
        return phrase.kind in _SPANS and not phrase.at_end
