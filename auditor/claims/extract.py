"""The claims of a document: every number of its prose that states something about results, position or operations."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import get_args

from auditor.claims.abbreviations import abbreviations
from auditor.claims.attach import attach
from auditor.claims.conflicts import untold
from auditor.claims.doubts import OTHER, PART, SECTION, UNDER_HEADING, YEAR, Place, doubt
from auditor.claims.draft import Draft
from auditor.claims.mentions import Lexicon, Mention
from auditor.claims.movements import movements
from auditor.claims.periods import resolve
from auditor.claims.sentences import even, sentences
from auditor.claims.standings import streaks, superlatives
from auditor.claims.surroundings import Surroundings, recurring_headings
from auditor.claims.tokens import Tagged, tag
from auditor.claims.units import unit_of
from auditor.grammar.periods import PeriodPhrase
from auditor.grammar.standings import ranks
from auditor.model.calendar import FiscalCalendar
from auditor.model.claim import Claim, ClaimKind, ClaimRole, Direction, Hedge
from auditor.model.fact import Fact, Measure
from auditor.model.movement import Movement
from auditor.model.period import Period
from auditor.model.quantity import Quantity
from auditor.model.source import Document, Span
from auditor.model.standing import Streak, Superlative
from auditor.vocabulary import Vocabulary
from auditor.vocabulary.words import content_words

_ABOUT = Decimal("0.55")  # of the last digit: "approximately" says little more than that the figure is rounded
_DIGIT = re.compile(r"\d")
_TURN = re.compile(r"\b(?:increase|decrease|decline|growth|reduction|improvement|rise|drop)\s+in\b", re.I)
_NO_STATEMENT = re.compile(
    r"(?:\(?(?:in|dollars?|amounts?|\$)[\s\w,$]*(?:thousands|millions|billions)|page \d|\(?unaudited)", re.I
)
_SAFE_HARBOR = re.compile(r"forward-looking statements?|conference call|webcast|replay", re.I)
_CURRENCY_NEUTRAL = re.compile(
    r"\s*\)?(?:\w+\s+)?,?\s*(?:operationally\b|(?:in|on\s+an?|at|using)\s+(?:constant[\s-]+(?:currenc|dollar|exchange)|local[\s-]+currenc|currency[\s-]+neutral|FX[\s-]neutral)|excluding\s+(?:the\s+)?(?:impacts?|effects?)?\s*(?:of\s+)?(?:foreign\s+)?(?:currency|foreign|exchange)|organic(?:ally)?|on\s+an\s+organic)",
    re.I,
)
_SIDE_AFTER = re.compile(r"\s*,?\s*\(?(?:on\s+an?\s+)?(?:fully[\s-]+)?(?:diluted|basic)\b", re.I)
_SUPPOSED = re.compile(r"\s*(?:\w+\s+){0,3}than\s+(?:it|they|we|what)\s+would\b", re.I)
_ADJUSTED_AFTER = re.compile(
    r"\s*,?\s*(?:on\s+an?\s+)?(?:non-gaap|as\s+adjusted|adjusted)\b(?!\s+(?:net|gross|operating|income|earnings|eps|diluted|revenue|tax|ebitda|free))",
    re.I,
)
_SIZED = re.compile(
    r"(?:\s*,)?\s+(?:[a-z-]+\s+){0,4}?(?:bank|thrift|savings|financial)\s+(?:and\s+loan\s+)?(?:holding\s+)?(?:company|institution|corporation|association|bank)\b",
    re.I,
)
_EFFECT = re.compile(
    r"\b(?:was|were|been)\s+(?:\w+\s+)?(?:lowered|reduced|impacted|affected|hurt|helped|boosted)\s+by\s+(?:\w+\s+)?$|\b(?:impact|effect|headwind|tailwind|drag)s?\s+(?:of|to|on)\b[^;.]*$",
    re.I,
)
_EXPECTED = re.compile(r"\b(?:guidance|outlook|forecast)\b", re.I)
_TO_COME = re.compile(r"^[^.;]*\bwill\s+(?:not\s+)?be\s+recognized\b", re.I)
_REPRESENTING = re.compile(
    r"\b(?:represent|reflect|result|yield|equat|translat)\w*\s+(?:\w+\s+)?(?:an?|the)\s+$|\bfor\s+an?\s+$", re.I
)
_SEGMENT = re.compile(r"\bsegment\b", re.I)
_FLOW = re.compile(r"\b(?:from|used|provided)\b", re.I)  # cash from something is a flow of it
_BALANCES = ("asset", "liability", "equity")
_CASH_PART = re.compile(r"(?:total\s+)?cash\s+equivalents", re.I)
_OF_SEGMENT = frozenset(("segment",))
_BASES = frozenset(("adjusted", "diluted", "basic"))
_WHOLE = re.compile(r"\b(?:total|consolidated|company|overall|net\s+(?:income|earnings|loss))\b|\bper\b|\bEPS\b", re.I)
_ALL = re.compile(r"\b(?:total|consolidated|company|overall)\b", re.I)
_EXCLUDING = re.compile(r"(?:Excluding|Adjusting\s+for|Exclusive\s+of|Without)\b", re.I)
_EXCLUDED = re.compile(
    rf"On\s+an?\s+(?:non-gaap|adjusted|ongoing|underlying|core|normalized|recurring)\s+basis\b|{_EXCLUDING.pattern}",
    re.I,
)
_WOULD_HAVE = re.compile(r"\bwould\s+have\s+\w+", re.I)
_LONGEST_RUN_IN = 60
_BARE_YEAR = 4
_QUARTER, _YEAR = 3, 12  # months
_CLAUSE = re.compile(r"[,;]")
_REACH = 500  # characters before a number in which it is said to be supposed only


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


@dataclass
class _Context:
    """What the sentences before have left to be understood."""

    period: Period
    dated: bool = False
    subject: Mention | None = None
    outlook: bool = False
    section: frozenset[str] = frozenset()
    here: bool = False
    """Whether the sentence itself or the heading above it names the section's segment."""
    maybe: frozenset[str] = frozenset()
    """The segment that the text may be about, where a heading leaves that open."""
    named: bool = False
    """Whether the paragraph begins with the name of its segment: "Nordic. Sales were …"."""
    leader: Mention | None = None
    """What the sentence begins with, where it is a row's own label: "Nordic contributed $3 million of net income"."""
    part: frozenset[str] = frozenset()
    """The segment whose measure the sentence names first."""
    adjusted: Mention | None = None
    before: Mention | None = None
    base: Period | None = None
    told: Period | None = None
    """The period when the sentence began: "a year ago" counts from it, however often the sentence says so."""


