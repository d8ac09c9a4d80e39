"""`bespoke up`: a Prefect server and the deployments on this machine, until told to stop."""

from __future__ import annotations

import os
import secrets
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import httpx
from rich.console import Console

from bespoke.errors import SettingsError
from bespoke.settings import Settings, read_settings

HOST = "127.0.0.1"
STARTUP_SECONDS = 180  # a first start makes Prefect's database
STOP_SECONDS = 20  # the runner cancels what is running, and says so to the server
POLL_SECONDS = 0.2
CUT_OFF = "Bespoke was stopped while this ran. Choose Retry: what is done already is not done again."
STOP_SIGNALS = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)


@dataclass(frozen=True, slots=True)
class _Part:
    """One process of the lot, with all its children in a group of its own."""

    name: str
    process: subprocess.Popen[bytes]
    log: Path

    def is_running(self) -> bool:
        return self.process.poll() is None


def serve_until_stopped(port: int = 4200, review_port: int = 4300, settings: Settings | None = None) -> None:
    """Start the server, the deployments and the review page; print where they are; stop all on a signal.

    Raises SettingsError where a port is taken, or where a part does not start or dies.
    """
    settings = settings or read_settings()
    console = Console()
    refuse_taken_port(port)
    refuse_taken_port(review_port)
    token = secrets.token_urlsafe(32)
    home = settings.state_dir.resolve() / "prefect"
    home.mkdir(parents=True, exist_ok=True)
    environment = make_environment(os.environ, home, port)
    environment["BESPOKE_REVIEW_URL"] = f"http://{HOST}:{review_port}"
    with _told_to_stop() as stopped, ExitStack() as stack:
        console.print("Starting a Prefect server; the first start takes a minute.")
        server = stack.enter_context(_running("server", _server_command(port), environment, home))
        parts = [server]
        if _wait(lambda: _is_healthy(port), parts, stopped):
            settle_cut_off_runs(port)
            started = datetime.now(UTC)
            command = [sys.executable, "-m", "flows.deployments"]
            parts.append(stack.enter_context(_running("deployments", command, environment, home)))
            review = [sys.executable, "-m", "review", "--port", str(review_port)]
            with_token = environment | {"BESPOKE_REVIEW_TOKEN": token}
            parts.append(stack.enter_context(_running("review", review, with_token, home)))
            if _wait(
                lambda: _is_polled_since(port, started) and _answers(review_port, "/health"), parts, stopped
            ):
                sign_in = f"http://{HOST}:{review_port}/sign-in?token={token}"
                console.print(_instructions(port, sign_in, settings), highlight=False, soft_wrap=True)
                _watch(parts, stopped)
        console.print("Stopping …")
    console.print("Everything is stopped.")


def refuse_taken_port(port: int) -> None:
    """Raise SettingsError where something listens on `port` already."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError as error:
            raise SettingsError(
                f"port {port} on {HOST} cannot be used ({error.strerror}): "
                "stop what runs there, perhaps another 'bespoke up', or choose one with --port"
            ) from None


def make_environment(inherited: Mapping[str, str], home: Path, port: int) -> dict[str, str]:
    """The environment of every part: a Prefect of its own, whatever else is configured here."""
    kept = {name: value for name, value in inherited.items() if not name.startswith("PREFECT_")}
    api = f"http://{HOST}:{port}/api"
    return kept | {
        "DO_NOT_TRACK": "1",
        "PREFECT_HOME": str(home),
        "PREFECT_API_URL": api,
        "PREFECT_UI_API_URL": api,
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "PREFECT_SERVER_UI_SHOW_PROMOTIONAL_CONTENT": "false",
        "PREFECT_SERVER_ALLOW_EPHEMERAL_MODE": "false",
        "PREFECT_SERVER_DATABASE_TIMEOUT": "60",  # on SQLite, a busy machine answers 503 after the usual 10 s
        "PREFECT_SERVER_DATABASE_CONNECTION_TIMEOUT": "60",
        "PREFECT_RUNNER_POLL_FREQUENCY": "2",
        "PYTHONUNBUFFERED": "1",
    }


def _server_command(port: int) -> list[str]:
    return [sys.executable, "-m", "prefect", "server", "start", "--host", HOST, "--port", str(port)]


@contextmanager
def _told_to_stop() -> Iterator[threading.Event]:
    """An event that the first signal sets; the signals' former handlers come back afterwards."""
    stopped = threading.Event()
    former = {one: signal.signal(one, lambda *_: stopped.set()) for one in STOP_SIGNALS}
    try:
        yield stopped
    finally:
        for one, handler in former.items():
            signal.signal(one, handler)


