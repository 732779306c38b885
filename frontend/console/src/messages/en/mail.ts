/** E-mail: by what letters go out and what becomes of them. */
export const mail = {
  "settings.mail": "E-mail",
  "settings.mailWords":
    "e-mail email letters smtp server sending sender queue gmail yandex mail.ru outlook postfix answers incoming imap mailbox folder plus automatic reply",
  "mail.lead": "Which mail server letters go out by: answers to visitors, copies of conversations, scheduled reports.",
  "mail.form": "Sending letters",
  "mail.off": "E-mail is not set up yet",
  "mail.offHint": "Letters wait instead of going out. Choose your mail service or enter a server of your own.",
  "mail.on": "E-mail is set up.",
  "mail.trouble": "Letters don't go out right now",
  "mail.troubleSince": "Since: {at}. Next try: {next}. Letters wait and won't be lost.",
  "mail.queue.empty": "No letters in the queue.",
  "mail.queue.waiting": { one: "{count} letter waits to be sent.", other: "{count} letters wait to be sent." },
  "mail.queue.oldest": "The oldest one was put in: {time}.",
  "mail.queue.refused": { one: "{count} letter was refused.", other: "{count} letters were refused." },
  "mail.service": "Mail service",
  "mail.service.gmail": "Gmail",
  "mail.service.yandex": "Yandex",
  "mail.service.mailru": "Mail.ru",
  "mail.service.microsoft": "Outlook (Microsoft 365)",
  "mail.service.own": "Own Postfix",
  "mail.serviceHint":
    "Fills in server, encryption and port. If yours isn't here, ask whoever looks after your mail for them.",
  "mail.serviceHint.gmail":
    "Needs an app password: turn on 2-Step Verification in the Google account and create one there. The usual password won't do.",
  "mail.serviceHint.yandex":
    "Needs an app password: create one in Yandex ID, under Security, and allow mail programs in the settings of the mailbox.",
  "mail.serviceHint.mailru":
    "Needs a password for external applications: create one in the settings of the mail, under Security. The usual one won't do.",
  "mail.serviceHint.microsoft":
    "SMTP AUTH has to be on for the mailbox: ask the administrator of Microsoft 365. Personal Outlook.com and Hotmail mailboxes won't do.",
  "mail.serviceHint.own":
    "Postfix on the machine that Beseda runs on takes letters without signing in: no user name, no password.",
  "mail.host": "Mail server (SMTP)",
  "mail.hostHint": "Without one, e-mail is off and letters wait",
  "mail.port": "Port",
  "mail.security": "Encryption",
  "mail.security.starttls": "STARTTLS",
  "mail.security.tls": "TLS from the start",
  "mail.security.none": "None",
  "mail.securityHint.starttls": "The connection begins in the open and is encrypted at once. Usually port 587.",
  "mail.securityHint.tls": "The connection is encrypted from the first second. Usually port 465.",
  "mail.securityHint.none":
    "Letters and the password cross the network in the open: only for a mail server on this very machine. Usually port 25.",
  "mail.user": "User name",
  "mail.userHint": "Usually the whole address of the mailbox. Empty: the server takes letters without signing in.",
  "mail.password": "Password of the mailbox or app",
  "mail.passwordKept": "Kept. Leave empty not to change it",
  "mail.from": "Sender's address",
  "mail.name": "Sender's name",
  "mail.namePlaceholder": "Support",
  "mail.test": "Test",
  "mail.testTo": "Send a test letter to",
  "mail.testHint": "With what is entered above, even if it is not saved yet",
  "mail.testSend": "Send",
  "mail.testBusy": "Sending. This may take up to 20 seconds…",
  "mail.testSent": "The server has taken the letter",
  "mail.testLook": "Look into the mailbox of {to}. If it isn't there, look into the spam folder.",
  "mail.testSave": "Now save the settings.",
  "mail.testFailed": "The letter was not sent",
  "mail.words": "Word for word:",
  "mail.code.unknown_host": "There is no server of this name. Check the name of the mail server for a slip.",
  "mail.code.no_connection":
    "The server could not be connected to. Check port and encryption, and whether your hosting blocks this port.",
  "mail.code.timeout":
    "The server did not answer in time. Check the port: hostings often block 25. Or wait, if the server is busy.",
  "mail.code.tls":
    "Encryption could not be set up: the certificate doesn't fit, or the encryption is another one. Check the server's name, port and encryption.",
  "mail.code.no_starttls":
    "The server doesn't offer STARTTLS on this port. Choose “TLS from the start”, usually port 465.",
  "mail.code.auth":
    "The server did not accept the user name or the password. Check them; Gmail, Yandex and Mail.ru want an app password, not the usual one.",
  "mail.code.no_folder": "The mailbox has no such folder. Letters usually lie in INBOX.",
  "mail.code.sender_refused":
    "The server doesn't allow letters from this address. Enter a sender's address that belongs to this mailbox.",
  "mail.code.recipient_refused":
    "The server did not accept the recipient's address. Check it for a slip, and whether the mailbox exists.",
  "mail.code.too_big": "The letter is too big for this server. Ask its administrator to raise the limit.",
  "mail.code.server":
    "The server refused. Its answer says why; if that is unclear, show it to whoever looks after your mail.",
  "mail.code.broken": "The connection broke midway. Sending again usually helps.",
  "mail.code.returned":
    "The server took the letter and sent it back later: it could not be delivered. Check the visitor's address: no more answers go there.",
  "mail.answers": "Answers by e-mail",
  "mail.answersLead":
    "A visitor closed the site before the answer came but left an address: the answer comes to them in a letter. For their reply to come back into the conversation a mailbox is needed, see below.",
  "mail.answersOn": "Send unread answers in a letter",
  "mail.answersHint": "All unread answers of a conversation come in one letter, each of them once",
  "mail.answersNoMail": "It works once e-mail is set up",
  "mail.answersMinutes": "How many minutes to wait for the visitor",
  "mail.answersUnlinked":
    "Letters will have no links to the conversation or for unsubscribing: the server doesn't know its address. Set BESEDA_PUBLIC_URL.",
  "mail.letters": "Letters that didn't go out",
  "mail.lettersMore": "These are the newest {count}.",
  "mail.about.report": "Scheduled report",
  "mail.about.transcript": "Copy of a conversation",
  "mail.about.answer": "Answer to a visitor",
  "mail.about.test": "Test letter",
  "mail.about.other": "Letter",
  "mail.state.waiting": "will be tried again",
  "mail.state.refused": "refused",
  "mail.state.returned": "came back",
  "mail.tries": { one: "{count} try", other: "{count} tries" },
  "mail.nextAt": "next: {time}",
  "mail.queuedAt": "queued: {time}",
  "mail.again": "Send again",
  "mail.drop": "Delete",
  "mail.dropSure": "Really delete?",
} as const;
