"""The comparison of two drafts as JSON; `diff.schema.json` beside this file describes it."""

from __future__ import annotations

from auditor.model.draft import Change, Left, Place
from auditor.model.finding import Audit
from auditor.model.source import Document
from auditor.reporting.as_json import Object, dump, finding_object, span_object
from auditor.reporting.drafts import Drafts


def render(drafts: Drafts) -> str:
    comparison = drafts.comparison
    old, new = comparison.old.document, comparison.new.document
    kinds = [change.kind for change in comparison.changes]
    return dump(
        {
            "version": 1,
            "tool": {"name": "auditor", "version": drafts.version, "rules": drafts.digest},
            "old": _draft(drafts.old, comparison.old),
            "new": _draft(drafts.new, comparison.new),
            "summary": {
                **{kind: kinds.count(kind) for kind in ("changed", "added", "removed")},
                "left": len(comparison.left),
                "findings": {
                    "new": len(comparison.fresh),
                    "gone": len(comparison.gone),
                    "remain": len(comparison.remain),
                },
            },
            "changes": [_change(change, old, new) for change in comparison.changes],
            "findings": {
                "new": [finding_object(comparison.new, f) for f in comparison.fresh],
                "gone": [finding_object(comparison.old, f) for f in comparison.gone],
                "remain": [finding_object(comparison.new, f) for f in comparison.remain],
            },
        }
    )


def _draft(path: str, audit: Audit) -> Object:
    return {"path": path, "sha256": audit.document.sha256, "title": audit.document.title}


def _change(change: Change, old: Document, new: Document) -> Object:
    return {
        "kind": change.kind,
        "old": None if change.old is None else _place(change.old, old),
        "new": None if change.new is None else _place(change.new, new),
        "left": [_left(left, new) for left in change.left],
        "followed": change.followed,
        "findings": list(change.findings),
    }


def _left(left: Left, document: Document) -> Object:
    return {**_place(left.place, document), "computed": left.computed, "was": left.was}


def _place(place: Place, document: Document) -> Object:
    return {
        "kind": place.kind,
        "text": place.text,
        "where": place.where,
        "table": place.table or None,
        "span": span_object(document, place.span),
    }
