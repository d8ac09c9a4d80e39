"""Who is tried: models, each with the instructions given, and the phrasebook."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from bespoke.domain import DraftKind
from bespoke.encoding import fingerprint
from bespoke.errors import BespokeError, NotFound
from bespoke.settings import WriterSettings
from copywriter.instructions import read_instructions
from copywriter.prompts import Prompt

PHRASEBOOK = "phrasebook"
MODEL = "model"
WRITERS = (MODEL, PHRASEBOOK)
NO_ENDPOINT = (
    "no model is configured: set OPENAI_API_KEY or OPENAI_BASE_URL, or try the phrasebook with "
    "--writer phrasebook"
)


@dataclass(frozen=True, slots=True)
class Instructions:
    """Prompts in place of the built-in ones. A kind that is missing keeps those, the language its rules."""

    name: str
    texts: Mapping[DraftKind, str]

    def put_in(self, prompt: Prompt) -> Prompt:
        """The prompt with these instructions, and a version that tells so."""
        kind = DraftKind(prompt.version.partition("-")[0])
        if kind not in self.texts:
            return prompt
        text = self.texts[kind].rstrip()
        built_in = read_instructions(kind)
        messages = tuple(
            {**message, "content": message["content"].replace(built_in, text)} for message in prompt.messages
        )
        return replace(prompt, messages=messages, version=f"{kind}-{fingerprint(text)[:8]}")


@dataclass(frozen=True, slots=True)
class Contestant:
    name: str  # differs from every other one's
    settings: WriterSettings | None = None  # None: the phrasebook
    instructions: Instructions | None = None  # None: the built-in ones


@dataclass(frozen=True, slots=True)
class Entries:
    """What was asked to be tried."""

    models: Sequence[str] = ()
    prompts: Sequence[Path] = ()
    writers: Sequence[str] = field(default=())


def list_contestants(entries: Entries, settings: WriterSettings) -> list[Contestant]:
    """The contestants, the first of which the others are compared with.

    Each model writes with the built-in prompts and with each of the others. Where nothing
    was asked for it is the configured model, or the phrasebook where none is configured.
    Raises BespokeError for models without an endpoint, and what `read_instructions_from` raises.
    """
    if unknown := [one for one in entries.writers if one not in WRITERS]:
        raise BespokeError(f"--writer {unknown[0]!r} is unknown; give {' or '.join(WRITERS)}")
    asks_for_model = bool(entries.models or entries.prompts or MODEL in entries.writers)
    if asks_for_model and not settings.is_configured:
        raise BespokeError(NO_ENDPOINT)
    found: list[Contestant] = []
    if asks_for_model or (settings.is_configured and not entries.writers):
        others = [read_instructions_from(folder) for folder in dict.fromkeys(entries.prompts)]
        for model in dict.fromkeys(entries.models or [settings.model]):
            own = settings.model_copy(update={"model": model})
            found += [
                Contestant(model if one is None else f"{model}, {one.name}", own, one)
                for one in (None, *others)
            ]
    if PHRASEBOOK in entries.writers or not found:
        found.append(Contestant(PHRASEBOOK))
    return found


def read_instructions_from(folder: Path) -> Instructions:
    """The instructions in a folder's frame.md and blurb.md; one of them may be missing.

    Raises NotFound where both are, and BespokeError where one cannot be read or is empty.
    """
    texts = {}
    for kind in DraftKind:
        path = folder / f"{kind}.md"
        if not path.is_file():
            continue
        try:
            texts[kind] = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise BespokeError(f"cannot read the prompt {str(path)!r}: {error}") from None
        if not texts[kind].strip():
            raise BespokeError(f"the prompt {str(path)!r} is empty")
    if not texts:
        raise NotFound("prompts in", str(folder), "the folder needs frame.md, blurb.md or both")
    return Instructions(f"prompts {folder}", texts)
