"""`bespoke up` with a real Prefect server: a campaign started, reviewed and delivered over its API."""

from __future__ import annotations

import os
import shutil
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

import httpx
import pytest

from flows.serving import settle_cut_off_runs
from tests.end_to_end.conftest import ShopFolder

pytestmark = pytest.mark.slow
T = TypeVar("T")


@dataclass(frozen=True)
class ServedShop:
    shop: ShopFolder
    port: int

    def ask(self, method: str, path: str, body: Any = None) -> Any:
        url = f"http://127.0.0.1:{self.port}/api{path}"
        for _ in range(30):
            answer = httpx.request(method, url, json=body, timeout=30, trust_env=False)
            if answer.status_code != httpx.codes.SERVICE_UNAVAILABLE:
                break
            time.sleep(1)  # Prefect's SQLite is locked: a busy machine, not what is tested
        return answer.raise_for_status().json() if answer.content else None

    def start_campaign(self, **brief: Any) -> str:
        deployment = self.ask("GET", "/deployments/name/run-campaign/run-campaign")["id"]
        body = {"parameters": {"brief": brief}, "state": {"type": "SCHEDULED"}}
        return str(self.ask("POST", f"/deployments/{deployment}/create_flow_run", body)["id"])

    def wait_for(self, run: str, *states: str) -> dict[str, Any]:
        def arrived() -> dict[str, Any] | None:
            found: dict[str, Any] = self.ask("GET", f"/flow_runs/{run}")
            return found if found["state_name"] in states else None

        return until(arrived, f"run {run} to be one of {states}")

    def decide(self, run: str, **decision: str) -> None:
        def accepted() -> bool:
            # Refused for a moment after the suspension, until its form is stored.
            answer = self.ask("POST", f"/flow_runs/{run}/resume", {"run_input": decision})
            return bool(answer["status"] == "ACCEPT")

        until(accepted, "the decision to be accepted")

    def artifacts(self, run: str) -> set[str]:
        chosen = {"artifacts": {"flow_run_id": {"any_": [run]}}}
        return {one["key"] for one in self.ask("POST", "/artifacts/filter", chosen)} - {None}

    def delivered(self, campaign: str) -> int:
        return len(list((self.shop.path / "var" / "outbox" / campaign).rglob("messages/**/*.eml")))


def until(ready: Callable[[], T], what: str, seconds: float = 90) -> T:
    deadline = time.monotonic() + seconds
    while not (found := ready()):
        assert time.monotonic() < deadline, f"waited {seconds} s for {what}"
        time.sleep(0.2)
    return found


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def left_running(home: Path) -> list[str]:
    """Command lines of processes that have `home` as their Prefect home."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if f"PREFECT_HOME={home}".encode() in (process / "environ").read_bytes():
                found.append((process / "cmdline").read_bytes().replace(b"\0", b" ").decode())
        except OSError:
            continue
    return found


def read_until_served(process: subprocess.Popen[str]) -> None:
    assert process.stdout is not None
    assert process.stderr is not None
    for line in process.stdout:
        if "Ctrl-C stops everything" in line:
            return
    pytest.fail(f"bespoke up ended early: {process.stderr.read()}")


@pytest.fixture(scope="module")
def served(_trained_shop: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[ServedShop]:
    folder = tmp_path_factory.mktemp("served")
    shop = ShopFolder(Path(shutil.copytree(_trained_shop, folder / "shop")))
    port = free_port()
    with pytest.MonkeyPatch.context() as environment:
        for name in [one for one in os.environ if one.startswith(("BESPOKE_", "OPENAI_"))]:
            environment.delenv(name)
        process = shop.bespoke("up", "--port", str(port), "--review-port", str(free_port()))
    try:
        read_until_served(process)
        yield ServedShop(shop, port)
    finally:
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (0, "")
    assert "Everything is stopped." in out
    home = shop.path / "var" / "prefect"
    assert left_running(home) == []
    assert "Traceback" not in (home / "deployments.log").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def runs(served: ServedShop) -> dict[str, str]:
    """Four campaigns started at once, since most of a run's time is its process starting."""
    return {
        "approved": served.start_campaign(name="Spring picks", audience={"segments": ["at risk", "loyal"]}),
        "rejected": served.start_campaign(name="Autumn picks"),
        "nobody": served.start_campaign(name="Nobody", audience={"countries": ["Atlantis"]}),
        "twins": served.start_campaign(name="Twins", variants=[{"name": "A"}, {"name": "a"}]),
    }


def test_an_approved_campaign_fills_the_outbox(served: ServedShop, runs: dict[str, str]) -> None:
    run = runs["approved"]
    assert served.wait_for(run, "Suspended", "Failed", "Crashed")["state_name"] == "Suspended"
    assert {"drafting", "drafts", "sample-email"} <= served.artifacts(run)
    assert list((served.shop.path / "var" / "outbox").rglob("messages/**/*.eml")) == []

    served.decide(run, decision="approve", reviewer="Ann", note="Reads well")

    ended = served.wait_for(run, "Completed", "Failed", "Crashed")
    assert ended["state_name"] == "Completed"
    assert ended["name"] == "Spring picks"
    delivered = served.delivered(f"spring-picks-{ended['created'][:10]}-{run[:8]}")
    assert delivered > 0
    assert f"{delivered:,} messages delivered now" in ended["state"]["message"]
    assert "campaign-report" in served.artifacts(run)


def test_a_rejected_campaign_sends_nothing(served: ServedShop, runs: dict[str, str]) -> None:
    run = runs["rejected"]
    served.wait_for(run, "Suspended")

    served.decide(run, decision="reject", reviewer="Ann", note="Too loud")

    ended = served.wait_for(run, "Rejected", "Completed", "Failed", "Crashed")
    assert ended["state_name"] == "Rejected"
    assert "Ann rejected" in ended["state"]["message"]
    assert "Too loud. Nothing was sent." in ended["state"]["message"]
    assert served.delivered(f"autumn-picks-{ended['created'][:10]}-{run[:8]}") == 0


@pytest.mark.parametrize(
    ("which", "says"),
    [("nobody", "'Nobody' reaches nobody"), ("twins", "two variants have the same name")],
)
def test_a_mistake_in_the_brief_ends_the_run_with_one_clear_line(
    served: ServedShop, runs: dict[str, str], which: str, says: str
) -> None:
    ended = served.wait_for(runs[which], "Failed", "Suspended", "Crashed")

    assert ended["state_name"] == "Failed"
    assert says in ended["state"]["message"]
    assert len(ended["state"]["message"].splitlines()) == 1


def test_a_second_server_on_the_port_is_refused_in_one_line(served: ServedShop) -> None:
    second = served.shop.bespoke("up", "--port", str(served.port))
    _, err = second.communicate(timeout=60)

    assert second.returncode == 1
    assert f"port {served.port}" in err
    assert len(err.strip().splitlines()) == 1


def test_a_run_cut_off_by_a_stop_is_said_to_have_crashed(served: ServedShop) -> None:
    flow = served.ask("GET", "/flows/name/run-campaign")["id"]
    body = {"flow_id": flow, "state": {"type": "RUNNING", "name": "Running"}}
    run = served.ask("POST", "/flow_runs/", body)["id"]

    settle_cut_off_runs(served.port)

    ended = served.wait_for(run, "Crashed")
    assert "Choose Retry" in ended["state"]["message"]
