"""The contact sheet: every draft of a campaign as its customers see it, in one page to browse.

<outbox>/index.html                      the sheet written last, with links to the others
<outbox>/<campaign>/index.html           its own
<outbox>/<campaign>/campaign.json        what the list of campaigns needs of it
<outbox>/<campaign>/previews/<draft>.*   an example of each draft: HTML, text
"""

from __future__ import annotations

import base64
import hashlib
import os
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from functools import cache
from importlib.resources import files
from pathlib import Path
from urllib.parse import quote

from jinja2 import Environment, StrictUndefined, Template
from pydantic import ValidationError

from bespoke.domain import CampaignId, Cohort, Draft
from bespoke.encoding import decode, encode, fingerprint
from bespoke.errors import DeliveryFailed
from delivery.composing import Preview
from delivery.fact_listing import describe_cohort, list_claims, list_facts, list_products, spell
from delivery.outbox import campaign_folder, replace_file

_BASE_MARK, _CAMPAIGNS_MARK = "<!-- base -->", "<!-- campaigns -->"


@dataclass(frozen=True, slots=True)
class ContactSheetEntry:
    """One frame draft with what became of it."""

    draft: Draft
    cohort: Cohort
    messages: int  # that carry the draft
    example: Preview | None  # None where it cannot be composed
    delivered: Path | None = None  # a message that carries it, once there is one


@dataclass(frozen=True, slots=True)
class CampaignSummary:
    """A campaign in figures, for the top of its sheet."""

    campaign_id: CampaignId
    name: str
    as_of: datetime
    status: str
    from_name: str
    customers: int
    eligible: int  # holdout included
    cohorts: int
    messages_by_variant: Mapping[str, int]
    excluded: Mapping[str, int]  # customers by reason, holdout included
    drafts_by_status: Mapping[str, int]
    model_calls: int = 0
    cost_usd: Decimal | None = Decimal(0)  # None where a call's price is not known
    own_copy: int = 0  # customers with copy of their own
    theme: str = ""
    drafts_by_rule: Mapping[str, int] = field(default_factory=dict)  # that a guard held or blocked for it
    notes: tuple[str, ...] = field(default=())  # e.g. who approved it

    @property
    def messages(self) -> int:
        return sum(self.messages_by_variant.values())


@dataclass(frozen=True, slots=True)
class _Listed:
    """A campaign as the list on the front page shows it."""

    campaign_id: str
    name: str
    as_of: datetime
    messages: int


def write_contact_sheet(
    outbox: Path,
    summary: CampaignSummary,
    entries: Sequence[ContactSheetEntry],
    *,
    blurbs: Sequence[Draft] = (),
    local_images: Mapping[str, Path] | None = None,
) -> Path:
    """Write the campaign's sheet and the outbox's front page; return the sheet's path.

    Writing again replaces what was there. `local_images` maps the start of image
    URLs to a folder that holds the same files, for a shop that is not on the web.
    Raises DeliveryFailed where the outbox cannot be written.
    """
    folder = campaign_folder(outbox, summary.campaign_id)
    try:
        (folder / "previews").mkdir(parents=True, exist_ok=True)
        written = {path for entry in entries for path in _write_previews(folder, entry, local_images or {})}
        _remove_others(folder / "previews", written)
        sheet = folder / "index.html"
        replace_file(sheet, _render(summary, entries, blurbs, folder).encode("utf-8", "replace"))
        listed = _Listed(summary.campaign_id, summary.name, summary.as_of, summary.messages)
        replace_file(folder / "campaign.json", encode(listed).encode("utf-8", "replace"))
        _write_front_page(outbox, summary.campaign_id)
    except OSError as error:
        raise DeliveryFailed(
            f"cannot write the contact sheet to {str(folder)!r}: {error.strerror}; "
            "make the folder writable or set delivery.outbox to another"
        ) from None
    return sheet


def _write_previews(folder: Path, entry: ContactSheetEntry, local_images: Mapping[str, Path]) -> list[Path]:
    if entry.example is None:
        return []
    previews = folder / "previews"
    html = entry.example.html
    for prefix, images in local_images.items():
        html = html.replace(prefix, f"{_link(images, previews)}/")
    contents = {
        ".html": html.encode("utf-8", "replace"),
        ".txt": entry.example.text.encode("utf-8", "replace"),
    }
    paths = [previews / (_file_stem(entry.draft) + ending) for ending in contents]
    for path, content in zip(paths, contents.values(), strict=True):
        replace_file(path, content)
    return paths


