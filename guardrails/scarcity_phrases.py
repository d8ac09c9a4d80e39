"""Wordings of scarcity without a number, in four languages."""

from __future__ import annotations

from guardrails.lexicon import Lexicon

# "Nearly gone", without a number.
SCARCE = Lexicon(
    {
        "en": (
            "(is|are|that's) (what|all) [that] (there'll be|there will be|there is|we have|there are) [till|"
            "until|left]",
            "(put|putting|made|make) out only a|one|two|#",
            "the shelf isn't|is (long|short|(a long)|(not long))",
            "only|just|(barely) [a] (a few|a handful|a couple|a couple of dozen|one|some) _3 left|remain*",
            "(few|handful|couple|precious few|very few|not many|hardly any|barely any) [of] [them|these|"
            "bottles] _2 left|remain*",
            "almost|nearly|practically|virtually|(all but) [all] gone|(sold out)|(out of stock)|exhausted|"
            "finished|bare|empty",
            "barely|hardly|scarcely a|an|any|enough _3 (left|(to (go|spare))|(of (them|these|it)))",
            "(no idea|don't know|do not know|can't say|cannot say|no telling|no saying|not sure) (when|if|"
            "whether) (more|the next|we'll|we will|another|they'll|there'll|it will|it'll)",
            "last we'll (see|get|have)",
            "selling fast|out|quickly|quicker",
            "sells out|(out *)",
            "[our|the] [very] last|final few|handful|couple|dozen|(couple of dozen)|pallet|crate|(of the "
            "(stock|batch|bottles|boxes|lot))",
            "down to [the|our] [very] last|final|(a handful)|(the dregs)|(a few)",
            "running out|low|short",
            "(won't|will not|can't|not going to|not|unlikely to) last|(hang around)|(be around)|(be here) "
            "(long|(the (week|weekend|day|night|month))|(until *))",
            "won't|(will not) last",
            "going|flying|disappearing|vanishing|moving|(walking out) (fast|quickly|(off [the|our] shel*))",
            "fly|flies|flew off the|our shelves",
            "low|limited|scarce|dwindling stock|stocks|supply|supplies|quantit*|number*|availability",
            "limited edition|run|batch",
            "limited-edition",
            "stock|stocks is|are running|low|limited|dwindling",
            "while|whilst they|(it)|(stocks?|supplies|supply) last|lasts",
            "before they|it|she|he|(they're|it's|someone else|somebody else|the others|everyone else) "
            "(all|are|is)? (gone|go|does|goes|do|sell|sells|snaps|grabs|gets|beats|(runs out)|(run out)|"
            "disappear)",
            "before they're|it's [all] gone",
            "once they're|it's|(they are) gone",
            "gone for good|ever",
            "(never|won't|not|will not) [be] [coming] (restock*|reprinted|repeated|(back [again])|(made "
            "again)|(more *))",
            "(waiting|wait) list",
            "(others|other shoppers|other people|other customers|hundreds|thousands|dozens|people) [are|"
            "have] _2 "
            "(looking|viewing|eyeing|watching|basket*|cart*|queu*|(snapped)|(already (ordered|bought|"
            "claimed|gone)))",
            "in [other people's|someone else's|someone's] baskets|carts",
            "(people|shoppers|customers|others) (are looking|(are viewing)|(have it in)) *",
            "[back|(here|in stock|available)] for one day|(one weekend)|(a (few|day|weekend)) only",
            "back for one|(a single) day|night|weekend",
            "(high|huge|strong|unprecedented) demand",
            "demand is|has _3 (high|huge|unprecedented|through|outstrip*|strong)",
            "hot cakes",
            "(blink|hesitate|dither|snooze) and|you _3 (gone|miss*|lose)",
            "(can see|see) the [wood|bottom|back] [of] [the] shelf",
        ),
        "de": (
            "(was|mehr) (jetzt|noch) (da|im regal|auf lager) (ist|liegt), (ist|bleibt)",
            "(weitere|mehr|neue) (wird|werden|gibt) es nicht",
            "fast|beinahe|nahezu|quasi|so-gut-wie|bald|praktisch [schon] (ausverkauft|vergriffen|weg|leer|"
            "alle|geräumt)",
            "nur|gerade|bloß|lediglich noch|mehr (wenige|(ein (paar|letzter|letztes|einziger|einziges|"
            "einzige))|(eine (handvoll|einzige|letzte))|"
            "(einzelne)|restposten|restbestände|(letzte *))",
            "[die|der|das] (letzten?|letzter|letztes) (exemplare?|stücke?|kiste|kisten|karton|kartons|"
            "flaschen|gläser|paare|chance|restbestände|ihrer art|"
            "palette|dutzend|rolle|ballen)",
            "noch ein|eine|einen einzig(e|er|es|en)|letzte*",
            "restposten|restbestände|lagerräumung|(letzter rest)",
            "solange [der|unser] vorrat|vorräte|(der vorrat)|(noch *)|(sie (da|reichen)) [reicht|reichen]",
            "(geht|gehen|verkauft|verkaufen|läuft|laufen|sind) _3 (weg wie|(zur neige)|(schnell weg))",
            "(gehen|geht) (zur neige|weg wie)|(schnell weg)",
            "neige",
            "wie warme semmeln",
            "knapp|(begrenzt|limitiert|stark limitiert) (werden|wird|auf *)|vorrätig|verfügbar|(der vorrat)",
            "(begrenzte|geringe|kleine|limitierte|limitierter) (stückzahl*|menge*|auflage|bestände|bestand|"
            "edition|verfügbarkeit|vorrat)",
            "(schnell|bevor|ehe) [sie|er|es] [alle] (vergriffen|ausverkauft|weg) [sein|ist|sind]",
            "(bevor|ehe) (sie|er|es|alles|(ein* ander*)) _4 (weg|fort|vergriffen|ausverkauft|zugreif*|"
            "schnappt|zuschlägt|zuvorkommt)",
            "(kommt|kommen|wird|werden|gibt es) (nicht|nie) (wieder|mehr|nach*|(noch einmal))",
            "warteliste",
            "(andere|hunderte|tausende|viele) [kunden|kundinnen|leute|personen|menschen] [haben|sehen|"
            "schauen] _5 "
            "(gerade|warenkorb|schon|bereits|angesehen|zugegriffen|bestellt|interess*)",
            "(die|große|hohe|riesige) nachfrage",
            "(hält|halten|reicht|reichen|überlebt|überleben|übersteht) [die woche|das wochenende] nicht "
            "[mehr] (lange|lang)",
            "(regal|lager|regale) [ist|sind] _2 (leer|(fast *)|geräumt)",
            "wer zuerst kommt|(zu (spät|lange))",
            "(nur|nur noch) für einen|(ein) tag|wochenende|(heute)",
        ),
        "fr": (
            "(stocks?|réserves?|provisions?|cartons|piles?|étagères?) _2 (fond|fondent|diminu*|"
            "s'épuis*|baiss*|s'amenuis*|se vide*|descend*|rétréci*)",
            "(stocks?|quantités?|réserves?) [très|est|sont|au plus] (bas|basse|basses|faibles?|"
            "critiques?|serrée?s?|comptée?s?|réduite?s?|restreinte?s?)",
            "(on|tout le monde) se (l'|les) arrach*",
            "(s'arrache|s'arrachent)",
            "(vite|rapidement|bientôt|presque|quasi|quasiment|devenue?s?) introuvables?",
            "(série|édition|tirage|quantités?|production|cuvée) [très|ultra|extrêmement] (limitée?s?|"
            "restreinte?s?|confidentielle?s?|comptée?s?|numérotée?s?)",
            "(une|dernière) poignée (d'exemplaires|de (paires|pièces|bouteilles|pots|exemplaires|"
            "flacons|boîtes|coffrets|modèles|tailles|sachets))",
            "(et|puis) (après|ensuite), (plus rien|(ce sera|c'est|c'en est) (fini|terminé))",
            "(quand|une fois que|lorsque) [il|elle|ils|elles] [n'y] _4 (n'y en aura plus|n'y en a "
            "plus|plus rien|c'est parti|sera parti*|seront parti*|épuisé*)",
            "y en (aura|a) (plus|plus beaucoup|plus guère|presque plus|pas pour tout le monde|pas "
            "assez pour)",
            "(n'y en aura) (pas|plus) (pour tout|pour tous|d'autres?|beaucoup|assez)",
            "(pas|peu|aucun) [de] (réassort|réapprovisionnement|réimpression|retirage|nouvelle "
            "fournée|deuxième tournée|seconde livraison)",
            "(derni(er|ère)s?) (flacons?|sachets?|tubes?|bocaux|bocal|coffrets?|articles?|kits?|"
            "livres?|tailles?|places?|couleurs?|pots|savons?|bols?|tasses?|mètres|kilos|rescapée?s?|"
            "survivante?s?)",
            "(fins?) (de (série|stock|stocks|lot|rouleau))",
            "(ne|n') (traîn*|fera|feront|rester*|dur*|tien*) (pas|plus) (long feu|longtemps|(jusqu'à "
            "*)|(la semaine)|(le week-end)|(sur l'étagère)|(en rayon))",
            "ne (fera|feront) pas (long feu|de vieux os)",
            "(file|filent|disparaît|disparaissent|part|partent|va|vont) [très|toujours|déjà] (vite|à "
            "vue d'œil|à toute (vitesse|allure)|en (quelques|deux|trois) (heures|jours)|comme des "
            "petits pains|plus vite)",
            "(plus|presque) (beaucoup|guère) (en stock|en rayon|d'exemplaires|de stock|en réserve)",
            "(rupture) [de stock] (imminente|proche|annoncée|(est proche)|guette|menace|prévue)",
            "(en|avant) [la] rupture [de stock|imminente]",
            "(la|une) demande (explose|dépasse|est (forte|énorme|immense|telle)|(ne faiblit))",
            "victimes? de (son|leur) succès",
            "(les) (premiers|plus rapides|premières) (servis|seront servis|arrivés|commandes|partent|"
            "l'auront|les auront)",
            "(on|nous) (écoule|vide|vidons|écoulons) (les|nos|le|notre) (stocks?|derniers|dernières|"
            "réserves?|fonds)",
            "(l'entrepôt|l'atelier|la réserve|le stock|le rayon|l'étagère|la caisse) (est|sera|se) "
            "[presque|bientôt|déjà|quasi] (vide|vidé*|à sec)",
            "(d'autres|plusieurs) _3 (l'ont|les ont|en ont) [déjà] _2 (panier|vue|repéré*)",
            "(se raréfi*|(se font|se fait|devien*) rares?)",
            "(les|tes|vos|d'autres|quelques) (petits malins|rapides|retardataires|plus rapides) [n'] "
            "_2 (servi*|raflé*|emport*|auront|repartir*)",
            "n'en|ne re*era|reproduir*|refer*|retisser* (pas|plus)",
            "n'en (re*|fer(a|ons|ont)) (pas|plus)",
            "(étagère|rayon|crochet) _2 (vide|nu|nue)",
            "ce qui reste|(nous reste) tient",
            "presque|quasi|bientôt|quasiment [plus|tout|toutes|tous] (épuisée?s?|(en rupture)|vendue?s?|"
            "finie?s?|partie?s?|vide|vides|(plus *))",
            "[les|nos|tout|toutes] derni(er|ère)s? (exemplaires?|pièces?|paniers?|stocks?|unités?|"
            "bouteilles?|cartons?|pots?|paires?|caisses?|"
            "rouleaux?|boîtes?|palette|lots?|modèles?)",
            "derni(er|ère)s? (disponibles?|(en stock)|(de la (série|cuvée|récolte)))",
            "(il ne|n'en|ne) (reste|restent|nous reste) [plus] (que|guère|(presque (rien|plus)))",
            "[il|en] reste (peu|(très peu)|(quelques)|(une poignée)|(à peine)|(une dizaine))",
            "plus que quelques|(une poignée)",
            "(stocks?|quantités?|série|édition|tirage|nombre) [très] limitée?s?",
            "part|partent|s'arrache*|s'envol*|s'écoule* [très] vite|rapidement|(comme des petits)|(à vue)",
            "petits pains",
            "(jusqu'à|dans la limite) [des] [l'] (épuisement|stocks)",
            "(épuisement|limite) des stocks",
            "(avant) (qu'il|qu'elle|qu'ils|que tout|qu'un autre|que d'autres|la rupture|qu'on) _5 *",
            "(ne|n') (reviendr*|sera*|seront) (pas|plus|jamais) *",
            "(liste) d'attente",
            "(d'autres|des centaines|des dizaines|beaucoup) [clients|clientes|personnes] _3 (regarde*|"
            "consulte*|panier|déjà|hésit*|convoit*|lorgn*)",
            "(forte|grosse|énorme) demande",
            "(va|vont|sera|seront) [vite] (disparaître|manquer|(être (épuisé*|en rupture)))",
            "(on voit|voit) le fond",
            "(premier* arrivé*)",
        ),
        "es": (
            "(a punto|punto) de (agotarse|acabarse|terminarse)",
            "casi|prácticamente|(ya casi) [no] (agotad(o|a)s?|quedan?|vací(o|a)s?|(sin existencias))",
            "[las|los|la|el] (últim(o|a)s?) (unidad(es)?|ejemplar(es)?|pieza(s)?|pares?|caja(s)?|"
            "botella(s)?|tarro(s)?|existencias|lote|frasco(s)?|palé)",
            "(sol(o|amente)|sólo|apenas|ya) [nos|ya] (quedan?|deben de quedar|queda) [ya] (un|una|unos|unas|"
            "poc(o|a)s?|un par|algun(o|a)s?)",
            "quedan?|quedar [ya|muy|tan|sol(o|amente)|apenas] (poc(o|a)s|(un (par|puñado|último|único))|"
            "(una (última|única))|(cuatro)|contad(o|a)s)",
            "(apenas) (hay|deben|queda*) *",
            "(se) (están agotando|agotan|van volando|venden solos|nos agotan|está agotando)",
            "(unidades|existencias|stock|plazas|edición|tirada) [muy] (limitad(o|a)s?|contadas|escas(o|a)s?|"
            "baj(o|a))",
            "hasta (agotar|(fin de existencias)|(que se (agoten|acaben)))",
            "mientras (queden|haya|duren) *",
            "antes de que (se [te]|vuelen|desaparezca*|otro*|alguien|vuele|no quede*) *",
            "(no|nunca) [se] (volver*|habrá|repetir*|repondr*|reponen) (más|a|hasta|nunca|existencias)",
            "lista de espera",
            "(no) (nos|hay|sabemos|tenemos) _2 (fecha|(cuándo (volver*|habrá|llegar*)))",
            "(otras personas|otros clientes|cientos|miles|decenas|muchos|hay gente) [de personas] _3 "
            "(mirando|viendo|carrito|ya|cesta|esperando|comprado)",
            "vuelan",
            "(gran|alta|mucha|enorme) demanda",
            "como churros|(rosquillas)|(pan caliente)",
            "(se ve|ve) [la|el] (madera|fondo|balda) *",
        ),
    }
)
