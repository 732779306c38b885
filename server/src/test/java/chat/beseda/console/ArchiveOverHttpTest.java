package chat.beseda.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import chat.beseda.audit.Actor;
import chat.beseda.conversations.Conversation;
import chat.beseda.conversations.Posted;
import chat.beseda.events.ClientId;
import chat.beseda.operators.Operator;
import chat.beseda.operators.Role;
import chat.beseda.security.RandomTokens;
import chat.beseda.sites.Site;
import chat.beseda.sites.SiteDraft;
import chat.beseda.visitors.Visitor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** M-r5, M-r6, M-r7 over real HTTP; what is exported is opened by the programs that people open it with, where they are installed. */
class ArchiveOverHttpTest {
    private static final String FORMULA = "=HYPERLINK(\"https://evil.example\";\"Счёт\")";

    private ConsoleServer server;
    private Operator anna;
    private Site shop;
    private Site other;
    private Browser browser;
    private String day;

    @TempDir
    private Path folder;

    @BeforeEach
    void start() {
        server = new ConsoleServer(Path.of("no-photos"));
        var made = server.setUp();
        anna = made.administrator();
        shop = made.site();
        other = server.people
                .sites()
                .create(Actor.program(), SiteDraft.standard("Other", List.of("https://o.example"), "UTC", "auto"));
        browser = server.browser(anna);
        day = LocalDate.ofInstant(server.clock.instant(), ZoneOffset.UTC).toString();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aConversationIsFoundByAnotherFormOfItsWordsWithTheHitMarked() {
        Conversation told = talk(shop, "Сколько стоит бензопила?", "Бензопилы от пяти тысяч");
        talk(shop, "Про лопату", "Есть");

        Browser.Answer found = browser.get(
                "/api/archive?" + period() + "&words=%D0%B1%D0%B5%D0%BD%D0%B7%D0%BE%D0%BF%D0%B8%D0%BB%D0%BE%D0%B9");

        assertThat(found.status()).isEqualTo(200);
        assertThat(found.json().at("/total").asInt()).isOne();
        assertThat(found.text("/conversations/0/id")).isEqualTo(id(told));
        assertThat(found.json().at("/conversations/0/hitPlaces").size()).isEqualTo(2);
        assertThat(found.text("/conversations/0/hits/0/text")).contains("бензопила");
        assertThat(found.text("/conversations/0/hits/1/operator"))
                .isEqualTo(anna.id().toString());
    }

    @Test
    void aSupervisorFindsOnlyWhatIsOfTheirSites() {
        talk(shop, "Where is the lamp?", "Here");
        talk(other, "Where is the other lamp?", "There");
        Operator boris = server.join("Boris", Role.SUPERVISOR, other.id());
        Browser his = server.browser(boris);

        assertThat(his.get("/api/archive?" + period() + "&words=lamp")
                        .json()
                        .at("/total")
                        .asInt())
                .isOne();
        Browser.Answer foreign = his.get("/api/archive?" + period() + "&sites=" + shop.id());
        assertThat(foreign.status()).isEqualTo(422);
        assertThat(foreign.text("/fields/0/field")).isEqualTo("sites");
        assertThat(his.get("/api/archive/day?zone=UTC&date=" + day)
                        .json()
                        .at("/conversations")
                        .size())
                .isOne();
        assertThat(new String(
                        his.get("/api/archive/export?format=csv&" + period()).bytes(), StandardCharsets.UTF_8))
                .contains("Other")
                .doesNotContain("Shop");
    }

    @ParameterizedTest
    @CsvSource({
        "from=2026-02-31, from, date",
        "from=2026-03-02&until=2026-03-01, until, period_backwards",
        "from=2001-01-01&until=2101-01-01, until, period_long",
        "zone=Mars/Crater, zone, time_zone",
        "operators=77, operators, unknown",
        "operators=x, operators, unknown",
        "words=%22%22+-+*, words, no_words",
        "words=-lamp, words, only_minus",
        "side=nobody, side, not_one_of",
        "late=perhaps, late, not_one_of",
        "taken=1, taken, not_one_of",
        "notes=1, notes, not_one_of",
        "weekdays=8, weekdays, not_one_of",
        "hours=24, hours, not_one_of",
        "scores=9, scores, not_one_of",
        "limit=1000000, limit, out_of_range",
        "before=soon, before, type",
    })
    void whatMeansNothingIsToldAtItsField(String query, String field, String code) {
        Browser.Answer refused = browser.get("/api/archive?" + query);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/fields/0/field")).isEqualTo(field);
        assertThat(refused.text("/fields/0/code")).isEqualTo(code);
    }

    @Test
    void tenThousandSignsAreTooManyToLookFor() {
        Browser.Answer refused = browser.get("/api/archive?words=" + "a".repeat(7_000));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/fields/0/code")).isEqualTo("too_long");
    }

    @Test
    void aDayIsToldOperatorByOperatorInItsOrder() {
        Conversation told = talk(shop, "Where is the lamp?", "Here");

        Browser.Answer answer = browser.get("/api/archive/day?zone=UTC&date=" + day);

        assertThat(answer.text("/operators/0/operator")).isEqualTo(anna.id().toString());
        assertThat(answer.json().at("/operators/0/entries").values().stream()
                        .map(entry -> entry.at("/what").asString()))
                .containsExactly("took", "answered", "closed");
        assertThat(answer.text("/conversations/0/id")).isEqualTo(id(told));
    }

    @Test
    void aFormulaOfAVisitorIsTextInEveryKindOfFile() throws IOException {
        talk(shop, FORMULA, "-1+1");

        String csv = text("csv");
        assertThat(csv).startsWith("\ufeff").contains("'=HYPERLINK").contains("'-1+1");
        assertThat(text("json")).contains("=HYPERLINK");
        assertThat(file("xlsx")).as("a zip").startsWith('P', 'K');
    }

    @Test
    void spreadsheetsOpenWhatIsExported() throws Exception {
        assumeInstalled("soffice");
        talk(shop, FORMULA, "Привезём ещё сегодня");

        String fromXlsx = converted(write("xlsx"), "csv");
        String fromCsv = converted(write("csv"), "csv");

        assertThat(fromXlsx).contains("Привезём ещё сегодня").contains("=HYPERLINK(");
        assertThat(fromCsv).contains("Привезём ещё сегодня").contains("=HYPERLINK(");
    }

    @Test
    void aPaperIsReadByOtherPrograms() throws Exception {
        assumeInstalled("pdftotext");
        talk(shop, "Сколько стоит <b>лопата</b>?", "Две тысячи");

        Path pdf = write("pdf");
        String text = run(List.of("pdftotext", pdf.toString(), "-"));

        assertThat(text)
                .contains("Сколько стоит <b>лопата</b>?")
                .contains("Две тысячи")
                .contains("Anna");
    }

    @Test
    void moreThanAPaperHoldsIsRefusedInWords() {
        for (int i = 0; i <= 200; i++) {
            server.closedConversation(server.visitor(shop.id()), anna);
        }
        for (int i = 0; i < 20; i++) {
            server.timers.advance(Duration.ofSeconds(1));
        }

        Browser.Answer refused = browser.get("/api/archive/export?format=pdf&" + period());

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/code")).isEqualTo("export_paper_large");
        assertThat(refused.text("/detail")).contains("200");
        assertThat(browser.get("/api/archive/export?format=csv&" + period()).status())
                .isEqualTo(200);
    }

    @Test
    void notesAreInAFileOnlyWhereTheyAreChosen() {
        Conversation told = server.closedConversation(server.visitor(shop.id()), anna);
        server.timers.advance(Duration.ofSeconds(1));

        assertThat(text("json")).doesNotContain("Постоянный покупатель");
        for (String format : List.of("csv", "json", "xlsx", "pdf")) {
            Browser.Answer answer =
                    browser.get("/api/archive/export?rows=messages_and_notes&format=" + format + "&" + period());
            assertThat(answer.header("X-Beseda-Rows")).as(format).isEqualTo("3");
            if (format.equals("csv") || format.equals("json")) {
                assertThat(new String(answer.bytes(), StandardCharsets.UTF_8))
                        .containsSubsequence("Доставите", "Да, в среду", "Note", "Anna", "Постоянный покупатель");
            }
        }
        assertThat(found("&words=%D0%BF%D0%BE%D0%BA%D1%83%D0%BF%D0%B0%D1%82%D0%B5%D0%BB%D1%8C"))
                .isZero();
        assertThat(found("&notes=true&words=%D0%BF%D0%BE%D0%BA%D1%83%D0%BF%D0%B0%D1%82%D0%B5%D0%BB%D1%8C"))
                .isOne();
        assertThat(browser.get("/api/archive/" + id(told)).text("/notes/0/text"))
                .isEqualTo("Постоянный покупатель");
    }

    private int found(String query) {
        return browser.get("/api/archive?" + period() + query)
                .json()
                .at("/total")
                .asInt();
    }

    @Test
    void oneConversationIsToldWhateverIsSought() {
        Conversation told = talk(shop, "Where is the lamp?", "Here");

        Browser.Answer one = browser.get("/api/archive/" + id(told) + "?words=lamps");

        assertThat(one.text("/conversation/id")).isEqualTo(id(told));
        assertThat(one.json().at("/conversation/hitPlaces").size()).isOne();
        Browser his = server.browser(server.join("Boris", Role.SUPERVISOR, other.id()));
        assertThat(his.get("/api/archive/" + id(told)).status()).isEqualTo(404);
        assertThat(browser.get("/api/archive/77").status()).isEqualTo(404);
        Browser.Answer waiting = browser.get(
                "/api/archive/" + server.question(server.visitor(shop.id())).value());
        assertThat(waiting.status()).isEqualTo(200);
        assertThat(waiting.json().at("/conversation").isNull())
                .as("not summed up yet")
                .isTrue();
    }

    @Test
    void everyExportIsWrittenDown() {
        talk(shop, "Where is the lamp?", "Here");
        browser.get("/api/archive/export?format=json&rows=messages&" + period());

        assertThat(server.people.audit().before(Long.MAX_VALUE, 1))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.act()).isEqualTo("archive.exported");
                    assertThat(entry.details()).containsEntry("rows", "2");
                });
    }

    private Conversation talk(Site site, String question, String answer) {
        Visitor visitor = server.visitor(site.id());
        var asked = (Posted.Stored) server.conversations.postByVisitor(visitor, cid(), question, null);
        server.timers.advance(Duration.ofSeconds(20));
        var id = asked.conversation();
        server.conversations.take(anna.id(), id, version(asked));
        server.conversations.postByOperator(anna.id(), id, version(asked), cid(), answer);
        server.conversations.close(anna.id(), id, version(asked));
        server.timers.advance(Duration.ofSeconds(1));
        return server.conversations.byId(id).orElseThrow();
    }

    private int version(Posted.Stored posted) {
        return server.conversations
                .byId(posted.conversation())
                .orElseThrow()
                .facts()
                .version();
    }

    private static ClientId cid() {
        return new ClientId(new RandomTokens().name());
    }

    private String period() {
        return "from=%s&until=%s&zone=UTC".formatted(day, day);
    }

    private static String id(Conversation conversation) {
        return Long.toString(conversation.id().value());
    }

    private byte[] file(String format) {
        Browser.Answer answer = browser.get("/api/archive/export?rows=messages&format=" + format + "&" + period());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("X-Beseda-Rows")).isEqualTo("2");
        return answer.bytes();
    }

    private String text(String format) {
        return new String(file(format), StandardCharsets.UTF_8);
    }

    private Path write(String format) throws IOException {
        return Files.write(folder.resolve("archive." + format), file(format));
    }

    private String converted(Path file, String to) throws IOException, InterruptedException {
        Path out = Files.createTempDirectory(folder, "converted");
        run(List.of(
                "soffice",
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--infilter="
                        + (file.toString().endsWith(".csv")
                                ? "Text - txt - csv (StarCalc):44,34,76"
                                : "Calc Office Open XML"),
                "--convert-to",
                to + ":Text - txt - csv (StarCalc):44,34,76",
                "--outdir",
                out.toString(),
                file.toString()));
        try (var files = Files.list(out)) {
            return Files.readString(files.findFirst().orElseThrow());
        }
    }

    private static void assumeInstalled(String program) {
        assumeThat(List.of(System.getenv("PATH").split(":")))
                .as(program + " is not installed here")
                .anyMatch(place -> Files.isExecutable(Path.of(place, program)));
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        return said;
    }
}
