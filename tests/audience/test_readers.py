import gzip
from pathlib import Path

import pandas as pd
import pytest
from sqlalchemy import create_engine

from audience.readers import read_folder, read_sql
from bespoke.errors import DataRefused, NotFound
from tests.audience.shops import checked

PRODUCTS = "product_id,title,price\nmug,Mug,12.50\n"
EVENTS = "customer_id,product_id,type,occurred_at,quantity\nada,mug,purchase,2026-03-01,1\n"


def _write(folder: Path, **files: str | bytes) -> Path:
    for name, content in {"products.csv": PRODUCTS, "events.csv": EVENTS, **files}.items():
        data = content.encode() if isinstance(content, str) else content
        (folder / name).write_bytes(data)
    return folder


def test_products_and_events_are_enough(tmp_path: Path) -> None:
    found = checked(read_folder(_write(tmp_path)))

    assert (len(found.products), len(found.events), len(found.customers)) == (1, 1, 1)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param(
            "\ufeffproduct_id,title,price\r\nmug,Café Mug,12.50\r\n".encode(), id="BOM and Windows line ends"
        ),
        pytest.param(
            "product_id;title;price\nmug;Café Mug;12,50\n".encode(), id="semicolons and decimal comma"
        ),
        pytest.param(
            "product_id\ttitle\tprice\nmug\tCafé Mug\t12.50\n".encode("cp1252"), id="tabs in Windows-1252"
        ),
        pytest.param("product_id,title,price\nmug,Café Mug,12.50\n".encode("utf-16"), id="UTF-16"),
        pytest.param('price,extra,"title",product_id\n12.50,x,"Café Mug",mug'.encode(), id="another order"),
        pytest.param(
            gzip.compress("product_id,title,price\nmug,Café Mug,12.50\n".encode(), mtime=0),
            id="gzip in disguise",
        ),
        pytest.param("sep=;\nproduct_id;title;price\nmug;Café Mug;12,50\n".encode(), id="as Excel marks it"),
        pytest.param("product_id,title,price\nmug,Café Mug,12.50,\n".encode(), id="a comma too many"),
    ],
)
def test_files_are_read_however_the_office_saved_them(tmp_path: Path, content: bytes) -> None:
    found = checked(read_folder(_write(tmp_path, **{"products.csv": content})))

    assert found.products[["title", "price"]].to_numpy().tolist() == [["Café Mug", 12.5]]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "is empty"),
        (b"\xef\xbb\xbf\r\n", "is empty"),
        (b"PK\x03\x04rest", "save it as CSV"),
        (b"\x00\x01\x02\x03", "is not a text file"),
        (b"\x1f\x8bnot gzip at all", "damaged gzip"),
        (gzip.compress(PRODUCTS.encode() * 50, mtime=0)[:-20], "damaged gzip"),
        (b'product_id,title,price\nmug,"Mug,1\n', "never closed"),
        (b"product_id,title,price\n", "has no rows"),
        (b"product_id,product_id,title,price\nmug,mug,Mug,1\n", "more than one column"),
        (b"just some words\n", "has no column 'product_id'"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_on_one_line(
    tmp_path: Path, content: bytes, message: str
) -> None:
    with pytest.raises(DataRefused, match=message) as refused:
        checked(read_folder(_write(tmp_path, **{"products.csv": content})))

    assert "products.csv" in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_line_with_too_many_fields_is_set_aside_and_the_rest_is_read(tmp_path: Path) -> None:
    content = PRODUCTS + "pot,A pot, with a lid,20\njug,Jug,30\n"

    found = checked(read_folder(_write(tmp_path, **{"products.csv": content})))

    assert list(found.products["product_id"]) == ["mug", "jug"]
    assert found.report.count("products").set_aside == 1
    assert "with a lid" in found.quarantined[0].row


def test_missing_files_and_folders_are_named(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="nowhere"):
        read_folder(tmp_path / "nowhere")
    with pytest.raises(NotFound, match=r"products\.csv"):
        read_folder(tmp_path)
    (tmp_path / "file").write_text("x")
    with pytest.raises(DataRefused, match="is a file"):
        read_folder(tmp_path / "file")
    _write(tmp_path)
    (tmp_path / "customers.csv").mkdir()
    with pytest.raises(DataRefused, match="is a folder"):
        read_folder(tmp_path)


def test_two_files_for_one_table_are_refused(tmp_path: Path) -> None:
    _write(tmp_path, **{"products.csv.gz": gzip.compress(PRODUCTS.encode(), mtime=0)})

    with pytest.raises(DataRefused, match="keep one of them"):
        read_folder(tmp_path)


def test_parquet_reads_like_csv(tmp_path: Path) -> None:
    from_csv = checked(read_folder(_write(tmp_path)))
    events = pd.read_csv(tmp_path / "events.csv").assign(occurred_at=pd.Timestamp("2026-03-01"))
    (tmp_path / "events.csv").unlink()
    events.to_parquet(tmp_path / "events.parquet")

    found = checked(read_folder(tmp_path))

    assert list(found.events["event_key"]) == list(from_csv.events["event_key"])


def test_a_file_that_is_no_parquet_is_refused(tmp_path: Path) -> None:
    (tmp_path / "products.parquet").write_text("no parquet")
    (tmp_path / "events.csv").write_text(EVENTS)

    with pytest.raises(DataRefused, match="cannot be read as Parquet"):
        read_folder(tmp_path)


@pytest.fixture
def shop_url(tmp_path: Path) -> str:
    url = f"sqlite:///{tmp_path / 'shop.db'}"
    engine = create_engine(url)
    pd.DataFrame({"sku": ["mug"], "name": ["Mug: large"], "price": [12.5]}).to_sql(
        "items", engine, index=False
    )
    sales = {"who": [7], "sku": ["mug"], "at": ["2026-03-01 10:00:00"], "n": [1]}
    pd.DataFrame(sales).to_sql("sales", engine, index=False)
    engine.dispose()
    return url


QUERIES = {
    "products": "SELECT sku AS product_id, name AS title, price FROM items WHERE name LIKE '%: l%'",
    "events": "SELECT who AS customer_id, sku AS product_id, 'purchase' AS type, at AS occurred_at, "
    "n AS quantity FROM sales WHERE at > '2026-01-01 :x'",
}


def test_a_query_per_table_reads_a_database(shop_url: str) -> None:
    found = checked(read_sql(shop_url, QUERIES))

    assert found.events[["customer_id", "quantity"]].to_numpy().tolist() == [["7", 1]]
    assert list(found.products["title"]) == ["Mug: large"]


@pytest.mark.parametrize(
    ("queries", "message"),
    [
        ({"products": "SELECT 1"}, "no query for 'events'"),
        (QUERIES | {"orders": "SELECT 1"}, "a query for 'orders'"),
        (QUERIES | {"events": "SELECT * FROM absent"}, "the events query failed: no such table: absent"),
        (QUERIES | {"events": "DELETE FROM sales"}, "must be a SELECT"),
    ],
)
def test_unusable_queries_are_refused(shop_url: str, queries: dict[str, str], message: str) -> None:
    with pytest.raises(DataRefused, match=message):
        read_sql(shop_url, queries)
    assert len(read_sql(shop_url, QUERIES).events) == 1


def test_unusable_databases_are_refused_without_showing_the_password(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match=r"shop\.db"):
        read_sql(f"sqlite:///{tmp_path / 'shop.db'}", QUERIES)
    assert not (tmp_path / "shop.db").exists()
    with pytest.raises(DataRefused, match="nosuchdb") as refused:
        read_sql("nosuchdb://ada:secret@localhost/shop", QUERIES)
    assert "secret" not in str(refused.value)
    with pytest.raises(DataRefused):
        read_sql("not a url", QUERIES)


def test_a_field_too_many_on_every_line_is_never_cut_off_silently(tmp_path: Path) -> None:
    content = "product_id,title,price\nmug,Mug,with handle,12.50\n"

    found = read_folder(_write(tmp_path, **{"products.csv": content}))

    assert found.products.empty
    assert "12.50" in found.set_aside[0].row
