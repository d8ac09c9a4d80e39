"""German copy that no rule was written for: each sentence stands for a way of saying it."""

from __future__ import annotations

import pytest

from tests.guardrails.checks import in_euros, rules


def found(text: str) -> set[str]:
    return rules(text, locale="de-DE", products=(in_euros(),))


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("invented_discount", "Wir haben den Rotstift angesetzt: Alles kostet diese Woche weniger."),
        ("invented_discount", "Die Versandkosten gehen diesmal auf uns."),
        ("invented_discount", "Dein Willkommensgutschein wartet an der Kasse."),
        ("invented_discount", "Ab drei Packungen erhalten Sie die vierte gratis."),
        ("invented_discount", "Bei uns purzeln die Preise."),
        ("invented_discount", "Als Dankeschön geht ein Fünftel vom Preis auf uns."),
        ("invented_code", "Der Rabattcode bademeister gilt für euch alle."),
        ("invented_deadline", "Morgen früh nehmen wir die Seite wieder vom Netz."),
        ("invented_deadline", "Bestell innerhalb der nächsten 48 Stunden."),
        ("invented_deadline", "Noch drei Tage, dann ist Schluss."),
        ("invented_deadline", "Wer bis Sonntagabend bestellt, zahlt noch den alten Preis."),
        ("false_scarcity", "Eine Nachbestellung ist nicht geplant: weg ist weg."),
        ("false_scarcity", "Das Kontingent neigt sich dem Ende zu."),
        ("false_scarcity", "Wir zählen noch eine Handvoll."),
        ("unsupported_superlative", "Der Becher stellt alles in den Schatten, was im Schrank steht."),
        ("unsupported_superlative", "Günstiger bekommen Sie ihn nirgendwo."),
        ("health_claim", "Zwei Tassen am Tag schützen Ihr Herz."),
        ("health_claim", "Ein Schluck heilt rissige Haut über Nacht."),
        ("guarantee", "Wir haften dafür, dass kein Henkel abfällt."),
        ("guarantee", "Hundertprozentige Zufriedenheit, oder ihr zahlt nichts."),
        ("sensitive_inference", "Mit deinem Rücken solltest du dich nicht mehr bücken."),
        ("sensitive_inference", "Jetzt, wo du wieder Single bist, reicht ein Becher."),
        ("sensitive_inference", "Sie schlafen in letzter Zeit schlecht, nicht wahr?"),
        ("sensitive_inference", "Wer wie ihr unter Stress und Burnout leidet, trinkt Tee."),
        ("surveillance_tone", "Wir wissen, was in deinem Schrank steht."),
        ("surveillance_tone", "Um 23.14 Uhr haben Sie sich den Becher angeschaut."),
        ("prompt_leak", "Lassen Sie mich wissen, ob ich den Ton anpassen soll."),
        ("prompt_leak", "Da kein Angebot vorliegt, erwähne ich keinen Rabatt."),
        ("pressure", "Wollen Sie Ihrer Familie wirklich weiter Pulverkaffee zumuten?"),
        ("pressure", "Sagt später nicht, wir hätten euch nicht gewarnt."),
        ("pressure", "Du lässt uns hängen, wenn du diesmal nicht klickst."),
        ("unknown_product", "Passend dazu: die Mütze Juist."),
        ("unknown_product", "Der Trenchcoat Rügen kommt gleich mit ins Paket."),
    ],
)
def test_what_the_facts_do_not_support_is_found_in_every_register(rule, text):
    assert rule in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Bis Freitag soll es trocken bleiben. Also gießen.",
        "Nur noch schnell die Rosen, dann Feierabend.",
        "Eine Garantie gegen Schnecken gibt es leider nicht.",
        "Wir haben gesehen, wie die Krokusse aufgingen, und dann war Frühling.",
        "Dein alter Spaten freut sich auch.",
        "Die Aussicht gibt's gratis dazu.",
        "Zwei Fliegen mit einer Klappe, aber bitte keine Bienen.",
        "Die beste Zeit zum Gießen ist frühmorgens.",
        "Alte Rosen danken es dir.",
        "Kranke Triebe schneidest du bis ins gesunde Holz zurück.",
        "Kein Druck, der Garten wartet.",
        "Niemand schimpft, wenn die Kanne mal im Regen steht.",
        "Du musst nirgendwohin. Das ist der ganze Plan.",
        "Ein Kaffee hilft nicht gegen alles. Aber er hilft gegen Montag.",
        "Kein Rabatt heute, keine Aktion, nur Wetter.",
    ],
)
def test_honest_and_playful_copy_passes(text):
    assert not found(text)
