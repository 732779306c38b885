package chat.beseda.conversations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import chat.beseda.events.Stream;
import chat.beseda.operators.OperatorId;
import chat.beseda.search.LogSearch;
import chat.beseda.search.LogSearch.Place;
import chat.beseda.testing.TestEngine;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LogSearchTest extends HouseContract {
    LogSearchTest() {
        super(TestEngine.SQLITE);
    }

    @Test
    void wordsAreFoundInMessagesAndNotesWhateverTheirLetters() {
        OperatorId anna = house.anOperator();
        Conversation active = house.aConversationOf(anna);
        long first = said(active, anna, "Чёрный ЧАЙНИК есть");
        house.clock.advance(Duration.ofSeconds(1));
        stored(conversations.note(anna, active.id(), house.aClientId(), "про черный чайник спросить склад"));
        house.clock.advance(Duration.ofSeconds(1));
        long last = said(active, anna, "Отложила чёрный чайник");
        said(active, anna, "Ждём вас");
        var corrections = new Corrections(house.database, house.bus, house.clock);
        long taken = said(active, anna, "Чёрный чайник 200");
        done(corrections.delete(anna, active.id(), taken, Duration.ofHours(1)));

        assertThat(new LogSearch(conversations).find(active.id(), "чЕрный чайник", Long.MAX_VALUE, Long.MAX_VALUE))
                .extracting(Place::stream, Place::seq)
                .containsExactly(tuple(Stream.PUBLIC, first), tuple(Stream.INTERNAL, 1L), tuple(Stream.PUBLIC, last));
        assertThat(new LogSearch(conversations).find(active.id(), "чайник", last, 1))
                .extracting(Place::seq)
                .containsExactly(first);
        assertThat(new LogSearch(conversations).find(active.id(), " ", Long.MAX_VALUE, Long.MAX_VALUE))
                .isEmpty();
        assertThat(new LogSearch(conversations).find(new ConversationId(404), "чайник", Long.MAX_VALUE, Long.MAX_VALUE))
                .isEmpty();
    }

    private long said(Conversation active, OperatorId anna, String text) {
        return stored(answer(anna, active, house.aClientId(), text)).event().seq();
    }
}
