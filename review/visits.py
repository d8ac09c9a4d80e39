"""One request by a signed-in reviewer: session, form and form token checked before any page."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import parse_qs

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from bespoke.errors import BespokeError, IllegalTransition, NotFound
from bespoke.settings import Settings
from review.decisions import Decider
from review.pages import render
from review.previewing import Previewer
from review.sessions import COOKIE, LONGEST_NAME, Doorkeeper, Session
from store.database import Store

Clock = Callable[[], datetime]
LARGEST_FORM = 512 * 1024
_MOST_FIELDS = 2000


@dataclass(frozen=True, slots=True)
class Desk:
    """What every page works with."""

    store: Store
    settings: Settings
    clock: Clock
    doorkeeper: Doorkeeper
    previewer: Previewer


@dataclass(frozen=True, slots=True)
class Form:
    """An urlencoded form, or the query of an address."""

    fields: Mapping[str, list[str]]

    def first(self, name: str) -> str:
        """The field's first value; empty where it is missing."""
        return self.fields.get(name, [""])[0]

    def all(self, name: str) -> list[str]:
        """Every value of the field."""
        return list(self.fields.get(name, []))

    def plain(self) -> dict[str, str]:
        """Each field with its first value."""
        return {name: values[0] for name, values in self.fields.items()}


@dataclass(frozen=True, slots=True)
class Visit:
    desk: Desk
    session: Session
    query: Form
    form: Form  # empty unless posted

    def page(self, template: str, *, status: int = 200, **values: object) -> Response:
        """A page for the signed-in reviewer."""
        return HTMLResponse(render(template, **self._shared(), **values), status_code=status)

    def decider(self) -> Decider:
        """The reviewer, deciding now."""
        desk, settings = self.desk, self.desk.settings
        return Decider(
            desk.store.drafts,
            desk.store.messages,
            settings.limits,
            settings.guards,
            self.session.reviewer,
            desk.clock(),
        )

    def _shared(self) -> dict[str, object]:
        return {
            "reviewer": self.session.reviewer,
            "form_token": self.desk.doorkeeper.form_token(self.session),
            "brand": self.desk.settings.brand.name,
        }


Handler = Callable[[Visit], Response]
Endpoint = Callable[[Request], Awaitable[Response]]


class FormRefused(BespokeError):
    """Raised when a request's body is not a form we can take."""


def for_reviewers(desk: Desk, handler: Handler) -> Endpoint:
    """An endpoint that lets only signed-in reviewers reach `handler`, and only from our own forms."""

    async def endpoint(request: Request) -> Response:
        session = desk.doorkeeper.recognize(request.cookies.get(COOKIE), desk.clock())
        if session is None:
            return refuse_stranger()
        posted = request.method == "POST"
        try:
            form = await read_form(request) if posted else Form({})
        except FormRefused as error:
            return problem(str(error), 400)
        if posted and not desk.doorkeeper.accepts_form(session, form.first("form_token")):
            return problem("This form is not from a page of yours. Go back, reload and try again.", 403)
        visit = Visit(desk, session, read_query(request), form)
        return await run_in_threadpool(_answer, handler, visit)

    return endpoint


async def read_form(request: Request) -> Form:
    """The request's urlencoded form. Raises FormRefused for anything else, or too much of it."""
    if request.headers.get("content-type", "").split(";")[0].strip() != "application/x-www-form-urlencoded":
        raise FormRefused("Only forms of these pages are taken.")
    body = bytearray()
    async for chunk in request.stream():
        body += chunk
        if len(body) > LARGEST_FORM:
            raise FormRefused("This form holds more than can be taken.")
    try:
        return Form(
            parse_qs(bytes(body).decode("utf-8"), keep_blank_values=True, max_num_fields=_MOST_FIELDS)
        )
    except ValueError:
        raise FormRefused("This form cannot be read.") from None


def read_query(request: Request) -> Form:
    """The query of the request's address."""
    params = request.query_params
    return Form({name: params.getlist(name) for name in params})


def refuse_stranger() -> Response:
    """The page for somebody without a session."""
    return HTMLResponse(
        render("sign_in.html.jinja", token="", name="", problem="", longest=LONGEST_NAME), status_code=401
    )


def problem(message: str, status: int) -> Response:
    """A page that says what went wrong."""
    return HTMLResponse(render("problem.html.jinja", message=message), status_code=status)


def go_to(address: str) -> Response:
    """An answer that sends the browser on, so that reloading repeats nothing."""
    return RedirectResponse(address, status_code=303)


def _answer(handler: Handler, visit: Visit) -> Response:
    try:
        return handler(visit)
    except NotFound as error:
        return problem(f"There is no {error.what} {error.which!r}.", 404)
    except IllegalTransition as error:
        return problem(f"{str(error)[:1].upper()}{str(error)[1:]}.", 409)
