"""The settings: what there is to set, of what kind, with which default. Everything that names them reads this list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal

from auditor.errors import SettingsError
from auditor.frozen import dataclass
from auditor.model.calendar import UNSTATED, StatedCalendar
from auditor.model.choices import FAIL_ON, PROFILES
from auditor.settings.places import Toml

Kind = Literal["paths", "path", "rules", "word", "percent", "flag", "table"]
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Key:
    """One setting. `words` are the values of a word; `default` is what is in force where it is not set."""

    name: str
    kind: Kind
    default: Any
    meaning: str
    words: tuple[str, ...] = ()


KEYS = (
    Key("packs", "paths", [], "further rule packs: files or folders, beside this file"),
    Key("profile", "word", "standard", "the values that rules start from", PROFILES),
    Key("select", "rules", [], "only these rules, by number or name; all, where none is named"),
    Key("ignore", "rules", [], "not these rules"),
    Key("fail-on", "word", "error", "the lowest level that gives exit status 1", FAIL_ON),
    Key("min-coverage", "percent", None, "exit status 3 below this share of the prose about the past, in per cent"),
    Key("waivers", "path", None, "the file of accepted findings; auditor-waivers.toml, where there is one"),
    Key("strict-waivers", "flag", False, "waivers that are unused, void or expired give exit status 1"),
    Key("baseline", "path", None, "a JSON report of an earlier run: what it found is known and does not fail a run"),
    Key("levels", "table", {}, "the level of a rule: error, warning, note or off"),
    Key("parameters", "table", {}, "the parameters of a rule; “auditor explain RULE” names them"),
    Key("calendar", "table", {}, "the fiscal calendar, where releases leave it open"),
    Key("vocabulary", "table", {}, "the company's own words"),
)
CALENDAR = (
    Key("year-ends-in", "word", None, "the month in which fiscal years end", MONTHS),
    Key("year-named-for", "word", None, "whether fiscal 2026 ends or starts in 2026", ("end", "start")),
    Key("weeks", "flag", None, "years of 52 or 53 weeks"),
)
VOCABULARY = (
    Key("measures", "table", {}, "further names of known measures"),
    Key("losses", "table", {}, "further names under which a known measure is spoken of as a loss"),
    Key("own-measures", "table", {}, "measures of the company's own, with their names"),
    Key("segments", "table", {}, "segments, products and regions, with the names they go by"),
    Key("adjusted", "table", {}, "names of adjusted figures, with the measure that each adjusts"),
)


@dataclass(frozen=True)
class CompanyWords:
    """The company's vocabulary: names by measure, names by segment, the measure by the name of its adjusted figure."""

    measures: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    losses: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    own: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    segments: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    adjusted: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Settings:
    """All settings of one run. `source` is the file that they come from, its settings at `section`; `options` are the
    options of the command line that stand in place of a key of it."""

    source: Toml | None = None
    section: tuple[str, ...] = ()
    folder: Path = Path()
    packs: tuple[Path, ...] = ()
    profile: str = "standard"
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: str = "error"
    min_coverage: Decimal | None = None
    waivers: Path | None = None
    strict_waivers: bool = False
    baseline: Path | None = None
    levels: Mapping[str, str] = field(default_factory=dict)
    parameters: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    calendar: StatedCalendar = UNSTATED
    words: CompanyWords = CompanyWords()
    options: Mapping[str, str] = field(default_factory=dict)

    def origin(self, *key: str) -> str:
        """Where a key is set: `--fail-on`, `auditor.toml:4` or `default`."""
        if key[0] in self.options:
            return self.options[key[0]]
        if self.source is None or not self.source.holds((*self.section, *key)):
            return "default"
        return f"{self.source.path}:{self.source.line((*self.section, *key))}"

    def fault(self, key: tuple[str, ...], message: str) -> SettingsError:
        """A fault of a key, with its place where it stands in the file."""
        if self.source is None or key[0] in self.options:
            return SettingsError(message)
        return self.source.fault((*self.section, *key), message)
