"""The unit and scale of a figure: from its own marks, its column, its row and the headings above it, its table.

A row's unit is decided from its words and confirmed by its figures: "Basic" under "Earnings per share" is an amount
per share only while its figures are small and have decimals.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Literal

from auditor.frozen import dataclass
from auditor.grammar.folding import Hinted
from auditor.tables.scales import Scale, scale_in, without_note
from auditor.tables.values import Figure
from auditor.vocabulary.quantities import VOLUME, named_above

Unit = Literal["", "money", "per-share", "shares", "percent", "ratio", "points", "bps", "count", "price", "years"]
"""Empty: nothing is said. `price` is money of an amount each (a square foot, an ounce), never scaled."""

_PER_EACH = (
    r"(?:per[\s-]+(?:[\w-]+[\s-]+){0,4}?(?:shares?|ads|adr|units?|stock)\b"
    r"|(?<!class )(?<!series )(?:an?|each)[\s-]+(?:[\w-]+[\s-]+){0,2}?share\b)"
)
_PER_SHARE = Hinted(
    rf"\b{_PER_EACH}|/\s?(?:diluted\s+)?share\b|\beps\b|exercise\s+price|"
    rf"(?:stock|share|market|average|conversion)\s+price(?!\s+per\s+"
    rf"(?!(?:common\s+|diluted\s+)?share|unit|ads))"
    r"|grant[\s-]date\s+fair\s+(?:market\s+)?value|weighted[\s-]average\s+(?:grant|fair)|price\s+paid"
    r"|(?<!excess of )(?<!excess )(?<!over )\b(?:par|stated)\s+value(?:,?\s+(?:per\s+share|\([^()]*\)))*\s*$",
    "share|ads|adr|unit|stock|eps|price|value|grant|fair"
)  # fmt: skip
_SHARES = Hinted(
    r"weighted[\s-]*(?:average|avg\.?)\b.*\b(?:shares?|ads|units|common\s+stock|stock\s+outstanding)"
    r"|\bshares?\s+(?:used|outstanding|issued|authorized|in\s+(?:comput|calculat)|purchased|repurchased|"
    r"acquired|granted"
    r"|held|reserved|available|at)\b(?!\s+(?:under|upon|for|in\s+connection|pursuant|as))|"
    r"(?:number|thousands|millions)\s+of\s+(?:\w+\s+)*?(?:shares?|options?|awards?|rsus?|units)\b"
    r"|average\s+(?:[\w-]+\s+){0,4}?(?:shares?\b|stock\s+outstanding)|^(?:common\s+)?shares$|\bshare\s+count"
    r"|(?:diluted|basic|dilutive|equivalent|potential)\s+(?:[\w-]+\s+){0,3}?shares?\b"
    r"|^(?:options|awards|rsus|(?:non|un)vested|restricted\s+stock\s+units)$|common\s+stock\s+outstanding\b"
    r"|average\s+(?:number|common)\s+(?:of\s+)?(?:\w+\s+)*outstanding",
    "share|ads|unit|stock|option|award|rsu|vested|outstanding"
)  # fmt: skip
_PERCENT = Hinted(
    r"%|(?<!-)\bper\s?cent(?:age)?s?\b(?!\s+points?)|\bpct\b|\bmargin\s+rate\b",
    "%|per|pct|margin"
)  # fmt: skip
_BPS = Hinted(r"\((?:in\s+)?(?:basis\s+points|bps)\)", "basis|bps")
_RATE = Hinted(
    r"\b(?:tax|interest|discount|growth|exchange|effective|retention|churn|occupancy|margin|coupon)\s+rates?\b(?!\s+\w)"
    r"|\brates?$|\byield$|^yield\b|\breturn\s+on\b|\bmargin$|\bspread$|\bgrowth$|\bvolatility$|\bratio\b|"
    r"\bcomparable\b.*\bsales\b",
    "rate|yield|return|margin|spread|growth|volatility|ratio|comparable"
)  # fmt: skip
_RATIO = Hinted(
    r"\bratio\b|\bturn(?:s|over)$|\bmultiple$|\bexchange\s+rates?\b(?!\s+\w)",
    "ratio|turn|multiple|exchange"
)  # fmt: skip
_COUNTED = Hinted(
    r"\bnumber\b|\bweighted|\baverage|\boutstanding\b|\bin\s+(?:thousand|million)s|\bshares\s+at\b|\(in\s+shares\)"
    r"|\bshares\s+(?:issued|authorized|held|reserved)(?:\s+and\s+\w+)?\s*(?:\(.*\))?$",
    "number|weighted|average|outstanding|thousand|million|share"
)  # fmt: skip
_COUNT = Hinted(
    r"\b(?:number|count)\s+of\b|\b(?:community|store|restaurant|branch|customer|subscriber|member|employee)\s+count\b|\((?:count|number|#|(?:in\s+)?units)\)$|#\s+of|\bheadcount\b|^"
    r"(?!.*\b(?:expense|cost|income|deposit|receivable|payable|compensation"
    r"|loan|sale|revenue|benefit|relation|asset|liabilit|gain|loss|pric|value|inventor|dollar)\w*)"
    r"(?:[\w-]+\s+){0,3}?(?:employees|stores|restaurants"
    r"|homes|communities|home\s+(?:orders|deliveries|closings)|backlog\s+\(?(?:homes|units)|locations|"
    r"buyers|sellers|users|visitors|visits|patients|admissions|discharges|guests|passengers|students|merchants|"
    r"[dmw]aus?|payers|players|listeners|viewers|riders|downloads|memberships|clicks|impressions|"
    r"households|installs|trips|rides|drivers|advisors|(?:net|gross|paid|customer|subscriber|member)\s+(?:additions|adds)$|"
    r"enroll?ments?|(?:student|housing|home|unit)\s+starts|customers|subscribers|members|branches|offices|hotels|rooms|aircraft(?!\s+(?:fuel|rent|lease|maintenance|ownership))|wells|vehicles"
    r"|(?:units|acres|tons|tonnes|ounces|barrels|gallons|lots)\s+"
    r"(?:sold|shipped|delivered|produced|harvested))\b|\b(?:ownership|available|operating|calendar|voyage|"
    r"trading|patient|revenue|earnings|selling|business|working|billing|shipping|sales|tce|off-?hire|dry-?dock(?:ing)?)\s+days\b"
    r"|\b(?:vessels|ships|tankers|rigs|tractors|trailers|trucks|barges|railcars|locomotives)\s+(?:time-)?"
    r"(?:owned|chartered|operated|leased|in\s+(?:operation|fleet|service)|at\s+(?:the\s+)?(?:end|period|year|quarter))\b|\bdays\s+(?:sales|in|of|inventory|payable)\b"
    r"|\bsales\s+(?:leaders|people|representatives|associates)$"
    r"|\b(?:paid|active|independent)\s+(?:affiliates|distributors|associates|agents|consultants)$"
    r"|\brevenue\s+passengers\b|\b(?:revenue\s+passenger|available\s+seat)\s+(?:miles|kilometers)\b"
    r"|\b(?:revenue\s+)?(?:carloads|carloadings)\b"
    r"|\bsquare\s+(?:feet|foot|footage)\b|\bfull[\s-]time\s+equivalent|^(?:in\s+)?(?:units|homes)\s*:?$",
    "number|count|#|employees|stores|restaurants|locations|customers|subscribers|members|branches|offices|"
    "hotels|rooms|aircraft|wells|vehicles|units|acres|tons|tonnes|ounces|barrels|gallons|lots|days|square|full|"
    "home|communities|buyers|sellers|users|visit|patients|admissions|discharges|guests|passengers|students|merchants|"
    "dau|mau|wau|payers|players|listeners|viewers|riders|downloads|memberships|clicks|impressions|"
    "households|installs|trips|rides|drivers|advisors|additions|adds|"
    "vessels|ships|tankers|rigs|tractors|trailers|trucks|barges|railcars|locomotives",
    "miles|kilometers|carload|enrol|starts|leaders|people|representatives|associates|affiliates|distributors|agents|consultants"
)  # fmt: skip
_NOUN = Hinted(
    r"\b(employees|stores|restaurants|locations|customers|subscribers|members|branches|offices|hotels|rooms|"
    r"buyers|sellers|users|visitors|guests|passengers|patients|aircraft|wells"
    r"|vehicles|days|square feet|units|transactions|loans|accounts|homes|communities)\b",
    "employees|stores|restaurants|locations|customers|subscribers|members|branches|offices|hotels",
    "rooms|aircraft|wells|vehicles|days|square feet|units|transactions|loans|accounts|homes",
    "buyers|sellers|users|visitors|guests|passengers|patients",
    "communities"
)  # fmt: skip
_YEARS = Hinted(
    r"\((?:in\s+)?years\)|\bin\s+years\b|\bremaining\s+(?:\w+\s+)?(?:term|life)\b|\buseful\s+li(?:fe|ves)\b",
    "year", "remaining", "useful",
)  # fmt: skip
_EACH = Hinted(
    r"\bper\s+(?:(?:retail|selling|rentable|leased|occupied|available|average|gross)\s+){0,2}"
    r"(?:square|sq|s\.?f|foot|store|capita|employee|ounce|barrel|ton|tonne|room|unit|subscriber|customer|gallon|mcf|boe|mile|seat|"
    r"tractor|truck"
    r"|load|passenger|available|day|week|hour|user|account|bed|patient|acre|pound|home|aircraft|vehicle|"
    r"restaurant|member"
    r"|bushel|kwh|mwh|night|ticket|transaction|order|guest|visit|bbls?|mcfe?|mmcfe?|mmbtu|therm|megawatt|kilowatt|click"
    r"|impression|head|case|hectare|kilo(?:gram|meter)?|kg|oz|lb)\b|[$€£]\s?/\s?(?!shares?\b)[a-z]\w*|"
    r"\bper\s+[\w-]+\s+per\s+(?:day|week|month|quarter|year)\b|\bdaily\s+(?:[\w-]+\s+){0,3}?(?:rates?|expenses?|costs?|opex)\b|\b(?:adr|revpar|arpu|arppu|arpa|arpdau|abpdau|abpu|cpga|ccpu|casm|[tp]?rasm|psf)\b"
    r"|\byields?\b.*\((?:in\s+)?cents\)"
    r"|\bper\s+(?:ap?cds?|albds?|pcds?|carload|shipment|hundredweight|cwt|admission|discharge|procedure|student)\b"
    r"|\b(?:rates?|revenues?|prices?|costs?|expenses?|fees?|sales|yields?|spend|profit)\s+(?:excluding\s+(?:\w+\s+){1,2})?per\s+"
    r"(?!(?:cent|gaap|ifrs|books?|10-|financial|statements?"
    r"|consolidated|segment|note|the|our|above)\b)",
    "per|daily|adr|revpar|arp|abp|cpga|ccpu|casm|rasm|psf|cents", "/"
)  # fmt: skip
_VOLUME = Hinted(
    r"\((?:in\s+)?(?:(?:thousands?|millions?|billions?)\s+(?:of\s+)?)?"
    r"(?:(?:m{0,2}|[bt])(?:bbls?|boe?|cfe?|btu|b(?:oe?)?pd)|[kmgt]wh|kilowatt-?\s?hours|barrels|ounces|tons"
    r"|tonnes|gallons|pounds|acres|kilos|kilograms|kg|lbs)(?:(?:\s*/\s*|\s+per\s+)d(?:ay)?)?\)",
    "bbl|bo|bpd|cf|btu|wh|watt|barrels|ounces|tons|tonnes|gallons|pounds|acres|kilo|kg|lbs"
)  # fmt: skip
_PRICED = Hinted(r"^\W*(?:[$€£]\s*)?per\s+(?:barrel|bbl|boe|mcfe?|ton(?:ne)?|ounce|gallon|pound|mmbtu)\b", "per")
_COUNTED_SO = Hinted(
    r"\(\s*(?:in\s+)?(?:m{1,2}|[bgkt])(?:bbls?|bo|boe|cfe?|btu|wh)\b|(?:/\s*|\bper\s+)d(?:ay)?\s*\)",
    "bbl|bo|cf|btu|wh",
    "d",
)  # "(MMcf)", "(barrels per day)": in a table of thousands as elsewhere
_PER_WHAT = re.compile(r"\bper\s+(?:[\w-]+\s+)*?([\w-]+)\s*$", re.I)
_OF_MONEY = Hinted(
    r"^(?!.*\b(?:number|count|units?|volumes?|statistics|data)\b).*\b"
    r"(?:revenues?|sales|income|earnings|profit|ebitdar?|ebit|expenses?|costs?|fees)\b",
    "revenue|sales|income|earnings|profit|ebit|expense|cost|fees"
)  # fmt: skip
_HUNDREDTHS, HUNDREDTHS = Hinted(r"\b(?:in\s+)?pence\b|\((?:in\s+)?(?:cents|p)\)", "pence", "p)", "cents"), -2
_FOR_A_SHARE = Hinted(r"\b(?:dividends?|distributions?|earnings|eps|heps)\b", "dividend|distribution|earnings|eps")
_AIRLINE = Hinted(r"\b(?:casm|[tp]?rasm)\b", "casm", "rasm")  # revenue and cost of a seat mile: in cents, as a rule
_OF_A_UNIT = re.compile(r"\b(?:rents?|revenue|prices?|cost|monthly|rate)\b.*\bper\s+(?:\w+\s+)?units?\b", re.I)
_PRINTED = re.compile(r"\d+(?:\.\d+)?\s?%")
_SHARE = Hinted(r"\bshares?\b", "share")
_EACH_SHARE = Hinted(
    r"^(?!.*\b(?:for|used|numerator)\b).*\bper\s+(?:[\w-]+\s+){0,5}?shares?\b(?:\W*(?:basic|diluted|and|\W)+)?$",
    "share",
)  # fmt: skip
_WHOSE_SHARES = re.compile(r"\b(?:basic|dilut\w*|weighted|shares?|common|assuming|outstanding|units|ads|total)\b", re.I)
_NUMERATOR = re.compile(r"\s*numerators?\b", re.I)  # the result that earnings per share are computed of
_RESULT = re.compile(r"\s*(?:net\s+)?(?:income|earnings|loss|eps|dividends?|book)", re.I)
SILENT_SCALE = Scale()


@lru_cache(maxsize=16384)
def spoken_unit(label: str) -> Unit:
    """What the words of a label or header say of the unit; its figures have to bear it out."""
    label = _PRINTED.sub(" ", label)
    rest = _PER_SHARE.sub(" ", label)
    per_share = rest != label
    if _SHARES.search(rest) and not (per_share and _RESULT.match(label)):
        return "shares"
    if per_share:
        return "price" if _OF_A_UNIT.search(label) else "per-share"
    if _BPS.search(label):
        return "bps"
    if _PERCENT.search(label):
        return "percent"
    if _YEARS.search(label):
        return "years"
    if _VOLUME.search(label):
        return "count"
    if _EACH.search(label):
        return "price"
    if _COUNT.search(label):
        return "count"
    if _RATIO.search(label) or _RATE.search(label):
        return "ratio"
    return ""


def is_volume(label: str) -> bool:
    """Whether a label says that its figures are barrels, tons or the like: "Production (MBbls)"."""
    return bool(_VOLUME.search(label))


def counts_shares(label: str) -> bool:
    """Whether a label counts shares for certain: not "shares issued under stock plans", which may be their amount."""
    return bool(_COUNTED.search(label))


@dataclass(frozen=True, slots=True)
class RowUnit:
    """The unit of a row's figures and the power of ten that its own words or headings state (None: the table's). `noun`
    is what is counted, or of what each a heading above says that the prices are: the ounce of "Costs per ounce"."""

    unit: Unit = ""
    power: int | None = None
    noun: str = ""
    currency: str = ""
    """That of a column whose header names one: "RMB" beside "US$"."""


def row_unit(
    label: str, path: Sequence[str], figures: Sequence[Figure], known: str = "", scale: Scale = SILENT_SCALE
) -> RowUnit:
    """The unit of a row from its words, the headings above it and its figures. `known` is the vocabulary's unit of its
    measure; `scale` what the headings above state."""
    note = scale_in(label) if label else SILENT_SCALE
    power = next((p for p in (note.money, note.shares, note.counts) if p is not None), None)
    unit, said = _words_unit(label, path, known)
    if unit in ("percent", "ratio") and path and any(f.currency for f in figures) and _PRICED.search(path[-1]):
        unit, said = "price", path[-1]  # "Gross margin" of $19.96 below "Per barrel of throughput:"
    power = 0 if power is None and unit == "count" and _COUNTED_SO.search(label) else power
    if unit in ("shares", "count", "percent", "ratio", "years") and any(f.currency for f in figures):
        unit = "money"
    if unit == "count" and said == label and path and _OF_MONEY.search(path[-1]) and not spoken_unit(path[-1]):
        unit = ""  # "Rooms" under "Revenues"
    if unit == "years" and any(abs(f.value) >= 100 for f in figures):
        unit = ""
    marked = [f.mark for f in figures if f.mark and not f.nil]
    if not unit and marked and set(marked) == {"cents"} and _FOR_A_SHARE.search(label):
        unit = "per-share"  # "Interim dividend: 3.2p"
    elif unit in ("percent", "ratio") or (not unit and marked):
        told = "ratio" if known == "ratio" else said  # "North" below "Book-to-bill"
        unit = _rate(unit, figures, marked, told)
    elif unit == "per-share" and said != label and _WITH_RESULT.search(said) and _to_the_tenth(figures):
        unit = ""  # "Net income" below "Adjusted net income and adjusted EPS"
    elif unit == "per-share" and not _small(figures) and (not _EACH_SHARE.search(label) or _under_shares(path)):
        counted = not any(f.currency for f in figures) and _large(figures)
        unit = "shares" if counted and _of_shares(label, path) else ""
    elif unit == "shares" and any(spoken_unit(h) == "per-share" for h in path):
        unit = "per-share" if any(f.decimals >= 2 and abs(f.value) < 20 for f in figures) else unit
    cents = _HUNDREDTHS.search(" ".join((label, *path[-1:]))) or _AIRLINE.search(label) and not _dollars(figures)
    if unit in ("per-share", "price") and power is None and cents:
        power = HUNDREDTHS
    if unit == "price" and power is None:  # of its own heading "Average sales price (in thousands)", and of no other
        scale = scale_in(said) if said != label else SILENT_SCALE
    noun = ""
    if unit == "count":
        m = _NOUN.search(said)
        noun = m.group(1).lower() if m else ("employees" if "head" in said.lower() else "items")
    elif unit == "price" and said != label:
        noun = each_of(said)
    return RowUnit(unit, scale.money if power is None else power, noun)


def _of_shares(label: str, path: Sequence[str]) -> bool:
    """Whether a row of large numbers under a heading of shares counts them: "Diluted", and no "Net income" or "Legal
    settlement" of a reconciliation of "net income and earnings per share"."""
    if not label.strip():
        return bool(path) and bool(_SHARE.search(path[-1]))
    return bool(_WHOSE_SHARES.search(label)) and any(_SHARE.search(h) for h in path)


