"""Signing in with the link's token and a name, and out again."""

from __future__ import annotations

from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from review.pages import render
from review.sessions import COOKIE, LIFETIME, LONGEST_NAME, clean_name
from review.visits import Desk, FormRefused, Visit, go_to, problem, read_form, read_query, refuse_stranger


def sign_in_path(secret: str) -> str:
    """The path of the sign-in link, to be put behind the app's address."""
    return f"/sign-in?{urlencode({'token': secret})}"


class SignIn:
    """The sign-in page of one desk.

    Opening the link changes nothing; the session starts when the page's own form is
    sent, since a browser keeps a SameSite=Strict cookie back on a redirect that
    another site's link began.
    """

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def ask(self, request: Request) -> Response:
        """The page that asks for a name, for whoever comes by the link."""
        token = read_query(request).first("token")
        return _page(token) if self._desk.doorkeeper.admits(token) else refuse_stranger()

    async def let_in(self, request: Request) -> Response:
        """Start a session for whoever has the token and gives a name."""
        try:
            form = await read_form(request)
        except FormRefused as error:
            return problem(str(error), 400)
        token, name = form.first("token").strip(), clean_name(form.first("name"))
        if not self._desk.doorkeeper.admits(token):
            return _page("", name, "This is not the token of the sign-in link.", status=401)
        if not name:
            return _page(token, "", "Give the name that your decisions are recorded under.", status=400)
        return self._start(request, name)

    def let_go(self, visit: Visit) -> Response:
        """End the session in this browser."""
        answer = go_to("/")
        answer.delete_cookie(COOKIE, httponly=True, samesite="strict")
        return answer

    def _start(self, request: Request, name: str) -> Response:
        keeper = self._desk.doorkeeper
        answer = go_to("/")
        answer.set_cookie(
            COOKIE,
            keeper.seal(keeper.start(name, self._desk.clock())),
            max_age=int(LIFETIME.total_seconds()),
            httponly=True,
            samesite="strict",
            secure=request.url.scheme == "https",
        )
        return answer


def _page(token: str, name: str = "", problem: str = "", status: int = 200) -> Response:
    html = render("sign_in.html.jinja", token=token, name=name, problem=problem, longest=LONGEST_NAME)
    return HTMLResponse(html, status_code=status)
