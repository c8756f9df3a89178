"""Every text colour of the report is readable on every ground that it stands on (WCAG AA: 4.5 to 1)."""

import re

import pytest

from auditor.resources import folder

STYLE = (folder("reports") / "templates" / "style.css").read_text("utf-8")
ROOTS = re.findall(r":root \{(.*?)\}", STYLE, re.DOTALL)
LIGHT = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", ROOTS[0]))
DARK = LIGHT | dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", ROOTS[1]))
KINDS = ("agreed", "recomputed", "unsupported", "attention", "exception", "accepted", "unread")
PAIRS = [(text, ground) for text in ("ink", "soft", "link") for ground in ("ground", "sheet")]
PAIRS += [(kind, ground) for kind in KINDS for ground in ("ground", "sheet", f"{kind}-ground")]
PAIRS += [("ink", f"{kind}-ground") for kind in KINDS] + [("link", f"{kind}-ground") for kind in KINDS]
PAIRS += [("ink", "target"), ("link", "target"), ("footed", "sheet"), ("ink", "part"), ("soft", "target")]
PAIRS += [(kind, ground) for kind in (*KINDS, "footed") for ground in ("target", "part")] + [("sheet", "attention")]


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("pair", PAIRS, ids=[" on ".join(pair) for pair in PAIRS])
def test_contrast(scheme, pair):
    text, ground = pair
    assert contrast(scheme[text], scheme[ground]) >= 4.5
