"""A release that is consistent in every figure, made from a seed: what the proof of the rules plants errors in."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from random import Random

Line = tuple[str, list[str]]
QUARTERS = ("Three Months Ended June 30, 2025", "Three Months Ended June 30, 2024")
HALVES = ("Six Months Ended June 30, 2025", "Six Months Ended June 30, 2024")


@dataclass(frozen=True)
class Results:
    """A period's income statement in thousands; shares in thousands."""

    products: int
    services: int
    cost: int
    research: int
    selling: int
    earned: int
    paid: int
    tax: int
    depreciation: int
    awards: int
    basic: int
    diluted: int

    @property
    def revenue(self) -> int:
        return self.products + self.services

    @property
    def gross(self) -> int:
        return self.revenue - self.cost

    @property
    def expenses(self) -> int:
        return self.research + self.selling

    @property
    def operating(self) -> int:
        return self.gross - self.expenses

    @property
    def other(self) -> int:
        return self.earned - self.paid

    @property
    def pretax(self) -> int:
        return self.operating + self.other

    @property
    def net(self) -> int:
        return self.pretax - self.tax

    @property
    def ebitda(self) -> int:
        return self.net + self.paid + self.tax + self.depreciation

    def with_quarter(self, other: Results) -> Results:
        """The two quarters together; shares are those of this one."""
        sums = [getattr(self, name) + getattr(other, name) for name in list(self.__dataclass_fields__)[:10]]
        return Results(*sums, self.basic, self.diluted)


