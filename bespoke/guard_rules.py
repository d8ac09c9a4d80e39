"""The names of the guards' rules, which settings and findings share, and which of them must stay on."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

RULE_NAMES: tuple[str, ...] = (
    "unsupported_price",
    "wrong_currency",
    "invented_discount",
    "wrong_discount",
    "invented_code",
    "invented_deadline",
    "false_scarcity",
    "unknown_product",
    "blurb_mismatch",
    "unsupported_attribute",
    "unsupported_superlative",
    "health_claim",
    "guarantee",
    "competitor_mention",
    "banned_word",
    "missing_required_phrase",
    "personal_data",
    "sensitive_inference",
    "surveillance_tone",
    "deceptive_subject",
    "pressure",
    "profanity",
    "shouting",
    "wrong_language",
    "bad_placeholder",
    "empty_field",
    "too_long",
    "markup_or_link",
    "hidden_characters",
    "prompt_leak",
    "too_many_offers",
    "too_many_products",
    "too_many_dynamic_blocks",
)
# What a model says of copy after the rules; turned on by themselves, and as severe as `guards.rules` says.
SECOND_LOOK_RULES: tuple[str, ...] = ("unsupported_claim", "moderation")
# Copy that breaks these cannot be laid out, or was dictated by somebody else: a person must look at least.
NEVER_UNSEEN = frozenset({"bad_placeholder", "empty_field", "markup_or_link", "prompt_leak"})


def name_near(unknown: str, known: Iterable[str] = RULE_NAMES) -> str:
    """A hint such as `; did you mean 'shouting'?`, or where nothing is near, all the names."""
    known = tuple(known)
    near = get_close_matches(unknown, known, n=3, cutoff=0.5)
    if near:
        return f"; did you mean {' or '.join(map(repr, near))}?"
    return f"; there are {', '.join(sorted(known))}"
