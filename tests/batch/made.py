"""Archives made for the purpose: small releases that are consistent by construction, some with an error planted."""

from __future__ import annotations

import random
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

WRONG_EACH = 7  # one release in so many has a wrong figure
TRANSCRIPT = """\
Alder Point Third Quarter Conference Call Transcript

Operator: Good morning, and welcome to the third quarter earnings call. Our first question comes from the line of a
caller who asks about revenue. Please go ahead.

Speaker: Thank you. Revenue increased in the quarter, as we reported, and we are pleased with net income.
"""
PICTURE = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00" + bytes(range(256)) * 4


def release(number: int) -> str:
    """The release of a number; the same number gives the same text."""
    chance = random.Random(number)
    before = _year(chance, 20_000)
    now = _year(chance, before[0] + before[0] // 10)
    growth = _rounded(Decimal(now[0]) / before[0] * 100 - 100)
    stated = now[0] + 5_000 * (number % WRONG_EACH == 0)
    rows = "\n".join(f"{label:27}| {a:>10,} | {b:>10,}" for label, a, b in zip(LABELS, now, before, strict=True))
    return (
        f"{company(number)} Reports Third Quarter Results\n\n"
        f"Revenue for the quarter ended September 30, 2025 was ${_rounded(Decimal(stated) / 1000)} million, an "
        f"increase of {growth}% from the prior year quarter. Net income was ${_rounded(Decimal(now[-1]) / 1000)} "
        "million.\n\n"
        "In thousands               | Three Months Ended September 30, 2025 | Three Months Ended September 30, 2024\n"
        f"{rows}\n"
    )


def company(number: int) -> str:
    """A name without a number in it, which would be read as one."""
    return "".join(SYLLABLES[int(digit)] for digit in str(number)).capitalize() + " Mills"


def as_html(text: str) -> str:
    """The same release as a page."""
    head, prose, table = text.rstrip("\n").split("\n\n")
    rows = "".join(
        "<tr>" + "".join(f"<td>{cell.strip()}</td>" for cell in line.split("|")) + "</tr>" for line in table.split("\n")
    )
    return f"<html><body><h1>{head}</h1><p>{prose}</p><table>{rows}</table></body></html>"


def archive(folder: Path, count: int) -> Path:
    """A folder of `count` documents: releases as text and HTML in folders of a hundred, and a few other things."""
    for number in range(count):
        place = folder / f"{number // 100:03}"
        place.mkdir(parents=True, exist_ok=True)
        if number % 50 == 49:
            (place / f"{number:05}.png").write_bytes(PICTURE)
        elif number % 50 == 48:
            (place / f"{number:05}.txt").write_text(f"{TRANSCRIPT}\nCall {number}.\n", "utf-8")
        elif number % 3 == 0:
            (place / f"{number:05}.htm").write_text(as_html(release(number)), "utf-8")
        else:
            (place / f"{number:05}.txt").write_text(release(number), "utf-8")
    return folder


SYLLABLES = ("ka", "lo", "mi", "nu", "pe", "ra", "so", "ti", "va", "wo")
LABELS = (
    "Revenue", "Cost of revenue", "Gross profit", "Operating expenses", "Income before income taxes",
    "Provision for income taxes", "Net income",
)  # fmt: skip


def _year(chance: random.Random, floor: int) -> tuple[int, ...]:
    revenue = chance.randint(floor, floor * 2)
    cost = chance.randint(revenue // 4, revenue // 2)
    expenses = chance.randint(revenue // 10, revenue // 4)
    pretax = revenue - cost - expenses
    tax = chance.randint(200, pretax // 2)
    return revenue, cost, revenue - cost, expenses, pretax, tax, pretax - tax


def _rounded(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.1"), ROUND_HALF_UP)
