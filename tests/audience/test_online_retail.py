import time
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path

import pandas as pd
import pytest

from audience.categories import OTHER, categorize
from audience.features import customer_features
from audience.loading import load_shop
from audience.online_retail import read_online_retail
from audience.segments import assign_segments
from audience.titles import tidy_title
from bespoke.domain import Segment
from bespoke.errors import DataRefused, NotFound
from store.database import Store
from tests.audience.shops import checked
from tests.shared_data import online_retail_path

HEADER = "InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country"
LINES = """
536365,85123A,WHITE HANGING HEART T-LIGHT HOLDER,6,2010-12-01 08:26:00,2.55,17850,United Kingdom
536365,85123A,WHITE HANGING HEART T-LIGHT HOLDER,6,2010-12-01 08:26:00,2.55,17850,United Kingdom
536370,22728,ALARM CLOCK BAKELIKE PINK,24,2010-12-01 08:45:00,3.75,12583,EIRE
C536379,22728,ALARM CLOCK BAKELIKE PINK,-1,2010-12-02 09:41:00,3.75,12583,EIRE
536370,POST,POSTAGE,3,2010-12-01 08:45:00,18.00,12583,EIRE
C536379,D,Discount,-1,2010-12-01 09:41:00,27.50,14527,United Kingdom
536414,22139,,56,2010-12-01 11:52:00,0.00,,United Kingdom
536589,21777,damaged,-10,2010-12-01 16:50:00,0.00,,United Kingdom
536544,22728,ALARM CLOCK BAKELIKE PINK.,1,2010-12-01 14:32:00,4.21,,Unspecified
A563185,B,Adjust bad debt,1,2011-08-12 14:50:00,11062.06,,United Kingdom
gift,gift_0001_20,Dotcomgiftshop Gift Voucher £20.00,1,2010-12-01 14:32:00,16.67,,United Kingdom
""".strip()


def _file(folder: Path, text: str = f"{HEADER}\n{LINES}\n", encoding: str = "utf-8") -> Path:
    path = folder / "online_retail.csv"
    path.write_bytes(text.encode(encoding))
    return path


def test_sales_returns_products_and_customers_are_told_from_the_rest(tmp_path: Path) -> None:
    found = checked(read_online_retail(_file(tmp_path)))

    assert Counter(found.events["type"]) == {"purchase": 3, "return": 1}
    assert found.events.loc[found.events["type"] == "return", "quantity"].tolist() == [1]
    assert found.products[["product_id", "title", "price"]].to_numpy().tolist() == [
        ["22728", "Alarm Clock Bakelike Pink", 3.75],
        ["85123A", "White Hanging Heart T-Light Holder", 2.55],
    ]
    assert found.customers[["customer_id", "country"]].to_numpy().tolist() == [
        ["12583", "Ireland"],
        ["17850", "United Kingdom"],
    ]
    count = found.report.count("events")
    assert (count.read, count.kept, count.duplicates, count.set_aside) == (11, 4, 1, 6)
    assert len(found.quarantined) == 6


def test_the_price_is_the_median_of_recent_positive_ones(tmp_path: Path) -> None:
    lines = [
        f"5365{n},22728,CLOCK,1,2011-0{n}-01,{price},1,EIRE" for n, price in enumerate((9, 2, 4), start=1)
    ]

    found = checked(read_online_retail(_file(tmp_path, "\n".join([HEADER, *lines]))))

    assert found.products["price"].tolist() == [4.0]


