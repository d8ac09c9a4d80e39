"""A draft as it will look in the mail of somebody made up."""

from __future__ import annotations

import base64
import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from pathlib import Path

from markupsafe import Markup, escape

from bespoke.domain import (
    CampaignId,
    Copy,
    CustomerId,
    Draft,
    DraftId,
    DraftKind,
    DraftStatus,
    Layout,
    Message,
    Product,
    ProductId,
    Reason,
    ReasonKind,
    Recipient,
    RecommendedProduct,
    Segment,
    ShownProduct,
)
from bespoke.settings import BrandSettings, Settings
from delivery.composing import Composer, Preview
from delivery.links import LinkSigner
from store.campaigns import Campaign
from store.database import Store
from store.messages import message_id
from templates.layouts import CompiledLayout, compile_layout

SENTENCE = "sentence"  # the id of a blurb under review
_ADDRESS = "somebody@example.test"
_LONG_NAME = "Maximiliane-Wilhelmina Bartholomea"
_USABLE = (DraftStatus.HELD, DraftStatus.APPROVED)
_STYLE = re.compile(r"<style[^>]*>.*?</style>", re.DOTALL)
_PREFERS = re.compile(r"\(\s*prefers-color-scheme\s*:\s*(dark|light)\s*\)")
_BOTH_SCHEMES = re.compile(r"color-scheme\s*:\s*light dark")
_BODY = re.compile(r"<body[^>]*>")
_LARGEST_PICTURE = 400_000
_PICTURE_TYPES = {".png": "png", ".jpg": "jpeg", ".jpeg": "jpeg", ".gif": "gif", ".webp": "webp"}


class Scheme(StrEnum):
    LIGHT = "light"
    DARK = "dark"


class PreviewName(StrEnum):
    """Which first name the somebody has."""

    USUAL = "usual"
    LONGEST = "longest"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class PreviewLook:
    scheme: Scheme = Scheme.LIGHT
    name: PreviewName = PreviewName.USUAL


def make_previewer(store: Store, settings: Settings, pictures: Mapping[str, Path]) -> Previewer:
    """A previewer of one shop. Raises SettingsError where delivery.link_base_url cannot be used.

    `pictures` maps the start of image addresses to a folder that holds the same
    files, for a shop that is not on the web.
    """
    # A secret of its own: what somebody clicks in a preview can never count as a click.
    signer = LinkSigner(secrets.token_bytes(32), settings.delivery.link_base_url)
    return Previewer(store, settings, signer, pictures)


@dataclass(frozen=True, slots=True)
class Previewer:
    """Composes previews of one shop. Safe to share between threads."""

    store: Store
    settings: Settings
    signer: LinkSigner
    pictures: Mapping[str, Path]

    def preview(self, campaign: Campaign, draft: Draft, copy: Copy, look: PreviewLook) -> str:
        """The email as a page, under its line in the inbox. Raises MessageUnsendable."""
        message = self._message(campaign, draft, copy, look.name)
        composer = Composer(
            brand=self.settings.brand,
            layout=_compiled(campaign.brief.layout, self.settings.brand),
            signer=self.signer,
            limits=self.settings.limits,
        )
        composed = composer.preview(message)
        html = _with_inbox_line(composed, self.settings.brand.from_name, look.scheme)
        if draft.kind is DraftKind.BLURB:
            html = _with_sentences_marked(html, copy)
        return self._with_pictures(in_scheme(html, look.scheme))

    def _message(self, campaign: Campaign, draft: Draft, copy: Copy, name: PreviewName) -> Message:
        frame = draft if draft.kind is DraftKind.FRAME else self._any_frame(campaign.campaign_id)
        sheet = frame.fact_sheet if frame else draft.fact_sheet
        segment = sheet.cohort.segment if sheet.cohort else None
        return Message(
            message_id=message_id(campaign.campaign_id, CustomerId("preview")),
            campaign_id=campaign.campaign_id,
            variant=(frame.variant if frame else None) or "preview",
            recipient=Recipient(
                customer_id=CustomerId("preview"),
                email=_ADDRESS,
                first_name=_first_name(draft, name),
                locale=sheet.locale,
                segment=segment or Segment.LOYAL,
            ),
            copy=copy if draft.kind is DraftKind.FRAME else (frame.copy if frame else Copy()),
            offer=sheet.offer,
            products=self._shown(campaign, draft, frame, copy),
        )

    def _any_frame(self, campaign_id: CampaignId) -> Draft | None:
        """A frame to show a product's sentence in."""
        frames = self.store.drafts.of_campaign(campaign_id, kind=DraftKind.FRAME)
        return next((one for one in frames if one.status in _USABLE), None)

    def _shown(
        self, campaign: Campaign, draft: Draft, frame: Draft | None, copy: Copy
    ) -> tuple[ShownProduct, ...]:
        products, reasons = self._products(frame.draft_id if frame else None)
        if draft.kind is DraftKind.BLURB:
            products = {one.product_id: one for one in draft.fact_sheet.products} | products
        if not products and frame is not None:
            products = {one.product_id: one for one in frame.fact_sheet.products}
        count = campaign.brief.products.per_email
        ids = _own_first(draft, list(products))[:count]
        blurbs = self._blurbs(campaign.campaign_id, ids) | {one.product_id: one.text for one in copy.blurbs}
        popular = Reason(ReasonKind.POPULAR)
        return tuple(
            ShownProduct(products[one], reasons.get(one, popular), blurbs.get(one) or None) for one in ids
        )

    def _products(self, draft_id: DraftId | None) -> tuple[dict[ProductId, Product], dict[ProductId, Reason]]:
        """What the first message of a frame shows, best first, and why."""
        recommended: tuple[RecommendedProduct, ...] = ()
        if draft_id is not None:
            recommended = self.store.messages.example_products(draft_id)
        known = self.store.catalog.get([one.product_id for one in recommended])
        products = {one.product_id: known[one.product_id] for one in recommended if one.product_id in known}
        return products, {one.product_id: one.reason for one in recommended}

    def _blurbs(self, campaign_id: CampaignId, products: list[ProductId]) -> dict[ProductId, str]:
        """The sentences that go out with the products if what is held gets approved."""
        drafts = self.store.drafts.of_campaign(campaign_id, kind=DraftKind.BLURB, product_ids=products)
        usable = [one for one in drafts if one.status in _USABLE]
        return {blurb.product_id: blurb.text for one in usable for blurb in one.copy.blurbs}

    def _with_pictures(self, html: str) -> str:
        """`html` with local pictures put in whole: a sandboxed page may fetch nothing with a cookie."""
        for prefix, folder in self.pictures.items():
            pattern = re.compile(re.escape(str(escape(prefix))) + r"([\w.-]+)")
            html = pattern.sub(lambda match: _picture(folder / match[1]) or match[0], html)  # noqa: B023
        return html


