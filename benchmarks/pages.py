"""How large the HTML reports are, and how fast Chromium opens them and answers a click.

    python -m benchmarks.pages [FILE...]

Without files: the releases of ../shared/bench/docs, and a release made up of ten thousand figures. Times are those of
the page's main thread, without what other programs of the machine take: to open the page (parse, script, style,
layout, paint), for a click on a number, on a figure of a table and on “next” (all that follows up to the paint), and
for one frame while the page is scrolled through. The slowest of the clicks and the frames is given.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from auditor import engine, load_rules, load_vocabulary, read_document
from auditor.errors import AuditorError
from auditor.reporting import reporter
from auditor.reporting.report import Release, Report

BENCH = Path(__file__).resolve().parents[2] / "shared" / "bench" / "docs"
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--no-first-run",
)  # fmt: skip
CLICKS = 9
FIGURES = 10_000
CLICK = """([selector, part]) => {
    const nodes = document.querySelectorAll(selector);
    const node = nodes[Math.floor(part * (nodes.length - 1))];
    if (node) node.click();
}"""
PAINTED = "() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))"
SCREENS = "() => Math.ceil(document.documentElement.scrollHeight / innerHeight)"
SCROLL = "(screen) => scrollTo(0, screen * innerHeight)"


@dataclass(frozen=True, slots=True)
class Page:
    name: str
    source: int
    numerals: int
    html: str


def main() -> int:
    given = [(Path(name).name, Path(name).read_bytes()) for name in sys.argv[1:]]
    found = given or [*((path.name, path.read_bytes()) for path in sorted(BENCH.glob("*.*"))), ("made up", made_up())]
    pages = list(audited(found))
    if CHROMIUM is None:
        print("no chromium is installed: sizes alone are measured")
    print(f"{'report':<26}{'numerals':>9}{'source KB':>11}{'page KB':>9}{'of limit':>9}{'open ms':>9}"
          f"{'number':>8}{'cell':>7}{'next':>7}{'frame':>7}")  # fmt: skip
    with tempfile.TemporaryDirectory() as folder:
        for page in pages:
            size = len(page.html.encode())
            share = size / (3 * page.source + 200_000)
            measured = "" if CHROMIUM is None else timed(page, Path(folder))
            sizes = f"{page.source / 1000:>11.0f}{size / 1000:>9.0f}{share:>9.0%}"
            print(f"{page.name:<26}{page.numerals:>9}{sizes}{measured}", flush=True)
    return 0


def audited(sources: list[tuple[str, bytes]]) -> Iterator[Page]:
    rules, words, html = load_rules(), load_vocabulary(), reporter("html")
    for name, source in sources:
        try:
            audit = engine.audit(read_document(source, name), rules, words)
        except AuditorError as error:
            print(f"{name}: {error}")
            continue
        yield Page(name, len(source), len(audit.numerals), html(Report((Release(name, audit),))))


class Meter:
    """The seconds that the main thread of a page was busy."""

    def __init__(self, tab: Any) -> None:
        self._tab = tab
        self._session = tab.context.new_cdp_session(tab)
        self._session.send("Performance.enable", {"timeDomain": "threadTicks"})

    def read(self) -> float:
        found = self._session.send("Performance.getMetrics")["metrics"]
        return float(next(metric["value"] for metric in found if metric["name"] == "TaskDuration"))

    def milliseconds(self, act: str, argument: object = None) -> float:
        start = self.read()
        self._tab.evaluate(act, argument)
        self._tab.evaluate(PAINTED)
        return 1000 * (self.read() - start)


def timed(page: Page, folder: Path) -> str:
    """Milliseconds to open the page, to answer clicks on a number, a cell and “next”, and for a frame."""
    from playwright.sync_api import sync_playwright

    path = folder / "report.html"
    path.write_text(page.html, "utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        tab = browser.new_page(viewport={"width": 1440, "height": 900})
        meter = Meter(tab)
        before = meter.read()
        tab.goto(path.as_uri())
        tab.evaluate(PAINTED)
        opened = 1000 * (meter.read() - before)
        clicks = [
            max(meter.milliseconds(CLICK, [selector, at / CLICKS]) for at in range(CLICKS))
            for selector in ("a.number", ".sheet td[id]", ".next")
        ]
        tab.goto(path.as_uri())
        tab.evaluate(PAINTED)
        screens = range(0, tab.evaluate(SCREENS), 1)
        frames = [meter.milliseconds(SCROLL, screen) for screen in list(screens)[:60]]
        browser.close()
    number, cell, following = clicks
    return f"{opened:>9.0f}{number:>8.0f}{cell:>7.0f}{following:>7.0f}{max(frames):>7.0f}"


def made_up() -> bytes:
    """A release of ten thousand figures, in tables of fifty rows and four columns that add up, with sentences."""
    lines = ["Brook Mills Reports Its Third Quarter", ""]
    for table in range(FIGURES // 204 + 1):
        lines += [f"Revenue of region {table} for the quarter ended September 30, 2025 was $1,250 thousand.", ""]
        lines += ["(In thousands)".rjust(60), "", f"{'':<30}{'2025':>12}{'2024':>12}{'2023':>12}{'2022':>12}"]
        rows = [[25 + column for column in range(4)] for _ in range(50)]
        lines += [f"Store {row} of region {table:<10}"[:30].ljust(30) + "".join(f"{n:>12,}" for n in values)
                  for row, values in enumerate(rows)]  # fmt: skip
        lines += [f"{'':<30}" + "  ----------" * 4]
        totals = (sum(values[column] for values in rows) for column in range(4))
        lines += ["Total revenue".ljust(30) + "".join(f"{n:>12,}" for n in totals), ""]
    return "\n".join(lines).encode()


if __name__ == "__main__":
    sys.exit(main())
