import json
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audience.quality import check_tables
from audience.quality_report import QualityReport
from audience.schemas import SCHEMAS, describe_columns
from bespoke.encoding import decode, encode
from bespoke.errors import DataRefused
from tests.audience.shops import a_consent_row, a_customer_row, a_product_row, a_shop, an_event_row, checked


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"occurred_at": "13/45/2020"}, "occurred_at is not a date and time like 2026-03-31T14:05:00Z"),
        ({"occurred_at": "03/04/2020"}, "occurred_at is not a date and time like 2026-03-31T14:05:00Z"),
        ({"occurred_at": "2026-02-30"}, "occurred_at is not a date and time like 2026-03-31T14:05:00Z"),
        ({"occurred_at": ""}, "occurred_at is missing"),
        ({"unit_price": "-1"}, "unit_price is negative or not a number"),
        ({"unit_price": "twelve"}, "unit_price is negative or not a number"),
        ({"quantity": "0"}, "quantity is not a whole number of 1 or more"),
        ({"quantity": "1.5"}, "quantity is not a whole number of 1 or more"),
        ({"quantity": ""}, "quantity is missing"),
        ({"type": "wishlist"}, "type is not view, cart, purchase or return"),
        ({"product_id": None}, "product_id is missing"),
        ({"product_id": "unknown"}, "product_id is not in the catalog"),
        ({"customer_id": "x" * 201}, "customer_id is longer than 200 characters"),
    ],
)
def test_a_bad_event_is_set_aside_with_its_reason_and_as_it_came(
    changes: dict[str, Any], reason: str
) -> None:
    bad = an_event_row(**changes)

    found = checked(a_shop(events=[an_event_row(order_id="good"), bad]))

    assert list(found.events["order_id"]) == ["good"]
    assert [row.reason for row in found.quarantined] == [reason]
    assert json.loads(found.quarantined[0].row) == {k: v for k, v in bad.items() if v is not None}
    assert found.report.count("events").set_aside == 1


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"price": "-3"}, "price is negative or not a number"),
        ({"price": "inf"}, "price is negative or not a number"),
        ({"title": " "}, "title is missing"),
        ({"currency": "EUR"}, "currency is not GBP, the shop's own"),
    ],
)
def test_a_bad_product_is_set_aside(changes: dict[str, Any], reason: str) -> None:
    found = checked(a_shop(products=[a_product_row(), a_product_row("pot", **changes)]))

    assert list(found.products["product_id"]) == ["mug"]
    assert [row.reason for row in found.quarantined] == [reason]


def test_a_malformed_address_costs_the_address_and_not_the_customer() -> None:
    emails = [
        "ada",
        "ada@",
        "a b@example.test",
        "ada@example",
        "a@b@example.test",
        "x\r\nBcc: y@example.test",
    ]
    rows = [a_customer_row(f"c{n}", email=email) for n, email in enumerate(emails)]

    found = checked(a_shop(customers=[a_customer_row(), *rows]))

    assert len(found.customers) == 7
    assert list(found.customers["email"].dropna()) == ["ada@example.test"]
    problem = next(p for p in found.report.problems if p.table == "customers")
    assert (problem.reason, problem.rows, problem.row_kept) == ("email is malformed", 6, True)


@pytest.mark.parametrize("email", ["o'neil+shop@example.co.uk", "ada@bücher.example", "A.B@Example.TEST"])
def test_unusual_addresses_that_are_well_formed_are_kept(email: str) -> None:
    found = checked(a_shop(customers=[a_customer_row(email=email)]))

    assert list(found.customers["email"]) == [email]


def test_a_customer_without_address_is_kept() -> None:
    found = checked(a_shop(customers=[a_customer_row(email=None)]))

    assert len(found.customers) == 1
    assert not found.quarantined


def test_a_buyer_missing_from_the_customers_table_is_kept_without_an_address() -> None:
    found = checked(a_shop(events=[an_event_row(), an_event_row(customer_id="zoe")]))

    assert list(found.customers["customer_id"]) == ["ada", "zoe"]
    assert found.unlisted == {"zoe"}
    assert found.customers["email"].isna().tolist() == [False, True]


