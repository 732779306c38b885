import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** What the caller asked for, behind the benchmark's name. */
record Options(boolean quick, boolean strict, Path json, Map<String, String> others) {

    static Options of(String[] arguments) {
        boolean quick = false;
        boolean strict = false;
        Path json = null;
        Map<String, String> others = new HashMap<>();
        for (int at = 1; at < arguments.length; at++) {
            switch (arguments[at]) {
                case "--quick" -> quick = true;
                case "--strict" -> strict = true;
                default -> {
                    if (!arguments[at].startsWith("--") || at + 1 == arguments.length) {
                        throw new IllegalArgumentException(
                                arguments[at] + ": expected --quick, --strict, --json FILE or another --name VALUE");
                    }
                    if (arguments[at].equals("--json")) {
                        json = Path.of(arguments[++at]);
                    } else {
                        others.put(arguments[at].substring(2), arguments[++at]);
                    }
                }
            }
        }
        return new Options(quick, strict, json, others);
    }

    int number(String name, int whenQuick, int otherwise) {
        String said = others.get(name);
        return said != null ? Integer.parseInt(said) : quick ? whenQuick : otherwise;
    }

    String word(String name, String otherwise) {
        return others.getOrDefault(name, otherwise);
    }

    Duration atMost() {
        return Duration.ofSeconds(number("at-most", 150, 900));
    }
}
