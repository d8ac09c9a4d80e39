"""Guilt, shame, fear and threats, in four languages."""

from __future__ import annotations

from guardrails.lexicon import Lexicon

PRESSURE = Lexicon(
    {
        "en": (
            "kick|kicking|hate|hating|forgive|forgiving|curse|cursing yourself [later|tomorrow|forever|for]",
            "only you (would|could|can|will)",
            "(everyone's|everybody's|everyone|everybody|they've|they have) [has|have|all] _4 (except|"
            "but|apart from) you",
            "what (they'd|they'll|he'd|she'd|people|people'd|your *|the neighbours|the neighbors) "
            "[would|will|might] (say|think|mutter|whisper)",
            "(hate|hated|sorry|sad|loath|reluctant) to (take|strike|cross|drop|lose|remove|delete|"
            "see|let) (you|your name) _2 (off|from|go|leave|list)",
            "owe it to (yourself|your *|them|us|him|her|the *)",
            "(your|all your|half your|most of your) (friends|neighbours|neighbors|colleagues|sister|"
            "brother|mates|rivals|peers|workmates) [all|have|has|already|probably|got|long since|*] "
            "_3 (theirs|(one of (these|them|ours))|(got one)|(moved on)|(made the switch)|(got it))",
            "(what's|what is|what was|and) your excuse [this time|now]",
            "(no|any|out of|without|run out of|enough|full of) more? (excuses|excuse)",
            "(are|do|did|would|will|were) you (really|seriously|honestly|actually|truly) [still] "
            "(going to|gonna|willing|prepared|ready to let|okay|ok|happy to|want to|so|too|planning|"
            "think|going|not|content)",
            "(do|would) you (want|like) to be (the|that|one of|a|someone|somebody|known|remembered) *",
            "(is|was) that (really|honestly|seriously) (the|who|what|how|too|so|all) *",
            "(don't|do not|please don't) make (us|me|them|him|her) (beg|ask|plead|chase|wait|cry|"
            "come|say|write|regret|send|grovel|sad)",
            "(we|we'll|we will|we'd|i'll|i will|you'll|you will) (have|be forced|be obliged|need|"
            "hate|soon have) to (delete|remove|close|cancel|strike|drop|say goodbye|stop writing|"
            "erase|deactivate|take you|cross you|let you go|give your *|forget you|block|suspend|end)",
            "(your|the) (account|membership|points|status|place|spot|seat|name|profile|rewards) "
            "(will|would|may|might|could|is about to|is going to|gets) [be] [soon] (delet*|clos*|"
            "remov*|cancel*|expire*|lost|laps*|forfeit*|given|go to|suspend*|revok*|crossed|struck|"
            "downgraded)",
            "(lose|losing|forfeit) your (place|spot|status|points|membership|account|seat|privileges|"
            "rewards|vip *)",
            "(only|what) [a|an|the] (fool|fools|idiot|idiots|moron|madman|coward|cynic|philistine|"
            "snob|monster|cheapskate) *",
            "(you'd|you would) (be|have to be) (mad|crazy|foolish|(a fool)|silly|stupid|daft|nuts|"
            "insane|bonkers|heartless|made of stone) (to|not to|if)",
            "(anyone|anybody|everyone|no one|nobody) with (taste|sense|a heart|any sense|any taste|"
            "half a brain|a brain|eyes|self-respect|standards|a conscience) *",
            "self-respecting",
            "(any|every|no) (sane|sensible|serious|thinking|right-minded|true|real|proper|decent|"
            "good) (person|host|cook|parent|owner|reader|adult|gardener|runner|hiker|camper|baker|"
            "friend|mother|father|woman|man) (would|should|is|goes|has|can|could|lets|skips|leaves|"
            "will)",
            "(can't|cannot|can you|can't really) (afford|bear) (to (ignore|miss|wait|pass|skip|be "
            "without|say no|hesitate|lose|delay)|not to)",
            "(how long|how much longer) (will|can|are|do|must|before|until) (you|we|they|he|she) *",
            "think (of|about) (the|your|our) (poor|kids|children|potters|farmers|makers|animals|"
            "planet|staff|family|guests|mother|dog|cat)",
            "(could|can|would) (you|your conscience) live with (that|yourself|it|the *)",
            "what kind|sort of [a] mother|father|parent|owner|son|daughter|wife|husband "
            "would|does|lets|leaves|forgets|(are you)",
            "you can|could be (the|that|a) * (that|who) _5 *, or you can|could be (the|that|a) *",
            "(it|there) (would|'d|could|might) be a (shame|pity) if (something|anything|your|you "
            "(lost|had)|we (had|lost))",
            "(a|real|such a|great) (shame|pity) (on|to lose) (you|your *)",
            "(be|being|so|that|such|how|you|you're|looks?|seems?|feels?|simply|just|plain|frankly) [so|that|"
            "such] (ungrateful|thankless)",
            "(neglectful|irresponsible|inexcusable|unforgivable|shameful)",
            "(you're|you are|you've been|stop) (neglecting|failing|cheating|depriving|letting|"
            "short-changing|starving|denying) (your|them|yourself|him|her|us)",
            "(behind your back)|(laughing stock)|((be|being|left|stay|you|you're) the odd one out)|(left out "
            "in the cold)|(the only "
            "house)|(the last to know)",
            "(don't) (come crying|blame us|say we never|get left|be left|end up (like|as|the)|be a|"
            "be so|be fooled|let them think|let it be said|risk it)",
            "(while|whilst) you (sit|were|dither|hesitate|wait|wonder|sleep|think it over|delay|are) "
            "_6 (others|everyone|everybody|someone|somebody|your *)",
            "(last|final|only|one last|one final) chance to (be|stay|remain|keep|belong|join|prove|"
            "show|save your*|make)",
            "(you used to) (care|love|be|like|write|open|buy)",
            "(have you|you've|you have) (forgotten|forgot|given up on|abandoned|deserted|turned your "
            "back on) (us|about us|them|him|her|all about us)",
            "(what) (happened to|have we done|did we do|did we ever do) (you|us|the old you|to deserve *)",
            "(broke|breaks|breaking|break) (our|my|her|his|their) (heart|hearts)",
            "(we|our potter|the team|our *) (cried|wept|are crying|were crying|is crying|was in "
            "tears|are in tears)",
            "(you) (have no|you've no|there's no|there is no) excuse|excuses",
            "there's|there no excuse|excuses [for|left|now]",
            "(stop) (making excuses|putting it off|kidding yourself|procrastinating|pretending|being "
            "so|dithering|wasting)",
            "(it's|it'll be|that's|it will be|it is) [all|on|entirely] [all] (your fault|on you|your "
            "(problem|loss|own fault|funeral)|on your (head|conscience))",
            "your (loss)",
            "(miss this) (and|you'll|at your peril)",
            "at your [own] [own] peril",
            "(pass|passing|sleep|sleeping) (this|it|that) (up|on) (and|would|will|is|you'll)",
            "(someone|somebody|anyone) who (really|truly|actually|genuinely) (cares|cared|loves|"
            "loved|wants|minds|values)",
            "(prove|show) (us|them|him|her|that|you) [that] [you] [still] (care|love|mean it|aren't|"
            "you're|are not|wrong)",
            "(deserve|deserves|deserved) better (than|from) (you|that|this|what|your|plastic|a *)",
            "(nobody|no one|no-one) (wants|likes|will want|will invite|invites|respects|trusts) [to "
            "be] (a|the|someone|somebody|people|you) (who|host|guest|person|without|with|friend|"
            "parent|*)",
            "(your|the) (silence|indifference|neglect|absence) (hurts|hurt|says|speaks|is|stings|"
            "cuts|worries)",
            "look (them|him|her|your *|yourself) in the eye|mirror|face",
            "(just|only) thought you should|ought [to] know",
            "(count|counting|counted|rely|relying) on (our (regulars|readers|customers)|you)",
            "(those|people|someone|somebody|the ones) you (claim|say|profess|pretend) (to|you)",
            "(remember*|forgotten|forget) (that) (he|she|it|they) exist*",
            "(kids|children) (pick up|notice|see|learn|remember|copy) [on] (quitting|when|what|it|that|how|"
            "who)",
            "(stand|standing|turn|turning|arrive|arriving|be|being|left|leave|leaving|go|going|walk|walking) "
            "[up|there|away|home|in] empty-handed",
            "what (would|will|must|do|might) "
            "your|the|his|her|their|people|everyone|everybody|others|they|guests|visitors|"
            "neighbou?rs|friends|family "
            "_2 think|say",
            "what does that|it|this say|tell _2 about you|(your *)|them|us",
            "what kind|sort of (*) (would|are you|doesn't|does|could|forgets|leaves|lets|buys|ignores)",
            "(you'll|you will|you'd|you would|you're going to|you) [only|really|just|"
            "later|always|soon] "
            "(regret|(be sorry)|(wish you had)|(kick yourself)|(hate yourself)|(never forgive yourself)|"
            "(have only yourself)|(be the only)|(be left (behind|out)))",
            "(don't|do not) (say|complain|come) _3 (didn't warn|weren't warned|weren't told|crying|running|"
            "later|blame)",
            "(you can't say|never say) (we|you) (didn't|weren't) *",
            "(don't) [be] (the|that) (one|only|last|person|parent|mum|dad|friend|neighbour|neighbor|owner|"
            "guest|customer)",
            "(let|letting|lets) (us|them|him|her|everyone|everybody|(your (family|kids|children|dog|cat|"
            "team|friends|mother|mum|mom|guests|loved ones))|(the side)|(the team)|yourself) down",
            "let|letting yourself down",
            "(disappoint|disappointing|fail|failing) (us|them|him|her|your *|those)",
            "after (everything|all) (we've|we have|that we|we|she|he|they) *",
            "(isn't|is not|hardly|surely not) [too|that] much to ask",
            "the least (you (can|could|might) do)",
            "(shame on|aren't you ashamed|you should be ashamed|have you no shame|how dare) *",
            "(stopped caring|stopped trying|let yourself go|let herself go|let themselves go)",
            "(how|why) (could|would|can|do|are) you (not|say no|refuse|ignore|still|live with|turn|sleep|"
            "even|justify|look [them|him|her] in)",
            "can you (really|honestly|live with|look|afford (not|to wait|to ignore|to say)|bear)",
            "(last|final) warning|(chance to (prove|show|make it up|redeem))",
            "(act|buy|order|decide) now (or|before (you|it's))",
            "(now or never)|(or else (you|they|we|it|he|she))|(before it's too late)|(too late for regrets)",
            "(your|the) (kids|children|family|mother|mum|mom|dad|father|dog|cat|guests|neighbours|neighbors|"
            "baby|son|daughter|partner|wife|husband|"
            "colleagues|friends|grandchildren|puppy|pet) (will|would|deserve*|won't|is|are|might|notice*|"
            "has|have|wonder*|knows?) _3 "
            "(remember|forgive|better|thank|suffer*|pay|judg*|laugh*|talk*|wonder*|(wondering)|"
            "(disappoint*)|(waiting for you)|ashamed|embarrassed|(think less)|forget)",
            "(they'll|they will|he'll|she'll|everyone will|everybody will|people will|people) [never|always|"
            "all] (notice|judge|talk|laugh|forgive|remember that you|remember who|whisper|know that you)",
            "(you (don't|must not|can't|obviously don't|clearly don't)) [really|even] (love|care)",
            "if you (really|truly|actually|honestly|ever) (love*|care*|cared|meant|value*|valued|respect*|"
            "wanted|were)",
            "(good|real|decent|caring|proper|responsible|loving) (parent|mother|father|mum|mom|dad|friend|"
            "owner|host|partner|husband|wife|daughter|son|gardener|cook) (would|wouldn't|doesn't|does|knows|"
            "never|always)",
            "(kinder|better|nicer|decent|good|caring|loving|thoughtful) (person|people|owner|owners|soul|"
            "human|parent|parents) (would|wouldn't|do|don't|does|doesn't|never|always|know|knows)",
            "(bring yourself to)|(bothered to) (open|reply|answer|look|care)",
            "it|he|she|they trusted|trusts|trust you",
            "(everyone|everybody) else [(in|on) your *] (has|already|managed|did|remembered)",
            "(you're|you are|you'll be) the (only|last) (one|person|customer|*)",
            "(only|the only) one (who|without|left) *",
            "(we're|we are|we were|i'm|i am) [very|a little|quite|so|frankly] (disappointed|hurt|"
            "heartbroken|offended|upset|let down|sad) (that|by|in|to|with) [you] *",
            "(you|you've) (hurt|ignored|abandoned|forgotten|deserted|ghosted|let) (us|our|down)",
            "(we|i) (thought|believed|expected) [that] [you|we] (were|cared|better|you were|meant|you had|"
            "you cared|more)",
            "(we (won't|will not) (ask|write|remind|be) (again|here|you))",
            "(this is (your|the) last (email|chance|time|reminder))",
            "(our|the) (livelihoods?|jobs?|families|future|workers?) (depend*|rest*|hang*|(is|are) (in your|"
            "at stake|on you))",
            "(on your|have a) (conscience)|(conscience [*])",
            "(guilty conscience)|(sleep at night [knowing|with])|(live with yourself)|(look yourself in)",
            "(rank in your)|(where they rank)|(mean so little|means so little)|(not worth it to you)|(not "
            "worth * to you)",
            "somebody|someone who (meant it|cared|loved|has given|had given|gave up)",
            "(they|he|she) (asked you|waited for you|waits for you|are still waiting for you|counts on you|"
            "count on you|is counting on you|are counting on you)",
            "(you were|you'll be|you are) on your phone",
            "(miss|missed|missing) (their|his|her) (childhood|first|only)",
            "(too (lazy|cheap|stingy|mean|busy|selfish) to)",
            "(selfish|stingy|heartless|cheapskate|tightwad)",
            "(risk|risking|gambl*|endanger*) (your|their|his|her) (child*|baby*|family*|health|life|lives|"
            "safety|dog*|cat*|marriage|relationship|job)",
            "(something (happens|happened) to) (your|them|him|her)",
            "(your fault|blood on your|consider yourself warned|consider this)",
            "(fall|falling|left) behind (everyone|everybody|the others|your *|the rest|the neighbo*)",
            "(embarrass*|humiliat*) (yourself|your *|in front)",
            "(turn your back|turned your back|look the other way|looked the other way)",
        ),
        "de": (
            "(du|sie|ihr) (willst|wollen|wollt|möchtest|möchten|möchtet) (doch|ja|wohl|bestimmt|sicher|"
            "sicherlich) [wohl|sicher] kein*",
            "(sei|seid|seien) [sie|doch|mal|bloß|jetzt] (kein|keine|nicht der|nicht die|nicht so) "
            "(feigling*|spielverderber*|frosch|geizhals|geizkragen|langweiler*|letzte*|trottel|dumm|"
            "geizig|feige|spießer*|egoist*)",
            "wer [seine*|ihre*|die|den|sein] * (liebt|mag|schätzt|ernst nimmt|respektiert), (serviert|"
            "kauft|schenkt|gibt|lässt|gießt|gönnt|spart|zögert|setzt|mutet|greift|nimmt|wartet)",
            "(jeder|jede|alle|die nachbarn|deine nachbarn|der nachbar|dein nachbar|die anderen) _6 "
            "(besser|schöner|länger|schneller|klüger|weiter|mehr) als (du|dich|sie|ihr|euch|deine*|ihre*)",
            "(schlechte|miese|lausige|geizige|lieblose) (gastgeber*|eltern|mutter|mütter|väter|freunde|"
            "freundin|gärtner*|köche|söhne|töchter|partner*)",
            "ohne * (vertrocknet|verdurstet|stirbt|verkümmert|verwelkt|verkommt|leidet|sterben|leiden) *",
            "(und) (das|du) (weißt|wissen|wisst) (du|sie|ihr|das|es) [ganz|sehr] (genau|selbst)",
            "sonst [ist|wird] es zu spät",
            "nur wer (nichts|keine*|nicht) _4, (lässt|zögert|wartet|verzichtet|verschmäht|geht)",
            "(du|sie|ihr) (willst|wollen|wollt|möchtest|möchten|möchtet) (doch|ja wohl|bestimmt|sicher|"
            "sicherlich|gewiss) [wohl|bestimmt|sicher] nicht",
            "(willst|wollen|wollt|möchtest|möchten|möchtet) (du|sie|ihr) _8 (zumuten|antun|riskieren|"
            "verantworten|vorenthalten|enttäuschen|blamieren)",
            "(willst|wollen|wollt|möchtest|möchten|möchtet) (du|sie|ihr) _3 (wirklich|ernsthaft|etwa|"
            "tatsächlich) _5 (verzichten|verpassen|zurückstehen|hinterherhinken|(der letzte)|(die "
            "letzte)|(der einzige)|(die einzige))",
            "(bist|seid|sind) [du|ihr|sie] [ganz|dann|allein|selbst|selber|daran|wieder] schuld",
            "(du|ihr|sie) [dann|ganz|allein|selbst|daran] schuld [daran] (bist|seid|sind)",
            "(wird|werden|würde|würden) _3 (dir|ihnen|euch|es|das) _2 (nie|niemals|nicht|kaum) [wieder|"
            "mehr] (verzeihen|vergeben|danken|vergessen)",
            "(verzeiht|verzeihen|vergibt|vergeben) [es|das] (dir|ihnen|euch) [es|das] [so|etwas] (nie|"
            "niemals|nicht|kaum)",
            "(lässt|lassen|lasst) [du|sie|ihr] (uns|mich|deine*|ihre*|eure*) _3 (hängen|(im stich)|"
            "sitzen|(im regen)|verkommen|verhungern)",
            "nur (wer|leute|menschen) _5 (nichts|keine*|nicht|kaum) _6 (liegen|vorbei|vorüber|links|"
            "zögert|wartet|verzichtet)",
            "nur (banausen|geizhälse|dummköpfe|ignoranten|anfänger|feiglinge|narren|spielverderber|"
            "spießer|dumme|amateure|kulturbanausen)",
            "(sag|sagt|sagen sie|behaupte|behauptet) [bloß|ja|nur|mir|uns] [später|nachher|hinterher|"
            "dann|bloß] [bloß|ja] nicht, *",
            "(wir|ich) (hätten|hätte|haben|habe) [es] (dich|dir|euch|sie|ihnen) [es|nicht|doch|ja|noch] "
            "(gewarnt|gesagt)",
            "(wirst|werdet|werden) [du|ihr|sie] [es|das] [später|noch|bald|sehr|bitter|morgen|schon|"
            "garantiert] (bereuen|bedauern|verfluchen|"
            "leidtun|(leid tun))",
            "(bereust|bereut|bereuen) (du|ihr|sie) [es|das] [später|noch|bald|morgen|ewig|garantiert]",
            "(du|ihr|sie) [es|das] [später|noch|bald|morgen|ewig|garantiert|bitter] (bereust|bereut|"
            "bereuen|bedauerst)",
            "wer|(wenn (du|ihr|sie)) _5 (zögert|zögerst|zögern|wartet|wartest|warten|ablehnt|(nein sagt)|"
            "verzichtet), [der|ist|hat|bleibt|wird] [ist|hat|bleibt|wird] (verliert|schuld|pech|selbst|"
            "selber|(das nachsehen)|leer|dumm)",
            "(das nachsehen)|(leer ausgeh*)|(leer aus)|(außen vor)|(dumm da)|(dumm dasteh*)|(dumm aus "
            "der wäsche)|(hinten runter)|hinterherhink*",
            "(alle|jeder|(fast alle)|(die nachbarn)|(deine nachbarn)|(ihre nachbarn)|(der ganze verein)|"
            "(deine freunde)|(ihre kollegen)|(das ganze büro)) [anderen] (haben|hat|tragen|benutzen|"
            "nutzen|lachen|reden) _2 (schon|längst|bereits)",
            "(nur|bloß) (du|sie|ihr) [noch|(mal wieder)|(noch immer)|(immer noch)] nicht",
            "(der|die) (einzige|letzte|einzigen|letzten) (im|in|der|ohne|aus|sein|bleiben|mit) _4 (ohne|"
            "sein|bleiben|hat|noch|kein*|nicht|verein|büro|straße|nachbarschaft|klasse)",
            "(gute|richtige|echte|wahre|vernünftige|verantwortungsvolle|anständige|liebende) (mamas?|"
            "papas?|hausfrauen|köche|partner*|ehemänner|ehefrauen|tierfreunde|hundeeltern|katzeneltern) *",
            "(dein|deine|ihr|ihre|euer|eure) (kinder|kind|hund|katze|familie|pflanzen|rosen|haut|hände|"
            "gäste|garten|mutter|oma|rasen|füße) (leide*|stirbt|sterben|verdurst*|verkümmer*|welk*|"
            "schämt|schämen|hungert|hungern)",
            "(rose|rosen|pflanze|pflanzen|blumen|tiere|bienen|kinder) (sterben|verdursten|leiden|"
            "verhungern|verkümmern), _3 (schuld|du|deinet*|wegen)",
            "wegen (dir|ihnen|euch)|deinetwegen|ihretwegen|euretwegen",
            "(was|wie) (sollen|sollten|würden|werden|denken|sagen) [denn|bloß|wohl|nur] (die nachbarn|"
            "die leute|deine gäste|ihre gäste|eure gäste|die gäste|deine freunde|die kollegen|deine "
            "kinder|ihre kinder|die schwiegermutter) *",
            "(blamier|blamiere|blamieren|blamiert) (dich|sie|euch) *",
            "(zu) (geizig|feige|knauserig|knickrig)",
            "(zu) (faul|bequem) (bist|sind|seid)",
            "(bist|sind|seid) (du|sie|ihr) _2 zu (faul|bequem)",
            "leeren händen",
            "(in die augen) (sehen|schauen)",
            "(vergessen|erinnert sich|daran), dass (er|sie|es) (existier*|(noch da))",
            "(hast|haben|habt) (du|sie|ihr) [eigentlich|denn|gar|wirklich] (kein|ein|k?ein*) (gewissen|"
            "herz|mitleid|"
            "schamgefühl)",
            "(ein|dein|ihr|euer|das|schlechtes|schlechte|schlechten|reines|gutes|ruhiges|mit|ohne|aufs|ins) "
            "[schlechtes|schlechten|gutes|gutem|reines|reinem] gewissen",
            "gewissensbisse*",
            "(du wirst|sie werden|wirst du|werdet ihr|werden sie|das wirst du|ihr werdet) _4 (leidtun|"
            "vorwerfen|(sehr "
            "ärgern))",
            "bereust",
            "du|sie|ihr wirst|werden|werdet [es|das] [später|noch|bald|sehr] bereuen",
            "wirst|werden|werdet du|sie|ihr [es|das] [später|noch|bald|sehr] bereuen",
            "(im stich) (lassen|lässt|lässt du|gelassen|ließe*)",
            "hängen (lässt|lassen|gelassen|lasst)",
            "(schäm|schämen|schämst) (dich|sie|euch|du|ihr) [dich|sich]",
            "(sagt|sagen) (es|das|man es|man das) (dir|ihnen|euch) (nur|bloß|bestimmt|lieber) nicht",
            "(anderen|allen|kollegen|nachbarn|gästen|freunden|kindern) _2 ist|war das|es|sowas _2 peinlich",
            "(was) (sollen|werden|würden|denken|sagen|würde|soll|wird|denkt|sagt) _4 (denken|sagen|halten|"
            "meinen|(von dir)|(von ihnen)|(über dich))",
            "(was sagt das|was sagt es) [über] *",
            "(nach allem), [was] [wir|sie|er] *",
            "(ist|wäre) [doch|das] (nicht zu viel|wohl nicht zu viel|kaum zu viel) verlangt",
            "nicht zu viel verlangt",
            "(sag|sagen sie|sagt|beschwer|beschweren) _3 (nicht|nachher|hinterher|später) _5 *",
            "(enttäusch*) (uns|sie|ihn|deine*|ihre*|eure*|mich|nicht)",
            "(wir sind|ich bin|uns hat) [ehrlich|sehr|ein bisschen|etwas|schon] (enttäuscht|traurig|"
            "verletzt|gekränkt|beleidigt)",
            "(wer) _3 (liebt|liebhat|wirklich|sein* (kind*|hund|katze|familie)) _6 (kauft|schenkt|wartet|"
            "zögert|spart|gönnt|lässt|denkt|vergisst|nicht)",
            "(wenn (dir|ihnen|euch|du|sie|ihr)) _5 (wirklich (liebst|willst|wichtig|wert|etwas|am herzen)|"
            "wert|bedeut*|liebst|lieben|wichtig|egal) "
            "[ist|sind|wäre|"
            "bist]",
            "(ist|sind) (dir|ihnen|euch) _4 (egal|(nicht|nichts|so wenig) (wert|wichtig)|gleichgültig)",
            "(alle anderen|jeder andere|andere eltern|die nachbarn) _4 (haben|hat|schon|längst|"
            "kümmern|denken|wissen|schaffen|lachen|reden)",
            "(als einzige|als einziger|der einzige|die einzige) _2 (ohne|nicht|sein|bist|sind|seid|"
            "dastehen|der|"
            "die|noch)",
            "(dein|deine|ihr|ihre|die) (kind|kinder|mutter|hund|katze|familie|vater|eltern|gäste|kollegen|"
            "freunde|partner*|frau|mann|baby|enkel) "
            "(wird|werden|würde*|merk*|verdien*|leide*|fragt|vergess*|verzei*|hat|haben) _6 (nie|nicht|"
            "verzeihen|vergessen|besser*|merken|leiden|dankt|enttäuscht|warten|umsonst|dir|ihnen|euch|mehr)",
            "(gute|echte|richtige|wahre) (halter|hundehalter|katzenhalter|besitzer|herrchen|frauchen|"
            "tierhalter|tierfreunde|gärtner) *",
            "(kann|können) sich [das|es] nicht (aussuchen|wehren)",
            "(gute|echte|richtige|liebende|verantwortungsvolle|gute*) (eltern|mutter|mütter|vater|väter|"
            "freunde|freundin|freund|gastgeber*|hundehalter|partner|söhne|töchter) *",
            "(jetzt oder nie)|(letzte warnung)|(sonst ist es zu spät)|(bevor es zu spät)|(ehe es zu spät)|"
            "(zu spät ist)|(selber schuld)|(selbst schuld)|(deine schuld)|(ihre schuld)",
            "jetzt oder nie",
            "letzte (warnung|chance,)",
            "(bevor|ehe|sonst ist|wenn) es zu spät",
            "selbst|selber schuld",
            "(womit|ob) (du|sie|ihr) (das|es|ihn) (verdient|übers herz|wert)",
            "(übers|über das) herz (bringst|bringen|bringt)",
            "(uns|mich|ihn|sie) (vergessen|verlassen|ignorier*|aufgegeben) (hast|haben|habt|hat)",
            "(uns|mich) [einfach|schon|wohl] (vergessen|ignorier*|verlassen)",
            "(zu geizig|geizig|geizhals|herzlos|egoistisch|rabenmutter|rabeneltern|rabenvater|lieblos)",
            "(riskier*|gefährde*|aufs spiel) _3 (kind*|familie|gesundheit|hund*|leben|sicherheit|baby*)",
            "(blamier*|(lächerlich (machen|machst|machen|macht|aussehen|dastehen|stehst|wirken))|"
            "bloßgestellt)",
            "(mitschuld|verantwortung tragen|auf dem gewissen)",
            "(du bist|sie sind|ihr seid) (uns|es uns|ihm|ihr|ihnen) [das|etwas] schuldig",
            "schuldig fühlen|machen|sein|bleiben|sprechen",
            "(fühlst|fühlen|fühlt|machst|machen|macht|bist|sind|seid|bleibst|bleiben) [du|sie|ihr] [dich|"
            "sich|euch] _2 schuldig",
            "vorwürfe",
            "das mindeste",
        ),
        "fr": (
            "(un|votre|ton|cet|les|vos|tes) enfants? (se souvien*|se rappell*|n'oubli*) [surtout|"
            "toujours|longtemps] (de ce|de l'|qu'on|que vous|du jour|pas)",
            "ne (repasse*|reviendra|se représente*) (pas|jamais) [deux fois]",
            "(nous|me) (décevriez|décevrais|décevez|déçois|décevras|décevrez|décevoir)",
            "(vos|tes|votre|ton|ta|sa) * (ne|n') (vous|te|nous) [le|la|les|l'] (pardonn*|dir* pas "
            "merci|excuser*)",
            "(pardonn*) (pas|jamais)",
            "[il] (serait|est|sera|semble) [vraiment|franchement|un peu|quand même|tout de même] "
            "(bête|idiot|stupide|fou|absurde|impardonnable|criminel|ridicule|irresponsable|égoïste|"
            "honteux|lâche|inconscient|indigne) (de|d'|que|qu')",
            "(ce serait|c'est) [vraiment|trop|tellement] dommage (de (passer|rater|manquer|laisser)|"
            "pour (vous|toi))",
            "(ne|n') voudr* [vraiment|quand même|tout de même|pourtant|sûrement] pas [quand même|"
            "tout de même] (que|qu'|être|laisser|passer|décevoir|rater|voir|finir|rester)",
            "(et) (toi|vous), (tu|vous|qu'est-ce|qu') _3 attend* [quoi|encore]",
            "(((les|des|aux) lâches)|froussards?|mauviettes?|peureux|poules mouillées|fainéants?|"
            "losers?|ringards?|"
            "minables?|pingres?|rabat-joie|ingrats?|ingrates?|(mauvais|mauvaise) (mère|père|parent|"
            "maître|hôte|ami))",
            "seule?s? les (idiots|imbéciles|lâches|naïfs|paresseux|radins|perdants|ignorants)",
            "(qu'est-ce que|qu'est-ce qu'|que|qu'en) [vos|tes|votre|ton|les|ta|le|la|vont|va] _3 "
            "(vont|va|diront|dira|penseront|pensera|dirait|penseraient) [bien|en|vous] [bien] "
            "(penser|dire|de vous|de toi)",
            "(imagin*|pens*|song*|voyez|vois) _2 (déception|tristesse|regard|tête|larmes|chagrin|"
            "peine|mine déconfite|visage) (de|d'|des|quand|si|que|dans)",
            "(il faudra|il vous faudra|il te faudra|vous devrez|tu devras|faudra) [pas] (pleurer|"
            "assumer|vous expliquer|t'expliquer|vivre avec|venir pleurer|vous en vouloir|t'en "
            "vouloir|l'expliquer|leur expliquer)",
            "(vous|tu) (ne le|le) (mérit*) pas",
            "(vous|tu) nous (dev*|dois) (bien|au moins|ça|cela)",
            "(on|nous) (comptait|comptions|compte|comptons) [vraiment|tous|tant|beaucoup] sur (vous|toi)",
            "(on|nous) (espér*|attend*) (mieux|davantage|plus) (de (vous|toi|votre|ta)|d'une?)",
            "(sans|malgré) (un|votre|ton) (geste|aide|soutien|achat|commande), (nous|on|l'atelier|"
            "la boutique|notre) *",
            "(dernière fois) (que|qu') (nous|on|je) (vous|te|t') *",
            "(sinon|autrement|ou alors), (tant pis|gare|vous|tu|ne|c'est) [le|la|*] (regrett*|perd*|"
            "pleur*|fini|trop tard|mord*)",
            "(ne|n') (faites|fais|soyez|sois|restez|reste|jouez|joue) (pas|plus|jamais) [comme|les|"
            "le|la|l'] (seul*|dernier*|dernière|autruche*|radin*|difficile|idiot*|égoïste|sourde "
            "oreille|traîne*|ingrat*|naïf|à la traîne|en arrière|pour compte|indifférent*)",
            "(un|le) [petit|dernier] geste (que vous (refus*|hésit*)|que tu (refus*|hésit*))",
            "(vous|tu) (le|la|les|l') (regretter*|payer* cher|auras cherché|aurez cherché|auras "
            "voulu|aurez voulu)",
            "(regret*|remords) (éternel*|amer*|toute (votre|ta|la|une) vie|garanti*|assuré*|demain|"
            "de (ne pas|l'avoir|les avoir))",
            "(qui|celui qui|celle qui|ceux qui) (hésit*|tard*|attend*|traîn*) (perd*|pleur*|regrett*|"
            "s'en mord*|le regrett*)",
            "(désabonn*|supprim*|retir*|ray*) (vous|te|t'|de (nos|notre|la) liste*) [si|sans|faute de] *",
            "(votre|ton) (silence|indifférence|absence) (nous|en dit|attriste|blesse|pèse|est|m') *",
            "(vous|tu) (brise*|fend*|déçois|déceve*|attrist*|peine*) (nous|le cœur|le coeur|notre)",
            "(nous|notre) (fend*|brise*) le (cœur|coeur)",
            "(il|elle|ils|elles) (mérite*) (mieux|plus|davantage) que (ça|cela|votre|ton|vos|tes|une|un|des)",
            "mains vides",
            "souvienne|rappelle|oublié qu'il|qu'elle|qu'ils existe*",
            "(ceux|celui|celle) qu'on (dit|prétend) aimer",
            "ceux que (vous|tu) (dites|dis|prétendez) aimer",
            "regarder (en face|dans les yeux|dans la glace)",
            "(tu vas|vous allez|on va) [le|la|les|t'en|(vous en)|s'en] [beaucoup|vite|longtemps] (regretter|"
            "vouloir|mordre)",
            "(le|la|les) regretter(ez|as|ais|iez)|regrettera",
            "(t'en|vous en) (voudras|voudrez|mordras|mordrez)",
            "(que|qu'en) (vont|va|diront|dira|penseront|pensera|dirait|penseraient|penserait) _3 (penser|"
            "dire|voisin*|famille|enfants|amis|invités|mère)",
            "(qu'est-ce que|qu'est-ce) (ça|cela|vont|va|diront) (dit|dira|penser|dire) *",
            "(après) tout ce que|qu'on|qu'elle|qu'il [nous|vous|tu] *",
            "(tu n'as|vous n'avez|n'avez-vous|n'as-tu) (pas|donc pas|aucune) (honte|cœur|coeur|pitié)",
            "(aurais|auriez|aurait|avoir|avez|faire|fais|faites|mourir de) [un peu|bien|de quoi] "
            "[avoir] honte",
            "(quelle|la) honte (si|de ne|pour vous|pour toi)",
            "honte (à (vous|toi|celui|ceux|qui)|de (vous|toi))",
            "(laisser|laisse|laissez|laisserez|laisseras) (tomber|en plan) (tes|vos|les|nous|ton|votre|ta|"
            "ceux)",
            "(nous|les|le|la) (laisser|laissez|laisses|laissé) (tomber|en plan)",
            "(ce n'est|c'est) (pas|quand même pas|pourtant pas) [trop|beaucoup] [te|vous|de] demander",
            "trop|beaucoup|(la lune) [vous|te|de] demander",
            "la moindre des choses|(le moins que)",
            "(ne|n') (dites|dis|venez|viens|vous plaignez|te plains) (pas|plus|jamais) _6 (prévenu*|savai*|"
            "avert*|pleur*|plaindre)",
            "(décev*|déçoi*|déception) [pas] (tes|vos|nous|pas|ceux|votre|ton|les)",
            "(nous sommes|on est|je suis) [très|un peu|vraiment|franchement] (déçus?|déçues?|blessé*|"
            "tristes?|peiné*|vexé*)",
            "(si (vous|tu)) [l'|les|le|nous|la] _2 (aimiez|aimais|aimes|aimez|teniez|tenais|tenez|tiens) "
            "(vraiment|sincèrement|assez|tant|à)",
            "(un|une|les|de) (bons?|bonnes?|vrais?|vraies?|parfaite?s?|digne) (mères?|pères?|"
            "parents?|maîtres?|"
            "maîtresses?|amie?s?|hôtes?|hôtesses?|fils|filles?|maris?|cuisini*|jardini*|gens|mamans?|papas?|"
            "coureurs?|coureuses?|propriétaires?|grand-mères?|amateurs?|passionné*) [digne de ce "
            "nom] (ne|n'*|"
            "sait|savent|aurait|auraient|ferait|feraient|doit|doivent|pense|pensent|offre|offrent|agi*|"
            "sauraient|saurait)",
            "(tous|toutes) (les autres) [parents|voisins|clients|clientes|mamans|papas] (déjà|ont|pensent|"
            "l'ont|(y (sont|ont)))",
            "(tout le monde|les autres parents|les voisins|vos voisins|tes voisins|vos amis) _3 (déjà|sauf "
            "vous|sauf toi|remarqu*|verra|verront|jug*|rira|riront)",
            "(sauf) (vous|toi)",
            "(seule?s?|dernière?s?) (à ne pas|à ne|sans)",
            "(vos|tes|votre|ton|sa|ta) (enfants?|mère|père|chien|chat|famille|invités|petits-enfants|"
            "parents|fille|fils|compagnon) "
            "(vous|t'|te|ne|n'|mérite*|s'en|attend*|finir*|souffr*|remarqu*) _4 (pardonn*|mieux|voudr*|"
            "souvien*|rappel*|depuis|oublier*|souffr*|jamais|juger*|par)",
            "(vos|tes|votre|ton|sa|ta) (enfants?|mère|père|chien|chat|famille|invités) (ne|n') (mérit*|a|ont|"
            "sera|seront) pas (mérité*|demandé|choisi|tort|oublié*|mieux|moins)",
            "(maintenant ou jamais)|(avant qu'il ne soit trop tard)|(trop tard pour)|(dernier "
            "avertissement)|(ce sera trop tard)",
            "maintenant ou jamais",
            "trop tard",
            "dernier avertissement",
            "(mauvaise|votre|ta|la|sur la|cas de) conscience",
            "((tant pis pour (vous|toi|vos|tes|votre|ton|ta|ceux|celui|celle|les *))|de votre "
            "faute|de ta faute|votre faute|ta faute|culpabilis*|coupable de)",
            "(vous nous|tu nous) [avez|as] (oubli*|abandonn*|délaiss*|ignor*|trahi*|négligé*)",
            "(radin*|égoïste*|pingre*|sans-cœur|indigne)",
            "(mett*|risque*) (en danger|en péril|la santé|la vie|la sécurité) (de|vos|tes|votre|ton)",
            "(te|vous) (ridiculis*|regarder dans une glace|regarder en face)",
            "comment (pouvez-vous|peux-tu|osez-vous|oses-tu|avez-vous pu|as-tu pu|pourriez-vous)",
            "vous|tu|pouv*|peux|comment|encore _2 dorm* tranquille",
        ),
        "es": (
            "manos vacías",
            "(no) (entiende|entienden|sabe|saben) de excusas",
            "(mirar*) (a los ojos|a la cara)",
            "(te vas|te|se|os vais) [a] (arrepentir*|arrepentirás|lamentar*|arrepentirá|pesar)",
            "(lo) (lamentar*|sentirás|vas a lamentar|vas a sentir)",
            "(qué) (van|va|dirán|dirá|pensarán|pensará|pensarían|diría|dirían|pensaría) [a] _3 (pensar|"
            "decir|vecin*|familia|hijos|invitados|amig*|madre|suegra|de ti)",
            "(qué dice|qué dirá) (eso|esto) de (ti|usted|vosotros)",
            "(después|tras) [de] tod(o|a)s? (lo que|esto) *",
            "(no) (te|le|os) (da|daría) (vergüenza|pena|apuro|cargo)",
            "(qué|da|dan|dar|daba|pasar|pasas|mucha|tu|su|una|de|por) vergüenza",
            "(no es) (mucho|tanto|demasiado) pedir",
            "(nos|le|les) [(vas a)|(va a)] (fallar|fallas|fallarás|decepcion*|abandon*|fallado|olvid*|dejar "
            "tirad*)",
            "(fallar|falles|fallarle|fallarles|decepcion*|defraud*) (a|nos|tu|le|les|los)",
            "(luego|después|y luego|mañana) no (digas|diga|vengas|venga|te quejes|se queje|llores) *",
            "(no) (digas|diga) que no (te|se|le) (avis*|lo)",
            "(estamos|nos has|nos ha|nos tienes) [muy|un poco|bastante|francamente] (decepcionad*|dolid*|"
            "tristes|ofendid*|abandonad*|olvidad*)",
            "si de verdad|realmente (te|le|lo|la|los|nos|quieres|quisieras|quiere|amas|importa*)",
            "(un|una) (buen|buena|verdader(o|a)) (madre|padre|hijo|hija|dueño|dueña|amigo|amiga|anfitri*|"
            "marido|abuela|abuelo) (no|nunca|sabe|siempre|haría|lo|le)",
            "(todos|todas) (los|las) demás _3 (ya|tienen|han|menos|sí)",
            "(todo el mundo|los vecinos|tus vecinos|los otros padres|los demás|otros padres|los papás) _4 "
            "(ya|lo not*|sí|se fij*|habla*|reír*|juzg*)",
            "(ser|seas|serás|eres|sea) (el|la) únic(o|a) *",
            "(tus|tu|sus|su) (hijos?|hijas?|madre|padre|perro|gato|familia|invitados|nietos|pareja|abuela|"
            "peque*) "
            "(no te|te|no|se|nunca|merece*|lo|le|no le|sufr*|espera*) _3 (perdon*|recordar*|mejor|not*|"
            "culpa*|sufr*|merec*|agradec*|acordar*|echar*|juzg*|olvid*)",
            "ahora o nunca",
            "sea|será|es [ya] demasiado tarde",
            "último aviso",
            "(mala|cargo de|cargos de|remordimientos de|la|tu|su|vuestra) conciencia (tranquila|pesa|pesará|"
            "remuerde|queda|dice|de)|(te|le|nos|limpia)|sucia",
            "(mala|cargo de|cargos de|remordimientos de) conciencia",
            "(culpa tuya|tu culpa|su culpa|culpable de|allá tú|allá usted|tú sabrás|usted sabrá)",
            "(tacañ(o|a)s?|egoísta*|rata de|mala madre|mal padre|desalmad*)",
            "(pon*|arriesg*) (en peligro|en riesgo|la salud|la vida|la seguridad) *",
            "(hacer el ridículo|quedar mal|quedar en ridículo|quedarás mal)",
            "(cómo puedes|cómo puede|cómo te atreves|cómo eres capaz|serías capaz)",
            "(lo mínimo|lo menos) que *",
            "(nos debes|nos lo debes|se lo debes|le debes)",
            "no seas|sea|seáis [tan|un|una] "
            "(tont|bob|agarrad|ingrat|desagradecid|vag)(o|a|os|as)|tacañ*|rácan*|cobarde*|egoísta*|"
            "cutre*|gallina|rata",
            "(de verdad|en serio) [que] [te|se] "
            "(vas|va|vais|piensas|piensa|quieres|quiere|prefieres|prefiere|puedes) [a] "
            "(seguir|continuar|dejar*|quedar*|conformar*|perder*|ignorar*|arriesgar*|vivir)",
            "(vas|va|vais|piensas|piensa) a (seguir|continuar) _6 "
            "(triste|vieja|viejo|mal|peor|roto|rota|cutre|sin *)",
            "nos (dolería|dolerá|entristecería|entristece|(parte* el)|(romp* el)|(dej* el)|(duele "
            "(que|verte|tu)))",
            "se (darán|dará|dan) cuenta de que|si (no|aún no|todavía no) *",
            "si no (la|lo|las|los|te|se) "
            "(compras|pides|llevas|coges|aprovechas|haces|compra|pide|lleva|aprovecha|quedas), "
            "(no|luego|después|tú|allá|atente|peor) *",
            "no te|se|os quejes|queje|quejéis [luego|después|más tarde|mañana]",
            "no (me|nos) (vengas|venga|vengáis|llores) _2 (luego|después|mañana|llorando|quejas)",
            "(es|será|sería|era) tu|su|vuestra última oportunidad|ocasión",
            "(piensa|piense|pensad|imagina|imagine) [en] [solo|sólo] [en] (la|su|sus|las|esa|el|los) "
            "(decepci*|lágrima*|disgusto|desilusi*|reproche*|llanto|pena)",
            "(cara|carita|mirada)s? de (pena|decepción|disgusto|tristeza|reproche)",
            "no (nos|les|me|le) "
            "(falles|falle|falléis|defraudes|defraude|defraudéis|decepciones|decepcione|abandones|"
            "abandone|ignores|ignore|dejes|deje|dejéis) "
            "[plantad*|tirad*|colgad*|así]",
            "nos "
            "(ignores|ignoras|ignoraras|ignore|rechaces|rechazas|rechazaras|desprecies|olvidaras|"
            "abandonaras)",
            "(quien|quienes|el que|la que) no (la|lo|las|los) (tiene|tienen|compra|pide|usa|prueba) "
            "_1 (no|es|son) (sabe*|merece*|entiende*|quiere*|ama*|*)",
            "(luego|después|mañana) (vendrán|vienen|llegarán|llegan|serán) _2 "
            "(lament*|llanto*|lágrima*|arrepent*|lloros|prisas y)",
            "no, prefiero|seguiré|(me da igual)|(no me importa) *",
            "prefiero (comer|vivir|dormir|cocinar|vestir|pasar|perder|pagar|seguir) _2 "
            "(mal|peor|frío|más|dinero|sufriendo)",
            "(decide|decídete|decídase|decida|elige|compra|compre|pide|actúa) ya|ahora [mismo] o [te|se] *",
            "si [de verdad] (te importa*|le importa*|os "
            "importa*|quieres|quiere|amas|valoras|aprecias) [de verdad|tanto] [a] "
            "(tu|su|tus|sus|vuestra|vuestro) "
            "(famili*|hij*|salud|perr*|gat*|pareja|madre|padre|piel|peque*|invitad*|casa|amig*) *",
            "(no querrás|no querrá|no querréis|no querrías|no quieres) (ser|quedar*|que "
            "(tu|tus|su|sus|los|te|le|la)) *",
            "(sería|qué|es) [una] (pena|lástima) que (te|se|os) (qued*|perd*|lo perd*|la perd*)",
            "te|se|os (quedarás|quedarías|quedas|quedará|quedaréis|quedes|quede) (fuera|atrás|(a dos "
            "velas)|(con las ganas)|(sin (ella|él|ellas|ellos|la tuya|el tuyo|nada)))",
            "tod(o|a)s (tus|sus|los|las) (vecin*|amig*|compañer*|colegas|conocid*|cuñad*) _2 "
            "(tienen|han|llevan|usan|sí)",
            "cada día|minuto|hora|noche que (esperas|tardas|dudas|espera|tarda|dejas *)",
            "(mala|peor) (madre|amiga|anfitriona|hija|dueña|esposa|abuela|vecina)",
            "(mal|peor) (padre|hijo|amigo|anfitrión|dueño|marido|abuelo|vecino)",
            "hazlo|hágalo|hacedlo por (ellos|ellas|él|tus|tu|nosotros|los|sus)",
            "(se lo|te lo|nos lo) (mereces*|debe*) (tu|tus|su|sus) *",
            "(avisad(o|a)s? (quedas?|quedáis|estás))|(quedas? avisad(o|a))",
            "qué clase de (madre|padre|padres|hijo|hija|dueñ(o|a)|abuel(o|a))",
            "no se (le|les|te) perdona* a un|una|tu|su|unos|unas",
            "(piensa|pregúntate|piense|pregúntese|pensad) [en] si _2 (lo|la|los|las) mere(ces|ce|céis)",
            "(no|ni) (te|le|os) importa* (tu|su|tus|sus|nada|lo más mínimo)",
            "si [de verdad] (te|le|os) (importa|importan) (tu|su|tus|sus|vuestra|vuestros) *",
            "así [es como] (le|les|nos|se lo|nos lo) "
            "(pagas|paga|agradeces|agradece|correspondes|tratas|pagáis)",
            "(merece|merecen) (más|(algo mejor)|mejor) que (un|una|un simple|eso|esto|tu|lo) *",
            "(solo|sólo|únicamente) (los|las|un|una) "
            "(floj|tont|perezos|vag|tacañ|rácan|ignorant|irresponsabl|cobard|egoísta|mal)(o|a|e|os|as|es|s)? "
            "[padres|madres|dueños|amigos|anfitriones] *",
            "qué (feo|triste|vergüenza|decepción|mal|egoísta) (sería|quedaría|verte|(lo tuyo)|(que "
            "(te|tu|tus|se|no|sigas)))",
            "no (nos|me) (hagas|haga|obligues|obligue) "
            "(rogar*|suplicar*|insistir*|esperar*|llorar|(quedar mal))",
            "no, no quiero|necesito|(me interesa) *",
            "(te|se|os) (arrepientas|arrepienta|arrepintáis)",
            "con qué cara *",
            "(los|las) buen(os|as) (hijos|hijas|madres|padres|amigos|amigas|dueños|dueñas|anfitriones) *",
            "no (nos|me) digas|diga que _2 (vas|va|piensas) *",
            "(decepcionando|defraudando|fallando|fallándole|descuidando) (a|tu|tus|su|sus) *",
        ),
    }
)
# Urgency that a real last day makes true.
URGENCY = Lexicon(
    {
        "en": (
            "(act|order|buy|hurry|decide|move|grab|shop) (now|fast|quick|quickly|(before *)|today or)",
            "hurry|(time is running out)|(clock is ticking)|(last chance)|(don't (miss out|wait|delay|"
            "hesitate|think))|(no time to (lose|think))",
        ),
        "de": (
            "schnell (sein|zugreifen|bestellen|zuschlagen)",
            "beeil* dich|sie|euch",
            "(letzte chance)|(die uhr tickt)|(die zeit läuft)|(keine zeit zu verlieren)",
        ),
        "fr": (
            "(n') attend* (pas|plus) [que|trop|demain]",
            "dépêche*|(vite avant)|hâtez-vous",
            "(dernière chance)|(le temps presse)|(ne tardez pas)|(faites vite)|(fais vite)",
        ),
        "es": (
            "date|dese prisa",
            "apresúr*",
            "(última oportunidad)|(el tiempo corre)|(no lo pienses)|(no te lo pienses)",
        ),
    }
)
