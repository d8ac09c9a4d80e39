"""The phrasebook: plain, correct copy composed from the fact sheet, without a model."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field

from bespoke.domain import Angle, Blurb, Copy, DraftKind, FactSheet, Segment
from bespoke.encoding import fingerprint
from bespoke.settings import LimitSettings
from bespoke.slots import longest_filling
from copywriter.blurbs import write_blurb
from copywriter.language import BODY_PARTS, Language, find_language, language_code

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
_WORTH_QUOTING = 4.3  # nobody praises a product with less, out of five
_LONGEST_LABEL = 30  # a category's name beyond that is no phrase
_LONGEST_HEADLINE_THEME = 48
_AN_INSTRUCTION = re.compile(
    r"^(?:please|write|tell|talk|mention|say|promote|push|focus|make|use|keep|announce|advertise|do|don't"
    r"|bitte|schreib\w*|erwähn\w*|parle[zr]?|écri\w+|mentionne[zr]?|habla|escrib\w+|menciona)\b",
    re.IGNORECASE,
)
_A_LABEL = re.compile(r"[^\W\d_](?:[ &'’,/+-]*[^\W\d_])*")  # no figures: they would read as claims
_NOT_PLAIN = re.compile(r"[{}<>\[\]|\n]|https?://|www\.|@")
_VARIATIONS_TRIED = 12
_RATED = "a rated product"  # among what has been said
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
            return _Page(sheet, variation, self.limits, self.default_locale).write()
        product = sheet.products[0]
        text = write_blurb(product, sheet.brand, self.limits.blurb)
        return Copy(blurbs=(Blurb(product.product_id, text),) if text else ())

    def write_subject(self, sheet: FactSheet, variation: int = 0) -> str:
        """The subject that `write` would choose."""
        return _Page(sheet, variation, self.limits, self.default_locale).subject()


def plan_variations(
    phrasebook: Phrasebook, sheets: Sequence[FactSheet], subjects_taken: Collection[str] = ()
) -> list[int]:
    """A variation for each sheet, so that as few frames as possible share a subject, neighbors last."""
    taken: dict[str, int] = dict.fromkeys(subjects_taken, -1)
    variations = []
    for place, sheet in enumerate(sheets):
        if sheet.kind is not DraftKind.FRAME:
            variations.append(0)
            continue
        subjects = [phrasebook.write_subject(sheet, variation) for variation in range(_VARIATIONS_TRIED)]
        # One never used comes first, then the one whose last use is farthest away.
        best = min(range(_VARIATIONS_TRIED), key=lambda one: (taken.get(subjects[one], -2), one))
        taken[subjects[best]] = place
        variations.append(best)
    return variations


class _Page:
    """One email's copy in the making; every choice knows what has been said already."""

    def __init__(self, sheet: FactSheet, variation: int, limits: LimitSettings, default_locale: str) -> None:
        self.sheet = sheet
        self.variation = variation
        self.limits = limits
        self.language, self.locale = find_language(sheet.locale, default_locale)
        self.angle = str(sheet.angle or Angle.BENEFIT)
        segment = sheet.cohort.segment if sheet.cohort is not None else None
        self.tone = _ANY_TONE if segment is None else _TONES[segment]
        self.longest = {slot.name: slot.longest_chars for slot in sheet.slots}
        self.facts = _gather_facts(sheet, self.language, self.locale)
        self.theme = _usable_theme(sheet, self.locale, default_locale)
        self.seed = _seed(sheet)
        self.said: set[str] = set()
        self.openers: set[str] = set()
        brand = sheet.brand
        self.banned = [word.casefold() for word in (*brand.banned_words, *brand.competitors) if word.strip()]

    def write(self) -> Copy:
        """The five texts."""
        subject = self._say(self.subject())
        preheader = self._pick("preheader", self.limits.preheader)
        headline = self._headline()
        body = self._body()
        return Copy(subject, preheader, headline, body, self._pick("cta", self.limits.cta))

    def subject(self) -> str:
        """One of the subjects that fit, by turns."""
        candidates = list(self._candidates("subject", self.limits.subject))
        return candidates[self.variation % len(candidates)] if candidates else ""

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
        if (rated := self.facts.get("rated")) and rated in parts["middle"]:
            self.said.add(_RATED)
        parts["theme"] = self._say(self.theme)
        parts["pointer"] = self._pointer()
        parts["offer"] = self._pick("offer", self.limits.body) if self.sheet.offer else ""
        parts["closing"] = self._pick("closing", self.limits.body)
        for part in ("", "pointer", "closing", "opener", "theme", "middle"):
            parts.pop(part, None)
            body = self._join(parts)
            if longest_filling(body, self.longest) <= self.limits.body:
                break
        return body

    def _pointer(self) -> str:
        names_a_product = "{{ product_1 }}" in self.said or _RATED in self.said
        if names_a_product or not self._draw("pointer") % 2:
            return ""
        return self._pick("pointer", self.limits.body)

    def _join(self, parts: dict[str, str]) -> str:
        paragraphs = [
            parts["greeting"],
            parts.get("opener", ""),
            parts.get("theme", ""),
            _sentences(parts.get("middle"), parts.get("pointer")),
            parts["offer"],
            parts.get("closing", ""),
        ]
        body = "\n\n".join(paragraph for paragraph in paragraphs if paragraph)
        missing = [phrase for phrase in self.sheet.brand.required_phrases if phrase not in body]
        return "\n\n".join([body, *missing])

    def _pick(self, part: str, limit: int) -> str:
        """The phrase that repeats least of what has been said; empty where none fits."""
        candidates = list(self._candidates(part, limit))
        if not candidates:
            return ""
        turned = self.variation % len(candidates)
        candidates = candidates[turned:] + candidates[:turned]
        tolerated = _TOLERATED if part in BODY_PARTS and part != "pointer" else 0
        return self._say(min(candidates, key=lambda text: max(tolerated, self._repetition(text))))

    def _candidates(self, part: str, limit: int) -> Iterator[str]:
        """Texts that fit the sheet and the limit, in an order of the sheet's own."""
        has_offer = self.sheet.offer is not None
        several = self.sheet.products_per_email != 1
        phrases = [
            phrase
            for phrase in self.language.phrases[part]
            if phrase.fits(self.angle, self.tone, has_offer, several) and phrase.slots <= self.longest.keys()
        ]
        phrases.sort(key=lambda one: (one.is_fallback, fingerprint(self.seed, part, one.text)))
        found = False
        for phrase in phrases:
            if phrase.is_fallback and found:
                return
            text = phrase.fill(self.facts)
            if text is not None and longest_filling(text, self.longest) <= limit and self._is_allowed(text):
                found = True
                yield text

    def _is_allowed(self, text: str) -> bool:
        lowered = text.casefold()
        return not any(re.search(rf"(?<!\w){re.escape(word)}", lowered) for word in self.banned)

    def _repetition(self, text: str) -> int:
        words = self.language.weighty_words(text)
        return (
            2 * len(words & self.said)
            + (_opener(text) in self.openers)
            + 4 * (_slots(text) & self.said != set())
        )

    def _say(self, text: str) -> str:
        self.said |= self.language.weighty_words(text) | _slots(text)
        if text:
            self.openers.add(_opener(text))
        return text

    def _draw(self, about: str) -> int:
        return int(fingerprint(self.seed, about)[:6], 16) + self.variation


