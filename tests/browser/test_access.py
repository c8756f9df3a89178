"""The report for every reader: axe-core finds nothing, in any state that a reviewer brings the page into."""

from __future__ import annotations

import pytest

PHONE = {"viewport": {"width": 390, "height": 844}, "is_mobile": True, "has_touch": True}
WAYS = {
    "light": {},
    "dark": {"color_scheme": "dark"},
    "more contrast": {"contrast": "more"},
    "phone": PHONE,
    "phone, dark": {**PHONE, "color_scheme": "dark"},
}


@pytest.mark.parametrize("how", WAYS.values(), ids=WAYS)
def test_as_opened(visit, demo, faults_of, how):
    assert faults_of(visit(demo, **how)) == []


@pytest.mark.parametrize("how", WAYS.values(), ids=WAYS)
def test_with_a_number_selected(visit, demo, faults_of, how):
    page = visit(demo, "#c17", **how)
    assert page.locator(".peek").is_visible()
    assert faults_of(page) == []


@pytest.mark.parametrize("how", [WAYS["light"], WAYS["dark"]], ids=["light", "dark"])
def test_with_a_figure_selected_in_the_table_view(visit, demo, faults_of, how):
    page = visit(demo, **how)
    page.keyboard.press("t")
    page.locator(".sheet td.agreed").first.click()
    assert page.locator(".figure").is_visible()
    assert page.locator(".sumbar").is_visible()
    assert faults_of(page) == []


def test_with_filters_and_a_search(page, faults_of):
    page.select_option("select[data-key=v]", "exception")
    page.fill(".find input", "revenue")
    page.press(".find input", "Enter")
    assert faults_of(page) == []


def test_with_the_list_of_keys_open(page, faults_of):
    page.keyboard.press("?")
    assert faults_of(page) == []


def test_a_reader_hears_the_marks(page):
    """The symbols that the style sets are spoken as words."""
    assert 'link "$24.8 million agreed"' in page.locator(".sheet").aria_snapshot()
    heard = page.locator(".entries").aria_snapshot()
    assert heard.count("text: not checked") == page.locator(".entry.unsupported").count() > 0


def test_what_has_the_focus_is_never_covered(page):
    """The tools at the top and the sums at the bottom stay off whatever the keyboard comes to."""
    for _ in range(60):
        page.keyboard.press("Tab")
        covered = page.evaluate(
            """() => {
                const node = document.activeElement, box = node.getClientRects()[0];
                if (node === document.body || !box) return '';
                const x = Math.min(box.left + box.width / 2, innerWidth - 1);
                const y = box.top + Math.min(box.height / 2, 20);
                const over = document.elementFromPoint(x, y);
                return over && (node.contains(over) || over.contains(node)) ? '' : node.outerHTML.slice(0, 120);
            }"""
        )
        assert covered == ""
