"""Numerals that are no statement of an amount: form and standard numbers, telephone numbers, times, versions, addresses.

identifier ::= form | rule | standard | telephone | time | address | web | version | index | ordinal
"""

from __future__ import annotations

import re
from functools import lru_cache

import pyparsing as pp

from auditor.grammar.folding import Hinted, folded, for_folded


def _rx(pattern: str, name: str, flags: int = 0) -> pp.Regex:
    element = pp.Regex(pattern, flags)
    element.set_name(name)
    return element


form = _rx(
    r"\b(?:Forms?\s+)?(?:10-?[KQ](?:SB)?(?:/A)?|8-?K(?:/A)?|6-K|20-F|40-F|S-\d+|N-\d|424B\d|DEF\s?14A|11-K|F-\d|EX-\d+(?:\.\d+)?)\b",
    "form",
)
rule = _rx(
    r"\b(?:Rules?|Sections?|Sec\.|Items?|Notes?|Exhibits?|Schedules?|Regulations?|Article|Chapter|Title|Part|Table|Figure|Footnotes?|Appendix|Phase|Level|Tier|Step|Class|Series|Stage|Topic|Subtopic|Issue|Paragraph|Page|Pages|Room|Suite|Floor|Highway|Route|Box|Building|Gate|Pier|Version|Release|Model|Generation|Gen|Basel|Category|Euro|Web|Grade|Chapter|Act\s+of|Nos?\.|Number|#)\s*\(?\d+[\w.()/-]*(?:\s*(?:,|and|or|through|to|-|–)\s*\d+[\w.()-]*)*",
    "rule",
)
standard = _rx(
    r"\b(?:\d+\s+(?=CFR|C\.F\.R|U\.?S\.?C))?(?:(?:SFAS|FAS|FASB|ASC|ASU|FIN|EITF|SAB|SOP|APB|ISO|IFRS|IAS|FSP|SFAC|ARB|IFRIC|ANSI|IEEE|MIL-STD|CAGE|CUSIP|ISIN|SIC|NAICS|CFR|C\.F\.R\.|U\.S\.C\.|USC|SAS|PCAOB|Statement|Interpretation|Opinion|Standards?|Bulletin)(?:\s+(?:Statement|Codification|Topic|Update|Nos?\.?|Number|Interpretation))*\s*(?:No\.?\s*)?\d[\w.()/:-]*(?:\s*(?:,|and)\s*\d+[\w().-]*)?)",
    "standard",
)
telephone = _rx(
    r"\+?(?:\d{1,3}[-.\s])?\(?\d{3}\)?[-.\s/]\s?\d{3}[-.\s]\d{4}\b(?:\s*(?:ext\.?|x)\s*\d+)?|(?<![$\d.,])\b(?:1[-.\s])?(?:800|888|877|866|855|844|833)[-.][\w.-]+|\+\d{1,3}[\s(][\d\s()-]{6,}\d|\b\d{3}-\d{4}\b(?!\s*(?:million|billion|shares))",
    "telephone",
)
code = _rx(
    r"(?:\b(?:ID|PIN|code|passcode|password|number|reservation|confirmation|conference|account|access|entry)\b(?:\s+(?:number|code|ID|PIN|no\.?))*\s*(?:is|of|:|#|,)?\s*:?\s*#?)\d{4,}(?:[\s-]\d+)*#?",
    "code",
    re.I,
)
time = _rx(
    r"\d(?<!\w.)\d?(?:(?::\d{2})?\s*(?:[ap]\.?\s?m\b\.?|noon|o'clock|midnight)|:\d{2}(?::\d{2})?\b)", "time", re.I
)
web = _rx(r"(?:https?://|www\.)\S+|\S+@\S+\.\w+|\b[\w-]+\.(?:com|net|org|gov|edu|io)\b\S*", "web")
address = _rx(
    r"\b\d{1,5}\s+(?:[NSEW]\.?\s+)?(?:(?:[A-Z][\w.]*|\d+(?:st|nd|rd|th))\s+){1,4}(?:Street|St|Avenue|Ave|Road|Rd|Boulevard|Blvd|Drive|Dr|Lane|Parkway|Pkwy|Way|Court|Plaza|Place|Square|Circle|Highway)\b\.?"
    r"|\b(?:[A-Z][a-z]+,?\s+)?(?:[A-Z]{2}|[A-Z][a-z]+\.?)\s+\d{5}(?:-\d{4})?\b(?!\s*(?:shares|units|employees|,))",
    "address",
)
slashed = _rx(
    r"\b\d{1,2}/\d{1,2}/(?:\d{4}|\d{2})\b|\b24/7\b|\b401\s?\(k\)|\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}-\d{1,2}-\d{2,4}\b|\b000-\d{5}\b|\b\d{3}-\d{5}\b|\b\d{2}-\d{7}\b|(?<![$\d])\b99\.\d{1,2}\b(?!\s?(?:%|percent|million|billion))",
    "slashed",
)
version = _rx(
    r"\b(?=[A-Za-z/&-]*\d)[A-Za-z]+[A-Za-z/&-]*\d[\w.-]*|\b(?:Fortune|S&P|Russell|NASDAQ|Nasdaq|Dow|Inc\.|FTSE|Forbes|Top|Series|Category|Local)\s+\d+(?:\.\d+)*\b(?!\s*(?:%|percent|million|billion))|"
    r"\b\d+(?:\.\d+)?[-\s]?(?:bit|nm|nanometer|micron|inch|GB|MB|TB|GHz|MHz|Gbps|Mbps|mm|kbps|port|core|D|G)\b|\b\d+(?:st|nd|rd|th)\b|\bNo\.\s*\d+",
    "version",
)
marked = _rx(r"\(\d{1,2}\)(?=\s|$|[,.;:])", "footnote mark")

