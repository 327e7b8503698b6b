### Not for basic phones: coordinators and the treasurer read these.

command-paiement = la liste d'un paiement pour la trésorerie : noms, montants, mode
command-mode-paiement = noter comment une personne veut être payée
example-mode-paiement = /mode-paiement 12 chèque
command-indemnites = ce qui a été refusé ou réduit, et ce que paie chaque table
example-paiement = /paiement 3
example-indemnites = /indemnites 2026-2027
claims-treasurer = Paiement no { $number }, { $mode }, le { DATE($date, form: "year") } :
    { LINES($lines) }
    Total : { $total }
claims-payment-is-cancelled = Le paiement no { $number } est annulé depuis le { $date } : ne payez rien d'après lui. Ce qui reste à payer : /demandes
claims-treasurer-line = { $name } : { $amount }
claims-treasurer-name = Nom
claims-treasurer-amount = Montant
claims-treasurer-mode = Mode
claims-treasurer-signature = Signature
claims-treasurer-made = Liste du paiement no { $number } : { $file }
claims-fairness = Année { $year } :
    { LINES($lines) }
claims-refused-slot = Refusés ou réduits, { $name } : { $count }
claims-refused-none = Rien n'a été refusé ni réduit.
claims-fairness-table = { $name }. Présences : { $times }. Demandes payées : { $paid }. Allocation de chacune : { $each }
journal-claims-list_made = liste d'un paiement faite pour la trésorerie ({ $people })
claims-pay-line-wished = { $line } (souhaite : { $mode })
claims-wished = { $name } (no { $number }) : paiement souhaité, { $mode }.
claims-wish-none = pas de souhait
claims-wish-unknown = Je ne connais pas « { $words } ». Ce qui existe : chèque, virement, comptant, carte-cadeau, rien.
journal-claims-wished = mode de paiement souhaité noté
