"""Rules in words: one rule in full, and the catalogue of all of them, from the same source."""

from __future__ import annotations

from textwrap import fill, indent

from auditor.rulebook.kinds import KINDS
from auditor.rulebook.rule import Message, Rule, Rulebook

WIDTH = 100


def explain(rule: Rule) -> str:
    """All that a rule is, as plain text: reason, condition, references, examples."""
    parts = [
        f"{rule.id} {rule.name} ({rule.level})",
        fill(rule.summary, WIDTH),
        "Why\n" + indent(fill(rule.why, WIDTH - 2), "  "),
        "Condition\n" + indent(condition(rule), "  "),
    ]
    if rule.references:
        parts.append("References\n" + "\n".join(f"  - {reference}" for reference in rule.references))
    for example in rule.examples:
        word = "An example that fails" if example.fails else "An example that passes"
        parts.append(f"{word}\n{indent(example.text.rstrip(), '  ')}")
        if example.against:
            parts.append(f"where this was published before\n{indent(example.against.rstrip(), '  ')}")
    return "\n\n".join(parts) + "\n"


def condition(rule: Rule) -> str:
    """The condition as it stands in the rule's file, with what it looks at in words."""
    looks_at = KINDS[rule.kind].summary
    lines = [f"for each {' '.join((rule.kind, ', '.join(rule.of))).strip()}: {looks_at}"]
    if rule.where is not None:
        lines.append(f"where {rule.where.text}")
    lines += [f"parameter {p.name} = {p.in_force}: {p.meaning}" for p in rule.parameters]
    lines += [f"let {name} = {expression.text}" for name, expression in rule.let]
    lines += [f"skip when {skip.condition.text}, because {skip.because}" for skip in rule.skip_when]
    lines.append(f"require {rule.require.text}")
    lines += [f"note only when {case.condition.text}, because {case.because}" for case in rule.note_when]
    lines.append(f"else say: {written(rule.message)}")
    if rule.effective is not None:
        lines.append(f"in effect for periods that end on {rule.effective} or later")
    if rule.vote:
        lines.append("reported where it holds for most others of the same table, else only noted")
    return "\n".join(lines)


def written(message: Message) -> str:
    """The message with its expressions in braces."""
    return "".join(part if isinstance(part, str) else f"{{{part.text}}}" for part in message.parts)


def catalogue(rulebook: Rulebook) -> str:
    """One line a rule, as plain text in columns."""
    wide = max((len(rule.name) for rule in rulebook.rules), default=0)
    lines = [f"{rule.id:<6}{rule.level:<9}{rule.name:<{wide}}  {rule.summary}" for rule in rulebook.rules]
    return "\n".join(lines) + "\n"


def catalogue_page(rulebook: Rulebook) -> str:
    """The catalogue as a Markdown page: a table of all rules, then each in full."""
    head = [
        "# The rules",
        "Generated from the rule files; `python3 dev.py samples` writes it anew.",
        "| rule | name | level | what it finds |\n|---|---|---|---|\n"
        + "\n".join(f"| [{r.id}](#{r.name}) | {r.name} | {r.level} | {r.summary} |" for r in rulebook.rules),
    ]
    return "\n\n".join([*head, *(_section(rule) for rule in rulebook.rules)]) + "\n"


def _section(rule: Rule) -> str:
    parts = [
        f'## <a id="{rule.name}"></a>{rule.id} {rule.name}',
        f"**{rule.level}.** {rule.summary}",
        rule.why,
        f"```\n{condition(rule)}\n```",
    ]
    if rule.references:
        parts.append("References: " + "; ".join(rule.references) + ".")
    for example in rule.examples:
        parts.append(f"{'Fails' if example.fails else 'Passes'}:\n```\n{example.text.rstrip()}\n```")
        if example.against:
            parts.append(f"where this was published before:\n```\n{example.against.rstrip()}\n```")
    return "\n\n".join(parts)
