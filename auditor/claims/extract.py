"""The claims of a document: every number of its prose that states something about results, position or operations."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from auditor.claims.abbreviations import abbreviations
from auditor.claims.answering import as_before, as_changed, as_compared, as_long_as_compared
from auditor.claims.attach import attach
from auditor.claims.beside import beside
from auditor.claims.conflicts import on_another_basis, untold
from auditor.claims.context import Context, before_colon, enter, go_on, run_in
from auditor.claims.doubts import doubt
from auditor.claims.draft import Draft
from auditor.claims.footnotes import Tables, power_in
from auditor.claims.lengths import lengths_in
from auditor.claims.lexicon import Lexicon
from auditor.claims.located import elsewhere, located
from auditor.claims.mention import Mention
from auditor.claims.movements import movements
from auditor.claims.narrowing import in_section, narrowed, of_opening, of_product, opening_part, unnamed_part
from auditor.claims.others import company_names, contributed, of_another_company, of_named_part, own_names
from auditor.claims.parsed import Sentence
from auditor.claims.place import BEFORE, EFFECT, NARROWED, OTHER, PART, SECTION, SPOKEN, YEAR, place_of
from auditor.claims.remains import without_remains
from auditor.claims.sentences import even, sentences
from auditor.claims.standings import streaks, superlatives
from auditor.claims.stating import direction_of, hedge_of, kind_of, quantity_of, role_of
from auditor.claims.subjects import CHARGE_FOR
from auditor.claims.surroundings import Surroundings, surroundings_of
from auditor.claims.timing import happened, resolved, to_come, year_for_quarter
from auditor.claims.tokens import SIDE, Tagged, tag
from auditor.claims.units import sides, unit_of
from auditor.claims.unnamed import bare_margin, part_apposed, part_listed, part_named
from auditor.frozen import dataclass
from auditor.grammar.folding import Hinted
from auditor.grammar.periods import PeriodPhrase
from auditor.grammar.standings import ranks
from auditor.model.calendar import FiscalCalendar
from auditor.model.claim import Claim
from auditor.model.fact import Fact, Measure
from auditor.model.movement import Movement
from auditor.model.period import Period
from auditor.model.source import Document, Paragraph, Span
from auditor.model.standing import Streak, Superlative
from auditor.vocabulary import Entry, Vocabulary
from auditor.vocabulary.words import content_words

_DIGIT = re.compile(r"\d")
_TURN = Hinted(
    r"\b(?:increase|decrease|decline|growth|reduction|improvement|rise|drop)\s+in\b",
    "increase|decrease|decline|growth|reduction|improvement|rise|drop",
)
_NO_STATEMENT = re.compile(
    r"\(?(?:in|dollars?|amounts?|\$)[\s\w,$]*(?:thousands|millions|billions)|\(?(?:(?:in|amounts\s+in)\s+)?[$€£]?\s*['’]?000['’]?s?\b(?!,)|page \d|\d{1,3}\.\d{1,3}[*†+]{0,2}\s*$|\(?unaudited",
    re.I,
)
_EXPECTED = re.compile(r"\b(?:guidance|outlook|forecast)\b", re.I)
_ANNUAL = re.compile(r"(?:annual|yearly)\b", re.I)
_OR_PERCENT = re.compile(r"\s*(?:,\s*or|\()\s*[\d.]+\s?%")
_DURING = re.compile(r"\bduring\s+(?:the\s+)?$", re.I)
_OF_A_WHOLE = re.compile(
    r"\s*of\s+(?:(?:our|its|the|all|total)\s+)+[a-z]+\b(?<!increase)(?<!decrease)(?<!growth)(?<!change)", re.I
)
_WHOLE_OF = re.compile(r"\bof\s+(?P<words>[a-z][a-z\s-]{0,40})$", re.I)
_YEARLY, _YEAR = re.compile(r"(?:annual|annualized|yearly|full-year)\b", re.I), 12  # months
_RECORDED_IN = re.compile(
    r"\b(?:recorded|taken|recogni[sz]ed|incurred|booked|accrued|received|completed)\s+(?:in|during)\s+(?:(?:the|our|its)\s+)?$",
    re.I,
)
_PLAIN = frozenset("adjusted basic diluted continuing discontinued gaap".split())  # of the whole company as well
_TOTAL, _OF_ALL = re.compile(r"total\b", re.I), re.compile(r"\b(?:consolidated|company|overall|group)\b", re.I)
_BEHIND = 300  # characters behind a number that may speak of it
_BEFORE = 80  # characters before a number
_ACTUAL = re.compile(r"\(\s*(?:as\s+)?(?:reported|actual)\b[^()]*$", re.I)  # "(reported 2024 revenue: EUR 29 million)"
_WAS = re.compile(
    r"\b(?:was|were|had|total(?:l)?ed|amounted|reached|recorded|reported|generated|increased|decreased|grew|rose|fell|declined|"
    r"returned|repurchased|paid|spent|invested|earned|ended|delivered|achieved|produced)\b[^;]*$",
    re.I,
)
_OF_SEGMENT = re.compile(r"\b(?:segment|division|business|unit)['’]s\s+$", re.I)
_LASTS = re.compile(
    r"(?:\s*\(|,)?[^.;$%]{0,60}?\b(?:(?:is|are|will|should|to)\s+(?:be\s+)?)?(?:expected|sufficient|adequate|anticipated|projected|enough|"
    r"providing|provides?|gives?|giving|extends?|extending)\b[^.;$%]{0,60}?"
    r"\b(?:to\s+(?:fund|support|finance|sustain|meet|last|cover)|(?:cash\s+)?runway)\b",
    re.I,
)  # "cash of $372 million, expected to fund operations into 2024": what there is, whatever it is to last for
_ENDED_WITH = re.compile(
    r"\b(?:ended|ending|closed|finished|exited|exiting)\s+(?:(?:the|our)\s+)?(?:[\w-]+\s+){0,2}(?:quarter|year|period|month|half)"
    r"(?:\s+\d{4})?\s+with\s+[^.;%]{0,60}$",
    re.I,
)
_TO_COME = re.compile(r"^[^.;]*\bwill\s+(?:not\s+)?be\s+recognized\b", re.I)


@dataclass(frozen=True)
class Extraction:
    """The claims, and the ranges of the prose that hold numerals of other kinds."""

    claims: tuple[Claim, ...]
    movements: tuple[Movement, ...]
    dates: tuple[Span, ...]
    identifiers: tuple[Span, ...]
    others: tuple[Span, ...]
    streaks: tuple[Streak, ...] = ()
    superlatives: tuple[Superlative, ...] = ()


def _lexicon(document: Document, facts: tuple[Fact, ...], vocabulary: Vocabulary) -> Lexicon:
    return Lexicon(vocabulary, facts, abbreviations(document), own_names(document), company_names(document))


def extract(
    document: Document, facts: tuple[Fact, ...], vocabulary: Vocabulary, calendar: FiscalCalendar
) -> Extraction:
    """Claims in the order of the document, with ids `c1`, `c2`, …"""
    lexicon, tables = _lexicon(document, facts, vocabulary), Tables(facts)
    claims: list[Claim] = []
    moved: list[Movement] = []
    dates: list[Span] = []
    identifiers: list[Span] = []
    others: list[Span] = []
    runs: list[Streak] = []
    tops: list[Superlative] = []
    around = surroundings_of(document, lexicon, calendar)
    for paragraph in document.paragraphs:
        if paragraph.kind == "furniture":
            continue
        context = _under(around, tables, document, paragraph)
        for place, span in enumerate(sentences(document, paragraph)):
            words = even(document.slice(span))
            if not place:
                alone = span.end == paragraph.span.end
                context.section = run_in(words, lexicon, alone, context.section) or context.section
                context.outlook = context.outlook or around.leads_ahead(words, alone)
                context.named = context.named or context.section != around.section
            if ranks(words) and not context.outlook:
                runs += streaks(words, span, lexicon, calendar, context.period, context.subject)
                tops += superlatives(words, span, lexicon, calendar, context.period)
            if not _DIGIT.search(words):
                if not context.outlook and _TURN.search(words):
                    told = tag(words, lexicon)
                    moved += movements(
                        told, span, context.period, context.base, context.subject, context.section, context.maybe
                    )
                continue
            tagged = tag(words, lexicon, stating=True)
            dates += _shifted(tagged.dates, span)
            identifiers += _shifted(tagged.identifiers, span)
            others += _shifted(tagged.others, span)
            enter(context, tagged, lexicon, around.section)
            found = _claims(document, span, tagged, context, calendar, lexicon, len(claims))
            claims += untold(without_remains(found, words, span), document.text)
    named = tuple(replace(m, id=f"m{i}") for i, m in enumerate(moved, 1))
    places = tuple(dates), tuple(identifiers), tuple(others)
    return Extraction(tuple(on_another_basis(claims)), named, *places, tuple(runs), tuple(tops))


def _under(around: Surroundings, tables: Tables, document: Document, paragraph: Paragraph) -> Context:
    """What the headings and the lead-in above a paragraph leave to be understood in it."""
    period = around.enter(document, paragraph)
    return Context(
        period,
        against=around.against,
        outlook=around.ahead,
        section=around.section,
        maybe=around.maybe,
        basis=around.adjusted,
        powers=tables.above(document, paragraph),
        row=around.row,
    )


def _shifted(ranges: tuple[tuple[int, int], ...], span: Span) -> list[Span]:
    return [Span(span.start + a, span.start + b) for a, b in ranges]


def _claims(
    document: Document,
    span: Span,
    tagged: Tagged,
    context: Context,
    calendar: FiscalCalendar,
    lexicon: Lexicon,
    before: int,
) -> list[Claim]:
    """The claims of a sentence, where `before` stand in the sentences before it."""
    found: list[Claim] = []
    if _NO_STATEMENT.match(tagged.text):
        return found
    go_on(context)
    context.before, context.told = context.subject, context.period
    latest: Period | None = None
    lengths: set[str] = set()  # of the claims whose period the sentence names by its length
    for draft in attach(tagged, context.subject, context.lengths):
        ident = f"c{before + len(found) + 1}"
        claim = _claim(ident, document, span, tagged.text, draft, context, calendar, lexicon, before)
        claim = beside(claim, draft, found, document.text, calendar, lexicon)
        if draft.period is not None and draft.period.of_a_length:
            lengths.add(claim.id)
        if draft.mention is not None:
            context.subject = draft.mention
            context.opened = context.opened or draft.mention
        context.base = claim.base or (claim.period if claim.role == "base" else None) or context.base
        told = claim.role == "current" or claim.role == "change" and draft.period is not None
        passing = claim.doubt in (PART, EFFECT) or _recorded_then(draft, tagged.text, context)
        told = told and not (passing or _change_of_before(claim, found))
        if told and claim.period is not None and not claim.outlook and not _in_passing(claim, context):
            if claim.dated and (latest is None or not _years_before(claim.period, latest)):
                context.period, context.dated = claim.period, True
                latest = claim.period
            latest = latest or claim.period
        found.append(claim)
    context.lengths = lengths_in(Sentence(tagged)) or context.lengths
    found = as_long_as_compared(as_changed(found, calendar), calendar)
    found = as_compared(as_before(found, tagged, context.claims), lengths)
    context.claims = found
    return found


def _in_passing(claim: Claim, context: Context) -> bool:
    """Whether an amount of an earlier year, that no measure is named for, is only told beside what the text is about:
    "Excluding the $5 million charge of the third quarter of 2024, expenses were"."""
    spoken = claim.period is not None and context.told is not None and _years_before(claim.period, context.told)
    return spoken and claim.measure is None and claim.kind == "level"


def _recorded_then(d: Draft, text: str, context: Context) -> bool:
    """Whether a period only says when a part of what the text is about came: "Results for the nine months include a charge of $8
    million recorded in the first quarter"."""
    if d.period is None or context.told is None:
        return False
    return _RECORDED_IN.search(text, d.number.end, d.period.start) is not None


