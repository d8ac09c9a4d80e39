"""Claims of an effect on health by themselves, in four languages."""

from __future__ import annotations

from guardrails.lexicon import Lexicon

# Claims of an effect by themselves.
HEALTH_CLAIMS = Lexicon(
    {
        "en": (
            "(keep|keeps|leaves|leave|makes|make|making|keeping|helps) [you|your|the] _2 (young|"
            "younger|youthful|ageless|wrinkle-free|line-free|blemish-free|germ-free|disease-free|"
            "illness-free)",
            "rejuvenat*|age-defying|ageless skin|(def(y|ies) (age|ageing|aging|time|gravity))",
            "(good|great|excellent|brilliant|wonderful|perfect|ideal|kind|kinder|better) (for|to|on) "
            "your [whole|tired|old] (heart|gut|health|bones|back|immune*|eyes|brain|blood*|nerves|"
            "posture|digestion|tummy|stomach|skin barrier|liver|lungs|waistline|mental *|wellbeing|"
            "well-being|body|sleep|hormones|microbiome)",
            "(boost*|lift*|improv*|enhanc*|sharpen*|increas*|support*|promot*|strengthen*|raise*) "
            "[your|the|their|natural|healthy|his|her] [your|the|their|natural|healthy] (energy|mood|"
            "focus|concentration|memory|stamina|vitality|fertility|circulation|digestion|metabolism|"
            "wellbeing|well-being|immunity|immune *|posture|serotonin|sleep|sleep quality|relaxation|"
            "recovery|hydration levels|blood flow|brain *|lung *|gut *|bone *|joint *|heart *|skin "
            "health)",
            "(help|helps|helping|aid|aids|aiding|assist*) [you|your|your body|with|to|them] _1 "
            "(sleep|digest|digestion|concentrate|concentration|recover|recovery|heal|healing|detox*|"
            "de-stress|destress|breathe [more|easier|better]|focus better|lose weight|(lose (weight|"
            "inches))|(get pregnant)|conceive|(nod off)|(drop off)|(switch off at night)|ovulat*|"
            "menstru*)",
            "(sleep|slept|sleeping) (better|sounder|soundly|deeply|deeper|longer|tight and|like a|"
            "like never|all night|right through)",
            "(end|ends|ending|no more|goodbye to|banish*|beat|beats|cures?|stop|stops) (sleepless|"
            "restless) nights",
            "(relieve|relieves|ease|eases|melt*|wash*|soothe*|dissolve*|lift*|take*|draw*|carr*) "
            "[away] [the|your|all] (stress|anxiety|tension|pain|aches|worries|nerves|stiffness|"
            "soreness|inflammation|fatigue|tiredness) [away]",
            "(stress|anxiety|tension|aches|pains|tiredness|fatigue|inflammation) (melt*|vanish*|"
            "dissolve*|disappear*|slip*|ebb*|fade*|lift*|drain*) [away|off]",
            "(calm|calms|calming|settle|settles|soothe|soothes|steady|steadies) (your|the|frayed|"
            "jangled|anxious|upset|a troubled|an upset|a nervous) (nerves|mind|nervous system|"
            "stomach|tummy|gut|anxiety|skin|itch*|inflam*|digestion|bowel)",
            "(soothe|soothes|calm|calms|heal|heals|relieve|relieves|treat|treats|cure|cures|clear|"
            "clears|repair|repairs|ease|eases|fix|fixes|stop|stops|banish|banishes) _3 (itch*|"
            "irritat*|redness|rash*|spots|flare-ups?|flaky skin|cracked skin|chapped skin|dermatitis|"
            "soreness|burns|chilblains|swelling|dandruff)",
            "(purif*|cleans*|flush*|detox*|rid*) (your|the|his|her) (body|system|blood|liver|gut|"
            "organism|colon|kidneys|lymph*) [of|from]",
            "immune|immunity [system|-boosting] boost*|supporting|support",
            "immunity|immune-boosting",
            "(wards?|keeps?|keeping|fends?|fending|chases?|holds?) [off|away|at bay] _2 (colds|flu|"
            "germs|bugs|infections?|illness*|disease*|coughs?|sniffles|winter bugs|viruses) [away|"
            "off|at bay]",
            "(never|no longer|not|less likely to|fewer|won't) (get|catch|be|fall|catching|getting) "
            "[a|an|the|so many|as many] (ill|sick|cold|colds|flu|poorly|under the weather|bug|bugs)",
            "(anti-?itch|anti-?stress|anti-?anxiety|anti-?fatigue|sleep-inducing|sleep-enhancing|"
            "mood-boosting|mood-lifting|energy-boosting|brain-boosting|fat-burning|"
            "metabolism-boosting|gut-healing|skin-healing|wound-healing)",
            "(the|a|its|their|with|for|of|skin|deep|natural|nature's) healing",
            "(your) (skin|joints|back|gut|immune system|body|knees|hips|heart|liver|spine|nervous "
            "system|lungs|blood pressure|cholesterol|doctor|gp|physio) will (thank|heal|recover|"
            "repair|feel better|love you)",
            "(corrects?|improves?|fixes?|straightens?|aligns?|realigns?) (your|bad|poor|the) "
            "(posture|spine|back|alignment|gait|eyesight|vision|hearing)",
            "(rich in|full of|packed with|loaded with) (antioxidants|probiotics|healing|immune*)",
            "(without|no) [a|the|need for a] prescription",
            "antihistamines|painkillers|ibuprofen|paracetamol|(sleeping (pills?|tablets?))",
            "clinically|medically|scientifically|dermatologically|(vet|doctor|lab)-? proven|tested|shown|"
            "approved|certified|backed",
            "clinically|scientifically|medically proven|tested|shown|approved|backed",
            "(doctor|vet|dermatologist|physician|pharmacist|paediatrician|pediatrician|physio)s? "
            "recommended|approved|swear|prescribe",
            "doctor-recommended|vet-recommended|vet-approved|dermatologist-approved",
            "(recommended|approved|prescribed) by doctors|vets|physicians|dermatologists|physios|pharmacists",
            "detox*|anti-ag(e|eing|ing)|anti-wrinkle|anti-inflammator*|anti-bacterial|anti-microbial|"
            "anti-viral|anti-fungal|anti-septic|anti-depressant",
            "lose|shed|losing|shedding _3 weight|kilos|pounds|inches",
            "drop|dropping a|two|(a few) (dress sizes?)|pounds|kilos|inches",
            "drop|dropping weight",
            "weight-loss|fat-burn*|slimming",
            "burn*|melts? [away] [belly|body|stubborn] fat|calories",
            "speeds? up _2 metabolism|healing|recovery",
            "therapeutic*|medicinal*|healing (power*|propert*|effect*|benefit*)|curative|miracle cure|"
            "wonder drug",
            "miracle|wonder cure|remedy|drug",
            "(look|looks|looking|appear|feel|feeling|skin) [visibly|instantly|up to] [#|ten|five|years|a "
            "decade] younger",
            "years|decade|decades younger|(off your (face|age|skin))",
            "visibly|instantly firmer|younger|plumper|smoother|lifted",
            "(turn*|roll*) back [the] (clock|years|time)",
            "reverses? (ageing|aging|(the signs)|(the years)|time)",
            "signs of ag(eing|ing)",
            "sleep|sleeps|sleeping (through [the] night)|(like a (baby|log) [guaranteed])|deeper|faster",
            "(sleep|rest|doze) through the night",
            "(help|helps|let|lets|make|makes|send|sends|lull|lulls) [to] (you|your *|children|kids|babies|"
            "him|her|them) [to] [fall|get] "
            "(sleep|asleep|(a better night)|nod|drop off|(to sleep))",
            "fall|falls|falling|drop|drift|nod [straight] asleep|off [to sleep] (faster|quicker|sooner|(in "
            "minutes)|(within *)|(in under *))",
            "better|deeper|sounder|restful|restorative sleep",
            "kills? [#|all|most|the] [of] [household|99] germs|bacteria|viruses",
            "boost* [your|the|their] immun*|defences|defenses|testosterone|libido|energy levels|mood|brain|"
            "serotonin",
            "(strengthen*|support*|build*) [your|their|the|a healthy] immun*|bones|heart|defences|gut",
            "(stimulates?|promotes?|speeds?|boosts?) [hair|cell] (growth|regrowth|renewal|regeneration|"
            "circulation)",
            "hair (regrowth|(grows back))|re-grow* hair",
            "(you|you'll|we|they|people|to|help|helps|who) [will|can|simply|all] (live|living) longer",
            "adds? years to your|his|her|their life|lives",
            "heart-healthy|gut-friendly|immune-boosting|stress-relieving|pain-free|pain-relieving|"
            "hypoallergenic",
            "(come|get) off (your|the) (tablets|pills|medication|meds)",
            "instead of|(throw away)|(put away) [your|the] (tablets|pills|medication|medicine|painkillers|"
            "aspirin|ibuprofen|melatonin|statins)",
            "(repairs?|heals?|rebuilds?|regenerates?) [damaged|your|dry|cracked|ageing|aging|the] [damaged] "
            "skin|hands|tissue|cells",
            "natural painkiller|antibiotic|remedy|sedative|viagra|botox|antidepressant",
            "as (good|effective) as (medicine|aspirin|ibuprofen|(a doctor)|physio*|(any (pill|drug|cream)))",
            "better than (medicine|any (pill|drug|medicine)|therapy|botox)",
            "keeps? the doctor|vet away",
            "(no more|fewer) (trips|visits) to the (doctor|vet|gp|dentist|physio)",
            "(what|where) (the|my|your|our|his|her|two|three|no) doctors?|physios?|dentist|vet|tablets|pills|"
            "creams?|prescriptions? _3 (couldn't|(could not)|failed|didn't|never)",
            "(pills|tablets|painkillers|medication|inhaler|cream|bottle) _1 stay|stays|stayed|staying in the "
            "drawer|cabinet|cupboard|box|packet",
            "superfood|nootropic|adaptogen*",
            "keep|keeps [the|your|his|her|old|ageing|their] joints|hips|knees|arteries [of] _5 loose|supple|"
            "limber|mobile|moving|nimble|healthy|young",
            "(kind|good|easy|gentle|great) (to|for|on) [your|old|his|her|their|the|ageing|stiff] joints|"
            "knees|hips|heart|gut|liver|digestion|arteries|bones|(immune *)",
        ),
        "de": (
            "tabletten|pillen|salbe|schmerzmittel|tropfen bleib(t|en) _2 (im schrank)|(in der schublade)|zu|"
            "liegen",
            "was (der|die|kein|mein|unser|ihr|dein) doktor|arzt|ärzte|hausarzt|hautarzt|tierarzt|tabletten|"
            "salben? _6 nicht",
            "(messbar|sichtbar|spürbar|nachweislich|deutlich) (jünger*|straffer*|glatter*|gesünder*|"
            "weniger falten|fitter)",
            "(beschleunigt|fördert|unterstützt) _2 (wundheilung|heilung|regeneration|zellerneuerung|"
            "durchblutung|verdauung|fettverbrennung|entgiftung)",
            "(schützt|schützen|stärkt|stärken|kräftigt|kräftigen|entlastet|entlasten|trainiert|"
            "unterstützt|unterstützen|fördert|fördern|saniert|pflegt) (das|dein*|ihr*|euer*|eure*|den|"
            "die) [ganze*|natürliche*] (herz|kreislauf|darm|leber|lunge|nieren|gelenke|knochen|abwehr|"
            "abwehrkräfte|immunabwehr|immunsystem|gedächtnis|gehirn|zähne|augen|sehkraft|bandscheiben|"
            "wirbelsäule|nervensystem|hormonhaushalt|darmflora|gefäße|venen)",
            "(gesund|schlank|jung|fit|vital) (hält|halten|macht|machen|bleiben|bleibst)",
            "(hält|halten|macht|machen) [dich|sie|euch|uns] _1 (gesund|schlank|jung|vital|schlanker|"
            "jünger|gesünder)",
            "(lebst|leben|lebt) [du|sie|ihr] (länger|gesünder)",
            "heilt|heilen|heilte|kuriert [jede*|alle*|deine*|ihre*|eure*|die|das|den|selbst|sogar|auch] "
            "(wunde*|haut|rissige*|schrunden|risse|hände|rücken|magen|entzünd*|wehwehchen|krankheit*|"
            "leiden|fast alles|alles|ekzeme)",
            "(statt|besser als|ersetzt|spart|erspart) [jede*|den|die|das|dir|ihnen|euch|ein*|der|zur] "
            "(apotheke|arzt|ärztin|hautarzt|hautärztin|medizin|tablette*|arztbesuch|therapeut*|"
            "physiotherap*|cortison|kortison|krankengymnastik|orthopäd*|psychotherap*)",
            "(apotheker|hautärzte|hautärztinnen|dermatologen|mediziner|ärzte|hebammen|physiotherapeuten|"
            "kinderärzte|heilpraktiker*) _2 (empfehlen|raten|schwören|bestätigen|verschreiben|empfohlen)",
            "von (hebammen|ärzt*|hautärzt*|dermatolog*|physiotherapeut*|apotheker*|kinderärzt*|tierärzt*|"
            "heilpraktiker*|experten) (empfohlen|geprüft|entwickelt|getestet|bestätigt)",
            "(wissenschaftlich|klinisch|medizinisch|nachweislich) (belegt|erwiesen|bewiesen|geprüft|"
            "bestätigt|getestet|wirksam|gesund|nachgewiesen|fundiert)",
            "(studie|studien|forscher|forschung|wissenschaftler|mediziner) _2 (zeigen|zeigt|belegen|"
            "belegt|beweisen|bestätigen|haben)",
            "antioxid*|antibiotisch*|antiseptisch*|desinfizier*|keimtötend*|pilzhemmend*|"
            "juckreizlindernd*|wundheil*|hautregenerier*|zellschützend*|zellschutz|kreislaufanregend*|"
            "blutreinig*|harntreibend*|abführend*|appetitzügl*|appetithemm*|fatburn*|fettburn*|"
            "schlankmach*|faltenfrei*|faltenglätt*|antifalten*|hautverjüng*|verjüng*|gelenkschonend*|"
            "rückenschonend*|magenschonend*|heilsalbe*|heilpflanz*|heilkraut|heilkräuter*|hausapotheke|"
            "naturheil*|naturmedizin|kräutermedizin|arznei*",
            "(kilos|pfunde|speck|fett|bauchfett|hüftgold) _3 (purzeln|schmelzen|weg|verschwinden|los|"
            "verlieren|verbrenn*|dahin)",
            "(schlaf|einschlafen|nachtruhe) (garantiert|fördert|verbessert|bringt|schenkt)|(schl* wie "
            "ein (baby|stein|murmeltier))",
            "(tiefer*|besser*|erholsam*|ruhiger*|gesunder*|gesunden) schlaf",
            "(schneller|leichter|besser|tiefer|ruhiger) (schlaf*|schläf*)",
            "(nie wieder|nie mehr|endlich keine*|kein* * mehr) (schmerz*|rückenschmerz*|kopfschmerz*|"
            "migräne|erkältung*|verspann*|rissige*|trockene haut|ekzem*|neurodermitis|pickel*|falten|"
            "schlaflos*)",
            "(rissige|entzündete|gereizte|juckende|kranke|schuppige) (haut|hände|stellen|lippen|fersen) "
            "_3 (heil*|verschwind*|geschichte|weg|vergangenheit|ade|passé|war einmal)",
            "(ohne|kein|ganz ohne) rezept vom|nötig",
            "schlaftablette*|schmerztablette*|kopfschmerztablette*",
            "klinisch|medizinisch|wissenschaftlich|dermatologisch getestet|bewiesen|erwiesen|geprüft|belegt|"
            "bestätigt",
            "ärztlich|tierärztlich|(von (ärzten|tierärzten|dermatologen|orthopäden)) empfohlen",
            "entgift*|entschlack*|detox*|fettverbrenn*|anti-aging*|anti-falten*|antiaging*|heilend*|"
            "heilkraft|heilkräfte|heilwirkung*|heilmittel|wundermittel|"
            "entzündungshemmend*|antibakteriell*|antiviral*|schmerzlindernd*|schmerzstillend*|"
            "blutdrucksenkend*|immunstärkend*|schlaffördernd*|"
            "verdauungsfördernd*|krampflösend*|schleimlösend*|stoffwechselanregend*|durchblutungsfördernd*|"
            "therapeutisch*",
            "(macht|machen) [dich|sie|euch|schön|richtig] schlank|gesund|jünger",
            "abnehmen|abspecken|(kilos|pfunde) [*] (purzeln|verlieren|loswerden)",
            "(pfunde|kilos) (purzeln|schmelzen|verschwinden)",
            "(um) [jahre|#] jahre jünger",
            "jahre|sichtbar|deutlich jünger|straffer|glatter*",
            "(schneller|leichter|besser|tiefer|endlich) (einschlafen|durchschlafen|schlafen)|schläfst|"
            "schlafen|einschlafen|durchschlafen",
            "durchschlafen|einschlafhilfe",
            "schläfst|schlafen|schlaft|schläft _4 durch|tiefer|besser",
            "(schläfst|schlafen|schlaft|schläft) [du|sie|ihr] [wieder|endlich] (durch|tiefer|besser|"
            "schneller)|(die "
            "[ganze] nacht durch)",
            "tötet|töten [#|99|alle|die] [9] [der] [prozent] bakterien|keime|viren",
            "kurbelt|regt [den|die|das] stoffwechsel|verdauung|fettverbrennung|immunsystem|durchblutung",
            "gut für [die|das|den|deine*|ihre*|eure*] [dein] gelenke|herz|darm|leber|haut|immunsystem|"
            "verdauung|"
            "nerven|knochen|blutdruck",
            "(ersetzt|erspart|statt) [dir|ihnen|euch] [den|die|das] (arzt|arztbesuch|tierarzt|tabletten|"
            "schmerzmittel|medikamente|schlaftabletten|pillen)",
            "tabletten|medikamente|schmerzmittel|pillen [*] (weglassen|absetzen|sparen|vergessen)",
            "hautalterung|zellerneuerung|superfood",
        ),
        "fr": (
            "(que|où) (les|le|ton|votre|son|mon) comprimés|médicaments|docteur|médecin|kiné|pilules _2 (pas|"
            "que|jamais)",
            "(éloigne*|dispense*|épargne*|à distance|plus besoin|remplace*) [de|du|le|les|un|une|"
            "votre|ton|voir] (docteur|médecin|kiné|ostéo*|pharmacie|pharmacien|ordonnance|toubib)",
            "(brûl*|fond|fondre|élimin*|désagrèg*|déstock*) [les|des|vos|tes|la] (graisses?|calories|"
            "kilos|bourrelets|capitons|cellulite)",
            "(peau|mains|lèvres|derme|épiderme|tissus|muscles) (se (répar*|régénèr*|reconstitu*)|cicatris*)",
            "(répar*|régénèr*|cicatris*) (la|votre|ta|les|vos|tes) (peau|mains|lèvres|épiderme|"
            "cellules|muscles|tissus|barrière)",
            "cicatrisant*|analgésique*|antiseptique*|diurétique*|drainant*|"
            "immunostimul*|antioxydant*|probiotique*|adaptogène*|sédati*|dépurati*|laxati*|"
            "anti-cellulite|anticellulite|anti-fatigue|antifatigue|anti-âges?|antiâge|antirides?|"
            "bio-actif",
            "(plus|moins) d'(énergie|immunité) (toute|dès|pour toute|chaque)",
            "(renforc*|boost*|stimul*|dop*) (vos|tes|les|votre|ton|l'|le|son) [système|défenses] "
            "(défenses|immunit*|immunitaire|naturelles|métabolisme|organisme|énergie|vitalité|"
            "mémoire|concentration|libido|circulation)",
            "(sommeil|nuits) [plus|enfin|vraiment] (réparateur*|profonde?s?|paisibles?|apaisée?s?|"
            "complètes?|sans réveil)",
            "(vous|te|l'|à) (endormir|s'endormir|endormira|endort) (plus|en|sans|comme|dès)",
            "(fait|font|fera) (baisser|chuter|tomber|reculer|disparaître) (la|le|l'|les|votre|ton) "
            "(tension|cholestérol|stress|fièvre|glycémie|anxiété|rides|douleur*)",
            "(fait|font|fera) (du bien) (au|aux|à|à la) (foie|cœur|coeur|intestin*|articulation*|dos|"
            "ventre|estomac|nerfs|reins|circulation|digestion)",
            "(bienfaits|vertus|propriétés) _2 (reconnu*|prouvé*|scientifique*|santé|corps|organisme|"
            "digesti*|relaxant*|calmant*|cicatris*|anti*)",
            "(prolonge*|allonge*|rallonge*) (la|votre|ta) vie|espérance",
            "(vivre|vivez|vivent) (plus (longtemps|vieux))",
            "(effet*) (calmant*|relaxant*|apaisant*|drainant*|minceur|ventre plat|tenseur*|liftant*|"
            "lifting|détox*|anti*)",
            "(ventre) plat",
            "(calm*|apais*|détend*) (les|vos|tes|le|votre|ton) (nerfs|système nerveux|esprit|mental|"
            "angoisses|crises)",
            "(digestion) [plus|enfin] (légère|facile|facilitée|paisible|sereine|sans)",
            "(facilit*|aid*|amélior*|accélèr*|active*|relanc*) (à|la|le|votre|ton|ta) (digestion|"
            "digérer|transit|sommeil|circulation|récupération|cicatrisation|métabolisme|élimination|"
            "mémoire|concentration)",
            "somnifère*|antidouleur*|antihistaminique*",
            "sans [l'] ordonnance",
            "preuve|efficacité _2 (prouvée|clinique|démontrée)",
            "prouvée en clinique",
            "cliniquement|scientifiquement|dermatologiquement|médicalement prouvée?s?|testée?s?|"
            "démontrée?s?|approuvée?s?",
            "(recommandée?s?|approuvée?s?|prescrite?s?) par [les|des|nos] (médecins|vétérinaires|"
            "dermatologues|kinés|pharmaciens)",
            "détox*|anti-âge|anti-rides?|anti-inflammatoire*|anti-bactérien*|anti-douleur*|anti-stress|"
            "brûle-graisse*|thérapeutique*|curati(f|ve)s?|"
            "amincissant*|minceur|médicinal*",
            "(perd*|perte) [de|du|vos|tes|quelques] (poids|kilos)",
            "(fait|font) maigrir|mincir",
            "rajeuni*",
            "(ans|années) de moins",
            "visiblement plus jeune|ferme|lisse",
            "(dorm*|sommeil) (mieux|(plus (profond*|vite))|(toute la nuit)|(comme un bébé)|profond*|"
            "réparateur)",
            "(aide*|favoris*) [à|le|vos|votre|l'] (sommeil|dormir|endorm*|vous endormir|endormissement|"
            "digestion|digérer)",
            "(s'endorm*|endormez-vous|endors-toi) (plus|en|sans) *",
            "(tue|tuent|élimine) [#|toutes] [les|des] bactéries|germes|virus|microbes",
            "(bon|bonne|bons|excellent*) pour (le|la|les|votre|vos|ton|ta|tes) (cœur|coeur|articulation*|"
            "foie|ligne|digestion|santé|peau|transit|mémoire|nerfs)",
            "(remplace*) [vos|tes|les|le|un] (médicaments|cachets|médecin|somnifère*|antidouleur*|aspirine)",
            "(vertus|propriétés|bienfaits) (médicinal*|thérapeutique*|curati*|apaisant*|santé|(pour la "
            "santé))",
            "remède miracle|naturel|ancestral|efficace|infaillible|(de grand-mère)",
            "super-aliment*",
        ),
        "es": (
            "somnífero*|antihistamínic*|ibuprofeno|paracetamol",
            "sin receta [médica]",
            "eficacia _2 (probada|clínica|demostrada)",
            "clínicamente|científicamente|dermatológicamente|médicamente probad(o|a)s?|testad(o|a)s?|"
            "demostrad(o|a)s?|comprobad(o|a)s?",
            "(recomendad(o|a)s?|aprobad(o|a)s?|avalad(o|a)s?) por [los|las|nuestros] (médicos|veterinarios|"
            "dermatólogos|fisios|pediatras|expertos)",
            "detox*|anti-edad|anti-arrugas|anti-inflamatori(o|a)s?|anti-bacterian(o|a)s?|anti-estrés|"
            "quemagrasas|terapéutic(o|a)s?|curativ(o|a)s?|medicinal*|"
            "rejuvenec*|adelgaz*|depurativ(o|a)s?|milagros(o|a)s?|desintoxica*",
            "(perder|pierdes|pierde|bajar de|quemar) peso|kilos|grasa*|calorías",
            "(años|diez años|cinco años) más joven|(de encima)|menos",
            "(dorm*|duerm*|sueño) (mejor|(toda la noche)|(de un tirón)|(como un bebé)|profund*|reparador)",
            "(ayuda*) a [que] (dormir|conciliar|duerm*|descansar|digerir|relajar*|adelgazar)",
            "conciliar el sueño",
            "(mata|matan|elimina) [el] [#] [de] [las|los|todas las] bacterias|gérmenes|virus",
            "(bueno|buena|buenos|buenas|bien) para [la|el|las|los|tu|tus|su|sus] (corazón|articulaciones|"
            "hígado|salud|piel|tránsito|memoria|circulación|"
            "colesterol|tensión|huesos|digestión)",
            "(dejar|olvid*|olvíd*|sustituye*|adiós a|sin) [de|a|las|los] (pastillas|medicinas|medicación|"
            "médico|aspirina*)",
            "(propiedades|virtudes) (medicinal*|curativ*|terapéutic*)",
            "remedio [milagroso|natural]",
            "superalimento*",
            "(recomendad|aprobad|avalad|aconsejad|respaldad|prescrit)(o|a)s? por _1 "
            "(nutricionistas?|médic(o|a)s?|dietistas?|fisioterapeutas?|fisios|osteópatas?|pediatras?|"
            "dermatólog(o|a)s?|veterinari(o|a)s?|farmacéutic(o|a)s?|dentistas?|psicólog(o|a)s?|"
            "cardiólog(o|a)s?|matronas?|podólog(o|a)s?|terapeutas?|enfermer(o|a)s?|científic(o|a)s?)",
            "(médicos|nutricionistas|dermatólogos|fisioterapeutas|pediatras|veterinarios|podólogos|"
            "científicos|expertos "
            "en salud) [ya] [lo|la|los|las] (recomiendan|aconsejan|avalan|prescriben)",
            "(depura*|purifica*|desintoxica*|limpia*|oxigena*|regenera*|equilibra*) "
            "[tu|el|su|nuestro|todo el|la] (organismo|cuerpo|sangre|hígado|colon|riñones|interior)",
            "(adiós a|alivi*|contra|olvídate de|calma*|combat*|sin más) [la|tu|su] "
            "(acidez|pesadez|reflujo|indigestión)",
            "(perder|perderás|pierdes|pierde|perderá|bajar|bajas|bajarás|bajará|quema*|quitar*|quítate|"
            "elimina*|(adiós "
            "a)) [esos|los|unos|tus|sus|#|algún|de|un par de] "
            "(kilos|kilitos|quilos|peso|tallas?|michelines|grasa*|barriga)",
            "(sube*|eleva*|aumenta*|mejora*|estimula*|activa*|acelera*) [tu|el|la|su|tus|las] "
            "(metabolismo|circulación|concentración|digestión|digestiones|tránsito|rendimiento|"
            "fertilidad|libido|flora|inmunidad|salud|sueño)",
            "(alarga*|prolonga*) (tu|nuestra) vida",
            "(vivirás|vivir|vivirá) más (años|tiempo)",
            "(rejuvenece*|(quita* años)|(te quita* [#|diez|cinco] años))",
            "(efecto|efectos|poder|acción) "
            "(relajante|sedante|calmante|curativ(o|a)|sanador(a)?|antioxidante|antiinflamatori(o|a)|"
            "terapéutic(o|a)|depurativ(o|a)|reafirmante|desintoxicante)",
            "(menos|sin|reduc*|baja*|quita*|elimina*|alivia*|libera*|adiós a*) "
            "[de|el|la|los|tu|su|tus] (estrés|ansiedad|hinchazón|dolores|migrañas|jaquecas|insomnio)",
            "(duermes|dormirás|duerme|dormirá|dormir) como [un] bebé|lirón|tronco|angelito",
            "(vive*|vivir*) más y mejor",
            "(descarga*|alivia*|relaja*|protege*|fortalece*|regenera*) (las|los|tus|sus|la|tu|su|el) "
            "(cervicales|lumbares|articulaciones|rodillas|espalda|vista|músculos|riñones|hígado|"
            "columna|corazón|nervios|huesos)",
            "(notará*|sentirá*) [la diferencia|enseguida] (menos|más|mejor) _1 "
            "(nervios|dolor|dolores|energía|cansancio|hinchazón|estrés|vitalidad|ansiedad|piel)",
        ),
    }
)