def extract(
    document: Document, facts: tuple[Fact, ...], vocabulary: Vocabulary, calendar: FiscalCalendar
) -> Extraction:
    """Claims in the order of the document, with ids `c1`, `c2`, …"""
    lexicon = Lexicon(vocabulary, facts, abbreviations(document))
    claims: list[Claim] = []
    moved: list[Movement] = []
    dates: list[Span] = []
    identifiers: list[Span] = []
    others: list[Span] = []
    runs: list[Streak] = []
    tops: list[Superlative] = []
    around = Surroundings(calendar, lexicon, recurring=recurring_headings(document, lexicon))
    for paragraph in document.paragraphs:
        if paragraph.kind == "furniture":
            continue
        context = _Context(
            around.enter(document, paragraph), outlook=around.outlook, section=around.section, maybe=around.maybe
        )
        for span in sentences(document, paragraph):
            if span.start == paragraph.span.start and span.end < paragraph.span.end:
                context.section = _run_in(document.slice(span), lexicon) or context.section
                context.named = context.named or context.section != around.section
            if ranks(document.slice(span)) and not context.outlook:
                words = even(document.slice(span))
                runs += streaks(words, span, lexicon, calendar, context.period, context.subject)
                tops += superlatives(words, span, lexicon, calendar, context.period)
            if not _DIGIT.search(document.text, span.start, span.end):
                if _TURN.search(document.text, span.start, span.end) and not context.outlook:
                    told = tag(even(document.slice(span)), lexicon)
                    moved += movements(
                        told, span, context.period, context.base, context.subject, context.section, context.maybe
                    )
                continue
            tagged = tag(even(document.slice(span)), lexicon, stating=True)
            dates += _shifted(tagged.dates, span)
            identifiers += _shifted(tagged.identifiers, span)
            others += _shifted(tagged.others, span)
            _enter(context, tagged, lexicon, around.section)
            found = _claims(document, span, tagged, context, calendar, lexicon, len(claims))
            claims += untold(found, document.text)
    named = tuple(replace(m, id=f"m{i}") for i, m in enumerate(moved, 1))
    places = tuple(dates), tuple(identifiers), tuple(others)
    return Extraction(tuple(claims), named, *places, tuple(runs), tuple(tops))


