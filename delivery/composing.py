"""From an approved message to the bytes that go out: slots, prices, links, layout, MIME."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache

from bespoke.domain import (
    ApprovedMessage,
    Copy,
    Message,
    MessageId,
    Offer,
    Product,
    ProductId,
    Reason,
    ReasonKind,
    ShownProduct,
)
from bespoke.errors import MessageUnsendable
from bespoke.settings import BrandSettings, LimitSettings
from bespoke.slots import compile_slots, find_slots
from delivery.encoded_text import one_line
from delivery.links import LinkSigner, MessageLinks
from delivery.mime import MessageParts, MessageWriter, feedback_id
from templates.content import EmailContent, OfferBanner, ProductCard
from templates.layouts import CompiledLayout
from templates.wordings import format_money, offer_banner, reason_text

FIRST_NAME = "first_name"
CLEAR_LEAD = 1.25  # times every other product's score, above which the first one is said to stand out
_PARAGRAPH_BREAK = re.compile(r"\n\s*\n")
_Values = Mapping[str, str | None]


@dataclass(frozen=True, slots=True)
class Preview:
    """What one person would see: nothing a transport takes."""

    subject: str
    preheader: str
    html_pieces: tuple[str, ...]  # joined only where somebody looks
    text: str

    @property
    def html(self) -> str:
        return "".join(self.html_pieces)


@dataclass(frozen=True, slots=True)
class ComposedMessage:
    """One person's message, ready for a transport."""

    message_id: MessageId
    recipient: str  # the email address
    preview: Preview
    raw: bytes  # the complete RFC 5322 message


class Composer:
    """Composes the messages of one brand and layout. Keep one for a whole campaign.

    What many messages share (compiled copy, formatted prices, wordings) is worked
    out once and remembered, so the same object must not be used by two threads.
    """

    def __init__(
        self, *, brand: BrandSettings, layout: CompiledLayout, signer: LinkSigner, limits: LimitSettings
    ) -> None:
        self._brand, self._layout, self._signer = brand, layout, signer
        self._largest_html = limits.email_kilobytes * 1024
        self._writer = MessageWriter(
            from_name=brand.from_name, from_email=brand.from_email, reply_to=brand.reply_to
        )
        self._cards: dict[tuple[ProductId, str], _CardFacts] = {}

    def compose(self, message: ApprovedMessage, sent_at: datetime) -> ComposedMessage:
        """The message as it goes out; the same arguments always give the same bytes.

        Raises MessageUnsendable, naming the message, where it cannot be addressed, its
        copy uses a slot it cannot fill, or its HTML is larger than allowed.
        """
        links = self._links(message)
        values = _slot_values(message)
        seen = self._fill(message, values, links)
        raw = self._writer.write(
            MessageParts(
                message_id=message.message_id,
                to_name=values[FIRST_NAME],
                to_email=message.recipient.email,
                subject=seen.subject,
                text=seen.text,
                html=seen.html_pieces,
                unsubscribe_url=links.unsubscribe(),
                feedback_id=_feedback_id(
                    message.campaign_id, message.variant, message.recipient.segment, self._brand.name
                ),
            ),
            sent_at,
        )
        return ComposedMessage(message.message_id, message.recipient.email, seen, raw)

    def preview(self, message: Message) -> Preview:
        """The message as its recipient would see it. Raises MessageUnsendable as `compose` does."""
        return self._fill(message, _slot_values(message), self._links(message))

    def _fill(self, message: Message, values: _Values, links: MessageLinks) -> Preview:
        wording = _compile_copy(message.copy)
        if missing := wording.slots - values.keys():
            names = ", ".join(sorted(missing))
            raise MessageUnsendable(
                f"message {message.message_id!r} has nothing to put into its slots: {names}"
            )
        preheader = one_line(wording.preheader(values))
        content = self._content(message, wording, values, links, preheader)
        pieces = tuple(self._layout.generate_html(content))
        self._refuse_if_too_large(message.message_id, pieces)
        return Preview(
            subject=one_line(wording.subject(values)).strip(),
            preheader=preheader,
            html_pieces=pieces,
            text=self._layout.render_text(content),
        )

    def _content(
        self,
        message: Message,
        wording: _Wording,
        values: _Values,
        links: MessageLinks,
        preheader: str,
    ) -> EmailContent:
        locale = message.recipient.locale
        body = wording.body(values)
        leads = _first_leads(message.products)
        return EmailContent(
            locale=locale,
            segment=message.recipient.segment,
            preheader=preheader,
            headline=wording.headline(values),
            paragraphs=tuple(part.strip() for part in _PARAGRAPH_BREAK.split(body) if part.strip()),
            cta=wording.cta(values),
            cta_url=links.cta(),
            products=tuple(
                [
                    self._card(shown, locale, links, rank == 0 and leads)
                    for rank, shown in enumerate(message.products)
                ]
            ),
            offer=None if message.offer is None else _banner(message.offer, locale),
            unsubscribe_url=links.unsubscribe(),
            preferences_url=links.preferences(),
        )

    def _card(self, shown: ShownProduct, locale: str, links: MessageLinks, stands_out: bool) -> ProductCard:
        product = shown.product
        facts = self._card_facts(product, locale)
        return ProductCard(
            title=product.title,
            price=facts.price,
            list_price=facts.list_price,
            reason=_reason(shown.reason, locale),
            blurb=shown.blurb,
            image_url=product.image_url,
            url=links.product(product.product_id),
            stands_out=stands_out,
        )

    def _card_facts(self, product: Product, locale: str) -> _CardFacts:
        key = (product.product_id, locale)
        known = self._cards.get(key)
        if known is None or known.product is not product:
            known = self._cards[key] = _card_facts(product, locale)
        return known

    def _links(self, message: Message) -> MessageLinks:
        try:
            return self._signer.for_message(message.campaign_id, message.variant, message.message_id)
        except ValueError as error:
            raise MessageUnsendable(f"message {message.message_id!r} cannot have links: {error}") from None

    def _refuse_if_too_large(self, message_id: MessageId, pieces: tuple[str, ...]) -> None:
        if 4 * sum(map(len, pieces)) <= self._largest_html:  # a character has at most four bytes
            return
        size = sum(len(piece.encode("utf-8", "replace")) for piece in pieces)
        if size > self._largest_html:
            raise MessageUnsendable(
                f"message {message_id!r} has {size / 1024:.0f} KB of HTML; "
                f"limits.email_kilobytes allows {self._largest_html // 1024} (Gmail cuts off near 102)"
            )


