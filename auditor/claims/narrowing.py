"""The measure of a number, narrowed by what stands around it: a segment, a part, "adjusted", "in constant currency"."""

from __future__ import annotations

import re

from auditor.claims.bases import of_basis
from auditor.claims.context import Context
from auditor.claims.draft import Draft
from auditor.claims.lexicon import Lexicon
from auditor.claims.mention import Mention
from auditor.claims.place import OTHER, PART, UNDER_HEADING, WITHOUT
from auditor.grammar.folding import Hinted
from auditor.model.fact import Measure
from auditor.vocabulary.words import content_words

_CURRENCY_NEUTRAL = re.compile(
    r"\s*[()]?(?:[\w-]+\s+){0,3}?,?\s*(?:operationally\b|(?:in|on\s+an?|at|using)\s+"
    r"(?:constant[\s-]+(?:currenc|dollar|exchange|rate)|CER\b|local[\s-]+currenc|currency[\s-]+neutral|FX[\s-]neutral)|"
    r"excluding\s+(?:the\s+)?(?:impacts?|effects?)?\s*(?:of\s+)?(?:foreign\s+)?(?:currency|foreign|exchange)|"
    r"organic(?:ally)?|on\s+an\s+organic)",
    re.I,
)
_NEUTRAL_FIRST = re.compile(
    r"[^,;.$%]{0,40}\b(?:in|on\s+an?|at|using)\s+(?:(?:constant|local)[\s-]+(?:currenc|dollar|exchange|rate)|CER\b)[^,;.$%]{0,24},\s",
    re.I,
)  # "From a regional view in constant currency, net sales decreased"
_SUPPOSED = re.compile(r"\s*(?:\w+\s+){0,3}than\s+(?:it|they|we|what)\s+would\b", re.I)
_ADJUSTED_AFTER = re.compile(
    r"\s*,?\s*(?:on\s+an?\s+)?(?:non-gaap|as\s+adjusted|adjusted)\b"
    r"(?!\s+(?:net|gross|operating|income|earnings|eps|diluted|revenue|tax|ebitda|free))",
    re.I,
)
_CALLED_ADJUSTED = re.compile(r"\s*\(\s*(?:an?\s+)?non-gaap\b[^()]*\)", re.I)  # "net income (non-GAAP)"
_BOTH_BASES = re.compile(r"\bgaap\s+and\s+\w|\band\s+gaap\b", re.I)
_EFFECT = Hinted(
    r"\b(?:was|were|been)\s+(?:\w+\s+)?(?:lowered|reduced|impacted|affected|hurt|helped|boosted)\s+by\s+"
    r"(?:\w+\s+)?$|\b(?<!cumulative\s)(?:impact|effect|headwind|tailwind|drag)s?\s+(?:of|to|on)\b(?:(?!,\s+which\b)[^;.])*$",
    "by|impact|effect|headwind|tailwind|drag",
)
_REACHED = re.compile(
    r"(?:,?\s+or\s+[\d.]+\s?(?:%|per\s?cent),?)?\s+to\s+\S{0,4}\d"
)  # "expense was reduced by $1.9 million to $25.3 million": it was, whatever did it
_REPAID = re.compile(r"\b(?:lowered|reduced)\s+by\b", re.I)
_REPRESENTING = re.compile(
    r"\b(?:represent|reflect|result|yield|equat|translat)\w*\s+(?:\w+\s+)?(?:an?|the)\s+$|\bfor\s+an?\s+$", re.I
)
_SEGMENT = re.compile(r"\bsegment\b", re.I)
_SEGMENT_DID = re.compile(
    r"\b(?:segment|division|business\s+unit)\s+(?:also\s+)?(?:had|reported|recorded|generated|posted|contributed|produced|"
    r"delivered|achieved)\s+(?:\w+\s+){0,2}$",
    re.I,
)  # "the Harbour segment generated earnings from operations of"
_FLOW = re.compile(r"\b(?:from|used|provided)\b", re.I)  # cash from something is a flow of it
_CASH_PART = re.compile(r"(?:total\s+)?cash\s+equivalents", re.I)
_OF_SEGMENT = frozenset(("segment",))
_OF_SEGMENTS = frozenset("revenue gross-profit net-income operating-income ebit ebitda operating-margin".split())
_EARNED, _OPERATED = ("net-income", "operating-income"), ("operating-income", "ebit")  # of a segment
_BASES = frozenset(("adjusted", "diluted", "basic"))
_NO_PARTS = _BASES | {"constant-currency", "organic", "continuing", "discontinued"}
_OF_COMPANY = frozenset(("tax-rate", "income-taxes"))  # no segment pays taxes
_SELDOM_OF_SEGMENTS = frozenset(
    (
        "operating-cash-flow",
        "free-cash-flow",
        "cash-and-equivalents",
        "total-debt",
        "eps",
        "dividends-paid",
        "share-repurchases",
    )
)  # only where a table gives them so
_CURRENCY = frozenset(("constant-currency", "organic"))
_WHOLE = re.compile(
    r"\b(?:total|consolidated|company|overall|net\s+(?:income|earnings|loss))\b|\bper\s+"
    r"(?:[\w-]+\s+){0,3}shares?\b|\bEPS\b",
    re.I,
)
_ALL = re.compile(r"\b(?:total|consolidated|company|overall)\b", re.I)
_WITH_CURRENT = re.compile(
    r"\s*,?\s*\(?(?:including|inclusive\s+of|and|plus)\s+(?:the\s+|its\s+|related\s+)?current\s+(?:portion|maturities|installments)\b",
    re.I,
)
_AVERAGE_OF = re.compile(
    r"\baverage\s+(?:daily\s+)?(?:outstanding\s+)?(?:balances?|amounts?|volumes?)\s+(?:of|for|in)\s+"
    r"(?:(?:the|our|total)\s+)*$",
    re.I,
)
_ITS, _ITS_MOST = re.compile(r"\b(?:its|their)\s+$", re.I), 8
_NEAR = 60  # characters before a measure that may make an average of it
_EACH = re.compile(r"\s+(?:per|an?)\s+([A-Za-z]+)(?:\s+([A-Za-z]+))?")  # "per ounce", "per sold ounce"
_OF_AN_OUNCE = frozenset(("cash-costs", "all-in-sustaining-costs"))
_DAILY, _DAYS = (
    frozenset(("daily",)),
    frozenset(("day", "ownership day", "vessel day", "operating day", "calendar day")),
)
_TO_EACH = re.compile(  # "rose 3.5% to $1,388 per ounce"
    rf"(?:\s*,?\s*or\s+\S+%,?)?\s+(?:from\s+\S+\s+)?to\s+[$€£]?\d[\d.,]*{_EACH.pattern}"
)
_SINCE_EACH = re.compile(
    r"\d\s+per\s+([a-z]+)(?:\s+([a-z]+))?[,;(]?\s*(?:(?:up|down|an?|or|of|by|from|increase|decrease|compared|versus|to|with)\s+)*"
    r"[$€£]?$",
    re.I,
)
_PRICE = re.compile(
    r"\s+per\s+(?!(?:[\w-]+\s+){0,3}?(?:shares?|ad[sr]s?|units?)\b|annum|year|quarter|month)[a-z]", re.I
)
_OF_A_PIECE = re.compile(r"\b(?:pric(?:es?|ing)|rates?|realizations?|yields?|fees?|netbacks?|spreads?)\b", re.I)
_BY_SHARE = re.compile(
    r"\s+(?:(?:on\s+a\s+)?per[\s-]+|to\s+\$\s?\d*\.\d\d\s+(?:per\s+|a\s+))(?:(?:diluted|common|basic)\s+)*share\b", re.I
)
_RESULTS = frozenset(
    "gross-profit gross-margin operating-income operating-margin operating-expenses pretax-income net-income net-margin eps "
    "research-and-development selling-general-administrative tax-rate income-taxes".split()
)
_EXCLUDING = re.compile(WITHOUT, re.I)
_EXCLUDED = re.compile(
    rf"On\s+an?\s+(?:non-gaap|adjusted|ongoing|underlying|core|normalized|recurring)\s+basis\b|{_EXCLUDING.pattern}",
    re.I,
)
_LEFT_OUT = Hinted(
    rf"(?:;|,?\s(?:and|but|while)\s)\s*{WITHOUT}(?:(?!,?\s(?:and|but|while)\s)[^;,])*,\s+(?:[a-z]+\s+){{0,3}}$",
    "excluding|without|adjusting|adjusted|exclusive",
)  # "…, and excluding the sales of that unit, revenue increased 9%"
_WOULD_HAVE = Hinted(r"\bwould\s+have\s+\w+", "would")
_NEW_CLAUSE = re.compile(r"\s*(?:(?:and|but|while)\s+)?", re.I)
_WITH = re.compile(r"\bwith\s+$", re.I)
_CLAUSE = re.compile(r"[,;]")
_REACH = 500  # characters before a number in which it is said to be supposed only


