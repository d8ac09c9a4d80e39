"""A campaign under review, and a reviewer's browser to look at it with."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from html import unescape
from typing import Any
from urllib.parse import urlencode

from starlette.testclient import TestClient

from bespoke.brief import Brief
from bespoke.domain import Blurb, CampaignId, CampaignStatus, Copy, Draft, DraftId, DraftKind, ProductId
from bespoke.settings import Settings
from review.app import make_app
from review.sign_in import sign_in_path
from store.database import Store
from tests.builders import NOW, a_copy, a_draft, a_fact_sheet, a_product

SECRET = "a token that nobody could guess"
SPRING = CampaignId("spring")
HELD = DraftId("spring/loyal-kitchen/A")
CLEAN = a_copy(body="Hello {{ first_name }},\n\nA few pieces for your table.")


class Clock:
    def __init__(self) -> None:
        self.now = NOW

    def __call__(self) -> datetime:
        return self.now

    def pass_time(self, passed: timedelta) -> None:
        self.now += passed


def a_campaign(store: Store, drafts: Sequence[Draft] = (), name: str = "Spring") -> CampaignId:
    """A campaign in review with these drafts, by default one held frame."""
    campaign_id = CampaignId(name.lower())
    store.campaigns.open(campaign_id, Brief(name=name), NOW)
    store.drafts.save(campaign_id, drafts or [a_draft(copy=CLEAN)])
    store.campaigns.set_status(
        campaign_id, CampaignStatus.IN_REVIEW, coming_from=[CampaignStatus.DRAFTING], now=NOW
    )
    return campaign_id


def a_blurb_draft(text: str = "A mug for slow mornings.", **changes: Any) -> Draft:
    product = a_product(**changes)
    return a_draft(
        f"blurb/{product.product_id}",
        kind=DraftKind.BLURB,
        fact_sheet=a_fact_sheet(kind=DraftKind.BLURB, cohort=None, angle=None, slots=(), products=(product,)),
        copy=Copy(blurbs=(Blurb(ProductId(product.product_id), text),)),
        cohort_id=None,
        variant=None,
        product_id=product.product_id,
    )


def a_browser(
    store: Store, reviewer: str | None = "Ada", clock: Clock | None = None, **settings: Any
) -> TestClient:
    """A browser with the app open, signed in unless `reviewer` is None."""
    app = make_app(store, Settings(**settings), clock or Clock(), SECRET)
    browser = TestClient(app, base_url="http://127.0.0.1:4300")
    if reviewer is not None:
        browser.get(sign_in_path(SECRET))
        browser.post("/sign-in", data={"token": SECRET, "name": reviewer})
    return browser


def draft_address(draft_id: str = HELD, path: str = "/draft", **more: str) -> str:
    return f"{path}?" + urlencode({"campaign": SPRING, "id": draft_id, **more})


def fields_of(page: str) -> dict[str, str]:
    """What the page's draft form would send, as a browser reads it."""
    form = re.search(r'<form id="edit".*?</form>', page, re.DOTALL)
    assert form is not None, page
    fields = {}
    for tag in re.findall(r"<input[^>]*>", form[0]):
        name, value = re.search(r'name="([^"]*)"', tag), re.search(r'value="([^"]*)"', tag)
        if name is not None:
            fields[unescape(name[1])] = unescape(value[1]) if value else ""
    for name_, text in re.findall(
        r'<textarea[^>]*name="([^"]*)"[^>]*>\n?(.*?)</textarea>', form[0], re.DOTALL
    ):
        fields[unescape(name_)] = unescape(text).replace("\n", "\r\n")
    return fields


def form_token(page: str) -> str:
    found = re.search(r'name="form_token" value="([^"]*)"', page)
    assert found is not None
    return found[1]
