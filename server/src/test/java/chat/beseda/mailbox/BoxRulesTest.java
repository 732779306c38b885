package chat.beseda.mailbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.beseda.forms.InvalidFields;
import chat.beseda.mail.MailAccount.Security;
import org.junit.jupiter.api.Test;

class BoxRulesTest {
    private static final BoxAccount KEPT =
            new BoxAccount("imap.example.org", 993, Security.TLS, "shop", "secret", "INBOX", "shop@example.org", true);

    private static BoxAccount wanted(String host, int port, Security security) {
        return new BoxAccount(host, port, security, "shop", "", "INBOX", "shop@example.org", true);
    }

    @Test
    void theKeptPasswordGoesOnlyWhereItWasMeantToGo() {
        assertThat(BoxRules.checked(wanted("imap.example.org", 993, Security.TLS), null, KEPT))
                .isEqualTo(KEPT);
        assertThatThrownBy(() -> BoxRules.checked(wanted("imap.example.net", 993, Security.TLS), null, KEPT))
                .isInstanceOf(InvalidFields.class);
        assertThatThrownBy(() -> BoxRules.checked(wanted("imap.example.org", 993, Security.NONE), null, KEPT))
                .isInstanceOf(InvalidFields.class);
    }

    @Test
    void withoutAServerNothingIsKept() {
        assertThat(BoxRules.checked(wanted(" ", 0, Security.TLS), "secret", KEPT))
                .isEqualTo(BoxAccount.NONE);
    }

    @Test
    void everythingThatIsWrongIsNamed() {
        var wrong = new BoxAccount("imap example", 0, Security.TLS, "", "", "", "shop", false);
        assertThatThrownBy(() -> BoxRules.checked(wrong, "", KEPT))
                .isInstanceOfSatisfying(
                        InvalidFields.class,
                        failure -> assertThat(failure.toString()).isNotEmpty());
    }
}
