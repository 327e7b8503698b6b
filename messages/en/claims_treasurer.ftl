### Not for basic phones: coordinators and the treasurer read these.

command-paiement = the list of a payment for the treasurer: names, amounts, mode
command-mode-paiement = note how a person wants to be paid
example-mode-paiement = /payment-mode 12 cheque
command-indemnites = what was refused or cut, and what each table pays
example-paiement = /payment 3
example-indemnites = /fairness 2026-2027
claims-treasurer = Payment no. { $number }, { $mode }, on { DATE($date, form: "year") }:
    { LINES($lines) }
    Total: { $total }
claims-payment-is-cancelled = Payment { $number } was cancelled on { $date }: pay nothing from it. What is left to pay: /claims
claims-treasurer-line = { $name }: { $amount }
claims-treasurer-name = Name
claims-treasurer-amount = Amount
claims-treasurer-mode = Mode
claims-treasurer-signature = Signature
claims-treasurer-made = List of payment no. { $number }: { $file }
claims-fairness = Year { $year }:
    { LINES($lines) }
claims-refused-slot = Refused or cut, { $name }: { $count }
claims-refused-none = Nothing was refused or cut.
claims-fairness-table = { $name }. Attendances: { $times }. Claims paid: { $paid }. Allowance of each: { $each }
journal-claims-list_made = list of a payment made for the treasurer ({ $people })
claims-pay-line-wished = { $line } (would rather: { $mode })
claims-wished = { $name } (no. { $number }): would rather be paid by { $mode }.
claims-wish-none = no wish
claims-wish-unknown = I do not know “{ $words }”. There are: cheque, transfer, cash, gift-card, none.
journal-claims-wished = wished mode of payment noted
