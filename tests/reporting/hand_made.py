"""A small audit made by hand, so that reports are tested without the rooms before them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from auditor.model.claim import Claim
from auditor.model.fact import Column, Fact, Measure, Row, Table
from auditor.model.finding import Audit, Check, Evidence, Finding, Judgement
from auditor.model.period import Period, months_ended
from auditor.model.quantity import Quantity
from auditor.model.source import Cell, Document, Grid, Paragraph, Span
from auditor.model.waiver import Acceptance, Waiver
from auditor.reporting.report import Failure, Release, Report, RuleCard

PROSE = """Brook Mills Reports Its Third Quarter

Revenue grew 12% to $112.0 million from $103.0 million.
Orders were $41 million. In 2026 we expect revenue of
$480 million. The plant at Tor <b>Lane</b> runs 24-7x."""

TABLE = """$ millions | Q3 2025 | Q3 2024
Revenue    |   112.0 |   103.0
Costs      |    80.0 |    75.0
Profit     |    32.0 |    28.0"""

TEXT = f"{PROSE}\n\n{TABLE}\n"
THIS, LAST = months_ended(date(2025, 9, 30), 3), months_ended(date(2024, 9, 30), 3)
MILLION = Decimal(1_000_000)


def at(quote: str, text: str = TEXT) -> Span:
    start = text.index(quote)
    return Span(start, start + len(quote))


def cells() -> tuple[Cell, ...]:
    found, offset = [], TEXT.index(TABLE)
    for row, line in enumerate(TABLE.splitlines()):
        place = 0
        for column, part in enumerate(line.split("|")):
            start = offset + place + len(part) - len(part.lstrip())
            found.append(Cell(row, column, part.strip(), Span(start, start + len(part.strip()))))
            place += len(part) + 1
        offset += len(line) + 1
    return tuple(found)


def table() -> Table:
    grid = Grid("t1", Span(TEXT.index(TABLE), TEXT.index(TABLE) + len(TABLE)), cells(), 4, 3, frozenset({3}))
    columns = (Column(1, "Q3 2025", period=THIS), Column(2, "Q3 2024", period=LAST))
    labels = {cell.row: cell for cell in grid.cells if cell.column == 0 and cell.row}
    measures = {1: "revenue", 2: "costs", 3: "profit"}
    rows = tuple(
        Row(row, cell.text, (), 0, Measure(measures[row], known=True), cell.span) for row, cell in labels.items()
    )
    facts = tuple(
        Fact(
            id=f"t1.{cell.row}.{cell.column}",
            table="t1",
            row=cell.row,
            column=cell.column,
            label=labels[cell.row].text,
            header=columns[cell.column - 1].header,
            text=cell.text,
            quantity=Quantity.printed(Decimal(cell.text) * MILLION, Decimal(100_000), "USD"),
            measure=Measure(measures[cell.row], known=True),
            period=columns[cell.column - 1].period,
            kind="amount",
            span=cell.span,
            line=7 + cell.row,
        )
        for cell in grid.cells
        if cell.row and cell.column
    )
    return Table("t1", "Results", "income-statement", grid, columns, rows, facts, 6)


TABLES = (table(),)
FACTS = TABLES[0].facts


def evidence(row: int, column: int) -> Evidence:
    fact = TABLES[0].at[row, column]
    return Evidence("t1", fact.label, fact.header, fact.text, fact.quantity.value, fact.line, fact.span)


def claim(name: str, quote: str, sentence: str, value: str, unit: str, kind: str = "level", **more: object) -> Claim:
    quantity = Quantity.exact(Decimal(value), unit)
    revenue = Measure("revenue", known=True)
    made = Claim(name, at(quote), at(sentence), quote, quantity, "level", revenue, "Revenue", THIS)
    return replace(made, kind=kind, **more)  # type: ignore[arg-type]


GREW = "Revenue grew 12% to $112.0 million from $103.0 million."
CLAIMS = (
    claim("c1", "12%", GREW, "12", "percent", "change-percent", base=LAST, direction="up"),
    claim("c2", "$112.0 million", GREW, "112000000", "USD"),
    claim("c3", "$103.0 million", GREW, "103000000", "USD", period=LAST),
    claim("c4", "$41 million", "Orders were $41 million.", "41000000", "USD", measure=None, subject="Orders"),
    claim("c5", "$480 million", "In 2026 we expect revenue of\n$480 million.", "480000000", "USD", outlook=True,
          period=Period(date(2026, 1, 1), date(2026, 12, 31))),
)  # fmt: skip

JUDGEMENTS: Mapping[str, Judgement] = {
    "c1": Judgement("c1", "disagrees", None, "112.0 / 103.0 - 1 = 8.7%", (evidence(1, 1), evidence(1, 2))),
    "c2": Judgement("c2", "agrees", "exact", "the table gives 112.0 million", (evidence(1, 1),)),
    "c3": Judgement("c3", "agrees", "exact", "the table gives 103.0 million", (evidence(1, 2),)),
    "c4": Judgement("c4", "unsupported", None, "no table has a figure for orders"),
}

FINDINGS = (
    Finding(
        id="f1",
        rule="C003",
        name="growth-rate-disagrees-with-table",
        level="error",
        message="“12%”, but the table gives 8.7%: 103.0 to 112.0",
        span=at("12%"),
        claim="c1",
        expected="8.7%",
        actual="12%",
        evidence=(evidence(1, 1), evidence(1, 2)),
        cause="the percentage of another line",
        working="112.0 / 103.0 - 1 = 8.7%\n8.7% is not 12%",
        fingerprint="5d41402abc4b-2a76b971",
    ),
    Finding(
        id="f2",
        rule="T001",
        name="total-does-not-foot",
        level="warning",
        message="Profit is 28.0 in Q3 2024, its rows give 28.0 <b>by accident</b>",
        span=FACTS[5].span,
        evidence=(evidence(1, 2), evidence(2, 2), evidence(3, 2)),
        working="103.0 - 75.0 = 28.0",
        fingerprint="7d793037a076-cfcd2084",
    ),
)

AUDIT = Audit(
    document=Document(
        "brook.txt",
        TEXT,
        (
            Paragraph(at("Brook Mills Reports Its Third Quarter"), "heading"),
            Paragraph(Span(TEXT.index("Revenue"), TEXT.index(TABLE) - 2)),
            TABLES[0].grid,
        ),
        sha256="a" * 64,
        title="Brook Mills Reports Its Third Quarter",
    ),
    tables=TABLES,
    facts=FACTS,
    claims=CLAIMS,
    judgements=JUDGEMENTS,
    findings=FINDINGS,
    checks=(
        Check("C003", "failed", "c1", "12% is not 8.7%", None, (evidence(1, 1), evidence(1, 2)), "claim", "c1"),
        Check(
            "T001", "passed", "Profit, Q3 2025", "", "exact", (evidence(3, 1), evidence(1, 1), evidence(2, 1)),
            "footing", signs=(1, -1),
        ),
        Check("S007", "skipped", "Results", "no balance of the year before is given", kind="roll-forward"),
    ),
    numerals=(
        *((c.span, "claim") for c in CLAIMS),
        (at("2026"), "date"),
        (at("24"), "unread"),
        *((fact.span, "table") for fact in FACTS),
    ),
)  # fmt: skip

NAME = "growth-rate-disagrees-with-table"
CARD = RuleCard("C003", NAME, "error", "A stated change does not follow.", "Readers quote it.")
REPORT = Report((Release("brook.txt", AUDIT),), "b" * 64, {"C003": CARD}, "0.1.0")
WAIVER = Waiver("5d41402abc4b-2a76b971", "agreed with counsel", "M. Brook", date(2025, 11, 3), date(2026, 2, 1),
                "brook.txt", "C003", "“12%”", "waivers.toml:1")  # fmt: skip
GONE = replace(WAIVER, fingerprint="0" * 12 + "-" + "0" * 8, place="waivers.toml:9")
WAIVED = replace(
    REPORT,
    releases=(
        Release("brook.txt", replace(AUDIT, findings=(replace(FINDINGS[0], waived=WAIVER.reason), FINDINGS[1]))),
    ),
    acceptances=(Acceptance(WAIVER, "used", "brook.txt", "f1"), Acceptance(GONE, "unused")),
)
BROKEN = replace(REPORT, failures=(Failure("scan.pdf", "scan.pdf: holds pictures of pages, no text"),))
CLEAN = replace(AUDIT, findings=(), claims=CLAIMS[1:3], checks=())
EMPTY = replace(CLEAN, claims=(), tables=(), facts=(), judgements={}, numerals=())
