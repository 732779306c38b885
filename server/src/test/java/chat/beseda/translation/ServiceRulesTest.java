package chat.beseda.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chat.beseda.forms.InvalidFields;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which services may be named. */
class ServiceRulesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://libretranslate.com",
                "https://translate.example/api",
                "http://localhost:5000",
                "http://libretranslate:5000",
                "http://192.168.1.20:5000",
                "http://172.20.0.3",
                "http://[::1]:5000",
                "http://translate.internal"
            })
    void theOwnNetworkMayBeAskedUnguardedTheWorldOnlyByHttps(String address) {
        assertThat(ServiceRules.checked(address, null, TranslationService.NONE).address())
                .isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://libretranslate.com",
                "http://8.8.8.8",
                "ftp://localhost",
                "localhost:5000",
                "https://",
                "https://user:word@translate.example",
                "https://translate.example/?key=1",
                "https://169.254.169.254",
                "http://169.254.169.254",
                "http://[fe80::1]",
                "http://2852039166",
                "https://translate.example/ x"
            })
    void otherAddressesAreRefused(String address) {
        assertThatThrownBy(() -> ServiceRules.checked(address, null, TranslationService.NONE))
                .isInstanceOfSatisfying(
                        InvalidFields.class,
                        invalid -> assertThat(invalid.faults())
                                .singleElement()
                                .satisfies(fault -> assertThat(fault.field()).isEqualTo("address")));
    }
}
