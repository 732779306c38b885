package chat.beseda.visitors;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
    @Test
    void anAddressIsOfEmailOrAPhoneNumber() {
        assertThat(Address.parse("  irina@example.test ")).contains(new Address.Email("irina@example.test"));
        assertThat(Address.parse("почта@дача.рф")).contains(new Address.Email("почта@дача.рф"));
        assertThat(Address.parse("+7 (342) 200-10-20")).contains(new Address.Phone("+7 (342) 200-10-20"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "irina",
                "irina@",
                "@example.test",
                "irina@example",
                "a b@example.test",
                "<a@b.test>",
                "12345",
                "1234567890123456",
                "+7+342",
                "позвоните 200-10-20",
                "a@b.test,c@d.test",
                "a@b.test\u202Etest"
            })
    void otherWordsAreNone(String said) {
        assertThat(Address.parse(said)).isEmpty();
    }

    @Test
    void whatIsTooLongIsNone() {
        assertThat(Address.parse("a".repeat(250) + "@example.test")).isEmpty();
        assertThat(Address.parse("1 ".repeat(10) + " ".repeat(40) + "1")).isEmpty();
    }
}
