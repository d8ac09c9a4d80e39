"""What copy must not say or guess of its reader: body, belief, money, family, in four languages."""

from __future__ import annotations

import re

from guardrails.lexicon import Lexicon

# Words of private matters; they count where the reader is spoken of.
PRIVATE = Lexicon(
    {
        "en": (
            "bump|(last stretch)",
            "jewish|jew|muslim|christian|catholic|protestant|hindu|buddhist|sikh|atheist|evangelical|mormon|"
            "gay|lesbian|bisexual|"
            "transgender|queer|conservative|republican|democrat|left-wing|right-wing|socialist|tory|"
            "immigrant|refugee|"
            "pregnan*|ramadan|menopaus*|perimenopaus*|depress(ion|ed)|anxiety|disab(led|ility)|diagnos*|"
            "illness|diabet*|cancer|chemo*|"
            "divorc*|separation|widow*|debts?|overdraft|bankrupt*|overweight|obese|obesity|addict*|"
            "alcoholi*|sober|sobriety|bereave*|"
            "grieving|grief|miscarriage|infertil*|fertility|ivf|autis*|adhd|dyslexi*|wheelchair|dementia|"
            "arthrit*|incontinen*|"
            "impoten*|erectile|hiv|therapy|therapist|medication|meds|antidepressants|insomnia|wrinkles|"
            "retired|retirement|pension|unemploy*|redundan*|"
            "laid-off|payday|paycheck|waistline|postpartum|newborn|custody|trimester",
            "credit card [debt]",
            "due date",
            "faith|religion|church|mosque|synagogue|ethnicity|salary|prescription",
            "your (salary|income|bump)",
        ),
        "de": (
            "jüdisch*|jude|jüdin|muslim*|christlich*|christ|christin|katholi*|evangelisch*|protestantisch*|"
            "buddhist*|hindu*|schwul*|lesbisch*|queer|bisexuell*|transsexuell*|"
            "schwanger*|entbindung*|geburtstermin|fastenmonat|ramadan|depressi*|behinder*|krankheit|"
            "erkrankung|diagnose|scheidung|geschieden*|"
            "witwe*|verwitwet*|schulden|dispo|überzogen*|insolvenz|pleite|übergewicht*|mollig*|wähler*|"
            "wechseljahr*|menopause|"
            "rente|rentner*|ruhestand|pension*|arbeitslos*|gehalt|einkommen|alkoholi*|entzug|trauer*|"
            "fehlgeburt|kinderwunsch|"
            "unfruchtbar*|krebs|chemo*|diabet*|demenz|rollstuhl|therapie|therapeut*|tabletten|medikament*|"
            "rheuma|"
            "religion|kirche|moschee|synagoge|migrationshintergrund|schlafstörung*|babybauch|nachwuchs",
            "kreditkarte|(konto leer)|(monatsende)|(ende des monats)",
        ),
        "fr": (
            "jui(f|ve)s?|musulmane?s?|chrétien*|catholique*|protestant*|bouddhiste*|gay|lesbienne*|"
            "homosexuel*|enceinte|grossesse|accouchement|"
            "ramadan|dépression|dépressi*|déprimée?|handicap*|maladie|diagnostic*|divorc*|séparation|veuve?|"
            "veuvage|dettes?|découvert|surendett*|"
            "surpoids|obès*|obésité|rondeurs|électeur*|électrice*|ménopause|ménopausée?|retraité*|chômage|"
            "licenci*|salaire|revenus|addict*|"
            "alcooli*|sobre|sobriété|sevrage|deuil|fausse-couche|fertilité|stérilité|fiv|cancer|chimio*|"
            "diabèt*|diabétique|autis*|démence|"
            "thérapie|thérapeute|psy|médicament*|antidépresseur*|religion|foi|église|mosquée|synagogue",
            "carte bancaire|(fins? de mois)|(carte bleue)",
            "fins? de mois",
            "un certain|cet|votre|ton âge",
        ),
        "es": (
            "judí(o|a)s?|musul(m)(a|á)n*|cristian(o|a)s?|católic(o|a)s?|evangélic(o|a)s?|budista*|gay|"
            "lesbiana*|homosexual*|bisexual*|embaraz*|"
            "ramadán|depresión|deprimid(o|a)|discapacidad|enfermedad|enferm(o|a)|diagnóstic*|divorci*|"
            "separación|viud(o|a)s?|viudedad|deudas|endeud*|descubierto|hipoteca|"
            "sobrepeso|obesidad|votante*|menopausia|jubil*|pensionista|desemple*|despid*|"
            "sueldo|nómina|ingresos|adicci*|alcohólic*|sobri*|"
            "luto|aborto|fertilidad|infertil*|cáncer|quimio*|diabet*|diabétic*|autis*|demencia|terapia|"
            "terapeuta|psicólog*|medicación|"
            "artrosis|religión|iglesia|mezquita|sinagoga|barriguita|tripita",
            "tarjeta de crédito",
            "(fin|final|finales) de mes",
            "de izquierdas|derechas",
            "(en|el|del|al) paro",
            "(duelo|luto) reciente",
            "bancarrota|desahucio|embargo|subsidio|celiaqu*|celíac*|insulina|vejez|soltería|infidelidad",
        ),
    }
)
# Guesses that need no other word.
GUESSES = Lexicon(
    {
        "en": (
            "the bump (won't|is|gets|lets|has|makes|means|leaves)",
            "(month|money) runs|ran (out|dry|short) [before]",
            "you're|(you are) [both|probably|surely|clearly|now|finally|newly] (expecting|pregnant|retired|"
            "retiring|divorced|widowed|(single again)|(out of work)|(between "
            "jobs)|(trying for a)|(eating for two)|(getting on)|(over (forty|fifty|sixty|seventy|#))|(of a "
            "certain age)|(not getting any younger)|(no spring chicken)|(short of money)|(in recovery)|"
            "(going through (a|the|it)))",
            "(little one|baby|bundle of joy|new arrival|stork|tiny feet|third mouth|small person) [is|now|"
            "almost|nearly] (on (the|its|his|her|their) way)|due|(in the oven)|arriving|arrives|expected",
            "bun in the oven",
            "eating for two",
            "(your) (due date|bump|pregnancy|condition|diagnosis|divorce|separation|loss|grief|debts?|"
            "overdraft|illness|disability|weight|waistline|faith|religion|prayers|congregation|menopause|"
            "retirement|pension|finances|bank (balance|account)|biological clock|cycle|fertility|treatment|"
            "medication|chemo|recovery|sobriety|salary|paycheck|ex-husband|ex-wife|late (husband|wife|"
            "mother|father|partner)|bad (back|knee|hip)|hearing|joints|dodgy *|wrinkles|age)",
            "at|(people) (your|our) [time of] (age|time of life|stage of life|life)",
            "people|women|men|ladies|someone|somebody|folk|families of your|our|a (age|size|faith|figure|"
            "income|background|certain (age|size|figure))",
            "(of|at|reached|reach|past) a certain age|size",
            "(not|none of us) getting any younger",
            "(when|while|if|now|since|though) money is|(times are) _2 (tight|short|tough|hard)",
            "money is|has|been [been|a bit|rather|so|a little] tight|short",
            "tight|hard|difficult|lean|rough (year|month|times) for you|(financially|(on the (wallet|purse|"
            "bank)))",
            "(tight|lean|rough|tough|hard) (year|month|winter)",
            "(make ends meet)|(ends meet)|(until payday)|(between paychecks)|(till payday)|(in the red)",
            "make|making ends meet",
            "until|till|before|after payday",
            "(can't|cannot|couldn't|struggl* to|able to|can (finally|now|only)) afford",
            "(winter|christmas|lockdown|year|month|summer) (you've|you have) (had|been having)",
            "extra|stubborn|christmas|winter|unwanted|(a few) pounds|kilos|inches",
            "(scales|scale) (don't|doesn't|do not|won't|never|start|moving|move|moves|budge|tell|tells) "
            "[moving|lie*|you]",
            "muffin top|(love handles)|(dad bod)|(baby weight)|(beer belly)",
            "love handles",
            "(stone|pounds|kilos|weight|inches) (you) [have|'ve] [been] (carrying|put|gained|lost|shed)",
            "(stone|pounds|kilos|weight) you've [been] (carrying|put|gained|lost|shed)",
            "extra stone",
            "choosing|picking [baby] names",
            "baby weight",
            "(empty nest|empty-nest*|(nest is empty))",
            "(since|after|now) (he|she|your (husband|wife|partner|mother|father|mum|mom|dad|dog|cat)) (left|"
            "died|passed|went|moved out|is gone)",
            "(after|since) your [recent|sad] (loss|divorce|break-up|breakup|surgery|operation|diagnosis|"
            "treatment|fall|stroke|redundancy)",
            "(as|like|for) a|an [good|fellow|devout|proud|new|young|single|practising|busy] (jew|muslim|"
            "christian|catholic|hindu|sikh|democrat|republican|tory|conservative|socialist|pensioner|widow|"
            "widower|diabetic|"
            "divorcee|single (mum|mom|mother|dad|father|parent)|retiree|immigrant|(gay|lesbian|trans|queer) "
            "*|vegan)",
            "(with|given|by) (a|your) (name|surname) like (yours|that)|*",
            "your (surname|name) (suggests|tells|says|gives) *",
            "your (people|community|congregation|parish|mosque|synagogue|temple|party|candidate|vote)",
            "(break|breaking|broke) your fast",
            "(during|for|after) your (fast|lent|ramadan|shabbat|prayers)",
            "(how|when|where|who) you (vote|voted|pray|worship)",
            "(pulling you through|keeping you up at night|sleepless nights|night sweats|hot flushes|hot "
            "flashes)",
            "(your) (drinking|smoking|gambling|habit|hangover|anxiety|depression|insomnia|adhd|migraines?|"
            "blood pressure|diabetes|eczema|allergies|asthma|arthritis|period|periods)",
            "(you) (suffer|suffered|suffering|struggle|struggling|live|living|coping|cope|battle|battling) "
            "(from|with) *",
            "(you've|you have|you) [just|recently] (lost|buried|gained|put on|been diagnosed|been told|been "
            "ill|been unwell|come out|quit drinking|given birth|miscarried|separated|split up|remarried|let "
            "your *)",
        ),
        "de": (
            "(geschwisterchen|baby|nachwuchs|bäuchlein) _2 (ankündigt|kündigt|unterwegs|erwartet|kommt)",
            "(dein|ihr) [kleines|schmales|knappes] budget",
            "(du bist|sie sind|bist du|sind sie|da du|da sie|weil du|weil sie|wo du|wo sie|jetzt, wo) [du|"
            "sie] [ja|jetzt|nun|gerade|wohl|schon|bald] [*] "
            "(schwanger|geschieden|verwitwet|alleinstehend|alleinerziehend|arbeitslos|pleite|im ruhestand|"
            "in rente|nicht mehr (der|die) jüngst*|religiös|gläubig|getrennt|krank|übergewichtig|mollig|in "
            "anderen umständen|guter hoffnung)",
            "in anderen umständen|(ihrem alter)|(deinem alter)|(ihren jahren)|(deinen jahren)|(eurem alter)",
            "guter hoffnung",
            "bauch _1 (runder|wächst|rundet|rund|dicker|spannt)",
            "namenslisten|babynamen|namensliste",
            "(kurze|schlaflose|durchwachte) nächte*",
            "nicht mehr (der|die) (jüngst*)",
            "(ab|in) einem|ein gewissen|gewisses|bestimmten alter",
            "(nachwuchs|baby|kleines|familienzuwachs) [ist|sich] [bald] (unterwegs|erwart*|ankündigt|"
            "angekündigt|kommt)",
            "(dein|deine|deiner|deinem|deinen|ihr|ihre|ihrer|ihrem|ihren) (diagnose|schwangerschaft|"
            "babybauch|geburtstermin|entbindung|scheidung|trennung|verlust|trauer|schulden|dispo|kontostand|"
            "gewicht|figur|glaube|glauben|religion|"
            "wechseljahre|wechseljahren|rente|gehalt|krankheit|behinderung|medikamente|therapie|ex|exmann|"
            "exfrau|verstorben*|wurzeln|herkunft|gemeinde|wahl|stimme|rücken|knie|gelenke|falten|alter|"
            "schlafstörungen|depression|angst|bluthochdruck|rheuma|allergie)",
            "(mit den|in den|während der|durch die) wechseljahr*",
            "(wechseljahre|wechseljahren) (wird|werden|ist|sind|kommt|bringen)",
            "(am|gegen) (ende des monats|monatsende|ende vom monat) _4 (knapp|eng|leer|klamm)",
            "(geld|kasse|konto|haushaltskasse|geldbeutel|portemonnaie) _3 (knapp|eng|leer|klamm|überzogen|"
            "im minus)",
            "hast|haben [ja|doch] *isch(e|en) wurzeln|vorfahren",
            "(als) [guter|gute|gläubig*|echt*|alleinerziehend*] (jude|jüdin|muslim|muslima|christ|christin|"
            "katholik|katholikin|rentner|rentnerin|witwe|witwer|diabetiker*|mutter von *|alleinerziehend*|"
            "grünen-wähler*|grünenwähler*|linke*|konservativ*)",
            "(mit|bei) (so|einem|ihrem|deinem|solch) [einem] (namen|nachnamen) [wie] *",
            "(die) waage (lügt|zeigt|sagt|meint|ächzt|knarzt) *",
            "(paar|überflüssige|überflüssigen|weihnachts) (kilos|pfunde|pfündchen)",
            "(nach|seit) (dem tod|ihrem verlust|deinem verlust|der scheidung|der trennung|der diagnose|der "
            "op|der operation|der chemo) *",
            "(seit|nachdem) (er|sie|dein*|ihr*) _3 (weg ist|gestorben|ausgezogen|verlassen|gegangen)",
            "(du|sie) [ja] (leidest|leiden|leidet) (an|unter)",
            "(du|sie) _4 (nicht leisten|leisten können|leisten kannst|leisten konnte*)",
            "(wen|was) (du|sie) (wählst|wählen|gewählt)",
        ),
        "fr": (
            "petit budget|(budget serré)",
            "petit frère|(petite sœur) (arriv*|s'annonce|en route)",
            "(tu es|vous êtes|tu sois|vous soyez|étant) [sans doute|maintenant|désormais|bientôt|aussi] "
            "(enceinte|retraité*|à la retraite|divorcé*|veuf|veuve|célibataire à nouveau|seule depuis|au "
            "chômage|malade|fauché*|en deuil|croyant*|pratiquant*|juif|juive|musulman*|catholique)",
            "ventre _1 (rond|rondit|arrondi*|pousse)",
            "nuits (courtes|blanches|hachées)",
            "(heureux événement|heureux évènement)",
            "(bébé|petit|bout de chou) [qui] (arrive*|en route|(est en route)|(pour bientôt)|attendu)",
            "(votre|ton|vos|tes|ta) (grossesse|diagnostic|divorce|séparation|deuil|dettes?|découvert|poids|"
            "ligne|foi|religion|ménopause|retraite|salaire|maladie|handicap|traitement|thérapie|ex|ex-mari|"
            "ex-femme|défunt*|terme|accouchement|"
            "origines|racines|communauté|paroisse|prières?|vote|genoux|dos fragile|rides|âge|insomnies|"
            "dépression|anxiété|arthrose|tension|diabète|fins de mois|banquier|kilos)",
            "à (votre|ton|notre|un certain) âge",
            "(un|d'un) certain âge",
            "(plus) (tout|toute) jeune",
            "(la) balance (ne ment|ment|dit|n'a|s'affole|proteste|grince) *",
            "(la) retraite (te|vous) *",
            "(la) ménopause",
            "(kilos|rondeurs) (en trop|superflus|de noël|de l'hiver|de grossesse|des fêtes)",
            "(fins?) de mois (difficiles?|serrée?s?|tendue?s?|compliquée?s?)",
            "(budget|porte-monnaie|compte|finances) _2 (serré*|dans le rouge|à sec|à découvert|tendu*)",
            "(en tant que|comme) [bon|bonne|un|une|tout|toute] (juif|juive|musulman*|catholique|chrétien*|"
            "croyant*|retraité*|veuve|veuf|mère célibataire|maman solo|diabétique|électeur*|électrice*)",
            "(avec) un (nom|prénom) (comme|pareil) *",
            "(depuis|après) (votre|ton|sa|la|le) (perte|divorce|séparation|opération|décès|deuil|diagnostic|"
            "rupture|départ de *) *",
            "(depuis qu'il|depuis qu'elle) (est parti*|vous a quitt*|t'a quitt*|n'est plus)",
            "(tu|vous) (souffr*) (de|d'|du)",
            "(pas|plus) (les moyens|vous le permettre|te le permettre)",
        ),
        "es": (
            "(estás|eres|es usted|usted es|usted está|está usted) [ya|ahora|recién] (embarazad*|jubilad*|"
            "divorciad*|viud*|en paro|sin trabajo|enferm*|de luto|separad*|soltera otra vez|esperando un|en "
            "estado|de buena esperanza|en la dulce espera)",
            "(bebé|peque|cigüeña|criatura|retoño) (en camino|viene en camino|está en camino|que viene|a "
            "punto de llegar|que esperas)",
            "semanas|meses de vida|embarazo",
            "durmiendo|dormir|duermes a ratos|poco",
            "dulce espera|(buena esperanza)",
            "(tu|tus|su|sus) (embarazo|diagnóstico|divorcio|separación|luto|duelo|deudas?|hipoteca|"
            "sobrepeso|peso|kilos|figura|fe|religión|menopausia|jubilación|sueldo|enfermedad|discapacidad|"
            "medicación|terapia|ex|exmarido|difunt*|fecha de parto|parto|"
            "barriguita|raíces|orígenes|comunidad|parroquia|oraciones|voto|rodillas|artrosis|arrugas|edad|"
            "insomnio|depresión|ansiedad|tensión|diabetes|nómina|cuenta corriente|pensión)",
            "(a|con|por) cierta altura|alturas de la vida",
            "pensión|nómina|sueldo (contada|justa|justo|contado|ajustad(o|a))",
            "(a|con|por|para) (tu|su|cierta|sus|tus) (edad|años|alturas)",
            "(a partir|pasada|llegada|llegados) [de|a] cierta|ciertas edad|edades",
            "(de|con) cierta edad",
            "(la) báscula (no miente|miente|dice|protesta|se queja) *",
            "(kilos|kilitos) (de más|de navidad|que sobran|de menos|del invierno)",
            "(llegar|llegas|llega|llegue) (a|justo a) (fin|final) de mes",
            "(apretad*|justo|justos|mal) (de dinero|de pasta|a fin de mes|a final de mes)",
            "(apretarse|apretarte) el cinturón",
            "(como) [buen|buena|un|una] (mujer|hombre|señora|judí*|musulm*|cristian*|católic*|"
            "creyente|jubilad*|viud*|madre "
            "soltera|diabétic*|votante*|devot*)",
            "con (ese|un|su|tu) (nombre|apellido) (como|así|tan) *",
            "con nombre como",
            "(desde|tras|después) (que|de|su|tu|la|el) [su|tu|la|el] (pérdida|divorcio|separación|operación|"
            "muerte|fallecimiento|ruptura|marcha) *",
            "(sufres|sufre|padeces|padece) [de] *",
            "(no te|no se|no os) (puedes|puede|podéis|podías|podía) permitir",
            "(esperas|espera|esperáis|esperando) [ya] [un|una|otro|otra|a|tu|su|vuestro] "
            "[primer|segundo] (bebé|hijo|hija|criatura|gemel*|mellizos|niño|niña)",
            "(no llegas|no llega|llegas|llega|llegáis|llegues|no llegáis|cuesta llegar) _2 a "
            "[fin|final|fines] de mes",
            "(llegas|llega|llegáis|llegues|llegar) [justo|justa|apenas|mal] a fin|final|fines de mes",
            "(luchas|luchan|lucha|peleas|pelean|batallas|lidias|convives|vives|luchando|peleando) _2 "
            "con|contra [el|la|tu|su|los|las|unos|esos|una] "
            "(peso|sobrepeso|kilos|ansiedad|depresión|insomnio|dolor*|diabetes|enfermedad|"
            "adicci*|acné|soledad|tristeza|deudas|báscula|celiaquía|artrosis|migraña*)",
            "(este|tu|su|ese|tanto) (duelo|luto) _1 (está|es|sigue|siendo|duele)",
            "(vives|estás|sigues|cenas|duermes) [ahora|ya|tan] sol(o|a)",
            "(ahora que|desde que|si|como) (vive|está|duerme|cena) [usted] sol(o|a)",
            "(te|se) (sientes|siente) (sol(o|a)|gord(o|a)|viej(o|a)|deprimid(o|a))",
            "(esas|estas|las|esos) "
            "(rodillas|caderas|lumbares|canas|varices|lorzas|michelines|cervicales) "
            "(tuyas|tuyos|suyas|suyos)",
            "(tu|tus|su|sus) "
            "(canas|varices|calvicie|celulitis|michelines|lorzas|caderas|lumbares|cervicales|"
            "barriga|jubilación|pensión|operación|bancarrota|subsidio|soledad|soltería|viudez|"
            "quimio|tratamiento|adicción|alopecia|colesterol|embargo|despido)",
            "(tus|sus|vuestros) (hijos|hijas|niños|chicos|pequeños) [ya] (han ido|se han ido|se "
            "fueron|se marcharon|(ya no viven)|han volado|volaron|(se han (marchado|independizado)))",
            "nido vacío",
            "(ansiedad|angustia|tristeza|depresión|deudas|soledad) _2 (no te|no le|te|le|os) _1 "
            "(deja*|quita*|impide*|ahog*|pesa*|acompañ*|visit*)",
            "(no te deja*|no le deja*|te cuesta|le cuesta|no puedes|no puede|no consigues) [ni|a "
            "veces] (dormir|conciliar *|(pegar ojo))",
            "(con|tras|por|para) (tu|su|ese|esa|lo de tu) [nuevo|nueva] "
            "(diagnóstico|tratamiento|quimio*|operación|recaída|baja "
            "médica|ere|despido|divorcio|ruptura|embarazo)",
            "(ahora que|desde que|ya que|como) (te|se) (has|ha) "
            "(jubilad*|divorciad*|separad*|quedado*|casado|prejubilad*|quedad*) "
            "[sin|en|sol*|viud*|embarazad*] [trabajo|paro|*]",
            "(apretad|just|cort|mal)(o|a|os|as)? de (dinero|pasta|plata|lana|fondos|efectivo|liquidez)",
            "(números rojos|(sin un duro)|(sin blanca)|(con el agua al cuello)|(cuesta de enero))",
            "(tu|su|la) (cuenta|cartera|economía|bolsillo|monedero) _2 (temblando|tiritando|(en "
            "rojo)|vací*|(no da)|asfixiad*|resentid*)",
            "(si|ahora que|ya que|como|cuando) (está|estás) (embarazad*|de * semanas|(de "
            "(dos|tres|cuatro|cinco|seis|siete|ocho) meses)|(en paro))",
            "(siendo|como) (madre solter*|padre "
            "solter*|viud*|jubilad*|inmigrante|extranjer*|divorciad*|(mujer|hombre|persona) "
            "(de|que|mayor|soltera|con))",
            "(mujer|mujeres|hombre|hombres|señora|señoras|persona|personas|gente|chica|cuerpo|cuerpos) "
            "(de (tu|su) (edad|talla|peso|condición|clase))",
            "(a|con) (tus|sus) # (años|primaveras|tacos)",
            "(te|se|le|os) (sobran|sobra) [unos|esos|algún|un par de] (kilos|kilitos|quilos|peso)",
            "(los años|la edad) [ya] (no (te|le|os|perdona*)|pasan para|te pesan|le pesan|pesan)",
            "(te|se|os) (quedaste|quedó|quedasteis|(has quedado)|(ha quedado)) (sin "
            "(trabajo|empleo|chamba|pareja|ahorros|dinero))|sol(o|a)|viud(o|a)|embarazada",
            "(quincena|nómina|sueldo|dinero|cartera|presupuesto|pensión|paga) _2 no (te|le|os|les) "
            "(alcanza*|llega*|da|rinde*)",
            "(no te|no le|no os) alcanza* [para|el|la]",
            "(kilos|libras|años|canas|arrugas) que (traes|cargas|tienes|llevas|trae|lleva|carga|(te "
            "sobran)|(le sobran))",
            "rezas|ayunas|comulgas|(vas a misa)|(va a misa)|(te confiesas)",
            "(tu|su|vuestro) (bebé|hijo|hija) (nace|nacerá|(está por)|(viene en camino)|(llegará en))",
            "a (tus|sus) (treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa) [y *] [años]",
            "(estás|está|sigues|sigue|ponerte|ponerse|seguir|sigas) a (dieta|régimen)",
            "(perdiste|perdió|has perdido|ha perdido) (tu|su|el|a tu|a su) "
            "(trabajo|empleo|casa|bebé|madre|padre|marido|mujer|esposo|esposa|hijo)",
            "(tomas|tomando|toma) [tus|sus] (pastillas|antidepresivos|ansiolíticos|insulina|medicinas)",
        ),
    }
)
ABOUT_READER = re.compile(
    r"(?<!\w)(?:as (?:an? )?you(?:'re| are)|since you(?:'re| are)|(?:we )?know (?:that )?(?:you|it's|how)|"
    r"now that you|your|you're|"
    r"you are|you've|we gather|we suspect|we imagine|we sense|keeping you|for you|yourself|sie haben ja|du "
    r"hast ja|wir wissen|ihre[mnrs]?|ihr|"
    r"deine[mnrs]?|dein|euer|eure[mnr]?|da du|da sie|"
    r"bist du|du bist|dir|dich|ihnen|wir ahnen|comme vous|en tant que|nous savons|on sait|chez vous|chez "
    r"toi|on devine|on imagine|votre|vos|ton|tes|"
    r"ta|toi|te|puisque|tu es|vous êtes|"
    r"como (?:buen|buena|eres|es|usted)|sabemos|tus?|sus?|suyo|suya|te|ya que|eres|usted es|usted)(?!\w)"
)
