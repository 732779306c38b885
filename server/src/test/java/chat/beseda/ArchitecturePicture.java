package chat.beseda;

import static java.util.stream.Collectors.joining;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The packages that exist and the arrows between them, as a Mermaid flowchart.
 *
 * <p>An arrow that follows from two others is left out: the picture shows the shape, the table in {@link
 * AllowedArrows} says the rest. `app` is left out too, since it uses everything.
 */
record ArchitecturePicture(Map<String, String> bands, Map<String, Set<String>> arrows) {

    static final String BEGIN = "<!-- picture: drawn by ArchitectureTest -->";
    static final String END = "<!-- end of picture -->";

    /** The document with its picture replaced by this one. */
    String putInto(String document) {
        int begin = document.indexOf(BEGIN);
        int end = document.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalArgumentException("ARCHITECTURE.md should hold the lines " + BEGIN + " and " + END);
        }
        return document.substring(0, begin) + BEGIN + "\n" + mermaid() + document.substring(end);
    }

    private String mermaid() {
        String boxes = bands.values().stream().distinct().map(this::band).collect(joining());
        String lines = bands.keySet().stream().map(this::arrowsFrom).collect(joining());
        return "```mermaid\nflowchart TB\n" + boxes + lines + "```\n";
    }

    private String band(String band) {
        return bands.keySet().stream()
                .filter(name -> bands.get(name).equals(band) && arrows.containsKey(name))
                .map("    %s\n"::formatted)
                .collect(joining("", "  subgraph " + band + "\n", "  end\n"));
    }

    private String arrowsFrom(String from) {
        return new TreeSet<>(arrows.getOrDefault(from, Set.of()))
                .stream()
                        .filter(to -> !followsFromOthers(from, to))
                        .map(to -> "  %s --> %s\n".formatted(from, to))
                        .collect(joining());
    }

    private boolean followsFromOthers(String from, String to) {
        return arrows.getOrDefault(from, Set.of()).stream().anyMatch(middle -> !middle.equals(to) && leads(middle, to));
    }

    private boolean leads(String from, String to) {
        Set<String> next = arrows.getOrDefault(from, Set.of());
        return next.contains(to) || next.stream().anyMatch(middle -> leads(middle, to));
    }
}
