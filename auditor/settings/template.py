"""The settings file that `auditor init` writes: every setting, explained, none of them set."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.settings.shape import CALENDAR, KEYS, VOCABULARY, Key

HEAD = """\
# Settings of auditor. It looks for this file at the release that it audits and in each folder above, and takes the
# nearest; paths in it start from its own folder. Take the # from a line to set it. “auditor config” shows what is in
# force, and from where. In pyproject.toml the same stands under [tool.auditor].
"""
MOST_WORDS = 6  # that are listed; the months of the year need no list
SAMPLES = {
    "packs": '["my-rules"]',
    "select": '["C001", "total-does-not-foot"]',
    "ignore": '["S008"]',
    "min-coverage": "50",
    "waivers": '"auditor-waivers.toml"',
    "baseline": '"baseline.json"',
    "year-ends-in": '"June"',
    "year-named-for": '"end"',
    "weeks": "true",
}
TABLES = {
    "levels": 'total-does-not-foot = "warning"',
    "measures": 'revenue = ["net turnover", "group sales"]',
    "losses": 'operating-income = ["shortfall from operations"]',
    "own-measures": 'net-additions = ["net additions", "new subscribers, net"]',
    "segments": 'water-systems = ["Aqua", "Water Systems division"]',
    "adjusted": '"core earnings" = "net-income"',
}


def template(parameters: Sequence[tuple[str, str, str, str]] = ()) -> str:
    """The text of the file. `parameters` are those of the rules: (rule, parameter, value in force, meaning)."""
    lines = [HEAD]
    for key in KEYS:
        if key.kind != "table":
            lines += _setting(key)
    for key in KEYS:
        if key.name in TABLES:
            lines += _table(key.name, key.meaning, [TABLES[key.name]])
    listed = [line for rule, name, value, what in parameters for line in (f"# {what}", f'{rule}.{name} = "{value}"')]
    lines += _table("parameters", _meaning("parameters"), listed)
    lines += _table("calendar", _meaning("calendar"), [line for key in CALENDAR for line in _setting(key)])
    for key in VOCABULARY:
        lines += _table(f"vocabulary.{key.name}", key.meaning, [TABLES[key.name]])
    return "\n".join(lines).rstrip() + "\n"


def _meaning(name: str) -> str:
    return next(key.meaning for key in KEYS if key.name == name)


def _setting(key: Key) -> list[str]:
    """The lines of one setting: its meaning, then the setting itself behind a mark of comment."""
    words = f": {', '.join(key.words)}" if 0 < len(key.words) <= MOST_WORDS else ""
    sample = SAMPLES.get(key.name) or _toml(key.default)
    return [f"# {key.meaning[:1].upper()}{key.meaning[1:]}{words}", f"# {key.name} = {sample}", ""]


def _table(name: str, meaning: str, lines: list[str]) -> list[str]:
    body = [line if line.startswith("#") or not line else f"# {line}" for line in lines]
    return [f"# {meaning[:1].upper()}{meaning[1:]}", f"[{name}]", *body, ""]


def _toml(value: object) -> str:
    return str(value).lower() if isinstance(value, bool) else f'"{value}"'
