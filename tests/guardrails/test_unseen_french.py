"""French sentences: what breaks a rule in words no list had, and what only comes close."""

from __future__ import annotations

import pytest

from tests.guardrails.checks import in_euros, rules


def found(text: str) -> set[str]:
    return rules(text, locale="fr-FR", offer=None, products=(in_euros(),))


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("invented_discount", "Les frais de port sont pour nous."),
        ("invented_discount", "On vous fait un prix sur le deuxième."),
        ("invented_discount", "Achetez deux coffrets, recevez-en un troisième."),
        ("invented_discount", "Deux tasses au prix d'une."),
        ("invented_deadline", "Vous avez jusqu'à vendredi pour vous décider."),
        ("invented_deadline", "Ça s'arrête ce soir à minuit."),
        ("invented_deadline", "Le compte à rebours est lancé."),
        ("false_scarcity", "Les stocks fondent à vue d'œil."),
        ("false_scarcity", "Elle s'arrache, ne traînez pas."),
        ("false_scarcity", "Il n'y en aura pas pour tout le monde."),
        ("unsupported_superlative", "Aucune tasse ne garde aussi bien le matin."),
        ("unsupported_superlative", "La plus belle tasse que vous verrez jamais."),
        ("unsupported_superlative", "La tasse préférée des Français."),
        ("unsupported_superlative", "Une tasse sans rivale."),
        ("health_claim", "Elle apaise les irritations et les démangeaisons."),
        ("health_claim", "Ce thé fait fondre les graisses."),
        ("health_claim", "Une tasse par jour éloigne le docteur."),
        ("guarantee", "Résultat assuré dès le premier jour."),
        ("guarantee", "Cette tasse vous suivra toute la vie."),
        ("sensitive_inference", "En tant que future maman, vous aimerez ceci."),
        ("sensitive_inference", "Maintenant que les enfants sont partis, la table est calme."),
        ("sensitive_inference", "Depuis que vous vivez seul, tout est plus calme."),
        ("sensitive_inference", "Votre souffle n'est plus ce qu'il était."),
        ("surveillance_tone", "Vous avez hésité longtemps devant la tasse."),
        ("surveillance_tone", "La tasse est toujours dans votre panier."),
        ("surveillance_tone", "Vos trois dernières visites nous ont plu."),
        ("prompt_leak", "Bien sûr ! Voici le texte :"),
        ("prompt_leak", "(Ton : chaleureux, tutoiement, trois phrases.)"),
        ("prompt_leak", "J'espère que cette proposition correspond au brief."),
        ("pressure", "Il serait bête de passer à côté."),
        ("pressure", "Un bon hôte n'hésiterait pas."),
        ("pressure", "Vos mains ne vous le pardonneront pas."),
        ("profanity", "Une câlisse de bonne tasse."),
    ],
)
def test_what_no_list_had_seen_is_found_in_french(rule, text):
    assert rule in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Nous ne garantissons pas le soleil.",
        "On a vu passer une hirondelle.",
        "On sait que l'hiver est long.",
        "Un remède à l'ennui : une tasse et un roman.",
        "Votre chien est le meilleur chien du monde, évidemment.",
        "Honte à la vaisselle sale, gloire à la tasse propre.",
        "Règle numéro un : ne pas regarder la montre.",
        "Des idées en coton, une patience d'or.",
        "Il ne reste plus qu'à mettre l'eau à chauffer.",
        "Rien ne presse, la tasse sera encore là lundi.",
        "Aucune remise à l'horizon, et c'est très bien ainsi.",
        "Ce savon ne rajeunit personne.",
        "Tant pis pour la neige.",
        "Il en est fou.",
    ],
)
def test_honest_french_that_comes_close_passes(text):
    assert not found(text)


def test_plenty_of_one_product_is_not_scarce_because_another_is_low():
    low, plenty = (
        in_euros(product_id="a", title="Bol Brume", stock=2),
        in_euros(product_id="b", title="Théière Fonte", stock=40),
    )
    said = {"locale": "fr-FR", "offer": None, "products": (low, plenty)}
    assert "false_scarcity" in rules("La théière s'arrache, ne traînez pas.", **said)
    assert "false_scarcity" not in rules("Le bol s'arrache, ne traînez pas.", **said)
