"""How much of an audit goes to which room."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from auditor import engine, load_rules, load_vocabulary, read_document
from auditor.cli.paths import shown
from auditor.garbage import collect_seldom
from auditor.reporting import reporter
from auditor.reporting.report import Release, Report

ROOMS = {"understand": "tables", "extract": "grammar and claims", "bind": "binding", "run": "rules", "ledger": "ledger"}


class Clock:
    """Seconds by room. The engine's rooms are timed by wrapping the functions that it calls."""

    def __init__(self) -> None:
        self.seconds: Counter[str] = Counter()
        collect_seldom()  # as the program runs
        self._rules = load_rules()
        self._words = load_vocabulary()
        self._html = reporter("html")
        for name, room in ROOMS.items():
            setattr(engine, name, self._timed(getattr(engine, name), room))

    def _timed(self, function: Callable[..., Any], room: str) -> Callable[..., Any]:
        def timed(*arguments: Any, **more: Any) -> Any:
            start = time.process_time()
            try:
                return function(*arguments, **more)
            finally:
                self.seconds[room] += time.process_time() - start

        return timed

    def audit(self, path: Path, source: bytes, reports: bool = True) -> float:
        """Audits one release; gives the seconds that it took without the reports, which are timed as rendering."""
        start = time.process_time()
        document = self._timed(read_document, "reading")(source, path.name)
        audit = engine.audit(document, self._rules, self._words)
        seconds = time.process_time() - start
        if not reports:
            return seconds
        report = Report((Release(shown(path.name), audit),))
        self._timed(reporter("json"), "rendering json")(report)
        self._timed(self._html, "rendering html")(report)
        return seconds
