"""Rules in words."""

from auditor.resources import folder
from auditor.rulebook import catalogue, catalogue_page, explain, load
from tests.rulebook.tiny import rulebook

BODY = """\
references:
  - A standard
for_each: claim level, count
where: claim.outlook
let:
  expected: abs(now)
skip_when:
  - if: now < 0
    because: losses are another matter
require: claim.value ~ expected
message: "{claim.text} is not {expected}"
"""


def test_a_rule_explained() -> None:
    assert (
        explain(rulebook(BODY).rules[0])
        == """\
X001 a-rule (error)

Something is wrong.

Why
  It matters.

Condition
  for each claim level, count: a number of the prose, with the figures that it may rest on
  where claim.outlook
  let expected = abs(now)
  skip when now < 0, because losses are another matter
  require claim.value ~ expected
  else say: {claim.text} is not {expected}

References
  - A standard

An example that fails
  Wrong.

An example that passes
  Right.
"""
    )


def test_the_catalogue_has_a_line_a_rule() -> None:
    rules = load()
    assert len(catalogue(rules).splitlines()) == len(rules.rules)
    assert catalogue(rulebook(BODY)) == "X001  error    a-rule  Something is wrong.\n"


def test_the_page_holds_every_rule_once() -> None:
    page = catalogue_page(load())
    assert [page.count(f'## <a id="{rule.name}">') for rule in load().rules] == [1] * len(load().rules)


def test_the_committed_page_is_fresh() -> None:
    """`python3 dev.py samples` writes it anew."""
    assert folder("rules").joinpath("catalogue.md").read_text("utf-8") == catalogue_page(load())
