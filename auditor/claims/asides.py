"""Clauses between a measure and its number: those that only interrupt the two, and those that make something else of it."""

from __future__ import annotations

import re

from auditor.grammar.folding import Hinted

INCLUDES = Hinted(
    r"\b(?:includ(?:es?|ed|ing)|consist(?:s|ed|ing)\s+(?:\w+\s+)?of|compris(?:es?|ed|ing)|contain(?:s|ed)?|"
    r"reflect(?:s|ed|ing)?|adjusted\s+for)\b",
    "includ|consist|compris|contain|reflect|adjusted",
)
_RESTRICTED = re.compile(
    r"^\s*,?\s*(?:that|which|for\s+which|subject\s+to|related\s+to|relating\s+to|associated\s+with|held\s+by)\b", re.I
)
_DEFINED = re.compile(
    r"^\s*,\s*which\s+(?:(?:the\s+company|we)\s+)?(?:defines?|calculates?|excludes?|represents?|"
    r"accounts?\s+for|makes?\s+up|is|are)\b[^;$]*,\s*"
    r"(?:was|were|of|is|are|totaled|increased|decreased|rose|fell|grew|declined|improved|dropped|climbed|advanced)\b",
    re.I,
)  # "free cash flow, which we define as cash from operations less capital expenditures, was"
_WHICH_IS = re.compile(
    r"\s*,\s*which\s+(?:represents?|represented|accounts?\s+for|accounted\s+for|makes?\s+up|made\s+up|was|were|is|are|totaled|rose|grew|increased|"
    r"climbed|fell|declined|decreased|dropped|improved)\s+"
    r"(?:(?:by|to|only|just|about|approximately|nearly|over)\s+){0,2}",
    re.I,
)  # "Parts sales, which were 12% of revenue", "which rose $3 million": of nothing else
_ASIDE = re.compile(
    r"\s\((?:which\s+)?includ(?:ing|es|ed)\b[^()]*\)"
    r"|,\s*(?:which\s+)?includ(?:ing|es)\b[^;]*?,(?=\s+(?:was|were|totaled|amounted|increased|decreased|"
    r"declined|rose|grew|fell|improved"
    r"|(?:as\s+)?compared|versus|vs|up|down|from|against|(?:an?\s+)?(?:increase|decrease))\b)",
    re.I,
)  # "Expenses, including stock compensation of $4 million, were": the verb, or the comparison, is the measure's own


def without_asides(between: str) -> str:
    """The words between a measure and its number without what an aside says that it includes."""
    return _ASIDE.sub(" ", between) if INCLUDES.may_fit(between) else between


def restricted(between: str) -> bool:
    """Whether the words behind a measure narrow it: "debt that is due within the year", but not what it is said to be, to
    be made of, or to make up: "free cash flow, which we define as …, was", "parts sales, which were 12% of revenue"."""
    told = without_asides(between)
    return bool(_RESTRICTED.match(told)) and not (_DEFINED.match(between) or _WHICH_IS.fullmatch(told))
