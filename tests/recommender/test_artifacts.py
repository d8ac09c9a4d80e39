from __future__ import annotations

import hashlib
import json
from dataclasses import replace
from datetime import timedelta

import numpy as np
import pandas as pd
import pytest

from bespoke.domain import Aim, CampaignId
from bespoke.errors import ModelUnusable
from recommender import artifacts
from recommender.artifacts import (
    FORMAT,
    describe_model,
    fingerprint_events,
    load_model,
    save_model,
)
from recommender.presets import order_only_recipe, orders_recipe
from recommender.recipe import Recipe
from recommender.reranker import Reranker, Table
from recommender.shortlisting import Choice, make_shortlist
from tests.builders import NOW, a_product
from tests.recommender.shops import TREES, a_blend, a_recipe, lists_of, random_shop, rules_for, trained

EVENTS = random_shop(11, customers=130, events=1500)
CATALOG = {
    f"p{i}": a_product(f"p{i}", title=f"Title of p{i}", category=f"Category {i % 3}", price=f"{i}.50")
    for i in range(27)
}
COUNTRIES = pd.Series({f"c{i}": "Norway" if i % 2 else "Perú" for i in range(130)})
CUSTOMERS = [f"c{i}" for i in range(0, 133, 3)]


@pytest.fixture(scope="module")
def model():
    return trained(EVENTS, CATALOG, COUNTRIES, a_recipe(), NOW)


@pytest.fixture
def saved(model, tmp_path):
    return save_model(model, tmp_path, describe_model(model, EVENTS, NOW))


def all_lists(model, **brief):
    rules = rules_for(EVENTS, CATALOG, exploration=0.3, max_per_category=2, **brief)
    return lists_of(model, EVENTS, CUSTOMERS, rules, 4, countries=COUNTRIES, campaign_id=CampaignId("spring"))


def test_a_loaded_model_gives_identical_lists(model, saved):
    loaded = load_model(saved)

    assert loaded.kind == model.kind == "als"
    assert all_lists(loaded) == all_lists(model)
    assert (loaded.recipe, loaded.note) == (model.recipe, model.note)


def a_model_of_everything():
    """Every kind of component under both presets' names, with learned weights and trees."""
    components = dict(order_only_recipe().components) | dict(orders_recipe().components)
    components |= {
        "als": replace(components["als"], factors=6),
        "als_long": replace(components["als_long"], factors=4),
    }
    recipe = orders_recipe(components=components, reranker=TREES, windows=1, shortlist=15)
    return trained(EVENTS, CATALOG, COUNTRIES, recipe, NOW, with_unsold=True)


@pytest.mark.parametrize("aim", Aim)
def test_identical_lists_come_from_every_component_for_every_aim(everything, aim, tmp_path):
    loaded = load_model(save_model(everything, tmp_path, describe_model(everything, EVENTS, NOW)))

    assert list(loaded.components) == list(everything.components)
    assert loaded.rankers[aim].weights == everything.rankers[aim].weights
    assert all_lists(loaded, aim=aim) == all_lists(everything, aim=aim)


@pytest.fixture(scope="module")
def everything():
    return a_model_of_everything()


def test_trees_are_saved_with_the_aim_they_serve(everything, tmp_path):
    histories = everything.histories(EVENTS, NOW, COUNTRIES)
    found = make_shortlist(everything.components, {"als": 1.0}, histories, Choice.everything(histories), 15)
    table = Table.of(found, histories, everything.facts, tuple(everything.components))
    hits = np.random.default_rng(2).random(found.columns.shape) < 0.2
    trees = Reranker.fit([(table, hits)], TREES, seed=3)
    mixed = replace(everything.rankers[Aim.MIXED], reranker=trees)
    model = replace(everything, rankers={**everything.rankers, Aim.MIXED: mixed})

    loaded = load_model(save_model(model, tmp_path, describe_model(model, EVENTS, NOW)))

    assert loaded.kind == "blend-and-trees"
    assert loaded.rankers[Aim.MIXED].reranker.text == trees.text
    assert all_lists(loaded, aim=Aim.MIXED) == all_lists(model, aim=Aim.MIXED)


def test_a_model_holds_nothing_of_its_customers(everything, tmp_path):
    strange = EVENTS.assign(
        customer_id=EVENTS["customer_id"].cat.rename_categories(lambda one: f"secret-{one}")
    )
    model = trained(strange, CATALOG, None, a_blend(), NOW)

    saved = save_model(model, tmp_path, describe_model(model, strange, NOW))

    for file in saved.iterdir():
        assert b"secret" not in file.read_bytes()


def test_a_model_of_popularity_alone_is_saved_too(model, tmp_path):
    plain = model.without_personal("it did not beat popularity")

    loaded = load_model(save_model(plain, tmp_path, describe_model(plain, EVENTS, NOW)))

    assert (loaded.kind, loaded.note) == ("popularity", "it did not beat popularity")
    assert all_lists(loaded) == all_lists(plain)


