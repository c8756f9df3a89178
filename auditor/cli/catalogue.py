"""`auditor rules`, `auditor explain`, `auditor test`: the rules, and their examples run."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from auditor import load_vocabulary, read_document
from auditor.cli.settings import means, rules_of
from auditor.cli.status import FINDINGS, FINE
from auditor.cli.terminal import put
from auditor.model.finding import Audit
from auditor.reporting.as_json import dump
from auditor.reporting.summary import count
from auditor.rulebook import Example, Rule, Rulebook, catalogue, explain, run_examples
from auditor.settings.shape import Settings

if TYPE_CHECKING:
    from auditor.rulebook.examples import AuditText, Result


def rules(options: argparse.Namespace) -> int:
    if options.action:
        from auditor.cli.authoring import author

        return author(options)
    book = means(options).rules
    if options.format == "json":
        put(dump({"rules": [_rule_object(rule) for rule in book.rules]}))
    else:
        put(catalogue(book))
    return FINE


def explain_rule(options: argparse.Namespace) -> int:
    rule = means(options).rules.rule(options.rule)
    if options.format == "json":
        put(dump(_rule_object(rule) | {"why": rule.why, "examples": [_example_object(e) for e in rule.examples]}))
    else:
        put(explain(rule))
    return FINE


EARLIER = "an earlier release"  # what examples call what was published before


def test(options: argparse.Namespace) -> int:
    """Runs the examples of the built-in rules, or of the packs given, under all rules."""
    book = rules_of(Settings(packs=tuple(options.paths)))
    results = list(run_examples(book, auditor_of_examples(), _those_of(book, options.paths) if options.paths else None))
    failed = [result for result in results if not result.passed]
    for result in failed:
        put(f"{result.place}: {result.rule.id} {result.rule.name}: {result.fault}\n{_difference(result)}")
    tested = {result.rule.id for result in results}
    passed = f"{len(results) - len(failed)} passed, {len(failed)} failed"
    put(f"{count(len(tested), 'rule')}, {count(len(results), 'example')}: {passed}\n")
    return FINDINGS if failed else FINE


def _difference(result: Result) -> str:
    """What an example that goes otherwise should have brought, beside what was found in its place."""
    lines = [("expected", result.expected), *(("found", found) for found in result.found or ("nothing",))]
    return "".join(f"    {word:<9} {text}\n" for word, text in lines)


def auditor_of_examples() -> AuditText:
    """Audits the text of an example under a rule book, with what need not be made anew for each of them."""
    from auditor.claims.published import published
    from auditor.engine import audit

    words = load_vocabulary()

    def audit_text(text: str, book: Rulebook, against: str) -> Audit:
        before = read_document(against.encode(), "example") if against else None
        figures = published(before, words, EARLIER) if before is not None else ()
        return audit(read_document(text.encode(), "example"), book, words, figures)

    return audit_text


def _those_of(book: Rulebook, paths: list[Path]) -> Rulebook:
    """The rules that come from the files and folders given."""
    given = [path.as_posix().rstrip("/") for path in paths]
    own = tuple(rule for rule in book.rules if any(rule.path == at or rule.path.startswith(f"{at}/") for at in given))
    return Rulebook(own, book.digest)


def _rule_object(rule: Rule) -> dict[str, Any]:
    return {"id": rule.id, "name": rule.name, "level": rule.level, "summary": rule.summary}


def _example_object(example: Example) -> dict[str, Any]:
    found = {"fails": example.fails, "text": example.text}
    return found | {"against": example.against} if example.against else found
