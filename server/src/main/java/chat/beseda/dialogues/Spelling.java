package chat.beseda.dialogues;

import java.util.Locale;
import java.util.random.RandomGenerator;

/** How people in a hurry type: without capitals and commas, with a letter too few or in the wrong place. */
final class Spelling {
    private static final int SHORTEST_WORD = 5;

    private final RandomGenerator chance;

    Spelling(RandomGenerator chance) {
        this.chance = chance;
    }

    /** The text as somebody of this haste (0 to 1) would leave it. */
    String of(String text, double haste) {
        if (text.isEmpty() || text.contains("@") || chance.nextDouble() > 0.25 + haste) {
            return text;
        }
        String typed = text;
        if (chance.nextDouble() < haste) {
            typed = lowerFirst(typed);
        }
        if (chance.nextDouble() < haste && typed.endsWith(".")) {
            typed = typed.substring(0, typed.length() - 1);
        }
        if (chance.nextDouble() < haste / 2) {
            typed = typed.replace(",", "");
        }
        if (chance.nextDouble() < haste) {
            typed = typed.replace('ё', 'е').replace('—', '-').replace("’", "'");
        }
        return chance.nextDouble() < haste * 0.45 ? withSlip(typed) : typed;
    }

    /** The text as it stands inside a sentence. */
    static String lowerFirst(String text) {
        boolean name = text.length() > 1 && (Character.isUpperCase(text.charAt(1)) || text.startsWith("I "));
        return name ? text : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
    }

    private String withSlip(String text) {
        String[] words = text.split(" ", -1);
        int at = chance.nextInt(words.length);
        String word = words[at];
        if (word.length() < SHORTEST_WORD || !word.codePoints().allMatch(Character::isLetter)) {
            return text;
        }
        int letter = chance.nextInt(1, word.length() - 2);
        words[at] = switch (chance.nextInt(3)) {
            case 0 -> word.substring(0, letter) + word.substring(letter + 1);
            case 1 -> word.substring(0, letter) + word.charAt(letter) + word.substring(letter);
            default ->
                word.substring(0, letter) + word.charAt(letter + 1) + word.charAt(letter) + word.substring(letter + 2);
        };
        return String.join(" ", words);
    }
}
