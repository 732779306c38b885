package chat.beseda.archive;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.archive.Archive.Order;
import chat.beseda.archive.Archive.Question;
import chat.beseda.conversations.ConversationId;
import chat.beseda.conversations.Posted;
import chat.beseda.operators.OperatorId;
import chat.beseda.sites.SiteId;
import chat.beseda.testing.TestEngine;
import chat.beseda.visitors.Visitor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** M-r5, M-r6, M-r7: what was said is found again, by the same words on either engine. */
abstract class ArchiveContract extends ArchiveScene {
    ArchiveContract(TestEngine engine) {
        super(engine);
    }

    @Test
    void anyFormOfAWordFindsTheOthers() {
        ConversationId saw = talk("Нужна бензопила, можно с доставкой?", "Да, привезём ещё сегодня");
        ConversationId kettle = talk("Is the blue kettle in stock?", "Kettles come on Monday");

        assertThat(find("бензопилой")).containsExactly(saw);
        assertThat(find("ДОСТАВКА")).containsExactly(saw);
        assertThat(find("еще")).containsExactly(saw);
        assertThat(find("kettles")).containsExactly(kettle);
        assertThat(find("бензопила kettle")).isEmpty();
    }

    @Test
    void eitherSideIsLookedThroughAlone() {
        ConversationId asked = talk("Where is my order?", "It has left the warehouse");
        ConversationId told = talk("Hello", "Your order is ready");

        assertThat(find("order", Side.VISITOR)).containsExactly(asked);
        assertThat(find("orders", Side.OPERATOR)).containsExactly(told);
        assertThat(find("order", Side.BOTH)).containsExactly(told, asked);
    }

    @Test
    void phrasesBeginningsAndUnwantedWords() {
        ConversationId first = talk("красный чайник", "Есть");
        ConversationId second = talk("чайник красный", "Тоже есть");

        assertThat(find("\"красный чайник\"")).containsExactly(first);
        assertThat(find("крас*")).containsExactly(second, first);
        assertThat(find("чайник -тоже")).containsExactly(first);
        assertThat(find("чайник -\"красный чайник\"")).containsExactly(second);
        assertThat(find("\"чайник есть\"")).as("a phrase ends with its message").isEmpty();
    }

    @Test
    void whatLooksLikeALanguageOfQueriesIsOnlyWords() {
        ConversationId hostile = talk("'; DROP TABLE event; -- \" OR words MATCH 'x' NEAR(a b) & ! | <-> :*", "Что?");

        for (String words :
                List.of("'; DROP TABLE event; --", "NEAR(a b)", "a & ! | <-> :*", "x' OR '1'='1", "\"NEAR a b")) {
            assertThat(find(words).stream().allMatch(hostile::equals)).as(words).isTrue();
        }
        assertThat(find("NEAR")).containsExactly(hostile);
    }

    @Test
    void filtersNarrowWhatIsFound() {
        ConversationId ours = talk("A question about delivery", "An answer");
        SiteId other = house.aSite();
        ConversationId theirs = talk(house.aVisitor(other), boris, "Delivery again", "Yes", Duration.ofMinutes(9));
        ConversationId missed = end(house.aVisitor(site), "Delivery, and nobody is there");
        ArchiveFilter all = ArchiveFilter.of(0, house.clock.millis() + 1, Set.of(site, other));

        assertThat(find("delivery", all)).containsExactly(missed, theirs, ours);
        assertThat(find("delivery", ArchiveFilter.of(0, house.clock.millis() + 1, Set.of(other))))
                .containsExactly(theirs);
        assertThat(find("delivery", filter(all, Set.of(anna), null, false, ""))).containsExactly(ours);
        assertThat(find("delivery", filter(all, Set.of(), LATE, false, ""))).containsExactly(theirs);
        assertThat(find("delivery", filter(all, Set.of(), null, true, ""))).containsExactly(missed);
        assertThat(find("delivery", filter(all, Set.of(), null, false, "Perm"))).hasSize(3);
        assertThat(find("delivery", filter(all, Set.of(), null, false, "Omsk"))).isEmpty();
        assertThat(find("", filter(all, Set.of(boris), LATE, false, "Perm"))).containsExactly(theirs);
        assertThat(find("delivery", ArchiveFilter.of(0, 1, Set.of(site, other))))
                .isEmpty();
        assertThat(find("delivery", ArchiveFilter.of(0, Long.MAX_VALUE / 4, Set.of())))
                .isEmpty();
    }

