"""What files of all kinds become, and what is said of those that cannot be used."""

from __future__ import annotations

import gzip
from pathlib import Path

import pandas as pd
import pytest

from bespoke.errors import BespokeError
from eval.interactions import read_candidates, read_interactions


def write(folder: Path, text: str, name: str = "T.csv") -> Path:
    path = folder / name
    if name.endswith(".gz"):
        path.write_bytes(gzip.compress(text.encode()))
    else:
        path.write_text(text, encoding="utf-8")
    return path


def pairs(path: Path) -> list[tuple[object, object]]:
    events = read_interactions(path).events
    return list(zip(events["customer_id"], events["product_id"], strict=True))


def test_ids_are_text_whatever_they_look_like(tmp_path: Path) -> None:
    path = write(tmp_path, "customer_id,product_id\n007,1.0\nNA,null\nnan,1e5\nTrue, x \n")

    assert pairs(path) == [("007", "1.0"), ("NA", "null"), ("nan", "1e5"), ("True", " x ")]


def test_columns_come_in_any_order_and_others_are_named_as_unused(tmp_path: Path) -> None:
    path = write(tmp_path, "quantity,color,product_id,customer_id\n2,red,p1,c1\n,blue,p2,c1\n")

    found = read_interactions(path)

    assert pairs(path) == [("c1", "p1"), ("c1", "p2")]
    assert found.events["quantity"].tolist() == [2.0, 1.0]
    assert found.notes == ("T.csv: columns not used: color.",)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("T.tsv", "customer_id\tproduct_id\n007\tp,1\n"),
        ("T.csv.gz", 'customer_id,product_id\n007,"p,1"\n'),
        ("T.csv", '\ufeffcustomer_id,product_id\r\n007,"p,1"\r\n'),
        ("T.csv", "customer_id;product_id\n007;p,1\n"),
        ("T.txt", "customer_id\tproduct_id\n007\tp,1\n"),
    ],
)
def test_every_kind_of_text_file_says_the_same(tmp_path: Path, name: str, text: str) -> None:
    assert pairs(write(tmp_path, text, name)) == [("007", "p,1")]


def test_parquet_keeps_whole_numbers_whole_and_times_as_they_are(tmp_path: Path) -> None:
    path = tmp_path / "T.parquet"
    frame = pd.DataFrame(
        {
            "customer_id": [7.0, None, 9.0],
            "product_id": [1, 2, 3],
            "timestamp": pd.to_datetime(["2024-01-03", "2024-01-01", "2024-01-02"]),
        }
    )
    frame.to_parquet(path)

    found = read_interactions(path)

    assert found.events["product_id"].tolist() == ["2", "3", "1"]
    assert found.events["customer_id"].astype(object).fillna("guest").tolist() == ["guest", "9", "7"]
    assert found.has_times


@pytest.mark.parametrize(
    "times",
    [
        ("2024-01-01T00:00:00Z", "2024-01-01T00:00:01+00:00"),
        ("2024-01-01 00:00:00", "2024-01-01T02:00:01+02:00"),
        ("2024-01-01", "2024-01-01T00:00:01.000"),
        ("1704067200", "1704067201"),
        ("1704067200.0", "1704067201.0"),
        ("1704067200000", "1704067201000"),
        ("2023-12-31T19:00:00-05:00", "2023-12-31T19:00:01-05:00"),
    ],
)
def test_times_are_read_as_people_write_them(tmp_path: Path, times: tuple[str, str]) -> None:
    path = write(tmp_path, f"customer_id,product_id,timestamp\nc,late,{times[1]}\nc,early,{times[0]}\n")

    events = read_interactions(path).events

    assert events["product_id"].tolist() == ["early", "late"]
    assert events["occurred_at"].tolist() == [
        pd.Timestamp("2024-01-01T00:00:00Z"),
        pd.Timestamp("2024-01-01T00:00:01Z"),
    ]