def narrowed(
    mention: Mention, before: str, after: str, context: Context, lexicon: Lexicon, scaled: bool = False
) -> Measure | None:
    """The measure with what stands around its number: the section's segment, "in constant currency", "non-GAAP". What is
    `scaled` ("$15 million") is of no single piece, whatever was before it."""
    measure = _on_both_bases(_by_share(lexicon.of_sales(mention), after, lexicon), mention, lexicon)
    effect = _EFFECT.search(before[-60:])
    each = _of_each(measure, "" if scaled else before, after, lexicon)
    priced = not measure.known and _OF_A_PIECE.search(mention.text)
    if not each and not priced and _PRICE.match(after) and not _always_of_each(measure, lexicon):
        return None  # "lease operating expenses of $11.38 per barrel" are no amount of them
    if scaled and lexicon.is_priced(measure):
        return None  # nor is "$9.4 million, or $6.58 per barrel" one of a row of prices
    effect = effect if effect and not _REACHED.match(after) else None
    if _SUPPOSED.match(after) or effect and not _repaid(measure, effect.group(0), lexicon):
        return None
    measure = _of_its_part(_all_of_debt(measure, mention, before), mention, before, context, lexicon)
    host = context.subject.measure.key if context.subject else ""
    if host and host != measure.key and not measure.qualifiers and lexicon.included(measure.key, host):
        measure = Measure(measure.key, frozenset((host,)), measure.known)  # an amount that a row's own label includes
    measure = _result_of_segment(_in_full(measure, lexicon), lexicon)
    extra: set[str] = set(each)
    if _AVERAGE_OF.search(before, max(0, mention.start - _NEAR), mention.start):
        extra.add("average")
    currency = _CURRENCY_NEUTRAL.match(after) or _CURRENCY_NEUTRAL.match(before, mention.end)
    currency = currency or _NEUTRAL_FIRST.match(before, 0, mention.start)
    if currency:
        extra.add("organic" if "organic" in currency.group(0).lower() else "constant-currency")
    if _ADJUSTED_AFTER.match(after):
        context.adjusted = mention
    extra |= of_basis(before, after, mention, lexicon)
    if context.adjusted is mention or _hypothetical(before, mention) and not _in_what_is_excluded(mention, before):
        extra.add("adjusted")
    if measure.key in _RESULTS and _CALLED_ADJUSTED.match(before, mention.end):
        extra.add("adjusted")
    if context.basis and measure.key in _RESULTS and "gaap" not in mention.text.lower():
        extra.add("adjusted")  # below "On a non-GAAP basis:"
    return Measure(measure.key, measure.qualifiers | extra, measure.known) if extra else measure


