"""Several contradictions of one figure are none."""

import auditor

TABLE = """
$ millions   | Quarter ended September 30, 2025 | Quarter ended September 30, 2024
Net sales    | 412.0 | 380.0
Net earnings |  51.0 |  44.0
"""


def verdicts(prose: str) -> list[str]:
    text = f"Halden Ridge Reports Third Quarter Results\n\n{prose}\n{TABLE}"
    result = auditor.audit(auditor.read_document(text.encode(), "draft.txt"), auditor.load_rules())
    return [result.judgements[c.id].verdict for c in result.claims]


def test_one_wrong_figure_is_a_contradiction_wherever_it_is_repeated() -> None:
    said = "Net earnings were $15.0 million in the third quarter of 2025."
    assert verdicts(f"{said}\n\nNet earnings were $15.0 million in the quarter.\n") == ["disagrees", "disagrees"]


def test_two_figures_against_one_speak_of_something_else() -> None:
    said = "Net earnings were $15.0 million in the third quarter of 2025."
    assert verdicts(f"{said}\n\nNet earnings were $23.0 million in the quarter.\n") == ["unsupported", "unsupported"]
