package chat.beseda.archive;

import chat.beseda.conversations.ConversationId;
import chat.beseda.conversations.Conversations;
import chat.beseda.events.Author;
import chat.beseda.events.Event;
import chat.beseda.events.EventBody;
import chat.beseda.events.Stream;
import chat.beseda.operators.OperatorId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads what operators wrote to each other beside a conversation. Blocks; thread-safe. */
final class Notes {
    private static final Pattern MENTION = Pattern.compile("@\\{([1-9]\\d{0,17})}");

    private final Conversations conversations;
    private final Function<OperatorId, String> names;

    /** @param names what those mentioned are called; empty where that is not to be said */
    Notes(Conversations conversations, Function<OperatorId, String> names) {
        this.conversations = conversations;
        this.names = names;
    }

    /** All of them, in order. */
    List<Archive.Note> of(ConversationId id) {
        var notes = new ArrayList<Archive.Note>();
        for (Event event : StreamLog.of(id, Stream.INTERNAL, conversations)) {
            if (event.body() instanceof EventBody.Note note
                    && event.author() instanceof Author.OfOperator(OperatorId who)) {
                notes.add(new Archive.Note(event.seq(), event.at(), who, note.text(), note.reply()));
            }
        }
        return notes;
    }

    /** All of them, as they are read. */
    List<Summary.Said> said(ConversationId id) {
        return of(id).stream()
                .map(note -> new Summary.Said(note.seq(), note.at(), note.operator(), true, named(note.text())))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private String named(String text) {
        return MENTION.matcher(text).replaceAll(found -> {
            String name = names.apply(new OperatorId(Long.parseLong(found.group(1))));
            return Matcher.quoteReplacement(name.isEmpty() ? "" : "@" + name);
        });
    }
}
