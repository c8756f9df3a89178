"""Reports are opened in Chromium, as their readers open them: from a file, without a network."""

from __future__ import annotations

import shlex
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from auditor.cli import main
from auditor.cli.demo import demo_report
from auditor.reporting import reporter

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS = (
    "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update",
    "--disable-sync", "--no-first-run",
)  # fmt: skip
DESKTOP = {"viewport": {"width": 1440, "height": 900}}
PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    if CHROMIUM is None:
        pytest.skip("no chromium is installed; on Debian: apt-get install chromium")
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield found
        found.close()


@pytest.fixture(scope="session")
def demo(tmp_path_factory) -> Path:
    """The report of the sample release."""
    path = tmp_path_factory.mktemp("report") / "demo.html"
    path.write_text(reporter("html")(demo_report()), "utf-8")
    return path


@pytest.fixture
def visit(browser) -> Iterator[Callable[..., Page]]:
    """Opens a report: `visit(path, **how)`. A test fails where the page's script or policy does."""
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def opened(path: Path, address: str = "", **how) -> Page:
        context = browser.new_context(**{**DESKTOP, **how})
        contexts.append(context)
        context.set_default_timeout(5000)
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
        page.on("dialog", lambda dialog: faults.append(f"dialog: {dialog.message}"))
        page.goto(path.as_uri() + address)
        return page

    yield opened
    for context in contexts:
        context.close()
    assert faults == []


@pytest.fixture
def page(visit, demo) -> Page:
    """The report of the sample release on a desktop."""
    return visit(demo)


@pytest.fixture
def phone(visit, demo) -> Page:
    """The report of the sample release on a phone."""
    return visit(demo, **PHONE)


@pytest.fixture
def audited(tmp_path, monkeypatch, capsys) -> Callable[..., Path]:
    """The report of a text, or of several, within a folder of the test's own."""
    monkeypatch.chdir(tmp_path)

    def written(*texts: str) -> Path:
        names = ["release.txt", *(f"release-{number}.txt" for number in range(2, len(texts) + 1))]
        for name, text in zip(names, texts, strict=True):
            (tmp_path / name).write_text(text, "utf-8")
        status = main(["check", *names, "--output", "html=report.html", "--exit-zero"])
        assert status == 0, capsys.readouterr().err
        return tmp_path / "report.html"

    return written


@pytest.fixture
def run(capsys) -> Callable[[str], None]:
    """Runs a command line as it is typed: `run("auditor waive …")`."""

    def typed(command: str) -> None:
        program, *arguments = shlex.split(command)
        assert program == "auditor"
        assert main(arguments) == 0, capsys.readouterr().err

    return typed


@pytest.fixture(scope="session")
def faults_of() -> Callable[[Page], list[str]]:
    """What axe-core finds against WCAG 2.2 AA on a page, and against its best practices."""
    axe = Axe()
    tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
    options = {"runOnly": {"type": "tag", "values": tags}, "rules": {"target-size": {"enabled": True}}}

    def found(page: Page) -> list[str]:
        response = axe.run(page, options=options).response
        assert len(response["passes"]) > 20, "axe looked at nothing"
        violations = response["violations"]
        return [
            f"{fault['id']}: {node['html'][:200]} ({node['failureSummary']})"
            for fault in violations
            for node in fault["nodes"]
        ]

    return found
