"""`bespoke doctor`: what is configured, what can be reached, what is missing."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

import httpx
from rich.console import Console

from bespoke.errors import BespokeError, SettingsError
from bespoke.settings import Settings, read_settings
from flows.stages.drift import watch
from flows.wiring import Workspace, open_workspace, require_writable_outbox
from guardrails.policy import describe_policy, policy_of
from store.database import hide_password


class Health(StrEnum):
    FINE = "ok"
    MISSING = "missing"  # works without, or will be made
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Check:
    name: str
    health: Health
    says: str


def examine() -> Iterator[Check]:
    """Every check, in the order in which one depends on another."""
    try:
        settings = read_settings()
    except SettingsError as error:
        yield Check("settings", Health.BROKEN, str(error))
        return
    yield _check_settings_file()
    yield _check_guards(settings)
    yield from _check_database(settings)
    yield _check_outbox(settings)
    yield _check_writer(settings)
    yield _check_prefect()


def print_checks(checks: Iterator[Check]) -> int:
    """Print a line a check; return 1 when something is broken, else 0."""
    console = Console()
    colors = {Health.FINE: "green", Health.MISSING: "yellow", Health.BROKEN: "red"}
    broken = 0
    for check in checks:
        console.print(f"[{colors[check.health]}]{check.health:<8}[/] [bold]{check.name:<10}[/]", end="")
        console.print(check.says, markup=False, soft_wrap=True)
        broken += check.health is Health.BROKEN
    return 1 if broken else 0


def _check_settings_file() -> Check:
    path = Path(os.environ.get("BESPOKE_CONFIG", "bespoke.toml"))
    if path.is_file():
        return Check("settings", Health.FINE, f"read from {path.resolve()} and BESPOKE_* variables")
    return Check(
        "settings", Health.MISSING, f"no {path}: defaults and BESPOKE_* variables; copy bespoke.example.toml"
    )


def _check_guards(settings: Settings) -> Check:
    try:
        policy_of(settings.guards)
    except SettingsError as error:
        return Check("guards", Health.BROKEN, str(error))
    changes = describe_policy(settings.guards)
    is_weaker = "off" in settings.guards.rules.values()
    return Check(
        "guards", Health.MISSING if is_weaker else Health.FINE, "; ".join(changes) or "every rule as it comes"
    )


def _check_database(settings: Settings) -> Iterator[Check]:
    try:
        with open_workspace(settings) as ws:
            yield Check("database", Health.FINE, hide_password(settings.database_url))
            yield _check_shop(ws)
            yield _check_model(ws)
            yield from _check_drift(ws)
    except (SettingsError, BespokeError) as error:
        yield Check("database", Health.BROKEN, str(error))


def _check_shop(ws: Workspace) -> Check:
    customers, products, events = (
        ws.store.customers.count(),
        ws.store.catalog.count(),
        ws.store.events.count(),
    )
    set_aside = sum(ws.store.loads.count_quarantined().values())
    says = (
        f"{customers:,} customers, {products:,} products, {events:,} events; {set_aside:,} rows in quarantine"
    )
    if not (customers and products and events):
        return Check("shop", Health.MISSING, f"{says}: load your data with 'bespoke ingest'")
    return Check("shop", Health.FINE, says)


def _check_model(ws: Workspace) -> Check:
    live = ws.store.models.live()
    if live is None:
        return Check("model", Health.MISSING, "none in service: run 'bespoke train'")
    if not live.artifact.exists():
        return Check("model", Health.BROKEN, f"{live.artifact} is gone: run 'bespoke train'")
    return Check("model", Health.FINE, f"{live.version}, trained {live.trained_at:%Y-%m-%d %H:%M} UTC")


def _check_drift(ws: Workspace) -> Iterator[Check]:
    live = ws.store.models.live()
    if live is None or not live.artifact.exists():
        return
    try:
        report = watch(ws)
    except BespokeError as error:
        yield Check("drift", Health.BROKEN, str(error))
        return
    yield Check("drift", Health.MISSING if report.findings else Health.FINE, report.verdict)


def _check_outbox(settings: Settings) -> Check:
    try:
        require_writable_outbox(settings)
    except BespokeError as error:
        return Check("outbox", Health.BROKEN, str(error))
    return Check("outbox", Health.FINE, str(settings.delivery.outbox.resolve()))


def _check_writer(settings: Settings) -> Check:
    writer = settings.writer
    if not writer.is_configured:
        return Check(
            "writer", Health.MISSING, "no OPENAI_API_KEY or OPENAI_BASE_URL: the phrasebook writes everything"
        )
    url = f"{(writer.base_url or 'https://api.openai.com/v1').rstrip('/')}/models"
    headers = {"Authorization": f"Bearer {writer.api_key.get_secret_value()}"} if writer.api_key else {}
    return _try(
        "writer",
        lambda: httpx.get(url, headers=headers, timeout=5),
        f"{writer.model} at {url}",
        "the phrasebook will write until it answers",
    )


def _check_prefect() -> Check:
    url = os.environ.get("PREFECT_API_URL", "http://127.0.0.1:4200/api")
    return _try(
        "prefect",
        lambda: httpx.get(f"{url}/health", timeout=3),
        url,
        "'bespoke up' starts one",
        optional=True,
    )


def _try(
    name: str, request: Callable[[], httpx.Response], what: str, otherwise: str, optional: bool = False
) -> Check:
    failed = Health.MISSING if optional else Health.BROKEN
    try:
        response = request()
    except httpx.HTTPError as error:
        reason = str(error) or type(error).__name__
        return Check(name, failed, f"{what} does not answer ({reason}): {otherwise}")
    if response.is_success:
        return Check(name, Health.FINE, f"{what} answers")
    return Check(name, failed, f"{what} answers {response.status_code}: {otherwise}")
