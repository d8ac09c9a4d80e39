"""Countries as part of a sentence, "in the United Kingdom", in four languages.

Keys are how shops spell them, in lower case. A country that is missing here is
"in your country" in a reason, so that no sentence is ever made of a bare name.
"""

from __future__ import annotations

# English, German, French, Spanish
_IN: dict[str, tuple[str, str, str, str]] = {
    "australia": ("in Australia", "in Australien", "en Australie", "en Australia"),
    "austria": ("in Austria", "in Österreich", "en Autriche", "en Austria"),
    "bahrain": ("in Bahrain", "in Bahrain", "à Bahreïn", "en Baréin"),
    "belgium": ("in Belgium", "in Belgien", "en Belgique", "en Bélgica"),
    "brazil": ("in Brazil", "in Brasilien", "au Brésil", "en Brasil"),
    "canada": ("in Canada", "in Kanada", "au Canada", "en Canadá"),
    "channel islands": (
        "in the Channel Islands", "auf den Kanalinseln", "dans les îles Anglo-Normandes",
        "en las islas del Canal",
    ),
    "cyprus": ("in Cyprus", "auf Zypern", "à Chypre", "en Chipre"),
    "czech republic": ("in Czechia", "in Tschechien", "en Tchéquie", "en Chequia"),
    "denmark": ("in Denmark", "in Dänemark", "au Danemark", "en Dinamarca"),
    "estonia": ("in Estonia", "in Estland", "en Estonie", "en Estonia"),
    "finland": ("in Finland", "in Finnland", "en Finlande", "en Finlandia"),
    "france": ("in France", "in Frankreich", "en France", "en Francia"),
    "germany": ("in Germany", "in Deutschland", "en Allemagne", "en Alemania"),
    "greece": ("in Greece", "in Griechenland", "en Grèce", "en Grecia"),
    "hong kong": ("in Hong Kong", "in Hongkong", "à Hong Kong", "en Hong Kong"),
    "hungary": ("in Hungary", "in Ungarn", "en Hongrie", "en Hungría"),
    "iceland": ("in Iceland", "in Island", "en Islande", "en Islandia"),
    "india": ("in India", "in Indien", "en Inde", "en la India"),
    "ireland": ("in Ireland", "in Irland", "en Irlande", "en Irlanda"),
    "israel": ("in Israel", "in Israel", "en Israël", "en Israel"),
    "italy": ("in Italy", "in Italien", "en Italie", "en Italia"),
    "japan": ("in Japan", "in Japan", "au Japon", "en Japón"),
    "latvia": ("in Latvia", "in Lettland", "en Lettonie", "en Letonia"),
    "lebanon": ("in Lebanon", "im Libanon", "au Liban", "en el Líbano"),
    "lithuania": ("in Lithuania", "in Litauen", "en Lituanie", "en Lituania"),
    "luxembourg": ("in Luxembourg", "in Luxemburg", "au Luxembourg", "en Luxemburgo"),
    "malta": ("in Malta", "auf Malta", "à Malte", "en Malta"),
    "mexico": ("in Mexico", "in Mexiko", "au Mexique", "en México"),
    "netherlands": ("in the Netherlands", "in den Niederlanden", "aux Pays-Bas", "en los Países Bajos"),
    "new zealand": ("in New Zealand", "in Neuseeland", "en Nouvelle-Zélande", "en Nueva Zelanda"),
    "norway": ("in Norway", "in Norwegen", "en Norvège", "en Noruega"),
    "poland": ("in Poland", "in Polen", "en Pologne", "en Polonia"),
    "portugal": ("in Portugal", "in Portugal", "au Portugal", "en Portugal"),
    "saudi arabia": ("in Saudi Arabia", "in Saudi-Arabien", "en Arabie saoudite", "en Arabia Saudí"),
    "singapore": ("in Singapore", "in Singapur", "à Singapour", "en Singapur"),
    "slovakia": ("in Slovakia", "in der Slowakei", "en Slovaquie", "en Eslovaquia"),
    "slovenia": ("in Slovenia", "in Slowenien", "en Slovénie", "en Eslovenia"),
    "south africa": ("in South Africa", "in Südafrika", "en Afrique du Sud", "en Sudáfrica"),
    "spain": ("in Spain", "in Spanien", "en Espagne", "en España"),
    "sweden": ("in Sweden", "in Schweden", "en Suède", "en Suecia"),
    "switzerland": ("in Switzerland", "in der Schweiz", "en Suisse", "en Suiza"),
    "united arab emirates": (
        "in the United Arab Emirates", "in den Vereinigten Arabischen Emiraten",
        "aux Émirats arabes unis", "en los Emiratos Árabes Unidos",
    ),
    "united kingdom": (
        "in the United Kingdom", "im Vereinigten Königreich", "au Royaume-Uni", "en el Reino Unido",
    ),
    "united states": ("in the United States", "in den USA", "aux États-Unis", "en Estados Unidos"),
}  # fmt: skip

_ALSO_SPELLED = {
    "czechia": "czech republic",
    "deutschland": "germany",
    "eire": "ireland",
    "españa": "spain",
    "great britain": "united kingdom",
    "österreich": "austria",
    "republic of ireland": "ireland",
    "rsa": "south africa",
    "schweiz": "switzerland",
    "the netherlands": "netherlands",
    "uae": "united arab emirates",
    "uk": "united kingdom",
    "united states of america": "united states",
    "us": "united states",
    "usa": "united states",
    # ISO 3166, which many shop systems export
    "ae": "united arab emirates", "at": "austria", "au": "australia", "be": "belgium", "br": "brazil",
    "ca": "canada", "ch": "switzerland", "cy": "cyprus", "cz": "czech republic", "de": "germany",
    "dk": "denmark", "ee": "estonia", "es": "spain", "fi": "finland", "fr": "france",
    "gb": "united kingdom", "gr": "greece", "hk": "hong kong", "hu": "hungary", "ie": "ireland",
    "il": "israel", "in": "india", "is": "iceland", "it": "italy", "jp": "japan", "lb": "lebanon",
    "lt": "lithuania", "lu": "luxembourg", "lv": "latvia", "mt": "malta", "mx": "mexico",
    "nl": "netherlands", "no": "norway", "nz": "new zealand", "pl": "poland", "pt": "portugal",
    "sa": "saudi arabia", "se": "sweden", "sg": "singapore", "si": "slovenia", "sk": "slovakia",
    "za": "south africa",
}  # fmt: skip

# What shops write when they do not know: nothing may be said of it.
NOT_A_COUNTRY = frozenset({"", "unspecified", "unknown", "other", "n/a", "european community"})

_COLUMNS = {"en": 0, "de": 1, "fr": 2, "es": 3}


def in_country(country: str, language: str) -> str | None:
    """ "in the United Kingdom" in one of the four languages; None for a country not listed here."""
    name = " ".join(country.split()).casefold()
    places = _IN.get(_ALSO_SPELLED.get(name, name))
    return None if places is None else places[_COLUMNS[language]]
