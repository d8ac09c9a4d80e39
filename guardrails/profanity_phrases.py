"""Our own short list of coarse words, that no shop's mail should hold."""

from __future__ import annotations

from guardrails.lexicon import Lexicon

COARSE = Lexicon(
    {
        "en": (
            "bloody (good|great|lovely|marvellous|brilliant|well|awful|cold|hot|fantastic|gorgeous|"
            "amazing|useful|useless|big|nice|perfect|fast|hard|right|love|delicious|beautiful|long|"
            "old|things?|idiot|nightmare|mess|time|stupid|expensive|cheap|wonderful|excellent|tasty|"
            "comfortable|*ing)",
            "damn|damned [right] (good|fine|well|thing|tasty|sure|near|hard|hot|cold|useful|nice|great|"
            "proud|delicious|it|you)",
            "kick-ass",
            "bad-ass",
            "half-ass",
            "smart-ass",
            "dumb-ass",
            "(give|gives|gave|giving) a (damn|shit|crap|toss|rat's|monkey's)",
            "(sod|bugger|piss|naff) (off|it|all|this|that|the)",
            "sodding|naffing|frigging|freaking|friggin|freakin|effin|feckin*",
            "screw (it|you|them|that)",
            "son of a (bitch|gun)",
            "(jesus christ|for (god's|christ's|pete's) sake)",
            "fuck*|motherfuck*|clusterfuck*|mindfuck*|fucked|wtf|stfu|shit|shits|shitty|shitting|shite|"
            "shitshow*|shitstorm*|shitload*|shithole*|shithead*|shitless|"
            "bullshit*|horseshit|batshit|apeshit|dipshit|crapshoot|cunt*|bitch*|bastard|bastards|asshole*|"
            "arsehole*|arsed|arse|arses|jackass*|dumbass*|smartass*|badass*|"
            "kickass|ass-kicking|wank*|dickhead*|dicks|prick|pricks|twat|twats|bollocks|bollocking|bugger*|"
            "pissed|pissing|piss|crap|crappy|goddam*|"
            "slut|sluts|slutty|whore|whores|knobhead*|bellend*|tosser*|tits-up|douchebag*|douchey|dammit|"
            "damnit|effing|balls-up|cock-up|fugly|arse-*",
            "kick|kicks|kicking|kicked [some|your|serious] ass|arse",
            "half-assed|half-arsed",
            "bloody|holy|what|the hell [hell|crap|shit]",
            "ass (off|backwards)|(my ass)|(your ass)",
            "my|your|big|smart|dumb|lazy ass|arse",
            "go to hell",
        ),
        "de": (
            "(halt|haltet) (die fresse|die klappe|die schnauze)",
            "himmelarsch*|kackscheiß*|arschgeige*|arschbacke*|kackwetter|kackhaufen|pissnelke*|"
            "pisswetter|drecksack*|dreckswetter|drecksding*|drecksvieh*|mistviech*|saudumm*|saublöd*|"
            "scheißegal|bullshit|fuck*|shit|bitch*|motherfucker*|hackfresse|"
            "vollidiot*|spasti|missgeburt*|bastard*|gottverdammt*",
            "scheiß*|scheisse*|beschissen*|verschissen*|arschl*|arschge*|arschk*|arsch|arsches|ärsche|"
            "verarsch*|saftarsch|ficken*|fick|fickt|gefickt*|verfickt*|abgefuckt*|"
            "fotze*|hurensohn*|hurensöhn*|hure|huren|nutte*|wichser*|wichsen|kacke|kackt|kackig*|verkackt*|"
            "abkacken|pisse|pissen|piss-*|verpiss*|angepisst*|"
            "verdammt(e|er|es|en|em)?|schlampe*|miststück*|drecksack*|drecksau|dreckskerl*|sauhaufen|"
            "mistkerl*|wixer*|bumsen|titten|kotzen|kotzt",
            "klugscheiß*|korinthenkacker*|arschkalt|arschteuer|schweinepriester|fresse",
            "leck mich",
        ),
        "fr": (
            "calice|câlisse*|calisse*|criss|crissement|ciboire*|viarge|estie?|hostie|sacrament|marde",
            "tabarnak*|tabarnac*|câlice*|crisse*|ostie|osti|tabarnouche",
            "merde|merdes|merdique*|merder|merdier|emmerd*|démerd*|putain*|pute|putes|connard*|connasse*|"
            "connerie*|enculé*|enculer*|bordel|bordélique*|salope*|salaud*|"
            "foutre|foutu|foutus|foutue|foutues|foutaise*|chier|chié|chiant*|chieur*|couille*|couillon*|"
            "niquer|niqué|niquée|pétasse*|enfoiré*|branleur*|branler|"
            "branlette*|dégueulasse*|cul-terreux|trouduc*|bite|bites|chiottes|baise|baiser*|pisser|pisse",
            "(du|le|ton|votre|son|mon|au) cul",
            "(à la|quel|gros|pauvre|sale|bande de) con|cons|conne",
            "fait chier|(s'en (fout|foutre|branle))",
            "fous-moi|(casse-couille*)",
        ),
        "es": (
            "mierda*|mierd*|puta|putas|puto|putos|putad(a|as)|joder*|jodid*|jodien*|jódete|coño*|gilipoll*|"
            "cabrón|cabron*|cabrona*|hostia|hostias|cojon*|polla|pollas|"
            "capull*|follar*|follad*|pendej*|chingad*|chingar|chingón|chingona|verga|vergas|"
            "maricón*|maricon*|zorra|zorras|huevón*|cagar|cagad*|cagarse|cagándo*|carajo|"
            "hijoputa*|hideputa|ostias|huevones|mamón|mamona|pinche|pinches|culero*|cagón|pajero*",
            "de puta madre",
            "hijo|hija|hijos de puta|perra",
            "joda|jodas|jodan|jode|jodes|jodió|chingue|chinguen|imbécil|imbéciles|pelotud*|boludo|"
            "boludos|soplapollas|"
            "mamonazo",
            "no mam(es|e|en)",
            "toca*|tocar [mucho|bastante|un poco|muchísimo] [mucho] los|las huevos|pelotas|bolas",
            "(estar|está|están|estoy|estás|estamos) hasta los|las huevos|pelotas|bolas",
            "chingon*|chinger*|chingu*",
            "poca madre",
            "(vale|valen|valió|ni|puta|a toda|qué poca) (madre|madres)",
            "a la (verga|chingada|mierda)",
            "la madre que (te|lo|la|os|los|me) parió",
            "me cago en",
            "(tu|su|mi|por|por el|como el|del|al|vuestro|mueve el|de) (culo|culos)",
        ),
    }
)
