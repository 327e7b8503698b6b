"""Distress calls a human; an ordinary complaint does not."""

from __future__ import annotations

import pytest

from messages.keywords import is_distress, understand

DISTRESS = """\
jirai pu, sa sert a rien. chu tanner de toute, la nuitte je dort pu
j vien pu sa sert arien chu tane de tout dort pu lanuit
je veux mourir
j'ai plus envie de vivre
jveu pu vivre
j'en peux pu, ça sert à rien, je dors plus
je pense au suicide
jai des idées noires
je vais me tuer
mon chum me frappe
il m'a battu encore hier
chu au bout du rouleau pis je pleure tout le temps
personne m'aime je vaux rien
jai envie den finir
j'ai pris toutes mes pilules
j'ai peur de mon ex
ca serait mieux si jetais morte
chu écoeuré de vivre
je mange pu je dors pu
a quoi bon. je vaux rien
je dors dans mon char avec mes enfants
on serait mieux sans moi
COMMENTAIRE la salle est froide pis moi je veux mourir
appelez le 911
I want to kill myself
i don't want to live anymore
i can't take it anymore, nobody cares
quiero morir
""".splitlines()

ORDINARY = """\
Ça sert à rien vos réunions
chu tanné du bruit
chu tanné d'attendre l'autobus
j'en peux plus des trous dans la rue
je dors plus à cause des camions
je dors mal la nuit à cause du voisin
ÇA FAIT DIX FOIS QU'ON LE DIT. ÇA DONNE RIEN. JE DÉBARQUE
On est tannés de toutes vos promesses
J'étais mort de rire
La semaine de prévention du suicide c'est bientôt
C'est suicidaire de traverser cette rue
J'ai mal dormi pour la rencontre
Les gens ont faim, faut une épicerie
On tue le village en fermant l'école
La vie coûte cher, on arrive pu
je suis fatigué ce soir je viens pas
ça sert à rien de parler, personne nous écoute
c'est plate à mourir
l'intervenante a parlé de nous comme si on était pas là, ça m'a fait de la peine
J'ai peur de mon propriétaire
la violence faite aux femmes augmente
I am tired of these meetings
kill the lights at night please
je suis brûlé après le travail
pas capable de trouver un logement
la police vient jamais vite
je pleure de joie
je suis pas capable de venir tout seul
small groups want dead simple messages
""".splitlines()


@pytest.mark.parametrize("text", DISTRESS)
def test_distress_is_heard(text: str) -> None:
    assert is_distress(text)
    assert understand(text).label == "distress"


@pytest.mark.parametrize("text", ORDINARY)
def test_an_ordinary_complaint_is_not_distress(text: str) -> None:
    assert not is_distress(text)