def test_a_guest_stays_a_guest() -> None:
    found = checked(a_shop(events=[an_event_row(customer_id="")]))

    assert found.events["customer_id"].isna().all()
    assert list(found.customers["customer_id"]) == ["ada"]


def test_equal_ids_with_other_contents_are_set_aside_and_equal_rows_counted_once() -> None:
    rows = [a_product_row(), a_product_row(), a_product_row(title="Other")]

    found = checked(a_shop(products=rows))

    count = found.report.count("products")
    assert (count.kept, count.duplicates, count.set_aside) == (1, 1, 1)
    assert list(found.products["title"]) == ["Stoneware Mug"]


def test_events_with_their_own_ids_may_be_equal_otherwise() -> None:
    rows = [an_event_row(event_id="1"), an_event_row(event_id="2"), an_event_row(event_id="2")]

    found = checked(a_shop(events=[*rows, an_event_row(event_id="1", quantity="5")]))

    count = found.report.count("events")
    assert (count.kept, count.duplicates, count.set_aside) == (2, 1, 1)


def test_a_consent_for_an_unknown_customer_is_set_aside() -> None:
    found = checked(a_shop(consents=[a_consent_row(), a_consent_row("nobody")]))

    assert list(found.consents["customer_id"]) == ["ada"]
    assert [row.reason for row in found.quarantined] == ["customer_id is not a known customer"]


def test_an_unreadable_withdrawal_takes_the_consent_with_it() -> None:
    withdrawal = a_consent_row(status="withdrawn", recorded_at="31.12.2025")

    found = checked(a_shop(consents=[a_consent_row(), withdrawal]))

    assert found.consents.empty
    assert len(found.quarantined) == 2


def test_a_moment_without_a_zone_is_utc_and_others_are_converted() -> None:
    moments = ["2026-03-01", "2026-03-01 10:00", "2026-03-01T10:00:00.5+02:00"]

    found = checked(a_shop(events=[an_event_row(occurred_at=moment) for moment in moments]))

    expected = ["2026-03-01T00:00:00Z", "2026-03-01T10:00:00Z", "2026-03-01T08:00:00.5Z"]
    assert list(found.events["occurred_at"]) == [pd.Timestamp(moment) for moment in expected]


@pytest.mark.parametrize(("text", "price"), [("12,50", 12.5), ("1,234.50", 1234.5), ("7", 7.0)])
def test_a_price_is_read_where_it_can_mean_only_one_thing(text: str, price: float) -> None:
    assert list(checked(a_shop(products=[a_product_row(price=text)])).products["price"]) == [price]


def test_a_price_that_could_mean_two_things_is_set_aside() -> None:
    found = checked(a_shop(products=[a_product_row(), a_product_row("pot", price="1,234")]))

    assert found.report.count("products").set_aside == 1


def test_a_missing_column_is_refused_with_its_name_and_what_was_found() -> None:
    row = an_event_row()
    del row["occurred_at"]

    with pytest.raises(DataRefused) as refused:
        checked(a_shop(events=[row]))

    assert "events has no column 'occurred_at'" in str(refused.value)
    assert "product_id" in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_mostly_bad_load_is_refused_whole_with_the_main_reason_and_examples() -> None:
    bad = [an_event_row(occurred_at=f"{day}/01/2026") for day in (13, 14, 15)]

    with pytest.raises(DataRefused) as refused:
        checked(a_shop(events=[an_event_row(), *bad]), refuse_above=0.5)

    message = str(refused.value)
    assert message.startswith(
        "events: 3 of 4 rows cannot be used, most often because occurred_at is not a date"
    )
    assert "'13/01/2026'" in message


def test_exactly_the_share_that_is_allowed_is_not_refused() -> None:
    found = checked(a_shop(events=[an_event_row(), an_event_row(quantity="-1")]), refuse_above=0.5)

    assert found.report.count("events").kept == 1


