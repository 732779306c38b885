package chat.beseda.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpanTest {
    @Test
    void whatGoesOnAsBeforeChangesNoDay() {
        List<Span> same = List.of(new Span(1, 10, 20), new Span(2, 20, Span.EVER));

        assertThat(Span.between(same, same)).isEmpty();
        assertThat(Span.between(List.of(), List.of())).isEmpty();
    }

    @Test
    void anEndChangesTheTimeFromItOn() {
        assertThat(Span.between(List.of(new Span(1, 10, Span.EVER)), List.of(new Span(1, 10, 40))))
                .contains(new Span(0, 40, Span.EVER));
    }

    @Test
    void whatIsNewOrOfSomebodyElseChangesAllOfItsTime() {
        assertThat(Span.between(List.of(), List.of(new Span(1, 10, 40)))).contains(new Span(1, 10, 40));
        assertThat(Span.between(List.of(new Span(1, 10, 40), new Span(2, 40, 50)), List.of(new Span(3, 5, 30))))
                .contains(new Span(0, 5, 50));
    }
}
