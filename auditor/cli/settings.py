"""The settings in force for a command: its options, then the nearest settings file, then the defaults.

`auditor init` writes a settings file, `auditor config` shows what is in force.
"""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from auditor import load_vocabulary
from auditor.cli.paths import STANDARD_INPUT, shown
from auditor.cli.status import FINE
from auditor.cli.terminal import put
from auditor.errors import SettingsError, unreadable
from auditor.frozen import dataclass
from auditor.settings import WAIVERS, find, load_settings, template
from auditor.settings.load import OWN_FILE
from auditor.settings.shape import CALENDAR, KEYS, MONTHS, VOCABULARY, Settings

if TYPE_CHECKING:
    from auditor.model.fact import Fact
    from auditor.model.finding import Audit
    from auditor.model.source import Document
    from auditor.rulebook import Rulebook
    from auditor.vocabulary import Vocabulary


@dataclass(frozen=True)
class Means:
    """What a document is audited with; `published` are figures of other documents."""

    settings: Settings
    rules: Rulebook
    words: Vocabulary
    published: tuple[Fact, ...] = ()

    def audit(self, document: Document) -> Audit:
        from auditor.engine import audit

        return audit(document, self.rules, self.words, self.published, calendar=self.settings.calendar)


def means(options: argparse.Namespace, files: Sequence[str] = ()) -> Means:
    """Raises SettingsError and RuleError."""
    settings = in_force(options, files)
    return Means(settings, rules_of(settings), words_of(settings))


def in_force(options: argparse.Namespace, files: Sequence[str] = ()) -> Settings:
    """The settings of the options and of the file that they name, or of the nearest one. Raises SettingsError."""
    path = getattr(options, "settings", None) or nearest(files)
    if path is None:
        found = Settings(folder=Path())
    else:
        found = load_settings(path, shown(str(path)))
    return with_default_waivers(with_options(found, options))


def nearest(files: Sequence[str]) -> Path | None:
    """The settings file nearest to the folder that all files stand in; to the working folder, where there is none."""
    folders = [os.path.dirname(os.path.abspath(name)) for name in files if name != STANDARD_INPUT]
    try:
        return find(Path(os.path.commonpath(folders)))
    except ValueError:  # no file, or files on several drives
        return find(Path.cwd())


def with_options(settings: Settings, options: argparse.Namespace) -> Settings:
    """`settings` with what the command line says instead."""
    given = {name: value for name, value in vars(options).items() if value not in (None, [], False)}
    changed: dict[str, Any] = {}
    origins: dict[str, str] = {}
    for field in ("profile", "select", "fail_on", "min_coverage", "waivers", "strict_waivers", "baseline"):
        if field in given:
            changed[field] = tuple(given[field]) if field == "select" else given[field]
            origins[field.replace("_", "-")] = "--" + field.replace("_", "-")
    for field, option in (("packs", "rules"), ("ignore", "ignore")):  # these add to the file
        if option in given:
            changed[field] = (*getattr(settings, field), *given[option])
            origins[field] = f"{settings.origin(field)} and --{option}" if getattr(settings, field) else f"--{option}"
    return replace(settings, **changed, options=origins)


def with_default_waivers(settings: Settings) -> Settings:
    """`auditor-waivers.toml` beside the settings, or in the working folder, is used where no other file is named."""
    standing = settings.folder / WAIVERS
    if settings.waivers is not None or not standing.is_file():
        return settings
    return replace(settings, waivers=standing)


def rules_of(settings: Settings) -> Rulebook:
    """The rules in force. Raises RuleError, and SettingsError at the key that no rule understands."""
    from auditor.rulebook import load

    untuned = load(settings.packs)
    try:
        tuned = untuned.tuned(settings.parameters, settings.levels, settings.profile)
    except SettingsError:
        _tell_which(settings, untuned)
        raise
    return tuned.chosen(_named(settings, "select", untuned), _named(settings, "ignore", untuned))


def _tell_which(settings: Settings, rules: Rulebook) -> None:
    """Raises the fault of a level or parameter again, at its place in the file."""
    tried: list[tuple[tuple[str, ...], Any, Any]] = [
        (("levels", rule), {}, {rule: level}) for rule, level in settings.levels.items()
    ]
    for rule, values in settings.parameters.items():
        tried.append((("parameters", rule), {rule: {}}, {}))
        tried += [(("parameters", rule, name), {rule: {name: value}}, {}) for name, value in values.items()]
    for at, parameters, levels in tried:
        try:
            rules.tuned(parameters, levels, settings.profile)
        except SettingsError as fault:
            raise settings.fault(at, str(fault)) from fault


