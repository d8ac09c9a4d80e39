"""Who gets in, and what a page can be made to do from outside."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest

from bespoke.domain import DraftStatus
from bespoke.errors import SettingsError
from bespoke.settings import Settings
from review.app import make_app
from review.sessions import COOKIE, Doorkeeper, clean_name
from review.sign_in import sign_in_path
from store.database import Store
from tests.builders import NOW
from tests.review.desk import HELD, SECRET, SPRING, Clock, a_browser, a_campaign, draft_address, form_token

PAGES = ["/", f"/campaign?id={SPRING}", draft_address(), draft_address(path="/preview")]


@pytest.mark.parametrize("address", PAGES)
def test_without_a_session_there_is_no_page(sqlite_store: Store, address: str) -> None:
    a_campaign(sqlite_store)

    answer = a_browser(sqlite_store, reviewer=None).get(address)

    assert answer.status_code == 401
    assert "Something for your kitchen" not in answer.text
    assert "Spring" not in answer.text


@pytest.mark.parametrize("address", ["/campaign", "/draft", "/preview", "/sign-out"])
def test_without_a_session_nothing_can_be_posted(sqlite_store: Store, address: str) -> None:
    a_campaign(sqlite_store)
    form = {"campaign": SPRING, "id": HELD, "do": "approve", "draft": HELD}

    answer = a_browser(sqlite_store, reviewer=None).post(address, data=form)

    assert answer.status_code == 401
    assert sqlite_store.drafts.get(HELD).status is DraftStatus.HELD


def test_the_link_asks_for_a_name_and_only_then_starts_a_session(sqlite_store: Store) -> None:
    browser = a_browser(sqlite_store, reviewer=None)

    assert "set-cookie" not in browser.get(sign_in_path(SECRET)).headers
    answer = browser.post("/sign-in", data={"token": SECRET, "name": "  Ada\n Lovett "})

    assert "Ada Lovett" in answer.text
    cookie = answer.history[0].headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie


@pytest.mark.parametrize("token", ["", "wrong", SECRET[:-1], SECRET + "x", "ключ"])
def test_a_wrong_token_is_refused(sqlite_store: Store, token: str) -> None:
    browser = a_browser(sqlite_store, reviewer=None)

    assert browser.get("/sign-in", params={"token": token}).status_code == 401
    assert browser.post("/sign-in", data={"token": token, "name": "Eve"}).status_code == 401
    assert browser.get("/").status_code == 401


def test_a_name_of_nothing_visible_is_refused(sqlite_store: Store) -> None:
    browser = a_browser(sqlite_store, reviewer=None)

    answer = browser.post("/sign-in", data={"token": SECRET, "name": " \u200b\u202e \n"})

    assert answer.status_code == 400
    assert COOKIE not in browser.cookies
    assert clean_name("Zoë \u202eLi") == "Zoë Li"


def test_a_cookie_that_was_tampered_with_is_no_session() -> None:
    keeper = Doorkeeper(SECRET)
    payload, _, signature = keeper.seal(keeper.start("Ada", NOW)).partition(".")
    eves = keeper.seal(keeper.start("Eve", NOW)).partition(".")[0]

    assert keeper.recognize(f"{eves}.{signature}", NOW) is None
    assert keeper.recognize(f"{payload}.{signature[:-1]}", NOW) is None
    assert keeper.recognize(payload, NOW) is None
    assert Doorkeeper("another token, as long as it is").recognize(f"{payload}.{signature}", NOW) is None
    recognized = keeper.recognize(f"{payload}.{signature}", NOW)
    assert recognized is not None
    assert recognized.reviewer == "Ada"


def test_a_session_runs_out(sqlite_store: Store) -> None:
    clock = Clock()
    browser = a_browser(sqlite_store, clock=clock)

    assert browser.get("/").status_code == 200
    clock.pass_time(timedelta(days=8))

    assert browser.get("/").status_code == 401


def test_signing_out_ends_the_session(sqlite_store: Store) -> None:
    browser = a_browser(sqlite_store)

    browser.post("/sign-out", data={"form_token": form_token(browser.get("/").text)})

    assert browser.get("/").status_code == 401


@pytest.mark.parametrize("token", ["", "0" * 64])
def test_a_form_from_elsewhere_is_refused(sqlite_store: Store, token: str) -> None:
    a_campaign(sqlite_store)
    browser = a_browser(sqlite_store)
    form = {"campaign": SPRING, "id": HELD, "do": "reject", "form_token": token}

    assert browser.post("/draft", data=form).status_code == 403
    assert browser.post("/campaign", data=form | {"id": SPRING, "draft": HELD}).status_code == 403
    assert sqlite_store.drafts.get(HELD).status is DraftStatus.HELD


def test_another_sessions_form_token_is_refused(sqlite_store: Store) -> None:
    a_campaign(sqlite_store)
    eves = form_token(a_browser(sqlite_store, reviewer="Eve").get("/").text)

    answer = a_browser(sqlite_store).post(
        "/draft", data={"campaign": SPRING, "id": HELD, "do": "reject", "form_token": eves}
    )

    assert answer.status_code == 403


def test_only_forms_of_a_sane_size_are_taken(sqlite_store: Store) -> None:
    browser = a_browser(sqlite_store)

    assert browser.post("/draft", json={"do": "approve"}).status_code == 400
    assert browser.post("/draft", data={"body": "x" * 600_000}).status_code == 400


@pytest.mark.parametrize("address", ["/", "/nowhere", "/assets/review.css", draft_address(), "/sign-in"])
def test_every_answer_forbids_what_pages_do_not_need(sqlite_store: Store, address: str) -> None:
    a_campaign(sqlite_store)

    headers = a_browser(sqlite_store).get(address).headers

    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-frame-options"] == "DENY"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


def test_pages_hold_no_inline_script_or_style(sqlite_store: Store) -> None:
    a_campaign(sqlite_store)
    browser = a_browser(sqlite_store)

    for address in ["/", f"/campaign?id={SPRING}", draft_address()]:
        page = browser.get(address).text
        assert not re.search(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son\w+=", page)


def test_a_page_that_does_not_exist_says_so(sqlite_store: Store) -> None:
    a_campaign(sqlite_store)
    browser = a_browser(sqlite_store)

    for address in ["/campaign?id=summer", draft_address("nope"), "/draft", "/assets/app.py"]:
        answer = browser.get(address)
        assert answer.status_code == 404
        assert "There is no" in answer.text


def test_a_short_secret_is_refused(sqlite_store: Store) -> None:
    with pytest.raises(SettingsError, match="at least 16 characters"):
        make_app(sqlite_store, Settings(), Clock(), "guess")
