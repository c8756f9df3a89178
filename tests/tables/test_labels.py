"""Figures inside row labels."""

from auditor.tables.labels import figures_in, label_head


def told(label: str) -> list[str]:
    out = []
    for f in figures_in(label):
        day = label[f.date.start : f.date.end] if f.date else ""
        out.append(f"{f.value} {f.unit} “{f.phrase}” {day or f'{f.place + 1} of {f.listed}'}")
    return out


def test_each_amount_with_the_date_after_it() -> None:
    assert told("Trade receivables, net of allowance of $80 at June 30, 2025 and $95 at March 31, 2025") == [
        "80 money “allowance” June 30, 2025",
        "95 money “allowance” March 31, 2025",
    ]


def test_amounts_listed_for_the_columns() -> None:
    assert told("Research (includes share-based pay of $5, $6, $11 and $12, respectively)") == [
        f"{v} money “share-based pay” {k} of 4" for k, v in enumerate((5, 6, 11, 12), 1)
    ]


def test_shares_and_par_value() -> None:
    assert told(
        "Common stock, $.01 par value; 40,000,000 shares authorized; 10,250,000 shares issued and 10,100,000 shares "
        "outstanding at June 30, 2025"
    ) == [
        "0.01 per-share “par value” 1 of 1",
        "40000000 shares “shares authorized” 1 of 1",
        "10250000 shares “shares issued” June 30, 2025",
        "10100000 shares “shares outstanding” June 30, 2025",
    ]
    assert told("Capital stock (shares authorized: 2,000; shares issued: 1,510 and 1,505)") == [
        "2000 shares “shares authorized” 1 of 1",
        "1510 shares “shares issued” 1 of 2",
        "1505 shares “shares issued” 2 of 2",
    ]


def test_no_figures() -> None:
    limits = ("Under $100,000", "$100,000 and above")
    for label in (*limits, "1-4 family", "401(k) match", "Deferred pay (Note 12)", "Level 3"):
        assert figures_in(label) == ()


def test_the_head_names_the_row() -> None:
    assert label_head("Receivables, net of allowance of $80 and $95") == "Receivables"
    assert label_head("Selling, general and other (includes pay of $5 and $6)") == "Selling, general and other"
    assert label_head("Class B — 1,226 and 1,227 shares outstanding") == "Class B"
    assert label_head("Total assets") == "Total assets"


def test_what_follows_the_shares_authorized_are_those_issued() -> None:
    label = "Common stock, $0.01 par value, 90,000,000 shares authorized, 8,210,400 shares issued on June 30, 2025"
    assert [f.phrase for f in figures_in(label)] == ["par value", "shares authorized", "shares issued"]