def _enter(context: _Context, tagged: Tagged, lexicon: Lexicon, heading: frozenset[str]) -> None:
    """Sets what a sentence is about: the segment that it begins with, else the one spoken of before or in the heading."""
    leading = lexicon.leading_segment(_opening(tagged))
    context.part, context.leader = _leading_part(tagged, lexicon), _leader(tagged)
    moved_on = context.section and context.part and not context.section & context.part
    context.section = leading or (context.part if moved_on else context.section)
    context.here = bool(leading) or context.named or context.section == heading


def _run_in(first: str, lexicon: Lexicon) -> frozenset[str]:
    """The segment that stands as a heading of its own before the first sentence of a paragraph."""
    heading = even(first).rstrip(". ")
    return lexicon.section(heading) if len(heading) <= _LONGEST_RUN_IN and not _DIGIT.search(heading) else frozenset()


def _opening(tagged: Tagged) -> str:
    """A sentence up to the first measure or number that it names: who does or has something."""
    first = next((t.start for t in tagged.tokens if t.tag in "M$%psnx"), 0)
    return tagged.text[:first]


def _leading_part(tagged: Tagged, lexicon: Lexicon) -> frozenset[str]:
    """The segment of the first measure of a sentence that begins with it."""
    first = next((t for t in tagged.tokens if t.tag != "i"), None)
    return (
        lexicon.segments_in(first.value.measure.qualifiers)
        if first and isinstance(first.value, Mention)
        else frozenset()
    )


def _leader(tagged: Tagged) -> Mention | None:
    """The row's own label that a sentence has for its subject."""
    first = tagged.tokens[0].value if tagged.tokens else None
    acts = isinstance(first, Mention) and not first.measure.known and tagged.tags[1:2] in ("v", "w", "U", "D")
    return first if acts and isinstance(first, Mention) else None


def _shifted(ranges: tuple[tuple[int, int], ...], span: Span) -> list[Span]:
    return [Span(span.start + a, span.start + b) for a, b in ranges]


def _claims(
    document: Document,
    span: Span,
    tagged: Tagged,
    context: _Context,
    calendar: FiscalCalendar,
    lexicon: Lexicon,
    before: int,
) -> list[Claim]:
    """The claims of a sentence, where `before` stand in the sentences before it."""
    found: list[Claim] = []
    if _NO_STATEMENT.match(tagged.text):
        return found
    context.before, context.told = context.subject, context.period
    latest: Period | None = None
    for draft in attach(tagged, context.subject):
        ident = f"c{before + len(found) + 1}"
        claim = _claim(ident, document, span, tagged.text, draft, context, calendar, lexicon, before)
        if draft.mention is not None:
            context.subject = draft.mention
        context.base = claim.base or (claim.period if claim.role == "base" else None) or context.base
        if claim.dated and claim.role == "current" and claim.period is not None and not claim.outlook:
            if latest is None or not _years_before(claim.period, latest):
                context.period, context.dated, latest = claim.period, True, claim.period
        found.append(claim)
    return found


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
    context: _Context,
    calendar: FiscalCalendar,
    lexicon: Lexicon,
    group: int,
) -> Claim:
    n, vocabulary = d.number, lexicon.vocabulary
    quote = document.text[span.start + n.start : span.start + n.end]
    before, after = text[: n.start], text[n.end : n.end + 300]
    measure = _narrowed(d.mention, before, after, context, lexicon) if d.mention else _part(d, before, after, lexicon)
    side = _SIDE_AFTER.match(after)
    unit, measure = unit_of(d, measure, quote, before, side.group(0) if side else "", vocabulary)
    entry = vocabulary.entry(measure.key) if measure else None
    instant = entry is not None and entry.nature in ("asset", "liability", "equity") and d.role not in ("x",)
    period, base, dated = _resolved(d, context, calendar)
    outlook = (
        context.outlook
        or d.future
        or bool(_TO_COME.search(after))
        or (d.mention is not None and _EXPECTED.search(d.mention.text) is not None)
        or (period is not None and dated and _future(period, calendar))
    )
    if instant:
        period = period.at_end() if period else None
        base = base.at_end() if base else None
    negative = bool(d.mention and d.mention.negative) or n.negative
    return Claim(
        ident, Span(span.start + n.start, span.start + n.end), span, quote, _quantity(d, unit), _kind(d, unit, measure, vocabulary),
        measure, d.mention.text if d.mention else "", period, base, d.whole.measure if d.whole else None, _direction(d, entry.nature if entry else "other", negative),
        _hedge(d), outlook, negative, group + d.group, _role(d), tuple(m.measure for m in d.also), d.mention.foreign if d.mention else frozenset(), d.carried, dated, _doubt(d, measure, context, text, lexicon, period) or _unnamed_part(d, measure, context, lexicon, text),
    )  # fmt: skip


