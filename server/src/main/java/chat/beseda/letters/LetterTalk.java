package chat.beseda.letters;

import chat.beseda.events.Author;
import chat.beseda.events.Event;
import chat.beseda.events.EventBody;
import chat.beseda.files.Attachment;
import chat.beseda.formatting.DocumentHtml;
import chat.beseda.operators.OperatorId;
import chat.beseda.sites.Site;
import chat.beseda.web.PageTexts;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Messages of one conversation on their way onto the paper. Not thread-safe. */
final class LetterTalk {
    private static final int MOST_CHARACTERS = 300_000;
    private static final String VISITORS_LINE = "#b8c1cd";

    private final LetterPaper paper;
    private final PageTexts texts;
    private final BiFunction<OperatorId, String, String> names;
    private final String language;
    private final ZoneId zone;
    private final Site site;
    private final DateTimeFormatter date;
    private final DateTimeFormatter time;
    private final LetterLook look = new LetterLook();
    private @Nullable LocalDate day;
    private int characters;

    /** @param names what an operator is called in a language */
    LetterTalk(
            LetterPaper paper,
            PageTexts texts,
            BiFunction<OperatorId, String, String> names,
            String language,
            ZoneId zone,
            Site site) {
        Locale locale = Locale.of(language);
        this.paper = paper;
        this.texts = texts;
        this.names = names;
        this.language = language;
        this.zone = zone;
        this.site = site;
        this.date = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(locale);
        this.time = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale);
    }

    boolean hasRoom() {
        return characters < MOST_CHARACTERS;
    }

    void add(Event event) {
        if (event.body() instanceof EventBody.Message message) {
            ZonedDateTime at = Instant.ofEpochMilli(event.at()).atZone(zone);
            if (!at.toLocalDate().equals(day)) {
                day = at.toLocalDate();
                paper.line(date.format(at));
            }
            characters += plain(message).length();
            said(event.author(), when(at, message), message);
        }
    }

    private String when(ZonedDateTime at, EventBody.Message message) {
        String clock = time.format(at);
        return message.mail() == null ? clock : clock + ", " + texts.of(language, "transcript.mail", Map.of());
    }

    private void said(Author author, String when, EventBody.Message message) {
        Element place = author instanceof Author.OfOperator(OperatorId operator)
                ? paper.said(names.apply(operator, language), when, site.accent(), plain(message))
                : paper.said(word(author), when, VISITORS_LINE, plain(message));
        if (message.document() != null) {
            DocumentHtml.write(place, message.document(), look);
        } else if (author instanceof Author.OfOperator) {
            LetterPaper.linkedLines(place, message.text());
        } else {
            LetterPaper.lines(place, message.text());
        }
        for (Attachment file : message.files()) {
            place.appendElement("div").text(enclosed(file));
        }
    }

    private String word(Author author) {
        String name = author instanceof Author.OfVisitor ? "transcript.you" : "transcript.program";
        return texts.of(language, name, Map.of("site", site.name()));
    }

    private String plain(EventBody.Message message) {
        return Stream.concat(Stream.of(message.text()), message.files().stream().map(this::enclosed))
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private String enclosed(Attachment file) {
        return texts.of(language, "transcript.file", Map.of("name", file.name()));
    }
}
