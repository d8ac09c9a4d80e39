"""The deployments: what can be started, and when it starts by itself.

`prefect.yaml` says the same for work pools; a test holds the two together.
Run as `python -m flows.deployments` to serve them from this machine.
"""

from __future__ import annotations

from typing import Any

from prefect import Flow, serve
from prefect.client.orchestration import get_client
from prefect.deployments.runner import RunnerDeployment
from prefect.exceptions import ObjectNotFound
from prefect.schedules import Cron
from prefect.types.entrypoint import EntrypointType

from flows.ingest_shop import ingest_shop
from flows.run_campaign import run_campaign
from flows.train_models import train_models
from flows.watch_drift import watch_drift

EXAMPLE_BRIEF = {
    "name": "Weekly picks",
    "theme": "A few good things picked for you this week.",
    "audience": {"segments": ["champion", "loyal", "promising", "new"]},
}


def _deploy(flow: Flow[..., Any], name: str, **details: Any) -> RunnerDeployment:
    made = flow.to_deployment(name, entrypoint_type=EntrypointType.MODULE_PATH, **details)
    assert isinstance(made, RunnerDeployment)  # a coroutine only where a loop runs
    return made


def make_deployments(*, with_schedules: bool = True) -> list[RunnerDeployment]:
    """Everything `bespoke up` serves. Only the weekly training and the daily look for drift run unasked."""
    training = Cron("0 4 * * 1", timezone="UTC", slug="weekly")
    watching = Cron("0 6 * * *", timezone="UTC", slug="daily")
    example = Cron("0 8 * * 2", timezone="UTC", slug="weekly", active=False)
    return [
        _deploy(
            ingest_shop,
            "ingest-shop",
            parameters={"source": {"kind": "sample"}},
            tags=["data"],
        ),
        _deploy(
            train_models,
            "train-models",
            schedules=[training] if with_schedules else None,
            tags=["model"],
        ),
        _deploy(
            watch_drift,
            "watch-drift",
            schedules=[watching] if with_schedules else None,
            tags=["model"],
        ),
        _deploy(
            run_campaign,
            "run-campaign",
            parameters={"brief": {"name": "Picked for you"}},
            tags=["campaign"],
        ),
        _deploy(
            run_campaign,
            "weekly-picks",
            parameters={"brief": EXAMPLE_BRIEF},
            schedules=[example] if with_schedules else None,
            tags=["campaign", "example"],
            description="An example of a scheduled campaign. Switch its schedule on to have it drafted "
            "every Tuesday; it still waits for a person before anything is sent.",
        ),
    ]


def serve_deployments() -> None:
    """Register the deployments and run what is started, until a signal.

    Schedules are registered once: what people switched or moved in the UI stays.
    """
    scheduled, plain = make_deployments(), make_deployments(with_schedules=False)
    chosen = [old if _is_registered(old) else new for new, old in zip(scheduled, plain, strict=True)]
    for deployment in chosen:
        deployment.work_pool_name = None  # or one that `prefect deploy` sent to a pool stays there
    serve(*chosen, pause_on_shutdown=False, print_starting_message=False)


def _is_registered(deployment: RunnerDeployment) -> bool:
    with get_client(sync_client=True) as client:
        try:
            client.read_deployment_by_name(deployment.full_name)
        except ObjectNotFound:
            return False
    return True


if __name__ == "__main__":
    serve_deployments()