def _on_both_bases(measure: Measure, mention: Mention, lexicon: Lexicon) -> Measure:
    """A result that is one on both bases, where the tables give none that is adjusted: "GAAP and ongoing earnings"."""
    if "adjusted" not in measure.qualifiers or not _BOTH_BASES.search(mention.text):
        return measure
    if lexicon.has_part(measure.key, frozenset(("adjusted",))):
        return measure
    return Measure(measure.key, measure.qualifiers - {"adjusted"}, measure.known)


def _all_of_debt(measure: Measure, mention: Mention, before: str) -> Measure:
    """All debt, which long-term debt is "including the current portion"."""
    if measure.key != "long-term-debt" or not _WITH_CURRENT.match(before, mention.end):
        return measure
    return Measure("total-debt", measure.qualifiers, True)


def _again(mention: Mention, measure: Measure, context: Context) -> bool:
    """Whether a sentence goes on with the measure of the one before, and does not say that it is all of it."""
    same = context.before is not None and context.before.measure.key == measure.key
    return same and not measure.qualifiers and not _ALL.search(mention.text)


def _of_its_part(measure: Measure, mention: Mention, before: str, context: Context, lexicon: Lexicon) -> Measure:
    """The measure as that of the part, or the segment, of which the text speaks."""
    within = _in_leader(mention, before[: mention.start], context, lexicon)
    if within is not None:
        return within
    own = measure.qualifiers
    if _of_section(measure, mention, context, lexicon):
        own = _within_section(measure, context)
    elif _told_within(mention, context, lexicon):
        own = own | context.section
    elif part := _leaders_part(mention, before, context, lexicon) or _of_owner(mention, before, context, lexicon):
        own = own | part
    elif _of_part(mention, context, lexicon):
        own = context.part | (own - _OF_SEGMENT)
    elif part := _segment_spoken_of(mention, measure, context, lexicon):
        own = part | (own - _OF_SEGMENT)
    elif _again(mention, measure, context) and context.before is not None:
        # "Nordic expenses were … On an adjusted basis, expenses were …"
        own = lexicon.segments_in(context.before.measure.qualifiers)
    elif own <= _BASES and (part := _represented(mention, before, context)):
        own = own | part
    return Measure(measure.key, own, measure.known)


