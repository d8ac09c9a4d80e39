"""Words by which a group of words about one thing is told from what is around it."""

from __future__ import annotations

from guardrails.plain_text import listed

# Where a group of words about a thing ends.
STOPS = {
    "en": listed(
        "is are was were has have had with for and or but in on at of to from that which who when while "
        "as if so than "
        "then because will can could would should may might must do does did it you we they i this these "
        "those there "
        "here now just also by into over under until after before not no be been its your their his her "
        "him them us "
        "comes come goes go keeps keep makes make takes take holds hold costs cost fits fit stays looks "
        "look sits "
        "waits wait knows know loves love says say wants want likes like starts start ends end since "
        "through without "
        "about up out off down back too again where whose how what why"
    ),
    "de": listed(
        "ist sind war waren hat haben hatte mit für und oder aber in im an am auf zu zum zur von vom aus "
        "bei der die das "
        "den dem des dass wenn weil als wie so auch nur noch nicht kein keine er sie es wir ihr du ich "
        "dir dich euch uns "
        "sich kommt kommen geht gehen macht machen kostet kosten passt passen hält halten wird werden "
        "kann können darf "
        "bleibt steht stehen liegt gibt nach vor seit ohne über unter durch bis um jetzt hier da dort "
        "wieder zurück"
    ),
    "fr": listed(
        "est sont était a ont avec pour et ou mais dans sur au aux qui que dont quand si comme par vers "
        "chez sans sous "
        "ne pas plus il elle ils elles on nous vous je tu se sa son ses leur leurs y ce cette ces c'est "
        "vient va fait "
        "coûte tient reste garde jusqu'à depuis après avant aussi"
    ),
    "es": listed(
        "es son era está están ha han con para y e o pero en sobre al que quien cuando si como por hasta "
        "desde sin bajo "
        "no más se su sus lo le les te tu tus nos os me mi este esta estos estas viene va hace cuesta "
        "queda guarda "
        "también ya después antes a"
    ),
}
DETERMINERS = listed(
    "auch also aussi también now jetzt "
    "a an the our some new little own beloved famous favorite favourite popular latest best-selling "
    "matching two three both "
    "ein eine einen einem einer unser unsere unseren unserem unserer neue neuen neuer neues kleine "
    "kleinen kleines "
    "beliebte beliebten passende passenden passender passendes eigene eigenen zwei drei le la les l' un "
    "une des notre nos "
    "nouveau nouvelle petit petite deux trois el los las una unos unas nuestro nuestra nuevo nueva nuevos "
    "nuevas dos tres"
)
POSSESSIVES = listed("its sein seine ihr ihre son sa ses leur leurs su sus")  # "sa soucoupe assortie"
CONTAINERS = listed(
    "tasse tassen kanne kannen glas gläser becher flasche flaschen tüte tüten dose dosen schale schalen "
    "teller topf "
    "löffel stück paar packung liter kilo prise scheibe box set kiste karton packen beutel schluck "
    "portion teil lot "
    "caja bote taza copa vaso botella bolsa boîte tasse verre bouteille sachet"
)
NO_PRODUCTS = listed(
    "first second third fourth last latter former rest lot set sets pair pairs piece pieces thing things "
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july "
    "august "
    "september october november december spring summer autumn winter fall christmas easter mother's "
    "father's mothers "
    "fathers valentine's valentines day days new year eve bank holiday black cyber good happy merry week "
    "great britain "
    "united kingdom states north south east west god love sir madam hello dear st san santa saint sankt "
    "street road "
    "avenue lane straße strasse rue calle place platz plaza nr no art award park bridge station fest "
    "festival fair market "
    "box boxes parcel packet founder friend sister brother mother father karton team familie fête mère "
    "mères père pères earl grey one ones sie ihr ihre ihrem ihren ihrer ihnen wir du er es ich"
)
# What is known by its title; elsewhere a title in quotation marks is a book that somebody reads.
TITLED = listed(
    "book novel pages paperback hardcover album record vinyl game puzzle print poster comic issue "
    "magazine buch roman seiten "
    "band spiel platte livre pages broché poche disque jeu affiche revue libro novela páginas disco juego "
    "lámina revista"
)
