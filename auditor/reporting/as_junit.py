"""JUnit XML, which every continuous integration server shows as tests; `junit.xsd` beside this file describes it.

A suite is a release, a test one application of a rule. Findings that make the run fail are failures, other findings
pass with their text as output, waived ones and checks that did not apply are skipped, and a release that could not be
read is an error. No times: the same input gives the same bytes.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Literal
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from auditor.frozen import dataclass
from auditor.model.finding import Finding
from auditor.reporting.report import Failure, Release, Report
from auditor.reporting.style import safe
from auditor.reporting.summary import summarise
from auditor.reporting.wording import accepted, extent, place

Kind = Literal["passed", "failure", "skipped", "error"]
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class _Case:
    rule: str
    name: str
    kind: Kind = "passed"
    message: str = ""
    text: str = ""
    type: str = ""


def render(report: Report) -> str:
    root = Element("testsuites", name="auditor")
    for release in report.releases:
        cases = list(_cases(report, release))
        _suite(root, release.path, cases, _properties(report, release))
    for failure in report.failures:
        _suite(root, failure.path, [_unread(failure)], {})
    for name in ("tests", "failures", "errors"):
        root.set(name, str(sum(int(suite.get(name, "0")) for suite in root)))
    indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + tostring(root, encoding="unicode") + "\n"


def _properties(report: Report, release: Release) -> dict[str, str]:
    summary = summarise(release.audit)
    coverage = {} if summary.coverage is None else {"coverage": f"{summary.coverage}"}
    return {"version": report.version, "rules": report.digest, "sha256": release.audit.document.sha256, **coverage}


def _cases(report: Report, release: Release) -> Iterator[_Case]:
    """Findings first, then the checks that found nothing."""
    for finding in release.audit.findings:
        yield _finding(report, release, finding)
    for check in release.audit.checks:
        card = report.rules.get(check.rule)
        rule = f"{check.rule} {card.name}" if card else check.rule
        if check.outcome == "passed":
            yield _Case(rule, check.subject)
        elif check.outcome == "skipped":
            yield _Case(rule, check.subject, "skipped", _first(check.why))


def _finding(report: Report, release: Release, finding: Finding) -> _Case:
    line, column, _, _ = extent(release.audit.document, finding.span)
    where = f"{release.path}:{line}:{column}"
    details = [f"{where}: {finding.level}", finding.message, finding.working, *map(place, finding.evidence)]
    details += [f"cause: {finding.cause}" if finding.cause else "", f"{finding.id} {finding.fingerprint}"]
    text = "\n".join(part for part in details if part)
    rule = f"{finding.rule} {finding.name}"
    said = finding.actual or release.audit.document.slice(finding.span)
    name = f"{' '.join(said.split())} ({finding.fingerprint})"
    if finding.waived is not None:
        waiver = report.waivers.get((release.path, finding.id))
        by = f" ({accepted(waiver)})" if waiver else ""
        return _Case(rule, name, "skipped", f"waived: {finding.waived}{by}", text, finding.level)
    return _Case(rule, name, "failure" if report.fails(finding) else "passed", finding.message, text, finding.level)


def _unread(failure: Failure) -> _Case:
    return _Case("reading", failure.path, "error", failure.message, failure.message, "unread")


def _suite(root: Element, path: str, cases: list[_Case], properties: dict[str, str]) -> None:
    kinds = Counter(case.kind for case in cases)
    suite = SubElement(root, "testsuite", name=_clean(path), tests=str(len(cases)), failures=str(kinds["failure"]))
    suite.set("errors", str(kinds["error"]))
    suite.set("skipped", str(kinds["skipped"]))
    if properties:
        listed = SubElement(suite, "properties")
        for name, value in properties.items():
            SubElement(listed, "property", name=name, value=value)
    seen: Counter[tuple[str, str]] = Counter()
    for case in cases:
        seen[case.rule, case.name] += 1
        _case(suite, path, case, seen[case.rule, case.name])


def _case(suite: Element, path: str, case: _Case, number: int) -> None:
    """Servers know a test again by its class and name, so that equal names are counted."""
    name = case.name if number == 1 else f"{case.name} ({number})"
    element = SubElement(suite, "testcase", classname=_clean(f"{path}: {case.rule}"), name=_clean(name))
    if case.kind != "passed":
        inner = SubElement(element, case.kind, message=_clean(case.message))
        if case.type:
            inner.set("type", case.type)
        inner.text = _clean(case.text) or None
    elif case.text:
        SubElement(element, "system-out").text = _clean(case.text)


def _first(text: str) -> str:
    return (text.splitlines() or [""])[0]


def _clean(text: str) -> str:
    """Without what may not stand in XML."""
    return _NOT_XML.sub("\ufffd", "\n".join(safe(line) for line in text.split("\n")))