def in_scheme(html: str, scheme: Scheme) -> str:
    """An email's HTML as a client in this color scheme shows it, whatever the browser prefers."""

    def settle(match: re.Match[str]) -> str:
        style = _PREFERS.sub(
            lambda query: "(min-width:0px)" if query[1] == scheme else "(max-width:0px)", match[0]
        )
        return _BOTH_SCHEMES.sub(f"color-scheme:{scheme}", style)

    return _STYLE.sub(settle, html)


def _own_first(draft: Draft, ids: list[ProductId]) -> list[ProductId]:
    return sorted(ids, key=lambda one: one != draft.product_id)


def _first_name(draft: Draft, name: PreviewName) -> str | None:
    if name is PreviewName.NONE:
        return None
    longest = next((slot.longest_chars for slot in draft.fact_sheet.slots if slot.name == "first_name"), 0)
    return (_LONG_NAME * 3)[: longest or 20].strip() if name is PreviewName.LONGEST else "Robin"


def _with_inbox_line(composed: Preview, sender: str, scheme: Scheme) -> str:
    dark = scheme is Scheme.DARK
    line = _INBOX_LINE.format(
        paper="#202124" if dark else "#ffffff",
        ink="#e8eaed" if dark else "#1f1f1f",
        muted="#9aa0a6" if dark else "#5f6368",
        rule="#3c4043" if dark else "#e0e0e0",
        sender=sender,
        subject=composed.subject,
        preheader=composed.preheader,
    )
    return _BODY.sub(lambda body: body[0] + str(line), composed.html, count=1)


def _with_sentences_marked(html: str, copy: Copy) -> str:
    """`html` with the blurbs under review marked, the first with an id to scroll to."""
    style = "background:#fff0b8;color:#22252a;scroll-margin:300px"
    mark = Markup('<mark id="{}" style="{}">{}</mark>')
    for blurb in copy.blurbs:
        if text := blurb.text.strip():
            html = html.replace(str(escape(text)), str(mark.format(SENTENCE, style, text)), 1)
    return html


_INBOX_LINE = Markup(
    '<div style="padding:12px 16px;background:{paper};border-bottom:1px solid {rule};'
    'font:14px/20px system-ui,sans-serif;color:{ink};white-space:nowrap;text-align:left">'
    '<div style="font-weight:600;overflow:hidden;text-overflow:ellipsis">{sender}</div>'
    '<div style="overflow:hidden;text-overflow:ellipsis"><span style="font-weight:600">{subject}</span>'
    '<span style="color:{muted}"> – {preheader}</span></div></div>'
)


@lru_cache(maxsize=8)
def _compiled(layout: Layout, brand: BrandSettings) -> CompiledLayout:
    return compile_layout(layout, brand)


def _picture(path: Path) -> str | None:
    """A small picture as a `data:` address; None where there is none."""
    kind = _PICTURE_TYPES.get(path.suffix.lower())
    if kind is None or not path.is_file() or path.stat().st_size > _LARGEST_PICTURE:
        return None
    return f"data:image/{kind};base64,{base64.b64encode(path.read_bytes()).decode()}"
