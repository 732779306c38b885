package chat.beseda.outreach;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.audit.Actor;
import chat.beseda.audit.Audit;
import chat.beseda.showing.Geography;
import chat.beseda.showing.Showing;
import chat.beseda.sites.Site;
import chat.beseda.sites.SiteDraft;
import chat.beseda.sites.Sites;
import chat.beseda.storage.IdSource;
import chat.beseda.testing.TestEngine;
import chat.beseda.testing.TestHouse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What {@link OutreachRules} promise on every engine. */
abstract class OutreachRulesContract {
    private static final Actor ANNA = new Actor(5L, "198.51.100.1");
    private static final Actor BORIS = new Actor(6L, "198.51.100.2");
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TestHouse house;
    private final IdSource ids;
    private final Audit audit;
    private final OutreachRules rules;
    private final Site site;

    OutreachRulesContract(TestEngine engine) {
        house = new TestHouse(engine);
        ids = new IdSource(house.clock);
        audit = new Audit(house.database, ids, house.clock);
        site = new Sites(house.database, ids, audit, house.bus::publish)
                .create(ANNA, SiteDraft.standard("Shop", List.of("https://shop.example"), "Europe/Moscow", "auto"));
        rules = rules();
    }

    private OutreachRules rules() {
        return new OutreachRules(house.database, ids, audit, Geography.load(), house.bus::publish);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void twoChangesInOneCommitKeepBoth() {
        Showing hidden = hiddenWithoutOperators();
        var begun = new CountDownLatch(1);
        var bothWait = new CountDownLatch(1);
        CompletableFuture<?> busy = beside(() -> house.database.write(tx -> {
            begun.countDown();
            return awaited(bothWait);
        }));
        assertThat(awaited(begun)).isTrue();
        CompletableFuture<?> anna = beside(() -> rules.changeShowing(ANNA, site, hidden));
        CompletableFuture<?> boris = beside(() -> rules.changeInvitations(BORIS, site, List.of()));
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (house.database.writesWaiting() < 2 && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        bothWait.countDown();
        CompletableFuture.allOf(busy, anna, boris).join();

        for (OutreachRules known : List.of(rules, rules())) {
            assertThat(known.showing(site.id())).isEqualTo(hidden);
            assertThat(known.invitations(site.id())).isEmpty();
        }
    }

    private static Showing hiddenWithoutOperators() {
        Showing standard = Showing.standard();
        return new Showing(
                standard.pages(),
                standard.notPages(),
                standard.places(),
                standard.notPlaces(),
                standard.unknownPlace(),
                null,
                standard.languages(),
                Showing.Nobody.HIDE,
                standard.addressAfter());
    }

    private static CompletableFuture<?> beside(Runnable work) {
        return CompletableFuture.runAsync(work, Thread::startVirtualThread);
    }

    private static boolean awaited(CountDownLatch latch) {
        try {
            return latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException stop) {
            throw new IllegalStateException(stop);
        }
    }
}
