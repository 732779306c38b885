package chat.beseda.console;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.conversations.Conversation;
import chat.beseda.conversations.ConversationId;
import chat.beseda.conversations.Transfer;
import chat.beseda.operators.Operator;
import chat.beseda.operators.Role;
import chat.beseda.sites.Site;
import chat.beseda.visitors.Visitor;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** U-r8: a number of a report and the archive that it leads to speak of the same conversations. */
class NumbersLeadToConversationsTest {
    private static final String FROM_UNTIL = "from=2026-03-06&until=2026-03-31";
    private static final String NEW_YORK = FROM_UNTIL + "&zone=America/New_York";

    private ConsoleServer server;
    private Browser browser;
    private Operator anna;
    private Operator boris;
    private Site shop;

    /** Clocks go forward on 8 March in New York and on 29 March in Berlin. */
    @BeforeEach
    void start() {
        server = new ConsoleServer(Path.of("no-photos"));
        var made = server.setUp();
        anna = made.administrator();
        shop = made.site();
        boris = server.join("Boris", Role.OPERATOR, shop.id());
        Instant begin = Instant.parse("2026-03-05T00:20:00Z");
        for (int i = 0; i < 90; i++) {
            server.clock.set(begin.plus(Duration.ofMinutes(437L * i)));
            talk(i);
        }
        server.sumUp();
        browser = server.browser(anna);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    /** Some nobody takes, some are ended so, some are handed over, once or twice. */
    private void talk(int i) {
        Visitor visitor = server.visitor(shop.id());
        ConversationId id = server.question(visitor);
        if (i % 5 == 0) {
            server.conversations.endByVisitor(visitor.id(), id);
        } else if (i % 7 != 0) {
            server.conversations.take(anna.id(), id, version(id));
            handOver(id, i % 3);
        }
    }

    private void handOver(ConversationId id, int times) {
        Operator from = anna;
        for (int time = 0; time < times; time++) {
            Operator to = from.equals(anna) ? boris : anna;
            var transfer = new Transfer(to.id(), null, server.clock.millis() + 60_000, "", false);
            server.conversations.handOver(from.id(), id, version(id), transfer);
            server.conversations.accept(to.id(), id, version(id));
            from = to;
        }
    }

    private int version(ConversationId id) {
        return server.conversations
                .byId(id)
                .map(Conversation::facts)
                .orElseThrow()
                .version();
    }

    private JsonNode json(String path, String query) {
        Browser.Answer answer = browser.get(path + "?" + query);
        assertThat(answer.status()).as(path + "?" + query).isEqualTo(200);
        return answer.json();
    }

    private int found(String query) {
        return json("/api/archive", query).at("/total").asInt();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "America/New_York", "Europe/Berlin", "Asia/Kathmandu", "Pacific/Auckland"})
    void everyHourOfTheWeekLeadsToTheConversationsBegunInIt(String zone) {
        String asked = FROM_UNTIL + "&zone=" + zone;
        int all = 0;
        for (JsonNode hour : json("/api/reports/heat", asked).at("/hours").values()) {
            int count = hour.at("/figures/conversations").asInt();
            String cell = "&weekdays=" + hour.at("/weekday").asInt() + "&hours="
                    + hour.at("/hour").asInt();
            assertThat(found(asked + cell)).as(zone + cell).isEqualTo(count);
            all += count;
        }
        assertThat(all).isPositive().isEqualTo(found(asked));
    }

    @Test
    void severalHoursOfSeveralDaysAreAllOfTheirCells() {
        int sum = 0;
        for (JsonNode hour : json("/api/reports/heat", NEW_YORK).at("/hours").values()) {
            boolean asked = hour.at("/weekday").asInt() > 5 && hour.at("/hour").asInt() < 12;
            sum += asked ? hour.at("/figures/conversations").asInt() : 0;
        }

        assertThat(sum).isPositive();
        assertThat(found(NEW_YORK + "&weekdays=6,7&hours=0,1,2,3,4,5,6,7,8,9,10,11"))
                .isEqualTo(sum);
    }

    @Test
    void cardsLeadToWhatTheyCount() {
        for (String of : new String[] {"", "&operators=" + boris.id()}) {
            JsonNode figures = json("/api/reports/summary", NEW_YORK + of).at("/figures");

            assertThat(found(NEW_YORK + of))
                    .isEqualTo(figures.at("/conversations").asInt());
            assertThat(found(NEW_YORK + of + "&taken=true"))
                    .isEqualTo(figures.at("/taken").asInt());
            assertThat(found(NEW_YORK + of + "&missed=true"))
                    .isEqualTo(figures.at("/missed").asInt());
        }
        assertThat(found(NEW_YORK + "&taken=true")).isLessThan(found(NEW_YORK));
        assertThat(found(NEW_YORK + "&taken=true&missed=true&handed_over=true")).isZero();
    }

    /** A conversation may be handed over several times. */
    @Test
    void handOversLeadToTheConversationsThatWereHandedOver() {
        int found = found(NEW_YORK + "&handed_over=true");

        assertThat(found).isPositive();
        assertThat(json("/api/reports/summary", NEW_YORK)
                        .at("/figures/hand_overs")
                        .asInt())
                .isGreaterThan(found);
        JsonNode rows = json("/api/archive", NEW_YORK + "&handed_over=true").at("/conversations");
        assertThat(rows.values())
                .allSatisfy(row -> assertThat(row.at("/operators").size()).isEqualTo(2));
    }
}
