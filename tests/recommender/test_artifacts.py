from __future__ import annotations

import hashlib
import json
from datetime import timedelta

import numpy as np
import pandas as pd
import pytest

from bespoke.errors import ModelUnusable
from recommender.artifacts import describe_model, fingerprint_events, load_model, read_metadata, save_model
from recommender.recommending import recommend
from recommender.training import fit_model
from tests.builders import NOW
from tests.recommender.shops import SMALL, a_catalog, random_shop, rules_for

EVENTS = random_shop(11)
CATALOG = a_catalog(f"p{i}" for i in range(25))
COUNTRIES = pd.Series({f"c{i}": "Norway" if i % 2 else "Perú" for i in range(30)})


@pytest.fixture
def model():
    return fit_model(EVENTS, CATALOG, COUNTRIES, SMALL, NOW)


@pytest.fixture
def saved(model, tmp_path):
    return save_model(model, tmp_path, describe_model(model, EVENTS, SMALL, NOW))


def all_lists(model):
    customers = [f"c{i}" for i in range(33)]
    return list(recommend(model, customers, rules_for(EVENTS, CATALOG), 4, countries=COUNTRIES))


def test_a_loaded_model_gives_identical_lists(model, saved):
    assert model.kind == "als"
    assert all_lists(load_model(saved)) == all_lists(model)


def test_a_model_of_popularity_alone_is_saved_too(model, tmp_path):
    plain = model.without_personal("it did not beat popularity")

    loaded = load_model(save_model(plain, tmp_path, describe_model(plain, EVENTS, SMALL, NOW)))

    assert (loaded.kind, loaded.note) == ("popularity", "it did not beat popularity")
    assert all_lists(loaded) == all_lists(plain)


def test_any_text_serves_as_an_id(tmp_path):
    odd = EVENTS.assign(customer_id=EVENTS["customer_id"].cat.rename_categories(lambda one: f"{one} é\n\x00"))
    model = fit_model(odd, CATALOG, None, SMALL, NOW)

    loaded = load_model(save_model(model, tmp_path, describe_model(model, odd, SMALL, NOW)))

    assert loaded.customers.index.tolist() == model.customers.index.tolist()


def test_metadata_say_where_the_model_comes_from(saved):
    found = read_metadata(saved)

    assert found["version"] == saved.name
    assert found["parameters"]["factors"] == SMALL.factors
    assert found["data_fingerprint"] == fingerprint_events(EVENTS)
    assert found["trained_at"].startswith("2026-04-20T09:00:00")
    assert "implicit" in found["packages"]


def test_saving_again_replaces_the_whole_and_leaves_nothing_behind(model, saved):
    (saved / "arrays.npz").write_bytes(b"")

    save_model(model, saved.parent, describe_model(model, EVENTS, SMALL, NOW))

    assert [path.name for path in saved.parent.iterdir()] == [saved.name]
    assert load_model(saved).kind == "als"


def test_the_fingerprint_ignores_the_order_of_events_and_sees_every_change():
    changed = EVENTS.assign(quantity=EVENTS["quantity"].where(EVENTS.index != 3, 9.0))

    assert fingerprint_events(EVENTS.sample(frac=1, random_state=1)) == fingerprint_events(EVENTS)
    assert fingerprint_events(changed) != fingerprint_events(EVENTS)
    assert fingerprint_events(EVENTS.iloc[1:]) != fingerprint_events(EVENTS)


def test_a_later_training_has_another_version(model):
    one = describe_model(model, EVENTS, SMALL, NOW)
    two = describe_model(model, EVENTS, SMALL, NOW + timedelta(seconds=1))

    assert one.version != two.version


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
    (path / "model.json").write_text(json.dumps({"format": 1}))


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
