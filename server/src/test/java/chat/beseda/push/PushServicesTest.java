package chat.beseda.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A browser says where its push service is; nobody makes us speak to a machine of our own network. */
class PushServicesTest {
    private final PushServices services = new PushServices(Set.of("https://push.example.com", "http://localhost:4321"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://fcm.googleapis.com/fcm/send/abc:def",
                "https://updates.push.services.mozilla.com/wpush/v2/xyz",
                "https://web.push.apple.com/QGl",
                "https://wns2-par02p.notify.windows.com/w/?token=a%3d",
                "https://push.example.com/1",
                "http://localhost:4321/push"
            })
    void whatBrowsersUseMayBeTold(String endpoint) {
        assertThat(services.endpoint(endpoint)).hasToString(endpoint);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://fcm.googleapis.com/fcm/send/abc",
                "https://fcm.googleapis.com:8443/",
                "https://fcm.googleapis.com.evil.example/",
                "https://evil.example/fcm.googleapis.com",
                "https://fcm.googleapis.com@evil.example/",
                "https://user@fcm.googleapis.com/",
                "https://push.services.mozilla.com.evil.example/",
                "https://evilpush.apple.com/",
                "http://169.254.169.254/latest/meta-data",
                "http://localhost:4322/push",
                "https://127.0.0.1/",
                "https:///fcm.googleapis.com/",
                "file:///etc/passwd",
                "fcm.googleapis.com/x",
                "",
                "https://fcm.googleapis.com/ a"
            })
    void nobodyElseMay(String endpoint) {
        assertThat(services.endpoint(endpoint)).isNull();
    }

    @Test
    void anEndlessAddressIsNone() {
        assertThat(services.endpoint("https://fcm.googleapis.com/" + "a".repeat(2000)))
                .isNull();
    }
}
