"""Message assembly: slots, signed links, layout and MIME, against compiling MJML for each customer.

    python -m benchmarks.assembling [--runs 5]

Medians over several runs, both sides in turn within the same run. Recipients and
products are the sample shop's; messages go to a transport that only counts.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from importlib.metadata import version
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import Any, cast
from unittest.mock import patch

import pandas as pd
from mjml import mjml2html

from audience.sample_shop import make_sample_shop
from bespoke.domain import (
    ApprovedMessage,
    CampaignId,
    Copy,
    CustomerId,
    Layout,
    MessageId,
    Money,
    Offer,
    OfferKind,
    Product,
    ProductId,
    Reason,
    ReasonKind,
    Recipient,
    Segment,
    ShownProduct,
)
from bespoke.settings import BrandSettings, LimitSettings
from delivery.composing import ComposedMessage, Composer
from delivery.links import LinkSigner
from store.messages import message_id
from templates import layouts
from templates.content import EmailContent
from templates.layouts import CompiledLayout, compile_layout
from templates.wordings import WORDINGS

SIZES = (10_000, 50_000, 250_000)
CHUNK = 1_000  # messages that are loaded at once, as sending does
SHOP_CUSTOMERS = 5_000  # drawn; the rest are these again under ids of their own
COMPARED, COMPARED_BY_PEER = 5_000, 300
GOAL_PER_SECOND, GOAL_TIMES = 5_000, 15
NOW = datetime(2026, 4, 20, 9, 0, tzinfo=UTC)
CAMPAIGN = CampaignId("spring-table")
COPIES = tuple(
    Copy(
        subject=f"{{{{ first_name }}}}, good things for {place}",
        preheader="Starting with the {{ product_1 }}, and two more we think you will like.",
        headline="For slow mornings at home",
        body=(
            "Hello {{ first_name }},\n\n"
            f"You have a good eye for {place}, so we looked through the shelves with you in mind. "
            "The {{ product_1 }} is what we would put on the table first.\n\n"
            "There is no hurry: have a look when it suits you."
        ),
        cta="See them all",
    )
    for place in ("the kitchen", "the garden", "the table", "the hall", "the reading chair", "the desk")
)
OFFER = Offer(OfferKind.PERCENT, percent=Decimal(15), code="SPRING15", ends_on=date(2026, 4, 30))


class CountingTransport:
    """Takes messages and keeps nothing but their number and size."""

    def __init__(self) -> None:
        self.messages = self.octets = 0

    def prepare(self) -> None:
        """Nothing to prepare."""

    def deliver(self, message: ComposedMessage) -> None:
        self.messages += 1
        self.octets += len(message.raw)

    def was_delivered(self, message_id: MessageId) -> bool:
        """Nothing was: it keeps no ids."""
        return False


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--recipients", type=int, help="measure one size in this process and print JSON")
    asked = parser.parse_args()
    if asked.recipients:
        print(json.dumps(measure(asked.recipients)))
        return
    print(describe_machine())
    print(compare_with_compiling_each(asked.runs))
    print(describe_two_processes(max(1, asked.runs // 2)))
    for size in SIZES:
        print(describe_size(size, max(1, asked.runs // 2)))


def describe_machine() -> str:
    packages = ", ".join(f"{name} {version(name)}" for name in ("mjml-python", "jinja2"))
    return f"{_processor()}, {os.cpu_count()} cores, Python {platform.python_version()}, {packages}"


def _processor() -> str:
    cpuinfo = Path("/proc/cpuinfo")
    if cpuinfo.is_file():
        for line in cpuinfo.read_text().splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or platform.machine()


def compare_with_compiling_each(runs: int) -> str:
    """Messages a second of both sides, in one process."""
    layout = compile_layout(Layout.RECOMMENDATIONS, BrandSettings())
    composer, peer = make_composer(layout), CompilingEach()
    messages = list(islice(make_messages(), COMPARED))
    given = [
        (message, content, layout.render_text(content))
        for message, content in zip(messages, _record_contents(messages[:COMPARED_BY_PEER]), strict=False)
    ]
    ours, theirs, bytes_of_peer = [], [], 0
    for _ in range(runs):
        transport = CountingTransport()
        ours.append(_assemble(composer, messages, transport) / COMPARED)
        start = time.perf_counter()
        bytes_of_peer = sum(len(peer.compose(*one)) for one in given)
        theirs.append((time.perf_counter() - start) / COMPARED_BY_PEER)
    fast, slow = statistics.median(ours), statistics.median(theirs)
    size, size_of_peer = transport.octets / transport.messages / 1024, bytes_of_peer / COMPARED_BY_PEER / 1024
    return (
        f"one process: {1 / fast:,.0f} messages a second (goal {GOAL_PER_SECOND:,}), {size:.0f} KB each; "
        f"MJML compiled and EmailMessage built for each customer: {1 / slow:,.0f} a second, "
        f"{size_of_peer:.0f} KB each; "
        f"{slow / fast:.1f}× (goal {GOAL_TIMES}×)"
    )


def describe_two_processes(runs: int) -> str:
    """What two processes assemble together, each its own half."""
    half = 20_000
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        list(pool.map(measure, [CHUNK] * 2))  # started and warm
        rates = []
        for _ in range(runs):
            both = list(pool.map(measure, [half] * 2))
            rates.append(sum(one["recipients"] / one["seconds"] for one in both))
    return f"two processes at once: {statistics.median(rates):,.0f} messages a second together"


def describe_size(size: int, runs: int) -> str:
    """Medians over fresh processes, so that each one's memory peak is its own."""
    command = [sys.executable, "-m", "benchmarks.assembling", "--recipients", str(size)]
    found = [
        json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        for _ in range(runs)
    ]
    middle = {key: statistics.median(one[key] for one in found) for key in found[0]}
    return (
        f"{size:,} recipients: {middle['seconds']:.1f} s, {size / middle['seconds']:,.0f} messages a second, "
        f"{middle['octets'] / 2**20:,.0f} MiB of mail, peak memory {middle['peak_mib']:,.0f} MiB "
        f"(of it {middle['before_mib']:,.0f} before assembling)"
    )


