"""The columns of a fixed-width table, from the places where its figures end, and header texts laid over them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import field

from auditor.frozen import dataclass
from auditor.reading.tokens import Segment

_NEAR = 3  # figures of one column may end this many characters apart
_SAMPLE = 300  # rows that are looked at to find the columns of a long table
_FAR = 40  # characters that a heading stands from its column at most
_EVEN = 2.0  # misfit a text that sharing the columns out evenly may cost
_ALIKE = 5.0  # or that sharing them out among several lengths of time may
_WIDE = 8  # a dash may stand this far from the digits of its column


@dataclass(frozen=True, slots=True)
class Band:
    """A value column: `left` to `right` holds its figures, `edge` is where most of them end."""

    left: int
    right: int
    edge: int

    def overlap(self, start: int, end: int) -> int:
        return min(self.right, end) - max(self.left, start)

    @property
    def centre(self) -> float:
        return (self.left + self.right) / 2


@dataclass(slots=True)
class _Group:
    """Figures that may form one column, while columns are sought."""

    tokens: list[tuple[int, Segment]] = field(default_factory=list)
    rows: set[int] = field(default_factory=set)

    def add(self, row: int, token: Segment) -> None:
        self.tokens.append((row, token))
        self.rows.add(row)

    def join(self, other: _Group) -> None:
        self.tokens += other.tokens
        self.rows |= other.rows

    @property
    def edge(self) -> int:
        counts: dict[int, int] = {}
        for _, token in self.tokens:
            counts[token.edge] = counts.get(token.edge, 0) + 1
        return max(counts, key=lambda e: (counts[e], e))

    def band(self) -> Band:
        return Band(min(t.start for _, t in self.tokens), max(t.end for _, t in self.tokens), self.edge)

    def middle(self) -> tuple[int, int]:
        """The typical extent: medians of starts and ends."""
        starts = sorted(t.start for _, t in self.tokens)
        ends = sorted(t.end for _, t in self.tokens)
        return starts[len(starts) // 2], ends[len(ends) // 2]


def bands_of(rows: Sequence[Sequence[Segment]]) -> tuple[Band, ...]:
    """The value columns, left to right, of rows given by their value tokens."""
    if len(rows) > _SAMPLE:
        rows = rows[:: len(rows) // _SAMPLE]
    figures = [(r, t) for r, row in enumerate(rows) for t in row if t.kind != "nil"]
    groups = _merged(_by_edge(figures))
    loose = [(r, t) for r, row in enumerate(rows) for t in row if t.kind == "nil" and not _taken(groups, r, t)]
    if loose:
        groups = _merged(sorted(groups + _by_edge(loose), key=lambda g: g.edge))
    groups = _without_marks(groups)
    return tuple(sorted((g.band() for g in groups), key=lambda b: b.edge))


def _by_edge(figures: list[tuple[int, Segment]]) -> list[_Group]:
    groups: list[_Group] = []
    last = -9
    for row, token in sorted(figures, key=lambda f: f[1].edge):
        if token.edge - last > 1 or row in groups[-1].rows:
            groups.append(_Group())
        groups[-1].add(row, token)
        last = token.edge
    return groups


def _merged(groups: list[_Group]) -> list[_Group]:
    """Neighbours joined that no row has both of and that stand at the same place."""
    changed = True
    while changed:
        changed = False
        best, where = -1.0, -1
        for k in range(len(groups) - 1):
            score = _kinship(groups[k], groups[k + 1])
            if score > best:
                best, where = score, k
        if best > 0:
            groups[where].join(groups.pop(where + 1))
            changed = True
    return groups


def _kinship(one: _Group, other: _Group) -> float:
    """How surely two groups are one column: 0 when they are not."""
    if not one.rows.isdisjoint(other.rows):
        return 0.0
    distance = abs(one.edge - other.edge)
    (a, b), (c, d) = one.middle(), other.middle()
    overlap = min(b, d) - max(a, c)
    if distance <= _NEAR:
        return 10.0 - distance
    return 1.0 / distance if overlap * 2 > min(b - a, d - c) else 0.0


def _taken(groups: list[_Group], row: int, token: Segment) -> bool:
    """Whether a dash was put to the column that it stands in or near."""
    best, found = _WIDE + 1, None
    for group in groups:
        if row in group.rows:
            continue
        start, end = group.middle()
        gap = max(start - token.end, token.start - end, 0) * 2 + abs(group.edge - token.edge) // 2
        if gap < best:
            best, found = gap, group
    if found is None:
        return False
    found.add(row, token)
    return True


def _without_marks(groups: list[_Group]) -> list[_Group]:
    """Columns of nothing but footnote marks (`(1)`, `*`) joined to the figures at their left."""
    kept: list[_Group] = []
    for group in groups:
        narrow = all(t.end - t.start <= 3 and t.kind == "nil" for _, t in group.tokens)
        if kept and narrow and group.rows <= kept[-1].rows and group.middle()[0] - kept[-1].middle()[1] <= 2:
            continue
        kept.append(group)
    return kept


def band_at(bands: Sequence[Band], token: Segment) -> int:
    """The index of the column that a token stands in; the nearest by its edge, then by its extent."""
    best, found = 1 << 30, 0
    for k, band in enumerate(bands):
        gap = max(band.left - token.end, token.start - band.right, 0)
        if gap <= 0 and band.overlap(token.start, token.end) <= 0:
            gap = 1
        score = abs(band.edge - token.edge) + 4 * gap
        if score < best:
            best, found = score, k
    return found


@dataclass(frozen=True, slots=True)
class Placed:
    """A header text `start` to `end` over the columns `first` to `last`, with the misfit of the placing."""

    start: int
    end: int
    first: int
    last: int
    cost: float


def place(
    texts: Sequence[tuple[int, int]], bands: Sequence[Band], runs: Sequence[tuple[int, int]] = (), alike: bool = False
) -> list[Placed]:
    """Lays the header texts of one line over the columns: ordered, disjoint, each over one column or several
    neighbouring ones, with the least misfit. `runs` are the strokes of the rule line below, if there is one; `alike`:
    of the texts each has as many columns as the others, as lengths of time have."""
    columns, count = len(bands), len(texts)
    if not count:
        return []
    alone = [run for run in runs if sum(run[0] <= (a + b) / 2 < run[1] for a, b in texts) == 1]
    extents = [_under(text, alone) for text in texts]
    infinity = float("inf")
    best = [[infinity] * (columns + 1) for _ in range(count + 1)]
    back: dict[tuple[int, int], tuple[int, int]] = {}
    best[0] = [0.0] * (columns + 1)
    for k in range(1, count + 1):
        text, extent = texts[k - 1], extents[k - 1]
        for last in range(k - 1, columns):
            if best[k][last] < best[k][last + 1]:
                best[k][last + 1] = best[k][last]
                back[k, last + 1] = back[k, last]
            for first in range(last, k - 2, -1):
                if best[k - 1][first] >= best[k][last + 1] or bands[first].right < text[0] - _FAR:
                    continue
                cost = best[k - 1][first] + misfit(text, extent, bands, first, last)
                if cost < best[k][last + 1]:
                    best[k][last + 1] = cost
                    back[k, last + 1] = (first, last)
    if best[count][columns] == infinity:
        return []
    found = _walk(texts, extents, bands, back)
    even = _evenly(texts, extents, bands)
    return (
        even
        if even and sum(p.cost for p in even) <= sum(p.cost for p in found) + (_ALIKE if alike else _EVEN) * count
        else found
    )


def _evenly(
    texts: Sequence[tuple[int, int]], extents: list[tuple[int, int] | None], bands: Sequence[Band]
) -> list[Placed]:
    """The placing that gives each text equally many columns, when they can be shared out so; not where each stands over
    the last of its columns alone: `% of` above `Amount  Sales`."""
    share, rest = divmod(len(bands), len(texts))
    if rest or share < 2:
        return []
    lasts = zip(bands[share - 2 :: share], bands[share - 1 :: share], texts, strict=True)
    if not any(extents) and all(a.right <= t[0] and b.overlap(*t) >= t[1] - t[0] - 1 for a, b, t in lasts):
        return []
    return [
        Placed(*text, k * share, k * share + share - 1, misfit(text, extent, bands, k * share, k * share + share - 1))
        for k, (text, extent) in enumerate(zip(texts, extents, strict=True))
    ]


def _walk(
    texts: Sequence[tuple[int, int]],
    extents: list[tuple[int, int] | None],
    bands: Sequence[Band],
    back: dict[tuple[int, int], tuple[int, int]],
) -> list[Placed]:
    found: list[Placed] = []
    end = len(bands)
    for k in range(len(texts), 0, -1):
        first, last = back[k, end]
        cost = misfit(texts[k - 1], extents[k - 1], bands, first, last)
        found.append(Placed(*texts[k - 1], first, last, cost))
        end = first
    return found[::-1]


def misfit(
    text: tuple[int, int], extent: tuple[int, int] | None, bands: Sequence[Band], first: int, last: int
) -> float:
    """How badly a text fits over the columns `first` to `last`, in characters."""
    start, end = extent or text
    left, right = bands[first].left, bands[last].right
    apart = abs((start + end) - (left + right)) / 2
    if extent is None and first == last:
        edges = min(abs(end - right), abs(end - bands[last].edge), abs(start - left) + 1)
        apart = min(apart, edges)
    if last > first:
        if extent is None:  # centred over the cells, where the figures stand on the right of wide ones
            apart = min(apart, abs(start + end - _cell_left(bands, first) - right) / 2)
        apart += 1.0 + 0.2 * (last - first)
        if extent is None and text[0] >= bands[first].right and text[1] <= bands[last].left:
            apart += 1.0
    return apart + _spill(start, end, bands, first, last, extent is not None)


def _cell_left(bands: Sequence[Band], k: int) -> int:
    """Where the cells of a column begin: behind the figures of the one before."""
    if k:
        return bands[k - 1].right
    return bands[0].right - (bands[1].right - bands[0].right if len(bands) > 1 else 0)


def _spill(start: int, end: int, bands: Sequence[Band], first: int, last: int, sure: bool) -> float:
    """Characters of the text over other columns, and (for a stroke below) columns' characters it leaves out."""
    spill = 0
    if first and (over := bands[first - 1].right - start) > 0:
        spill += over
    if last + 1 < len(bands) and (over := end - bands[last + 1].left) > 0:
        spill += over
    if sure:
        spill += max(start - bands[first].right, 0) + max(bands[last].left - end, 0)
    return 2.0 * spill


def _under(text: tuple[int, int], runs: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """The stroke below a text, when one reaches beyond it on both sides or covers it."""
    for start, end in runs:
        if start <= text[0] + 1 and text[1] <= end + 1 and end - start > text[1] - text[0]:
            return start, end
    return None
