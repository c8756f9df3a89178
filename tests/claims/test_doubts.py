"""A sentence that speaks of a part of a measure, of an effect on it or of a limit, does not contradict the tables."""

import pytest

import auditor

TABLE = """

$ millions                  | Quarter ended September 30, 2025 | Quarter ended September 30, 2024
Revenue                     | 412.0 | 380.0
Operating income            |  51.0 |  44.0
Dividends per share         |  0.11 |  0.10
Long-term debt              | 200.0 | 210.0
Cash and cash equivalents   |  88.0 |  90.0
"""

DOUBTED = [
    "The increase in the third quarter of 2025 was due to the one-time, non-cash operating income of $9.0 million.",
    "In the third quarter of 2025, revenue included $31.0 million from the new plant.",
    "Total revenue of the third quarter of 2025 includes $31.0 million of revenue recognized from older contracts.",
    "The fair value of long-term debt was $187.0 million at September 30, 2025.",
    "Of the total revenue in the third quarter of 2025, $97.0 million came from Europe.",
    "Currency movements decreased our revenue by 3% in the third quarter of 2025 compared with the third quarter of 2024.",
    "Investing activities used $31.0 million of cash in the third quarter of 2025.",
    "The board approved repurchases of up to $75.0 million of long-term debt at September 30, 2025.",
    "Operating income for the third quarter of 2025 was $42.0 million after tax.",
    "In the third quarter of 2025, revenue reduced customer losses by 31%.",
    "In the third quarter of 2025, the extra week contributed approximately $31.0 million of revenue.",
    "The board increased the quarterly dividend for the third quarter of 2025 to $0.14 per share.",
    "We had cash and cash equivalents at September 30, 2025, of which $31.0 million was held abroad.",
    "Operating income in the third quarter of 2025 was $31.0 million for Harbor Services.",
    "Operating income in the third quarter of 2025 was $54.0 million before special charges.",
    "The board declared a dividend of $0.21 per share for the third quarter of 2025 to holders of record on October 14, 2025.",
    "Revenue in the third quarter of 2025 fell, which is mostly related to: 1) $52 million of lower revenue of the mills that were sold.",
    "The balance sheets include the following amounts of the trust: $1.7 million of receivables; and $81 million of cash and cash equivalents.",
    "Operating income in the third quarter of 2025 was $51.0 million, or $61.0 million before changes in reserves.",
    "Delivered revenue increased 19% in the third quarter of 2025 from the third quarter of 2024.",
    "Salt segment operating income fell by 25% to $21.2 million from the third quarter of 2024. Revenue fell to $411.0 million.",
    "Revenue in the third quarter of 2025 was $412.0 million, $8.0 million above the high end of our outlook range.",
    "Revenue grew, and gross margin was 6.4% in the third quarter of 2025, compared to 9.1% in the third quarter of 2024, a decrease of 2.7%.",
    "Operating income in the third quarter of 2025 reached $31.0 million in our Northern Yards.",
    "Our bank debt less cash and cash equivalents at September 30, 2025 was $31.0 million.",
    "Costs fell due to $9.0 million operating income related to refunds in the third quarter of 2025.",
    "The change was driven by a decrease of $29.0 million in revenue for Harbor Pumps in the third quarter of 2025.",
]
PLAIN = [
    "Revenue in the third quarter of 2025 was $421.0 million.",
    "Operating income for the third quarter of 2025 increased 25%, compared with the third quarter of 2024.",
    "The level of revenue in the third quarter of 2025 was $421.0 million.",
]


def verdicts(sentence: str) -> list[str]:
    text = f"Halden Ridge Reports Third Quarter Results\n\n{sentence}\n{TABLE}"
    result = auditor.audit(auditor.read_document(text.encode(), "draft.txt"), auditor.load_rules())
    return [result.judgements[c.id].verdict for c in result.claims]


@pytest.mark.parametrize("sentence", DOUBTED)
def test_what_may_be_something_else_is_no_contradiction(sentence: str) -> None:
    assert verdicts(sentence) and "disagrees" not in verdicts(sentence)


@pytest.mark.parametrize("sentence", PLAIN)
def test_a_plain_statement_still_contradicts(sentence: str) -> None:
    assert verdicts(sentence) == ["disagrees"]


def test_a_base_named_more_shortly_is_of_the_same_measure() -> None:
    text = """Halden Ridge Reports Third Quarter Results

Net income from continuing operations for the third quarter of 2025 was $3.0 million, compared to net income of $2.3 million
in the same quarter of 2024.

$ millions                             | Quarter ended September 30, 2025 | Quarter ended September 30, 2024
Net income from continuing operations  | 3.0 | 2.3
Net income                             | 2.8 | 1.1
"""
    result = auditor.audit(auditor.read_document(text.encode(), "draft.txt"), auditor.load_rules())
    assert [result.judgements[c.id].verdict for c in result.claims] == ["agrees", "agrees"]


def test_what_is_included_aside_is_no_doubt_about_the_base() -> None:
    found = verdicts(
        "Operating income was $51.0 million in the third quarter of 2025, including refunds of $9.0 million, compared with "
        "$40.0 million in the third quarter of 2024."
    )
    assert (found[0], found[-1]) == ("agrees", "disagrees")


def test_what_a_measure_includes_is_an_aside_before_its_verb() -> None:
    said = (
        "Operating income, which includes fees, gains and other income, was ${} million in the third quarter of 2025."
    )
    assert verdicts(said.format("51.0")) == ["agrees"]
    assert verdicts(said.format("57.0")) == ["disagrees"]


def test_what_a_sentence_first_leaves_out_is_no_effect_on_what_it_states() -> None:
    text = "Excluding the impact of these items, operating income in the third quarter of 2025 was $51.0 million."
    (claim,) = auditor.audit(auditor.read_document((text + TABLE).encode(), "draft.txt"), ()).claims
    assert claim.doubt == ""


def test_what_is_announced_to_be_distributed_is_none_of_the_period_that_ended() -> None:
    said = "Announced cash distribution of $0.16 per common unit.\n"
    table = TABLE.replace("Dividends per share         ", "Distributions declared per common unit")
    audit = auditor.audit(auditor.read_document((said + table).encode(), "draft.txt"), auditor.load_rules())
    assert [j.verdict for j in audit.judgements.values()] == ["unsupported"]
