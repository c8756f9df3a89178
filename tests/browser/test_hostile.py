"""A document made of markup is shown as text, and runs nothing."""

from __future__ import annotations

import re

HOSTILE = """\
</script><script>window.ran = 1</script> <img src=x onerror="window.ran = 2"> Reports Results

    PORT ALDEN, Maine -- October 28, 2025 -- <svg onload=window.ran=3> today reported results
for its third quarter ended September 30, 2025. &lt;b&gt; &amp; &#x27; "' onclick='window.ran=4'

    Revenue for the third quarter was $112.0 million, an increase of 12% from $103.0 million in the
third quarter of 2024. javascript:window.ran=5 \u202emoc.live\u202c \u2066right\u2069 {{ 7*7 }} {% raw %}
${window.ran=6}

                    (In millions)

                                            Three Months Ended
                                              September 30,
                                           --------------------
                                              2025       2024
                                           ---------  ---------
Revenue <script>window.ran=7</script>         $112.0     $103.0
Costs "onmouseover="window.ran=8                80.0       75.0
                                           ---------  ---------
Operating income -->]]></style>                $32.0      $28.0
                                           =========  =========
"""


def test_markup_is_text_and_nothing_runs(visit, audited):
    page = visit(audited(HOSTILE))
    for number in page.locator("a.number").all():
        number.click()
    for cell in page.locator(".sheet td[id]").all():
        cell.hover()
        cell.click()
    page.fill(".find input", "<script>")
    page.press(".find input", "Enter")
    page.keyboard.press("Escape")
    page.locator(".view").click()
    assert page.evaluate("window.ran") is None
    assert page.evaluate("document.scripts.length") == 1
    shown = page.locator(".sheet").evaluate("node => node.textContent")
    for text in (
        "<script>window.ran = 1</script>",
        "onerror=",
        "<b> & ",
        "{{ 7*7 }}",
        "${window.ran=6}",
        "</style>",
    ):
        assert text in shown
    assert not re.search("[\u202a-\u202e\u2066-\u2069]", page.content())


def test_the_policy_forbids_what_slips_in(browser, audited):
    """Were markup ever let through, the page's own policy would still not run it, nor fetch anything."""
    path = audited(HOSTILE)
    text = path.read_text("utf-8")
    broken = '<script>window.ran = 1</script><img src="https://example.invalid/x.png" onerror="window.ran = 2">'
    path.write_text(text.replace('<main id="main">', f'<main id="main">{broken}'), "utf-8")
    context = browser.new_context()
    page = context.new_page()
    wanted: list[str] = []
    page.on("requestfailed", lambda request: wanted.append(request.failure or ""))
    page.goto(path.as_uri())
    assert page.evaluate("window.ran") is None
    assert wanted == ["csp"]
    context.close()
