"""How people say that they cancel their claim, and how they answer when they are asked. All on folded words."""

from __future__ import annotations

import re

from messages.keywords import fold

LONGEST = 12  # words
A_CLAIM = (
    r"(?:demande|reclamation|claim|solicitud|remboursement|allocation|demann|request|pedido)"
    r"(?: (?:de |d )?(?:sous|argent|money|cash|allocation|remboursement|frais|dinero|lajan))?"
)
DROPS = (
    r"(?:annule[zr]?|annulle[zr]?|oublie[zr]?|efface[zr]?|enleve[zr]?|retire[zr]?|"
    r"laisse[zr]? (?:faire|tomber)|jette[zr]?|"
    r"cancel|forget(?: about)?|drop|scrap|delete|remove|withdraw|cancela|cancele|olvida|olvide|anule|anula|bliye|"
    r"envoye[zr]? (?:pu|pas|plus)|don ?t send|no (?:mande|envie)|arrete[zr]?|stop)"
)
OWN = r"(?: (?:ca|moi|donc|la|ma|my|the|mi|cette|ste|toute|whole|vot|votre|that|this|a|tout|toute ma)){0,3} "
OF_A_CLAIM = re.compile(
    rf"\b{DROPS}{OWN}{A_CLAIM}\b"
    rf"|\b(?:ma|la|cette|my|the|mi) {A_CLAIM}\b.{{0,20}}\b(?:j ?)?(?:veux|veut|voulais|want|"
    rf"quiero) (?:pu|pas|plus|no more)\b"
    rf"|\bj?(?:e )?(?:veux|voulais|tiens) (?:pu|pas|plus)\b.{{0,16}}\b(?:ma|la|cette|de) {A_CLAIM}\b"
    rf"|\b(?:don ?t|do not|dont) want\b.{{0,16}}\b{A_CLAIM}\b"
    rf"|\bno quiero\b.{{0,16}}\b{A_CLAIM}\b"
)
ALL_OF_IT = re.compile(
    r"(?:(?:non|no|ok|bon|ben|finalement|actually|ah|oh|hey|pis|scusez|desole) )*"
    r"(?:annule[zr]?|oublie[zr]?|efface[zr]?|enleve[zr]?|laisse[zr]?(?: (?:faire|tomber|"
    r"donc faire))?|laissez faire|cancel|"
    r"forget(?: about)?|drop|scrap|never ?mind|olvida|olvide|olvidelo|cancela|cancele|anule|bliye)"
    r"(?: (?:moi|donc))? ?(?:tout|toute|ca|sa|it|it all|all|all of it|all that|everything|the whole thing|"
    r"the whole (?:damn )?thing|toute ca|tout ca|toute l affaire|l affaire|la patente|todo|todo eso|tout bagay)"
    r"(?: (?:la|svp|stp|please|merci|finalement|j ?(?:e )?veux (?:pu|plus) rien|c est trop complique|"
    r"c trop complique|thanks))*"
)
AGREES = re.compile(
    r"(?:oui|ouin|ouais|ouep|yes|yeah|yep|si|ok|okay|wi|exact|c ca|stp|svp)(?: (?:oui|svp|stp|please|"
    r"merci|la|le|les|ca|it|"
    r"annule\w*|cancel\w*|oublie\w*|efface\w*|enleve\w*|laisse\w*|faire|tomber|toute?|tout|all|everything|forget|drop|"
    r"ma|my|the|demande|claim|mi|cancelala|por favor|whole|thing))*"
)

REFUSES = re.compile(
    r"(?:non|no|nan|nope|nonon)(?: (?:non|no|garde\w*|laisse\w*|la|le|ca|it|keep|leave|svp|please|"
    r"merci|thanks|pas|annule\w*|"
    r"dejal[ao]|there|comme|annulez|don t|cancel|je|veux|continue\w*|on|envoye\w*))*"
)


def says(words: str, *, said_of_all: bool) -> bool:
    """Whether they cancel their claim in so many words; `said_of_all`: "forget the whole thing" is of it too."""
    said = fold(words)
    if len(said.split()) > LONGEST or said.startswith("comment "):
        return False
    return OF_A_CLAIM.search(said) is not None or (said_of_all and ALL_OF_IT.fullmatch(said) is not None)
