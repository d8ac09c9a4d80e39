"""Words around names: titles, greetings, and names that are plain words too, in the four languages."""

from __future__ import annotations

from guardrails.plain_text import listed

TITLES = listed(
    "mr mrs ms miss mx dr prof mister madam sir herr herrn frau doktor fräulein madame monsieur "
    "mademoiselle mme mlle m señor señora señorita sr sra srta don doña"
)
GREETINGS = listed(
    "hello hi hey dear hiya morning afternoon evening welcome thanks thank cheers happy sorry "
    "congratulations hallo liebe lieber liebes guten tag morgen abend moin servus grüezi danke "
    "willkommen bonjour bonsoir salut coucou cher chère merci bienvenue hola querida querido estimada "
    "estimado buenas buenos días tardes noches gracias bienvenida bienvenido"
)
# Before a noun that is no name, in the one language that writes nouns like names.
DETERMINERS = listed(
    "der die das den dem des ein eine einen einem einer eines kein keine keinen im am vom zum zur beim ins "
    "in dieser diese dieses diesen jeder jede jedes jeden mein dein sein ihr unser euer deine deinen deinem "
    "deiner unsere unseren unserem unserer ihre ihren ihrem ihrer"
)
ARTICLES = listed("le la l un une du el una del al")  # of one thing; "los García" is a family
# Where somebody lives or a thing comes from.
PLACE_WORDS = listed(
    "in from near to around at across of aus nach bei von um à de en depuis vers desde hasta a por"
)
OWN_PLACES = listed(
    "shop shops store stores studio workshop factory office warehouse market laden läden geschäft "
    "werkstatt atelier manufaktur filiale markt boutique magasin fabrique marché tienda taller fábrica "
    "mercado obrador"
)

# Names of people and places that are also things a shop may write about.
PLAIN_TOO = listed(
    "moon sun ocean sea pool bloom gardener host guest farmer brewer barber tailor porter page hope joy "
    "rose rosa lily lilly daisy ivy iris violet viola heather hazel olive olivia holly jasmine jasmin "
    "poppy fern laurel basil sage rosemary ginger clementine amber ruby pearl jade opal crystal coral "
    "sandy may june april august summer autumn winter spring dawn eve joy hope grace faith charity "
    "patience constance will mark bill jack frank art rob sue drew grant chase wade dean earl duke king "
    "prince bishop pope knight baker butcher cook smith taylor weaver fisher hunter shepherd carpenter "
    "mason miller potter cooper carter wood woods field fields hill hills lake rivers brook brooks "
    "stone stones marsh moor heath banks bush flowers green brown black white gray grey gold golden "
    "silver young long short strong sharp swift wise best good rich price cash bell ball page park "
    "parks street lane bridge church house hall chambers winters day weeks love darling fox wolf bird "
    "hart lamb crane finch swan hawk drake nightingale salmon pike berry cherry apple pepper rice bean "
    "beans barley wheat honey candy sugar star skye sky sunny stormy rain gale sommer herbst frühling "
    "stein berg wald bach feld fuchs vogel hahn koch bauer müller schneider fischer weber becker bäcker "
    "jäger könig kaiser graf richter lang kurz klein groß schwarz weiß braun rot silber sonne stern "
    "engel linde eiche kirsch apfel birne pfeffer salz kraft mai freitag sonntag kern blume blum petit "
    "grand blanc blanche noir rouge brun roux marguerite violette prune clémence capucine anémone avril "
    "lune soleil fontaine rivière forêt montagne boulanger boucher berger meunier fournier marchand roi "
    "chevalier clément aimée désirée prudence fleur pomme cerise muguet lavande margarita violeta "
    "azucena jazmín romero flores campos ríos sierra montes torres castillo iglesias blanco blanca "
    "rubio moreno rojo sol luz luna paz mar estrella pilar cruz reyes rey santos domingo ángel mercedes "
    "dolores consuelo esperanza caridad gracia alba aurora celeste clara bella dulce olivo oliva perla "
    "bath reading nice tours sens cork sandwich rugby battle deal rye ham hull bury wells poole sale "
    "essen halle singen baden hof weiden linden regen wesel kamen orange cognac dijon granada león toro "
    "cuenca palma victoria soria mobile buffalo phoenix flint independence bend boulder monday tuesday "
    "wednesday thursday friday saturday sunday january february march september october november "
    "december montag dienstag mittwoch donnerstag samstag januar februar märz juni juli oktober "
    "dezember lundi mardi mercredi jeudi vendredi samedi dimanche janvier mars juin juillet août "
    "septembre octobre novembre décembre lunes martes miércoles jueves viernes sábado enero febrero "
    "marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre red blue pink purple "
    "blau grün gelb lila grau bunt jaune vert bleu gris amarillo verde azul pardo christmas noel noël "
    "pascual easter weihnachten ostern"
)
# Readers spoken to.
YOU = listed(
    "you your yours you're you've du dein deine deinen deinem deiner dich dir sie ihr ihre ihren ihrem "
    "ihrer ihnen euch euer eure tu ton ta tes toi te vous votre vos tú tus ti contigo usted ustedes su "
    "sus os vuestro vuestra le les"
)
# What makes a mention of a thing one of a purchase or a habit.
HABIT_WORDS = listed(
    "bought buy ordered ordering order purchase purchases purchased favourite favourites favorite "
    "favorites own owned collection gekauft kauf kauftest kauften bestellt bestellung bestelltest "
    "bestellten lieblings liebling besitzt besitzen acheté achetée achetés achetées achat achats "
    "commandé commande commandée préféré préférée préférés préférées favori favoris compraste compró "
    "comprado comprada compra compras pedido pediste favorito favorita favoritos favoritas preferido "
    "preferida llevaste"
)
# What makes it one of something that happened.
HISTORY = listed(
    "you've had already took taken chose chosen picked since last ago again still finished "
    "remember hast haben hattest schon letzte letzten letztes letzter seit noch wieder "
    "zuhause geholt genommen "
    "avez aviez déjà dernier dernière depuis encore pris prise choisi llevas tienes tiene ya último "
    "última desde otra vez todavía aún elegiste cogiste"
)
SINCE = listed(
    "since ago been last long passed without seit her letzten vergangen ohne depuis dernier dernière "
    "fait passé sans desde hace último última pasado llevas lleva sin"
)
DAY_UNITS = ("day", "tag", "jour", "día", "dia")
WEEK_UNITS = ("week", "woche", "semaine", "semana")
MONTH_UNITS = ("month", "monat", "mois", "mes")
