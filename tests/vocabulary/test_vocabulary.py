"""From labels to measures."""

from pathlib import Path

import pytest

from auditor.errors import RuleError
from auditor.vocabulary import read_vocabulary

V = read_vocabulary((Path(__file__).parents[2] / "rules" / "vocabulary.yaml").read_text())

LABELS = [
    ("Total net revenues", (), "USD", "revenue"),
    ("Services", ("Net sales:",), "USD", "service revenue"),
    ("Net income (loss)", (), "USD", "net-income"),
    ("Diluted", ("Net income per share:",), "USD/share", "diluted eps"),
    ("Net loss per share of common stock -- Basic and Diluted", (), "USD/share", "basic diluted eps"),
    ("Continuing operations", ("Earnings per share",), "USD/share", "continuing eps"),
    ("Net income (loss)", ("Basic earnings per common share",), "USD/share", "basic eps"),
    (
        "Income before extraordinary item",
        ("Earnings per share:",),
        "USD/share",
        "income-before-extraordinary-item-per-share",
    ),
    ("Extraordinary loss", ("Earnings per share:",), "USD/share", "extraordinary-item-per-share"),
    (
        "Before cumulative effect of accounting change",
        ("Diluted earnings per share",),
        "USD/share",
        "diluted income-before-accounting-change-per-share",
    ),
    (
        "Cumulative effect",
        ("Diluted earnings per share",),
        "USD/share",
        "diluted cumulative-effect-of-accounting-change-per-share",
    ),
    (
        "Diluted shares and units used for FFO",
        ("Weighted average shares",),
        "shares",
        "diluted funds weighted-average-shares",
    ),
    ("Service charges on deposits", (), "USD", "service-charges"),
    ("Federal deposit insurance premiums", (), "USD", "deposit-insurance"),
    ("Preferred stock dividends", (), "USD", "preferred-dividends"),
    ("Net income (loss) and comprehensive income (loss)", (), "USD", "net-income"),
    ("Gross Profit ($) from Continuing Operations", (), "USD", "gross-profit"),
    ("Gross Profit (%) from Continuing Operations", (), "percent", "gross-margin"),
    ("EBITDA (non-GAAP)", (), "USD", "ebitda"),
    ("Adjusted EBITDA (non-GAAP)", (), "USD", "adjusted ebitda"),
    ("United States", ("Geographical revenue summary",), "USD", "geographic us revenue"),
    ("Non-GAAP operating income", (), "USD", "adjusted operating-income"),
    ("Accrued warranty reserve", ("Current liabilities:",), "USD", "accrued-warranty-reserve"),
    ("Less: Net income attributable to noncontrolling interests", (), "USD", "minority-interest"),
    ("Marketing-related", ("Intangible assets",), "USD", "marketing-related"),
    ("Acquisition-related costs", (), "USD", "acquisition-costs"),
    ("Cost of goods sold (includes stock-based compensation of $23)", (), "USD", "cost-of-revenue"),
    ("Cost of sales (excluding depreciation and amortization)", (), "USD", "cost-of-revenue"),
    ("Net Income (excl. non recurring items)", (), "USD", "adjusted net-income"),
    ("Net income excluding special items", (), "USD", "adjusted net-income"),
    ("EBITDA (excluding one-time items)", (), "USD", "adjusted ebitda"),
    ("Amortization of operating lease right-of-use assets", (), "USD", "asset lease operating right use amortization"),
    ("Amortization of debt issuance costs", (), "USD", "debt issuance amortization"),
    ("Comparable store sales increase (decrease)", (), "percent", "comparable-sales"),
    ("Change in same-store sales", (), "percent", "comparable-sales"),
    ("Advertising and sales promotion", (), "USD", "marketing-expense"),
    ("Restaurant-level profit margin", (), "percent", "restaurant-level-margin"),
    ("Current ratio", (), "ratio", "current-ratio"),
    ("VLR-204", (), "USD", "vlr204"),
    ("Net revenue per 100 shares", (), "shares", "net-revenue-share"),
]


@pytest.mark.parametrize(("label", "path", "unit", "measure"), LABELS)
def test_a_label_names_its_measure(label: str, path: tuple[str, ...], unit: str, measure: str) -> None:
    assert str(V.measure(label, path, unit)) == measure


def test_a_vocabulary_with_an_unknown_field_is_refused() -> None:
    with pytest.raises(RuleError, match="measure revenue: unknown field nmes"):
        read_vocabulary("measures:\n  revenue: {nmes: [sales]}\n")


def test_the_owner_of_equity_may_be_named_in_capitals():
    labels = ("Total Halden Group, Inc. stockholders' equity", "TOTAL HALDEN GROUP, INC. STOCKHOLDERS' EQUITY")
    assert {str(V.measure(label)) for label in labels} == {"stockholders-equity"}


def test_a_gain_in_brackets_on_a_sale_is_no_sale() -> None:
    assert str(V.measure("(Gain) on sale")) == "gain-on-sale"
    assert str(V.measure("(Gain) on sale of assets")).endswith("gain-on-sale")


def test_the_sides_of_a_result_by_the_share_that_only_its_row_names() -> None:
    assert str(V.measure("Quarry flow per share - basic", (), "USD/share")) == "basic quarry-flow-per-share"
