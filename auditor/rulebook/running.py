"""All rules over one document: first the verdicts on the claims, then every other rule over its subjects."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import field
from decimal import Decimal

from auditor.binding.said import OWN
from auditor.frozen import dataclass, replace
from auditor.model.binding import Candidate
from auditor.model.calendar import UNKNOWN
from auditor.model.claim import CHANGES, Claim
from auditor.model.finding import Check, Finding, Judgement, Level
from auditor.model.finding import Outcome as Result
from auditor.model.later import Later
from auditor.rulebook.causes import cause_of_claim, cause_of_figure, from_rounded
from auditor.rulebook.context import Context, Outcome, Subject
from auditor.rulebook.evaluating import Evaluation, applies, evaluate, look, loosened, noted, worked, written
from auditor.rulebook.fingerprints import identified
from auditor.rulebook.judging import Weighed, agreed_beside, held_against, judge, reconsider
from auditor.rulebook.judging import said as said_of
from auditor.rulebook.kinds import KINDS
from auditor.rulebook.language.compiling import Names
from auditor.rulebook.language.figures import Figure, truth
from auditor.rulebook.lengths import of_another_length
from auditor.rulebook.mistypes import mistypes
from auditor.rulebook.outvoting import outvoted, unsure
from auditor.rulebook.parameters import in_force
from auditor.rulebook.rule import Rule, Rulebook
from auditor.rulebook.subjects.prose import named
from auditor.rulebook.unexplained import unexplained
from auditor.rulebook.wording import in_scale, shown


@dataclass(slots=True)
class _Run:
    context: Context
    rulebook: Rulebook
    judgements: dict[str, Judgement] = field(default_factory=dict)
    weighed: dict[str, Weighed] = field(default_factory=dict)
    decided: list[_Decided] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    checks: list[Check] = field(default_factory=list)
    subjects: dict[tuple[str, tuple[str, ...], frozenset[str]], tuple[Subject, ...]] = field(default_factory=dict)
    bound: dict[str, Subject | None] = field(default_factory=dict)  # by the id of their claim


def run(rulebook: Rulebook, context: Context) -> Outcome:
    """What the rules find. Every claim has a judgement; one that no rule decides is unsupported."""
    state = _Run(context, rulebook)
    for rule in rulebook.rules:
        if rule.verdict:
            _weigh(rule, state)
    _settle(state)
    for claim in context.claims:
        if claim.id not in state.judgements:
            why = "no rule looks at such numbers"
            state.judgements[claim.id] = Judgement(claim.id, "unsupported", None, why)
    for rule in rulebook.rules:
        if not rule.verdict:
            _apply(rule, state)
    return Outcome(state.judgements, _in_order(state.findings, context), tuple(state.checks))


# ---------------------------------------------------------------------------------------------------- verdicts


@dataclass(frozen=True, slots=True)
class _Decided:
    """A verdict of a rule on one claim, before the other numbers of its sentence were looked at."""

    rule: Rule
    subject: Subject
    claim: Claim
    causes: tuple[_Cause, ...] = ()


@dataclass(frozen=True, slots=True)
class _Cause:
    """A rule that names the cause of contradictions, and the claim that may be one."""

    rule: Rule
    subject: Subject

    def __call__(self, candidate: Candidate) -> Evaluation | None:
        """The rule held against a reading, where it explains the contradiction."""
        names = {**self.subject.names, **named(candidate), "confirmed": truth(False)}
        evaluation = look(self.rule, Names(names, self.subject.lookup))
        return evaluation if evaluation is not None and evaluation.fails else None


def _weigh(rule: Rule, state: _Run) -> None:
    explaining = state.rulebook.explaining(rule)
    for subject in KINDS[rule.kind].each(state.context, rule.of, frozenset()):
        claim = subject.claim
        if claim is not None and applies(rule, subject):
            causes = tuple(_Cause(other, subject) for other in explaining)
            state.weighed[claim.id] = judge(rule, claim, state.context, causes)
            state.decided.append(_Decided(rule, subject, claim, causes))


def _settle(state: _Run) -> None:
    """The verdicts: what is still open is looked at again beside what its sentence agrees with; contradictions that
    speak against each other are dropped, and those found that a slip makes sure."""
    first = dict(state.weighed)
    for decided in state.decided:
        claim, weighed = decided.claim, first[decided.claim.id]
        if weighed.failed and weighed.judgement.verdict == "unsupported":
            agreed = agreed_beside(claim, first, state.context)
            state.weighed[claim.id] = reconsider(claim, weighed, agreed, state.context)
    for claim_id in outvoted(state.context, state.weighed):
        state.weighed[claim_id] = unsure(claim_id)
    state.weighed.update(tuple(unexplained(state.context, state.weighed)))
    rules = {decided.claim.id: decided.rule for decided in state.decided}
    for claim, reading in (*mistypes(state.context, state.weighed), *of_another_length(state.context, state.weighed)):
        state.weighed[claim.id] = held_against(rules[claim.id], claim, reading, state.context)
    for decided in state.decided:
        _verdict(decided, state)


def _verdict(decided: _Decided, state: _Run) -> None:
    rule, claim = decided.rule, decided.claim
    weighed = state.weighed[claim.id]
    state.judgements[claim.id] = weighed.judgement
    state.checks.append(_claim_check(rule, decided.subject, weighed))
    if weighed.judgement.verdict == "disagrees" and weighed.evaluation is not None:
        rule, evaluation = _explained(decided, weighed, weighed.evaluation)
        state.findings.append(_claim_finding(rule, claim, weighed, evaluation, state.context))
    elif weighed.suspect is not None and weighed.judgement.verdict == "unsupported":
        found = replace(weighed, candidate=weighed.suspect[0])
        finding = _claim_finding(rule, claim, found, weighed.suspect[1], state.context)
        state.findings.append(
            replace(finding, level="note", message=f"{finding.message} ({weighed.judgement.working})")
        )


def _explained(decided: _Decided, weighed: Weighed, evaluation: Evaluation) -> tuple[Rule, Evaluation]:
    """The rule that names the cause of a contradiction, with its evaluation; else the rule that found it."""
    for cause in decided.causes if weighed.candidate is not None else ():
        assert weighed.candidate is not None
        found = cause(weighed.candidate)
        if found is not None:
            return cause.rule, found
    return decided.rule, evaluation


def _claim_check(rule: Rule, subject: Subject, weighed: Weighed) -> Check:
    judgement = weighed.judgement
    outcome = {"agrees": "passed", "disagrees": "failed"}.get(judgement.verdict, "skipped")
    return Check(
        rule.id,
        "passed" if outcome == "passed" else "failed" if outcome == "failed" else "skipped",
        subject.title,
        judgement.working if outcome != "passed" else "",
        judgement.how,
        judgement.evidence,
        rule.kind,
        weighed.judgement.claim,
    )


def _claim_finding(rule: Rule, claim: Claim, weighed: Weighed, evaluation: Evaluation, context: Context) -> Finding:
    facts = weighed.candidate.facts if weighed.candidate else ()
    around = context.near(facts)
    expected = evaluation.expected
    known = context.known
    beside = context.by_sentence[claim.sentence.start]
    return Finding(
        "", rule.id, rule.name, rule.level,
        written(rule.message, evaluation, worked(evaluation)),
        claim.span, claim.id,
        shown(expected, known, evaluation.actual) if expected else "",
        said_of(claim),
        context.evidence(facts),
        from_rounded(claim, beside) or cause_of_claim(claim, expected, facts, around),
        in_force(rule.parameters, weighed.judgement.working),
    )  # fmt: skip


# ---------------------------------------------------------------------------------------------------- other rules


def _early(rule: Rule, context: Context) -> bool:
    """Whether the release reports a period that ended before the rule came into effect."""
    if rule.effective is None:
        return False
    reported = context.calendar.reported
    return reported != UNKNOWN and reported.end < rule.effective


def _apply(rule: Rule, state: _Run) -> None:
    if _early(rule, state.context):
        why = f"not checked: the rule is in effect for periods that end on {rule.effective} or later"
        state.checks.append(Check(rule.id, "skipped", rule.summary, why))
        return
    done = list(_looked(rule, state))
    if not rule.vote:
        for held in done:
            _record(held, False, state)
        return
    votes = Counter((held.subject.group, held.outcome) for held in done)
    for held in done:
        group = held.subject.group
        _record(held, votes[group, "passed"] < max(1, votes[group, "failed"]), state)


def _record(held: _Held, outvoted: bool, state: _Run) -> None:
    """The check of one subject, and its finding where it failed."""
    rule, subject, evaluation = held.rule, held.subject, held.evaluation
    if evaluation.truth is None:
        why = f"not checked: {evaluation.skipped}"
        state.checks.append(Check(rule.id, "skipped", subject.title, why, kind=_kind(rule), claim=_claim_of(subject)))
        return
    working = worked(evaluation) if held.outcome == "failed" else ""
    context = state.context  # not the state, which holds the check
    evidence = Later(lambda: context.evidence(evaluation.facts(subject.facts)))
    check = Check(
        rule.id, held.outcome, subject.title, working, evaluation.truth.how, evidence, _kind(rule), _claim_of(subject),
        subject.signs,
    )  # fmt: skip
    state.checks.append(check)
    if held.outcome == "failed":
        because = noted(evaluation) or subject.uncertain
        level: Level = "note" if outvoted or because or held.slight else rule.level
        state.findings.append(_finding(held, level, because, working, context))


def _kind(rule: Rule) -> str:
    return rule.of[0] if rule.kind == "relation" and len(rule.of) == 1 else rule.kind


def _claim_of(subject: Subject) -> str | None:
    return subject.claim.id if subject.claim is not None else None


def _looked(rule: Rule, state: _Run) -> Iterator[_Held]:
    """A rule held against its subjects."""
    for subject in _subjects(rule, state) if rule.needs <= state.context.known.held else ():
        if subject.told and not _open(subject, state):
            continue
        bound = subject if subject.claim is None else _bound(subject, subject.claim, state)
        evaluation = look(rule, bound) if bound is not None else None
        if bound is not None and evaluation is not None:
            yield _held(rule, bound, evaluation)


def _open(subject: Subject, state: _Run) -> bool:
    """Whether no claim that a subject rests on is contradicted, and one is not supported otherwise."""
    verdicts = {state.judgements[c.id].verdict for c in subject.told}
    return "disagrees" not in verdicts and "unsupported" in verdicts


def _subjects(rule: Rule, state: _Run) -> tuple[Subject, ...]:
    rest = state.rulebook.rest(rule)
    key = (rule.kind, rule.of, rest)
    if key not in state.subjects:
        state.subjects[key] = tuple(KINDS[rule.kind].each(state.context, rule.of, rest))
    return state.subjects[key]


def _bound(subject: Subject, claim: Claim, state: _Run) -> Subject | None:
    """A claim with its operands, see `_with_operands`; found once, for many rules look at each claim."""
    if claim.id not in state.bound:
        state.bound[claim.id] = _with_operands(subject, claim, state)
    return state.bound[claim.id]


def _with_operands(subject: Subject, claim: Claim, state: _Run) -> Subject | None:
    """A claim with the operands of the sure reading that it agrees with, or of one that gives its number and moves the
    other way; None where there is none, for a further doubt about a number that is not understood is no finding."""
    weighed = state.weighed.get(claim.id)
    if weighed is None or weighed.judgement.verdict == "disagrees":
        return None
    candidate, confirmed = weighed.candidate, True
    if candidate is not None and candidate.strength == "sure" and "part" not in candidate.operands:
        told = _told_itself(candidate) or claim.kind in CHANGES and not claim.doubt
        confirmed = told or _confirmed(claim, candidate, state)
    else:
        candidate = _other_way(claim, weighed, state)
    if candidate is None:
        return None
    names = {**subject.names, **named(candidate), "confirmed": truth(confirmed)}
    return replace(subject, names=names, facts=(weighed.candidate or candidate).facts)


def _other_way(claim: Claim, weighed: Weighed, state: _Run) -> Candidate | None:
    """What tells surely that a number moves the other way than its word of direction says: figures that give its size,
    one of which another number of the sentence states too, or which give its restatement in per cent or in money too;
    or the two figures that the sentence itself compares."""
    for candidate in weighed.turned:
        alone = candidate.note == OWN and not claim.doubt
        if alone or _confirmed(claim, candidate, state) or _turned_twice(claim, candidate, state):
            return candidate
    binding = state.context.bindings.get(claim.id)
    return binding.moved if binding is not None else None


def _turned_twice(claim: Claim, candidate: Candidate, state: _Run) -> bool:
    """Whether the figures also give the same change as the sentence restates it."""
    facts = candidate.facts
    return any(
        other.group == claim.group and other.kind != claim.kind and facts == turned.facts
        for other in state.context.by_sentence[claim.sentence.start]
        if other.id in state.weighed
        for turned in state.weighed[other.id].turned
    )


def _told_itself(candidate: Candidate) -> bool:
    """Whether the sentence states both figures: "rose to $62.8 million from $58.4 million"."""
    before = candidate.operands.get("before")
    return before is not None and not before.facts


def _confirmed(claim: Claim, candidate: Candidate, state: _Run) -> bool:
    """Whether another number of the sentence agrees with one of the same figures; a change is confirmed by the same one
    stated in per cent, or in money."""
    facts = {f.id for f in candidate.facts}
    for other, reading in agreed_beside(claim, state.weighed, state.context):
        restated = other.kind in CHANGES and claim.kind in CHANGES and other.kind != claim.kind
        if other.kind in CHANGES and not (restated and other.group == claim.group):
            continue
        if not facts.isdisjoint(f.id for f in reading.facts):
            return True
    return False


@dataclass(frozen=True, slots=True)
class _Held:
    """A rule held against a subject. `slight`: one unit of room in the last digits would heal the failure."""

    rule: Rule
    subject: Subject
    evaluation: Evaluation
    outcome: Result
    slight: bool = False


def _held(rule: Rule, subject: Subject, evaluation: Evaluation) -> _Held:
    """The outcome of a subject; where it fails, it is evaluated again with one unit of room in the last digits."""
    if evaluation.truth is None:
        return _Held(rule, subject, evaluation, "skipped")
    if evaluation.holds:
        return _Held(rule, subject, evaluation, "passed")
    units = Decimal(1) if "parts" in subject.names else Decimal("0.5")
    loose = evaluate(rule, Names(loosened(subject.names, units), subject.lookup))
    if not loose.holds or loose.truth is None:
        return _Held(rule, subject, evaluation, "failed")
    if rule.slack == "note":
        return _Held(rule, subject, evaluation, "failed", True)
    return _Held(rule, subject, replace(evaluation, truth=replace(loose.truth, how="slack")), "passed")


def _finding(held: _Held, level: Level, because: str, working: str, context: Context) -> Finding:
    rule, subject, evaluation = held.rule, held.subject, held.evaluation
    actual, expected = evaluation.actual, evaluation.expected
    fact = actual.facts[0] if actual is not None and len(actual.facts) == 1 else None
    said = ""
    if expected is not None:
        said = in_scale(expected.value, fact, context.known) if fact else shown(expected, context.known, actual)
    message = written(rule.message, evaluation, working)
    if because:
        message = f"{message} ({because})"
    return Finding(
        "", rule.id, rule.name, level, message, subject.span, _concerned(subject),
        said or _word(evaluation, "direction"), _stated(subject, actual),
        context.evidence(evaluation.facts(subject.facts)),
        cause_of_figure(fact, expected), in_force(rule.parameters, working),
    )  # fmt: skip


def _concerned(subject: Subject) -> str | None:
    """The claim that a finding concerns: the one that is weighed, or the one that the rule names."""
    claim = subject.claim or subject.names.get("claim")
    return claim.id if isinstance(claim, Claim) else None


def _word(evaluation: Evaluation, name: str) -> str:
    """A named text, where the rule's condition is about words."""
    value = evaluation.scope.names.get(name)
    return value if isinstance(value, str) else ""


def _stated(subject: Subject, actual: Figure | None) -> str:
    """What is printed where the finding is."""
    if actual is not None:
        return actual.text
    return said_of(subject.claim) if subject.claim is not None else ""


# ---------------------------------------------------------------------------------------------------- order


def _in_order(findings: Sequence[Finding], context: Context) -> tuple[Finding, ...]:
    """Findings in order of the document, numbered, with their fingerprints."""
    return identified(sorted(findings, key=lambda f: (f.span.start, f.rule, f.message)), context)
