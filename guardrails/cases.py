"""Pieces of copy with the facts they were written from, a JSON object a line, for checking and scoring."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, Any

from pydantic import (
    AfterValidator,
    AliasChoices,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    ValidationError,
)

from bespoke.domain import (
    Blurb,
    BrandRules,
    Cohort,
    CohortId,
    Copy,
    DraftKind,
    FactSheet,
    Money,
    Offer,
    OfferKind,
    Product,
    ProductId,
    Slot,
)
from guardrails.private_facts import PrivateFacts

_MARK = b"\xef\xbb\xbf"  # with which some editors begin a file
SLOTS = (Slot("first_name", 12), *(Slot(f"product_{n}", 30) for n in range(1, 7)))
_KINDS = {
    "percent_off": OfferKind.PERCENT,
    "percent": OfferKind.PERCENT,
    "amount_off": OfferKind.AMOUNT,
    "amount": OfferKind.AMOUNT,
    "free_shipping": OfferKind.FREE_SHIPPING,
    "gift": OfferKind.PERCENT,  # of no value: it takes nothing off and ships nothing free
}


@dataclass(frozen=True, slots=True)
class CopyCase:
    """One piece of copy, its facts, and what is known to be wrong with it."""

    case_id: str
    sheet: FactSheet
    copy: Copy
    private: PrivateFacts
    violations: tuple[str, ...] | None  # None where the case does not say
    spans: tuple[str, ...] = ()  # the words that are wrong, where the case says so


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line that is no case."""

    line: int
    problem: str  # names the key, on one line

    def __str__(self) -> str:
        return f"line {self.line}: {self.problem}"


def read_cases(lines: Iterable[str | bytes], default_locale: str = "en-GB") -> Iterator[CopyCase | BadLine]:
    """A case or what is wrong with it for each line that is not empty, in their order, one at a time.

    `default_locale` is for cases that name none.
    """
    for count, line in enumerate(lines, start=1):
        if count == 1:
            line = line.removeprefix("\ufeff") if isinstance(line, str) else line.removeprefix(_MARK)
        if not line.strip():
            continue
        try:
            yield _case(_Record.model_validate_json(line), count, default_locale)
        except ValidationError as error:
            yield BadLine(count, _problem(error))


def _problem(error: ValidationError) -> str:
    """The first problems with their keys; text that is not JSON is said to be none."""
    problems = []
    for problem in error.errors(include_url=False, include_input=False)[:3]:
        key = ".".join(map(str, problem["loc"]))
        said = {"missing": "is missing", "json_invalid": "not valid JSON"}.get(problem["type"])
        said = said or problem["msg"].removeprefix("Value error, ")
        problems.append(f"{key} {said}" if said == "is missing" else f"{key}: {said}" if key else said)
    return "; ".join(problems)


def _no_none(value: Any) -> Any:
    return {} if value is None else value


def _listed(value: Any) -> Any:
    return () if value is None else (value,) if isinstance(value, str) else value


def _as_text(value: Any) -> Any:
    """Text as it is, nothing as empty, and what else an attribute may be in words."""
    if value is None:
        return ""
    if isinstance(value, list):
        return ", ".join(_as_text(one) for one in value)
    if isinstance(value, Mapping):
        return ", ".join(f"{name}: {_as_text(one)}" for name, one in value.items())
    if isinstance(value, bool):
        return "yes" if value else "no"
    return value if isinstance(value, str) else str(value)


def _known_kind(kind: str) -> str:
    if kind not in _KINDS:
        raise ValueError(f"{kind!r} is none of {', '.join(_KINDS)}")
    return kind


def _as_excerpts(value: Any) -> Any:
    """The texts of spans, which may be strings or objects with one."""
    spans = value if isinstance(value, list) else []
    found = [one.get("text", "") if isinstance(one, Mapping) else one for one in spans]
    return tuple(one for one in found if isinstance(one, str) and one)


_Text = Annotated[str, BeforeValidator(_as_text)]
_Texts = Annotated[tuple[str, ...], BeforeValidator(_listed)]
_TextsByName = Annotated[dict[str, _Text], BeforeValidator(_no_none)]


class _Part(BaseModel):
    model_config = ConfigDict(extra="ignore", frozen=True)


