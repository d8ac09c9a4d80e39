"""Which model serves can be seen and changed from the command line, and only to one that works."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from bespoke.brief import Brief
from bespoke.errors import ModelUnusable, NotFound
from flows.stages.model_service import describe_model_version, list_models, promote, roll_back
from flows.stages.planning import open_campaign, plan_campaign
from flows.stages.recommending import model_in_service
from flows.wiring import Workspace, open_workspace
from tests.builders import NOW
from tests.flows.conftest import TrainedShop
from tests.flows.test_cli import run
from tests.sample_shops import copy_shop, planned_lists, quick_settings, use_from_the_command_line


@pytest.fixture
def folder(two_models: TrainedShop, tmp_path: Path) -> Path:
    """A copy of a shop in which two models were trained and put in service."""
    return copy_shop(two_models.folder, tmp_path / "shop")


@pytest.fixture
def ws(folder: Path) -> Iterator[Workspace]:
    with open_workspace(quick_settings(folder), clock=lambda: NOW + timedelta(days=1)) as opened:
        yield opened


def served_in_turn(ws: Workspace) -> list[str]:
    return [model.version for model in ws.store.models.all() if model.promoted_at]


def test_rollback_puts_the_model_before_back_in_service(ws: Workspace) -> None:
    second, first = served_in_turn(ws)

    done = roll_back(ws, "ann", "it sold less")

    assert (done.taken_back, done.in_service) == (second, first)
    assert model_in_service(ws)[0] == first


def test_a_campaign_planned_after_a_rollback_is_the_older_models(ws: Workspace) -> None:
    second, first = served_in_turn(ws)
    newer, older = (open_campaign(ws, Brief(name=name)) for name in ("Newer", "Older"))

    plan_campaign(ws, newer)
    roll_back(ws, "ann")
    plan_campaign(ws, older)

    served = [ws.store.campaigns.get(one.campaign_id).model_version for one in (newer, older)]
    assert served == [second, first]
    assert planned_lists(ws, older.campaign_id)


def test_each_rollback_goes_one_further_back(ws: Workspace) -> None:
    second, first = served_in_turn(ws)
    promote(ws, first, "ann", NOW + timedelta(hours=2))
    promote(ws, second, "ann", NOW + timedelta(hours=3))

    assert [roll_back(ws, "ann").in_service for _ in range(3)] == [first, second, first]


def test_rollback_refuses_where_no_model_served_before(ws: Workspace) -> None:
    while ws.store.models.previous() is not None:
        roll_back(ws, "ann")
    last = ws.store.models.live()
    assert last is not None

    with pytest.raises(NotFound, match=f"no model in service before '{last.version}'"):
        roll_back(ws, "ann")

    assert model_in_service(ws)[0] == last.version


@pytest.mark.parametrize("harm", ["missing", "damaged"])
def test_rollback_refuses_a_model_whose_artifact_is_gone(ws: Workspace, harm: str) -> None:
    live, previous = ws.store.models.live(), ws.store.models.previous()
    assert live is not None
    assert previous is not None
    if harm == "missing":
        shutil.rmtree(previous.artifact)
    else:
        (previous.artifact / "arrays.npz").write_bytes(b"nonsense")

    with pytest.raises(ModelUnusable, match=previous.version):
        roll_back(ws, "ann")
    with pytest.raises(ModelUnusable, match=previous.version):
        promote(ws, previous.version, "ann")

    assert model_in_service(ws)[0] == live.version
    assert not [entry for entry in ws.store.audit.entries(live.version) if "rolled back" in entry.action]


def test_the_list_and_the_page_of_a_version_say_what_is_known(ws: Workspace) -> None:
    second, first = served_in_turn(ws)

    table = list_models(ws)
    assert next(line for line in table.splitlines() if second in line).count("live") == 1
    assert "retired" in next(line for line in table.splitlines() if first in line)

    text = describe_model_version(ws, second)
    model = ws.store.models.get(ws.store.models.all()[0].version)
    assert str(model.artifact / "report.html") in text
    assert '"factors": 16' in text
    assert "implicit 0.7" in text
    assert model.data_fingerprint in text
    with pytest.raises(NotFound, match="no model 'm9'"):
        describe_model_version(ws, "m9")


def test_the_commands_do_the_same(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    use_from_the_command_line(monkeypatch, folder)

    def said(*arguments: str) -> str:
        assert run(monkeypatch, "models", *arguments) == 0
        return capsys.readouterr().out

    assert said() == said("list")
    newest = next(line for line in said().splitlines() if "live" in line).split()[1]
    assert f"# Model {newest}" in said("show", newest)
    assert f"{newest} is not any more" in said("rollback", "--by", "ann", "--note", "slow")
    assert f"Model {newest} is in service" in said("promote", newest)
    assert run(monkeypatch, "models", "show", "m9") == 1
    assert "no model 'm9'; 'bespoke models' lists them" in capsys.readouterr().err


def test_before_any_training_there_is_nothing_to_list_or_take_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)

    assert run(monkeypatch, "models") == 0
    assert "bespoke train" in capsys.readouterr().out
    assert run(monkeypatch, "models", "rollback") == 1
    assert capsys.readouterr().err.strip() == "bespoke: no model is in service: run 'bespoke train' first"