def measure(size: int) -> dict[str, float]:
    """Seconds to assemble `size` messages, loading them not counted, and this process's memory peak."""
    composer, transport = make_composer(), CountingTransport()
    messages = islice(make_messages(), size)
    before, seconds = _peak_mib(), 0.0
    while chunk := list(islice(messages, CHUNK)):
        seconds += _assemble(composer, chunk, transport)
    assert transport.messages == size
    return {
        "recipients": size,
        "seconds": seconds,
        "octets": transport.octets,
        "before_mib": before,
        "peak_mib": _peak_mib(),
    }


def _assemble(composer: Composer, messages: Sequence[ApprovedMessage], transport: CountingTransport) -> float:
    start = time.perf_counter()
    for message in messages:
        transport.deliver(composer.compose(message, NOW))
    return time.perf_counter() - start


def _peak_mib() -> float:
    kilobytes = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return kilobytes / (1024 * 1024 if sys.platform == "darwin" else 1024)


def make_composer(layout: CompiledLayout | None = None) -> Composer:
    brand = BrandSettings()
    return Composer(
        brand=brand,
        layout=layout or compile_layout(Layout.RECOMMENDATIONS, brand),
        signer=LinkSigner(b"a secret for benchmarks alone", "https://mail.juniperandloom.example"),
        limits=LimitSettings(),
    )


