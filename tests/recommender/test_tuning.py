"""Tuning on a clock of our own, so that results repeat on any machine."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bespoke.domain import Aim
from recommender import tuning
from recommender.learning import study_windows
from recommender.popular import RecentPopularityParameters
from recommender.shelf import Shelf
from recommender.tuning import tune_recipe
from tests.recommender.shops import a_blend, a_recipe, purchases, random_shop

EVENTS = random_shop(3, customers=60, events=900)
RECIPE = a_blend()
# The months of sales that this popularity looks at say nothing of the next weeks here.
FORGETFUL = replace(
    RECIPE,
    components={**RECIPE.components, "popular": RecentPopularityParameters(half_life_days=0.05, power=1.0)},
)


class FakeClock:
    """Every look at it takes so many seconds."""

    def __init__(self, seconds):
        self.now, self.seconds = 0.0, seconds

    def __call__(self):
        self.now += self.seconds
        return self.now


def shelf_of(products):
    return Shelf.of(products, {})


def tuned(recipe=FORGETFUL, events=EVENTS, **changes):
    values = {"minutes": 1e6, "most_trials": 15, "aims": [Aim.MIXED], "threads": 1} | changes
    return tune_recipe(events, shelf_of, None, recipe, **values)


@pytest.fixture(scope="module")
def found():
    return tuned()


def test_better_parameters_are_found_and_said_in_words(found):
    assert found.trials == 15
    assert found.recipe != FORGETFUL
    assert found.changes
    for change in found.changes:
        name = change.split(":")[0]
        assert found.recipe.components[name] != FORGETFUL.components[name]
        assert "→" in change
        assert "(+" in change


def test_nothing_but_parameters_changes(found):
    assert replace(found.recipe, components=FORGETFUL.components) == FORGETFUL
    assert list(found.recipe.components) == list(FORGETFUL.components)
    # What is bought again has nothing to search.
    assert found.recipe.components["repeats"] == FORGETFUL.components["repeats"]


def test_so_many_trials_give_the_same_recipe_on_every_run(found):
    again = tuned()

    assert (again.recipe, again.trials, again.changes) == (found.recipe, found.trials, found.changes)


def test_nothing_is_kept_that_is_worse_on_either_window(monkeypatch):
    seen = []

    class Watched(tuning._Tuner):
        def __init__(self, *args):
            super().__init__(*args)
            seen.append(self)
            self.history = [[gains.mean() for gains in self._gains]]

        def _keep(self, *args):
            super()._keep(*args)
            self.history.append([gains.mean() for gains in self._gains])

    monkeypatch.setattr(tuning, "_Tuner", Watched)

    tuned(most_trials=20)

    [tuner] = seen
    assert len(tuner.history) > 1
    assert len(tuner.history[0]) == 2
    for before, after in zip(tuner.history[:-1], tuner.history[1:], strict=True):
        assert all(new >= old for old, new in zip(before, after, strict=True))
    assert tuner.history[-1][0] > tuner.history[0][0]
    # What it believes to have gained is what the recipe gains when measured anew.
    for bench, gains in zip(tuner._benches, tuner._gains, strict=True):
        for name, parameters in tuner.recipe.components.items():
            place = tuner._benches.index(bench)
            opinions = tuner._opinions(place, parameters)
            at = tuner._names.index(name)
            assert (bench.lesson.opinions[:, :, at] == opinions).all()
        assert (tuner._gain(bench.lesson) == gains).all()


@pytest.mark.parametrize("limits", [{"minutes": 0}, {"most_trials": 0}])
def test_no_time_leaves_the_recipe_as_it_was(limits):
    found = tuned(**limits)

    assert (found.recipe, found.trials, found.changes) == (FORGETFUL, 0, ())


def test_trials_stop_when_the_time_is_up():
    clock = FakeClock(seconds=10.0)

    found = tuned(minutes=2, most_trials=None, clock=clock)

    assert 1 <= found.trials <= 12
    assert 120 <= found.seconds <= 120 + 6 * 10


def test_more_time_means_more_trials():
    one, other = (tuned(minutes=m, most_trials=None, clock=FakeClock(10.0)).trials for m in (1, 3))

    assert one < other


@pytest.mark.parametrize(
    "events",
    [
        EVENTS.iloc[:0],
        purchases(("ann", "mug")),
        purchases(*((f"c{i}", f"p{i}") for i in range(12))),
    ],
    ids=["no events", "one purchase", "one day"],
)
def test_a_shop_without_earlier_weeks_keeps_its_recipe(events):
    found = tuned(events=events)

    assert (found.recipe, found.trials) == (FORGETFUL, 0)


def test_a_recipe_without_anything_to_search_ends_at_once():
    recipe = a_recipe(components={"repeats": RECIPE.components["repeats"]}, prior={"repeats": 1.0})

    found = tuned(recipe, most_trials=None)

    assert (found.recipe, found.trials) == (recipe, 0)


def test_one_window_alone_is_enough_to_tune_on():
    newest = EVENTS["occurred_at"].max()
    recent = EVENTS[(EVENTS["occurred_at"] > newest - (newest - EVENTS["occurred_at"].min()) / 5).to_numpy()]
    recipe = replace(FORGETFUL, window_step_days=60.0)
    assert len(study_windows(recent, shelf_of, None, recipe, [Aim.MIXED])[Aim.MIXED]) == 1

    assert tuned(recipe, recent, most_trials=5).trials == 5


@pytest.mark.parametrize("aims", [[Aim.DISCOVER], [Aim.BUY_AGAIN], list(Aim)], ids=str)
def test_any_aims_can_be_tuned_for(aims):
    assert tuned(aims=aims, most_trials=5).trials == 5
