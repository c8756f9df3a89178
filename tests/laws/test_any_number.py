"""The law of any number: whatever number a sentence prints, the release is audited."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

import auditor

RULES = auditor.load_rules()
RELEASE = """Halden Ridge Reports Second Quarter 2025 Results

Revenue was $43.5 million, a decrease of $1.2 million, or 2.7%, compared to $44.7 million in the second quarter of 2024.
Liquidity of $468.0 million consisted of $61.0 million of cash and $407.0 million of credit. Orders rose $3.2 million,
or 12.4%, to $29.0 million. The company bought 16.5 million shares at an average price of $5.45 a share, for a total of
$90.3 million. Earnings were $0.31 per diluted share, a $0.05 decrease compared to $0.36. Margin was 31.2%, up 120 basis
points, and adjusted EBITDA was $13.7 million, or 31.5% of revenue. GAAP and adjusted margins were 31.2% and 33.0%,
respectively.

In thousands, except per share | Three Months Ended June 30, 2025 | Three Months Ended June 30, 2024
Revenue                        | 43,500 | 44,700
Net income                     | 5,104  | 5,918
Diluted earnings per share     | 0.31   | 0.36
"""
PLACES = [m.span() for m in re.finditer(r"(?<=[$ ])\d[\d,]*\.\d+", RELEASE)]
NUMBERS = st.one_of(
    st.sampled_from(["0", "0.0", "0.00", "00.00", "1", "1000", "1,000,000"]),
    st.integers(0, 10**140).map(str),
    st.decimals("0", "100000", allow_nan=False, allow_infinity=False, places=3).map(str),
)


@given(st.lists(st.tuples(st.integers(0, len(PLACES) - 1), NUMBERS), min_size=1, max_size=6))
@settings(max_examples=60, deadline=None)
def test_a_release_is_audited_whatever_numbers_it_prints(changed: list[tuple[int, str]]) -> None:
    text = RELEASE
    for place, number in sorted(dict(changed).items(), reverse=True):
        start, end = PLACES[place]
        text = text[:start] + number + text[end:]
    document = auditor.read_document(text.encode(), "draft.txt")
    assert auditor.audit(document, RULES).claims
