from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from email import message_from_bytes, policy
from email.header import decode_header, make_header
from email.message import EmailMessage
from email.parser import BytesParser
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bespoke.domain import MessageId
from bespoke.errors import MessageUnsendable, SettingsError
from delivery.encoded_text import encode_pieces, one_line
from delivery.mime import MessageParts, MessageWriter, feedback_id, find_address_problem
from tests.delivery.strategies import anything

NOW = datetime(2026, 4, 20, 9, 0, tzinfo=UTC)
MESSAGE = MessageId("0123456789abcdef" * 2)
WRITER = MessageWriter(
    from_name="Juniper & Loom", from_email="hello@juniperandloom.example", reply_to="care@juniper.example"
)
PARTS = MessageParts(
    message_id=MESSAGE,
    to_name="Ana",
    to_email="ana@example.test",
    subject="Something for your kitchen",
    text="Hello Ana,\n\nWe picked a few things.",
    html=("<p>Hello ", "Ana", "</p>"),
    unsubscribe_url="https://mail.shop.example/u/token",
    feedback_id="spring:A:loyal:juniper",
)


def written(**changes: Any) -> bytes:
    return WRITER.write(replace(PARTS, **changes), NOW)


def parsed(raw: bytes) -> EmailMessage:
    return cast(EmailMessage, BytesParser(policy=policy.default).parsebytes(raw))


def bodies(message: EmailMessage) -> tuple[str, str]:
    text, html = message.iter_parts()
    return unfolded(text.get_content()), unfolded(html.get_content())