def _under_shares(path: Sequence[str]) -> bool:
    """Whether the heading counts the shares of which the rows below say the use: "Shares used for computation of:"."""
    return bool(path) and spoken_unit(path[-1]) == "shares"


def _dollars(figures: Sequence[Figure]) -> bool:
    """Whether prices are printed in dollars: with their sign, or as less than one."""
    return any(f.currency or f.mark or abs(f.value) < 1 for f in figures if not f.nil)


def each_of(label: str) -> str:
    """Of what each a price is: "ounce" of "Costs per ounce"; empty where it is not said."""
    found = _EACH.search(label)
    if found is None:
        return ""
    what = _PER_WHAT.search(found.group(0)) or _PER_WHAT.search(label.rstrip(" ):"))  # "Costs per" what is not listed
    return what.group(1).lower() if what is not None else ""


_KNOWN: dict[str, Unit] = {
    "per-share": "per-share", "shares": "shares", "percent": "percent", "ratio": "ratio",
    "days": "count", "count": "count",
}  # fmt: skip


def _words_unit(label: str, path: Sequence[str], known: str) -> tuple[Unit, str]:
    """The unit that the label, the vocabulary or else the nearest heading says, and the words that said it."""
    if _NUMERATOR.match(label) or path and _NUMERATOR.match(path[-1]):
        return "money", label
    own = spoken_unit(label) if label else ""
    if own == "ratio" and known == "percent":
        return "percent", label  # "Combined ratio 82.9"
    if own:
        return own, label
    if known == "per-share" and _under_shares(path):
        return "shares", path[-1]  # "Basic" under "Number of shares used in net income per share"
    if known in _KNOWN:
        return _KNOWN[known], label
    for heading in reversed(path):
        if amount := named_above(heading):
            return ("count" if amount == VOLUME else "price"), heading
        if is_volume(heading):
            return "count", heading  # "Electric sales (millions of kWh)"
        above = spoken_unit(without_note(heading))  # "Highlights (in millions, except per share)"
        if above in ("per-share", "shares", "percent", "count", "price"):
            return above, heading
    return "", label