def test_contacts_are_made_up_only_on_request(tmp_path: Path) -> None:
    without = checked(read_online_retail(_file(tmp_path)))
    with_contacts = checked(read_online_retail(_file(tmp_path), demo_contacts=True))

    assert without.customers["email"].isna().all()
    assert without.consents.empty
    assert with_contacts.customers["email"].str.endswith("@example.test").all()
    assert set(with_contacts.consents["source"]) == {"demo"}
    again = checked(read_online_retail(_file(tmp_path), demo_contacts=True))
    pd.testing.assert_frame_equal(with_contacts.customers, again.customers)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (f"\ufeff{HEADER}\r\n" + LINES.replace("\n", "\r\n"), "utf-8"),
        (f"{HEADER}\n{LINES}", "cp1252"),
        (f"{HEADER}\n{LINES}".replace(",", ";"), "utf-8"),
        (f"{HEADER},Extra\n" + "\n".join(line + ",x" for line in LINES.split("\n")), "utf-8"),
        (f"{HEADER}\n{LINES}".replace("InvoiceNo", "Invoice").replace("UnitPrice", "Price"), "utf-8"),
        (f"{HEADER}\n{LINES}".replace("CustomerID", "Customer ID").replace(",17850,", ",17850.0,"), "utf-8"),
    ],
)
def test_other_spellings_of_the_file_read_the_same(tmp_path: Path, text: str, encoding: str) -> None:
    expected = checked(read_online_retail(_file(tmp_path)))

    found = checked(read_online_retail(_file(tmp_path, text, encoding)))

    assert list(found.events["event_key"]) == list(expected.events["event_key"])


def test_dates_with_the_month_first_are_read_where_only_that_fits(tmp_path: Path) -> None:
    text = (
        f"{HEADER}\n1,22728,CLOCK,1,12/1/2010 8:26,2.5,1,EIRE\n2,22728,CLOCK,1,12/13/2010 8:26,2.5,1,EIRE\n"
    )

    found = checked(read_online_retail(_file(tmp_path, text)))

    assert list(found.events["occurred_at"].dt.strftime("%m-%d %H:%M")) == ["12-01 08:26", "12-13 08:26"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (f"{HEADER}\n1,22728,CLOCK,1,12/1/2010 8:26,2.5,1,EIRE\n", "day or month first"),
        (f"{HEADER}\n1,22728,CLOCK,1,13/45/2020,2.5,1,EIRE\n", "InvoiceDate cannot be read"),
        (f"{HEADER}\n", "a header and no rows"),
        ("", "is empty"),
        (f"{HEADER}\n{LINES}".replace("InvoiceDate", "When"), "has no column 'InvoiceDate'"),
    ],
)
def test_unusable_files_are_refused_on_one_line(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(DataRefused, match=message) as refused:
        read_online_retail(_file(tmp_path, text))
    assert "\n" not in str(refused.value)


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="absent"):
        read_online_retail(tmp_path / "absent.csv")
    with pytest.raises(DataRefused, match="is a folder"):
        read_online_retail(tmp_path)


def test_a_price_that_cannot_be_read_is_set_aside_by_the_checks(tmp_path: Path) -> None:
    text = f"{HEADER}\n{LINES}\n1,22728,CLOCK,1,2011-01-01,abc,1,EIRE\n2,22728,CLOCK,x,2011-01-01,2,1,EIRE\n"

    found = checked(read_online_retail(_file(tmp_path, text)))

    reasons = {row.reason for row in found.quarantined[6:]}
    assert reasons == {"unit_price is negative or not a number", "quantity is missing"}