def test_eight_digits_are_a_date(tmp_path: Path) -> None:
    path = write(tmp_path, "customer_id,product_id,timestamp\nc,p,19970315\n")

    assert read_interactions(path).events["occurred_at"].tolist() == [pd.Timestamp("1997-03-15T00:00:00Z")]


def test_without_times_the_age_of_a_line_is_the_number_of_its_customers_later_lines(tmp_path: Path) -> None:
    path = write(tmp_path, "customer_id,product_id\na,1\nb,1\na,2\na,3\n")

    found = read_interactions(path)

    moments = found.events["occurred_at"]
    assert not found.has_times
    assert ((moments.max() - moments).dt.days).tolist() == [2, 0, 1, 0]


def test_an_empty_column_of_times_is_none(tmp_path: Path) -> None:
    assert not read_interactions(write(tmp_path, "customer_id,product_id,timestamp\na,1,\n")).has_times


def test_negative_quantities_and_returns_are_returns(tmp_path: Path) -> None:
    path = write(
        tmp_path, "customer_id,product_id,quantity,type\na,1,-2,\na,2,3,return\na,3,1,View\na,4,0,\n"
    )

    found = read_interactions(path)

    assert found.events["type"].tolist() == ["return", "return", "view"]
    assert found.events["quantity"].tolist() == [2.0, 3.0, 1.0]
    assert "1 lines without a product_id or with quantity 0" in found.notes[0]


def test_lines_without_a_customer_are_guests(tmp_path: Path) -> None:
    found = read_interactions(write(tmp_path, "customer_id,product_id\n,1\na,2\n"))

    assert found.events["customer_id"].isna().tolist() == [True, False]
    assert "1 lines without a customer_id count for popularity only" in found.notes[0]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "has no column customer_id and no product_id; its first line names nothing"),
        ("user,item\n1,2\n", "its first line names 'user', 'item'"),
        ("customer_id,product_id,customer_id\n1,2,3\n", "two columns customer_id"),
        ("customer_id,product_id\n", "no lines"),
        ("customer_id,product_id\na,\n", "no lines to use"),
        (
            "customer_id,product_id,timestamp\na,1,2024-01-01\n\na,2,yesterday\n",
            "T.csv line 4: timestamp 'ye",
        ),
        ("customer_id,product_id,timestamp\na,1,2024-01-01\na,2,\n", "T.csv line 3: timestamp ''"),
        ("customer_id,product_id,timestamp\na,1,1704067200\na,2,inf\n", "line 3: timestamp 'inf'"),
        ("customer_id,product_id,quantity\na,1,two\n", "line 2: quantity 'two' is no number"),
        ("customer_id,product_id,type\na,1,purchase\na,1,bought\n", "line 3: type 'bought' is unknown"),
        ("customer_id,product_id\na,1\na\n", "line 3 has 1 fields where the first line has 2"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_in_one_line(tmp_path: Path, text: str, says: str) -> None:
    with pytest.raises(BespokeError) as refused:
        read_interactions(write(tmp_path, text))

    assert says in str(refused.value)
    assert "\n" not in str(refused.value)


def test_files_that_are_no_text_are_refused(tmp_path: Path) -> None:
    latin = tmp_path / "latin.csv"
    latin.write_bytes("customer_id,product_id\nJosé,1\n".encode("latin-1"))
    for path, says in (
        (tmp_path / "absent.csv", "no file"),
        (write(tmp_path, "x", "T.xlsx"), "name it .csv"),
        (write(tmp_path, "x", "T.parquet"), "Parquet"),
        (write(tmp_path, "x", "x.csv").rename(tmp_path / "T.csv.gz"), "cannot be read"),
        (latin, "UTF-8"),
    ):
        with pytest.raises(BespokeError, match=says):
            read_interactions(path)


def test_candidates_are_pairs_of_ids(tmp_path: Path) -> None:
    found = read_candidates(write(tmp_path, "product_id,customer_id,score\n01,007,1\n"))

    assert found.astype(object).to_dict("records") == [{"customer_id": "007", "product_id": "01"}]
