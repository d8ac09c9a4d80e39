"""What assistants say to whoever prompted them, and no shop to its customers; lists, and nothing else."""

from __future__ import annotations

from guardrails.lexicon import Lexicon

# Nobody says these to a customer.
CERTAIN = Lexicon(
    {
        "en": (
            # who speaks
            "as an [(advanced|artificial|large)] ai|(language model)|(virtual assistant)|chatbot",
            "as a large|trained|text-based language|ai model",
            "i'm|(i am) [just|only] an? ai|chatbot|bot|llm|(language model)|(virtual assistant)",
            "knowledge cut-off",
            "my training data|cutoff|programming|(system prompt)",
            "written|generated|created|drafted|produced by chatgpt|gpt|(an ai)|ai|claude|gemini|copilot",
            # an answer is announced
            (
                "here's|(here (is|are))|(below (is|are)) [an?|the|your|my|one|some|two|three] _3 e-mails?|"
                "newsletter|draft|rewrite|(subject line)s?|preheaders?|(marketing copy)"
            ),
            (
                "here's|(here (is|are))|(below (is|are)) [an?|the|your|my|some|two|three] _1 (revised|"
                "rewritten|shortened|shorter|updated|polished|edited|improved|requested|punchier) _1 copy|"
                "version|text|message|blurb|body|variants?|take|option"
            ),
            (
                "here's|(here (is|are)) an?|the|your (warmer|shorter|longer|softer|tighter|drier|lighter|"
                "brighter|calmer|simpler|friendlier|funnier|cheekier|punchier|gentler) _3 version|take|"
                "variant|rewrite|draft"
            ),
            "(avoided|avoids|avoiding|without|omits|omitted|left out) the banned|forbidden|prohibited "
            "terms?|words?|phrases?|list",
            "kept|keeps|keeping [it] (to|under|within) # [short] paragraphs|words|characters|sentences",
            "(if you'd|(if you (want|prefer|would))) _2 [a|an|another] warmer|drier|cheekier|punchier|softer|"
            "shorter|longer _1 variant|version|take|draft",
            "here's|(here (is|are)) the|your|some|my copy for|in|with|under|that|you",
            (
                "(sure|certainly|absolutely), here's|(here (is|are)) an?|your|my|one warm|cook|short|"
                "friendly|playful|concise|complete|revised _3 e-mail|copy|text|message"
            ),
            (
                "(of course|sure|certainly|absolutely|no problem), i'll|i've|(i (can|have)) _3 write|draft|"
                "rewrite|revise|create|generate|shorten|craft|written|drafted|rewritten|revised|shortened|"
                "crafted"
            ),
            "(rewritten|revised|shortened|reworded|edited|adjusted) to be|sound|fit|stay",
            "as per|(per) your request|instructions|brief|prompt|guidelines|specifications",
            (
                "per|following|(based on)|(according to)|(in line with)|(in accordance with) your|the "
                "[provided|given|supplied|above] instructions|prompt|guidelines|input|specifications|brief"
            ),
            (
                "as requested|specified|instructed|required|pointed in|by|per the|your brief|prompt|"
                "instructions|briefing"
            ),
            "as instructed|specified, no|i|the|without|with|here",
            (
                "tone|style|length|e-mail|copy|draft|voice [is] as|per requested|instructed|specified|"
                "briefed|(the brief)|brief"
            ),
            # more is offered
            (
                "let me know if [you'd|(you (would|want|need|wish))] _3 (me to)|changes|edits|adjustments|"
                "revisions|tweaks|modifications|variations|variants"
            ),
            (
                "let me know if [you'd|(you (would|want|need|wish))] _2 another|different|shorter|longer|"
                "alternative|(more formal) version|draft|variant|take|tone|(subject line)"
            ),
            (
                "let me know if [you'd|(you (would|want|need|wish))] _4 changed|adjusted|shortened|"
                "rewritten|tweaked|revised|reworded|shorter|longer|punchier|(more|less) (formal|playful|"
                "casual)"
            ),
            "(would you like)|(do you want) me to",
            (
                "(shall i)|(should i)|(happy to)|(glad to)|(i can also)|(i could also)|(i'd be happy to)|"
                "(want me to) _1 adjust|rewrite|shorten|tweak|revise|draft|generate|translate|rephrase|"
                "lengthen|reword"
            ),
            (
                "(shall i)|(should i)|(i can also)|(i could also)|(i can)|(want me to) _1 make|write|"
                "provide|offer|suggest|prepare|do _3 shorter|longer|version|variant|variants|variations|"
                "draft|tone|copy|e-mail|(subject line)s?|punchier|softer|formal"
            ),
            (
                "feel free to adjust|edit|modify|tweak|adapt|revise|rewrite|(fill in)|(swap out) it|this|"
                "the|any|as|accordingly|placeholders?|where"
            ),
            "i hope this helps|(works for you)|(meets your)|(fits your)|e-mail|copy|draft|version",
            # the work is explained
            (
                "i|i've|i'll|(i have) [also] [deliberately|carefully|purposely|intentionally] kept|avoided|"
                "used|included|focused|focussed|highlighted|emphasi(s|z)ed|ensured|removed|replaced|omitted|"
                "(left out)|chose|added|maintained|followed|adhered|incorporated|stuck|respected|opted|"
                "tried|aimed _8 tone|(brand voice)|(brand's voice)|(your brand)|(the brand)|brief|"
                "guidelines|instructions|(fact sheet)|slots?|placeholders?|cta|(call to action)|preheader|"
                "(subject line)|(banned words)|superlatives|claims|copy|(character (limit|count))|(word "
                "(limit|count))|characters|emojis|(exclamation (mark|point)s?)"
            ),
            (
                "(kept|keeping|stays|staying|stayed|remains|fits|is) [it|well] under|within|below [the|a] "
                "[#] word|character|char limit|limits|count|maximum"
            ),
            "within|under|below the [#] word|character|char limit|limits|count",
            "(word|character) count, #",
            (
                "(subject line)|preheader|copy|cta|(call to action)|draft|rewrite [also] (aims to)|(is "
                "(designed|meant|written) to)|uses|highlights|emphasi(s|z)es|keeps|avoids|focuses|follows|"
                "includes|stays|adheres|respects|meets|complies|creates|conveys|maintains|leverages|(leans "
                "on)|appeals"
            ),
            "this|the version|e-mail|text leans on curiosity|benefit|value|(social proof)|urgency",
            (
                "mentioned|given|provided|specified|stated|listed in the brief|facts|prompt|input|(fact "
                "sheet)|(product data)|instructions"
            ),
            (
                "(no|not|isn't) [information|details] [explicitly|about|on] _3 provided|given|specified|"
                "stated|mentioned|available in the facts|brief|prompt|input|(fact sheet)|(product data)"
            ),
            "creative brief",
            "brief allows|says|asks|did|does|mentions",
            # the trade's own words
            "fact sheet|facts_used",
            "json schema|object|format|response|output",
            "provided|given|supplied [product] facts|(fact sheet)|(product information)|(product data)|input",
            "facts|information|(product data) provided|given|supplied",
            "according to|(based on)|from the facts|(product data)|field|attribute",
            "(taken|comes|came) from the _2 field|attribute|(fact sheet)",
            "system|developer prompt|instructions",
            (
                "ignore|disregard|forget|override [all|any|of|the|these|your|my] previous|prior|above|"
                "earlier|preceding|foregoing instructions?|prompts?|text|messages?|rules|guidelines|orders"
            ),
            "target|intended audience|segment|demographic|recipients?",
            (
                "at-risk|lapsed|dormant|slipping|churned|inactive customers?|segment|cohort|buyers|"
                "subscribers|shoppers"
            ),
            "(customer|this|champion|loyal|prospect|lapsed) segment|cohort",
            "curiosity|benefit|social_proof|(social proof)|value angle",
            "user asked|requested|(is asking)|(wants me)|(wants a)|(wants an)|(has asked)|specified|provided",
            "in the brand's [own] voice",
            "your brand guidelines|voice",
            "if the brand|client|shop|(marketing team) prefers|wants|would|needs",
            "(alternative|alternate|second|another|backup|shorter) (subject [line]|draft|headline|preheader)",
            "note|s|ps for the|your editor|team|marketer|client|designer",
            "note to [the] editor|team|marketer|client|designer|reviewer",
            # a refusal
            (
                "i can't|cannot|won't|(can not)|(am unable to)|(am not able to) [fully] assist|comply|"
                "fulfil*|(help (with (that|this|the) request|you with (that|this)))|generate|(make [any] "
                "claims)|((create|write|produce|provide|draft) (this|that|such|content|copy|marketing|false|"
                "misleading|e-mail|e-mails))"
            ),
            (
                "(i'm|i am) (unable to)|(not able to)|(not comfortable) [with] assist|assisting|help|"
                "helping|write|writing|create|creating|generate|generating|provide|providing|comply|"
                "complying|make|making"
            ),
            (
                "(i'm|i am) sorry, but i can't|cannot|won't|(am unable) help|assist|write|create|provide|"
                "comply|generate|do"
            ),
            "against my|openai's guidelines|policies|policy|programming",
            # thought aloud
            "let me draft|rewrite|revise|craft this|a|an|the|it|another",
            "i need to write|draft|create|craft the|an?|this _2 e-mail|copy|newsletter|subject|blurb",
            "(end of) e-mail|copy|draft|newsletter|prompt|response|output",
            "copy|draft|e-mail ends here",
        ),
        "de": (
            "(anmerkung|hinweis|notiz|kommentar), _6 (laut|gemäß|nach) (vorgabe|vorgaben|briefing|"
            "auftrag|anweisung)",
            "(text|mail|e-mail|betreff|entwurf|fassung) _3 (formuliert|verfasst|gehalten|optimiert) "
            "(gemäß|laut|nach|wie|auf)",
            "(lass|lassen|lasst) [sie] mich [gern|gerne|bitte] wissen, (wenn|falls|ob)",
            "(gib|geben|sag|sagen) [sie] mir [gern|gerne|bitte|einfach|kurz] (bescheid|feedback|"
            "rückmeldung), (wenn|falls|ob) _6 anpass*|ändern|änder*|überarbeit*|kürz*|ton|tonfall|"
            "variante*|version*",
            "(erwähne|nenne|verwende|vermeide|erfinde|behaupte|formuliere) ich [hier|daher|deshalb|"
            "bewusst] _3 rabatt*|preis*|angebot*|code*|superlativ*|frist*|verknappung*|dringlichkeit|"
            "emojis|ausrufezeichen|aussage*|heilversprechen|produktnamen|fakten",
            "(da|weil) [hier|leider|aktuell] kein* (angebot|rabatt|code|preis*|daten|angaben|"
            "informationen|produktdaten|frist|fakten) (vorliegt|vorliegen|angegeben|vorhanden|genannt|"
            "mitgegeben|hinterlegt)",
            "(text|copy|mail|e-mail|fassung|entwurf|betreff|betreffzeile|tonalität|ansprache) (ist|wurde|"
            "bleibt|hält|enthält|entspricht|richtet|umfasst) _5 vorgaben|briefing|zielgruppe|"
            "markenstimme|tonalität|zeichen|zeichenlimit|vorgegeben|gekürzt",
            "keine (preise|fakten|rabatte|superlative|daten|angaben) erfinden|erfunden",
            "ich (darf|soll|sollte|muss) _4 erfinden|erwähnen|ausgeben",
            "(offer|discount|segment|cohort|locale|angle) (gleich|ist|=) null|leer|none",
            "(gemäß|laut|entsprechend) [dem|der|den|ihrem|deinem|eurem|ihren|deinen|ihrer|deiner|eurer] "
            "briefing|vorgaben?|"
            "prompt|styleguide|stilvorgaben|markenvorgaben|produktdaten|produktblatt|datenblatt|"
            "faktenblatt|aufgabenstellung|anweisung|anweisungen|guidelines|richtlinien|markenstimme",
            "aufgabenstellung|styleguide|brand-voice|cta-text|vorschautext|blindtext|platzhaltertext|"
            "beispieltext|mustertext|textvorschlag|formulierungsvorschlag|zielgruppenansprache",
            "zeichen (inklusive|inkl|ohne|mit) leerzeichen",
            "(max|maximal|höchstens) # zeichen|wörter|wörtern|worte",
            "hier [ist|kommt|haben sie|hast du] (ein*|die|der|deine|ihre) _2 (version|variante|fassung|"
            "entwurf) _2 "
            "((der|des|für die|für den|ihrer|deiner) (mail|e-mail|betreffs|betreff|textes|nachricht|"
            "newsletters))",
            "verbotenen? (wörter|begriffe|wörtern|begriffen)",
            "(hier|das) (der|die|ein*|mein*) (betreff|betreffzeile|preheader|fließtext|newslettertext|"
            "e-mail-text)",
            (
                "als ki|(künstliche intelligenz)|(großes sprachmodell)|sprachmodell|ki-assistent*|ki-modell|"
                "(virtueller assistent)|chatbot"
            ),
            "ich bin [nur|lediglich] eine? ki|sprachmodell|chatbot|(künstliche intelligenz)|ki-*",
            "mein* trainingsdaten|systemprompt|wissensstand",
            "von chatgpt|(einer ki)|ki|gpt geschrieben|erstellt|generiert|verfasst",
            (
                "hier [ist|sind|kommt|kommen|findest|finden|findet|haben] [du|sie|ihr] eine?|einen|der|"
                "die|das|ihre?n?|"
                "deine?n?|mein|zwei|drei|einige _4 e-mail|newsletter*|mail|entwurf|entwürfe|textentwurf|"
                "betreffzeilen?|werbetext|mailtext|e-mail-text"
            ),
            (
                "hier [ist|sind|kommt] [eine?|die|der|das|ihre?|deine?] (überarbeitet|gekürzt|angepasst|"
                "verbessert|gewünscht|final|neu|kürzer)* version|fassung|variante|entwurf|text"
            ),
            "(gerne?|klar|natürlich), ich habe|hab|kann|schreibe|formuliere|passe",
            (
                "wie [von] [ihnen|dir|euch] gewünscht|gefordert|verlangt|angefordert|vorgegeben|"
                "angewiesen, hier "
                "(ist|sind|kommt)"
            ),
            (
                "wie [von] [ihnen|dir|euch] gewünscht|gefordert|vorgegeben|angewiesen ohne|mit|unter|"
                "nerdig|kurz|"
                "locker|sachlich|warm"
            ),
            (
                "tonfall|ton|stil|länge|ansprache|anrede|tonalität [ist|sind] wie|gemäß|laut gewünscht|"
                "gefordert|vorgegeben|verlangt|besprochen|briefing|vorgabe"
            ),
            (
                "gemäß|entsprechend|laut|nach|(auf basis)|im|vom|zum [der|dem|den|ihrer|ihren|deiner|ihrem|"
                "deinem] [ihrer|ihren|deinen|euren] briefing|anweisung*|faktenblatt|prompt|markenrichtlinien|"
                "produktdaten|stilvorgaben"
            ),
            (
                "soll|(möchten sie, dass)|(möchtest du, dass)|kann|könnte|(wollen sie, dass)|(willst du, "
                "dass) ich _4 (kürz|umschreib|anpass|umformulier|überarbeit|verlänger|übersetz)*"
            ),
            (
                "soll|(möchten sie, dass)|(möchtest du, dass) ich [den|die|das] [text|betreff|ton|version|"
                "mail|e-mail] _2 ändern|ändere|schreiben|schreibe"
            ),
            (
                "(sag|sagen|sagt|gib|geben|gebt|lass|lassen|lasst) [(sie mir)|mir|(mich wissen)|mich] "
                "[gerne|gern] "
                "[bescheid,] (wenn|falls|ob) (du|sie|ihr|ich) _4 änderungen|anpassungen|version|variante|"
                "anpassen|ändern|kürzen|kürzer|formeller|tonfall|fassung|entwurf"
            ),
            "ich hoffe, das|dies|der|die _2 hilft|weiterhilft|passt|entspricht",
            "gerne? passe|kürze|ändere|formuliere|überarbeite ich",
            (
                "ich habe [mich|den|die|das|dabei|bewusst|darauf] _7 tonfall|tonalität|markenstimme|"
                "briefing|vorgaben|zeichenlimit|zeichenzahl|zeichenbegrenzung|wortlimit|anweisungen|"
                "richtlinien|platzhalter|betreffzeile|faktenblatt|superlative|ausrufezeichen|werbeaussagen|"
                "emojis|aussagen"
            ),
            (
                "(preis|code|angaben|daten|rabatt|material) _3 dem|den|aus [dem|der|den] [feld|attribut*|"
                "produktdaten|datenblatt|faktenblatt|daten|fakten] _2 entnommen|übernommen"
            ),
            (
                "(im|unter|innerhalb) [des|dem|der] zeichenlimits?|wortlimits?|zeichenbegrenzung|"
                "zeichengrenze|zeichenzahl"
            ),
            "zeichenzahl|zeichenanzahl|wortanzahl|wortzahl",
            (
                "diese|die|der betreffzeile|entwurf|mailtext|preheader|fassung|variante (setzt auf)|betont|"
                "vermeidet|hält|verwendet|spricht|hebt|nutzt|bleibt"
            ),
            (
                "daher|deshalb|also habe ich keinen|keine|es|ihn|sie|das genannt|weggelassen|erwähnt|"
                "ausgelassen|verwendet"
            ),
            "du-form|sie-form, unter|wie|gewünscht|eingehalten|verwendet",
            "faktenblatt|faktenbogen|json-*|systemprompt|system-prompt",
            (
                "(bereitgestellt|vorliegend|mitgeliefert|übermittelt)en? fakten|daten|informationen|"
                "produktdaten|angaben"
            ),
            "(in|laut|nach) den [angegebenen] fakten|produktdaten _2 nicht|entnommen|angegeben",
            "zielgruppe|kundensegment|kohorte|zielkunden",
            "dieses segment",
            "(abgewandert|inaktiv|abwanderungsgefährdet)* kund*|segment",
            "der nutzer|prompt möchte|will|hat|bittet|verlangt|lautet",
            (
                "(ignorier*|vergiss|missachte*) [alle|die|sämtliche|deine|ihre|eure] [vorherigen|obigen|"
                "bisherigen|vorigen|früheren] anweisungen|befehle|instruktionen|vorgaben|prompts?"
            ),
            "vorherigen|obigen|bisherigen|vorigen anweisungen|instruktionen|prompts?",
            "(zweite|dritte|alternative|weitere|alternativer) betreffzeile|überschrift|betreff",
            "falls die|der|das marke|kunde|shop|unternehmen|marketing _2 bevorzugt|möchte|will|wünscht",
            "(hinweis|anmerkung|notiz) an|für die|den|das|der redaktion|marketing|team|kunden|grafik",
            (
                "(ich kann|leider kann ich) [dabei|das|diese|dieser|hier|ihnen|dir|euch] [leider] nicht "
                "helfen|"
                "erfüllen|nachkommen|erstellen|unterstützen|verfassen"
            ),
            "ich kann diese|dieser|solche anfrage|aufforderung|anweisung|inhalte",
            (
                "tut mir leid, aber|doch ich kann|darf das|diese|dieser|keine|nicht|ihnen|dir|euch _3 helfen|"
                "schreiben|erstellen|erfüllen|liefern|formulieren"
            ),
            "ende der|des e-mail|mail|textes|newsletters|entwurfs|ausgabe",
        ),
        "fr": (
            "en tant qu'ia|qu'intelligence|qu'assistant|(que modèle)|(que chatbot)",
            (
                "je suis [juste|seulement|qu'] une? ia|(intelligence artificielle)|(modèle de langage)|"
                "(assistant virtuel)|chatbot"
            ),
            "modèle de langage",
            "mes données d'entraînement",
            "(rédigé|généré|écrit|créé)e? par chatgpt|gpt|(une ia)|(l'ia)|(intelligence artificielle)",
            (
                "voici [une?|le|la|l'|votre|ton|ta|mon|quelques|deux|trois|les] _3 e-mail|mail|courriel|"
                "brouillon|newsletter|(objet [de|d'])|(ligne d'objet)"
            ),
            (
                "voici [une?|le|la|votre|ta] _1 texte|proposition|version|accroche (révisée?|raccourcie?|"
                "retravaillée?|corrigée?|demandée?|finale?|mise? à jour|plus courte?|adaptée?|conforme|de "
                "newsletter|de mail|pour (votre|la|ta) (marque|campagne|boutique|cible))"
            ),
            "(bien sûr|certainement|avec plaisir|d'accord|parfait|entendu|volontiers|absolument), [et] voici "
            "(le|la|l'|un|une|votre|ton|ma|mon|quelques|trois|deux) "
            "(texte|message|version|proposition|objet|copie|mail|courriel|e-mail|contenu|rédaction|variante*|"
            "idées|accroche|brouillon|réponse|résultat)",
            "voici (une|la|cette) [autre|petite] (variante|version|mouture|déclinaison|"
            "reformulation) _3 (courte|"
            "longue|formelle|chaleureuse|sobre|directe|légère|enjouée|demandée?|percutante|révisée|"
            "avec|sans)",
            "voici (une|la|cette|ta|votre) [autre|nouvelle] (variante|version|mouture|proposition) _3 ((du|"
            "de|de "
            "la|pour le|de votre|de ton) (mail|courriel|e-mail|message|texte|objet|newsletter))",
            "mots (interdits|bannis|proscrits)",
            "dépasser [les] # (mots|caractères)",
            "voici (ma|mon|ce que j'ai) (proposition|version|texte|rédigé|écrit|préparé|suggestion|brouillon|"
            "réponse)",
            "voici (le|un|votre) (texte|message|contenu) (:|marketing|publicitaire|promotionnel|"
            "commercial|final)",
            "(ce|cette|la|le|cet|l') (proposition|version|texte|mail|message|objet|accroche|"
            "rédaction) [vous] "
            "(correspond|convient|répond|respecte|reste|tient) [bien|au|à|aux|dans|en|compte] [au|aux|la|les|"
            "le|vos|votre|de] (brief|consignes?|demande|contraintes?|limites?|attentes|ton|charte|cahier)",
            "j'espère que _5 (convient|conviendra|correspond*|attentes|brief|demande|plaira au client)",
            "comme [vous] [l'avez] demandé|convenu|requis|indiqué dans|sans|avec|par",
            "comme le demande|demandait|prévoit|veut|voulait|stipule le brief",
            (
                "conformément|selon|d'après|suivant|respectant [à|aux|au|le|la|les|vos|tes|votre|ton] "
                "consignes|instructions|brief|(fiche [produit] fournie)|(données fournies)|(faits fournis)|"
                "(charte de la marque)"
            ),
            "au|du|le|dans le brief",
            "(souhaitez-vous)|(veux-tu)|(voulez-vous)|(souhaites-tu)|(aimeriez-vous) que je",
            (
                "(dites-moi|dis-moi|faites-moi savoir|me dire|me faire savoir) si vous|tu|je _5 "
                "modifications?|ajustements?|version|variante|modifie|raccourcisse|ajuste|ton|proposition"
            ),
            (
                "(n'hésitez|n'hésite) pas à [le|la|l'|les] adapter|modifier|ajuster|raccourcir le|la|les|ce|"
                "si|selon|en|votre"
            ),
            (
                "je peux [aussi|également] [vous|te|le|la|en] [le|la] raccourcir|modifier|proposer|rédiger|"
                "ajuster|reformuler|adapter _4 version|variante|texte|objet|ton|mail|e-mail"
            ),
            "j'espère que cela|ça vous|te|convient|conviendra|correspond|aide|aidera",
            (
                "j'ai [bien|aussi|volontairement] respecté|évité|gardé|utilisé|veillé|conservé|opté|limité|"
                "inclus|intégré|retiré|privilégié|omis _7 ton|limite|caractères|consignes|brief|mots|objet|"
                "marque|accroche|superlatifs|points|emojis|allégations"
            ),
            "(nombre|limite) de caractères|mots|signes",
            (
                "cet|l'objet|l'accroche|(cette accroche)|(cet objet)|(cette proposition) (met l'accent)|"
                "(met en avant)|évite|respecte|utilise|s'adresse|vise|(joue sur)"
            ),
            "ton [conforme|adapté] au|comme demandé|souhaité|brief",
            "fiche de faits|(faits fournis)",
            "schéma|objet|format json",
            "(faits|données|informations|éléments) (fourni|transmis)(e?)s?",
            "public|clientèle|audience cible|visée?|ciblée?",
            "(segment|cohorte) de|client|ciblée?|visée?",
            "ce segment|(cette cohorte)",
            "clients? inactifs?|dormants?|(à risque)|perdus?",
            "l'utilisateur veut|demande|souhaite|(a demandé)",
            (
                "(ignore|ignorez|oublie|oubliez) [toutes] [les|vos|tes|mes] instructions|consignes|règles "
                "précédentes|(ci-dessus)"
            ),
            "instructions|consignes précédentes|système|initiales",
            "invite|message|prompt système",
            "(deuxième|seconde|autre|troisième) accroche|objet|(ligne d'objet)",
            "si la|le|votre marque|client|boutique|équipe préfère|souhaite|veut",
            (
                "(note|remarque|nota) à|pour la|le|les|l'équipe|l'éditeur rédaction|rédacteur|client|équipe|"
                "marketing|graphiste"
            ),
            (
                "je ne peux|puis [malheureusement] pas (répondre à (cette|votre) demande)|(vous aider à)|"
                "(t'aider à)|rédiger|générer|(créer ce)|(satisfaire)|affirmer"
            ),
            "désolée?, [mais] je ne peux|puis pas",
            "(fin de|fin du) l'e-mail|mail|texte|newsletter|courriel|brouillon",
        ),
        "es": (
            (
                "como ia|(inteligencia artificial)|(modelo de lenguaje)|(modelo de ia)|(asistente virtual)|"
                "(asistente de ia)"
            ),
            (
                "soy [solo|sólo|solamente] una? ia|(inteligencia artificial)|(modelo de lenguaje)|"
                "(asistente virtual)|chatbot"
            ),
            "modelo de lenguaje",
            "mis datos de entrenamiento",
            "(escrit|generad|cread|redactad)(o|a)s? por chatgpt|gpt|(una ia)|ia|(inteligencia artificial)",
            (
                "(aquí (tienes|tiene|está|va|van))|(te dejo)|(os dejo)|(he (escrito|redactado|preparado)) "
                "[una?|el|la|tu|su|mi|los|las|unas|unos|dos|tres] _3 correos?|e-mail|borrador|(línea de "
                "asunto)|newsletter|boletín"
            ),
            (
                "(aquí (tienes|tiene|está|va))|(te dejo) una?|el|la|tu|su [nueva|otra] texto|versión|"
                "propuesta|variante (revisad|corregid|solicitad|actualizad|abreviad|acortad|pedid)(o|a)"
            ),
            (
                "(aquí (tienes|tiene|está|va))|(te dejo) una?|el|la|tu|su [nueva|otra] texto|versión|"
                "propuesta|variante _2 ((de|del|para el|para tu|para su) (correo|e-mail|asunto|texto|mensaje|"
                "newsletter|boletín))"
            ),
            "palabras (prohibidas|vetadas)",
            "(superar|pasar de|exceder) [las|los] # (palabras|caracteres)",
            (
                "(aquí (tienes|tiene|está|va))|(te dejo) una?|el|la|tu|su [nueva|otra] texto|versión|"
                "propuesta|variante (del correo|más (corta|breve|formal|cercana|emotiva)|para (tu|la|su) "
                "(marca|campaña|newsletter))"
            ),
            (
                "tal y? como (pediste|solicitaste|pidió|solicitó|(se (pide|solicitó|pidió|pedía))|(me "
                "pediste)|indicaste)"
            ),
            (
                "como (pediste|solicitaste|pidió|solicitó|(me pediste)|(se (solicitó|solicita))|(se "
                "(pidió|pide|pedía) en (el|la|las|tu|los) (brief*|encargo|ficha|instruccion*|mensaje|"
                "prompt|guía|solicitud|petición|indicaciones))|(pedía "
                "el)|(pide el)|(indica el)|(indicaba el))"
            ),
            (
                "según|conforme|siguiendo|(de acuerdo con) [a] las|tus|sus|el|tu|la|los instrucciones|brief|"
                "briefing|(datos (proporcionad|facilitad)os)|(ficha de (datos|hechos))"
            ),
            "el|del|al brief|briefing",
            (
                "(quieres|desea|deseas|(le|te) gustaría|prefieres) que [lo|la|los|las|te lo|le] haga|"
                "escriba|cambie|redacte|ajuste|acorte|modifique|reescriba|genere|añada"
            ),
            (
                "(dime|avísame|házmelo saber|hazme saber|indícame|dígame) si quieres|deseas|necesitas|"
                "prefieres|lo|la|debo _5 cambios|ajustes|versión|variante|cambie|ajuste|acorte|tono|breve|"
                "corto|corta|modifique"
            ),
            (
                "puedo [también] (hacerlo|hacerla|ofrecerte|redactar|proponer|ajustar|acortar|adaptar|"
                "reescribir|preparar) _4 versión|variante|texto|tono|asunto|correo|breve|alternativas"
            ),
            (
                "espero que (esto|este texto|este correo|este borrador|esta versión)|(te sirva)|(le sirva)|"
                "(sea útil)|(sea de utilidad)|(te ayude)"
            ),
            (
                "he [mantenido|evitado|usado|utilizado|respetado|incluido|cuidado|seguido|optado|procurado|"
                "elegido|añadido|destacado|tomado|sacado|omitido|limitado] _7 tono|límite|caracteres|"
                "instrucciones|brief|voz|marca|asunto|ficha|campo|superlativos|exclamaciones|emojis|"
                "afirmaciones"
            ),
            "(recuento|límite|número|conteo) de caracteres|palabras",
            (
                "(este|el) asunto|borrador|preencabezado destaca|evita|respeta|utiliza|usa|apela|juega|"
                "mantiene|busca|enfatiza"
            ),
            "tono según|como [lo] solicitado|pedido|indicado",
            "ficha de datos|hechos",
            "esquema|objeto|formato json",
            "(datos|hechos|información) (proporcionad|facilitad|suministrad)(o|a)s?",
            "público|audiencia objetivo|meta",
            "segmento|cohorte de clientes|objetivo",
            "este segmento|(esta cohorte)",
            "clientes? inactiv(o|a)s?|perdid(o|a)s|(en riesgo)|dormid(o|a)s",
            "el usuario quiere|pide|solicita|pidió|(ha pedido)|desea",
            (
                "(ignora|ignore|ignorar|olvida|olvide) [todas] [las|tus|mis|sus] instrucciones|indicaciones|"
                "reglas anteriores|previas"
            ),
            "instrucciones|indicaciones anteriores|previas|iniciales|(del sistema)",
            "mensaje|prompt del? sistema",
            "(segundo|otro|tercer) asunto|titular",
            "por si la|el|tu marca|cliente|tienda|equipo prefiere|quiere|desea",
            "si la|el|tu marca|cliente prefiere|quiere",
            "nota para|al|a el|la|los|las|editor equipo|editor|cliente|marca|redacción|diseño",
            (
                "no puedo [lamentablemente] (ayudarte con|ayudarle con|cumplir con|redactar|generar|atender|"
                "crear (este|ese|contenido)|afirmar que)"
            ),
            "lo siento, pero no puedo",
            "fin del correo|mensaje|texto|e-mail|boletín|borrador",
            "(he|hemos|se ha|se han) (evitado|omitido|procurado|preferido|decidido|optado "
            "por|intentado) [no] "
            "(mencionar|incluir|usar|utilizar|citar|inventar|nombrar|poner|añadir|dar|escribir)",
            "(cumpl*|respet*|ajust*|ciñ*) _2 (el|los|la|las|al|a los) "
            "(límite|límites|longitud|extensión|restricci*|requisitos|instruccion*|pautas|directrices) "
            "(de|del|pedid*|indicad*|solicitad*|establecid*|marcad*)",
            "no (se (ha|han)|me (han|ha)|nos (han|ha)) "
            "(facilitad|proporcionad|indicad|especificad|suministrad|aportad)(o|a|os|as)",
            "(no (dispongo de|tengo (información|datos|acceso|detalles)|cuento con)|sin más) "
            "(información|datos|detalles|acceso) [*]",
            "(la|los|el|las|esta) (ficha|datos|información|hoja|descripción|catálogo) [(del|de) "
            "[producto|*]] no "
            "(indica*|especifica*|menciona*|incluye*|recoge*|aclara*|facilita*|consta*|da|dan)",
            "(insertar|insértese|insertad|rellenar|completar|sustituir) _1 (aquí|(el "
            "nombre)|nombre|precio|enlace|imagen)",
            "(generado|redactado) (automáticamente|(por (una|un) (ia|modelo|inteligencia)))",
            "(me has|me ha|has|ha) (pedido|solicitado|indicado) que _3 "
            "(escriba|redacte|evite|use|mencione|mantenga|suene|incluya)",
            "a continuación, [te|le|os] "
            "(presento|comparto|dejo|muestro|(encontrarás)|el|la|tu|un|una) [el|un|una|la] "
            "(correo|texto|versión|borrador|mensaje|propuesta|asunto|copy|email)",
            "(versión|variante|propuesta|borrador) (b|c)",
            "(variante|propuesta|borrador) (1|2|3)",
            "(cliente|clienta|lector|lectora|usuario|usuaria|destinatario) (pertenece|(es de|forma "
            "parte de) [la|el|un|una] (segmento|cohorte|grupo|público)) *",
            "segmento [de] (regular|vip|nuevo|inactivo|objetivo|(clientes *))",
            "(gancho|cierre|apertura|remate|párrafo) "
            "(emocional|persuasiv(o|a)|introductori(o|a)|comercial|empátic(o|a))",
            "(texto|copy|borrador) (final|definitivo) [del|de]",
            "como (asistente|copywriter|redactora? (virtual|automátic(o|a))), *",
        ),
    }
)