def make_messages() -> Iterator[ApprovedMessage]:
    """Messages without end, as the store loads them: one copy for each of twelve drafts."""
    shop = make_sample_shop(SHOP_CUSTOMERS, until=NOW)
    products = _products(shop.products)
    known = shop.customers["email"].str.contains("@", na=False)
    customers = list(shop.customers.loc[known].itertuples(index=False))
    segments = list(Segment)
    number = 0
    while True:
        row = customers[number % len(customers)]
        customer_id = CustomerId(f"{row.customer_id}-{number}")
        yield ApprovedMessage(
            message_id=message_id(CAMPAIGN, customer_id),
            campaign_id=CAMPAIGN,
            variant="AB"[number % 2],
            recipient=Recipient(
                customer_id=customer_id,
                email=row.email,
                first_name=None if pd.isna(row.first_name) else row.first_name,
                locale=row.locale,
                segment=segments[number % len(segments)],
            ),
            copy=COPIES[number % len(COPIES)],
            offer=OFFER if number % 3 == 0 else None,
            products=tuple(_show(products, number * 7 + place * 31) for place in range(3)),
        )
        number += 1


def _show(products: Sequence[Product], number: int) -> ShownProduct:
    product = products[number % len(products)]
    other = products[(number * 13 + 5) % len(products)]
    reason = Reason(ReasonKind.BOUGHT_WITH, other.title) if number % 4 else Reason(ReasonKind.POPULAR)
    blurb = f"{product.title}: made to be used every day, and to last." if number % 2 else None
    return ShownProduct(product, reason, blurb)


def _products(frame: pd.DataFrame) -> list[Product]:
    return [
        Product(
            product_id=ProductId(row["product_id"]),
            title=row["title"],
            description=row["description"],
            category=row["category"],
            price=_money(row["price"]),
            list_price=None if pd.isna(row["list_price"]) else _money(row["list_price"]),
            url=row["url"],
            image_url=row["image_url"],
        )
        for row in frame.to_dict("records")
    ]


def _money(amount: Any) -> Money:
    return Money(Decimal(str(amount)).quantize(Decimal("0.01")), "GBP")


class CompilingEach:
    """The usual loop: fill the MJML, compile it, build an EmailMessage; once for every customer.

    It is given its words, prices, links and plain text, and its Jinja template is parsed
    once; so what is compared is the rest.
    """

    def __init__(self) -> None:
        compiled, sources = _compile_and_listen()
        environment = compiled._pages["en"].environment
        self._layout = replace(
            compiled, _pages={language: environment.from_string(mjml) for language, mjml in sources.items()}
        )

    def compose(self, message: ApprovedMessage, content: EmailContent, text: str) -> bytes:
        mjml = self._layout.render_html(content)  # MJML still: nothing was compiled
        mail = EmailMessage(policy=SMTP)
        mail["From"] = '"Juniper & Loom" <hello@juniperandloom.example>'
        mail["To"] = message.recipient.email
        mail["Subject"] = content.headline
        mail["Date"] = format_datetime(NOW)
        mail["Message-ID"] = f"<{message.message_id}@juniperandloom.example>"
        mail["List-Unsubscribe"] = f"<{content.unsubscribe_url}>"
        mail["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
        mail.set_content(text)
        mail.add_alternative(mjml2html(mjml, disable_comments=True), subtype="html")
        return mail.as_bytes()


def _compile_and_listen() -> tuple[CompiledLayout, dict[str, str]]:
    """The layout, and by language the MJML that reached the compiler."""
    heard: list[str] = []

    def listen(mjml: str, **options: Any) -> str:
        heard.append(mjml)
        return mjml2html(mjml, **options)

    with patch.object(layouts, "mjml2html", listen):
        compiled = compile_layout(Layout.RECOMMENDATIONS, BrandSettings())
    return compiled, dict(zip(WORDINGS, heard, strict=True))


class _Recorder:
    """A layout that renders nothing and keeps what it was to render."""

    def generate_html(self, content: EmailContent) -> Iterator[str]:
        self.content = content
        return iter(())

    def render_text(self, content: EmailContent) -> str:
        return ""


def _record_contents(messages: Sequence[ApprovedMessage]) -> list[EmailContent]:
    recorder = _Recorder()
    composer = make_composer(cast(CompiledLayout, recorder))
    contents = []
    for message in messages:
        composer.compose(message, NOW)
        contents.append(recorder.content)
    return contents


if __name__ == "__main__":
    main()
