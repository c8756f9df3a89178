"""The tasks of a reviewer, each as it is done: with a mouse, a keyboard, a phone, on paper, without scripts."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.brook import WRONG

SELECTED = ".item.selected"
OPENED = ":is(.item .body, .entry p)"  # what an item shows when it is open


def texts(page: Page, selector: str) -> list[str]:
    return [" ".join(text.split()) for text in page.locator(selector).all_inner_texts()]


def claim(page: Page, quote: str) -> str:
    """The id of the first claim of the release with this text."""
    return page.locator("a.number", has_text=re.compile(f"^{re.escape(quote)}$")).first.get_attribute("id")


def in_view(page: Page, selector: str) -> bool:
    """Whether an element can be seen: within the window, and not behind another."""
    return page.locator(selector).first.evaluate(
        """node => {
            const box = node.getClientRects()[0];
            const over = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
            return Boolean(over) && (node.contains(over) || over.contains(node));
        }"""
    )


def test_find_the_worst_error(page):
    """It stands first, in words; one step opens it, with the sentence, the rows, the working and the likely cause."""
    expect(page.locator(".verdict")).to_contain_text("5 errors")
    page.keyboard.press("n")
    opened = page.locator(SELECTED)
    expect(opened).to_have_class(re.compile(r"\berror\b"))
    expect(opened.locator("blockquote")).to_be_visible()
    expect(opened.locator(".figures").first).to_be_visible()
    expect(opened.locator(".sum")).to_contain_text("Working")
    assert opened.locator("h3 a").evaluate("node => node === document.activeElement")
    assert in_view(page, ".sheet .current")


def test_see_why_a_number_is_marked(page):
    """Selecting a number shows the cell that it ties to, highlighted, and the working."""
    name = claim(page, "$3.68 million")
    page.click(f"#{name}")
    opened = page.locator(SELECTED)
    expect(opened).to_have_id(f"w-{name}")
    expect(opened.locator(".working")).to_contain_text("3,862 thousand, but the text says $3.68 million")
    expect(opened.locator(".peek .cited")).to_have_text("3,862")
    assert in_view(page, f"{SELECTED} .peek .cited")
    expect(page.locator(".sheet td.cited")).to_have_text(re.compile("^3,862"))
    assert in_view(page, f"#{name}"), "the sentence stays where it was"


def test_find_what_supports_a_sentence(page):
    """From the working to the cell itself, and back to the sentence with the browser's own way back."""
    name = page.locator("a.number.agreed").first.get_attribute("id")
    page.click(f"#{name}")
    page.locator(f"{SELECTED} .support a").first.click()
    assert in_view(page, ".sheet td.cited")
    page.go_back()
    expect(page.locator(SELECTED)).to_have_id(f"w-{name}")
    assert in_view(page, f"#{name}")


def test_list_what_was_not_checked(page):
    page.select_option("select[data-key=v]", "unsupported")
    expect(page.locator(".reasons")).to_be_visible()
    shown = page.locator(".item:visible")
    listed = page.locator(".quotes a").count()
    assert shown.count() == int(page.locator(".counts .unsupported dd").inner_text()) == listed > 0
    marks = shown.evaluate_all("nodes => nodes.map(node => getComputedStyle(node, '::before').content)")
    assert all(mark.startswith('"?"') for mark in marks)


def test_print(page, tmp_path):
    """On paper stand the findings opened, the release with its ticks and references, the workings; no tools."""
    page.keyboard.press("n")
    page.emulate_media(media="print")
    assert page.locator(":is(.tools, .jump, .grip, .sumbar, .accept):visible").count() == 0
    expect(page.locator("noscript")).to_have_count(0)
    assert page.locator(OPENED).count() == page.locator(f"{OPENED}:visible").count() > page.locator(".item").count()
    name = page.locator("a.number.agreed").first
    ticks = name.evaluate("node => getComputedStyle(node, '::after').content")
    assert ticks.startswith('"✓')
    assert name.get_attribute("id") in ticks
    tops = page.evaluate(
        "['.masthead', '.findings', '.unchecked', '.sheet', '.entries']"
        ".map(part => document.querySelector(part).getBoundingClientRect().top)"
    )
    assert tops == sorted(tops)
    paper = page.pdf(path=tmp_path / "report.pdf", prefer_css_page_size=True)
    assert paper.startswith(b"%PDF")


