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
            "(quedan|restan|quedarán|hay) [ya|muy|solo|sólo|nada más que] "
            "(poquísim(o|a)s|contadísim(o|a)s|(muy pocas)|(muy pocos)|(cuatro contad(o|a)s)|(menos de "
            "#)|(las últimas)|(los últimos))",
            "se [nos|me] (está|están|va|van) (acabando|terminando|agotando)",
            "se (nos|me) (acaban|terminan|agotan|acaba|agota)",
            "(nos|me) (las|los|la|lo) (quitan|arrancan|están quitando) de las manos",
            "(apenas|solo|sólo|tan solo|escasamente) (un|una|unas|unos) "
            "(puñado|par|decena|docena|caja|pizca|pocas|pocos|cuantas|cuantos) _3 "
            "(almacén|stock|estantería|estante|tienda|disponible*|taller|existencias|libres)",
            "(tirada|edición|serie|producción|partida|remesa|cantidad|cantidades|stock|surtido) "
            "[es|son|muy|está|están] "
            "(corta|cortas|limitad*|reducid*|mínim*|contad*|numerad*|irrepetible*|escas*)",
            "(no|nunca|jamás) (se) (repite|repiten|repone*|reedita*|reimprim*|(vuelve* a "
            "(fabricar|hacer|hornear|imprimir|producir|tejer|coser|embotellar)))",
            "(mucha gente|much(o|a)s|varias personas|otr(o|a)s|alguien más|(cientos de "
            "personas)|medio barrio|media ciudad) _2 "
            "(miran|mirando|viendo|pendientes|reservado|reservada|acechando|interesad*|cesta|"
            "carrito|detrás|esperándo*) "
            "[*]",
            "(pillar|pilla|coger|coge|llévate|llevarme|reserva|reservar|quiero|atrapa|asegura|"
            "asegúrate|conseguir|consigue|(hazte "
            "con)|(quédate con)) (la|el|las|los|(una de las)|(uno de los)) últim(o|a)s?",
            "(almacén|estantería|estante|stock|baldas) [está|están|se|ya] (temblando|tiritando|(bajo "
            "mínimos)|(en las últimas)|(en mínimos)|vaciando|pelad(o|a))",
            "bajo mínimos",
            "(contad(o|a)s con los dedos)|(se cuentan con los dedos)|(pueden contarse con los dedos)",
            "(un|una|dos|tres|cuatro) (cajas?|unidades|piezas?|pares?|tandas?|lotes?) y "
            "(adiós|fin|cierro|cerramos|listo|punto|(se acab*))",
            "(volarán|volaron|vuelan|esfuman|desaparecen|desaparecerán) (en|de) "
            "(horas|minutos|nada|(un (día|suspiro|rato))|(dos días)|(las estanterías))",
            "se (agotó|agotaron|acabó|acabaron|vendió|vendieron) [tod*|entera] en "
            "(pocas|pocos|#|un|una|dos|tres|cuestión|menos|apenas) _1 "
            "(horas|minutos|días|día|hora|semana|tarde|mañana|suspiro)",
            "quien (tarda|tarde|espera|espere|duda|dude|(se duerm*)) (se queda*|pierde*|(no llega*))",
            "(si (tardas|dudas|esperas|tarda|espera)|(si (te|se) duermes|duerme)|(si (te|se) lo "
            "piensa*)) [mucho|demasiado|más] [ya|te|se] (no|quedas|quedarás|queda|quedará) *",
            "(cuando|en cuanto) se (terminen|agoten|acaben|vendan|vayan|agote|acabe|termine) _1 "
            "(no|adiós|fin|nada|(se acabó)|(ya no)) [*]",
            "ya casi no|ni hay|queda*|tenemos|encuentras",
            "queda* lo último|(el resto)|(lo que (ves|hay))",
            "(piezas|unidades|ejemplares|cajas|existencias|botellas|pares) "
            "(contad(o|a)s|escas(o|a)s|reducid(o|a)s|limitad(o|a)s)",
            "no sabemos|sé si|cuándo (volver*|habrá|entrar*|llegar*|repetir*)",
            "(otr(o|a)s|alguien|alguno|más gente|los demás) _2 "
            "(traen|tienen|llevan|metieron|metido|echado) _3 (carrito|cesta|carro|canasta)",
            "(las|los|la|el) últim(o|a)s? que (ver*|tendr*|habrá|quedan?|hay|hacemos|nos)",
            "se (fueron|vendieron|llevaron|marcharon) _3 en (una|un|dos|tres|pocas|pocos|#) *",
            "(cuando|en cuanto) se (acabe|acaben|termine|terminen|agote|agoten|venda|vendan) _3 (se "
            "acabó|adiós|fin|no *|(ya no))",
            "(ya) no (habrá|quedará|quedarán|(vuelve a haber)|(vamos a (hacer|traer|tener))) *",
            "(agotándose|acabándose|terminándose)",
            "no (te|se) (quedes|quede) sin (la|el|tu|su|ella|él)",
        ),
    }
)
