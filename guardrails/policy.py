"""A brand's own policy over what the guards find: other severities, more phrases, phrases left alone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from bespoke.domain import Finding, Severity
from bespoke.errors import SettingsError
from bespoke.settings import GuardSettings
from guardrails.lexicon import Lexicon
from guardrails.plain_text import fold
from guardrails.reading import Reading
from guardrails.rules import RULES

_ANY = "any"  # a brand's phrases are looked for in every language
_GENEROUS = 0.5  # of a finding's letters must stand in an allowed phrase


@dataclass(frozen=True, eq=False)
class Policy:
    """Guard settings made ready."""

    severities: Mapping[str, Severity | None]  # by rule; None: off
    phrases: Mapping[str, Lexicon]  # by rule
    allowed: Lexicon | None

    def find_phrases(self, reading: Reading) -> Iterator[Finding]:
        """What the brand itself lists under its rules."""
        for rule, lexicon in self.phrases.items():
            for match in lexicon.find(reading, _ANY):
                yield reading.finding(
                    rule,
                    RULES[rule].severity,
                    match.span(),
                    "{} is on the brand's own list.",
                    fact=f"guards.phrases.{rule}",
                    suggestion="Say it in other words, or leave it out.",
                )

    def apply(self, findings: Iterable[Finding], reading: Reading) -> Iterator[Finding]:
        """The findings as the brand sees them: those that are off or allowed gone, the others as severe
        as it says."""
        allowed: list[tuple[str, int, int]] | None = None
        for finding in findings:
            severity = self.severities.get(finding.rule, finding.severity)
            if severity is None:
                continue
            if self.allowed is not None and _is_waivable(finding):
                allowed = self._allowed_places(reading) if allowed is None else allowed
                if _is_within(finding, allowed):
                    continue
            yield finding if severity is finding.severity else replace(finding, severity=severity)

    def _allowed_places(self, reading: Reading) -> list[tuple[str, int, int]]:
        places = []
        for match in self.allowed.find(reading, _ANY) if self.allowed else ():
            passage = reading.passage_at(match.start())
            places.append((passage.field, *passage.span(*match.span())))
        return places


def _is_waivable(finding: Finding) -> bool:
    rule = RULES.get(finding.rule)
    return finding.span is not None and (rule is None or rule.can_be_allowed)


def _is_within(finding: Finding, places: Iterable[tuple[str, int, int]]) -> bool:
    start, end = finding.span or (0, 0)
    return any(
        field == finding.field and min(end, last) - max(start, first) >= _GENEROUS * max(end - start, 1)
        for field, first, last in places
    )


class _Identity:
    """A cache key that is one section of settings and no other: sections hold mappings and do not hash."""

    __slots__ = ("guards",)

    def __init__(self, guards: GuardSettings) -> None:
        self.guards = guards

    def __hash__(self) -> int:
        return id(self.guards)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Identity) and other.guards is self.guards


def policy_of(guards: GuardSettings) -> Policy | None:
    """The policy that the settings ask for; None where they change nothing.

    Raises SettingsError for a phrase that is not well-formed, and phrases of a rule that looks for none.
    """
    return _cached_policy(_Identity(guards))


@lru_cache(maxsize=16)
def _cached_policy(key: _Identity) -> Policy | None:
    guards = key.guards
    if not (guards.rules or guards.phrases or guards.allowed):
        return None
    for rule in guards.phrases:
        if not RULES[rule].takes_phrases:
            takers = ", ".join(name for name, one in RULES.items() if one.takes_phrases)
            raise SettingsError(f"guards.phrases.{rule}: this rule looks for no phrases; {takers} do")
    return Policy(
        severities={rule: None if how == "off" else Severity(how) for rule, how in guards.rules.items()},
        phrases={
            rule: _lexicon(phrases, f"guards.phrases.{rule}")
            for rule, phrases in guards.phrases.items()
            if guards.rules.get(rule) != "off"
        },
        allowed=_lexicon(guards.allowed, "guards.allowed") if guards.allowed else None,
    )


def _lexicon(phrases: Iterable[str], where: str) -> Lexicon:
    """Raises SettingsError on one line where a phrase cannot be parsed."""
    lexicon = Lexicon({_ANY: tuple(fold(phrase).strip() for phrase in phrases)}, is_shared=False)
    try:
        lexicon.check()
    except ValueError as problem:
        raise SettingsError(f"{where}: {problem}") from None
    return lexicon


def describe_policy(guards: GuardSettings) -> tuple[str, ...]:
    """What the settings change, a line each; the rules that are off first, so that nobody misses them."""
    by_treatment: dict[str, list[str]] = {}
    for rule, how in sorted(guards.rules.items()):
        by_treatment.setdefault(how, []).append(rule)
    lines = [f"turned off: {', '.join(by_treatment['off'])}"] if "off" in by_treatment else []
    lines += [
        f"always {how}: {', '.join(by_treatment[how])}"
        for how in ("note", "hold", "block")
        if how in by_treatment
    ]
    if count := sum(map(len, guards.phrases.values())):
        lines.append(f"phrases of the brand's own: {count}")
    if guards.allowed:
        lines.append(f"allowed phrases: {len(guards.allowed)}")
    return tuple(lines)