_LISTED = "|".join(f"(?:{e.pattern})" for e in (form, standard, rule, telephone, slashed, address, version))
# The guard in front keeps the alternatives from being tried inside words, and at words that begin none: most words are in
# small letters without a digit.
_ANY = re.compile(rf"(?:\b(?=[A-Z\d]|[a-z][A-Za-z/&-]*\d)|(?=[+(]))(?:{_LISTED})")
_OF_WEB = re.compile(r"@|https?://|www\.|\.(?:com|net|org|gov|edu|io)\b")
_TIME = re.compile(for_folded(str(time.pattern)))
_CODE = Hinted(
    str(code.pattern), "id|pin|code|password|number|reservation|confirmation|conference|account|access|entry"
)
_PERIOD_LIKE = re.compile(r"(?:Q[1-4]|[1-4]Q|FY|H[12])(?:[\s'’]?\d+)?$", re.I)
_SCALED = re.compile(
    r"(?:(?:US|C|A|HK|NT|S|R|CDN|CA|RMB|EUR|GBP|USD|CAD|Rs)\.?\$?\d[\d,.]*(?:[KMB]|mm|bn|x)?|\d[\d,.]*(?:[KMB]|mm|bn|x))$",
    re.I,
)


@lru_cache(maxsize=1)
def _any_or_web() -> re.Pattern[str]:
    return re.compile(f"(?:{web.pattern})|{_LISTED}")


def identifiers_in(text: str) -> list[tuple[int, int]]:
    """The ranges of `text` that are identifiers, times, telephone numbers and the like."""
    listed = _any_or_web() if _OF_WEB.search(text) else _ANY
    found = [m.span() for m in listed.finditer(text)] + [m.span() for m in _TIME.finditer(folded(text))]
    if _CODE.may_fit(text):
        found += (m.span() for m in _CODE.compiled.finditer(text))
    return sorted((start, end) for start, end in found if not _is_amount(text[start:end]))


def _is_amount(found: str) -> bool:
    """Whether what looks like a product name is a period ("Q2") or a scaled amount ("5M", "US5")."""
    return bool(_PERIOD_LIKE.fullmatch(found) or _SCALED.fullmatch(found))
