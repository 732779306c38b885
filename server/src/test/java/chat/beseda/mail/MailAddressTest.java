package chat.beseda.mail;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.InternetAddress;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"vera@example.org", "o'neil+tag@mail.example.co.uk", "a_b-c.d@x1.ru", "1@2.example"})
    void everydayAddressesAreTakenAsTheyAre(String address) {
        assertThat(MailAddress.ascii(address)).contains(address);
    }

    @Test
    void aDomainOfAnyAlphabetIsWrittenInAscii() {
        assertThat(MailAddress.ascii("info@пример.рф")).contains("info@xn--e1afmkfd.xn--p1ai");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a..b@c.dd",
                "a.@c.dd",
                "x(@c.dd",
                "(evil)a@c.dd",
                "a:b@c.dd",
                "a@c..dd",
                "a@c.dd:25",
                "кот@пример.рф",
                "a@b@c.dd",
                "a@localhost",
                "@c.dd",
                "a@",
                "",
                "a b@c.dd",
                "a@c.dd\r\nRCPT TO:<x@y.zz>",
                "\"a\"@c.dd",
                "ľ@c.dd"
            })
    void whatAServerWouldTakeForSomethingElseIsNone(String text) {
        assertThat(MailAddress.ascii(text)).isEmpty();
    }

    @Property
    void whateverIsTakenTheLibraryReadsAsTheSameAddress(
            @ForAll @StringLength(max = 12) @Chars({'a', '.', '@', '(', ')', ' ', 'ю', '<', ':', '"', '-', '\n', '1'})
                    String local)
            throws Exception {
        String text = local + "@example.org";
        if (MailAddress.ascii(text).isPresent()) {
            assertThat(new InternetAddress(text, true).getAddress()).isEqualTo(text);
        }
    }
}
