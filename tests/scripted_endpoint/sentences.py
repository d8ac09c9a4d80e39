"""Sentences that are true of any shop, by language."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sentences:
    greeting: str
    openings: Sequence[str]  # of subjects and headlines
    endings: Sequence[str]
    preheaders: Sequence[str]
    first: Sequence[str]
    second: Sequence[str]
    ctas: Sequence[str]
    blurbs: Sequence[str]


SENTENCES = {
    "en": Sentences(
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
    "de": Sentences(
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
            "Stöbern Sie in Ruhe, wann immer Sie möchten.",
            "Vielleicht ist genau das dabei, was Sie im Sinn hatten.",
            "Nehmen Sie, was Ihnen gefällt, und lassen Sie den Rest.",
            "Es eilt nicht, stöbern Sie so lange, wie Sie möchten.",
        ),
        ctas=("Jetzt ansehen", "Zur Auswahl", "Alle ansehen", "Zur Liste"),
        blurbs=(
            "Schlicht und ehrlich.",
            "Leicht zu mögen, Tag für Tag.",
            "Einfach, und schön anzusehen.",
            "Etwas zum Benutzen und zum Freuen.",
        ),
    ),
    "fr": Sentences(
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
    "es": Sentences(
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