def _doubt(
    d: Draft, measure: Measure | None, context: _Context, text: str, lexicon: Lexicon, period: Period | None
) -> str:
    if d.mention is None:
        return ""
    if measure is not None and _in_section(d.mention, context) and not measure.qualifiers & context.section:
        return SECTION
    if _of_product(measure, context, lexicon):
        return SECTION
    if period is not None and period.months == _YEAR and _year_for_quarter(d, context):
        return YEAR
    first = min([d.mention.start, *(m.start for m in d.also)])
    place = (first, d.mention.end)
    number = d.number
    return doubt(
        Place(
            text,
            number.start,
            number.end,
            place,
            d.role == "change",
            number.kind == "money",
            d.mention.measure.known,
            number.kind == "count",
        )
    )


def _of_product(measure: Measure | None, context: _Context, lexicon: Lexicon) -> bool:
    """Whether a part may be that of the product which the sentences before spoke of: "Velorin sales rose 13%; international
    sales grew 7%", where the tables give international sales of each product."""
    spoken = context.before.measure if context.before else None
    if measure is None or spoken is None or spoken.key != measure.key:
        return False
    own, other = measure.qualifiers - _BASES, spoken.qualifiers - _BASES - measure.qualifiers
    products = (word for word in other if lexicon.has_just(measure.key, frozenset((word,))))
    return bool(own) and any(lexicon.has_just(measure.key, own | {word}) for word in products)


def _year_for_quarter(d: Draft, context: _Context) -> bool:
    """Whether a bare year with which a fourth quarter is compared may mean its own: "$272 million, compared with $259 million
    in 2015"."""
    p = d.period
    if p is None or p.kind != "year" or p.fiscal or p.year is None or context.period.months != _QUARTER:
        return False
    compared = d.role in ("base", "from") or d.head_role in ("base", "from")
    return compared and p.end - p.start == _BARE_YEAR


def _is_leaders(mention: Mention, context: _Context, text: str) -> bool:
    """Whether a measure is of what the sentence begins with: "Nordic contributed $3 million of net income"."""
    leader = context.leader
    if leader is None or leader.end > mention.start or _ALL.search(mention.text):
        return False
    return not _CLAUSE.search(text, leader.end, mention.start)


def _unnamed_part(d: Draft, measure: Measure | None, context: _Context, lexicon: Lexicon, text: str) -> str:
    """Why a measure that no words narrow may yet be a part's: a heading above named one, or the words say so."""
    if d.mention is None or measure is None or measure.qualifiers - _BASES:
        return ""
    if measure.known and _is_leaders(d.mention, context, text):
        return PART
    if not _WHOLE.search(d.mention.text):
        if context.maybe and lexicon.has_part(measure.key, context.maybe):
            return UNDER_HEADING
    entry = lexicon.vocabulary.entry(measure.key)
    if entry is not None and entry.nature in _BALANCES and _FLOW.search(d.mention.text):
        return OTHER
    return PART if _SEGMENT.search(d.mention.text) or _CASH_PART.fullmatch(d.mention.text) else ""


def _part(d: Draft, before: str, after: str, lexicon: Lexicon) -> Measure | None:
    """What a number without a measure's name is of: a part that is named by its narrowing words alone ("residential
    13%, and consumer 4% of net loans"), or the assets by which a bank is called ("a $1.4 billion savings bank")."""
    if d.number.kind == "money" and d.number.scaled and _SIZED.match(after):
        return Measure("total-assets", frozenset(), True)
    if d.whole is None:
        return None
    words = lexicon.vocabulary.qualify(content_words(re.split(r"[\d%$,;.]|\band\b", before)[-1]))
    key = d.whole.measure.key
    return Measure(key, words, True) if words and lexicon.has_part(key, words) else None


