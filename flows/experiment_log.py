"""Trainings in MLflow, for shops that keep their experiments there."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from pydantic import JsonValue

from bespoke.domain import ModelVersion
from eval.judgment import Judgment
from eval.model_report import ModelReport
from flows.wiring import ExperimentServer

_LONGEST_VALUE = 6000  # of a parameter, in characters
_PARAMETERS_AT_ONCE, _METRICS_AT_ONCE = 100, 1000  # MLflow refuses larger batches


def log_training(
    server: ExperimentServer,
    version: ModelVersion,
    report: ModelReport,
    tags: Mapping[str, str],
    files: list[Path],
) -> str:
    """Log a training as one run; what came of it, on one line.

    Never raises: a training is worth more than its log.
    """
    try:
        import mlflow
    except ImportError:
        return "MLFLOW_TRACKING_URI is set but mlflow is not installed: pip install 'bespoke[mlflow]'"
    _fail_soon()
    try:
        client = mlflow.MlflowClient(tracking_uri=server.uri)
        found = client.get_experiment_by_name(server.experiment)
        place = found.experiment_id if found else client.create_experiment(server.experiment)
        run = client.create_run(place, run_name=version, tags=dict(tags)).info.run_id
        _log(client, run, report, files)
        client.set_terminated(run)
    except Exception as error:  # whatever its stores, clients and plug-ins raise
        reason = " ".join(str(error).split()) or type(error).__name__
        said = f"MLflow at {server.uri} could not be written to: {reason}"
        return _without_password(said)[:300]
    return f"Logged to MLflow: experiment {server.experiment!r}, run {version}"


def flatten_parameters(parameters: Mapping[str, JsonValue], prefix: str = "") -> dict[str, str]:
    """Nested parameters under dotted names."""
    flat: dict[str, str] = {}
    for name, value in parameters.items():
        if isinstance(value, dict):
            flat |= flatten_parameters(value, f"{prefix}{name}.")
        else:
            flat[prefix + name] = value if isinstance(value, str) else json.dumps(value)
    return {name: value[:_LONGEST_VALUE] for name, value in flat.items()}


def flatten_metrics(judgment: Judgment | None) -> dict[str, float]:
    """Every mean, its interval's ends and its lead over popularity, e.g. `discover/als/ndcg.low`."""
    return dict(_metrics(judgment)) if judgment is not None else {}


def _metrics(judgment: Judgment) -> Iterator[tuple[str, float]]:
    for score in judgment.scores:
        where = f"{score.aim.value}/{_plain(score.way)}"
        leads = {
            f"lead over {_plain(over)}/{name}": one
            for over, by in score.leads.items()
            for name, one in by.items()
        }
        for name, interval in {**score.metrics, **leads}.items():
            figures = {"": interval.mean, ".low": interval.low, ".high": interval.high}
            for end, value in figures.items():
                if value is not None and math.isfinite(value):
                    yield f"{where}/{name}{end}", value
    for way, seconds in judgment.fit_seconds.items():
        yield f"fit seconds/{_plain(way)}", seconds


def _plain(name: str) -> str:
    # MLflow takes letters, digits, and a few signs in a metric's name.
    return re.sub(r"[^\w.\- ]+", "", name)


def _log(client: Any, run: str, report: ModelReport, files: list[Path]) -> None:
    from mlflow.entities import Metric, Param

    parameters = [Param(name, value) for name, value in flatten_parameters(report.parameters).items()]
    for start in range(0, len(parameters), _PARAMETERS_AT_ONCE):
        client.log_batch(run, params=parameters[start : start + _PARAMETERS_AT_ONCE])
    moment = client.get_run(run).info.start_time
    metrics = [Metric(name, value, moment, 0) for name, value in flatten_metrics(report.judgment).items()]
    for start in range(0, len(metrics), _METRICS_AT_ONCE):
        client.log_batch(run, metrics=metrics[start : start + _METRICS_AT_ONCE])
    for path in files:
        client.log_artifact(run, str(path))


def _fail_soon() -> None:
    """Have MLflow give up on a server that is not there in seconds; by itself it tries for minutes."""
    from mlflow.environment_variables import MLFLOW_HTTP_REQUEST_MAX_RETRIES, MLFLOW_HTTP_REQUEST_TIMEOUT

    for variable, value in ((MLFLOW_HTTP_REQUEST_MAX_RETRIES, 1), (MLFLOW_HTTP_REQUEST_TIMEOUT, 20)):
        if not variable.is_set():
            variable.set(value)


def _without_password(text: str) -> str:
    return re.sub(r"//[^/@\s]*@", "//", text)
