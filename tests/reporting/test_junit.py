"""JUnit XML against its schema, and read by a library that reads such files."""

from dataclasses import replace

import pytest
from hand_made import AUDIT, BROKEN, REPORT, WAIVED
from junitparser import Error, Failure, JUnitXml, Skipped
from lxml import etree
from schemas import check_junit

from auditor.reporting import reporter
from auditor.reporting.report import Release, Report

render = reporter("junit")


@pytest.mark.parametrize("report", [REPORT, WAIVED, BROKEN, Report(())])
def test_keeps_to_the_schema(report):
    check_junit(render(report))


def test_schema_refuses_what_it_does_not_name():
    with pytest.raises(etree.DocumentInvalid):
        check_junit(render(REPORT).replace("<failure ", "<fault ").replace("</failure>", "</fault>"))


def read(report):
    return JUnitXml.fromstring(render(report).encode())


def test_only_what_fails_the_run_is_a_failure():
    xml = read(REPORT)
    assert (xml.tests, xml.failures, xml.errors, xml.skipped) == (4, 1, 0, 1)
    growth, total, passed, skipped = list(next(iter(xml)))
    assert growth.classname == "brook.txt: C003 growth-rate-disagrees-with-table"
    assert growth.name == "12% (5d41402abc4b-2a76b971)"
    (failure,) = growth.result
    assert isinstance(failure, Failure)
    assert failure.type == "error"
    assert failure.text.splitlines()[0] == "brook.txt:3:14: error"
    assert "line 8 of table t1: Revenue | Q3 2025 | 112.0" in failure.text
    assert total.is_passed
    assert "Profit is 28.0" in total.system_out
    assert passed.name == "Profit, Q3 2025"
    assert skipped.is_skipped


def test_warnings_fail_where_they_are_to():
    assert read(replace(REPORT, failing=("error", "warning"))).failures == 2
    assert read(replace(REPORT, failing=())).failures == 0


def test_waived_finding_is_skipped_with_its_reason():
    case = next(iter(next(iter(read(WAIVED)))))
    (skipped,) = case.result
    assert isinstance(skipped, Skipped)
    assert skipped.message == "waived: agreed with counsel (M. Brook, 2025-11-03, until 2026-02-01)"


def test_unread_file_is_an_error():
    xml = read(BROKEN)
    assert xml.errors == 1
    case = next(iter(list(xml)[1]))
    assert isinstance(case.result[0], Error)


def test_what_may_not_stand_in_xml_is_replaced():
    finding = replace(AUDIT.findings[0], message='a\x00b\ufffe<&>"c\x1b')
    report = replace(REPORT, releases=(Release("a\x07.txt", replace(AUDIT, findings=(finding,))),))
    root = check_junit(render(report))
    assert root[0].get("name") == "a\ufffd.txt"
    assert root.find(".//failure").get("message") == 'a\ufffdb\ufffd<&>"c\ufffd'


def test_equal_names_are_counted():
    checks = AUDIT.checks[1:2] * 2
    report = replace(REPORT, releases=(Release("a.txt", replace(AUDIT, checks=checks, findings=())),))
    assert [case.get("name") for case in check_junit(render(report)).iter("testcase")] == [
        "Profit, Q3 2025",
        "Profit, Q3 2025 (2)",
    ]