def _in_full(measure: Measure, lexicon: Lexicon) -> Measure:
    """The measure of a segment that is called without the company's own name, which the tables put before it."""
    part = measure.qualifiers - _OF_SEGMENT
    full = lexicon.in_full(part) if measure.key in _OF_SEGMENTS else part
    return Measure(measure.key, full, measure.known) if full != part else measure


def _result_of_segment(measure: Measure, lexicon: Lexicon) -> Measure:
    """What a segment earned, where the tables give it its operating income alone, or its earnings before interest and taxes."""
    part, key = measure.qualifiers - _OF_SEGMENT, measure.key
    if key not in _EARNED or not part - _NO_PARTS or not lexicon.is_segment(part) or lexicon.has_part(key, part):
        return measure
    given = next((other for other in _OPERATED if lexicon.has_just(other, part)), None)
    return Measure(given, part, True) if given is not None else measure


def _by_share(measure: Measure, after: str, lexicon: Lexicon) -> Measure:
    """The amount by the share, where that is what grew: "an increase of 7.5% per share", "grew 8.7% to $0.25 per share"."""
    return lexicon.vocabulary.per_share(measure) if _BY_SHARE.match(after) else measure


def _of_each(measure: Measure, before: str, after: str, lexicon: Lexicon) -> frozenset[str]:
    """Of what each a price is, where a table gives the measure so: "$11.38 per ounce", "$19.84 per square foot, up 3%"."""
    each = _EACH.match(after) or _TO_EACH.match(after) or _SINCE_EACH.search(before, max(0, len(before) - _NEAR))
    told = each.groups("") if each is not None else ()
    for word in (*told, " ".join(told)):
        words = _DAILY if word in _DAYS else lexicon.vocabulary.qualify(content_words(word))
        own = measure.qualifiers | words
        if not words <= measure.qualifiers and any(
            lexicon.has_just(k, own) for k in _with_amount(measure.key, lexicon)
        ):
            return words
    return frozenset()


def _always_of_each(measure: Measure, lexicon: Lexicon) -> bool:
    """Whether a measure is told for each piece as a rule: a time charter rate of a day, the costs of an ounce where no table
    gives them by the mine."""
    return lexicon.unit(measure) == "price" or measure.key in _OF_AN_OUNCE and not lexicon.is_parted(measure.key)


def _with_amount(key: str, lexicon: Lexicon) -> tuple[str, ...]:
    """A measure, and of a margin the amount that it is where it is told in money: "a gross margin of $19.96 per barrel"."""
    entry = lexicon.vocabulary.entry(key)
    return (
        (key, entry.ratio[0]) if entry is not None and entry.ratio is not None and entry.unit == "percent" else (key,)
    )


