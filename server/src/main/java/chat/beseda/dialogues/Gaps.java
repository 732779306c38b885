package chat.beseda.dialogues;

import chat.beseda.dialogues.Phrasebook.Good;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills the {gaps} of a conversation's words, each with the same word all along. Not thread-safe. */
public final class Gaps {
    private static final Pattern GAP = Pattern.compile("\\{([^{}]+)}");

    private final Wordbook words;
    private final RandomGenerator chance;
    private final Map<String, String> filled = new HashMap<>();

    Gaps(Phrasebook book, Persona visitor, Good good, RandomGenerator chance) {
        this.words = book.words();
        this.chance = chance;
        filled.put("good", good.name());
        filled.put(
                "Good",
                good.name().substring(0, 1).toUpperCase(Locale.ROOT)
                        + good.name().substring(1));
        filled.put("good.acc", good.accusative());
        filled.put("good.gen", good.genitive());
        filled.put("price", good.price());
        filled.put("city", visitor.place().name());
        filled.put("city.in", visitor.place().in());
        filled.put("city.to", visitor.place().to());
        filled.put("name", visitor.given());
        filled.put(",name", visitor.known() ? ", " + visitor.given() : "");
        filled.put("email", visitor.email());
        filled.put("phone", visitor.phone());
        filled.put("order", order(book.language()));
        filled.put("а", visitor.woman() ? "а" : "");
        filled.put("ась", visitor.woman() ? "ась" : "ся");
    }

    /** The text as it is said in a conversation that this voice answers. */
    public String fill(String text, Voice voice) {
        filled.put("operator", voice.name());
        filled.put("operator2", voice.neighbour());
        filled.put("оа", voice.woman() ? "а" : "");
        return fill(text);
    }

    /** The text as it is said before anybody answers; it may not speak of a colleague. */
    public String fill(String text) {
        return GAP.matcher(text).replaceAll(gap -> Matcher.quoteReplacement(word(gap.group(1))));
    }

    private String word(String gap) {
        return filled.computeIfAbsent(gap, name -> words.any(name, chance));
    }

    private String order(String language) {
        return language.equals("ru") ? "Д-" + chance.nextInt(10_400, 29_900) : "NB" + chance.nextInt(41_000, 68_000);
    }
}
