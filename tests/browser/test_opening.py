"""What lies beyond the first screen is put in place after it; whatever needs it earlier has it at once.

The page is held still right after its first paint: nothing waits for a timer to be put in place."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.brook import WRONG

STILL = """
    const later = window.setTimeout;
    window.setTimeout = (act, ...rest) => (window.moving ? later(act, ...rest) : 0);
"""
FILLER = "    The mill by the brook has been at work in every season. " + "It rained on the hills. " * 60 + "\n\n"
LAST = "    In Port Alden, revenue for the third quarter was $112.0 million.\n\n"


@pytest.fixture
def long(audited) -> Path:
    """A release whose table and last sentences stand far below the first screen."""
    head, table = WRONG.split("                    (In", 1)
    return audited(f"{head}{FILLER * 12}{LAST}                    (In{table}")


@pytest.fixture
def still(visit, browser, long):
    """Opens the long release with all timers held."""

    def opened(address: str = "", **how) -> Page:
        page = visit(Path("/dev/null"), **how)
        page.add_init_script(STILL)
        page.goto(long.as_uri() + address)
        page.evaluate("() => new Promise(requestAnimationFrame)")
        assert page.locator(".later").count() > 5
        return page

    return opened


def waiting(page: Page, text: str) -> bool:
    """Whether a text stands in a leaf that is not in place yet."""
    return page.locator(".later").evaluate_all("(leaves, text) => leaves.some(l => l.textContent.includes(text))", text)


def test_all_is_in_place_soon(visit, long):
    page = visit(long)
    expect(page.locator(".later")).to_have_count(0)
    assert page.locator(".leaf").count() > page.locator(".leaf.first").count() > 0
    assert page.locator(".sheet p", has_text="In Port Alden, revenue").count() == 1
    expect(page.locator(".where")).to_have_text(re.compile(r"^\d+$"))


def test_what_waits_takes_its_room(still):
    page = still()
    before = page.evaluate("document.documentElement.scrollHeight")
    assert before > 3 * 900
    page.keyboard.press("Tab")
    assert abs(page.evaluate("document.documentElement.scrollHeight") - before) < 0.2 * before


def test_a_click_on_a_number_finds_its_table(still):
    page = still()
    assert waiting(page, "Costs")
    page.locator("a.number.exception").first.click()
    opened = page.locator(".item.selected")
    expect(opened.locator(".peek .cited").first).to_be_visible()
    expect(page.locator(".sheet td.cited").first).to_have_text(re.compile(r"^\$112"))
    assert page.locator(".later").count() > 0, "only what the click needs"


def test_next_and_a_filter_count_everything(still):
    page = still()
    page.click(".next")
    expect(page.locator(".where")).to_have_text(re.compile(r"^1 of \d+$"))
    page.select_option("select[data-key=v]", "agreed")
    assert page.locator(".item:visible").count() > 0
    assert page.locator(".later").count() == 0


def test_a_search_finds_the_last_sentence(still):
    page = still()
    page.fill(".find input", "in port alden, revenue")
    page.press(".find input", "Enter")
    expect(page.locator(".hits")).to_have_text("1 of 1 in the release")


def test_the_table_view_shows_every_table(still):
    page = still()
    page.keyboard.press("t")
    assert page.locator(".proofs dd").count() == page.locator(".proofs dd:visible").count() > 0


def test_tab_goes_through_everything(still):
    page = still()
    page.keyboard.press("Tab")
    assert page.locator(".later").count() == 0


def test_paper_has_everything_at_once(still):
    page = still()
    page.emulate_media(media="print")
    expect(page.locator("noscript, .later")).to_have_count(0)
    assert page.locator(".sheet p", has_text="In Port Alden, revenue").is_visible()
    assert page.locator(".sheet .back").first.is_visible()


@pytest.mark.parametrize("text", ["In Port Alden, revenue", "(In millions"])
def test_an_address_below_the_first_screen_is_shown(still, long, text):
    found = re.findall(rf'id="(p\d+)"[^>]*>\s*{re.escape(text)}', long.read_text("utf-8"))
    page = still(f"#{found[0]}")
    box = page.locator(f"#{found[0]}").bounding_box()
    assert box
    assert 0 <= box["y"] < 900


def test_the_address_of_a_figure_selects_it(still, long):
    (cell, *_) = re.findall(r'id="(t1-\d+-\d+)"', long.read_text("utf-8"))
    page = still(f"#{cell}")
    expect(page.locator(".figure h2")).to_be_visible()
    box = page.locator(f"#{cell}").bounding_box()
    assert box
    assert 0 <= box["y"] < 900


def test_scripts_off(visit, long):
    """Text and workings beyond the first screen are read like those on it."""
    page = visit(long, java_script_enabled=False)
    for text in (".sheet p >> text=In Port Alden, revenue", ".sheet td >> text=112.0", ".entries .working >> nth=-1"):
        expect(page.locator(text).first).to_be_visible()
    late = page.locator(".later p").last
    early = page.locator(".first p").last
    look = "node => { const s = getComputedStyle(node); return [s.fontFamily, s.fontSize, s.maxWidth, s.lineHeight]; }"
    assert late.evaluate(look) == early.evaluate(look)
    assert "<!--" not in page.locator("body").inner_text()
