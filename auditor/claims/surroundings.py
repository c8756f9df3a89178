"""What headings and lead-ins say of the paragraphs under them: the period, the segment, that it is about the future."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import islice

from auditor.claims.context import LONGEST_RUN_IN
from auditor.claims.lexicon import Lexicon, without_letters
from auditor.claims.periods import resolve
from auditor.claims.sentences import even
from auditor.claims.timing import to_come
from auditor.grammar.periods import PeriodPhrase, periods_in
from auditor.grammar.shapes import cues_in
from auditor.model.calendar import FiscalCalendar
from auditor.model.period import Period
from auditor.model.source import Document, Paragraph
from auditor.vocabulary.words import PART_NAME, content_words

_OUTLOOK = re.compile(
    r"\b(?:outlook|guidance|forecasts?|expectations|looking (?:ahead|forward)|(?:financial|long[- ]term|growth|updated|\d{4}) targets?|"
    r"what we expect|projections|assumptions|(?:\d{4}|year|quarter) view)\b",
    re.I,
)
_MET = re.compile(
    r"\b(?:exceed\w*|beat(?:s|ing)?|surpass\w*|outperform\w*|met|meets?|meeting|top(?:s|ped|ping)|above|below|ahead\s+of|"
    r"short\s+of|in[\s-]line\s+with|consistent\s+with|within|(?:high|low|top|upper|lower)\s+end\s+of)\b",
    re.I,
)  # what was expected once: "Delivers Earnings Consistent With Expectations"
_TOLD = re.compile(
    r"\b(?:results?|highlights?|review|summary|performance|overview)\b", re.I
)  # of what was, whatever its year
_BOTH = re.compile(
    rf"{_TOLD.pattern}.{{0,20}}(?:\band\b|[&/,]).{{0,40}}\b(?:outlook|forecasts?|guidance)\b", re.I
)  # "Second quarter review and outlook"
_BASIS_OF_LIST = re.compile(
    r"[\s•§▪*–-]*(?:on\s+an?\s+)?(?:(?P<other>non-gaap|adjusted|pro\s+forma)|gaap)"
    r"(?:\s+(?:basis|results?|highlights|(?:financial|operating)\s+(?:results|highlights|measures)))?(?:\s+\([^()]*\))?\s*:?\s*",
    re.I,
)  # "On a non-GAAP basis:", "Non-GAAP Results"
_QUOTES = '"“'
_PASSED = re.compile(rf"\b(?:was|were|ahead|above|reported)\b|{_MET.pattern}", re.I)
_ANNOUNCES = re.compile(
    r"\b(?:reports?|announces?|results|raises?|raised|lowers?|narrows?|reaffirms?|reiterates?|updates?|increases?|maintains?|"
    r"provides?|issues?|confirms?|upgraded?)\b",
    re.I,
)  # what the title of a release does with its guidance
_IN_BRACKETS = re.compile(r"\([^()]{,120}\)[.:]?")  # "(All comparisons are to the first six months of 2025)"
_COMPARED = re.compile(r"\b(?:compar\w+|versus|vs\.?|than|over|from|against)\b[^.]*$", re.I)
_SPANS = frozenset(("months", "weeks", "quarter", "half", "year", "ytd"))
_DATELINE = re.compile(
    r"\btoday\s+(?:reported|announced|released)\b[^.]{0,200}?\b(?:results|revenues?|sales|income|earnings|loss|profit)\b",
    re.I,
)  # how the text of a release begins, below a title and bullets that may end with its outlook
_PLACE_AND_DATE = re.compile(
    r"[A-Z][^;]{1,60}?\b(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sep|Oct|Nov|Dec)[a-z.]*\s+\d{1,2}(?:,?\s+\d{4})?[^;]{0,60}?"
    r"(?:--|[–—]|\s-\s|/\s*PR\s?Newswire|\((?:BUSINESS\s+WIRE|GLOBE\s?NEWSWIRE|Marketwire)\))",
    re.I,
)
_LONGEST_HEADING = 160
_PART = re.compile(PART_NAME)
_MOST_HEADINGS, _MOST_NAMED = 200, 20  # headings that are looked for in the text, and places of one of them
_NEAR = 60  # characters that hold the name of a measure
_SECTIONS = frozenset(
    "highlight result summary overview review outlook guidance company financial business operation operating quarter year "
    "record strong total net gross gaap consolidated recent other general corporate adjusted".split()
)  # words of headings that are no names of parts
_OF_ALL = re.compile(
    r"\b(?:consolidated|company|liquidity|capital\s+resources|cash\s+flows?|balance\s+sheets?|outlook|guidance|critical\s+accounting|"
    r"forward-looking|item\s+\d|notes?\s+\d|part\s+i+|conference\s+call|about)\b",
    re.I,
)
_BARE_LENGTH = re.compile(
    r"^(six|nine|twelve)[\s-]+months?(\s+(?!ended|ending|of\b|in\b|20|19))", re.I
)  # "Nine Month Operating Results"
_BARE_SPAN = re.compile(
    r"^(?:(?P<year>(?:fiscal[\s-]+)?year|annual)|quarter(?:ly)?)\s+(?=(?:(?:financial|operating|operational|business)\s+)?"
    r"(?:highlights|results|summary|overview|performance|review)\b)",
    re.I,
)  # "Fiscal Year Highlights"
_YEAR_END = re.compile(r"^year[\s-]end\s+(?=(?:19|20)\d\d\W*$)", re.I)  # "Year-End 2024" over results
_SPEAKER = re.compile(r"\b(?:CEO|CFO|president|chief\s+\w+\s+officer|chair\w*)\b[^.]{0,60}:$", re.I)  # "CEO Jane Roe:"
_DATED = re.compile(r"\d[/.-]$")  # "12/8/2022" names no year
_ITS_FIGURE = re.compile(r"\s*[:;,–—-]?\s*[$£€]?\s*\d")
_BARE_YEAR = 4
_BARE_WORDS, _LONGEST_NAME = re.compile(r"[A-Z][\w\s,&/’'()-]*[\w)]"), 80
_NUMBER = re.compile(r"\d[\d,.]*")
_TELLS = re.compile(r"[$€£]\s?\d|\d\s?%|\d\s+(?:million|billion|percent)\b")


@dataclass
class Surroundings:
    """`period` is what the last heading reports, `lead` what the paragraph before a list says the list is about."""

    calendar: FiscalCalendar
    lexicon: Lexicon
    outlook: bool = False
    expecting: bool = False
    """Whether the line before a list says that the list is about the future."""
    section: frozenset[str] = frozenset()
    period: Period | None = None
    lead: Period | None = None
    against: Period | None = None
    """What the line before a list says that the list is compared with."""
    recurring: frozenset[str] = frozenset()
    """The headings that stand under several segments."""
    spoken: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """The headings that the prose speaks of as parts, whether or not a table has them, with the words of the part."""
    maybe: frozenset[str] = frozenset()
    """The segment that the text under this heading may still be about."""
    _segment: frozenset[str] = frozenset()
    """The segment of which the section is, or is a part."""
    row: bool = False
    """Whether the heading is the own label of a row: the name of a mine, a ship, a brand."""
    adjusted: bool = False
    """Whether the heading, or the line before a list, says that the results below are adjusted."""
    _quoted: bool = False
    """Whether the paragraph begins with what somebody said."""
    _capitals: bool = False
    _headed: bool = False
    """Whether the paragraph before was a heading."""
    _begun: bool = False
    """Whether a paragraph has stood already, so that a heading is none of the title's."""

    def enter(self, document: Document, paragraph: Paragraph) -> Period:
        """The period that a paragraph is about where it names none."""
        text = even(document.slice(paragraph.span))
        if paragraph.kind != "bullet" and _IN_BRACKETS.fullmatch(text):
            return self.lead or self.period or self.calendar.reported
        if paragraph.kind == "prose" and (_DATELINE.search(text) or text[0].isupper() and _PLACE_AND_DATE.match(text)):
            self._leave_headings()
        self._enter_basis(paragraph, text)
        on_basis = paragraph.kind != "bullet" and _BASIS_OF_LIST.fullmatch(text) is not None
        if self.lead is not None and on_basis:
            return self.lead  # "On a non-GAAP basis:" below "For fiscal year 2009:"
        if (paragraph.kind == "heading" or self._names_segment(paragraph, text)) and not self._expected(text):
            self.outlook = self._of_the_future(text)
            self._enter_section(text)
            spoken = self._spoken(text, self.outlook) if len(text) <= _LONGEST_HEADING else None
            # "Financial highlights" right below "Year to date"
            under = on_basis or self._begun and self._headed and not self.outlook
            self.period = spoken or (self.period if under else None)
            self.lead, self.expecting, self.against = None, False, None
        elif paragraph.kind != "bullet":
            self._quoted = text[0] in _QUOTES
            if len(text) <= _LONGEST_NAME and _SPEAKER.search(text):
                self.outlook = False
            leads = text.rstrip().endswith(":") or self._heads_a_list(text)
            if leads or not _is_item(text):
                self.expecting = leads and self._expects(text)
                self.lead = self._spoken(text, self.ahead) if leads else None
                self.against = self._set_against(text) if self.lead is not None else None
            self._begun = True
        elif text.endswith(":") and len(text) <= _LONGEST_HEADING:
            self._enter_part(text)
        self._headed = paragraph.kind == "heading"
        return self.lead or self.period or self.calendar.reported

    def _enter_basis(self, paragraph: Paragraph, text: str) -> None:
        """A heading, or a line that leads a list, may say on what basis the results below are told."""
        told = _BASIS_OF_LIST.fullmatch(text) if len(text) <= _LONGEST_NAME else None
        if told is not None and (paragraph.kind == "heading" or text.rstrip().endswith(":")):
            self.adjusted = told["other"] is not None
        elif paragraph.kind == "heading" or paragraph.kind == "prose" and not _is_item(text):
            self.adjusted = False

    @property
    def ahead(self) -> bool:
        """Whether the heading, or the line before a list, says that what follows is about the future; what somebody is quoted
        with below an outlook is as he says."""
        return self.outlook and not self._quoted or self.expecting

    @staticmethod
    def leads_ahead(sentence: str, alone: bool) -> bool:
        """Whether the first sentence of a paragraph is but a heading that says that the others are about the future: "Fourth
        quarter 2021 outlook. Wafer shipments …"."""
        if alone or len(sentence) > LONGEST_RUN_IN or not _OUTLOOK.search(sentence) or _MET.search(sentence):
            return False
        return sentence.rstrip("*_ ").endswith(".") and not any(cue.tag in "vUD" for cue in cues_in(sentence))

    def _leave_headings(self) -> None:
        """Where the text of a release begins with its place and date, what stands above is its title and its highlights."""
        self.outlook, self.expecting, self.period, self.lead, self.against = False, False, None, None, None
        self.section, self.maybe, self.row = frozenset(), frozenset(), False
        self._segment = frozenset()

    def _names_segment(self, paragraph: Paragraph, text: str) -> bool:
        """Whether a paragraph is a heading that nothing but its words make one: the name of a segment, or "Outlook"."""
        if paragraph.kind != "prose" or len(text) > _LONGEST_NAME:
            return False
        if self.lexicon.called_segment(text):
            return True
        name = without_letters(text)
        if not _BARE_WORDS.fullmatch(name):
            return False
        part = self.lexicon.section(name)
        lettered = name != text.strip()  # "Ground Equipment (“GE”)"
        return _OUTLOOK.fullmatch(name) is not None or bool(part) and (lettered or self.lexicon.is_segment(part))

    def _set_against(self, lead: str) -> Period | None:
        """The period with which a lead compares its own: "For the quarter ended June 30, 2025, compared to the prior year:"."""
        for phrase in periods_in(lead):
            if self._names(phrase) and _COMPARED.search(lead[: phrase.start]):
                found = resolve(phrase, self.calendar, self.lead or self.calendar.reported, compared=True)
                same = found is not None and self.lead is not None and found.months == self.lead.months
                return found if same and found is not None and not found.instant else None
        return None

    def _heads_a_list(self, text: str) -> bool:
        """Whether a line is a heading in all but its print: "Six Months Ended June 30, 2026 Highlights"."""
        if not (_TOLD.search(text) and _is_item(text)):
            return False
        return self._spoken(text, self.ahead) is not None and not any(cue.tag in "vUDg" for cue in cues_in(text))

    def _enter_part(self, bullet: str) -> None:
        """A bullet that begins a list of its own may date it: "Full Year 2026 Outlook:"."""
        expecting = self._expects(bullet)
        dated = self._spoken(bullet, self.outlook or expecting)
        if dated is not None:
            self.lead, self.expecting = dated, expecting

    def _of_the_future(self, heading: str) -> bool:
        """Whether what stands under a heading is expected. The title of a release that "reports results and raises guidance"
        stands above all of it."""
        if _OUTLOOK.search(heading) and not (_MET.search(heading) or _BOTH.search(heading)):
            return self._begun or not _ANNOUNCES.search(heading)
        told = not self._begun or len(heading) > _LONGEST_HEADING or _TOLD.search(heading)
        return not told and self._names_to_come(heading)

    def _expects(self, lead: str) -> bool:
        """Whether a line before a list says that the list is about the future: "For 2026, we anticipate the following:"."""
        if _OUTLOOK.search(lead) and not _MET.search(lead):
            return len(lead) <= _LONGEST_HEADING
        last = lead[-_LONGEST_HEADING:]
        return not _PASSED.search(last) and (any(c.tag == "g" for c in cues_in(last)) or self._names_to_come(last))

    def _names_to_come(self, heading: str) -> bool:
        """Whether the first period that a heading names is still to come: "First Quarter Fiscal Year 2027"."""
        for phrase in periods_in(heading):
            if self._names(phrase):
                bare = phrase.end - phrase.start == _BARE_YEAR
                if phrase.kind == "year" and phrase.year is not None and not bare:
                    return to_come(self.calendar.year(phrase.year), self.calendar)
                found = None if bare else resolve(phrase, self.calendar, self.calendar.reported)
                return found is not None and not found.instant and to_come(found, self.calendar)
        return False

    def _expected(self, line: str) -> bool:
        """Whether a line that is set as a heading is one of an outlook: "Operating margin 6.5% to 7%"."""
        if not self.ahead or not _NUMBER.search(line):
            return False
        if any(cue.tag in "UDv" for cue in cues_in(line)):
            return False
        periods = periods_in(line)
        return any(not any(p.start <= m.start() < p.end for p in periods) for m in _NUMBER.finditer(line))

    def _enter_section(self, text: str) -> None:
        """A heading that recurs under several segments ("Overview") or names a line of theirs ("Earned premiums") stands
        within them. Whether another one does is not known, unless its words or its capitals say that it is above them."""
        named = self.lexicon.section(text) or self.spoken.get(text.strip(), frozenset())
        self.row = tuple(content_words(text)) in self.lexicon.labels
        inside = self.lexicon.is_segment(self._segment)
        above = text.isupper() and not self._capitals or _OF_ALL.search(text) is not None
        line = not inside and tuple(content_words(text)) in self.lexicon.vocabulary.names  # beside the line above it
        if named and (not inside or above or self.lexicon.is_segment(named)):
            self.section, self.maybe, self._capitals = named, frozenset(), text.isupper()
            self._segment = named
        elif part := self.lexicon.part_within(self._segment, text):
            self.section = part
        elif inside and not (named or above) and _TELLS.search(text):
            return  # "Net income of $5 million" below the name of a segment, set as a heading
        elif not named and (line or text.strip().casefold() not in self.recurring):
            self.maybe = frozenset() if above else self.section or self.maybe
            self.section = self._segment = frozenset()

    def _spoken(self, text: str, ahead: bool) -> Period | None:
        """The duration that a text names first and does not compare with; none that ends after the reported one, unless what
        follows is about the future (`ahead`)."""
        text = _BARE_LENGTH.sub(r"First \1 Months\2", text)
        text = _YEAR_END.sub("Full Year ", text)
        text = _BARE_SPAN.sub(lambda m: "Full Year " if m["year"] else "The Quarter ", text)
        for phrase in periods_in(text):
            before = text[: phrase.start]
            if self._names(phrase) and not (
                _COMPARED.search(before) or _DATED.search(before) or _bracketed(text, phrase)
            ):
                bare = phrase.end - phrase.start == _BARE_YEAR  # "2022 results included:" in the report of a quarter
                found = resolve(phrase, self.calendar, self.calendar.reported, compared=bare)
                if ahead and phrase.kind == "year" and phrase.year is not None:
                    found = self.calendar.year(phrase.year)  # all of it, not the quarter reported
                past = found is not None and found.end <= self.calendar.reported.end
                if found is not None and not found.instant and (past or ahead):
                    return found
        return None

    @staticmethod
    def _names(phrase: PeriodPhrase) -> bool:
        return phrase.kind in _SPANS and not phrase.at_end