def _repaid(measure: Measure, effect: str, lexicon: Lexicon) -> bool:
    """Whether a balance became so much less: "debt was reduced by $28 million" tells no effect of something else."""
    entry = lexicon.vocabulary.entry(measure.key)
    return entry is not None and entry.stands and _REPAID.search(effect) is not None


def _in_what_is_excluded(mention: Mention, before: str) -> bool:
    """Whether a measure is what a sentence leaves out: the costs of "Excluding restructuring costs of $6 million, earnings were"."""
    left_out = _EXCLUDING.match(before, _bracketed(before))
    return (
        left_out is not None
        and 0 <= mention.start - left_out.end()
        and "," not in before[left_out.end() : mention.start]
    )


def _hypothetical(before: str, mention: Mention) -> bool:
    opening = _bracketed(before)
    own = opening <= mention.start and _EXCLUDED.match(before, opening)
    clause = _NEW_CLAUSE.match(before, before.rfind(";", max(0, len(before) - _REACH)) + 1)
    own = own or clause and _EXCLUDED.match(before, clause.end())
    if own or _EXCLUDED.match(before.lstrip("\"' ")) or _WOULD_HAVE.search(before[-_REACH:]):
        return True
    return _LEFT_OUT.search(before[max(0, mention.start - _REACH) : mention.start]) is not None


def _bracketed(before: str) -> int:
    """Where a bracket that stands open begins, else the text: "(excluding the charge, income per share was $.28)"."""
    opened = before.rfind("(", max(0, len(before) - _REACH))
    return opened + 1 if opened > before.rfind(")") else 0


def in_section(mention: Mention, context: Context) -> bool:
    """Whether a measure may be of the segment that the text speaks of."""
    if mention.measure.key in _OF_COMPANY:
        return False
    own = mention.measure.qualifiers - {"adjusted"}
    return bool(context.section) and own <= _OF_SEGMENT and not _WHOLE.search(mention.text)


def _of_section(measure: Measure, mention: Mention, context: Context, lexicon: Lexicon) -> bool:
    """Whether a measure is that of the segment which the text speaks of."""
    if not in_section(mention, context):
        return _result_of_section(mention, context, lexicon)
    whole = measure.known and not lexicon.is_segment(context.section)  # "Property results" is no segment's heading
    return _surely_part(measure, context) and not whole or _given(measure.key, context.section, lexicon)


def _result_of_section(mention: Mention, context: Context, lexicon: Lexicon) -> bool:
    """Whether net income, or its tax, is that of the segment which the text speaks of, as a table gives it: elsewhere it is
    the company's."""
    measure = mention.measure
    bare = (
        measure.key in ("net-income", *_OF_COMPANY)
        and measure.qualifiers <= _OF_SEGMENT
        and not _ALL.search(mention.text)
    )
    return bare and bool(context.section) and lexicon.has_part(measure.key, context.section)


def of_opening(mention: Mention, measure: Measure | None, context: Context, lexicon: Lexicon) -> bool:
    """Whether a bare measure may be that of the part which the paragraph began with, though no table has it: "Nordic sales
    for the quarter rose 24%. Sales for the year to date rose 28%"."""
    first = context.opened
    if first is None or first is mention or measure is None or _ALL.search(mention.text):
        return False
    if not first.foreign:
        return _of_its_segment(first, mention, measure, lexicon)
    if _SEGMENT.search(first.text) and measure.key in _OF_SEGMENTS and not mention.foreign:
        return True  # "Salt segment operating income fell. EBITDA decreased to": that of the salt
    return first.measure.key == measure.key and measure.qualifiers <= _BASES | _CURRENCY and not mention.foreign


def _of_its_segment(first: Mention, mention: Mention, measure: Measure, lexicon: Lexicon) -> bool:
    """Whether a bare measure may be that of the segment with whose sales the paragraph began: "Nordic sales fell 19%.
    Operating profit declined to $1 million, a margin of 20%"."""
    segment = lexicon.segments_in(first.measure.qualifiers)
    entry = lexicon.vocabulary.entry(measure.key)
    if not segment or measure.qualifiers - _BASES or entry is None or _WHOLE.search(mention.text):
        return False
    return _given(measure.key, segment, lexicon)


