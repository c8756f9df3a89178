"""The habits of the house, held by a machine: read from the syntax trees, so nothing needs to run."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MODULES = sorted((ROOT / "auditor").rglob("*.py"))
NAMES = [path.relative_to(ROOT / "auditor").as_posix() for path in MODULES]
MOST_LINES = 40  # of a function, its docstring left out

# The rooms that read and write files; the public door loads the vocabulary, the reports their template and schema.
OPENERS = (
    "__init__.py",
    "reading/",
    "vocabulary/",
    "rulebook/",
    "batch/",
    "cli/",
    "reporting/as_html.py",
    "reporting/drafts.py",
    "reporting/formats.py",
    "settings/load.py",
)
OPENING = {"open", "read_text", "read_bytes", "write_text", "write_bytes"}


def calls(tree: ast.AST) -> Iterator[tuple[str, int]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            if isinstance(node.func, ast.Name):
                yield node.func.id, node.lineno
            elif isinstance(node.func, ast.Attribute):
                yield node.func.attr, node.lineno


@pytest.fixture(params=MODULES, ids=NAMES)
def module(request):
    return request.param.relative_to(ROOT / "auditor").as_posix(), ast.parse(request.param.read_text("utf-8"))


def test_nothing_is_evaluated(module):
    _, tree = module
    bare = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)]
    assert [call.func.id for call in bare if call.func.id in ("eval", "exec", "compile", "__import__")] == []


def test_files_are_opened_by_the_rooms_meant_to(module):
    name, tree = module
    if not name.startswith(OPENERS):
        assert [(call, line) for call, line in calls(tree) if call in OPENING] == []


def test_only_the_command_line_prints(module):
    name, tree = module
    if not name.startswith("cli/"):
        assert [line for call, line in calls(tree) if call in ("print", "print_exc")] == []


def test_no_error_is_passed_over_in_silence(module):
    _, tree = module
    for node in ast.walk(tree):
        if isinstance(node, ast.ExceptHandler):
            broad = node.type is None or (isinstance(node.type, ast.Name) and node.type.id == "BaseException")
            silent = (
                isinstance(node.type, ast.Name) and node.type.id == "Exception" and isinstance(node.body[0], ast.Pass)
            )
            assert not broad, f"line {node.lineno}: names no error"
            assert not silent, f"line {node.lineno}: hides every error"


def test_frozen_values_are_quick_to_make(module):
    name, tree = module
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    slow = {alias.name for node in imports if node.module == "dataclasses" for alias in node.names}
    marks = [mark for node in ast.walk(tree) if isinstance(node, ast.ClassDef) for mark in node.decorator_list]
    frozen = [mark for mark in marks if isinstance(mark, ast.Call) and "frozen" in {k.arg for k in mark.keywords}]
    assert not frozen or "dataclass" not in slow or name == "frozen.py", "import dataclass from auditor.frozen"


def test_functions_are_short(module):
    _, tree = module
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            first = node.body[1] if ast.get_docstring(node) and len(node.body) > 1 else node.body[0]
            lines = (node.end_lineno or 0) - first.lineno + 1
            assert lines <= MOST_LINES, f"{node.name}, line {node.lineno}: {lines} lines"


def test_every_module_says_what_it_is_for(module):
    name, tree = module
    assert ast.get_docstring(tree) or not tree.body, f"{name} has no docstring"
