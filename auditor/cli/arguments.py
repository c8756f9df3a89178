"""The command line: its commands, options and their help."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import NoReturn

from auditor.cli import options
from auditor.cli.copies import COPIES
from auditor.cli.paths import STANDARD_INPUT
from auditor.cli.status import BROKEN
from auditor.cli.terminal import complain
from auditor.cli.values import day, one_of, percent, whole
from auditor.errors import suggestion
from auditor.reporting.formats import FORMATS
from auditor.version import __version__

Command = Callable[[argparse.Namespace], int]
DIFF_FORMATS = ("text", "json", "html")
LISTING_FORMATS = ("text", "json")
ENGINES = ("pool", "ray")

EPILOG = """exit status: 0 nothing at or above --fail-on; 1 findings; 2 the audit could not run or had one side only
(bad usage, unreadable file, broken rule, no table or no prose); 3 coverage below --min-coverage. Findings go to
standard output, everything else to standard error."""


class Parser(argparse.ArgumentParser):
    """Says what is wrong with a command line in one line."""

    def error(self, message: str) -> NoReturn:
        complain(f"{self.prog}: {message}; see “{self.prog} --help”")
        raise SystemExit(BROKEN)

    def take(self, given: argparse.Namespace, rest: list[str]) -> None:
        """What argparse has left over: files behind an option join those before it, all else is a mistake."""
        for word in rest:
            if word.startswith("-") and word != STANDARD_INPUT:
                option, known = word.partition("=")[0], list(self._option_string_actions)
                self.error(f"there is no option “{option}”{suggestion(option, known)}")
        several = next((a for a in self._actions if not a.option_strings and a.nargs in ("+", "*")), None)
        if several is None:
            self.error(f"nothing more is expected, but “{rest[0]}” stands there")
        made = several.type if callable(several.type) else str
        getattr(given, several.dest).extend(made(word) for word in rest)


def parsed(words: Sequence[str]) -> argparse.Namespace:
    """A command line without the program's name; `run` is the command. A mistake ends the program."""
    top = Parser(
        prog="auditor",
        description="Audits earnings releases: ties every number of the prose to the tables, and foots the tables.",
        epilog=EPILOG,
    )
    top.add_argument("--version", action="version", version=f"auditor {__version__}")
    commands = top.add_subparsers(title="commands", metavar="COMMAND", required=True, parser_class=Parser)
    for add in (_check, _diff, _batch, _listings, _catalogue, _settings, _demo):
        add(commands)
    name = next((word for word in words if not word.startswith("-")), None)
    if name is not None and name not in commands.choices:
        top.error(f"there is no command “{name}”{suggestion(name, commands.choices)}")
    given, rest = top.parse_known_args(words)
    if rest:
        commands.choices[name or ""].take(given, rest)
    return given


Commands = argparse._SubParsersAction  # argparse has no public name for what add_subparsers returns


def _add(commands: Commands[Parser], name: str, run: str, summary: str, epilog: str = "") -> Parser:
    """A command whose function is `run`, as `module:function` of this room, imported when it runs."""
    command = commands.add_parser(name, help=summary, description=summary[0].upper() + summary[1:] + ".", epilog=epilog)
    command.set_defaults(run=_later(run))
    return command


def _later(run: str) -> Command:
    def command(given: argparse.Namespace) -> int:
        from importlib import import_module

        module, function = run.split(":")
        found: Command = getattr(import_module(f"auditor.cli.{module}"), function)
        return found(given)

    return command


def _check(commands: Commands[Parser]) -> None:
    check = _add(commands, "check", "check:check", "audits releases, prints the findings, writes reports", EPILOG)
    check.add_argument("files", nargs="+", metavar="FILE", help="a release; “-” is standard input")
    options.formats(check, FORMATS)
    options.outputs(
        check,
        (*FORMATS, *COPIES),
        "a report to a file, or, as docx or pdf, a copy of the release with its findings as comments",
    )
    options.rules(check)
    options.against(check)
    options.selection(check)
    check.add_argument("--watch", action="store_true", help="audits again on each save, until it is interrupted")
    _gates(check)


def _gates(check: Parser) -> None:
    """What decides the exit status."""
    options.fail_on(check, "")
    check.add_argument(
        "--min-coverage",
        type=percent,
        metavar="PERCENT",
        help="exit status 3 where less of what the prose says about the past could be checked",
    )
    options.waivers(check)
    check.add_argument(
        "--strict-waivers", action="store_true", help="exit status 1 for waivers that are unused, void or expired"
    )
    check.add_argument(
        "--baseline",
        type=Path,
        metavar="FILE",
        help="a JSON report of an earlier run; what it found is known, stays visible and does not fail the run",
    )


def _diff(commands: Commands[Parser]) -> None:
    diff = _add(
        commands,
        "diff",
        "diff:diff",
        "compares two drafts: the figures that changed, and what did not follow them",
        "exit status: 0 everything followed and no finding of a level at or above --fail-on is new; 1 otherwise; 2 a "
        "draft could not be read.",
    )
    diff.add_argument("old", metavar="OLD", help="the earlier draft")
    diff.add_argument("new", metavar="NEW", help="the later draft; one of the two may be “-”, standard input")
    options.formats(diff, DIFF_FORMATS)
    options.outputs(diff, DIFF_FORMATS, "the comparison to a file")
    options.rules(diff)
    options.fail_on(diff, " of a new finding")
    options.waivers(diff)


