from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pandas as pd
import pytest
from eval.splitting import temporal_split
from hypothesis import given
from hypothesis import strategies as st

moments = st.lists(
    st.integers(0, 200_000_000).map(
        lambda seconds: datetime(2020, 1, 1, tzinfo=UTC) + timedelta(seconds=seconds)
    ),
    min_size=1,
)


def events_at(found):
    return pd.DataFrame({"occurred_at": pd.DatetimeIndex(found).as_unit("us"), "place": range(len(found))})


@given(moments, st.integers(1, 400))
def test_the_past_ends_where_the_future_begins_and_no_event_is_lost(found, test_days):
    split = temporal_split(events_at(found), test_days)

    assert (split.train["occurred_at"] < split.cut).all()
    assert (split.test["occurred_at"] >= split.cut).all()
    assert sorted([*split.train["place"], *split.test["place"]]) == list(range(len(found)))
    assert len(split.test) > 0


@given(moments, st.integers(1, 400))
def test_the_test_covers_whole_days_up_to_the_last(found, test_days):
    split = temporal_split(events_at(found), test_days)

    end = split.cut + timedelta(days=test_days)
    assert end - timedelta(days=1) <= max(found) < end
    assert (split.cut.hour, split.cut.minute, split.cut.tzinfo) == (0, 0, UTC)


@given(moments, moments, st.integers(1, 400))
def test_what_happens_after_the_cut_changes_nothing_before_it(past, future, test_days):
    split = temporal_split(events_at(past), test_days)
    later = events_at([split.cut + abs(moment - split.cut) for moment in future])

    again = temporal_split(pd.concat([events_at(past), later]), test_days, cut=split.cut)

    pd.testing.assert_frame_equal(again.train, split.train)


def test_the_last_four_weeks_of_online_retail_begin_on_12_november():
    split = temporal_split(events_at([datetime(2011, 12, 9, 12, 50, tzinfo=UTC)]), 28)

    assert split.cut == datetime(2011, 11, 12, tzinfo=UTC)


def test_without_events_there_is_no_cut_to_find():
    with pytest.raises(ValueError, match="no events"):
        temporal_split(events_at([datetime(2020, 1, 1, tzinfo=UTC)]).iloc[:0], 28)
