package chat.beseda.crowd;

import chat.beseda.dialogues.Chance;
import chat.beseda.dialogues.TextFile;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What a simulated visitor comes with.
 *
 * @param address the IP address he claims behind our proxy; one of those set aside for examples
 */
record Browser(String userAgent, int width, int height, String language, String timeZone, String address) {
    private static final List<Browser> KINDS = new TextFile("browsers.txt")
            .rows(
                    3,
                    cells -> new Browser(
                            cells.get(0), Integer.parseInt(cells.get(1)), Integer.parseInt(cells.get(2)), "", "", ""));
    private static final List<String> RUSSIAN_ZONES =
            List.of("Asia/Yekaterinburg", "Asia/Yekaterinburg", "Europe/Moscow", "Europe/Samara", "Asia/Novosibirsk");
    private static final List<String> BRITISH_ZONES = List.of("Europe/London", "Europe/London", "Europe/Dublin");

    static Browser any(String language, RandomGenerator chance) {
        Browser kind = Chance.of(KINDS, chance);
        boolean russian = language.equals("ru");
        return new Browser(
                kind.userAgent,
                kind.width,
                kind.height,
                russian
                        ? Chance.of(List.of("ru-RU", "ru"), chance)
                        : Chance.of(List.of("en-GB", "en-US", "en"), chance),
                Chance.of(russian ? RUSSIAN_ZONES : BRITISH_ZONES, chance),
                Chance.of(List.of("198.51.100.", "203.0.113."), chance) + chance.nextInt(1, 255));
    }
}
