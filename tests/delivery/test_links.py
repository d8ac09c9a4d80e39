from __future__ import annotations

import stat
from base64 import urlsafe_b64decode, urlsafe_b64encode
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bespoke.domain import CampaignId, MessageId, ProductId
from bespoke.errors import DeliveryFailed, SettingsError
from delivery.links import LinkKind, LinkRefused, LinkSigner, MessageLinks, read_or_make_secret
from tests.delivery.strategies import message_ids, short_ids

SECRET = b"a secret of thirty-two characters"
BASE = "https://mail.shop.example"
MESSAGE = MessageId("0123456789abcdef" * 2)
SIGNER = LinkSigner(SECRET, BASE)


def links_of(message_id: str = MESSAGE, campaign: str = "spring", variant: str = "A") -> MessageLinks:
    return SIGNER.for_message(CampaignId(campaign), variant, MessageId(message_id))


def token_of(link: str) -> str:
    return link.rpartition("/")[2]


@given(campaign=short_ids, variant=short_ids, message_id=message_ids, product_id=short_ids)
def test_a_product_link_comes_back_as_it_was_made(
    campaign: str, variant: str, message_id: str, product_id: str
) -> None:
    link = links_of(message_id, campaign, variant).product(ProductId(product_id))

    claims = SIGNER.verify(token_of(link))

    assert (claims.kind, claims.product_id) == (LinkKind.PRODUCT, product_id)
    assert (claims.campaign_id, claims.variant, claims.message_id) == (campaign, variant, message_id)


@pytest.mark.parametrize("kind", [LinkKind.CTA, LinkKind.UNSUBSCRIBE, LinkKind.PREFERENCES])
def test_the_other_links_carry_their_kind_and_no_product(kind: LinkKind) -> None:
    link = getattr(links_of(), kind.value)()

    claims = SIGNER.verify(token_of(link), kind)

    assert (claims.kind, claims.product_id) == (kind, None)


@given(position=st.integers(min_value=0), replacement=st.sampled_from("AZaz09-_=.~ é"))
def test_a_changed_character_anywhere_is_refused(position: int, replacement: str) -> None:
    token = token_of(links_of().product(ProductId("mug-1")))
    position %= len(token)
    changed = token[:position] + replacement + token[position + 1 :]

    if changed == token:
        assert SIGNER.verify(changed)
    else:
        with pytest.raises(LinkRefused):
            SIGNER.verify(changed)


@given(st.text(max_size=120) | st.binary(max_size=90).map(lambda raw: urlsafe_b64encode(raw).decode()))
def test_whatever_we_did_not_make_is_refused_with_one_clear_line(token: str) -> None:
    with pytest.raises(LinkRefused, match=r"^this link is damaged.*") as refused:
        SIGNER.verify(token)
    assert "\n" not in str(refused.value)


@given(cut=st.integers(min_value=1, max_value=60))
def test_a_shortened_token_is_refused(cut: int) -> None:
    token = token_of(links_of().cta())
    with pytest.raises(LinkRefused):
        SIGNER.verify(token[:-cut])


def test_a_token_has_one_spelling() -> None:
    token = next(t for n in range(9) if len(t := token_of(links_of(variant="A" * n).cta())) % 4)
    padded = token + "=" * (-len(token) % 4)
    same_bytes = [
        token[:-1] + last
        for last in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
        if urlsafe_b64decode(token[:-1] + last + padded[len(token) :]) == urlsafe_b64decode(padded)
    ]

    assert len(same_bytes) > 1
    for spelling in {*same_bytes, padded} - {token}:
        with pytest.raises(LinkRefused):
            SIGNER.verify(spelling)


def test_another_secret_does_not_verify() -> None:
    with pytest.raises(LinkRefused):
        LinkSigner(b"x" * 32, BASE).verify(token_of(links_of().cta()))


def test_a_link_for_reading_does_not_unsubscribe() -> None:
    with pytest.raises(LinkRefused, match="for cta, not for unsubscribe"):
        SIGNER.verify(token_of(links_of().cta()), LinkKind.UNSUBSCRIBE)


def test_a_link_holds_no_address_and_stays_short() -> None:
    link = links_of(campaign="spring-in-the-garden").product(ProductId("85123A"))

    assert len(token_of(link)) <= 90
    assert "%40" not in link
    assert "@" not in link


@pytest.mark.parametrize("message_id", ["", "m1", "../../etc/passwd", "A" * 32, "0" * 31, "0" * 32 + "\n"])
def test_only_our_message_ids_are_signed(message_id: str) -> None:
    with pytest.raises(ValueError, match="is not a message id"):
        links_of(message_id)


@pytest.mark.parametrize(
    "base_url",
    [
        "http://mail.shop.example",
        "javascript:alert(1)",
        "mail.shop.example",
        "https://mail.shop.example/?to=",
        "https://mail.shop.example/\r\nBcc: x@y.example",
        "https://mail.shop.example/> , <mailto:x@y.example",
        "https://mail.shop.example/a b",
        "https://",
        "",
    ],
)
def test_a_base_url_that_is_not_plain_https_is_refused(base_url: str) -> None:
    with pytest.raises(SettingsError, match=r"link_base_url .* must"):
        LinkSigner(SECRET, base_url)


def test_a_base_url_may_have_a_path_and_a_trailing_slash() -> None:
    signer = LinkSigner(SECRET, "https://shop.example/mail/")
    link = signer.for_message(CampaignId("spring"), "A", MESSAGE).unsubscribe()
    assert link.startswith("https://shop.example/mail/u/")


def test_a_short_secret_is_refused() -> None:
    with pytest.raises(SettingsError, match="has 5 bytes"):
        LinkSigner(b"short", BASE)


def test_a_secret_is_made_once_for_its_owner_alone(tmp_path: Path) -> None:
    path = tmp_path / "var" / "link-secret"

    first = read_or_make_secret(path)

    assert read_or_make_secret(path) == first
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert len(urlsafe_b64decode(first + b"=")) == 32
    assert list(path.parent.iterdir()) == [path]


def test_processes_that_start_at_once_get_the_same_secret(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        found = set(pool.map(lambda _: read_or_make_secret(tmp_path / "secret"), range(32)))
    assert len(found) == 1


def test_a_secret_that_cannot_be_made_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(DeliveryFailed, match=r"cannot read or make the link secret .*delivery.link_secret"):
        read_or_make_secret(tmp_path / "file" / "secret")


def test_a_secret_that_was_emptied_is_not_used(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("\n")
    with pytest.raises(DeliveryFailed, match="too short"):
        read_or_make_secret(tmp_path / "secret")
