"""Codes in the copy: the offer's own, letter by letter, and no other, however it is introduced."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import chain

from bespoke.domain import Finding, Severity
from guardrails.plain_text import listed, plain
from guardrails.reading import Reading
from guardrails.sheet_facts import SheetFacts

# Letters and digits together, as shops make them; or capitals, where the words around say so.
_TOKEN = re.compile(r"[A-ZÄÖÜÉÈÑÁÍÓÚ][A-ZÄÖÜÉÈÑÁÍÓÚ0-9_-]{2,23}")
_MIXED = re.compile(r"[^\W\d_]{3,20}[_-]?[0-9]{1,4}[^\W\d_]{0,10}")
_CODE_WORDS = (
    r"(?:discount|promo|voucher|coupon|gift)[ -]?codes?|promocodes?|codes?|passwords?|passphrases?|"
    r"\w*codes?|codewort|gutscheincodes?|gutscheine?|stichwort|kennwort|losung|zauberwort|"
    r"codes? promo|mot de passe|mot magique|códigos?(?: promocional(?:es)?| de descuento)?|cupón|cupones|"
    r"palabra(?: mágica| clave)?|contraseña|clave|magic word|word"
)
_LEADS = re.compile(
    rf"(?<!\w)(?:{_CODE_WORDS})(?: (?:is|lautet|heißt|ist|est|es|word|name|da))?,?:? ?[\"'“„«‘]?$|"
    r"(?<!\w)(?:use|using|enter|type|apply|quote|redeem|say|whisper|mention|with|put|pop|key|"
    r"mit|nutze|nutzen|gib|geben|tippe|nenne|nennen|avec|saisi\w*|entrez|entre|tape\w*|donnez|utilise[zr]?|"
    r"con|usa|use|usando|introduce|introduzca|escribe|escriba|aplica|teclea|teclee|pon|"
    r"ponga|anota|anote|ingresa|ingrese|digita|digite|notez|inscrivez|notiere|notieren)"
    r"(?: (?:in|the|den|das|le|el|la|dem|sie|just|only|einfach|bei|an|der|kasse|code|word|wort|palabra|"
    r"mot))* ?[\"'“„«‘]?$"
)
_WORKS = re.compile(
    r"[\"'”“»’]? (?:gets you|takes?|knocks|in (?:the|your) (?:promo|code|coupon|discount|basket|cart|box)|"
    r"at (?:the )?(?:checkout|till|register|basket)|on checkout|saves|gives you|works on|is good for|unlocks|"
    r"bringt|spart|eingeben|eingibt|einträgt|eintippt|eintragen|im warenkorb|an der kasse|beim|"
    r"retire|enlève|au panier|à la caisse|dans (?:le|votre|ton) panier|"
    r"quita|te da|en la caja|en (?:el|tu|su) (?:carrito|cesta)|en la (?:cesta|casilla))(?!\w)"
)
# "Add NINONAPP, the two stack": a second code.
_STACKS = re.compile(
    r"[\"'”“»’]?[,;:.]? (?:(?:the two|they|both|die beiden|beide|les deux|ils|elles|los dos|ambos) )?"
    r"(?:stacks?|combines?|adds? up|kombinierbar|addieren sich|summieren sich|se cumulent?|cumulables?|"
    r"se acumulan?|acumulables?|se suman?)(?!\w)"
)
_NEAR = re.compile(
    r"\b(?:\w*codes?|coupons?|vouchers?|promo|checkout|basket|cart|till|redeem|discount|off|"
    r"gutschein\w*|kasse|"
    r"warenkorb|rabatt\w*|nachlass|einlös\w*|panier|caisse|remise|réduction|cupón|códigos?|carrito|"
    r"cesta|caja|"
    r"descuento|dto)\b|%"
)
# "the code welcome10", "mit dem code frühling": the word after it is the code where it is written so.
_NAMED = re.compile(
    rf"(?<!\w)(?:{_CODE_WORDS})(?: (?:für|von) \w+)?(?: (?:is|lautet|heißt|ist|est|es|se llama|será))?:? "
    r"(?P<quote>[\"'“„«‘])?"
    r"(?P<code>[^\W_]+(?:[_-]?[^\W_]+)?(?: [0-9]{1,3}(?![0-9%]| ?[%€£$]))?)(?P<closed>[\"'”“»’])?"
)
_CODE_HINTS = (
    "checkout",
    " till",
    "dans la case",
    "dans le champ",
    "beim bezahlen",
    "kasse",
    "casilla",
    "code",
    "códi",
    "coupon",
    "cupón",
    "voucher",
    "gutschein",
    "wort",
    "passw",
    "mot ",
    "word",
    "clave",
)
_LOWER_CONTEXT = re.compile(
    r"(?<!\w)(?:use|enter|type|apply|quote|redeem|with|mit|nutze|gib|avec|saisi\w*|entrez|con|usa|"
    r"introduce|escribe)"
    r"(?: (?:in|the|den|dem|das|le|el|la|our|your|unseren|notre|nuestro))* $"
)
_WORDS = ("word", "wort", "mot ", "palabra ", "clave")  # that need not be codes
_PLAIN_WORDS = listed(
    "and or to for at in on is it the a your our that this below above here now today with when if before "
    "by from "
    "und oder im an bei zum für ist der die das den dein deinen ihr unten hier heute jetzt bis von "
    "et ou à au en sur pour est le la les ci votre ton avant dans "
    "y o en al para es el los su tu aquí hoy antes con sin only needed required nötig requis necesario "
    "works takes"
)
_LOOK_BACK = 44
_CLOSE = 2  # edits by which a code is a misspelling of the real one


def find_invented_codes(reading: Reading, facts: SheetFacts) -> Iterator[Finding]:
    """Codes that are not the offer's, misspellings of it included."""
    offer = facts.sheet.offer
    code = plain(offer.code) if offer and offer.code else ""
    told: list[tuple[int, int]] = []
    for start, end, is_said in _candidates(reading, facts, code):
        word = reading.cased[start:end]
        if (
            any(one < end and start < other for one, other in told)
            or word == code
            or (not is_said and word in facts.capitals)
        ):
            continue
        told.append((start, end))
        yield _invented(reading, code, (start, end), _severity(word, code, is_said=is_said))


