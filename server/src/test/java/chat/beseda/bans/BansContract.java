package chat.beseda.bans;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.audit.Actor;
import chat.beseda.audit.Audit;
import chat.beseda.operators.OperatorId;
import chat.beseda.sites.SiteId;
import chat.beseda.storage.IdSource;
import chat.beseda.testing.TestEngine;
import chat.beseda.testing.TestHouse;
import chat.beseda.visitors.Visitor;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What {@link Bans} promise on every engine. */
abstract class BansContract {
    private static final Duration DAY = Duration.ofDays(1);
    private static final String ADDRESS = "192.0.2.7";
    private static final Actor ACTOR = new Actor(5L, "198.51.100.1");

    private final TestHouse house;
    private final IdSource ids;
    private final Audit audit;
    private final Bans bans;
    private final OperatorId anna = new OperatorId(5);

    BansContract(TestEngine engine) {
        house = new TestHouse(engine);
        ids = new IdSource(house.clock);
        audit = new Audit(house.database, ids, house.clock);
        bans = bans();
    }

    private Bans bans() {
        return new Bans(house.database, house.bus, ids, audit, house.clock);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void aBanHoldsUntilItsTimeAlsoAfterARestart() {
        Visitor rude = house.aVisitor();
        Ban ban = bans.ban(ACTOR, anna, rude, null, DAY, "Ругается");
        assertThat(bans.of(rude.site(), rude.id())).contains(ban);
        assertThat(bans().of(rude.site(), rude.id())).contains(ban);
        assertThat(house.bus.news(Banned.class)).containsExactly(new Banned(ban));

        house.clock.advance(DAY);
        assertThat(bans.of(rude.site(), rude.id())).isEmpty();
        assertThat(bans().all()).isEmpty();
    }

    @Test
    void aBanForEverHoldsUntilItIsLifted() {
        Visitor rude = house.aVisitor();
        Ban ban = bans.ban(ACTOR, anna, rude, null, null, "");
        house.clock.advance(Duration.ofDays(4_000));
        assertThat(bans.all()).containsExactly(ban);
        bans.lift(ACTOR, ban);
        assertThat(bans.of(rude.site(), rude.id())).isEmpty();
        assertThat(bans().all()).isEmpty();
        assertThat(audit.before(Long.MAX_VALUE, 10))
                .extracting(entry -> entry.act() + " by " + entry.actor().operator())
                .containsExactly("ban.lifted by 5", "visitor.banned by 5");
    }

    @Test
    void anAddressIsBannedOnItsSiteOnlyAndNotItsVisitorElsewhere() {
        Visitor rude = house.aVisitor();
        Ban ban = bans.ban(ACTOR, anna, rude, ADDRESS, DAY, "");
        assertThat(bans().ofAddress(rude.site(), ADDRESS)).contains(ban);
        assertThat(bans.ofAddress(new SiteId(999), ADDRESS)).isEmpty();
        assertThat(bans.ofAddress(rude.site(), "192.0.2.8")).isEmpty();
        assertThat(bans.of(rude.site(), rude.id())).isEmpty();
    }

    @Test
    void aHomeHasAWholeNetworkOfItsOwn() {
        Visitor rude = house.aVisitor();
        bans.ban(ACTOR, anna, rude, "2001:db8:1:2:aaaa::1", DAY, "");
        assertThat(bans.ofAddress(rude.site(), "2001:db8:1:2:bbbb:cccc:dddd:eeee"))
                .isPresent();
        assertThat(bans.ofAddress(rude.site(), "2001:db8:1:3::1")).isEmpty();
        assertThat(bans.all().getFirst().network()).isEqualTo("2001:db8:1:2::/64");
    }

    @Test
    void aNewBanReplacesTheOldOne() {
        Visitor rude = house.aVisitor();
        bans.ban(ACTOR, anna, rude, null, DAY, "once");
        Ban second = bans.ban(ACTOR, anna, rude, null, null, "again");
        assertThat(bans.all()).containsExactly(second);
        assertThat(bans().all()).containsExactly(second);
    }

    @Test
    void whatOneNodeDecidesHoldsOnTheOthers() {
        Bans other = bans();
        Visitor rude = house.aVisitor();
        Ban himself = bans.ban(ACTOR, anna, rude, null, DAY, "");
        Ban address = bans.ban(ACTOR, anna, rude, ADDRESS, DAY, "");
        assertThat(other.of(rude.site(), rude.id())).contains(himself);
        assertThat(other.ofAddress(rude.site(), ADDRESS)).contains(address);

        bans.lift(ACTOR, himself);
        assertThat(other.all()).containsExactly(address);
        bans.lift(ACTOR, address);
        assertThat(other.all()).isEmpty();
    }
}
