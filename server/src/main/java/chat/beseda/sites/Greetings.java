package chat.beseda.sites;

import java.util.Map;

/** What a site says in the panel until somebody writes something better. */
final class Greetings {
    static final Map<String, String> STANDARD = Map.of(
            "ru", "Здравствуйте! Задайте вопрос — мы на связи.",
            "en", "Hello! Ask us anything — we are here.",
            "uk", "Вітаємо! Поставте запитання — ми на зв’язку.");

    private Greetings() {}
}
