"""A category for a product of a gift and homeware shop that has none, from its title."""

from __future__ import annotations

import re

OTHER = "Other"

# The first that matches wins, so the telling words stand before the general ones.
_KEYWORDS: tuple[tuple[str, str], ...] = (
    (
        "Christmas & Easter",
        r"christmas|advent|baubles?|santa|reindeer|snow\w*|noel|nativity|mistletoe|holly|yuletide|stocking|"
        r"tinsel|jingle|sleigh|icicle|merry|rudolph|easter|bunn(?:y|ies)|scandinavian",
    ),
    (
        "Jewellery & Accessories",
        r"necklace|earrings?|bracelets?|bangle|brooch|charm|choker|lariat|pendant|diamante|hair\w*|ring|keyring|"
        r"key ring|key fob|fob|purse|wallet|scarf|sunglasses|umbrella|ponchos?|rain|ear muff|badges?|compact|"
        r"slippers?|gloves?|braclet|tiaras?|sombrero|poncho|handbag charm|comb|tiara|bobbles|shawl|key-chains|cufflinks|clip",
    ),
    (
        "Bags & Travel",
        r"\w*bags?|shopper|backpack|luggage|passport|travel|suitcase|tote|holdall|washbag|satchel|rucksack|purse",
    ),
    (
        "Lighting & Candles",
        r"t-lights?|tea ?lights?|candle\w*|lantern\w*|lamps?|lampshade|lights?|chandelier|votive|incense\w*|"
        r"lightbulb|citronella|night light|nightlight|wick|shade|matches|oil burner|\w+light",
    ),
    (
        "Children & Toys",
        r"child\w*|kids?|baby|toys?|dolls?|dolly|playhouse|jigsaw|puzzle|game|skittles|dominoes|spaceboy|"
        r"circus parade|soldiers?|teddy|rocking horse|puppet|marbles?|ludo|magic|skipping|nursery|bear|robot|"
        r"tattoos?|inflatable|balloons?|modelling|flying disc|creepy|rocket|bingo|gliders?|monster|ninja|tool set|piggy|windmill|crayons?|chalk|colouring|snakes|harmonica|spinning|"
        r"play\w*|monkey|dinosaurs?|noughts|yoyo|kite|boys?|girls?|helicopter|helmet|bib|rattle|felt\w*",
    ),
    (
        "Garden & Outdoors",
        r"garden\w*|plant\w*|watering|herb|seeds?|birdhouse|bird ?feeder|birdtable|hammock|parasol|picnic|trowel|"
        r"spade|rake|gnome|flowerpot|potting|bbq|hanging basket|trellis|wheelbarrow|bird bath|windchime|wind|"
        r"chime|thermometer|kneeling|beach|deck ?chair|shed|cloche|bucket|grow|bug|insect|ladybird|fly swat",
    ),
    (
        "Bath & Body",
        r"bath\w*|soap|towels?|shower|toilet|flannel|cosmetic\w*|lip|balm|hot water bottle|hottie|tissues?|"
        r"plasters|first aid|manicure|wash|hand warmer|warmer|scent\w*|fragrance|toothbrush|laundry|talc|"
        r"perfume|eye mask|lipstick|sponge|potpourri|pot pourri|mirror compact|essential",
    ),
    (
        "Stationery & Cards",
        r"cards?|wraps?|notebook|journal|pens?|pencils?|stickers?|stationery|paper|envelopes?|tags?|memo\w*|"
        r"erasers?|rubbers?|ruler|letter|invites?|gift ?wrap|calendar|sketchbook|tape|stamps?|calculator|"
        r"writing set|hole punch|tapes|sharpeners?|book\w*|ribbons?|postcard|album|address|organiser|magazine|planner|scissors?|files?|"
        r"origami|highlighter|page|clipboard|pinboard",
    ),
    (
        "Kitchen & Dining",
        r"mugs?|cups?|teacups?|teapot|tea|coffee|plates?|bowls?|cake\w*|baking|bake\w*|kitchen|cutlery|spoons?|"
        r"knife|knives|forks?|lunch|bottle|jug|apron|oven|napkins?|coasters?|glass(?:es)?|tumbler|beakers?|"
        r"egg\w*|recipe|jam|biscuits?|cookie|food|tins?|placemats?|tray|pan|trivet|chopping|measuring|scales|"
        r"bread|butter|toast\w*|cosy|milk|sugar|wine|cocktail|gin|goblet|chopsticks|doil(?:y|ies)|straws|"
        r"popcorn|ice|jelly|moulds?|cutters?|ramekins?|dish|dishes|saucer|platter|whisk|ladle|lolly|snack|"
        r"dinner|breakfast|cereal|salt|pepper|soup|fondue|table\w*|chilli|pizza|colander|strainer|corkscrew|"
        r"opener|decanter|carafe|flask|fridge|salad|sundae|fruit ?bowl|cupcake|pannetone|pantry|rolling pin",
    ),
    (
        "Storage & Organising",
        r"storage|box(?:es)?|baskets?|drawers?|cabinet|rack|hooks?|hangers?|chest|crate|trunk|jars?|shelf|shelves|"
        r"bins?|tidy|holder|caddy|container|organizer|tub|pots?|hamper|stand|cupboard|knobs?|pegs?|money bank|"
        r"bank|keepsake|trinket|wardrobe|caddies|drawer|cube|sack",
    ),
    (
        "Soft Furnishings",
        r"cushions?|throw|quilt|blanket|rug|doormat|door mat|mat|curtain|doorstop|draught|pillow|filler|pouffe|"
        r"seat|chair|stool|\w+cushion|bedspread|linen|fabric|canopy|voile|tassel|beanbag",
    ),
    (
        "Craft & Party",
        r"party|bunting|garlands?|birthday|wedding|confetti|craft\w*|sewing|knitting|patch(?:es)?|decoupage|"
        r"buttons?|beads?|crochet|knitted|embroidery|wool|stencil|paint|kit|feathers?|raffia|crackers?|"
        r"disco|streamers?|rosette|sequin|ball|flag|hat|hawaiian|mask|fancy dress|novelty|joke",
    ),
    (
        "Home Decor",
        r"frames?|mirrors?|clock|wall|signs?|vases?|decoration\w*|hearts?|art|doorbell|ornament|hanging|picture|"
        r"photo\w*|block|wreath|flowers?|artificial|figurine|angel|magnets?|tiles?|plaque|birds?|door|metal|"
        r"wooden|wicker|zinc|ceramic|enamel|mobile|cornice|number|roses?|sculpture|globe|paperweight|cat|dog|"
        r"owl|elephant|butterfl\w*|hen|rooster|cockerel|string|chain|poster|print|canvas|radio|phone|home|"
        r"record|telephone|screen|wire|tree|rabbit|ducks|squeezer|canary|hand open|buddha|bases?|support|star|stars|slate|crystal|porcelain|acrylic|shell|bell\w*|dove|"
        r"lily|leaf|daisy|stem|spray|ladder|letters?|alphabet|word|memory|memories|love|drop|stick|finial|"
        r"fan|rope|bouquet|posy|ivy|fern|cherub|duck|frog|snake|table|clam|cage|birdcage|drink|wood|finish",
    ),
)
_RULES = tuple((name, re.compile(rf"\b(?:{words})\b", re.I)) for name, words in _KEYWORDS)

