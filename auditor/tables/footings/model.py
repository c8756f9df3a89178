"""What the search for a table's arithmetic finds, one value an equation between printed figures."""

from __future__ import annotations

from typing import Literal

from auditor.frozen import dataclass
from auditor.model.fact import Fact


@dataclass(frozen=True, slots=True)
class Footing:
    """`total` = sum of sign × figure over `parts`, in one column (kind `rows`) or in one row (`columns`). A `balance`
    has one part, the total of the assets, which the total of liabilities and equity repeats.

    `group` names the structure that it is an instance of; `held` and `failed` count its other instances. `certain`:
    the votes and the layout leave no doubt that the equation is meant.
    """

    kind: Literal["rows", "columns", "balance"]
    total: Fact
    parts: tuple[tuple[int, Fact], ...]
    group: str
    held: int
    failed: int
    certain: bool


@dataclass(frozen=True, slots=True)
class Relation:
    """A printed figure that follows from two others. `percent-change`: from `second` to `first`, in one row;
    `points-change`: the difference of two percentages, likewise;
    `percent-of`: `first` as a share of a `second` in another row; `per-share` and `ratio`: `first` divided by
    `second`, other rows of the column; `price`: an amount divided by a number of pieces, in other rows of the column or
    other columns of the row. Votes as for a footing."""

    kind: Literal["percent-change", "points-change", "percent-of", "per-share", "ratio", "price"]
    stated: Fact
    first: Fact
    second: Fact
    group: str
    held: int
    failed: int
    certain: bool
