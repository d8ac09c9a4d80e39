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
            "liebeskummer|burnout|burn-out|bürgergeld|sozialhilfe|arbeitslosengeld|kurzarbeit|"
            "asthmatiker*|herzinfarkt|schlaganfall|inkontinenz|blasenschwäche|impotenz|potenzprobleme|"
            "doppelkinn|bauchansatz|speckröllchen|hüftgold|kinderlos*|flüchtling*|geldsorgen|geldnot|"
            "schuldenberg|herzkrank*|lungenkrank*|pflegefall|hüftoperation|knieoperation|reha",
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
            "(insomni*|handicapé*|sans emploi|burn-out|carême|kippa|régime|calvitie|ronfle*|fausses "
            "couches?|pma)",
            "(vue|ouïe|mémoire) (baisse|décline|flanche)",
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
            "congratulations|congrats [again] on (the|your) [new] (little one|baby|bump|pregnancy|"
            "arrival|engagement|wedding|marriage|divorce|retirement|twins|grandchild|news|weight *)",
            "payday|paycheck|(pay packet) (is|isn't|feels|seems|was|comes|can't)",
            "on your own (now|again|(these days)|(this (year|christmas))|since)",
            "(can't|cannot|must not|mustn't|must) (be|have been) _1 (easy|hard|tough|lonely|"
            "difficult) (for you|on your own|alone|without (him|her|them|a))",
            "money's|cash|finances [is|are|has been|been|getting|feels] [a bit|rather|so|a little|"
            "very] tight|short|scarce|stretched",
            "(feeling the pinch|strapped for cash|watching (the|your|every) (pennies|penny|pounds|"
            "spending)|counting (the|your|every) (pennies|penny)|hard up|living (hand to mouth|"
            "(paycheck|payday) to *|on a pension|on benefits)|down on your luck|skint|stony broke|"
            "(flat|stone) broke)",
            "your (tight|limited|small|student|modest|shrinking|stretched) (budget|income|means|"
            "purse|pension|wages)",
            "(going|gone|been|go|went|get|getting) (through|over) (a|the|your|that) _1 (divorce|"
            "break-up|breakup|separation|bankruptcy|miscarriage|bereavement|redundancy|menopause|"
            "chemo*|rough patch|bad patch|hard time|difficult time)",
            "(new|busy|working|single|tired|exhausted|stay-at-home|expectant|young|first-time|lone|"
            "older|proud new|soon-to-be) (mum|mom|mother|dad|father|parent|mummy|mommy|daddy|"
            "grandmother|grandfather|grandparent) [like|of|who|you]",
            "(you've|you have|you|you're|you are|been) [been] (feeling|felt|looking|seeming|sounding|"
            "a bit|rather|so) _1 (low|down|blue|lonely|anxious|depressed|fragile|stressed|burnt out|"
            "burned out|overwhelmed|unwell|poorly|under the weather|hormonal|bloated|sluggish|run "
            "down)",
            "(single|alone|pregnant|broke|hungover|unemployed|dieting|lonely|skint|expecting|jobless|"
            "fasting) (again|yet|already|still|now|lately|this (christmas|valentine*|year|weekend|"
            "winter))",
            "(newly|recently|suddenly|finally|freshly|recently become) (single|pregnant|divorced|"
            "retired|widowed|unemployed|redundant|separated|diagnosed|bereaved|sober|out|engaged|"
            "converted|naturalised|an empty-nester)",
            "(retirement|motherhood|fatherhood|pregnancy|parenthood|widowhood|sobriety|single life|"
            "singledom|(old|middle) age|divorce) (suits|becomes|is treating|(looks (good|great|well) "
            "on)|agrees with|found|has|will) you",
            "(with|for|flatter*|hide*|suits?|skims?|forgive*|disguis*|love*|celebrat*|minimis*|"
            "cover*) (your|those) [fuller|larger|lovely|big|broad|extra|real] (curves|figure|hips|"
            "belly|tummy|bulk|build|frame|thighs|waist|double chin|bald *|greys|grey hair|bust|body|"
            "bumps|problem areas|trouble spots|skin tone|complexion|shape)",
            "(with|for|of) your (income|budget|history|complexion|skin colour|skin color|skin tone|"
            "build|condition|background|heritage|disability|health|symptoms|needs|mobility|eyesight|"
            "hearing|allergy|intolerance|beliefs|culture|roots|accent|status|diagnosis|sensitivit*)",
            "your (heritage|roots|ancestry|ancestors|mother tongue|homeland|native (land|country|"
            "language)|ethnic *|skin (tone|colour|color)|beliefs|creed|spirituality|sexuality|"
            "orientation|politics|immigration *|visa|gender|sex life|love life|marriage|marital *|"
            "mental health|blood pressure|heart condition|thyroid|symptoms?|ailments?|health "
            "(problems?|issues?|scare|condition))",
            "(between jobs|out of work|out of a job|on the dole|on benefits|signing on|laid off|made "
            "redundant|lost your job|losing your job|on (maternity|sick) leave|job-hunting|claiming "
            "*)",
            "(you and your|your) (wife|husband|girlfriend|boyfriend|fiancée?|fiance|ex|other half|"
            "missus|hubby) (and|will|are|is|have|can|would|left|needn't|won't)",
            "(you and your) (wife|husband|girlfriend|boyfriend|fiancée?|ex|kids|children|little ones|"
            "twins|new baby|baby|toddler|newborn)",
            "(now|since|once|after) [that] [all] (the|your) (kids|children|boys|girls|twins|little "
            "ones|youngest|son|daughter) (have|has|are|is|'ve|'s|left|moved|grew|flew|go|went) _2 "
            "(left|gone|moved|grown|flown|home|up|off|nest|out|away|university|college)",
            "flown|left|fly|leave the nest",
            "(you're|you are|you'll be|turning|hitting|pushing|approaching|reaching|nearing|reached|"
            "turned|hit) [now|nearly|almost|soon|turning|pushing|over|past|probably|getting|about] "
            "(thirty|forty|fifty|sixty|seventy|eighty|ninety|(the big #)|(your (thirties|forties|"
            "fifties|sixties|seventies|eighties)))",
            "(in|entering|into|past) your (thirties|forties|fifties|sixties|seventies|eighties|"
            "golden years|twilight years|autumn years|later years|prime|advanced *)",
            "(older|elderly|senior|mature|plus-size|plus-sized|curvier|curvy|larger|fuller-figured|"
            "childless|infertile|menopausal|hormonal|expectant|pregnant|disabled|diabetic|religious|"
            "jewish|muslim|catholic|gay|lesbian|immigrant|low-income|poorer|unemployed|divorced|"
            "widowed|single|lonely|retired|overweight|bigger) (readers?|customers?|women|woman|"
            "ladies|men|gentlemen|bodies|folk|people|person|shoppers|households|ones) [like you|such "
            "as you|(like yourself)]",
            "(women|men|mothers|mums|moms|dads|fathers|singles|seniors|pensioners|diabetics|patients|"
            "sufferers|believers|muslims|christians|jews|catholics|hindus|immigrants|expats|parents|"
            "grandmothers|grandparents|retirees|widows|widowers|divorcees|insomniacs|bachelors|"
            "spinsters|worriers|dieters|conservatives|liberals|girls|boys|families|households|people "
            "(on|in|of|with) *) (like you|such as you|(like yourself)|(in your (position|situation|"
            "condition|shoes|circumstances|state)))",
            "(someone|somebody|anyone|people|those|women|men) (in|of) your (position|condition|"
            "situation|circumstances|income|age|size|shape|means|state|faith|background|stage)",
            "(ramadan|eid|lent|passover|hanukkah|diwali|shabbat|sabbath|easter|christmas|advent|the "
            "holy month|faith|prayer|mass|church) (matters|means|is (important|special|sacred|holy)|"
            "is close|must be) _3 to|for you",
            "(your|observing|observe|keeping|keep|fasting for|fast for|celebrating your) (ramadan|"
            "eid|lent|passover|hanukkah|diwali|shabbat|sabbath|kosher|halal|church|mosque|temple|"
            "rabbi|priest|imam|pastor|bible|quran|torah|bar mitzvah|holy *|sacred *|saint*|god|lord)",
            "your (hands|eyes|knees|legs|back|hearing|memory|fingers|joints|hips) _1 not|aren't|isn't _1 as "
            "(steady|sharp|strong|good|quick|nimble|supple|young|keen) as",
            "(good|happy) (shabbos|shabbes|shabbat|yontif|yom tov)|shabbat shalom",
            "(eid|ramadan) mubarak",
            "(before|by|at|till|until) sundown on friday",
            "friday, before|by|at sundown",
            "(as you) (fast|pray|grieve|mourn|recover|convalesce|heal|go through|prepare for (your|"
            "the) (birth|baby|surgery|operation|arrival)|wait for (your|the) (results|baby))",
            "(living|coping|dealing|struggling|battling|suffering|life|days|mornings|struggle|"
            "suffer) (with|from) _1 (arthrit*|diabet*|depress*|anxiety|pain|chronic *|ms|ibs|adhd|"
            "autis*|dementia|cancer|eczema|asthma|insomnia|migraines?|grief|debt|menopause|"
            "infertility|endometriosis|loss|loneliness|illness|a (disability|condition|bad *))",
            "(trying|want|wanting|hoping|need|needing|struggling|desperate|determined) (to|for) "
            "(lose|shed|shift|slim|conceive|(get pregnant)|((quit|stop|give up) (drinking|smoking|"
            "gambling))|(a (baby|family|child))|(another baby)|diet|(cut down)|(keep up with (the|"
            "your) (bills|rent|mortgage))|(pay (the|off|your) *))",
            "(shed|shedding|shift|shifting|drop|dropping|lose|losing) [a few|some|those|the|that|"
            "your] [last|stubborn|extra|christmas|holiday|baby|winter] (pounds|weight|kilos|stone|"
            "inches|lbs|flab|(dress sizes?))",
            "(another|one more|those|these|lonely|a) (night|nights|evening|evenings|christmas|"
            "valentine's|weekend|birthday) (alone|(on your own)|(by yourself)|(all alone))",
            "(since|as|because|now [that]|when|if) (you|you're|you are) (live|living|eat|eating|cook|"
            "cooking|sleep|sleeping|dine|dining|spend*|are) _2 (alone|(on your own)|(by yourself)|"
            "solo)",
            "(you|you've|you have) (haven't|have not|don't|can't|aren't|hardly|barely|never) [been] "
            "(sleep|slept|sleeping|eat|eaten|eating|left the house|managing|coping|seen anyone) *",
            "you (look|sound|seem|must be|are probably|may be) [a bit|so|rather|very|really] (tired|"
            "exhausted|stressed|lonely|unwell|depressed|anxious|drained|frail|worn out|poorly|"
            "desperate)",
            "your [bad|dodgy|aching|sore|stiff|creaky|swollen|tired old|poor|old|weak|failing|"
            "arthritic] (back|knees?|hips?|hands|eyes|eyesight|hearing|heart|joints|feet|memory|legs|"
            "shoulders?|stomach|bladder|skin) (isn't|aren't|ain't|is not|are not|not) (what|as|"
            "getting|so)",
            "your (bad|dodgy|sore|stiff|creaky|swollen|weak|failing|arthritic|gammy|trick|problem|"
            "troubled|sensitive|ageing|aging) (back|knees?|hips?|hands|eyes|eyesight|hearing|heart|"
            "joints|memory|legs|shoulders?|stomach|bladder|skin|fingers|neck)",
            "(the|your) (divorce|break-up|breakup|separation|bereavement|redundancy|diagnosis|"
            "operation|surgery|funeral|miscarriage|chemo|pregnancy|menopause|affair|lay-off|layoff) "
            "(is|was|has|must|can|isn't|behind|came|hit|left|can't|may)",
            "(mums?|moms?|mummy|mother|dads?|father|parents?|daddy)-to-be [like|you]",
            "(we're|we are|so|very|truly|we were) sorry (for|about) your (loss|divorce|break-up|news|"
            "diagnosis|trouble*|job|mother|father|husband|wife)",
            "(good catholics?|good christians?|good muslims?|good jews?|true believers?|god-fearing|"
            "churchgo*|church-go*)",
            "(how|whoever|whichever (way|party)|whatever you) [did] [you] (voted?|vote|pray|worship|"
            "believe in)",
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
            "(you've|you have|you) [just|recently] (lost|buried) (your|a|someone|somebody) "
            "(mother|father|mum|mom|dad|husband|wife|partner|son|daughter|brother|sister|friend|job|"
            "parent|loved "
            "one|baby|child|dog|cat|close|dear|you love*)",
            "(you've|you have|you) [just|recently] (lost (someone|somebody|weight)|gained|put on|"
            "been diagnosed|been told|been "
            "ill|been unwell|come out|quit drinking|given birth|miscarried|separated|split up|remarried|let "
            "your *)",
        ),
        "de": (
            "(ihrem|deinem|eurem) alter",
            "(in|bei) (ihren|deinen|euren) jahren",
            "(dein|deine|deiner|deinem|deinen|ihr|ihre|ihrer|ihrem|ihren|euer|eure|eurer|eurem|euren) "
            "[wund*|kaputt*|lädiert*|müd*|alt*|schmerzend*|empfindlich*] (rücken|kreuz|knie|hüfte|hüften|"
            "gelenke|gelenken|bandscheibe*|falten|speckröllchen|hüftgold|bauch|bäuchlein|doppelkinn|"
            "übergewicht|kilos|pfunde|blutdruck|zucker|blutzucker|schlafproblem*|geldsorgen|"
            "schwangerschaftsstreifen|schlafmangel|depression*|ängste|ängsten|therapie|konto|kontostand|"
            "dispo|schulden|trauer|einsamkeit|liebeskummer|glaube*|gebet*|haarausfall|geheimratsecken|"
            "glatze|krampfadern|wechseljahre*|hitzewallungen|hormone*)",
            "(dein|deine|deiner|deinem|deinen|ihr|ihre|ihrer|ihrem|ihren|euer|eure|eurer|eurem|euren) "
            "(lebensphase|lebensabend)",
            "(für) (dein|ihr|euer) alter",
            "(fortgeschrittenen|reiferen|gesetzteren) (alter|jahren|semester*)",
            "(kaschiert|kaschieren|kaschierend*|verdeckt|versteckt|verstecken|mogelt|mogeln|verzeiht) "
            "[auch|selbst|sogar|geschickt] [die|den|das|jed*|dein*|ihr*|ein*|eure*] _2 (kilos|kilo|"
            "pfunde*|bauch|bäuchlein|röllchen|speckröllchen|pölsterchen|hüftgold|problemzonen|"
            "problemzone|rundungen|winterspeck|bierbauch|feiertagspfunde)",
            "(kilos|pfunde|kilo|pfund|winterspeck|speck) _6 (zugelegt|zugenommen|angefuttert|angefressen|"
            "draufgepackt|drauf hast|drauf haben|angesammelt|loswerden|zu viel)",
            "(wieder|frisch|gerade|noch|immer noch|plötzlich|jetzt) (single|solo|alleinstehend|getrennt|"
            "geschieden|verlassen|arbeitslos|schwanger|verwitwet|krankgeschrieben|verliebt)",
            "(single|solo|allein|alleine|schwanger|arbeitslos|pleite|geschieden|getrennt|einsam|krank|"
            "krankgeschrieben|verwitwet|übergewichtig|mollig|arm|pensioniert|gläubig|religiös|fromm|"
            "depressiv) (bist|seid|sind sie)",
            "(bist|seid) (du|ihr) [auch|jetzt|gerade|schon|noch|wieder|etwa] (single|solo|allein|alleine|"
            "schwanger|arbeitslos|pleite|geschieden|getrennt|einsam|krank|gläubig|religiös|fromm|"
            "depressiv|pensioniert|knapp bei kasse|klamm)",
            "(sind) sie [auch|jetzt|gerade|schon|noch|wieder|etwa] (single|schwanger|arbeitslos|pleite|"
            "geschieden|einsam|gläubig|religiös|pensioniert|knapp bei kasse)",
            "(als|für) [gute*|echte*|gläubig*|fromm*|überzeugt*|praktizierend*|alleinerziehend*|"
            "betroffen*|frischgebacken*|werdend*|geplagt*] (katholik*|christ*|muslim*|jude|jüdin|juden|"
            "rentner*|senior*|pensionist*|diabetiker*|allergiker*|asthmatiker*|witwe*|single*|migräne*|"
            "schwanger*|veganer*|alleinerziehend*|mollig*|arbeitslos*|gläubig*|hartz*) (wie|weißt|wissen|"
            "wisst|kennst|kennen|kennt|bist|sind|seid)",
            "(als) (gläubig|fromm|religiös|alleinstehend|alleinerziehend|schwanger|krank|älter|einsam|"
            "werdend|frischgebacken|geschieden)(e|er|en) (mensch|menschen|frau|mann|mama|papa|mutter|"
            "vater|eltern|person|herr|dame)",
            "(menschen|männer|frauen|leute|damen|herren|kundinnen|kunden) (mit|in) (ihrer|deiner|eurer|"
            "ihrem|deinem|eurem) (figur|statur|alter|einkommen|gewicht|herkunft|hautproblem*|budget|"
            "glaube*|beschwerden|vorgeschichte)",
            "(mit|bei|für) (deiner|ihrer|eurer|deine|ihre|eure) (figur|statur|herkunft|vorgeschichte|"
            "krankengeschichte|hautkrankheit)",
            "(schläfst|schlafen|schlaft) (du|sie|ihr) _5 (schlecht|kaum|unruhig|wenig|nicht gut|"
            "miserabel|mies)",
            "(du|ihr|sie) (schläfst|schlaft|schlafen) _5 (schlecht|kaum|unruhig|wenig|nicht gut|"
            "miserabel|mies)",
            "(bald|demnächst) [auch] (zu dritt|zu viert|zu fünft|zu zweit allein)",
            "(bald) (mama|papa|oma|opa|eltern|mutter|vater)",
            "[bald] (klopft|kommt|meldet sich) (der klapperstorch|der storch|nachwuchs)",
            "(unter|an) _4 (leidest|leidet|leiden|gelitten) [du|ihr|sie]",
            "(leidest|leidet ihr|leiden sie) _4 (an|unter)",
            "(wie|wer) (du|ihr|dich|euch|sie) _2 (unter|an|mit) _4 (leidest|leidet|leiden|kämpfst|kämpft|"
            "kämpfen)",
            "(knapp|schlecht|klamm) bei kasse",
            "[wenn|gerade|weil|da] [das|dein|ihr|euer] (geld|konto|budget|gehalt|haushaltsgeld|kasse) _3 "
            "(knapp|eng|nicht reicht|klamm|leer|im minus|aufgebraucht|überzogen)",
            "(gehalt|geld|lohn) [noch] nicht [da|reicht|drauf]",
            "(ende des monats|monatsende|ende vom geld) _5 (knapp|eng|leer|wenig|übrig|klamm|durchhalten)",
            "[viel|zu viel] monat _2 (geld|gehalt)",
            "(nach|seit|während|trotz) (deiner|ihrer|eurer|deinem|ihrem|eurem|der|dem) [letzten|schweren|"
            "überstandenen|jüngsten] (chemo*|operation|op|scheidung|trennung|diagnose|krankheit|"
            "entbindung|geburt|fehlgeburt|therapie|reha|kündigung|entlassung|insolvenz|verlust|"
            "herzinfarkt|schlaganfall|burnout|infarkt|bestrahlung|kur)",
            "(du|sie|ihr) [ja|eben|schon|halt|auch|doch] (nicht mehr) (jung|der jüngste|die jüngste|die "
            "jüngsten|zwanzig|dreißig|fit|so gut|so beweglich|so schnell|gut zu fuß)",
            "(seit|nachdem) (du|sie|ihr) (in rente|pensioniert|im ruhestand|allein|getrennt|geschieden|"
            "verwitwet|arbeitslos|krank|mutter|vater|eltern|abgenommen|zugenommen|den job verloren)",
            "(jetzt|nun|endlich), wo (du|sie|ihr) _3 (single|allein|alleine|schwanger|geschieden|"
            "getrennt|arbeitslos|rente|pension|ruhestand|pensioniert|krank|mutter|vater|eltern|verwitwet|"
            "zugenommen|abgenommen)",
            "(wer|wenn man) _3 (zugenommen|zugelegt) (hat|habt|hast)",
            "(deine|ihre|eure) (kilos|pfunde|rundungen|kurven|problemzonen|polster|pölsterchen)",
            "(geschwisterchen|baby|nachwuchs|bäuchlein) _2 (ankündigt|kündigt|unterwegs|erwartet|kommt)",
            "(dein|ihr|euer|eure) [kleines|schmales|knappes] budget",
            "(du bist|sie sind|ihr seid|bist du|seid ihr|sind sie|da du|da sie|da ihr|weil du|weil sie|"
            "weil ihr|wo du|wo sie|wo ihr|jetzt, wo) [du|"
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
            "exfrau|verstorben*|wurzeln|herkunft|gemeinde|rücken|knie|gelenke|falten|"
            "schlafstörungen|depression|angst|bluthochdruck|rheuma|allergie)",
            "(mit den|in den|während der|durch die) wechseljahr*",
            "(wechseljahre|wechseljahren) (wird|werden|ist|sind|kommt|bringen)",
            "(am|gegen) (ende des monats|monatsende|ende vom monat) _4 (knapp|eng|leer|klamm)",
            "(geld|kasse|konto|haushaltskasse|geldbeutel|portemonnaie) _3 (knapp|eng|leer|klamm|überzogen|"
            "im minus)",
            "hast|haben|habt [ja|doch] *isch(e|en) wurzeln|vorfahren",
            "(als) [guter|gute|gläubig*|echt*|alleinerziehend*] (jude|jüdin|muslim|muslima|christ|christin|"
            "katholik|katholikin|rentner|rentnerin|witwe|witwer|diabetiker*|mutter von *|alleinerziehend*|"
            "grünen-wähler*|grünenwähler*|linke*|konservativ*)",
            "(mit|bei) (so|einem|ihrem|deinem|eurem|solch) [einem] (namen|nachnamen) [wie] *",
            "(die) waage (lügt|zeigt|sagt|meint|ächzt|knarzt) *",
            "(paar|überflüssige|überflüssigen|weihnachts) (kilos|pfunde|pfündchen)",
            "(nach|seit) (dem tod|ihrem verlust|deinem verlust|der scheidung|der trennung|der diagnose|der "
            "op|der operation|der chemo) *",
            "(seit|nachdem) (er|sie|dein*|ihr*|euer*|eure*) _3 (weg ist|gestorben|ausgezogen|verlassen|"
            "gegangen)",
            "(du|sie|ihr) [ja] (leidest|leiden|leidet) (an|unter)",
            "(du|sie|ihr) _4 (nicht leisten|leisten können|leisten kannst|leisten könnt|leisten konnte*)",
            "(wen|was) (du|sie|ihr) (wählst|wählen|gewählt)",
        ),
        "fr": (
            "(vous|tu) [qui] (priez|pries|jeûn*|votez|votes|(croyez en)|(crois en)|(allez à la "
            "messe)|(vas à la messe)|(faites ramadan)|(touchez le)|(touches le))",
            "(vous voilà|te voilà|vous revoilà|te revoilà) [bientôt|enfin|de nouveau|jeune|désormais|"
            "à nouveau] (grand-mère|grand-père|mamie|papi|papy|maman|papa|enceinte|retraité*|(à la "
            "retraite)|célibataire*|seule?|veu*|divorcé*|séparé*|(au chômage)|(sans emploi)|quadra*|"
            "quinqua*)",
            "(gard*|surveill*|soign*|retrouv*|pour) (votre|ta|la) ligne",
            "(les|vos|tes) enfants (sont|ont|ayant) [tous|enfin|désormais] (partis|grands|quitté|"
            "pris leur envol|élevés)",
            "(le|votre|ton) nid [est|s'est] [désormais|enfin] (vide|vidé)",
            "fins? de mois _3 (difficiles?|dure?s?|serrée?s?|compliquée?s?|tendue?s?|courtes?|longues?)",
            "(future?|jeune|nouvelle|heureuse|bientôt) (maman|mère|papa|père|mamie|papi|grand-mère|"
            "parents), (vous|tu|votre|ton|comme)",
            "(comme|en tant que|pour une?|chère|chers?) (future?s?|jeunes?|bientôt) (maman|mère|papa|"
            "père|parents|mamie|mariée?|retraitée?)",
            "(reperd*|perd*|élimin*|gomm*|délog*) (les|vos|tes|ces|quelques) [derniers|petits] kilos",
            "(kilos|bourrelets|poignées d'amour|rondeurs) (de l'été|des vacances|d'après|que vous|"
            "que tu|qui|superflu*|disgracieu*|accumul*|post-*)",
            "(votre|vos|ton|ta|tes|sa) * (n'est|n'a|n'ont|ne sont) plus (ce qu'*|(tout|toute) jeune*|"
            "de première jeunesse|vingt ans|la même)",
            "(n'est plus|ne sont plus|n'êtes plus|n'es plus) (tout|toute|toutes) jeunes?",
            "(depuis que|maintenant que|puisque|quand|comme|et si) (vous|tu) (vivez|vis|êtes|es|"
            "restez|dînez|dormez) [de nouveau|à nouveau|désormais|enfin|toute?|aujourd'hui] (seule?|"
            "célibataire|séparé*|divorcé*|veuve?|à la retraite|retraité*|enceinte|malade|au chômage|"
            "sans emploi|grand-mère|grand-père|endetté*|en arrêt)",
            "(ne|n') (vous|te) rajeuni* pas",
            "(célibataires?|divorcé*|veuve?s?|retraité*|quinquas?|sexagénaire*|quinquagénaire*|"
            "quadra*|diabétiques?|insomniaques?) (comme|que) (vous|toi|tu)",
            "(vous|tu) (avez|as|aviez|venez|viens) [enfin|récemment|bien|beaucoup|d'] (pris du poids|"
            "grossi|maigri|accouché|divorcé|fait une fausse*|perdu votre (mère|père|mari|femme|"
            "emploi|travail)|perdu ton (père|mari|emploi|travail)|perdu ta (mère|femme)|été licenci*|"
            "arrêté de (boire|fumer)|trop bu)",
            "(à|vers|passé|passée) (la quarantaine|la cinquantaine|la soixantaine|(quarante|"
            "cinquante|soixante|#) ans)",
            "(votre|ton|vos|tes) (silhouette|ventre|embonpoint|hanches|calvitie|cheveux blancs|"
            "ronflements|surpoids|mémoire|vue|ouïe|articulations|solitude|chagrin|deuil|burn-out|"
            "stress|petites économies|petite retraite|pension|allocations?|crédit|loyer|fin de mois|"
            "héritage|kippa|voile|carême|jeûne|église|mosquée|messe|synagogue|paroisse|parti|"
            "candidat)",
            "(votre|ton) (banquier|banque|compte en banque|portefeuille|porte-monnaie|salaire) _3 "
            "(pleure*|grimace*|tire la langue|maigre*|souffre*|respir*|merci*|vide*|serré*)",
            "(vous|tu) (attend*) _2 (enfant|bébé|heureux|jumeaux|cigogne)",
            "(ventre) qui (s'arrondit|pousse|grossit)",
            "(l'|cette|une) (arthrose|insomnie|ménopause|solitude|déprime|dépression) (vous|te|qui "
            "vous|qui te|ne vous|ne te) *",
            "(sans le sou|fauché* comme|payer (le loyer|vos dettes|tes dettes)|joindre les deux "
            "bouts|boucler (le mois|vos fins|tes fins))",
            "petit budget|(budget serré)",
            "petit frère|(petite sœur) (arriv*|s'annonce|en route)",
            "(tu es|vous êtes|tu sois|vous soyez|étant) [sans doute|maintenant|désormais|bientôt|aussi] "
            "(enceinte|retraité*|à la retraite|divorcé*|veuf|veuve|célibataire à nouveau|seule depuis|au "
            "chômage|malade|fauché*|en deuil|croyant*|pratiquant*|juif|juive|musulman*|catholique)",
            "ventre _1 (rond|rondit|arrondi*|pousse)",
            "nuits (courtes|blanches|hachées)",
            "(heureux événement|heureux évènement)",
            "(bébé|petit|bout de chou) [qui] (arrive*|en route|(est en route)|(pour bientôt)|attendu)",
            "(votre|ton|vos|tes|ta) (grossesse|diagnostic|divorce|séparation|deuil|dettes?|"
            "découvert|poids|foi|religion|ménopause|retraite|salaire|maladie|handicap|traitement|"
            "thérapie|ex|ex-mari|"
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
            "(depuis|après) (votre|ton|ta|sa) (perte|divorce|séparation|opération|décès|deuil|"
            "diagnostic|rupture|fausse couche|licenciement|accouchement|cancer|départ de *)",
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
            "(como) [buen|buena|un|una] (mujer|hombre|señora|judí*|musulm*|cristian*|católic*|creyente|"
            "jubilad*|viud*|madre "
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
            "(peso|sobrepeso|kilos|ansiedad|depresión|insomnio|dolor*|diabetes|enfermedad|adicci*|acné|"
            "soledad|tristeza|deudas|báscula|celiaquía|artrosis|migraña*)",
            "(este|tu|su|ese|tanto) (duelo|luto) _1 (está|es|sigue|siendo|duele)",
            "(vives|estás|sigues|cenas|duermes) [ahora|ya|tan] sol(o|a)",
            "(ahora que|desde que|si|como) (vive|está|duerme|cena) [usted] sol(o|a)",
            "(te|se) (sientes|siente) (sol(o|a)|gord(o|a)|viej(o|a)|deprimid(o|a))",
            "(esas|estas|las|esos) "
            "(rodillas|caderas|lumbares|canas|varices|lorzas|michelines|cervicales) "
            "(tuyas|tuyos|suyas|suyos)",
            "(tu|tus|su|sus) "
            "(canas|varices|calvicie|celulitis|michelines|lorzas|caderas|lumbares|cervicales|barriga|"
            "jubilación|pensión|operación|bancarrota|subsidio|soledad|soltería|viudez|quimio|tratamiento|"
            "adicción|alopecia|colesterol|embargo|despido)",
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
            "con lo (poco|mucho|que) _1 (ganas|gana|cobras|cobra|ingresas)",
            "no (puedes|puede|pudiste|pudo|podéis) (tener|concebir) hijos",
            "tu|su (infertilidad|esterilidad|quiebra|raza|etnia|orientación)",
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
