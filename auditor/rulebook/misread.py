"""What tells that a sentence was misread rather than mistyped: the number is right there under another name, the row
says more than the sentence, the figures are on another basis.

A slip of the hand leaves the words as they are. Where the words of the sentence and those of the figure part, a
difference between them is no contradiction, however surely the measure alone seems to be named.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from decimal import Decimal

from auditor.binding.said import OWN
from auditor.model.binding import Candidate
from auditor.model.claim import Claim
from auditor.model.fact import Fact
from auditor.model.source import Paragraph
from auditor.rulebook.causes import slip_of_claim
from auditor.rulebook.context import Context, once
from auditor.rulebook.language.figures import Figure
from auditor.vocabulary.words import EXCLUDING, content_words

OTHER_ROW = "the number stands in another row that the sentence names"
COMPARED = "the number stands in the column that the sentence compares with"
OTHER_YEAR = "the number stands in the column of another year that the sentence names"
OTHER_BASIS = "the figures are on another basis than the sentence speaks of"
IN_MONEY = "the figures are amounts of money, and the sentence speaks of a number"
WITH_MORE = "the sentence speaks of something together with the row of the figure"
ROW_BESIDE = "the number stands in another row of the table, which the sentence may mean"
OTHER_LENGTH = "the number stands in the column of another length of time, which the sentence names"
SUSPECT = frozenset((ROW_BESIDE, OTHER_LENGTH))
"""Why a contradiction is rather a misreading, but may be a figure that was taken from a wrong place."""
SAYS_MORE = "the row of the figure says more than the sentence"

_COARSE = Decimal("0.1")  # of its value that a number's last digit may be worth, for its row to be told by it
_BASES = frozenset(
    "underlying core organic pro forma normalized normalised recurring comparable headline economic distributable "
    "constant currency tangible modified cash".split()
)
"""Words that make another measure of one that is called by the same name beside them."""
_LEAVES_OUT = re.compile(
    rf"\b(?:{EXCLUDING}|pro\s*forma|constant[\s-]currency|CER|on\s+a\s+comparable\s+basis|comparable[\s-]basis)\b",
    re.I,
)
_SAID_SO = re.compile(r"\b(?:exclud|exclusive|pro\s*forma|constant|cer\b|comparable|adjust|organic)", re.I)
_BASIS_OF_ALL = re.compile(
    r"\b(?:all|any|the)\s+(?:[\w-]+\s+){0,3}?(?:comparisons?|results|amounts|figures|discussion|percentages|changes)\b"
    r"[^.;]*\bon\s+an?\s+(?:pro\s*forma|constant[\s-]currency|comparable|organic|like-for-like|combined|adjusted)"
    r"\b[^.;]*\bbasis\b",
    re.I,
)  # "unless otherwise noted, all comparisons below are presented on a pro forma basis"

_ON_BASIS = re.compile(r"\bon\s+an?\s+(?P<basis>(?:[\w-]+\s+){1,3})basis\b", re.I)
_ASIDE = re.compile(r"\([^()]*$")
_GROWN_SO = re.compile(
    r"(?:[,;]\s*|\s)(?:and|but|or)\s+"
    r"(?=(?:an?\s+)?(?:\w+\s+)?(?:up|down|\w*(?:crease|decline|grow|rise|rose|fell|fall))\w*\b)",
    re.I,
)  # "…, and increased 2%"
_AND_SO = re.compile(r"(?:\s*[,;]|\s[^,;]*\w[^,;]*?[,;]?)\s*(?:and|but|or)\s+", re.I)  # ", and", "to $39 million and"
_NO_BASIS = frozenset(
    "gaap non-gaap reported as consolidated year-over-year sequential quarterly annual per share diluted basic "
    "fully regular daily year-to-date quarter-over-quarter full net gross combined total trailing rolling twelve-month "
    "12-month".split()
)  # words of a basis that need not stand in a row's name

_UNLESS = re.compile(
    r"\b(?:unless|except\s+(?:where|as))\s+(?:otherwise\s+)?(?:\w+\s+)?(?:noted|stated|indicated|specified)[^.;]*", re.I
)  # "unless otherwise noted, the results discussed are those of continuing operations"
_GOING_ON = frozenset(("continuing", "operation"))
_THREE_DIGITS = 100  # units of the last digit
_MANY = 20  # units of the last digit
_NEXT = 3  # rows below one that may be spoken of together with it
_AND = re.compile(r"\band\s+([a-z]+)")
_LENGTHS = {
    3: re.compile(r"\b(?:quarter(?:ly)?|three[\s-]+months?)\b", re.I),
    6: re.compile(r"\b(?:six[\s-]+months?|half|year[\s-]+to[\s-]+date|YTD)\b", re.I),
    9: re.compile(r"\b(?:nine[\s-]+months?|three\s+quarters|year[\s-]+to[\s-]+date|YTD)\b", re.I),
    12: re.compile(r"\b(?:full[\s-]+year|fiscal\s+year|twelve[\s-]+months?|annual|for\s+the\s+year)\b", re.I),
}
_TIME = re.compile(r"\d|\b(?:quarter|half|months|weeks|year|period)\b", re.I)


def misread(claim: Claim, candidate: Candidate, expected: Figure | None, context: Context) -> str:
    """Why a figure that contradicts a number is perhaps not what the number states; empty where nothing tells so. What
    the sentence itself states is on its own basis."""
    if not candidate.facts:
        return ""
    if _in_other_row(claim, candidate, context) or _told_elsewhere(claim, candidate, context):
        return OTHER_ROW
    if _compared(claim, candidate, context):
        return COMPARED
    if _of_the_other_year(claim, candidate, context):
        return OTHER_YEAR
    if _with_more(claim, candidate, context):
        return WITH_MORE
    if _counted(claim, context) and _in_money(candidate, context):
        return IN_MONEY
    if _on_other_basis(claim, candidate, context) or claim.role != "current" and _on_basis_of_all(claim, context):
        return OTHER_BASIS
    slip = slip_of_claim(claim, expected) if expected is not None else None
    if _in_row_beside(claim, candidate, slip, context):
        return ROW_BESIDE
    if (slip is None or not _long(claim)) and _of_another_length(claim, candidate, context):
        return OTHER_LENGTH
    return SAYS_MORE if slip is None and _says_more(claim, candidate, context) else ""


def loosely_told(claim: Claim, candidate: Candidate, expected: Figure | None) -> bool:
    """Whether the sentence's other numbers give a figure only within many units of its last digit: 58% of revenue is no
    $1,446,437 where the table prints $1,443,437."""
    own = candidate.note == OWN and claim.kind in ("level", "count")
    return own and expected is not None and expected.quantity.step > _MANY * claim.quantity.step


def _in_other_row(claim: Claim, candidate: Candidate, context: Context) -> bool:
    """Whether the number is printed for the same period in a row whose label says just what the words beside the number
    do, and the row of the contradicting figure does not."""
    bound = [f for o in candidate.operands.values() for f in o.facts]
    stated = claim.quantity.magnitude()
    if claim.kind not in ("level", "per-share") or not bound or stated.step > stated.value * _COARSE:
        return False
    rows = {(f.table, f.row) for f in bound}
    own = {w for f in bound for w in content_words(f.label)}
    said = _words(claim, context)
    for fact in _printed(claim, bound[0], context):
        more = set(content_words(fact.label)) - own
        if more and more <= said and (fact.table, fact.row) not in rows:
            return True
    return False


def _told_elsewhere(claim: Claim, candidate: Candidate, context: Context) -> bool:
    """Whether a change, or a share, is told with an amount that is another than it was computed of: "the cost of Halden
    was $961 per ounce, down 4%" where another row prints the 961, "sales of $232 million, 35% of the total" of all."""
    share = claim.kind == "share-of"
    of = candidate.operands.get("part" if share else "now")
    if not (share or claim.role == "change") or of is None or len(of.facts) != 1 or not claim.subject:
        return False
    own = of.facts[0]
    for other in context.by_sentence[claim.sentence.start]:
        near = other.group == claim.group if share else abs(other.group - claim.group) <= 1
        if other.role != "current" or other.subject != claim.subject or not near:
            continue
        alike = other.kind == "level" and other.quantity.unit == own.quantity.unit and _long(other)
        if alike and not _states(other, own):
            return share or any((f.table, f.row) != (own.table, own.row) for f in _printed(other, own, context))
    return False


