"""Ways of saying met on releases of kinds not seen before: what is right agrees, one wrong figure is found."""

import pytest

import auditor
from auditor.model.finding import Audit

_COLUMNS = " | ".join(f"{length} Months Ended June 30, {year}" for length in ("Three", "Six") for year in (2024, 2023))
HALVES = f"""
(In millions)         | {_COLUMNS}
Net revenues          | 2,041.7 | 1,902.3 | 4,062.9 | 3,811.6
Salaries and benefits | 912.4   | 868.1   | 1,820.3 | 1,739.9
Net income            | 67.4    | 45.5    | 121.2   | 102.1
EBITDA                | 312.0   | 272.0   | 600.0   | 560.0
"""


def audited(table: str, *paragraphs: str, title: str = "Halden Ridge Reports Results") -> Audit:
    text = "\n\n".join((title, *paragraphs)) + "\n\n" + table
    return auditor.audit(auditor.read_document(text.encode(), "draft.txt"), auditor.load_rules())


def verdicts(table: str, *paragraphs: str, title: str = "Halden Ridge Reports Results") -> list[str]:
    found = audited(table, *paragraphs, title=title)
    return [found.judgements[c.id].verdict for c in found.claims]


def loud(table: str, *paragraphs: str) -> list[str]:
    return [f.rule for f in audited(table, *paragraphs).findings if f.level != "note"]


@pytest.mark.parametrize(
    "sentence",
    [
        "Salaries and benefits decreased 90 basis points to 44.7% of net revenues.",
        "Salaries and benefits were 44.7% of net revenues, an improvement of 90 basis points from 45.6% a year ago.",
        "Salaries and benefits were 44.7% of net revenues, 90 basis points lower than 45.6% a year ago.",
        "Salaries and benefits as a percentage of net revenues fell 90 basis points to 44.7% from 45.6% a year ago.",
    ],
)
def test_points_are_held_against_the_share_that_moved(sentence: str) -> None:
    assert set(verdicts(HALVES, sentence)) == {"agrees"}
    assert "C004" in loud(HALVES, sentence.replace("90 basis", "190 basis"))


@pytest.mark.parametrize(
    "sentence",
    [
        "Net revenues were $2,041.7 million for the quarter and $4,062.9 million year to date, compared to $1,902.3 "
        "million and $3,811.6 million, respectively, in the prior year.",
        "Net revenues were $2,041.7 million for the second quarter and $4,062.9 million year to date, against $1,902.3 "
        "million and $3,811.6 million in the respective periods of 2023.",
        "Net revenues were $2,041.7 million for the second quarter of 2024 and $4,062.9 million for the six months, as "
        "against $1,902.3 million and $3,811.6 million a year ago.",
    ],
)
def test_two_figures_answer_two_of_different_lengths(sentence: str) -> None:
    assert verdicts(HALVES, sentence) == ["agrees"] * 4
    assert loud(HALVES, sentence.replace("1,902.3", "1,920.3")) == ["C001"]


def test_the_period_of_the_next_statement_is_not_that_of_the_one_before() -> None:
    said = "EBITDA margin improved by 98 basis points, and year-to-date revenue passed the $4,060 million mark."
    assert verdicts(HALVES, said) == ["agrees", "agrees"]
    assert loud(HALVES, said.replace("98", "118")) == ["C004"]


def test_a_period_behind_both_ends_of_a_move_is_that_of_the_end_it_reached() -> None:
    said = (
        "In the prior year costs were high. "
        "Salaries as a percentage of net revenues fell to 44.7% from 45.6% in the quarter."
    )
    table = HALVES.replace("Salaries and benefits", "Salaries")
    assert verdicts(table, said) == ["agrees", "agrees"]


def test_the_title_of_a_release_that_raises_its_guidance_says_nothing_of_the_future() -> None:
    said = "Net revenues were $2,041.7 million for the quarter."
    title = "Halden Ridge Reports Second Quarter Results and Raises Full-Year Guidance"
    assert verdicts(HALVES, said, title=title) == ["agrees"]


CANADIAN = """
(in thousands of Canadian dollars) | Three Months Ended June 30, 2024 | Three Months Ended June 30, 2023
Revenue                            | 141,206 | 128,940
Diluted earnings per share         | 0.30    | 0.27
"""


def test_a_dollar_is_the_one_that_the_tables_count_in() -> None:
    said = "Revenue was $141.2 million, up from $128.9 million a year ago, and diluted earnings per share were $0.30."
    assert verdicts(CANADIAN, said) == ["agrees"] * 3
    assert verdicts(CANADIAN, said.replace("$141.2", "US$141.2"))[0] == "unsupported"
    assert loud(CANADIAN, said.replace("141.2", "142.2")) == ["C001"]
