"""Notices and letters that an advertisement is not, in four languages."""

from __future__ import annotations

from guardrails.lexicon import Lexicon

# Notices and letters that an advertisement is not; looked for in subject and preheader.
PRETENDED = Lexicon(
    {
        "en": (
            "action|response|reply|attention|signature|verification [is|now] required|needed",
            "(immediate|urgent) action|attention|response|reply",
            "urgent|important [notice|message|information|update|reminder] (about|regarding|concerning|on|"
            "for) your",
            "payment|invoice|bill|refund|transaction [has|was|is|been] (received|failed|due|confirmation|"
            "confirmed|overdue|declined|pending|processed|unpaid|"
            "attached|enclosed|returned|rejected|reminder)",
            "(your|the) [recent|latest|last|open] (account|order|parcel|package|delivery|subscription|card|"
            "membership|shipment|booking|reservation|payment|purchase|"
            "application|request|claim|appointment|return|case|ticket|points?|credit) _1 "
            "(is|has|was|will|have|are|couldn't|could|can't|cannot|failed|needs|awaits|expires?|expired|#|"
            "no|number|update|confirm*|details|status|reference|from|enclosed|attached|inside|pending|ref)",
            "(account|order|parcel|package|delivery|shipment|booking|billing) (update|confirm*|status|"
            "suspen*|on hold|problem|issue|query|alert|notification|details|shipped|delayed|failed|attempt*|"
            "#)",
            "your [e-] (receipt|invoice|refund|statement|prize|winnings|ticket|boarding pass|tax|bill|"
            "reservation|parcel|package) (is|has|from|attached|enclosed)",
            "your (receipt|invoice|refund|statement|prize|winnings|boarding pass|tax|bill)",
            "(thank you|thanks) for [placing] your|(the) [recent] (purchase|order|payment|booking|call|time|"
            "application|message|email|reply)",
            "(security|fraud|login|log-in|sign-in|account|billing|suspicious) (alert|warning|notice|"
            "activity|notification|attempt)",
            "(new|unusual|suspicious) (sign-in|login|device|activity|message|voicemail|payment)",
            "(you've|you have|you) [just|already] (won|win|(been (selected|chosen|charged|approved|invited|"
            "entered|added|drawn|mentioned|tagged|picked|awarded))|(a (new|missed|unread|pending|voicemail) "
            "*)|"
            "(# (new|unread|missed) *)|(one (new|unread|missed) *)|(# *))",
            "(one|two|three) (new|unread|missed) (messages?|voicemails?|calls?|notifications?)",
            "(new|missed|unread) (message|voicemail|call|delivery|parcel|package) *",
            "missed (you|delivery|call|parcel|your|our)",
            "(we|i|our driver|the courier|our courier) [have] (missed you|(tried to (reach|deliver|call|"
            "contact))|(couldn't|could not|weren't able to|were unable to) (reach|deliver|find|process))",
            "(sorry|oops) we|i missed you",
            "(couldn't|unable to|(failed to)|(could not)) (deliver|process|reach|charge|verify)",
            "final|last|second|third|first|overdue (notice|reminder|warning|demand|request)",
            "overdue|(past due)|outstanding (balance|payment|invoice|amount)|unpaid [invoice|balance]",
            "past due",
            "invoice|receipt|statement|e-receipt [#|no|number|for|from|attached|,] *",
            "(new|unread|missed) (messages?|voicemails?|calls?|notifications?)",
            "password (reset|expired|expires|change*)",
            "(confirm|verify|update|validate) your (email|account|address|details|identity|card|payment|"
            "booking|attendance|order|delivery|appointment|seat|slot|subscription)",
            "(delivery|parcel|package|courier) (attempt*|failed|notice|notification|update|waiting|(on its "
            "way)|arriving|scheduled|exception|(out for))",
            "out for delivery",
            "(tracking|order|reference|case|invoice|ticket|booking) (number|no|#|ref|id)",
            "(calendar|meeting|event) (invite|invitation|request|update|reminder|accepted|declined|"
            "cancelled|moved)",
            "(invitation|accepted|declined|updated invitation|rescheduled|cancelled|canceled|reminder), "
            "(meeting|call|your|appointment|#|lunch|catch-up|dinner|interview|zoom|invoice|payment|dentist)",
            "(our|your|tomorrow's|today's) (call|meeting|appointment|interview|conversation|catch-up|chat) "
            "(tomorrow|today|at|on|has|is|was|this|yesterday|about|reminder)",
            "(per|following up on|following|after|about|regarding|re) (our|your) (call|conversation|chat|"
            "meeting|email|message|discussion|question|enquiry|inquiry|request|complaint|application|order|"
            "return|invoice)",
            "(following|circling|checking) (up|back|in) [on] [our|your|my] (last|earlier|previous|email|"
            "message|call|conversation|with you|again)",
            "(did|have) you (get|got|see|seen|receive|received|read) my|our (email|message|note|last|text|"
            "letter|voicemail)",
            "(my|our) (last|previous|earlier) (email|message|note|letter)",
            "as (discussed|agreed|requested|promised|you asked|per)",
            "the (documents?|files?|photos?|contract|figures|attachment|notes|draft) (you|attached|as|i|we)",
            "(documents?|files?|scan|invoice|receipt|contract|photos|cv) (attached|enclosed|shared|(for "
            "your *))",
            "attached|enclosed, [the|your|is] *",
            "(shared|sent) (a|an) (document|file|folder|photo|album|invoice|voice) *",
            "(here's|here is|here are) (what|the *) you (asked|requested|wanted) *",
            "(congratulations|congrats|well done), [you|you're|your] (you|you're|your|you've|won|winner) [*]",
            "(claim|collect|redeem) your (prize|winnings|reward|refund|parcel|package|cash)",
            "(prize|lottery|sweepstake|raffle) (draw|winner|notification|claim|result*)",
            "(legal|tax|court|recall|eviction|customs|bailiff) (notice|letter|summons|refund|office|fee|"
            "charge|hold|clearance|rebate)",
            "(sent|forwarded) (from my|by) *",
            "begin forwarded",
            "(we|i) (need|have) to talk",
            "(are you|you) (still on for|free) (tomorrow|tonight|today|lunch|friday|thursday|later|on)",
            "(quick question|question) (about|re|regarding) (you|your|our|tomorrow|yesterday|last)",
            "(subscription|membership|account|points|credit|card|plan|warranty) [has|have|is|will|are] "
            "[been] (expired|expires|expiring|renew*|cancel*|suspend*|ended|lapsed|terminated|deactivated|"
            "closed|charged)",
            "a message from your|(the) (bank|doctor|landlord|gp|accountant|school|neighbou?r|council)",
            "(someone|somebody|a friend|your (friend|neighbou?r|colleague|mother|mum|mom)) (sent|mentioned|"
            "tagged|shared|left|is waiting|replied|nominated|recommended) *",
            "left you a|(something)",
            "your name came up",
            "(problem|issue|trouble|error|question|query) with your (order|payment|account|delivery|card|"
            "parcel|booking|details|address|last)",
            "auto-reply|autoreply|(out of office)|(undeliverable|undelivered)|(mail delivery)|(delivery "
            "status)|(returned mail)",
            "(delivery|parcel|package|shipment) (held|withheld|suspended|refused|on hold)",
            "(undeliverable|undelivered|returned) (mail|message|parcel|,)",
        ),
        "de": (
            "(liefer|zustell|zahlungs|konto|versand|sicherheits|anmelde|abbuchungs)problem*",
            "bitte [ihre|deine|eure|ihr|dein|euer] (adresse|zahlung|daten|konto|zahlungsdaten|kontodaten|"
            "lieferadresse|zahlungsart|passwort|e-mail-adresse|identität|termin) [umgehend|jetzt] "
            "(bestätigen|aktualisieren|prüfen|verifizieren|ergänzen|überprüfen|ändern|hinterlegen)",
            "(ihr|dein|euer|ihre|deine|eure) (abo|abonnement|vertrag|mitgliedschaft|konto|testphase|"
            "guthaben|zugang|lizenz|passwort|karte|treuekonto|kundenkonto) [verlängert|läuft|endet|"
            "erlischt|verfällt|wird|wurde|ist|bleibt|steht]",
            "(ihre|deine|eure) (sendung|lieferung|bestellung|rechnung|zahlung|buchung|reservierung|"
            "anfrage|anmeldung|kündigung|rückerstattung|überweisung|lastschrift|retoure|reklamation|"
            "gutschrift|daten|adresse|karte|kontodaten|bewerbung|nachricht) (ist|sind|wurde|wurden|wird|"
            "werden|hat|steht|konnte|kommt|liegt|wartet|verspätet|von|vom|nr|#|bestätigt|storniert|"
            "unterwegs|abgelehnt|fehlgeschlagen|bearbeitet)",
            "(ihr|dein|euer) (paket|päckchen|termin|gewinn|preis|anruf|auftrag|antrag|lieferung|fahrer|"
            "bote|einkauf|beleg|bestellstatus) (ist|wurde|wird|hat|kommt|liegt|wartet|steht|konnte|am|"
            "heute|morgen|unterwegs|zurück)",
            "(ihr|du|sie) (habt|hast|haben) [#|ein*|etwas] [neue*] (gewonnen|nachricht*|rückerstattung|"
            "post|verpasst|anruf*|geerbt)",
            "(gewonnen|gewinner|gewinnerin|gewinnbenachrichtigung|hauptgewinn|hauptpreis|losnummer)",
            "(paket|sendung|lieferung|päckchen) (unterwegs|zugestellt|aufgehalten|zurückgehalten|gestoppt|"
            "wartet|liegt|im zustellfahrzeug|beim nachbarn|zur abholung|abholbereit|unzustellbar)",
            "(unbezahlt|offen|überfällig|ausstehend)(e|er|es|en) (rechnung|zahlung|betrag|posten|"
            "forderung|gebühr*)",
            "(rechnung|mahnung|quittung|beleg|vertrag|gutschrift|storno|stornierung|kündigung|"
            "lastschrift) (nr|nummer|#|vom|über|anbei|im anhang|zu ihrer|zu deiner|offen|fällig|überfällig)",
            "(ihre|deine|eure|unsere|offene|fällige|letzte|neue) (rechnung|mahnung|quittung|gutschrift|"
            "stornierung|kündigung|lastschrift)",
            "(letzte|dringende|wichtige|amtliche|vertrauliche|persönliche) (mahnung|aufforderung|"
            "mitteilung|benachrichtigung|information|warnung|zahlungsaufforderung|sicherheitsmeldung|"
            "kontomeldung|vertragsänderung)",
            "(zahlung|zahlungsmethode|kreditkarte|bankverbindung|lastschrift) _2 (abgelehnt|"
            "fehlgeschlagen|abgelaufen|ungültig|aktualisieren|prüfen|erforderlich|nicht)",
            "(zugriff|anmeldung|login|aktivität|konto|gerät|verdächtige*|ungewöhnliche*|neues|neue) (auf|"
            "in|von|zu|anmeldung|aktivität|login|gerät) [dein*|ihr*|eure*|ein*] (konto|gerät|standort|"
            "berlin|entdeckt|erkannt|festgestellt|verdächtig)",
            "(deine|ihre|eure|meine|unsere) (frage|anfrage|nachricht|mail|e-mail) (von|vom|wurde|ist|"
            "bezüglich|zu|zum)",
            "(nochmal|noch mal|noch einmal) zu (unserem|deiner|ihrer|eurer|deinem|ihrem)",
            "(rückruf|rückrufbitte|verpasster anruf|mailbox|voicemail|sprachnachricht)",
            "(du|sie|ihr) (wurdest|wurden|wurdet) _3 (markiert|erwähnt|eingeladen|ausgewählt|ausgelost|"
            "gezogen)",
            "(terminbestätigung|auftragsnummer|kundennummer|vorgangsnummer|aktenzeichen|ticketnummer|"
            "kontoauszug|kontostand|umsatzanzeige|versandmitteilung|zollgebühr*|nachzahlung|"
            "steuererstattung|zahlungsbeleg|zahlungseingang|zahlungsverzug|zahlungsrückstand|"
            "vertragsverlängerung|aboverlängerung|abrechnung|jahresabrechnung|pfändung|vollstreckung|"
            "vorladung|strafzettel|bußgeld*)",
            "(handlung|aktion|handeln|antwort|reaktion|rückmeldung|bestätigung|unterschrift) [ist] "
            "(erforderlich|nötig|notwendig|ausstehend|benötigt|erbeten|dringend)",
            "(handlungsbedarf|mahnung|zahlungserinnerung|zahlungsaufforderung|inkasso|mahnbescheid|"
            "kontosperrung|sicherheitswarnung|sicherheitshinweis|"
            "zustellversuch|zustellbenachrichtigung|paketbenachrichtigung|lieferbestätigung|"
            "bestellbestätigung|auftragsbestätigung|zahlungsbestätigung|"
            "versandbestätigung|buchungsbestätigung|terminbestätigung|terminerinnerung|termineinladung|"
            "besprechungseinladung|gewinnbenachrichtigung|"
            "rückerstattung|abbuchung|sendungsverfolgung|rechnungsnummer|bestellnummer|anmeldeversuch|"
            "abwesenheitsnotiz|steuerbescheid|zahlungseingang|kündigungsbestätigung)",
            "(ihre?|deine?) [letzte|offene|neue|aktuelle] (zahlung|rechnung|rückerstattung|mahnung|quittung|"
            "sendung|gutschrift|reklamation|anfrage|buchung|kündigung|abbuchung|lastschrift|mitgliedschaft|"
            "reservierung|überweisung)",
            "(ihre|deine|eure) [letzte|offene|neue] (bestellung|lieferung|anmeldung|daten|adresse|"
            "retoure) [nr|"
            "mit] _1 (ist|wurde|wird|konnte|kann|nr|#|wartet|fehlt|unvollständig|hängt|kommt|storniert|"
            "bestätigt|vom|verspätet)",
            "(ihr|dein|euer|eure) (konto|paket|zugang|termin|päckchen|abo|abonnement|guthaben|passwort|"
            "vertrag|gewinn|"
            "anruf|antrag|kundenkonto|auftrag|ticket|beleg|kassenbon|punktestand) _1 "
            "(ist|wurde|wird|konnte|kann|läuft|verfällt|wartet|steht|am|um|#|gesperrt|eingeschränkt|"
            "abgelaufen|hängt|liegt|vom|von|bei|über|im)",
            "(zahlung|bestellung|lieferung|überweisung|lastschrift|paket|zustellung) [#|nr] (eingegangen|"
            "bestätigt|fehlgeschlagen|storniert|abgelehnt|offen|verspätet|unzustellbar|"
            "nicht *|erhalten|unterwegs|zurückgewiesen|aufgehalten|gescheitert|ausstehend|überfällig)",
            "(letzte|erste|zweite|dritte) (mahnung|erinnerung|warnung|aufforderung|zahlungserinnerung)",
            "(sie haben|du hast|ihr habt) [#|ein|eine|einen|etwas] [neue|neuen] (gewonnen|(verpasst*)|"
            "nachricht*|"
            "anruf*|sprachnachricht|ungelesene*|termin)",
            "(ein|eine) (nachricht|anruf|sprachnachricht) (für (dich|sie|euch)|wartet|liegt|ist)",
            "(neue|ungelesene|verpasste|verpasster|entgangener) [ungelesene] (nachricht|"
            "nachrichten|anruf|anrufe|sprachnachricht*)",
            "(herzlichen glückwunsch|glückwunsch|gratulation), (sie|du|ihr|dein*) [*]",
            "(wir|ich|der bote|der kurier|unser fahrer) (haben|habe|hat|konnten|konnte) _4 (erreichen|"
            "zustellen|angetroffen|erreicht|anzurufen|verpasst|versucht)",
            "(konnten|konnte) _4 (zugestellt|zustellen|erreichen|abbuchen|abgebucht|bearbeite*|ausgeliefert)",
            "(danke|vielen dank) für (ihre|deine|eure|ihren|deinen|euren) (bestellung|zahlung|einkauf|"
            "anruf|nachricht|"
            "buchung|anfrage|termin|bewerbung)",
            "(bestätige|bestätigen|verifizier*|aktualisier*) [sie] (ihre|deine|eure|ihr|dein|euer|eure|"
            "ihren|deinen|euren) *",
            "(konto|zugang|karte|kundenkonto) [wurde|ist|wird] (gesperrt|eingeschränkt|gelöscht|deaktiviert)",
            "(wie|laut) (besprochen|vereinbart|telefonisch *|gewünscht|abgesprochen|angefragt)|(unser* "
            "(gespräch|telefonat))",
            "(unser|dein|ihr|euer|eure|der) (termin|gespräch|telefonat|treffen|anruf|meeting) (morgen|"
            "heute|am|um|"
            "gestern|wurde|ist)",
            "(zu|nach|bezüglich|betreff) (ihrer|deiner|eurer|unserem|ihrem|deinem|eurem|unserer) "
            "(anfrage|gespräch|"
            "telefonat|bestellung|rechnung|reklamation|termin|nachricht|mail|bewerbung|frage)",
            "(hast du|haben sie|habt ihr) meine|unsere [letzte] (mail|nachricht|e-mail|frage|brief|post) *",
            "(die|deine|ihre|eure) (unterlagen|fotos|dateien|dokumente) (von|anbei|wie|im anhang|sind|zum)",
            "(anbei|im anhang|angehängt) [die|der|das|ihre|deine|eure] *",
            "(einladung|zusage|absage|erinnerung|aktualisiert), (termin|besprechung|meeting|telefonat|#|ihr|"
            "dein|zahnarzt|essen|rechnung|zahlung)",
            "(wichtige|dringende|wichtig|dringend) [nachricht|information|mitteilung|hinweis|,] (zu|zur|zum|"
            "über|für|an|betrifft) (ihr*|dein*|euer*|eure*)",
            "(problem|fehler|rückfrage|frage|schwierigkeit*) (mit|bei|zu|zur|zum) (ihr*|dein*|euer*|eure*) *",
            "gesendet von meinem|(mein)",
            "(wir|ich) müssen|muss [mal|dringend] (reden|sprechen)",
            "(jemand|ein* (freund|freundin|kollegin|kollege|nachbar*)) hat (dir|ihnen|euch|dich|sie|euch) *",
            "passwort (zurücksetz*|abgelaufen|ändern|läuft|geändert)",
        ),
        "fr": (
            "(action|réponse|confirmation|signature|validation|vérification) [de (votre|ta) part] [est] "
            "(requise|nécessaire|demandée|attendue|obligatoire|urgente)",
            "(colis|livraison|envoi|commande|paquet) (retenue?|bloquée?|suspendue?|refusée?|en souffrance)",
            "(votre|ton|vos|tes|notre) [dernière|nouvelle] (facture|paiement|remboursement|reçu|prélèvement|"
            "relance|avoir|virement|réclamation|rendez-vous|réservation|abonnement|mensualité|ticket|relevé)",
            "(votre|ton) (commande|compte|livraison|adhésion|carte|mot de passe|inscription|demande|dossier|"
            "solde|colis|appel|candidature|profil|retour) _2 "
            "(est|a|sera|n'a|n'est|n°|nº|no|#|expire|attend|arrive|bloqué*|suspendu*|confirmé*|validé*|"
            "expédié*|en|retardé*|reçu*|annulé*|incompl*|du|vous)",
            "(paiement|commande|prélèvement|livraison|virement|colis) [#] (reçue?s?|confirmée?s?|refusée?s?|"
            "rejetée?s?|échouée?s?|(en attente)|bloquée?s?|(non (reçu*|livré*|abouti))|impayée?s?|"
            "annulée?s?|expédiée?s?|validée?s?|impossible)",
            "(commande|colis|facture|dossier) (n°|nº|no|bloquée?s?|#|numéro|(en attente))",
            "(vous avez|tu as|t'as) [#|un|une] [nouveau*|nouvel*] (gagné|(été (sélectionné*|tiré*|choisi*))|"
            "messages?|appels?|remporté|reçu (un|une) *)",
            "(un|nouveau|nouveaux) [nouveau*] (messages?|appels?|notifications?) (non|manqué*|vocal|vocaux|"
            "en|de|reçu*)",
            "(messages?|appels?) (manqué*|non lu*|vocal|en attente|en absence)",
            "(dernier|second|deuxième|premier) (rappel|avis|avertissement|relance)",
            "(avis|tentative) de (passage|livraison|paiement|prélèvement|relance|mise en demeure|connexion|"
            "recouvrement)",
            "(mise en demeure|impayée?s?)",
            "facture [#|n°] (impayé*|en attente|jointe|ci-jointe|n°|#|disponible|échue|à (régler|payer|"
            "télécharger)|du (#|mois|premier)|de (janvier|février|mars|avril|mai|juin|juillet|août|septembre|"
            "octobre|novembre|décembre))",
            "alerte (de sécurité|sécurité|connexion|de connexion|fraude|de fraude)",
            "(connexion|activité) (suspecte|inhabituelle)",
            "(félicitations|bravo), (vous|tu|votre|ton) [*]",
            "(merci) (pour|de) (votre|ton) (commande|achat|paiement|appel|message|réservation|règlement|"
            "demande)",
            "(confirme*|vérifie*|validez|valide|actualise*) [donc] (votre|ton|vos|tes) (compte|adresse|"
            "coordonnées|identité|commande|inscription|rendez-vous|présence|mail|données|informations|"
            "livraison)",
            "(nous|on|le livreur|notre livreur|le facteur|j'ai|le transporteur) [avons|a|n'avons|n'a] [pas] "
            "(essayé|tenté|pu|sommes passés) *",
            "suite à (notre|votre|ton|ta)",
            "comme (convenu|promis|demandé|discuté|prévu)",
            "(notre|votre|ton) (rendez-vous|appel|entretien|réunion|conversation|échange) (de|du|demain|est|"
            "a|à|mardi|jeudi|lundi)",
            "(as-tu|avez-vous|tu as|vous avez) (reçu|vu|lu|bien reçu|eu) (mon|notre) (dernier|message|mail|"
            "email|courrier|mot|précédent) *",
            "(les|vos|tes) (documents?|photos?|fichiers?|pièces?) (que|jointe?s?|demandé*|ci-joint*|sont|en)",
            "(ci-joint*|pièce jointe|en pièce jointe)",
            "(invitation|accepté|rappel|annulé|reporté|mise à jour), (réunion|rendez-vous|votre|ton|appel|#|"
            "facture|dîner|dentiste|point)",
            "(important|urgent), (concernant|à propos|votre|ton|au sujet) *",
            "(problème|souci|incident|erreur|question|anomalie) (avec|sur|concernant|de) (votre|ton|vos|"
            "tes) *",
            "envoyé de mon|depuis *",
            "(il faut qu'on|on doit|nous devons) (parle|parler|se parler)",
            "(mot de passe) (expiré|oublié|réinitialis*|à *)",
            "compte (bloqué|suspendu|désactivé|clôturé|restreint|expiré)",
        ),
        "es": (
            "(paquete|envío|entrega|pedido) (retenid|bloquead|suspendid|rechazad|detenid)(o|a)",
            "(acción|respuesta|confirmación|verificación|firma) [es] (requerida|necesaria|pendiente|urgente|"
            "obligatoria|solicitada)",
            "(su|tu|sus|tus) [últim(o|a)|nuev(o|a)] (factura|pago|reembolso|recibo|justificante|cargo|abono|"
            "devolución|reclamación|cita|reserva|suscripción|ticket|transferencia|multa)",
            "(su|tu) (pedido|cuenta|paquete|envío|tarjeta|contraseña|solicitud|suscripción|saldo|premio|"
            "entrega|llamada|inscripción|compra|domiciliación|candidatura) _2 "
            "(está|ha|será|fue|no|nº|n|número|#|caduca*|expira*|espera|llega|sale|necesita|pendiente|"
            "bloquead*|suspendid*|confirmad*|retenid*|en|va|tiene|sigue|anulad*|falta|del)",
            "(en|con|de|sobre) (su|tu) (pedido|cuenta|paquete|envío|pago|tarjeta|entrega|reserva|cita|"
            "factura)",
            "(pago|pedido|envío|cargo|paquete|transferencia|recibo) [#] (recibid(o|a)|confirmad(o|a)|"
            "rechazad(o|a)|fallid(o|a)|devuelt(o|a)|retenid(o|a)|pendiente|(en espera)|impagad(o|a)|(no "
            "entregado)|denegad(o|a))",
            "(has|ha|habéis|usted ha|tú has) (ganado|(sido (seleccionad*|elegid*|agraciad*))|(resultado "
            "ganador*)|recibido *)",
            "(tienes|tiene) [#|un|una] (mensajes?|llamadas?|paquete|cita|notificaci*|nuev(o|a)|pago|deuda|"
            "(# *)) *",
            "(un|una|nuevo) [nuevo*] (mensajes?|llamadas?|notificaci*) (nuevo*|sin|perdida*|no|pendiente*)",
            "llamada|mensaje (perdid(o|a)|(sin leer)|(de voz)|nuevo)",
            "(último|segundo|primer) (aviso|recordatorio|requerimiento|llamamiento)",
            "(aviso|intento|notificación|confirmación|incidencia|problema|error|retraso) (de|en|con|sobre) "
            "(pago|impago|entrega|paquete|cobro|embargo|reparto|pedido|cargo|acceso|cita|reserva|compra|(tu "
            "*)|(su *)|(el (envío|pago|pedido))|(la entrega))",
            "alerta|aviso de seguridad|fraude|acceso",
            "(actividad|acceso|inicio de sesión) (sospechos(o|a)|inusual)|inusual",
            "(enhorabuena|felicidades), (has|ha|eres|usted|tu|su) [*]",
            "gracias por (tu|su) (pedido|compra|pago|llamada|mensaje|reserva|consulta)",
            "(confirma|confirme|verifica|verifique|actualiza|actualice) (tu|su|tus|sus) (cuenta|datos|"
            "dirección|correo|identidad|pedido|cita|asistencia|tarjeta|reserva|entrega)",
            "(hemos intentado|intentamos|no hemos podido|no pudimos|no conseguimos|el repartidor) *",
            "(como|según) (acordamos|hablamos|quedamos|prometimos|solicitaste|pediste|lo hablado|convenido)",
            "(nuestra|tu|su) (reunión|llamada|cita|conversación|charla) (de|del|mañana|es|se|con|a)",
            "(recibiste|recibió|viste|leíste|te llegó|has visto|has recibido) mi|nuestro [último] (correo|"
            "mensaje|email|carta) *",
            "(los|tus|sus) (documentos?|fotos|archivos?) (que|adjunt*|solicitad*|están)",
            "(adjunt(o|a)|archivo adjunto|se adjunta|te adjunto|le adjunto)",
            "(invitación|aceptada|recordatorio|cancelada|aplazada), (reunión|cita|llamada|tu|su|#|cena|"
            "factura|pago|dentista)",
            "(importante|urgente), (sobre|acerca|tu|su|relativ*) *",
            "enviado desde mi",
            "tenemos que hablar",
            "(contraseña) (caducad*|restablec*|ha|a punto)",
            "cuenta (bloqueada|suspendida|desactivada|cerrada|restringida)",
            "cargo|compra|pago|acceso|movimiento (no "
            "reconocid(o|a))|sospechos(o|a)|indebid(o|a)|duplicad(o|a)",
            "(última|segunda|primera) (notificación|advertencia|alerta)",
            "(te|le) (dejé|dejaron|dejó|mandé|llamé|llamaron|escribí) (un|una|ayer|hoy|anoche|esta|sin) *",
            "(ganaste|ganó|resultaste|fuiste|has resultado) [*] "
            "(un|una|el|la|#|ganador*|seleccionad*|elegid*|premio)",
            "(comprobante|recibo|factura|justificante|resguardo) (de (tu|su|compra|pago|pedido|la))|por",
        ),
    }
)
