"""Lengths, empty fields, slots, markup and links."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from bespoke.domain import FRAME_FIELDS, DraftKind, Finding, Severity
from bespoke.letters import find_disguised, is_western
from bespoke.slots import SLOT, longest_filling
from guardrails.placeholders import STAND_INS, find_placeholders
from guardrails.plain_text import INVISIBLE, MAYBE_INVISIBLE, listed
from guardrails.reading import MOST_CHARS, Reading, limit_of
from guardrails.sheet_facts import SheetFacts

NAME_SLOT = "first_name"
_LETTER_OR_FIGURE = re.compile(r"[^\W_]")
_USE_SLOTS = "Use a known slot, as {{ first_name }}, or plain words."


def find_length_problems(reading: Reading, facts: SheetFacts) -> Iterator[Finding]:
    """Fields that exceed their limit once every slot holds its longest value."""
    longest = {slot.name: slot.longest_chars for slot in reading.sheet.slots}
    for passage in reading.passages:
        length = longest_filling(passage.text, longest)
        if length > passage.limit or len(passage.text) > passage.readable:
            yield _too_long(passage.field, passage.text, max(length, passage.limit + 1), passage.limit)
    for field, text in islice(reading.copy.texts(), len(reading.passages), None):  # what was not read
        limit = limit_of(reading.limits, field)
        yield _too_long(field, text, max(longest_filling(text, longest), limit + 1), limit)


def _too_long(field: str, text: str, length: int, limit: int) -> Finding:
    filled = " with its slots filled" if "{{" in text else ""
    return Finding(
        rule="too_long",
        severity=Severity.BLOCK,
        field=field,
        span=(min(limit, len(text)), len(text)),
        excerpt=text[limit:][:60],
        message=f"The {_name(field)} can reach {length} characters{filled}; the limit is {limit}.",
        fact=f"limit {limit}",
        suggestion=f"Shorten it by {length - limit} characters.",
    )


def _name(field: str) -> str:
    return "blurb" if field.startswith("blurb:") else {"cta": "call to action"}.get(field, field)


def find_empty_fields(reading: Reading, facts: SheetFacts) -> Iterator[Finding]:
    """Fields that the draft's kind needs and that say nothing."""
    if reading.sheet.kind is DraftKind.FRAME:
        missing = [name for name in FRAME_FIELDS if not _says_something(getattr(reading.copy, name))]
    else:
        written = {blurb.product_id for blurb in reading.copy.blurbs if _says_something(blurb.text)}
        wanted = [product.product_id for product in reading.sheet.products]
        missing = [f"blurb:{product_id}" for product_id in wanted if product_id not in written]
    for field in missing:
        yield Finding(
            rule="empty_field",
            severity=Severity.BLOCK,
            field=field,
            message=f"The {_name(field)} is empty.",
            suggestion=f"Write the {_name(field)}.",
        )


def _says_something(text: str) -> bool:
    return _LETTER_OR_FIGURE.search(text) is not None


def find_placeholder_problems(reading: Reading, facts: SheetFacts) -> Iterator[Finding]:
    """Slots that rendering does not know, and whatever else waits to be filled by somebody."""
    yield from _find_unknown_slots(reading)
    # Slots are masked in the reading, so what is left there is broken.
    found = find_placeholders(reading.cased, reading.words)
    found += [(*match.span(), None) for match in STAND_INS.find(reading, facts.reading_language)]
    for start, end, severity in found:
        text = reading.cased[start:end]
        if text not in facts.cased_text:
            yield reading.finding(
                "bad_placeholder",
                severity or (Severity.BLOCK if text.isupper() else Severity.HOLD),
                (start, end),
                "{} stands where something is still to be filled in.",
                suggestion=_USE_SLOTS,
            )


def _find_unknown_slots(reading: Reading) -> Iterator[Finding]:
    allowed = {slot.name for slot in reading.sheet.slots}
    for passage in reading.passages:
        if "{{" not in passage.text:
            continue
        text = passage.text[: passage.readable]
        for match in SLOT.finditer(text):
            if match[1] not in allowed:
                known = ", ".join(f"{{{{ {name} }}}}" for name in sorted(allowed)) or "none"
                yield _placeholder(
                    passage.field, text, match.span(), f"There is no slot {{}}; known: {known}."
                )


def _placeholder(field: str, text: str, span: tuple[int, int], message: str) -> Finding:
    excerpt = text[slice(*span)]
    return Finding(
        rule="bad_placeholder",
        severity=Severity.BLOCK,
        field=field,
        span=span,
        excerpt=excerpt,
        message=message.replace("{}", f"“{excerpt}”", 1),
        suggestion=_USE_SLOTS,
    )


