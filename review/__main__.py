"""`python -m review`: the review pages on this machine, with a sign-in link on standard output."""

from __future__ import annotations

import argparse
import ipaddress
import os
import secrets
import socket
import sys
from collections.abc import Mapping, Sequence
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import uvicorn

from bespoke.errors import BespokeError, SettingsError
from bespoke.settings import Settings, read_settings
from review.app import make_app
from review.sign_in import sign_in_path
from store.database import open_store

TOKEN_VARIABLE = "BESPOKE_REVIEW_TOKEN"  # so that whoever starts this can know the link beforehand


def main(arguments: Sequence[str] | None = None) -> int:
    """Serve the pages until stopped; return the exit status."""
    options = _parse(arguments)
    try:
        with closing(_listen(options.host, options.port)) as listener:
            _serve(read_settings(), listener, options.host)
    except (BespokeError, SettingsError) as error:
        print(f"review: {error}", file=sys.stderr)  # noqa: T201
        return 1
    except KeyboardInterrupt:
        return 130
    return 0


def sample_pictures(settings: Settings) -> Mapping[str, Path]:
    """Where the sample shop's pictures lie, which is not on the web; empty where it is not used."""
    folder = settings.delivery.outbox / "images"
    return {f"{settings.brand.site_url.rstrip('/')}/images/": folder} if folder.is_dir() else {}


def _parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m review",
        description="Serve the pages on which drafts are reviewed.",
        epilog=f"The sign-in link's token is random, or ${TOKEN_VARIABLE} where that is set.",
    )
    parser.add_argument("--host", default="127.0.0.1", help="the address to listen on (default: %(default)s)")
    parser.add_argument("--port", type=int, default=4300, help="the port to listen on (default: %(default)s)")
    return parser.parse_args(arguments)


def _serve(settings: Settings, listener: socket.socket, host: str) -> None:
    token = os.environ.get(TOKEN_VARIABLE) or secrets.token_urlsafe(32)
    with closing(open_store(settings.database_url)) as store:
        app = make_app(store, settings, _utc_now, token, pictures=sample_pictures(settings))
        port = listener.getsockname()[1]
        shown = f"[{host}]" if ":" in host else host
        print(f"Review drafts at http://{shown}:{port}{sign_in_path(token)}", flush=True)  # noqa: T201
        if not _is_loopback(host):
            warning = "Others can reach these pages unencrypted: put a proxy with TLS in front of them."
            print(f"review: {warning}", file=sys.stderr, flush=True)  # noqa: T201
        # The access log would hold the token.
        config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False)
        uvicorn.Server(config).run(sockets=[listener])


def _listen(host: str, port: int) -> socket.socket:
    """A socket on the address. Raises SettingsError where it cannot be had."""
    try:
        family, kind, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        listener = socket.socket(family, kind)
        try:
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listener.bind(address)
            listener.listen(128)
        except OSError:
            listener.close()
            raise
    except (OSError, OverflowError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise SettingsError(
            f"cannot listen on {host} port {port}: {reason}; choose others with --host and --port"
        ) from None
    return listener


def _is_loopback(host: str) -> bool:
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _utc_now() -> datetime:
    return datetime.now(UTC)


if __name__ == "__main__":
    sys.exit(main())
