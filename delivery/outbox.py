"""The outbox: messages as files, for looking at and for any mail system that picks up files.

    <outbox>/index.html                              the contact sheet written last
    <outbox>/<campaign>/index.html                   its own
    <outbox>/<campaign>/messages/<xx>/<message>.eml  by the first two digits of the message id
    <outbox>/<campaign>/messages/.incoming/          being written

Messages always stand in 256 subfolders: where one is follows from its id alone, and
no folder gets slow or unlistable at a quarter of a million messages.
"""

from __future__ import annotations

import os
import re
from pathlib import Path

from bespoke.domain import CampaignId, MessageId
from bespoke.errors import DeliveryFailed
from delivery.composing import ComposedMessage
from delivery.message_ids import is_message_id

_FOLDER_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,119}", re.ASCII)


class Outbox:
    """One campaign's messages as files that appear whole or not at all.

    Each is written beside its place and then renamed, so a killed run leaves either
    the whole message or none. Files are not synced to disk one by one: the kernel
    keeps what a killed process wrote, and syncing would cost milliseconds a message
    to cover only the loss of the machine itself. A file that such a loss left
    empty does not count as delivered.

    Raises DeliveryFailed for a campaign id that cannot be a folder's name.
    """

    def __init__(self, folder: Path, campaign_id: CampaignId) -> None:
        self.campaign_folder = campaign_folder(folder, campaign_id)
        self._messages = self.campaign_folder / "messages"
        self._incoming = self._messages / ".incoming"
        self._made: set[str] = set()

    def prepare(self) -> None:
        """Make the folders, prove that they can be written, and clear what a killed run left."""
        try:
            self._incoming.mkdir(parents=True, exist_ok=True)
            for leftover in self._incoming.iterdir():
                leftover.unlink()
            probe = self._incoming / "probe"
            probe.write_bytes(b"")
            probe.unlink()
        except OSError as error:
            raise self._failure(error) from None

    def deliver(self, message: ComposedMessage) -> None:
        """Put the message into its file; one that stands there already is replaced by the same."""
        target = self.path_of(message.message_id)
        temporary = f"{self._incoming}/{message.message_id}.{os.getpid()}"
        try:
            self._make_folder_of(message.message_id)
            with open(temporary, "wb", buffering=0) as file:
                _write_whole(file.fileno(), message.raw)
            os.replace(temporary, target)
        except OSError as error:
            raise self._failure(error) from None

    def was_delivered(self, message_id: MessageId) -> bool:
        """Whether the message's file is there."""
        try:
            return os.stat(self.path_of(message_id)).st_size > 0
        except FileNotFoundError:
            return False
        except OSError as error:
            raise self._failure(error) from None

    def path_of(self, message_id: MessageId) -> Path:
        """Where the message's file stands once it is delivered."""
        if not is_message_id(message_id):
            raise DeliveryFailed(f"{message_id!r} is not a message id: 32 hexadecimal digits")
        return self._messages / message_id[:2] / f"{message_id}.eml"

    def _make_folder_of(self, message_id: MessageId) -> None:
        shard = message_id[:2]
        if shard not in self._made:
            (self._messages / shard).mkdir(parents=True, exist_ok=True)
            self._incoming.mkdir(exist_ok=True)
            self._made.add(shard)

    def _failure(self, error: OSError) -> DeliveryFailed:
        where = error.filename or self.campaign_folder
        return DeliveryFailed(
            f"cannot write to the outbox {str(self.campaign_folder)!r}: {error.strerror} ({where}); "
            "make the folder writable or set delivery.outbox to another"
        )


def campaign_folder(outbox: Path, campaign_id: CampaignId) -> Path:
    """A campaign's folder in the outbox; raises DeliveryFailed for an id that cannot name one."""
    if _FOLDER_NAME.fullmatch(campaign_id) is None:
        raise DeliveryFailed(
            f"campaign id {campaign_id!r} cannot name a folder in the outbox: "
            "use letters, digits, '.', '-' and '_'"
        )
    return outbox / campaign_id


def replace_file(path: Path, content: bytes) -> None:
    """Put `content` into `path`, so that a reader or a killed run finds the old or the new, never half."""
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    temporary.write_bytes(content)
    os.replace(temporary, path)


def _write_whole(descriptor: int, content: bytes) -> None:
    view = memoryview(content)
    while view:
        view = view[os.write(descriptor, view) :]
