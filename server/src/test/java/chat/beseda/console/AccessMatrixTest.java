package chat.beseda.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import chat.beseda.audit.Actor;
import chat.beseda.operators.Operator;
import chat.beseda.operators.OperatorDraft;
import chat.beseda.operators.Role;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
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
import org.junit.jupiter.api.io.TempDir;

/**
 * Every route of the console with everybody who may knock at it. A route that is not in the table fails the test: whoever adds
 * one has to say here who may use it, and of whose things.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AccessMatrixTest {
    /**
     * Route; the least that is needed: nothing, or a role; the answer to whoever may; the thing in the address, which is only
     * for those who serve its site ({@code site}), only for its owner ({@code own}), or for everybody with the role; what is sent.
     */
    private static final String TABLE = """
            GET    /api/setup                      nothing        200 -     -
            POST   /api/setup                      nothing        409 -     setup
            POST   /api/session                    nothing        200 -     sign-in
            GET    /api/session                    operator       200 -     -
            PUT    /api/session                    operator       204 -     -
            DELETE /api/session                    operator       204 -     -
            GET    /api/sessions                   operator       200 -     -
            DELETE /api/sessions                   operator       204 -     -
            DELETE /api/sessions/{id}              operator       204 own   -
            POST   /api/ticket                     operator       200 -     -
            PUT    /api/me                         operator       200 -     me
            PUT    /api/me/status                  operator       200 -     status
            PUT    /api/me/photo                   operator       200 -     photo
            DELETE /api/me/photo                   operator       200 -     -
            PUT    /api/me/password                operator       204 -     password
            GET    /api/me/second-factor           operator       200 -     -
            POST   /api/me/second-factor           operator       200 -     proof
            PUT    /api/me/second-factor           operator       422 -     code
            POST   /api/me/second-factor/off       operator       204 -     code
            GET    /api/sites                      operator       200 -     -
            GET    /api/sites/{id}                 operator       200 site  -
            POST   /api/sites                      administrator  201 -     site
            PUT    /api/sites/{id}                 administrator  200 all   site
            DELETE /api/sites/{id}                 administrator  204 all   -
            GET    /api/sites/{id}/invitations     administrator  200 all   -
            PUT    /api/sites/{id}/invitations     administrator  200 all   invitations
            GET    /api/sites/{id}/showing         administrator  200 all   -
            PUT    /api/sites/{id}/showing         administrator  200 all   showing
            POST   /api/sites/{id}/showing/try     administrator  200 all   showing-try
            GET    /api/sites/{id}/visitors        administrator  200 all   -
            PUT    /api/sites/{id}/visitors        administrator  200 all   visitor-settings
            GET    /api/sites/{id}/clients         administrator  200 all   -
            PUT    /api/sites/{id}/clients         administrator  200 all   client-settings
            POST   /api/sites/{id}/clients/secret  administrator  200 all   -
            POST   /api/sites/{id}/clients/try     administrator  200 all   client-link
            GET    /api/sites/{id}/goals           administrator  200 all   -
            PUT    /api/sites/{id}/goals           administrator  200 all   goals
            GET    /api/sites/{id}/questionnaire   administrator  200 all   -
            PUT    /api/sites/{id}/questionnaire   administrator  200 all   questionnaire
            GET    /api/archive                    supervisor     200 -     -
            GET    /api/archive/choices            supervisor     200 -     -
            GET    /api/archive/day                supervisor     200 -     -
            GET    /api/archive/export             supervisor     200 -     -
            GET    /api/archive/{id}               supervisor     200 site  -
            GET    /api/departments                operator       200 -     -
            POST   /api/departments                administrator  201 -     department
            PUT    /api/departments/{id}           administrator  200 all   department
            DELETE /api/departments/{id}           administrator  204 all   -
            GET    /api/sites/{id}/routing         administrator  200 all   -
            PUT    /api/sites/{id}/routing         administrator  200 all   routing
            DELETE /api/sites/{id}/routing         administrator  200 all   -
            PUT    /api/sites/{id}/hours           administrator  200 all   hours-choice
            PUT    /api/departments/{id}/hours     administrator  200 all   hours-choice
            GET    /api/hours                      administrator  200 -     -
            GET    /api/hours/open                 operator       200 -     -
            POST   /api/hours                      administrator  201 -     hours
            PUT    /api/hours/{id}                 administrator  200 all   hours
            DELETE /api/hours/{id}                 administrator  204 all   -
            GET    /api/sites/{id}/reception       administrator  200 all   -
            PUT    /api/sites/{id}/reception       administrator  200 all   reception
            GET    /api/departments/{id}/routing   administrator  200 all   -
            PUT    /api/departments/{id}/routing   administrator  200 all   routing
            DELETE /api/departments/{id}/routing   administrator  200 all   -
            GET    /api/operators                  supervisor     200 -     -
            PUT    /api/operators/{id}             administrator  200 all   operator
            PUT    /api/operators/{id}/photo       administrator  200 all   photo
            DELETE /api/operators/{id}/photo       administrator  200 all   -
            DELETE /api/operators/{id}/second-factor administrator 204 all   -
            GET    /api/invitations                administrator  200 -     -
            POST   /api/invitations                administrator  201 -     invitation
            DELETE /api/invitations/{id}           administrator  204 all   -
            GET    /api/invitations/{token}/open   nothing        200 all   -
            POST   /api/invitations/{token}        nothing        201 all   acceptance
            GET    /api/answers                    operator       200 -     -
            POST   /api/answers/{id}/use           operator       204 own   -
            POST   /api/answers/{id}/files         operator       200 own   answer-files
            POST   /api/answers                    supervisor     201 -     answer
            PUT    /api/answers/{id}               supervisor     200 all   answer
            DELETE /api/answers/{id}               supervisor     204 all   -
            GET    /api/answers/file               operator       200 -     -
            POST   /api/answers/file               supervisor     200 -     answers-file
            POST   /api/me/answers                 operator       201 -     answer
            PUT    /api/me/answers/{id}            operator       200 own   answer
            DELETE /api/me/answers/{id}            operator       204 own   -
            GET    /api/me/answers/file            operator       200 -     -
            POST   /api/me/answers/file            operator       200 -     answers-file
            GET    /api/knowledge                  operator       200 -     -
            GET    /api/articles                   operator       200 -     -
            POST   /api/articles                   supervisor     201 -     article
            GET    /api/articles/{id}              operator       200 site  -
            PUT    /api/articles/{id}              supervisor     200 site  article-place
            DELETE /api/articles/{id}              supervisor     204 site  -
            PUT    /api/articles/{id}/{language}   supervisor     200 site  article-text
            DELETE /api/articles/{id}/{language}   supervisor     200 site  -
            PUT    /api/articles/{id}/{language}/published supervisor 200 site article-published
            GET    /api/articles/{id}/{language}/versions supervisor 200 site -
            GET    /api/settings                   administrator  200 -     -
            PUT    /api/settings                   administrator  200 -     settings
            GET    /api/mail                       administrator  200 -     -
            PUT    /api/mail                       administrator  200 -     mail
            PUT    /api/mail/answers               administrator  200 -     mailing
            POST   /api/mail/test                  administrator  200 -     mail
            POST   /api/mail/letters/{id}/again    administrator  204 all   -
            DELETE /api/mail/letters/{id}          administrator  204 all   -
            GET    /api/translation                administrator  200 -     -
            PUT    /api/translation                administrator  200 -     translation-off
            POST   /api/translation/test           administrator  200 -     translation
            POST   /api/translations               operator       409 -     words
            GET    /api/mailbox                    administrator  200 -     -
            PUT    /api/mailbox                    administrator  200 -     mailbox
            POST   /api/mailbox/test               administrator  200 -     mailbox
            GET    /api/mailbox/letters/{id}       administrator  200 all   -
            GET    /api/conversations              operator       200 -     -
            GET    /api/conversations/{id}         operator       200 site  -
            GET    /api/conversations/{id}/events  operator       200 site  -
            GET    /api/conversations/{id}/earlier supervisor     200 site  -
            GET    /api/conversations/{id}/rating  operator       200 site  -
            GET    /api/tags                       operator       200 -     -
            POST   /api/tags                       administrator  201 -     tag
            PUT    /api/tags/{id}                  administrator  200 all   tag
            GET    /api/conversations/{id}/search  operator       200 site  -
            GET    /api/conversations/{id}/colleagues operator    200 site  -
            GET    /api/visitors/{id}              operator       200 site  -
            GET    /api/visitors/{id}/files        operator       200 site  -
            PUT    /api/visitors/{id}              operator       200 site  visitor
            POST   /api/visitors/{id}/comments     operator       200 site  comment
            GET    /api/visitors/{id}/alike        operator       200 site  -
            DELETE /api/visitors/{id}/returned     operator       200 site  -
            POST   /api/visitors/{id}/merge        operator       200 site  merge
            DELETE /api/visitors/{id}/merge        operator       200 site  -
            POST   /api/visitors/{id}/conversation operator       200 site  first-words
            POST   /api/visitors/{id}/ban          operator       200 site  ban
            POST   /api/uploads                    operator       200 -     upload
            PUT    /api/uploads/{id}               operator       200 own   text-file
            GET    /api/uploads/{id}               operator       200 own   -
            DELETE /api/uploads/{id}               operator       204 own   -
            GET    /api/files/{id}                 operator       200 site  -
            GET    /api/worktime                   supervisor     200 -     -
            POST   /api/worktime/corrections       supervisor     201 -     correction
            GET    /api/reports/summary            supervisor     200 -     -
            GET    /api/worktime/export            supervisor     200 -     -
            GET    /api/reports/export             supervisor     200 -     -
            GET    /api/reports/zones              supervisor     200 -     -
            GET    /api/reports/by                 supervisor     200 -     -
            GET    /api/reports/heat               supervisor     200 -     -
            GET    /api/reports/goals              supervisor     200 -     -
            GET    /api/reports/schedules          supervisor     200 -     -
            POST   /api/reports/schedules          supervisor     201 -     schedule
            PUT    /api/reports/schedules/{id}     supervisor     200 own   schedule
            DELETE /api/reports/schedules/{id}     supervisor     204 own   -
            GET    /api/places                     operator       200 -     -
            GET    /api/bans                       operator       200 -     -
            DELETE /api/bans/{id}                  operator       204 site  -
            GET    /api/requests                   operator       200 -     -
            GET    /api/requests/counts            operator       200 -     -
            GET    /api/requests/kinds             operator       200 -     -
            GET    /api/requests/{id}              operator       200 site  -
            POST   /api/requests/{id}/claim        operator       200 site  -
            POST   /api/requests/{id}/release      operator       409 site  request-all
            POST   /api/requests/{id}/hand         operator       200 site  request-hand
            POST   /api/requests/{id}/attempt      operator       200 site  request-attempt
            POST   /api/requests/{id}/snooze       operator       200 site  request-snooze
            POST   /api/requests/{id}/note         operator       200 site  request-note
            POST   /api/requests/{id}/done         operator       200 site  request-done
            POST   /api/requests/{id}/reopen       operator       409 site  -
            POST   /api/requests/{id}/merge        operator       200 site  request-merge
            GET    /api/request-kinds              administrator  200 -     -
            POST   /api/request-kinds              administrator  201 -     request-kind
            PUT    /api/request-kinds/{id}         administrator  200 all   request-kind
            DELETE /api/request-kinds/{id}         administrator  204 all   -
            """;

    private static final List<String> LADDER = List.of("nothing", "operator", "supervisor", "administrator");

    private final Map<String, Operator> people = new LinkedHashMap<>();
    private ConsoleServer server;
    private AccessTargets targets;
    private Browser disabled;

    /** A line of the table. */
    private record Row(String method, String path, String least, int answer, String scope, String body) {
        static Row of(String line) {
            String[] words = line.split("\\s+", -1);
            return new Row(words[0], words[1], words[2], Integer.parseInt(words[3]), words[4], words[5]);
        }

        String name() {
            return method + " " + path;
        }

        boolean isFor(String who) {
            return least.equals("nothing") || LADDER.indexOf(who) >= LADDER.indexOf(least);
        }

        /** Nothing has these names, so whoever is let in finds nothing to break. */
        String nowhere() {
            return path.replace("{id}", "1").replace("{token}", "x".repeat(43)).replace("{language}", "ru");
        }
    }

    @BeforeAll
    void start(@TempDir Path photos) {
        server = new ConsoleServer(photos);
        people.put("administrator", server.setUp().administrator());
        people.put("supervisor", server.join("sveta", Role.SUPERVISOR));
        people.put("operator", server.join("oleg", Role.OPERATOR));
        targets = new AccessTargets(server);
        Operator gone = server.join("gone", Role.ADMINISTRATOR);
        disabled = server.browser(gone);
        var draft = new OperatorDraft("gone", "", Role.ADMINISTRATOR, 1, Set.of(), Set.of(), true);
        server.people.operators().change(Actor.program(), gone.id(), draft);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void theTableNamesEveryRoute() {
        assertThat(rows().map(Row::name))
                .containsExactlyInAnyOrderElementsOf(server.gate.routes().stream()
                        .map(route -> route.method().name() + " " + route.path())
                        .toList());
    }

    @Test
    void theTableSaysOfWhoseThingsARouteIs() {
        assertThat(rows())
                .allSatisfy(row -> assertThat(row.scope())
                        .as(row.name())
                        .isIn(row.path().contains("{") ? List.of("all", "site", "own") : List.of("-")));
        assertThat(rows().filter(row -> row.least().equals("operator")))
                .noneMatch(row -> row.scope().equals("all"));
    }

    @TestFactory
    Stream<DynamicTest> whoMayNotIsToldSo() {
        return rows().filter(row -> !row.least().equals("nothing")).flatMap(row -> {
            var tests = new ArrayList<DynamicTest>();
            tests.add(refused(row.name() + " as anonymous", row, server.browser(), 401, "session_none"));
            tests.add(refused(row.name() + " as disabled", row, disabled, 401, "session_none"));
            people.forEach((who, operator) -> {
                if (!row.isFor(who)) {
                    tests.add(refused(row.name() + " as " + who, row, server.browser(operator), 403, "forbidden"));
                }
            });
            return tests.stream();
        });
    }

    @TestFactory
    Stream<DynamicTest> whoMayIsAnswered() {
        return rows().flatMap(row -> people.keySet().stream()
                .filter(row::isFor)
                .map(who -> dynamicTest(row.name() + " as " + who, () -> {
                    Operator somebody = targets.somebody(role(who));
                    Browser browser = server.browser(somebody);
                    assertThat(targets.send(browser, row.method(), targets.path(row.path(), somebody), row.body())
                                    .status())
                            .isEqualTo(row.answer());
                })));
    }

    @TestFactory
    Stream<DynamicTest> foreignThingsAreNotThere() {
        return rows().filter(row -> List.of("site", "own").contains(row.scope()))
                .flatMap(row -> people.keySet().stream()
                        .filter(row::isFor)
                        .filter(who -> row.scope().equals("own") || !who.equals("administrator"))
                        .map(who -> dynamicTest(row.name() + " as foreign " + who, () -> {
                            String path = targets.path(row.path(), targets.somebody(role(who)));
                            Browser stranger = server.browser(targets.somebodyElsewhere(role(who)));
                            Browser.Answer answer = targets.send(stranger, row.method(), path, row.body());
                            assertThat(answer.status()).isEqualTo(404);
                            assertThat(answer.text("/code")).endsWith("_unknown");
                        })));
    }

    @TestFactory
    Stream<DynamicTest> articlesOfOtherSitesTooAreReadAndNotChanged() {
        return rows().filter(row -> row.path().startsWith("/api/articles/{id}"))
                .map(row -> dynamicTest(row.name(), () -> {
                    Browser supervisor = server.browser(targets.somebody(Role.SUPERVISOR));
                    boolean reads = row.method().equals("GET");
                    for (String id : targets.sharedArticles()) {
                        String path = row.path().replace("{id}", id).replace("{language}", "ru");
                        Browser.Answer answer = targets.send(supervisor, row.method(), path, row.body());
                        assertThat(answer.status()).isEqualTo(reads ? 200 : 403);
                        assertThat(reads ? "forbidden" : answer.text("/code")).isEqualTo("forbidden");
                        if (row.path().endsWith("{id}") && reads) {
                            assertThat(answer.text("/mayChange")).isEqualTo("false");
                        }
                        Browser everywhere = server.browser(server.join("all" + id, Role.SUPERVISOR));
                        Browser.Answer his = targets.send(everywhere, row.method(), path, row.body());
                        assertThat(his.status()).isEqualTo(row.answer());
                        if (row.path().endsWith("{id}") && reads) {
                            assertThat(his.text("/mayChange")).isEqualTo("true");
                        }
                    }
                }));
    }

    @Test
    void whatSomebodyOfASitePutsOnAllSitesIsOnHis() {
        Operator supervisor = targets.somebody(Role.SUPERVISOR);
        Browser browser = server.browser(supervisor);
        Browser.Answer made = targets.send(browser, "POST", "/api/articles", "article");
        assertThat(made.text("/sites/0")).isEqualTo(targets.shop().id().toString());
        String path = targets.path("/api/articles/{id}", supervisor);
        assertThat(targets.send(browser, "PUT", path, "article-place").text("/sites/0"))
                .isEqualTo(targets.shop().id().toString());
    }

    @TestFactory
    Stream<DynamicTest> noChangeIsAskedForByAForeignPage() {
        Operator administrator = Objects.requireNonNull(people.get("administrator"));
        return rows().filter(row -> !row.method().equals("GET")).flatMap(row -> {
            Browser foreign = server.browser(administrator).with("Origin", "https://evil.example");
            Browser nameless = server.browser(administrator).with("Origin", null);
            Browser unproved = server.browser(administrator).with("X-Beseda", null);
            Browser misproved = server.browser(administrator).with("X-Beseda", "0");
            return Stream.of(
                    refused(row.name() + " from a foreign page", row, foreign, 403, "origin_foreign"),
                    refused(row.name() + " from nowhere", row, nameless, 403, "origin_foreign"),
                    refused(row.name() + " without proof", row, unproved, 403, "proof_missing"),
                    refused(row.name() + " with a wrong proof", row, misproved, 403, "proof_missing"));
        });
    }

    private static DynamicTest refused(String name, Row row, Browser browser, int status, String code) {
        return dynamicTest(name, () -> {
            Browser.Answer answer = browser.send(row.method(), row.nowhere(), "{}");
            assertThat(answer.status()).isEqualTo(status);
            assertThat(answer.text("/code")).isEqualTo(code);
        });
    }

    private static Role role(String who) {
        return Role.valueOf(who.toUpperCase(Locale.ROOT));
    }

    private static Stream<Row> rows() {
        return TABLE.lines().map(Row::of);
    }
}
