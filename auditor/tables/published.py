"""The figures of other documents: what was published before."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from auditor.model.fact import Fact, Measure
from auditor.model.period import Period
from auditor.model.quantity import Quantity
from auditor.model.source import Span
from auditor.reading.companyfacts import Tagged

APART = ":"  # between what tells a document's tables and facts from those of others, and their own ids


def of_document(facts: Iterable[Fact], shown: str, number: int) -> tuple[Fact, ...]:
    """Facts marked as those of the `number`th other document, whose ids are then apart from those of all others."""
    return tuple(
        replace(f, id=f"d{number}{APART}{f.id}", table=f"d{number}{APART}{f.table}", document=shown) for f in facts
    )


def preferring(tagged: Sequence[Fact], read: Iterable[Fact], values: Collection[Decimal]) -> tuple[Fact, ...]:
    """The figures that a document tags, and those read from it, without the cells that were misread: the tags give
    another value for the measure and period, and the value read for none. `values` are the sizes of all tags."""
    told: dict[tuple[Measure | None, str], list[Fact]] = {}
    for fact in tagged:
        told.setdefault((fact.measure, fact.quantity.unit), []).append(fact)
    kept = (
        fact
        for fact in read
        if abs(fact.quantity.value) in values
        or not _contradicted(fact, told.get((fact.measure, fact.quantity.unit), ()))
    )
    return (*tagged, *kept)


def _contradicted(fact: Fact, tagged: Iterable[Fact]) -> bool:
    if fact.period is None or fact.kind != "amount" or fact.qualifiers or fact.origin != "cell":
        return False
    same = [t.quantity for t in tagged if t.period is not None and t.period.same(fact.period)]
    return bool(same) and not any(q.magnitude().meets(fact.quantity.magnitude()) for q in same)


def own_table(fact: Fact) -> str:
    """The id that a fact's table has within its own document."""
    return fact.table.partition(APART)[2] if fact.document else fact.table


def of_concepts(tagged: Iterable[Tagged], concepts: Mapping[str, Measure], shown: str, number: int) -> tuple[Fact, ...]:
    """The tagged figures whose concept means a measure. They stand in no table and on no line."""
    found = [
        Fact(
            id=str(k), table="", row=0, column=0, label=figure.label, header=f"{_period(figure)}, {figure.filing}",
            text=f"{figure.value:,f}", quantity=_quantity(figure), measure=concepts[figure.concept],
            period=_period(figure), kind="amount", span=Span(0, 0), line=0,
        )
        for k, figure in enumerate(tagged)
        if figure.concept in concepts
    ]  # fmt: skip
    return of_document(found, shown, number)


def _period(figure: Tagged) -> Period:
    return Period(figure.start, figure.end)


def _quantity(figure: Tagged) -> Quantity:
    """The value, as precise as its last digit that is not zero: statements in thousands are tagged with zeros."""
    exponent = figure.value.normalize().as_tuple().exponent
    digits = min(int(exponent), 6) if figure.value else 0
    unit = "USD/share" if figure.unit == "USD/shares" else figure.unit
    return Quantity.printed(figure.value, Decimal(1).scaleb(digits), unit)
