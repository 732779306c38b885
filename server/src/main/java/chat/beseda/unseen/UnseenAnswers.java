package chat.beseda.unseen;

import chat.beseda.audit.Actor;
import chat.beseda.audit.Audit;
import chat.beseda.bans.Bans;
import chat.beseda.conversations.Conversation;
import chat.beseda.conversations.ConversationId;
import chat.beseda.conversations.Conversations;
import chat.beseda.events.Author;
import chat.beseda.events.Event;
import chat.beseda.events.EventBody;
import chat.beseda.events.Stream;
import chat.beseda.forms.FieldChecks;
import chat.beseda.mail.Mail;
import chat.beseda.mail.MailAddress;
import chat.beseda.security.RandomTokens;
import chat.beseda.sites.SiteId;
import chat.beseda.storage.Database;
import chat.beseda.storage.Transaction;
import chat.beseda.visitors.Visitor;
import chat.beseda.visitors.VisitorId;
import chat.beseda.visitors.Visitors;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;

/**
 * Finds answers that wait for visitors who are gone, and remembers which of them went out by e-mail. No answer is in two letters: the
 * place is moved in the transaction that queues the letter. Blocks; thread-safe.
 */
public final class UnseenAnswers {
    /** To one address in a day: it may be a stranger's. */
    static final int MOST_TO_AN_ADDRESS = 30;

    /** After a start nobody is here before the lines are back. */
    static final Duration RECONNECTING = Duration.ofMinutes(1);

    private static final Duration DAY = Duration.ofDays(1);
    private static final int PAGE = 200;
    private static final int MOST_ANSWERS = 100;
    private static final int LOOKED_BACK = 50;

    private final Database database;
    private final Conversations conversations;
    private final Visitors visitors;
    private final Predicate<VisitorId> present;
    private final Bans bans;
    private final Mail mail;
    private final Audit audit;
    private final InstantSource clock;
    private final RandomTokens random = new RandomTokens();
    private final SqlUnseenStore store = new SqlUnseenStore();
    private final AtomicReference<Mailing> mailing;
    private final long bornAt;

    /** @param present whether a visitor is on the site now */
    public UnseenAnswers(
            Database database,
            Conversations conversations,
            Visitors visitors,
            Predicate<VisitorId> present,
            Bans bans,
            Mail mail,
            Audit audit,
            InstantSource clock) {
        this.database = database;
        this.conversations = conversations;
        this.visitors = visitors;
        this.present = present;
        this.bans = bans;
        this.mail = mail;
        this.audit = audit;
        this.clock = clock;
        this.mailing = new AtomicReference<>(database.read(store::mailing).orElse(Mailing.USUAL));
        this.bornAt = clock.millis();
    }

    /**
     * How answers reach a visitor who does not see them.
     *
     * @param minutes how long they wait for him before
     * @param stopped he wants no letters of the site
     * @param returned letters to the address come back
     */
    public record Way(String to, int minutes, boolean stopped, boolean returned) {}

    /**
     * What one of our letters was about.
     *
     * @param email it went to, in small letters
     * @param at when it was written, UTC epoch milliseconds
     */
    public record Known(Conversation conversation, String email, long at) {}

    public Mailing mailing() {
        return mailing.get();
    }

    /**
     * Says whether answers go out, and when.
     *
     * @throws chat.beseda.forms.InvalidFields naming everything that is wrong
     */
    public Mailing change(Actor actor, Mailing wanted) {
        var checks = new FieldChecks();
        checks.range("minutes", wanted.minutes(), Mailing.LEAST, Mailing.MOST);
        checks.refuse();
        return database.write(transaction -> {
            store.put(transaction.handle(), wanted);
            audit.write(
                    transaction,
                    actor,
                    "mail.answers.changed",
                    "mail",
                    Map.of("on", Boolean.toString(wanted.on()), "minutes", Integer.toString(wanted.minutes())));
            transaction.afterCommit(() -> mailing.set(wanted));
            return wanted;
        });
    }

    /** By e-mail, if answers go out at all, and he left an address. */
    public Optional<Way> wayTo(Visitor visitor) {
        Mailing now = mailing.get();
        return address(visitor)
                .filter(to -> now.on() && mail.account().isOn())
                .map(to -> database.read(handle -> new Way(
                        to,
                        now.minutes(),
                        store.isStopped(handle, visitor.site(), small(to)),
                        store.isReturned(handle, visitor.site(), small(to)))));
    }

    /** Says that the visitor's address is to be written to again although letters came back from it. */
    public void tryAgain(Visitor visitor) {
        address(visitor)
                .ifPresent(to -> database.write(transaction -> {
                    store.tryAgain(transaction.handle(), visitor.site(), small(to));
                    return true;
                }));
    }

    /** Those that have to go out now. */
    public List<UnseenLetter> due() {
        Mailing now = mailing.get();
        if (!now.on() || clock.millis() < bornAt + RECONNECTING.toMillis()) {
            return List.of();
        }
        var letters = new ArrayList<UnseenLetter>();
        collect(letters, now, false);
        collect(letters, now, true);
        return letters;
    }

