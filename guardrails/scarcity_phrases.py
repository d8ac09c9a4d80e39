"""Wordings of scarcity without a number, in four languages."""

from __future__ import annotations

from guardrails.lexicon import Lexicon

# "Nearly gone", without a number.
SCARCE = Lexicon(
    {
        "en": (
            "(won't|will not|not|never) [be] (come|coming|comes) (round|around|back) (again|soon)",
            "(barely|hardly|scarcely) (a|any|half a) handful|few|couple|dozen _1 left|remain*|hanging|"
            "(in stock)|(of them)|(to go)",
            "(a|an|one|the last) [very] (short|thin|small|tiny|sorry|meager|meagre|single|half a) row|stack|"
            "pile|handful|shelf|box|crate|tray (of (them|these|those|it)) [is|are] left|remain*",
            "(of you|readers|visitors|others) are (looking|viewing|eyeing|thinking) [at|about] *",
            "(are|is) (looking|staring|peeking|gawping) at (it|this|these|them|the *) (right now|now|"
            "as (you|we)|this (minute|second|very))",
            "going, going [gone]",
            "(have|has|put|had) (this|these|it|one|them|the same *) [already] in their|(#) basket*|"
            "cart*|bag*|trolley*",
            "in # baskets|carts",
            "(we|we've|they|i|i've|she|he|only|potter|workshop) [have|only|ever] (made|printed|"
            "ordered|got|bottled|baked|cut|wove|knitted|produced|released|set aside|brought in) "
            "(very few|only a few|just a few|precious few|not many|(only|just) a handful)",
            "(can't|cannot|can not|couldn't) (promise|guarantee|swear|say) [that|how] (there|they|it|"
            "we|any|you|long|many|one) _6 (left|remain*|last|lasts|around|stock|still|more|here|"
            "available|get one)",
            "(are|is|they're|it's) (disappearing|vanishing|thinning|dwindling|evaporating|"
            "shrinking|emptying)",
            "stock|stocks|supply|supplies|numbers|shelves|piles|pile|rail|rails|shelf|stack|racks _4 "
            "(dwindling|shrinking|thin|thinning|thinner|emptying|(getting (low|thin|short|bare))|"
            "(nearly|almost) (bare|empty))",
            "(nearly|almost|virtually|practically|all but) (cleared|(cleaned|wiped) out|(run|"
            "running) out|(at the end))",
            "(won't|will not|not|never|can't|cannot) (see|get|have|find|be offered) (it|them|this|"
            "one|these|another|the like|the chance) (again|any more|anymore|after)",
            "(only|just|barely|hardly) (a few|a handful|a couple|some|one or two|two or three) "
            "(remain*|survive*|(are|is) left|to go|still here|still available|exist*)",
            "a few [lonely|stray|lucky|final|last] (*) (remain*|(are|is) left|survive)",
            "the (dregs|remainder|remnants|tail end|end|bottom) of the (batch|stock|lot|line|run|"
            "barrel|harvest|box|pile|crate)",
            "[very] (small|tiny|limited|rare|one-off|exclusive|short) (batch|run|edition|quantit*|"
            "number|stock|supply|drop|release)",
            "(limited|restricted|rationed) (to (#|one|two|three)|availability|quantit*|number*|"
            "release*|drop*)",
            "(when|once) (they're|it's|they are|it is|these are|this is|this batch is|this lot is|"
            "the last [one] (is|has)) gone",
            "(when|once|as soon as) (this|these|the) (lot|batch|run|shelf|box|crate|stock|pile|few|"
            "last one|few|pair|ones) [is|are|has|have] (gone|empty|goes|go|run* out|sold|finished|(sells?) "
            "out)",
            "that's (it|the lot|your lot|all she wrote) [for] (good|ever|this year|the year|the season)",
            "(be|among) (one of the|the) lucky few|ones",
            "(be) (quick|fast|early|snappy|swift) (if|or|because|to|before)",
            "move fast|quick|quickly",
            "(the) (early bird|early birds|fastest|quick|quickest|swift) (get*|catch*|win*|only)",
            "first come first served",
            "(shelf|shelves|warehouse|stockroom|stock room|storeroom|drawer|rail|crate|cupboard) (is|"
            "are|looks|look) _2 (empty|bare|thin|sparse|(half empty)|depleted|echoing)",
            "(scramble|rush|stampede|queue|fight|scrum|run) (for|on|over|at) (them|it|these|this|the "
            "*|our *)",
            "everyone|everybody|(half the *)|(the whole *)|(the world) (wants|seems to want|is after|"
            "is buying|is ordering|is snapping|is grabbing|has been buying) (one|them|it|these|this)",
            "(snapped|snatched|hoovered|scooped|gobbled|bought|swept|cleared) (up|out|off the shel*) "
            "(fast|quickly|within|in (hours|minutes|days)|already|by|faster|before)",
            "(sold|sell|sells|selling|went|gone) (within|in) (hours|minutes|days|seconds|(a (day|"
            "week|matter))|(under *)|(no time)|(# (hours|minutes|days)))",
            "(hard|harder|difficult|tricky|impossible) to (come by|get hold of|get your hands on|"
            "keep in stock|track down)",
            "(can't|cannot|couldn't|struggle to|struggling to|hardly) (keep|make) (them|it|these|"
            "this) (in stock|on the shel*|fast enough|quick* enough)",
            "next (batch|delivery|shipment|harvest|lot|run) [is|isn't|won't be|comes|isn't due] "
            "[due] (months|not|until|till|weeks|(a (year|long *))|next)",
            "(no|not|never) (more|another) (coming|after this|after these|once|planned|where)",
            "(will|won't|wont) (run|be) (out|around) (soon|for long|much longer|before|by|today|"
            "tomorrow|any minute)",
            "(soon|shortly) (be) (gone|(sold out)|history|(out of stock)|(a memory))",
            "(now you see * now you don't)",
            "(is|are) what (there is|there are|there'll be)",
            "(is|are|that's) (what|all) [that] (there'll be|there will be|there is|we have|there are) (till|"
            "until|left)",
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
            "while|whilst they|(stocks?|supplies|supply) last|lasts",
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
            "(nur noch|nur|noch|die letzten|letzte|bloß noch|lauter) [ein paar|wenige|einige] "
            "(einzelgrößen|restgrößen|einzelstücke|restpaare|reststücke|restexemplare|einzelteile|"
            "randgrößen)",
            "(ist|sind) [schon|jetzt] (fast|beinah|beinahe|nahezu|so gut wie|praktisch|quasi) (aus|alle|"
            "leer|weg|vergriffen|ausverkauft|durch)",
            "(kommt|kommen) _6 (nichts|keine*|nicht|kein) [mehr] nach",
            "(charge|auflage|menge|bestand|lieferung|stückzahl|ernte) (ist|war|bleibt|fiel|fällt) "
            "[dieses jahr|sehr|leider|diesmal] (winzig|klein|knapp|überschaubar|begrenzt|mager|gering|"
            "fast)",
            "nur (wenige|einzelne|eine handvoll) * (haben|sind|haben es|gibt es|schafften)",
            "(zählen|haben|führen|hüten|finden|horten) [wir] [davon|nur|jetzt] noch [etwa|rund|genau] "
            "(wenige|einzelne|(eine handvoll)|(ein paar)|(ein knappes dutzend))",
            "viel|viele _6 (nicht mehr) (da|übrig|(auf der stange)|(im regal)|(auf lager)|(am bügel))",
            "(sobald|wenn|ist|bis) (die|der|das|unser|unsere|diese|dieser) (kiste|karton|vorrat|lager|"
            "regal|palette|fass|charge|lieferung|stapel|posten|ernte|sack|fach|topf) [erst|einmal|mal] "
            "(leer|weg|alle|verkauft|aufgebraucht|vergriffen) (ist|sind), (ist|sind|war*|war's|bleibt|"
            "gibt*|gibt's|war es)",
            "(sobald|wenn) _3 (leer|weg|alle|verkauft|aufgebraucht|vergriffen) ist, (war's|wars|ist|war "
            "es|bleibt|gibt's|gibt es)",
            "(streng|stark|strikt|sehr|nur) (limitiert|begrenzt)*",
            "(limitiert|streng-limitiert) (e|er|es|en)?auflage|edition|stückzahl|serie|charge",
            "[wir] (füllen|legen|produzieren|bestellen|liefern|stricken|nähen|rösten|backen) [davon|sie|"
            "ihn|es] [wir] (nicht|nie|keine|nichts) [mehr] nach",
            "(kontingent|bestand|bestände|vorrat|vorräte|lagerbestand|lager) [neigt|neigen|geht|gehen|"
            "schrumpft|schrumpfen|schwindet|schwinden|leert] *",
            "(kontingent|vorräte|bestände) _2 (ende|aufgebraucht|erschöpft|begrenzt)",
            "(dem ende|zum ende|zur neige) (zu|entgegen|geht|gehen|neigt)",
            "weg ist weg|was",
            "(wenn|was) weg ist, ist weg",
            "(nachbestellung|nachschub|nachlieferung|nachproduktion|zweite auflage|neuauflage) [ist|sind|"
            "wird|gibt|kommt] _2 (nicht|kein*|ausgeschlossen|ungewiss)",
            "(kein|keinen|keine|ohne) (nachschub|nachbestellung|nachlieferung|zweite auflage|neuauflage|"
            "nachproduktion)",
            "(nicht|kaum) (nachbestellt|nachproduziert|nachgefüllt|wieder aufgelegt|neu aufgelegt|"
            "nachgeliefert)",
            "(mehr|viele|viel|vielmehr) (als) _3 (gibt es|haben wir|sind|liegen|bleiben) _3 (nicht|nicht "
            "mehr)",
            "viele (sind|gibt es|haben wir|liegen) _3 (nicht|nicht mehr)",
            "(nicht mehr) (viele|viel|allzu viele) (da|übrig|auf lager|im regal|davon|zu haben)",
            "(wenige|letzte|einzelne|einige wenige|eine handvoll|ein paar) (exemplare|stücke?|flaschen|"
            "gläser|tuben|paare|größen|packungen|dosen|reststücke|restexemplare) [noch|sind|übrig|am|auf|"
            "im] [lager|noch] [übrig|verfügbar|da|erhältlich|zu haben]",
            "[die|fast alle|viele|mehrere|einige|manche] (größen|farben) [sind] [schon|bereits|längst|"
            "fast] (weg|vergriffen|ausverkauft)",
            "(schon|bereits|längst) (zur hälfte|zu|halb) _2 (verkauft|vergriffen|weg|reserviert|ausverkauft)",
            "(verkauft|verkaufen) sich [gerade|schneller|so|sehr] [schnell|rasend] (schneller|schnell|"
            "rasend) [als]",
            "(aus den händen|aus der hand) (gerissen|reißen|gerissen wird)",
            "[so] lange [der] vorrat [reicht]",
            "(nur|solange) [der|unser] (vorrat|lagerbestand) reicht",
            "(bald|demnächst|gleich|schnell) (weg|vergriffen|ausverkauft), *",
            "(fast|beinahe|nahezu|so gut wie|praktisch|quasi) (keine|keins|keiner|nichts|kein) _2 mehr "
            "(da|übrig|auf lager|im regal)",
            "(ladenhüter werden|heiß begehrt|hart umkämpft|begehrte restposten)",
            "das lager leert sich",
            "(was|mehr) (jetzt|noch) (da|im regal|auf lager) (ist|liegt), (ist|bleibt)",
            "(weitere|mehr|neue) (wird|werden|gibt) es nicht",
            "fast|beinahe|nahezu|quasi|so-gut-wie|bald|praktisch [schon] (ausverkauft|vergriffen|weg|leer|"
            "geräumt)",
            "(ist|sind|schon|wieder|nun|jetzt|auch) (fast|beinahe|nahezu|so gut wie|bald) alle",
            "lehnt|liegt|steht|hängt|haben|(gibt es) [wir] noch eine handvoll",
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
            "(andere|hunderte|tausende|viele) (kunden|kundinnen|leute|personen|menschen) [haben|sehen|"
            "schauen] _5 "
            "(warenkorb|angesehen|zugegriffen|bestellt|interess*)",
            "(die|große|hohe|riesige) nachfrage",
            "(hält|halten|reicht|reichen|überlebt|überleben|übersteht) [die woche|das wochenende] nicht "
            "[mehr] (lange|lang)",
            "(regal|lager|regale) [ist|sind] _2 (leer|(fast *)|geräumt)",
            "wer zuerst kommt|(zu (spät|lange))",
            "(nur|nur noch) für einen|(ein) tag|wochenende|(heute)",
        ),
        "fr": (
            "(stock|stocks|présentoir|rayon|rayons|étagère|étagères|lot|réserve) _1 (se vide|se vident|fond|"
            "fondent|diminue|diminuent) à vue d'œil",
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
            "(n'en|ne nous|n'en nous) (reste|restent) [plus] (que|guère|(presque (rien|plus)))",
            "(il ne|ne) (reste|restent|nous reste) [plus] (guère|(presque (rien|plus))|(que "
            "(quelques|peu|une poignée|ces|celles|ceux|#|deux|trois|le dernier|la dernière|les dernier*)))",
            "[il|en] reste (peu|(très peu)|(quelques)|(une poignée)|(à peine)|(une dizaine))",
            "plus que quelques|(une poignée)",
            "(stocks?|quantités?|série|édition|tirage|nombre) [très] limitée?s?",
            "part|partent|s'arrache*|s'envol*|s'écoule* [très] vite|rapidement|(comme des petits)|(à vue)",
            "petits pains",
            "(jusqu'à|dans la limite) [des] [l'] (épuisement|stocks)",
            "(épuisement|limite) des stocks",
            "(avant) (qu'il|qu'elle|qu'ils|qu'elles|que tout) _2 (disparai*|parte*|s'envole*|s'épuise*|"
            "soit (trop|épuis*|vendu*|part*|trop)|soient (épuis*|vendu*|part*)|n'en reste|n'y en ait)",
            "(avant) (qu'un autre|que d'autres|qu'on) _5 (prenne*|rafle*|arrache*|l'ait|l'aient|les ait|"
            "passe*|devance*|emporte*|vole*|pique*|mange*|achète*|craque*|serve*|chipe*|souffle*)",
            "avant la rupture",
            "(ne|n') (reviendr*) (pas|plus|jamais) *",
            "(ne|n') (sera|seront) (pas|plus|jamais) (réédit*|réimprim*|refait*|refabriqu*|reproduit*|"
            "disponible*|proposé*|"
            "fabriqué*|réapprovisionn*|(en stock)|(au catalogue)|là)",
            "(liste) d'attente",
            "(d'autres|des centaines|des dizaines|beaucoup) [clients|clientes|personnes] _3 (regarde*|"
            "consulte*|panier|déjà|hésit*|convoit*|lorgn*)",
            "(forte|grosse|énorme) demande",
            "(va|vont|sera|seront) [vite] (disparaître|manquer|(être (épuisé*|en rupture)))",
            "(on voit|voit) le fond",
            "(premier* arrivé*)",
        ),
        "es": (
            "quedan|contamos|restan _3 con los dedos de una mano",
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
            "(que|se [nos]|siempre|ya) vuelan",
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
            "(miran|mirando|viendo|pendientes|reservado|reservada|acechando|interesad*|cesta|carrito|"
            "detrás|esperándo*) "
            "[*]",
            "(pillar|pilla|coger|coge|llévate|llevarme|reserva|reservar|quiero|atrapa|asegura|asegúrate|"
            "conseguir|consigue|(hazte "
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
            "no quedan [ya] (ni|(más (de|que))|muchas|muchos|demasiad(o|a)s) *",
            "se (está|están|vende|venden) [vendiendo|yendo|despachando] (rápido|solas|solos|(a "
            "(toda|gran|buen) *)|(como *)|(a un ritmo))",
            "lo que queda (en (stock|almacén|tienda|la tienda|el almacén))|(de (existencias|stock|esta "
            "partida))|(del stock)",
            "(solo|sólo|apenas|nomás) "
            "(hicimos|fabricamos|trajimos|llegaron|entraron|imprimimos|cosimos|horneamos) *",
        ),
    }
)
