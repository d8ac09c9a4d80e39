"""The catalog of the sample shop Juniper & Loom, a homeware shop in Bristol."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from bespoke.encoding import encode

SITE = "https://juniperandloom.example"


@dataclass(frozen=True, slots=True)
class Item:
    """One design in several finishes; each finish is a product."""

    category: str
    picture: str  # what `audience.sample_pictures` draws
    noun: str
    price: float
    material: str
    size: str
    care: str
    sentence: str
    finishes: str  # "Name:color" pairs
    is_consumable: bool = False


_KITCHEN, _LIGHT, _TEXTILE = "Kitchen & Dining", "Candles & Lighting", "Throws & Cushions"
_BATH, _GARDEN, _PAPER = "Bath & Body", "Garden & Outdoors", "Stationery & Prints"
_DECOR, _STORE, _XMAS = "Vases & Decor", "Storage & Baskets", "Christmas"
_WIPE, _HAND, _WASH = "Wipe clean with a damp cloth", "Hand wash", "Machine wash at 30 °C"
_DISH = "Dishwasher and microwave safe"

# fmt: off
ITEMS: tuple[Item, ...] = (
    Item(_KITCHEN, "mug", "Stoneware Mug", 14, "stoneware", "350 ml", _DISH, "A stoneware mug with a rounded handle and a glaze that varies from piece to piece", "Speckled:oatmeal Moss:moss Harbour:slate Rosehip:rust Midnight:indigo Chalk:cream"),
    Item(_KITCHEN, "bowl", "Serving Bowl", 32, "stoneware", "24 cm wide", _DISH, "A wide, shallow bowl for salads and pasta", "Speckled:oatmeal Moss:moss Harbour:slate Terracotta:terracotta Ink:indigo"),
    Item(_KITCHEN, "plate", "Dinner Plate", 18, "stoneware", "27 cm across", _DISH, "A flat dinner plate with a raised rim", "Speckled:oatmeal Moss:moss Harbour:slate Blush:blush Chalk:cream"),
    Item(_KITCHEN, "jug", "Pouring Jug", 24, "glazed earthenware", "900 ml", "Dishwasher safe", "A jug with a wide spout, made for water, milk or flowers", "Cream:cream Sage:sage Ochre:ochre Sky:sky"),
    Item(_KITCHEN, "board", "Chopping Board", 38, "solid wood, oiled", "38 × 22 cm", "Hand wash and oil now and then", "A chopping board with a hole for hanging it up", "Oak:oak Walnut:walnut Olive Wood:natural Ash:blond"),
    Item(_KITCHEN, "teapot", "Teapot", 42, "stoneware", "1 litre", "Dishwasher safe", "A teapot for four cups, with a strainer in the spout", "Speckled:oatmeal Moss:moss Plum:plum Mustard:mustard"),
    Item(_KITCHEN, "towel", "Linen Tea Towel", 12, "100 % linen", "70 × 50 cm", _WASH, "A tea towel in washed linen with a loop at one corner", "Ochre Stripe:ochre Indigo Check:indigo Sage:sage Rust Stripe:rust Natural:oatmeal Charcoal:charcoal"),
    Item(_KITCHEN, "mug", "Espresso Cup", 9, "stoneware", "90 ml", _DISH, "A small cup without a handle for espresso", "Speckled:oatmeal Moss:moss Rosehip:rust Ink:indigo Mustard:mustard"),
    Item(_LIGHT, "candle", "Scented Candle", 22, "soy wax", "200 g, about 40 hours", "Trim the wick before lighting", "A soy wax candle in a glass that can be used again", "Fig Leaf:sage Cedar & Smoke:charcoal Wild Rose:blush Sea Salt:sky Orange Peel:terracotta Lavender:lilac", True),
    Item(_LIGHT, "tapers", "Pair of Taper Candles", 9, "beeswax blend", "25 cm, about 7 hours each", "Keep out of draughts", "Two dipped candles that fit a standard holder", "Honey:mustard Brick:rust Forest:forest Dusk:plum Ivory:cream", True),
    Item(_LIGHT, "lamp", "Table Lamp", 68, "turned wood and linen", "42 cm tall", _WIPE, "A table lamp with a linen shade and a fabric cable", "Oak:oak Walnut:walnut Sage:sage Terracotta:terracotta"),
    Item(_LIGHT, "pendant", "Pendant Shade", 54, "spun metal", "30 cm wide", _WIPE, "A domed shade for a ceiling light, painted inside and out", "Brass:brass Charcoal:charcoal Cream:cream Forest:forest Rust:rust"),
    Item(_LIGHT, "lantern", "Storm Lantern", 34, "steel and glass", "28 cm tall", _WIPE, "A lantern with a hinged door for a pillar candle", "Black:charcoal Brass:brass Sage:sage White:cream"),
    Item(_LIGHT, "diffuser", "Reed Diffuser", 26, "glass, rattan reeds", "100 ml, about 3 months", "Turn the reeds once a week", "A diffuser with eight reeds", "Fig Leaf:sage Cedar & Smoke:charcoal Wild Rose:blush Sea Salt:sky Lavender:lilac", True),
    Item(_TEXTILE, "blanket", "Lambswool Throw", 85, "100 % lambswool", "140 × 180 cm", "Dry clean", "A woven throw with a short fringe on two sides", "Heather:lilac Moss:moss Oatmeal:oatmeal Rust Check:rust Slate Check:slate Mustard:mustard"),
    Item(_TEXTILE, "blanket", "Cotton Blanket", 48, "100 % cotton", "130 × 170 cm", _WASH, "A waffle blanket for the end of the bed", "Sage:sage Blush:blush Sky:sky Chalk:cream Ochre:ochre"),
    Item(_TEXTILE, "cushion", "Linen Cushion", 32, "100 % linen, feather pad", "45 × 45 cm", "Cover washes at 30 °C", "A cushion with a hidden zip and a pad included", "Terracotta:terracotta Forest:forest Indigo:indigo Oatmeal:oatmeal Plum:plum Mustard:mustard"),
    Item(_TEXTILE, "cushion", "Velvet Cushion", 36, "cotton velvet, feather pad", "50 × 30 cm", "Dry clean", "A lumbar cushion in cotton velvet", "Moss:moss Rosewood:rust Midnight:indigo Blush:blush"),
    Item(_TEXTILE, "rug", "Jute Rug", 75, "jute and cotton", "120 × 180 cm", "Vacuum; blot spills", "A flat-woven rug with a cotton border", "Natural:natural Indigo:indigo Rust:rust Charcoal:charcoal"),
    Item(_TEXTILE, "apron", "Canvas Apron", 34, "cotton canvas", "one size, 85 cm long", _WASH, "An apron with a deep front pocket and adjustable straps", "Forest:forest Slate:slate Ochre:ochre Rust:rust"),
    Item(_BATH, "soap", "Bar Soap", 7.5, "olive and shea oils", "110 g", "Let it dry between uses", "A cold-process soap wrapped in paper", "Oat & Honey:oatmeal Sea Kelp:moss Rose Clay:blush Charcoal:charcoal Calendula:mustard Lavender:lilac", True),
    Item(_BATH, "bottle", "Hand Wash", 14, "plant-based surfactants", "300 ml", "Refill from the litre bottle", "A hand wash in a glass pump bottle", "Fig Leaf:sage Sea Salt:sky Wild Rose:blush Bergamot:mustard", True),
    Item(_BATH, "jar", "Bath Salts", 16, "Epsom and sea salt", "400 g", "Keep dry", "Bath salts in a jar with a cork lid", "Lavender:lilac Eucalyptus:sage Rose:blush Sea Kelp:moss", True),
    Item(_BATH, "folded", "Bath Towel", 28, "organic cotton, 550 gsm", "70 × 140 cm", _WASH, "A bath towel with a woven loop for hanging", "Chalk:cream Sage:sage Slate:slate Blush:blush Ochre:ochre Indigo:indigo"),
    Item(_BATH, "mat", "Bath Mat", 26, "organic cotton", "50 × 80 cm", _WASH, "A tufted mat for beside the bath", "Sage:sage Chalk:cream Slate:slate Terracotta:terracotta"),
    Item(_BATH, "tray", "Bath Shelf", 44, "oiled wood", "75 cm long", "Wipe dry after use", "A shelf that rests across the bath, with a slot for a glass", "Oak:oak Walnut:walnut Bamboo:blond"),
    Item(_GARDEN, "planter", "Terracotta Planter", 26, "terracotta", "22 cm across", "Bring in from frost", "A planter with a drainage hole and a saucer", "Plain:terracotta Whitewashed:cream Sage:sage Charcoal:charcoal Ochre:ochre"),
    Item(_GARDEN, "can", "Watering Can", 36, "galvanised steel", "5 litres", "Empty before frost", "A watering can with a brass rose that comes off", "Forest:forest Slate:slate Cream:cream Mustard:mustard"),
    Item(_GARDEN, "trowel", "Hand Trowel", 18, "carbon steel, wooden handle", "32 cm", "Clean and oil before winter", "A trowel with depth marks on the blade", "Ash:blond Walnut:walnut Forest:forest"),
    Item(_GARDEN, "feeder", "Bird Feeder", 29, "powder-coated steel", "30 cm tall", "Clean monthly", "A feeder for seed with two perches", "Moss:moss Rust:rust Slate:slate"),
    Item(_GARDEN, "seeds", "Seed Collection", 11, "seed, recycled paper", "6 packets", "Sow by the date on the packet", "Six packets of seed in a card folder", "Wildflower:lilac Herb:sage Salad:moss Cut Flower:blush Pollinator:mustard", True),
    Item(_GARDEN, "mat", "Coir Doormat", 28, "coconut coir", "70 × 45 cm", "Shake or brush clean", "A doormat with a woven border", "Natural:natural Forest:forest Indigo:indigo Rust:rust"),
    Item(_GARDEN, "hammock", "Garden Hammock", 89, "cotton rope and canvas", "200 × 100 cm", "Store dry", "A hammock with spreader bars for two trees", "Indigo Stripe:indigo Natural:oatmeal Rust Stripe:rust"),
    Item(_PAPER, "notebook", "Linen Notebook", 16, "linen cover, 120 gsm paper", "A5, 192 pages", "Keep dry", "A notebook that lies flat, with dotted pages and a ribbon", "Sage:sage Indigo:indigo Rust:rust Plum:plum Oatmeal:oatmeal Mustard:mustard"),
    Item(_PAPER, "print", "Botanical Print", 24, "cotton rag paper", "30 × 40 cm, unframed", "Frame behind glass", "An art print of a plant study", "Fern:forest Poppy:rust Thistle:lilac Seaweed:moss Olive:sage Iris:indigo"),
    Item(_PAPER, "cards", "Set of Note Cards", 12, "recycled card", "8 cards, A6", "Keep dry", "Eight blank cards with envelopes", "Meadow:sage Coast:sky Orchard:terracotta Night Garden:indigo", True),
    Item(_PAPER, "calendar", "Wall Calendar", 18, "recycled paper", "A3", "Hang from the punched hole", "A calendar with a drawing for each month", "Hedgerow:moss Harbour:slate Kitchen Garden:terracotta"),
    Item(_PAPER, "notebook", "Recipe Journal", 22, "cloth cover, 120 gsm paper", "B5, 160 pages", "Keep dry", "A journal for recipes, with tabs for eight chapters", "Ochre:ochre Forest:forest Terracotta:terracotta Slate:slate"),
    Item(_PAPER, "pen", "Brass Pen", 28, "solid brass", "14 cm", "Takes standard refills", "A ballpoint pen with a twist action", "Polished:brass Black:charcoal Forest:forest"),
    Item(_DECOR, "vase", "Bud Vase", 16, "stoneware", "14 cm tall", _HAND, "A narrow vase for one or two stems", "Speckled:oatmeal Moss:moss Rust:rust Ink:indigo Blush:blush"),
    Item(_DECOR, "vase_wide", "Tall Vase", 46, "glazed earthenware", "32 cm tall", _HAND, "A vase with a wide neck for branches and large bunches", "Chalk:cream Forest:forest Ochre:ochre Slate:slate"),
    Item(_DECOR, "mirror", "Round Mirror", 72, "glass, wooden frame", "50 cm across", "Glass cleaner", "A round mirror with a fixing on the back", "Oak:oak Walnut:walnut Brass:brass Charcoal:charcoal"),
    Item(_DECOR, "clock", "Wall Clock", 52, "wood, quartz movement", "30 cm across", _WIPE, "A wall clock with a silent movement; takes one AA battery", "Oak:oak Sage:sage Slate:slate Rust:rust"),
    Item(_DECOR, "frame", "Picture Frame", 22, "solid wood and glass", "for 20 × 25 cm", _WIPE, "A frame that stands or hangs, with a card mount", "Oak:oak Walnut:walnut Black:charcoal White:cream Moss:moss"),
    Item(_DECOR, "garland", "Felt Garland", 19, "wool felt", "2 m", "Spot clean", "A garland of hand-cut felt leaves on cotton thread", "Forest:forest Autumn:rust Meadow:lilac"),
    Item(_STORE, "basket", "Seagrass Basket", 34, "seagrass", "35 cm wide", "Keep dry", "A basket with two handles for blankets or logs", "Natural:natural Charcoal Dip:charcoal White Dip:cream Moss Dip:moss"),
    Item(_STORE, "box", "Lidded Box", 27, "wood and card", "30 × 20 × 15 cm", _WIPE, "A box with a lid and a brass label holder", "Sage:sage Rust:rust Indigo:indigo Oatmeal:oatmeal"),
    Item(_STORE, "jar", "Storage Jar", 17, "glass, cork lid", "1.2 litres", _HAND, "A jar with a cork lid that seals", "Clear:sky Smoke:charcoal Amber:ochre Green:moss"),
    Item(_STORE, "basket", "Wire Basket", 22, "steel wire", "28 cm wide", _WIPE, "A wire basket with a wooden handle", "Brass:brass Charcoal:charcoal Sage:sage Cream:cream Rust:rust"),
    Item(_STORE, "hooks", "Peg Rail", 39, "solid wood", "60 cm, five pegs", _WIPE, "A rail with five turned pegs and hidden fixings", "Oak:oak Walnut:walnut Sage:sage Cream:cream"),
    Item(_STORE, "tote", "Canvas Tote", 24, "cotton canvas", "40 × 38 cm", _WASH, "A tote with long handles and an inside pocket", "Forest:forest Ochre:ochre Indigo:indigo Natural:oatmeal Rust:rust"),
    Item(_XMAS, "bauble", "Glass Bauble", 8, "hand-blown glass", "8 cm", "Store in its box", "A glass bauble on a velvet ribbon", "Brass:brass Forest:forest Plum:plum Rust:rust Frost:sky Moss:moss"),
    Item(_XMAS, "wreath", "Door Wreath", 44, "dried foliage", "40 cm across", "Keep out of rain", "A wreath on a willow base with a loop for hanging", "Eucalyptus:sage Pine:forest Rosehip:rust"),
    Item(_XMAS, "stocking", "Wool Stocking", 29, "wool felt", "45 cm long", "Spot clean", "A stocking with a cotton lining and a hanging loop", "Cranberry:rust Forest:forest Oatmeal:oatmeal"),
    Item(_XMAS, "tapers", "Advent Candle Set", 18, "beeswax blend", "4 candles, 20 cm", "Keep out of draughts", "Four candles for the four Sundays of Advent", "Forest:forest Brick:rust Ivory:cream", True),
    Item(_XMAS, "cards", "Christmas Card Pack", 10, "recycled card", "10 cards, A6", "Keep dry", "Ten cards with envelopes, blank inside", "Robin:rust Snowfall:sky Pine:forest", True),
    Item(_XMAS, "star", "Paper Star", 13, "recycled paper", "40 cm across", "Folds flat", "A folded paper star to hang in a window", "White:cream Brass:brass Rust:rust Indigo:indigo"),
)
# fmt: on


@dataclass(frozen=True, slots=True)
class Finish:
    """One product of the catalog, with what only the generator needs to know."""

    item: Item
    name: str
    color: str


def list_finishes() -> list[Finish]:
    """Every product in the order of its id."""
    pairs = ((item, pair.rsplit(":", 1)) for item in ITEMS for pair in _split_finishes(item.finishes))
    return [Finish(item, name, color) for item, (name, color) in pairs]


def _split_finishes(text: str) -> list[str]:
    return re.findall(r"\S[^:]*:\w+", text)


def make_products(rng: np.random.Generator) -> pd.DataFrame:
    """The products table: about 250 rows, some reduced, some out of stock, some not yet rated."""
    finishes = list_finishes()
    return pd.DataFrame([_product(number, finish, rng) for number, finish in enumerate(finishes, start=1)])


def _product(number: int, finish: Finish, rng: np.random.Generator) -> dict[str, Any]:
    item = finish.item
    product_id, title = f"JL-{number:04d}", f"{finish.name} {item.noun}"
    slug = re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-")
    usual = _pretty_price(item.price * rng.choice([1.0, 1.0, 1.0, 1.1]))
    is_reduced = rng.random() < 0.12
    return {
        "product_id": product_id,
        "title": title,
        "description": f"{item.sentence}. {item.material[0].upper()}{item.material[1:]}; {item.size}.",
        "category": item.category,
        "price": _pretty_price(usual * 0.8) if is_reduced else usual,
        "list_price": usual if is_reduced else None,
        "stock": 0 if rng.random() < 0.06 else int(rng.integers(3, 180)),
        "rating": None if rng.random() < 0.1 else round(float(np.clip(rng.normal(4.4, 0.3), 3.1, 5.0)), 1),
        "url": f"{SITE}/products/{slug}",
        "image_url": f"{SITE}/images/{product_id}.png",
        "attributes": encode(
            {"material": item.material, "size": item.size, "care": item.care, "color": finish.color}, dict[str, str]
        ),
    }


def _pretty_price(amount: float) -> float:
    return round(amount * 2) / 2
