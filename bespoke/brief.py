"""The brief: what a marketer fills in, as a form or a TOML file. Unknown keys are refused."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Annotated, Any, Literal, Self, get_args

from pydantic import (
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
    model_validator,
)

from bespoke.domain import (
    HOLDOUT,
    Aim,
    Angle,
    Boost,
    CampaignId,
    Layout,
    Money,
    Offer,
    OfferKind,
    Personalization,
    Segment,
)
from bespoke.encoding import fingerprint
from bespoke.errors import BriefRefused, NotFound
from bespoke.forms import FROM_WORDS, FormPart, lay_out_form, offered_in_words

VariantName = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{1,20}$")]
_OfferKind = Literal["none", "percent", "amount", "free_shipping"]
_Writing = Literal["live", "batch"]


def _hyphenated(value: object) -> object:
    return value.strip().lower().replace("_", "-").replace(" ", "-") if isinstance(value, str) else value


_SegmentChoice = Annotated[Segment, FROM_WORDS, offered_in_words(Segment)]
_AngleChoice = Annotated[Angle, FROM_WORDS, offered_in_words(Angle)]
_AimChoice = Annotated[Aim, BeforeValidator(_hyphenated), offered_in_words(Aim)]
_BoostChoice = Annotated[Boost, FROM_WORDS, offered_in_words(Boost)]
_LayoutChoice = Annotated[Layout, FROM_WORDS, offered_in_words(Layout)]
_PersonalizationChoice = Annotated[Personalization, FROM_WORDS, offered_in_words(Personalization)]
_WritingChoice = Annotated[_Writing, FROM_WORDS, offered_in_words(get_args(_Writing))]
_OfferChoice = Annotated[_OfferKind, FROM_WORDS, offered_in_words(get_args(_OfferKind))]


class AudienceBrief(FormPart):
    """Who should get the campaign. Left empty, everyone with consent."""

    segments: tuple[_SegmentChoice, ...] = Field(default=(), title="Segments")
    """Only customers whose buying puts them in one of these. None chosen means all."""

    countries: tuple[str, ...] = Field(default=(), title="Countries")
    """Only customers in these countries, as your shop spells them."""

    limit: int | None = Field(default=None, ge=1, title="At most this many customers")
    """The most valuable customers come first. Leave empty for no limit."""


def _lay_out_offer(schema: dict[str, Any]) -> None:
    """As `lay_out_form`, and let the form say what `_value_matches_kind` would refuse later."""
    lay_out_form(schema)
    schema |= {
        "if": {"properties": {"kind": {"enum": ["percent", "amount"]}}, "required": ["kind"]},
        "then": {
            "required": ["value"],
            "if": {"properties": {"kind": {"const": "percent"}}},
            "then": {"properties": {"value": {"exclusiveMaximum": 100}}},
        },
        "else": {"properties": {"value": {"const": None}}},
    }


class OfferBrief(FormPart):
    """What the email offers. The copy may claim exactly this and nothing more."""

    model_config = ConfigDict(json_schema_extra=_lay_out_offer)

    kind: _OfferChoice = Field(default="none", title="Kind of offer")
    """A percentage off, an amount off, free shipping, or no offer."""

    value: Decimal | None = Field(default=None, gt=0, title="Value")
    """For a percentage: 15 means 15 %. For an amount: 5.00 in your shop's currency. Otherwise empty."""

    code: str | None = Field(default=None, pattern=r"^[A-Za-z0-9_-]{2,24}$", title="Code")
    """What the customer types in at the checkout, e.g. SPRING15."""

    ends_on: date | None = Field(default=None, title="Last day")
    """The last day on which the offer holds. Leave empty if it has no end."""

    minimum_spend: Decimal | None = Field(default=None, gt=0, title="Minimum order value")
    """Leave empty if the offer holds for any order."""

    segments: tuple[_SegmentChoice, ...] = Field(default=(), title="Only for these segments")
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


class VariantBrief(FormPart):
    """One version of the copy."""

    name: VariantName = Field(title="Name")
    """A short name for reports, e.g. A: letters, digits, hyphens, no spaces."""

    angle: _AngleChoice = Field(default=Angle.BENEFIT, title="Angle")
    """What its copy leads with."""

    weight: float = Field(default=1.0, gt=0, le=1000, title="Weight")
    """Its share of the audience beside the others: 2 gets twice as many customers as 1."""

    @model_validator(mode="after")
    def _name_is_free(self) -> Self:
        if self.name.lower() == HOLDOUT:
            raise ValueError(f"a variant cannot be named {HOLDOUT!r}: that is the group that gets no email")
        return self


