package chat.beseda.demo;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.crowd.Shop;
import chat.beseda.hours.Timetables;
import chat.beseda.outreach.InvitationRule;
import chat.beseda.outreach.OutreachHistory;
import chat.beseda.outreach.OutreachRules;
import chat.beseda.people.People;
import chat.beseda.security.Passwords;
import chat.beseda.showing.Geography;
import chat.beseda.storage.IdSource;
import chat.beseda.testing.RecordingBus;
import chat.beseda.testing.TestClock;
import chat.beseda.testing.TestDatabase;
import chat.beseda.testing.TestEngine;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HospitalityTest {
    private static final Instant NOW = Instant.parse("2026-06-10T09:30:00Z");

    @TempDir
    Path photos;

    private final TestClock clock = new TestClock(NOW);
    private final TestDatabase opened = TestEngine.SQLITE.open();
    private People people;
    private List<Shop> shops;
    private OutreachRules rules;

    @BeforeEach
    void welcome() {
        var bus = new RecordingBus();
        var ids = new IdSource(clock);
        people = People.of(opened.database(), bus, ids, clock, new Passwords(64), photos);
        new Company(people, Demo.PASSWORD).found("http://localhost:8080");
        shops = new Shops(people).of("http://localhost:8080");
        rules = new OutreachRules(opened.database(), ids, people.audit(), Geography.load(), bus::publish);
        new Hospitality(rules, new OutreachHistory(opened.database()), people, 1).welcome(shops, NOW);
    }

    @Test
    void eachShopIsOpenWhilePeopleWriteToIt() {
        var timetables = new Timetables(
                opened.database(), people.sites(), people.departments(), new IdSource(clock), people.audit());
        new OpeningHours(timetables).hangOut(shops);

        assertThat(shops).hasSize(2).allSatisfy(shop -> {
            var hours = timetables.of(shop.site().id(), null).orElseThrow();
            for (Instant at = NOW; at.isBefore(NOW.plus(Duration.ofDays(2))); at = at.plus(Duration.ofMinutes(20))) {
                assertThat(hours.isOpen(at.toEpochMilli()))
                        .isEqualTo(shop.rhythm().isOpen(at));
            }
        });
    }

    @AfterEach
    void close() {
        opened.close();
    }

    @Test
    void eachShopInvitesByRulesOfItsOwnAndLastByTheUsualOne() {
        assertThat(shops).allSatisfy(shop -> {
            List<InvitationRule> invitations = rules.invitations(shop.site().id());
            assertThat(invitations).hasSizeGreaterThan(2).allMatch(InvitationRule::enabled);
            assertThat(invitations.getLast()).isEqualTo(InvitationRule.standard());
            assertThat(invitations.stream().map(InvitationRule::operator))
                    .anyMatch(operator -> operator != null && operator.matches("\\d+"));
        });
    }

    @Test
    void aYearOfEachRuleAddsUpAndMostPeopleSayNothing() {
        for (Shop shop : shops) {
            for (InvitationRule rule : rules.invitations(shop.site().id())) {
                Fared fared = fared(shop, rule.id());
                assertThat(fared.days).isGreaterThan(100);
                assertThat(fared.shown).isEqualTo(fared.accepted + fared.refused + fared.ignored);
                assertThat(fared.accepted).isPositive().isLessThan(fared.ignored);
                assertThat(fared.refused).isLessThan(fared.ignored);
            }
            assertThat(fared(shop, "hand").shown).isPositive();
        }
    }

    private record Fared(int days, int shown, int accepted, int refused, int ignored) {}

    private Fared fared(Shop shop, String rule) {
        return opened.database()
                .read(handle -> handle.createQuery("""
                        SELECT COUNT(*) AS days, SUM(shown) AS shown, SUM(accepted) AS accepted, SUM(refused) AS refused,
                            SUM(ignored) AS ignored
                        FROM outreach_figure WHERE site_id = :site AND rule_id = :rule AND shown > 0
                        """)
                        .bind("site", shop.site().id().value())
                        .bind("rule", rule)
                        .map((row, context) -> new Fared(
                                row.getInt("days"),
                                row.getInt("shown"),
                                row.getInt("accepted"),
                                row.getInt("refused"),
                                row.getInt("ignored")))
                        .one());
    }
}