def _rate(unit: Unit, figures: Sequence[Figure], marked: list[str], said: str) -> Unit:
    """`percent` or `ratio` borne out by the figures, else money."""
    if "percent" in marked:
        return "percent"
    if marked:
        return ""
    if unit == "percent":
        return "percent" if all(abs(f.value) <= 1000 for f in figures) else "money"
    if unit == "ratio" and figures and _small(figures) and all(abs(f.value) < 200 for f in figures):
        return "ratio" if _RATIO.search(said) else "percent"
    return ""


def _to_the_tenth(figures: Sequence[Figure]) -> bool:
    """Whether no figure has the cents that an amount by the share has."""
    return any(f.value for f in figures) and all(f.decimals < 2 for f in figures if not f.nil)


def _small(figures: Sequence[Figure]) -> bool:
    """Whether figures can be amounts per share: decimals, or zeros."""
    real = [f for f in figures if not f.nil]
    return all(abs(f.value) < 100_000 for f in real) and (
        not real or any(f.decimals for f in real) or all(f.value == 0 for f in real)
    )


def _large(figures: Sequence[Figure]) -> bool:
    return any(not f.decimals and abs(f.value) >= 100 for f in figures) or any(abs(f.value) >= 10 for f in figures)


ONE = Decimal(1)
_WHOLE_PEOPLE = frozenset("buyers sellers users visitors guests passengers customers subscribers members".split())
_UNITS = {"percent": "percent", "points": "points", "bps": "bps", "ratio": "ratio"}


