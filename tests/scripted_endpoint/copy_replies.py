"""What a good model would say: plausible copy that differs with the prompt, in the prompt's language.

Every sentence is true of any shop, so that it passes the guards whatever the facts are. Which
ones are said follows from a hash of the prompt: equal prompts, equal replies.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Any

from tests.scripted_endpoint.answers import Reply, Request, counted, prompt_text

FRAME = ("subject", "preheader", "headline", "body", "cta")


@dataclass(frozen=True, slots=True)
class _Sentences:
    greeting: str
    openings: Sequence[str]  # of subjects and headlines
    endings: Sequence[str]
    preheaders: Sequence[str]
    first: Sequence[str]
    second: Sequence[str]
    ctas: Sequence[str]
    blurbs: Sequence[str]


_SENTENCES = {
    "en": _Sentences(
        greeting="Hello",
        openings=(
            "A few ideas",
            "Good things",
            "Some favorites",
            "Things to look at",
            "A little list",
            "Finds",
        ),
        endings=(
            "for your table",
            "for a slow day",
            "for every day",
            "for the home",
            "to look through",
            "for now",
        ),
        preheaders=(
            "Take a look when you have a quiet minute.",
            "A short list, put together with care.",
            "Have a look and see what suits you.",
            "Picked with care, easy to look through.",
        ),
        first=(
            "We have put together a few things that go well with one another.",
            "Below is a short list that is worth a quiet look.",
            "Here are some things that we would be glad to show you.",
            "We picked a few things and put them side by side below.",
            "This is a small selection, easy to look through.",
        ),
        second=(
            "Take your time and see what suits you.",
            "Have a look whenever it fits into your day.",
            "Perhaps one of them is just what you had in mind.",
            "See what you like and leave the rest.",
            "There is no rush: look around as long as you like.",
        ),
        ctas=("See them all", "Have a look", "Look around", "See the list"),
        blurbs=(
            "A plain and honest piece.",
            "Easy to live with, day after day.",
            "Simple, and good to look at.",
            "Something to use and to enjoy.",
        ),
    ),
    "de": _Sentences(
        greeting="Hallo",
        openings=(
            "Ein paar Ideen",
            "Schöne Dinge",
            "Eine kleine Auswahl",
            "Fundstücke",
            "Gute Dinge",
            "Etwas",
        ),
        endings=(
            "für Ihren Tisch",
            "für jeden Tag",
            "für das Zuhause",
            "zum Ansehen",
            "für ruhige Stunden",
            "für jetzt",
        ),
        preheaders=(
            "Sehen Sie sich um, wenn Sie einen ruhigen Moment haben.",
            "Eine kurze Liste, mit Sorgfalt zusammengestellt.",
            "Schauen Sie, was zu Ihnen passt.",
            "Mit Sorgfalt ausgesucht und leicht zu überblicken.",
        ),
        first=(
            "Wir haben ein paar Dinge zusammengestellt, die gut zueinander passen.",
            "Unten finden Sie eine kurze Liste, die einen ruhigen Blick wert ist.",
            "Hier sind einige Dinge, die wir Ihnen gern zeigen möchten.",
            "Wir haben einige Dinge ausgesucht und unten nebeneinander gestellt.",
            "Das ist eine kleine Auswahl, die sich leicht überblicken lässt.",
        ),
        second=(
            "Lassen Sie sich Zeit und schauen Sie, was zu Ihnen passt.",
            "Sehen Sie sich um, wann immer es in Ihren Tag passt.",
            "Vielleicht ist genau das dabei, was Sie im Sinn hatten.",
            "Nehmen Sie, was Ihnen gefällt, und lassen Sie den Rest.",
            "Es eilt nicht: Sehen Sie sich um, so lange Sie möchten.",
        ),
        ctas=("Jetzt ansehen", "Zur Auswahl", "Alle ansehen", "Zur Liste"),
        blurbs=(
            "Schlicht und ehrlich.",
            "Leicht zu mögen, Tag für Tag.",
            "Einfach, und schön anzusehen.",
            "Etwas zum Benutzen und zum Freuen.",
        ),
    ),
    "fr": _Sentences(
        greeting="Bonjour",
        openings=(
            "Quelques idées",
            "De belles choses",
            "Une petite sélection",
            "Des trouvailles",
            "Des objets",
            "Une liste",
        ),
        endings=(
            "pour votre table",
            "pour tous les jours",
            "pour la maison",
            "à regarder",
            "pour les heures calmes",
            "du moment",
        ),
        preheaders=(
            "Jetez un œil quand vous avez un moment tranquille.",
            "Une courte liste, préparée avec soin.",
            "Regardez ce qui vous convient.",
            "Choisie avec soin et facile à parcourir.",
        ),
        first=(
            "Nous avons réuni quelques objets qui vont bien ensemble.",
            "Vous trouverez plus bas une courte liste qui mérite un regard tranquille.",
            "Voici quelques objets que nous aimerions vous montrer.",
            "Nous avons choisi quelques objets et les avons placés côte à côte.",
            "C'est une petite sélection, facile à parcourir.",
        ),
        second=(
            "Prenez votre temps et voyez ce qui vous convient.",
            "Regardez quand cela entre dans votre journée.",
            "Peut-être y trouverez-vous ce que vous aviez en tête.",
            "Gardez ce qui vous plaît et laissez le reste.",
            "Rien ne presse : regardez aussi longtemps que vous le souhaitez.",
        ),
        ctas=("Voir la sélection", "Jeter un œil", "Tout voir", "Voir la liste"),
        blurbs=(
            "Un objet simple et honnête.",
            "Facile à vivre, jour après jour.",
            "Simple, et agréable à regarder.",
            "Un objet à utiliser et à apprécier.",
        ),
    ),
    "es": _Sentences(
        greeting="Hola",
        openings=(
            "Algunas ideas",
            "Cosas bonitas",
            "Una pequeña selección",
            "Hallazgos",
            "Una lista corta",
            "Detalles",
        ),
        endings=(
            "para la mesa",
            "para cada día",
            "para la casa",
            "para mirar",
            "para las horas tranquilas",
            "de hoy",
        ),
        preheaders=(
            "Eche un vistazo cuando tenga un momento tranquilo.",
            "Una lista corta, preparada con cuidado.",
            "Mire lo que va con usted.",
            "Elegida con cuidado y fácil de recorrer.",
        ),
        first=(
            "Hemos reunido algunas cosas que van bien juntas.",
            "Abajo hay una lista corta que merece una mirada tranquila.",
            "Estas son algunas cosas que nos gustaría mostrarle.",
            "Hemos elegido algunas cosas y las hemos puesto una al lado de otra.",
            "Es una pequeña selección, fácil de recorrer.",
        ),
        second=(
            "Tómese su tiempo y vea lo que va con usted.",
            "Mire cuando le venga bien en su día.",
            "Quizá una de ellas sea justo lo que tenía en mente.",
            "Quédese con lo que le guste y deje el resto.",
            "No hay prisa: mire todo el tiempo que quiera.",
        ),
        ctas=("Ver la selección", "Echar un vistazo", "Ver todo", "Ver la lista"),
        blurbs=(
            "Una pieza sencilla y honesta.",
            "Fácil de tener cerca, día tras día.",
            "Sencilla, y agradable de mirar.",
            "Algo para usar y para disfrutar.",
        ),
    ),
}
_LOCALE = re.compile(r'(?:<locale>\s*"?|"locale":\s*"|\blocale\b\W{1,4})(en|de|fr|es)\b')
_REQUIRED = re.compile(r'"required_phrases":\s*(\[[^\]]*\])')
_TITLE = re.compile(r'"title":\s*("(?:[^"\\]|\\.)*")')


def a_frame_reply(**changes: str) -> dict[str, str]:
    """What a model says when all is well, always the same."""
    return {
        "subject": "Something for your kitchen",
        "preheader": "A few things we think you will like.",
        "headline": "Good things for the table",
        "body": "Hello {{ first_name }},\n\nWe picked a few things for you.",
        "cta": "See them all",
    } | changes


def reply_to(request: Request) -> Reply:
    """A fitting reply to any prompt of ours, a frame or a blurb, with its tokens counted."""
    return counted(copy_for(request))


def copy_for(request: Request, language: str | None = None) -> dict[str, Any]:
    """What `reply_to` says, as values; in the language of the prompt's locale unless told otherwise."""
    text = prompt_text(request)
    sentences = _SENTENCES[language or language_of(text)]
    texts = _choose(sentences, text)
    schema = asked_schema(request)
    if schema is None:
        wants_blurb = "`blurb`" in str(request["messages"][0]["content"])
        names = ["blurb"] if wants_blurb else list(FRAME)
        if "facts_used" in text:
            names.append("facts_used")
        return {name: texts[name] for name in names}
    return {name: _fill(name, part, texts) for name, part in schema["properties"].items()}