def unfolded(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def shown_name(raw: bytes) -> str:
    """The name before To's address, by the older reader: the newer one of Python 3.11
    leaves the space between two encoded words in."""
    value = message_from_bytes(raw)["To"]
    name = value[: value.rindex("<")].strip() if "<" in value else ""
    if name.startswith('"'):
        return re.sub(r"\\(.)", r"\1", name[1:-1])
    return str(make_header(decode_header(name)))


@given(text=anything, html=anything)
def test_both_bodies_come_back_whatever_they_hold(text: str, html: str) -> None:
    message = parsed(written(text=text, html=[html]))

    assert bodies(message) == (unfolded(text), unfolded(html))
    assert [part.get_content_type() for part in message.iter_parts()] == ["text/plain", "text/html"]
    assert not any(part.defects for part in message.walk())


@given(anything)
def test_the_subject_comes_back_on_one_line(subject: str) -> None:
    message = parsed(written(subject=subject))

    assert message["Subject"] == one_line(subject)
    assert not message["Subject"].defects


@given(anything)
def test_the_name_comes_back_without_its_line_breaks(name: str) -> None:
    raw = written(to_name=name)

    assert shown_name(raw) == one_line(name).strip()
    assert [address.addr_spec for address in parsed(raw)["To"].addresses] == ["ana@example.test"]


@pytest.mark.parametrize(
    "name", ['Ana "Bee" O\\Neill', "Zoë", "Li, Wei", "=?utf-8?q?x?=", "김민준", "a@b.example"]
)
def test_a_name_is_read_as_one_name(name: str) -> None:
    (address,) = parsed(written(to_name=name))["To"].addresses
    assert (address.display_name, address.addr_spec) == (name, "ana@example.test")


@given(subject=anything, name=anything)
def test_no_text_adds_a_header(subject: str, name: str) -> None:
    attack = "\r\nBcc: everyone@example.test\r\n\r\n<script>"
    message = parsed(written(subject=subject + attack + subject, to_name=name + attack + name))

    assert message.keys() == parsed(written()).keys()
    assert message["Bcc"] is None


@given(text=anything, html=anything, subject=anything, name=anything)
def test_every_message_is_seven_bit_with_crlf_and_short_lines(
    text: str, html: str, subject: str, name: str
) -> None:
    raw = written(text=text, html=[html], subject=subject, to_name=name)

    lines = raw.split(b"\r\n")
    assert all(max(line, default=0) < 127 for line in lines)
    assert not any(b"\r" in line or b"\n" in line for line in lines)
    assert max(map(len, lines)) <= 120
    body_lines = raw.partition(b"\r\n\r\n")[2].split(b"\r\n")
    assert all(len(line) <= 78 and line[-1:] not in (b" ", b"\t") for line in body_lines)


@given(
    st.lists(
        st.sampled_from(["<td>", "<table><tr>", "</tr></table>", "x" * 90, "é=", " ", "\n", "", "."]),
        max_size=400,
    )
)
def test_html_in_pieces_comes_back_in_one(pieces: list[str]) -> None:
    assert bodies(parsed(written(html=pieces)))[1] == "".join(pieces)
    assert max(map(len, b"".join(encode_pieces(pieces)).split(b"\r\n"))) <= 76


def test_a_body_that_imitates_the_boundary_stays_a_body() -> None:
    text = f"--=_{MESSAGE}--\n--=_{MESSAGE}\nContent-Type: text/html\n\nhello"
    assert bodies(parsed(written(text=text)))[0] == text


def test_the_headers_a_bulk_sender_needs_are_there() -> None:
    message = parsed(written())

    assert dict(message.items()) == {
        "From": "Juniper & Loom <hello@juniperandloom.example>",
        "Reply-To": "care@juniper.example",
        "To": "Ana <ana@example.test>",
        "Subject": "Something for your kitchen",
        "Date": "Mon, 20 Apr 2026 09:00:00 +0000",
        "Message-ID": f"<{MESSAGE}@juniperandloom.example>",
        "List-Unsubscribe": "<https://mail.shop.example/u/token>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
        "Feedback-ID": "spring:A:loyal:juniper",
        "MIME-Version": "1.0",
        "Content-Type": f'multipart/alternative; boundary="=_{MESSAGE}"',
    }
    assert not message.defects


def test_the_same_parts_give_the_same_bytes() -> None:
    elsewhere = NOW.astimezone(timezone(timedelta(hours=5)))
    assert written() == WRITER.write(PARTS, elsewhere)


def test_a_sender_without_reply_address_has_no_such_header() -> None:
    writer = MessageWriter(from_name="Juniper", from_email="hello@juniper.example")
    assert parsed(writer.write(PARTS, NOW))["Reply-To"] is None


def test_a_customer_without_a_name_is_addressed_plainly() -> None:
    assert b"\r\nTo: ana@example.test\r\n" in written(to_name=None)


@pytest.mark.parametrize(
    ("address", "problem"),
    [
        ("josé@example.test", "letters other than ASCII before the '@'"),
        ("ana@münchen.example", "xn-- form"),
        ("ana", "is not an email address"),
        ("@example.test", "is not an email address"),
        ("ana@", "is not an email address"),
        ("ana@example.test\r\nBcc: x@example.test", "is not an email address"),
        ("ana@example.test\n", "is not an email address"),
        ("ana@example.test, bob@example.test", "is not an email address"),
        ("Ana <ana@example.test>", "is not an email address"),
        ("a..b@example.test", "is not an email address"),
        ("ana@-example.test", "is not an email address"),
        ("x" * 65 + "@example.test", "longer than"),
        ("ana@" + ".".join(["x" * 60] * 5), "longer than"),
    ],
)
def test_an_address_nobody_can_send_to_stops_only_its_message(address: str, problem: str) -> None:
    with pytest.raises(MessageUnsendable, match=problem) as refused:
        written(to_email=address)
    assert MESSAGE in str(refused.value)
    assert "\n" not in str(refused.value)
    assert address not in str(refused.value), "the reason is kept after an erasure"


@pytest.mark.parametrize(
    "address", ["ana@example.test", "a.b+news@mail.example.co.uk", "o'neill_1@x-y.example"]
)
def test_ordinary_addresses_are_taken(address: str) -> None:
    assert find_address_problem(address) is None
    assert parsed(written(to_email=address))["To"].addresses[0].addr_spec == address


def test_a_sender_nobody_could_answer_is_a_matter_of_settings() -> None:
    with pytest.raises(SettingsError, match=r"brand.from_email 'hello' is not an email address"):
        MessageWriter(from_name="Juniper", from_email="hello")


def test_a_header_too_long_for_mail_is_refused() -> None:
    with pytest.raises(MessageUnsendable, match="over 998 characters"):
        written(unsubscribe_url="https://mail.shop.example/u/" + "x" * 1000)


def test_the_moment_must_know_its_time_zone() -> None:
    with pytest.raises(ValueError, match="time zone"):
        WRITER.write(PARTS, datetime(2026, 4, 20))  # noqa: DTZ001


def test_feedback_words_cannot_be_mistaken_for_each_other() -> None:
    assert feedback_id("spring:sale", "A", "", "Juniper & Löom") == "spring-sale:A:none:Juniper-L-om"
