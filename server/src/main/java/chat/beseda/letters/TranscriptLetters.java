package chat.beseda.letters;

import chat.beseda.conversations.Conversation;
import chat.beseda.conversations.Conversations;
import chat.beseda.events.Author;
import chat.beseda.events.Event;
import chat.beseda.events.EventBody;
import chat.beseda.mail.Letter;
import chat.beseda.mail.Mail;
import chat.beseda.operators.OperatorId;
import chat.beseda.sites.Site;
import chat.beseda.sites.Sites;
import chat.beseda.storage.Database;
import chat.beseda.time.Timers;
import chat.beseda.transcripts.TranscriptWish;
import chat.beseda.transcripts.Transcripts;
import chat.beseda.web.PageTexts;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes the conversations that visitors want by e-mail, once they are over. Thread-safe. */
public final class TranscriptLetters {
    private static final Duration LOOK = Duration.ofSeconds(10);
    private static final int AT_ONCE = 50;
    private static final int PAGE = 500;
    /** Of one letter; the conversation itself is kept whole. */
    private static final int MOST_EVENTS = 2_000;

    private final Desk desk;
    private final Mail mail;
    private final Transcripts transcripts;
    private final Conversations conversations;
    private final Sites sites;
    private final BiFunction<OperatorId, String, String> names;
    private final PageTexts texts = new PageTexts(TranscriptLetters.class, "letters");

    /** @param names what an operator is called in a language */
    public TranscriptLetters(
            Database database,
            Transcripts transcripts,
            Conversations conversations,
            Sites sites,
            BiFunction<OperatorId, String, String> names,
            Mail mail) {
        this.desk = new Desk(database, mail);
        this.mail = mail;
        this.transcripts = transcripts;
        this.conversations = conversations;
        this.sites = sites;
        this.names = names;
    }

    /** Goes on until the timers stop. */
    public void keep(Timers timers) {
        desk.keep(timers, LOOK, this::writeDue);
    }

    private void writeDue() {
        for (TranscriptWish wish : transcripts.due(AT_ONCE)) {
            desk.send(
                    wish.conversation(),
                    () -> Stream.ofNullable(letter(wish)).toList(),
                    transaction -> transcripts.settle(transaction, wish));
        }
    }

    private @Nullable Letter letter(TranscriptWish wish) {
        Conversation conversation = conversations.byId(wish.conversation()).orElse(null);
        Site site = conversation == null
                ? null
                : sites.byId(conversation.facts().site()).orElse(null);
        List<Event> events = conversation == null ? List.of() : events(conversation);
        // Nobody answered: whoever asked would send their own words to whom they like.
        boolean isAnswered = events.stream()
                .anyMatch(event ->
                        event.body() instanceof EventBody.Message && event.author() instanceof Author.OfOperator);
        return conversation == null || site == null || !isAnswered ? null : letter(wish, conversation, site, events);
    }

    private Letter letter(TranscriptWish wish, Conversation conversation, Site site, List<Event> events) {
        String language = site.languageFor(wish.language());
        ZoneId zone = wish.zone().isEmpty() ? site.timeZone() : ZoneId.of(wish.zone());
        var locale = Locale.of(language);
        DateTimeFormatter date =
                DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale);
        ZonedDateTime begun =
                Instant.ofEpochMilli(conversation.facts().openedAt()).atZone(zone);
        Map<String, String> params = Map.of("site", site.name(), "date", date.format(begun));
        var paper = new LetterPaper(language, texts.of(language, "transcript.subject", params));
        var writing = new LetterTalk(paper, texts, names, language, zone, site);
        events.stream().takeWhile(event -> writing.hasRoom()).forEach(writing::add);
        if (!writing.hasRoom()) {
            paper.line(texts.of(language, "transcript.more", params));
        }
        if (mail.awaitsAnswers()) {
            paper.paragraph(texts.of(language, "transcript.answer", params));
        }
        paper.quiet(texts.of(language, "transcript.why", params));
        return paper.letter("transcript", wish.email(), List.of())
                .answerable(conversation.id().value());
    }

    private List<Event> events(Conversation conversation) {
        var all = new ArrayList<Event>();
        List<Event> page = conversations.events(conversation.id(), chat.beseda.events.Stream.PUBLIC, 0, PAGE);
        while (!page.isEmpty() && all.size() < MOST_EVENTS) {
            all.addAll(page);
            page = conversations.events(
                    conversation.id(),
                    chat.beseda.events.Stream.PUBLIC,
                    page.getLast().seq(),
                    PAGE);
        }
        return all;
    }
}
