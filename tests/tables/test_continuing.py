"""Results of continuing operations whose heading says whose they are, and by the share under a bare side."""

from tests.engine.releases import audited, loud, verdicts

TITLE = "Halden Ridge Reports Second Quarter 2025 Results"
TABLE = """
In thousands, except per share       | Three Months Ended June 30, 2025 | Three Months Ended June 30, 2024
Earnings from continuing operations  | 32,037   | 26,595
Loss from discontinued operations    | (1,000)  | (900)
Net earnings                         | 31,037   | 25,695
Noncontrolling interest              | 276      | 295
Net earnings attributable to HRG     | 30,761   | 25,400
Net earnings attributable to HRG:
Continuing operations                | 31,761   | 26,300
Discontinued operations              | (1,000)  | (900)
Total                                | 30,761   | 25,400
Per common share data:
Basic:
Continuing operations                | 1.42     | 1.20
Discontinued operations              | (0.04)   | (0.04)
Net earnings per share               | 1.38     | 1.16
Diluted:
Continuing operations                | 1.39     | 1.17
Discontinued operations              | (0.04)   | (0.04)
Net earnings per share               | 1.35     | 1.13
"""
SAID = "Earnings from continuing operations were $31.8 million or $1.39 per diluted share."


def test_what_the_owners_have_of_it_is_a_result_of_continuing_operations_too() -> None:
    assert verdicts(TABLE, SAID, title=TITLE) == ["agrees", "agrees"]
    assert verdicts(TABLE, SAID.replace("31.8", "32.0"), title=TITLE) == ["agrees", "agrees"]
    assert loud(TABLE, SAID.replace("31.8", "81.8"), title=TITLE) == ["C001"]


def test_rows_under_a_bare_side_are_of_that_side() -> None:
    assert loud(TABLE, SAID.replace("1.39", "1.93"), title=TITLE) == ["C006"]
    assert verdicts(TABLE, "Net earnings per diluted share were $1.35.", title=TITLE) == ["agrees"]
    facts = audited(TABLE, title=TITLE).facts
    sides = {f.text: sorted(f.measure.qualifiers) for f in facts if f.measure is not None and f.measure.key == "eps"}
    assert sides["1.42"] == ["basic", "continuing"]
    assert sides["1.17"] == ["continuing", "diluted"]
    assert sides["1.38"] == ["basic"]
    assert sides["1.13"] == ["diluted"]
