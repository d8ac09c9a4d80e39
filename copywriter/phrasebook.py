"""The phrasebook: plain, correct copy composed from the fact sheet, without a model."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from zlib import crc32

from bespoke.domain import Angle, Blurb, Copy, DraftKind, FactSheet, Segment
from bespoke.encoding import fingerprint
from bespoke.settings import LimitSettings
from bespoke.slots import longest_filling
from copywriter.blurbs import write_blurb
from copywriter.language import BODY_PARTS, Situation, find_language
from copywriter.rules_of_brand import avoid_words
from copywriter.seasons import occasion_of
from copywriter.sheet_words import gather_words, is_delicate, names_a_time, shop_sentence, theme_sentence

_TONES = {
    Segment.CHAMPION: "regular",
    Segment.LOYAL: "regular",
    Segment.PROMISING: "new",
    Segment.NEW: "new",
    Segment.SLIPPING: "back",
    Segment.AT_RISK: "back",
    Segment.LAPSED: "back",
    Segment.PROSPECT: "prospect",
}
_ANY_TONE = "anyone"  # a cohort of several segments
_FIRST_PRODUCT = "product_1"
_PRODUCT = "{{ product_1 }}"  # the only way in which phrases write it
_LONGEST_HEADLINE_THEME = 48
_TURNS_TRIED = 3  # ways to go on after one subject, of which the least worn is taken
_RATED = "a rated product"  # among what has been said
_FIRST_WORD = re.compile(r"[^\W_]+")
_TOLERATED = 2  # one word twice passes unnoticed in the body, and allows for more variety


@dataclass(frozen=True, slots=True)
class Phrasebook:
    """Writes in English, German, French and Spanish; in any other locale, in the default one.

    The same sheet and variation always give the same copy; the next variation
    gives another subject. What it says rests on the sheet alone.
    """

    limits: LimitSettings = field(default_factory=LimitSettings)
    default_locale: str = "en-GB"

    def write(self, sheet: FactSheet, variation: int = 0) -> Copy:
        """A frame's five texts, or a blurb; a product that nothing is said about gets no blurb."""
        if sheet.kind is DraftKind.FRAME:
            return self.open_page(sheet).write(variation)
        product = sheet.products[0]
        text = write_blurb(product, sheet.brand, self.limits.blurb)
        return Copy(blurbs=(Blurb(product.product_id, text),) if text else ())

    def open_page(self, sheet: FactSheet) -> Page:
        """One frame's copy in the making."""
        return Page(sheet, self.limits, self.default_locale)


def plan_variations(
    phrasebook: Phrasebook, sheets: Sequence[FactSheet], subjects_taken: Collection[str] = ()
) -> list[int]:
    """A variation for each sheet, so that as few frames as possible share a subject, neighbors last,
    and the rest of the copy repeats little of the frames before."""
    taken: dict[str, int] = dict.fromkeys(subjects_taken, -1)
    worn: Counter[str] = Counter()
    variations = []
    for place, sheet in enumerate(sheets):
        if sheet.kind is not DraftKind.FRAME:
            variations.append(0)
            continue
        page = phrasebook.open_page(sheet)
        variation, copy = _least_worn(page, _least_taken(page.subjects, taken), worn)
        worn.update(_parts(copy))
        taken[copy.subject] = place
        variations.append(variation)
    return variations


def _least_taken(subjects: Sequence[str], taken: Mapping[str, int]) -> int:
    """The place of a subject never used, or else of the one whose last use is farthest away."""
    last_uses = [taken.get(subject, -2) for subject in subjects]
    return last_uses.index(min(last_uses)) if last_uses else 0


def _least_worn(page: Page, subject: int, worn: Mapping[str, int]) -> tuple[int, Copy]:
    """The variation of this subject whose other texts were used least, and its copy."""
    written = [
        (variation, page.write(variation))
        for variation in (subject + turn * max(1, len(page.subjects)) for turn in range(_TURNS_TRIED))
    ]
    return min(written, key=lambda one: sum(worn.get(part, 0) for part in _parts(one[1])))


