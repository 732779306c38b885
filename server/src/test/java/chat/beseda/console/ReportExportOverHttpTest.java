package chat.beseda.console;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.operators.Operator;
import chat.beseda.operators.Role;
import chat.beseda.sites.Site;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** U-r8 over real HTTP: the tables of reports and worked time as files that say what they mean. */
class ReportExportOverHttpTest {
    private static final String WEDNESDAY = "from=2026-03-04&until=2026-03-04&zone=UTC";

    private ConsoleServer server;
    private Site shop;
    private Operator boris;
    private Browser browser;

    @BeforeEach
    void start() {
        server = new ConsoleServer(Path.of("no-photos"));
        var made = server.setUp();
        shop = made.site();
        Operator vera = server.join("vera", Role.SUPERVISOR, shop.id());
        boris = server.join("=boris", Role.OPERATOR, shop.id());
        server.people.presence().keep(server.timers);
        server.people.shifts().keep(server.timers);
        browser = server.browser(vera);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private Browser.Answer file(String path) {
        Browser.Answer answer = browser.get(path + "&" + WEDNESDAY);
        assertThat(answer.status()).isEqualTo(200);
        return answer;
    }

    private String text(String path) {
        return new String(file(path).bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void aSummaryTellsEveryFigureThePeriodBeforeAndTheMeaning() {
        server.question(server.visitor(shop.id()));
        server.timers.advance(Duration.ofSeconds(30));

        String summary = text("/api/reports/export?table=summary&format=csv");

        assertThat(summary)
                .contains("Conversations,1,0,")
                .contains("first answer")
                .contains("2026-03-04, UTC");
    }

    @Test
    void namesOfATableAreNoFormulasAndItsFiguresAreExplained() {
        server.question(server.visitor(shop.id()));
        server.takeEverything(boris);
        server.timers.advance(Duration.ofSeconds(30));

        String table = text("/api/reports/export?table=operator&format=csv");

        assertThat(table).contains("'=boris,1,1,").contains("Conversations,");
        assertThat(server.people.audit().before(Long.MAX_VALUE, 1).getFirst().act())
                .isEqualTo("archive.exported");
    }

    @Test
    void workedTimeIsWrittenInSecondsWithItsCorrectionsBelow() {
        server.people.presence().connected(boris.id(), "line");
        server.timers.advance(Duration.ofMinutes(30));
        server.people.presence().disconnected(boris.id(), "line");
        server.timers.advance(Duration.ofSeconds(10));
        browser.post("/api/worktime/corrections", """
                {"operator": "%s", "day": "2026-03-04", "zone": "UTC", "kind": "online", "seconds": 90, "reason": "Phone"}
                """.formatted(boris.id()));

        assertThat(text("/api/worktime/export?format=csv"))
                .contains("'=boris,2026-03-04,1800,90,0,0,0,0,0,")
                .contains("\"Online, s\",")
                .contains("90 s. Correction signed by vera: Phone");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/reports/export?table=summary",
                "/api/reports/export?table=day",
                "/api/reports/export?table=city",
                "/api/reports/export?table=goals",
                "/api/worktime/export?"
            })
    void everyTableIsAWorkbookAndAPaper(String path) throws IOException {
        server.question(server.visitor(shop.id()));

        assertThat(file(path + "&format=xlsx").bytes()).startsWith('P', 'K');
        try (PDDocument paper = Loader.loadPDF(file(path + "&format=pdf").bytes())) {
            assertThat(new PDFTextStripper().getText(paper)).contains("2026-03-04");
        }
    }

    @Test
    void whatIsTooLongForPaperIsTold() {
        String years = "/api/reports/export?table=day&from=2020-01-01&until=2026-03-04&zone=UTC&format=";
        assertThat(browser.get(years + "pdf").text("/code")).isEqualTo("report_paper_large");
        assertThat(browser.get(years + "csv").status()).isEqualTo(200);
    }

    @Test
    void whatIsNoTableOrFormatIsTold() {
        assertThat(browser.get("/api/reports/export?table=moon&format=csv").text("/fields/0/field"))
                .isEqualTo("table");
        assertThat(browser.get("/api/worktime/export?format=moon").text("/fields/0/field"))
                .isEqualTo("format");
    }
}
