"""A walk over the body of a Word file that collects pieces of text, raw tables and page breaks."""

from __future__ import annotations

from xml.etree.ElementTree import Element

from auditor.errors import ReadingError
from auditor.model.source import MARK
from auditor.reading.css import DOUBLE_LINE, LINE, NO_LINE
from auditor.reading.docx_styles import Format, Styles, child, local, paragraph_format, run_format, switched, value
from auditor.reading.raw import Item, Look, PageBreak, Piece, RawCell, RawTable, is_mark
from auditor.reading.tabbed import Tabbed, as_tables
from auditor.reading.typed import Typed, as_fixed, pieces_of

DEEPEST_TABLE = 40
WIDEST_SPAN = 400

_LEFT_OUT = frozenset(
    ("del", "moveFrom", "instrText", "delText", "delInstrText", "rPr", "pPr", "sectPr", "object", "Fallback", "rt",
     "commentReference", "annotationRef", "proofErr", "bookmarkStart", "bookmarkEnd", "lastRenderedPageBreak")
)  # fmt: skip
_PICTURES = frozenset(("drawing", "pict"))


class BodyWalker:
    """Collects the items of a body, a cell, a text box or a note."""

    def __init__(self, styles: Element | Styles | None, name: str, depth: int = 0) -> None:
        self.styles = styles if isinstance(styles, Styles) else Styles(styles)
        self.name, self.depth = name, depth
        self.items: list[Item | Tabbed | Typed] = []
        self.texts: list[str] = []
        self.looks: list[Look] = []
        self.boxes: list[Item] = []
        self.bullet = False
        self.kept: Look | None = None  # of a paragraph whose end was deleted, so that the next continues it

    def walk(self, root: Element) -> list[Item]:
        self._blocks(root)
        self._end(Look())
        return as_tables(as_fixed(self.items))

    def _blocks(self, parent: Element) -> None:
        for element in parent:
            name = local(element.tag)
            if name == "p":
                self._paragraph(element)
            elif name == "tbl":
                self._end(Look())
                self.items.append(self._table(element))
            elif name not in _LEFT_OUT:
                self._blocks(element)  # body, sdt, sdtContent, ins, customXml

    def _paragraph(self, paragraph: Element) -> None:
        properties = child(paragraph, "pPr")
        style = self.styles.format(value(child(properties, "pStyle")) if properties is not None else None)
        form = paragraph_format(properties).over(style)
        if properties is not None and switched(properties, "pageBreakBefore"):
            self.items.append(PageBreak())
        self._inline(paragraph, form)
        mark = child(properties, "rPr") if properties is not None else None
        look = self.kept or _look(form)
        if mark is not None and child(mark, "del") is not None:
            self.kept = look
            return
        self._end(look)

    def _end(self, look: Look) -> None:
        self.kept, bullet = None, self.bullet
        self.bullet = False
        text = "".join(self.texts)
        if text.strip():
            sized = [(len(t), k) for t, k in zip(self.texts, self.looks, strict=True) if not t.isspace()]
            most = 0.9 * sum(size for size, _ in sized)
            bold, stressed = sum(n for n, k in sized if k.bold), sum(n for n, k in sized if k.stressed)
            look = look._replace(bold=bold >= most, stressed=stressed >= most, item=look.item or bullet)
            if "\t" in text.strip():
                self.items.append(Tabbed(text, look))
            else:
                self._lines(Typed(text, look))
        elif not self.depth:
            self.items.append(Typed("", look))
        self.texts.clear()
        self.looks.clear()
        self.items += self.boxes
        self.boxes.clear()

    def _lines(self, typed: Typed) -> None:
        """Adds a paragraph; only outside of cells and boxes may it be one of a text as typed."""
        if self.depth:
            self.items += pieces_of(typed)
        else:
            self.items.append(typed)

    def _inline(self, parent: Element, form: Format) -> None:
        for element in parent:
            name = local(element.tag)
            if name == "r":
                properties = child(element, "rPr")
                own = run_format(properties)
                if properties is not None:
                    own = own.over(self.styles.format(value(child(properties, "rStyle"))))
                own = own.over(form)
                if not own.hidden:
                    self._run(element, own)
            elif name == "t":  # of a formula
                self._put(element.text or "", form)
            elif name not in _LEFT_OUT:
                self._inline(element, form)

    def _run(self, run: Element, form: Format) -> None:
        for element in run:
            name = local(element.tag)
            if name == "t":
                self._put(element.text or "", form)
            elif name in ("tab", "ptab"):
                self._put("\t", form)
            elif name in ("br", "cr"):
                if value(element, "type") in ("page", "column"):
                    self.boxes.append(PageBreak())
                else:
                    self._put("\n", form)
            elif name == "noBreakHyphen":
                self._put("-", form)
            elif name == "sym":
                self.bullet = self.bullet or not self.texts  # a sign of a symbol font, mostly
                self._put(" ", form)
            elif name in _PICTURES:
                self._boxes(element)
            elif name == "AlternateContent":
                choice = child(element, "Choice")
                self._boxes(choice if choice is not None else element)

    def _boxes(self, picture: Element) -> None:
        """The paragraphs of text boxes, which stand after the paragraph that they are anchored in."""
        for element in picture.iter():
            if local(element.tag) == "txbxContent":
                if self.depth >= DEEPEST_TABLE:
                    raise ReadingError(f"{self.name}: text boxes are nested too deep: this is no release")
                self.boxes += BodyWalker(self.styles, self.name, self.depth + 1).walk(element)
                return

    def _put(self, text: str, form: Format) -> None:
        text = text.replace("\u00ad", "").replace("\u200b", "").replace("\ufeff", "")
        if not text:
            return
        if form.raised and is_mark(text):
            text = f"{MARK}{text.strip()}{MARK}"
        self.texts.append(text)
        self.looks.append(_look(form))

    def _table(self, element: Element) -> RawTable:
        if self.depth >= DEEPEST_TABLE:
            raise ReadingError(f"{self.name}: tables are nested more than {DEEPEST_TABLE} deep: this is no release")
        table = RawTable()
        for row in _rows(element):
            properties = child(row, "trPr")
            if properties is not None and child(properties, "del") is not None:
                continue
            cells: list[RawCell] = []
            before = _number(value(child(properties, "gridBefore"))) if properties is not None else 0
            if before:
                cells.append(RawCell(before))
            cells.extend(self._cell(cell) for cell in _named(row, "tc"))
            table.rows.append(cells)
        return table

    def _cell(self, element: Element) -> RawCell:
        properties = child(element, "tcPr")
        cell = RawCell()
        if properties is not None:
            cell.colspan = _number(value(child(properties, "gridSpan"))) or 1
            borders = child(properties, "tcBorders")
            if borders is not None:
                cell.line_above, cell.line_below = _line(child(borders, "top")), _line(child(borders, "bottom"))
            merge = child(properties, "vMerge")
            if merge is not None and value(merge) != "restart":
                return cell  # the upper part of the merged cell has the text
        cell.items = BodyWalker(self.styles, self.name, self.depth + 1).walk(element)
        return cell


