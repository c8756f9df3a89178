"""Settings from `auditor.toml` or from `[tool.auditor]` of `pyproject.toml`, the nearest first.

Unknown keys and values that cannot be used are faults: `path:line:column: what, did you mean …?`.
"""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from auditor.errors import SettingsError, unreadable
from auditor.model.calendar import StatedCalendar
from auditor.settings.places import Path as At
from auditor.settings.places import Toml, hint, read
from auditor.settings.shape import CALENDAR, KEYS, MONTHS, VOCABULARY, CompanyWords, Key, Settings

OWN_FILE, SHARED_FILE = "auditor.toml", "pyproject.toml"
SECTION = ("tool", "auditor")
PARAMETER = 'a parameter is a text or a whole number: "0.5", "2%"'
_KEYS = {key.name: key for key in KEYS}


def find(folder: Path) -> Path | None:
    """The nearest settings file at or above a folder; None where there is none."""
    for home in (folder, *folder.parents):
        if (home / OWN_FILE).is_file():
            return home / OWN_FILE
        shared = home / SHARED_FILE
        if shared.is_file() and _has_section(shared):
            return shared
    return None


def _has_section(path: Path) -> bool:
    """Whether a file has our section; one that cannot be read is its owner's business, not ours."""
    try:
        tool = tomllib.loads(path.read_text(encoding="utf-8")).get("tool", {})
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return False
    return isinstance(tool, dict) and "auditor" in tool


