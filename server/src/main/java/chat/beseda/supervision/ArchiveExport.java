package chat.beseda.supervision;

import chat.beseda.archive.Archive;
import chat.beseda.archive.Archived;
import chat.beseda.archive.Summary;
import chat.beseda.forms.FieldChecks;
import chat.beseda.operators.OperatorId;
import chat.beseda.operators.Permission;
import chat.beseda.rest.Call;
import chat.beseda.rest.Fields;
import chat.beseda.rest.Route;
import chat.beseda.rest.Streamed;
import chat.beseda.sheets.Paper;
import chat.beseda.sheets.Sheet;
import chat.beseda.sheets.SheetFormat;
import chat.beseda.tags.Tag;
import chat.beseda.tags.TagId;
import chat.beseda.visitors.Visitor;
import chat.beseda.visitors.VisitorId;
import chat.beseda.web.PageTexts;
import chat.beseda.web.Problem;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * What was found, as a file. Rows are written as they are read, so that a million of them take no more memory than a hundred, and
 * reading ends when nobody takes them any more. Every export is in the audit log.
 */
final class ArchiveExport {
    private static final int PAGE = 100;
    private static final int MOST_ROWS = 1_000_000;
    /** A paper lies in memory while it is written. */
    private static final int MOST_ON_PAPER = 200;

    private static final int MOST_MESSAGES_ON_PAPER = 10_000;

    private final SupervisionHouse house;
    private final ArchiveQuestions questions;
    private final PageTexts texts = new PageTexts(ArchiveExport.class, "export");

    ArchiveExport(SupervisionHouse house) {
        this.house = house;
        this.questions = new ArchiveQuestions(house);
    }

    /** What the rows are. */
    enum Rows {
        CONVERSATIONS,
        MESSAGES,
        /** Also what operators wrote to each other. */
        MESSAGES_AND_NOTES
    }

    /** The kinds of files. */
    enum Format {
        CSV,
        XLSX,
        JSON,
        PDF
    }

    /** What is exported, for whom. */
    private record Wish(Archive.Question question, Rows rows, Format format, ZoneId zone, String language) {

        /** Messages, and notes where they are wanted. */
        long said(Archive.Size size) {
            return size.messages() + (rows == Rows.MESSAGES_AND_NOTES ? size.notes() : 0);
        }

        long rowsOf(Archive.Size size) {
            return rows == Rows.CONVERSATIONS ? size.conversations() : said(size);
        }
    }

    List<Route> all() {
        return List.of(Route.right(HandlerType.GET, "/api/archive/export", Permission.READ_ALL, this::export));
    }

    private Streamed export(Call call) {
        var checks = new FieldChecks();
        var wish = new Wish(
                questions.read(call, checks),
                ArchiveQuestions.word(call, "rows", Rows.class, checks),
                ArchiveQuestions.word(call, "format", Format.class, checks),
                Period.zone(call, checks),
                call.language());
        checks.refuse();
        Archive.Size size = house.archive().size(wish.question());
        long rows = wish.rowsOf(size);
        refuseTooMuch(wish, size);
        house.archive().exported(call.actor(), Fields.word(wish.rows()) + " " + Fields.word(wish.format()), rows);
        return context -> send(context, wish, rows);
    }

    private static void refuseTooMuch(Wish wish, Archive.Size size) {
        boolean paper = wish.format() == Format.PDF;
        if (paper && (size.conversations() > MOST_ON_PAPER || wish.said(size) > MOST_MESSAGES_ON_PAPER)) {
            throw refusal("export_paper_large", MOST_ON_PAPER, MOST_MESSAGES_ON_PAPER);
        }
        if (!paper && wish.rowsOf(size) > MOST_ROWS) {
            throw refusal("export_large", MOST_ROWS, 0);
        }
    }

    private static RuntimeException refusal(String code, long most, long messages) {
        var limits = Map.of("most", Long.toString(most), "messages", Long.toString(messages));
        return new Problem(422, code, limits, List.of(), null).refused();
    }