def _in_row_beside(claim: Claim, candidate: Candidate, slip: str | None, context: Context) -> bool:
    """Whether a number of three digits or more is printed for the same period in another row of the table: of what is
    called almost alike, the sentence may mean that one. Where a slip would explain the number too, the row must bear no
    word that the sentence has not, but that of operations that go on."""
    bound = [f for o in candidate.operands.values() for f in o.facts]
    if claim.kind not in ("level", "per-share") or len(bound) != 1 or not _long(claim):
        return False
    own = bound[0]
    beside = [f for f in _printed(claim, own, context) if f.table == own.table and f.kind == own.kind]
    if slip is not None:
        said = _words(claim, context) | set(content_words(own.label)) | _GOING_ON
        beside = [f for f in beside if f.label and said.issuperset(content_words(f.label))]
    return any(f.row != own.row for f in beside)


def _long(claim: Claim) -> bool:
    """Whether a number has three digits or more, which other figures hardly have by chance."""
    return abs(claim.quantity.value) >= _THREE_DIGITS * claim.quantity.step


def _printed(claim: Claim, like: Fact, context: Context) -> Iterator[Fact]:
    """The cells that print a claim's number for the period of a figure."""
    when = like.period
    for fact in context.printed.of(claim.quantity):
        if fact.origin == "cell" and fact.period is not None and when is not None and fact.period.same(when):
            yield fact