def _batch(commands: Commands[Parser]) -> None:
    batch = _add(
        commands,
        "batch",
        "batch:batch",
        "audits an archive of releases into a dataset of Parquet files",
        "The same command again does what is missing. exit status: 0 all sources were read; 2 a source could not be "
        "read, or the batch could not run. Findings are results of the dataset and do not change it.",
    )
    batch.add_argument(
        "sources",
        nargs="+",
        metavar="SOURCE",
        help="a folder, file, pattern, list of paths (“@FILE”), zip or tar, Parquet file, or URL of an object store",
    )
    batch.add_argument("--to", type=Path, required=True, metavar="FOLDER", help="where the dataset is written")
    batch.add_argument("--report", action="store_true", help="also writes FOLDER/overview.html")
    batch.add_argument("--refresh", action="store_true", help="does all anew, also what is there")
    options.rules(batch)
    options.selection(batch)
    options.waivers(batch)
    batch.add_argument(
        "--all-documents", action="store_true", help="audits whatever can be read, also what is no earnings release"
    )
    _batch_limits(batch)
    batch.add_argument("--column", metavar="NAME", help="of Parquet sources: the column that holds the documents")
    batch.add_argument("--name-column", metavar="NAME", help="of Parquet sources: the column that holds their names")
    batch.add_argument(
        "--engine",
        type=one_of("engine", ENGINES),
        default="pool",
        metavar="ENGINE",
        help="pool, worker processes on this machine (default), or ray",
    )
    batch.add_argument("--address", metavar="ADDRESS", help="of a Ray cluster, as host:port; without it Ray runs here")


def _batch_limits(batch: Parser) -> None:
    batch.add_argument(
        "--workers", type=partial(whole, least=1), default=0, metavar="NUMBER", help="processes (default: one a core)"
    )
    batch.add_argument(
        "--document-timeout",
        type=partial(whole, least=0),
        default=120,
        metavar="SECONDS",
        help="after which a document is given up (default: 120; 0: never)",
    )
    batch.add_argument(
        "--document-memory",
        type=partial(whole, least=0),
        default=2048,
        metavar="MB",
        help="beyond which a document is given up (default: 2048; 0: never)",
    )


def _listings(commands: Commands[Parser]) -> None:
    for name, summary in (
        ("claims", "shows the claims of the prose, with their verdicts"),
        ("tables", "shows the tables as they were understood"),
        ("facts", "shows the figures of the tables, with measure, period and unit"),
    ):
        command = _add(commands, name, f"listings:{name}", summary)
        command.add_argument("file", metavar="FILE", help="a release; “-” is standard input")
        options.formats(command, LISTING_FORMATS)
        if name != "claims":
            options.settings(command)
        else:
            options.rules(command)
            command.add_argument("--why", metavar="ID", help="one claim, with the figures weighed for it")


def _catalogue(commands: Commands[Parser]) -> None:
    rules = _add(commands, "rules", "catalogue:rules", "lists the rules, or helps to write one")
    rules.add_argument(
        "action",
        nargs="*",
        metavar="new NAME | kinds | functions | schema",
        help="new NAME: writes a rule to start from; kinds, functions: what a rule can look at and compute with; "
        "schema: the JSON Schema for editors (default: lists the rules)",
    )
    rules.add_argument(
        "--to", type=Path, default=Path("my-rules"), metavar="FOLDER", help="where “new” writes (default: my-rules)"
    )
    options.rules(rules)
    options.formats(rules, LISTING_FORMATS)
    explain = _add(commands, "explain", "catalogue:explain_rule", "explains one rule: reason, condition and examples")
    explain.add_argument("rule", metavar="RULE", help="its number or its name")
    options.rules(explain)
    options.formats(explain, LISTING_FORMATS)
    test = _add(commands, "test", "catalogue:test", "runs the examples that stand inside the rules")
    test.add_argument(
        "paths",
        nargs="*",
        type=Path,
        metavar="PATH",
        help="rule files or folders of one's own (default: the built-in rules)",
    )


def _demo(commands: Commands[Parser]) -> None:
    demo = _add(
        commands,
        "demo",
        "demo:demo",
        "audits the sample release that ships with the program",
        "The release has errors planted in it; finding them is no failure, so the exit status is 0.",
    )
    demo.add_argument("--html", type=Path, metavar="PATH", help="writes the HTML report to PATH")
    options.formats(demo, FORMATS)


def _settings(commands: Commands[Parser]) -> None:
    waive = _add(
        commands,
        "waive",
        "waivers:waive",
        "accepts a finding: adds it to the file of waivers",
        "The file keeps its comments and its order. A waiver holds while the figures that it covers stay as they are.",
    )
    waive.add_argument("finding", metavar="FINDING", help="as release.txt:f3, or the fingerprint that reports print")
    waive.add_argument("--reason", required=True, metavar="TEXT", help="why it is right as it stands")
    waive.add_argument("--owner", required=True, metavar="NAME", help="who answers for it")
    waive.add_argument("--expires", type=day, metavar="DATE", help="the last day on which it holds, as 2026-03-31")
    options.waivers(waive)
    options.rules(waive)
    init = _add(commands, "init", "settings:init", "writes a settings file in which every setting is explained")
    init.add_argument(
        "folder", nargs="?", type=Path, default=Path(), metavar="FOLDER", help="where (default: the working folder)"
    )
    config = _add(commands, "config", "settings:config", "shows the settings in force, and where each comes from")
    config.add_argument("files", nargs="*", metavar="FILE", help="releases, whose nearest settings file is looked for")
    options.rules(config)
    options.formats(config, LISTING_FORMATS)
