"""Words by which copy says how far an offer reaches."""

from __future__ import annotations

import re

from guardrails.lexicon import Lexicon
from guardrails.plain_text import listed
from guardrails.sheet_facts import SheetFacts

NO_MINIMUM = Lexicon(
    {
        "en": (
            "no minimum [spend|order]",
            "whatever you spend",
            "however little you spend|order",
            "whatever the order|basket|total",
        ),
        "de": (
            "(ohne|keinen|kein|ganz ohne) (mindestbestellwert|mindestumsatz|mindestwert|einkaufswert|"
            "schwelle|untergrenze|bestellwert|(wenn und aber)|minimum)",
            "(egal|gleich|unabhängig davon), [wie] (viel|wieviel|groß|klein|hoch|niedrig) [du|sie|ihr|"
            "der|die|ihre|deine|eure]",
            "(jede|jeder|jedes) (bestellung|paket|einkauf|päckchen|sendung|lieferung|warenkorb)",
            "(ab|schon ab|bereits ab) (dem|der) (ersten|1) (artikel|cent|euro|stück|tiegel|produkt|teil|"
            "bestellung|flasche|franken)",
            "auf (alle|alles|jede|sämtliche) (bestellungen|bestellung|lieferungen|pakete|einkäufe)",
            "(alle|sämtliche) (bestellungen|lieferungen|pakete|einkäufe)",
            "unabhängig vom (bestellwert|warenwert|einkaufswert)",
            "ohne mindestbestellwert|mindestumsatz|mindestwert",
            "kein mindestbestellwert|mindestumsatz",
            "jede bestellung",
        ),
        "fr": (
            "sans (minimum|condition|seuil|montant|plancher)",
            "(même|y compris) pour (un seul|une seule|un petit|le plus petit) *",
            "(quel que soit|peu importe) (le|la|votre|ton|la taille|le montant) [*] [montant|panier|"
            "commande]",
            "(dès|à partir d') [le|du] (premier|1er) (euro|franc|dollar|centime|article|achat)",
            "(pas|plus) de (minimum|seuil|montant minimum)",
            "sans minimum [d'achat|(de commande)]",
            "sans montant minimum",
            "aucun minimum",
            "dès le premier euro",
            "(quelle que soit la) commande",
        ),
        "es": (
            "sin [pedido|compra|importe] mínim(o|a)",
            "sea cual sea el importe",
            "desde el primer euro",
            "(sea cual sea el) pedido|importe",
        ),
    }
)
WHOLE_SHOP = Lexicon(
    {
        "en": (
            "everything [here|in|across|on]",
            "anything [you like|here|in]",
            "sitewide|storewide",
            "site-wide",
            "the whole|entire shop|store|range|site|basket|order|catalogue|catalog|collection",
            "every order",
            "your whole|entire order|basket|cart",
        ),
        "de": (
            "(für|bei|auf|auf das|aufs|das|vom|im|unser|dem) (ganze|ganzen|ganzes|gesamte|gesamten|"
            "gesamtes|komplette|komplettes|kompletten) (sortiment|angebot|shop|laden|programm|haus|"
            "kollektion|warenkorb|lager|onlineshop)",
            "(für|auf) (alles|sämtliche artikel|alle artikel|alle produkte|jeden artikel|jedes produkt|"
            "jedes teil|alle teile|sämtliche produkte)",
            "(alle|sämtliche) (artikel|produkte|teile|modelle|waren|sachen) (im|in|bei|sind)",
            "(im|in unserem) (gesamten|ganzen|kompletten) (shop|laden|onlineshop|sortiment)",
            "alles, was (wir|ihr|du|sie|im|hier|es)",
            "jeden|jedes|jeder (artikel|produkt|teil|stück) (im|in)",
            "(ohne|keine) ausnahme*",
            "quer durchs [ganze] sortiment",
            "auf alles",
            "vom ganzen|gesamten warenkorb|einkauf",
            "alles im laden|shop",
            "[das|auf das|aufs] (ganze|gesamte|komplette) sortiment",
            "(den|im) (ganzen|gesamten) laden|shop|warenkorb",
            "(die ganze|gesamte) bestellung",
        ),
        "fr": (
            "(partout|(dans tous les rayons)|(tous rayons confondus)|(sur l'ensemble)|(sur "
            "l'intégralité)|(l'ensemble (du|de la|de nos))|(l'intégralité (du|de la|de nos)))",
            "(toutes nos|toutes les|tous nos|tous les) (collections|gammes|produits|articles|rayons|"
            "références|marques|thés|créations)",
            "(n'importe quel|n'importe quelle|quel que soit) [le|l'] (article|produit|achat|rayon)",
            "(chaque|toute) (article|produit|commande|achat)",
            "(du|de la) * (au|à la|aux) * sans exception",
            "sans exception",
            "sur tout",
            "tout (le magasin|le site|la boutique)",
            "toute la boutique|collection|gamme|commande",
            "tout (votre|ton) panier",
        ),
        "es": (
            "en todo",
            "toda la tienda|web|colección|compra",
            "todo el catálogo|pedido|carrito",
            "todo lo que",
        ),
    }
)
_WIDE = listed(
    "everything anything all any every each whole alles alle jede jeder allen ganze ganzen ganzes tout toute "
    "toutes tous "
    "todo toda todos todas sitewide order orders item items product products shop store bestellung "
    "bestellungen "
    "sortiment artikel produkte laden commande commandes achat achats produits articles boutique site "
    "gesamtes gesamte gesamten komplettes komplette kompletten entire pedido pedidos compra compras "
    "productos artículos tienda code codes required requis necesario nötig with avec "
    "only from over dans auf sans ohne customer customers kunden clients kein keine"
)


def telling_terms(terms: str) -> list[str]:
    """The words of an offer's terms that can narrow it."""
    return [word for word in re.findall(r"[^\W\d_]{3,}", terms.lower()) if word not in _SMALL | _WIDE]


_SMALL = listed(
    "the for our and all sur les des aux nos vos pour chez die der das den dem für ein los las del por con"
)


def narrows_by_product(facts: SheetFacts) -> bool:
    """Whether the offer's terms name what it holds for, and not only an order's value."""
    offer = facts.sheet.offer
    words = re.findall(r"[^\W\d_]{4,}", offer.terms.lower()) if offer else []
    return not facts.thresholds and any(word not in _WIDE for word in words)
