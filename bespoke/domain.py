"""What the words mean: customers, products, events, facts, copy, drafts, messages.

Everything here is a frozen value without behavior beyond its own arithmetic.
Money is `Decimal` with a currency, moments are aware UTC, closed sets are `StrEnum`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from enum import StrEnum
from typing import NewType

CustomerId = NewType("CustomerId", str)
ProductId = NewType("ProductId", str)
CampaignId = NewType("CampaignId", str)
CohortId = NewType("CohortId", str)
DraftId = NewType("DraftId", str)
MessageId = NewType("MessageId", str)
ModelVersion = NewType("ModelVersion", str)

HOLDOUT = "holdout"  # the arm that gets no message; never the name of a variant


class EventType(StrEnum):
    VIEW = "view"
    CART = "cart"
    PURCHASE = "purchase"
    RETURN = "return"


class ConsentStatus(StrEnum):
    GRANTED = "granted"
    WITHDRAWN = "withdrawn"


class SuppressionReason(StrEnum):
    UNSUBSCRIBED = "unsubscribed"
    BOUNCED = "bounced"
    COMPLAINED = "complained"
    MANUAL = "manual"


class Segment(StrEnum):
    """RFM segments; `audience.segments` says what puts a customer in each."""

    CHAMPION = "champion"
    LOYAL = "loyal"
    PROMISING = "promising"
    NEW = "new"
    SLIPPING = "slipping"
    AT_RISK = "at_risk"
    LAPSED = "lapsed"
    PROSPECT = "prospect"


class Exclusion(StrEnum):
    """Why a customer gets no message. A customer is counted under the first that applies."""

    OUTSIDE_AUDIENCE = "outside the audience"
    NO_ADDRESS = "no email address"
    SUPPRESSED = "on the suppression list"
    NO_CONSENT = "no consent"
    FREQUENCY_CAP = "frequency cap reached"
    NO_PRODUCTS = "too few products to recommend"
    HOLDOUT = "holdout"


class Angle(StrEnum):
    """The strategy a variant's copy follows."""

    BENEFIT = "benefit"
    CURIOSITY = "curiosity"
    SOCIAL_PROOF = "social_proof"
    VALUE = "value"


class Layout(StrEnum):
    RECOMMENDATIONS = "recommendations"
    WIN_BACK = "win_back"


class Personalization(StrEnum):
    """For whom a frame is written."""

    COHORT = "cohort"  # similar customers share one
    CUSTOMER = "customer"  # one for each, as far as the budget reaches; the others share their cohort's


class DraftKind(StrEnum):
    FRAME = "frame"  # subject, preheader, headline, body, call to action of one cohort and variant
    BLURB = "blurb"  # one product's sentence, reused by every campaign until its facts change


class DraftStatus(StrEnum):
    HELD = "held"  # waits for a reviewer
    BLOCKED = "blocked"  # a guard refused it; it must be edited before it can be approved
    APPROVED = "approved"
    REJECTED = "rejected"


class CampaignStatus(StrEnum):
    DRAFTING = "drafting"
    IN_REVIEW = "in_review"
    SENDING = "sending"
    SENT = "sent"
    REJECTED = "rejected"


class MessageStatus(StrEnum):
    PLANNED = "planned"
    SENDING = "sending"
    SENT = "sent"
    WITHHELD = "withheld"  # not sent on purpose: draft rejected, consent gone


class ModelStatus(StrEnum):
    CANDIDATE = "candidate"
    LIVE = "live"
    RETIRED = "retired"


class Severity(StrEnum):
    BLOCK = "block"  # may not be sent
    HOLD = "hold"  # a person must look
    NOTE = "note"  # for information


class ReasonKind(StrEnum):
    BOUGHT_WITH = "bought_with"  # detail: the title of the product they bought
    POPULAR_IN = "popular_in"  # detail: the country
    POPULAR = "popular"
    BUY_AGAIN = "buy_again"
    DUE_AGAIN = "due_again"  # bought about as long ago as customers usually wait to buy it again
    VIEWED = "viewed"  # detail: the title of the product they looked at
    NEW_IN = "new_in"  # detail: the category


class Fit(StrEnum):
    """Why one customer is shown a product, as far as a writer may know: never which purchase led to it."""

    BOUGHT = "fits what they have bought"
    VIEWED = "fits what they have looked at"
    COUNTRY = "popular in their country"
    POPULAR = "popular in the shop"
    NEW = "new in its category"