_WITH_RESULT = re.compile(r"\b(?:income|earnings|profit|loss|ffo|operations)\s+(?:and|&)\s", re.I)
_THOUSANDS = 3  # in which the prices of homes are printed, where their own words say so
LARGE = 1000  # no amount per share is printed so large without decimals
# Share counts as large as this in a table of thousands, millions or billions are printed in full.
IN_FULL = {2: 100_000_000, 3: 10_000_000, 6: 100_000, 9: 100}


@dataclass(frozen=True, slots=True)
class Money:
    """How a table counts: the power of ten of its money and of its shares, and the currency."""

    power: int
    shares: int
    currency: str
    own: bool = True
    exact: frozenset[str] = frozenset()
    certain: bool = False  # the scale of shares is stated, or follows from the result per share
    dollars: bool = False  # the unit note speaks of money alone: "$ in thousands"
    counts: int = 0  # the power of ten of what is counted: customers, subscribers


def unit_of(figure: Figure, row: RowUnit, column: RowUnit, money: Money) -> tuple[str, int]:
    """(unit, power of ten) of one figure."""
    mark = figure.mark
    if mark in _UNITS:
        return _UNITS[mark], 0
    if mark in ("days", "years", "months"):
        return f"count:{mark}", 0
    unit = column.unit or row.unit
    if column.unit in ("shares", "count") and figure.currency:
        unit = row.unit
    elif column.unit == "money" and row.unit in ("price", "per-share"):
        unit = row.unit  # "Amount" is the heading of a column of changes
    elif column.unit == "per-share" and not figure.decimals and abs(figure.value) >= LARGE:
        unit = row.unit
    elif column.unit == "per-share" and row.unit == "shares" and not figure.currency and figure.decimals < 2:
        unit = "shares"
    if figure.currency and unit in ("shares", "count", "percent", "ratio"):
        unit = row.unit if row.unit in ("per-share", "price") else "money"
    code = figure.currency if figure.currency and figure.currency != "USD" else column.currency or money.currency
    if mark == "cents" and unit not in ("percent", "ratio", "shares", "count"):
        return (f"{code}/share" if unit == "per-share" else code), -2
    power = column.power if column.power is not None else row.power
    if unit == "per-share":
        return f"{code}/share", HUNDREDTHS if row.power == HUNDREDTHS else 0
    if unit == "price":
        return code, row.power if row.power in (HUNDREDTHS, _THOUSANDS) else figure.power
    if unit in _UNITS:
        return _UNITS[unit], 0
    if unit == "years":
        return "count:years", 0
    if figure.power:
        return ("shares" if unit == "shares" else code), figure.power
    if unit == "shares":
        return "shares", _share_power(figure, power, money)
    if unit == "count":
        noun = row.noun or column.noun or "items"
        counts = 0 if noun == "days" else money.counts  # days are printed in full, whatever the money is in
        if figure.decimals and noun in _WHOLE_PEOPLE:
            counts = money.power  # nobody is a buyer by a fraction
        return f"count:{noun}", counts if power is None else power
    return code, _power(figure, money) if power is None else power


def _power(figure: Figure, money: Money) -> int:
    """The power of ten of an amount of which only its table says how it counts; where others do, one that is printed
    to the cent is none of thousands: "$21.94" in statistics."""
    to_the_cent = bool(figure.currency) and figure.decimals == len("00") and abs(figure.value) < LARGE
    return 0 if to_the_cent and not money.own and money.power == _THOUSANDS else money.power


def _share_power(figure: Figure, power: int | None, money: Money) -> int:
    if power is not None:
        return power
    if money.certain or not money.shares:
        return money.shares
    limit = IN_FULL[money.shares] // (10 if money.dollars or not money.own else 1)
    return 0 if abs(figure.value) >= limit else money.shares
