package chat.beseda.devices;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DevicesTest {
    private static final String CHROME =
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36";

    private final Devices devices = new Devices();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Chrome 142        | Windows 10   | DESKTOP | Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36
            Chrome 142        | macOS        | DESKTOP | Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36
            Chrome 141        | Android 14   | PHONE   | Mozilla/5.0 (Linux; Android 14; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36
            Chrome 141        | Android 13   | TABLET  | Mozilla/5.0 (Linux; Android 13; SM-X200) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Safari/537.36
            Chrome 130        | iOS 18       | PHONE   | Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/130.0.6723.90 Mobile/15E148 Safari/604.1
            Firefox 144       | Windows 10   | DESKTOP | Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:144.0) Gecko/20100101 Firefox/144.0
            Firefox 143       | Linux        | DESKTOP | Mozilla/5.0 (X11; Linux x86_64; rv:143.0) Gecko/20100101 Firefox/143.0
            Firefox 140       | Android 14   | PHONE   | Mozilla/5.0 (Android 14; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0
            Firefox 140       | iOS 18       | PHONE   | Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) FxiOS/140.0 Mobile/15E148 Safari/605.1.15
            Safari 18         | macOS        | DESKTOP | Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Safari/605.1.15
            Safari 18         | iOS 18       | PHONE   | Mozilla/5.0 (iPhone; CPU iPhone OS 18_6 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.6 Mobile/15E148 Safari/604.1
            Safari 18         | iOS 18       | TABLET  | Mozilla/5.0 (iPad; CPU OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1
            Edge 142          | Windows 10   | DESKTOP | Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0
            Edge 141          | Android 10   | PHONE   | Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/141.0.0.0 Mobile Safari/537.36 EdgA/141.0.0.0
            Yandex 25         | Windows 10   | DESKTOP | Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 YaBrowser/25.10.0.0 Safari/537.36
            Yandex 25         | Android 14   | PHONE   | Mozilla/5.0 (Linux; arm_64; Android 14; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 YaBrowser/25.8.0.0 Mobile Safari/537.36
            Yandex 25         | iOS 18       | PHONE   | Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 YaBrowser/25.7.0.1 Mobile/15E148 Safari/604.1
            Opera 122         | Windows 10   | DESKTOP | Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Safari/537.36 OPR/122.0.0.0
            Opera 91          | Android 10   | PHONE   | Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/138.0.0.0 Mobile Safari/537.36 OPR/91.0.0.0
            Samsung Internet 28 | Android 13 | PHONE   | Mozilla/5.0 (Linux; Android 13; K) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36
            VK                | Android 13   | PHONE   | Mozilla/5.0 (Linux; Android 13; SM-A536E Build/TP1A.220624.014; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/130.0.6723.58 Mobile Safari/537.36 VKAndroidApp/8.100-20001
            Telegram          | Android 14   | PHONE   | Mozilla/5.0 (Linux; Android 14; Pixel 8 Build/AP2A.240805.005; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/131.0.6778.39 Mobile Safari/537.36 Telegram-Android/11.4.2 (Google Pixel 8; Android 14; SDK 34; HIGH)
            Chrome 120        | Android 10   | PHONE   | Mozilla/5.0 (Linux; Android 10; CUBOT P40) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Mobile Safari/537.36
            """)
    void browsersAreWhatTheyAre(String browser, String system, Device.Kind kind, String userAgent) {
        assertThat(Devices.isProgram(userAgent)).isFalse();
        assertThat(devices.of(userAgent, Hints.NONE)).isEqualTo(new Device(browser, system, kind));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
                "Mozilla/5.0 AppleWebKit/537.36 (KHTML, like Gecko; compatible; Googlebot/2.1; +http://www.google.com/bot.html) Chrome/141.0.0.0 Safari/537.36",
                "Mozilla/5.0 (compatible; YandexBot/3.0; +http://yandex.com/bots)",
                "Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)",
                "Mozilla/5.0 (Linux; Android 6.0.1; Nexus 5X) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/41.0 Mobile Safari/537.36 (compatible; AdsBot-Google-Mobile)",
                "facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
                "TelegramBot (like TwitterBot)",
                "Mozilla/5.0 (compatible; AhrefsBot/7.0; +http://ahrefs.com/robot/)",
                "curl/8.5.0"
            })
    void programsAreNobody(String userAgent) {
        assertThat(Devices.isProgram(userAgent)).isTrue();
    }

    @Test
    void hintsTellWhatTheFrozenAgentHides() {
        assertThat(devices.of(CHROME, new Hints("Windows", "15.0.0", "")).system())
                .isEqualTo("Windows 11");
        assertThat(devices.of(CHROME, new Hints("Windows", "10.0.0", "")).system())
                .isEqualTo("Windows 10");
        assertThat(devices.of(CHROME, new Hints("macOS", "15.3.1", "")).system())
                .isEqualTo("macOS 15");
        assertThat(devices.of(CHROME, new Hints("Windows", "<b>", "")).system()).isEqualTo("Windows 10");
    }

    @Test
    void nonsenseIsUnknown() {
        assertThat(devices.of("", Hints.NONE)).isEqualTo(new Device(null, null, Device.Kind.DESKTOP));
        assertThat(devices.of("\u0000\u202e{}", Hints.NONE).browser()).isNull();
    }
}