class _Brand(_Part):
    name: _Text = ""
    voice: _Text = ""
    banned_words: _Texts = ()
    competitors: _Texts = ()
    allowed_claims: _Texts = ()
    required_phrases: _Texts = ()


class _Offer(_Part):
    kind: Annotated[str, AfterValidator(_known_kind)]
    value: Decimal | None = None
    currency: str | None = None
    code: str | None = None
    ends: date | None = Field(default=None, validation_alias=AliasChoices("ends", "ends_on"))
    conditions: _Text = Field(default="", validation_alias=AliasChoices("conditions", "terms"))


class _Customer(_Part):
    segment: _Text = ""
    locale: str | None = None
    first_name: _Text = ""
    last_name: _Text = ""
    email: _Text = ""
    city: _Text = ""
    known: _TextsByName = Field(default_factory=dict)


class _Product(_Part):
    id: Annotated[str, BeforeValidator(_as_text)]
    title: str
    description: _Text = ""
    category: str | None = None
    price: Decimal = Field(ge=0)
    list_price: Decimal | None = None
    currency: str = Field(min_length=3, max_length=3)
    stock: int | None = None
    rating: float | None = None
    attributes: _TextsByName = Field(default_factory=dict)


class _Blurb(_Part):
    product_id: Annotated[str, BeforeValidator(_as_text)]
    text: _Text = ""


class _Copy(_Part):
    subject: _Text = ""
    preheader: _Text = ""
    headline: _Text = ""
    body: _Text = ""
    cta: _Text = ""
    blurbs: Annotated[tuple[_Blurb, ...], BeforeValidator(_listed)] = ()


class _Record(_Part):
    id: Annotated[str | None, BeforeValidator(lambda value: None if value is None else str(value))] = None
    brand: Annotated[_Brand, BeforeValidator(_no_none)] = Field(default_factory=_Brand)
    offer: _Offer | None = None
    send_date: date
    customer: Annotated[_Customer, BeforeValidator(_no_none)] = Field(default_factory=_Customer)
    products: tuple[_Product, ...] = ()
    copied: _Copy = Field(validation_alias="copy")
    violations: tuple[str, ...] | None = None
    spans: Annotated[tuple[str, ...], BeforeValidator(_as_excerpts)] = ()


def _case(record: _Record, line: int, default_locale: str) -> CopyCase:
    products = tuple(_product(product) for product in record.products)
    locale = record.customer.locale or default_locale
    offer = None if record.offer is None else _offer(record.offer, products)
    sheet = FactSheet(
        kind=DraftKind.FRAME,
        locale=locale,
        send_date=record.send_date,
        brand=BrandRules(**record.brand.model_dump()),
        products=products,
        cohort=Cohort(
            CohortId("case"), None, products[0].category if products else None, locale, offer is not None, 1
        ),
        offer=offer,
        slots=SLOTS,
    )
    copied = record.copied
    copy = Copy(
        copied.subject,
        copied.preheader,
        copied.headline,
        copied.body,
        copied.cta,
        tuple(Blurb(ProductId(blurb.product_id), blurb.text) for blurb in copied.blurbs),
    )
    customer = record.customer
    private = PrivateFacts(
        customer.first_name, customer.last_name, customer.email, customer.city, customer.known
    )
    return CopyCase(record.id or f"line {line}", sheet, copy, private, record.violations, record.spans)


def _product(product: _Product) -> Product:
    list_price = product.list_price
    return Product(
        product_id=ProductId(product.id),
        title=product.title,
        description=product.description,
        category=product.category,
        price=Money(product.price, product.currency),
        list_price=None if list_price is None else Money(list_price, product.currency),
        stock=product.stock,
        rating=product.rating,
        attributes=product.attributes,
    )


def _offer(offer: _Offer, products: tuple[Product, ...]) -> Offer:
    kind, is_gift = _KINDS[offer.kind], offer.kind == "gift"
    currency = offer.currency or (products[0].price.currency if products else "")
    amount = None if offer.value is None or kind is not OfferKind.AMOUNT else Money(offer.value, currency)
    return Offer(
        kind=kind,
        percent=offer.value if kind is OfferKind.PERCENT and not is_gift else None,
        amount=amount,
        code=offer.code or None,
        ends_on=offer.ends,
        terms=offer.conditions or ("gift" if is_gift else ""),
    )