def test_any_text_serves_as_an_id(tmp_path):
    def odd(one):
        return f"{one} é\n\x00"

    events = EVENTS.assign(
        customer_id=EVENTS["customer_id"].cat.rename_categories(odd),
        product_id=EVENTS["product_id"].cat.rename_categories(odd),
    )
    catalog = {odd(one): replace(product, product_id=odd(one)) for one, product in CATALOG.items()}
    countries = COUNTRIES.rename(index=odd)
    model = trained(events, catalog, countries.map(odd), a_recipe(), NOW)

    loaded = load_model(save_model(model, tmp_path, describe_model(model, events, NOW)))

    assert loaded.products.index.tolist() == model.products.index.tolist()
    plain = trained(EVENTS, CATALOG, COUNTRIES, a_recipe(), NOW)
    rules = rules_for(events, catalog)
    shown = lists_of(loaded, events, [odd("c1")], rules, countries=countries)[odd("c1")]
    expected = lists_of(plain, EVENTS, ["c1"], rules_for(EVENTS, CATALOG))["c1"]
    assert [one.product_id for one in shown] == [odd(one.product_id) for one in expected]


def test_metadata_say_where_the_model_comes_from(saved):
    found = json.loads((saved / "model.json").read_text(encoding="utf-8"))

    assert found["version"] == saved.name
    assert Recipe.from_json(found["recipe"]) == a_recipe()
    assert found["data_fingerprint"] == fingerprint_events(EVENTS)
    assert found["trained_at"].startswith("2026-04-20T09:00:00")
    assert {"implicit", "lightgbm"} <= set(found["packages"])


def test_saving_again_replaces_the_whole_and_leaves_nothing_behind(model, saved):
    (saved / "arrays.npz").write_bytes(b"")

    save_model(model, saved.parent, describe_model(model, EVENTS, NOW))

    assert [path.name for path in saved.parent.iterdir()] == [saved.name]
    assert load_model(saved).kind == "als"


def test_what_fails_half_way_leaves_the_old_model_and_nothing_else(model, saved, monkeypatch):
    def fail(*_):
        raise OSError("disk full")

    monkeypatch.setattr(artifacts, "_write_description", fail)

    with pytest.raises(OSError, match="disk full"):
        save_model(model, saved.parent, describe_model(model, EVENTS, NOW))

    assert [path.name for path in saved.parent.iterdir()] == [saved.name]
    assert load_model(saved).kind == "als"


def test_the_fingerprint_ignores_the_order_of_events_and_sees_every_change():
    changed = EVENTS.assign(quantity=EVENTS["quantity"].where(EVENTS.index != 3, 9.0))

    assert fingerprint_events(EVENTS.sample(frac=1, random_state=1)) == fingerprint_events(EVENTS)
    assert fingerprint_events(changed) != fingerprint_events(EVENTS)
    assert fingerprint_events(EVENTS.iloc[1:]) != fingerprint_events(EVENTS)


def test_a_later_training_another_recipe_and_other_data_have_another_version(model):
    found = {
        describe_model(model, EVENTS, NOW).version,
        describe_model(model, EVENTS, NOW + timedelta(seconds=1)).version,
        describe_model(replace(model, recipe=a_recipe(seed=8)), EVENTS, NOW).version,
        describe_model(model, EVENTS.iloc[1:], NOW).version,
    }

    assert len(found) == 4


def damage_nothing_is_there(path):
    (path / "model.json").unlink()


def damage_no_arrays(path):
    (path / "arrays.npz").unlink()


def damage_arrays_cut_short(path):
    raw = (path / "arrays.npz").read_bytes()
    (path / "arrays.npz").write_bytes(raw[: len(raw) // 2])


def damage_one_bit(path):
    raw = bytearray((path / "arrays.npz").read_bytes())
    raw[len(raw) // 2] ^= 1
    (path / "arrays.npz").write_bytes(raw)


def damage_description(path):
    (path / "model.json").write_text("{")


def damage_format(path):
    (path / "model.json").write_text(json.dumps({"format": 99}))


def damage_keys(path):
    (path / "model.json").write_text(json.dumps({"format": FORMAT}))


@pytest.mark.parametrize(
    "damage",
    [
        damage_nothing_is_there,
        damage_no_arrays,
        damage_arrays_cut_short,
        damage_one_bit,
        damage_description,
        damage_format,
        damage_keys,
    ],
)
def test_a_damaged_model_is_refused_in_one_clear_line(saved, damage):
    damage(saved)

    with pytest.raises(ModelUnusable) as refusal:
        load_model(saved)

    assert str(saved) in str(refusal.value)
    assert "train" in str(refusal.value)
    assert "\n" not in str(refusal.value)


def test_pickles_are_never_loaded(saved):
    arrays = {"customers.text": np.array([object()])}
    np.savez(saved / "arrays.npz", **arrays)
    description = json.loads((saved / "model.json").read_text())
    description["digest"] = hashlib.blake2b((saved / "arrays.npz").read_bytes(), digest_size=16).hexdigest()
    (saved / "model.json").write_text(json.dumps(description))

    with pytest.raises(ModelUnusable, match="cannot be read"):
        load_model(saved)