class ProductBrief(FormPart):
    """Which products may be recommended, on top of what each customer is likely to want."""

    per_email: int = Field(default=3, ge=1, le=12, title="Products in an email")
    """How many each customer sees."""

    aim: _AimChoice = Field(default=Aim.DISCOVER, title="Aim")
    """Products they have never bought, products to buy again, or whatever each is likeliest to buy."""

    categories: tuple[str, ...] = Field(default=(), title="Only these categories")
    """As your catalog spells them. None given means all."""

    exclude_categories: tuple[str, ...] = Field(default=(), title="Never these categories")
    """As your catalog spells them."""

    exclude_products: tuple[str, ...] = Field(default=(), title="Never these products")
    """Product ids, as in your catalog."""

    minimum_price: Decimal | None = Field(default=None, ge=0, title="Lowest price")
    """Nothing cheaper is shown. Leave empty for no limit."""

    maximum_price: Decimal | None = Field(default=None, gt=0, title="Highest price")
    """Nothing more expensive is shown. Leave empty for no limit."""

    not_shown_in_last: int = Field(default=0, ge=0, le=20, title="Nothing from their last emails")
    """How many emails back: 2 leaves out what a customer's last two emails from you showed. 0 lets
    products come again."""

    max_per_category: int | None = Field(default=None, ge=1, le=12, title="At most so many of one category")
    """For variety: 1 makes every product in an email come from another category, even where that leaves
    fewer products. Leave empty for no limit."""

    max_per_brand: int | None = Field(default=None, ge=1, le=12, title="At most so many of one brand")
    """The same for brands. Leave empty for no limit."""

    boost: _BoostChoice = Field(default=Boost.NONE, title="Push")
    """What moves up: nothing, products that earn more (margin), or products of which much is in stock
    (inventory)."""

    boost_strength: float = Field(default=0.3, ge=0, le=1, title="How hard to push")
    """From 0, not at all, to 1: then what earns most or is stocked best counts as ten times nearer the
    top than what earns least or is nearly gone."""

    popularity_damping: float = Field(default=0.0, ge=0, le=1, title="Fewer bestsellers")
    """From 0, not at all, to 1, strongly: moves down what sells far more than the rest or was in many
    of your last emails, so that not everyone gets the same products."""

    exploration: float = Field(default=0.0, ge=0, le=0.5, title="Room for new products")
    """The share of places given to products with few or no sales yet: 0.1 is one place in ten. The first
    place is never given away, unless it is the only one."""

    @model_validator(mode="after")
    def _prices_leave_room(self) -> Self:
        low, high = self.minimum_price, self.maximum_price
        if low is not None and high is not None and low > high:
            raise ValueError("the lowest price is above the highest price")
        return self

    @model_validator(mode="after")
    def _categories_leave_room(self) -> Self:
        if self.categories and self.max_per_category is not None:
            room = len(set(self.categories)) * self.max_per_category
            if room < self.per_email:
                raise ValueError(
                    f"so many of one category and only these categories leave room for {room} products, "
                    f"not {self.per_email}"
                )
        return self


class BudgetBrief(FormPart):
    """What the language model may cost. The phrasebook writes what the budget does not reach."""

    max_usd: Decimal = Field(default=Decimal("2.00"), ge=0, title="At most, in US dollars")
    """0 keeps the model out of it."""

    max_calls: int = Field(default=500, ge=0, title="At most, in calls")
    """One draft takes one call, or up to three when the guards send it back."""


class Brief(FormPart):
    """What a campaign should be."""

    name: str = Field(min_length=3, max_length=80, title="Campaign name")
    """For you and your reports; customers never see it."""

    theme: str = Field(default="", max_length=300, title="What is it about?")
    """A sentence for the writer, e.g. New arrivals for the garden. Say only what is true:
    the copy may repeat it."""

    layout: _LayoutChoice = Field(default=Layout.RECOMMENDATIONS, title="Layout")
    """Recommendations for everybody, or a win-back for customers who have stayed away."""

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
    """Versions of the copy that are tried against each other. One is enough."""

    personalization: _PersonalizationChoice = Field(default=Personalization.COHORT, title="Written for each")
    """Cohort: similar customers share a text. Customer: the model writes a text for each customer, the most
    valuable first, as far as the budget reaches; the others share their cohort's."""

    holdout: float = Field(default=0.1, ge=0, le=0.5, title="Holdout")
    """The share of the audience that gets no email, so that the campaign's effect can be measured:
    0.1 is 10 %."""

    budget: BudgetBrief = Field(default_factory=BudgetBrief, title="Budget for the language model")

    writing: _WritingChoice = Field(default="live", title="Writing")
    """Live has the drafts in minutes. Batch waits up to 24 hours for them and pays the language model half,
    where its endpoint offers that."""

    @model_validator(mode="after")
    def _variant_names_differ(self) -> Self:
        names = [variant.name.lower() for variant in self.variants]
        if len(set(names)) < len(names):
            raise ValueError("two variants have the same name")
        return self

    def angle_of(self, variant: str) -> tuple[Angle, int]:
        """A variant's angle, and the how-manieth variant with that angle it is."""
        place = [one.name for one in self.variants].index(variant)
        angle = self.variants[place].angle
        return angle, sum(one.angle is angle for one in self.variants[: place + 1])

    @property
    def campaign_id(self) -> CampaignId:
        """The id used where none is given: the name in lower case with hyphens.

        A name without a Latin letter or digit gets digits of its own.
        """
        readable = re.sub(r"[^a-z0-9]+", "-", self.name.lower()).strip("-")
        return CampaignId(readable or f"campaign-{fingerprint(self.name)[:8]}")

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
    except OSError as error:
        raise BriefRefused(f"cannot read the brief {str(path)!r}: {error.strerror}") from None
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
        said = "unknown key" if unknown else problem["msg"].removeprefix("Value error, ")
        problems.append(f"{place}: {said}")
    return "; ".join(problems)
