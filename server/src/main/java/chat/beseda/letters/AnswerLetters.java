package chat.beseda.letters;

import chat.beseda.conversations.Conversation;
import chat.beseda.events.Event;
import chat.beseda.events.EventBody;
import chat.beseda.mail.Letter;
import chat.beseda.mail.Mail;
import chat.beseda.operators.OperatorId;
import chat.beseda.sites.Site;
import chat.beseda.sites.Sites;
import chat.beseda.storage.Database;
import chat.beseda.time.Timers;
import chat.beseda.unseen.UnseenAnswers;
import chat.beseda.unseen.UnseenLetter;
import chat.beseda.web.PageTexts;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes the answers that visitors went away from without having seen them. Thread-safe. */
public final class AnswerLetters {
    private static final Duration LOOK = Duration.ofSeconds(15);
    /** Of the visitor's own words, which are there only so that he knows what it is about. */
    private static final int LONGEST_QUESTION = 600;

    private final Desk desk;
    private final Mail mail;
    private final UnseenAnswers unseen;
    private final Sites sites;
    private final BiFunction<OperatorId, String, String> names;
    private final @Nullable URI publicUrl;
    private final PageTexts texts = new PageTexts(AnswerLetters.class, "letters");

    /**
     * Makes the desk ready.
     *
     * @param names what an operator is called in a language
     * @param publicUrl where our pages are; null when nobody said, and letters lead to none
     */
    public AnswerLetters(
            Database database,
            UnseenAnswers unseen,
            Sites sites,
            BiFunction<OperatorId, String, String> names,
            Mail mail,
            @Nullable URI publicUrl) {
        this.desk = new Desk(database, mail);
        this.mail = mail;
        this.unseen = unseen;
        this.sites = sites;
        this.names = names;
        this.publicUrl = publicUrl;
    }

    /** Goes on until the timers stop. */
    public void keep(Timers timers) {
        desk.keep(timers, LOOK, this::writeDue);
    }

    private void writeDue() {
        for (UnseenLetter due : unseen.due()) {
            desk.send(
                    due.conversation().id(),
                    () -> Stream.ofNullable(letter(due)).toList(),
                    transaction -> unseen.settle(transaction, due));
        }
    }

    private @Nullable Letter letter(UnseenLetter due) {
        Conversation conversation = due.conversation();
        return sites.byId(conversation.facts().site())
                .map(site -> letter(due, conversation, site))
                .orElse(null);
    }

    private Letter letter(UnseenLetter due, Conversation conversation, Site site) {
        String language = site.languageFor(conversation.facts().language());
        Map<String, String> params = Map.of("site", site.name());
        var paper = new LetterPaper(language, texts.of(language, "answer.subject", params));
        paper.paragraph(texts.of(language, "answer.lead", params));
        var talk = new LetterTalk(paper, texts, names, language, site.timeZone(), site);
        due.question().map(AnswerLetters::shortened).ifPresent(talk::add);
        due.answers().forEach(talk::add);
        if (mail.awaitsAnswers()) {
            paper.paragraph(texts.of(language, "transcript.answer", params));
        }
        String thread = page("/thread/", due);
        String stop = page("/stop/", due);
        if (thread != null) {
            paper.link(texts.of(language, "answer.thread", params), thread);
        }
        paper.quiet(texts.of(language, "answer.why", params));
        if (stop != null) {
            paper.quietLink(texts.of(language, "answer.stop", params), stop);
        }
        return paper.letter("answer", due.to(), List.of())
                .answerable(conversation.id().value())
                .stoppable(stop);
    }

    private @Nullable String page(String path, UnseenLetter due) {
        return publicUrl == null ? null : publicUrl + path + due.token();
    }

    private static Event shortened(Event question) {
        if (!(question.body() instanceof EventBody.Message said)) {
            return question;
        }
        String text = said.text();
        String start = text.codePointCount(0, text.length()) <= LONGEST_QUESTION
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_QUESTION)) + "…";
        return new Event(
                question.stream(),
                question.seq(),
                question.at(),
                question.author(),
                question.cid(),
                new EventBody.Message(start, null, null, said.files(), null, said.mail()));
    }
}
