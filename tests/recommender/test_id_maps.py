from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from recommender.id_maps import UNKNOWN, IdMap

ids = st.lists(st.text(min_size=1), unique=True)


@given(ids)
def test_ids_survive_the_round_trip_through_row_numbers(names):
    id_map = IdMap.of(names)

    rows = id_map.rows_of(names)

    assert sorted(rows.tolist()) == list(range(len(names)))
    assert id_map.ids_of(rows) == names


@given(ids, st.randoms())
def test_the_order_in_which_ids_come_changes_nothing(names, random):
    shuffled = random.sample(names, len(names))

    assert IdMap.of(shuffled).ids_of(range(len(names))) == IdMap.of(names).ids_of(range(len(names)))


@given(ids, ids)
def test_a_categorical_column_gives_the_rows_that_its_texts_give(known, asked):
    id_map = IdMap.of(known)
    column = pd.Series(pd.Categorical([*asked, None]))

    assert id_map.rows_of(column).tolist() == [*id_map.rows_of(asked).tolist(), UNKNOWN]


def test_an_id_outside_the_map_is_unknown():
    assert IdMap.of(["a", "b"]).rows_of(["b", "x", None]).tolist() == [1, UNKNOWN, UNKNOWN]


def test_the_sentinel_stands_for_no_id():
    with pytest.raises(IndexError, match="no id"):
        IdMap.of(["a", "b"]).ids_of(np.array([0, UNKNOWN]))


def test_an_id_that_comes_twice_is_refused():
    with pytest.raises(ValueError, match="'a' comes twice"):
        IdMap.in_order(["a", "a"])
