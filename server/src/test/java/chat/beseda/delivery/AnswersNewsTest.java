package chat.beseda.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.answers.AnswersChanged;
import chat.beseda.answers.Shelf;
import chat.beseda.audit.Actor;
import chat.beseda.operators.Operator;
import chat.beseda.operators.Role;
import chat.beseda.sites.DepartmentDraft;
import chat.beseda.testing.SocketTestLine;
import chat.beseda.testing.TestLine;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Open consoles learn that ready answers are others now: of common ones all of them, of own ones their owner's. */
class AnswersNewsTest extends LineField {
    private static final String CHANGED = "answers_changed";

    @Override
    TestLine open(String side, String query, String origin) {
        return SocketTestLine.open(http, server, origin, "/ws/" + side + "?" + query);
    }

    @Test
    void whoseTheyAreIsTold() {
        Operator boris = server.join("Boris", Role.OPERATOR, server.site.id());
        TestLine annas = console(server.anna.id());
        TestLine other = console(boris.id());
        int often = 5;
        for (int i = 0; i < often; i++) {
            server.bus().publish(new AnswersChanged(Shelf.of(server.anna.id())));
        }
        server.bus().publish(new AnswersChanged(Shelf.common()));
        for (int i = 0; i <= often; i++) {
            annas.await(CHANGED);
        }
        other.await(CHANGED);
        other.send(Map.of("t", "probe"));
        other.await("beat");
        assertThat(other.journal())
                .filteredOn(frame -> frame.get("t").stringValue().equals(CHANGED))
                .hasSize(1);
    }

    @Test
    void aDepartmentThatIsGoneChangesAnswersToo() {
        TestLine annas = console(server.anna.id());
        server.people.departments().create(Actor.program(), new DepartmentDraft("Sales", List.of()));
        annas.await(CHANGED);
    }
}