@dataclass(frozen=True, slots=True)
class _Wording:
    """Copy with its slots found once."""

    subject: Callable[[_Values], str]
    preheader: Callable[[_Values], str]
    headline: Callable[[_Values], str]
    body: Callable[[_Values], str]
    cta: Callable[[_Values], str]
    slots: frozenset[str]


@dataclass(frozen=True, slots=True)
class _CardFacts:
    product: Product
    price: str
    list_price: str | None


@lru_cache(maxsize=2048)
def _compile_copy(copy: Copy) -> _Wording:
    texts = (copy.subject, copy.preheader, copy.headline, copy.body, copy.cta)
    subject, preheader, headline, body, cta = map(compile_slots, texts)
    return _Wording(
        subject=subject,
        preheader=preheader,
        headline=headline,
        body=body,
        cta=cta,
        slots=frozenset(name for text in texts for name in find_slots(text)),
    )


def _slot_values(message: Message) -> dict[str, str | None]:
    """What the slots hold. Only a first name may be missing: its slot then disappears."""
    name = message.recipient.first_name
    values: dict[str, str | None] = {FIRST_NAME: " ".join(one_line(name).split()) or None if name else None}
    for rank, shown in enumerate(message.products, start=1):
        values[f"product_{rank}"] = shown.product.title
    return values


def _first_leads(products: Sequence[ShownProduct]) -> bool:
    """Whether the first product was chosen for this customer, and by a clear lead over every other.

    A list need not be in order of scores: a brief can push products. One without a score was drawn.
    """
    if len(products) < 2 or products[0].reason.kind is not ReasonKind.BOUGHT_WITH:
        return False
    first, *others = [shown.score for shown in products]
    rivals = [score for score in others if score is not None]
    return first is not None and bool(rivals) and first > CLEAR_LEAD * max(rivals) > 0


def _card_facts(product: Product, locale: str) -> _CardFacts:
    """Prices in the locale's words; the list price only where the price is below it."""
    list_price = product.list_price
    reduced = list_price is not None and (
        list_price.currency == product.price.currency and list_price.amount > product.price.amount
    )
    return _CardFacts(
        product=product,
        price=format_money(product.price, locale),
        list_price=format_money(list_price, locale) if list_price is not None and reduced else None,
    )


@lru_cache(maxsize=8192)
def _reason(reason: Reason, locale: str) -> str:
    return reason_text(reason, locale)


@lru_cache(maxsize=256)
def _banner(offer: Offer, locale: str) -> OfferBanner:
    return offer_banner(offer, locale)


@lru_cache(maxsize=1024)
def _feedback_id(campaign_id: str, variant: str, segment: str, brand: str) -> str:
    return feedback_id(campaign_id, variant, segment, brand)
