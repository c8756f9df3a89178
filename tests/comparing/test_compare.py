"""Two drafts of a few lines: what changed, and what did not follow."""

import pytest

import auditor
from auditor.comparing import Draft, compare
from auditor.engine import weigh

DRAFT = """\
Brook Mills Revenue Reaches $112.0 Million in the Third Quarter

PORT ALDEN, Maine -- October 28, 2025 -- Brook Mills today reported
results for its third quarter ended September 30, 2025.

Revenue for the third quarter was $112.0 million, an increase of 9%
from $103.0 million in the third quarter of 2024. Selling costs were
$14.2 million. At the end of the quarter backlog was $88.1 million.

“With revenue of $112.0 million we had our best quarter,” said Ada Moss,
chief executive. “Backlog of $88.1 million is a good start.”

STATEMENTS OF INCOME
In millions      | Three Months Ended September 30, 2025 | Three Months Ended September 30, 2024
Revenue          | 112.0                                 | 103.0
Selling costs    | 14.2                                  | 13.1
Other costs      | 65.8                                  | 61.9
Total costs      | 80.0                                  | 75.0
Operating income | 32.0                                  | 28.0

KEY FIGURES
In thousands     | Three Months Ended September 30, 2025 | Three Months Ended September 30, 2024
Revenue          | 112,014                               | 102,982
Employees        | 1,204                                 | 1,188
"""


@pytest.fixture(scope="module")
def drafts():
    """Compares the draft with one in which each `old` text was replaced."""
    rules, words = auditor.load_rules(), auditor.load_vocabulary()

    def weighed(text):
        return Draft(*weigh(auditor.read_document(text.encode(), "draft.txt"), rules, words))

    old = weighed(DRAFT)

    def changed(*replacements, text=DRAFT):
        for before, after, number in replacements:
            assert before in text
            text = after.join(text.rsplit(before, 1)) if number == "last" else text.replace(before, after, number)
        return compare(old, weighed(text), rules, words)

    return changed


def told(comparison):
    """Each change with what it left behind."""
    return [
        (
            change.old.text if change.old else None,
            change.new.text if change.new else None,
            [(left.place.kind, left.place.text, left.computed) for left in change.left],
        )
        for change in comparison.changes
    ]


def test_same_draft_has_no_change(drafts):
    comparison = drafts()
    assert comparison.changes == () == comparison.fresh == comparison.gone
    assert comparison.left == ()


def test_cell_names_headline_sentence_quote_and_other_table(drafts):
    comparison = drafts(("| 112.0 ", "| 115.0 ", 1))
    assert told(comparison) == [
        (
            "112.0",
            "115.0",
            [
                ("headline", "$112.0 Million", False),
                ("sentence", "$112.0 million", False),
                ("sentence", "9%", True),
                ("quote", "$112.0 million", False),
                ("cell", "112,014", False),
            ],
        )
    ]


def test_what_followed_is_not_named(drafts):
    comparison = drafts(
        ("Revenue Reaches $112.0", "Revenue Reaches $115.0", 1),
        ("112,014", "115,014", 1),
        ("an increase of 9%", "an increase of 12%", 1),
        ("| 112.0 ", "| 115.0 ", 1),
    )
    cell = next(change for change in comparison.changes if change.new.text == "115.0")
    assert [left.place.kind for left in cell.left] == ["sentence", "quote"]
    assert cell.followed == 3


def test_rounding_that_still_holds_is_not_left_behind(drafts):
    assert told(drafts(("112,014", "112,020", 1))) == [("112,014", "112,020", [])]


def test_another_period_is_not_named(drafts):
    comparison = drafts(("| 13.1\n", "| 14.2\n", 1))
    assert told(comparison) == [("13.1", "14.2", [])]


def test_number_of_the_prose_that_stands_in_no_table(drafts):
    comparison = drafts(("backlog was $88.1", "backlog was $91.0", 1))
    assert told(comparison) == [("$88.1 million", "$91.0 million", [("quote", "$88.1 million", False)])]


def test_rows_added_and_removed(drafts):
    comparison = drafts(("Employees        | 1,204 ", "Plants           | 7     ", 1), (" 1,188\n", " 6\n", 1))
    assert {(c.kind, (c.new or c.old).text) for c in comparison.changes} == {
        ("added", "7"),
        ("added", "6"),
        ("removed", "1,204"),
        ("removed", "1,188"),
    }


def test_text_that_moved_or_is_written_otherwise_did_not_change(drafts):
    quote = DRAFT[DRAFT.index("“With") : DRAFT.index("STATEMENTS")]
    moved = DRAFT.replace(quote, "").replace("Revenue for the third", f"{quote}Revenue for the third", 1)
    assert told(drafts(text=moved)) == []
    assert told(drafts(("| 112.0 ", "|$112.0 ", 1))) == []


def test_findings_new_gone_and_remaining(drafts):
    comparison = drafts(("an increase of 9%", "an increase of 19%", 1))
    assert [f.actual for f in comparison.fresh] == ["19%"]
    assert comparison.gone == comparison.remain == ()
    (change,) = comparison.changes
    assert change.findings == (comparison.fresh[0].id,)


def test_findings_of_a_changed_cell(drafts):
    comparison = drafts(("| 103.0\n", "| 108.0\n", 1))
    (change,) = comparison.changes
    assert "operating-result-does-not-follow" in {f.name for f in comparison.fresh}
    assert change.findings == tuple(f.id for f in comparison.fresh)
