"""The review pages in a real browser: policies hold, shortcuts work, previews follow the typing."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Iterator
from typing import Any

import pytest
import uvicorn

from bespoke.domain import DraftStatus
from bespoke.settings import Settings
from review.app import make_app
from review.sign_in import sign_in_path
from store.database import Store
from tests.builders import a_draft
from tests.review.desk import CLEAN, SECRET, SPRING, Clock, a_campaign, draft_address

playwright = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed"),
]


@pytest.fixture
def address(sqlite_store: Store) -> Iterator[str]:
    a_campaign(sqlite_store, [a_draft(f"spring/{name}", variant=name, copy=CLEAN) for name in "AB"])
    app = make_app(sqlite_store, Settings(), Clock(), SECRET)
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="warning"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.05)
    yield f"http://127.0.0.1:{server.servers[0].sockets[0].getsockname()[1]}"
    server.should_exit = True
    thread.join()


@pytest.fixture
def page(address: str) -> Iterator[Any]:
    """A signed-in page that fails the test when anything is refused or broken on it."""
    complaints: list[str] = []
    with playwright.sync_playwright() as started:
        browser = started.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        opened = browser.new_context(base_url=address).new_page()
        opened.on("console", lambda message: complaints.append(message.text))
        opened.on("pageerror", lambda error: complaints.append(str(error)))
        opened.goto(sign_in_path(SECRET))
        opened.fill("[name=name]", "Ada")
        opened.click("text=Start reviewing")
        yield opened
        browser.close()
    assert complaints == []


def test_the_preview_follows_the_typing_and_leaves_no_trace_in_the_history(page: Any) -> None:
    page.goto(draft_address("spring/A"))
    steps = page.evaluate("history.length")

    page.fill("[name=headline]", "For slow mornings")
    page.frame_locator("iframe").get_by_role("heading", name="For slow mornings").wait_for()
    playwright.expect(page.locator("iframe")).to_have_count(1)
    page.check("[name=scheme][value=dark]", force=True)
    playwright.expect(page.locator("iframe")).to_have_count(1)

    assert page.evaluate("history.length") == steps
    assert page.inner_text("[data-approve]") == "Save and approve"
    assert page.inner_text("output[for=f-3]") == "17 of 70"


def test_a_campaign_can_be_reviewed_from_the_keyboard(page: Any, sqlite_store: Store) -> None:
    page.goto(f"/campaign?id={SPRING}")
    page.keyboard.press("j")
    page.keyboard.press("Enter")
    page.wait_for_url("**/draft?**")
    page.keyboard.press("a")
    page.wait_for_url("**done=approved**")
    page.keyboard.press("r")
    page.keyboard.type("a jar of jam")
    page.keyboard.press("Enter")
    page.wait_for_url("**done=rejected**")

    decided = {one.variant: one for one in sqlite_store.drafts.of_campaign(SPRING)}
    assert decided["A"].status is DraftStatus.APPROVED
    assert (decided["B"].status, decided["B"].review_note) == (DraftStatus.REJECTED, "a jar of jam")
