"""Sentences that name a measure but speak of another figure than the company's own of the period: of other companies, of
weeks, of averages over years, of one debt of several, of figures as they stood before a restatement."""

from __future__ import annotations

import re
from itertools import islice

from auditor.claims.place import AVERAGE, IN_OTHER, LIMIT, MONTH, NARROWED, OF_DEBT, OTHER, PART, RESTATED, WHEN, Place
from auditor.grammar.folding import Hinted
from auditor.model.source import Document
from auditor.vocabulary.words import content_words

_AVERAGED = Hinted(
    r"\bcompound(?:ed)?\b|\baverage\s+annual\b|\bCAGR\b|\bannuali[sz]ed\b|\b(?:annually|a\s+year)\s+"
    r"(?:for|over|since)\b",
    "compound|annual|cagr|year",
)
_STOOD = Hinted(
    r"\b(?:previously|originally|initially|first)\s+(?:reported|announced|stated)\b|\bas\s+restated\b",
    "previously|originally|initially|first|restated",
)
_ON_ONE = re.compile(
    r"^\s+on\s+(?:the|our|its|these|this|that|an?)\s+(?![^,;.]*\bbasis\b)[a-z]"
)  # "interest expense on the new notes was"
_ON_WHAT = re.compile(
    rf"^\s+on\s+(?!{WHEN}|(?:an?|our|the)\b)[a-z]"
)  # "recoverables on unpaid losses rose" of a row "Recoverables"
_OTHERS = Hinted(
    r"\b(?:joint\s+ventures?|peer\s+[a-z]+|affiliates?|parent(?:\s+company)?|competitors?|customers?|partners?|"
    r"peers?|subsidiar(?:y|ies)|investees?|"
    r"associates?|licensees?|franchisees?|tenants?|suppliers?)(?:,[^,]{1,40},)?\s+"
    r"(?:(?:also|each|together)\s+)?(?:had|reported|recorded|generated|posted|earned|contributed|produced|"
    r"achieved)\b[^;]*$",
    "venture|peer|affiliate|parent|competitor|customer|partner|subsidiar|investee|associate|licensee|"
    "franchisee|tenant|supplier",
)
_OF_OTHERS = re.compile(
    r"\b(?!company|firm|group|corporation|bank|trust|partnership|fund|segment|division|quarter|year|period|"
    r"month|week|half|today|yesterday|everyone)"
    r"[a-z]+['’]s?\s+(?:[\w-]+\s+){0,2}$|^(?:Affiliates|Customers|Competitors|Suppliers|Partners|Franchisees)['’]\s+$"
)  # "the Midwest region's revenue"
_INTEREST = Hinted(r"\binterest\b", "interest")
_CASH = Hinted(r"\b(?:cash|paid)\s+(?:\w+\s+){0,2}$", "cash", "paid")
_PAID = re.compile(r"^\s+(?:\w+\s+)?paid\b", re.I)
_PAYABLE = Hinted(r"interest|tax", "interest", "tax")  # what is paid of them is seldom what was expensed
_PORTION = Hinted(
    r"\b(?:accounted\s+for|made\s+up|represent\w*|responsible\s+for)\s+(?:about\s+|approximately\s+)?$",
    "account|made|represent|responsible",
)
_OR_ELSE = re.compile(r"^\s+(?:or|and(?:/or)?)\s+[a-z-]+ed\s")  # "owned or controlled 8,400 lots" of a row "Owned"
_THROUGH = re.compile(rf"^\s+(?:through|via)\s+(?!{WHEN})[a-z]", re.I)  # "sales through dealers grew"
_BECAUSE = Hinted(r"\bbecause\s+(?!of\b)", "because")
_ONE_DEBT = Hinted(
    r"\b(?:term\s+loan|senior|subordinated|(?:un)?secured|convertible|mortgage|"
    r"(?:fixed|floating|variable)[\s-]rate|bank)\s+$",
    "loan|senior|subordinated|secured|convertible|mortgage|rate|bank",
)
_RANKED = Hinted(
    r"\b(?:prior|previous|former|old)\s+(?:[\w-]+\s+)?(?:record|high|peak|best)\b", "record|high|peak|best"
)
_PLEDGED = Hinted(
    r"\b(?:contracted|committed|annuali[sz]ed|daily|weekly|monthly|cumulative|lifetime)\s+(?:\w+\s+)?$",
    "contracted|committed|annuali|daily|weekly|monthly|cumulative|lifetime",
)
_MARKET = Hinted(r"\b(?:market|industry|inflation|sector|peers?)\b", "market|industry|inflation|sector|peer")
_ONE_WEEK = Hinted(
    r"\b(?:in|during|for|on)\s+the\s+(?:[a-z]+\s+)?(?:week|weekend|day|month)\b(?!\s+(?:period|end))",
    "week",
    "day",
    "month",
)
_OF_OPERATIONS = re.compile(r"^\s+from\s+(?:[a-z]+\s+)?operations\b", re.I)
_BEFORE = re.compile(r"^Before\s+(?!(?:\w+\s+)?(?:tax|interest|provision|minority|noncontrolling))[a-z]")
_CONSTANT = re.compile(
    r"^(?:At|In|On\s+an?|Using)\s+(?:constant|local|unchanged|comparable)[\s-]+(?:exchange|currenc|dollar|rate)"
)  # "At constant exchange rates, operating income increased 13%"
_SINCE_EVENT = re.compile(
    r"^\s*(?:from|since|over|versus|than|(?:as\s+)?compared\s+(?:to|with))\s+(?:when|where|what|the\s+(?:time|day)\b)",
    re.I,
)  # "up 20% from when we began": a base that no table has
_IN_A_ROW = Hinted(
    r"\b(?:consecutive|straight|successive)\s+(?:fiscal\s+)?(?:quarter|year|month|period)s?\s+(?:\w+\s+){0,3}?"
    r"(?:over|above|below|under|exceeding|exceeded|(?:more|less|greater|better|higher|lower)\s+than|at\s+(?:least|most)|at\s+or\s+\w+)\s+$",
    "consecutive|straight|successive",
)  # "the sixth consecutive quarter over 12%": what was passed, and no figure of it
_DID_TO_OTHER = re.compile(
    r"\s+(?:significantly\s+|meaningfully\s+|also\s+)?(?:reduc|lower|decreas|increas|improv|rais|boost|cut|slow|shorten|prolong|extend)(?:ed|es|s|ing)?\s+"
    r"(?:(?:the|our|its|their)\s+)?"
    rf"(?!by\b|to\b|from\b|in\b|for\b|during\b|over\b|at\b|on\b|an?\b|and\b|sequential|\w+ly\b|{WHEN})(?:[a-z][a-z-]+\s+){{1,6}}by\s+"
    r"(?:(?:about|approximately|nearly|over|more\s+than)\s+)?$",
    re.I,
)  # "Zelora reduced relapses by 43%": the relapses, and not what the tables give of Zelora
_CONTRIBUTED = Hinted(
    r"\b(?:contributed|added)\s+(?:an?\s+)?(?:(?:additional|estimated|about|approximately|roughly|nearly|over|almost)\s+)*"
    r"(?:[$€£][^;]*\sand\s+(?:(?:about|approximately|roughly|nearly|over|almost)\s+)?)?$",
    "contributed|added",
)
_BY_ALL = re.compile(r"\b(?:company|operations|operating\s+activities|business)\s+\w+ed\b|^\W*(?:we|it)\b", re.I)
_BARE_RESULT = re.compile(r"(?:lost|loses|earned|earns|made)$", re.I)