# Before a name that is not addressed but spoken of, which reads broken when the name is missing.
_GOVERNING = listed(
    "for with to from by of and or about like is was are than that because at on in "
    "für von mit an und oder über wie ist bei zu aus auf "
    "pour de à avec et ou chez par comme est sur que "
    "para por con a y o como es sobre en"
)
# What may follow a name that may be missing: "Salut et bienvenue".
_CALLS = re.compile(
    r"[ \u00a0\u202f]*(?:[,.!?:;…)»”\"–—-]|$|\n|(?:et bienvenue?|and welcome|und willkommen|y "
    r"bienvenid[oa])(?!\w))"
)
_WORDS_BEFORE = re.compile(r"[^\W\d_]+(?='?[^\W\d_]*)|[,;:!?.…(-]")
_OR_HER = re.compile(r"(?<=\w)(?:/-?|[(*:·])(?:a|e|r|in|s)\)?(?!\w)")  # "Estimado/a", "Cher(e)"
_GREETINGS_WITH_PREPOSITION = frozenset({("glück", "auf")})
_MOST_GREETING_WORDS = 4


def find_misplaced_names(reading: Reading, facts: SheetFacts) -> Iterator[Finding]:
    """Uses of the first name other than in address, which break where the name is missing."""
    for passage in reading.passages:
        for slot in SLOT.finditer(passage.text, 0, passage.readable) if "{{" in passage.text else ():
            if slot[1] == NAME_SLOT and not _is_address(passage.text, slot.start(), slot.end()):
                yield Finding(
                    rule="bad_placeholder",
                    severity=Severity.BLOCK,
                    field=passage.field,
                    span=slot.span(),
                    excerpt=slot[0],
                    message=f"The sentence breaks for customers without a first name: "
                    f"“{passage.text[max(slot.start() - 25, 0) : slot.end() + 15].strip()}”.",
                    suggestion="Use the name only to address the reader, as in “Hello {{ first_name }},”.",
                )


def _is_address(text: str, start: int, end: int) -> bool:
    """Whether the sentence still stands when the slot and its comma are taken out."""
    line = text.rfind("\n", 0, start) + 1
    before = _WORDS_BEFORE.findall(_OR_HER.sub("", text[max(line, start - 120) : start].lower()))
    closes = bool(_CALLS.match(text, end))
    if not before or before[-1] in ".!?…":
        # "{{ first_name }}, look" and "Hello. {{ first_name }}!", but not "{{ first_name }} knows".
        return closes
    if before[-1] in ",;:(-":
        return closes
    if closes and tuple(before[-2:]) in _GREETINGS_WITH_PREPOSITION:
        return True
    if not closes or before[-1] in _GOVERNING:
        return False
    since_pause = 0
    for token in reversed(before):
        if token in ",;:!?.…(-":
            break
        since_pause += 1
    return since_pause <= _MOST_GREETING_WORDS


_TAG = re.compile(r"</?[A-Za-z][^<>\n]{0,200}>|<!--|-->|<!\[CDATA\[")
_ENTITY = re.compile(r"&(?:nbsp|amp|lt|gt|quot|apos|copy|eacute|auml|ouml|uuml|#x?[0-9a-fA-F]{2,6});")
_ATTRIBUTE = re.compile(r"\b(?:href|src|style|onclick|onload|target) ?= ?[\"']")
_BBCODE = re.compile(r"\[/?(?:b|i|u|url|img|color|size)(?:=[^\]\n]{0,80})?\]")
# What is looked for only where the text has one of these signs.
_TAGS = (("<>", _TAG), ("&", _ENTITY), ("=", _ATTRIBUTE), ("[", _BBCODE))
_MARKDOWN = re.compile(
    r"\*\*[^*\n]{1,200}\*\*|__[^_\n]{1,200}__|(?<![\w*])\*(?![\s*])[^*\n]{1,120}(?<!\s)\*(?![\w*])"
    r"|(?<![\w_])_(?![\s_])[^_\n]{1,120}(?<!\s)_(?![\w_])|!?\[[^\[\]\n]{1,120}\]\([^()\s]{1,200}\)"
    r"|!?\[[^\[\]\n]{1,120}\] ?\[[^\[\]\n]{0,40}\]"
    r"|(?:^|(?<=\n))(?:#{1,6} |\* |\+ |```|~~~|> |-{3,}(?=\n|$)|\|.{1,200}\|(?=\n|$))|```|`[^`\n]{1,80}`|"
    r"~~[^~\n]{1,80}~~"
)
_DOMAINS = (
    r"com|net|org|shop|store|example|co\.uk|info|biz|io|app|eu|de|fr|es|uk|us|ai|me|ly|test|at|ch|it|nl|be|ie"
    r"|pt|online|site|link|page|dev|gle|xyz|club|tv|cc|cat|mx|ca|au|co|to|gl"
)
_SCHEMES = r"mailto|tel|sms|whatsapp|javascript|vbscript|data|file"
_MARKS = (*"*_#`~>[|", "\n+", "\n-")
_LINK = re.compile(
    r"(?:https?|ftp|hxxps?)\s?:\s?//\s?[^\s<>\"')]{1,200}|(?<!\w)www\d?\.[^\s<>\"')]{1,200}"
    rf"|(?<!\w)(?:{_SCHEMES}):[^\s]{{1,100}}"
    rf"|(?<![\w@.-])[^\W_][\w-]{{1,62}}(?:\.[a-z0-9-]{{2,40}}){{0,3}}\.(?:{_DOMAINS})"
    r"(?:/[^\s<>\"')]{0,200})?(?![\w@.-]*@)(?![\w-])"
    r"|(?<!\w)[a-z0-9]{1,20}\.(?:me|ly|co|gl|cc|to)/[\w/-]{1,100}"
    r"|(?<!\w)[\w-]{2,60} ?[\[(](?:dot|punkt|point|punto)[\])] ?[a-z]{2,10}(?!\w)"
    r"|(?<!\w)[\w-]{3,60} (?:dot|punkt|punto) (?:com|net|org|shop|de|at|ch|fr|es|mx|uk|eu|co)(?!\w)"
)
_ENDS_AS_ADDRESS = re.compile(rf"\.(?:{_DOMAINS})(?![\w-])")
_LINK_SIGNS = ("//", "www", "(dot)", "[dot]", "(punkt)", "(point)", "(punto)", " dot ", " punkt ", " punto ")
_SCHEME_WORDS = listed("mailto tel sms whatsapp javascript vbscript data file")


