"""The reports of real releases keep to their schemas. Each release is audited once."""

from pathlib import Path

import pytest
from schemas import check_json, check_jsonl, check_junit, check_sarif

import auditor
from auditor.reporting import reporter
from auditor.reporting.report import Release, Report, RuleCard

BENCH = Path(__file__).resolve().parents[3] / "shared" / "bench" / "docs"
PATHS = sorted(path for path in BENCH.glob("*") if path.is_file()) if BENCH.is_dir() else []


@pytest.fixture(scope="module", params=PATHS, ids=[path.name for path in PATHS])
def report(request):
    rules = auditor.load_rules()
    cards = {rule.id: RuleCard(rule.id, rule.name, rule.level, rule.summary, rule.why) for rule in rules.rules}
    release = Release(request.param.name, auditor.audit(auditor.load_document(request.param), rules))
    return Report((release,), rules.digest, cards)


pytestmark = pytest.mark.skipif(not PATHS, reason=f"{BENCH} is missing: real releases are not part of the project")


def test_there_are_releases():
    assert PATHS


@pytest.mark.parametrize(
    ("name", "check"), [("json", check_json), ("jsonl", check_jsonl), ("sarif", check_sarif), ("junit", check_junit)]
)
def test_keeps_to_its_schema(report, name, check):
    text = reporter(name)(report)
    check(text)
    assert reporter(name)(report) == text
