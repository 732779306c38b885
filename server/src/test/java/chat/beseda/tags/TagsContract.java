package chat.beseda.tags;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.beseda.audit.Actor;
import chat.beseda.audit.Audit;
import chat.beseda.forms.InvalidFields;
import chat.beseda.forms.Unknown;
import chat.beseda.storage.IdSource;
import chat.beseda.testing.RecordingBus;
import chat.beseda.testing.TestClock;
import chat.beseda.testing.TestDatabase;
import chat.beseda.testing.TestEngine;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@link Tags} promise on every engine. */
abstract class TagsContract {
    private final TestEngine engine;
    private final RecordingBus bus = new RecordingBus();
    private final TestClock clock = new TestClock();
    private TestDatabase opened;
    private Tags tags;

    TagsContract(TestEngine engine) {
        this.engine = engine;
    }

    @BeforeEach
    void open() {
        opened = engine.open();
        tags = tags();
    }

    @AfterEach
    void close() {
        opened.close();
    }

    @Test
    void theyAreKeptRenamedAndRetired() {
        Tag late = tags.create(Actor.program(), new TagDraft(" Опоздание ", TagColour.RED, false));
        Tag refund = tags.create(Actor.program(), new TagDraft("возврат", TagColour.BLUE, false));
        assertThat(late.name()).isEqualTo("Опоздание");

        Tag retired = tags.change(Actor.program(), late.id(), new TagDraft("Задержка", TagColour.GREY, true));

        assertThat(tags.all()).containsExactly(refund, retired);
        assertThat(tags.byId(late.id())).contains(new Tag(late.id(), "Задержка", TagColour.GREY, true));
        assertThat(bus.news(TagsChanged.class)).hasSize(3);
        assertThat(tags().all()).containsExactly(refund, retired);
    }

    @Test
    void aNameIsNeverTwiceWhateverItsCapitals() {
        Tag tag = tags.create(Actor.program(), new TagDraft("Возврат", TagColour.RED, false));
        assertThatThrownBy(() -> tags.create(Actor.program(), new TagDraft("ВОЗВРАТ", TagColour.RED, false)))
                .isInstanceOf(InvalidFields.class);
        assertThatThrownBy(() -> tags.create(Actor.program(), new TagDraft(" ", TagColour.RED, false)))
                .isInstanceOf(InvalidFields.class);
        assertThatThrownBy(() -> tags.create(Actor.program(), new TagDraft("я".repeat(41), TagColour.RED, false)))
                .isInstanceOf(InvalidFields.class);
        assertThatThrownBy(() -> tags.change(Actor.program(), new TagId(404), new TagDraft("a", TagColour.RED, false)))
                .isInstanceOf(Unknown.class);
        assertThat(tags.change(Actor.program(), tag.id(), new TagDraft("возврат", TagColour.RED, false))
                        .name())
                .isEqualTo("возврат");
    }

    private Tags tags() {
        var ids = new IdSource(clock);
        return new Tags(opened.database(), bus, ids, new Audit(opened.database(), ids, clock));
    }
}
