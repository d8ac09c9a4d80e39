"""The flow that looks whether the model in service still fits the shop."""

from collections.abc import Callable
from typing import Any

from prefect import flow
from prefect.client.schemas.objects import State
from prefect.events import emit_event
from prefect.states import Completed

from eval.drift import DriftReport
from flows.artifacts import publish
from flows.stages.drift import watch
from flows.tasks import stage, stop_in_one_line
from flows.wiring import open_workspace

DRIFTED = "bespoke.model.drifted"


@flow(name="watch-drift", log_prints=True)
@stop_in_one_line
def watch_drift() -> State[Any]:
    """Compare what happened since the training with what the model in service knows.

    Where it no longer fits, the run says so and raises the event "bespoke.model.drifted".
    """
    return Completed(message=look_for_drift())


@stage("Look for drift")
def look_for_drift() -> str:
    """Whether the model still fits, in a line; the whole comparison becomes an artifact."""
    with open_workspace() as ws:
        report = watch(ws)
    publish("drift-report", report.markdown(), f"Drift of model {report.version}")
    raise_event(report)
    print(report.verdict)  # noqa: T201
    return report.verdict


def raise_event(report: DriftReport, emit: Callable[..., Any] = emit_event) -> None:
    """Emit one Prefect event with every finding; nothing where nothing drifted."""
    if not report.findings:
        return
    emit(
        event=DRIFTED,
        resource={
            "prefect.resource.id": f"bespoke.model.{report.version}",
            "prefect.resource.name": report.version,
        },
        payload={
            "verdict": report.verdict,
            "findings": [
                {
                    "name": one.name,
                    "value": one.value,
                    "threshold": one.threshold,
                    "says": one.says,
                    "advice": one.advice,
                }
                for one in report.findings
            ],
        },
    )
