"""What the texts of a fact sheet say: words, figures, sums of money, days, capitals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from bespoke.domain import FactSheet, ProductId
from bespoke.foreign_text import honest_text
from guardrails.fact_texts import FactText, ProductFacts, read_product, read_text
from guardrails.lexicon import find_words
from guardrails.numerals import LANGUAGES
from guardrails.plain_text import fold, listed, plain
from guardrails.stems import LONGEST_WORD, SHORTEST_PART, compound_parts, stem

_COMMON_IN_TITLES = listed(
    "the and for set box und der die das mit von aus les des une del los las con por sur lot kit one two "
    "with from "
    "over pack pair size edition piece pieces pour avec sans dans lots pièces para unidades piezas stück "
    "ohne unter "
    "small large mini maxi black white schwarz weiß noir blanc negro blanco home original classic"
)
_LINKS = listed(
    "a an the of in on to and for with de la le les des du en et au aux pour avec un une el los las del y "
    "o con para por "
    "der die das dem den des und mit von aus im am zu l d x"
)


@dataclass(frozen=True, eq=False)
class SheetTexts:
    """A fact sheet's texts as the guards ask them."""

    sheet: FactSheet

    @cached_property
    def language(self) -> str:
        return self.sheet.locale.replace("_", "-").partition("-")[0].lower()

    @cached_property
    def reading_language(self) -> str:
        """The language whose words the guards look for: English where they know no other."""
        return self.language if self.language in LANGUAGES else "en"

    @property
    def month_first(self) -> bool:
        """Whether the locale writes 4/5 for the fifth of April."""
        return self.sheet.locale.replace("_", "-").upper() in ("EN-US", "EN")

    @cached_property
    def currency(self) -> str | None:
        """The shop's currency; None where no fact shows it."""
        for product in self.sheet.products:
            return product.price.currency
        offer = self.sheet.offer
        money = offer and (offer.amount or offer.minimum_spend)
        return money.currency if money else None

    @cached_property
    def products(self) -> tuple[ProductFacts, ...]:
        language = self.reading_language
        return tuple(read_product(one, language) for one in self.sheet.products)

    @cached_property
    def shop_text(self) -> FactText:
        """What is said of no one product: the brand's claims, the theme, the offer's terms."""
        return read_text("\n".join(_shop_texts(self.sheet)), self.reading_language, self.currency)

    @cached_property
    def texts(self) -> tuple[FactText, ...]:
        """The shop's text and each product's."""
        return self.shop_text, *(product.said for product in self.products)

    @cached_property
    def cased_text(self) -> str:
        return "\n".join([text.cased for text in self.texts])

    @cached_property
    def text(self) -> str:
        """All texts, folded."""
        return "\n".join([text.folded for text in self.texts])

    @cached_property
    def normalized(self) -> str:
        """The words of the facts, one space apart."""
        return " ".join(find_words(self.text))

    @cached_property
    def claims(self) -> tuple[str, ...]:
        """Sentences that may be repeated: allowed claims, descriptions, attributes, theme, terms."""
        return tuple(self.text.split("\n"))

    @cached_property
    def orders(self) -> tuple[str, ...]:
        """What the products' texts tell a machine to do, and what they hide; these are no facts."""
        return tuple(order for product in self.products for order in product.orders)

    @cached_property
    def words(self) -> frozenset[str]:
        return frozenset[str]().union(*[text.words for text in self.texts])

    @cached_property
    def stems(self) -> frozenset[str]:
        return frozenset[str]().union(*[text.stems for text in self.texts])

    @cached_property
    def capitals(self) -> frozenset[str]:
        """Words that the facts themselves write in capitals, and the brand's and the codes'."""
        offer = self.sheet.offer
        named = [*self.sheet.brand.competitors, offer.code if offer and offer.code else ""]
        capitals = frozenset(word.upper() for name in named for word in find_words(plain(name)))
        return capitals.union(*[text.capitals for text in self.texts])

    @cached_property
    def numbers(self) -> frozenset[Decimal]:
        return frozenset[Decimal]().union(*[text.numbers for text in self.texts])

    @cached_property
    def stated_amounts(self) -> frozenset[Decimal]:
        """Sums of money that the texts state."""
        return frozenset[Decimal]().union(*[text.amounts for text in self.texts])

    @cached_property
    def percentages(self) -> frozenset[Decimal]:
        """Percentages that the texts state, such as 12,5 % vol."""
        return frozenset[Decimal]().union(*[text.percentages for text in self.texts])

    @cached_property
    def days(self) -> frozenset[date]:
        """Days that the facts name: the offer's last, and any in the texts."""
        sheet = self.sheet
        last = {sheet.offer.ends_on} if sheet.offer and sheet.offer.ends_on else set()
        named = [text.days(sheet.send_date, month_first=self.month_first) for text in self.texts]
        return frozenset(last).union(*named)

    @cached_property
    def own_words(self) -> dict[ProductId, frozenset[str]]:
        """The stems of title words by which a product is told from the others."""
        stems = {
            one.product.product_id: frozenset(
                stem(word)
                for word in one.title_words
                if len(word) > 2 and not word.isdecimal() and word not in _COMMON_IN_TITLES
            )
            for one in self.products
        }
        return {
            own: words - frozenset().union(*(others for other, others in stems.items() if other != own))
            for own, words in stems.items()
        }

    def states(self, words: Iterable[str]) -> bool:
        """Whether the facts use every one of these words, endings aside."""
        return all(self.knows(word) for word in words)

    def knows(self, word: str) -> bool:
        """Whether the facts use this folded word, endings aside."""
        if word in self.words or stem(word) in self.stems:
            return True
        return self.reading_language == "de" and self._has_in_compound(word)

    def names(self, word: str) -> bool:
        """Whether a product's title or category has this folded word, endings aside."""
        return stem(word) in self._names

    @cached_property
    def _names(self) -> frozenset[str]:
        named = (f"{one.title} {fold(one.product.category or '')}" for one in self.products)
        words = {word for text in named for word in find_words(text) if word.isalpha() and word not in _LINKS}
        ends = compound_parts(words) if self.reading_language == "de" else set[str]()
        return frozenset({stem(word) for word in words} | ends)

    def _has_in_compound(self, word: str) -> bool:
        """Whether a German word is part of a longer one of the facts, or made of two that they have."""
        if not SHORTEST_PART <= len(word) <= LONGEST_WORD:
            return False
        return stem(word) in self._compound_parts or any(
            stem(word[:cut].removesuffix("s")) in self._stems_and_parts
            and stem(word[cut:]) in self._stems_and_parts
            for cut in range(SHORTEST_PART, len(word) - SHORTEST_PART + 1)
        )

    @cached_property
    def _compound_parts(self) -> frozenset[str]:
        return frozenset[str]().union(*[text.compound_parts for text in self.texts])

    @cached_property
    def _stems_and_parts(self) -> frozenset[str]:
        return self.stems | self._compound_parts


def _shop_texts(sheet: FactSheet) -> Iterator[str]:
    yield sheet.brand.name
    yield from sheet.brand.allowed_claims
    yield from sheet.brand.required_phrases
    yield sheet.theme
    if sheet.cohort is not None and sheet.cohort.category:
        yield honest_text(sheet.cohort.category)
    if sheet.offer is not None:
        yield sheet.offer.terms