def _quarter(random: Random, size: int) -> Results:
    revenue = random.randint(size, size + size // 8)
    products = revenue * random.randint(61, 72) // 100
    return Results(
        products, revenue - products, revenue * random.randint(52, 58) // 100, revenue * random.randint(7, 9) // 100,
        revenue * random.randint(12, 14) // 100, random.randint(1110, 1390), random.randint(2210, 2790),
        revenue * random.randint(4, 5) // 100, random.randint(4110, 4890), random.randint(1710, 2290),
        basic := random.randint(34_210, 36_890), basic + random.randint(310, 790),
    )  # fmt: skip


def release(seed: int) -> str:
    """The text of the release of a seed."""
    random = Random(seed)
    now, before = _quarter(random, 152_300), _quarter(random, 131_400)
    halves = [now.with_quarter(_quarter(random, 147_900)), before.with_quarter(_quarter(random, 128_800))]
    cash = _cash(random, halves)
    return "\n\n".join(
        (
            _prose(now, before),
            _table("Consolidated Statements of Income", "In thousands, except per share data", (*QUARTERS, *HALVES),
                   _income([now, before, *halves])),
            _table("Consolidated Balance Sheets", "In thousands", ("June 30, 2025", "December 31, 2024"),
                   _balance(random, cash)),
            _table("Consolidated Statements of Cash Flows", "In thousands", HALVES, _flows(halves, cash)),
            _table("Segment Information", "In thousands", QUARTERS, _segments([now, before])),
            _table("Reconciliation of Net Income to Adjusted EBITDA", "In thousands", QUARTERS,
                   _reconciled([now, before])),
            _table("Key Figures", "In thousands", (*QUARTERS, *HALVES), _key_figures([now, before, *halves])),
        )
    ) + "\n"  # fmt: skip


# ---------------------------------------------------------------------------------------------------- prose


def _prose(now: Results, before: Results) -> str:
    growth = _rounded(Decimal(now.revenue) / before.revenue * 100 - 100)
    change = _rounded(Decimal(now.revenue - before.revenue) / 1000)
    margins = [_rounded(Decimal(r.gross) / r.revenue * 100) for r in (now, before)]
    low, high = now.revenue // 1000 + 2, now.revenue // 1000 + 6
    return (
        f"Harrow Mills Reports Second Quarter Revenue of {_millions(now.revenue)}\n\n"
        f"Revenue for the quarter ended June 30, 2025 was {_millions(now.revenue)}, an increase of {growth}% from "
        f"{_millions(before.revenue)} for the prior year quarter. Revenue increased by ${change} million from the "
        f"prior year quarter. Net income was {_millions(now.net)}, or ${_per_share(now.net, now.diluted)} per diluted "
        "share. "
        f"Gross margin was {margins[0]}%, compared with {margins[1]}% for the prior year quarter. Services were "
        f"{_rounded(Decimal(now.services) / now.revenue * 100)}% of revenue. Adjusted EBITDA was "
        f"{_millions(now.ebitda + now.awards)}. Backlog was $83.5 million at June 30, 2025.\n\n"
        f'"Our mills ran well, and backlog was $83.5 million at June 30, 2025," said the president.\n\n'
        f"For the third quarter of 2025, the company expects revenue of ${low}.0 million to ${high}.0 million, with a "
        f"midpoint of ${(low + high) // 2}.0 million.\n\n"
        "The company will hold a conference call on Thursday, July 24, 2025. The accompanying consolidated balance "
        "sheets are unaudited."
    )


def _millions(thousands: int) -> str:
    return f"${_rounded(Decimal(thousands) / 1000)} million"


def _per_share(amount: int, shares: int) -> Decimal:
    return (Decimal(amount) / shares).quantize(Decimal("0.01"), ROUND_HALF_UP)


def _rounded(value: Decimal) -> Decimal:
    return value.quantize(Decimal("0.1"), ROUND_HALF_UP)


# ---------------------------------------------------------------------------------------------------- tables


def _table(title: str, unit: str, columns: tuple[str, ...], lines: list[Line]) -> str:
    rows = [(unit, list(columns)), *lines]
    wide = max(len(label) for label, _ in rows)
    return f"{title}\n\n" + "\n".join(" | ".join([label.ljust(wide), *cells]).rstrip() for label, cells in rows)


def _line(label: str, values: list[int]) -> Line:
    return label, [f"{value:,}" if value >= 0 else f"({-value:,})" for value in values]


def _income(periods: list[Results]) -> list[Line]:
    return [
        _line("Products", [p.products for p in periods]),
        _line("Services", [p.services for p in periods]),
        _line("Total revenue", [p.revenue for p in periods]),
        _line("Cost of revenue", [p.cost for p in periods]),
        _line("Gross profit", [p.gross for p in periods]),
        _line("Research and development", [p.research for p in periods]),
        _line("Selling, general and administrative", [p.selling for p in periods]),
        _line("Total operating expenses", [p.expenses for p in periods]),
        _line("Operating income", [p.operating for p in periods]),
        _line("Interest income", [p.earned for p in periods]),
        _line("Interest expense", [-p.paid for p in periods]),
        _line("Income before income taxes", [p.pretax for p in periods]),
        _line("Provision for income taxes", [p.tax for p in periods]),
        _line("Net income", [p.net for p in periods]),
        ("Basic earnings per share", [f"${_per_share(p.net, p.basic)}" for p in periods]),
        ("Diluted earnings per share", [f"${_per_share(p.net, p.diluted)}" for p in periods]),
        _line("Weighted average shares - basic", [p.basic for p in periods]),
        _line("Weighted average shares - diluted", [p.diluted for p in periods]),
    ]


@dataclass(frozen=True)
class Cash:
    """The cash flows of two half years, each a row a line, and the balances around them."""

    rows: tuple[Line, ...]
    opening: tuple[int, int]
    closing: tuple[int, int]


def _cash(random: Random, halves: list[Results]) -> Cash:
    def pair(low: int, high: int) -> list[int]:
        return [random.randint(low, high), random.randint(low, high)]

    changes, spent, bought, sold = (
        pair(-4_900, -2_100), pair(-15_900, -11_200), pair(-6_900, -3_100), pair(1_210, 2_890),
    )  # fmt: skip
    repaid, shares, dividends = pair(-5_900, -4_100), pair(-4_890, -2_210), pair(-3_890, -2_110)
    operating = [h.net + h.depreciation + h.awards + c for h, c in zip(halves, changes, strict=True)]
    investing = [a + b + c for a, b, c in zip(spent, bought, sold, strict=True)]
    financing = [a + b + c for a, b, c in zip(repaid, shares, dividends, strict=True)]
    net = [a + b + c for a, b, c in zip(operating, investing, financing, strict=True)]
    opening = (random.randint(41_000, 49_000), random.randint(31_000, 39_000))
    closing = (opening[0] + net[0], opening[1] + net[1])
    rows = (
        _line("Changes in receivables", changes), _line("Net cash provided by operating activities", operating),
        _line("Capital expenditures", spent), _line("Acquisition of businesses", bought),
        _line("Proceeds from sale of investments", sold), _line("Net cash used in investing activities", investing),
        _line("Repayment of long-term debt", repaid), _line("Repurchase of common stock", shares),
        _line("Dividends paid", dividends), _line("Net cash used in financing activities", financing),
        _line("Net increase in cash and cash equivalents", net),
    )  # fmt: skip
    return Cash(rows, opening, closing)


def _flows(halves: list[Results], cash: Cash) -> list[Line]:
    return [
        _line("Net income", [h.net for h in halves]),
        _line("Depreciation and amortization", [h.depreciation for h in halves]),
        _line("Stock-based compensation", [h.awards for h in halves]),
        *cash.rows,
        _line("Cash and cash equivalents at beginning of period", list(cash.opening)),
        _line("Cash and cash equivalents at end of period", list(cash.closing)),
    ]


def _balance(random: Random, cash: Cash) -> list[Line]:
    held = [cash.closing[0], cash.opening[0]]

    def pair(low: int, high: int) -> list[int]:
        return [random.randint(low, high), random.randint(low, high)]

    owed, stock, plant = pair(81_200, 89_700), pair(51_300, 58_900), pair(121_400, 129_800)
    payable, accrued, debt = pair(41_300, 48_700), pair(21_400, 27_900), pair(61_300, 68_900)
    capital, common = pair(71_400, 78_800), pair(1_210, 1_390)
    current = [a + b + c for a, b, c in zip(held, owed, stock, strict=True)]
    assets = [a + b for a, b in zip(current, plant, strict=True)]
    due = [a + b for a, b in zip(payable, accrued, strict=True)]
    liabilities = [a + b for a, b in zip(due, debt, strict=True)]
    equity = [a - b for a, b in zip(assets, liabilities, strict=True)]
    earnings = [e - c - s for e, c, s in zip(equity, capital, common, strict=True)]
    return [
        _line("Cash and cash equivalents", held), _line("Accounts receivable", owed), _line("Inventories", stock),
        _line("Total current assets", current), _line("Property and equipment, net", plant),
        _line("Total assets", assets), _line("Accounts payable", payable), _line("Accrued liabilities", accrued),
        _line("Total current liabilities", due), _line("Long-term debt", debt),
        _line("Total liabilities", liabilities), _line("Common stock", common),
        _line("Additional paid-in capital", capital), _line("Retained earnings", earnings),
        _line("Total stockholders' equity", equity),
        _line("Total liabilities and stockholders' equity", [a + b for a, b in zip(liabilities, equity, strict=True)]),
    ]  # fmt: skip


def _segments(periods: list[Results]) -> list[Line]:
    return [
        ("Net sales", [""] * len(periods)),
        _line("  Products", [p.products for p in periods]),
        _line("  Services", [p.services for p in periods]),
        _line("Total net sales", [p.revenue for p in periods]),
    ]


def _reconciled(periods: list[Results]) -> list[Line]:
    return [
        _line("Net income", [p.net for p in periods]),
        _line("Interest expense", [p.paid for p in periods]),
        _line("Provision for income taxes", [p.tax for p in periods]),
        _line("Depreciation and amortization", [p.depreciation for p in periods]),
        _line("EBITDA", [p.ebitda for p in periods]),
        _line("Stock-based compensation", [p.awards for p in periods]),
        _line("Adjusted EBITDA", [p.ebitda + p.awards for p in periods]),
    ]


def _key_figures(periods: list[Results]) -> list[Line]:
    def rates(pairs: list[tuple[int, int]]) -> list[str]:
        return [f"{_rounded(Decimal(a) / b * 100)}%" for a, b in pairs]

    return [
        _line("Revenue", [p.revenue for p in periods]),
        _line("Gross profit", [p.gross for p in periods]),
        ("Gross margin", rates([(p.gross, p.revenue) for p in periods])),
        _line("Operating income", [p.operating for p in periods]),
        ("Operating margin", rates([(p.operating, p.revenue) for p in periods])),
    ]