def _narrowed(mention: Mention, before: str, after: str, context: _Context, lexicon: Lexicon) -> Measure | None:
    """The measure with what stands around its number: the section's segment, "in constant currency", "non-GAAP"."""
    if _SUPPOSED.match(after) or _EFFECT.search(before[-60:]):
        return None
    measure = mention.measure
    if _in_section(mention, context) and (
        _surely_part(measure, context) or lexicon.has_part(measure.key, context.section)
    ):
        measure = Measure(measure.key, _within_section(measure, context), measure.known)
    elif _told_within(mention, context, lexicon):
        measure = Measure(measure.key, measure.qualifiers | context.section, measure.known)
    elif part := _leaders_part(mention, before, context, lexicon):
        measure = Measure(measure.key, measure.qualifiers | part, measure.known)
    elif _of_part(mention, context, lexicon):
        measure = Measure(measure.key, context.part | (measure.qualifiers - _OF_SEGMENT), measure.known)
    elif context.before is not None and context.before.measure.key == measure.key and not measure.qualifiers:
        # "Nordic expenses were … On an adjusted basis, expenses were …"
        measure = Measure(measure.key, lexicon.segments_in(context.before.measure.qualifiers), measure.known)
    elif measure.qualifiers <= _BASES and (part := _represented(mention, before, context)):
        measure = Measure(measure.key, measure.qualifiers | part, measure.known)
    host = context.subject.measure.key if context.subject else ""
    if host and host != measure.key and not measure.qualifiers and lexicon.included(measure.key, host):
        measure = Measure(measure.key, frozenset((host,)), measure.known)  # an amount that a row's own label includes
    extra: set[str] = set()
    currency = _CURRENCY_NEUTRAL.match(after)
    if currency:
        extra.add("organic" if "organic" in currency.group(0).lower() else "constant-currency")
    if _ADJUSTED_AFTER.match(after):
        context.adjusted = mention
    if context.adjusted is mention or _hypothetical(before) and not _in_what_is_excluded(mention, before):
        extra.add("adjusted")
    return Measure(measure.key, measure.qualifiers | extra, measure.known) if extra else measure


def _in_what_is_excluded(mention: Mention, before: str) -> bool:
    """Whether a measure is what a sentence leaves out: the costs of "Excluding restructuring costs of $6 million, earnings were"."""
    left_out = _EXCLUDING.match(before)
    return (
        left_out is not None
        and 0 <= mention.start - left_out.end()
        and "," not in before[left_out.end() : mention.start]
    )


def _hypothetical(before: str) -> bool:
    return bool(_EXCLUDED.match(before) or _WOULD_HAVE.search(before, max(0, len(before) - _REACH)))


def _in_section(mention: Mention, context: _Context) -> bool:
    """Whether a measure may be of the segment that the text speaks of."""
    return bool(context.section) and mention.measure.qualifiers <= _OF_SEGMENT and not _WHOLE.search(mention.text)


def _leaders_part(mention: Mention, before: str, context: _Context, lexicon: Lexicon) -> frozenset[str]:
    """The part that the sentence begins with, where a table gives the measure of it: "Nordic ended the year with backlog of
    $8 million"."""
    if context.leader is None or mention.measure.qualifiers - _BASES or not _is_leaders(mention, context, before):
        return frozenset()
    words = lexicon.vocabulary.qualify(context.leader.measure.key.split("-"))
    return words if words and lexicon.has_just(mention.measure.key, words) else frozenset()


def _within_section(measure: Measure, context: _Context) -> frozenset[str]:
    """The narrowing words of a measure of the section's segment, which may itself be called one."""
    return context.section | (measure.qualifiers - _OF_SEGMENT)


def _told_within(mention: Mention, context: _Context, lexicon: Lexicon) -> bool:
    """Whether some table gives a measure that words narrow already of the section's segment too: "adjusted property EBITDA"
    under the name of a property."""
    own = mention.measure.qualifiers
    within = bool(context.section and own) and not own & context.section and not _WHOLE.search(mention.text)
    return within and lexicon.has_part(mention.measure.key, own | context.section)


def _of_part(mention: Mention, context: _Context, lexicon: Lexicon) -> bool:
    """Whether a further measure is of the segment that a sentence began with: "Nordic sales were up 5%, with operating
    profit of $3 million"."""
    if not context.part or _WHOLE.search(mention.text):
        return False
    own = mention.measure.qualifiers - _OF_SEGMENT
    if own:
        return not own & context.part and lexicon.has_part(mention.measure.key, own | context.part)
    entry = lexicon.vocabulary.entry(mention.measure.key)
    of = entry.ratio[0] if entry is not None and entry.ratio is not None else mention.measure.key
    return lexicon.has_part(of, context.part)


def _surely_part(measure: Measure, context: _Context) -> bool:
    """Whether it is, even where no table gives it of a segment."""
    return context.here and measure.known


