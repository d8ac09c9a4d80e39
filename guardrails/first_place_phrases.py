"""What claims a first place by itself, in four languages."""

from __future__ import annotations

from guardrails.lexicon import Lexicon

_EN_BEST = "best|finest|most|favou?rite|leading|first|only|greatest|top|toughest|(number one)|*est|premier"
FIRST_PLACES = Lexicon(
    {
        "en": (
            "(there is|there's|there are|there isn't|there aren't) no|(any|a) [such] (better|finer|"
            "softer|sharper|tougher|warmer|greater|nicer|stronger|equal|rival|match|competition|"
            "comparison|contest|substitute)",
            "(everyone|everybody|nobody|the nation|the world|britain|america|the country|the "
            "internet|the public|critics|chefs|reader|readers|customer|customers)'s? [all-time|"
            "absolute] (favou?rite|number one|first choice|darling|sweetheart|top pick|(most *))",
            "(customers|readers|critics|chefs|buyers|shoppers|fans|users|mums|moms|experts|"
            "professionals|pros|bakers|everyone|everybody) (favou?rite)",
            "(nation|customer|reader|critic|chef|crowd|fan|world|country|britain|america|staff and "
            "customer) favou?rite",
            "most-loved",
            "best-loved",
            "(most|best) (loved|popular|wanted|liked|reviewed|reordered|coveted|talked-about|beloved|"
            "trusted|ordered|requested|raved-about|sought-after)",
            "best-seller*",
            "best-sold",
            "bestsell*|top-sell*|top-rank*|topselling",
            "(beyond|past|above|without|defies|defying|no|bears no) (compare|comparison|equal|peer|"
            "peers|rival|rivals|parallel|competition|contest|match for)",
            "(has|have|knows?|with|having|had|find|finds) no (equal|equals|rival|rivals|peer|peers|"
            "match|competition|competitor*|superior)",
            "(the|an?) [absolute|very] ultimate",
            "the last|only (*|(* *)) (you'll|you will|you'd|you) ever [really] (need|want|buy|own|"
            "use|wear|have to buy|reach for)",
            "the only (one|*|(* *)) worth (having|buying|owning|knowing|eating|drinking|wearing|using|the *)",
            "(crème|creme|cream) de la crème|creme|(of the crop)",
            "[the] cream of the crop",
            "top of the (range|line|league|pile|heap|class|tree|pops|charts|list|table|shop)",
            "(head and shoulders|streets|miles|leagues|light years|a cut|heads) (above|ahead|beyond|"
            "apart) [of] [the|all|every|any|from|most] (rest|others|competition|other|everything|"
            "everyone|else|*)",
            "(in a) (different|separate|whole other|higher) (league|class|category)",
            "tops|(sits (at)?) [at] [the] (list|charts|league|lists|rankings|polls|top of)",
            "(ranks|ranked|comes|came|placed|finished) (first|top|number one|highest) (in|of|"
            "among|out of|with)",
            "(the one|the *) to beat",
            "(pale|pales|fade|fades|look|looks) (in comparison|by comparison|beside (it|this|them)|"
            "next to (it|this|ours))",
            "(can|could|can't|cannot|couldn't|doesn't|don't|does not|do not|won't|nothing|none|nobody|no "
            "one) [else|ever|even|would] (hold|holds) a candle",
            "(others|rivals|competitors|the competition|the rest|other brands|the others|cheaper "
            "ones|supermarkets?|high street|big brands|imitations|copies|copycats) (can't|cannot|"
            "don't|could never|can only|struggle to|fail to|wish they|never) _3 (match|touch|compete|"
            "close|keep up|rival|dream|copy|compare|envy|follow|manage|could|beat|equal|imitate)",
            "(wipes|wipe) the floor with",
            "(runs|run) (rings|circles) (around|round) (all|every|any|the|other|others|its)",
            "(the) (mother of all|granddaddy of|grandaddy of|holy grail|gold medal|last word|"
            "rolls-royce|rolls royce|ferrari|stradivarius|champagne|mona lisa) (of|in|among) [all] *",
            "holy grail",
            "(doesn't|does not|don't|can't|won't|couldn't) get [any|much] (better|finer|softer|"
            "tastier|fresher|cosier|nicer|sharper|(more *)) [than (this|that|it|here|these)]",
            "as (good|fine|soft|sharp|fresh|close to perfect*|perfect) as (it gets|they come|they "
            "get|* gets)",
            "nothing [else] [even|quite] (beats|tops|rivals|matches|touches|equals|outshines) (it|"
            "this|our|ours|them|these|the *)",
            "nothing [else] compares|compare [to|with]",
            "(finest|highest|best|unbeatable|unmatched|superior|supreme|unsurpassed|exceptional|"
            "unequalled) quality",
            "(never|not) [been|had|seen|tasted|held|worn|met|known|made|find] a (better|finer|softer|"
            "greater|sharper|nicer|more *) (mug|board|*)",
            "(bettered|rivalled|beaten|matched|equalled|surpassed|outdone) by (none|nobody|nothing|"
            "no one|no other *)",
            "(stands|stand|standing) (alone|(in a class)|(head and *)|unchallenged|supreme)",
            "(reigns|reign|reigning) supreme|(over|champion)",
            "(unrivalled|unrivaled|untouchable|unassailable|inimitable|without equal|without peer|"
            "without rival|nonpareil|par excellence|superlative)",
            "(raises|raise|raised|sets|set) the bar|standard [for|by|in|of]",
            "(ruin|ruins|spoil|spoils) you for (all|every|any|other|others|anything) *",
            "(every|all|any) other * (is|are|will|feels|seems|looks|tastes|pales?) [just|only|merely|"
            "now|like] [a] (pale|second|inferior|copy|imitation|disappoint*|compromise|also-ran|poor|"
            "toy|playing|catching)",
            "(put|puts|leave|leaves) [the|every|all|any] [other] (competition|rivals) *",
            "(no|not one|not a single) [other] [other] (*|(* of *)) _3 (can|could|will|ever|comes|"
            "comes? close to|manages) (touch*|match*|rival*|beat|equal|top|compare*|compete|(come "
            "close)|(hold a)|(keep up)) [it|this|ours|with]",
            "(what|the one|the *) [all] [all] [the] (professionals|pros|chefs|bakers|experts|"
            "champions|top *|those who know) [all|actually|really|end up|always] (use|choose|buy|"
            "buying|using|swear by|reach for|insist on|rely on)",
            "(britain|england|scotland|wales|america|europe|london|yorkshire|cornwall|the country|"
            "the county|the world|the town|the nation|the city|the industry)'s [very|own] (best|"
            "finest|favou?rite|leading|number|no|top|most|only|first|*est)",
            "(we've|i've|they've|(we have)|(has)|(have)) yet to (find|meet|see|taste|try|hear) a|an|another|"
            "one|any|better",
            "(still waiting) (for|to) (meet|find|see|the one|one|a)",
            f"world's|planet's|nation's|country's|britain's|america's|europe's|england's|scotland's|"
            f"ireland's|"
            f"london's|industry's|market's _1 {_EN_BEST}",
            f"uk's _1 {_EN_BEST}",
            "unbeatable|unbeaten|unrivall?ed|unmatched|unparalleled|unsurpassed|unequall?ed|peerless|"
            "matchless|"
            "unmatchable|incomparable",
            "world-class|best-in-class|market-leading|industry-leading|class-leading|world-beating|"
            "world-leading|"
            "award-winning|multi-award-winning|prize-winning|record-breaking",
            "second|next to none",
            "like no other",
            "in a class|league of its own",
            "best-seller*|best-selling|top-selling|top-rated",
            "(the|our|your|their|britain's|europe's|america's|nation's|world's|uk's|planet's|market's) "
            "number-one",
            "number-one (for|in|choice|brand|pick|shop|best*|seller|among|favou?rite|with)",
            "the|(that is) one and only",
            "nobody|no-one|(no other *) [else] _3 makes|does|sells|bakes|brews|builds|roasts|knits|gets|"
            "offers "
            "_4 (better|finer|(like (this|us|ours|we do))|(this well)|(as (good|well)))",
            "nobody|nothing|no-one|none (else|other)? _3 (comes|come|gets|get) close|near",
            "nothing|nobody|no-one|none else (made|sold|(on (sale|earth|the market|the shelf))|(in (the "
            "world|(the) *|*))) _8 (as|so|like|half)",
            "nothing else _6 as (well|good|sharp|soft|warm|long|fast|cleanly|quietly|light|much)",
            "nothing else _4 (comes|compares|touches|matches|beats|rivals)",
            "no other * _7 (this|so|quite|as (well|good|*)|(and (*) have tried))",
            "no other * _2 (comes|come|can|could|will|gives|does|has|holds|cuts|keeps|makes|matches|beats|"
            "even|feels)",
            "(won't|will not|can't|cannot|never) find|get|buy|see|meet|own|taste a|any|anything|another "
            "_1 better|finer|softer|sharper|warmer|stronger|lighter|quieter|comfier|smoother|tastier|"
            "brighter|tougher",
            "(won't|will not|can't|cannot|never|couldn't) [be] beat|beaten|matched|bettered|surpassed|"
            "equalled|topped",
            "(won't|will not|can't|cannot|don't) do better",
            "there is|there's|(there are) no|not [a] better|finer|softer|sharper|tougher|warmer|greater",
            "than any|every other",
            "than any * (on|in) the market|world|shelf",
            "than anyone|anybody|everyone|everybody else",
            "than anything else|(you've ever)|(on the market)|(out there)",
            "than [all] [of] the rest|competition|competitors|others",
            "than [all] [our] rivals|competitors",
            "than other brands|makers|shops|companies",
            "leaves|leave|leaving [all|every] [of] [the] (rest|competition|others|other) _2 behind|standing|"
            "cold|dust",
            "(put|puts|putting) [all|every] [the] (rest|others|competition|other *) to shame",
            "(make|makes|making) (every|all|any) other|others * look|feel|seem",
            "outperform*|outclass*|outshine* every*|any|all|other|others|the",
            "blows|blow|knocks|knock (everything|anything|every|the competition|all others) _5 water|park",
            "beats|beat (everything|anything|every|all|the competition|any other) [else]",
            "(sets|set|setting) the [gold] standard",
            "gold standard",
            "(hands down|(by far)|(far and away)|(bar none)|(without question)|(without doubt)|undisputed*|"
            "indisputabl*|unquestionabl*|undoubtedly|simply|easily) the|our|your best|finest|greatest|most|"
            "only|number|*est",
            "the best|finest|greatest|*est * (by far|bar none|(hands down)|period)",
            "(voted|rated|named|crowned|ranked|judged|awarded) [the] [britain's|america's|europe's] "
            "best|number|top|finest|most|favou?rite",
            "best of the best",
            "the king|queen|goat|champion|undisputed of [all] *",
            "unlike any other|(anything else)",
            "first of its kind",
            "perfection itself",
        ),
        "de": (
            "(der|die|das) [wohl|mit abstand] (beste|schönste|feinste|leichteste|weichste|schärfste|"
            "stärkste|wärmste|robusteste|aromatischste|praktischste|günstigste|haltbarste|zarteste|"
            "bequemste|schnellste|größte) * (überhaupt|weit und breit|aller zeiten|am markt|der welt)",
            "kein* * (der welt|dieser welt|auf der welt|auf erden|weit und breit) _2 (duftet|schmeckt|"
            "schneidet|hält|wärmt|sitzt|so|kann|ist|liegt)",
            "mehr * geht|gibt nicht",
            "laut (kennern|experten|profis|testern|fachleuten|kritikern) _4 (best*|schönst*|schärfst*|"
            "einzig*|erst*|führend*)",
            "[alle] (kenner|experten|profis|tester|kritiker) (sind sich einig|schwören|küren|kürten|"
            "wählen|wählten|bestätigen)",
            "stellt|stellen _2 (alles|alle|jede*|sämtliche*|den rest|die konkurrenz|andere) _4 schatten",
            "in den schatten (stellt|stellen|zu stellen|gestellt)",
            "(an * kommt|an * kommen|da kommt|da kommen) (keine*|kein|niemand|nichts|sonst niemand) _3 "
            "(heran|ran|vorbei|mit|hin)",
            "(kommt|kommen|reicht|reichen) (keine*|kein|niemand|nichts|so leicht keine*) _3 (heran|ran|"
            "daran|dran)",
            "(kein|keine|keinen|nichts) _3 (finden|findest|findet|kriegen|kriegst|bekommen|bekommst|"
            "gefunden), (der|die|das|was) _4 (herankommt|heranreicht|rankommt|mithält|hinkommt|übertrifft)",
            "(günstiger|billiger|besser|schöner|frischer|schärfer|leichter|weicher|feiner|robuster|"
            "schneller|preiswerter|aromatischer|wärmer|stabiler) _6 (nirgends|nirgendwo|nicht zu haben|"
            "nicht zu bekommen|nicht zu kriegen)",
            "(ein|eine|einen) *, (der|die|das) (länger|besser|schöner|weiter|schneller|feiner|weicher) *, "
            "* _5 (keiner|niemand|nirgends|nirgendwo)",
            "(nirgends|nirgendwo) [sonst|anders] (findest|finden|findet|gibt|bekommst|bekommen|bekommt|"
            "kriegst|kriegen|kriegt|schmeckt|sitzt|kaufst|kaufen|kauft|wird) _5",
            "(besser|schöner|schärfer|feiner|frischer|weicher|leichter) (geht es|geht's|geht das|wird's|"
            "wird es|kann man|kann es) _1 nicht",
            "(sucht|suchen) [in] [ganz] * seinesgleichen|ihresgleichen",
            "(branchen|markt|welt|europa|klassen|preis)führer*",
            "(kult|kultprodukt|kultklassiker|lieblingsprodukt|publikumsliebling) (der|aller|deutschlands|"
            "österreichs)",
            "(deutschlands|österreichs|europas|bayerns|berlins|hamburgs|wiens|zürichs|norddeutschlands|"
            "süddeutschlands|tirols|skandinaviens) (beliebt|best|größt|schönst|erst|einzig|schärfst|"
            "meistgekauft|meistverkauft|liebst|feinst|leckerst|günstigst)*",
            "(der|die|das) (schweizer|deutschen|österreicher*|welt|region|stadt) (liebst*|beliebtest*|"
            "best*|schönst*|größt*)",
            "(meistgekauft|meistgelobt|meistempfohlen|meistgelesen|bestbewertet|bestverkauft|bestgehütet|"
            "höchstbewertet|alleinig)(e|er|es|en|em)?",
            "(weltweit|europaweit|bundesweit|schweizweit|österreichweit|deutschlandweit) (erst|einzig|"
            "best|führend|größt|leichtest|beliebtest)*",
            "(champions-league|königsklasse|weltspitze|goldstandard)",
            "(einfach|schlicht|schlichtweg|definitiv|unbestritten|zweifellos|eindeutig|nachweislich) "
            "(die|der|das) (beste|schönste|schärfste|weichste|feinste|leichteste|robusteste|praktischste|"
            "stärkste|haltbarste)(n|r|s)?",
            "(besser|schärfer|leichter|weicher|länger|robuster|frischer) als (jede*|alle*|sämtliche*|"
            "herkömmliche*|der wettbewerb)",
            "(übertrifft|übertreffen|schlägt|schlagen|überragt|toppt|toppen) (alle*|jede*|die konkurrenz|"
            "sämtliche*|alles)",
            "(allen|alle) (anderen|übrigen) _2 (voraus|überlegen|meilenweit|um längen)",
            "(um längen|meilenweit|haushoch) (besser|voraus|überlegen|vorne|vorn)",
            "(kein anderer|keine andere|kein anderes) _3 (so gut|so scharf|so weich|so leicht|so schön|"
            "so fein|so viel)",
            "(was|wer) besseres (gibt|findest|finden|bekommst|kommt)",
            "seit jahren [die|der|das] (nummer|erste|meist)*",
            "(sucht|suchen|suchst) [man|du|sie|ihr] (vergebens|vergeblich|lange)",
            "(erst|noch) (erfunden|gefunden|gebaut) werden",
            "(der|die|das) muss erst noch",
            "weltbest*|weltklasse|weltmarktführ*|weltmeisterlich*|weltrekord*",
            "unschlagbar*|unübertroffen*|unübertrefflich*|konkurrenzlos*|marktführ*|preisgekrönt*|"
            "unerreicht*|"
            "beispiellos*|unvergleichlich*|(ausgezeichnet mit)|(mehrfach ausgezeichnet)|testsieger*|"
            "prämiert*",
            "bestseller*|meistverkauft*|topseller*|verkaufsschlager*",
            "nummer eins|1",
            "nr 1",
            "platz eins|1",
            "der|die|das beste|schönste|feinste|einzig wahre überhaupt",
            "seinesgleichen|ihresgleichen (sucht|suchen|hat|haben|findet)",
            "ohnegleichen",
            "kein* ander(e|er|es|en|em) _4 (so|kann|schafft|hält|schneidet|schmeckt|bietet|kommt|reicht|"
            "macht|sitzt|wärmt)",
            "nirgends|nirgendwo [sonst|anders] _4 (besser*|schöner*|feiner*)",
            "nirgends|nirgendwo (sonst|anders) _4 so",
            "(nichts|niemand|keiner|kein) [anderes|anderer|sonst] _5 heran|mithalten|ran|besser|gleichauf|"
            "(das wasser reichen)",
            "besser geht es|geht's nicht",
            "(etwas|was) besser* (gibt es|gibt's|findest|finden|findet|werden|wirst|werdet) _2 nicht|"
            "nirgends|nirgendwo",
            "(hierzulande|landauf|weit und breit|landesweit|weltweit) nichts _1 feineres|besseres|schöneres|"
            "weicheres|schärferes|edleres",
            "(gibt|findest|finden|findet|bekommst|bekommen|bekommt) [es|du|sie|ihr] [weit] [und] [breit] "
            "(kein*|nichts) _1 besser*|schärfer*|feiner*|schöner*|weicher*|leichter*",
            "als (alle anderen)|(alles andere)|(jede* andere*)|(die konkurrenz)|(bei der konkurrenz)|(der "
            "wettbewerb)|"
            "(irgendwo sonst)|(sonst jemand)|(anderswo)|(der rest)|(jeder andere)|(alle [unsere] "
            "mitbewerber*)",
            "stellt|stellen|lässt|lassen (alle anderen|alles andere|die konkurrenz|jede* andere*) _3 "
            "schatten|(alt aussehen)|stehen|sich",
            "mit abstand [der|die|das] *",
            "(zum|zur) [*] gewählt|gekürt",
            "setzt maßstäbe",
            "das maß aller dinge",
            "spitzenreiter|klassenbest*",
        ),
        "fr": (
            "(aucun|aucune|nul|nulle) _4 (n'en|ne) (fait|fabrique|propose|vend|tourne|souffle|tisse|coud) _1 "
            "(d'aussi|de plus|de meilleur*|de si)",
            "(préférée?s?|favorite?s?|adorée?s?) (des|(de tous les)|(de toutes les)) *",
            "(aucune?|nulle?) * _3 (autant|aussi *|mieux|plus *|pareil*|égal*|rivalis*|cheville|"
            "n'arrive*|n'approche*|comparable*|à la hauteur|tient la comparaison|soutient la "
            "comparaison)",
            "(préférée?s?|favorite?s?|chouchou*|adorée?s?|plébiscitée?s?) (des|de|par|du) [nos|les|"
            "la|tous les|toutes les] (français*|belges?|suisses?|québécois*|canadiens?|clients?|"
            "clientes?|clientèle|lecteurs|lectrices|chefs|pros|professionnels|parisien*|familles|"
            "connaisseurs|experts|enfants|tous|toutes|monde|milliers|coureurs|coureuses|jardiniers|"
            "mamans|parents|pays|dermatologues|vétérinaires|baristas|presse|critiques|internautes|"
            "gourmets)",
            "que (tout le monde|tout le *|toute la *|tous|tout *|la france entière) (s'arrach*|"
            "réclam*|envi*|jalous*|s'arrache|copi*|plébiscit*|ador*)",
            "dont (tout le monde|toute la *|tout *) (parle*|rêv*|raffol*)",
            "(le|la|du) (nec-plus-ultra|top du top|crème de la crème|must absolu|summum|fin du fin|"
            "graal|rolls|ferrari|stradivarius|référence en|(référence (du|des) (marché|secteur|genre|rayon|"
            "métier|amateurs?|amatrices|professionnels|pros|chefs|connaisseurs|spécialistes))|référence en "
            "matière)",
            "(roi|reine|rois|reines|empereur|maître|champion|championne|as|star|stars|prince) "
            "(incontesté*|(des (thés|cafés|savons|crèmes|vins|fromages|torchons|bols|chaussures|"
            "couteaux|jouets|vestes|sacs|matelas|coussins|paniers|huiles|sauces|chocolats|bougies|"
            "tapis|stylos|carnets|gourdes|friandises|poêles|plantes|lampes|soins|baumes|confitures|"
            "miels|biscuits))|(du marché|de sa catégorie|de la catégorie|toutes catégories))",
            "hors (concours|catégorie|compétition|norme)",
            "(jamais|rarement) (égalée?s?|vu ailleurs|dépassée?s?|surpassée?s?|battue?s?)",
            "(surclass*|surpass*|écras*|enfonc*|détrôn*|éclips*|ridiculis*|distanc*|dépass*|bat|"
            "batt*|humili*) [de loin|largement|tous|toutes|tout] (la concurrence|les autres|ses "
            "rival*|ses concurrent*|tout le reste|tout ce qui|toutes les *|tous les *|n'importe "
            "quel*)",
            "(loin|bien|largement|nettement) (devant|au-dessus de|meilleur* que|mieux que) (la "
            "concurrence|les autres|tous|toutes|tout|le reste|ce que font|ce qu'on trouve)",
            "(meilleure?s?|mieux|plus *) que [tout|tous|toutes|chez|dans|n'importe quel*|ce que|ce "
            "qu'] (la concurrence|les concurrent*|les autres|le reste|nos concurrent*|ailleurs|"
            "partout|(on trouve)|(font les)|(vous avez (connu|goûté|essayé|porté|vu))|(tu as (connu|"
            "goûté|essayé|porté|vu))|(les grandes marques))",
            "(la|le|les) [toute] (seule?s?|unique) (au monde|en france|en europe|du marché|sur le "
            "marché|à (faire|proposer|offrir|réunir|garantir))",
            "(la|le|les) (plus|mieux) (vendue?s?|notée?s?|demandée?s?|primée?s?|recommandée?s?|"
            "plébiscitée?s?|réputée?s?|prisée?s?|populaires?|appréciée?s?|désirée?s?|convoitée?s?|"
            "célèbres?)",
            "(la|le|les) meilleure?s? (rapport qualité|qualité|qualité-prix|choix possible|* que "
            "(vous|tu|l'on|on|nous))",
            "(sans doute|probablement|peut-être|certainement|assurément|clairement|objectivement|"
            "simplement|tout bonnement) (la|le|les) (meilleur*|plus * *|seul* *|mieux)",
            "(n'a|n'ont|sans) [pas|point|aucun|plus] d'équivalent*",
            "(rien|personne|quiconque) _3 (arrive|arriver*|vient|tient) à (la|sa|leur) (cheville|hauteur)",
            "(plus|mieux) (* que jamais personne|* que personne)",
            "(la|une|le|un) [véritable|vraie] référence (absolue|mondiale|nationale|incontestée|"
            "incontournable|du secteur|du genre|en la matière|ultime)",
            "(attend|attendons|cherche|cherchons) encore (celui|celle|ceux|mieux|une|un)",
            "(personne|nul) (ne|n'*) _3 de (plus|meilleur*|mieux)",
            "imbattable*|inégal(é|able)*|incomparable*|insurpass(é|able)*|indétrônable*|inimitable*",
            "sans (égale?s?|égaux|rivale?s?|rivaux|pareil*|équivalente?s?|concurrente?s?|concurrence|"
            "comparaison|précédent)",
            "hors-pair",
            "(défie*|défiant|défiez) toute concurrence",
            "best-seller*|(meilleur(e)?s? ventes?)",
            "[le|la|les|notre|votre|au] (numéro|n°) un|1 (des|du|de la|en|mondial*|français*|belge|suisse|"
            "québécois*|incontesté*|sur|au|dans|auprès|chez|toutes)",
            "(est|c'est|devenue?|élue?|classée?|reste) [le|la|notre] (numéro|n°) un|1",
            "primée?s?",
            "élue?s? [le|la] (meilleur*|produit|numéro|plus)",
            "récompensée?s? (par|premi*|numéro|meilleur*)",
            "classée?s? (premi*|numéro|meilleur*)",
            "leader du|(sur le) marché",
            "(personne|nul|rien) [d'autre] _2 (ne|n'*) _3 (mieux|rivalis*|égal*|cheville|compar*|surpass*)",
            "(aucun|aucune|nul|nulle) autre * _2 (ne|n'*) *",
            "nulle part ailleurs",
            "(ne|n'en) trouver(ez|as|ons) (pas|nulle|jamais|rien|aucun*) _3 (mieux|meilleur*|pareil*|part|"
            "plus)",
            "(il n'y a|il n'existe) (pas|rien|aucun*) _2 (mieux|meilleur*|plus)",
            "que (tous les autres)|(toutes les autres)|(n'importe quel* autre*)|(la concurrence)|(tous "
            "[ses] concurrents)|"
            "(partout ailleurs)|(nulle part ailleurs)|(tout autre)|(toute autre)|(les autres marques)",
            "(laisse*|met*) (les autres|tous les autres|toutes les autres|la concurrence) _3 (derrière|loin|"
            "place)",
            "de loin [le|la|les] (meilleur*|plus)",
            "la référence absolue",
            "champion* du monde",
            "tout simplement|(sans conteste)|incontestablement [le|la|les] (meilleur*|plus|seul*)",
            "sans conteste|(doute possible)",
        ),
        "es": (
            "(está|estamos|estoy) por (ver|nacer|inventar|encontrar) *",
            "(aún|todavía) (buscamos|esperamos|no hemos (visto|encontrado|probado)) (un|una|otr(o|a)|algo)",
            "insuperable*|inmejorable*|imbatible*|incomparable*|inigualad(o|a)s?|inigualable*|imbatid(o|a)s?",
            "sin igual|rival|parangón|competencia|comparación|(parangón alguno)",
            "premiad(o|a)s?|galardonad(o|a)s?|laureado*",
            "(el|la|los|las) más vendid(o|a)s?",
            "superventas|best-seller*",
            "número (uno|1)",
            "líder(es)? (del|en el|en) mercado|sector|ventas|(su *)",
            "elegid(o|a)s? [como] [el|la] (mejor*|producto|número|más)",
            "(ningún|ninguna) otr(o|a) * _2 (se|lo|la|le|tiene|corta|hace|puede|ha|sabe|dura|llega|abriga|"
            "es|está|te|da)",
            "(nadie|nada) [más] _3 (mejor*|compar*|iguala*|supera*|cerca|acerca|igual|altura)",
            "(mejor|(más *)) que nadie",
            "no hay|existe _4 otr(o|a) [*] (que|como|igual)",
            "(no|nunca) (encontrar*|hay|existe*|verás|vas a encontrar|hallar*|tendrás) _3 (mejor*|igual*|"
            "otr(o|a) "
            "(igual|mejor|como)|más *)",
            "(en ningún otro) sitio|lugar|(lado)",
            "que (cualquier otr(o|a))|(la competencia)|(todos los demás)|(todas las demás)|(el resto)|"
            "(ningún otro)|(ninguna otra)|(las demás)|(los demás)",
            "(deja*|dejan) (atrás|a los demás|al resto|a la competencia|en ridículo)",
            "con diferencia",
            "sin duda [alguna] (el|la|los|las) (mejor*|más)",
            "de talla|clase mundial",
            "(favorit|preferid|predilect)(o|a|os|as) (de|entre) [los|las|l|nuestros|nuestras] "
            "[mejores|grandes] "
            "(chefs?|cociner*|profesionales|expert*|famos*|clientes|clientas|veterinari*|crític*|barist*|"
            "jardiner*|músic*|deportist*|todos|todas|españoles|mexicanos|sumiller*|corredor*|panader*|"
            "peluquer*|maquillador*|sibaritas|alpinist*|escalador*)",
            "nadie _5 como nosotros|nosotras|aquí|(los nuestros)|(est(e|a|os|as))|(el nuestro)|(la nuestra)",
            "(ningún|ninguna) [otr(o|a)] * _4 como (est(e|a|os|as)|(el|la) nuestr(o|a))",
            "líder|líderes en|de [la|el|las|los|toda|medio|media|su] *",
            "(marca|firma|tienda|casa) (líder|referente|(de referencia))",
            "(indiscutible|indiscutid(o|a)|incontestable|imbatible|inalcanzable|insuperad(o|a))s?",
            "(jamás|nunca|(en (tu|su) vida)) [has|habrás|ha|habrá|habías|hemos] "
            "(probará*|probad*|usad*|usará*|tenid*|tendrá*|vist*|verá*|olid*|dormid*|dormirá*|cortad*|"
            "comid*|comerá*|leíd*|leerá*|sentid*|bebid*|beberá*|oíd*|escuchad*|encontrará*) "
            "_3 (semejante|igual|parecid(o|a)|tan|así|mejor*)",
            "ni [siquiera] (el|la|los|las) más "
            "(car|nuev|modern|lujos|prestigios|sofisticad|avanzad)(o|a|os|as) _4 "
            "(como|iguala*|supera*|compara*|llega*|alcanza*|hace*|corta*)",
            "únic(o|a)s? en (su (clase|especie|género|categoría|tipo)|((el|todo el) "
            "(mundo|mercado|planeta|país))|españa|méxico|europa)",
            "(juega*|está*|es|son|de|pertenece*) [en|a|de] otr(o|a) "
            "(liga|nivel|galaxia|división|planeta|dimensión)",
            "no (tiene*|conoce*|admite*|encuentra*|existe*|hay) _1 "
            "(rival*|parangón|competencia|comparación|equivalente|competidor*|igual)",
            "(gana*|bate*|supera*|aventaja*) [por goleada] a (todos|todas|cualquier*|(los demás)|(las "
            "demás)|(la competencia)|(las otras)|(los otros))",
            "(mejor|mejores) (valorad|puntuad|calificad)(o|a)s?",
            "más (vendid|premiad|demandad|recomendad|galardonad|aclamad|laureado|solicitad|codiciad)(o|a)s?",
            "(el|la|los|las) más "
            "(popular|famos(o|a)|querid(o|a)|desead(o|a)|buscad(o|a)|admirad(o|a)|envidiad(o|a)|fiable|"
            "avanzad(o|a))(es|s)? "
            "[de|del|entre|en]",
            "que (todo el mundo|todos|medio mundo|media españa|todo méxico) "
            "(habla*|quiere*|desea*|adora*|usa*|recomienda*|pide*|busca*|envidia*)",
            "(de|del) (la|el|los|las) que (todo el mundo|todos|medio mundo) habla*",
            "(a la cabeza|en lo más alto|en la cima) (de|del) "
            "(mercado|sector|ranking|clasificación|su *|podio)",
            "(nada|nadie) _2 (le|la|lo|les|nos) (hace sombra|llega a|tose|gana|iguala*|supera*)",
            "más de (mil|cien|doscient*|quinient*|(dos mil)|(cinco mil)|(diez mil)|#) [de] "
            "(clientes|clientas|compradores|familias|reseñas|valoraciones|opiniones|hogares|usuarios|"
            "lectores)",
            "(miles|cientos|millones|centenares|decenas) de "
            "(clientes|clientas|compradores|familias|valoraciones|opiniones|hogares|usuarios|reseñas) "
            "[*]",
            "(seguimos|llevamos|estamos|nos hemos) _4 buscando (un|una|otr(o|a)|algo|quien) *",
            "(ningún|ninguna) otr(o|a) *",
            "(nunca|jamás) (has|habrás|habrá|habías|habéis|habréis) * _4 "
            "(tan|semejante|igual|parecid(o|a)|así|mejor|(como est(e|a)))",
            "lo ((máximo (en|para|de))|mejorcito|(último en)|(no va más)|(que más se vende)|(nunca visto))",
            "(el|la|los|las) (favorit|preferid|predilect)(o|a|os|as) de (los|las|medio|media|cualquier) *",
            "que (usan|eligen|prefieren|recomiendan|escogen|llevan) (todos|todas|los|las) "
            "[mejores|grandes] "
            "(profesionales|expert*|mejores|grandes|chefs|médicos|maestr*|escritor*|artistas|campe*|"
            "famos*|que "
            "saben)",
            "que (usan|eligen|prefieren|recomiendan|escogen|llevan|quieren|piden) (todos|todas)",
            "(difícilmente|imposible|dudo que|dudamos que) _1 "
            "(hallar*|encontrar*|encuentres|encuentre|halles|haya|verás|exista) _3 "
            "(mejor|igual|más|otr(o|a))",
            "(las|los) demás * _1 (mueren|palidecen|envidian|tiemblan|(se (quedan|mueren|rinden)))",
            "si hay|existe|encuentras|encuentra|conoces [un|una|otr(o|a)] _2 mejor, *",
            "(rey|reina) de (los|las) *",
        ),
    }
)
