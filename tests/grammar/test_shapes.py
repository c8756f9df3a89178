"""Sentence shapes, over tags."""

import pytest

from auditor.grammar.shapes import parts_of

SHAPES = {
    "level": ("Mv$iT", "level"),
    "level compared with base": ("Mv$c$iT", "level base"),
    "change from base to level": ("MU%f$t$", "change from to"),
    "an increase of A, or P%, from B": ("Mv$,+o$,r%,f$", "level change change base"),
    "share of revenue": ("Mv$,r%oM", "level share"),
    "a 5% increase": ("M%+", "change"),
    "decrease in sales of 5%": ("-iMo%", "change"),
    "up 5%": ("Mv$,U%", "level change"),
    "parenthesised": ("Mv$(U%)", "level change"),
    "from the prior year, of B": ("Mv$,+o$fT,o$", "level change base"),
}


@pytest.mark.parametrize(("tags", "roles"), SHAPES.values(), ids=SHAPES.keys())
def test_the_part_of_each_number(tags: str, roles: str) -> None:
    assert " ".join(p.role for p in parts_of(tags)) == roles


def test_a_restatement_points_at_the_number_it_restates() -> None:
    first, second = parts_of("MU$,r%")
    assert second.head == first.at
