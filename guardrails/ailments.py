"""What heals and what ails, in four languages, of people and of pets."""

from __future__ import annotations

import re

from guardrails.lexicon import Lexicon

# Verbs of an effect; they count only in one sentence with something that ails.
EFFECTS = Lexicon(
    {
        "en": (
            "loosen*|unlock*|unwind*|limber*|fad(e|es|ed|ing)|barrier*|shield*|defen(ce|ces|se|d|ds|ding)|"
            "guard(s|ed|ing)?",
            "cur(e|es|ed|ing)|heal*|treat(s|ing|ed)?|treatment*|relie(f|ve|ves|ved|ving)|eas(e|es|ed|ing)|"
            "lower*|"
            "boost*|prevent*|fight*|clear(s|ed|ing)?|calm(s|ed|ing)?|reduc*|sooth*|banish*|beat(s|ing)?|"
            "stop(s|ped|ping)?|improv*|strengthen*|support(s|ed|ing)?|stimulat*|regulat*|balanc*|combat*|"
            "tackl*|"
            "target(s|ing)?|eliminat*|erase*|minimi(s|z)*|diminish*|shrink*|repair(s|ed|ing)?|restor(es|ing|"
            "ed)|revers*|rebuild*|"
            "regenerat*|alleviat*|counteract*|protect(s|ed|ing)?|speed*|raise*|increas*|settle*|tame*|quell*|"
            "aid(s|ing)?|flush*|purif*|cleans*|dissolv*|burn(s|ing)?|kill(s|ed|ing)?|help(s|ed|ing)?|skip|"
            "forget|"
            "ditch|end|ends|ended|gone|vanish*|disappear*|melt*|fewer|remedy|antidote|free|busts?|busting",
            "keep* _5 away|bay|down|check|healthy|regular|moving|loose|supple|limber|nimble",
            "get|gets|getting rid of",
            "goodbye|farewell to",
            "good|great|best|wonderful|brilliant|excellent|perfect|ideal|wonders for",
            "ward* off",
            "no more|longer",
            "take|takes _3 (off|away|out of)",
            "knock* _4 (out|(on the head))",
        ),
        "de": (
            "heil(t|en|te|end|ung|sam|same|samen)|linder*|senk(t|en|te|end|ung)|stärk(t|en|end|ung)|hilft|"
            "helfen|half|"
            "beugt|vorbeug*|befrei*|vertreib*|schützt|schützen|reduzier*|bekämpf*|verhinder*|beruhig*|löst|"
            "lösen|lösend|"
            "förder*|verbesser*|regulier*|stabilisier*|kurbel*|aktivier*|unterstütz*|regenerier*|reparier*|"
            "glätte(t|n)|"
            "milder(t|n)|minder(t|n)|wirkt|wirken|wirksam*|besiegt|behandel*|kurier*|stoppt|beseitig*|ade|"
            "adieu|tschüss|"
            "verschwind*|vergiss|weniger",
            "schluss mit",
            "nie wieder|mehr",
            "gut|wunder|bestens gegen|für|bei",
            "bringt|bringen _5 in|auf gang|schwung|trab",
            "gibt|geben _6 ruhe|nach",
            "hält|halten _5 fern|gesund|fit|schach",
            "kein* _2 mehr",
        ),
        "fr": (
            "prévi(ent|ennent|endra)|évit(e|ent|er|era|ez)|dissip*|endig*|désenfl*|décongestionn*|"
            "drain(e|ent|er)|assoupli*|dégonfl*|repouss(e|ent|er)|éloign*|atténu*|vain(c|cre|quez)|"
            "stopp*|fini(es)?|brûl(e|ent|er)|fond(re)?|désagrèg*|affin(e|ent|er)|ménag(e|ent|er)|"
            "adouci*|estomp*|disparai*|disparaî*|tonifi*|fortifi*|rétabli*|recouvr*|cicatris*|libèr*|"
            "libér*",
            "guéri(t|r|s|ssent|ssez|ra)?|soulag*|soign*|rédui(t|re|sent|sez|ra)|apais*|renforc*|prévien*|"
            "prévenir|élimin*|"
            "combat*|protèg*|protég*|chass*|calm(e|ent|er|era)|diminu*|attén*|améliore*|stimul*|régul*|"
            "favoris*|lutt*|"
            "répar*|régénèr*|régénér*|effac*|liss(e|ent|er)|débarrass*|détend*|dénou*|remède*|trait(e|ent|"
            "er)|aid(e|ent|er)|"
            "adieu|finie?s?|boost*|équilibr*|purifi*|contre|oubli(ez|e|er)|moins|terminée?s?",
            "bon|bonne|bons|idéal|excellent|parfait pour|contre",
            "fait|font|faire baisser|disparaître|fondre|reculer|(du bien)|chuter|tomber",
            "plus de|d'|jamais",
            "(se dégag(e|ent))|(redescen*)|(passent? (leur|son) chemin)|(s'en (va|vont))",
        ),
        "es": (
            "cur(a|an|ar|ará)|alivi*|san(a|an|ar)|baj(a|an|ar)|redu(ce|cen|cir|cirá)|refuerz*|reforz*|"
            "previen*|prevenir|"
            "combat*|elimin*|fortalec*|proteg*|olvid*|olvíd*|calm(a|an|ar)|mejor(a|an|ar|ará)|estimul*|"
            "regul(a|an|ar)|repar*|"
            "regener*|borr(a|an|ar)|suaviz*|disminuy*|disminuir|atenú*|lucha*|remedio*|trat(a|an|ar|"
            "amiento)|ayud*|adiós|"
            "libra*|despíd*|evit(a|an|ar)|depur*|quit(a|an|ar)|acab(a|an|ar)|menos|contra|aument*|equilibr*|"
            "desaparec*",
            "buen(o|a|os|as)|mano|ideal de|para",
            "va|van|viene|vienen [muy] bien|genial|(de maravilla)",
            "destap*|(por la coladera)",
            "se (va|van|marcha|marchan|esfuma|esfuman) *",
            "nunca|rastro [más] *",
        ),
    }
)
AILMENTS = Lexicon(
    {
        "en": (
            "(tennis|golfer's) elbow",
            "plantar fasciitis|carpal tunnel|sinus*|pollen|antihistamine*|congestion",
            "anxiety|anxious|insomnia|sleeplessness|eczema|psoriasis|rosacea|dermatitis|arthritis|arthrit*|"
            "inflam*|depression|migraine*|"
            "headache*|hangover*|nausea|cholesterol|flu|influenza|diabet*|cancer*|tumou?r*|immun*|toxin*|"
            "acne|blemish*|pimple*|breakouts|"
            "allerg*|hay-fever|asthma|infect*|bacteria*|virus*|germs|dementia|alzheimer*|bloat*|indigestion|"
            "constipation|heartburn|reflux|diarrh*|fatigue|burnout|cellulite|wrinkle*|(fine lines)|(crow's "
            "feet)|"
            "(stretch marks)|scar|scars|scarring|osteoporosis|rheumat*|sciatica|cramp|cramps|vertigo|"
            "tinnitus|snoring|"
            "menopaus*|(hot flushes)|(hot flashes)|hormon*|(period pains?)|pms|adhd|autism|parasites|"
            "tapeworm*|fleas|ticks|"
            "colic|teething|(nappy rash)|(diaper rash)|rash|rashes|sunburn|swelling|bruis*|wounds|ulcers?|"
            "warts|(athlete's foot)",
            "blood pressure|sugar|glucose|circulation",
            "a|common|chesty|winter cold",
            "colds [and flu]",
            "sniffle|sniffles|sneezes|cough|coughs|(sore throats?)",
            "the cold (packs|clears|goes|lifts|passes|leaves|gives)",
            "joint|joints|knees|muscles? pain*|stiff*|sore*|ache*|health|mobility|function|recover*|tissue",
            "(back|neck|chronic|muscle|muscular|joint|nerve|stomach|tummy|shoulder|knee|tooth|period) pain*|"
            "ache*|tension|spasm*",
            "aches [and] [pains]",
            "backache|toothache|earache|stomach-ache",
            "(aching|stiff|sore|swollen|inflamed|tired|creaky|painful) joints|muscles|backs?|necks?|knees|"
            "hips|legs",
            "pain|pains|pain-killer*",
            "hair-loss|thinning hair",
            "heart disease|attack*|(burn)|health",
            "stress levels|hormone*|headache*",
            "stress|cortisol",
            "metabolism|digestion|digestive|gut [health|flora|bacteria]",
            "(your|healthy|strong|weak) immune|gut|liver|kidney*|bones|heart|lungs|(nervous system)",
            "(memory|cognitive) loss|decline|function|fog",
            "brain-fog|(dark circles)|(age spots)",
            "sagging skin|*",
            "skin (barrier|cells|damage|conditions?|elasticity)|(at a cellular level)",
            "collagen|elastin",
        ),
        "de": (
            "(rissig|gereizt|schuppig|entzündet|spröd|wund)(e|er|en)? haut|hände|lippen|fersen|stellen",
            "schrunden|hautausschlag|ausschlag|juckreiz|sonnenbrand|herpes|warze*|fußpilz|nagelpilz|"
            "hämorrhoid*|gicht|hexenschuss|blasenentzünd*|prostata*|couperose|rosacea|cellulitis|"
            "hexenschuß|bandscheib*|karpaltunnel*|menstruation*|pms|wadenkrämpf*|krampf|gastritis|"
            "magenschmerz*|bauchkrämpf*|seekrankheit|reiseübelkeit|winterdepression|jetlag|"
            "konzentrationsschw*|vergesslich*|nervosität|unruhe",
            "angst|ängste|angstzust*|schlaflos*|schlafstör*|einschlafstör*|ekzem*|neurodermitis|"
            "schuppenflechte|arthrose|arthritis|"
            "entzünd*|depression*|migräne|kopfschmerz*|kopfweh|cholesterin*|blutdruck*|blutzucker*|grippe*|"
            "erkält*|schnupfen|husten|"
            "diabetes|krebs|tumor*|immun*|abwehrkräfte|abwehr|rückenschmerz*|rückenleiden|nackenschmerz*|"
            "gelenk*|allergi*|heuschnupfen|asthma|"
            "infekt*|akne|pickel|verdauungs*|blähung*|sodbrennen|verstopfung|übelkeit|müdigkeit|cellulite|"
            "falten|fältchen|narben|"
            "osteoporose|rheuma*|ischias|krämpfe|krampfadern|muskelkater|muskelschmerz*|verspannung*|"
            "tinnitus|schnarchen|wechseljahr*|hormon*|"
            "haarausfall|schmerz|schmerzen|bakterien|viren|keime|parasiten|flöhe|zecken|stresshormon*|"
            "stoffwechsel|verdauung|darmflora|"
            "durchblutung|kreislauf|herz-kreislauf*|leber|nieren|knochen|nervensystem|demenz|burnout|kater|"
            "bauchschmerz*|bauchweh|"
            "regelschmerz*|zahnschmerz*|halsschmerz*|wunden|hautalterung|hautbarriere|kollagen*|augenringe|"
            "altersflecken|giftstoffe|schlacken|stress",
        ),
        "fr": (
            "sinus|bronches|sinusite|(nez bouché)|toux|engelures|(coups? de soleil)|piqûres?|hématomes?|"
            "escarres?|phlébite|arythmie|zona|"
            "herpès|gastrite|colites?",
            "irritations?|démangeaisons?|rougeurs?|tendinites?|gerçures?|crevasses|contractures?|"
            "entorses?|torticolis|lumbago|hernie|spasmes|vertiges|acouphènes|apnée|tiraillements|"
            "aphtes|verrues|mycoses?|pellicules|poches|varices|rétention|anémie|carences?|surmenage|"
            "déprime|nervosité|angine|sinusite|rhinite|bronchite|toux|fièvre|coliques|brûlures|"
            "reflux|aigreurs|tabac|sevrage|alzheimer|thyroïde|prostate|diarrhée*|calvitie|otites?",
            "(mains|pieds|lèvres|peaux?|talons?) (gercée?s?|crevassée?s?|abîmée?s?|irritée?s?|à "
            "problèmes?|atopiques?|malades?)",
            "peau (se|à) (répar*|régénèr*|cicatris*)",
            "(les|des|vos|tes) (graisses?|calories|kilos|bourrelets|capitons)",
            "masse grasse",
            "(rythme|risque*|troubles?) (cardia*|cardio*|digesti*|du sommeil|de l'humeur|hormona*|"
            "articulaire*)",
            "(genoux?|dos|cou|nuque|épaules?|hanches?|pieds|jambes|chevilles?|yeux|muscles?) "
            "(douloureu*|raides?|fatigué*|endolori*|gonflé*|fragiles?|en compote|qui (tir*|coinc*|"
            "grinc*|lanc*))",
            "anxiété|angoisse*|insomnie*|eczéma|psoriasis|rosacée|arthrite|arthrose|inflamm*|dépression|"
            "migraine*|cholestérol|"
            "hypertension|glycémie|grippe|rhume*|diabète|cancer*|immunit*|immunitaire*|toxines|allergi*|"
            "asthme|"
            "acné|boutons|infection*|douleur*|courbature*|crampes|ballonnement*|digestion|digestif|"
            "digestive|transit|constipation|nausée*|fatigue|"
            "cellulite|rides|ridules|cicatrices|vergetures|ostéoporose|rhumatisme*|sciatique|articulation*|"
            "articulaire*|ménopause|hormon*|"
            "ronflement*|bactéries|microbes|virus|parasites|puces|tiques|stress|cortisol|métabolisme|"
            "circulation|"
            "foie|reins|cernes|collagène|(jambes lourdes)|(gueule de bois)|burn-out|mémoire",
            "maux de|d' *",
            "mal de|au|aux dos|tête|ventre|gorge|dents|*",
            "tension artérielle",
            "système immunitaire|nerveux|digestif",
            "défenses [naturelles|immunitaires]",
            "chute des|de cheveux",
        ),
        "es": (
            "hongos de|en las|los|la uñas|pies|piel",
            "juanetes?|sabañon*|bronquios|(la tos)|mocos|sinusitis",
            "ansiedad|insomnio|eccema*|psoriasis|rosácea|artritis|artrosis|inflamaci*|inflamad(o|a)s?|"
            "depresión|migraña*|jaqueca*|(dolor(es)?)|colesterol|"
            "hipertensión|glucosa|gripe*|resfriad*|catarro*|diabetes|cáncer|tumores|defensas|inmun*|toxinas|"
            "alergi*|asma|acné|granos|"
            "infecci*|hinchaz*|gases|digestión|digestiv(o|a)s?|estreñimiento|ardor*|náuseas|fatiga|"
            "cansancio|celulitis|arrugas|cicatrices|estrías|"
            "osteoporosis|reuma*|ciática|articulaci*|articular*|menopausia|hormon*|(caída del *)|ronquidos|"
            "bacterias|gérmenes|virus|parásitos|pulgas|"
            "garrapatas|estrés|cortisol|metabolismo|circulación|hígado|riñones|ojeras|colágeno|memoria|"
            "contracturas|calambres|agujetas|resaca",
            "tensión [arterial|alta]",
            "presión arterial",
            "azúcar en sangre",
            "sistema inmun*|nervioso|digestivo",
            "caída del|de pelo|cabello",
            "dolor(es)? [de|en] [la|el|las|los] *",
        ),
    }
)
# What no shop's mail speaks of in passing; other ailments are also idioms ("a headache to assemble").
GRAVE = re.compile(
    r"eczema|psoriasis|rosacea|dermatitis|arthrit|cholest|diabet|asthma|blood pressure|blood sugar|insomnia|"
    r"dementia|"
    r"sniffle|the cold |alzheimer|osteopor|rheum|sciatica|menopaus|hormon|immun|inflam|ekzem|neurodermitis|"
    r"arthros|blutdruck|blutzucker|"
    r"entzünd|migr|schlaflos|eczéma|rosacée|tension artérielle|hypertension|glycémie|insomni|eccema|artr|"
    r"presión arterial|"
    r"colesterol|hipertensi|catarro|grippe|erkält|bluthoch|schlafstör|influenza|gripe"
)
