"""Words of orders to a machine, by the part they play in one; English, German, French, Spanish.

A star stands for any ending. Lists, and nothing else: `bespoke.orders` says how parts make an order.
"""

from __future__ import annotations

PARTS = {
    # d: takes back what was said
    "d": """ignor* disregard* forget skip discard neglect unlearn vergiss vergesst
        vergessen missacht* überspring* umgeh* verwirf oublie oubliez oublier néglige* abstraction
        contourne* olvid* omit* descart* caso""",
    # O: takes back what holds for good
    "O": "override overrid* bypass* circumvent disable deactivate umgeh* deaktivier* contourne* désactive* desactiva*",
    # N, F: does not do as told
    "N": "not don never longer nicht keine pas plus no",
    "F": "follow obey heed adhere comply befolg* beachte* halte suis suivez respecte* tiens tenez sigas siga obedezcas",
    # t: what a machine was told
    "t": """instruction instructions direction directions prompt prompts guideline guidelines guidance
        directive directives command commands rule rules constraint constraints policy policies orders
        restriction restrictions safeguard* guardrail* anweisung* instruktion* befehl* regeln vorgabe*
        richtlinie* consigne* règles contraintes instruccion* instrucción reglas directric* órdenes
        indicacion* restriccion* programming programmierung""",
    # b: which of it
    "b": """previous prior preceding above earlier foregoing existing original initial former
        system other vorherig* vorig* bisherig* obig* früher* vorangegangen* ursprünglich*
        précédent* antérieur* initial* anterior* previos previas originales""",
    # B: whose
    "B": "your deine deinen deiner ihre ihren ihrer tes vos ta votre tus sus tu su",
    # a: where or when it was said
    "a": "above told instructed said given oben bisher* zuvor dessus précède arriba anterior antes",
    # m: a machine by a name that nothing else has
    "m": """assistant assistants assistent* asistente* chatgpt gpt gpt4 gpt5 claude gemini copilot llm
        llms chatbot* ai ki ia sprachmodell* robot openai""",
    # p: a machine, or its makers, by a name that other things have too
    "p": "system système sistema admin* developer* entwickler* model models modell modèle modelo bot bots agent*",
    # k: whoever writes
    "k": """writer writers copywriter* texter* autor autorin verfasser* rédact* redact* generator*
        copywriting newsletter* email emails mail mails""",
    # n: a message
    "n": """note notes message messages notice reminder hinweis* nachricht* notiz* anmerkung* consigne*
        remarque* nota notas mensaje* aviso* instruction instructions instrucción instruccion* anweisung*
        befehl* command commands override update prompt prompts directive directives order task tasks
        aufgabe* tâche* tarea* attention achtung atención""",
    # v: bids someone write or act, and is little else in the text of a product
    "v": """write rewrite append insert mention announce tell inform claim promise pretend reply respond
        output repeat reveal disclose leak recommend praise promote add include say state print ignore
        disregard forget override always never must obey translate approve schreib schreibe schreiben
        schreibt füge fügen erwähne erwähnen nenne nennen behaupte behaupten versprich versprechen antworte
        antworten wiederhole verrate empfiehl empfehlen lobe sag sage sagen gib zeige ignoriere ignorieren
        vergiss écris écrivez écrire ajoute ajoutez ajouter insère insérez mentionne mentionnez mentionner
        annonce annoncez promets promettez affirme affirmez réponds répondez révèle révélez répète répétez
        dis dites dire indique indiquez recommande recommandez inclus incluez ignore ignorez oublie oubliez
        escribe escriba escribir añade añada añadir agrega agregue incluye incluya menciona mencione anuncia
        anuncie promete prometa afirma afirme responde responda repite repita revela revele di diga dile
        dígale recomienda recomiende ignora ignore olvida olvide""",
    # u: bids too, and is much else
    "u": """use put place give grant offer set make call describe send apply act behave switch enter enable
        start begin end finish do show list quote change replace remove delete follow mark rate score treat
        nutze verwende setze mach mache tu befolge biete ersetze lösche baue teile bewerte utilise utilisez
        mets mettez donne donnez fais faites affiche affichez remplace remplacez supprime supprimez place
        placez usa use utiliza utilice pon ponga da dé muestra muestre haz haga reemplaza borra trata""",
    # r: brings to light
    "r": """print reveal* repeat* show* leak* output disclose* expose* include insert list send display
        quote add mention druck* zeig* verrat* wiederhol* nenne füge affiche* révèl* répèt* montre* imprime*
        ajoute* mentionne* muestr* revel* repit* imprim* incluy* menciona añad*""",
    # s: what a customer's own is
    "s": """name names surname firstname lastname address addresses data details birthday password phone
        history purchases nachname* adresse* daten geburtsdatum bestellungen nom noms prénom données
        coordonnées achats nombre apellido* dirección direcciones datos compras email mail""",
    # c: for whom the text is meant, in many texts
    "c": """customer customers user users shopper* client clients cliente clientes buyer* kunde kunden kundin*
        clientèle consumer consumers""",
    # q: for whom an email is meant, and little else
    "q": """reader readers recipient* subscriber* leser leserin leserinnen lesern empfänger* abonnent*
        lecteur* lectrice* destinataire* abonné* lector lectora lectores destinatari* suscriptor*""",
    # o: what is written
    "o": """email emails mail mails newsletter newsletters subject betreff betreffzeile preheader headline
        output response reply answer antwort ausgabe courriel courriels objet réponse sortie correo correos
        asunto respuesta salida boletín copy""",
    # i: where in it
    "i": """in into at to of from throughout within im ins an am zu zum zur dans au aux à en al sur""",
    # w: nothing else, or in which form
    "w": """only just exactly solely exclusively nothing json xml html base64 markdown nur ausschließlich
        genau uniquement seulement exclusivement exactement rien solo sólo únicamente solamente
        exactamente nada""",
    # e: bids someone answer
    "e": "reply respond answer output print return antworte antworten réponds répondez responde responda contesta",
    # y: gives a part to play
    "y": "you act pretend behave du sie tu vous agis agissez eres actúa compórtate",
    # x: what money is taken off with
    "x": "code codes coupon* voucher* gutscheincode* rabattcode* promocode* código* cupón cupones discount code",
    # h: tells a person something
    "h": """tell inform remind assure notify warn convince persuade promise sag sage teile informiere
        erinnere versprich dis dites informe informez rappelle promets dile dígale di informa recuerda""",
    # z: a machine without its rules
    "z": "mode modus jailbreak jailbroken dan unrestricted uncensored unfiltered modo",
    # g: all of it
    "g": "all everything anything any what whatever text content alles jeden alle jede tout toutes tous todo todos todas toda",
    # f: and here comes what is to be said
    "f": "that dass daß que qu about",
    # l: this one counts
    "l": "new neue neuer nouvelle nouvelles nueva nuevas real hidden secret important urgent wichtig* updated special next",
    # G: how letters begin
    "G": "dear hey hi hello to attention liebe lieber hallo cher chère bonjour hola querido querida achtung atención",
    # L: of models
    "L": "language sprach langage lenguaje",
    # M: is to be
    "M": "must should shall needs has muss soll sollte doit devez dois debe debes tiene",
    # R: at writing
    "R": "writing generating composing drafting write schreiben schreibst verfassen écrivant écrire écrivez rédigeant escribir escribas redactar",
    # V: with
    "V": "with mit avec con",
    # E, I: sees to it that it holds
    "E": "ensure sure sicher assure assurez vérifie asegúrate asegúrese",
    "I": "contain contains include includes say says mention mentions enthält erwähnt contient mentionne incluye contiene menciona",
    # A: holds no more
    "A": "void invalid obsolete apply applies ungültig gelten gilt annulées caduques valables válidas nulas aplican superseded replaced cancelled canceled",
    # T: for whom
    "T": "to for für an pour para à al",
    # j: joins one order to the next, or makes it polite
    "j": """please kindly now then also and instead simply just bitte nun jetzt außerdem zusätzlich und
        stattdessen veuillez merci de maintenant aussi également et puis plutôt por favor ahora también
        además y luego so but first finally""",
}  # fmt: skip
