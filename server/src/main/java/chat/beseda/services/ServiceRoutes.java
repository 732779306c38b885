package chat.beseda.services;

import chat.beseda.mail.Mail;
import chat.beseda.mailbox.Mailbox;
import chat.beseda.rest.Route;
import chat.beseda.translation.Translations;
import chat.beseda.unseen.UnseenAnswers;
import java.util.List;
import java.util.stream.Stream;

/** The mail server, the mailbox and the translation service. */
public final class ServiceRoutes {
    private ServiceRoutes() {}

    /**
     * All of them.
     *
     * @param linked whether letters can lead to our pages
     */
    public static List<Route> of(
            Mail mail, Mailbox mailbox, UnseenAnswers unseen, boolean linked, Translations translations) {
        return Stream.of(
                        new MailRoutes(mail, unseen, linked).all(),
                        new MailboxRoutes(mailbox).all(),
                        new TranslationRoutes(translations).all())
                .flatMap(List::stream)
                .toList();
    }
}