    private void send(Context context, Wish wish, long rows) {
        String ending = wish.format().name().toLowerCase(Locale.ROOT);
        context.header("Content-Disposition", "attachment; filename=\"beseda-archive." + ending + "\"");
        context.header("X-Beseda-Rows", Long.toString(rows));
        context.header("Cache-Control", "no-store");
        try (OutputStream out = context.outputStream()) {
            switch (wish.format()) {
                case CSV -> table(context, out, wish, SheetFormat.CSV);
                case XLSX -> table(context, out, wish, SheetFormat.XLSX);
                case JSON -> table(context, out, wish, SheetFormat.JSON);
                case PDF -> {
                    context.contentType("application/pdf");
                    Paper.write(paper(wish), out);
                }
            }
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private void table(Context context, OutputStream out, Wish wish, SheetFormat format) throws IOException {
        context.contentType(format.contentType());
        List<String> keys = wish.rows() == Rows.CONVERSATIONS ? CONVERSATION : MESSAGE;
        List<Sheet.Column> columns = keys.stream()
                .map(key -> new Sheet.Column(key, text(wish, named(key, wish))))
                .toList();
        try (Sheet sheet = format.open(out, text(wish, "title"), columns, wish.language())) {
            each(wish, (conversation, known) -> {
                if (wish.rows() == Rows.CONVERSATIONS) {
                    sheet.row(row(conversation, known, wish));
                    return;
                }
                for (Summary.Said said : said(conversation, wish)) {
                    sheet.row(row(conversation, said, known, wish));
                }
            });
        }
    }

    /** What counts as late is told with the answers that were. */
    private static String named(String key, Wish wish) {
        return key.equals("late_answers") && wish.question().late().workingHours() ? "late_answers_hours" : key;
    }

    /** What else is known of a page of conversations, read at once. */
    private record Known(Map<VisitorId, Visitor> visitors, Map<Long, List<TagId>> tags) {}

    /** Takes a conversation. */
    private interface Taker {
        void take(Archived conversation, Known known) throws IOException;
    }

    private Known known(List<Archived> page) {
        return new Known(
                house.visitors().byIds(page.stream().map(Archived::visitor).collect(Collectors.toSet())),
                house.conversations()
                        .taggings()
                        .of(page.stream().map(each -> each.id().value()).toList()));
    }

    private void each(Wish wish, Taker taker) throws IOException {
        Long from = null;
        do {
            Archive.Page page = house.archive().find(wish.question().byTime(), from, PAGE);
            Known known = known(page.conversations());
            for (Archived conversation : page.conversations()) {
                taker.take(conversation, known);
            }
            from = page.next();
        } while (from != null);
    }

    private List<Summary.Said> said(Archived conversation, Wish wish) {
        return wish.rows() == Rows.MESSAGES_AND_NOTES
                ? house.archive().saidWithNotes(conversation.id())
                : house.archive().said(conversation.id());
    }

    private static final List<String> CONVERSATION = List.of(
            "conversation",
            "opened",
            "closed",
            "site",
            "department",
            "visitor",
            "operators",
            "first_answer",
            "longest_wait",
            "late_answers",
            "answers",
            "messages",
            "missed",
            "rating",
            "tags",
            "city",
            "language",
            "page",
            "source");

    private List<@Nullable Object> row(Archived each, Known known, Wish wish) {
        var cells = new ArrayList<@Nullable Object>();
        cells.add(Long.toString(each.id().value()));
        cells.add(time(each.openedAt(), wish.zone()));
        cells.add(each.closedAt() == null ? null : time(each.closedAt(), wish.zone()));
        cells.add(house.sites().byId(each.site()).map(site -> site.name()).orElse(""));
        cells.add(department(each));
        cells.add(visitor(each, known, wish));
        cells.add(String.join(
                ", ",
                each.holdings().stream()
                        .map(holding -> name(holding.operator()))
                        .distinct()
                        .toList()));
        cells.add(seconds(each.firstAnswer()));
        cells.add(seconds(each.longestWait()));
        cells.add(each.late().size());
        cells.add(each.answers());
        cells.add(each.messages());
        cells.add(each.missed() ? 1 : 0);
        cells.add(each.score());
        cells.add(tags(each, known));
        cells.add(ArchiveViews.city(each.origin(), house.places(), wish.language()));
        cells.add(each.language());
        cells.add(each.page());
        cells.add(each.source());
        return cells;
    }

    private static final List<String> MESSAGE = List.of("conversation", "time", "site", "side", "author", "text");

    private List<@Nullable Object> row(Archived each, Summary.Said said, Known known, Wish wish) {
        var cells = new ArrayList<@Nullable Object>();
        cells.add(Long.toString(each.id().value()));
        cells.add(time(said.at(), wish.zone()));
        cells.add(house.sites().byId(each.site()).map(site -> site.name()).orElse(""));
        cells.add(text(wish, said.note() ? "by_note" : said.operator() == null ? "by_visitor" : "by_operator"));
        cells.add(author(each, said, known, wish));
        cells.add(said.text());
        return cells;
    }

    private Document paper(Wish wish) throws IOException {
        var paper = new ArchivePaper(text(wish, "title"), wish.language());
        each(wish, (conversation, known) -> {
            var head = new ArrayList<String>();
            head.add(house.sites()
                    .byId(conversation.site())
                    .map(site -> site.name())
                    .orElse(""));
            head.add(ArchivePaper.TIME.format(time(conversation.openedAt(), wish.zone())));
            head.add(ArchiveViews.city(conversation.origin(), house.places(), wish.language()));
            head.add(tags(conversation, known));
            paper.begin(visitor(conversation, known, wish), head, conversation.page());
            for (Summary.Said said : said(conversation, wish)) {
                String author = author(conversation, said, known, wish);
                paper.say(
                        said.note() ? text(wish, "by_note") + ": " + author : author,
                        time(said.at(), wish.zone()),
                        said);
            }
        });
        return paper.document();
    }

    private String author(Archived conversation, Summary.Said said, Known known, Wish wish) {
        OperatorId operator = said.operator();
        return operator == null ? visitor(conversation, known, wish) : name(operator);
    }

    private String visitor(Archived conversation, Known known, Wish wish) {
        Visitor visitor = known.visitors().get(conversation.visitor());
        if (visitor == null) {
            return "";
        }
        return visitor.name() == null
                ? texts.of(wish.language(), "visitor_number", Map.of("number", Long.toString(visitor.number())))
                : visitor.name();
    }

    private String department(Archived each) {
        return each.department() == null
                ? ""
                : house.departments()
                        .byId(each.department())
                        .map(department -> department.name())
                        .orElse("");
    }

    private String tags(Archived each, Known known) {
        return known.tags().getOrDefault(each.id().value(), List.of()).stream()
                .flatMap(id -> house.tags().byId(id).stream())
                .map(Tag::name)
                .collect(Collectors.joining(", "));
    }

    private String name(OperatorId id) {
        return house.operators().nameOf(id);
    }

    private String text(Wish wish, String name) {
        return texts.of(wish.language(), name, Map.of());
    }

    private static LocalDateTime time(long at, ZoneId zone) {
        return LocalDateTime.ofInstant(Instant.ofEpochMilli(at - Math.floorMod(at, 1_000)), zone);
    }

    private static @Nullable Long seconds(@Nullable Long millis) {
        return millis == null ? null : Long.valueOf(Math.round(millis / 1_000.0));
    }
}