def opening_part(mention: Mention, measure: Measure | None, context: Context, lexicon: Lexicon) -> frozenset[str]:
    """The segment that a bare measure is most likely of, as that with whose sales the paragraph began and of which alone it
    speaks: "Nordic sales fell 19%. Operating profit declined to $1 million"."""
    first, last = context.opened, context.before
    if first is None or first is mention or measure is None or first.foreign or _ALL.search(mention.text):
        return frozenset()
    if not _of_its_segment(first, mention, measure, lexicon):
        return frozenset()
    segment = lexicon.segments_in(first.measure.qualifiers)
    others = (lexicon.segments_in(m.measure.qualifiers) for m in (last, context.leader) if m is not None)
    return segment if all(other <= segment for other in others) and context.part <= segment else frozenset()


def _segment_spoken_of(mention: Mention, measure: Measure, context: Context, lexicon: Lexicon) -> frozenset[str]:
    """The segment with whose sales the paragraph began, where a measure is called that of a segment and no more: "Nordic sales
    fell 19%. Segment operating profit declined to $1 million"."""
    if measure.qualifiers - _BASES != _OF_SEGMENT:
        return frozenset()
    bare = Measure(measure.key, measure.qualifiers - _OF_SEGMENT, measure.known)
    return opening_part(mention, bare, context, lexicon)


def _of_owner(mention: Mention, before: str, context: Context, lexicon: Lexicon) -> frozenset[str]:
    """The part whose measure the sentence named before, where "its" speaks of it again: "Nordic sales rose 5%, and its gross
    profit was $3 million"."""
    first = context.subject
    if context.owned is not None and context.owned[0] is mention:
        return context.owned[1]
    if first is None or first is context.before or mention.measure.qualifiers - _BASES:
        return frozenset()
    part = first.measure.qualifiers - _BASES - _OF_SEGMENT
    its = _ITS.search(before, max(0, mention.start - _ITS_MOST), mention.start)
    if not (its and part and lexicon.has_just(mention.measure.key, part)):
        return frozenset()
    context.owned = mention, part
    return part


def _leaders_part(mention: Mention, before: str, context: Context, lexicon: Lexicon) -> frozenset[str]:
    """The part that the sentence begins with, where a table gives the measure of it: "Nordic ended the year with backlog of
    $8 million"."""
    if context.leader is None or mention.measure.qualifiers - _BASES or not _is_leaders(mention, context, before):
        return frozenset()
    words = lexicon.vocabulary.qualify(context.leader.measure.key.split("-"))
    return words if words and lexicon.has_just(mention.measure.key, words) else frozenset()


def _in_leader(mention: Mention, before: str, context: Context, lexicon: Lexicon) -> Measure | None:
    """The part that a sentence says its measure is in: "In Nordic, sales were $5 million", "Nordic led the way, with sales
    of $5 million", where Nordic is a row under sales, or one of those that a total of them has."""
    leader = context.leader
    if leader is None or mention is leader or _ALL.search(mention.text):
        return None
    if leader.measure.known:
        alike = leader.measure.key == mention.measure.key and not mention.measure.qualifiers
        within = leader.start > 0 or _WITH.search(before) is not None
        return leader.measure if alike and within else None
    return leader.measure if lexicon.totals(leader.measure, mention.measure) else None


def _within_section(measure: Measure, context: Context) -> frozenset[str]:
    """The narrowing words of a measure of the section's segment, which may itself be called one."""
    return context.section | (measure.qualifiers - _OF_SEGMENT)


def _told_within(mention: Mention, context: Context, lexicon: Lexicon) -> bool:
    """Whether some table gives a measure that words narrow already of the section's segment too: "adjusted property EBITDA"
    under the name of a property."""
    own = mention.measure.qualifiers
    within = bool(context.section and own) and not own & context.section and not _WHOLE.search(mention.text)
    return within and _given(mention.measure.key, own | context.section, lexicon)


