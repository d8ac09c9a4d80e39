"""The brief: what a marketer fills in, as a form or a TOML file. Unknown keys are refused."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from bespoke.domain import HOLDOUT, Angle, CampaignId, Layout, Money, Offer, OfferKind, Segment
from bespoke.errors import BriefRefused, NotFound

VariantName = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{1,20}$")]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class AudienceBrief(_Part):
    """Who should get the campaign. Left empty, everyone with consent."""

    segments: tuple[Segment, ...] = Field(default=(), title="Segments")
    """Only customers in these segments. None chosen means all."""

    countries: tuple[str, ...] = Field(default=(), title="Countries")
    """Only customers in these countries, as your shop spells them."""

    limit: int | None = Field(default=None, ge=1, title="At most this many customers")
    """The most valuable customers first. Leave empty for no limit."""


class OfferBrief(_Part):
    """What the e-mail offers. The copy may claim exactly this and nothing more."""

    kind: Literal["none", "percent", "amount", "free_shipping"] = Field(default="none", title="Offer")
    """A percentage off, an amount off, free shipping, or no offer."""

    value: Decimal | None = Field(default=None, gt=0, title="Value")
    """15 for 15 percent, or 5.00 for an amount in your shop's currency."""

    code: str | None = Field(default=None, pattern=r"^[A-Za-z0-9_-]{2,24}$", title="Code")
    """What the customer types in at the checkout, e.g. SPRING15."""

    ends_on: date | None = Field(default=None, title="Last day")
    """The last day on which the offer holds."""

    minimum_spend: Decimal | None = Field(default=None, gt=0, title="Minimum order value")
    """Leave empty if the offer holds for any order."""

    segments: tuple[Segment, ...] = Field(default=(), title="Only for these segments")
    """None chosen means the whole audience gets the offer."""

    @model_validator(mode="after")
    def _value_matches_kind(self) -> Self:
        needs_value = self.kind in ("percent", "amount")
        if needs_value and self.value is None:
            raise ValueError(f"an offer of kind {self.kind!r} needs a value")
        if self.kind == "percent" and self.value is not None and self.value >= 100:
            raise ValueError("a percentage off must be below 100")
        if not needs_value and self.value is not None:
            raise ValueError(f"an offer of kind {self.kind!r} takes no value")
        return self

    def as_offer(self, currency: str) -> Offer | None:
        """The domain's offer, or None where the brief makes none."""
        if self.kind == "none":
            return None
        spend = self.minimum_spend
        return Offer(
            kind=OfferKind(self.kind),
            percent=self.value if self.kind == "percent" else None,
            amount=Money(self.value, currency) if self.kind == "amount" and self.value else None,
            code=self.code,
            ends_on=self.ends_on,
            minimum_spend=Money(spend, currency) if spend is not None else None,
        )


class VariantBrief(_Part):
    """One version of the copy."""

    name: VariantName = Field(title="Name")
    """A short name for reports, e.g. A."""

    angle: Angle = Field(default=Angle.BENEFIT, title="Angle")
    """The strategy its copy follows."""

    weight: float = Field(default=1.0, gt=0, le=1000, title="Weight")
    """Its share of the audience, relative to the other variants."""

    @model_validator(mode="after")
    def _name_is_free(self) -> Self:
        if self.name.lower() == HOLDOUT:
            raise ValueError(f"a variant cannot be named {HOLDOUT!r}: that is the group that gets no e-mail")
        return self


class ProductBrief(_Part):
    """Which products may be recommended, on top of what each customer is likely to want."""

    per_email: int = Field(default=3, ge=1, le=12, title="Products in an e-mail")
    """How many each customer sees."""

    categories: tuple[str, ...] = Field(default=(), title="Only these categories")
    """None chosen means all."""

    exclude_categories: tuple[str, ...] = Field(default=(), title="Never these categories")
    exclude_products: tuple[str, ...] = Field(default=(), title="Never these products")
    """Product ids."""

    minimum_price: Decimal | None = Field(default=None, ge=0, title="Lowest price")
    maximum_price: Decimal | None = Field(default=None, gt=0, title="Highest price")


class BudgetBrief(_Part):
    """What the language model may cost. The phrasebook writes what the budget does not reach."""

    max_usd: Decimal = Field(default=Decimal("2.00"), ge=0, title="At most, in US dollars")
    max_calls: int = Field(default=500, ge=0, title="At most, in model calls")


class Brief(_Part):
    """What a campaign should be."""

    name: str = Field(min_length=3, max_length=80, title="Campaign name")
    """For you and your reports; customers never see it."""

    theme: str = Field(default="", max_length=300, title="What is it about?")
    """A sentence for the writer, e.g. "New arrivals for the garden". Say only what is true:
    the copy may repeat it."""

    layout: Layout = Field(default=Layout.RECOMMENDATIONS, title="Layout")
    audience: AudienceBrief = Field(default_factory=AudienceBrief, title="Audience")
    offer: OfferBrief = Field(default_factory=OfferBrief, title="Offer")
    products: ProductBrief = Field(default_factory=ProductBrief, title="Products")
    variants: tuple[VariantBrief, ...] = Field(
        default=(
            VariantBrief(name="A", angle=Angle.BENEFIT),
            VariantBrief(name="B", angle=Angle.CURIOSITY),
        ),
        min_length=1,
        max_length=8,
        title="Variants",
    )
    holdout: float = Field(default=0.1, ge=0, le=0.5, title="Holdout share")
    """The share that gets no e-mail, so that the campaign's effect can be measured. 0.1 is 10 %."""

    budget: BudgetBrief = Field(default_factory=BudgetBrief, title="Model budget")

    @model_validator(mode="after")
    def _variant_names_differ(self) -> Self:
        names = [variant.name.lower() for variant in self.variants]
        if len(set(names)) < len(names):
            raise ValueError("two variants have the same name")
        return self

    @property
    def campaign_id(self) -> CampaignId:
        """The id used where none is given: the name in lower case with hyphens."""
        return CampaignId(re.sub(r"[^a-z0-9]+", "-", self.name.lower()).strip("-") or "campaign")

    def refuse_if_ended(self, today: date) -> None:
        """Raise BriefRefused when the offer's last day is before `today`."""
        if self.offer.ends_on is not None and self.offer.ends_on < today:
            raise BriefRefused(
                f"the offer of {self.name!r} ended on {self.offer.ends_on}; "
                f"today is {today}: set a later last day or remove the offer"
            )


def read_brief(path: Path) -> Brief:
    """The brief in a TOML file; raises BriefRefused with every problem on one line."""
    try:
        with path.open("rb") as file:
            return parse_brief(tomllib.load(file), where=str(path))
    except FileNotFoundError:
        raise NotFound("brief", str(path), "give the path of a TOML file") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BriefRefused(f"{path} is not valid TOML: {error}") from None


def parse_brief(values: object, where: str = "brief") -> Brief:
    """A brief from plain values; raises BriefRefused with every problem on one line."""
    try:
        return Brief.model_validate(values)
    except ValidationError as error:
        raise BriefRefused(f"{where}: {summarize_validation(error)}") from None


def summarize_validation(error: ValidationError) -> str:
    """Pydantic's problems as `place: problem; place: problem`."""
    problems = []
    for problem in error.errors(include_url=False):
        place = ".".join(str(part) for part in problem["loc"]) or "as a whole"
        unknown = problem["type"] == "extra_forbidden"
        problems.append(f"{place}: {'unknown key' if unknown else problem['msg']}")
    return "; ".join(problems)