_ACTOR = r"((?:[A-Z][\w&.'’-]*\s+){1,4})(?:had|reported|generated|posted|recorded|earned)\s+"
_NAMED = re.compile(rf"{_ACTOR}(?:[a-z-]+\s+){{0,3}}")
_ACTS = re.compile(rf"(?:^|[.;]\s+){_ACTOR}")
_FOR_PART = re.compile(
    rf"(?:For|In|Within)\s+(?:the\s+|our\s+)?(?!(?:Fiscal|FY|Q\d|H\d|First|Second|Third|Fourth|Full|Year|GAAP|{MONTH})\b)"
    r"(?P<name>[A-Z][\w&.'’/-]*(?:\s+(?:and\s+|&\s+)?[A-Z][\w&.'’/-]*){0,4}),\s+[a-z]"
)
_COMPANY = frozenset("company inc corp corporation ltd llc plc group bancorp".split())
_CAPITALS = re.compile(r"[A-Z][\w&'’-]*")
_OWN_WORDS = frozenset(
    "the we it our its this these both each all company management corporation group bank total".split()
)
_CALLED = re.compile(
    r"(?P<name>[A-Z][\w&'’-]*(?:\s+(?:&\s+)?[A-Z][\w&'’-]*){0,5}?)(?:,?\s+(?:Inc|Incorporated|Corp|Corporation|Company|Co|Ltd|Limited|plc|LLC)\b|"
    r"\s*\((?:NYSE|NASDAQ|Nasdaq|AMEX|OTC|TSX?)\b)"
)
_FIRST = 8  # paragraphs in which a release names the company


