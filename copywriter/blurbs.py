"""A product's sentence taken from its own description, without a word of ours."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence

from bespoke.domain import BrandRules, Product

_TAG = re.compile(r"<[^>]*>")
_ABBREVIATION = re.compile(
    r"(?:\b(?:approx|ca|cm|incl|max|min|no|nr|vs|z|bzw|inkl|env|aprox|st|dr|mr|mrs|e\.g|i\.e|z\.\s?b)|\b\w)\.$",
    re.IGNORECASE,
)
_BREAK = re.compile(r"(?<=[.!?…])[\"'”»)]*\s+(?=[^\W_a-zß-öø-ÿ]|[\"'“„«¿¡(])")
_NOT_FOR_A_CARD = re.compile(
    r"""https?://|www\.|@|\{\{|\}\}|[<>{}|]
      |[£$€¥]\s?\d|\d\s?[£$€¥]|\bIBAN\b
      |\b(?:system|assistant|ignore|instruction|instructions|prompt|writer|note\s+to)\b\s*:?
      |\b(?:click|buy\s+now|order\s+now|jetzt\s+kaufen|achetez|compra\s+ya)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_MOST_SENTENCES = 2


def write_blurb(product: Product, brand: BrandRules, limit: int) -> str:
    """One or two whole sentences of the description, else the attributes; empty where neither will do.

    A sentence with a link, a price, a banned word or what reads as an instruction
    ends the excerpt, and so does one that does not fit.
    """
    banned = [word.casefold() for word in (*brand.banned_words, *brand.competitors) if word]
    text = ""
    for sentence in _sentences(product.description)[:_MOST_SENTENCES]:
        longer = f"{text} {sentence}".strip()
        if len(longer) > limit or not _is_presentable(sentence, banned):
            break
        text = longer
    if text.rstrip(".").casefold() == product.title.rstrip(".").casefold():
        text = ""
    return text or _from_attributes(product, banned, limit)


def _sentences(description: str) -> list[str]:
    plain = " ".join(html.unescape(_TAG.sub(" ", description)).split())
    sentences: list[str] = []
    for part in _BREAK.split(plain):
        if sentences and _ABBREVIATION.search(sentences[-1]):
            sentences[-1] += f" {part}"
        elif part:
            sentences.append(part)
    return [_finish(sentence) for sentence in sentences]


def _finish(sentence: str) -> str:
    sentence = sentence[:1].upper() + sentence[1:]
    return sentence if sentence[-1] in ".!?…\"'”»)" else f"{sentence.rstrip(' ,;:-–')}."


def _is_presentable(sentence: str, banned: Sequence[str]) -> bool:
    letters = [letter for letter in sentence if letter.isalpha()]
    shouts = sum(map(str.isupper, letters)) > 0.6 * len(letters)
    lowered = sentence.casefold()
    return (
        bool(letters)
        and not shouts
        and not _NOT_FOR_A_CARD.search(sentence)
        and not any(word in lowered for word in banned)
    )


def _from_attributes(product: Product, banned: Sequence[str], limit: int) -> str:
    text = ""
    for name, value in product.attributes.items():
        part = f"{name.replace('_', ' ').strip().capitalize()}: {value.strip()}"
        longer = f"{text} · {part}" if text else part
        if value.strip() and len(longer) <= limit and _is_presentable(part, banned):
            text = longer
    return text
