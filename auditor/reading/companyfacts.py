"""The company facts of the SEC: a JSON file with every figure that a company tagged in its filings.

The file is what `data.sec.gov/api/xbrl/companyfacts` gives. Its figures are in base units. Where several filings
give a figure of one period, the last one filed counts.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from auditor.errors import ReadingError
from auditor.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Tagged:
    """A figure as tagged: the concept with its label, the unit (`USD`, `USD/shares`, `shares`), the period (`start`
    is None for an instant) and the filing, as `10-Q filed 2024-10-30`."""

    concept: str
    label: str
    unit: str
    start: date | None
    end: date
    value: Decimal
    filing: str


def is_company_facts(data: bytes) -> bool:
    return data[:200].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") and b'"facts"' in data[:2000]


def read_company_facts(data: bytes, name: str) -> tuple[Tagged, ...]:
    """The figures in the order of the file. Raises `ReadingError` for what is no such file."""
    try:
        concepts = json.loads(data, parse_float=Decimal)["facts"]["us-gaap"]
        return tuple(figure for concept, entry in concepts.items() for figure in _figures(concept, entry))
    except (ValueError, KeyError, TypeError, AttributeError, InvalidOperation, RecursionError) as fault:
        where = "whose figures stand under “facts” and there under “us-gaap”"
        raise ReadingError(f"{name}: JSON, but not the company facts of the SEC, {where}") from fault


def _figures(concept: str, entry: dict[str, Any]) -> Iterator[Tagged]:
    for unit, values in entry["units"].items():
        last: dict[tuple[str | None, str], dict[str, Any]] = {}
        for value in values:
            period = (value.get("start"), value["end"])
            if period not in last or value["filed"] >= last[period]["filed"]:
                last[period] = value
        for (start, end), value in last.items():
            yield Tagged(
                concept,
                entry.get("label") or concept,
                unit,
                None if start is None else date.fromisoformat(start),
                date.fromisoformat(end),
                Decimal(value["val"]),
                f"{value['form']} filed {value['filed']}",
            )
