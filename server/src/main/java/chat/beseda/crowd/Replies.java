package chat.beseda.crowd;

import chat.beseda.dialogues.Chance;
import chat.beseda.dialogues.Wordbook;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;

/** What a simulated visitor says to a person whose words nobody wrote beforehand; templates with gaps. */
final class Replies {
    /** Parts of words in an operator's question, and what kind of answer they ask for. */
    private static final Map<String, List<String>> ASKED_FOR = Map.of(
            "live.order", List.of("номер заказа", "номер вашего", "order number", "order no"),
            "live.phone", List.of("телефон", "позвон", "номер для связи", "phone", "call you"),
            "live.email", List.of("почт", "email", "e-mail", "mail"),
            "live.city", List.of("город", "адрес", "куда", "where are you", "address", "postcode"),
            "live.name", List.of("зовут", "обращаться", "your name"));

    private final Wordbook words;
    private final RandomGenerator chance;
    private final List<String> reactions;

    Replies(LiveTalk talk, RandomGenerator chance) {
        this.words = talk.shop().book().words();
        this.chance = chance;
        this.reactions = new ArrayList<>(talk.dialogue().topic().reactions());
    }

    /** An answer to a question, a reaction to anything else. */
    String to(String operatorsWords) {
        String lower = operatorsWords.toLowerCase(Locale.ROOT);
        if (!lower.contains("?")) {
            return reaction();
        }
        return ASKED_FOR.entrySet().stream()
                .filter(kind -> kind.getValue().stream().anyMatch(lower::contains))
                .findFirst()
                .map(kind -> words.any(kind.getKey(), chance))
                .orElseGet(() -> words.any("live.yes", chance));
    }

    String nudge() {
        return words.any("visitor.nudge", chance);
    }

    String thanks() {
        return words.any("visitor.thanks", chance);
    }

    String gone() {
        return words.any("live.gone", chance);
    }

    /** Each thing that belongs to the topic is said once. */
    private String reaction() {
        return !reactions.isEmpty() && Chance.percent(70, chance)
                ? reactions.remove(chance.nextInt(reactions.size()))
                : words.any("live.react", chance);
    }
}
