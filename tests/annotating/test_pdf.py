"""PDF copies: the notes at their numbers, read by a library that did not write them."""

import io
from dataclasses import replace

import pdfplumber
import pypdfium2
import pytest

import auditor
from auditor.annotating.pdf import with_notes
from auditor.model.finding import Finding
from tests.reading.make_pdf import pdf, right, text

# What turns a page back so that it is upright when it is shown turned, and the size of its sheet.
TURNED = {
    90: (b"0 1 -1 0 792 0 cm\n", (792, 612)),
    180: (b"-1 0 0 -1 612 792 cm\n", (612, 792)),
    270: (b"0 -1 1 0 0 612 cm\n", (792, 612)),
}


def release(turn: int = 0) -> bytes:
    """A release whose growth rate is wrong."""
    matrix, size = TURNED.get(turn, (b"", (612, 792)))
    lines = [
        matrix,
        text(72, 72, "Brook Mills Reports Its Third Quarter", 14, bold=True),
        text(
            72, 110, "PORT ALDEN, Maine -- October 28, 2025 -- Brook Mills today reported results for its third quarter"
        ),
        text(72, 122, "ended September 30, 2025."),
        text(72, 150, "Revenue for the third quarter was $112.0 million, an increase of 12% from $103.0 million in"),
        text(72, 162, "the third quarter of 2024."),
        text(72, 200, "In millions"),
        text(345, 200, "Three Months Ended September 30,"),
        right(400, 212, "2025"),
        right(500, 212, "2024"),
        text(72, 230, "Revenue"),
        text(350, 230, "$"),
        right(400, 230, "112.0"),
        right(500, 230, "103.0"),
        text(72, 245, "Costs"),
        right(400, 245, "80.0"),
        right(500, 245, "75.0"),
        text(72, 260, "Operating income"),
        text(350, 260, "$"),
        right(400, 260, "32.0"),
        right(500, 260, "28.0"),
    ]
    return pdf(lines, size=size, turn=turn)


RELEASE = release()
AUDIT = auditor.audit(auditor.read_document(RELEASE, "release.pdf"))


def noted(data: bytes) -> list[tuple[str, str]]:
    """The second line of each note, and the text under its highlight."""
    found = []
    with pdfplumber.open(io.BytesIO(data)) as file:
        for sheet, page in zip(file.pages, pypdfium2.PdfDocument(data), strict=True):
            for note in sheet.annots:
                points = [float(v) for v in note["data"]["QuadPoints"]]
                under = []
                for k in range(0, len(points), 8):
                    xs, ys = points[k : k + 8 : 2], points[k + 1 : k + 8 : 2]
                    under.append(page.get_textpage().get_text_bounded(min(xs), min(ys), max(xs), max(ys)))
                found.append((note["contents"].split("\n")[1], "".join(under)))
    return found


def wrong_everywhere(audit):
    """The audit as if each claim and each cell were wrong."""
    wrong = [Finding(c.id, "X001", "x", "note", c.quote, c.span) for c in audit.claims]
    wrong += [Finding(f.id, "X002", "x", "error", f.text, f.span) for f in audit.facts]
    return replace(audit, findings=tuple(wrong))


def test_finding_is_a_highlight_with_a_note_at_the_very_number():
    copy, lost = with_notes(RELEASE, replace(AUDIT, findings=AUDIT.findings[:1]))
    assert lost == ()
    ((said, under),) = noted(copy)
    assert under.strip() == "12%"
    assert said.startswith("“12%” is stated as the change of Revenue, but the tables give 8.7%")


def test_document_itself_stays_byte_for_byte():
    copy, _ = with_notes(RELEASE, AUDIT)
    assert copy.startswith(RELEASE)
    with pdfplumber.open(io.BytesIO(RELEASE)) as old, pdfplumber.open(io.BytesIO(copy)) as new:
        assert [p.chars for p in old.pages] == [p.chars for p in new.pages]


def test_every_number_can_be_noted():
    copy, lost = with_notes(RELEASE, wrong_everywhere(AUDIT))
    assert lost == ()
    found = noted(copy)
    assert len(found) == len(AUDIT.claims) + len(AUDIT.facts) > 8
    assert ["".join(said.split()) for said, _ in found] == ["".join(under.split()) for _, under in found]


@pytest.mark.parametrize("turn", TURNED)
def test_page_that_is_shown_turned(turn):
    turned = release(turn)
    audit = auditor.audit(auditor.read_document(turned, "release.pdf"))
    copy, lost = with_notes(turned, wrong_everywhere(audit))
    assert lost == ()
    assert [c.quote for c in audit.claims] == [c.quote for c in AUDIT.claims]
    assert ["".join(said.split()) for said, _ in noted(copy)] == ["".join(under.split()) for _, under in noted(copy)]


def test_same_audit_gives_the_same_bytes():
    assert with_notes(RELEASE, AUDIT) == with_notes(RELEASE, AUDIT)
