"""A training is logged to MLflow where that is asked for, and goes on where it cannot be."""

from __future__ import annotations

import math
import sys
from pathlib import Path

import pytest

from bespoke.domain import Aim, ModelVersion
from bespoke.settings import GateSettings, Settings
from eval.gate import decide
from eval.judging import judge
from eval.model_report import ModelReport
from flows.experiment_log import flatten_metrics, flatten_parameters, log_training
from flows.wiring import ExperimentServer, open_workspace
from tests.builders import NOW
from tests.eval.exams import an_exam, lists


def a_report() -> ModelReport:
    who = [f"c{number}" for number in range(40)]
    exam = an_exam({one: [0] for one in who}, {one: [4] for one in who})
    judgment = judge(
        exam, {"als": {Aim.DISCOVER: lists(*([4, 3] for _ in who))}}, k=2, fit_seconds={"als": 1.5}
    )
    return ModelReport(
        kind="als",
        decision=decide(judgment, "als", GateSettings()),
        judgment=judgment,
        test_days=28,
        cut=NOW,
        train_events=40,
        test_events=40,
        parameters={"factors": 64, "blend": {"als": 0.5, "kinds": ["a", "b"]}, "name": "x"},
    )


def test_parameters_are_flat_text() -> None:
    assert flatten_parameters(a_report().parameters) == {
        "factors": "64",
        "blend.als": "0.5",
        "blend.kinds": '["a", "b"]',
        "name": "x",
    }


def test_metrics_are_flat_numbers_with_names_that_mlflow_takes() -> None:
    flat = flatten_metrics(a_report().judgment)

    assert flat["discover/als/ndcg"] == 1.0
    assert flat["discover/als/lead over recent popularity/ndcg.low"] > 0.0
    assert flat["fit seconds/als"] == 1.5
    assert all(math.isfinite(value) for value in flat.values())
    assert flatten_metrics(None) == {}


def test_without_mlflow_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "mlflow", None)

    said = log_training(ExperimentServer("http://127.0.0.1:9"), ModelVersion("als-1"), a_report(), {}, [])

    assert said == "MLFLOW_TRACKING_URI is set but mlflow is not installed: pip install 'bespoke[mlflow]'"


def test_the_environment_says_where_to_log(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    settings = Settings(state_dir=tmp_path, database_url=f"sqlite:///{tmp_path}/bespoke.db")
    with open_workspace(settings) as ws:
        assert ws.experiments is None
    monkeypatch.setenv("MLFLOW_TRACKING_URI", "http://127.0.0.1:5000")
    monkeypatch.setenv("MLFLOW_EXPERIMENT_NAME", "shop")
    with open_workspace(settings) as ws:
        assert ws.experiments == ExperimentServer("http://127.0.0.1:5000", "shop")


@pytest.mark.filterwarnings("ignore")  # mlflow's own
def test_a_run_holds_parameters_metrics_and_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    mlflow = pytest.importorskip("mlflow", reason="the mlflow extra is not installed")
    monkeypatch.chdir(tmp_path)  # artifacts go to mlruns here
    page = tmp_path / "report.html"
    page.write_text("<p>report</p>")
    server = ExperimentServer(f"sqlite:///{tmp_path}/mlflow.db", "shop")

    for version in ("als-1", "als-2"):
        said = log_training(server, ModelVersion(version), a_report(), {"bespoke.kind": "als"}, [page])
        assert said == f"Logged to MLflow: experiment 'shop', run {version}"

    client = mlflow.MlflowClient(tracking_uri=server.uri)
    experiment = client.get_experiment_by_name("shop")
    runs = client.search_runs([experiment.experiment_id])
    assert {run.info.run_name for run in runs} == {"als-1", "als-2"}
    run = runs[0]
    assert run.info.status == "FINISHED"
    assert run.data.params == flatten_parameters(a_report().parameters)
    assert run.data.metrics.keys() == flatten_metrics(a_report().judgment).keys()
    assert run.data.metrics["discover/als/ndcg"] == 1.0
    assert run.data.tags["bespoke.kind"] == "als"
    assert [file.path for file in client.list_artifacts(run.info.run_id)] == ["report.html"]


@pytest.mark.filterwarnings("ignore")
def test_a_server_that_does_not_answer_is_one_line_and_no_error(tmp_path: Path) -> None:
    pytest.importorskip("mlflow", reason="the mlflow extra is not installed")

    said = log_training(
        ExperimentServer("http://me:secret@127.0.0.1:9"), ModelVersion("als-1"), a_report(), {}, []
    )

    assert said.startswith("MLflow at http://127.0.0.1:9 could not be written to: ")
    assert "\n" not in said
    assert "secret" not in said
