"""The examples of rules, run: a failing one must bring a finding of its rule, a passing one none of any rule."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from auditor.frozen import dataclass
from auditor.model.finding import Audit, Check, Finding
from auditor.rulebook.rule import Example, Rule, Rulebook

AuditText = Callable[[str, Rulebook, str], Audit]
"""From the text of a miniature release, the rules, and what was published before (empty: nothing) to its audit."""


@dataclass(frozen=True, slots=True)
class Result:
    """One example of one rule; `fault` says what went otherwise than the example says, empty when all is well,
    and `found` then lists what came out."""

    rule: Rule
    example: Example
    fault: str = ""
    found: tuple[str, ...] = ()

    @property
    def expected(self) -> str:
        """What the example asks for, in words."""
        if not self.example.fails:
            how = f" that agrees by “{self.example.how}”" if self.example.how else ""
            return f"a check of {self.rule.id} that passes{how}, and no error or warning"
        says = f" that says “{self.example.says}”" if self.example.says else ""
        return f"a finding of {self.rule.id}{says}"

    @property
    def passed(self) -> bool:
        return not self.fault

    @property
    def place(self) -> str:
        return f"{self.rule.path}:{self.example.line}"


def run_examples(rulebook: Rulebook, audit: AuditText, rules: Rulebook | None = None) -> Iterator[Result]:
    """Runs the examples of `rules` (all of the rule book, when not given) under the whole rule book, in order."""
    for rule in (rules or rulebook).rules:
        for example in rule.examples:
            outcome = audit(example.text, rulebook, example.against)
            fault = _fault(rule, example, outcome)
            yield Result(rule, example, fault, _found(rule, outcome) if fault else ())


def _found(rule: Rule, audit: Audit) -> tuple[str, ...]:
    """The findings, and what the rule itself checked, a line each."""
    found = [f"{f.rule} {f.level}: {f.message}" for f in audit.findings]
    checks = [(check, _why(rule, check, audit)) for check in audit.checks if check.rule == rule.id]
    own = [f"{c.rule} {c.outcome}: {c.subject}{f' ({why})' if why else ''}" for c, why in checks]
    return (*found, *own)


def _why(rule: Rule, check: Check, audit: Audit) -> str:
    """Why a check came out as it did: of a claim that agrees, the working of its verdict."""
    judged = audit.judgements.get(check.claim or "") if rule.verdict else None
    return check.why or (judged.working if judged is not None else "")


def _fault(rule: Rule, example: Example, audit: Audit) -> str:
    if example.fails:
        return _fault_of_failing(rule, example, audit)
    for finding in audit.findings:
        if finding.rule == rule.id or finding.level != "note":
            return f"should pass, but {finding.rule} {finding.name} reports: {finding.message}"
    checks = [check for check in audit.checks if check.rule == rule.id]
    if not checks:
        return "should pass, but the rule found nothing to look at"
    if not any(check.outcome == "passed" for check in checks) and not rule.skip_when:
        return f"should pass, but nothing was checked: {checks[0].why}"
    if example.how is not None and not any(check.how == example.how for check in checks):
        found = ", ".join(sorted({str(check.how) for check in checks if check.how}))
        return f"should agree by “{example.how}”, but agrees by “{found}”"
    return ""


def _fault_of_failing(rule: Rule, example: Example, audit: Audit) -> str:
    findings = [finding for finding in audit.findings if finding.rule == rule.id]
    if not findings:
        checks = [check for check in audit.checks if check.rule == rule.id]
        if not checks:
            return "should fail, but the rule found nothing to look at"
        why = _why(rule, checks[0], audit)
        seen = f"; it says: {why}" if why else f": what it asks for holds ({checks[0].subject})"
        return f"should fail, but the rule reports nothing{seen}"
    if example.says and not any(example.says in _words(finding) for finding in findings):
        return f"should say “{example.says}”, but says: {findings[0].message}"
    return ""


def _words(finding: Finding) -> str:
    return " ".join((finding.message, finding.working, finding.expected, finding.actual, finding.cause or ""))