def own_names(document: Document) -> frozenset[str]:
    """The words with a capital in the first paragraphs of a release, among which are the names of the company; without those
    that a sentence begins with, which may be anybody's."""
    first = (_ACTS.sub(" ", document.slice(p.span)) for p in islice(document.paragraphs, _FIRST))
    return _OWN_WORDS.union(*({w.lower() for w in _CAPITALS.findall(text)} for text in first))


def company_names(document: Document) -> frozenset[tuple[str, ...]]:
    """The names, in normal words, by which the first paragraphs call a company: "Halden Ridge, Inc."."""
    first = (document.slice(p.span) for p in islice(document.paragraphs, _FIRST))
    return frozenset(content_words(m["name"]) for text in first for m in _CALLED.finditer(text))


def of_another_company(leading: str, own: frozenset[str]) -> bool:
    """Whether a measure is what somebody else had, by the words before it: "Beta had revenue of $14 million"."""
    m = _NAMED.fullmatch(leading)
    return m is not None and own.isdisjoint(w.lower() for w in _CAPITALS.findall(m.group(1)))


def of_named_part(text: str, own: frozenset[str]) -> bool:
    """Whether a sentence begins with the name of a part, which no table need have: "For Specialty Boats, net sales of"."""
    m = _FOR_PART.match(text)
    words = [w.lower() for w in _CAPITALS.findall(m["name"])] if m else []
    return len(words) > 1 and _COMPANY.isdisjoint(words) or bool(words) and own.isdisjoint(words)


def contributed(before: str) -> bool:
    """Whether something else than the company added so much to a measure named behind it: "The extra week contributed $21
    million of sales and $0.05 of earnings per share"."""
    return _CONTRIBUTED.search(before) is not None and _BY_ALL.search(before) is None


def other(place: Place) -> str:
    """Why the sentence may speak of another figure; empty where it seems to speak of the measure itself."""
    if place.changed and place.search(_AVERAGED, place.text):
        return AVERAGE
    if place.changed and not place.follows and _DID_TO_OTHER.match(place.between):
        return OTHER
    if place.changed and (place.search(_BECAUSE, place.between) or _SINCE_EVENT.match(place.after)):
        return OTHER
    if place.search(_IN_A_ROW, place.before):
        return LIMIT
    if place.search(_STOOD, place.leading) or place.search(_STOOD, place.before):
        return RESTATED
    if place.search(_ONE_WEEK, place.text):
        return PART
    if place.search(_PAYABLE, place.named) and (place.search(_CASH, place.leading) or _PAID.match(place.behind)):
        return OTHER
    return _behind(place) if place.follows else _ahead(place)


def _behind(place: Place) -> str:
    """Of a measure named behind its number: "one credit accounted for $600 thousand of charge-offs"."""
    return PART if not place.changed and place.money and place.search(_PORTION, place.before) else ""


def _ahead(place: Place) -> str:
    """Of a measure named before its number: "the Midwest region's revenue was", "sales through dealers grew"."""
    leading, between = place.leading, place.between
    if place.led_by(_RANKED, _PLEDGED, _OTHERS) or _OF_OTHERS.search(leading):
        return OTHER
    narrowable = not place.known or place.search(_INTEREST, place.named)
    if place.search(_MARKET, between) or _ON_ONE.match(between) or narrowable and _ON_WHAT.match(between):
        return OTHER  # "interest expense on repurchase agreements" is not all of it
    if not place.known and _OR_ELSE.match(between):
        return OTHER
    if _THROUGH.match(between) or place.search(OF_DEBT, place.named) and place.search(_ONE_DEBT, leading):
        return PART
    if _BEFORE.match(place.text) or _CONSTANT.match(place.text):
        return NARROWED
    lost = _BARE_RESULT.search(place.named) and IN_OTHER.match(place.after)
    return NARROWED if lost or _OF_OPERATIONS.match(place.after) else ""
