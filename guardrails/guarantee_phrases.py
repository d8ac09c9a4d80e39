"""Promises to pay back, replace, repair, take back or let try, in four languages."""

from __future__ import annotations

import re

from guardrails.lexicon import Lexicon

_EN_MONEY = "money|penny|cent|dollar|pound|quid|euro|cash|pennies|pounds|dollars|euros"

GUARANTEES = Lexicon(
    {
        "en": (
            "year's|years'|month's|months' (cover|warranty|guarantee|protection|promise|service|repairs)",
            "(next|new|second|replacement) (one's|one is) (free|(on us)|ours|(in the post))",
            "or (it's|it is|they're|the * is|that one's|yours is|we'll make it) (free|(on us)|(on "
            "the house))",
            "or (we pay|we'll pay|you don't pay|you pay nothing|we refund|we'll refund|we replace|"
            "we'll replace|we'll give|we'll send|your money|your next *|your cash)",
            "(we|i) (promise|guarantee|swear|vow) [that|you] (you'll|you will|it'll|it will|you "
            "won't|it won't|they'll|they will|they won't|your *|you can't|you're going)",
            "(you will|you'll|you're going to) (love|adore) (it|them|this|these) (guaranteed|or "
            "(your|we|it|send))",
            "(will|it'll|they'll|you'll) never [once] (break|chip|crack|fade|rust|wear|tear|fail|"
            "split|shrink|leak|snap|warp|stain|bend|let you down|lose its|blunt|dull|need replacing|"
            "need sharpening|peel|tarnish)",
            "(lasts|last|yours|good|built|made|works|guaranteed|stays sharp|keep it|keeps) for (life|"
            "a lifetime|ever|generations|(at least # years)|(# years) (or|guaranteed))",
            "(last|lasts|lasting|outlast|outlasts|outlive|outlives) (you|a lifetime|a life-time|(for "
            "(ever|generations|decades|life))|forever|(the rest of your)|(all your *)|generations)",
            "(satisfaction|happiness|results?|success|delight|delivery by *|freshness|quality|"
            "comfort|fit|perfection|enjoyment) [is|are|comes|always|fully|*] (assured|guaranteed|"
            "promised|certain|warranted)",
            "(satisfaction|happiness|results?|success|delight|freshness|comfort) (assured|guaranteed|"
            "promised|certain)",
            "(satisfaction|happiness|results?|success|delight|freshness|comfort) is|are|comes "
            "(assured|guaranteed|promised|certain|standard)",
            "(you have|you've got|have|take|with|that's|it's) our word|promise|guarantee|pledge",
            "our (word for it|promise to you|pledge|guarantee)",
            "(that's|that is|and that's|it's|this is|consider it) a (promise|guarantee|pledge|vow|"
            "cert|certainty)",
            "(we'll|we will|we|we'd) [always|happily|gladly|even|simply|just] (refund|give [you] "
            "[you] (back|a refund)|pay [you] [you] back|put it right|make it right|sort it|sort it "
            "out|stand by|stand behind|honour|honor|cover) (it|them|every*|all|any*|the|for|your|our|"
            "what*|*)",
            "(we|i) (stand|stands) (by|behind) (it|them|our|every*|what)",
            "(cover|covers|covered|protect*|back*|backed|insured) (by|with|under|for|against) (a|an|"
            "our|full|lifetime|any|all|every|#|*) _2 (guarantee|warranty|cover|promise|policy|"
            "insurance|breakages?|damage|loss|accidents?|wear|faults?|theft|years?|months?|life)",
            "[full|generous|extended|extra] (year|years|month|months|lifetime|lifelong|ten-year|"
            "five-year|two-year|three-year|twenty-year) [of] [of] (guarantee|warranty|cover|"
            "protection|care|aftercare|peace of mind|repairs|promise)",
            "(swap|exchange|return|change|send) (it|them|anything|yours) [back] (any time|anytime|"
            "whenever|at any *|for free|free of charge|for nothing|no matter|for any reason|without "
            "(a|any) (reason|receipt|question*|fuss)|for (a|any) (refund|different|other)|later|"
            "within|for as long)",
            "(any|every|whatever) (reason|damage|fault|breakage|defect|problem) [at all|whatsoever] "
            "[at all|whatsoever|*] [and] [and] (we|we'll|you|you'll|is|gets|will be) (replace*|"
            "refund*|repair*|return*|swap*|send*|put right|back)",
            "(full|complete|instant|immediate|total|prompt|automatic) (refund|reimbursement|credit|"
            "exchange|replacement)",
            "(take|has|have|try|keep|use|wear|live with|enjoy|borrow|test) (it|them|one|your time) "
            "_3 [a|full|whole|#] (month|fortnight|year|week|weeks|months|days|nights) (to decide|"
            "(and|then|if|before|to|free|on us) *)",
            "(send|bring|post|ship|mail) (it|them|yours|the *) back (if|whenever|any time|free|for "
            "free|for nothing|at our|and (we|we'll|get|pay|owe)|no|within|for (a|any))",
            "(don't|do not|won't) pay (a penny|anything|a cent|until|unless|if)",
            "(without|no|zero|free of|nothing to) (risk|risks|lose)",
            "unconditional*",
            "no receipt|paperwork|(proof of purchase) [needed|required]",
            "(settle|settling) up in full",
            "money-back",
            f"(every|each|all|your|the|full) [last|single|of|of your|of the] {_EN_MONEY} _4 back",
            f"get|have|give|giving|given|send|hand|claim|want|return|refund|repay|(pay you) _3 {_EN_MONEY} "
            f"_4 back",
            f"(return|refund|repay|(give back)|(hand back)) [you] your|every|the [full|last|whole] "
            f"{_EN_MONEY}|price",
            "refund*|reimburs*",
            "guarantee|guaranteed|guarantees|guaranteeing _2 (for (life|(as long as you *)|(# years)))",
            "guarantee*|warrant(y|ies)|warranted",
            "no questions asked|(no-quibble)|(no ifs)",
            "no-quibble|(strings returns)",
            "risk-free|(zero risk)|(no-risk)|(nothing to lose)|(without [any] risk)",
            "no-risk",
            "zero|without [any] risk",
            "nothing to lose",
            "on us if",
            "or (it's|it is|they're) (free|on us|on the house)",
            "or (your (money|next *))|(we pay)|(we'll pay)|(you don't pay)|(you pay nothing)",
            "try _4 (free|(for free)|(at home)|(without risk)|(on us)|(for # (days|nights|weeks|months)))",
            "free trial|returns|replacement*|repairs?|exchange*|(return shipping)",
            "home-trial",
            "day|night|week|days|nights trial|returns?|guarantee",
            "(we|we'll|we will|we'd) [gladly|happily|simply|just|always|also|even] "
            "(replace|repair|refund|(fix (it|them|yours|any*))|mend (it|them)|exchange|swap (it|them)|"
            "(take (it|them|yours) back)|(buy (it|them) back)|(make it right)|(send (you )?(a|another|a new|"
            "a fresh)))",
            "(we|we'll|we will|we'd) [gladly|happily|simply|just|always|also|even] replace|repair|refund|"
            "exchange|swap|mend",
            "(we|we'll|we will|we'd) [gladly|happily|simply|just|always] fix it|them|yours|any*",
            "(we|we'll|we will|we'd) [gladly|happily|simply|just] send|ship|post [you] another|(a (new|"
            "fresh|replacement) [one])",
            "(we don't|we won't|we do not|we will not|we never) ask why|questions|how",
            "(and|but|then) (we don't|we won't|we do not|we will not|we never) ask",
            "(doesn't|does not|don't|no) matter (if|what (happens|happened|the|your|you)|(how (old|long|"
            "many|much)))",
            "you (get|have|receive|(will get)|(will have)) [a|another] [brand] new (one|pair|set|*) (free|"
            "if|whenever|(for (free|nothing))|(at no)|(on us)|(from us)|(in the post)|(by return))",
            "however long|(no matter (when|how (long|old|many))) _3 (own*|owns|keep|(from now)|years|after|"
            "later)",
            "replaced|repaired|fixed|mended|swapped|exchanged (for free)|free|(free of charge)|(at no cost)|"
            "(without charge)|(no questions)|(for life)|(at our (cost|expense))",
            "(send|ship|bring|post|mail) (it|them) [right|straight] back",
            "return it|them|yours (within *)|free|(for free)|(any time)|anytime|whenever|(at any time)|(at "
            "our *)|(used *)",
            "(lifetime|lifelong) cover*|guarantee*|warranty|repair*|replacement*|service|promise|sharpening|"
            "support",
            "(covered|protected|insured|guaranteed|replaced|repaired) for|against _ (years?|life|months)|(# "
            "years)|breakage|damage|theft",
            "covered for life|(as long as you)|# [years|months]",
            "(never|won't|will not) have to (buy|replace) another|it|them",
            "(love it|(be happy)|(you'll love it)) or|(or your) [your] money|(it's free)|(send it)",
            "satisfaction guarantee*",
            "100 satisfaction",
        ),
        "de": (
            "(haften|bürgen|garantieren|verbürgen|stehen) wir [uns] (dafür|für|gerade)",
            "wir (haften|bürgen|verbürgen|garantieren) [uns] [dir|ihnen|euch|dafür|für]",
            "wir stehen [dafür] gerade",
            "(keinerlei|kein|null|ohne jedes|ohne jegliches|ohne|völlig ohne|nicht das geringste|nicht "
            "das kleinste) risiko",
            "(das|volles|jedes|ganze) risiko (liegt|tragen|trägt|übernehmen|nehmen) [ganz|allein] (wir|"
            "bei uns|uns)",
            "(oder|sonst|andernfalls|ansonsten|dann) (ihr zahlt|du zahlst|sie zahlen|zahlst du|zahlen "
            "sie|zahlt ihr|kostet es|kostet sie|kostet's|bezahlst du|bezahlen sie) [dich|sie|euch] "
            "(nichts|keinen cent|gar nichts|nix|keinen rappen)",
            "(hundertprozentige|100-prozentige|volle|vollste|absolute) (zufriedenheit|sicherheit|"
            "verlässlichkeit)",
            "(zufriedenheit|qualität|lieferung|frische|erfolg|haltbarkeit|passform|bestpreis) "
            "(garantiert|zugesichert|zugesagt|versprochen|inklusive)",
            "zufriedenheitsversprechen|frischegarantie|passformgarantie|geldzurück*|tiefpreisgarantie|"
            "preisgarantie|liefergarantie|ersatzgarantie|qualitätsgarantie|herstellergarantie|"
            "funktionsgarantie|erfolgsgarantie|nachkaufgarantie|bruchgarantie|dichtgarantie|"
            "anwachsgarantie",
            "(zehn|zwei|drei|vier|fünf|sechs|sieben|acht|zwanzig|dreißig|hundert|erweiterte*|volle*) "
            "[jahre*|monate*|tage*] (garantie|gewährleistung|rückgaberecht|umtauschrecht)",
            "mehrjährige*|fünfjährige*|zehnjährige*|zweijährige*|dreijährige* garantie",
            "(hält|halten|übersteht|überleben|überlebt) (ein leben lang|ewig|für immer|für die ewigkeit|"
            "generationen|jahrzehnte|jahrzehntelang|ein ganzes leben|bis in alle ewigkeit)",
            "(hält|halten|bleibt|begleitet) [dich|sie|euch|dir|ihnen] [garantiert] (ein leben lang|für "
            "immer|ein ganzes leben)",
            "kaufpreis|geld|betrag|rechnungsbetrag _3 (retour|zurück|zurückerstattet|wieder|erstattet|"
            "gutgeschrieben)",
            "(den|deinen|ihren|euren) [vollen|kompletten|ganzen] (kaufpreis|betrag|einsatz) (gibt's|gibt "
            "es|bekommst|erhalten|wieder|zurück)",
            "(umtausch|rückgabe|retoure|rücksendung) _2 (jederzeit|kostenlos|gratis|kostenfrei|"
            "unbegrenzt|problemlos|auf unsere kosten)",
            "(jederzeit|unbegrenzt|lebenslang) (zurückgeben|umtauschen|zurückschicken|umtauschbar|tauschen)",
            "(kostenlos|gratis|kostenfrei|umsonst) (zurück|retour|zurückschicken|zurückgeben|umtauschen|"
            "zurücksenden|ersetzt|repariert)",
            "ohne (wenn und aber|begründung|angabe von gründen)",
            "(darauf|dafür) (geben wir|hast du|haben sie|habt ihr|gibt es|gibt's) [dir|ihnen|euch|unser|"
            "volle] (wort|brief und siegel|garantie|gewähr)",
            "(brief und siegel|hand ins feuer)",
            "(garantiere|garantieren|zusicher*)",
            "(ohne|brauchst keinen|kein|keinen) kassenbon|beleg|rechnung",
            "geld-zurück*",
            "geld _3 zurück*|wieder",
            "(jeden|den vollen|den ganzen) cent|euro|betrag|kaufpreis|preis _2 zurück*|wieder|erstatt*",
            "kaufpreis _3 zurück|erstatt*",
            "garantie|garantien [(auf lebenszeit)|(ein leben lang)]",
            "garantier(t|en|te|ter|tes|tem|ten)",
            "lebenslang* garantie|gewährleistung|reparatur*|ersatz|(für sie da)",
            "rückerstattung*",
            "erstatten|erstattet|erstattung|rückerstatt*|zurückerstatt*|zurückzahlen",
            "jahre? garantie",
            "(ohne|kein|null|ohne jedes) risiko",
            "risikofrei*|risikolos*",
            "(nichts|nix) zu verlieren",
            "(ohne|keine) (wenn und aber)|rückfragen|(lästige fragen)|fragen",
            "(schick|schicken|schickt|sende|senden|sendet|gib|geben|gebt|bring|bringen|bringt) [du|sie|"
            "ihr] (es|ihn|sie|das|den|die) _6 "
            "zurück",
            "(schickst|sendest|gibst) du (es|ihn|sie) _4 zurück",
            "(kannst|können|könnt|darfst|dürfen|dürft) [du|sie|ihr] _5 (zurückgeben|zurückschicken|"
            "umtauschen|zurücksenden)",
            "(tauschen|ersetzen|reparieren|nehmen) wir _6 (zurück|aus|kostenlos|um|gratis)|(ihn|sie|es|dir|"
            "ihnen)",
            "wir (tauschen|ersetzen|reparieren|nehmen|übernehmen) _6 (zurück|aus|um|kostenlos|gratis|"
            "reparatur*)",
            "wir ersetzen|reparieren",
            "(bekommst|bekommen|bekommt|kriegst|erhältst|erhalten|erhaltet) [du|sie|ihr] _4 (ersatz|"
            "(neue* *)|zurück|erstattet)",
            "(kostenlos|gratis|umsonst)(e|er|en|es)? [und] umtausch|rückgabe|rücksendung|reparatur*|ersatz|"
            "retoure*|"
            "zurückschicken|zurückgeben|testen|probieren|ausprobieren|probe*",
            "(teste|testen|probier|probiere|probieren) [sie|ihn|es] _4 (kostenlos|gratis|risiko*|"
            "unverbindlich|(# (tage|nächte|wochen)*))",
            "tage|nächte|tagen (testen|probieren|rückgabe*|umtausch*|test*|probe*|garantie|rückgaberecht|"
            "widerruf*)",
            "rückgaberecht|umtauschrecht|zufriedenheitsgarantie|umtauschgarantie|haltbarkeitsgarantie|"
            "bestpreisgarantie",
            "(hält|halten) [garantiert|(ein leben lang)] garantiert",
            "bei nichtgefallen",
            "egal, (wie (viele jahre|lange|alt|oft)|wann)",
        ),
        "fr": (
            "(remplacé|réparé|échangé|repris|remboursé)(e?s?), (sans (discuter|discussion|frais|"
            "poser *|condition*|chichi*)|gratuit*|(c'est promis)|point)",
            "(résultats?|effets?|efficacité) (assurée?s?|certaine?s?|infaillibles?|(dès la première))",
            "(dur*|tien*|accompagn*|suiv*|gard*|serv*) _3 ((toute la|toute une|toute votre|toute ta) "
            "vie|(une vie entière)|(à vie))",
            "(nous nous|on s') [y] engage* (à (rembours*|remplac*|répar*|repren*|échang*|rendre)|(y))",
            "(nous nous y|on s'y) engage*",
            "(déç(u|ue|us|ues)|(pas (conquise?|convaincue?|satisfaite?|content*))), (on|nous) *",
            "(échang*|retour*|reprise) (gratuit*|sans frais|offert*|à nos frais|sans justif*|sans "
            "condition*|sans limite*|sans délai)",
            "(à l'épreuve) du temps",
            "sans [la moindre|aucune] (justif*|condition|limite de temps|explication)",
            "(vous|tu) (récupér*|retrouv*) [votre|ton|vos|tes|chaque|l'|la] (mise|argent|euros|sous|"
            "billes|intégralité|totalité)",
            "(zéro|aucun) (risque|engagement|regret possible)",
            "(on|nous) [vous|t'] _2 (rend*|rembours*|restitu*|vers*) [intégralement|tout|la "
            "totalité] (tout|l'intégralité|la différence|la totalité|jusqu'au dernier|votre mise|ta "
            "mise|l'achat|sans discuter)",
            "(garanti*|tranquill*|protégé*|couvert*) (pendant|pour|durant) (# ans|(deux|trois|cinq|"
            "dix|vingt) ans|longtemps|toujours|la vie)",
            "(ans|mois) de (garantie|tranquillité|sérénité)",
            "(le|la|les|l') (adopt*|aimer*|ador*) ou (on|nous) [vous|te] (le|la|les) *",
            "(ne|n'en) [vous|te|leur|lui] compter*|factur* rien",
            "(venir|viendr*|reviendr*) [encore] [en] réclamer",
            "satisfaite?s? [ou] rembours*",
            "rembours(é|ée|és|ées|ons|er|ement|ements|era|erons|able|e)",
            "garantie?s? à vie|(# ans)|(de # ans)|(pendant # *)|(pour toujours)|(* ans)",
            "garanti(e|es|s|r|ssons|t)?",
            "(rend*|rendons|rendrons|rendue?s?|récupér*|retrouv*) _3 (argent|(chaque centime)|(dernier "
            "centime)|centime)",
            "(votre|ton|l') argent rendu|(vous sera)",
            "sans [aucun] risque*|(poser de question*)",
            "aucun risque|(question posée)",
            "rien à perdre",
            "(zéro|0) risque",
            "(on|nous) [vous|le|la|les|te|l'] [le|la|les] (remplaçons|remplacerons|remplace|réparons|"
            "réparerons|"
            "répare|échangeons|échangerons|échange|reprenons|reprendrons|reprend|rachetons)",
            "(remplac(é|ée|és|ées|ement)|répar(é|ée|és|ées|ation|ations)|échang(é|ée|és|ées|e)|repris|"
            "reprise|retours?) "
            "gratuit*|(sans frais)|(à vie)|(à nos frais)|(sans condition)|offert*|(sans discuter)|(sans "
            "discussion)",
            "(renvoy*|retourn*|rend*|ramen*) [-] [le|la|les|nous] (sous|dans|pendant|quand|gratuit*) _2 "
            "(jours|mois|semaines)",
            "(renvoyez|renvoie|retournez|retourne)-(le|la|les) (nous|chez|sous|dans|gratuit*|sans|à nos)",
            "(renvoyez|renvoie|retournez|retourne)-nous",
            "(essay*|test*) _4 (gratuit*|(sans risque)|(sans engagement)|(pendant # *))",
            "(essai|essais) gratuit*|(de # *)|(sans (risque|engagement))",
            "nuits|jours|mois (d'essai|(pour (changer|essayer|tester|décider|(nous le rendre))))",
            "ou (c'est gratuit)|(on vous le rembourse)|(c'est nous qui payons)",
        ),
        "es": (
            "sin (ticket|recibo|factura|(pedir (nada|explicaciones)))",
            "(te|le|os|les) [lo] devolvemos|devolveremos",
            "devolvemos|devolveremos|devolver|devuelven|(devuelto) [el|tu|su|cada|hasta|todo] "
            "(dinero|céntimo|importe|euro|(último (céntimo|euro)))",
            "devolvemos|devolveremos _2 (dinero|céntimo|importe|euro)",
            "(recupera*|recuperarás) [tu|su|el] dinero|importe",
            "devolución|devoluciones (del (dinero|importe))|gratis|gratuit*|garantizad*|(sin (preguntas|"
            "coste))",
            "reembols*",
            "garantía|garantías [(de por vida)|vitalicia|(de # años)|(de * años)]",
            "garantizad(o|a)s?|garantizamos|garantiza|garantizan",
            "(sin|cero|0) [ningún|correr] riesgos?|(hacer preguntas)|preguntas",
            "ningún riesgo",
            "nada que perder",
            "(te|se|le|os) (lo|la|los|las) (cambiamos|reparamos|reponemos|sustituimos|arreglamos|recogemos|"
            "regalamos)",
            "(cambiamos|reparamos|reponemos|sustituimos|arreglamos) _4 (gratis|(sin coste)|(otr(o|a))|"
            "nuev(o|a)|(de por vida)|(sin preguntas))",
            "(reparación|reparaciones|repuestos|recambio|cambio|sustitución) gratis|gratuit*|(de por vida)|"
            "(sin coste)|vitalici*",
            "(pruéba*|prueba|probar|pruebe) _5 (gratis|(sin (riesgo|compromiso))|(# (días|noches|meses)))",
            "días|noches|meses [de] (prueba|(para (devolver*|probar*|cambiar*|arrepentir*)))",
            "(devuélve*|devuelve|devuélvalo|mándanos*) _4 (gratis|(sin *)|dinero|(y ya)|cuando)",
            "o (te sale gratis)|(es gratis)|(no pagas)|(te lo regalamos)",
            "(de por vida)|vitalici(o|a)s?",
            "(te|le|les|os) (durará*|dura|duran|acompañará*) _2 ((toda|una) la? vida)|(toda la "
            "vida)|(una vida)|(para siempre)|generaciones|décadas",
            "(duran?|durará|durarán|aguantará|aguantarán|resistirá|resistirán) _2 (toda [la|una] "
            "vida)|(para siempre)|eternamente|generaciones|siglos|décadas",
            "(éxito|resultados?|satisfacción|calidad|acierto|entrega|frescura|eficacia) "
            "[está|están|total|absoluta] (asegurad|garantizad)(o|a)s?",
            "(satisfacción|satisfecho|satisfecha) (total|plena|garantizada|asegurada) [o]",
            "dos|tres|cinco|diez|quince|veinte|treinta|cien años [enteros] de "
            "(tranquilidad|cobertura|protección|garantía|servicio)",
            "(nunca|jamás) se [te|le|os] "
            "(desafila*|agrieta*|raja*|rompe*|oxida*|estropea*|deforma*|despinta*|descose*|decolora*|"
            "gasta*|desgasta*|apolilla*|atasca*|raya*|despega*|encoge*)",
            "(cámbi*|cambi*|devuélv*|devuelv*|devolver*|retorn*) _3 (sin "
            "(coste|cargo|gastos|compromiso|explicaciones|preguntas|más))|gratis|gratuitamente|(cuando "
            "(quieras|quiera|gustes))",
            "(llega|llegan|llegará|entrega|entregamos|recíbel*|recíbal*|recibes|recibirás|recibirá|(la|lo) "
            "tienes|envío|(en casa)) [en casa|siempre|garantizad*|seguro] en|(en menos de)|(antes de) "
            "(# (h|horas|días))|(un día)|(veinticuatro horas)|(dos días)|(tres días)",
            "(te|le|os|les) [lo|la] (reintegra*|abonamos|abonaremos|retorna*) _3 "
            "(importe|dinero|euro|céntimo|compra|pedido|todo)",
            "sin (compromiso (alguno|ninguno|(de (compra|permanencia))))|permanencia|ataduras",
            "(te|se|os) lo (damos|ponemos|firmamos|dejamos) por escrito",
            "(nos|lo) [la] (quedamos|llevamos) de vuelta",
            "(va|van) a durar* _2 (toda [la|una] vida)|(para siempre)|generaciones|años",
            "(cambios|devoluciones|cambio|devolución) [y (cambios|devoluciones)] (sin "
            "(costo|coste|cargo|preguntas|ticket|complicaciones))|gratis|gratuit*",
            "(no arriesga*|(no (pierdes|pierde|perdéis) nada)|(sin arriesgar))",
            "(pruéb*|prueb*|úsal*|úsel*|disfrút*) _1 (un mes|# "
            "días|(treinta|quince|catorce|sesenta|noventa|cien) (días|noches)|(dos|tres|unas) "
            "(semanas|meses)) [y|antes|para|sin|en|gratis]",
            "(la|lo|las|los) "
            "(reponemos|cambiamos|reparamos|arreglamos|sustituimos|recogemos|reemplazamos) [gratis] "
            "(si|gratis|sin|aunque|por otr(o|a)) *",
            "(te|le|os|les) (regresamos|regresaremos|reponemos) [el|tu|su|cada] "
            "(dinero|importe|peso|pesos|pago|compra|*)",
            "(aguanta|aguantan|dura|duran|resiste|resisten|sirve|sirven) _1 ((toda una|toda la) "
            "vida)|(la vida entera)|(para siempre)|generaciones",
            "(tiene|tienes|tenéis|tienen) (un mes|(# días)|(quince|treinta|catorce) días|dos semanas) "
            "[enteros] para (arrepentir*|devolver*|pensár*|cambiar*|decidir*|probar*)",
        ),
    }
)
# "If you don't love it": a promise only together with a remedy in the same or the next sentence.
CONDITIONS = Lexicon(
    {
        "en": (
            "if _2 (don't|doesn't|does not|do not|isn't|is not|aren't|are not|(fails to)|won't|hate|hates|"
            "breaks|break|"
            "chips|leaks|rips|tears|cracks|splits|fades|shrinks|wears)",
            "if you're|(it's)|(they're) not|(less than)",
            "if (anything (breaks|goes|happens|is wrong))|(you hate)|(you change your mind)|(it ever *)|"
            "(they ever *)",
            "(not|don't) [quite|completely|absolutely] (happy|satisfied|convinced|thrilled|(in love)|sure|"
            "love|like)",
            "change|changed your mind",
            "should a|an|any|anything|one|it|they|yours|either *",
            "(when|the day) it|they (breaks|break|fails|fail|wears|wear|gives|give|cracks|snaps)",
            "hate it",
            "if (a|an|the|any|your|one|either|it|they|its|that|this) _8 ever *",
            "should _4 ever *",
            "lose|break|chip|crack|snap|bend|tear a|an|one|any|it",
            "ever let|lets|give|gives|fail|fails|break|breaks|snap|snaps|crack|cracks|rip|rips|tear|tears|"
            "split|splits|come|comes|wear|wears|bend|bends|leak|leaks",
            "whenever (a|an|the|any|your|one|it|they) _4 (breaks|break|fails|fail|goes|gives|splits|tears)",
        ),
        "de": (
            "(sollte|sollten|falls|wenn|egal) _8 (jemals|irgendwann|eines tages|je einmal|einmal|egal wann)",
            "egal (in welchem (jahr|jahrzehnt))|(wann|wie lange) [das|es|sie] *",
            "wenn (es|er|sie|ihr|dein*|ihr*|euer*|eure*|etwas|dir|ihnen|euch) _5 (nicht|kaputt*|bricht|"
            "reißt)",
            "gefällt|gefallen|passt|überzeugt|schmeckt _4 nicht",
            "nicht (zufrieden|überzeugt|glücklich|gefällt|gefallen|passt)",
            "(sollte|sollten) _5 (nicht|brechen|kaputtgehen|reißen)",
            "geht|gehen _3 kaputt",
            "(schick|schicke|schicken sie|sende|senden sie|sendet|bring|bringen sie|bringt) uns|mir _5",
            "(kriegt|bekommt|schafft) (dein*|ihr*|euer*|eure*|jemand|er|sie|es) *",
        ),
        "fr": (
            "si (vous|tu|votre|ton|elle|il) _3 (pas|plus)",
            "s'il|(s'ils)|(s'elle) _4 (pas|casse|lâche|déchire)",
            "(pas|peu) [entièrement|complètement|tout à fait] satisfait*|convain*|content*",
            "si (jamais|elle casse|il casse|quelque chose)",
            "si (le|la|les|l'*|un|une|votre|ton|vos|tes) _5 (un jour|jamais|lâche*|fend*|casse*|rompt|cède*)",
        ),
        "es": (
            "si (no|algo|a tu|se) _4 (gusta*|convence*|satisfech*|conten*|enamora*|encaja*|rompe*|estropea*|"
            "falla*)",
            "(no) (te|le|os) (gusta*|convence*|enamora*)",
            "si se rompe|estropea|(te rompe)",
            "si [al|a la|en|un día|alguna vez] _6 (cede*|rompe*|falla*|despega*|descose*|parte*|agrieta*|"
            "raja*|oxida*|deja*|gasta*|suelta*)",
            "si [se|te|algo] (quiebra*|raja*|agrieta*|desafila*|despinta*|decolora*|falla|encoge*)",
            "si (no (es|era|queda*|resulta*|te|le|os)|(cambia* de (idea|opinión|parecer))|(te "
            "arrepient*|se arrepient*)) [*]",
            "(quedará|quedarás|quedaréis) (encantad|satisfech|content)(o|a|os|as)",
        ),
    }
)
REMEDIES = Lexicon(
    {
        "en": (
            "send|return|ship|post|bring|mail the|your|that * back",
            "(a new|another|a fresh|a replacement) * (is|will be|goes|comes|arrives|lands) [on|at|in|with]",
            "send|return|ship|post|bring|mail [it|them] back|us|ours",
            "returns?|replac*|repair*|exchang*|swap*|mend|(put it right)|(make it right)",
            "next|another one is",
            "(we'll|we will) (fix|take|send|sort|buy|come|make|cover|pay|eat|give)",
            "keep the|your money",
            "(you) (don't|won't) pay",
            "on us|(the house)",
            "at our [own] cost|expense",
            "(put|puts|make|makes|set|sets) it|them|things right|straight",
            "on our (dime|nickel|tab|bill|account)",
        ),
        "de": (
            "dann|und (liegt|kommt|bekommst|bekommen|bekommt|kriegst|gibt|schicken|geht|macht|liegen) _3 "
            "(neu(e|er|"
            "es|en)|ersatz|andere*)",
            "zurück*|umtausch*|tausch*|ersatz|ersetz*|reparier*|kostenlos|geld|erstatt*",
            "auf unsere kosten|rechnung",
            "erhalten|erhältst|erhält|bekommen|bekommst|bekommt|kriegen|kriegst|kriegt _3 neue(n|s|r)?|"
            "ersatz|andere(n|s|r)?",
        ),
        "fr": (
            "(il|elle) (en|vous en|t'en) (repart|arrive|revient|part) un|une neuf|neuve|autre",
            "renv*|retour*|rembours*|rempla*|répar*|échang*|repren*|argent",
            "à nos frais",
        ),
        "es": (
            "nuev(o|a)s?|mand(a|as|e|es|anos|ánoslo)|envía*|devuelv*|devol*|devuélv*|cambi*|repar*|"
            "reembols*|dinero|repon*|gratis|arregl*",
            "mandamos|mandaremos|enviamos|enviaremos|reintegr*|abonamos|abonaremos|recogemos|recogeremos|"
            "sustitu*|compens*|pagamos",
            "regresamos|regresaremos|reponemos|reemplaz*|costo",
        ),
    }
)
# What is said to be sure in jest, and no shop answers for: "la conversación está garantizada".
NO_PROMISE = re.compile(
    r"(?<!\w)(?:conversación|sonrisas?|risas?|carcajadas?|siestas?|diversión|fiesta|sobremesas?|bronca|lío|"
    r"piropos?|miradas|ronquidos|aplausos?|antojos?|silencio|polémica|buen humor|caos|"
    r"migas|manchas|pelos|abrazos?|besos)(?:,? (?:está|están|queda|quedan|más que|va|van|casi|es|son)){0,2} $"
)
