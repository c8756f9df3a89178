"""Amounts of each: by the share or the piece, with what they are compared with; subjects that are said once."""

from functools import partial

import pytest

from tests.engine import releases

TITLE = "Acme Inc. Reports Third Quarter 2024 Results"
verdicts, audited = partial(releases.verdicts, title=TITLE), partial(releases.audited, title=TITLE)
_QUARTERS = " | ".join(f"Three Months Ended September 30, {year}" for year in (2024, 2023))
TRUST = f"""
(in thousands, except per share)     | {_QUARTERS}
Rental revenue                       | 61,420  | 57,815
Tenant reimbursements                | 18,230  | 17,145
Net income                           | 17,830  | 13,520
Funds from operations                | 39,310  | 36,715
Funds from operations per share      | $0.59   | $0.57
Average base rent per square foot    | $19.84  | $19.18
"""
CLINIC = f"""
(in thousands)                       | {_QUARTERS}
Revenue                              | 1,284,310 | 1,187,620
Operating expenses                   | 1,019,240 | 998,105
Salaries                             | 590,782 | 555,806
Revenue per equivalent admission     | $9,963    | $9,631
"""
ADMISSIONS = f"""
                                     | {_QUARTERS}
Equivalent admissions                | 128,905   | 123,310
"""
MINE = f"""
                                     | {_QUARTERS}
Cash costs per ounce sold            | $950      | $944
All-in sustaining costs per ounce sold | $1,345  | $1,324
"""


@pytest.mark.parametrize(
    ("tables", "said", "wrong"),
    [
        (TRUST, "Funds from operations were $0.59 per diluted share, up {}% from $0.57.", ("3.5", "9.5")),
        (TRUST, "Funds from operations were $0.59 per share, up 3.5% from ${}.", ("0.57", "0.51")),
        (CLINIC, "Revenue per equivalent admission was $9,963, an increase of {}% from $9,631.", ("3.4", "4.3")),
        (TRUST, "Average base rent was $19.84 per square foot, up {}% from $19.18.", ("3.4", "4.3")),
        (CLINIC, "Revenue rose 8.1%, led by salaries, which increased ${}.0 million.", ("35", "35")),
        (
            MINE,
            "Cash costs were $950 per ounce sold and all-in sustaining costs $1,345 per ounce sold, compared to ${} "
            "and $1,324 in the third quarter of 2023.",
            ("944", "944"),
        ),
    ],
)
def test_what_an_amount_is_of_each_goes_on(tables: str, said: str, wrong: tuple[str, str]) -> None:
    right, slip = wrong
    assert "disagrees" not in verdicts(tables, said.format(right))
    assert right == slip or "disagrees" in verdicts(tables, said.format(slip))


def test_an_amount_for_each_piece_is_no_amount_of_the_measure() -> None:
    said = "Operating expenses were $1,019.2 million, or $9,610 per vessel per day."
    assert verdicts(CLINIC, said) == ["agrees", "unsupported"]


def test_a_second_subject_without_its_verb_is_another_one() -> None:
    said = "Rental revenue contributed $61.4 million and recovered overheads $18.2 million."
    assert verdicts(TRUST, said) == ["agrees", "unsupported"]


def test_what_followed_is_not_what_a_count_is_of() -> None:
    said = "Equivalent admissions rose to 128,905 from 123,310 following the opening of one clinic."
    assert verdicts(ADMISSIONS, said) == ["agrees", "agrees"]


BANK = f"""
                    | {_QUARTERS}
Net interest spread | 2.85% | 2.62%
Net interest margin | 3.41% | 3.22%
"""


@pytest.mark.parametrize(
    ("said", "slip"),
    [
        ("Net interest margin was {} basis points, up 19 basis points.", ("341", "314")),
        ("Net interest spread widened to {} basis points from 262 basis points a year ago.", ("285", "258")),
        ("The spread was {} basis points in the third quarter of 2024.", ("285", "285")),
    ],
)
def test_rates_are_stated_in_basis_points(said: str, slip: tuple[str, str]) -> None:
    right, wrong = slip
    assert set(verdicts(BANK, said.format(right))) == {"agrees"}
    assert right == wrong or "disagrees" in verdicts(BANK, said.format(wrong))
    assert verdicts(BANK, "We look for an improvement of 50 to 70 basis points.") == ["unsupported", "unsupported"]


OIL = f"""
(in thousands)                       | {_QUARTERS}
Revenue                              | 61,160  | 46,286
Lease operating                      | 9,422   | 8,117
"""
OF_A_BARREL = f"""
                                     | {_QUARTERS}
Lease operating expense per BOE      | $6.58   | $6.36
"""


@pytest.mark.parametrize("each", ["barrel of oil equivalent", "barrel of oil equivalent (BOE)"])
def test_an_amount_and_what_it_is_of_each_barrel_are_not_held_against_each_other(each: str) -> None:
    said = f"Lease operating expense was $9.4 million, or $6.58 per {each}, for the third quarter of 2024."
    assert "disagrees" not in verdicts(OIL + OF_A_BARREL, said)
