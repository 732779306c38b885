package chat.beseda.correspondence;

import chat.beseda.bans.Bans;
import chat.beseda.conversations.Conversation;
import chat.beseda.conversations.ConversationId;
import chat.beseda.conversations.Conversations;
import chat.beseda.conversations.Opening;
import chat.beseda.conversations.Posted;
import chat.beseda.conversations.Refusal;
import chat.beseda.events.ClientId;
import chat.beseda.formatting.Words;
import chat.beseda.incoming.Address;
import chat.beseda.incoming.Bounce;
import chat.beseda.incoming.Nature;
import chat.beseda.incoming.Received;
import chat.beseda.mail.ReplyMarks;
import chat.beseda.mailbox.Intake;
import chat.beseda.mailbox.LetterState;
import chat.beseda.unseen.ReturnedLetters;
import chat.beseda.visitors.Visitor;
import chat.beseda.visitors.Visitors;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Takes answers to our letters into the conversations these were about. Thread-safe. */
public final class Answers implements Intake {
    /** Of one sender in an hour. */
    static final int MOST_AN_HOUR = 20;

    /** As a visitor may write in the window; the whole letter is kept beside. */
    private static final int LONGEST = 4_000;

    private static final String MORE = "…";

    private final ReplyMarks marks;
    private final Conversations conversations;
    private final Visitors visitors;
    private final Bans bans;
    private final ReturnedLetters returned;
    private final AnswerFiles files;
    private final ToIntFunction<String> enteredLately;

    /** @param enteredLately how many letters of a sender became messages in the last hour */
    public Answers(
            ReplyMarks marks,
            Conversations conversations,
            Visitors visitors,
            Bans bans,
            ReturnedLetters returned,
            AnswerFiles files,
            ToIntFunction<String> enteredLately) {
        this.marks = marks;
        this.conversations = conversations;
        this.visitors = visitors;
        this.bans = bans;
        this.returned = returned;
        this.files = files;
        this.enteredLately = enteredLately;
    }

    @Override
    public Optional<Taken> take(String name, Received letter, boolean whole) {
        letter.bounce().filter(Bounce::permanent).ifPresent(this::note);
        return letter.nature() == Nature.OWN
                ? Optional.empty()
                : marks.judge(carriers(letter), sender(letter)).map(judged -> taken(judged, name, letter, whole));
    }

    /** Anybody may have written it: only an address is believed that a mark of the letter was made for. */
    private void note(Bounce bounce) {
        for (String address : bounce.recipients()) {
            for (String id : bounce.messageIds()) {
                if (marks.judge(List.of(id), address).orElse(null) instanceof ReplyMarks.Judged.True(long matter)) {
                    returned.note(new ConversationId(matter), address, id, bounce.words());
                }
            }
        }
    }

    /** Where a mark may stand, the surest first. */
    private static List<String> carriers(Received letter) {
        var carriers = new ArrayList<String>();
        letter.bounce().ifPresent(bounce -> carriers.addAll(bounce.messageIds()));
        carriers.addAll(letter.answered());
        letter.to().stream().map(Address::address).forEach(carriers::add);
        return carriers;
    }

    private static String sender(Received letter) {
        return letter.from().map(Address::address).orElse("");
    }

    private Taken taken(ReplyMarks.Judged judged, String name, Received letter, boolean whole) {
        return switch (judged) {
            case ReplyMarks.Judged.Forged() -> aside(LetterState.FORGED, null);
            case ReplyMarks.Judged.OtherSender(long matter) ->
                aside(letter.nature() == Nature.PERSON ? LetterState.OTHER_SENDER : natural(letter.nature()), matter);
            case ReplyMarks.Judged.True(long matter) ->
                letter.nature() != Nature.PERSON
                        ? aside(natural(letter.nature()), matter)
                        : whole ? entered(matter, name, letter) : aside(LetterState.TOO_BIG, matter);
        };
    }

    private static LetterState natural(Nature nature) {
        return nature == Nature.BOUNCE ? LetterState.BOUNCED : LetterState.AUTOMATIC;
    }

    private Taken entered(long matter, String name, Received letter) {
        Optional<Conversation> about = conversations.byId(new ConversationId(matter));
        Optional<Visitor> visitor =
                about.flatMap(each -> visitors.byId(each.facts().visitor()));
        if (about.isEmpty() || visitor.isEmpty()) {
            return aside(LetterState.GONE, matter);
        }
        if (bans.of(visitor.get().site(), visitor.get().id()).isPresent()) {
            return aside(LetterState.BLOCKED, matter);
        }
        if (enteredLately.applyAsInt(sender(letter)) >= MOST_AN_HOUR) {
            return aside(LetterState.TOO_MANY, matter);
        }
        AnswerFiles.Kept kept = files.kept(visitor.get(), letter.files());
        String words = words(letter, kept.ids().isEmpty());
        if (words.isBlank() && kept.ids().isEmpty()) {
            return new Taken(LetterState.EMPTY, matter, kept.leftOut());
        }
        Opening opening = new Opening(
                null, about.get().facts().language(), about.get().facts().department());
        var saying = new Conversations.Saying(new Words.Plain(words), kept.ids(), null, sender(letter));
        Posted posted = conversations.postByVisitor(visitor.get(), opening, new ClientId(name), saying);
        return switch (posted) {
            case Posted.Stored stored ->
                new Taken(LetterState.ENTERED, stored.conversation().value(), leftOut(kept, words));
            case Posted.Refused(Refusal refusal) -> {
                files.drop(visitor.get(), kept);
                yield refused(refusal, matter);
            }
        };
    }

    private static Taken refused(Refusal refusal, long matter) {
        return switch (refusal) {
            case Refusal.Rate rate -> aside(LetterState.TOO_MANY, matter);
            case Refusal.MessageEmpty empty -> aside(LetterState.EMPTY, matter);
            case Refusal.Busy busy -> throw new Later(busy.code());
            case Refusal.Closing closing -> throw new Later(closing.code());
            case Refusal.Storage storage -> throw new Later(storage.code());
            default -> aside(LetterState.UNREADABLE, matter);
        };
    }

    /** What is new; all of it where nothing seems to be. */
    private static String words(Received letter, boolean alone) {
        String said = letter.answer().isBlank() && alone ? letter.text() : letter.answer();
        return said.codePointCount(0, said.length()) <= LONGEST
                ? said
                : said.substring(0, said.offsetByCodePoints(0, LONGEST - 1)) + MORE;
    }

    /** A letter whose end didn't go in is told of beside its files, so that somebody may read it whole. */
    private static List<String> leftOut(AnswerFiles.Kept kept, String words) {
        return words.endsWith(MORE) && words.codePointCount(0, words.length()) == LONGEST
                ? Stream.concat(kept.leftOut().stream(), Stream.of(MORE)).toList()
                : kept.leftOut();
    }

    private static Taken aside(LetterState state, @Nullable Long matter) {
        return new Taken(state, matter, List.of());
    }
}