def _given(key: str, words: frozenset[str], lexicon: Lexicon) -> bool:
    """Whether some table gives a measure narrowed by words; of a margin, the amount that it is taken of."""
    entry = lexicon.vocabulary.entry(key)
    return lexicon.has_part(entry.ratio[0] if entry is not None and entry.ratio is not None else key, words)


def _of_part(mention: Mention, context: Context, lexicon: Lexicon) -> bool:
    """Whether a further measure is of the segment that a sentence began with: "Nordic sales were up 5%, with operating
    profit of $3 million"."""
    if not context.part or _WHOLE.search(mention.text):
        return False
    own = mention.measure.qualifiers - _OF_SEGMENT
    if own:
        return not own & context.part and lexicon.has_part(mention.measure.key, own | context.part)
    return _given(mention.measure.key, context.part, lexicon) or _earned_by(mention, context.part, lexicon)


def _earned_by(mention: Mention, part: frozenset[str], lexicon: Lexicon) -> bool:
    """Whether bare earnings are those of a part, of which a table gives the operating income: "Nordic sales were up 5% and
    earnings improved by $2 million"."""
    return mention.measure.key in _EARNED and any(lexicon.has_just(key, part) for key in _OPERATED)


def _surely_part(measure: Measure, context: Context) -> bool:
    """Whether it is, even where no table gives it of a segment."""
    return context.here and measure.known and measure.key not in _SELDOM_OF_SEGMENTS


def _represented(mention: Mention, before: str, context: Context) -> frozenset[str]:
    """The part that a ratio named behind it is of: "Nordic gross profit was $7 million, representing a gross margin of 63%"."""
    first = context.subject
    if first is None or first is context.before or first.end > mention.start:
        return frozenset()
    between = before[first.end : mention.start]
    return first.measure.qualifiers - _BASES if _REPRESENTING.search(between) else frozenset()


def unnamed_part(d: Draft, measure: Measure | None, context: Context, lexicon: Lexicon, text: str) -> str:
    """Why a measure that no words narrow may yet be a part's: a heading above named one, or the words say so."""
    if d.mention is None or measure is None:
        return ""
    each = _EACH.match(text, d.number.end) or _TO_EACH.match(
        text, d.number.end
    )  # of what each it is narrows it to no part
    pieces = content_words(" ".join(each.groups(""))) if each else ()
    if measure.qualifiers - _BASES - lexicon.vocabulary.qualify(pieces):
        return ""
    if measure.known and (_is_leaders(d.mention, context, text) or _SEGMENT_DID.search(text, 0, d.mention.start)):
        return PART
    if not _WHOLE.search(d.mention.text):
        if context.row or context.maybe and lexicon.has_part(measure.key, context.maybe):
            return UNDER_HEADING
    entry = lexicon.vocabulary.entry(measure.key)
    if entry is not None and entry.stands and _FLOW.search(d.mention.text):
        return OTHER
    return PART if _SEGMENT.search(d.mention.text) or _CASH_PART.fullmatch(d.mention.text) else ""


def _is_leaders(mention: Mention, context: Context, text: str) -> bool:
    """Whether a measure is of what the sentence begins with: "Nordic contributed $3 million of net income"."""
    leader = context.leader
    if leader is None or leader.end > mention.start or _ALL.search(mention.text):
        return False
    within = leader.start and text[leader.end : leader.end + 1] == ","  # "In Nordic, sales were"
    return not _CLAUSE.search(text, leader.end + bool(within), mention.start)


def of_product(measure: Measure | None, context: Context, lexicon: Lexicon) -> bool:
    """Whether a part may be that of the product which the sentences before spoke of: "Velorin sales rose 13%; international
    sales grew 7%", where the tables give international sales of each product."""
    spoken = context.before.measure if context.before else None
    if measure is None or spoken is None or spoken.key != measure.key:
        return False
    own, other = measure.qualifiers - _BASES, spoken.qualifiers - _BASES - measure.qualifiers
    products = (word for word in other if lexicon.has_just(measure.key, frozenset((word,))))
    return bool(own) and any(lexicon.has_just(measure.key, own | {word}) for word in products)
