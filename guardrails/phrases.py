"""Whether what is found is meant: denied, asked and answered with no, or put in doubt."""

from __future__ import annotations

import re

from guardrails.reading import Reading

_NEGATED = re.compile(
    r"(?<!\w)(?:(?:not|no|nicht|pas|no es)(?! (?:only|just|merely|doubt|question|wonder|matter|nur|bloß|"
    r"allein|"
    r"seulement|solo|sólo|s[oó]lamente))|never|without(?! (?:doubt|question|a doubt|compare))|cannot|nor|"
    r"neither|nobody|"
    r"hardly|none|nothing|far from|rather than|instead of|stop short of|refuse to|less about|"
    r"(?:is|are|was|were|do|does|did|wo|ca|would|could|should|has|have|had|need)n't"
    r"(?! (?:miss|forget|wait|let|delay|hesitate|worry|be the|you))|"
    r"kein\w*|nie|niemals|ohne(?! (?:zweifel|frage))|weder|noch nicht|statt|anstatt|nichts|niemand\w*|"
    r"sans(?! (?:doute|conteste|aucun doute))|aucune?|jamais|ni|plutôt que|loin d'être|loin de|au lieu de|"
    r"rien|personne|"
    r"sin(?! (?:duda|ninguna duda))|nunca|ningun\w*|ningún|nada|nadie|tampoco|en vez de|lejos de|jamás)"
    r"(?:,? (?!(?:but|just|only|simply|it's|sondern|aber|nur|einfach|mais|seulement|c'est|sino|pero|solo|"
    r"sólo|(?:y|und|et|and) (?:por|con|tiene|lleva|viene|mit|hat|ist|avec|il|elle|with|its|has|it|comes|is))"
    r"(?!\w))[\w'’-]+){0,9}"
    r" ?[\"'“”„«»(]{0,2} ?$"
)
# German may deny at the end: "eine Garantie gegen Schnecken gibt es nicht".
_DENIED_AFTER = re.compile(
    r"[^,.;:!?\n]{0,60} (?:gibt es|gibt's|geben wir|haben wir|übernehmen wir|versprechen wir|ist das|"
    r"sind wir|bist du|ist er|ist sie|ist es|sind sie|sind es|sind die|ist der|ist die|wird es|wird das|"
    r"wirst du|werden sie)"
    r"(?: (?!nicht)\w+){0,3} (?:nicht|keine?[rnms]?)(?! nur)(?!\w)|"
    r"[^,.;:!?\n]{0,24} (?:beides|beide|er|sie|es|das|dies|keiner|davon) nicht(?=[,.;!?\n])"
)
# "The best in town it is not." "Whether one sleeps better, we do not know."
_TAKEN_BACK = re.compile(
    r"[^,.;:!?\n]{0,40} (?:it|this|that|they|he|she|these|those) (?:is|are|was|were)(?:n't| not)"
    r"(?! (?:only|just|merely))(?!\w)|"
    r"[^.;:!?\n]{0,60},? (?:(?:das )?wissen wir (?:auch )?nicht|weiß (?:niemand|keiner)|"
    r"(?:das )?können wir nicht (?:sagen|versprechen)|"
    r"(?:we|i) (?:do not|don't|can't|cannot) (?:know|say|tell|promise)|nobody knows|"
    r"no lo sabemos|no sabemos|nadie (?:lo )?sabe|nous l'ignorons|on ne sait pas|nous ne savons pas|"
    r"nul ne sait)(?!\w)"
)
_LOOK_BACK = 80
# French denies on both sides of a verb: "nous ne garantissons pas le soleil".
_NE = re.compile(r"(?<!\w)(?:ne |n')(?:(?:vous|te|nous|le|la|les|en|y|lui|leur|l'|t'|s'|se|me) ?){0,2}$")
_PAS = re.compile(
    r"[\w'-]+(?: [\w'-]+)? (?:pas(?! (?:seulement|que|qu'))|aucune?|rien|personne|guère|ni)(?!\w)"
)
_DENIAL = re.compile(
    r"[\s\"”»)]*(?:no|nope|nah|never|not quite|not at all|hardly|of course not|sadly not|nein|nö|nicht ganz|"
    r"leider nein|"
    r"we have not|we haven't|we don't know|we do not know|we couldn't|who knows|no idea|not sure|maybe|"
    r"probably not|keine ahnung|"
    r"wer weiß|das wissen wir|on ne sait|aucune idée|quién sabe|ni idea|no lo sabemos|leider nicht|"
    r"sicher nicht|bestimmt nicht|wohl kaum|vermutlich nicht|certainly not|surely not|sûrement pas|"
    r"certainement pas|peut-être pas|seguro que no|seguramente no|desde luego que no|quizá no|"
    r"natürlich nicht|kaum|non|pas du tout|bien sûr que non|hélas|claro que no|para nada|qué va|ni "
    r"hablar)(?!\w)"
)


def is_negated(reading: Reading, place: int) -> bool:
    """Whether the words before a place, in its clause, deny what follows, or the next sentence does."""
    start, end = reading.sentence_at(place)
    if _NEGATED.search(reading.folded[max(place - _LOOK_BACK, start) : place]):
        return True
    if reading.facts.reading_language == "de" and _DENIED_AFTER.match(reading.folded, place, end):
        return True
    return is_taken_back(reading, place) or is_refused(reading, place)


def is_taken_back(reading: Reading, place: int) -> bool:
    """Whether the sentence goes on to say that it is not so, or that nobody knows."""
    return _TAKEN_BACK.match(reading.folded, place, reading.sentence_at(place)[1]) is not None


def is_refused(reading: Reading, place: int) -> bool:
    """Whether the sentence at a place asks, and the next one says no."""
    end = reading.sentence_at(place)[1]
    asked = reading.folded.rfind("?", place, end) >= 0
    return asked and bool(_DENIAL.match(reading.folded, end))


def is_denied_around(reading: Reading, place: int) -> bool:
    """Whether the verb at a place stands between the two halves of a French denial."""
    before = reading.folded[max(place - 24, reading.sentence_at(place)[0]) : place]
    return bool(_NE.search(before)) and bool(_PAS.match(reading.folded, place))
