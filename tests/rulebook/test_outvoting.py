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


def test_a_contradiction_that_a_slip_explains_is_believed_beside_others() -> None:
    """Parts that were not understood contradict the whole, each differently; a transposed digit is no part."""
    parts = "Net sales were $288.5 million in the third quarter of 2025.\n"
    assert verdicts(f"Net sales were $123.5 million in the quarter.\n\n{parts}") == ["unsupported", "unsupported"]
    assert verdicts(f"Net sales were $421.0 million in the quarter.\n\n{parts}") == ["disagrees", "unsupported"]


def test_a_contradiction_is_believed_whose_sentence_states_the_very_figure() -> None:
    wrong = "Net sales rose to $412.0 million in the third quarter of 2025 from $280.0 million a year ago.\n"
    parts = "Net sales were $133.5 million a year ago, in the third quarter of 2024.\n"
    assert verdicts(f"{wrong}\n{parts}") == ["agrees", "disagrees", "unsupported"]
