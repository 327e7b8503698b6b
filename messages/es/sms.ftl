### Not for basic phones.

# What the preview of a text message says about its cost and about what was changed.

sms-change-quotes = Comillas hechas rectas: { $count }
sms-change-apostrophes = Apóstrofos hechos rectos: { $count }
sms-change-dashes = Guiones largos hechos simples: { $count }
sms-change-ellipsis = Puntos suspensivos escritos con tres puntos: { $count }
sms-change-spaces = Espacios especiales hechos simples: { $count }
sms-change-letters = Letras escritas sin acento para enviar menos mensajes: { $count } ({ $what })
sms-warning-too-long = Demasiado largo: { $characters } caracteres. El máximo es { $most }.
