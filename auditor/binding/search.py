"""What the figures of claims are looked for in."""

from __future__ import annotations

from auditor.binding.called import Called
from auditor.binding.causes import Causes
from auditor.binding.elsewhere import Elsewhere
from auditor.binding.index import FactIndex
from auditor.binding.meant import Periods
from auditor.binding.rows import Rows
from auditor.binding.said import Said
from auditor.binding.values import Values
from auditor.binding.within import Within
from auditor.frozen import dataclass
from auditor.model.calendar import FiscalCalendar
from auditor.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Search:
    """Facts by their measures and periods, the periods that claims may mean, and what the prose itself offers; the text of the document."""

    vocabulary: Vocabulary
    calendar: FiscalCalendar
    index: FactIndex
    values: Values
    periods: Periods
    rows: Rows
    called: Called
    said: Said
    elsewhere: Elsewhere
    within: Within
    causes: Causes
    text: str
