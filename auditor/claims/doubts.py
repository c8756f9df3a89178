"""Why a sentence may speak of something else than the measure that it names: a part of it, an effect on it, a flow of it.

A claim with such a doubt may agree with a figure, but a difference from it is no contradiction. The reasons are written
for the reader: they stand where the claim could not be checked.
"""

from __future__ import annotations

import re
from functools import lru_cache

from auditor.claims.asides import INCLUDES, restricted, without_asides
from auditor.claims.excesses import exceeds
from auditor.claims.others import other
from auditor.claims.place import (
    EACH,
    EFFECT,
    IN_OTHER,
    LIMIT,
    MONTH,
    NARROWED,
    OF_DEBT,
    OTHER,
    PART,
    PLANNED,
    SECTION,
    THE,
    WHEN,
    WITHOUT,
    YEARLY,
    Place,
)
from auditor.grammar.folding import Hinted
from auditor.vocabulary.words import EXCLUDING

# Nouns that, before "of", leave the measure what it is: "the level of revenue", "a decrease of net income".
_PLAIN = frozenset(
    "amount amounts total totals level levels record sum balance balances result results increase increases "
    "decrease decreases decline declines growth "
    "improvement reduction rise drop number average sale sales revenue revenues loss losses profit profits "
    "excess end ended instead because regardless as out all "
    "each both most much some one none half million billion thousand percent percentage basis terms result margin "
    "quarter quarters year years month months weeks period periods "
    "first second third fourth favor generation delivery achievement report announcement release ahead record "
    "consecutive high highs low lows peak".split()
)  # fmt: skip
_NOUN_OF = Hinted(rf"\b([A-Za-z][\w'-]*)\s+of\s+{THE}$", "of")
_NOUN_IN = Hinted(
    rf"\b(?:paid|used|spent|outflows?|inflows?|payments?|proceeds|received|spending|charges?|credits?|"
    rf"adjustments?|effects?|impacts?|gains?|loss(?:es)?)\s+"
    rf"(?:for|on|in|from|to|within)\s+{THE}$",
    "paid|used|spent|flow|payment|proceeds|received|spending|charge|credit|adjustment|effect|impact|gain|loss",
)
_RELATED_TO = Hinted(
    rf"\b(?:related|relating|attributable|associated)\s+(?:to|with)\s+{THE}$", "relat", "attributable", "associated"
)
_ASSETS = re.compile(r"(?:[\w-]+\s+){0,2}assets\b", re.I)
_SOLD = Hinted(
    rf"\b(?:sales?|disposals?|dispositions?|acquisitions?|purchases?)\s+of\s+{THE}$",
    "sale|dispos|acquisition|purchase",
)
_LESS = Hinted(
    rf"\w\s+(?:less|minus|plus)\s+{THE}$", "less", "minus", "plus"
)  # "debt less cash was": of the two together
_SO_CALLED = Hinted(
    r"\b(?:delivered|written|shipped|booked|invoiced|billed)\s+$", "delivered|written|shipped|booked|invoiced|billed"
)
_SALES = re.compile(r"(?:net\s+)?(?:sales|revenues?)\b", re.I)
_THEN = re.compile(r"\s*(?:also\s+)?(?:was|were|grew|rose|fell|(?:in|de)creased|declined|up|down)\b", re.I)
_UNITS_OF = Hinted(rf"\bunit\s+(?:sales?|volumes?)\s+of\s+{THE}$", "unit")  # "unit sales of pumps" are no money
_PUT_IN = Hinted(
    r"\b(?:recognized|recorded|included|reported|reflected|presented|classified|charged|credited|capitalized|"
    r"reclassified)\s+"
    rf"(?:\w+ly\s+)?(?:in|to|within|against|as|into|through)\s+{THE}$",
    "recogni|recorded|included|reported|reflected|presented|classified|charged|credited|capitali",
)
_OUT_OF = Hinted(
    rf"(?:^|[.;,:]\s*)(?:included\s+(?:in|within|among)\s+{THE}(?:[\w-]+\s+){{0,3}}|"
    rf"(?:(?:out\s+)?of|within)\s+{THE})$",
    "includ",
    "of",
    "within",
)
_PART_OF_IT = re.compile(r"\s+of\s+(?:which|whom)\b")  # "$644 million of which would affect the tax rate"
_FOLLOWING = Hinted(r"\binclud(?:es?|ed)\s+(?:the\s+)?following\b", "following")
_OF_WHICH = Hinted(
    r"\b(?:of|in|within)\s+(?:which|that\s+amount|this\s+amount|the\s+total)\b|\b(?:which|that)\s+includ(?:es?|ed)\b",
    "which|amount|total|that",
)
_INCLUDES_IT = Hinted(
    rf"\b(?:includ(?:es?|ed)|contain(?:s|ed)?)\s+{THE}$|[a-z]\s+including\s+{THE}$", "includ", "contain"
)  # "cash including deposits of $5 million" may be both together
_MIRRORS = re.compile(
    r",\s+reflecting\s+(?:an?\s+)?(?:(?:increase|decrease|decline|improvement)\s+of\s+)?"
    r"(?:\S+(?:\s+million|\s+billion)?\s+\(or\s+)?$"
)
_USES = re.compile(
    r"\b(?:us(?:es?|ed|ing)|consum(?:es?|ed|ing)|return(?:s|ed|ing)?|provid(?:es?|ed|ing)|spent|invested|rais"
    r"(?:es?|ed|ing))\b",
    re.I,
)
_SUPPOSED = Hinted(r"\b(?:would|could|might|had\s+(?:it|they|we)\s+been)\b", "would|could|might|had")
_EXCLUDING = re.compile(rf"{WITHOUT}|Before\b", re.I)  # the adjusted figure
_LEFT_OUT_FIRST = re.compile(rf"^\s*{WITHOUT}[^,;$%]*,\s*")  # "Excluding the impact of these items, earnings were"
_EFFECT_OF = Hinted(
    r"\b(?<!cumulative\s)(?:effect|impact|translation)s?\s+(?:of|to|on|from)\b(?:(?!,\s+which\b)[^;.])*$",
    "effect",
    "impact",
    "translation",
)
_EFFECT_VERB = Hinted(
    r"\b(?:increas|decreas|reduc|lower|impact|affect|rais|improv|benefit|hurt|help|boost|add|"
    r"cut)\w*\s+(?:(?!\b(?:while|whereas|but)\b)[^;])*\bby\s+(?:about\s+|approximately\s+|roughly\s+)?"
    r"(?:\$?[\d.,]+\s*(?:%|percent|million|billion)\s*(?:,?\s*(?:and|or)|,)\s*)*$",
    "by",
)
_PASSIVE = Hinted(
    r"\b(?:was|were|been|being)\s+(?:\w+ly\s+)?(?:increased|decreased|reduced|impacted|affected)\s+by\s+(?:\w+\s+)?$",
    "by",
)
_NOUN_LAST = re.compile(r"\b([a-z][a-z-]+)\s+of\s+(?:\w+\s+)?$")
_TURN = r"(?:increase|decrease|decline|growth|reduction|improvement|rise|drop|gain)s?"
_TURN_IN = Hinted(rf"\b{_TURN}\s+in\s+((?:[A-Za-z&'-]+[\s,]+){{1,6}})of\s+(?:\w+\s+)?$", "of")
_GROWTH_ON = re.compile(
    rf"\s*{_TURN}\s+(?:on|at|across|within|among)\s+(?:our|its|the)\s+(?:[A-Za-z&'-]+\s+){{1,8}}of\s+(?:\w+\s+)?$", re.I
)
_AFTER_TURN = re.compile(
    rf"^\s*{_TURN}\s+(?:(?:in|of)\s+|(?:from|for)\s+(?!{WHEN}))(?:[a-z]+\s+)?[A-Za-z]", re.I
)  # "a 9% increase in volume", but not "from the prior quarter"
_NARROWING = re.compile(
    r"^\s*,?\s*(?:which\s+|that\s+)?(?:was\s+|were\s+|is\s+|are\s+)?(?:primarily\s+|mainly\s+|largely\s+)?"
    r"(?:(?:in|during|for)\s+(?:the\s+)?[\w\s]{3,30}?\s+(?:which|that)\s+)?"
    r"(?:(?:related|relating|attributable|associated)\s+(?:to|with)|arising\s+from|resulting\s+from|held\s+"
    r"(?:by|in|outside)|\(?(?:after|pre|net\s+of)[\s-]+tax(?:es)?\b)",
    re.I,
)
_RESULTING = re.compile(
    r"\s+(?:resulting|arising|stemming)\s+from\b", re.I
)  # "a $2 million gain in income resulting from"
_EXCLUDING_IT = re.compile(
    rf"^\s*(?:\([^()]{{1,30}}\)|\))?,?\s*(?:{EXCLUDING}|when\s+adjusted\s+for|before\s+(?:the\s+)?changes?\s+in"
    r"|(?:before|prior\s+to)\s+(?:(?:the|an?|these|any|special|certain|non-?recurring|one-time|cumulative)\s+)*"
    r"(?:(?:income\s+)?tax\s+)?(?:effects?|impacts?|charges?|items?|adjustments?|extraordinary|restructuring|"
    r"merger))\b",
    re.I,
)
_RELATED = re.compile(r"^\s*(?:related|relating|associated)\s+(?:to|with)\b", re.I)
_CAUSE = Hinted(
    r"\b(?:due\s+to|driven\s+by|as\s+a\s+result\s+of|resulting\s+from|because\s+of)\s+(?:an?\s+|the\s+)?$",
    "due|driven|as|result|because",
)
_AND_MORE = r"(?:,?\s*and\s+\$\s?[\d,.]+\s*(?:thousand|million|billion)?)?"
_OF_ITS_OWN = re.compile(
    rf"^{_AND_MORE}\s*of\s+(?:\d[\d./-]*\s?%\s+)?(?!(?:which|that|this|these|the|our|its|a|an|fiscal|last|each|"
    rf"both|all|such)\b)[a-z][a-z-]+",
    re.I,
)
_FOR_OTHER = re.compile(
    r"^\s*(?:in\s+(?:the\s+)?(?:[1-4]Q\d\d|Q[1-4](?:\s+(?:of\s+)?\d{4})?|\w+\s+quarter(?:\s+of\s+\d{4})?|20\d\d)\s+)?"
    r"for\s+(?!(?:its|their|this|that)\s+(?:first|second|third|fourth|fiscal|full|most|latest|quarter|year|"
    r"three|six|nine|twelve)\b)"
    r"(?!(?:the|our|fiscal|both|each|approximately|about|an?|all|years?|quarters?|periods?|three|six|nine|"
    r"twelve|full|first|second|third|fourth|last|prior|same|comparable)\b)[a-z][a-z-]+"
)
_MODIFIED = re.compile(
    r"^\s+(?:(?:used|received|recognized|recorded|held(?!\s+(?:up|steady|flat|firm)\b)|spent|allocated|from)\s+(?:in|for|from|to|by|on|as|[a-z]+)"
    r"|under\s+(?:management|administration|custody|advisement))\b",
    re.I,
)
_WITH_ANOTHER = re.compile(
    r",?\s+and\s+(?:an?\s+|the\s+|other\s+|related\s+|certain\s+)?(?:[a-z-]+\s+){0,3}[a-z-]+,?\s+(?:totall?ed|totall?ing|amounted\s+to)\b[^,;]*$"
)
_SPENT, _IN_CASH = (
    re.compile(r"\s+(?:used|consumed|generated|provided)\s+\S*$", re.I),
    re.compile(r"\s+(?:in|of)\s+cash\b", re.I),
)
_SALES_OF = re.compile(r"\b[a-z-]+\s+(?:sales|services?|products?|rentals?)\s+$")  # "used equipment sales gross margin"
_OF_WHAT = re.compile(r"margins?|profit", re.I)
_ON_WHAT = re.compile(
    r"^\s+on\s+(?:[a-z-]+\s+)?(?!an?\b|the\b|sales\b|revenues?\b|higher\b|lower\b|strong)[a-z-]+\s+"
    r"(?:to|of|was|were|is|are|increased|decreased|improved|declined|fell|rose|expanded)\b"
)  # "reduced gross margins on housing to 18%"
_ANOTHER = Hinted(
    r"(?:,|\band\b).*\b(?!(?:and|total|increase|decrease|decline|loss|record|margin)\b)([a-z-]+)\s+of\s+"
    r"(?:(?:approximately|about|nearly|over)\s+)?$",
    "of",
)
_ADJUSTMENT = Hinted(
    r"\b(?:adjustment|impact|effect|portion|component|benefit)s?\s+of\s+(?:\w+\s+)?$",
    "adjustment|impact|effect|portion|component|benefit",
)
_OWNED = Hinted(
    r"\b(?:company's|our|its|their)\s+(?:[a-z-]+\s+){1,5}(?:had|reported|recorded|generated|posted|contributed|"
    r"produced)\s+(?:an?\s+)?$",
    "had|reported|recorded|generated|posted|contributed|produced",
)
_NOUN_FOR = re.compile(
    r"\b(?!(?:in|for|and|but|while|compared|increase|decrease|growth|decline|from)\b)[a-z]{3,}\s+"
    r"(?:in|for|at)\s+(?:the\s+|our\s+)?$",
    re.I,
)
_BY_THAT = re.compile(
    r"\bby\s+(?:(?:approximately|about|nearly|over|some|an?)\s+)*$", re.I
)  # "remeasured the asset by"
_DOING_SO = re.compile(
    r"\((?:decreas|increas|reduc|lower|rais|improv|benefit|hurt|depress|lift)ing\s+[^()]{3,60}$", re.I
)  # "higher product costs (decreasing gross margin approximately 180 basis points)"
_NAMED_FUND = re.compile(
    r"\b(?:[A-Z][\w&'’-]*\s+){2,8}\([A-Z]{3,6}\)\s+(?:\w+\s+){1,3}$"
)  # "Halden Bond Fund (HBND) reached $73 million in assets"
_FOR_ONE = re.compile(rf"^\s*(?:for|at)\s+(?:the\s+|our\s+)?(?!{MONTH}|CER\b|AER\b)[A-Z][\w&'-]+")
_IN_ONE = re.compile(
    rf"^\s*in\s+(?:(?:our|its)\s+(?!{MONTH})[A-Z][\w&'-]+"
    r"|the\s+(?:[A-Z][\w&/'-]*[,\s]+(?:and\s+)?){1,4}(?i:segment|division|business|unit|group|region)\b)"
)  # "3.2x in our Industrial Facilities", "$78 million in the Personal Lines segment"
_HURT_BY = Hinted(
    r"\b(?:impacted|affected|hurt|helped|boosted|reduced|lowered|offset)\s+by\s+(?:(?:an?|the|our)\s+)?$", "by"
)  # "net income was impacted by interest expense of $2 million": that of one thing
_CALLED_SO = re.compile(r"(?:non-gaap|adjusted)\b", re.I)  # what it leaves out is told beside it
_ONE_TIME = Hinted(
    r"\b(?:one-time|non-?cash|non-?recurring|unusual|discrete)\b[a-z\s,-]{0,24}$",
    "one-time|cash|recurring|unusual|discrete",
)
_TAKEN_UP = re.compile(
    r"\b(?:issu(?:ance|ed|ing)|offering|placement|repayments?|repaid|redemptions?|redeemed|prepayments?|"
    r"retirement|proceeds)\s+"
    r"(?:of\s+)?(?:(?:approximately|about|an\s+additional|another)\s+)?$",
    re.I,
)  # "the issuance of $20 million of notes"
_OWN_NOUN = re.compile(
    r"^\s+(?:(?!in\b|of\b|for\b|from\b|on\b|and\b|or\b|to\b)[a-z-]+\s+){0,3}?"
    r"(?:facility|facilities|revolver|notes|bonds|debentures|program|authorization"
    r"|contracts?|awards?|settlement|offering|charges?|(?:term\s+)?loan|line\s+of\s+credit|placement|mortgage|"
    r"dividends?|distributions?)\b",
    re.I,
)
_SIZE_OF = re.compile(
    r"^\s+(?:(?!in\b|of\b|for\b|from\b|on\b|and\b|or\b|to\b|under\b|outstanding\b|drawn\b)[a-z-]+\s+){0,5}?"
    r"(?:credit\s+(?:facilit(?:y|ies)|agreement|line)|facilit(?:y|ies)|revolver|lines?\s+of\s+credit|warehouse\s+lines?)\b"
    r"(?!\s+(?:balance|borrowings|debt|draw))",
    re.I,
)  # "$246 million drawn on its $350 million revolving credit facility": what it may come to
_DRAWN = re.compile(
    r"^\s+(?:was\s+|were\s+)?(?:drawn|undrawn|borrowed|unused|available\s+(?:under|for\s+(?:\w+\s+)?borrow\w*|to\s+borrow|to\s+be\s+(?:drawn|borrowed))|outstanding\s+(?:under|on)|"
    r"of\s+(?:borrowings|availability|debt))\b",
    re.I,
)
_LEFT_OUT = re.compile(
    rf"(?:^|,)\s*\(?(?:before|{EXCLUDING}|adjusted\s+for|without|absent)\b"
    r"(?!\s+(?:income\s+)?tax|\s+[\w\s]{0,20}\bheld\s+for\s+sale)[^,;]*,?[^,;]{0,30}"
    r"(?:[$\d][\d.,]*(?:\s+[mb]illion)?,?\s+(?:or|\()\s*)?$",  # and the share that restates the amount
    re.I,
)
_ADDED = Hinted(
    r"\b(?:add(?:ed|s|ing)?|lost|losing|gain(?:ed|ing)?|opened|opening|closed|closing|acquired|signed|won|hired"
    r"|(?:loss(?:es)?|gains?|additions?|adds|openings?|closures?)\s+of)\s+"
    r"(?:(?:an?|net|approximately|about|over|nearly|another)\s+)*$",
    "add|lost|losing|loss|gain|open|clos|acquired|signed|won|hired",
)  # customers that are added are not those that there are
_OWN = re.compile(r"\bits\s+$", re.I)  # "Nordic increased its revenue by 3%"
_OF_RESULT = re.compile(
    r"revenues?|sales|income|earnings|profit|margin|eps|expenses?|costs?|loss|result|ebit|sg&a|rate", re.I
)
_EACH = r"per[\s-](?!share|diluted|common|basic|fully|cent\b|annum|year|ADS|american\b|ordinary)[a-z]+"
_ON_EACH = Hinted(rf"\bon\s+an?\s+(?:\w+\s+)?{_EACH}\s+basis\b", "per")
_OF_EACH = re.compile(rf"^\s*(?:an?\s+)?{_EACH}", re.I)
_FROM_PLAN = re.compile(
    r"^\s*(?:above|below|over|under|ahead\s+of|short\s+of|(?:better|higher|lower|more|less)\s+than)\s+"
    r"(?:[\w'-]+\s+){0,9}?"
    r"(?:outlook|guidance|range|midpoint|mid-point|expectations?|expected|anticipated|planned|budgeted|"
    r"forecasts?|targets?|plan|budget|"
    r"estimates?|consensus)\b",
    re.I,
)  # "$8 million above the high end of our outlook range": a change from what was expected
_CAUSED = (
    r"(?:because\s+of|due\s+to|from|as\s+a\s+result\s+of|on\s+account\s+of|attributable\s+to|related\s+to|"
    r"owing\s+to)\s+"
)
_CURRENCY = (
    r"(?:(?:foreign\s+)?currenc(?:y|ies)|foreign\s+exchange|fx|exchange\s+rates?|(?:currency\s+)?translation|"
    r"the\s+(?:strong(?:er)?|weak(?:er)?)\s+\w+)\b"
)
_IN_PART = re.compile(
    rf"^\s*,?\s*{_CAUSED}(?:(?:an?|the|our|its|favou?rable|unfavou?rable|adverse|negative|positive|changes?|"
    rf"movements?|fluctuations?|effects?|impacts?|in|of)\s+)*"
    rf"(?:{_CURRENCY}|(?:acquisitions?|divestitures?|dispositions?|acquired|divested)\b)"
    rf"|^\s*,?\s*(?!from\s+{WHEN}){_CAUSED}[^.;$%\d]*,?\s+and\s+[$\d][\w.,]*%?(?:\s+[mb]illion)?\s+{_CAUSED}",
    re.I,
)  # "rose by $12 million because of currency", "$4 million due to price and $7 million due to volume"
_REASONS = re.compile(
    r"\b(?:due|related|attributable)\s+to\s*:\s|\b(?:driven|offset|caused)\s+by\s*:\s|\breflecting\s*:\s", re.I
)  # "primarily related to: 1) $25 million of lower revenues from the stores sold"
_OF_CURRENCY = re.compile(r"^\s*(?:\w+\s+)?(?:headwinds?|tailwinds?|drag|lift|boost)\b", re.I)
_DIVIDEND = Hinted(r"\b(?:dividend|distribution)", "dividend", "distribution")
_ANNOUNCED = Hinted(
    r"\b(?:announc(?:e[sd]?|ing)|approve[sd]?|declares)\s+(?:(?:an?|the|its|our)\s+)?$", "announc|approve|declares"
)
_RAISED = Hinted(
    r"\b(?:increas|rais|boost|hik|lift|doubl|lower|reduc|cut)(?:es|ed|ing|s|ting)?\s+"
    r"(?:(?:the|its|our|regular|annual|quarterly|monthly|cash)\s+)*$",
    "increas|rais|boost|hik|lift|doubl|lower|reduc|cut",
)
_OF_RECORD = Hinted(r"\b(?:share|stock|unit)?(?:holders|owners)\s+of\s+record\b|\brecord\s+date\b", "record")
_AFTER_EVENT = Hinted(
    r"[^.;,]{0,40}?\b(?:following|subsequent\s+to|giving\s+effect\s+to|pro\s+forma\s+for|after)\s+(?:[\w'-]+\s+){0,4}?"
    r"(?:offering|financing|placement|ipo|acquisition|divestiture|merger|transaction|refinancing)\b",
    "following|subsequent|giving|forma|after",
)  # "more than $160 million in cash following our recent offering": no longer what the last statement says
_NET_OF_ANOTHER = re.compile(
    r"\s*,?\s*\(?net\s+of\s+(?!(?:\w+\s+){0,2}(?:tax(?:es)?|allowances?|accumulated|amortization|depreciation|discounts?|"
    r"returns|issuance|unamortized|cash|current|interest|reinsurance|capitalized)\b)[a-z]",
    re.I,
)  # "Fuel expense, net of surcharges, declined to"
_AT_THAT_RATE = re.compile(r"\s*,?\s*(?:(?:(?:[a-z]+\s+){1,4})?on\s+an\s+)?annuali[sz]ed\b", re.I)
_RATE_OF_YEAR = re.compile(r"\bannuali[sz]ed\s+(?:\w+\s+)?(?:rate|pace|basis)\b", re.I)
_MEANS = re.compile(r"\s+(?:(?:generally|typically|usually)\s+)?(?:indicates?|means|signifies)\b", re.I)
_UP_TO = Hinted(
    r"(?<!edged )(?<!inched )(?<!ticked )(?<!moved )(?<!crept )(?<!went )(?<!picked )\bup\s+to\s+(?:an?\s+)?(?:aggregate\s+|additional\s+|total\s+)*(?:of\s+)?$",
    "up",
)