def test_search(page):
    page.keyboard.press("/")
    page.keyboard.type("Deferred revenue")
    page.keyboard.press("Enter")
    expect(page.locator(".hits")).to_have_text(re.compile(r"^1 of \d+ in the release$"))
    found = page.evaluate("[...CSS.highlights.get('found-now')].map(range => range.toString().replace(/\\s+/g, ' '))")
    assert found == ["Deferred revenue"]
    assert all("deferred revenue" in text.lower() for text in texts(page, ".item:visible"))
    page.keyboard.press("Escape")
    assert page.locator(".item:visible").count() == page.locator(".item").count()


def test_search_over_the_end_of_a_line(page):
    """The words of the release stand in lines, and between them stand numbers."""
    page.fill(".find input", "increase of 16% from $21.6 million in the third")
    page.press(".find input", "Enter")
    expect(page.locator(".hits")).to_contain_text("1 of 1")


def test_filter_by_rule(page):
    """Filters go together, dim the numbers left out, and say how many items are left."""
    page.select_option("select[data-key=r]", "C003")
    items = page.locator(".item:visible")
    assert items.count() > 1
    assert all("C003" in node.get_attribute("data-r").split() for node in items.all())
    page.select_option("select[data-key=l]", "error")
    expect(page.locator(".where")).to_have_text(re.compile(r"^2 of \d+$"))  # the finding and its number
    assert page.locator("a.number.off").count() == page.locator(".entry").count() - 1
    page.click(".clear")
    assert page.locator("a.number.off").count() == 0


def test_filter_by_section(page):
    option = page.locator("select[data-key=s] option").nth(2)
    page.select_option("select[data-key=s]", option.get_attribute("value"))
    (number,) = re.findall(r"\((\d+)\)$", option.inner_text())
    assert page.locator(".item:visible").count() == int(number)


def test_next_and_previous_by_keyboard(page):
    for key, place in (("n", "1 of"), ("j", "2 of"), ("n", "3 of"), ("k", "2 of"), ("p", "1 of"), ("p", "1 of")):
        page.keyboard.press(key)
        expect(page.locator(".where")).to_contain_text(place)
    assert page.locator(f"{SELECTED} .open").evaluate("node => node === document.activeElement")
    page.keyboard.press("o")
    assert in_view(page, ":focus")
    assert page.locator(":focus").evaluate("node => Boolean(node.closest('.sheet'))")


def test_single_letters_can_be_turned_off(page):
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_be_visible()
    page.uncheck("#single")
    page.keyboard.press("Escape")
    page.keyboard.press("n")
    assert page.locator(SELECTED).count() == 0


def test_see_a_footing(page):
    """On hover and on focus a total shows its sum and the figures that it is made of."""
    page.click(".proofs summary")
    line = page.locator(".proofs dd.footed").first
    total = line.locator("a").get_attribute("href")
    parts = {f"#{name}" for name in line.get_attribute("data-by").split()}
    page.hover(total)
    expect(page.locator(".sumbar")).to_contain_text("+")
    assert {f"#{node.get_attribute('id')}" for node in page.locator(".part").all()} == parts
    page.mouse.move(5, 5)
    expect(page.locator(".sumbar")).to_be_hidden()
    page.locator(".sheet .scroll", has=page.locator(total)).focus()
    page.keyboard.press("Enter")
    for _ in range(60):
        if f"#{page.evaluate('document.activeElement.id')}" == total:
            break
        page.keyboard.press("ArrowDown")
    expect(page.locator(".sumbar")).to_contain_text("+")
    page.keyboard.press("Escape")
    expect(page.locator(".sumbar")).to_be_hidden()


def test_table_view_shows_every_footing(page):
    assert not page.locator(".proofs dd").first.is_visible()
    page.keyboard.press("t")
    assert page.locator(".proofs dd").count() == page.locator(".proofs dd:visible").count() > 0
    assert not page.locator(".leaf > p").first.is_visible()
    assert page.locator(".proofs dd.exception").count() > 0
    page.click(".view")
    assert page.locator(".leaf > p").first.is_visible()


def test_from_a_cell_to_its_sentences(page):
    name = claim(page, "$3.68 million")
    page.click(f"#{name}")
    cell = f"#{page.locator('.sheet td.cited').get_attribute('id')}"
    page.click(cell)
    shown = page.locator(".figure")
    expect(shown).to_contain_text("Sentences that rest on it")
    shown.get_by_role("link", name="$3.68 million", exact=True).click()
    expect(page.locator(SELECTED)).to_have_id(f"w-{name}")
    assert in_view(page, f"#{name}")


def command_to_accept(page: Page) -> str:
    """The command that the report gives to accept its worst finding."""
    page.keyboard.press("n")
    page.click(f"{SELECTED} .accept summary")
    return page.locator(f"{SELECTED} .accept code").inner_text()