class Aim(StrEnum):
    """What a campaign recommends, by what a customer has bought and kept."""

    DISCOVER = "discover"  # only products they have not bought
    BUY_AGAIN = "buy-again"  # only products they have bought
    MIXED = "mixed"  # any product


class Boost(StrEnum):
    """What raises a product beside how likely it is to be wanted."""

    NONE = "none"
    MARGIN = "margin"  # what a piece earns: its price less its cost
    INVENTORY = "inventory"  # how many pieces are in stock


class OfferKind(StrEnum):
    PERCENT = "percent"
    AMOUNT = "amount"
    FREE_SHIPPING = "free_shipping"


@dataclass(frozen=True, slots=True)
class Money:
    amount: Decimal
    currency: str  # ISO 4217


@dataclass(frozen=True, slots=True)
class Product:
    product_id: ProductId
    title: str
    description: str
    category: str | None
    price: Money
    list_price: Money | None = None  # the price before a reduction
    stock: int | None = None  # None where the shop does not say
    rating: float | None = None  # out of five
    url: str | None = None
    image_url: str | None = None
    attributes: Mapping[str, str] = field(default_factory=dict)
    active: bool = True

    @property
    def is_in_stock(self) -> bool:
        return self.stock is None or self.stock > 0


@dataclass(frozen=True, slots=True)
class Reason:
    """Why a product is recommended, true by construction of the model that says it."""

    kind: ReasonKind
    detail: str | None = None


@dataclass(frozen=True, slots=True)
class RecommendedProduct:
    product_id: ProductId  # the shop's own id
    rank: int  # 1 is best
    score: float  # comparable within one customer only
    reason: Reason
    explored: bool = False  # drawn into its place because it is new; its score compares with no other
    chance: float = 1.0  # with which its place's draw came out as it did; 1 where nothing was drawn


@dataclass(frozen=True, slots=True)
class Offer:
    kind: OfferKind
    percent: Decimal | None = None
    amount: Money | None = None
    code: str | None = None
    ends_on: date | None = None  # the last day on which it holds
    minimum_spend: Money | None = None
    terms: str = ""  # further conditions in the shop's own words; the copy may repeat them


@dataclass(frozen=True, slots=True)
class BrandRules:
    """What the writer is told about the brand and the guards hold it to."""

    name: str
    voice: str
    banned_words: tuple[str, ...] = ()
    competitors: tuple[str, ...] = ()
    allowed_claims: tuple[str, ...] = ()
    required_phrases: tuple[str, ...] = ()
    voice_examples: tuple[str, ...] = ()  # texts to sound like; nothing in them is a fact


@dataclass(frozen=True, slots=True)
class Cohort:
    """Customers who get the same copy. `None` means the part was merged away."""

    cohort_id: CohortId
    segment: Segment | None
    category: str | None
    locale: str
    has_offer: bool
    size: int
    crowd_id: CohortId | None = None  # of a customer's own cohort: the one whose copy may stand in


@dataclass(frozen=True, slots=True)
class Slot:
    """A place in the copy that rendering fills, and how long the filling can get."""

    name: str
    longest_chars: int


@dataclass(frozen=True, slots=True)
class FactSheet:
    """The only thing a writer may see or claim. Holds no personal data.

    `products` are what the cohort's customers are shown most, most shown first;
    for one customer their own list, with a fit for each; for a blurb, the one product.
    `theme` is the marketer's own words from the brief.
    """

    kind: DraftKind
    locale: str
    send_date: date
    brand: BrandRules
    products: tuple[Product, ...]
    cohort: Cohort | None = None
    angle: Angle | None = None
    theme: str = ""
    offer: Offer | None = None
    slots: tuple[Slot, ...] = ()
    products_per_email: int | None = None  # None where nobody said; copy then speaks of several
    take: int = 1  # 2 for the second variant with the same angle, which is to have another idea
    what_worked: tuple[str, ...] = ()  # what earlier campaigns showed for this segment, a sentence each
    fits: tuple[Fit, ...] = ()  # why each product was chosen, in their order; none for a crowd


@dataclass(frozen=True, slots=True)
class Blurb:
    product_id: ProductId
    text: str