def _change_of_before(claim: Claim, found: Sequence[Claim]) -> bool:
    """Whether a change is that of a year before, with which the sentence compares one: "rose 5%, compared with 3% growth in
    the prior year"."""
    now = found[-1].period if found and claim.role == "change" else None
    return now is not None and claim.period is not None and _years_before(claim.period, now)


def _years_before(period: Period, other: Period) -> bool:
    """Whether a period is the other's of an earlier year: "$39 million in the quarter and $41 million a year earlier" goes
    on with the quarter."""
    return period.end < other.end and period.months == other.months and period.instant == other.instant


def _claim(
    ident: str,
    document: Document,
    span: Span,
    text: str,
    d: Draft,
    context: Context,
    calendar: FiscalCalendar,
    lexicon: Lexicon,
    group: int,
) -> Claim:
    n, mention, vocabulary = d.number, d.mention, lexicon.vocabulary
    quote = document.text[span.start + n.start : span.start + n.end]
    measure, unit = _measured(d, quote, text, context, lexicon)
    instead, part = measure, opening_part(mention, measure, context, lexicon) if mention else None
    measure = Measure(measure.key, measure.qualifiers | part, measure.known) if measure and part else measure
    entry = vocabulary.entry(measure.key) if measure else None
    (period, base, dated), outlook = _when(d, entry, text, context, calendar)
    if entry is not None and entry.stands:
        base = _since(base, period, calendar) if base else _since_opening(d, period, text, calendar)
        period = period.at_end() if period else None
    elif period is not None and period.instant and entry is not None and entry.flows and context.told is not None:
        period = context.told if d.period is not None and d.period.at_end else period
    negative = bool(mention and mention.negative) or n.negative
    doubt = _doubt(d, measure, context, text, lexicon, period) or unnamed_part(d, measure, context, lexicon, text)
    return Claim(
        ident,
        Span(span.start + n.start, span.start + n.end),
        span,
        quote,
        quantity_of(d, unit, lexicon.to_the_unit).scaled(power_in(d, unit, text, context.powers), unit),
        kind_of(d, unit, measure, vocabulary, text),
        measure,
        subject=mention.text if mention else "",
        period=period,
        base=base,
        whole=lexicon.of_sales(d.whole) if d.whole else None,
        direction=direction_of(d, entry.nature if entry else "other", negative),
        hedge=hedge_of(d),
        outlook=outlook,
        negative=negative,
        group=group + d.group,
        role=role_of(d),
        also=tuple(m.measure for m in d.also),
        foreign=mention.foreign if mention else frozenset(),
        carried=d.carried,
        dated=dated,
        doubt=doubt,
        instead=instead if part else None,
    )