def _represented(mention: Mention, before: str, context: _Context) -> frozenset[str]:
    """The part that a ratio named behind it is of: "Nordic gross profit was $7 million, representing a gross margin of 63%"."""
    first = context.subject
    if first is None or first is context.before or first.end > mention.start:
        return frozenset()
    between = before[first.end : mention.start]
    return first.measure.qualifiers - _BASES if _REPRESENTING.search(between) else frozenset()


def _quantity(d: Draft, unit: str) -> Quantity:
    n = d.number
    value, half = n.value, n.step / 2
    low: Decimal | None = value - half
    high: Decimal | None = value + half
    if d.hedge in ("over", "at-least"):
        high = value + n.step * 10
    elif d.hedge in ("under", "at-most"):
        low = value - n.step * 10
    elif d.hedge == "about":
        low, high = value - n.step * _ABOUT, value + n.step * _ABOUT
    return Quantity(value, low, high, unit)


def _kind(d: Draft, unit: str, measure: Measure | None, vocabulary: Vocabulary) -> ClaimKind:
    kind = d.number.kind
    if kind == "points":
        return "change-points"
    if d.role == "change":
        return "change-percent" if kind == "percent" else "change"
    if kind == "percent":
        entry = vocabulary.entry(measure.key) if measure else None
        if (
            entry is not None
            and entry.ratio is not None
            and d.whole is not None
            and entry.ratio[1] == d.whole.measure.key
        ):
            return "level"  # "gross margin of 49% of revenue": the margin itself
        return "share-of" if d.role in ("share", "base") and d.whole is not None else "level"
    if unit.endswith("/share"):
        return "per-share"
    if kind == "count":
        return "count"
    return "ratio" if kind == "ratio" else "level"


def _direction(d: Draft, nature: str, negative: bool) -> Direction | None:
    plain: Direction | None = next((w for w in get_args(Direction) if w == d.direction), None)
    if plain is not None:
        return plain
    if d.direction in ("better", "worse") and nature not in ("other", "shares", "flow"):
        falls = nature in ("expense", "liability") or negative
        return "down" if (d.direction == "better") == falls else "up"
    return None


def _hedge(d: Draft) -> Hedge | None:
    return next((h for h in get_args(Hedge) if h == d.hedge), None)


def _role(d: Draft) -> ClaimRole:
    if d.role == "change":
        return "change"
    return "base" if d.role in ("base", "from") or d.head_role in ("base", "from") else "current"


def _resolved(d: Draft, context: _Context, calendar: FiscalCalendar) -> tuple[Period | None, Period | None, bool]:
    """(period, base, whether the sentence itself names the period)."""
    compared = d.role in ("base", "from") or d.head_role in ("base", "from") and d.role != "change"
    spoken = context.period if compared or context.told is None else context.told
    if d.against is not None:
        spoken = resolve(d.against, calendar, spoken) or spoken
    current = (
        resolve(d.period, calendar, spoken, d.year if d.role != "change" else None, compared) if d.period else None
    )
    if d.period is not None and current is None:
        return None, None, True
    if current is not None and (context.outlook or d.future) and _year_to_come(d.period, calendar):
        current = calendar.year(calendar.fiscal_year_of(calendar.reported.end))
    if current is not None and (context.outlook or d.future) and _to_come(d.period, current, calendar):
        current = calendar.year_before(current, -1)
    if compared and current is None:
        return None, None, False
    period = current or context.period
    base = resolve(d.base, calendar, period, d.year if d.role == "change" else None, True) if d.base else None
    return period, base, d.period is not None


def _year_to_come(phrase: PeriodPhrase | None, calendar: FiscalCalendar) -> bool:
    """Whether a bare year of which something is expected is the reported one, of which a part is still to come."""
    if phrase is None or phrase.kind != "year" or phrase.year is None:
        return False
    year = calendar.fiscal_year_of(calendar.reported.end)
    return phrase.year == year and calendar.year(year).end > calendar.reported.end


def _to_come(phrase: PeriodPhrase | None, period: Period, calendar: FiscalCalendar) -> bool:
    """Whether a quarter or half of which something is expected is the one of the year to come: "first quarter" said in
    the report of a year."""
    unnamed = phrase is not None and phrase.kind in ("quarter", "half") and phrase.year is None
    return unnamed and period.end < calendar.reported.end and not period.instant


def _future(period: Period, calendar: FiscalCalendar) -> bool:
    return period.end > calendar.reported.end and (period.end - calendar.reported.end).days > 20