def doubt(place: Place) -> str:
    """Why the number may not be the measure's own; empty where nothing speaks against it."""
    if place.counted and not place.changed and place.search(_ADDED, place.before):
        return OTHER
    if place.search(_UP_TO, place.before) and not place.changed:
        return LIMIT
    if _MEANS.match(place.after):
        return LIMIT  # "A combined ratio over 100% generally indicates an underwriting loss"
    if _FROM_PLAN.match(place.after):
        return PLANNED
    if place.money and _AFTER_EVENT.match(place.after):
        return OTHER
    if not place.follows and _NET_OF_ANOTHER.match(place.behind):
        return OTHER
    if place.follows and _NAMED_FUND.search(place.before):
        return OTHER
    if place.money and _AT_THAT_RATE.match(place.after) or place.changed and _RATE_OF_YEAR.search(place.between):
        return YEARLY
    if _PART_OF_IT.match(place.after) or place.search(_FOLLOWING, place.text):
        return PART
    if place.search(_DIVIDEND, place.named) and (
        place.search(_OF_RECORD, place.text) or place.led_by(_ANNOUNCED, _RAISED)
    ):
        return OTHER  # one to be paid: the tables give those of the periods that have ended
    if _is_effect(place):
        return EFFECT
    if not place.follows and not place.changed and _OWN_NOUN.match(place.after):
        return OTHER
    if not place.changed and _DRAWN.match(place.after) and not place.search(OF_DEBT, place.named):
        return OTHER
    if place.follows and place.money and not place.changed and _SIZE_OF.match(place.after):
        return OTHER
    if _on_each(place.text) or _OF_EACH.match(place.behind):
        return EACH
    if (
        _EXCLUDING_IT.match(place.after)
        and not _CALLED_SO.match(place.named)
        or _NARROWING.match(place.after)
        or (_FOR_ONE.match(place.behind) if place.follows else _for_one(place.after))
    ):
        return NARROWED
    return other(place) or (_behind(place) if place.follows else _ahead(place))