def _severity(word: str, code: str, *, is_said: bool) -> Severity:
    if code and word.upper() == code.upper():
        return Severity.NOTE  # nearly every shop takes it
    if code and _bare(word) == _bare(code):
        return Severity.HOLD
    is_close = code and _distance(word.upper(), code.upper()) <= _CLOSE
    return Severity.BLOCK if is_said or is_close else Severity.HOLD


def _bare(code: str) -> str:
    return "".join(char for char in code.upper() if char.isalnum())


def _invented(reading: Reading, code: str, place: tuple[int, int], severity: Severity) -> Finding:
    return reading.finding(
        "invented_code",
        severity,
        place,
        f"{{}} is not the offer's code, which is {code}."
        if code
        else "The facts have no code, yet the copy gives {}.",
        fact=f"code {code}" if code else "no code",
        suggestion=f"Write {code}." if code else "Leave the code out.",
    )


def _candidates(reading: Reading, facts: SheetFacts, code: str) -> Iterator[tuple[int, int, bool]]:
    """What may be a code, and whether the words around say that it is one."""
    if code:
        yield from _misspelled(reading, code)
    for match in _TOKEN.finditer(reading.cased):
        if not _is_apart(reading.cased, match) or match[0] == code:
            continue
        yield from _capitals(reading, facts, match)
    if any(hint in reading.folded for hint in _CODE_HINTS):
        yield from _named(reading, facts, code)
        typed = [] if _TYPING.isdisjoint(reading.words) else _TYPED.finditer(reading.folded)
        for said in chain(_SAID_CODE.finditer(reading.folded), typed):
            place = said.span(said.lastgroup or "code")
            if _bare(reading.cased[slice(*place)]) != _bare(code):
                yield *place, True