def language_of(text: str) -> str:
    """The language of the locale that a prompt names; English where it names none."""
    found = _LOCALE.findall(text)
    return found[-1] if found else "en"


def asked_schema(request: Request) -> Mapping[str, Any] | None:
    """The JSON schema a request asks for."""
    asked = (request.get("response_format") or {}).get("json_schema") or {}
    schema: Mapping[str, Any] | None = asked.get("schema")
    return schema


def _choose(sentences: _Sentences, text: str) -> dict[str, Any]:
    digest = blake2b(text.encode(), digest_size=16).digest()

    def pick(place: int, some: Sequence[str]) -> str:
        return some[digest[place] % len(some)]

    greeting = sentences.greeting + (" {{ first_name }}," if "first_name" in text else ",")
    first = pick(5, sentences.first)
    paragraphs = [greeting, f"{first} {pick(6, sentences.second)}", *_required_phrases(text)]
    titles = _TITLE.findall(text)
    fact = f"products[0].title: {json.loads(titles[0])}" if titles else "brand.name"
    return {
        "subject": f"{pick(0, sentences.openings)} {pick(1, sentences.endings)}",
        "preheader": pick(2, sentences.preheaders),
        "headline": f"{pick(3, sentences.openings)} {pick(4, sentences.endings)}",
        "body": "\n\n".join(paragraphs),
        "cta": pick(7, sentences.ctas),
        "blurb": pick(8, sentences.blurbs),
        "facts_used": [{"claim": first, "fact": fact}],
    }


def _required_phrases(text: str) -> list[str]:
    found = _REQUIRED.search(text)
    return [str(phrase) for phrase in json.loads(found[1])] if found else []


def _fill(name: str, part: Mapping[str, Any], texts: Mapping[str, Any]) -> Any:
    """A value for a property of any schema: known names with our texts, others by their type."""
    if name in texts:
        return texts[name]
    if "enum" in part:
        return part["enum"][0]
    kind = part.get("type", "string")
    kind = kind[0] if isinstance(kind, list) else kind
    if kind == "object":
        return {key: _fill(key, one, texts) for key, one in part.get("properties", {}).items()}
    if kind == "array":
        return [_fill(name, part["items"], {})] if "items" in part else []
    return {"integer": 3, "number": 3.0, "boolean": True, "null": None}.get(
        kind, texts.get("blurb", "Plain.")
    )
