"""How large the HTML reports are, and how fast Chromium opens them and answers a click.

    python -m benchmarks.pages [FILE OR FOLDER...]

Without them: those that the variable RELEASES names, else the sample release and made-up ones, one of them of ten
thousand figures. Times are those of the page's main thread, without what other programs of the machine take: to open
the page (parse, script, style, layout, paint; the median of several tabs), then, for what the page does once it is
painted and answers (what lies beyond the first screen is laid out), for a click on a number, on a figure of a
table and on “next” (all that follows up to the paint), and for one frame while the page is scrolled through. The
slowest of the clicks and the frames is given. The first line is a page with one word on it: no page opens faster.
"""

from __future__ import annotations

import shutil
import statistics
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
from benchmarks.documents import documents, long

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--no-first-run",
)  # fmt: skip
CLICKS = 9
TABS = 5
SETTLED = 800  # ms after which an opened page is at rest
WINDOW: Any = {"width": 1440, "height": 900}
BARE = "<!doctype html><html lang=en><meta charset=utf-8><title>Bare</title><p>Bare</p>"
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
    named = documents(sys.argv[1:])
    pages = list(audited(named if sys.argv[1:] else [*named, ("long.txt", long())]))
    if CHROMIUM is None:
        print("no chromium is installed: sizes alone are measured")
    print(f"{'report':<26}{'numerals':>9}{'source KB':>11}{'page KB':>9}{'of limit':>9}{'open ms':>9}{'then':>6}"
          f"{'number':>8}{'cell':>7}{'next':>7}{'frame':>7}")  # fmt: skip
    with tempfile.TemporaryDirectory() as folder:
        if CHROMIUM is not None:
            print(f"{'a bare page':<55}{timed(Page('bare', 0, 0, BARE), Path(folder))}", flush=True)
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


def opening(browser: Any, path: Path) -> tuple[float, float]:
    """Milliseconds from the address to the paint, and from there until the page is at rest, in a tab of its own."""
    context = browser.new_context(viewport=WINDOW)
    tab = context.new_page()
    meter = Meter(tab)
    before = meter.read()
    tab.goto(path.as_uri())
    tab.evaluate(PAINTED)
    painted = meter.read()
    tab.wait_for_timeout(SETTLED)
    settled = meter.read()
    context.close()
    return 1000 * (painted - before), 1000 * (settled - painted)


def timed(page: Page, folder: Path) -> str:
    """Milliseconds to open the page, to answer clicks on a number, a cell and “next”, and for a frame."""
    from playwright.sync_api import sync_playwright

    path = folder / "report.html"
    path.write_text(page.html, "utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        openings = [opening(browser, path) for _ in range(TABS + 1)][1:]  # the first loads the fonts
        opened, then = (statistics.median(times) for times in zip(*openings, strict=True))
        tab = browser.new_page(viewport=WINDOW)
        tab.goto(path.as_uri())
        tab.evaluate(PAINTED)
        meter = Meter(tab)
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
    return f"{opened:>9.0f}{then:>6.0f}{number:>8.0f}{cell:>7.0f}{following:>7.0f}{max(frames):>7.0f}"


if __name__ == "__main__":
    sys.exit(main())
