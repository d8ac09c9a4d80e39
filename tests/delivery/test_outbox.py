from __future__ import annotations

import multiprocessing
import os
import signal
import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from bespoke.domain import CampaignId, MessageId
from bespoke.errors import DeliveryFailed
from delivery.composing import ComposedMessage
from delivery.outbox import Outbox
from delivery.transport import Transport
from tests.delivery.messages import a_composer, a_message_id, an_approved_message

NOW = datetime(2026, 4, 20, 9, 0, tzinfo=UTC)
SPRING = CampaignId("spring")


@pytest.fixture(scope="module")
def message() -> ComposedMessage:
    return a_composer().compose(an_approved_message(), NOW)


def an_outbox(folder: Path) -> Outbox:
    outbox = Outbox(folder, SPRING)
    outbox.prepare()
    return outbox


def delivered_files(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.eml"))


def test_a_message_becomes_a_file_named_by_its_id(tmp_path: Path, message: ComposedMessage) -> None:
    transport: Transport = an_outbox(tmp_path)

    transport.deliver(message)

    (path,) = delivered_files(tmp_path)
    shard = message.message_id[:2]
    assert path == tmp_path / "spring" / "messages" / shard / f"{message.message_id}.eml"
    assert path.read_bytes() == message.raw


def test_delivering_twice_leaves_one_file(tmp_path: Path, message: ComposedMessage) -> None:
    outbox = an_outbox(tmp_path)
    outbox.deliver(message)
    an_outbox(tmp_path).deliver(message)
    assert [path.read_bytes() for path in delivered_files(tmp_path)] == [message.raw]


def test_another_run_knows_what_was_delivered(tmp_path: Path, message: ComposedMessage) -> None:
    an_outbox(tmp_path).deliver(message)

    again = an_outbox(tmp_path)

    assert again.was_delivered(message.message_id)
    assert not again.was_delivered(a_message_id("c2"))
    assert not Outbox(tmp_path, CampaignId("autumn")).was_delivered(message.message_id)


def test_a_file_that_a_power_cut_left_empty_is_not_delivered(
    tmp_path: Path, message: ComposedMessage
) -> None:
    outbox = an_outbox(tmp_path)
    outbox.deliver(message)
    outbox.path_of(message.message_id).write_bytes(b"")
    assert not outbox.was_delivered(message.message_id)


def test_preparing_clears_what_a_killed_run_left_and_keeps_what_it_delivered(
    tmp_path: Path, message: ComposedMessage
) -> None:
    outbox = an_outbox(tmp_path)
    outbox.deliver(message)
    half = tmp_path / "spring" / "messages" / ".incoming" / "half"
    half.write_bytes(message.raw[:100])

    outbox.prepare()

    assert not half.exists()
    assert outbox.was_delivered(message.message_id)


def test_an_outbox_that_is_a_file_is_found_before_anything_is_claimed(tmp_path: Path) -> None:
    (tmp_path / "outbox").write_text("")
    with pytest.raises(DeliveryFailed, match=r"^cannot write to the outbox .*set delivery.outbox") as failed:
        Outbox(tmp_path / "outbox", SPRING).prepare()
    assert "\n" not in str(failed.value)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_read_only_outbox_is_found_before_anything_is_claimed(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(DeliveryFailed, match="Permission denied"):
        Outbox(tmp_path / "outbox", SPRING).prepare()


def test_an_outbox_that_breaks_while_sending_says_so(tmp_path: Path, message: ComposedMessage) -> None:
    outbox = an_outbox(tmp_path)
    (tmp_path / "spring" / "messages" / message.message_id[:2]).write_text("in the way")
    with pytest.raises(DeliveryFailed, match="cannot write to the outbox"):
        outbox.deliver(message)
    with pytest.raises(DeliveryFailed, match="cannot write to the outbox"):
        outbox.was_delivered(message.message_id)


@pytest.mark.parametrize(
    "campaign_id", ["", "..", ".", "../spring", "a/b", "-x", "a\x00b", "é", "a b", "x" * 200]
)
def test_a_campaign_id_that_leaves_the_outbox_is_refused(tmp_path: Path, campaign_id: str) -> None:
    with pytest.raises(DeliveryFailed, match="cannot name a folder"):
        Outbox(tmp_path, CampaignId(campaign_id))


def test_a_message_id_that_leaves_the_outbox_is_refused(tmp_path: Path, message: ComposedMessage) -> None:
    with pytest.raises(DeliveryFailed, match="is not a message id"):
        an_outbox(tmp_path).deliver(replace(message, message_id=MessageId("../../../etc/x")))


def _deliver_forever(folder: Path, message: ComposedMessage) -> None:
    outbox = an_outbox(folder)
    number = 0
    while True:
        number += 1
        outbox.deliver(replace(message, message_id=a_message_id(str(number))))


def test_a_run_killed_at_any_moment_leaves_only_whole_messages(
    tmp_path: Path, message: ComposedMessage
) -> None:
    large = replace(message, raw=message.raw * 40)
    for seconds in (0.05, 0.08, 0.11):
        run = multiprocessing.get_context("fork").Process(target=_deliver_forever, args=(tmp_path, large))
        run.start()
        while not delivered_files(tmp_path):
            time.sleep(0.01)
        time.sleep(seconds)
        assert run.pid is not None
        os.kill(run.pid, signal.SIGKILL)
        run.join()

        assert {path.stat().st_size for path in delivered_files(tmp_path)} == {len(large.raw)}