# A shop may say these, though mostly it does not.
LIKELY = Lexicon(
    {
        "en": (
            "(banned|forbidden|prohibited) words|terms?|phrases?",
            "(exceed|exceeding) [the] # (words|characters)",
            "here's|(here is) [a|the|your|my|another] (warmer|shorter|revised|polished|final|playful|"
            "improved|updated|cheekier|longer|punchier|new) (version|draft|take|copy|email|variant)",
            "here's|(here is) a|the|your|my version|draft|rewrite|variant",
            "(rewritten|revised|reworded|adjusted|rephrased|edited|shortened|drafted) (to (comply|"
            "match|meet|fit|follow|avoid|reflect)|per|as requested|according|in line|for (tone|"
            "clarity|length|the *))",
            "(i|we) (don't|do not|didn't|lack|wasn't|was not) (have|see|find|given|the|receive|get) "
            "[enough|sufficient|any|the] (information|details|context|data|facts|specifics)",
            "(not|no) (enough|sufficient|further) (information|details|context|data) (was|were|is|"
            "are|about|on|to|given|provided|available)",
            "(based on|given|from|per|according to) the (information|details|data|facts|brief|"
            "product data|input|context) (provided|supplied|given|available|you (gave|provided|"
            "shared))",
            (
                "(second|third|alternative|alternate|another|backup) option|version|variant|take, [(a "
                "(little|bit))|slightly|in] [more|less] emotional|playful|formal|casual|(case the)|(case "
                "you)|(if the brand)"
            ),
            "(above|my|initial|original|previous) instructions|prompts?",
            "as requested, here|below|i",
            "let me know if you would like|need|want any|me|a different",
            "under # characters",
            (
                "this e-mail|version|message aims|highlights|emphasi(s|z)es|keeps|avoids|focuses|follows|"
                "adheres|complies|conveys|leverages|maintains"
            ),
            "as instructed|briefed",
            "per feedback",
            "designed|written|crafted|meant|intended to appeal|resonate|re-?engage|entice|persuade|convert",
            (
                "(encourag|entic|persuad|motivat)(e|es|ing) [the] customers?|readers?|recipients?|"
                "subscribers? to"
            ),
            "(recipient|recipient's|subscriber|(the reader)) (will|should|might|feels)",
            "(i can't|i cannot|i'm unable to|unable to) provide|verify|confirm|disclose",
            "e-mail|copy|text stays|remains|is neutral",
            "cohort",
            "german|french|spanish|shorter|longer|english version if",
            "tone, warm|friendly|playful|formal|casual|as",
            "chatgpt|openai|llms?",
            "brand voice|guidelines",
            "click-through|conversion|(open rate) rates?",
        ),
        "de": (
            "(variante|version|option|entwurf|vorschlag|fassung|alternative) a|b|c|#|eins|zwei|drei",
            "[etwas|ein bisschen|leicht] (verspielter|formeller|lockerer|sachlicher|emotionaler|knapper|"
            "kürzer|werblicher|dringlicher|nüchterner), (als|wie|falls|wenn) (gewünscht|vorgabe|oben|"
            "zuvor|variante|version)",
            "(zielgruppe|segment|kundensegment) (ist|sind|hier|umfasst|treue|inaktive|neukunden|stammkunden)",
            (
                "(zweite|dritte|alternative|weitere) option|variante|version|fassung, [etwas] emotionaler|"
                "formeller|lockerer|verspielter|sachlicher|(falls die)"
            ),
            "wie gewünscht|angefordert, hier",
            "unter|maximal # zeichen",
            "(diese|die) mail|e-mail|nachricht betont|vermeidet|zielt",
            (
                "(die|den|der) kunden|leser|empfänger|abonnenten _3 animieren|motivieren|überzeugen|"
                "reaktivieren|zurückholen"
            ),
            "(der|die|den) empfänger*|abonnent* wird|kann|soll|werden|können",
            "handlungsaufforderung|markenstimme|tonalität|klickrate|öffnungsrate|chatgpt",
        ),
        "fr": (
            (
                "(deuxième|seconde|autre|troisième) option|version|proposition|variante, plus émouvante|"
                "émotionnelle|formelle|ludique|légère|courte"
            ),
            "comme demandé|convenu, voici",
            "moins de # caractères",
            "ce mail|courriel|(cet e-mail) vise|cherche|souligne|évite|s'adresse",
            (
                "(inciter|encourager|convaincre) le|la|les client|clients|clientes|lecteur|lecteurs|"
                "destinataires?|abonnés"
            ),
            "(le|la|les) destinataires?|abonnés? peut|doit|sera|pourra|peuvent|doivent",
            "(appel à l'action)|(taux de clic)|(taux d'ouverture)|chatgpt",
        ),
        "es": (
            (
                "(segunda|otra|tercera|alternativa) opción|versión|propuesta|variante, más emotiva|"
                "emocional|formal|divertida|corta|cercana|breve"
            ),
            "menos de # caracteres",
            "este correo|mensaje busca|pretende|destaca|evita|apela|resalta|enfatiza",
            (
                "(animar|incentivar|persuadir|motivar|convencer) al|(a los)|(a las) cliente|clientes|lector|"
                "lectores|destinatarios?|suscriptores"
            ),
            (
                "(el|la|los) destinatario|destinatarios|suscriptor|suscriptores|lector puede|debe|podrá|"
                "verá|sentirá|pueden"
            ),
            "(llamada a la acción)|(tasa de clics)|(tasa de apertura)|chatgpt",
        ),
    }
)

