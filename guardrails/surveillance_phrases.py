"""Readers told what they were seen doing, in four languages."""

from __future__ import annotations

from guardrails.lexicon import Lexicon

# Watching said outright.
WATCHED = Lexicon(
    {
        "en": (
            "in your basket|cart|bag|trolley (is|are|looks?|misses|waits?|feels?|gets?|needs?|has|"
            "won't|asked|wonders?) *",
            "you|you'd|you've had it|them|one|these in the|your cart|basket|trolley",
            "your (mouse|cursor|pointer) (stayed|hovered|rested|lingered|paused|stopped)",
            "(you|you've|(you have)|you'd) had (the|this|that|it|our|them) _4 open (on|in|at|for|until|past|"
            "all|since|again|twice|more)",
            "you|you've|(you have) (read|opened|clicked|ignored|deleted|skipped|forwarded|saved) "
            "(our|my|the|every|each|that) [last|latest] (*) (twice|again|email*|letter|newsletter*|"
            "message*)",
            "you were (this|so|very|that|awfully|within) (close|near|# clicks?|(a click)|(an inch)|"
            "inches) [to|of|from] (buying|ordering|having|taking|pressing|checking|yours|adding|it|"
            "the)",
            "(you|you've|you'd|you have|you had) (had|got|have|been having|set) (your|an|one|half "
            "an) (eye|eyes|heart) on",
            "(you've|you have|you'd) been [quietly|clearly|busy|secretly|obviously] (eyeing|compar*|"
            "browsing|lurking|circling|window-shopping|shopping around|weighing up|umming|looking at|"
            "checking out|researching|pining|admiring|coveting|studying|viewing|staring|hunting for|"
            "searching for|scrolling|visiting|clicking|peeking|dithering)",
            "(caught|took|held|grabbed) your (eye|attention|fancy) (on|last|twice|the other|recently|"
            "before|yesterday|this week|a while|earlier)",
            "we know [that|how] (you've|you have|you're|you were|you'd|you) (been|compar*|still|"
            "almost|nearly|already|had|want|wanted|like|liked|prefer|usually|always|tend)",
            "(our|the) [little] [little] (birds?|elves|robots?|algorithm*|cookies|computer|spies|"
            "website|records|notes|files?|system) (tells?|told|say|says|noticed|whisper*|remember*|"
            "reckons?|thinks?|knows?|suggests?|show|shows) [us] _2 you*",
            "(where you) (left off|stopped|paused|got to|were looking|clicked away|abandoned)",
            "(pick up|picking up|carry on|continue) where you",
            "(the|that) (one|ones|*) you (were ((looking at)|eyeing|admiring|viewing|after|considering|"
            "browsing|checking)|looked at|viewed|clicked|browsed|almost (bought|ordered)|nearly "
            "(bought|ordered)|left (behind|in|without|sitting)|(put|placed|popped) in|saved|"
            "bookmarked|hovered|kept (looking|coming)|(didn't|did not|never) (buy|finish|order)|"
            "searched for|abandoned|walked away|passed over|turned down)",
            "(looks|look|seems|appears) [like|as if|as though|that] (you|someone|somebody) (left|"
            "forgot|didn't|didn’t|were|was|never|stopped|got (distracted|interrupted|called away)|"
            "had|have been|changed)",
            "(you) (got) (distracted|interrupted|cold feet|called away|as far as the|halfway|so far "
            "as|to the (checkout|till|basket|last (step|page)))",
            "(didn't|never|not) (quite|get round to|make it|make it to|reach) _2 (checkout|finish|"
            "finishing|the till|the basket)",
            "(more than once|again and again|three times|twice|several times|four times|every (night|"
            "day|evening|morning)) (this|last) (week|month)",
            "(we|we've|we have) [been] [been] (following|observing|studying|watching|monitoring|"
            "tracking|logging|reviewing|looking at|looking into|checking|analysing|analyzing) (your|"
            "you|what you|how you|which)",
            "(you've|you have|you) (not) (opened|read|clicked|bought|ordered|visited|logged in)",
            "(haven't|hasn't|it's been|been) [a] (opened|read|clicked|bought|ordered|visited|"
            "logged in|while since you|long since you|ages since you|months since you|weeks since "
            "you) [a|our|any|last|*]",
            "(given|considering|looking at|going by|judging by|from) (what|how|which) (you|we know) *",
            "(people|customers|shoppers|others) who (looked|viewed|bought|browsed) [at] [at] [what|"
            "the same] (you|things as you) *",
            "(your) (taste|size|usual|usual order|regular order|favourite colour|favorite color|wish "
            "list|wishlist|saved items?) (is|says|suggests|has|tells|on file|in our|we have)",
            "(we've|we have|we) [got|have|keep|kept|hold] [got] (your|you) (size|measurements|"
            "preferences|details|habits) (on file|on record|in our|saved|noted)",
            "(we|we've|we have|i|i've) [all|just|also|happened to|couldn't help but|can't help but|did|may "
            "have|might have] "
            "(saw|seen|notice|noticed|noted|spotted|clocked|caught|observed) _2 (you|your|you're|you've|"
            "that you|how you|somebody)",
            "(we|i) [can|could] see (that you've)|(that you (were|have|left|looked))|you've",
            "couldn't|(can't|could not) help but|(noticing|seeing|notice) [noticing|notice] [that|how] you|"
            "your",
            "we know [that|how|exactly|what|which|when|where|why] [often|long|many times|much|pages?|*] you "
            "(been|looked|look|opened|browse*|visited|clicked|were|spent|read|came|keep|kept|left|added|"
            "searched|watched|lingered|scrolled|stayed|live|sleep)",
            "(we|we've|we have) [been|kept|always|quietly|also] (track*|watch*|monitor*|follow*|record*|"
            "logg*|keep tabs|kept tabs) [on] "
            "(you|your|what you|which|how you|where you|when you|every)",
            "(keeping|kept|keep) (an eye|tabs|track) on (you|your|which|what|how|where)",
            "[our|the] (logs?|tracking|trackers?|analytics|records|data|system|systems|tool|algorithm|"
            "dashboard|cookies?|servers?|website|site|app|computer|robots?|heatmap) "
            "(has|have|shows?|tells?|told|says?|noted|recorded|saw|knows?|remembers?|reports?|reveals?|"
            "suggests?|noticed|picked up|caught) [us|me|that|it] _2 (you|your|you're|you've|noted|recorded|"
            "everything|all)",
            "our (logs?|analytics|records|data|cookies?|trackers?) (has|have|shows?|tells?|says?|suggest*|"
            "noted|saw|know*|remember*)",
            "according to|(judging by) our|your (records|logs|data|analytics|clicks|history|browsing|screen|"
            "search*|visits)",
            "based on|(because of)|(going by)|(judging by)|(from)|(looking at) your [recent|last|latest|"
            "late-night] "
            "(browsing|location|search*|clicks|visits?|viewing|views|activity|history|behaviou?r|interest "
            "in|wishlist|basket|cart|scrolling|reading habits)",
            "your (browsing|search|viewing|click|purchase|order|location|scroll) (history|data|habits?|"
            "behaviou?r|activity|pattern*)",
            "still (thinking|dreaming|wondering) (about|of) (it|them|that|this|those|these|the|our|her|"
            "him|one|your *)",
            "still (deciding|undecided|hesitating|dithering|mulling|eyeing|torn|sitting on the fence|making "
            "up your mind|not sure) (about|over|between) (it|them|that|the *|which)",
            "(left|forgot|abandoned|forgotten|waiting|sitting|still) _5 in your basket|cart|bag|trolley|"
            "wishlist",
            "your (abandoned|forgotten|lonely|half-full|waiting|unfinished|saved) (basket|cart|bag|trolley|"
            "order|checkout)",
            "(your) basket|cart|trolley (still|misses|waits|waited|remembers|feels|wonders|called|asked) *",
            "you (kept|keep) (looking|coming back|going back|returning|staring|eyeing|clicking|checking|"
            "opening|circling|hovering|visiting)",
            "you (came|come|went|keep coming|kept coming|keep going|have come|'ve come|returned|have "
            "returned|been) back (to (it|them|the (page|listing)|that page|see|look)|(three|four|two|"
            "several|#) times|twice|again and again|(for (another|a second|a third) look))",
            "(browsing|scrolling|clicking|window-shopping) (late at night|(past midnight)|(at midnight)|(in "
            "the small hours)|(on your phone)|(again)|(last night))",
            "you were back|here|there|(at it) (with|again|on|at|looking|for)",
            "(we'd|we would) have waved",
            "(you were) (up late|(up late again)|awake|up at|(up again)|online|browsing|scrolling|(looking "
            "(at|"
            "through|around))|back on|on our (site|page|app)|here (on|at|last))",
            "caught (you (looking|peeking|browsing|staring|eyeing)|your eye (on|last|twice))",
            "(we) (saw|spotted) (that look|you there)",
            "little bird|cookie told us",
            "(don't worry we|relax we|we) (won't tell (anyone)|saw nothing)",
            "(you) (almost|nearly) (bought|ordered|checked out|pressed|clicked|added)",
            "(you) (never|didn't|did not) (finish*|complete*|check out|quite finish|come back|open*|click*|"
            "answer*) [your|the|our] (order|checkout|purchase|payment|last|email*|emails|letter*|basket|"
            "cart)",
            "your (last|recent|latest|late-night|previous|three|two|many) (visit|visits|session|search|"
            "searches|look|clicks?|peek)",
            "your (cursor|thumb|mouse|phone|screen|device|laptop|tablet|ip|gps) (hover*|linger*|paus*|"
            "stopp*|tells|told|says|was|is|shows|rest*|kept|spent|hung)",
            "(since|when) you (last (opened|visited|logged|clicked|browsed|looked)|(visited|opened) (our|"
            "us))",
            "(you|you've|you have) [only|just|not|never] [opened|clicked|ignored|read] (our|every|all|the|"
            "none) [of] (last|our|emails?|# emails|newsletters?) (emails?|newsletters?|#|(of our *)|(ten|"
            "five|six|three|four))",
            "been [exactly|now] (#|(ninety|sixty|thirty|forty|three hundred|a hundred and *)) days since "
            "you|your",
            "(bought|ordered|purchased|picked up|chose) _4 from us (on|in|last|back)",
            "you (last|first) (bought|ordered|purchased|shopped)",
            "your (last|previous|first|recent) (order|purchase) (of|in|on|was|from|came|back|with|included) "
            "*",
            "(we know where|we know what) you *",
            "(now that|since|as|because) you (live|moved|are based|work|walk|commute|drive) (in|to|near|"
            "past|from|at) *",
            "(near|from) where you (live|work|walk|are sitting|are right now)",
            "(you) (lingered|hovered|loitered|scrolled|zoomed|dwelt|browsed)",
        ),
        "de": (
            "(unser|unsere|das|die) (system|tool|daten|statistik*|server|analyse*|website|webseite|shop|"
            "app|algorithmus) (sagt|sagen|zeigt|zeigen|verrät|verraten|weiß|wissen|meldet|merkt|"
            "flüstert), (dass|wie|was|wo) _2 (du|sie|ihr|dir|ihnen|euch|dein*|ihre*)",
            "wir (sehen|wissen|merken|ahnen|bemerken|kennen), [genau|ja|natürlich|schon|längst] (dass|"
            "wie|was|wann|wo|welche*|warum|womit) [oft|lange|lang] _2 (du|dich|dir|ihnen|euch|dein*|"
            "ihre*|ihrem|euer*|eure*|sie|ihr)",
            "(wir haben|haben wir|ich habe|unser system hat) (dich|sie|euch|dein*|ihre*|euer*|eure*) _6 "
            "(gesehen|beobachtet|erwischt|ertappt|verfolgt|bemerkt|registriert)",
            "(behalten|haben|hatten|verfolgen) [wir] (dich|sie|euch|dein*|ihre*|eure*) [im] (auge|blick|"
            "visier)",
            "(laut|nach|gemäß) (unseren|unserer|unserem) (daten|aufzeichnungen|statistik*|auswertung*|"
            "protokoll*|"
            "analyse*|tracking|cookies)",
            "(unsere|unseren) (daten|aufzeichnungen|statistik*|auswertung*|protokoll*|analyse*|cookies) "
            "(nach|zufolge|"
            "sagen|zeigen|verraten|haben)",
            "(deinen|ihren|euren|deinem|ihrem|eurem|deiner|ihrer|eurer) (daten|profil|klicks|verlauf|"
            "verhalten|einkäufen|bestellungen|suchanfragen|vorlieben|surfgewohnheiten|gewohnheiten|suche|"
            "bestellhistorie) (nach|zufolge|entnehmen|wissen|sehen|haben wir)",
            "(dein|ihr|euer) (profil|verlauf|klick|klicks|browser|surfverhalten|einkaufsverhalten|"
            "warenkorb|handy|gerät|suchverlauf) (sagt|verrät|zeigt|weiß|hat|sagen|verraten|zeigen|wartet|"
            "vermisst|steht)",
            "(hast|haben|habt) (du|sie|ihr) _5 (im|in den|in deinen|in ihren|in euren|in den) (warenkorb|"
            "einkaufswagen|einkaufskorb|merkzettel) (gelegt|gepackt|liegen|liegenlassen|vergessen|"
            "gelassen)",
            "(hattest|hatten|hattet|hatte) (du|sie|ihr) _6 [schon|bereits] (im|in den|in ihrem|in deinem) "
            "korb|warenkorb|einkaufskorb|einkaufswagen",
            "(du|sie|ihr) (hattest|hatten|hattet) _6 (im|in den|in ihrem|in deinem) korb|warenkorb|"
            "einkaufskorb|einkaufswagen",
            "(warenkorb|einkaufswagen|merkzettel|wunschliste|merkliste) _3 (vergessen|stehen lassen|"
            "stehengelassen|liegengelassen|stehen gelassen|zurückgelassen|verwaist|liegt noch|wartet "
            "noch)",
            "(zum|das) (dritten|zweiten|vierten|fünften|wiederholten|x-ten) mal (angesehen|angeschaut|"
            "angeklickt|geöffnet|besucht|da|hier|vorbei)",
            "(du|sie|ihr) (warst|waren|wart) _6 (auf unserer (seite|website)|in unserem (shop|laden)|bei "
            "uns im shop|im shop|auf der seite)",
            "(mails|mail|e-mails|newsletter|nachrichten) _3 (nicht geöffnet|nicht gelesen|ungelesen|"
            "ungeöffnet|ignoriert|weggeklickt)",
            "(du|sie|ihr) _4 (lange|länger|einige zeit|eine weile|ewig|schon ewig) nicht mehr (bei uns|"
            "im shop|auf der seite|vorbeigeschaut|bestellt|gekauft|hier|eingekauft|reingeschaut)",
            "(wir haben|haben wir|ich habe|uns ist|mir ist|ist uns) _4 (gesehen|bemerkt|aufgefallen|"
            "beobachtet|registriert|mitbekommen|gemerkt|entgangen|notiert|mitgezählt|verfolgt), "
            "[dass|wie|was|wo|wann|welche*|warum] _3 "
            "(du|dich|dir|sie|ihnen|ihr|ihre*|euch|dein*|euer*|eure*)",
            "(uns|mir) ist [doch|gleich|schon|sofort] [nicht] [dein*|ihr*|euer*|eure*] _3 (aufgefallen|"
            "entgangen)",
            "nicht entgangen",
            "(unsere|unseren|meine) mails?|e-mails|newsletter|nachrichten öffnest|öffnen|liest|lesen|klickst|"
            "klicken|löschst|löschen du|sie|ihr _8 erst|immer|meist*|zweimal|nachts|mitternacht|handy|spät",
            "(hast du|du hast|haben sie|sie haben|habt ihr|ihr habt) _9 (herumgezoomt|gezoomt|gescrollt|"
            "geklickt|angeklickt|"
            "weggeklickt|herangezoomt|rangezoomt|hineingezoomt)",
            "wir (sehen|wissen|merken|ahnen|bemerken), [genau|ja|natürlich|schon] (dass|wie|was|wann|wo|"
            "welche*) [oft|lange|lang] (du|sie|ihr|dich|dir|ihnen|euch)",
            "(unser|unsere|die|das) (system|tool|daten|protokoll*|statistik*|cookies?|server|analyse*|"
            "website|webseite|shop|app|algorithmus|auswertung*) "
            "(hat|haben|zeigt|zeigen|sagt|sagen|verrät|verraten|weiß|wissen|meldet|merkt) [uns|mir|sich|"
            "gezeigt|gemerkt|,] (dass|wie|was|du|sie|dich|dir|ihnen|deine*|ihre*|euch|es|gesehen|registriert|"
            "bemerkt|gemerkt|notiert|verraten)",
            "(dich|sie|euch|deine*|ihre*|eure*) _1 im auge behalten|gehabt",
            "(beobachten|verfolgen|tracken) (wir|dich|euch|dein*|ihr*|euer*|eure*|was|welche|wie)",
            "(haben|hat) (dich|sie|euch|dein*|ihr*|euer*|eure*) _2 (beobachtet|verfolgt|getrackt|im "
            "blick|im auge|ertappt|"
            "erwischt)",
            "noch [immer|am|beim|etwas|ganz] (überlegen|grübeln|unentschlossen|unschlüssig|unsicher|hin- "
            "und hergerissen)",
            "(denkst|denken|denkt|überlegst|träumst|zögerst|grübelst|überlegen|träumen|zögern) (du|sie|"
            "ihr) [etwa|"
            "immer|vielleicht|auch] noch [immer] (an|von|über) (den|die|das|dem|der|diese*)",
            "(im|in ihrem|in deinem|in deiner|in ihrer) (warenkorb|einkaufskorb|merkliste|einkaufswagen|"
            "merkzettel|wunschliste) _4 (liegen|gelegt|wartet|liegt|vergessen|warten|geblieben|gelassen|"
            "zurückgelassen|hast|haben|habt)",
            "(dein|ihr|euer|eure|deinem|ihrem|eurem|deinen|ihren|euren) (merkzettel|suchverlauf|standort|"
            "klickverhalten|"
            "browserverlauf|besuch|mauszeiger|cursor|daumen|surfverhalten)",
            "(deine|ihre|eure|deiner|ihrer|eurer) (merkliste|wunschliste|suche|suchanfrage*|klicks|"
            "besuche|letzten? "
            "besuche?|verweildauer|bestellhistorie|einkaufshistorie|ip-adresse)",
            "(liegt|wartet|liegen|warten) _4 (im|in (deinem|ihrem|eurem)) warenkorb|einkaufswagen",
            "(die|den|das|der), (du|sie|ihr) _4 (immer wieder|mehrmals|zweimal|dreimal|mehrfach|so lange|"
            "ständig) (angesehen|angeschaut|angeklickt|besucht|anschau*|anseh*|betrachtet|geöffnet)",
            "(basierend auf|aufgrund|anhand|laut) ((deine*|ihre*|eure*) [letzten|bisherigen|früheren|"
            "jüngsten|vergangenen] (käufe*|einkäufe*|bestell*|such*|klick*|verhalten*|vorlieben|interessen|"
            "verlauf*|daten|profil*|besuch*|warenkorb*|browser*|aktivität*|historie|likes|ansichten|"
            "standort*|wohnort*|alters?|geburt*))|(unseren daten)|(unserer statistik)",
            "(zuletzt|letzte woche|neulich|gestern|letzte nacht|am * abend) _3 (angesehen|angeschaut|"
            "angeklickt|besucht|betrachtet|gesucht|geklickt|gestöbert)",
            "(deine|ihre|eure) letzte (bestellung|kauf) *",
            "(seit|vor) (deiner|ihrer|eurer|deinem|ihrem|eurem) letzten (bestellung|einkauf|besuch|klick)",
            "vor (genau|#) [#] (tagen|wochen|monaten) _4 (bestellt|gekauft|angesehen|besucht|geöffnet|"
            "reingeschaut)",
            "wo (du|sie|ihr) (wohnst|wohnen|wohnt|arbeitest|arbeiten)",
        ),
        "fr": (
            "(ta|votre) souris (est|a|s'est) [longtemps] (restée|passée|arrêtée|attardée|hésité|survolé)",
            "(ton|votre) (curseur|pouce|doigt) (est|a|s'est) (resté|arrêté|posé|hésité)",
            "(avons|a|ai) [bien|tout|soigneusement] (suivi|observé|noté|vu|remarqué|compté|"
            "enregistré|analysé|étudié|relevé|épluché|décortiqué) [toutes] (vos|tes|votre|ton|chacun "
            "de vos|chacun de tes) (hésitations?|visites?|clics?|passages?|allées|recherches?|goûts|"
            "habitudes|choix|trajets?|parcours|favoris|intérêt|retour|achats?|lectures|gestes?|"
            "panier)",
            "(tu|vous) (as|avez|avais|aviez) [beaucoup|longuement|bien|un peu|encore] hésit* "
            "[longtemps|longuement|un moment|beaucoup|encore|plusieurs fois] (devant|entre|sur|avant)",
            "(encore|toujours|déjà|resté*|laissé*|oublié*|rangé*|dort|dorment) (dans|dedans) (ton|"
            "votre|vos|tes) (panier|sélection|favoris|liste|envies)",
            "(vous|tu) [y|en] (revenez|reviens|retournez|retournes|repassez|repasses) [souvent|"
            "toujours|sans cesse|encore|régulièrement] (sur|voir|à|vers) (cette|la|le|cet|sa|ces|"
            "nos) *",
            "(vos|tes|ta|votre|ton) [deux|trois|quatre|cinq|#|plusieurs] (dernières?|derniers?|"
            "récente?s?|nombreu*|précédente?s?|première?s?) (visites?|recherches?|consultations?|"
            "commandes?|connexions?|passages?|achats?|clics?|lectures|ouvertures)",
            "(vos|tes) (passages?|visites?|recherches?|clics?|achats?|allers-retours) (répétés?|"
            "répétées?|récents?|récentes?|nocturnes?)",
            "(tu|vous) (traîn*|rôd*|zieut*|lorgn*|louch*|gliss*|survol*) _2 (du côté|autour|sur (nos|"
            "notre|la page|le site|les|cette))",
            "(depuis|après|suite à) (ta|votre|ton|tes|vos) [dernière?|dernier|récent*] (visite|"
            "passage|commande|achat|recherche|consultation|clic)",
            "(ta|votre) (commande|visite|inscription) (de|du) (janvier|février|mars|avril|mai|juin|"
            "juillet|août|septembre|octobre|novembre|décembre|#)",
            "(vous|tu) (l'|les|la|le) (avez|as|aviez|avais) [déjà|bien|longuement|encore] (regard*|"
            "consult*|scrut*|contempl*|survol*|épingl*|repér*|mise?s? de côté)",
            "(vous|tu) (nous (lisez|lis|ouvrez|ouvres)|(ouvrez|ouvres|lisez|lis) nos) _3 (soir|nuit|"
            "matin|heure|midi|dimanche|lundi|mails|messages|e-mails|lettres)",
            "(vos|tes) (habitudes|préférences) (d'achat|de navigation|de lecture|nous|parlent|"
            "trahissent|indiquent|montrent)",
            "(le|un) petit oiseau nous a dit",
            "(on|nous) (vous|te|t') (surveill*|espionn*|piste|pistons|suit|suivons)",
            "(on|nous) (surveill*|espionn*|pistons) (vos|tes|votre|ton|ta)",
            "(cela|ça|voilà) fait # (jours|semaines|mois|ans) que (vous|tu) (n'|ne) _2 (command*|"
            "achet*|passé*|visit*|ouvert*|venu*|revenu*|rien)",
            "depuis # (jours|semaines|mois|ans), (vous|tu) (ne|n') (command*|achet*|passe*|visit*|"
            "ouvr*|ven*|rev*|donn*)",
            "(vous|tu) (n'avez|n'as|n'êtes|n'es) (pas|rien|plus) [encore|plus|toujours] (ouvert*|"
            "command*|achet*|cliqu*|revenu*|visit*|termin*|valid*|finalis*)",
            "on|nous|je (t'a|t'ai|(vous (a|ai|avons))|t'avons) [bien|aussi|encore|tous] (vue?s?|"
            "remarquée?s?|observée?s?|suivie?s?|repérée?s?|surprise?s?|aperçue?s?)",
            "(on|nous|j') [l'] (a|avons|ai) [bien|tout|aussi|déjà] (vu|remarqué|noté|constaté|observé|repéré|"
            "compris|enregistré|relevé|compté) [que|comme|combien|qu'|de|où|quand|ce que|à quel point] _2 "
            "(tu|vous|t'|tes|vos|ton|ta|votre)",
            "(on|nous) (sait|savons|voit|voyons|connaît|connaissons) [bien|tout|très bien|exactement] "
            "[que|ce que|combien|quand|où|quelle*|quel*|comment|à quelle*] [de|fois|temps|heure|soir] "
            "(tu|vous|t'|tes|vos|ton|ta|votre)",
            "(ça|cela) ne nous a pas échappé|(n'a échappé)",
            "échappé [que|à] *",
            "(notre|nos|le|les) (outil|outils|système|données|statistiques|traceurs?|cookies?|journaux|"
            "serveurs?|site|algorithme|robot|application) "
            "(a|ont|montre*|indique*|dit|disent|révèle*|sait|savent|signale*|nous) [tout|nous|bien|a|ont] "
            "(noté|vu|dit|enregistré|gardé|repéré|montre*|indique*|signale*|que (vous|tu|votre|ton|ta|vos|"
            "tes))",
            "(notre|nos) (site|système|outils?|serveurs?|application|boutique) (a|ont) [une] (bonne|"
            "excellente) mémoire",
            "(garde*|avons|ayant) [toujours] (un œil|un oeil|l'œil) sur (vous|toi|vos|votre|tes|ton|"
            "ta|ce que)",
            "(encore|toujours) (en train (d'y|de)|hésitant*|indécis*|tenté*|à y (penser|réfléchir)|en "
            "pleine hésitation) *",
            "(vous|tu) (hésite*|penses|pensez|réfléchi*|rêve*|songe*) (encore|toujours)",
            "(y) (penses|pensez|pensiez|pensais) (encore|toujours)",
            "(votre|ton) panier (vous|t'|attend|s'|abandonn*|n'|patiente|oubli*)",
            "(panier) (abandonné|oublié|en attente|en cours)",
            "(celui|celle|ceux|la|le|l'article) que (vous|tu) (n'arrête*|regard*|ne cess*|avez (regard*|"
            "consult*|mis)|as (regard*|consult*|mis)|revenez|reviens)",
            "(d'après|selon|vu|au vu de) (vos|tes|votre|ton) (visites?|recherches?|clics?|navigation|"
            "historique|achats?|localisation|comportement|consultations?|derniers? achats?)",
            "(votre|ton|vos|tes) (dernière|dernières|récente|récentes|deux|trois) (visites?|recherches?|"
            "consultations?|commandes?|connexion|passages?)",
            "(votre|ton) (historique|curseur|pouce|navigation|adresse ip|géolocalisation)",
            "(vos|tes) (clics|visites|recherches|allées et venues|passages|derniers achats)",
            "(depuis) (votre|ton) (dernier|dernière) (achat|commande|visite|passage|clic)",
            "(là où|où) (vous habitez|tu habites|vous travaillez)",
            "(tu|vous) (tourn*|rôd*) autour",
        ),
        "es": (
            "(tu|su) (ratón|cursor|dedo|pulgar) (se quedó|estuvo|se detuvo|se paró)",
            "(hemos|te hemos|le hemos|os hemos|te|le) (visto|vimos|notado|observado|seguido|registrado|"
            "pillado|pillamos|cazado|fichado|detectado)",
            "(vimos|notamos|sabemos|vemos|sé|hemos visto|nos consta|nos dimos cuenta|nos hemos fijado|nos "
            "fijamos) [de|en] (que|cuánt*|cómo|cuándo|dónde|qué) [veces|tiempo|*] "
            "(has|ha|estuv*|mir*|visit*|busc*|abri*|te|le|sigues|sigue|anda*|volv*|pas*|entr*|te gust*|"
            "vives|duermes)",
            "(no se nos ha|no se nos|no nos) (escap*|pasó|ha pasado) *",
            "(nuestr(o|a|os|as)|el|la|las|los) (sistemas?|registros?|datos|herramienta|cookies?|"
            "estadísticas?|servidor*|web|algoritmo|analítica|robot|aplicación) "
            "(ha|han|muestra*|dice*|indica*|sabe*|nos|apunt*|revela*|cuenta*) [nos|que|*] (apuntado|que|"
            "dicen|dice|todo|has|visto|registrado|anotado|cuenta*|chiva*|*)",
            "(echando|echado|puesto|encima) (un ojo|el ojo) (a|en|encima) *",
            "(sigues|sigue|todavía|aún) [estás|está|andas] (pensando|dándole vueltas|dudando|indecis*|"
            "soñando|pensándo*|dudándo*|le das vueltas|dándole)",
            "(le) (sigues|sigue|estás) dando vueltas",
            "(tu|su) (carrito|cesta|lista de deseos) (te|le|espera|sigue|abandonad*|olvidad*|echa)",
            "(dejaste|dejó|dejado|olvidaste|abandonaste|guardaste|metiste|añadiste|pusiste) _5 (carrito|"
            "cesta|carro|(a medias)|(a medio)|pago|compra|lista|favoritos)",
            "(carrito|cesta) (abandonad*|olvidad*|a medias|sin terminar)",
            "(el|la|los|las|ese|esa) que (no dejas|no paras|no dejabas|tanto mir*|mir*|has (mirado|visto)|"
            "tanto has|llevas|llevabas) _3 (mir*|ver*|visit*|días|semanas|veces|mirando)",
            "(según|por|dado|vist*) (tu|tus|su|sus) (historial|búsquedas?|clics?|visitas?|ubicación|"
            "navegación|últim* (compra*|visita*|búsqueda*)|comportamiento)",
            "(tu|tus|su|sus) (últim*|recient*|dos|tres) (visitas?|búsquedas?|sesión|clics?|consultas?)",
            "(tu|su) (historial|cursor|pulgar|navegación|ubicación|dirección ip)",
            "(desde) (tu|su) últim* (compra|pedido|visita|clic)",
            "donde (vives|vive|trabajas|trabaja)",
            "(llevas|lleva|lleváis) _3 (días|semanas|horas|noches|tardes|rato|veces) _1 "
            "(dándo*|mirando|mirándo*|pensándo*|rondando|rondándo*|viendo|volviendo|visitando|entrando|"
            "comparando|curioseando|husmeando|sin "
            "(abrir|entrar|comprar|pasar|venir|visitar*|pedir))",
            "(te|le|os) (hemos|estamos|estábamos|andamos|seguimos|venimos|llevamos) _2 "
            "(observando|mirando|siguiendo|vigilando|espiando|rastreando)",
            "(sabemos|notamos|vemos|intuimos|hemos visto) que (la|lo|las|los) "
            "(quieres|quiere|deseas|desea|miras|mira|buscas|busca|echas)",
            "(sabemos|notamos|vemos|intuimos|hemos visto) que "
            "(compras|buscas|miras|sueles|suele|abres|entras|duermes|vuelves|rondas|dudas|compra|busca|"
            "mira|abre|entra|vuelve)",
            "(sabemos|vimos|vemos) lo que "
            "(has|ha|hiciste|dejaste|miras|miraste|buscas|buscaste|compras|compraste|hay en "
            "(tu|su)|quieres|te gusta)",
            "(notamos|vemos|vimos|sabemos|hemos notado|hemos visto) que hace *",
            "(no has abierto|no abriste|no abres|has abierto|abriste|leíste|borraste|has borrado|has "
            "leído|no ha abierto|ha abierto|abrió|ignoraste|has ignorado) _5 "
            "(correos?|emails?|mensajes?|boletín|boletines|newsletters?|cartas?)",
            "(por|según|viendo|visto|con) lo que (buscas|busca|miras|lees|visitas|(has "
            "(buscado|mirado|comprado|visitado|leído))|(ha "
            "(buscado|mirado|comprado))|buscaste|compraste|miraste|visitaste)",
            "(tu|su|vuestra) (actividad|comportamiento|conducta|navegación) [reciente|de *] "
            "(nos|indica|dice|revela|sugiere|delata|muestra|apunta)",
            "(tus|sus) (hábitos|costumbres|gustos|patrones) (de (compra|navegación|lectura|consumo))",
            "(tus|sus|vuestras) (visitas|búsquedas|paseos|idas y venidas) _1 (a|por|en) "
            "(la|nuestra|las|esta) (web|tienda|página|ficha|app)",
            "(visitas|búsquedas|clics) _7 desapercibid(o|a)s?",
            "(ayer|anteayer|anoche|(el (lunes|martes|miércoles|jueves|viernes|sábado|domingo))|(esta "
            "(mañana|tarde|semana))|(la semana pasada)|(el mes pasado)) _2 "
            "(miraste|mirabas|buscaste|buscabas|visitaste|curioseaste|curioseabas|curioseando|mirasteis|"
            "visitasteis|consultó|miró|visitó|buscó|(estuviste "
            "(mirando|viendo|echando|comparando))|(echaste un (ojo|vistazo)))",
            "(miraste|buscaste|visitaste|curioseaste|consultaste|miró|visitó|buscó|mirasteis|visitasteis) "
            "_6 (ayer|anteayer|anoche|pasado|pasada|(hace (un|unos|dos|tres|#) *))",
            "(hace|desde hace) _2 (tiempo|días|semanas|meses) que no "
            "(compras|pides|entras|abres|visitas|compra|pide|entra|abre|visita)",
            "(nos has|nos ha|nos habéis) (visitado|buscado|leído|abierto|mirado|curioseado)",
            "(dedicaste|pasaste|has pasado|estuviste|estuvo|pasó) "
            "[#|un|unos|casi|buen|tres|dos|cuatro|cinco|varios] (minutos|segundos|rato) "
            "(mirando|viendo|en|con|delante|contemplando)",
            "(te|le|os) seguimos (la pista|los pasos|el rastro|de cerca)",
            "(vimos|notamos|vemos|sabemos|hemos visto|hemos notado) que [aún|todavía|casi|al final] "
            "no (terminaste|acabaste|completaste|finalizaste|concluiste|compraste|pagaste|has|ha|(te "
            "(decidiste|animaste|llevaste)))",
            "(tu|su) (compra|pedido|pago) (quedó|sigue|(se quedó)|está) (a medias|pendiente|sin "
            "terminar|incomplet(o|a)|a medio|inconclus(o|a)|esperándo*)",
            "no (terminaste|completaste|finalizaste|concluiste) (tu|la|el) (compra|pedido|pago)",
            "casi (compras|te llevas|lo compras|la compras|te lo llevas|te la llevas) *",
            "(van|son|llevas) _2 veces que (entras|miras|ves|vuelves|abres|pasas|visitas|entra|mira|vuelve)",
            "(detectamos|percibimos|captamos|registramos|advertimos) (tu|su) "
            "(interés|visita|visitas|presencia|clic|búsqueda|actividad)",
            "(te quedaste|se quedó|estuviste|estuvo|te quedas) a (un|una|dos|punto) _2 "
            "(compr*|llevár*|pag*|pedir*)",
        ),
    }
)
# Acts on a shop's pages; they count together with a trace in the same sentence.
ACTS = Lexicon(
    {
        "en": (
            "you|you've|you're|you'd [have|had|only|just|never|once|also|even|so|then|almost|nearly|quite|"
            "twice|keep|kept|been|were|was] "
            "(looked|looking|viewed|viewing|browsed|browsing|click*|opened|opening|visit*|searched|"
            "searching|spent|stayed|left|added|came|scroll*|hover*|linger*|return*|zoom*|paused|check*|"
            "clos*|tapp*|compar*|eyed|eyeing|"
            "studied|studying|inspected|bookmark*|abandon*|loaded|filled|enlarg*|peeked|swiped|hesitated)",
        ),
        "de": (
            "(du hast|hast du|sie haben|haben sie|du bist|bist du|sie sind|sind sie|ihr habt|habt ihr|"
            "ihr seid|seid ihr) _8 "
            "(angesehen|angeschaut|geöffnet|besucht|verbracht|gelegt|geblieben|zurückgekehrt|"
            "hängengeblieben|hängen *|zugemacht|gestöbert|reingeschaut|vorbeigeschaut|gesucht|verweilt|"
            "betrachtet|geladen|geblättert|durchgeblättert|verglichen|gelesen|gespeichert|gemerkt|"
            "abgebrochen|geschlossen|vergrößert|gezögert|gelassen|liegenlassen|gewesen|gehabt|geguckt|"
            "angeguckt|bestellt|gekauft)",
            "(du|sie|ihr) _8 (angesehen|angeschaut|geöffnet|besucht|verbracht|gelegt|geblieben|zurückgekehrt|"
            "hängengeblieben|hängen *|zugemacht|gestöbert|reingeschaut|vorbeigeschaut|gesucht|verweilt|"
            "betrachtet|geladen|geblättert|durchgeblättert|verglichen|gelesen|gespeichert|gemerkt|"
            "abgebrochen|geschlossen|vergrößert|gezögert|gelassen|liegenlassen|gewesen|gehabt|geguckt|"
            "angeguckt|bestellt|gekauft) hast|haben|habt|bist|sind|seid",
            "klicktest|öffnetest|schautest|besuchtest|verweiltest|warst",
        ),
        "fr": (
            "tu|vous (as|avez|es|êtes|étiez|étais|t'es|vous êtes) [bien|encore|même|déjà|longtemps|beaucoup|"
            "deux fois|trois fois] "
            "(ouvert*|consult*|visit*|regard*|parcour*|cliqu*|laiss*|rest*|reven*|mis*|zoom*|ajout*|pass*|"
            "attard*|arrêt*|fait défiler|agrandi*|lu*|quitt*|ferm*|cherch*|commenc*|abandonn*|hésit*|parti*|"
            "remonté|descendu*)",
            "(tu l'as|vous l'avez) [bien|encore|même|déjà] (mis*|ouvert*|regard*|ajout*|retir*|tourné*|"
            "agrandi*|consult*)",
            "(t'|vous) (attard*|arrêt*)",
            "(a|ont) (regardé|consulté|ouvert|zoomé)",
        ),
        "es": (
            "(has|ha|habéis|hayas) [ya|hasta|casi|incluso] (visto|visitado|abierto|mirado|consultado|dejado|"
            "entrado|ampliado|pasado|vuelto|buscado|estado|guardado|añadido|metido|pinchado|leído|cerrado|"
            "hecho)",
            "abriste|visitaste|miraste|entraste|dejaste|volviste|pasaste|buscaste|ampliaste|guardaste|"
            "añadiste|metiste|pinchaste|cerraste|"
            "estuviste|recorriste|deslizaste|consultaste|comparaste|llegaste|hiciste|leíste|quedaste|"
            "curioseaste",
            "(dejó|abrió|miró|visitó|volvió|pasó|entró|amplió|estuvo|cerró) (usted|*)",
            "mirabas|buscabas|curioseabas|navegabas|comparabas|dudabas|pausaste|anduviste|marcaste|"
            "tocaste|repasaste|revisaste|comparasteis|mirasteis|visitasteis|abristeis|dejasteis",
        ),
    }
)
TRACES = Lexicon(
    {
        "en": (
            "page|pages|tab|tabs|site|website|app|link|links|photo|photos|photograph|screen|checkout|"
            "wishlist|wish-list|listing|reviews|gallery|thumbnail|zoom|phone|laptop",
            "(your|the|our) (basket|cart|email|emails|newsletter|shop|store|bag)",
            "minutes|seconds|(an hour)|times|(quarter of an hour)",
            "twice|(three times)|(last night)|(the other night)|(the other day)|midnight|(small hours)",
            "last (night|week|tuesday|sunday|monday|thursday|friday|saturday|wednesday)",
            "three|four|several|many times",
            "at # (am|pm)",
        ),
        "de": (
            "uhr|uhrzeit|nachts|mitternacht|frühmorgens|(zwei|drei|vier|fünf|sechs|zehn|mehrere mal|"
            "male)|klick|klicks|profil|einkaufswagen|login",
            "seite|seiten|produktseite|warenkorb|minuten|sekunden|zweimal|dreimal|viermal|fünfmal|mehrmals|"
            "foto|fotos|produktfoto*|tab|link|"
            "warenkorbs|app|kasse|website|webseite|bild|bilder|bewertungen|newsletter|mail|mails|merkliste|"
            "bildschirm|handy|shop",
            "neulich|gestern|vorgestern [abend|nacht|nachts|spät]",
            "letzte nacht|woche",
        ),
        "fr": (
            "page|pages|fiche|fiches|panier|onglet|minutes|secondes|site|photo|photos|lien|avis|appli|"
            "application|écran|boutique|paiement|newsletter|mail|zoom|image|images",
            "(deux|trois|quatre|plusieurs|cinq) fois",
            "hier|avant-hier [soir]",
            "(la nuit dernière)|(l'autre (soir|nuit|jour))",
            "à # h",
        ),
        "es": (
            "página|páginas|ficha|fichas|carrito|cesta|pestaña|minutos|segundos|web|foto|fotos|enlace|"
            "pantalla|reseñas|opiniones|pago|tienda|aplicación|app|móvil|imagen|zoom",
            "(dos|tres|cuatro|varias|cinco) veces",
            "anoche|anteanoche|(la otra noche)|(el otro día)|(de madrugada)|(cuarto de hora)|(media hora)",
            "cuarto|media|(un cuarto) de hora|hora",
            "correo|correos|email|emails|boletín|newsletter|anteayer|ordenador|buscador|catálogo online",
        ),
    }
)
