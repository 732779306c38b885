package chat.beseda.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TestDatabaseTest {

    @ParameterizedTest
    @EnumSource(TestEngine.class)
    void everyDatabaseIsNew(TestEngine engine) {
        try (var one = engine.open();
                var other = engine.open()) {
            assertThat(one.database().epoch()).isNotEqualTo(other.database().epoch());
        }
    }
}
