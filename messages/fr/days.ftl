### Not for basic phones: coordinators read these on Telegram, in the shell or on the desk.
# A day or hours of a command that are in doubt: what may be meant is asked, one button each.
days-weekday = « { $words } » : le jour de la semaine et la date ne vont pas ensemble. { $which }
days-passed = « { $words } » : c'est passé. { $which }
days-yet-to-come = « { $words } » : ce n'est pas encore passé. Écrivez un jour passé, ou aujourd'hui.
days-year = « { $words } » : c'est très loin. { $which }
days-which = « { $words } » peut vouloir dire plusieurs jours. { $which }
days-night = « { $words } » : c'est la nuit. { $which }
days-backwards = « { $words } » : la fin vient avant le début. { $which }
days-not-after = « { $words } » : la réponse promise vient après la rencontre du { $date }, pas avant ni très loin. { $which }
days-another = Écrivez-le autrement. Exemple : mardi 8 décembre 13h30 à 15h30
days-or-1 = C'est { $first }? Choisissez, ou écrivez autre chose.
days-or-2 = C'est { $first } ou { $second }? Choisissez, ou écrivez autre chose.
days-or-3 = C'est { $first }, { $second } ou { $third }? Choisissez, ou écrivez autre chose.
days-day = le { $date }
days-hours = de { $start } à { $end }
days-from = à { $start }
days-of-the-night = { $hours }, la nuit
days-until = Le { $date } à { $start } : jusqu'à quelle heure? Exemple : 15h30
days-what-hours = Le { $date } : de quelle heure à quelle heure? Exemple : 13h30 à 15h30
