# What any dialogue may have to say.
dialogue-yes = yes
dialogue-no = no
dialogue-changed = Something changed since. Here it is up to date:
dialogue-unclear-choice = This is not clear. Please answer with a number of the list.
dialogue-unclear-words = This message is empty. Please write a few words.
dialogue-unclear-number = This is not clear. Please write a number from { $least } to { $most }. Example: 12
dialogue-unclear-money = This is not clear. Please write an amount. Example: 7.50
dialogue-unclear-photo = Please send a photo, or answer with a digit. Example: 1
dialogue-unclear-yes-no = This is not clear. Please answer 1 for the first choice, 2 for the second.
dialogue-too-long = This is too long here: { $length } letters, { $longest } at most. Could it be shorter?
dialogue-handed-over = No trouble: { $name } will look at this with you. To talk right now: { $phone }
# Coordinators only.
dialogue-form-left = I left that question there. Nothing is done. For an example, write /help and the name of the command.
dialogue-form-left-not-stopped = I left what you were filling in. Nothing is done. To receive no more messages, write STOP once more.

dialogue-expired = Your answer did not come, so we stop here. To begin again, text AIDE.
dialogue-expired-kept = We stop here, but your words are kept: a person will read them. To begin again, text COMMENT.
dialogue-expired-nameless = We stop here. Nobody read your words, they are erased. To start again: COMMENT
dialogue-end = that is all
dialogue-then-asks = { $before }
    { $question }