    private void collect(List<UnseenLetter> letters, Mailing now, boolean over) {
        long since = clock.millis() - UnseenRule.OLDEST.toMillis();
        long before = clock.millis() - now.patience().toMillis();
        long after = 0;
        List<ConversationId> page;
        do {
            long from = after;
            page = database.read(handle -> store.candidates(handle, over, from, since, before, PAGE));
            for (ConversationId id : page) {
                letter(id, now).ifPresent(letters::add);
                after = id.value();
            }
        } while (page.size() == PAGE);
    }

    private Optional<UnseenLetter> letter(ConversationId id, Mailing now) {
        Optional<Conversation> conversation = conversations.byId(id);
        Optional<String> to = conversation
                .flatMap(each -> visitors.byId(each.facts().visitor()))
                .filter(this::mayBeWritten)
                .flatMap(UnseenAnswers::address);
        if (to.isEmpty()) {
            return Optional.empty();
        }
        long seen = conversation.orElseThrow().facts().visitorSeen();
        long sent = database.read(handle -> store.sentUpTo(handle, id));
        long copied = database.read(handle -> store.copiedAt(handle, id, small(to.get())));
        List<Event> log = conversations.events(id, Stream.PUBLIC, Math.max(seen, sent), MOST_ANSWERS).stream()
                .filter(event -> event.at() > copied)
                .toList();
        List<Event> answers = UnseenRule.toSend(log, seen, sent, clock.millis(), now.patience());
        return answers.isEmpty()
                ? Optional.empty()
                : Optional.of(new UnseenLetter(
                        conversation.get(),
                        to.get(),
                        question(id, answers.getFirst().seq()),
                        answers,
                        random.name()));
    }

    private boolean mayBeWritten(Visitor visitor) {
        long since = clock.millis() - DAY.toMillis();
        return !present.test(visitor.id())
                && bans.of(visitor.site(), visitor.id()).isEmpty()
                && address(visitor)
                        .map(to -> database.read(handle -> store.lettersTo(handle, small(to), since)))
                        .filter(letters -> letters < MOST_TO_AN_ADDRESS)
                        .isPresent();
    }

    private Optional<Event> question(ConversationId id, long before) {
        return conversations.eventsBefore(id, Stream.PUBLIC, before, LOOKED_BACK).reversed().stream()
                .filter(event -> event.body() instanceof EventBody.Message)
                .filter(event -> event.author() instanceof Author.OfVisitor)
                .findFirst();
    }

    /**
     * Notes that a letter goes out, and tells the operators; false when the visitor has seen some of it meanwhile, was sent it another
     * way, or wants none.
     */
    public boolean settle(Transaction transaction, UnseenLetter letter) {
        Conversation about = letter.conversation();
        String email = small(letter.to());
        if (store.sentUpTo(transaction.handle(), about.id()) >= letter.first()
                || store.copiedAt(transaction.handle(), about.id(), email)
                        >= letter.answers().getFirst().at()
                || store.lettersTo(transaction.handle(), email, clock.millis() - DAY.toMillis()) >= MOST_TO_AN_ADDRESS
                || store.isStopped(transaction.handle(), about.facts().site(), email)
                || store.isReturned(transaction.handle(), about.facts().site(), email)) {
            return false;
        }
        boolean noted = conversations.noteBeside(
                transaction,
                about.id(),
                now -> now.facts().visitorSeen() < letter.first(),
                new EventBody.Mailed(letter.to(), letter.first(), letter.last()));
        if (noted) {
            store.put(transaction.handle(), letter, email, clock.millis());
        }
        return noted;
    }

    /**
     * The letter that has this token in its links.
     *
     * @param token hostile
     */
    public Optional<Known> ofToken(String token) {
        return database.read(handle -> store.byToken(handle, token))
                .flatMap(row -> conversations
                        .byId(row.conversation())
                        .map(conversation -> new Known(conversation, row.email(), row.at())));
    }

    /** Whether an address wants no letters of the letter's site. */
    public boolean isStopped(Known letter) {
        return database.read(
                handle -> store.isStopped(handle, letter.conversation().facts().site(), letter.email()));
    }

    /** Says that an address wants no letters of the letter's site any more, or does again. */
    public void stop(Known letter, boolean stopped) {
        database.write(transaction -> {
            if (stopped) {
                store.stop(transaction.handle(), letter.conversation().facts().site(), letter.email(), clock.millis());
            } else {
                SiteId site = letter.conversation().facts().site();
                store.resume(transaction.handle(), site, letter.email());
                store.tryAgain(transaction.handle(), site, letter.email());
            }
            return stopped;
        });
    }

    private static Optional<String> address(Visitor visitor) {
        return Optional.ofNullable(visitor.email())
                .filter(email -> MailAddress.ascii(email).isPresent());
    }

    private static String small(String email) {
        return email.toLowerCase(Locale.ROOT);
    }
}
