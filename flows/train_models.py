"""The flow that trains the recommender."""

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from prefect import flow
from prefect.client.schemas.objects import State
from prefect.states import Completed

from flows.artifacts import embed_picture, publish
from flows.stages.training import TrainingOutcome, train
from flows.tasks import stage, stop_in_one_line
from flows.wiring import open_workspace


@flow(name="train-models", log_prints=True)
@stop_in_one_line
def train_models(tune_minutes: float | None = None) -> State[Any]:
    """Train the recommender on all orders, and put it in service if it earned that.

    Args:
        tune_minutes: How long to look for better parameters; 0 for not at all. Leave it
            empty for what the settings say.
    """
    return Completed(message=train_and_judge(tune_minutes))


@stage("Train, judge and promote")
def train_and_judge(tune_minutes: float | None = None) -> str:
    """Whether the model was put in service, and why; its report becomes an artifact."""
    with open_workspace() as ws:
        outcome = train(ws, tune_minutes=tune_minutes)
    publish("model-report", _write_report(outcome), f"Model {outcome.version}")
    print("\n".join([outcome.why, *outcome.notes]))  # noqa: T201
    return outcome.why


def _write_report(outcome: TrainingOutcome) -> str:
    with TemporaryDirectory() as folder:
        plot = Path(folder) / "plot.png"
        outcome.report.write_plot(plot)
        picture = embed_picture(plot, "The model against popularity on orders it had not seen")
    return f"{outcome.why}\n\n{picture}\n\n{outcome.report.markdown()}\n"
