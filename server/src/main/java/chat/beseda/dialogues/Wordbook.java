package chat.beseda.dialogues;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Words for the gaps of a text, and what people say around any question: variants by the name of the gap. */
public final class Wordbook {
    private final Map<String, List<String>> variants = new HashMap<>();

    Wordbook(TextFile... files) {
        for (TextFile file : files) {
            List<String> into = new ArrayList<>();
            for (String line : file.lines()) {
                if (line.startsWith("[") && line.endsWith("]")) {
                    into = variants.computeIfAbsent(line.substring(1, line.length() - 1), name -> new ArrayList<>());
                } else {
                    into.add(line.strip());
                }
            }
        }
    }

    public boolean knows(String name) {
        return variants.containsKey(name);
    }

    List<String> all(String name) {
        List<String> found = variants.get(name);
        if (found == null) {
            throw new IllegalStateException("the demo has no words for " + name);
        }
        return found;
    }

    public String any(String name, RandomGenerator chance) {
        return Chance.of(all(name), chance);
    }
}