def test_an_empty_catalog_is_refused() -> None:
    with pytest.raises(DataRefused, match="products has no rows"):
        checked(a_shop(products=[]))


def test_no_events_is_worth_a_note() -> None:
    assert "There are no events" in checked(a_shop(events=[])).report.markdown()


def test_attributes_come_from_json_and_from_columns_of_their_own() -> None:
    row = a_product_row(attributes='{"material": "oak", "depth": 3}', attribute_wall_fixing="two screws")

    assert list(checked(a_shop(products=[row])).products["attributes"]) == [
        {"material": "oak", "depth": "3", "wall fixing": "two screws"}
    ]


def test_a_cost_that_cannot_be_read_costs_the_value_and_not_the_product() -> None:
    rows = [a_product_row("a", cost="4.20"), a_product_row("b", cost="-1"), a_product_row("c", cost="")]

    found = checked(a_shop(products=rows))

    assert found.products["cost"].fillna(0).tolist() == [4.2, 0, 0]
    assert "cost is negative or not a number" in {row.reason for row in found.quarantined}


def test_a_list_price_that_is_no_reduction_is_left_out() -> None:
    rows = [a_product_row("a", list_price="12.50"), a_product_row("b", list_price="15")]

    assert checked(a_shop(products=rows)).products["list_price"].fillna(0).tolist() == [0, 15]


def test_columns_are_found_in_any_case_and_extra_ones_are_named_in_the_report() -> None:
    shop = a_shop(customers=[{"Customer ID": "ada", "E-Mail 2": "x"}])

    found = checked(shop)

    assert list(found.customers["customer_id"]) == ["ada"]
    assert "columns not used: e-mail_2" in found.report.markdown()


def test_typed_columns_from_databases_read_like_text() -> None:
    text = checked(a_shop(events=[an_event_row(customer_id="7", order_id="17")]))
    typed = a_shop(events=[an_event_row(customer_id=7.0, order_id=17, quantity=1, unit_price=12.5)])
    typed.events["occurred_at"] = pd.to_datetime(typed.events["occurred_at"])

    assert list(checked(typed).events["event_key"]) == list(text.events["event_key"])


def test_the_key_of_an_event_does_not_depend_on_how_columns_are_held() -> None:
    shop = a_shop(
        events=[an_event_row(), an_event_row(customer_id=None, type="view", order_id=None, quantity="")]
    )
    as_categories = a_shop()
    events = shop.events.astype({"customer_id": "category", "type": "category", "order_id": "category"})
    object.__setattr__(as_categories, "events", events)

    assert list(checked(as_categories).events["event_key"]) == list(checked(shop).events["event_key"])


def test_the_report_survives_json_and_reads_well() -> None:
    report = checked(a_shop(events=[an_event_row(), an_event_row(type="wish")])).report

    assert decode(QualityReport, encode(report)) == report
    assert (
        "- events: type is not view, cart, purchase or return (1 row set aside; e.g. `wish`)"
        in report.markdown()
    )


def test_every_column_is_documented() -> None:
    assert all(column.description for schema in SCHEMAS.values() for column in schema.columns.values())
    assert "| `occurred_at` | yes |" in describe_columns()


_cells = st.sampled_from(
    ["", "ada", "mug", "1", "-1", "0", "purchase", "view", "2026-01-01", "x", "13/45/2020", None]
)


@settings(deadline=None, max_examples=60)
@given(rows=st.lists(st.fixed_dictionaries(dict.fromkeys(an_event_row(), _cells)), max_size=12))
def test_every_row_is_kept_or_a_duplicate_or_set_aside(rows: list[dict[str, Any]]) -> None:
    found = check_tables(a_shop(events=rows), currency="GBP", locale="en-GB", refuse_above=1.0)

    count = found.report.count("events")
    assert count.read == len(rows) == count.kept + count.duplicates + count.set_aside
    assert len(found.events) == count.kept
    assert len(found.quarantined) == count.set_aside
    assert found.events["event_key"].is_unique