def _named(settings: Settings, key: str, rules: Rulebook) -> tuple[str, ...]:
    names: tuple[str, ...] = getattr(settings, key)
    for name in names:
        try:
            rules.rule(name)
        except SettingsError as fault:
            raise settings.fault((key,), str(fault)) from fault
    return names


def words_of(settings: Settings) -> Vocabulary:
    from auditor.settings.vocabulary import with_company_words

    return with_company_words(load_vocabulary(), settings)


# ---------------------------------------------------------------------------------------------------- commands


def init(options: argparse.Namespace) -> int:
    """Writes a settings file in which everything is explained and nothing is set."""
    path: Path = options.folder / OWN_FILE
    if not options.folder.is_dir():
        raise SettingsError(f"{shown(str(options.folder))}: there is no such folder to write {OWN_FILE} in")
    if path.exists():
        raise SettingsError(f"{shown(str(path))}: stands there already; “auditor config” shows what it sets")
    rules = rules_of(Settings()).rules
    known = [(rule.name, p.name, p.in_force, p.meaning) for rule in rules for p in rule.parameters]
    try:
        path.write_text(template(known), encoding="utf-8", newline="\n")
    except OSError as fault:
        raise SettingsError(f"{shown(str(path))}: cannot be written: {fault.strerror}") from fault
    put(f"{shown(str(path))}: written; nothing is set in it yet, every setting is explained\n")
    return FINE


def config(options: argparse.Namespace) -> int:
    """Prints every setting with its value and where it comes from."""
    for name in options.files:
        if name != STANDARD_INPUT and not os.path.exists(name):
            raise SettingsError(unreadable(shown(name), FileNotFoundError()))
    given = means(options, options.files)
    found = given.settings
    rows = [*listed(found), *_of_rules(given)]
    if options.format == "json":
        from auditor.reporting.as_json import dump

        put(dump({"settings": [{"key": key, "value": value, "from": origin} for key, value, origin in rows]}))
        return FINE
    if found.source is None:
        put(f"# No settings file was found; “auditor init” writes {OWN_FILE}.\n")
    shown_rows = [(key, _toml(value), origin) for key, value, origin in rows]
    widths = [max(len(row[at]) for row in shown_rows) for at in (0, 1)]
    for key, value, origin in shown_rows:
        put(f"{key:<{widths[0]}} = {value:<{widths[1]}}  # {origin}\n")
    return FINE


def _of_rules(given: Means) -> Iterator[tuple[str, Any, str]]:
    """The parameters of rules that no setting names, with the value of the profile."""
    for rule in given.rules.rules:
        for parameter in rule.parameters:
            if not parameter.value:
                yield f"parameters.{rule.name}.{parameter.name}", parameter.in_force, f"{parameter.profile} profile"


def listed(settings: Settings) -> Iterator[tuple[str, Any, str]]:
    """(key, value, origin) of each setting, tables by their keys."""
    for key in KEYS:
        if key.kind != "table":
            yield key.name, _plain(getattr(settings, key.name.replace("-", "_"))), settings.origin(key.name)
    for rule, level in settings.levels.items():
        yield f"levels.{rule}", level, settings.origin("levels", rule)
    for rule, values in settings.parameters.items():
        for name, value in values.items():
            yield f"parameters.{rule}.{name}", value, settings.origin("parameters", rule, name)
    stated = settings.calendar
    named = None if stated.named_for_end is None else "end" if stated.named_for_end else "start"
    month = None if stated.year_end is None else MONTHS[stated.year_end - 1]
    said: tuple[str | bool | None, ...] = (month, named, stated.weeks)
    for key, what in zip(CALENDAR, said, strict=True):
        yield f"calendar.{key.name}", what, settings.origin("calendar", key.name)
    words = settings.words
    for part, names in zip(
        VOCABULARY, (words.measures, words.losses, words.own, words.segments, words.adjusted), strict=True
    ):
        for name, meant in names.items():
            at = ("vocabulary", part.name, name)
            yield ".".join(at), _plain(meant), settings.origin(*at)


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, Path):
        return shown(str(value))
    return value if value is None or isinstance(value, str | bool) else str(value)


def _toml(value: Any) -> str:
    if value is None:
        return "(not set)"
    import tomlkit

    return str(tomlkit.item(value).as_string())