def _is_apart(text: str, match: re.Match[str]) -> bool:
    before, after = text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1]
    return not (before.isalnum() or after.isalnum() or before in ("-", "_") or after in ("-", "_"))


def _capitals(reading: Reading, facts: SheetFacts, match: re.Match[str]) -> Iterator[tuple[int, int, bool]]:
    word = match[0].rstrip("-_")
    start, end = match.start(), match.start() + len(word)
    has_digits = not word.isalpha()
    if len(word) < 4 or (has_digits and not _MIXED.fullmatch(word)):
        return
    if _is_introduced(reading, start, end):
        if has_digits or not _is_shouted(reading, start, end):
            yield start, end, True
    elif has_digits:
        if len(word) >= 6:
            yield start, end, False
    elif (
        len(word) >= 5
        and word.lower() not in facts.words | _EMPHASIS
        and _is_near_buying(reading, start, end)
    ):
        yield start, end, False


def _is_near_buying(reading: Reading, start: int, end: int) -> bool:
    return not _is_shouted(reading, start, end) and _NEAR.search(reading.sentence_text(start)) is not None


_EMPHASIS = listed(
    "every never always really today tonight sunday friday please everything nothing again there these those "
    "heute immer niemals wirklich nichts alles jetzt sofort encore jamais toujours vraiment maintenant nunca "
    "siempre ahora todos todas menos"
)


def _is_introduced(reading: Reading, start: int, end: int) -> bool:
    passage = reading.passage_at(start)
    before = reading.folded[max(start - _LOOK_BACK, passage.start) : start]
    after = _WORKS.match(reading.folded, end) or _STACKS.match(reading.folded, end)
    return after is not None or _LEADS.search(before) is not None


def _is_shouted(reading: Reading, start: int, end: int) -> bool:
    """Whether the neighbors are in capitals too, so that it is emphasis and not a code."""
    around = reading.cased[max(start - 20, 0) : start] + " " + reading.cased[end : end + 20]
    return any(len(word) > 3 and word.isalpha() and word.isupper() for word in around.split())


def _named(reading: Reading, facts: SheetFacts, code: str) -> Iterator[tuple[int, int, bool]]:
    """The word after "code", where a digit, quotes or the words around show that it is one."""
    for match in _NAMED.finditer(reading.folded):
        start, end = match.span("code")
        said = match["code"]
        word = said.partition(" ")[0]
        spaced = " " in said and _bare(said) == _bare(code)
        if not spaced:
            end = start + len(word)
        if _bare(reading.cased[start:end]) == _bare(code):
            if reading.cased[start:end] != code:
                yield start, end, True
            continue
        is_mixed = any(char.isdigit() for char in word) and any(char.isalpha() for char in word)
        is_quoted = bool(match["quote"] and match["closed"] and len(word) > 2)
        if is_quoted and match[0].startswith(_WORDS):
            is_quoted = _NEAR.search(reading.sentence_text(start)) is not None
        if is_mixed or is_quoted or _is_lower_code(reading, facts, match, word):
            yield start, end, True


def _is_lower_code(reading: Reading, facts: SheetFacts, match: re.Match[str], word: str) -> bool:
    """Whether a plain word is a code: use code teatime at the checkout."""
    if (
        len(word) < 4
        or word in _PLAIN_WORDS
        or not match[0].startswith(("code", "código", "coupon", "promo"))
    ):
        return False
    if not _LOWER_CONTEXT.search(reading.folded, max(match.start() - 24, 0), match.start()):
        return False
    after = reading.folded[match.start("code") + len(word) :][:1]
    return after in ("", ",", ".", "!", ";", "\n") or bool(
        re.compile(
            r" (?:at|for|to|and|by|an der|im|für|und|bis|au|à|pour|et|en|para|y|hasta|before)(?!\w)"
        ).match(reading.folded, match.start("code") + len(word))
    )


