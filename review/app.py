"""The reviewers' web app: which address leads to which page, and how strangers are kept out."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.types import ASGIApp

from bespoke.settings import Settings
from review.campaign_pages import decide_on_campaign, show_campaign, show_campaigns
from review.draft_pages import decide_on_draft, preview_draft, show_draft
from review.headers import SecurityHeaders
from review.pages import ASSETS, read_asset
from review.previewing import make_previewer
from review.sessions import Doorkeeper
from review.sign_in import SignIn
from review.visits import Clock, Desk, for_reviewers, problem
from store.database import Store


def make_app(
    store: Store,
    settings: Settings,
    clock: Clock,
    secret: str,
    *,
    pictures: Mapping[str, Path] | None = None,
) -> ASGIApp:
    """The app as ASGI. Whoever opens `sign_in_path(secret)` may review.

    `pictures` maps the start of image addresses to a folder that holds the same
    files, for a shop that is not on the web. Raises SettingsError for a secret that
    is too short and for settings that no email can be made with.
    """
    desk = Desk(store, settings, clock, Doorkeeper(secret), make_previewer(store, settings, pictures or {}))
    sign_in = SignIn(desk)
    routes = [
        Route("/", for_reviewers(desk, show_campaigns)),
        Route("/campaign", for_reviewers(desk, show_campaign), methods=["GET"]),
        Route("/campaign", for_reviewers(desk, decide_on_campaign), methods=["POST"]),
        Route("/draft", for_reviewers(desk, show_draft), methods=["GET"]),
        Route("/draft", for_reviewers(desk, decide_on_draft), methods=["POST"]),
        Route("/preview", for_reviewers(desk, preview_draft), methods=["GET", "POST"]),
        Route("/sign-in", sign_in.ask, methods=["GET"]),
        Route("/sign-in", sign_in.let_in, methods=["POST"]),
        Route("/sign-out", for_reviewers(desk, sign_in.let_go), methods=["POST"]),
        Route("/assets/{name}", _asset),
        Route("/health", _say_ok),
    ]
    handlers = {404: _not_found, 405: _not_found, Exception: _apologize}
    return SecurityHeaders(Starlette(routes=routes, exception_handlers=handlers))


def _asset(request: Request) -> Response:
    name = request.path_params["name"]
    if name not in ASSETS:
        return problem("There is no such page.", 404)
    headers = {"cache-control": "private, max-age=86400"}
    return Response(read_asset(name), media_type=ASSETS[name], headers=headers)


def _say_ok(request: Request) -> Response:
    return PlainTextResponse("ok")


def _not_found(request: Request, error: Exception) -> Response:
    return problem("There is no such page.", 404)


def _apologize(request: Request, error: Exception) -> Response:
    return problem("Something went wrong here; the log of 'python -m review' says what.", 500)
