"""Which model serves: looking at the versions, putting one in service, taking the last one back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from pydantic import ValidationError

from bespoke.domain import ModelStatus, ModelVersion
from bespoke.encoding import decode
from bespoke.errors import ModelUnusable, NotFound
from eval.judgment import METRIC_LABELS, POPULAR, lay_out, spell
from eval.model_report import ModelReport
from flows.wiring import Workspace
from recommender.artifacts import load_model
from recommender.training import POPULARITY
from store.models import RegisteredModel


@dataclass(frozen=True, slots=True)
class Rollback:
    taken_back: ModelVersion
    in_service: ModelVersion


def roll_back(ws: Workspace, actor: str, why: str = "", now: datetime | None = None) -> Rollback:
    """Put the model that served before back in service.

    Each rollback goes one step further back. Raises NotFound where no model served before, and
    ModelUnusable where its artifact is gone or damaged; then nothing changes.
    """
    live, previous = ws.store.models.live(), ws.store.models.previous()
    if live is None:
        raise ModelUnusable("no model is in service: run 'bespoke train' first")
    if previous is None:
        hint = "'bespoke models promote VERSION' puts another in service"
        raise NotFound("model in service before", live.version, hint)
    _require_loadable(previous)
    ws.store.models.roll_back(live.version, previous.version, now or ws.clock(), actor, why)
    return Rollback(live.version, previous.version)


def promote(ws: Workspace, version: str, actor: str, now: datetime | None = None) -> RegisteredModel:
    """Put a model in service whatever its report says; raises NotFound and ModelUnusable."""
    model = ws.store.models.get(ModelVersion(version))
    _require_loadable(model)
    ws.store.models.promote(model.version, now or ws.clock(), actor)
    return model


def list_models(ws: Workspace) -> str:
    """Every version, newest first, as a table; a line that says what to do where there is none."""
    models = ws.store.models.all()
    if not models:
        return "No model was trained yet: run 'bespoke train'."
    rows = [
        [
            model.version,
            str(model.status),
            model.kind,
            f"{model.trained_at:%Y-%m-%d %H:%M}",
            _headline(model),
            model.data_fingerprint[:8],
        ]
        for model in models
    ]
    return lay_out(["version", "status", "kind", "trained (UTC)", "score", "data"], rows)


def describe_model_version(ws: Workspace, version: str) -> str:
    """One version's origin, parameters and metrics, as Markdown. Raises NotFound."""
    model = ws.store.models.get(ModelVersion(version))
    report = _report(model)
    page = model.artifact / "report.html"
    served = (
        f"last put in service {model.promoted_at:%Y-%m-%d %H:%M} UTC"
        if model.promoted_at
        else "never in service"
    )
    packages = ", ".join(f"{name} {one}" for name, one in sorted(model.packages.items())) or "–"
    lines = [
        f"# Model {model.version}",
        f"{str(model.status).capitalize()}, {served}.",
        "\n".join(
            [
                f"- kind: {model.kind}",
                f"- trained: {model.trained_at:%Y-%m-%d %H:%M} UTC",
                f"- data: {model.data_fingerprint}",
                f"- packages: {packages}",
                f"- artifact: {model.artifact}{'' if model.artifact.is_dir() else ' (gone)'}",
                f"- report: {page if page.is_file() else 'not on disk'}",
                f"- parameters: {model.parameters}",
            ]
        ),
    ]
    # Its own first heading would repeat this one.
    rest = (
        report.markdown().split("\n\n", 1)[1]
        if report
        else "Its report was written by another version of Bespoke.\n"
    )
    return "\n\n".join([*lines, rest])


def _headline(model: RegisteredModel) -> str:
    report = _report(model)
    # Where no personal model earned its place, popularity is registered with the report that said so.
    score = report.headline(POPULAR if model.kind == POPULARITY else "") if report else None
    if report is None or score is None:
        return "not judged"
    aim, metric = report.decision.aim.value, METRIC_LABELS[report.decision.metric]
    return f"{aim} {metric}@{report.k} {spell(score)}"


def _report(model: RegisteredModel) -> ModelReport | None:
    try:
        return decode(ModelReport, model.report)
    except ValidationError:
        return None


def _require_loadable(model: RegisteredModel) -> None:
    try:
        load_model(model.artifact)
    except ModelUnusable as error:
        state = "in service" if model.status is ModelStatus.LIVE else "put in service"
        raise ModelUnusable(f"model {model.version!r} cannot be {state}: {error}") from None
