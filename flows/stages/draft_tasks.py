"""What a campaign needs written: frames for cohorts and for single customers, and blurbs for products."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from bespoke.domain import Cohort, CohortId, DraftId, FactSheet, Product, ProductId
from copywriter.fact_sheets import frame_draft_id, make_frame_sheet
from flows.stages.blurbs import list_blurbs
from flows.stages.personalizing import make_own_sheet
from flows.wiring import Workspace
from store.campaigns import Campaign
from store.messages import DraftAudience


@dataclass(frozen=True, slots=True)
class DraftTask:
    """One draft to be written."""

    draft_id: DraftId
    sheet: FactSheet
    cohort: Cohort | None = None
    variant: str | None = None
    product_id: ProductId | None = None
    instead: DraftId | None = None  # of one customer's frame: what they get where the model cannot write it

    @property
    def is_own(self) -> bool:
        """Whether it is for one customer, not for a crowd."""
        return self.instead is not None


def list_tasks(ws: Workspace, campaign: Campaign) -> tuple[list[DraftTask], list[DraftTask]]:
    """Every frame and every blurb the campaign needs, written or not."""
    audiences = ws.store.messages.audiences_of_drafts(campaign.campaign_id)
    catalog = ws.store.catalog.products()
    return _list_frames(ws, campaign, audiences, catalog), _list_blurbs(ws, campaign, audiences, catalog)


@dataclass(frozen=True, slots=True)
class _Frame:
    """A frame that some message is to carry."""

    draft_id: DraftId
    cohort: Cohort
    variant: str
    instead: DraftId | None


def _list_frames(
    ws: Workspace,
    campaign: Campaign,
    audiences: Mapping[DraftId, DraftAudience],
    catalog: Mapping[ProductId, Product],
) -> list[DraftTask]:
    frames = _find_frames(ws, campaign, audiences)
    crowds = _whole_crowds(frames, audiences)
    most_shown = _most_shown(frames, crowds, catalog)
    lists = ws.store.showings.examples([frame.draft_id for frame in frames if frame.instead is not None])
    longest = max((audience.longest_first_name_chars for audience in audiences.values()), default=0)
    tasks = []
    for frame in frames:
        crowd = crowds[frame.instead or frame.draft_id]
        # How long the longest of a few names is would say something of a person.
        is_crowd = crowd.messages >= ws.settings.cohorts.min_size
        name_chars = crowd.longest_first_name_chars if is_crowd else longest
        if frame.instead is None:
            products = most_shown[frame.cohort.cohort_id]
            sheet = _make_crowd_sheet(ws, campaign, frame, crowd, products, catalog, name_chars)
        else:
            shown = lists[frame.draft_id]
            sheet = make_own_sheet(ws, campaign, frame.cohort, frame.variant, shown, catalog, name_chars)
        tasks.append(DraftTask(frame.draft_id, sheet, frame.cohort, frame.variant, instead=frame.instead))
    return tasks


def _find_frames(
    ws: Workspace, campaign: Campaign, audiences: Mapping[DraftId, DraftAudience]
) -> list[_Frame]:
    frames = []
    for cohort in ws.store.campaigns.cohorts(campaign.campaign_id):
        for variant in campaign.brief.variants:
            draft_id = frame_draft_id(campaign.campaign_id, cohort.cohort_id, variant.name)
            if draft_id not in audiences:
                continue  # the draw gave this variant nobody in this cohort
            instead = None
            if cohort.crowd_id is not None:
                instead = frame_draft_id(campaign.campaign_id, cohort.crowd_id, variant.name)
            frames.append(_Frame(draft_id, cohort, variant.name, instead))
    return frames


def _whole_crowds(
    frames: list[_Frame], audiences: Mapping[DraftId, DraftAudience]
) -> dict[DraftId, DraftAudience]:
    """Who each crowd's frame must be true of: also those who may get it in place of their own.

    So a crowd is described by everyone in it, however few of them are left without copy of their own.
    """
    whole = {frame.draft_id: audiences[frame.draft_id] for frame in frames if frame.instead is None}
    for frame in frames:
        if frame.instead is not None:
            audience = audiences[frame.draft_id]
            whole[frame.instead] = whole[frame.instead] + audience if frame.instead in whole else audience
    return whole


def _most_shown(
    frames: list[_Frame], crowds: Mapping[DraftId, DraftAudience], catalog: Mapping[ProductId, Product]
) -> dict[CohortId, list[Product]]:
    """Each crowd's products, the one shown most first, over all its variants.

    Variants are compared, so all are written from the same facts.
    """
    shown: dict[CohortId, Counter[ProductId]] = defaultdict(Counter)
    for frame in frames:
        if frame.instead is None:
            shown[frame.cohort.cohort_id].update(crowds[frame.draft_id].products)
    return {
        cohort_id: [
            catalog[one]
            for one, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0]))
            if one in catalog
        ]
        for cohort_id, counts in shown.items()
    }


def _make_crowd_sheet(
    ws: Workspace,
    campaign: Campaign,
    frame: _Frame,
    audience: DraftAudience,
    products: list[Product],
    catalog: Mapping[ProductId, Product],
    longest_first_name: int,
) -> FactSheet:
    brief, brand = campaign.brief, ws.settings.brand
    angle, take = brief.angle_of(frame.variant)
    return make_frame_sheet(
        cohort=frame.cohort,
        angle=angle,
        take=take,
        brand=brand.rules,
        disclaimers=brand.disclaimers,
        offer=brief.offer.as_offer(brand.currency),
        products=products,
        theme=brief.theme,
        send_date=campaign.as_of.date(),
        longest_first_name=longest_first_name,
        products_per_email=audience.fewest_products,
        longest_first_title=max(
            (len(catalog[one].title) for one in audience.first_products if one in catalog), default=0
        ),
    )


def _list_blurbs(
    ws: Workspace,
    campaign: Campaign,
    audiences: Mapping[DraftId, DraftAudience],
    catalog: Mapping[ProductId, Product],
) -> list[DraftTask]:
    shown: Counter[ProductId] = Counter()
    for audience in audiences.values():
        shown.update(audience.products)
    return [
        DraftTask(draft_id, sheet, product_id=sheet.products[0].product_id)
        for draft_id, sheet in list_blurbs(ws, campaign, shown, catalog).items()
    ]