CATEGORIES = (*(name for name, _ in _RULES), OTHER)

# A word of one category inside another's phrase.
_TELLING = (
    (re.compile(r"\bhot water bottle|hottie\b", re.I), "Bath & Body"),
    (re.compile(r"\bcushion|quilt|doormat|doorstop|curtain|hammock cushion\b", re.I), "Soft Furnishings"),
    (re.compile(r"\b(?:greeting|birthday|playing|gift) cards?\b|\bgift (?:wrap|tags?|bag)\b", re.I), "Stationery & Cards"),
    (re.compile(r"\b(?:napkin|curtain|key) rings?\b|\bring binder\b", re.I), "Home Decor"),
    (re.compile(r"\blunch (?:bag|box)|\bwater bottle\b|\bbottle opener\b|\bbaking\b|\bcake\s?stand\b", re.I), "Kitchen & Dining"),
    (re.compile(r"\b(?:photo|picture) ?frames?\b|\bmetal sign\b|\bclock\b|\bmirror\b|\bwall (?:art|tidy)\b", re.I), "Home Decor"),
    (re.compile(r"\bbunting\b|\bgarland\b|\bparty\b", re.I), "Craft & Party"),
    (re.compile(r"\bstorage\b|\btrinket\b|\bdrawer\b|\bcoat (?:rack|hanger)\b|\bplant (?:stand)\b", re.I), "Storage & Organising"),
    (re.compile(r"\bmugs?\b|\btea towels?\b|\bteapot\b|\bsqueezer\b|\bcases\b|\bcooking\b", re.I), "Kitchen & Dining"),
    (re.compile(r"\bcabinet\b", re.I), "Storage & Organising"),
    (re.compile(r"\bgarden gloves?\b", re.I), "Garden & Outdoors"),
    (re.compile(r"\bsewing kit\b|\bknitting kit\b", re.I), "Craft & Party"),
    (re.compile(r"\bphoto clip\b|\bdoor ?(?:sign|hanger)\b", re.I), "Home Decor"),
    (re.compile(r"\bcandy (?:cane|box)\b", re.I), "Kitchen & Dining"),
)
_SEASONAL = _RULES[0]
_PACKAGING = re.compile(r"\s+in (?:a )?(?:\w+ )?(?:bag|box|tin|basket|envelope|parcel)$", re.I)


def categorize(title: str) -> str:
    """The category a title belongs to; `Other` only where no word of it tells."""
    title = _PACKAGING.sub("", title) or title
    if _SEASONAL[1].search(title):
        return _SEASONAL[0]
    for pattern, name in _TELLING:
        if pattern.search(title):
            return name
    return next((name for name, pattern in _RULES if pattern.search(title)), OTHER)
