package chat.beseda.archive;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.archive.Archive.Order;
import chat.beseda.archive.Archive.Question;
import chat.beseda.conversations.Conversation;
import chat.beseda.conversations.ConversationId;
import chat.beseda.conversations.Transfer;
import chat.beseda.testing.TestEngine;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** M-r6, U-r8: notes are found where that is wanted, and conversations by what figures count of them. */
abstract class ArchiveNotesContract extends ArchiveScene {
    ArchiveNotesContract(TestEngine engine) {
        super(engine);
    }

    @Test
    void notesAreLookedThroughOnlyWhereThatIsWanted() {
        ConversationId id = talk("Where is the lamp?", "Here", "A regular, @{77}, give a discount");
        talk("Any discount?", "None");

        assertThat(find("discounts")).hasSize(1).doesNotContain(id);
        assertThat(find("regulars")).isEmpty();
        assertThat(found("regulars", Side.VISITOR)).containsExactly(id);
        assertThat(found("\"give a discount\"", Side.OPERATOR)).containsExactly(id);
        assertThat(found("lamp discount", Side.BOTH))
                .as("in words and notes together")
                .containsExactly(id);
        assertThat(found("77", Side.BOTH)).as("a mention is no word").isEmpty();
    }

    @Test
    void hitsInNotesAreToldAsNotesAmongTheOthers() {
        ConversationId id = talk("A discount?", "Ten percent of discount", "No discount, @{77}!");
        var question = new Question(everything(), sought("discounts"), Side.BOTH, true, Order.TIME, LATE);

        Archive.Hits hits = archive.hits(id, question);

        assertThat(hits.all()).extracting(Archive.Place::note).containsExactly(false, true, false);
        assertThat(hits.first().get(1).said().text()).isEqualTo("No discount, @Boris!");
        assertThat(archive.hits(id, question("discounts", Side.BOTH)).all()).hasSize(2);
        assertThat(archive.saidWithNotes(id)).extracting(Summary.Said::note).containsExactly(false, true, false);
        assertThat(archive.said(id)).noneMatch(Summary.Said::note);
        assertThat(archive.notes(id))
                .singleElement()
                .satisfies(note -> assertThat(note.text()).isEqualTo("No discount, @{77}!"));
        assertThat(archive.size(question)).isEqualTo(new Archive.Size(1, 2, 1));
    }

    @Test
    void notesOfAnArchiveFromBeforeAreMadeUpFor() {
        ConversationId id = talk("Where is the lamp?", "Here", "A regular");
        house.database.write(tx -> {
            tx.handle().execute("UPDATE archive_conversation SET log_internal = -1, notes = 0");
            return true;
        });
        new Archivist(house.database, house.conversations, visitor -> null, house.clock).catchUp();

        assertThat(archive.size(new Question(everything(), null, Side.BOTH, false, Order.TIME, LATE))
                        .notes())
                .isOne();
        assertThat(found("regular", Side.BOTH)).containsExactly(id);
    }

    @Test
    void conversationsAreFoundByTheHourOfTheWeekAcrossAChangeOfClocks() {
        ZoneId zone = ZoneId.of("Europe/Berlin");
        house.clock.set(Instant.parse("2026-10-24T00:10:00Z"));
        var opened = new HashMap<ConversationId, ZonedDateTime>();
        for (int i = 0; i < 60; i++) {
            house.clock.advance(Duration.ofMinutes(59));
            opened.put(ask(house.aVisitor(site), "Open?"), house.clock.instant().atZone(zone));
        }
        new Archivist(house.database, house.conversations, visitor -> null, house.clock).catchUp();

        for (int weekday = 1; weekday <= 7; weekday++) {
            for (int hour = 0; hour < 24; hour++) {
                var filter = hours(zone, Set.of(weekday), Set.of(hour));
                assertThat(find("", filter))
                        .as(weekday + " " + hour)
                        .containsExactlyInAnyOrderElementsOf(at(opened, weekday, hour));
            }
        }
        assertThat(find("open", hours(zone, Set.of(7), Set.of(2))))
                .as("the hour that comes twice")
                .hasSize(2);
        assertThat(find("", hours(zone, Set.of(), Set.of(2)))).hasSize(3);
        assertThat(find("", hours(zone, Set.of(6, 7, 1), Set.of()))).hasSize(50);
    }

    private ArchiveFilter hours(ZoneId zone, Set<Integer> weekdays, Set<Integer> hours) {
        ArchiveFilter all = everything();
        return new ArchiveFilter(
                all.from(),
                all.until(),
                WeekHours.of(zone, weekdays, hours),
                all.sites(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                null,
                Set.of(),
                "",
                "",
                "",
                "");
    }

    private static List<ConversationId> at(Map<ConversationId, ZonedDateTime> opened, int weekday, int hour) {
        return opened.entrySet().stream()
                .filter(each -> each.getValue().getDayOfWeek().getValue() == weekday
                        && each.getValue().getHour() == hour)
                .map(Map.Entry::getKey)
                .toList();
    }

    @Test
    void takenAndHandedOverAreToldApart() {
        ConversationId alone = talk("One", "Yes");
        ConversationId handed = ask(house.aVisitor(site), "Two");
        done(house.conversations.take(anna, handed, version(handed)));
        var transfer = new Transfer(boris, null, house.clock.millis() + 60_000, "", false);
        done(house.conversations.handOver(anna, handed, version(handed), transfer));
        done(house.conversations.accept(boris, handed, version(handed)));
        ConversationId nobodys = end(house.aVisitor(site), "Three");
        pass(Duration.ofSeconds(5));

        assertThat(find("", everything().with(ArchiveFilter.Trait.TAKEN))).containsExactly(handed, alone);
        assertThat(find("", everything().with(ArchiveFilter.Trait.HANDED_OVER))).containsExactly(handed);
        assertThat(find("", everything().with(ArchiveFilter.Trait.MISSED))).containsExactly(nobodys);
        assertThat(find("", everything().with(ArchiveFilter.Trait.TAKEN, ArchiveFilter.Trait.MISSED)))
                .isEmpty();
    }

    /** Found in notes too. */
    private List<ConversationId> found(String words, Side side) {
        return ids(archive.find(new Question(everything(), sought(words), side, true, Order.TIME, LATE), null, 50));
    }

    /** The same with a note before the answer. */
    private ConversationId talk(String question, String answer, String note) {
        ConversationId id = ask(house.aVisitor(site), question);
        Conversation taken = done(house.conversations.take(anna, id, version(id)));
        pass(Duration.ofSeconds(1));
        house.conversations.note(boris, id, house.aClientId(), note);
        pass(Duration.ofSeconds(1));
        house.conversations.postByOperator(anna, id, taken.facts().version(), house.aClientId(), answer);
        done(house.conversations.close(anna, id, version(id)));
        pass(Duration.ofSeconds(1));
        return id;
    }
}
