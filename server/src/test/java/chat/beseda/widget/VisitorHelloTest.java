package chat.beseda.widget;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.widget.FromVisitor.VisitorHello;
import java.util.List;
import org.junit.jupiter.api.Test;

class VisitorHelloTest {
    @Test
    void theNameOfATabIsCut() {
        assertThat(hello("t".repeat(10_000)).tab()).isEqualTo("t".repeat(64));
        assertThat(hello("1234").tab()).isEqualTo("1234");
    }

    private static VisitorHello hello(String tab) {
        return new VisitorHello(
                1, VisitorHello.Role.PANEL, null, null, null, List.of(), null, null, "ru", "UTC", tab, null);
    }
}
