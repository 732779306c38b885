package chat.beseda.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import chat.beseda.audit.Actor;
import chat.beseda.audit.Audit;
import chat.beseda.clients.AskedField.Kind;
import chat.beseda.forms.FieldFault;
import chat.beseda.forms.InvalidFields;
import chat.beseda.storage.IdSource;
import chat.beseda.testing.TestEngine;
import chat.beseda.testing.TestHouse;
import chat.beseda.visitors.Visitor;
import chat.beseda.visitors.VisitorChanged;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What {@link Questionnaires} promise on every engine. */
abstract class QuestionnairesContract {
    private static final Actor ACTOR = new Actor(5L, "198.51.100.1");
    private static final AskedField NAME = new AskedField(Kind.NAME, "", true, List.of());
    private static final AskedField EMAIL = new AskedField(Kind.EMAIL, "", false, List.of());
    private static final AskedField ORDER = new AskedField(Kind.TEXT, "Номер заказа", false, List.of());
    private static final AskedField WHO = new AskedField(Kind.CHOICE, "Вы", true, List.of("Человек", "Фирма"));

    private final TestHouse house;
    private final Questionnaires asked;
    private final Visitor visitor;

    QuestionnairesContract(TestEngine engine) {
        house = new TestHouse(engine);
        asked = questionnaires();
        visitor = house.aVisitor();
    }

    private Questionnaires questionnaires() {
        var audit = new Audit(house.database, new IdSource(house.clock), house.clock);
        return new Questionnaires(house.database, house.bus, house.visitors, audit, house.clock);
    }

    @AfterEach
    void close() {
        house.close();
    }

    @Test
    void nothingIsAskedUnlessTheSiteAsks() {
        assertThat(asked.questions(visitor.site(), null, visitor.id(), false).isEmpty())
                .isTrue();
    }

    @Test
    void whatASiteAsksIsReadBackAndWhatCannotBeAskedIsNamed() {
        asked.change(ACTOR, visitor.site(), List.of(NAME, EMAIL, ORDER, WHO));
        assertThat(questionnaires().of(visitor.site())).containsExactly(NAME, EMAIL, ORDER, WHO);
        var wrong = List.of(
                ORDER,
                new AskedField(Kind.TEXT, "Номер заказа", true, List.of()),
                new AskedField(Kind.CHOICE, " ", true, List.of("Одно")));
        assertThatThrownBy(() -> asked.change(ACTOR, visitor.site(), wrong))
                .isInstanceOfSatisfying(
                        InvalidFields.class,
                        invalid -> assertThat(invalid.faults())
                                .extracting(FieldFault::field, FieldFault::code)
                                .containsExactlyInAnyOrder(
                                        tuple("fields.1.label", "taken"),
                                        tuple("fields.2.label", "required"),
                                        tuple("fields.2.options", "options_count")));
        assertThat(asked.of(visitor.site())).hasSize(4);
    }

    @Test
    void whatIsWrongIsNamedByFieldAndNothingIsKept() {
        asked.change(ACTOR, visitor.site(), List.of(NAME, EMAIL, ORDER, WHO));
        Map<String, String> said = Map.of("name", " ", "email", "не почта", "own Вы", "Никто", "own Номер заказа", "7");
        assertThat(asked.tell(visitor, "Согласие", said, false, "192.0.2.1"))
                .containsOnly(
                        Map.entry("name", "required"),
                        Map.entry("email", "email"),
                        Map.entry("own Вы", "choice"),
                        Map.entry("consent", "required"));
        assertThat(asked.answers(visitor.id())).isEmpty();
    }

    @Test
    void whatIsKnownIsNotAskedAgainAndWhatMayBeLeftOutIsAskedOnce() {
        asked.change(ACTOR, visitor.site(), List.of(NAME, EMAIL, ORDER, WHO));
        Map<String, String> said = Map.of("name", "Вера\u202E ", "own Вы", "Фирма", "unknown", "x");
        assertThat(asked.tell(visitor, null, said, false, "192.0.2.1")).isEmpty();
        assertThat(house.visitors.byId(visitor.id()).orElseThrow().name()).isEqualTo("Вера");
        assertThat(asked.answers(visitor.id())).containsExactly(Map.entry("Вы", "Фирма"));
        assertThat(house.bus.news(VisitorChanged.class)).contains(new VisitorChanged(visitor.id()));
        assertThat(asked.questions(visitor.site(), null, visitor.id(), false).fields())
                .containsExactly(EMAIL, ORDER);
        assertThat(asked.questions(visitor.site(), null, visitor.id(), true).isEmpty())
                .isTrue();
    }

    @Test
    void heAgreesToATextOnceAndToAnotherAnew() {
        assertThat(asked.questions(visitor.site(), "Первое", visitor.id(), true).consent())
                .isEqualTo("Первое");
        assertThat(asked.tell(visitor, "Первое", Map.of(), true, "192.0.2.1")).isEmpty();
        assertThat(asked.questions(visitor.site(), "Первое", visitor.id(), true).isEmpty())
                .isTrue();
        house.clock.advance(Duration.ofMinutes(1));
        assertThat(asked.questions(visitor.site(), "Второе", visitor.id(), true).isRequired())
                .isTrue();
    }
}