def _ended_with(d: Draft, text: str) -> bool:
    """Whether a sentence tells what there was at the end, whatever the tables call it: "ended the quarter with $4.5 billion of
    liquidity"."""
    return d.role == "level" and d.mention is not None and _ENDED_WITH.search(text, 0, d.number.start) is not None


def _when(
    d: Draft, entry: Entry | None, text: str, context: Context, calendar: FiscalCalendar
) -> tuple[tuple[Period | None, Period | None, bool], bool]:
    """What `resolved` finds, and whether the number is expected; not where it is what there is of a balance, which is expected
    to last."""
    found = _of_whole_year(d, *resolved(d, context, calendar), calendar)
    if entry is None and found[0] is not None and _ended_with(d, text):
        found = found[0].at_end(), found[1], found[2]
    if entry is None or not entry.stands or not _LASTS.match(_behind(d, text)):
        return found, _ahead(d, text, found[0] if found[2] else None, context, calendar)
    ahead = found[0] is not None and to_come(found[0], calendar)
    return resolved(replace(d, future=False, period=None if ahead else d.period), context, calendar), False


def _of_whole_year(
    d: Draft, period: Period | None, base: Period | None, dated: bool, calendar: FiscalCalendar
) -> tuple[Period | None, Period | None, bool]:
    """The year, with that before it, of what is called annual in the report of a year's last quarter: "Annual revenues rose
    43% to $268 million"."""
    if dated or period is None or period.instant or d.mention is None or not _ANNUAL.match(d.mention.text):
        return period, base, dated
    year = calendar.year(calendar.fiscal_year_of(period.end))
    if year.end != period.end or year.months == period.months:
        return period, base, dated
    return year, calendar.year_before(year) if base is not None else None, dated