@pytest.mark.parametrize(
    ("raw", "title"),
    [
        ("WHITE HANGING HEART T-LIGHT HOLDER", "White Hanging Heart T-Light Holder"),
        ("S/3 PINK SQUARE PLANTERS ROSES", "Set of 3 Pink Square Planters Roses"),
        ("CHRISTMAS TREE BAUBLES S/6", "Christmas Tree Baubles, set of 6"),
        ("SET/20 RED RETROSPOT PAPER NAPKINS ", "Set of 20 Red Retrospot Paper Napkins"),
        ("SET OF 3 CAKE TINS PANTRY DESIGN ", "Set of 3 Cake Tins Pantry Design"),
        ("PACK OF 72 RETROSPOT CAKE CASES", "Pack of 72 Retrospot Cake Cases"),
        ("LUNCH BAG  BLACK SKULL.", "Lunch Bag Black Skull"),
        ("POPPY'S PLAYHOUSE BEDROOM ", "Poppy's Playhouse Bedroom"),
        ("PAPER CHAIN KIT 50'S CHRISTMAS ", "Paper Chain Kit 50's Christmas"),
        ("COFFEE MUG CAT + BIRD DESIGN", "Coffee Mug Cat & Bird Design"),
        ("POLYESTER FILLER PAD 40x40cm", "Polyester Filler Pad 40x40cm"),
        ("PINK B'FLY C/COVER W BOBBLES", "Pink Butterfly Cushion Cover with Bobbles"),
        ('LETTER "A" BLING KEY RING', 'Letter "A" Bling Key Ring'),
        ("CHILDRENS APRON SPACEBOY DESIGN", "Children's Apron Spaceboy Design"),
        ("SUNJAR LED NIGHT NIGHT LIGHT", "Sunjar LED Night Night Light"),
        ("HEART OF WICKER SMALL", "Heart of Wicker Small"),
        ("ACRYLIC HANGING JEWEL,BLUE", "Acrylic Hanging Jewel, Blue"),
        ("SMOKEY GREY COLOUR D.O.F. GLASS", "Smokey Grey Colour D.O.F. Glass"),
        ("3D DOG PICTURE PLAYING CARDS", "3D Dog Picture Playing Cards"),
        ("JUMBO BAG RED RETROSPOT", "Jumbo Bag Red Retrospot"),
        ("", ""),
        ("...", ""),
    ],
)
def test_titles_are_made_readable(raw: str, title: str) -> None:
    assert tidy_title(raw) == title


@pytest.mark.parametrize(
    ("title", "category"),
    [
        ("White Hanging Heart T-Light Holder", "Lighting & Candles"),
        ("Christmas Craft Tree Top Angel", "Christmas & Easter"),
        ("Jumbo Bag Red Retrospot", "Bags & Travel"),
        ("Regency Cakestand 3 Tier", "Kitchen & Dining"),
        ("Hot Water Bottle Keep Calm", "Bath & Body"),
        ("Party Bunting", "Craft & Party"),
        ("Alarm Clock Bakelike Pink", "Home Decor"),
        ("Red Toadstool LED Night Light", "Lighting & Candles"),
        ("Spaceboy Birthday Card", "Stationery & Cards"),
        ("Xyzzy", OTHER),
    ],
)
def test_categories_follow_the_title(title: str, category: str) -> None:
    assert categorize(title) == category


@pytest.mark.slow
def test_the_whole_file_is_loaded_twice_and_changes_nothing_the_second_time(sqlite_store: Store) -> None:
    started = time.monotonic()
    found = checked(read_online_retail(online_retail_path(), demo_contacts=True), refuse_above=0.5)
    load_shop(sqlite_store, found, datetime(2011, 12, 10, tzinfo=UTC))
    print(f"Online Retail from CSV to store: {time.monotonic() - started:.1f} s")

    assert found.report.count("events").read == 541_909
    # 5,268 exact repeats, and lines that differ in their description only.
    assert 5_268 <= found.report.count("events").duplicates < 5_300
    assert 4_300 < len(found.customers) < 4_380
    assert (found.products["category"] == OTHER).mean() < 0.02
    assert not found.products["title"].str.contains(r"\s{2}|\.$|^[A-Z ]{8,}$").any()
    assert not load_shop(sqlite_store, found, datetime(2011, 12, 11, tzinfo=UTC)).changed_anything
    segments = assign_segments(customer_features(found.events, datetime(2011, 12, 10, tzinfo=UTC)))
    shares = segments.value_counts(normalize=True)
    assert set(shares.index) == set(Segment)
    assert shares.max() < 0.4