def _is_item(text: str) -> bool:
    """Whether a paragraph reads like an item of a list that has no bullets."""
    return len(text) <= _LONGEST_HEADING and not text.rstrip().endswith((".", "!", "?", "”", '"'))


def _bracketed(text: str, phrase: PeriodPhrase) -> bool:
    """Whether a period in brackets is that of the figure beside it: "£74.2m (H1 2022: £66.8m)"."""
    return text[: phrase.start].rstrip().endswith("(") and _ITS_FIGURE.match(text, phrase.end) is not None


def surroundings_of(document: Document, lexicon: Lexicon, calendar: FiscalCalendar) -> Surroundings:
    """Those of the beginning of a document, with what is known of its headings."""
    recurring, spoken = recurring_headings(document, lexicon), spoken_parts(document, lexicon)
    lexicon.speak_of(spoken.values())
    return Surroundings(calendar, lexicon, recurring=recurring, spoken=spoken)


def spoken_parts(document: Document, lexicon: Lexicon) -> dict[str, frozenset[str]]:
    """The headings whose words the prose puts before a measure as the name of a part: "Data Center" of "Data Center
    revenue"."""
    headings = dict.fromkeys(document.slice(p.span).strip() for p in document.paragraphs if p.kind == "heading")
    found: dict[str, frozenset[str]] = {}
    for heading in islice((h for h in headings if _PART.fullmatch(h)), _MOST_HEADINGS):
        words = content_words(heading)
        known = lexicon.section(heading) or periods_in(heading) or not _SECTIONS.isdisjoint(words)
        part = frozenset() if known else lexicon.part_named(words)
        if part and _narrows_a_measure(heading, document.text, lexicon):
            found[heading] = part
    return found


def _narrows_a_measure(name: str, text: str, lexicon: Lexicon) -> bool:
    """Whether a text puts a name right before that of a measure."""
    at = -1
    for _ in range(_MOST_NAMED):
        at = text.find(f"{name} ", at + 1)
        if at < 0:
            return False
        behind = at + len(name) + 1
        own = at == 0 or not text[at - 1].isalnum()
        if own and text[behind : behind + 1].islower() and lexicon.begins_with_measure(text[behind : behind + _NEAR]):
            return True
    return False


def recurring_headings(document: Document, lexicon: Lexicon) -> frozenset[str]:
    """The headings that stand under two segments or more, in lower case."""
    under: dict[str, set[frozenset[str]]] = {}
    section: frozenset[str] = frozenset()
    for paragraph in document.paragraphs:
        if paragraph.kind == "heading":
            text = even(document.slice(paragraph.span))
            named = lexicon.section(text)
            section = named if lexicon.is_segment(named) else section
            if section and not named:
                under.setdefault(text.strip().casefold(), set()).add(section)
    return frozenset(heading for heading, sections in under.items() if len(sections) > 1)
