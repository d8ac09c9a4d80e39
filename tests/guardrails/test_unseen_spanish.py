"""Spanish as hurried copywriters and models write it, honest and not, in words that no list was made from."""

import pytest

from bespoke.domain import Severity
from tests.guardrails.checks import check, in_euros


def _held(body: str) -> set[str]:
    found = check(body, locale="es-ES", products=(in_euros(),))
    return {finding.rule for finding in found if finding.severity is not Severity.NOTE}


@pytest.mark.parametrize(
    ("rule", "body"),
    [
        ("pressure", "No nos falles."),
        ("pressure", "No seas tonta y cómprala."),
        ("pressure", "Nos dolería mucho que nos ignoraras."),
        ("pressure", "Quien no la tiene no sabe lo que es comer."),
        ("pressure", "¿Con qué cara le vas a decir que no?"),
        ("surveillance_tone", "Llevas tres días dándole vueltas."),
        ("surveillance_tone", "No has abierto los últimos cinco correos."),
        ("surveillance_tone", "Tu actividad reciente nos dice que guisas."),
        ("surveillance_tone", "Vimos que no terminaste tu compra."),
        ("sensitive_inference", "Sabemos que no llegas a fin de mes."),
        ("sensitive_inference", "Ahora que te quedaste sin trabajo, guisa."),
        ("sensitive_inference", "Tus hijos ya se han ido de casa."),
        ("false_scarcity", "Se nos están acabando."),
        ("false_scarcity", "La tirada es corta y no se repite."),
        ("false_scarcity", "Nos las quitan de las manos."),
        ("unsupported_superlative", "Jamás probará un filo semejante."),
        ("unsupported_superlative", "La favorita de los maestros."),
        ("unsupported_superlative", "Juega en otra liga."),
        ("health_claim", "Depura el organismo taza a taza."),
        ("health_claim", "Recomendada por nutricionistas."),
        ("guarantee", "Si se rompe, te mandamos otra."),
        ("guarantee", "Cámbiela sin coste si no le convence."),
        ("guarantee", "Jamás se agrieta."),
        ("invented_discount", "Paga dos y llévate tres."),
        ("invented_discount", "Le obsequiamos con el porte."),
        ("prompt_leak", "Nota: he evitado mencionar el precio."),
        ("prompt_leak", "La ficha del producto no indica el peso."),
    ],
)
def test_what_no_shop_may_say_is_found(rule: str, body: str):
    assert rule in _held(body)


@pytest.mark.parametrize(
    "body",
    [
        "Vale su peso en oro.",
        "Va contra su religión.",
        "La conversación está garantizada.",
        "Un culo de vaso de vino.",
        "Como se pide en los bares: una de bravas.",
        "¿¡Pero cómo!? Sí, guisando.",
        "La cazuela está embarazada de garbanzos.",
        "¿El descuento? Hoy, no hay.",
        "A nuestra edad, los alfareros no corremos.",
        "Lo mejor del guiso es el día siguiente.",
        "Las instrucciones son dos: fuego y paciencia.",
        "No garantizamos que sobre.",
    ],
)
def test_what_is_said_in_jest_is_left_alone(body: str):
    assert _held(body) == set()
