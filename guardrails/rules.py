"""Every rule of the guards: what it catches, how severely, and an example that a test proves."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from bespoke.domain import Severity

BLOCK, HOLD, NOTE = Severity.BLOCK, Severity.HOLD, Severity.NOTE


class Family(StrEnum):
    FIGURES = "Figures and offers"
    PRODUCTS = "Products"
    CLAIMS = "Claims"
    BRAND = "The brand's rules"
    PEOPLE = "People"
    HONESTY = "Honesty and manners"
    FORM = "Form"
    INJECTION = "Injection"
    CAPS = "Caps"


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule; its findings carry its name."""

    name: str
    family: Family
    catches: str
    example: str  # against the facts of docs/guardrails.md
    field: str = "body"  # where the example stands
    severity: Severity = BLOCK  # of what is certain, and of the brand's own phrases
    others: tuple[Severity, ...] = ()  # of what is less certain
    takes_phrases: bool = False  # whether `guards.phrases` may add to it
    can_be_allowed: bool = True  # whether `guards.allowed` can lift its findings

    @property
    def severities(self) -> tuple[Severity, ...]:
        return (self.severity, *self.others)


_ALL = (
    Rule(
        "unsupported_price",
        Family.FIGURES,
        "A price, sum or saving that no product, list price or offer comes to, in digits or in words",
        "The mug is £9.90 today.",
        others=(HOLD,),
    ),
    Rule(
        "wrong_currency",
        Family.FIGURES,
        "An amount in another currency than the shop's",
        "The mug is €12.50.",
        others=(HOLD,),
    ),
    Rule(
        "invented_discount",
        Family.FIGURES,
        "A discount, gift or free shipping where the facts have none",
        "The board comes with free shipping.",
        others=(HOLD,),
        takes_phrases=True,
    ),
    Rule(
        "wrong_discount",
        Family.FIGURES,
        "Another discount than the offer's or than list prices come down by, also as “half price”",
        "Everything is 25% off.",
        others=(HOLD,),
    ),
    Rule(
        "invented_code",
        Family.FIGURES,
        "A code that is not the offer's",
        "Use the code SUMMER20 at the checkout.",
        others=(HOLD, NOTE),
    ),
    Rule(
        "invented_deadline",
        Family.FIGURES,
        "A last day that is not the offer's, as a date, a weekday or in words such as “ends tonight”",
        "The offer ends on 25 April.",
        others=(HOLD, NOTE),
        takes_phrases=True,
    ),
    Rule(
        "unknown_product",
        Family.PRODUCTS,
        "A product that is not among the facts, or a sentence for one that is not",
        "Pair it with our linen tablecloth.",
        others=(HOLD,),
    ),
    Rule(
        "blurb_mismatch",
        Family.PRODUCTS,
        "A product's sentence that describes another product",
        "An oiled oak serving board, 30 cm long.",
        field="blurb:mug-1",
        others=(HOLD,),
        can_be_allowed=False,
    ),
    Rule(
        "unsupported_attribute",
        Family.PRODUCTS,
        "A material, origin, size, rating, certificate, award or capability that the facts do not give",
        "A mug of fine bone china, dishwasher-safe.",
        others=(HOLD, NOTE),
        takes_phrases=True,
    ),
    Rule(
        "unsupported_superlative",
        Family.CLAIMS,
        "“The best”, “number one”, “everybody's favorite”, where no allowed claim says so",
        "It is the best mug in the world.",
        others=(HOLD,),
        takes_phrases=True,
    ),
    Rule(
        "health_claim",
        Family.CLAIMS,
        "What a product is said to do for body or mind",
        "Tea from it relieves headaches and boosts your immune system.",
        others=(HOLD,),
        takes_phrases=True,
    ),
    Rule(
        "guarantee",
        Family.CLAIMS,
        "Guarantees, free returns and promises of a result that the facts do not make",
        "Love it or your money back, guaranteed for ten years.",
        others=(HOLD,),
        takes_phrases=True,
    ),
    Rule(
        "competitor_mention",
        Family.BRAND,
        "A competitor of the brand's list",
        "Kinder to your table than anything at ClayWorks.",
        others=(HOLD,),
    ),
    Rule(
        "banned_word",
        Family.BRAND,
        "A word of the brand's list, in any case and with its endings",
        "A very hygge morning.",
        others=(HOLD,),
        takes_phrases=True,
    ),
    Rule(
        "missing_required_phrase",
        Family.BRAND,
        "An email without a phrase that the brand, or a disclaimer for its products, requires",
        "We picked a mug for you.",
        can_be_allowed=False,
    ),
    Rule(
        "personal_data",
        Family.PEOPLE,
        "Names, addresses, telephone and order numbers, birthdays; in `check-copy` all that a case's "
        "customer is known by",
        "Dear Mrs Ashdown, your order HM-2207-49183 is on its way.",
        others=(HOLD,),
        takes_phrases=True,
    ),
    Rule(
        "sensitive_inference",
        Family.PEOPLE,
        "Guesses at readers' health, faith, family, origin, age, body or money",
        "Now that you are pregnant, a warm mug helps.",
        severity=HOLD,
        others=(BLOCK,),
        takes_phrases=True,
    ),
    Rule(
        "surveillance_tone",
        Family.PEOPLE,
        "Telling readers what they were seen doing, or what they bought",
        "We saw you looking at the mug three times.",
        others=(HOLD, NOTE),
        takes_phrases=True,
    ),
    Rule(
        "false_scarcity",
        Family.HONESTY,
        "Low stock, high demand or a last chance that the stock does not bear out",
        "Only 2 left in stock.",
        others=(HOLD,),
        takes_phrases=True,
    ),
    Rule(
        "deceptive_subject",
        Family.HONESTY,
        "Subjects that pretend to be a reply, an invoice or a notice about an account",
        "Re: your order",
        field="subject",
        others=(HOLD,),
        takes_phrases=True,
    ),
    Rule(
        "pressure",
        Family.HONESTY,
        "Guilt, shame and threats; haste that no fact explains, as a note",
        "Don't be the one who lets us down.",
        severity=HOLD,
        others=(BLOCK, NOTE),
        takes_phrases=True,
    ),
    Rule(
        "profanity",
        Family.HONESTY,
        "Coarse words, masked ones too",
        "A damn good mug, and no bullshit.",
        others=(HOLD,),
        takes_phrases=True,
    ),
    Rule(
        "shouting",
        Family.HONESTY,
        "Capitals that no fact explains, and exclamation marks in a row or too many",
        "BUY YOUR MUG TODAY!!!",
        others=(HOLD, NOTE),
    ),
    Rule(
        "wrong_language",
        Family.FORM,
        "A sentence in another language than the email's",
        "Das ist eine sehr schöne Tasse, die wir für dich ausgesucht haben.",
        others=(HOLD,),
    ),
    Rule(
        "bad_placeholder",
        Family.FORM,
        "Slots that nothing fills, braces and brackets left over, and names used so that a sentence breaks "
        "for customers without one",
        "Hello [FIRST NAME],",
        others=(HOLD,),
        can_be_allowed=False,
    ),
    Rule(
        "empty_field",
        Family.FORM,
        "A field that the email needs and that says nothing",
        "–",
        field="cta",
        can_be_allowed=False,
    ),
    Rule(
        "too_long",
        Family.FORM,
        "A field over its limit in `[limits]` once its slots hold their longest filling",
        "A stoneware mug for slow mornings, quick lunches and long evenings",
        field="subject",
        can_be_allowed=False,
    ),
    Rule(
        "markup_or_link",
        Family.FORM,
        "HTML, Markdown and web addresses: copy is plain text, and layouts make the links",
        "Have a look at **the mug** on https://example.com/mug.",
        can_be_allowed=False,
    ),
    Rule(
        "hidden_characters",
        Family.FORM,
        "Characters that nobody sees and that can hide words",
        "A mug for slow\u200b mornings.",
        severity=HOLD,
        others=(BLOCK,),
        can_be_allowed=False,
    ),
    Rule(
        "prompt_leak",
        Family.INJECTION,
        "The model talking about itself, its instructions or the conversation, and copy that obeyed "
        "an instruction hidden in a product's text",
        "As an AI language model, here is your email:",
        others=(HOLD,),
        takes_phrases=True,
    ),
    Rule(
        "too_many_offers",
        Family.CAPS,
        "More promises than `limits.offers` allows in one email",
        "Take 15% off, plus free shipping, plus £5 off your next order.",
        can_be_allowed=False,
    ),
    Rule(
        "too_many_products",
        Family.CAPS,
        "More products named than `limits.products` allows in one email",
        "{{ product_1 }}, {{ product_2 }}, {{ product_3 }} and {{ product_4 }}.",
        can_be_allowed=False,
    ),
    Rule(
        "too_many_dynamic_blocks",
        Family.CAPS,
        "More slots and products together than `limits.dynamic_blocks` allows in one email",
        "It is {{ product_1 }}, " + "then {{ product_1 }}, " * 11 + "always {{ product_1 }}.",
        can_be_allowed=False,
    ),
)

RULES: Mapping[str, Rule] = {rule.name: rule for rule in _ALL}