def _since(base: Period, period: Period | None, calendar: FiscalCalendar) -> Period:
    """The date that a balance is compared with; where a length of time is named that it changed over, the first day of it:
    "debt was reduced by $12 million over the twelve months"."""
    over = not base.instant and period is not None and base.end == period.end
    return Period(None, calendar.opening(base)) if over else base.at_end()


def _since_opening(d: Draft, period: Period | None, text: str, calendar: FiscalCalendar) -> Period | None:
    """The day before a time during which a balance changed: "auto loans grew $85 million during the quarter"."""
    if d.role != "change" or d.period is None or period is None or period.instant:
        return None
    during = _DURING.search(text, max(0, d.period.start - _BEFORE), d.period.start) is not None
    between = text[min(d.period.end, d.number.end) : max(d.period.start, d.number.start)]
    beside = not _DIGIT.search(_OR_PERCENT.sub("", between))
    return Period(None, calendar.opening(period)) if during and beside else None


def _measured(d: Draft, quote: str, text: str, context: Context, lexicon: Lexicon) -> tuple[Measure | None, str]:
    """The measure that a number is of, as the words around it narrow it, and the number's unit."""
    before, after = text[: d.number.start], _behind(d, text)
    measure = _narrowed_as(part_apposed(d, before, lexicon), before, after, context, lexicon)
    if measure is None and d.mention:
        measure = narrowed(d.mention, before, after, context, lexicon, d.number.scaled)
    elif measure is None:
        measure = (
            _narrowed_as(bare_margin(d, before, after, context, lexicon), before, after, context, lexicon)
            or part_named(d, before, after, lexicon)
            or part_listed(d, before, context, lexicon)
        )
    side = SIDE.match(after)
    quoted, told = sides(quote, before, after) or (quote, side.group(0) if side else "")
    unit, measure = unit_of(d, measure, quoted, before, told, after, lexicon.vocabulary)
    unit = lexicon.currency(unit, quote)
    return lexicon.translated(located(measure, d, text, lexicon), unit), unit


