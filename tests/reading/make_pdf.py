"""PDF files for tests: text at places, rule lines and pictures, written by hand."""

from collections.abc import Sequence

PICTURE = b"q 200 0 0 200 100 300 cm /I1 Do Q\n"


def text(x: float, y: float, words: str, size: float = 10, bold: bool = False) -> bytes:
    """`words` from `x` on, their base line `y` points below the top of the page; letters are half as wide as high."""
    shown = words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)").encode("cp1252")
    return b"BT /%s %g Tf %g %g Td (%s) Tj ET\n" % (b"F2" if bold else b"F1", size, x, 792 - y, shown)


def right(x: float, y: float, words: str, size: float = 10, bold: bool = False) -> bytes:
    """`words` that end at `x`."""
    return text(x - 0.5 * size * len(words), y, words, size, bold)


def rule(x0: float, x1: float, y: float) -> bytes:
    return b"%g %g %g 0.5 re f\n" % (x0, 792 - y, x1 - x0)


def dot(x: float, y: float, size: float = 4) -> bytes:
    """The bullet of a list, drawn as a square beside letters whose base line is at `y`."""
    return b"%g %g %g %g re f\n" % (x, 792 - y + 2, size, size)


def pdf(*pages: Sequence[bytes], trailer: bytes = b"", size: tuple[int, int] = (612, 792), turn: int = 0) -> bytes:
    """A PDF whose pages print those pieces; `turn` is by how many degrees they are turned when they are shown."""
    count = len(pages)
    kids = b" ".join(b"%d 0 R" % (10 + 2 * k) for k in range(count))
    widths = b" ".join([b"500"] * 224)
    font = (
        b"<< /Type /Font /Subtype /TrueType /BaseFont /%s /FirstChar 32 /LastChar 255 /Widths [%s] "
        b"/Encoding /WinAnsiEncoding >>"
    )
    objects = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, count),
        3: font % (b"Courier", widths),
        4: font % (b"Courier-Bold", widths),
        5: b"<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8 "
        b"/Length 1 >>\nstream\n0\nendstream",
    }
    for k, pieces in enumerate(pages):
        stream = b"".join(pieces)
        objects[10 + 2 * k] = (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 %d %d] /Rotate %d /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R /F2 4 0 R >> /XObject << /I1 5 0 R >> >> >>" % (*size, turn, 11 + 2 * k)
        )
        objects[11 + 2 * k] = b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream)
    out = bytearray(b"%PDF-1.4\n")
    places = {}
    for number, body in sorted(objects.items()):
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start, entries = len(out), max(objects) + 1
    out += b"xref\n0 %d\n" % entries
    for number in range(entries):
        out += b"%010d 00000 n \n" % places[number] if number in places else b"0000000000 65535 f \n"
    out += b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (entries, trailer, start)
    return bytes(out)