def _is_effect(place: Place) -> bool:
    """Whether the number is what a cause did to the measure, or may do, and neither its level nor its change in all."""
    if place.changed and (
        _REASONS.search(place.before) or _IN_PART.match(place.after) or _OF_CURRENCY.match(place.after)
    ):
        return True
    supposed = place.search(_SUPPOSED, place.before) and not _EXCLUDING.match(place.text)
    reduced = place.search(_PASSIVE, place.before) and not (place.changed and place.search(OF_DEBT, place.named))
    by_that = not place.changed and not place.follows and _BY_THAT.search(place.before)
    effect = (
        by_that or _DOING_SO.search(place.before) or place.search(_EFFECT_OF, _LEFT_OUT_FIRST.sub("", place.before))
    )
    return bool(supposed or reduced or effect)


@lru_cache(maxsize=64)  # a sentence is asked for each of its numbers
def _on_each(text: str) -> bool:
    return _ON_EACH.search(text) is not None


def _for_one(after: str) -> bool:
    return bool(_FOR_ONE.match(after) or _FOR_OTHER.match(after) or _IN_ONE.match(after))


def _behind(place: Place) -> str:
    """Of a measure named behind its number: "includes $3 million of revenue", "used $2 billion of cash"."""
    if place.search(INCLUDES, place.before):
        return PART
    if _MODIFIED.match(place.behind) or place.changed and _RESULTING.match(place.behind):
        return OTHER
    if not place.changed and _TAKEN_UP.search(place.before):
        return OTHER
    if not place.changed and (_RELATED.match(place.behind) or place.search(_CAUSE, place.before)):
        return PART
    return OTHER if _USES.search(place.before[-40:]) else ""