def _words(claim: Claim, context: Context) -> set[str]:
    """The words beside a number, from the last number of another statement to the next, and those of the heading."""
    start, end = claim.sentence.start, claim.sentence.end
    for other in context.by_sentence[claim.sentence.start]:
        if other.span.end <= claim.span.start and other.group != claim.group:
            start = max(start, other.span.end)
        if other.span.start >= claim.span.end:
            end = min(end, other.span.start)
    text = context.document.text
    return {*content_words(text[start:end]), *content_words(_heading(claim, context)), *_said_of_all(context)}


@once
def _said_of_all(context: Context) -> frozenset[str]:
    """The words of the sentences that say what holds wherever nothing else is said."""
    return frozenset(w for m in _UNLESS.finditer(context.document.text) for w in content_words(m.group()))


def _heading(claim: Claim, context: Context) -> str:
    """The heading that a claim stands under."""
    headings = _headings(context)
    above = bisect_right(headings, claim.span.start, key=lambda p: p.span.start)
    return context.document.slice(headings[above - 1].span) if above else ""


@once
def _headings(context: Context) -> list[Paragraph]:
    return [p for p in context.document.paragraphs if p.kind == "heading"]


def _compared(claim: Claim, candidate: Candidate, context: Context) -> bool:
    """Whether the number stands behind one that the sentence compares with, names no time of its own, and is printed in
    the row of the contradicting figure for the period of that one."""
    before = [c for c in context.by_sentence[claim.sentence.start] if c.span.end <= claim.span.start]
    last = max(before, key=lambda c: c.span.end, default=None)
    if last is None or last.role != "base" or claim.role != "current":
        return False
    clause = re.split(r"[,;–—]|\band\b", context.document.text[last.span.end : claim.span.start])[-1]
    if _TIME.search(clause):
        return False
    stated = claim.quantity.magnitude()
    return any(
        last.period is None or f.period is not None and f.period.same(last.period)
        for f in _of_rows(candidate, context)
        if f.quantity.unit == stated.unit and stated.meets(f.quantity.magnitude())
    )