def notes_of(root: Element, styles: Element | None, name: str) -> list[str]:
    """The texts of footnotes or endnotes, a paragraph each."""
    texts: list[str] = []
    for note in root:
        if value(note, "type") in (None, "normal"):
            texts += [item.text for item in BodyWalker(styles, name).walk(note) if isinstance(item, Piece)]
    return texts


def _look(form: Format) -> Look:
    return Look(
        bold=bool(form.bold),
        stressed=bool(form.stressed or form.bold),
        centred=bool(form.centred),
        heading=bool(form.heading),
        item=bool(form.item) and not form.heading,
        indent=form.indent or 0.0,
    )


def _rows(table: Element) -> list[Element]:
    return _named(table, "tr")


def _named(parent: Element, name: str) -> list[Element]:
    """The children of that name, also those inside content controls and accepted insertions."""
    found: list[Element] = []
    for element in parent:
        tag = local(element.tag)
        if tag == name:
            found.append(element)
        elif tag in ("sdt", "sdtContent", "customXml", "ins", "moveTo"):
            found += _named(element, name)
    return found


def _number(text: str | None) -> int:
    plain = text is not None and text.isascii() and text.isdigit() and len(text) < 6
    return min(int(text or 0), WIDEST_SPAN) if plain else 0


def _line(border: Element | None) -> int:
    kind = value(border)
    if kind in (None, "nil", "none"):
        return NO_LINE
    return DOUBLE_LINE if kind == "double" else LINE