def _remove_others(folder: Path, kept: set[Path]) -> None:
    for path in folder.iterdir():
        if path not in kept:
            path.unlink()


def _file_stem(draft: Draft) -> str:
    readable = re.sub(r"[^a-z0-9]+", "-", draft.draft_id.lower()).strip("-")[:60]
    return f"{readable}-{fingerprint(draft.draft_id)[:8]}"


def _link(path: Path, folder: Path) -> str:
    return quote(os.path.relpath(path, folder))


def _render(
    summary: CampaignSummary, entries: Sequence[ContactSheetEntry], blurbs: Sequence[Draft], folder: Path
) -> str:
    return _template().render(
        summary=summary,
        entries=[_entry_view(entry, folder) for entry in entries],
        blurbs=[_blurb_view(draft) for draft in blurbs],
        choices=_choices(entries),
        css=_resource("contact_sheet.css"),
        script=_resource("contact_sheet.js"),
        script_hash=_script_hash(),
    )


def _entry_view(entry: ContactSheetEntry, folder: Path) -> dict[str, object]:
    draft, sheet = entry.draft, entry.draft.fact_sheet
    return {
        "draft": draft,
        "cohort": entry.cohort,
        "title": describe_cohort(entry.cohort),
        "segment": spell(entry.cohort.segment) if entry.cohort.segment else "All segments",
        "angle": spell(sheet.angle) if sheet.angle else None,
        "variant": draft.variant or "–",
        "messages": entry.messages,
        "example": entry.example,
        "delivered": None if entry.delivered is None else _link(entry.delivered, folder),
        "stem": _file_stem(draft) if entry.example else None,
        "claims": list_claims(draft),
        "facts": list_facts(sheet),
        "products": list_products(sheet),
        "locale": sheet.locale,
    }


def _blurb_view(draft: Draft) -> dict[str, object]:
    product = draft.fact_sheet.products[0] if draft.fact_sheet.products else None
    return {
        "draft": draft,
        "title": product.title if product else draft.product_id,
        "text": " ".join(blurb.text for blurb in draft.copy.blurbs),
    }


def _choices(entries: Sequence[ContactSheetEntry]) -> dict[str, list[str]]:
    """What each filter offers: the values that occur."""
    views = [_filter_values(entry) for entry in entries]
    return {name: sorted({view[name] for view in views}) for name in views[0]} if views else {}


def _filter_values(entry: ContactSheetEntry) -> dict[str, str]:
    segment = entry.cohort.segment
    return {
        "segment": spell(segment) if segment else "All segments",
        "variant": entry.draft.variant or "–",
        "writer": entry.draft.written.writer,
        "status": entry.draft.status.value,
    }


def _write_front_page(outbox: Path, shown: CampaignId) -> None:
    """Make the outbox's front page: the sheet that was just written and a list of all, newest first."""
    listed = sorted(_read_listed(outbox), key=lambda one: (one.as_of, one.campaign_id), reverse=True)
    page = (outbox / shown / "index.html").read_text(encoding="utf-8")
    # The sheet's links are relative to its own folder.
    page = page.replace(_BASE_MARK, f'<base href="{shown}/">', 1)
    campaigns = _environment().from_string(_resource("campaign_list.html.jinja")).render(campaigns=listed)
    before, _, after = page.partition(_CAMPAIGNS_MARK)
    replace_file(outbox / "index.html", (before + campaigns + after.partition(_CAMPAIGNS_MARK)[2]).encode())


def _read_listed(outbox: Path) -> list[_Listed]:
    found = []
    for path in outbox.glob("*/campaign.json"):
        try:
            listed = decode(_Listed, path.read_bytes())
        except (ValidationError, OSError):
            continue  # another program's file; the sheet itself is still there
        if listed.campaign_id == path.parent.name and (path.parent / "index.html").is_file():
            found.append(listed)
    return found


@cache
def _resource(name: str) -> str:
    return files("delivery").joinpath(name).read_text(encoding="utf-8")


@cache
def _script_hash() -> str:
    digest = hashlib.sha256(_resource("contact_sheet.js").encode()).digest()
    return base64.b64encode(digest).decode("ascii")


@cache
def _environment() -> Environment:
    environment = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["spell"] = spell
    environment.filters["day"] = lambda moment: f"{moment.day} {moment:%B %Y}"
    return environment


@cache
def _template() -> Template:
    return _environment().from_string(_resource("contact_sheet.html.jinja"))
