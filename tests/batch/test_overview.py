"""The overview: counts and plots, links to reports, and small however large the archive."""

import re
from decimal import Decimal
from html.parser import HTMLParser

from auditor.reporting.overview import Overview, Release, RuleCount, render
from tests.batch.made import release


def test_overview_and_the_reports_that_it_links_to(batch, tmp_path, few):
    ran = batch(few, "--to", "out", "--report")
    assert ran.out.endswith("overview: out/overview.html\n")
    page = (tmp_path / "out" / "overview.html").read_text("utf-8")
    assert "<h1>3 documents</h1>" in page
    assert "2 audited (66.7%)" in page
    assert "C001 value disagrees with table" in page
    (link,) = re.findall(r'<a href="(reports/[0-9a-f]+\.html)">Ti Mills</a>', page)
    report = (tmp_path / "out" / link).read_text("utf-8")
    assert "Ti Mills Reports Third Quarter Results" in report
    assert "in/wrong.txt" in report


def test_reports_are_made_once_and_old_ones_go(batch, tmp_path, few):
    batch(few, "--to", "out", "--report")
    (old,) = (tmp_path / "out" / "reports").iterdir()
    made = old.stat().st_mtime_ns
    batch(few, "--to", "out", "--report")
    assert old.stat().st_mtime_ns == made
    (tmp_path / "in" / "wrong.txt").write_text(release(14), "utf-8")
    batch(few, "--to", "out", "--report")
    (new,) = (tmp_path / "out" / "reports").iterdir()
    assert new != old


def test_reports_of_members_of_archives(batch, tmp_path):
    from tests.batch.test_sources import zipped

    zipped(tmp_path / "a.zip", [("x.txt", release(1).encode()), ("y.txt", release(7).encode())])
    batch("a.zip", "--to", "out", "--report")
    (report,) = (tmp_path / "out" / "reports").iterdir()
    assert "a.zip/y.txt" in report.read_text("utf-8")


def large() -> Overview:
    """An archive of two million documents, with names as long as hostile ones are."""
    name = "<script>alert(1)</script>" * 4000
    return Overview(
        documents={"audited": 2_000_000, "passed over": 5, "failed": 70},
        reasons={"passed over": [("a binary file", 5)], "failed": [(f"{k}{name}", 1) for k in range(1000)]},
        sums={"claims": 90_000_000, "agrees": 60_000_000, "disagrees": 10, "unsupported": 29_999_990, "outlook": 9},
        coverage=tuple(range(0, 2_000_000, 200_000)),
        rules=tuple(RuleCount(f"R{k}", name, "error", 10_000 - k, k) for k in range(5000)),
        worst=tuple(
            Release(f"{k}{name}", name, "2025-09-30", 9, 9, 9, Decimal("50.0"), "reports/x.html") for k in range(50)
        ),
        version="1",
        digest="d" * 64,
    )


def test_it_stays_small():
    page = render(large())
    assert len(page.encode()) < 2 << 20
    assert "<script>" not in page
    assert "other reasons" in page


def test_it_is_whole():
    class Open(HTMLParser):
        def __init__(self):
            super().__init__()
            self.open = []

        def handle_starttag(self, tag, attrs):
            if tag not in ("meta", "br"):
                self.open.append(tag)

        def handle_endtag(self, tag):
            assert self.open.pop() == tag

    reader = Open()
    reader.feed(render(large()))
    assert reader.open == []


def test_nothing_found():
    page = render(Overview({"passed over": 1}, {"passed over": [("x", 1)]}, {}, (0,) * 10, (), ()))
    assert "No rule found anything." in page
    assert "No release has a finding." in page
