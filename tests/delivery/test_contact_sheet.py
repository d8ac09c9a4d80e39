from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest

from bespoke.domain import (
    Blurb,
    CampaignId,
    CohortId,
    Copy,
    DraftKind,
    DraftStatus,
    FactUse,
    Finding,
    ProductId,
    Segment,
    Severity,
    WrittenCopy,
)
from bespoke.errors import DeliveryFailed
from delivery.contact_sheet import CampaignSummary, ContactSheetEntry, write_contact_sheet
from tests.builders import a_cohort, a_copy, a_draft, a_fact_sheet, a_product, an_offer
from tests.delivery.messages import a_composer, a_recipient, a_shown_product, an_approved_message

NOW = datetime(2026, 4, 20, 9, 0, tzinfo=UTC)
COMPOSER = a_composer()
HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>"


class _Tags(HTMLParser):
    """Every tag of a page with its attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def named(self, tag: str) -> Iterator[dict[str, str | None]]:
        return (attributes for name, attributes in self.found if name == tag)


def a_summary(campaign_id: str = "spring", **changes: Any) -> CampaignSummary:
    values: dict[str, Any] = {
        "name": "Spring table",
        "as_of": NOW,
        "status": "sent",
        "from_name": "Juniper & Loom",
        "customers": 3000,
        "eligible": 2210,
        "cohorts": 12,
        "messages_by_variant": {"A": 998, "B": 1001},
        "excluded": {"holdout": 211, "no consent": 540},
        "drafts_by_status": {"approved": 31},
        "model_calls": 24,
        "cost_usd": Decimal("0.31"),
    } | changes
    return CampaignSummary(campaign_id=CampaignId(campaign_id), **values)


def an_entry(draft_id: str = "spring/loyal-kitchen/A", **changes: Any) -> ContactSheetEntry:
    cohort = changes.pop("cohort", a_cohort())
    draft = a_draft(draft_id, **changes)
    message = an_approved_message(copy=draft.copy, products=(a_shown_product(),))
    return ContactSheetEntry(draft, cohort, 120, COMPOSER.preview(message))


def sheet_of(tmp_path: Path, *entries: ContactSheetEntry, **changes: Any) -> str:
    return write_contact_sheet(tmp_path, a_summary(**changes), entries).read_text(encoding="utf-8")


def words_in(page: str) -> str:
    body = re.sub(r"<(style|script)>.*?</\1>", "", page, flags=re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", body).split())


def test_a_cost_that_nobody_knows_is_not_shown_as_nothing(tmp_path: Path) -> None:
    assert "Model cost $0.31" in words_in(sheet_of(tmp_path))
    assert "Model cost not known" in words_in(sheet_of(tmp_path, cost_usd=None))


def test_a_draft_is_shown_at_both_widths_with_its_subject_facts_and_message(tmp_path: Path) -> None:
    entry = an_entry(fact_sheet=a_fact_sheet(offer=an_offer(), theme="Things for the table."))

    page = sheet_of(tmp_path, entry)

    places = [attributes for _, attributes in _Tags(page).found if "data-preview" in attributes]
    assert [place["data-title"] for place in places] == ["Desktop, 700 pixels", "Phone, 375 pixels"]
    source = tmp_path / "spring" / str(places[0]["data-preview"])
    assert entry.example is not None
    assert source.read_text(encoding="utf-8") == entry.example.html
    assert source.with_suffix(".txt").read_text(encoding="utf-8") == entry.example.text
    words = words_in(page)
    for expected in (
        "Something for your kitchen A few things we think you will like.",
        "Loyal · Kitchen · en-GB Variant A Benefit Held by phrasebook 120 messages",
        "Offer 15% off, code SPRING15, Until 30 April 2026",
        "Speckled Stoneware Mug £12.50",
        "Theme Things for the table.",
        "The guards found nothing.",
    ):
        assert expected in words


def test_findings_say_what_was_found_where(tmp_path: Path) -> None:
    finding = Finding(
        "unsupported_price",
        Severity.BLOCK,
        "body",
        "claims a price no fact supports",
        None,
        "£9.90",
        "£12.50",
    )
    use = FactUse("Good things", "offer.award", None, "headline")
    written = WrittenCopy(
        a_copy(),
        "gpt-5-mini",
        rounds=3,
        note="The model was refused twice.",
        findings=(finding,),
        facts_used=(use,),
    )
    entry = an_entry(written=written, status=DraftStatus.BLOCKED)

    words = words_in(sheet_of(tmp_path, replace(entry, messages=0, example=None)))

    assert "block body claims a price no fact supports £9.90 Fact: £12.50 unsupported_price" in words
    assert "By gpt-5-mini in 3 rounds. The model was refused twice." in words
    assert "Good things no such fact offer.award" in words
    assert "No message carries this draft Good things for the table Hello {{ first_name }}," in words
    assert not list((tmp_path / "spring" / "previews").iterdir())


def test_the_top_shows_the_campaign_in_figures(tmp_path: Path) -> None:
    words = words_in(sheet_of(tmp_path, an_entry(), notes=("The demo approved it by itself.",)))

    for expected in (
        "Contact sheet · Sent Spring table as of 20 April 2026 The demo approved it by itself.",
        "Messages 1,999 Customers 3,000 Eligible 2,210 Cohorts 12 Drafts 31 Model calls 24 Model cost $0.31",
        "Messages by variant A 998 B 1,001",
        "Not written to Holdout 211 No consent 540",
    ):
        assert expected in words


def test_whatever_the_data_holds_stays_inert(tmp_path: Path) -> None:
    product = a_product(title=HOSTILE, description=HOSTILE, category=HOSTILE, attributes={HOSTILE: HOSTILE})
    copy = Copy(HOSTILE, HOSTILE, HOSTILE, HOSTILE, HOSTILE)
    finding = Finding(HOSTILE, Severity.NOTE, HOSTILE, HOSTILE, None, HOSTILE, HOSTILE)
    draft = a_draft(
        HOSTILE,
        fact_sheet=a_fact_sheet(products=(product,), theme=HOSTILE),
        written=WrittenCopy(
            copy,
            HOSTILE,
            note=HOSTILE,
            findings=(finding,),
            facts_used=(FactUse(HOSTILE, HOSTILE, HOSTILE, HOSTILE),),
        ),
        variant=HOSTILE,
        reviewed_by=HOSTILE,
        review_note=HOSTILE,
    )
    message = an_approved_message(
        copy=copy,
        recipient=a_recipient(first_name=HOSTILE),
        products=(a_shown_product(title=HOSTILE, blurb=HOSTILE),),
    )
    cohort = a_cohort(category=HOSTILE)
    summary = a_summary(
        name=HOSTILE, theme=HOSTILE, status=HOSTILE, from_name=HOSTILE, notes=(HOSTILE,),
        messages_by_variant={HOSTILE: 1}, excluded={HOSTILE: 1}, drafts_by_status={HOSTILE: 1},
    )  # fmt: skip
    entries = [
        ContactSheetEntry(draft, cohort, 1, COMPOSER.preview(message)),
        ContactSheetEntry(replace(draft, draft_id=draft.draft_id), cohort, 0, None),
    ]

    path = write_contact_sheet(tmp_path, summary, entries, blurbs=[draft])

    pages = [path, tmp_path / "index.html", *path.parent.rglob("previews/*.html")]
    for page in pages:
        tags = _Tags(page.read_text(encoding="utf-8"))
        assert len(list(tags.named("script"))) == (0 if page.parent.name == "previews" else 1)
        assert not [name for _, attributes in tags.found for name in attributes if name.startswith("on")]
        assert not [image for image in tags.named("img") if image.get("src") == "x"]
    assert len(pages) == 3


def test_only_the_sheets_own_script_may_run(tmp_path: Path) -> None:
    page = sheet_of(tmp_path, an_entry())

    script = re.findall(r"<script>(.*?)</script>", page, flags=re.DOTALL)[0]
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    policies = [meta["content"] for meta in _Tags(page).named("meta") if "http-equiv" in meta]

    assert policies == [f"script-src 'sha256-{digest}'; object-src 'none'"]
    assert 'frame.sandbox = "allow-same-origin";' in script


def test_filters_offer_what_occurs(tmp_path: Path) -> None:
    page = sheet_of(
        tmp_path,
        an_entry("spring/a/A"),
        an_entry("spring/b/B", variant="B", cohort=a_cohort(segment=Segment.AT_RISK)),
        an_entry("spring/c/A", cohort=a_cohort(segment=None, cohort_id=CohortId("rest"))),
    )

    options = re.findall(r'<option value="([^"]+)">', page)
    cards = [card for card in _Tags(page).named("article") if card.get("class") == "card"]

    assert options == ["All segments", "At risk", "Loyal", "A", "B", "phrasebook", "held"]
    assert [(card["data-segment"], card["data-variant"]) for card in cards] == [
        ("Loyal", "A"),
        ("At risk", "B"),
        ("All segments", "A"),
    ]


def test_the_front_page_shows_the_sheet_written_last_and_lists_all_newest_first(tmp_path: Path) -> None:
    for campaign_id, name, days in (
        ("spring", "Spring", 2),
        ("summer", "Summer", 3),
        ("winter", "Winter", 1),
    ):
        as_of = NOW + timedelta(days=days)
        write_contact_sheet(tmp_path, a_summary(campaign_id, name=name, as_of=as_of), [an_entry()])

    page = (tmp_path / "index.html").read_text(encoding="utf-8")

    assert next(_Tags(page).named("base"))["href"] == "winter/"
    assert "Contact sheet · Sent Winter" in words_in(page)
    links = [str(link["href"]) for link in _Tags(page).named("a") if str(link["href"]).startswith("../")]
    assert links == ["../summer/index.html", "../spring/index.html", "../winter/index.html"]
    for link in links:
        assert (tmp_path / "winter" / link).resolve().is_file()


def test_the_outboxs_other_folders_do_not_disturb_the_front_page(tmp_path: Path) -> None:
    for name, content in (("images", None), ("broken", "{"), ("other", '{"some": "thing"}')):
        (tmp_path / name).mkdir()
        if content is not None:
            (tmp_path / name / "campaign.json").write_text(content)

    sheet_of(tmp_path, an_entry())

    assert 'href="../spring/index.html"' in (tmp_path / "index.html").read_text(encoding="utf-8")


def test_writing_again_replaces_what_was_there(tmp_path: Path) -> None:
    sheet_of(tmp_path, an_entry("spring/a/A"), an_entry("spring/b/A"))
    page = sheet_of(tmp_path, an_entry("spring/b/A"))

    assert len(list((tmp_path / "spring" / "previews").iterdir())) == 2
    assert "spring/a/A" not in page


def test_drafts_whose_names_look_alike_keep_previews_of_their_own(tmp_path: Path) -> None:
    page = sheet_of(tmp_path, an_entry("spring/a b/A"), an_entry("spring/a-b/A"))
    assert len(set(re.findall(r'data-preview="([^"]+)"', page))) == 2


def test_pictures_of_a_shop_that_is_not_on_the_web_are_shown_from_a_folder(tmp_path: Path) -> None:
    remote = "https://juniperandloom.example/images/"
    message = an_approved_message(products=(a_shown_product(image_url=f"{remote}mug.png"),))
    entry = replace(an_entry(), example=COMPOSER.preview(message))

    write_contact_sheet(tmp_path, a_summary(), [entry], local_images={remote: tmp_path / "shop images"})

    (preview,) = (tmp_path / "spring" / "previews").glob("*.html")
    (image,) = _Tags(preview.read_text(encoding="utf-8")).named("img")
    assert image["src"] == "../../shop%20images/mug.png"
    assert entry.example is not None
    assert remote in entry.example.html, "the message itself keeps the shop's address"


def test_product_sentences_stand_below_the_drafts(tmp_path: Path) -> None:
    blurb = a_draft(
        "blurb/mug-1",
        kind=DraftKind.BLURB,
        cohort_id=None,
        variant=None,
        product_id=ProductId("mug-1"),
        status=DraftStatus.APPROVED,
        written=WrittenCopy(Copy(blurbs=(Blurb(ProductId("mug-1"), "For slow mornings."),)), "phrasebook"),
    )
    path = write_contact_sheet(tmp_path, a_summary(), [an_entry()], blurbs=[blurb])
    assert "Product sentences Speckled Stoneware Mug For slow mornings. Approved by phrasebook" in words_in(
        path.read_text(encoding="utf-8")
    )


def test_a_campaign_without_drafts_has_a_sheet_that_says_so(tmp_path: Path) -> None:
    page = sheet_of(tmp_path, messages_by_variant={}, excluded={}, drafts_by_status={})
    assert "This campaign has no drafts yet." in words_in(page)


def test_an_outbox_that_cannot_be_written_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "spring").write_text("")
    with pytest.raises(DeliveryFailed, match=r"cannot write the contact sheet .*delivery.outbox"):
        sheet_of(tmp_path, an_entry())