def _ahead(place: Place) -> str:
    """Of a measure named before its number."""
    if place.led_by(_OUT_OF, _INCLUDES_IT) or INCLUDES.match(place.named):
        return PART
    if place.money and _OF_ITS_OWN.match(place.after):
        return OTHER
    if not place.changed and place.search(_HURT_BY, place.leading):
        return EFFECT
    if place.known and place.search(_ONE_TIME, place.leading):
        return PART  # "the one-time tax charge of $2 million"
    if _led_to_another(place):
        return OTHER
    told = without_asides(place.between)
    if _of_which(place, told):
        return PART
    left_out = place.known and _OF_RESULT.search(place.named) and _LEFT_OUT.search(place.between)
    if left_out and not _CALLED_SO.match(place.named):
        return NARROWED
    if _SPENT.match(place.between) and _IN_CASH.match(place.after):
        return OTHER  # "discontinued operations used $40.8 million in cash"
    if _OF_WHAT.search(place.named) and _SALES_OF.search(place.leading):
        return SECTION
    if _WITH_ANOTHER.search(place.between):
        return OTHER  # "restructuring expense, mostly in Europe, and a settlement, totaled $12.0 million"
    if _OF_WHAT.search(place.named) and _ON_WHAT.match(place.between):
        return NARROWED
    if restricted(place.between) or _MODIFIED.match(place.between) or place.search(_ADJUSTMENT, place.between):
        return OTHER
    another = place.search(_ANOTHER, place.between)
    if another and not place.changed and another.group(1) not in place.named.lower():
        return OTHER
    if _effect(place):
        return EFFECT
    if place.changed:
        if _GROWTH_ON.match(place.between) or IN_OTHER.match(place.after):
            return PART
        turned = place.search(_TURN_IN, place.before)
        if turned and place.measure[1] <= turned.start() or _AFTER_TURN.match(place.after):
            return OTHER
    noun = _NOUN_LAST.search(place.between)
    other = noun is not None and noun.group(1).lower() not in _PLAIN and noun.group(1) not in place.named.lower()
    return OTHER if other and not place.changed else ""