def _parts(copy: Copy) -> list[str]:
    """What a reader of many emails would know again; the offer is the same in all and not counted."""
    return [copy.preheader, copy.headline, copy.cta, *copy.body.split("\n\n")[1:3], copy.body]


class Page:
    """One email's copy in the making; every choice knows what has been said already."""

    def __init__(self, sheet: FactSheet, limits: LimitSettings, default_locale: str) -> None:
        self.sheet = sheet
        self.limits = limits
        self.default_locale = default_locale
        self.language, self.locale = find_language(sheet.locale, default_locale)
        self.situation = _situation(sheet)
        self.longest = {slot.name: slot.longest_chars for slot in sheet.slots}
        if any(is_delicate(f"{product.title} {product.category}") for product in sheet.products):
            self.longest.pop(_FIRST_PRODUCT, None)
        self.words = gather_words(sheet, self.language)
        self.avoided = avoid_words(sheet.brand)
        self.seed = _seed(sheet)
        self._found: dict[str, list[str]] = {}
        self.subjects = self._candidates("subject", limits.subject)
        self._begin(0)

    def _begin(self, variation: int) -> None:
        self.turn = variation + variation // max(1, len(self.subjects))
        self.theme = self._allowed(theme_sentence(self.sheet, self.locale, self.default_locale))
        self.said: set[str] = set()
        self.openers: set[str] = set()

    def write(self, variation: int = 0) -> Copy:
        """The five texts, the subjects by turns."""
        self._begin(variation)
        subject = self._say(self.subjects[variation % len(self.subjects)] if self.subjects else "")
        preheader = self._pick("preheader", self.limits.preheader)
        headline = self._headline()
        body = self._body()
        return Copy(subject, preheader, headline, body, self._pick("cta", self.limits.cta))

    def _headline(self) -> str:
        """A short theme without a period reads as a headline; a sentence goes into the body."""
        theme = self.theme.removesuffix(".")
        is_short = 0 < len(theme) <= min(_LONGEST_HEADLINE_THEME, self.limits.headline)
        if is_short and not self.sheet.theme.rstrip().endswith(".") and not re.search(r"[.!?;:]", theme):
            self.theme = ""
            return self._say(theme)
        return self._pick("headline", self.limits.headline)

    def _body(self) -> str:
        """Paragraphs; where they are too long together, the least needed go first."""
        parts = {part: self._pick(part, self.limits.body) for part in ("greeting", "opener", "middle")}
        if (rated := self.words.get("rated")) and rated in parts["middle"]:
            self.said.add(_RATED)
        parts["theme"] = self._say(self.theme)
        parts["pointer"] = self._pointer()
        parts["offer"] = self._pick("offer", self.limits.body) if self.sheet.offer else ""
        parts["terms"] = self._terms() if parts["offer"] else ""
        parts["closing"] = self._pick("closing", self.limits.body)
        body = ""
        for part in ("", "pointer", "closing", "opener", "theme", "middle", "greeting", "terms", "offer"):
            parts.pop(part, None)
            body = self._join(parts) or body
            if self._length(body) <= self.limits.body:
                break
        return body

    def _terms(self) -> str:
        terms = self.sheet.offer.terms if self.sheet.offer else ""
        return self._allowed(shop_sentence(terms, self.locale, self.default_locale))

    def _pointer(self) -> str:
        names_a_product = _PRODUCT in self.said or _RATED in self.said
        if names_a_product or (crc32(f"{self.seed} pointer".encode()) + self.turn) % 2:
            return ""
        return self._pick("pointer", self.limits.body)

    def _join(self, parts: dict[str, str]) -> str:
        paragraphs = [
            parts.get("greeting", ""),
            parts.get("opener", ""),
            parts.get("theme", ""),
            _sentences(parts.get("middle"), parts.get("pointer")),
            _sentences(parts.get("offer"), parts.get("terms")),
            parts.get("closing", ""),
        ]
        body = "\n\n".join(paragraph for paragraph in paragraphs if paragraph)
        missing = [phrase for phrase in self.sheet.brand.required_phrases if phrase not in body]
        return "\n\n".join([body, *missing] if body else missing)

    def _pick(self, part: str, limit: int) -> str:
        """The phrase that repeats least of what has been said; empty where none fits."""
        candidates = self._candidates(part, limit)
        if not candidates:
            return ""
        turned = self.turn % len(candidates)
        tolerated = _TOLERATED if part in BODY_PARTS and part != "pointer" else 0
        return self._say(self._least_repeated(candidates[turned:] + candidates[:turned], tolerated))

    def _least_repeated(self, candidates: Sequence[str], tolerated: int) -> str:
        best, fewest = candidates[0], 1 << 30
        for text in candidates:
            repetition = self._repetition(text)
            if repetition <= tolerated:
                return text
            if repetition < fewest:
                best, fewest = text, repetition
        return best

    def _candidates(self, part: str, limit: int) -> list[str]:
        """Texts that fit the sheet and the limit, in an order of the sheet's own."""
        if part not in self._found:
            texts = list(self._fitting(part, limit))
            texts.sort(key=lambda text: crc32(f"{self.seed} {part} {text}".encode()))
            self._found[part] = texts
        return self._found[part]

    def _fitting(self, part: str, limit: int) -> Iterator[str]:
        found = False
        for phrase in self.language.fitting(part, self.situation):
            if phrase.is_fallback and found:
                return
            text = phrase.fill(self.words) if phrase.slots <= self.longest.keys() else None
            if text is None:
                continue
            text = self._allowed(_end_once(text, self.sheet.brand.name))
            if text and self._length(text) <= limit:
                found = True
                yield text

    def _length(self, text: str) -> int:
        return longest_filling(text, self.longest) if "{{" in text else len(text)

    def _allowed(self, text: str) -> str:
        """The text; empty where it has a word that the brand does not use."""
        return "" if self.avoided is not None and self.avoided.search(text) else text

    def _repetition(self, text: str) -> int:
        words = self.language.weighty_words(text)
        return (
            2 * len(words & self.said)
            + (_opener(text) in self.openers)
            + 4 * (_PRODUCT in text and _PRODUCT in self.said)
        )

    def _say(self, text: str) -> str:
        self.said |= self.language.weighty_words(text)
        if _PRODUCT in text:
            self.said.add(_PRODUCT)
        if text:
            self.openers.add(_opener(text))
        return text