def _narrowed_as(named: Measure | None, before: str, after: str, context: Context, lexicon: Lexicon) -> Measure | None:
    """A margin that only that word names, or a part that only its name does, narrowed as what the text speaks of is."""
    if named is None or context.subject is None:
        return None
    return narrowed(replace(context.subject, measure=named), before, after, context, lexicon)


def _ahead(d: Draft, text: str, dated: Period | None, context: Context, calendar: FiscalCalendar) -> bool:
    """Whether a number is expected: by what stands above or around it, or by the period that its sentence dates it with."""
    if _ACTUAL.search(text, max(0, d.number.start - _BEFORE), d.number.start) or _was(d, text, dated, calendar):
        return False
    return (
        context.outlook
        or d.future
        or bool(_TO_COME.search(_behind(d, text)))
        or (d.mention is not None and _EXPECTED.search(d.mention.text) is not None)
        or (dated is not None and to_come(dated, calendar) and not happened(d, text))
    )


def _was(d: Draft, text: str, dated: Period | None, calendar: FiscalCalendar) -> bool:
    """Whether a sentence tells what was in a year that has ended, wherever it stands: "In 2024, sales totaled"."""
    if d.future or dated is None or d.period is None or d.period.year is None or dated.end > calendar.reported.end:
        return False
    return _WAS.search(text, max(0, d.number.start - 2 * _BEFORE), d.number.start) is not None


def _is_of(measure: Measure | None, named: Mention) -> bool:
    """Whether a measure is what a name says, or narrowed by all of it: "Nordic: revenue" is that of Nordic."""
    if measure is None:
        return False
    other = named.measure
    return measure == other or not other.known and other.words <= measure.qualifiers


def _behind(d: Draft, text: str) -> str:
    return text[d.number.end : d.number.end + _BEHIND]