@dataclass(frozen=True, slots=True)
class Copy:
    """What a writer returns. A frame fills the five fields, a blurb draft one blurb."""

    subject: str = ""
    preheader: str = ""
    headline: str = ""
    body: str = ""  # paragraphs are separated by a blank line
    cta: str = ""
    blurbs: tuple[Blurb, ...] = ()

    def texts(self) -> Iterator[tuple[str, str]]:
        """Field names with their text, empty ones left out; blurbs are `blurb:<product id>`."""
        for name in FRAME_FIELDS:
            if text := getattr(self, name):
                yield name, text
        for blurb in self.blurbs:
            yield f"blurb:{blurb.product_id}", blurb.text


FRAME_FIELDS = ("subject", "preheader", "headline", "body", "cta")


@dataclass(frozen=True, slots=True)
class Finding:
    """What one guard found in one field of the copy."""

    rule: str  # e.g. "unsupported_price"
    severity: Severity
    field: str  # as in `Copy.texts`
    message: str  # for a reviewer, and fed back to the writer
    span: tuple[int, int] | None = None  # [start, end) in the field's text
    excerpt: str = ""  # the text of the span
    fact: str | None = None  # the fact it contradicts
    suggestion: str | None = None


@dataclass(frozen=True, slots=True)
class FactUse:
    """What a writer says one claim in its copy rests on."""

    claim: str  # words of the copy
    fact: str  # the fact's name in the writer's request, e.g. "product 2.price"
    value: str | None = None  # as on the sheet; None where it has no such fact
    field: str | None = None  # where the words stand, as in `Copy.texts`; None where they do not

    @property
    def is_sound(self) -> bool:
        """Whether the copy has the words and the sheet has the fact."""
        return self.value is not None and self.field is not None


@dataclass(frozen=True, slots=True)
class WrittenCopy:
    """Copy with its origin: who wrote it, in how many rounds, at what cost."""

    copy: Copy
    writer: str  # "phrasebook" or the model's name
    prompt_version: str | None = None
    rounds: int = 1
    cost_usd: Decimal = Decimal(0)
    note: str = ""  # why the phrasebook wrote instead of the model
    findings: tuple[Finding, ...] = ()
    facts_used: tuple[FactUse, ...] = ()  # as the model named them; none from the phrasebook
    sent_back: tuple[tuple[str, ...], ...] = ()  # the rules for which the model wrote again, by round
    sent_back_in_vain: bool = False  # whether the phrasebook wrote in the end


@dataclass(frozen=True, slots=True)
class Draft:
    draft_id: DraftId
    kind: DraftKind
    fact_sheet: FactSheet
    written: WrittenCopy
    status: DraftStatus
    created_at: datetime
    cohort_id: CohortId | None = None  # frames
    variant: str | None = None  # frames
    product_id: ProductId | None = None  # blurbs
    reviewed_by: str | None = None
    reviewed_at: datetime | None = None
    review_note: str = ""

    @property
    def copy(self) -> Copy:
        return self.written.copy

    @property
    def findings(self) -> tuple[Finding, ...]:
        return self.written.findings


@dataclass(frozen=True, slots=True)
class Assignment:
    """One eligible customer's arm in one campaign, with the probability it had."""

    customer_id: CustomerId
    variant: str  # a variant's name, or HOLDOUT
    probability: float
    segment: Segment
    cohort_id: CohortId | None  # None in the holdout


@dataclass(frozen=True, slots=True)
class PlannedMessage:
    message_id: MessageId
    customer_id: CustomerId
    variant: str
    draft_id: DraftId
    products: tuple[RecommendedProduct, ...]


@dataclass(frozen=True, slots=True)
class Recipient:
    customer_id: CustomerId
    email: str
    first_name: str | None
    locale: str
    segment: Segment


@dataclass(frozen=True, slots=True)
class ShownProduct:
    product: Product
    reason: Reason
    blurb: str | None  # None where no approved blurb exists
    score: float | None = None  # the recommender's, comparable within one message only


@dataclass(frozen=True, slots=True)
class Message:
    """A draft with one customer's name and products: enough to look at, not to be sent."""

    message_id: MessageId
    campaign_id: CampaignId
    variant: str
    recipient: Recipient
    copy: Copy
    offer: Offer | None
    products: tuple[ShownProduct, ...]


@dataclass(frozen=True, slots=True)
class ApprovedMessage(Message):
    """A message whose draft a reviewer approved: the only thing that can be sent."""
