"""A product's sentence taken from its own description, without a word of ours."""

from __future__ import annotations

import html
import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from bespoke.domain import BrandRules, Product
from copywriter.language import languages, read_words
from copywriter.rules_of_brand import avoid_words

_READ_CHARS = 2000  # of a description; its first two sentences are all that is wanted
_MOST_SENTENCES = 2
_LONGEST_ABBREVIATION = 10
_UNSEEN = re.compile(r"(?s)<!--.*?(?:-->|$)|<(script|style)\b.*?(?:</\1\s*>|$)", re.IGNORECASE)
_INLINE_TAG = re.compile(r"</?(?:a|b|em|i|mark|small|span|strong|sub|sup|u)\b[^<>]{0,500}>", re.IGNORECASE)
_TAG = re.compile(r"</?[A-Za-z!][^<>]{0,500}>")
_INVISIBLE = re.compile(
    r"[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff"
    r"\ufff9-\ufffb\U000e0000-\U000e007f\x00-\x08\x0b\x0c\x0e-\x1f\x7f]"
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:approx|ca|cm|incl|max|min|no|nr|vs|z|bzw|inkl|env|aprox|st|dr|mr|mrs|e\.g|i\.e|z\.\s?b)|\b\w)\.$",
    re.IGNORECASE,
)
_BREAK = re.compile(r"(?<=[.!?…])[\"'”»)]*\s+(?=[^\W_a-zß-öø-ÿ]|[\"'“„«¿¡(])")
_NOT_FOR_A_CARD = re.compile(
    r"""://|\bwww\.|@|\{|\}|[<>|\[\]\\`*]|\#|\bIBAN\b|\bBIC\b
      |\b[\w-]+\.(?:com|net|org|shop|store|example|info|biz|io|app|eu|de|fr|es|uk|us|ai|me|ly)\b
      |[£$€¥]|[-–−]\s?\d+\s?%|\b(?:EUR|GBP|USD|CHF)\b|\+?\d[\d ()/-]{7,}\d
      |[!?]{2}|!.*!|\u00a0?\bPS\b""",
    re.VERBOSE,
)


def write_blurb(product: Product, brand: BrandRules, limit: int) -> str:
    """One or two whole sentences of the description, else the attributes; empty where neither will do.

    A sentence ends the excerpt that holds a link, a price, a claim a shop would have to prove,
    pressure to hurry, a call to act, what reads as an instruction to a writer, or a word the brand
    does not use; so does one that does not fit. All are looked for in every language there is.
    """
    avoided = avoid_words(brand)
    text = ""
    for sentence in _sentences(product.description):
        longer = f"{text} {sentence}".strip()
        if len(longer) > limit or not _is_presentable(sentence, avoided):
            break
        text = longer
    if text.rstrip(".").casefold() == product.title.rstrip(".").casefold():
        text = ""
    return text or _from_attributes(product, avoided, limit)


def _sentences(description: str) -> list[str]:
    """The first sentences in plain text; one that the reading limit cuts is not among them."""
    plain = _plain(description[:_READ_CHARS])
    sentences: list[str] = []
    for part in _BREAK.split(plain):
        if sentences and _ABBREVIATION.search(sentences[-1][-_LONGEST_ABBREVIATION:]):
            sentences[-1] += f" {part}"
        elif part:
            sentences.append(part)
    if len(description) > _READ_CHARS:
        sentences = sentences[:-1]
    return [_finish(sentence) for sentence in sentences[:_MOST_SENTENCES]]


def _plain(text: str) -> str:
    text = html.unescape(_TAG.sub(" ", _INLINE_TAG.sub("", _UNSEEN.sub(" ", text))))
    return " ".join(_INVISIBLE.sub("", text).split())


def _finish(sentence: str) -> str:
    sentence = sentence[:1].upper() + sentence[1:]
    return sentence if sentence[-1] in ".!?…\"'”»)" else f"{sentence.rstrip(' ,;:-–')}."


def _is_presentable(sentence: str, avoided: re.Pattern[str] | None) -> bool:
    letters = [letter for letter in sentence if letter.isalpha()]
    shouts = sum(map(str.isupper, letters)) > 0.6 * len(letters)
    plain = _without_tricks(sentence)
    return (
        bool(letters)
        and not shouts
        and not _NOT_FOR_A_CARD.search(plain)
        and not _unfit_words().search(plain)
        and not (avoided is not None and avoided.search(plain))
    )


def _without_tricks(text: str) -> str:
    """The text with wide and ornate letters made plain, and one kind of apostrophe."""
    return unicodedata.normalize("NFKC", text).replace("’", "'")


@cache
def _unfit_words() -> re.Pattern[str]:
    """What no product may say of itself on a card, in all languages at once: a text's own language
    is not known, and instructions come in any."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(_unfit())})(?!\w)", re.IGNORECASE)


def _unfit() -> Iterator[str]:
    for code in sorted(languages()):
        for expressions in read_words(code)["unfit"].values():
            yield from expressions


def _from_attributes(product: Product, avoided: re.Pattern[str] | None, limit: int) -> str:
    text = ""
    for name, value in product.attributes.items():
        part = f"{_plain(name[:limit]).replace('_', ' ').strip().capitalize()}: {_plain(value[: 2 * limit])}"
        longer = f"{text} · {part}" if text else part
        if value.strip() and len(longer) <= limit and _is_presentable(part, avoided):
            text = longer
    return text
