"""What the guards found in drafts, rule by rule: sent back to the model, mended, given up, still there."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from bespoke.domain import Severity, WrittenCopy


@dataclass(frozen=True, slots=True)
class RuleCount:
    """One rule over many drafts. Every figure counts drafts."""

    rule: str
    sent_back: int  # to the model, at least once
    mended: int  # of those: kept in the model's words, without what was found
    given_up: int  # of those: written by the phrasebook, since the model's last copy still had it
    blocked: int  # as they stand now
    held: int
    noted: int


def count_by_rule(written: Iterable[WrittenCopy]) -> tuple[RuleCount, ...]:
    """A count for every rule that found something, those sent back most first."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for one in written:
        standing = {finding.rule for finding in one.findings}
        for rule in {rule for round_ in one.sent_back for rule in round_}:
            counts[rule]["sent_back"] += 1
            if not one.sent_back_in_vain:
                counts[rule]["mended"] += rule not in standing
            elif rule in one.sent_back[-1]:
                counts[rule]["given_up"] += 1
        for rule, severity in {(finding.rule, finding.severity) for finding in one.findings}:
            counts[rule][_STANDING[severity]] += 1
    found = [
        RuleCount(rule, *(count[name] for name in ("sent_back", "mended", "given_up", *_STANDING.values())))
        for rule, count in counts.items()
    ]
    return tuple(sorted(found, key=lambda one: (-one.sent_back, -one.blocked, -one.held, one.rule)))


_STANDING = {Severity.BLOCK: "blocked", Severity.HOLD: "held", Severity.NOTE: "noted"}


def describe_rule_count(count: RuleCount) -> str:
    """A rule's figures on one line."""
    parts = []
    if count.sent_back:
        parts.append(
            f"{count.sent_back:,} sent back to the model, {count.mended:,} of them mended and "
            f"{count.given_up:,} left to the phrasebook"
        )
    standing = ((count.blocked, "blocked"), (count.held, "held"), (count.noted, "noted"))
    if now := ", ".join(f"{number:,} {word}" for number, word in standing if number):
        parts.append(f"{now} as they stand")
    return f"{count.rule}: {'; '.join(parts)}"


def list_rule_counts(counts: Iterable[RuleCount]) -> list[str]:
    """A table in Markdown, a row a rule; no lines where there are no counts."""
    rows = [
        f"| {one.rule} | {one.sent_back:,} | {one.mended:,} | {one.given_up:,} | {one.blocked:,} | "
        f"{one.held:,} | {one.noted:,} |"
        for one in counts
    ]
    if not rows:
        return []
    return [
        "| rule | sent back to the model | mended | left to the phrasebook | blocked | held | noted |",
        "|---|--:|--:|--:|--:|--:|--:|",
        *rows,
    ]