def load_settings(path: Path, shown: str) -> Settings:
    """The settings of a file; `shown` is what messages call it. Raises SettingsError."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as fault:
        raise SettingsError(unreadable(shown, fault)) from fault
    return read_settings(text, shown, path.parent, SECTION if path.name == SHARED_FILE else ())


def read_settings(text: str, shown: str, folder: Path, section: tuple[str, ...] = ()) -> Settings:
    """The settings of a text. Paths in it start from `folder`. Raises SettingsError."""
    reader = _Reader(read(text, shown), folder, section)
    return reader.settings()


class _Reader:
    """Reads one file. `section` is where in it the settings stand."""

    def __init__(self, toml: Toml, folder: Path, section: tuple[str, ...]) -> None:
        self.toml, self.folder, self.section = toml, folder, section
        data: Any = toml.data
        for part in section:
            data = data.get(part, {})
        if not isinstance(data, Mapping):
            raise toml.fault(section, f"“{section[-1]}” is a table of settings")
        self.data: Mapping[str, Any] = data

    def settings(self) -> Settings:
        self._only((), KEYS, "the settings")
        for key in KEYS:
            if key.name in self.data:
                self._valid((key.name,), key, self.data[key.name])
        get = self.data.get
        percent, waivers, baseline = get("min-coverage"), get("waivers"), get("baseline")
        return Settings(
            self.toml, self.section, self.folder, tuple(self._path(path) for path in get("packs", ())),
            get("profile", _KEYS["profile"].default), tuple(get("select", ())), tuple(get("ignore", ())),
            get("fail-on", _KEYS["fail-on"].default),
            None if percent is None else Decimal(str(percent)),
            None if waivers is None else self._path(waivers), get("strict-waivers", False),
            None if baseline is None else self._path(baseline), self._levels(), self._parameters(),
            self._calendar(), self._words(),
        )  # fmt: skip

    def _path(self, path: str) -> Path:
        """A path of the file as seen from the working folder: results must not depend on where a checkout stands."""
        whole = self.folder / path
        try:
            return Path(os.path.relpath(whole))
        except ValueError:  # on another drive
            return whole

    # ------------------------------------------------------------------------------------------------ tables

    def _levels(self) -> dict[str, str]:
        words = ("error", "warning", "note", "off")
        for rule, level in self._table(("levels",)).items():
            self._valid(("levels", rule), Key(rule, "word", None, "", words), level)
        return dict(self.data.get("levels", {}))

    def _parameters(self) -> dict[str, dict[str, str]]:
        found: dict[str, dict[str, str]] = {}
        for rule in self._table(("parameters",)):
            values = self._table(("parameters", rule))
            for name, value in values.items():
                if isinstance(value, bool) or not isinstance(value, str | int):
                    raise self._fault(("parameters", rule, name), PARAMETER)
            found[rule] = {name: str(value) for name, value in values.items()}
        return found

    def _calendar(self) -> StatedCalendar:
        self._only(("calendar",), CALENDAR, "the calendar")
        table = self._table(("calendar",))
        for key in CALENDAR:
            if key.name in table:
                self._valid(("calendar", key.name), key, table[key.name])
        month, named = table.get("year-ends-in"), table.get("year-named-for")
        return StatedCalendar(
            None if month is None else MONTHS.index(month) + 1,
            None if named is None else named == "end",
            table.get("weeks"),
        )

    def _words(self) -> CompanyWords:
        self._only(("vocabulary",), VOCABULARY, "the vocabulary")
        adjusted = self._table(("vocabulary", "adjusted"))
        for name, measure in adjusted.items():
            if not isinstance(measure, str):
                raise self._fault(("vocabulary", "adjusted", name), "names the measure that it adjusts, as a text")
        names = {key.name: self._names(("vocabulary", key.name)) for key in VOCABULARY if key.name != "adjusted"}
        return CompanyWords(
            names["measures"], names["losses"], names["own-measures"], names["segments"], dict(adjusted)
        )

    def _names(self, at: tuple[str, ...]) -> dict[str, tuple[str, ...]]:
        table = self._table(at)
        for key, names in table.items():
            if not isinstance(names, list) or not names or not all(isinstance(n, str) and n.strip() for n in names):
                raise self._fault((*at, key), f'“{key}” is a list of names: ["net turnover", "group sales"]')
        return {key: tuple(names) for key, names in table.items()}

    # ------------------------------------------------------------------------------------------------ faults

    def _fault(self, at: At, message: str) -> SettingsError:
        return self.toml.fault((*self.section, *at), message)

    def _only(self, at: At, keys: tuple[Key, ...], what: str) -> None:
        self.toml.only((*self.section, *at), tuple(key.name for key in keys), what)

    def _table(self, at: tuple[str, ...]) -> Mapping[str, Any]:
        data: Any = self.data
        for part in at:
            data = data.get(part, {})
        if not isinstance(data, Mapping):
            raise self._fault(at, f"“{at[-1]}” is a table, not {_shown(data)}")
        return data

    def _valid(self, at: At, key: Key, value: Any) -> None:
        """Raises SettingsError for a value of another kind."""
        if fault := _fault_of(key, value):
            raise self._fault(at, f"“{key.name}” {fault}")


def _fault_of(key: Key, value: Any) -> str:
    """What is wrong with a value; empty when nothing is."""
    if key.kind == "word":
        return "" if value in key.words else f"is one of {', '.join(key.words)}, not {_shown(value)}{_near(value, key)}"
    if key.kind == "flag":
        return "" if isinstance(value, bool) else f"is true or false, not {_shown(value)}"
    if key.kind == "percent":
        number = isinstance(value, int | float) and not isinstance(value, bool)
        return "" if number and 0 <= value <= 100 else f"is a percentage from 0 to 100, not {_shown(value)}"
    if key.kind == "path":
        return "" if isinstance(value, str) and value else f"is the path of a file, not {_shown(value)}"
    if key.kind in ("paths", "rules"):
        texts = isinstance(value, list) and all(isinstance(item, str) and item for item in value)
        return "" if texts else f'is a list of texts, as in ["a", "b"], not {_shown(value)}'
    return "" if isinstance(value, Mapping) else f"is a table, not {_shown(value)}"


def _near(value: Any, key: Key) -> str:
    found = hint(str(value), key.words)
    return found if found.startswith(",") else ""


def _shown(value: Any) -> str:
    return f"“{value}”" if isinstance(value, str) else str(value).lower() if isinstance(value, bool) else f"{value}"