def find_markup_and_links(reading: Reading, facts: SheetFacts) -> Iterator[Finding]:
    """HTML, Markdown, addresses on the web: copy is plain text and layouts make the links."""
    cased, folded = reading.cased, reading.folded
    for signs, pattern in _TAGS:
        for match in pattern.finditer(cased) if any(sign in cased for sign in signs) else ():
            yield _markup(reading, match.span(), "{} is markup, which would be shown to the reader as it is.")
    for match in _MARKDOWN.finditer(cased) if any(sign in cased for sign in _MARKS) else ():
        yield _markup(reading, match.span(), "{} is Markdown, which would be shown to the reader as it is.")
    for match in _LINK.finditer(folded) if _may_link(reading) else ():
        if not _is_name(match[0], facts) and not _joins_sentences(reading, match):
            yield _markup(reading, match.span(), "{} is a link; links are made by the layout.")


def _may_link(reading: Reading) -> bool:
    folded = reading.folded
    return (
        any(sign in folded for sign in _LINK_SIGNS)
        or (":" in folded and not _SCHEME_WORDS.isdisjoint(reading.words))
        or _ENDS_AS_ADDRESS.search(folded) is not None
    )


def _is_name(address: str, facts: SheetFacts) -> bool:
    """Whether the brand calls itself, a product or an offer so; what descriptions say does not count."""
    sheet = facts.sheet
    said = (sheet.brand.name, *sheet.brand.allowed_claims, *sheet.brand.required_phrases, sheet.theme)
    titles = (product.title for product in sheet.products)
    return "/" not in address and any(address in text.lower() for text in (*said, *titles))


def _joins_sentences(reading: Reading, match: re.Match[str]) -> bool:
    """Whether a full stop without its space only looks like an address, as in "a mug.It holds"."""
    name, _, ending = reading.cased[slice(*match.span())].partition(".")
    return ending[:1].isupper() and not ending.isupper() and "/" not in ending and not name[:1].isupper()


def _markup(reading: Reading, place: tuple[int, int], message: str) -> Finding:
    return reading.finding(
        "markup_or_link", Severity.BLOCK, place, message, suggestion="Write plain text without it."
    )


def find_hidden_characters(reading: Reading, facts: SheetFacts) -> Iterator[Finding]:
    """Characters that nobody sees, and letters that only look like others: both hide words."""
    for passage in reading.passages:
        text = passage.text
        if is_western(text):
            continue
        match = INVISIBLE.search(text, 0, MOST_CHARS) if MAYBE_INVISIBLE.search(text, 0, MOST_CHARS) else None
        if match:
            said = f"The {_name(passage.field)} holds an invisible character (U+{ord(match[0]):04X})."
            yield _hidden(passage.field, text, match.span(), said)
        disguised = find_disguised(text[:MOST_CHARS])
        if disguised and text[slice(*disguised)] not in facts.cased_text:
            said = f"“{text[slice(*disguised)]}” is written with letters that only look like ours."
            yield _hidden(passage.field, text, disguised, said)


def _hidden(field: str, text: str, span: tuple[int, int], message: str) -> Finding:
    return Finding(
        rule="hidden_characters",
        severity=Severity.HOLD,
        field=field,
        span=span,
        excerpt=text[slice(*span)],
        message=message,
        suggestion="Write it again on a keyboard, in plain letters.",
    )
