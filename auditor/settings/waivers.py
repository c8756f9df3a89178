"""The file of accepted findings: read with every fault at its place, and added to with its comments and order kept."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from auditor.errors import SettingsError
from auditor.model.waiver import Waiver
from auditor.settings.places import Path, Toml, read

WAIVERS = "auditor-waivers.toml"
"""The file that is used where no other is named."""
FINGERPRINT = re.compile(r"[0-9a-f]{12}-[0-9a-f]{8}(?:-\d+)?")
FIELDS = ("fingerprint", "reason", "owner", "date", "expires", "document", "rule", "says")
HEAD = """\
# Findings of auditor that were looked at and accepted, each with a reason and a name. `auditor waive` adds to it.
# The fingerprint says which finding: it stays when the text is edited elsewhere, and is void when the figures change.
# The last day on which a waiver holds is its `expires`; one without it holds for good.
"""


def read_waivers(text: str, path: str) -> tuple[Waiver, ...]:
    """The waivers of a file's text, in its order. Raises SettingsError."""
    toml = read(text, path)
    toml.only((), ("waiver",), "a file of waivers")
    listed = toml.data.get("waiver", [])
    if not isinstance(listed, list) or not all(isinstance(entry, Mapping) for entry in listed):
        raise toml.fault(("waiver",), "waivers are written as [[waiver]], each with its fields below")
    found: dict[str, Waiver] = {}
    for number, entry in enumerate(listed):
        waiver = _waiver(toml, ("waiver", number), entry)
        if waiver.fingerprint in found:
            first = found[waiver.fingerprint].place
            raise toml.fault(("waiver", number, "fingerprint"), f"{waiver.fingerprint} is waived already, at {first}")
        found[waiver.fingerprint] = waiver
    return tuple(found.values())


def _waiver(toml: Toml, at: Path, entry: Mapping[str, Any]) -> Waiver:
    toml.only(at, FIELDS, "a waiver")
    for key in ("fingerprint", "reason", "owner", "date"):
        if key not in entry:
            raise toml.fault(at, f"a waiver needs “{key}”")
    for key in ("fingerprint", "reason", "owner", "document", "rule", "says"):
        if not isinstance(entry.get(key, ""), str) or not entry.get(key, "-").strip():
            raise toml.fault((*at, key), f"“{key}” is a text")
    if not FINGERPRINT.fullmatch(entry["fingerprint"]):
        what = f"“{entry['fingerprint']}” is no fingerprint; reports print them, as 0a1b2c3d4e5f-0a1b2c3d"
        raise toml.fault((*at, "fingerprint"), what)
    return Waiver(
        entry["fingerprint"], entry["reason"].strip(), entry["owner"].strip(),
        _day(toml, (*at, "date"), entry["date"]),
        _day(toml, (*at, "expires"), entry["expires"]) if "expires" in entry else None,
        entry.get("document", ""), entry.get("rule", ""), entry.get("says", ""),
        f"{toml.path}:{toml.line((*at, 'fingerprint'))}",
    )  # fmt: skip


def _day(toml: Toml, at: Path, value: Any) -> date:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise toml.fault(at, f"“{at[-1]}” is a day such as 2026-03-31, not “{value}”") from None


def appended(text: str, path: str, waiver: Waiver) -> str:
    """The text of a waiver file with one more waiver at its end; all else stays as it is. Raises SettingsError where
    the finding is waived already, and for a text that is no waiver file."""
    import tomlkit

    for known in read_waivers(text, path):
        if known.fingerprint == waiver.fingerprint:
            raise SettingsError(f"{known.place}: {waiver.fingerprint} is waived already, by {known.owner}")
    entry = tomlkit.table()
    values = {
        "fingerprint": waiver.fingerprint, "rule": waiver.rule, "document": waiver.document, "says": waiver.says,
        "reason": waiver.reason, "owner": waiver.owner, "date": waiver.date, "expires": waiver.expires,
    }  # fmt: skip
    for key, value in values.items():
        if value:
            entry.add(key, value)
    added = tomlkit.document()
    added.add("waiver", tomlkit.aot())
    added["waiver"].append(entry)
    head = text if text.strip() else HEAD
    return f"{head.rstrip()}\n\n{added.as_string().strip()}\n"
