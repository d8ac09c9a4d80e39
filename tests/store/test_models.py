from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bespoke.domain import ModelStatus, ModelVersion
from bespoke.errors import IllegalTransition, NotFound
from store.database import Store, open_store
from store.models import RegisteredModel
from tests.builders import NOW

A, B, C = (ModelVersion(name) for name in "ABC")


def add(store: Store, *versions: str) -> None:
    for number, version in enumerate(versions):
        store.models.register(
            RegisteredModel(
                ModelVersion(version),
                "als",
                ModelStatus.CANDIDATE,
                Path("models") / version,
                "f" * 32,
                "{}",
                "{}",
                NOW + timedelta(days=number),
                packages={"implicit": "0.7.3"},
            )
        )


def live(store: Store) -> str | None:
    found = store.models.live()
    return found and found.version


def roll_back(store: Store) -> None:
    now, before = store.models.live(), store.models.previous()
    assert now is not None
    assert before is not None
    store.models.roll_back(now.version, before.version, NOW, "ann", "it sold less")


def test_at_most_one_model_is_live(store: Store) -> None:
    add(store, A, B, C)
    assert live(store) is None
    store.models.promote(A, NOW, "ann")
    store.models.promote(B, NOW + timedelta(hours=1), "ann")
    store.models.promote(B, NOW + timedelta(hours=2), "ann")

    assert [(model.version, model.status) for model in store.models.all()] == [
        (C, ModelStatus.CANDIDATE),
        (B, ModelStatus.LIVE),
        (A, ModelStatus.RETIRED),
    ]
    assert store.models.get(B).promoted_at == NOW + timedelta(hours=1)
    assert store.models.get(C).promoted_at is None
    assert store.models.get(A).packages == {"implicit": "0.7.3"}
    assert len(store.audit.entries(B)) == 1


def test_each_rollback_goes_one_model_further_back(store: Store) -> None:
    add(store, A, B, C)
    for version in (A, B, C):
        store.models.promote(version, NOW, "ann")

    roll_back(store)
    assert live(store) == B
    roll_back(store)
    assert live(store) == A
    assert store.models.previous() is None
    assert {model.version: model.status for model in store.models.all()} == {
        A: ModelStatus.LIVE,
        B: ModelStatus.RETIRED,
        C: ModelStatus.RETIRED,
    }
    entry = store.audit.entries(C)[-1]
    assert (entry.action, entry.actor, entry.detail) == (
        "model rolled back",
        "ann",
        {"to": B, "why": "it sold less"},
    )


def test_a_model_put_back_by_hand_can_be_taken_back_again(store: Store) -> None:
    add(store, A, B)
    for version in (A, B, A):
        store.models.promote(version, NOW, "ann")

    roll_back(store)
    assert live(store) == B
    roll_back(store)
    assert live(store) == A
    assert store.models.previous() is None


def test_a_rollback_decided_on_what_is_no_longer_so_changes_nothing(store: Store) -> None:
    add(store, A, B, C)
    for version in (A, B, C):
        store.models.promote(version, NOW, "ann")

    with pytest.raises(IllegalTransition, match="no longer in service"):
        store.models.roll_back(B, A, NOW, "bob")
    with pytest.raises(IllegalTransition):
        store.models.roll_back(C, A, NOW, "bob")

    assert live(store) == C
    assert [entry.action for entry in store.audit.entries(C)] == ["model promoted"]


def test_a_version_nobody_trained_cannot_serve(store: Store) -> None:
    with pytest.raises(NotFound, match="'bespoke models' lists them"):
        store.models.promote(A, NOW, "ann")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20)
@given(st.lists(st.sampled_from([A, B, C, None]), max_size=12))
def test_service_is_a_pile_of_models(
    tmp_path_factory: pytest.TempPathFactory, steps: list[ModelVersion | None]
) -> None:
    """Promoting puts one on top unless it is there already; None takes the top one off."""
    store = open_store(f"sqlite:///{tmp_path_factory.mktemp('pile')}/bespoke.db")
    add(store, A, B, C)
    pile: list[str] = []
    for step in steps:
        if step is not None:
            store.models.promote(step, NOW, "ann")
            pile += [step] if pile[-1:] != [step] else []
        elif len(pile) > 1:
            roll_back(store)
            pile.pop()
        before = store.models.previous()
        assert live(store) == (pile[-1] if pile else None)
        assert (before and before.version) == (pile[-2] if len(pile) > 1 else None)
    store.close()
