package chat.beseda.dialogues;

import chat.beseda.dialogues.Phrasebook.GivenName;
import chat.beseda.dialogues.Phrasebook.Place;
import chat.beseda.dialogues.Phrasebook.Surname;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who might visit a shop.
 *
 * @param known what the shop calls them, when they have said their name
 * @param haste how carelessly they type: 0 like a letter, 1 like on a bus
 */
public record Persona(
        String given,
        String surname,
        boolean woman,
        String email,
        String phone,
        Place place,
        boolean known,
        double haste) {

    public static Persona any(Phrasebook book, RandomGenerator chance) {
        GivenName given = Chance.of(book.names(), chance);
        Surname family = Chance.of(book.surnames(), chance);
        String surname = given.woman() ? family.woman() : family.man();
        String latin =
                book.language().equals("ru") && given.woman() && family.latin().matches(".*[vn]$")
                        ? family.latin() + "a"
                        : family.latin();
        return new Persona(
                given.name(),
                surname,
                given.woman(),
                address(given.latin(), latin, chance),
                phone(book.language(), chance),
                Chance.of(book.places(), chance),
                Chance.percent(45, chance),
                Chance.percent(55, chance) ? chance.nextDouble(0.15) : chance.nextDouble(0.3, 1));
    }

    /** How the operators have written them down, or nothing. */
    public @Nullable String writtenName() {
        return !known ? null : haste < 0.4 ? given + " " + surname : given;
    }

    private static String address(String given, String surname, RandomGenerator chance) {
        String name = switch (chance.nextInt(5)) {
            case 0 -> given + "." + surname;
            case 1 -> given.charAt(0) + "." + surname;
            case 2 -> surname + chance.nextInt(60, 99);
            case 3 -> given + "_" + surname;
            default -> given + chance.nextInt(1_000);
        };
        return name + "@example." + Chance.of(List.of("com", "net", "org"), chance);
    }

    /** A number nobody has: Russian ones of a code that is not given out, British ones reserved for films. */
    private static String phone(String language, RandomGenerator chance) {
        int tail = chance.nextInt(1_000);
        return language.equals("ru")
                ? "+7 900 000-%02d-%02d".formatted(tail / 10 % 100, chance.nextInt(100))
                : "07700 900%03d".formatted(tail);
    }
}
