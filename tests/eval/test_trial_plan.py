"""Learning mirrors the shape of the test, and never looks at its products."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest

from bespoke.domain import Aim
from bespoke.errors import DataRefused
from eval.interactions import Interactions
from eval.trial_plan import Plan, Shape, Split, make_plan
from recommender.recipe import Clock
from recommender.splitting import Protocol
from tests.eval.trial_files import a_sequence_shop, an_order_shop, as_read, hold_out_last, split_at_day


def plan(train: Interactions, test: Interactions, split: Split = Split.AUTO) -> Plan:
    return make_plan(train, Shape.of(test), None, split)


def test_without_times_the_last_of_each_customer_is_held_out(tmp_path: Path) -> None:
    train, test = hold_out_last(a_sequence_shop())

    found = plan(as_read(train, tmp_path, "T"), as_read(test, tmp_path, "E"))

    assert found.recipe.protocol is Protocol.LAST
    assert found.recipe.clock is Clock.STEPS
    assert "no timestamps" in found.words


def test_a_later_test_is_mirrored_by_windows_as_long_as_it(tmp_path: Path) -> None:
    train, test = split_at_day(an_order_shop(60), 130)
    timed, later = as_read(train, tmp_path, "T"), as_read(test, tmp_path, "E")

    found = plan(timed, later)

    assert found.recipe.protocol is Protocol.TIME
    assert found.recipe.clock is Clock.DAYS
    assert found.recipe.window_days == 20


def test_days_without_a_sale_at_the_start_of_the_test_belong_to_it(tmp_path: Path) -> None:
    lines = an_order_shop(60)
    train, _ = split_at_day(lines, 130)
    _, after_a_holiday = split_at_day(lines, 133)

    found = plan(as_read(train, tmp_path, "T"), as_read(after_a_holiday, tmp_path, "E"))

    assert found.recipe.window_days == 20


def test_a_window_is_at_most_a_fifth_of_the_training(tmp_path: Path) -> None:
    train, test = split_at_day(an_order_shop(), 60)
    timeless = test.drop(columns="timestamp")

    for name, later in (("E", test), ("F", timeless)):
        found = plan(as_read(train, tmp_path, "T"), as_read(later, tmp_path, name))
        assert found.recipe.protocol is Protocol.TIME
        assert found.recipe.window_days == 11


def test_one_product_for_each_customer_amid_the_training_is_no_window(tmp_path: Path) -> None:
    train, test = hold_out_last(an_order_shop().sample(frac=1, random_state=1))

    for name, held_out in (("E", test), ("F", test.drop(columns="timestamp"))):
        found = plan(as_read(train, tmp_path, "T"), as_read(held_out, tmp_path, name))
        assert found.recipe.protocol is Protocol.LAST


def test_a_training_of_a_day_has_no_room_for_windows(tmp_path: Path) -> None:
    lines = an_order_shop().assign(timestamp=lambda found: 1_600_000_000 + found.index)
    train, test = lines.iloc[:800], lines.iloc[800:]

    assert plan(as_read(train, tmp_path, "T"), as_read(test, tmp_path, "E")).recipe.protocol is Protocol.LAST


def test_the_user_can_choose(tmp_path: Path) -> None:
    train, test = split_at_day(an_order_shop(), 130)
    timed, later = as_read(train, tmp_path, "T"), as_read(test, tmp_path, "E")
    timeless = as_read(train.drop(columns="timestamp"), tmp_path, "U")

    assert plan(timed, later, Split.LAST).recipe.protocol is Protocol.LAST
    assert plan(timed, later, Split.TIME).recipe.protocol is Protocol.TIME
    with pytest.raises(DataRefused, match="timestamp"):
        plan(timeless, later, Split.TIME)


def test_what_was_bought_is_hidden_only_where_nobody_buys_twice(tmp_path: Path) -> None:
    sequences, orders = hold_out_last(a_sequence_shop()), split_at_day(an_order_shop(), 130)

    once = plan(as_read(sequences[0], tmp_path, "T"), as_read(sequences[1], tmp_path, "E"))
    often = plan(as_read(orders[0], tmp_path, "U"), as_read(orders[1], tmp_path, "F"))

    assert (once.learns(Aim.MIXED), often.learns(Aim.MIXED)) == (Aim.DISCOVER, Aim.MIXED)
    assert once.learns(Aim.BUY_AGAIN) is Aim.BUY_AGAIN


def test_learning_ranks_among_as_many_as_the_candidates_are(tmp_path: Path) -> None:
    train, test = hold_out_last(a_sequence_shop())
    candidates = pd.DataFrame(
        [(customer, f"p{product}") for customer in test["customer_id"] for product in range(8)],
        columns=["customer_id", "product_id"],
    )

    found = make_plan(
        as_read(train, tmp_path, "T"), Shape.of(as_read(test, tmp_path, "E")), candidates, Split.AUTO
    )

    assert found.candidates == 7
    assert found.only is not None


def test_the_plan_does_not_change_with_the_products_of_the_test(tmp_path: Path) -> None:
    train, test = split_at_day(an_order_shop(), 130)
    shuffled = test.assign(product_id=[f"other{place}" for place in range(len(test))])
    timed = as_read(train, tmp_path, "T")

    one, other = plan(timed, as_read(test, tmp_path, "E")), plan(timed, as_read(shuffled, tmp_path, "F"))

    assert (one.recipe, one.words) == (other.recipe, other.words)