def _doubt(
    d: Draft, measure: Measure | None, context: Context, text: str, lexicon: Lexicon, period: Period | None
) -> str:
    if _of_another_whole(d, text, lexicon):
        return OTHER
    if d.mention is None:
        listed = d.apart and part_listed(d, text[: d.number.start], context, lexicon) is not None
        return OTHER if d.apart and not listed else ""
    if d.whole is not None and measure == d.whole.measure or lexicon.sales_beside_revenue(d.whole or d.mention):
        return OTHER
    own = measure is not None and not measure.known and not lexicon.has_part(measure.key, context.section)
    if measure is not None and in_section(d.mention, context) and not (own or measure.qualifiers & context.section):
        return SECTION
    counted = d.number.kind == "count" and d.number.step >= 1 and d.mention.start >= d.number.end
    if counted and d.role in ("to", "from", "base"):
        return OTHER  # "the owned fleet grew to 412 trucks": of what moved, and not of all that is counted so
    if measure is not None and _total_of_part(d.mention, measure, context, lexicon):
        return SECTION
    if _OF_SEGMENT.search(text[: d.mention.start]) and measure and not lexicon.segments_in(measure.qualifiers):
        return SECTION
    named = context.leader  # "Lorvax: net product sales" may be those of Lorvax
    if named is not None and named is not d.mention and not _is_of(measure, named) and before_colon(named, text):
        return SECTION
    if of_product(measure, context, lexicon) or of_opening(d.mention, measure, context, lexicon):
        return SECTION
    if (
        year_for_quarter(d, period, context, text)
        or d.number.kind == "money"  # what is called annualized may be a rate of the quarter
        and _YEARLY.match(d.mention.text)
        and period is not None
        and period.months < _YEAR
    ):
        return YEAR
    if d.period is not None and d.period.bare and d.role not in ("base", "from"):
        return SPOKEN
    if _of_prior_period(d.period) or d.role == "change" and _of_prior_period(d.base):
        return BEFORE
    first = min([d.mention.start, *(m.start for m in d.also)])
    if measure is not None and (whose := _of_another(measure, first, d, text, lexicon)):
        return whose
    return doubt(
        place_of(text, d.number, (first, d.mention.end), changed=d.role == "change", known=d.mention.measure.known)
    )


def _of_another_whole(d: Draft, text: str, lexicon: Lexicon) -> bool:
    """Whether a percentage is said to be of something that is no measure of all: "reduced to $88 million, or 40 percent of total
    capital" tells no change, "6 percent of title premiums" no share of all premiums."""
    if d.role == "change" and d.number.kind == "percent" and _OF_A_WHOLE.match(_behind(d, text)):
        return True
    leading = _WHOLE_OF.search(text, 0, d.whole.start) if d.whole is not None else None
    words = content_words(leading["words"]) if leading is not None else ()
    return d.whole is not None and bool(lexicon.vocabulary.qualify(words) - d.whole.measure.qualifiers)


def _of_another(measure: Measure, first: int, d: Draft, text: str, lexicon: Lexicon) -> str:
    """Why a measure named from `first` on may be that of another company, of a part, or only what something added to it."""
    if not measure.qualifiers and of_another_company(text[:first], lexicon.names):
        return OTHER
    if not measure.qualifiers and of_named_part(text, lexicon.names):
        return SECTION
    if elsewhere(measure, d, text, lexicon):
        return NARROWED
    entry = lexicon.vocabulary.entry(measure.key)
    if entry is not None and entry.stands and CHARGE_FOR.fullmatch(text, d.number.end, max(first, d.number.end)):
        return OTHER  # "a $4 million charge for inventory" is none of the balance
    behind = first >= d.number.end and not measure.qualifiers - _PLAIN
    return PART if behind and contributed(text[: d.number.start]) else ""


def _total_of_part(mention: Mention, measure: Measure, context: Context, lexicon: Lexicon) -> bool:
    """Whether a total may be that of the segment which the text speaks of: "Nordic. Total revenue declined by 1%"."""
    of_all = _OF_ALL.search(mention.text) is not None or not _TOTAL.match(mention.text)
    return (
        not (of_all or measure.qualifiers) and bool(context.section) and lexicon.has_part(measure.key, context.section)
    )


def _of_prior_period(phrase: PeriodPhrase | None) -> bool:
    return phrase is not None and phrase.kind == "prior" and phrase.unit == "period"