@contextmanager
def _running(
    name: str, command: Sequence[str], environment: Mapping[str, str], home: Path
) -> Iterator[_Part]:
    log = home / f"{name}.log"
    with log.open("wb") as output:
        process = subprocess.Popen(
            command,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            start_new_session=True,  # Ctrl-C reaches only us, and we stop the parts in order
        )
    try:
        yield _Part(name, process, log)
    finally:
        _stop(process)


def _stop(process: subprocess.Popen[bytes]) -> None:
    """End the process and all its children, politely first.

    As Ctrl-C would in a terminal of their own: Prefect's runner takes that better than SIGTERM.
    """
    deadline = time.monotonic() + STOP_SECONDS
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGINT)
        while time.monotonic() < deadline:
            process.poll()  # or it stays in its group as a zombie
            os.killpg(process.pid, 0)
            time.sleep(POLL_SECONDS)
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _wait(is_ready: Callable[[], bool], parts: Sequence[_Part], stopped: threading.Event) -> bool:
    """True once it is ready, False when told to stop before. Raises SettingsError on death or timeout."""
    deadline = time.monotonic() + STARTUP_SECONDS
    while not stopped.is_set():
        _refuse_dead(parts)
        if is_ready():
            return True
        if time.monotonic() > deadline:
            raise SettingsError(
                f"the {parts[-1].name} did not start in {STARTUP_SECONDS} s{_last_lines(parts[-1])}"
            )
        stopped.wait(POLL_SECONDS)
    return False


def _watch(parts: Sequence[_Part], stopped: threading.Event) -> None:
    while not stopped.wait(POLL_SECONDS):
        _refuse_dead(parts)


def _refuse_dead(parts: Sequence[_Part]) -> None:
    for part in parts:
        if not part.is_running():
            status = part.process.returncode
            raise SettingsError(f"the {part.name} ended with status {status}{_last_lines(part)}")


def _last_lines(part: _Part) -> str:
    lines = part.log.read_text(errors="replace").strip().splitlines()[-8:]
    return f"; the end of {part.log}:\n" + "\n".join(f"  {line}" for line in lines)


def _is_healthy(port: int) -> bool:
    return _ask(port, "GET", "/health") is True


def _is_polled_since(port: int, moment: datetime) -> bool:
    """Whether somebody asked for runs of every deployment since then."""
    deployments = _ask(port, "POST", "/deployments/filter", {})
    if not isinstance(deployments, list) or not deployments:
        return False
    polled = [one["last_polled"] for one in deployments]
    return all(one is not None and datetime.fromisoformat(one) >= moment for one in polled)


def settle_cut_off_runs(port: int) -> None:
    """Mark as crashed what the server believes to be running since before this start.

    A run that is stopped together with its runner is left "Running" otherwise.
    """
    alive = {"type": {"any_": ["RUNNING", "PENDING", "CANCELLING"]}}
    for run in _ask(port, "POST", "/flow_runs/filter", {"flow_runs": {"state": alive}}) or []:
        state = {"type": "CRASHED", "name": "Crashed", "message": CUT_OFF}
        _ask(port, "POST", f"/flow_runs/{run['id']}/set_state", {"state": state, "force": True})


def _ask(port: int, method: str, path: str, body: Any = None) -> Any:
    """The server's answer, or None while it gives none."""
    url = f"http://{HOST}:{port}/api{path}"
    try:
        # trust_env=False: a proxy named in the environment does not lead to this machine.
        return httpx.request(method, url, json=body, timeout=5, trust_env=False).raise_for_status().json()
    except (httpx.HTTPError, ValueError):
        return None


def _answers(port: int, path: str) -> bool:
    try:
        return httpx.get(f"http://{HOST}:{port}{path}", timeout=5, trust_env=False).is_success
    except httpx.HTTPError:
        return False


def _instructions(port: int, sign_in: str, settings: Settings) -> str:
    base = f"http://{HOST}:{port}"
    return f"""
Prefect runs at {base}
  Deployments    {base}/v2/deployments
  Runs           {base}/v2/runs
  Review         {sign_in}
  Emails         {settings.delivery.outbox.resolve()}
  Logs           {settings.state_dir.resolve() / "prefect"}

New here? Under Deployments, run ingest-shop (it loads the sample shop), then
train-models, then run-campaign. The campaign writes its drafts and waits: open
the run, choose Resume in the menu at the top right, and approve or reject.
Ctrl-C stops everything.
"""
