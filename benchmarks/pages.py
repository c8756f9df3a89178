"""How large the HTML reports are, and how fast Chromium opens them and answers a click.

    python -m benchmarks.pages [FILE OR FOLDER...]

Without them: those that the variable RELEASES names, else the sample release and made-up ones, one of them of ten
thousand figures. Times are those of the page's main thread, without what other programs of the machine take: to open
the page (all from the address to the first paint: parse, script, style, layout; the median of several tabs), then, for
what the page does once it is painted and answers (what lies beyond the first screen is put in place), the longest
piece of that, in which no click is answered, and after how long by the clock all was in place; for a click on a number,
on a figure of a table and on “next” (all that follows up to the paint) as soon as the page is painted and when it is at
rest, and for one frame while the page is scrolled through. The slowest of the clicks and the frames is given. The first
line is a page with one word on it: no page opens faster.
"""

from __future__ import annotations

import json
import shutil
import statistics
import sys
import tempfile
from collections.abc import Iterable, Iterator
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
TIMES = ("open ms", "then", "longest", "placed", "number", "at rest", "cell", "at rest", "next", "at rest", "frame")
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
HELD = """
    const later = window.setTimeout;
    let held = false;
    window.setTimeout = (act, wait) => (held ? later(act, wait) : (held = true, 0));
"""  # what follows the first paint does not come before the click
PAINTED = """() => new Promise((done) => requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = done;
    port2.postMessage(0);
}))"""
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
    print(
        f"{'report':<26}{'numerals':>9}{'source KB':>11}{'page KB':>9}{'of limit':>9}",
        *(f"{name:>7}" for name in TIMES),
    )
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


@dataclass(frozen=True, slots=True)
class Opening:
    """Milliseconds of the main thread: up to the first paint, after it, the longest task of those; `placed` is told by
    the clock, from the paint on."""

    painted: float
    then: float
    longest: float
    placed: float


def opening(browser: Any, path: Path) -> Opening:
    """How a tab of its own opens, by the tasks of its main thread."""
    context = browser.new_context(viewport=WINDOW)
    tab = context.new_page()
    browser.start_tracing(page=tab, categories=["toplevel", "devtools.timeline"])
    tab.goto(path.as_uri())
    tab.wait_for_timeout(SETTLED)
    tab.wait_for_function("!document.querySelector('.later')")
    events = json.loads(browser.stop_tracing())["traceEvents"]
    context.close()
    return measured(events)


def measured(events: list[dict[str, Any]]) -> Opening:
    """The tasks of the thread that read the file, cut after the one that painted first."""
    parsed = next(event for event in events if "file:" in str(event.get("args", {}).get("beginData", "")))
    thread = [event for event in events if all(event[key] == parsed[key] for key in ("pid", "tid")) and "dur" in event]
    paint = min(event["ts"] for event in thread if event["name"] == "Paint" and event["ts"] > parsed["ts"])
    tasks = list(outermost(event for event in thread if event["name"].endswith("RunTask")))
    before = [task for task in tasks if task["ts"] <= paint]
    end = ending(before[-1])
    last = max((ending(event) for event in thread if event["name"] == "ParseHTML"), default=end)
    spent = [task.get("tdur", 0) / 1000 for task in tasks[len(before) :]]
    opened = sum(task.get("tdur", 0) for task in before) / 1000
    return Opening(opened, sum(spent), max(spent, default=0), max(0, last - end) / 1000)


def ending(event: dict[str, Any]) -> float:
    return float(event["ts"] + event["dur"])


def outermost(tasks: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Tasks in order of time, without those within another."""
    end = 0.0
    for task in sorted(tasks, key=lambda task: float(task["ts"])):
        if task["ts"] >= end:
            end = ending(task)
            yield task


def clicked(browser: Any, path: Path, selector: str) -> tuple[float, float]:
    """Milliseconds for the slowest of several clicks: each right after the first paint of a tab of its own, then one
    after the other in a page at rest."""
    at_once = []
    for at in (0, CLICKS // 2, CLICKS):
        tab = browser.new_page(viewport=WINDOW)
        tab.add_init_script(HELD)
        tab.goto(path.as_uri())
        tab.evaluate(PAINTED)
        at_once.append(Meter(tab).milliseconds(CLICK, [selector, at / CLICKS]))
        tab.close()
    tab = browser.new_page(viewport=WINDOW)
    tab.goto(path.as_uri())
    tab.wait_for_timeout(SETTLED)
    meter = Meter(tab)
    at_rest = [meter.milliseconds(CLICK, [selector, at / CLICKS]) for at in range(CLICKS)]
    tab.close()
    return max(at_once), max(at_rest)


def timed(page: Page, folder: Path) -> str:
    """Milliseconds to open the page, to answer clicks on a number, a cell and “next”, and for a frame."""
    from playwright.sync_api import sync_playwright

    path = folder / "report.html"
    path.write_text(page.html, "utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        openings = [opening(browser, path) for _ in range(TABS + 1)][1:]  # the first loads the fonts
        figures = [statistics.median(getattr(each, name) for each in openings) for name in Opening.__slots__]
        for selector in ("a.number", ".sheet td[id]", ".next"):
            figures += clicked(browser, path, selector)
        figures.append(slowest_frame(browser, path))
        browser.close()
    return "".join(f"{figure:>8.0f}" for figure in figures)


def slowest_frame(browser: Any, path: Path) -> float:
    """Milliseconds, of the screens that the page is scrolled through by."""
    tab = browser.new_page(viewport=WINDOW)
    tab.goto(path.as_uri())
    tab.evaluate(PAINTED)
    meter = Meter(tab)
    return max(meter.milliseconds(SCROLL, screen) for screen in range(min(60, tab.evaluate(SCREENS))))


if __name__ == "__main__":
    sys.exit(main())
