package chat.beseda.unseen;

import chat.beseda.conversations.Conversation;
import chat.beseda.conversations.ConversationId;
import chat.beseda.conversations.Conversations;
import chat.beseda.events.EventBody;
import chat.beseda.mail.Mail;
import chat.beseda.sites.SiteId;
import chat.beseda.storage.Database;
import chat.beseda.storage.Transaction;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Notes down letters about conversations that came back, so that no answers go to their addresses until somebody says so. Whoever
 * calls this has made sure that we wrote there. Blocks; thread-safe.
 */
public final class ReturnedLetters {
    private static final int MOST_REASON = 200;
    /** As of a diagnostic code: "smtp; 550 …". */
    private static final Pattern KIND = Pattern.compile("^[\\w-]+;\\s*");

    private final Database database;
    private final Conversations conversations;
    private final Mail mail;
    private final InstantSource clock;
    private final SqlUnseenStore store = new SqlUnseenStore();

    public ReturnedLetters(Database database, Conversations conversations, Mail mail, InstantSource clock) {
        this.database = database;
        this.conversations = conversations;
        this.mail = mail;
        this.clock = clock;
    }

    /**
     * Notes a letter down and tells the operators, once for each letter and each address.
     *
     * @param messageId the letter's
     * @param words what a mail server said, hostile
     */
    public void note(ConversationId about, String address, String messageId, String words) {
        Optional<Conversation> known = conversations.byId(about);
        if (known.isEmpty()) {
            return;
        }
        SiteId site = known.get().facts().site();
        String email = address.toLowerCase(Locale.ROOT);
        String said = KIND.matcher(words).replaceFirst("");
        database.write(transaction -> {
            boolean letter = mail.returned(transaction, messageId, email, said);
            boolean first = store.returned(transaction.handle(), site, email, clock.millis());
            return (letter || first) && told(transaction, about, email, said);
        });
    }

    private boolean told(Transaction transaction, ConversationId about, String email, String said) {
        return conversations.noteBeside(
                transaction, about, held -> true, new EventBody.Returned(email, shortened(said)));
    }

    private static String shortened(String words) {
        return words.codePointCount(0, words.length()) <= MOST_REASON
                ? words
                : words.substring(0, words.offsetByCodePoints(0, MOST_REASON - 1)) + "…";
    }
}
