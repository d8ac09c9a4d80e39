"""Frequent words of each language, of small words and of shops' talk.

`MARKERS` are the small words that make a sentence; `BELONGING` are words of offers and
buttons. What two languages share settles nothing between them and may stand in both.
"""

from __future__ import annotations

from guardrails.plain_text import listed

MARKERS = {
    "en": listed(
        "the and you your with that this for are was have it is of to they on what from not will all our we "
        "be but no me in so an a as at or if "
        "do can its it's has had been were when who how why where which there their them then than more "
        "most some any each every only just also "
        "into over under out up down off by about after before again because until while during he she his "
        "her him us my i would could should may "
        "might must shall here now very too much many own same such both few these those don doesn isn won "
        "t s re ve ll d let get got made make "
        "one two three put never always still yet"
    ),
    "de": listed(
        "der das und ist nicht ein eine mit für sie du wir ich auf dem den von zu im auch noch nur aus wie "
        "bei oder sich es so was will des die "
        "man am um nach an in war hat dir mir kein keine einen einem einer eines dich mich uns euch ihr "
        "ihre ihren ihrem ihrer dein deine deinen "
        "deinem deiner unser unsere unseren sein seine zum zur vom beim ins ans über unter vor durch gegen "
        "ohne bis seit weil wenn dass ob als dann "
        "denn doch aber sondern sehr mehr schon immer wieder hier da dort wo wer warum welche dieser diese "
        "dieses diesen diesem sind seid bin bist "
        "haben habt hatte werden wird wurde kann können muss müssen soll sollte darf mag er alles alle "
        "nichts etwas viel viele ganz gar mal jetzt heute nie zwei drei"
    ),
    "fr": listed(
        "le la les et est une des pour vous votre nous dans sur pas qui que au avec ce il elle du sont plus "
        "tu ton son on me se en de un a ou si mon "
        "sans vos nos notre ta tes sa ses leur leurs mes ma aux par mais donc car ni ne où quand comme "
        "comment cette ces cet celui celle ceux c d l j n s "
        "qu t m y être avoir fait faire peut peuvent avez avons ont êtes sommes suis était été ils elles "
        "lui eux moi toi soi très trop bien aussi encore "
        "déjà jamais toujours tout tous toute toutes rien même deux trois chez sous entre vers depuis "
        "pendant avant après ici là voici voilà"
    ),
    "es": listed(
        "el la los las y es una con para tu que por en del no se lo más su como al pero este esta hay muy "
        "son me de un a si sin sobre mi ya le les te "
        "nos os tus sus mis nuestro nuestra nuestros nuestras vuestro ni o u e ha han he has hemos está "
        "están estás era fue ser estar tiene tienen tienes "
        "hace hacen puede pueden puedes va van vas cuando donde dónde quien qué cómo cuál porque aunque "
        "mientras hasta desde entre contra también tampoco "
        "siempre nunca todo toda todos todas nada algo alguien cada otro otra otros otras mismo misma eso "
        "esa ese esos estos estas aquí ahí allí así sí él ella ellos dos tres"
    ),
    "it": listed(
        "il lo la gli le e è un uno una di del della dei delle degli dello al alla ai alle allo da dal "
        "dalla dai nel nella nei nelle sul sulla con per tra fra che chi cui "
        "non si ci vi ne mi ti sono sei siamo ha hai hanno abbiamo ho più anche ancora come quando dove "
        "perché questo questa questi queste quello quella tuo tua tuoi tue "
        "nostro nostra nostri suo sua loro ma o se poi dopo prima ogni tutto tutta tutti tutte molto poco "
        "sempre mai già qui così nemmeno solo due ore"
    ),
    "pt": listed(
        "o os as e é um uma uns umas de do da dos das no na nos nas ao aos à às em com para por pelo pela "
        "que não se mais mas como quando onde porque você vocês seu sua seus suas "
        "nosso nossa teu tua este esta isso ele ela são está estão tem têm foi ser já ainda também só muito "
        "sem até sobre entre todo toda todos agora aqui"
    ),
    "nl": listed(
        "de het een en van is in op met voor niet je jij jouw uw u we wij ons onze zijn dat die dit deze er "
        "aan bij naar om te uit over door maar ook nog als dan of wat wie hoe "
        "waar wordt worden heeft hebben kan kunnen moet zal geen meer heel goed al zo mijn hij zij haar hun "
        "veel alle alles nu hier daar onder tot tegen"
    ),
    "ca": listed(
        "el la els les i és un una uns unes de del dels al als amb per que no es en més però com quan on "
        "perquè aquest aquesta aquests seu seva seus teu teva nostre nostra "
        "fes lo cada dia fa olor dura molt també sempre tot tota tots ja hi ha són està va ser fer sense "
        "fins sobre entre ara aquí ens et em"
    ),
    "pl": listed(
        "i w na z do nie się jest to że dla jak o co od po za przez ale czy twój twoja twoje nasz nasze już "
        "jeszcze bardzo tylko oraz są był być ten ta te"
    ),
    "sv": listed(
        "och att det som en ett på är av för med till den har inte om du din ditt dina vi vår från kan men "
        "så nu när här alla mycket bara eller var"
    ),
}
# Words of shops and buttons, each of one language as far as the other three go.
BELONGING = {
    "en": listed(
        "pain café shop buy see view discover explore yours grab order browse find choose learn read "
        "start save today "
        "off free shipping delivery sale deals gifts "
        "new arrivals back stock take look meet try show want need love warm soft hand like good great best "
        "little day days week weekend summer winter "
        "spring autumn kitchen garden home handmade morning evening bread coffee tea cup bag shoes coat "
        "skin hair dog cat book books wood wool come go "
        "waiting missing something blue nothing everything cosy slow"
    ),
    "de": listed(
        "jetzt ansehen entdecken kaufen bestellen sichern holen zum shop angebot mehr erfahren stöbern "
        "anschauen auswählen probieren mitnehmen einkaufen versand "
        "rabatt neu neue neuen neues schöne schönen gute guten tag tage woche wochenende sommer frühling "
        "herbst küche garten haus zuhause handgemacht morgen abend "
        "los leinen brot kaffee tee tasse tasche schuhe mantel haut haare hund katze buch bücher holz wolle "
        "weich "
        "bitte danke liebe lieber freuen kommen lassen machen heißt kostet "
        "gibt bleibt steht passt hält schmeckt"
    ),
    "fr": listed(
        "voir découvrir acheter commander offrir choisir profiter essayer adopter craquer boutique "
        "livraison offerte gratuite remise nouveau nouvelle nouveautés "
        "nouveautes beau belle beaux belles bon bonne jour jours semaine week été hiver printemps automne "
        "cuisine jardin maison main matin soir pain café thé tasse sac chaussures "
        "manteau peau cheveux chien chat livre livres bois laine doux douce merci bonjour envie prêt prête "
        "besoin coûte tient reste"
    ),
    "es": listed(
        "ver comprar descubrir descubre compra pedir pide elige elegir llévatelo llevármelo quiero ahora "
        "hoy tienda envío gratis descuento nuevo nueva novedades bonito bonita "
        "buen bueno buena día días semana verano invierno primavera otoño cocina jardín casa mano mañana "
        "noche tarde pan té taza bolso zapatos abrigo piel pelo perro gato libro "
        "libros madera lana suave gracias hola ganas cuesta queda"
    ),
}
