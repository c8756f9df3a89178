"""Words as the vocabulary compares them: lower case, singular, without the small words that change nothing."""

from __future__ import annotations

import re
from functools import lru_cache

SMALL = frozenset(
    "a an the of and & for to in on from by at with as or our its their his her this that these those is are "
    "was were be "
    "been which who whose than into per".split()
)
CODE = r"[A-Z][A-Za-z]{1,5}-\d{3,5}[A-Za-z]?\b"
"""The pattern of a name that is a code: "VLR-204", beside which another row may be "VLR-101"."""
_WORD = re.compile(rf"{CODE}|[A-Za-z][A-Za-z0-9]*(?:['’.&][A-Za-z0-9]+)*\.?|&")
PART_NAME = r"[A-Z][\w&/-]*(?:\s+(?:and\s+)?[A-Z&][\w&/-]*){0,4}"
"""The pattern of a name as headings print one: "Small Boats and Trailers"."""
GAAP = r"(?<!non)(?<!non[\s-])\bGAAP\b"
"""The pattern of the word where it is not "non-GAAP"."""
EXCLUDING = r"excluding|ex\.|excl\.?|exclusive\s+of"
"""The pattern, for within a group, of what stands before things that are left out."""
RAISED = "⁰¹²³⁴-⁹⁽⁾ᴬ-ᵂ"
"""The characters, for within a set, of the marks of footnotes that are printed raised."""
CLASSES = frozenset("product segment brand franchise region geographic".split())
"""What the title of a table calls its rows; a sentence that names a row leaves it out."""
_ASIDE = re.compile(r"\s*\([^()]*\)")
_MARK = re.compile(
    r"\((?:\d{1,2}|[a-z]|\*+|(?:[Ss]ee\s+)?(?:accompanying\s+)?[Nn]otes?(?:\s+\w{1,3}(?:\s*(?:,|&|and)\s*\w{1,3})*)?)\)"
    rf"|\*+|†|‡|\[\d+\]|[⁰¹²³⁴-⁹⁽](?:[\s,]*[{RAISED}])*"
    r"|(?<=[a-z]{4})(?<!evel)(?<!hase)(?<!lass)\d(?:,\d)*$"
)
ATTRIBUTABLE = r"\battributable\s+to\b(?!.*(?:non-?controlling|minority)).*"
"""The pattern of what follows a result's name to say whose it is, of all but the others who own a part."""
_OWNER = re.compile(rf"\s*{ATTRIBUTABLE}", re.I)
_SIGN_WORD = re.compile(
    r"\(\s*(?:net\s+)?(?:loss(?:es)?|income|profits?|deficit|expense|benefit|provision|decrease|increase|used(?: in)?|"
    r"gains?|charges?|credits?|declines?|unfavorable|usage|outflow|shortfall|dilutive)\s*\)",
    re.I,
)
_GAIN_ON = re.compile(r"^\W*\(\s*((?:gain|loss)(?:es|s)?)\s*\)(?=\s+(?:on|from)\b)", re.I)  # "(Gain) on sale of assets"
_IRREGULAR = {
    "earnings": "earnings", "expenses": "expense", "losses": "loss", "taxes": "tax", "series": "series", "less": "less",
    "gross": "gross", "business": "business", "businesses": "business", "goods": "goods", "aggregates": "aggregates", "proceeds": "proceeds", "gaap": "gaap",
    "plus": "plus", "basis": "basis", "bases": "basis", "analysis": "analysis", "americas": "americas", "properties": "property",
    "securities": "security", "eps": "eps", "sales": "sale", "cents": "cent", "us": "us", "sg&a": "sg&a", "various": "various",
    "previous": "previous", "surplus": "surplus", "systems": "system", "processes": "process", "purchases": "purchase",
    "leases": "lease", "releases": "release", "cases": "case", "licenses": "license", "services": "service",
    "warehouses": "warehouse", "fuels": "fuel", "stores": "store", "balances": "balance", "allowances": "allowance",
    "geographical": "geographic", "geography": "geographic", "geographies": "geographic", "regional": "region",
}  # fmt: skip

SHORT = {
    "op": "operating",
    "oper": "operating",
    "rev": "revenue",
    "revs": "revenue",
    "exp": "expense",
    "avg": "average",
}
"""Words that tables and bullets cut short with a period: "Op. income"."""


@lru_cache(maxsize=20000)
def singular(word: str) -> str:
    """A crude singular, the same for both sides of a comparison."""
    known = _IRREGULAR.get(word)
    if known:
        return known
    if word.endswith(("isation", "isations")):
        return word.removesuffix("s")[:-7] + "ization"  # as it is spelt elsewhere
    if len(word) <= 3 or word.endswith(("ss", "us", "is")):
        return word
    if word.endswith("ies"):
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "xes", "sses")):
        return word[:-2]
    return word[:-1] if word.endswith("s") else word


@lru_cache(maxsize=20000)
def normal(word: str) -> str:
    """One printed word in the form in which it is compared: `Company's` is `company`, `non-GAAP`'s parts come alone, those
    of a code do not."""
    low = word.lower().replace("’", "'").replace("-", "")
    low = low.removesuffix("'s").removesuffix("'") if "'" in low else low
    if low.endswith(".") and low.count(".") == 1:
        low = SHORT.get(low[:-1], low[:-1])
    return singular(low.replace(".", ""))


def without_asides(label: str) -> str:
    """A label without what stands in parentheses."""
    return _ASIDE.sub(" ", label)


def without_owner(text: str) -> str:
    """A label or heading without the company whose a result is: "Net earnings attributable to Halden Ridge:"."""
    return _OWNER.sub("", text) if "ttributable" in text else text


def without_marks(text: str) -> str:
    """A label or header without the marks of its footnotes: "(1)", "*", "(see Note 2)", "¹", or with no more than the digit
    that is left of one: "Net sales2"."""
    marked = "(" in text or "*" in text or "[" in text or text[-1:].isdigit() or not text.isascii()
    return _MARK.sub(" ", text) if marked else text


def without_signs(text: str) -> str:
    """A label without the words in parentheses that say which way its figures are printed: "Net earnings (loss)"."""
    return _SIGN_WORD.sub(" ", _GAIN_ON.sub(r"\1", text)) if "(" in text else text


@lru_cache(maxsize=20000)
def content_words(text: str) -> tuple[str, ...]:
    """The words of a label that say something, normal: `Selling, general and administrative expenses` gives
    `selling general administrative expense`. Sign words in parentheses (`Net income (loss)`) and marks are dropped."""
    bare = without_signs(without_marks(text))
    return tuple(n for w in _WORD.findall(bare) if (n := normal(w)) not in SMALL)