def _with_more(claim: Claim, candidate: Candidate, context: Context) -> bool:
    """Whether a number is of what a row names and of something else: "a $5 million increase in occupancy and equipment
    costs" beside rows *Occupancy* and *Equipment*, "salaries and benefits" beside *Salaries* and *Benefits*."""
    name = " ".join(claim.subject.split())
    if not name or claim.role != "change":
        return False
    text = " ".join(context.document.text[claim.span.end : claim.sentence.end].split())
    own = {w for f in candidate.facts for w in content_words(f.label)}
    behind = re.match(rf".{{0,40}}?{re.escape(name)}((?:\s+and\s+[a-z]+)*)", text)
    more = _AND.findall(name + (behind.group(1) if behind else ""))
    rows = {w for f in _below(candidate, context) for w in content_words(f.label)[:2]}
    return any(w not in own and w in rows for word in more for w in content_words(word))


def _of_the_other_year(claim: Claim, candidate: Candidate, context: Context) -> bool:
    """Whether the number is printed in the row for another year that the sentence names, of the same length as that of
    the figures, and nothing else of it states that figure: "the loss in 2025 and 2024 stood at nil and $9 million"."""
    text = context.document.text[claim.sentence.start : claim.sentence.end]
    beside = [c for c in context.by_sentence[claim.sentence.start] if c.id != claim.id]
    own = [f.period for f in candidate.facts if f.period is not None]
    years, lengths = {p.end.year for p in own}, {p.months for p in own}
    for fact in _of_rows(candidate, context):
        if fact.period is None or fact.period.end.year in years or fact.period.months not in lengths:
            continue
        if not _states(claim, fact):
            continue
        named = re.search(rf"\b{fact.period.end.year}\b", text) is not None
        alone = not any(c.quantity.magnitude().meets(fact.quantity.magnitude()) for c in beside)
        if named and alone:
            return True
    return False


def _of_another_length(claim: Claim, candidate: Candidate, context: Context) -> bool:
    """Whether the number is printed in the row for a longer or shorter period that ends on the same day, and whose
    length the sentence names: "… in the quarter, and year-to-date net income was $559,000"."""
    text = context.document.text[claim.sentence.start : claim.sentence.end]
    own = next((f.period for f in candidate.facts if f.period is not None), None)
    if own is None or own.instant or claim.kind not in ("level", "per-share"):
        return False
    for fact in _of_rows(candidate, context):
        other = fact.period
        if other is None or other.instant or other.end != own.end or other.months == own.months:
            continue
        named = _LENGTHS.get(other.months)
        if named is not None and named.search(text) and _states(claim, fact):
            return True
    return False


def _states(claim: Claim, fact: Fact) -> bool:
    """Whether a claim's number is that of a figure, whatever their signs."""
    stated, printed = claim.quantity, fact.quantity
    return stated.unit == printed.unit and stated.magnitude().meets(printed.magnitude())


def _of_rows(candidate: Candidate, context: Context) -> Iterator[Fact]:
    """All figures of the rows that a reading rests on."""
    for row in candidate.rows:
        yield from context.known.at.get(row, ())


def of_another_column(claim: Claim, candidate: Candidate, context: Context) -> bool:
    """Whether a number of three digits or more was taken from another column of the row of the figures."""
    return _long(claim) and any(_states(claim, f) for f in _of_rows(candidate, context))


def _below(candidate: Candidate, context: Context) -> Iterator[Fact]:
    """The figures of the rows right below those that a reading rests on."""
    for table, row in candidate.rows:
        for k in range(row + 1, row + 1 + _NEXT):
            yield from context.known.at.get((table, k), ())


def _counted(claim: Claim, context: Context) -> bool:
    """Whether the sentence speaks of the number of what a claim is of: "the number of bookings rose 5%"."""
    text = context.document.text[claim.sentence.start : claim.sentence.end]
    of = re.search(rf"\bnumbers?\s+of\s+(?:[\w-]+\s+){{0,2}}{re.escape(claim.subject)}", text, re.I)
    return bool(claim.subject) and of is not None


