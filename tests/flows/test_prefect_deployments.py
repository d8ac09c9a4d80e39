"""The deployments in code, in prefect.yaml, and what they start with."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import yaml
from prefect.deployments.runner import RunnerDeployment
from prefect.utilities.importtools import import_object
from prefect.utilities.schema_tools.validation import validate

from bespoke.brief import parse_brief
from flows.deployments import EXAMPLE_BRIEF, make_deployments

ROOT = Path(__file__).parents[2]


def in_code(deployment: RunnerDeployment) -> dict[str, Any]:
    return {
        "name": deployment.name,
        "entrypoint": deployment.entrypoint,
        "tags": deployment.tags,
        "parameters": deployment.parameters,
        "schedules": [
            (one.slug, one.schedule.cron, one.schedule.timezone, one.active is not False)
            for one in deployment.schedules or []
        ],
    }


def in_yaml(deployment: dict[str, Any]) -> dict[str, Any]:
    return {
        "name": deployment["name"],
        "entrypoint": deployment["entrypoint"],
        "tags": deployment["tags"],
        "parameters": deployment.get("parameters", {}),
        "schedules": [
            (one["slug"], one["cron"], one["timezone"], one.get("active", True))
            for one in deployment.get("schedules", [])
        ],
    }


def test_prefect_yaml_says_the_same_as_the_code() -> None:
    written = yaml.safe_load((ROOT / "prefect.yaml").read_text(encoding="utf-8"))

    assert [in_yaml(one) for one in written["deployments"]] == [in_code(one) for one in make_deployments()]


def test_every_deployment_starts_with_parameters_its_form_takes() -> None:
    for deployment in make_deployments():
        flow = import_object(str(deployment.entrypoint))

        assert validate(deployment.parameters, flow.parameters.model_dump_for_openapi()) == []


def test_the_example_campaign_is_a_brief_and_its_schedule_is_off() -> None:
    example = next(one for one in make_deployments() if one.name == "weekly-picks")

    parse_brief(EXAMPLE_BRIEF)
    assert [one.active for one in example.schedules or []] == [False]


def test_the_command_line_starts_without_prefect() -> None:
    code = "import sys, flows.cli; sys.exit('prefect' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False).returncode == 0
