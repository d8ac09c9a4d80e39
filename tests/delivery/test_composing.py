from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from typing import Any, cast

import pytest
from hypothesis import given, settings

from bespoke.domain import Layout, MessageId, Money, OfferKind, Reason, ReasonKind, ShownProduct
from bespoke.errors import MessageUnsendable
from bespoke.settings import BrandSettings, LimitSettings
from delivery.composing import ComposedMessage
from delivery.encoded_text import one_line
from delivery.links import LinkKind
from tests.builders import a_copy, a_product, an_offer
from tests.delivery.messages import (
    SIGNER,
    a_composer,
    a_recipient,
    a_shown_product,
    an_approved_message,
)
from tests.delivery.strategies import anything

NOW = datetime(2026, 4, 20, 9, 0, tzinfo=UTC)
COMPOSER = a_composer()


def composed(**changes: Any) -> ComposedMessage:
    return COMPOSER.compose(an_approved_message(**changes), NOW)


def parsed(message: ComposedMessage) -> EmailMessage:
    return cast(EmailMessage, BytesParser(policy=policy.default).parsebytes(message.raw))


def bodies(message: ComposedMessage) -> list[str]:
    return [part.get_content().replace("\r\n", "\n") for part in parsed(message).iter_parts()]


def links_in(text: str) -> list[str]:
    return [word for word in text.split() if word.startswith("https://mail.juniperandloom.example/")]


def test_the_bytes_hold_both_bodies_as_they_were_rendered() -> None:
    message = composed(offer=an_offer())

    assert bodies(message) == [message.preview.text, message.preview.html]
    assert not any(part.defects for part in parsed(message).walk())


@settings(max_examples=40, deadline=None)
@given(name=anything, title=anything, line=anything)
def test_any_name_title_and_copy_come_through(name: str, title: str, line: str) -> None:
    line = line.replace("{", "(")
    message = composed(
        recipient=a_recipient(first_name=name),
        copy=a_copy(subject=f"{{{{ product_1 }}}} {line}", body=f"{{{{ first_name }}}} {line}"),
        products=(a_shown_product(title=f"Mug {title}"),),
    )

    assert parsed(message)["Subject"] == message.preview.subject == one_line(f"Mug {title} {line}").strip()
    assert bodies(message) == [
        message.preview.text,
        message.preview.html.replace("\r\n", "\n").replace("\r", "\n"),
    ]
    assert not any(part.defects for part in parsed(message).walk())


def test_slots_hold_the_name_and_the_products() -> None:
    message = composed(
        copy=a_copy(subject="{{ first_name }}, a {{ product_2 }}", preheader="Or {{product_3}}")
    )

    assert message.preview.subject == "Ana, a Blue Jug"
    assert message.preview.preheader == "Or Ash Bowl"
    assert "Hello Ana," in message.preview.text
    assert "Hello Ana," in message.preview.html


@pytest.mark.parametrize("name", [None, "", "  ", "\r\n"])
def test_a_missing_name_leaves_no_gap(name: str | None) -> None:
    message = composed(recipient=a_recipient(first_name=name), copy=a_copy(subject="{{ first_name }}, look"))

    assert message.preview.subject == "Look"
    assert "Hello,\n" in message.preview.text
    assert parsed(message)["To"] == "ana@example.test"


def test_a_slot_nothing_can_fill_stops_only_this_message() -> None:
    with pytest.raises(MessageUnsendable, match=r"nothing to put into its slots: last_order, product_4$"):
        composed(copy=a_copy(body="{{ product_4 }} {{ last_order }}"))


def test_every_link_is_signed_for_this_message_and_says_what_it_is() -> None:
    message = composed()

    claims = [SIGNER.verify(link.rpartition("/")[2]) for link in links_in(message.preview.text)]

    assert {claim.message_id for claim in claims} == {message.message_id}
    assert [claim.product_id for claim in claims if claim.kind is LinkKind.PRODUCT] == [
        "mug-1",
        "jug-1",
        "bowl-1",
    ]
    assert {claim.kind for claim in claims} == set(LinkKind)


def test_the_header_and_the_footer_unsubscribe_with_the_same_link() -> None:
    message = composed()

    link = parsed(message)["List-Unsubscribe"].strip("<>")

    assert link in message.preview.text
    assert link in message.preview.html
    assert SIGNER.verify(link.rpartition("/")[2], LinkKind.UNSUBSCRIBE)