def _in_money(candidate: Candidate, context: Context) -> bool:
    """Whether a row of the figures gives amounts: none of percentages or pieces."""
    units = {f.quantity.unit for f in _of_rows(candidate, context)}
    return any(unit != "percent" and not unit.startswith("count") and "/" not in unit for unit in units)


def _on_other_basis(claim: Claim, candidate: Candidate, context: Context) -> bool:
    """Whether a heading above the rows says what they leave out, and neither the sentence nor its heading does; or the
    sentence says a basis, "on an FTE basis", that no name of the figures does."""
    text = context.document.text[claim.sentence.start : claim.sentence.end]
    if (told := _ON_BASIS.search(text)) is not None and _unheard(told["basis"], candidate, context):
        aside = _ASIDE.search(text, 0, told.start())  # "up 5.7% (4.1% on a billing day basis)"
        start = aside.start() if aside is not None else _clause_of(told, claim, context)
        return not start or claim.sentence.start + start < claim.span.start < claim.sentence.start + told.end()
    if _SAID_SO.search(text) and claim.measure and "adjusted" not in claim.measure.qualifiers:
        return False
    if _LEAVES_OUT.search(text) or _LEAVES_OUT.search(_heading(claim, context)):
        return False
    for fact in candidate.facts:
        table = context.table.get(fact.table)
        row = next((r for r in table.rows if r.index == fact.row), None) if table is not None else None
        if row is not None and any(_LEAVES_OUT.search(heading) for heading in row.path):
            return True
    return False


def _clause_of(told: re.Match[str], claim: Claim, context: Context) -> int:
    """Where in a sentence the last clause before a basis begins that tells a growth of its own: "revenue was $28
    billion, a decrease of 4%, and an increase of 2% on a constant currency basis"; 0 where there is none."""
    begun = max((m.end() for m in _GROWN_SO.finditer(told.string, 0, told.start())), default=0)
    start, end = claim.sentence.start + begun, claim.sentence.start + told.start()
    told_here = context.by_sentence[claim.sentence.start]
    if begun and any(start <= c.span.start < end for c in told_here if c.kind == "change-percent"):
        return begun
    told_before = [c for c in told_here if c.span.end <= end and c.quantity.unit == "percent"]
    again = len(told_before) > 1 and _and_so(told, *told_before[-2:])
    return told_before[-1].span.start - claim.sentence.start if again else 0


def _and_so(told: re.Match[str], first: Claim, own: Claim) -> bool:
    """Whether the last growth before a basis is another one of what grew before, and alone on that basis: "sales rose
    8% to $39 million and 9% on a daily basis", but not "rose 8% and 9% on a daily basis"."""
    text, start = told.string, own.sentence.start
    link = text[first.span.end - start : own.span.start - start]
    beside = not text[own.span.end - start : told.start()].strip()
    apart = _AND_SO.fullmatch(link) is not None and "respectively" not in text
    same = (first.measure and first.measure.key) == (own.measure and own.measure.key)
    return beside and apart and same


def _unheard(basis: str, candidate: Candidate, context: Context) -> bool:
    """Whether the words of a basis stand in no label, header or title of the figures."""
    named = " ".join(
        f"{f.label} {f.header} {table.title if (table := context.table.get(f.table)) else ''}" for f in candidate.facts
    )
    said = " ".join(named.lower().replace("-", " ").split())
    return any(word not in _NO_BASIS and word.replace("-", " ") not in said for word in basis.lower().split())


def _on_basis_of_all(claim: Claim, context: Context) -> bool:
    """Whether a sentence before says that all comparisons are on a basis of their own."""
    said = _bases_said(context)
    return bool(said) and said[0] < claim.span.start


@once
def _bases_said(context: Context) -> list[int]:
    return [m.start() for m in _BASIS_OF_ALL.finditer(context.document.text)]


def _says_more(claim: Claim, candidate: Candidate, context: Context) -> bool:
    """Whether a word of the row's label makes another measure of it, and is not said."""
    said = _words(claim, context) | set(content_words(claim.subject))
    return any((_BASES & set(content_words(f.label))) - said for f in candidate.facts)
