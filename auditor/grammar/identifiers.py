"""Numerals that are no statement of an amount: form and standard numbers, telephone numbers, times, versions, addresses.

identifier ::= form | rule | standard | telephone | time | address | web | version | index | ordinal
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import pyparsing as pp

from auditor.grammar.beginnings import SIZE, alternatives, by_beginning, fitting
from auditor.grammar.folding import Hinted, folded, for_folded


def _rx(pattern: str, name: str, flags: int = 0) -> pp.Regex:
    element = pp.Regex(pattern, flags)
    element.set_name(name)
    return element


form = _rx(
    r"\b(?:Forms?\s+)?(?:10-?[KQ](?:SB)?(?:/A)?|8-?K(?:/A)?|6-K|20-F|40-F|S-\d+|N-\d|424B\d|DEF\s?14A|11-K|"
    r"F-\d|EX-\d+(?:\.\d+)?)\b",
    "form",
)
rule = _rx(
    r"\b(?:Rules?|Sections?|Sec\.|Items?|Notes?|Exhibits?|Schedules?|Regulations?|Article|Chapter|Title|Part|"
    r"Table|Figure|Footnotes?|Appendix|Phase|Level|Tier|Step|Class|Series|Stage|Topic|Subtopic|Issue|Paragraph|"
    r"Page|Pages|Room|Suite|Floor|Highway|Route|Box|Building|Gate|Pier|Version|Release|Model|Generation|Gen|"
    r"Basel|Category|Euro|Web|Grade|Chapter|Act\s+of|Nos?\.|Number|#)\s*\(?\d+[\w.()/-]*"
    r"(?:\s*(?:,|and|or|through|to|-|–)\s*\d+[\w.()-]*)*",
    "rule",
)
standard = _rx(
    r"\b(?:\d+\s+(?=CFR|C\.F\.R|U\.?S\.?C))?(?:(?:SFAS|FAS|FASB|ASC|ASU|FIN|EITF|SAB|SOP|APB|ISO|IFRS|IAS|FSP|"
    r"SFAC|ARB|IFRIC|ANSI|IEEE|MIL-STD|CAGE|CUSIP|ISIN|SIC|NAICS|CFR|C\.F\.R\.|U\.S\.C\.|USC|SAS|PCAOB|"
    r"Statement|Interpretation|Opinion|Standards?|Bulletin)(?:\s+"
    r"(?:Statement|Codification|Topic|Update|Nos?\.?|Number|Interpretation))*\s*(?:No\.?\s*)?\d[\w.()/:-]*"
    r"(?:\s*(?:,|and)\s*\d+[\w().-]*)?)",
    "standard",
)
telephone = _rx(
    r"\+?(?:\d{1,3}[-.\s])?\(?\d{3}\)?[-.\s/]\s?\d{3}[-.\s]\d{4}\b(?:\s*(?:ext\.?|x)\s*\d+)?|(?<![$\d.,])\b"
    r"(?:1[-.\s])?(?:800|888|877|866|855|844|833)[-.][\w.-]+|\+\d{1,3}[\s(][\d\s()-]{6,}\d|\b\d{3}-\d{4}\b"
    r"(?!\s*(?:million|billion|shares))",
    "telephone",
)
code = _rx(
    r"(?:\b(?:ID|PIN|code|passcode|password|number|reservation|confirmation|conference|account|access|entry)\b"
    r"(?:\s+(?:number|code|ID|PIN|no\.?))*\s*(?:is|of|:|#|,)?\s*:?\s*#?)\d{4,}(?:[\s-]\d+)*#?",
    "code",
    re.I,
)
time = _rx(
    r"\d(?<!\w.)\d?(?:(?::\d{2})?\s*(?:[ap]\.?\s?m\b\.?|noon|o'clock|midnight)|:\d{2}(?::\d{2})?\b)", "time", re.I
)
web = _rx(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+|\b[\w-]+\.(?:com|net|org|gov|edu|io)\b\S*", "web")
address = _rx(
    r"\b\d{1,5}\s+(?:[NSEW]\.?\s+)?(?:(?:[A-Z][\w.]*|\d+(?:st|nd|rd|th))\s+){1,4}"
    r"(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Drive|Dr|Lane|Parkway|Pkwy|Way|Court|Plaza|Place|Square|"
    r"Circle|Highway|STREET|AVENUE|ROAD|BOULEVARD|DRIVE|LANE|PARKWAY)\b\.?"
    r"|\b\d{1,5}\s+[NSEW]\.?\s+(?:Route|Highway|Hwy\.?)\s+\w+\b",
    "address",
)
postcode = _rx(
    r"\b(?:[A-Z][a-z]+,?\s+)?(?:[A-Z]{2}|[A-Z][a-z]+\.?)\s+\d{5}(?:-\d{4})?\b(?!\s*(?:shares|units|employees|,))",
    "postcode",
)
slashed = _rx(
    r"\b\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})\b|\b24/7\b|\b401\s?\(k\)|\b\d{4}-\d{2}-\d{2}\b|"
    r"\b\d{1,2}-\d{1,2}-\d{2,4}\b|\b000-\d{5}\b|\b\d{3}-\d{5}\b|\b\d{2}-\d{7}\b|(?<![$\d])\b99\.\d{1,2}\b"
    r"(?!\s?(?:%|percent|million|billion))|(?:(?<=§)|(?<=§\s))\d[\w.()-]*",
    "slashed",
)
lettered = _rx(r"\b(?=[A-Za-z/&-]*\d)[A-Za-z]+[A-Za-z/&-]*\d[\w.-]*", "name with digits")
version = _rx(
    r"\b(?:Fortune|S&P|Russell|NASDAQ|Nasdaq|Dow|Inc\.|FTSE|Forbes|Top|Series|Category|Local)\s+\d+(?:\.\d+)*\b"
    r"(?!\s*(?:%|percent|million|billion))|"
    r"\b\d+(?:\.\d+)?[-\s]?(?:bit|nm|nanometer|micron|inch|GB|MB|TB|GHz|MHz|Gbps|Mbps|mm|kbps|port|core|D|G)\b|"
    r"\b\d+(?:st|nd|rd|th)\b|\bNo\.\s*\d+",
    "version",
)
trial = _rx(
    r"\b(?:Week|Weeks|Day|Days|Month|Months|Visit|Cohort|Cohorts|Arm)\s\d{1,3}\b(?:\s*(?:,|and|or|through|to)\s*\d{1,3}\b)*"
    r"|\b[pP](?:[\s-]value)?\s*(?:(?:of|was)\s+)?(?:<|>|=|≤|≥|less\s+than)\s*0?\.\d+"
    r"|(?<![$\d.,])\d[\d,]*(?:\.\d+)?[\s-]?(?:mg|mcg|µg|μg|IU|mmHg|mL)(?:/(?:kg|m2|m²|mL|day|dL))?\b",
    "part of a clinical trial",
)
marked = _rx(r"\(\d{1,2}\)(?=\s|$|[,.;:])", "footnote mark")

_LISTED = (form, standard, rule, telephone, slashed, address, postcode, lettered, version)
_PARTS = tuple((e, part) for e in _LISTED for part in alternatives(str(e.pattern)))
_ANYWHERE = (postcode, lettered)  # any word may begin one
# What a text with one of them holds, and where an identifier may begin in it and in others.
_RARE = re.compile(r"\d(?:(?<=[A-Za-z/&-].)|\d{4})")
_RARE_START = re.compile(r"[A-Za-z\d+(](?<!\w[A-Za-z\d])(?<![a-z](?![A-Za-z/&-]*\d))")
_START = re.compile(r"[A-Z\d+(](?<!\w[A-Z\d])")
_OF_WEB = re.compile(r"@|https?://|www\.|\.(?:com|net|org|gov|edu|io)\b")
_TIME = re.compile(for_folded(str(time.pattern)))
_CODE = Hinted(
    str(code.pattern), "id|pin|code|password|number|reservation|confirmation|conference|account|access|entry"
)
_TRIAL = Hinted(str(trial.pattern), "week|day|month|visit|cohort|arm|mg|mcg|µg|μg|iu|mmhg|ml|<|>|=|≤|≥|less")
_PERIOD_LIKE = re.compile(r"(?:Q[1-4]|[1-4]Q|FY|H[12])(?:[\s'’]?\d+)?$", re.I)
_SCALED = re.compile(
    r"(?:(?:US|C|A|HK|NT|S|R|CDN|CA|RMB|EUR|GBP|USD|CAD|Rs)\.?\$?\d[\d,.]*(?:[KMB]|mm|bn|x)?|\d[\d,.]*"
    r"(?:[KMB]|mm|bn|x))$",
    re.I,
)


@lru_cache(maxsize=1)
def _any_or_web() -> re.Pattern[str]:
    return re.compile("|".join(f"(?:{e.pattern})" for e in (web, *_LISTED)))


@lru_cache(maxsize=1)
def _begun() -> dict[str, list[int]]:
    return by_beginning(part for _, part in _PARTS)


@lru_cache(maxsize=4096)
def _beginning(letters: str, rare: bool) -> re.Pattern[str] | None:
    """The identifiers that begin with some letters, with or without those that any word may begin."""
    chosen = (_PARTS[number] for number in fitting(_begun(), letters))
    return _any_of(tuple(part for e, part in chosen if rare or e not in _ANYWHERE))


@lru_cache(maxsize=1024)
def _any_of(parts: tuple[str, ...]) -> re.Pattern[str] | None:
    return re.compile("|".join(parts)) if parts else None


def identifiers_in(text: str) -> list[tuple[int, int]]:
    """The ranges of `text` that are identifiers, times, telephone numbers and the like."""
    listed = [m.span() for m in _any_or_web().finditer(text)] if _OF_WEB.search(text) else list(_listed(text))
    found = listed + [m.span() for m in _TIME.finditer(folded(text))]
    if _CODE.may_fit(text):
        found += (m.span() for m in _CODE.compiled.finditer(text))
    if _TRIAL.may_fit(text):
        found += (m.span() for m in _TRIAL.compiled.finditer(text))
    return sorted((start, end) for start, end in found if not _is_amount(text[start:end]))


def _listed(text: str) -> Iterator[tuple[int, int]]:
    at, rare = 0, _RARE.search(text) is not None
    for begun in (_RARE_START if rare else _START).finditer(text):
        start = begun.start()
        listed = _beginning(text[start : start + SIZE], rare) if start >= at else None
        found = listed.match(text, start) if listed is not None else None
        if found is not None:
            at = found.end()
            yield start, at


def _is_amount(found: str) -> bool:
    """Whether what looks like a product name is a period ("Q2") or a scaled amount ("5M", "US5")."""
    return bool(_PERIOD_LIKE.fullmatch(found) or _SCALED.fullmatch(found))
