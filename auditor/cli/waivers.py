"""Accepted findings: those of a run, and `auditor waive`, which accepts one."""

from __future__ import annotations

import argparse
import os
from datetime import UTC, date, datetime
from pathlib import Path

from auditor.cli.paths import shown
from auditor.cli.pipeline import read
from auditor.cli.settings import Means, in_force, means
from auditor.cli.status import FINE
from auditor.cli.terminal import put
from auditor.cli.values import those
from auditor.errors import SettingsError, unreadable
from auditor.model.finding import Finding
from auditor.model.waiver import Waiver
from auditor.reporting.report import Report
from auditor.settings import WAIVERS, Settings, accept, appended, read_baseline, read_waivers
from auditor.settings.waivers import FINGERPRINT


def today() -> date:
    """The only clock of the program; SOURCE_DATE_EPOCH stands for it where a run is to be repeated."""
    fixed = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.fromtimestamp(int(fixed), UTC).date() if fixed.isdigit() else date.today()


def accepted(report: Report, settings: Settings) -> Report:
    """The report with the waivers and the baseline in force. Raises SettingsError."""
    waivers, baseline = _given(settings)
    return accept(report, [waiver for waiver in waivers if _looked_for(waiver, settings)], today(), baseline)


def _looked_for(waiver: Waiver, settings: Settings) -> bool:
    """Whether the rule of a waiver is in force; one that is left out finds nothing, which makes no waiver stale."""
    names = set(waiver.rule.split())  # its id and its name
    unwanted = {*settings.ignore, *(rule for rule, level in settings.levels.items() if level == "off")}
    return not names or (names.isdisjoint(unwanted) and (not settings.select or not names.isdisjoint(settings.select)))


def in_force_today(settings: Settings) -> tuple[tuple[Waiver, ...], frozenset[str] | None]:
    """The waivers of the settings that have not expired, and the baseline. Raises SettingsError."""
    waivers, baseline = _given(settings)
    day = today()
    return tuple(waiver for waiver in waivers if waiver.expires is None or waiver.expires >= day), baseline


def _given(settings: Settings) -> tuple[tuple[Waiver, ...], frozenset[str] | None]:
    waivers, baseline = settings.waivers, settings.baseline
    return (
        read_waivers(_text(waivers), shown(str(waivers))) if waivers else (),
        read_baseline(_text(baseline), shown(str(baseline))) if baseline else None,
    )


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as fault:
        raise SettingsError(unreadable(shown(str(path)), fault)) from fault


def waive(options: argparse.Namespace) -> int:
    """Adds a finding to the file of waivers."""
    file, _, name = options.finding.rpartition(":")
    settings = in_force(options, [file] if file else [])
    waiver = _waiver(options, file, name)
    path = settings.waivers or Path(os.path.relpath(settings.folder / WAIVERS))
    text = _text(path) if path.exists() else ""
    written = appended(text, shown(str(path)), waiver)
    try:
        path.write_text(written, encoding="utf-8", newline="\n")
    except OSError as fault:
        raise SettingsError(f"{shown(str(path))}: cannot be written: {fault.strerror}") from fault
    about = f" {waiver.rule}: {waiver.says}" if waiver.says else ""
    put(f"{shown(str(path))}: waived {waiver.fingerprint}{about}\n")
    return FINE


def _waiver(options: argparse.Namespace, file: str, name: str) -> Waiver:
    for option, value in (("--reason", options.reason), ("--owner", options.owner)):
        if not value.strip():
            raise SettingsError(f"auditor waive: {option} is empty; who reads the file later must know")
    day = today()
    if options.expires is not None and options.expires < day:
        raise SettingsError(f"auditor waive: --expires {options.expires} has passed already")
    said = options.reason.strip(), options.owner.strip(), day, options.expires
    if file:
        found = _finding(means(options, [file]), file, name)
        return Waiver(found.fingerprint, *said, shown(file), f"{found.rule} {found.name}", found.message)
    if not FINGERPRINT.fullmatch(name):
        how = "release.txt:f3, the release and the number of the finding, or its fingerprint"
        raise SettingsError(f"auditor waive: “{name}” is no finding; name it as {how}")
    return Waiver(name, *said)


def _finding(given: Means, file: str, name: str) -> Finding:
    """The finding of a release by its number or fingerprint. Raises ReadingError, SettingsError."""
    findings = given.audit(read(file)).findings
    for finding in findings:
        if name in (finding.id, finding.fingerprint):
            return finding
    raise SettingsError(f"{shown(file)}: there is no finding “{name}”; {those([f.id for f in findings])}")
