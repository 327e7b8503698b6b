# What is said when it is not clear who takes a message.
router-did-you-mean = Did you mean { $word }?
router-did-you-mean-stop = Do you want to stop all our messages?
router-not-stopped = All right, messages go on.
router-which-demand = Is it for your expenses, or to say something to the table?
router-demand-claim = my expenses
router-demand-comment = say something
router-which-question = Several questions are open. Which one?
router-unclear = This is not clear, but { $name } will read your words. Please answer with a number from 1 to { $count }. Example: 1
router-unclear-options = This is not clear, but { $name } will read your words. To answer: { $options }. Example: 1
router-stale-button = This question is over. The menu: AID
router-silence = We do not understand each other here. Please call { $name }: { $phone }
router-not-in-groups = I talk with one person at a time. Please write to me in private.
router-unknown-command = There is no command { $command }. The list: /help