# Of an order for copy, and of one that was carried out …
ORDERED = Lexicon(
    {
        "en": (
            (
                "as|like requested|asked|instructed|specified|indicated|briefed|discussed|agreed|directed|"
                "required"
            ),
            "(you|they) asked|requested|specified|instructed|wanted|(told me)",
            "(per|following) your|the request|brief|instructions|feedback|notes",
            (
                "i|i've|(i have) [also] kept|avoided|omitted|dropped|(left out)|used|removed|(went with)|"
                "(stuck to)|aimed"
            ),
            "(no|none) _3 were|was|are|is used|included|mentioned|added",
            "(if you'd|if you) _1 like|prefer|want|need",
        ),
        "de": (
            (
                "wie [von] [ihnen|dir|euch] gewünscht|gefordert|verlangt|vorgegeben|besprochen|angegeben|"
                "beauftragt|erbeten"
            ),
            "(gemäß|laut) vorgabe|auftrag|anfrage|wunsch|anforderung",
            "(du|sie|ihr) _2 gebeten|gewünscht|verlangt|vorgegeben",
            "ich habe|hab",
            "habe ich",
            "(wurde|wurden|wird) _4 verzichtet|vermieden|verwendet|eingehalten|weggelassen",
            "(falls|wenn) du|sie|ihr _6 möchten|möchtest|möchtet|wünschen|willst|bevorzugen",
        ),
        "fr": (
            "comme|tel que [vous] [l'avez] demandé|souhaité|indiqué|convenu|requis|précisé",
            "selon|suivant vos|votre|la demande|souhaits|indications",
            "vous (m'avez demandé)|(avez demandé)|demandiez|souhaitiez",
            "j'ai",
            "(n'a|n'ont|a|ont) [pas] été utilisé(e?s?)|mentionné(e?s?)|évité(e?s?)|respecté(e?s?)",
            "si vous|tu _2 préférez|souhaitez|voulez|préfères|veux",
        ),
        "es": (
            (
                "(según|como) [lo|se] [ha] indicado|solicitado|pedido|acordado|requerido|especificado|"
                "indicó|pidió"
            ),
            "(me|nos) pediste|pidió|pidieron|solicitaste|indicaste",
            "he (evitado|mantenido|usado|utilizado|omitido|dejado|incluido|quitado)",
            "(se han|se ha) usado|utilizado|evitado|mantenido|respetado|incluido|omitido",
            "si prefieres|quieres|prefiere|quiere|deseas",
        ),
    }
)
# … and of the words themselves.
OF_WORDS = Lexicon(
    {
        "en": (
            (
                "tone|wording|phrasing|urgency|superlatives|emojis?|placeholders?|characters|preheader|cta|"
                "headline"
            ),
            "word|character count|limit",
            "exclamation mark|point|marks|points",
            "subject line",
            "brand voice",
            "brief",
        ),
        "de": (
            (
                "ton|tonfall|tonalität|wortwahl|formulierung*|dringlichkeit|superlative|emojis?|"
                "ausrufezeichen|platzhalter|zeichen|betreff|betreffzeile|preheader|wortzahl|duform|sie-form|"
                "anrede|briefing|werbesprech"
            ),
        ),
        "fr": (
            (
                "ton|tutoiement|vouvoiement|formulation|superlatifs?|émojis?|emojis?|caractères|accroche|"
                "préheader|majuscules|brief|urgence"
            ),
            "points? d'exclamation",
            "nombre de mots",
            "ligne d'objet",
        ),
        "es": (
            (
                "tono|redacción|superlativos?|emojis?|emoticonos?|exclamaciones|caracteres|asunto|"
                "preencabezado|tuteo|mayúsculas|brief|urgencia|titular"
            ),
            "(signos) de exclamación",
            "número de palabras",
            "marcadores|(marcador de posición)",
        ),
    }
)