# What is typed in at the checkout, whether it is called a code or not.
_TYPED = re.compile(
    r"(?<!\w)(?:type|enter|write|put|pop)(?: [\w']+){0,2} [\"“](?P<en>[^\W\d_]{4,}(?: [^\W\d_]+)?)[\"”] "
    r"(?:at (?:the )?(?:checkout|till)|in(?:to)? the (?:box|field))|"
    r"(?<!\w)(?:geben sie|gib|tippen sie|tippe|schreib\w*) (?:(?:einfach|nur) )?(?:beim bezahlen|an der "
    r"kasse|"
    r"im warenkorb|ins feld|in das feld)(?: (?:einfach|nur|bitte|das wort))? "
    r"[\"„»]?(?P<de>[^\W\d_]{4,})[\"“«]? "
    r"ein(?!\w)|"
    r"(?<!\w)(?:écri\w+|tap\w+|saisi\w+|entre[zr]?|not\w+)(?: \w+){0,2} [\"«] ?(?P<fr>[^\W\d_]{4,}"
    r"(?: [^\W\d_]+)?) ?[\"»] dans (?:la|le) (?:case|champ)|"
    r"(?<!\w)(?:escrib\w+|pon\w*|introdu\w+|anot\w+|ingres\w+)(?: \w+){0,2} [\"«“]"
    r"(?P<es>[^\W\d_]{4,}(?: [^\W\d_]+)?)[\"»”] en (?:la|el) (?:casilla|caja|campo)"
)
_TYPING = listed(
    "type enter write put pop geben gib tippen tippe schreib schreibe schreiben écris écrivez tape tapez "
    "saisis saisissez entre entrez note notez escribe escriba pon ponga introduce introduzca anota anote "
    "ingresa ingrese"
)
_SAID_CODE = re.compile(
    r"(?<!\w)(?:rabatt|gutschein|aktions|bonus|vorteils)code (?P<code>[^\W\d_]{4,}) "
    r"(?:gilt|bringt|spart|zieht|nimmt|schenkt|läuft)(?!\w)|"
    r"(?<!\w)(?:kennwort|stichwort|losung|zauberwort|codewort|(?:aktions|rabatt|gutschein|bonus)code) "
    r"(?:beim|an|im|in|zum|für)(?: \w+){1,2}: (?P<word>[^\s.,!?]{4,})"
)


def _misspelled(reading: Reading, code: str) -> Iterator[tuple[int, int, bool]]:
    """The code itself with a space in it or in small letters."""
    letters = code.rstrip("0123456789")
    figure = code[len(letters) :]
    if len(letters) < 3 or not figure or letters.lower() not in reading.folded:
        return
    for match in _spelling(letters.lower(), figure).finditer(reading.folded):
        is_apart = not reading.folded[match.start() - 1 : match.start()].isalnum()
        if is_apart and reading.cased[match.start() : match.end()] != code:
            yield match.start(), match.end(), True


@lru_cache(maxsize=1024)
def _spelling(letters: str, figure: str) -> re.Pattern[str]:
    return re.compile(rf"{re.escape(letters)}[ _-]?{figure}(?!\w)")


def _distance(one: str, other: str) -> int:
    """Levenshtein's distance; `_CLOSE + 1` stands for anything farther."""
    if abs(len(one) - len(other)) > _CLOSE or len(one) > 40:
        return _CLOSE + 1
    row = list(range(len(other) + 1))
    for i, char in enumerate(one, 1):
        above, row[0] = row[0], i
        for j, wanted in enumerate(other, 1):
            above, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, above + (char != wanted))
    return row[-1]
