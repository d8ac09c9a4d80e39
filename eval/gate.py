"""Whether a model has earned its place: one decision, with its reasons in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from bespoke.domain import Aim
from bespoke.settings import GateSettings
from eval.judgment import AIM_LABELS, METRIC_LABELS, OWN, POPULAR, Judgment
from eval.ranking import Interval

MOSTLY_REPEATS = 0.5  # of later purchases; from here on the shop is told so


class Verdict(StrEnum):
    BETTER = "has earned its place"
    NOT_BETTER = "not shown to be better than popularity"
    WORSE = "not shown to be as good as the model in service"
    TOO_LITTLE_DATA = "too little data to tell"


@dataclass(frozen=True, slots=True)
class Check:
    """One condition: the lead's whole interval has to lie above `threshold`."""

    over: str
    lead: Interval
    threshold: float
    passed: bool


@dataclass(frozen=True, slots=True)
class Decision:
    """`reasons` are sentences, the one that decided first."""

    verdict: Verdict
    candidate: str
    aim: Aim
    metric: str
    reasons: tuple[str, ...]
    checks: tuple[Check, ...] = ()

    @property
    def promotes(self) -> bool:
        """Whether the candidate is to be put in service."""
        return self.verdict is Verdict.BETTER

    @property
    def reason(self) -> str:
        """All reasons as one paragraph."""
        return " ".join(self.reasons)


def refuse_to_judge(candidate: str, why: str, rules: GateSettings) -> Decision:
    """The decision where nothing could be judged; `why` is a sentence."""
    return Decision(Verdict.TOO_LITTLE_DATA, candidate, rules.aim, rules.metric, (why,))


def decide(
    judgment: Judgment, candidate: str, rules: GateSettings, *, in_service: str | None = None
) -> Decision:
    """Put `candidate` in service only if it beats popularity and is not worse than what serves now.

    Better: the 95 % interval of the paired lead over popularity lies above zero. Not worse:
    the interval of the paired lead over `in_service` lies above −margin, where the margin is
    `rules.margin` of what the model in service scores (a non-inferiority test at 2.5 %,
    Piaggio et al. 2012). `in_service` is None where popularity serves or nothing does.
    """
    lead = judgment.lead(candidate, POPULAR, rules.aim, rules.metric)
    if lead is None or lead.low is None or lead.customers < rules.fewest_customers:
        return refuse_to_judge(candidate, _too_few(lead, rules), rules)
    beaten = _check(POPULAR, lead, 0.0)
    notes = _notes(judgment, candidate, rules)
    if not beaten.passed:
        return _decision(Verdict.NOT_BETTER, candidate, rules, [beaten], notes)
    if in_service is None:
        return _decision(Verdict.BETTER, candidate, rules, [beaten], notes)
    kept = _check_in_service(judgment, candidate, in_service, rules)
    if kept is None:
        why = "The model in service could not be judged on the same customers, so it stays."
        return Decision(Verdict.WORSE, candidate, rules.aim, rules.metric, (why, *notes), (beaten,))
    verdict = Verdict.BETTER if kept.passed else Verdict.WORSE
    return _decision(verdict, candidate, rules, [beaten, kept], notes)


def _check(over: str, lead: Interval, threshold: float) -> Check:
    assert lead.low is not None
    # Two models alike give a lead of exactly zero, which is not below a margin of zero.
    passed = lead.low > threshold or (over != POPULAR and lead.low == threshold)
    return Check(over, lead, threshold, passed)


def _check_in_service(
    judgment: Judgment, candidate: str, in_service: str, rules: GateSettings
) -> Check | None:
    lead = judgment.lead(candidate, in_service, rules.aim, rules.metric)
    score = judgment.score(in_service, rules.aim)
    if lead is None or lead.low is None or score is None:
        return None
    return _check(in_service, lead, -rules.margin * (score.metrics[rules.metric].mean or 0.0))


def _decision(
    verdict: Verdict, candidate: str, rules: GateSettings, checks: Sequence[Check], notes: Sequence[str]
) -> Decision:
    # The check that failed says why; where all passed, each is part of the reason.
    decisive = [check for check in checks if not check.passed] or checks
    words = [_in_words(check, rules) for check in decisive]
    return Decision(verdict, candidate, rules.aim, rules.metric, (*words, *notes), tuple(checks))


def _in_words(check: Check, rules: GateSettings) -> str:
    lead = check.lead
    assert lead.mean is not None
    assert lead.low is not None
    assert lead.high is not None
    name = METRIC_LABELS[rules.metric]
    whose = "popularity's" if check.over == POPULAR else "that of the model in service"
    text = (
        f"{_AIM_WORDS[rules.aim]} its {name} differs from {whose} by {lead.mean:+.4f} "
        f"(95 % interval {lead.low:+.4f} to {lead.high:+.4f}, {lead.customers:,} customers)"
    )
    if check.over == POPULAR:
        return f"{text}{'' if check.passed else ', which may be chance'}."
    limit = f"the margin of {check.threshold:+.4f} ({rules.margin:.0%} of its score)"
    return f"{text}, {'within' if check.passed else 'which may be below'} {limit}."


def _too_few(lead: Interval | None, rules: GateSettings) -> str:
    found = 0 if lead is None else lead.customers
    people = "1 customer" if found == 1 else f"{found:,} customers"
    return (
        f"Only {people} bought something in the test that counts for the aim "
        f"{rules.aim.value!r}; {rules.fewest_customers} are needed."
    )


def _notes(judgment: Judgment, candidate: str, rules: GateSettings) -> list[str]:
    notes: list[str] = []
    share = judgment.repeat_share
    if rules.aim is Aim.DISCOVER and share is not None and share > MOSTLY_REPEATS:
        notes.append(
            f"Note that {share:.0%} of what these customers bought they had bought before: "
            f"see the tables for {AIM_LABELS[Aim.BUY_AGAIN]!r} and {AIM_LABELS[Aim.MIXED]!r} too, "
            "or set gate.aim to 'mixed' to decide by all orders."
        )
    own = judgment.lead(candidate, OWN, rules.aim, rules.metric)
    if own is not None and own.high is not None and own.high < 0:
        notes.append(
            f"Each customer's own purchases, most recent first, did better by {-(own.mean or 0.0):.4f}."
        )
    return notes


_AIM_WORDS = {
    Aim.DISCOVER: "On products new to the customer",
    Aim.BUY_AGAIN: "On products bought before",
    Aim.MIXED: "On all products",
}
