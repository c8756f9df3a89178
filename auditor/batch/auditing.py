"""A document in, its rows out, whatever it is: the part of the batch that every engine runs."""

from __future__ import annotations

import tempfile
import time
from contextlib import suppress
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from auditor import load_vocabulary, read_document
from auditor.batch.item import Item, Settings
from auditor.batch.rows import Rows, row_without, rows_of
from auditor.batch.sift import why_not
from auditor.engine import audit
from auditor.errors import AuditorError, NoReleaseError, ReadingError
from auditor.model.source import Document
from auditor.reporting.report import Release, Report
from auditor.rulebook import Rulebook, load
from auditor.settings import accept
from auditor.settings.vocabulary import with_company_words

MEMORY = "it needs more memory than a document may have"


@lru_cache(maxsize=1)
def _built_in() -> Rulebook:
    return load()


def prepare() -> None:
    """Loads what every clerk needs, whatever its settings; what is wrong with it is told to whoever makes a clerk."""
    with suppress(AuditorError):
        _built_in()
        load_vocabulary()


def rulebook(settings: Settings) -> Rulebook:
    """The rules that the settings ask for. Raises RuleError, SettingsError."""
    with tempfile.TemporaryDirectory() as home:
        packs = []
        for number, files in enumerate(settings.packs):
            packs.append(Path(home) / str(number))
            for name, text in files:
                path = packs[-1] / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
        user = settings.user
        rules = load(packs) if packs else _built_in()
        return rules.tuned(user.parameters, user.levels, user.profile).chosen(user.select, user.ignore)


class Clerk:
    """Audits one document after the other; rules and vocabulary are loaded once."""

    def __init__(self, settings: Settings) -> None:
        self.rules = rulebook(settings)
        self.words = with_company_words(load_vocabulary(), settings.user)
        self._settings = settings

    def rows(self, item: Item) -> Rows:
        """The rows of one document. Never raises for what a document holds."""
        if item.status is not None:
            return row_without(item, item.status, item.reason)
        start = time.perf_counter()
        try:
            return self._audited(item, start)
        except NoReleaseError as error:
            return row_without(item, "passed over", _reason(error, item), time.perf_counter() - start)
        except AuditorError as error:
            return row_without(item, "failed", _reason(error, item), time.perf_counter() - start)
        except MemoryError:
            return row_without(item, "failed", MEMORY, time.perf_counter() - start)
        except Exception as fault:  # a fault of the program in one release must not cost the audit of the others
            reason = f"the program failed ({type(fault).__name__}: {fault}); please report it"
            return row_without(item, "failed", reason, time.perf_counter() - start)

    def page(self, item: Item) -> str | None:
        """The HTML report of one document; None where it cannot be audited."""
        from auditor.reporting import reporter
        from auditor.reporting.report import RuleCard

        try:
            report = self._report(read_document(item.data, item.source), item.source)
        except (AuditorError, MemoryError):
            return None
        cards = {r.id: RuleCard(r.id, r.name, r.level, r.summary, r.why) for r in self.rules.rules}
        return reporter("html")(replace(report, digest=self.rules.digest, rules=cards))

    def _audited(self, item: Item, start: float) -> Rows:
        document = read_document(item.data, item.source)
        other = None if self._settings.everything else why_not(document)
        if other is not None:
            return row_without(item, "passed over", other, time.perf_counter() - start)
        done = self._report(document, item.source).releases[0].audit
        return rows_of(item, done, time.perf_counter() - start)

    def _report(self, document: Document, name: str) -> Report:
        """The audit of one document with the findings that were accepted marked."""
        settings = self._settings
        done = audit(document, self.rules, self.words, calendar=settings.user.calendar)
        return accept(Report((Release(name, done),)), settings.waivers, baseline=settings.baseline)


def _reason(error: AuditorError, item: Item) -> str:
    """The message without the name of the document, which stands beside it."""
    text = str(error).removeprefix(f"{item.source}: ")
    return MEMORY if isinstance(error, ReadingError) and "for the memory of this machine" in text else text