def test_the_address_stands_in_no_link_and_no_body() -> None:
    message = composed()
    assert "ana@example.test" not in message.preview.html + message.preview.text
    assert message.recipient == "ana@example.test"


def test_feedback_names_campaign_variant_segment_and_brand() -> None:
    assert parsed(composed())["Feedback-ID"] == "spring:A:loyal:Juniper-Loom"


def test_prices_are_written_as_the_customer_reads_them() -> None:
    german = composed(recipient=a_recipient(locale="de-DE"))
    english = composed()

    assert "12,50\u00a0£" in german.preview.text
    assert "£12.50" in english.preview.text


@pytest.mark.parametrize("list_price", ["30.00", "29.99"])
def test_a_list_price_that_is_no_higher_is_not_shown(list_price: str) -> None:
    product = a_shown_product(price="30.00", list_price=list_price)
    assert "<s>" not in composed(products=(product,)).preview.html


def test_a_list_price_in_another_currency_is_not_compared() -> None:
    shown = a_shown_product(price="30.00")
    priced = replace(shown, product=replace(shown.product, list_price=Money(Decimal(40), "EUR")))
    assert "<s>" not in composed(products=(priced,)).preview.html


def test_a_price_that_changes_between_two_messages_changes_in_the_second() -> None:
    first = composed(products=(a_shown_product(price="12.50"),))
    second = composed(products=(a_shown_product(price="11.00"),))
    assert "£12.50" in first.preview.text
    assert "£11.00" in second.preview.text
    assert "£12.50" not in second.preview.text


def test_the_offer_stands_in_both_bodies() -> None:
    message = composed(offer=an_offer(kind=OfferKind.PERCENT))
    assert "SPRING15" in message.preview.html
    assert "SPRING15" in message.preview.text


def test_the_same_message_gives_the_same_bytes_from_another_composer() -> None:
    message = an_approved_message(offer=an_offer())
    assert a_composer().compose(message, NOW) == a_composer().compose(message, NOW)


def test_html_over_the_limit_is_refused_by_name() -> None:
    composer = a_composer(limits=LimitSettings(email_kilobytes=10))
    message = an_approved_message()

    with pytest.raises(MessageUnsendable, match=r"KB of HTML; limits.email_kilobytes allows 10") as refused:
        composer.compose(message, NOW)
    assert repr(message.message_id) in str(refused.value)


def test_a_message_id_of_another_making_is_refused() -> None:
    with pytest.raises(MessageUnsendable, match="message id"):
        composed(message_id=MessageId("../../m1"))


@pytest.mark.parametrize("layout", list(Layout))
def test_both_layouts_in_every_language_stay_below_the_limit(layout: Layout) -> None:
    composer = a_composer(layout=layout, brand=BrandSettings(name="Möbel & Söhne", from_name="Möbel & Söhne"))
    for locale in ("en-GB", "de-DE", "fr-FR", "es-ES", "ja-JP"):
        message = composer.compose(an_approved_message(recipient=a_recipient(locale=locale)), NOW)
        assert parsed(message)["From"].addresses[0].display_name == "Möbel & Söhne"
        assert len(message.preview.html.encode()) < 90 * 1024


@pytest.mark.parametrize(
    ("scores", "kind", "stands_out"),
    [
        ((0.9, 0.5), ReasonKind.BOUGHT_WITH, True),
        ((0.9, 0.8), ReasonKind.BOUGHT_WITH, False),
        ((0.9, 0.5), ReasonKind.POPULAR, False),
        ((0.9,), ReasonKind.BOUGHT_WITH, False),
        ((None, None), ReasonKind.BOUGHT_WITH, False),
        ((0.9, None, 0.5), ReasonKind.BOUGHT_WITH, True),
        ((0.9, 0.5, 0.8), ReasonKind.BOUGHT_WITH, False),
        ((0.5, 0.3, 0.9), ReasonKind.BOUGHT_WITH, False),
    ],
)
def test_only_a_clear_lead_of_a_personal_choice_is_said_to_stand_out(
    scores: tuple[float | None, ...], kind: ReasonKind, stands_out: bool
) -> None:
    products = tuple(
        ShownProduct(a_product(f"p{place}"), Reason(kind, "Oak Board"), None, score)
        for place, score in enumerate(scores)
    )

    assert ("Closest to your taste" in composed(products=products).preview.html) == stands_out
