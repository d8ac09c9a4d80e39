"""Approved messages and what composes them, with defaults."""

from __future__ import annotations

from typing import Any

from bespoke.domain import (
    ApprovedMessage,
    CampaignId,
    CustomerId,
    Layout,
    MessageId,
    Reason,
    ReasonKind,
    Recipient,
    Segment,
    ShownProduct,
)
from bespoke.settings import BrandSettings, LimitSettings
from delivery.composing import Composer
from delivery.links import LinkSigner
from store.messages import message_id
from templates.layouts import compile_layout
from tests.builders import a_copy, a_product

SIGNER = LinkSigner(b"a secret of thirty-two characters", "https://mail.juniperandloom.example")


def a_composer(**changes: Any) -> Composer:
    brand = changes.pop("brand", BrandSettings())
    values: dict[str, Any] = {
        "brand": brand,
        "layout": compile_layout(changes.pop("layout", Layout.RECOMMENDATIONS), brand),
        "signer": SIGNER,
        "limits": LimitSettings(),
    } | changes
    return Composer(**values)


def a_recipient(**changes: Any) -> Recipient:
    values: dict[str, Any] = {
        "customer_id": CustomerId("c1"),
        "email": "ana@example.test",
        "first_name": "Ana",
        "locale": "en-GB",
        "segment": Segment.LOYAL,
    } | changes
    return Recipient(**values)


def a_shown_product(product_id: str = "mug-1", **changes: Any) -> ShownProduct:
    reason = changes.pop("reason", Reason(ReasonKind.BOUGHT_WITH, "Oak Serving Board"))
    blurb = changes.pop("blurb", "A mug for slow mornings.")
    return ShownProduct(a_product(product_id, **changes), reason, blurb)


def a_message_id(customer: str = "c1", campaign: str = "spring") -> MessageId:
    return message_id(CampaignId(campaign), CustomerId(customer))


def an_approved_message(**changes: Any) -> ApprovedMessage:
    recipient = changes.pop("recipient", a_recipient())
    values: dict[str, Any] = {
        "message_id": a_message_id(recipient.customer_id),
        "campaign_id": CampaignId("spring"),
        "variant": "A",
        "recipient": recipient,
        "copy": a_copy(),
        "offer": None,
        "products": (
            a_shown_product("mug-1"),
            a_shown_product("jug-1", title="Blue Jug", price="30.00", list_price="40.00"),
            a_shown_product("bowl-1", title="Ash Bowl", reason=Reason(ReasonKind.POPULAR), blurb=None),
        ),
    } | changes
    return ApprovedMessage(**values)
