"""The proof of the rules: each is given releases with one error of its kind planted, and must find it; on the releases
without the error it must be silent. `python3 dev.py rules-report` prints a line a rule.

The clean releases are the rules' own passing examples and generated ones. An error is a figure with its first digit
changed or two digits transposed, where the rule checked a figure; where a rule compares sizes, a figure too great or
too small by a power of ten; and the error that the author of the rule shows in each failing example.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from auditor.cli.catalogue import auditor_of_examples
from auditor.model.finding import Audit, Check
from auditor.model.source import Span
from auditor.rulebook import Rule, Rulebook, load
from auditor.rulebook.language.tree import Binary
from tools.release import release

SEEDS = (1, 2, 3)
PLACES = 2  # of a rule in one release at which errors are planted
NUMBERS = frozenset(
    ("claim", "footing", "balance", "cross-footing", "relation", "column", "pair", "roll-forward", "same-digits")
)  # fmt: skip
"""Kinds of subjects that are figures; errors in the others are words and signs, as their failing examples show."""
LOUDER = {"note": 0, "warning": 1, "error": 2}


@dataclass
class Proof:
    """What became of one rule: errors planted and found, clean releases and those in which it was not silent."""

    rule: Rule
    planted: int = 0
    found: int = 0
    clean: int = 0
    alarms: int = 0
    missed: list[str] = field(default_factory=list)

    @property
    def holds(self) -> bool:
        return self.planted > 0 and self.found == self.planted and self.alarms == 0

    @property
    def line(self) -> str:
        rate = f"{100 * self.found // self.planted}%" if self.planted else "none"
        silent = "silent" if not self.alarms else f"{self.alarms} false alarms"
        return (
            f"{self.rule.id:<5} {self.rule.name:<46} {self.found:>3} of {self.planted:>3} found {rate:>5}   "
            f"{self.clean:>3} clean: {silent}"
        )


def proofs(book: Rulebook, seeds: tuple[int, ...] = SEEDS) -> list[Proof]:
    """The proof of each rule of the book."""
    audit = auditor_of_examples()

    def run(text: str, against: str = "") -> Audit:
        return audit(text, book, against)

    found = {rule.id: Proof(rule) for rule in book.rules}
    for rule in book.rules:
        for example in rule.examples:
            if example.fails:
                origin = f"{rule.path}:{example.line}"
                _plant(found[rule.id], example.text, origin, lambda text, e=example: run(text, e.against))
    clean = [(e.text, rule) for rule in book.rules for e in rule.examples if not e.fails and not e.against]
    for text, owner in [*clean, *((release(seed), None) for seed in seeds)]:
        outcome = run(text)
        _silence(outcome, found)
        for rule in book.rules if owner is None else (owner,):
            for mutant in _mutants(text, rule, outcome):
                _plant(found[rule.id], mutant, owner.path if owner else "a generated release", run)
    return list(found.values())


def _plant(proof: Proof, text: str, origin: str, run: Callable[[str], Audit]) -> None:
    proof.planted += 1
    if any(finding.rule == proof.rule.id for finding in run(text).findings):
        proof.found += 1
    else:
        proof.missed.append(f"{origin}: {text}")


def _silence(outcome: Audit, found: dict[str, Proof]) -> None:
    """Counts a clean release for every rule that looked at it, and the findings that it must not have."""
    loud = {finding.rule for finding in outcome.findings if LOUDER[finding.level] or finding.rule in _noting(found)}
    for name in {check.rule for check in outcome.checks if check.outcome != "skipped"} | loud:
        found[name].clean += 1
        found[name].alarms += name in loud


def _noting(found: dict[str, Proof]) -> frozenset[str]:
    return frozenset(name for name, proof in found.items() if proof.rule.level == "note")


# ---------------------------------------------------------------------------------------------------- errors


def _mutants(text: str, rule: Rule, outcome: Audit) -> Iterator[str]:
    """The release with one error at a time, at some of the places that the rule checked."""
    if rule.kind not in NUMBERS or (rule.kind == "claim" and not rule.verdict):
        return
    passed = [c for c in outcome.checks if c.rule == rule.id and c.outcome == "passed"]
    changes = _changes(rule)
    for check in passed[:: max(1, len(passed) // PLACES)][:PLACES]:
        span = _place(check, outcome)
        if span is None:
            continue
        printed = text[span.start : span.end]
        for change in changes:
            wrong = change(printed)
            if wrong and wrong != printed:
                yield text[: span.start] + wrong + text[span.end :]


def _place(check: Check, outcome: Audit) -> Span | None:
    """Where the figure stands that a check is about: the number of the prose, or the first figure of the tables."""
    if check.claim is not None:
        return next((claim.span for claim in outcome.claims if claim.id == check.claim), None)
    return check.evidence[0].span if check.evidence else None


def _changes(rule: Rule) -> tuple[Callable[[str], str], ...]:
    node = rule.require.node
    operator = node.operator if isinstance(node, Binary) else ""
    if operator in ("<", "<="):
        return (_greater,)
    if operator in (">", ">="):
        return (_smaller,)
    return (_first_digit, _transposed) if operator == "~" and rule.kind != "same-digits" else ()


def _first_digit(printed: str) -> str:
    """`$43.5` becomes `$53.5`."""
    for k, sign in enumerate(printed):
        if sign in "123456789":
            return f"{printed[:k]}{int(sign) + 1 if sign != '9' else 8}{printed[k + 1 :]}"
    return ""


def _transposed(printed: str) -> str:
    """`43,512` becomes `34,512`: the first two neighbours that differ by more than one."""
    for k, (a, b) in enumerate(zip(printed, printed[1:], strict=False)):
        if a.isdigit() and b.isdigit() and abs(int(a) - int(b)) > 1 and b != "0":
            return f"{printed[:k]}{b}{a}{printed[k + 2 :]}"
    return ""


def _greater(printed: str) -> str:
    return printed.replace(",", "", 1).replace(".", "", 1) if "." in printed else f"{printed},000"


def _smaller(printed: str) -> str:
    digits = [k for k, sign in enumerate(printed) if sign.isdigit()]
    return printed[: digits[0]] + printed[digits[0] + 1 :].lstrip(",.") if len(digits) > 1 else ""


def main() -> int:
    found = proofs(load())
    for proof in found:
        print(proof.line)
    planted, caught = sum(p.planted for p in found), sum(p.found for p in found)
    alarms = sum(p.alarms for p in found)
    print(f"{len(found)} rules: {caught} of {planted} errors found, {alarms} false alarms on clean releases")
    if "--missed" in sys.argv:
        for proof in found:
            for text in proof.missed:
                print(f"\n--- {proof.rule.id} {text}")
    return 0 if all(proof.holds for proof in found) else 1


if __name__ == "__main__":
    sys.exit(main())
