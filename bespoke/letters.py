"""Characters that nobody sees, and letters that are not what they look like."""

from __future__ import annotations

import re
import unicodedata

# Controls, marks of direction, zero widths, tags, variation selectors, fillers, surrogates and
# private use: what a person does not see and a model reads.
HIDDEN = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ud800-\uf8ff"
    "\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
)

# Our own table, of letters that most typefaces draw alike. Pairs that a careful reader tells
# apart (в and b, н and n) are in it too where people use them to write Latin words.
_ALIKE = {
    # Cyrillic
    "АВЕЅІЈКМНОРСТУХҮԌԚԜҺ": "ABESIJKMHOPCTYXYGQWH",
    "авеѕіјкмнорстухүԁԛԝһьӏгпиɡ": "abesijkmhopctyxydqwhblrnug",
    # Greek
    "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹϺ": "ABEZHIKMNOPTYXCM",
    "αβγεηικνορτυχωϲ": "abyenikvoptuxwc",
    # Armenian, Cherokee
    "օոսհցզ": "onuhgq",
    "ᎪᏴᏟᎠᎬᎻᎫᏦᏞᎷᏢᏒᏚᎢᏙᎳᏃ": "ABCDEHJKLMPRSTVWZ",
    # small capitals and other relatives of Latin letters
    "ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘʀꜱᴛᴜᴠᴡʏᴢɑı": "abcdefghijklmnoprstuvwyzai",
}
_AS_LATIN = str.maketrans({one: other for alike, latin in _ALIKE.items() for one, other in zip(alike, latin)})
_OTHER_SCRIPT = re.compile("[\u0370-\u03ff\u0400-\u052f\u0531-\u058f\u13a0-\u13f4]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f]")
_WORD = re.compile(r"[^\W\d_]+")
# Full widths, letters for mathematics, in circles and squares, small capitals.
_DRESSED = re.compile(
    "[\u1d00-\u1d22\ua730\ua731\u0262\u026a\u0274\u0280\u028f\u0299\u029c\u029f"
    "\u2460-\u24ff\u2102-\u2149\uff01-\uff5e\U0001d400-\U0001d7ff\U0001f110-\U0001f12b"
    "\U0001f130-\U0001f149\U0001f150-\U0001f169\U0001f170-\U0001f189]"
)
_SUSPECT = re.compile(_DRESSED.pattern[:-1] + _OTHER_SCRIPT.pattern[1:])
_IN_BLACK = {0x1F150: 26, 0x1F170: 26}  # for these the database of characters knows no letter
_A_PERSONS_OWN = frozenset("℅ℓ№℗℠℡™Ω℮ℹ①②③④⑤⑥⑦⑧⑨⑩")  # signs that people write for what they are


def drop_hidden(text: str) -> str:
    """`text` without characters that nobody sees; line breaks and tabs stay."""
    if text.isascii() and text.replace("\n", "").isprintable():
        return text
    return HIDDEN.sub("", text)


def undress(text: str) -> str:
    """`text` with letters in disguise as plain ones, its length kept.

    Letters of another script become Latin only within a word that has Latin letters too;
    words that are wholly Greek or Cyrillic are what they look like.
    """
    if text.isascii() or not _SUSPECT.search(text):
        return text
    if _DRESSED.search(text):
        text = _DRESSED.sub(lambda match: _plain_letter(match[0]), text)
    if _OTHER_SCRIPT.search(text):
        text = _WORD.sub(lambda match: _as_latin(match[0]), text)
    return text


def find_disguised(text: str) -> tuple[int, int] | None:
    """Where the first word stands that has a letter in disguise; None in honest text."""
    if text.isascii() or not _SUSPECT.search(text):
        return None
    for place, (one, other) in enumerate(zip(text, undress(text), strict=True)):
        if one != other:
            word = next((word for word in _WORD.finditer(text) if word.start() <= place < word.end()), None)
            return word.span() if word else (place, place + 1)
    return None


def _as_latin(word: str) -> str:
    if not _OTHER_SCRIPT.search(word):
        return word
    latin = word.translate(_AS_LATIN)
    return latin if _LATIN.search(word) and not _OTHER_SCRIPT.search(latin) else word


def _plain_letter(char: str) -> str:
    if char in _A_PERSONS_OWN:
        return char
    for first, count in _IN_BLACK.items():
        if first <= ord(char) < first + count:
            return chr(ord("A") + ord(char) - first)
    plain = unicodedata.normalize("NFKC", char).strip("()")
    plain = plain.translate(_AS_LATIN)
    return plain if len(plain) == 1 else char
