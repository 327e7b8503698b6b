# What stands around an e-mail, and the pages that its links open.
email-foot = { $organisation }
    Please do not answer this e-mail: nobody reads the answers. To answer or to talk to someone: { $contact }, { $phone }.
    To stop these e-mails: { $link }
    .segments = 2
email-invitation = Hello { $name }. { $who } ({ $organisation }) told you about our messages: news and meetings, about 4 a month. May we write to you at this address? If so, open this link within 60 days:
    { $link }

    Without your yes, we will not write again.
    .segments = 2
email-page-yes-title = Receive our messages
email-page-yes = { $organisation } may write to you at { $address }: news and meetings, about 4 messages a month. You can stop whenever you want: each e-mail says how.
    .segments = 2
email-page-yes-button = Yes, write to me
email-page-yes-done = Done. { $organisation } will write to you at { $address }. To talk to someone: { $contact }, { $phone }.
email-page-stop-title = Stop the e-mails
email-page-stop = { $organisation } will not write to { $address } any more.
email-page-stop-button = Stop the e-mails
email-page-stop-done = Done: no more e-mails to { $address }. To come back one day, or to talk to someone: { $contact }, { $phone }.
email-page-unknown-title = This link is of no use any more
email-page-unknown = This link was used already, or it is too old. To talk to someone: { $contact }, { $phone }.
