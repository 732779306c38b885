package chat.beseda.operators;

import java.util.Set;

/**
 * What somebody can do that not everybody can.
 *
 * @param languages in which they answer, as {@code uk}; empty: nothing is known, so anybody may be sent to them
 * @param skills words of the company's own, in lower case
 */
public record Abilities(Set<String> languages, Set<String> skills) {
    public static final int LONGEST_SKILL = 50;

    public Abilities {
        languages = Set.copyOf(languages);
        skills = Set.copyOf(skills);
    }

    public static Abilities none() {
        return new Abilities(Set.of(), Set.of());
    }
}