def _seed(sheet: FactSheet) -> str:
    cohort = sheet.cohort.cohort_id if sheet.cohort is not None else ""
    return fingerprint(cohort, sheet.locale, sheet.send_date.isoformat(), str(sheet.angle), sheet.theme)


def _gather_facts(sheet: FactSheet, language: Language, locale: str) -> dict[str, str]:
    """What phrases may mention, in words of the locale; what cannot be said well is left out."""
    facts = {"brand": sheet.brand.name, **language.words(locale)}
    category = sheet.cohort.category if sheet.cohort is not None else None
    if label := _label(category):
        facts["interest"] = label
        shown = [product.category for product in sheet.products]
        if 2 * shown.count(category) >= max(1, len(shown)):
            facts["category"] = label  # only then are the emails really about it
    if sheet.send_date.day <= 15:  # mail is read for days, so a month that ends is not named
        facts["month"] = language.month(sheet.send_date)
    for product in sheet.products:
        if "rating" not in facts and (rating := _quotable(product.rating)) and _label(product.title):
            facts["rating"] = rating.replace(".", language.words(locale)["decimal"])
            facts["rated"] = _label(product.title)
    if (offer := sheet.offer) is not None:
        facts["offer"] = language.offer(offer, locale)
        if offer.code:
            facts["code"] = offer.code
        if offer.ends_on:
            facts["ends"] = language.day(offer.ends_on, sheet.send_date, locale)
        if offer.minimum_spend:
            facts["spend"] = language.money(offer.minimum_spend, locale)
    return facts


def _label(name: str | None) -> str:
    """A name as it can stand in a sentence; empty where it cannot."""
    name = " ".join((name or "").split())
    if len(name) > _LONGEST_LABEL or not _A_LABEL.fullmatch(name):
        return ""
    return name.title() if name.isupper() and len(name) > 4 else name


def _quotable(rating: float | None) -> str:
    if rating is None or not _WORTH_QUOTING <= rating <= 5 or round(rating, 1) != rating:
        return ""
    return f"{rating:g}"


def _usable_theme(sheet: FactSheet, locale: str, default_locale: str) -> str:
    """The marketer's theme as a sentence of its own; empty where it reads as an instruction to us,
    is in another language than the copy, or is not plain text."""
    theme = " ".join(sheet.theme.split())
    if not theme or language_code(locale) != language_code(default_locale):
        return ""
    if _NOT_PLAIN.search(theme) or _AN_INSTRUCTION.search(theme) or not any(map(str.isalpha, theme)):
        return ""
    theme = theme[0].upper() + theme[1:]
    return theme if theme[-1] in ".!?…" else f"{theme}."


def _sentences(*texts: str | None) -> str:
    return " ".join(text for text in texts if text)


def _opener(text: str) -> str:
    words = re.findall(r"[^\W_]+", text.casefold())
    return words[0] if words else ""


def _slots(text: str) -> set[str]:
    return set(re.findall(r"\{\{ \w+ \}\}", text)) & {"{{ product_1 }}"}
