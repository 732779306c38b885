package chat.beseda.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import chat.beseda.operators.Operator;
import chat.beseda.operators.OperatorDraft;
import chat.beseda.operators.Role;
import chat.beseda.sites.Actor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Every route of the console with everybody who may knock at it. A route that is not in the table fails the test. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessMatrixTest {
    /** Route, and the least that is needed: nothing, or a role. */
    private static final String TABLE = """
            GET    /api/setup                      nothing
            POST   /api/setup                      nothing
            POST   /api/session                    nothing
            GET    /api/session                    operator
            DELETE /api/session                    operator
            GET    /api/sessions                   operator
            DELETE /api/sessions                   operator
            DELETE /api/sessions/{id}              operator
            POST   /api/ticket                     operator
            PUT    /api/me                         operator
            PUT    /api/me/photo                   operator
            DELETE /api/me/photo                   operator
            PUT    /api/me/password                operator
            GET    /api/sites                      operator
            GET    /api/sites/{id}                 operator
            POST   /api/sites                      administrator
            PUT    /api/sites/{id}                 administrator
            DELETE /api/sites/{id}                 administrator
            GET    /api/departments                operator
            POST   /api/departments                administrator
            PUT    /api/departments/{id}           administrator
            DELETE /api/departments/{id}           administrator
            GET    /api/operators                  supervisor
            PUT    /api/operators/{id}             administrator
            PUT    /api/operators/{id}/photo       administrator
            DELETE /api/operators/{id}/photo       administrator
            GET    /api/invitations                administrator
            POST   /api/invitations                administrator
            DELETE /api/invitations/{id}           administrator
            GET    /api/invitations/{token}/open   nothing
            POST   /api/invitations/{token}        nothing
            GET    /api/settings                   administrator
            PUT    /api/settings                   administrator
            GET    /api/conversations              operator
            GET    /api/conversations/{id}         operator
            GET    /api/conversations/{id}/events  operator
            GET    /api/visitors/{id}              operator
            PUT    /api/visitors/{id}              operator
            """;

    private final Map<String, Operator> people = new LinkedHashMap<>();
    private ConsoleServer server;

    @BeforeAll
    void start() {
        server = new ConsoleServer(Path.of("no-photos"));
        people.put("administrator", server.setUp().administrator());
        people.put("supervisor", server.join("sveta", Role.SUPERVISOR));
        people.put("operator", server.join("oleg", Role.OPERATOR));
        Operator gone = server.join("gone", Role.ADMINISTRATOR);
        var disabled = new OperatorDraft("gone", "", Role.ADMINISTRATOR, 1, Set.of(), Set.of(), true);
        people.put("disabled", server.people.operators().change(Actor.program(), gone.id(), disabled));
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void theTableNamesEveryRoute() {
        assertThat(rows().map(row -> row[0] + " " + row[1]))
                .containsExactlyInAnyOrderElementsOf(server.routes.all().stream()
                        .map(route -> route.method().name() + " " + route.path())
                        .toList());
    }

    @TestFactory
    Stream<DynamicTest> everybodyAtEveryRoute() {
        return rows().flatMap(row -> {
            var tests = new ArrayList<DynamicTest>();
            tests.add(test(row, "anonymous", server.browser()));
            people.forEach((who, operator) -> tests.add(test(row, who, server.browser(operator))));
            return tests.stream();
        });
    }

    @TestFactory
    Stream<DynamicTest> noChangeIsAskedForByAForeignPage() {
        Operator administrator = Objects.requireNonNull(people.get("administrator"));
        return rows().filter(row -> !row[0].equals("GET")).flatMap(row -> {
            String name = row[0] + " " + row[1];
            Browser foreign = server.browser(administrator).with("Origin", "https://evil.example");
            Browser nameless = server.browser(administrator).with("Origin", null);
            Browser unproved = server.browser(administrator).with("X-Beseda", null);
            return Stream.of(
                    refused(name + " from a foreign page", row, foreign, "origin_foreign"),
                    refused(name + " from nowhere", row, nameless, "origin_foreign"),
                    refused(name + " without proof", row, unproved, "proof_missing"));
        });
    }

    private static DynamicTest refused(String name, String[] row, Browser browser, String code) {
        return dynamicTest(name, () -> {
            Browser.Answer answer = browser.send(row[0], path(row), "{}");
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.text("/code")).isEqualTo(code);
        });
    }

    private static DynamicTest test(String[] row, String who, Browser browser) {
        return dynamicTest("%s %s as %s".formatted(row[0], row[1], who), () -> {
            int status = browser.send(row[0], path(row), "{}").status();
            if (mayEnter(who, row[2])) {
                assertThat(status).isNotIn(401, 403, 500);
            } else {
                assertThat(status).isEqualTo(List.of("anonymous", "disabled").contains(who) ? 401 : 403);
            }
        });
    }

    private static boolean mayEnter(String who, String least) {
        List<String> ladder = List.of("nothing", "operator", "supervisor", "administrator");
        return least.equals("nothing") || ladder.indexOf(who) >= ladder.indexOf(least);
    }

    /** Nothing has these names, so whoever is let in finds nothing to break. */
    private static String path(String[] row) {
        return row[1].replace("{id}", "1").replace("{token}", "x".repeat(43));
    }

    private static Stream<String[]> rows() {
        return TABLE.lines().map(line -> line.split("\\s+", -1));
    }
}