    @Test
    void aLateAnswerIsToldWithHowLongItTook() {
        talk(house.aVisitor(site), anna, "Hello?", "Sorry for the wait", Duration.ofMinutes(8));

        Archived found = page("wait", everything()).conversations().getFirst();

        assertThat(found.late()).singleElement().satisfies(answer -> {
            assertThat(answer.waited()).isEqualTo(Duration.ofMinutes(8).toMillis());
            assertThat(answer.operator()).isEqualTo(anna);
        });
        assertThat(found.holdings()).singleElement().satisfies(holding -> {
            assertThat(holding.operator()).isEqualTo(anna);
            assertThat(holding.ended()).isEqualTo(Holding.Ended.CLOSED);
            assertThat(holding.answers()).isOne();
        });
    }

    @Test
    void hitsAreMarkedInTheirMessages() {
        ConversationId id = talk("Сколько стоит доставка до Перми?", "Доставка бесплатная");

        Archive.Hits hits = archive.hits(id, question("доставки", Side.BOTH));

        assertThat(hits.all()).hasSize(2);
        Archive.Hit first = hits.first().getFirst();
        Sought.Mark mark = first.marks().getFirst();
        assertThat(first.said().text().substring(mark.from(), mark.to())).isEqualTo("доставка");
        assertThat(archive.hits(id, question("доставка", Side.OPERATOR)).all()).hasSize(1);
    }

    @Test
    void pagesGoOnWhereTheLastOneEnded() {
        var told = new ArrayList<ConversationId>();
        for (int i = 0; i < 7; i++) {
            told.add(talk("Question about lamps", "Answer"));
        }
        for (Order order : Order.values()) {
            var question = new Question(everything(), sought("lamp"), Side.BOTH, false, order, LATE);
            var found = new ArrayList<ConversationId>();
            Archive.Page page = archive.find(question, null, 3);
            page.conversations().forEach(each -> found.add(each.id()));
            while (page.next() != null) {
                page = archive.find(question, page.next(), 3);
                page.conversations().forEach(each -> found.add(each.id()));
            }
            assertThat(found).containsExactlyInAnyOrderElementsOf(told);
            assertThat(archive.count(question)).isEqualTo(new Archive.Total(7, false));
        }
    }

    @Test
    void theBestComesFirstWhereThatIsWanted() {
        ConversationId much = talk("lamp lamp lamp", "lamp");
        talk("one lamp, and so many other words beside it that it is hardly about that at all", "Yes, of course");
        var question = new Question(everything(), sought("lamp"), Side.BOTH, false, Order.RANK, LATE);

        assertThat(archive.find(question, null, 10).conversations().getFirst().id())
                .isEqualTo(much);
    }

    @Test
    void whatIsSaidWhileItGoesOnIsFoundSomeSecondsLater() {
        Posted.Stored posted = (Posted.Stored)
                house.conversations.postByVisitor(house.aVisitor(site), house.aClientId(), "Is it open?", null);
        assertThat(find("open")).isEmpty();
        pass(Duration.ofSeconds(5));

        assertThat(find("open")).containsExactly(posted.conversation());
    }

    @Test
    void allOfItIsMadeAnewFromTheLogs() {
        ConversationId id = talk("Where is the lamp?", "Here");
        archivist.clear();
        assertThat(find("lamp")).isEmpty();
        archivist.catchUp();

        assertThat(find("lamp")).containsExactly(id);
        assertThat(page("lamp", everything())
                        .conversations()
                        .getFirst()
                        .origin()
                        .city())
                .as("where the visitor was outlives it")
                .isEqualTo("Perm");
    }

    @Test
    void aLongTalkIsReadToItsEnd() {
        Visitor visitor = house.aVisitor(site);
        ConversationId id = ask(visitor, "The first");
        for (int i = 0; i < 1_050; i++) {
            house.conversations.postByVisitor(visitor, house.aClientId(), "Word " + i, null);
        }

        assertThat(archive.said(id))
                .hasSize(1_051)
                .last()
                .satisfies(said -> assertThat(said.text()).isEqualTo("Word 1049"));
    }

    @Test
    void filtersOfferWhatThereIs() {
        talk("One", "Two");

        assertThat(archive.cities(Set.of(site)))
                .containsExactly(new Archive.City(new Archived.Origin("RU", "RU-PER", "Perm"), 1));
        assertThat(archive.cities(Set.of(house.aSite()))).isEmpty();
    }

    private static ArchiveFilter filter(
            ArchiveFilter of, Set<OperatorId> operators, @Nullable Long late, boolean missed, String city) {
        return new ArchiveFilter(
                of.from(),
                of.until(),
                of.hours(),
                of.sites(),
                operators,
                Set.of(),
                Set.of(),
                Set.of(),
                late,
                missed ? Set.of(ArchiveFilter.Trait.MISSED) : Set.of(),
                "",
                city,
                "",
                "");
    }
}