def _situation(sheet: FactSheet) -> Situation:
    segment = sheet.cohort.segment if sheet.cohort is not None else None
    return Situation(
        angle=str(sheet.angle or Angle.BENEFIT),
        tone=_ANY_TONE if segment is None else _TONES[segment],
        has_offer=sheet.offer is not None,
        several=sheet.products_per_email != 1,
        occasion="" if names_a_time(sheet.theme) else str(occasion_of(sheet.send_date) or ""),
    )


def _seed(sheet: FactSheet) -> str:
    cohort = sheet.cohort.cohort_id if sheet.cohort is not None else ""
    return fingerprint(
        cohort,
        sheet.locale,
        sheet.send_date.isoformat(),
        str(sheet.angle),
        sheet.theme,
        *([str(sheet.take)] if sheet.take > 1 else []),
    )


def _end_once(text: str, brand: str) -> str:
    """The text without a second period after a brand's name that ends in a mark of its own; empty
    where two other marks meet."""
    if not brand.endswith((".", "!", "?", "…")):
        return text
    return "" if re.search(rf"{re.escape(brand)}\s?[!?]", text) else text.replace(f"{brand}.", brand)


def _sentences(*texts: str | None) -> str:
    return " ".join(text for text in texts if text)


@lru_cache(maxsize=4096)
def _opener(text: str) -> str:
    found = _FIRST_WORD.search(text)
    return found[0].casefold() if found else ""
