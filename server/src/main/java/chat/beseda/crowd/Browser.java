package chat.beseda.crowd;

import chat.beseda.dialogues.Chance;
import chat.beseda.dialogues.TextFile;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What a simulated visitor comes with.
 *
 * @param address the IP address he claims behind our proxy: only this server, which believes its own machine, ever hears it
 */
record Browser(String userAgent, int width, int height, String language, String timeZone, String address) {
    private static final List<Browser> KINDS = new TextFile("browsers.txt")
            .rows(
                    3,
                    cells -> new Browser(
                            cells.get(0), Integer.parseInt(cells.get(1)), Integer.parseInt(cells.get(2)), "", "", ""));
    private static final List<Home> RUSSIAN_HOMES = List.of(
            new Home("46.146.10.", "Asia/Yekaterinburg"),
            new Home("178.161.130.", "Asia/Yekaterinburg"),
            new Home("92.242.10.", "Asia/Yekaterinburg"),
            new Home("95.165.10.", "Europe/Moscow"),
            new Home("5.3.100.", "Europe/Moscow"),
            new Home("46.0.10.", "Europe/Samara"),
            new Home("109.195.20.", "Europe/Saratov"),
            new Home("90.189.20.", "Asia/Novosibirsk"),
            new Home("37.113.20.", "Asia/Yekaterinburg"));
    private static final List<Home> BRITISH_HOMES = List.of(
            new Home("81.2.69.", "Europe/London"),
            new Home("82.3.100.", "Europe/London"),
            new Home("80.111.40.", "Europe/Dublin"));

    /** A network whose city the free databases know, and the clock there; one of them differs, as happens. */
    private record Home(String network, String timeZone) {}

    static Browser any(String language, RandomGenerator chance) {
        Browser kind = Chance.of(KINDS, chance);
        boolean russian = language.equals("ru");
        Home home = Chance.of(russian ? RUSSIAN_HOMES : BRITISH_HOMES, chance);
        return new Browser(
                kind.userAgent,
                kind.width,
                kind.height,
                russian
                        ? Chance.of(List.of("ru-RU", "ru"), chance)
                        : Chance.of(List.of("en-GB", "en-US", "en"), chance),
                home.timeZone,
                home.network + chance.nextInt(1, 255));
    }
}
