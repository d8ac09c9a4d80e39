from __future__ import annotations

import json
from dataclasses import fields, replace

import pytest

from bespoke.errors import SettingsError
from recommender.presets import change_parameters, order_only_recipe, orders_recipe
from recommender.recipe import KINDS, Clock, Recipe
from recommender.search_spaces import suggest
from recommender.splitting import Protocol

PRESETS = {"orders": orders_recipe(), "order only": order_only_recipe()}
each_preset = pytest.mark.parametrize("recipe", PRESETS.values(), ids=PRESETS)


def every_kind():
    """A recipe of every kind of component there is, with nothing as usual."""
    components = {f"my {kind}": parameters() for kind, (_, parameters) in KINDS.items()}
    return Recipe(
        components,
        prior=dict.fromkeys(components, 1 / 3),
        clock=Clock.STEPS,
        protocol=Protocol.LAST,
        reranker=None,
        seed=99,
        window_days=0.1,
    )


@pytest.mark.parametrize("recipe", [*PRESETS.values(), every_kind()], ids=[*PRESETS, "every kind"])
def test_a_recipe_survives_the_round_trip_through_json(recipe):
    text = recipe.as_json()

    assert Recipe.from_json(text) == recipe
    assert Recipe.from_json(text).as_json() == text
    # The order of components is the order in which trees see them.
    assert list(Recipe.from_json(json.dumps(json.loads(text))).components) == list(recipe.components)


def test_any_change_of_a_recipe_changes_its_json():
    recipe = orders_recipe()
    changes = [
        {"seed": 8},
        {"windows": 1},
        {"reranker": None},
        {"prior": {**recipe.prior, "als": 2.0}},
        {"components": {**recipe.components, "als": replace(recipe.components["als"], factors=9)}},
    ]

    texts = {replace(recipe, **change).as_json() for change in changes} | {recipe.as_json()}

    assert len(texts) == len(changes) + 1


@each_preset
def test_a_preset_gives_weights_beforehand_to_components_it_has(recipe):
    assert recipe.prior.keys() <= recipe.components.keys()
    assert any(weight > 0 for weight in recipe.prior.values())
    assert {type(one) for one in recipe.components.values()} <= {
        parameters for _, parameters in KINDS.values()
    }


@pytest.mark.parametrize("preset", [orders_recipe, order_only_recipe])
def test_a_preset_takes_changes(preset):
    assert preset(seed=3, windows=0) == replace(preset(), seed=3, windows=0)


def test_parameters_are_changed_by_name_and_nothing_else_is():
    recipe = orders_recipe()

    found = change_parameters(recipe, {"als": {"factors": 32, "alpha": 1.5}, "content": {}})

    assert found.components["als"] == replace(recipe.components["als"], factors=32, alpha=1.5)
    assert {**found.components, "als": recipe.components["als"]} == recipe.components
    assert replace(found, components=recipe.components) == recipe
    assert recipe == orders_recipe()
    assert change_parameters(recipe, {}) == recipe


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"asl": {"factors": 32}}, r"recommender.components: no 'asl'; there are als, bpr, "),
        ({"als": {"factor": 32}}, r"recommender.components.als: no 'factor'; there are alpha, factors, "),
    ],
)
def test_an_unknown_name_is_refused_in_one_line_that_names_what_there_is(changes, says):
    with pytest.raises(SettingsError, match=says) as refusal:
        change_parameters(orders_recipe(), changes)

    assert "\n" not in str(refusal.value)


class Extreme:
    """A trial that always goes to one end."""

    def __init__(self, end):
        self.end, self.asked = end, {}

    def suggest_float(self, name, low, high, *, log=False):
        assert 0 <= low < high
        assert low > 0 or not log
        self.asked[name] = (low, high)
        return (low, high)[self.end]

    def suggest_int(self, name, low, high, *, log=False):
        return self.suggest_float(name, low, high, log=log)


@pytest.mark.parametrize("end", [0, 1])
@pytest.mark.parametrize("kind", KINDS)
def test_a_search_changes_only_parameters_that_there_are_and_to_a_number(kind, end):
    parameters = KINDS[kind][1]()
    trial = Extreme(end)

    found = suggest(trial, parameters)

    if found is None:
        assert not trial.asked
        return
    assert type(found) is type(parameters)
    assert trial.asked.keys() <= {field.name for field in fields(parameters)}
    changed = {
        one.name for one in fields(parameters) if getattr(found, one.name) != getattr(parameters, one.name)
    }
    assert changed <= trial.asked.keys()


@each_preset
def test_what_is_meant_never_to_fade_is_not_made_to(recipe):
    for parameters in recipe.components.values():
        found = suggest(Extreme(0), parameters)
        for one in fields(parameters):
            if getattr(parameters, one.name) == 1e6:
                assert found is None or getattr(found, one.name) == 1e6