def _led_to_another(place: Place) -> bool:
    """Whether the words before the measure make something else of it: "sales of assets", "debt less cash", "unit sales of"."""
    noun = place.search(_NOUN_OF, place.leading)
    if place.led_by(_SO_CALLED) and _SALES.match(place.named) and _THEN.match(place.between):
        return True  # "delivered sales increased 10%": no sales that somebody delivered
    if place.led_by(_OWNED) or (not place.known and _NOUN_FOR.search(place.leading)):
        return True
    if noun and noun.group(1).lower() not in _PLAIN or place.led_by(_NOUN_IN, _LESS, _PUT_IN, _RELATED_TO, _UNITS_OF):
        return True
    return exceeds(place) or _ASSETS.match(place.named) is not None and place.led_by(_SOLD)


def _of_which(place: Place, told: str) -> bool:
    """Whether a number is of what the measure includes; the change that a figure reflects is the measure's own."""
    own = place.changed and _MIRRORS.search(told)
    return bool(place.search(_OF_WHICH, told) or place.search(INCLUDES, told) and not own)


def _effect(place: Place) -> bool:
    """ "Currencies decreased our revenue by 5%": of something else than the company."""
    verb = place.search(_EFFECT_VERB, place.before)
    return bool(
        verb
        and verb.start() < place.measure[0]
        and place.before[: verb.start()].strip()  # "Reduced costs by $2 million": the company did
        and not re.search(r"\b(?:we|company|segment|division|business)\b", place.before[: verb.start()], re.I)
        and not _OWN.search(place.leading)
    )
