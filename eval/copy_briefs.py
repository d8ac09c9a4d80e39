"""Golden briefs: the fact sheets that writers are tried on, ours or a folder of the user's own."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Annotated, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator

from bespoke.brief import OfferBrief, summarize_validation
from bespoke.domain import Angle, BrandRules, Cohort, CohortId, FactSheet, Money, Product, ProductId, Segment
from bespoke.errors import BriefRefused, NotFound
from copywriter.fact_sheets import has_something_to_say, make_blurb_sheet, make_frame_sheet

_COHORT_SIZE = 200  # of no consequence: no writer is told
_LONGEST_TITLE = 60  # of a first product that the brief does not show


@dataclass(frozen=True, slots=True)
class GoldenBrief:
    """One thing to write, with a name that is the same in every run."""

    name: str  # file, a slash, and the frame's name or "blurb" and the product's id
    sheet: FactSheet


def _exact(value: object) -> object:
    if isinstance(value, float):
        raise ValueError('write it in quotes, e.g. "12.50"')
    return value


_Amount = Annotated[Decimal, BeforeValidator(_exact), Field(gt=0)]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class _Brand(_Part):
    name: str = Field(min_length=1)
    voice: str = "warm, plain and observant; short sentences; no hype"
    banned_words: tuple[str, ...] = ()
    competitors: tuple[str, ...] = ()
    allowed_claims: tuple[str, ...] = ()
    required_phrases: tuple[str, ...] = ()


class _Product(_Part):
    id: str = Field(min_length=1)
    title: str = Field(min_length=1)
    description: str = ""
    category: str | None = None
    price: _Amount
    list_price: _Amount | None = None
    stock: int | None = Field(default=None, ge=0)
    rating: float | None = Field(default=None, ge=0, le=5)
    attributes: dict[str, str] = Field(default_factory=dict)


class _Frame(_Part):
    name: str = Field(min_length=1)
    angle: Angle = Angle.BENEFIT
    segment: Segment | None = None
    category: str | None = None
    products: tuple[str, ...] = Field(min_length=1)
    products_per_email: int | None = Field(default=None, ge=1)
    theme: str = ""
    offer: OfferBrief = Field(default_factory=OfferBrief)
    longest_first_name: int = Field(default=14, ge=0)


class _File(_Part):
    """One shop and what is to be written for it."""

    locale: str = Field(pattern=r"^[a-z]{2}(-[A-Z]{2})?$")
    currency: str = Field(pattern=r"^[A-Z]{3}$")
    send_date: date
    brand: _Brand
    products: tuple[_Product, ...] = Field(min_length=1)
    frames: tuple[_Frame, ...] = ()
    blurbs: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _names_fit_together(self) -> Self:
        ids = [product.id for product in self.products]
        _refuse_twins("product", ids)
        _refuse_twins("frame", [frame.name for frame in self.frames])
        _refuse_twins("blurb", self.blurbs)
        for place, wanted in [(frame.name, frame.products) for frame in self.frames] + [
            ("blurbs", self.blurbs)
        ]:
            if missing := [one for one in wanted if one not in ids]:
                raise ValueError(f"{place} names product {missing[0]!r}, which the file does not have")
        if not self.frames and not self.blurbs:
            raise ValueError("it asks for nothing; add [[frames]] or blurbs")
        return self


def read_golden_briefs(folder: Path | None = None, limit: int | None = None) -> list[GoldenBrief]:
    """The briefs of every *.toml in `folder`, by default our own; at most `limit`, taken evenly.

    Raises NotFound or BriefRefused, on one line.
    """
    briefs = [brief for path in _list_files(folder) for brief in _read(path)]
    if limit is None or limit >= len(briefs):
        return briefs
    # Every so many, so that a few still hold several languages and both kinds.
    return [briefs[place * len(briefs) // limit] for place in range(limit)]


def _list_files(folder: Path | None) -> list[Traversable]:
    if folder is not None and not folder.is_dir():
        raise NotFound("folder of briefs", str(folder), "give one with *.toml files")
    source = files("eval") / "golden_briefs" if folder is None else folder
    found = sorted((one for one in source.iterdir() if one.name.endswith(".toml")), key=lambda one: one.name)
    if not found:
        raise NotFound("brief", f"{folder}/*.toml", "docs/evaluation.md shows what one holds")
    return found


def _read(path: Traversable) -> list[GoldenBrief]:
    try:
        shop = _File.model_validate(tomllib.loads(path.read_text(encoding="utf-8")))
    except ValidationError as error:
        raise BriefRefused(f"{path.name}: {summarize_validation(error)}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise BriefRefused(f"{path.name} is not valid TOML: {error}") from None
    except OSError as error:
        raise BriefRefused(f"cannot read {path.name}: {error.strerror}") from None
    stem = path.name.removesuffix(".toml")
    brand = BrandRules(**dict(shop.brand))
    products = {product.id: _make_product(product, shop.currency) for product in shop.products}
    frames = [
        GoldenBrief(f"{stem}/{one.name}", _make_frame(one, shop, brand, products)) for one in shop.frames
    ]
    return frames + [_make_blurb(path.name, stem, shop, brand, products[one]) for one in shop.blurbs]


def _make_product(product: _Product, currency: str) -> Product:
    return Product(
        product_id=ProductId(product.id),
        title=product.title,
        description=product.description,
        category=product.category,
        price=Money(product.price, currency),
        list_price=None if product.list_price is None else Money(product.list_price, currency),
        stock=product.stock,
        rating=product.rating,
        attributes=product.attributes,
    )


def _make_frame(frame: _Frame, shop: _File, brand: BrandRules, products: dict[str, Product]) -> FactSheet:
    shown = [products[one] for one in frame.products]
    cohort = Cohort(
        cohort_id=CohortId(frame.name),
        segment=frame.segment,
        category=frame.category,
        locale=shop.locale,
        has_offer=frame.offer.kind != "none",
        size=_COHORT_SIZE,
    )
    return make_frame_sheet(
        cohort,
        frame.angle,
        brand=brand,
        offer=frame.offer.as_offer(shop.currency),
        products=shown,
        send_date=shop.send_date,
        longest_first_name=frame.longest_first_name,
        longest_first_title=max(_LONGEST_TITLE, *(len(product.title) for product in shown)),
        products_per_email=frame.products_per_email,
        theme=frame.theme,
    )


def _make_blurb(file: str, stem: str, shop: _File, brand: BrandRules, product: Product) -> GoldenBrief:
    sheet = make_blurb_sheet(product, brand=brand, locale=shop.locale, send_date=shop.send_date)
    if not has_something_to_say(sheet):
        raise BriefRefused(
            f"{file}: blurbs names product {product.product_id!r}, of which nothing can be said; "
            f"give it a description or attributes"
        )
    return GoldenBrief(f"{stem}/blurb {product.product_id}", sheet)


def _refuse_twins(what: str, names: tuple[str, ...] | list[str]) -> None:
    if twins := sorted({name for name in names if names.count(name) > 1}):
        raise ValueError(f"{what} {twins[0]!r} is there twice")