def test_copy_the_command_that_accepts_a_finding(page):
    command = command_to_accept(page)
    assert re.fullmatch(r'auditor waive \S+:[0-9a-f]+-[0-9a-f]+ --reason ".*" --owner ".*"', command)
    page.click(f"{SELECTED} .copy")
    expect(page.locator(f"{SELECTED} .copy")).to_have_text(re.compile("^(Copied|Selected)"))


def test_accept_a_finding(visit, audited, run):
    """What the report says to type is typed, and the next report shows the finding as accepted, counted apart."""
    run(command_to_accept(visit(audited(WRONG))))
    page = visit(audited(WRONG))
    expect(page.locator(".verdict")).to_contain_text("No contradiction found")
    expect(page.locator(".counts .accepted dd")).to_have_text("1")
    page.select_option("select[data-key=v]", "accepted")
    page.keyboard.press("n")
    opened = page.locator(SELECTED)
    expect(opened.locator(".waiver")).to_contain_text("Accepted by your name")
    expect(opened.locator(".waiver")).to_contain_text("why it is right")
    assert opened.locator(".accept").count() == 0
    expect(page.locator("a.number.accepted")).to_have_text("12%")


def test_it_stays_accepted_after_an_edit(visit, audited, run):
    run(command_to_accept(visit(audited(WRONG))))
    edited = WRONG.replace("today reported", "reported yesterday").replace("Costs  ", "Expense")
    page = visit(audited(edited))
    expect(page.locator(".card.waived")).to_have_count(1)
    expect(page.locator("a.number.accepted")).to_have_text("12%")


def test_it_is_void_after_the_number_changes(visit, audited, run):
    run(command_to_accept(visit(audited(WRONG))))
    page = visit(audited(WRONG.replace("12%", "13%")))
    expect(page.locator(".verdict")).to_contain_text("1 error")
    expect(page.locator(".card.waived")).to_have_count(0)
    expect(page.locator(".card.error .waiver")).to_contain_text("is void: the figures that it covered have changed")
    expect(page.locator("a.number.exception")).to_have_text("13%")


def test_a_link_to_a_finding_opens_it(visit, demo):
    page = visit(demo, "#f2")
    expect(page.locator(SELECTED)).to_have_id("f2")


def test_several_releases_on_one_page(visit, audited):
    """Each has its own tools; the keys go to the one that was last looked at."""
    path = audited(WRONG, WRONG.replace("12%", "13%"))
    page = visit(path)
    second = page.locator(".release").nth(1)
    second.locator("a.number.exception").click()
    page.keyboard.press("p")
    expect(second.locator(SELECTED)).to_have_count(1)
    expect(page.locator(".release").first.locator(SELECTED)).to_have_count(0)
    expect(second.locator(".where")).to_contain_text(" of ")


def test_phone(phone):
    """A tap on a number opens its working below, and the number stays in sight above; nothing runs out of the page."""
    page = phone
    name = claim(page, "$3.68 million")
    page.locator(f"#{name}").tap()
    expect(page.locator(f"{SELECTED} .working").first).to_be_visible()
    assert in_view(page, f"#{name}")
    assert in_view(page, f"{SELECTED} .working")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.locator(".grip").tap()
    expect(page.locator(SELECTED)).to_be_hidden()
    page.locator(".more").tap()
    page.select_option("select[data-key=v]", "exception")
    expect(page.locator(".where")).to_contain_text(" of ")


def test_scripts_off(visit, demo):
    """Everything is there to read, and links lead from numbers to workings, from cells to sentences."""
    page = visit(demo, java_script_enabled=False)
    assert not page.locator(".tools").is_visible()
    assert page.locator(OPENED).count() == page.locator(f"{OPENED}:visible").count() > 0
    name = claim(page, "$3.68 million")
    page.click(f"#{name}")
    assert page.url.endswith(f"#w-{name}")
    page.locator(f"#w-{name} .support a").click()
    assert "#t" in page.url
    page.locator(f"#{page.url.split('#')[1]} .back a", has_text=re.compile(f"^{name}$")).click()
    assert page.url.endswith(f"#{name}")
    page.locator(".proofs summary").first.click()
    assert page.locator(".proofs dd").first.is_visible()


def test_dark(visit, demo):
    page = visit(demo, color_scheme="dark")
    ground, ink = page.evaluate(
        "[getComputedStyle(document.body).backgroundColor, getComputedStyle(document.body).color]"
    )
    assert max(map(int, re.findall(r"\d+", ground))) < 60 < 180 < min(map(int, re.findall(r"\d+", ink)))
