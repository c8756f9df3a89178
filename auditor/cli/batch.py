"""`auditor batch`: an archive of releases into a dataset."""

from __future__ import annotations

import argparse
import hashlib
import signal
import sys
from collections.abc import Iterator
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Any

from auditor.batch.item import Settings
from auditor.cli.progress import Display
from auditor.cli.settings import Means, listed, means
from auditor.cli.status import BROKEN, FINE, INTERRUPTED
from auditor.cli.terminal import complain, put
from auditor.cli.waivers import in_force_today
from auditor.errors import SettingsError
from auditor.reporting.style import safe
from auditor.rulebook.loading import files_of

if TYPE_CHECKING:
    from auditor.batch.run import Outcome, Request

MOST = 10  # lines of rules, and of reasons
NO_MATTER = ("fail-on", "min-coverage", "strict-waivers", "waivers", "baseline")  # to the rows of the dataset
NEEDED = ("pyarrow", "fsspec")


def batch(options: argparse.Namespace) -> int:
    missing = [name for name in NEEDED if find_spec(name) is None]
    if missing:
        raise SettingsError(f"auditor batch: {' and '.join(missing)} not installed: pip install 'auditor[batch]'")
    from auditor.batch.engines import engine

    display = Display(sys.stderr)
    ready = engine(options.engine, options.workers, options.address)  # its workers start while the rest is imported

    from auditor.batch.run import Batch

    found = Batch(request(options), ready, display.say, display.show)
    signal.signal(signal.SIGTERM, _interrupt)
    try:
        outcome = found.run()
    except KeyboardInterrupt:
        display.end()
        complain("auditor batch: interrupted; what was done is kept, the same command goes on from there")
        return INTERRUPTED
    finally:
        display.end()
    for line in summary(outcome, options.to):
        put(safe(line) + "\n")
    return BROKEN if outcome.complaints else FINE


def _interrupt(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def request(options: argparse.Namespace) -> Request:
    """What the options and the settings file ask for. Raises SettingsError, RuleError."""
    from auditor.batch.run import Request

    if options.to.exists() and not options.to.is_dir():
        raise SettingsError(f"{options.to}: this is a file; --to names the folder that the dataset is written to")
    files = [source.removeprefix("@") for source in options.sources if "://" not in source]
    given = means(options, files)
    waivers, baseline = in_force_today(given.settings)
    settings = Settings(
        packs=tuple(tuple(files_of(pack, pack if pack.is_dir() else pack.parent)) for pack in given.settings.packs),
        user=replace(given.settings, source=None, packs=(), waivers=None, baseline=None),
        waivers=waivers,
        baseline=baseline,
        everything=options.all_documents,
        seconds=options.document_timeout or None,
        megabytes=options.document_memory or None,
    )
    return Request(
        tuple(options.sources), options.to, settings, given.rules.digest, shown_settings(options, given, settings),
        options.column, options.name_column, options.refresh, options.report,
    )  # fmt: skip


def shown_settings(options: argparse.Namespace, given: Means, settings: Settings) -> dict[str, Any]:
    """What may change a row, as the manifest says it; another run with another value is refused."""
    found = {key: value for key, value, _ in listed(given.settings) if key not in NO_MATTER}
    accepted = repr((settings.waivers, sorted(settings.baseline or ())))
    waived = bool(settings.waivers or settings.baseline)
    return {
        **found,
        "accepted findings": hashlib.sha256(accepted.encode()).hexdigest()[:12] if waived else None,
        "all-documents": options.all_documents,
        "document-timeout": options.document_timeout,
        "document-memory": options.document_memory,
        "column": options.column,
        "name-column": options.name_column,
    }


def summary(outcome: Outcome, folder: Path) -> Iterator[str]:
    """What was done, why documents were passed over or failed, and what the rules found."""
    totals, progress = outcome.totals, outcome.progress
    done = f"{progress.documents:,} documents done"
    yield f"{folder}: {done}, {progress.kept:,} were there" if progress.kept else f"{folder}: {done}"
    if outcome.removed:
        yield f"  {outcome.removed:,} shards of documents that changed or are gone were removed"
    for status in ("audited", "passed over", "failed"):
        yield f"{status:<12}{totals.status[status]:>9,}"
        if status in totals.reasons:
            yield from _counted(totals.reasons[status].most_common(), "reasons")
    yield f"{'findings':<12}{totals.findings:>9,}"
    yield from _counted(
        [(f"{rule} {name} ({level})", n) for (rule, name, level), n in totals.rules.most_common()], "rules"
    )
    if outcome.overview is not None:
        yield f"overview: {outcome.overview}"


def _counted(found: list[tuple[str, int]], what: str) -> Iterator[str]:
    for text, number in found[:MOST]:
        yield f"    {number:>9,}  {' '.join(text.split())}"
    if len(found) > MOST:
        yield f"    {sum(number for _, number in found[MOST:]):>9,}  under {len(found) - MOST:,} more {what}"
