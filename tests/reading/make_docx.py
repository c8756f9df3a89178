"""Word files for tests: the parts that matter, zipped."""

import io
import zipfile

NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def package(**parts: str) -> bytes:
    """A zip with `word/NAME.xml` for each part."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, xml in parts.items():
            archive.writestr(f"word/{name}.xml", xml)
    return out.getvalue()


def word(body: str, styles: str = "", footnotes: str = "") -> bytes:
    """A Word file with that body."""
    parts = {"document": f"<w:document {NAMESPACE}><w:body>{body}</w:body></w:document>"}
    if styles:
        parts["styles"] = f"<w:styles {NAMESPACE}>{styles}</w:styles>"
    if footnotes:
        parts["footnotes"] = f"<w:footnotes {NAMESPACE}>{footnotes}</w:footnotes>"
    return package(**parts)


def run(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(inside: str, properties: str = "") -> str:
    """A paragraph of runs, or of plain text."""
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside if '<' in inside else run(inside)}</w:p>"


def table(*rows: list[str]) -> str:
    """A table of plain texts."""
    cells = ["".join(f"<w:tc>{paragraph(text)}</w:tc>" for text in row) for row in rows]
    return "<w:tbl>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"
