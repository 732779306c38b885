import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What a benchmark found: printed as a table, written as JSON. Thread-safe. */
final class Report {
    private final String name;
    private final String machine;
    private final List<Figure> figures = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    Report(String name, String machine) {
        this.name = name;
        this.machine = machine;
    }

    synchronized void add(Figure figure) {
        figures.add(figure);
        say("%s = %s %s".formatted(figure.key(), shown(figure.value()), figure.unit()));
    }

    /** A sentence that a reader of the figures must know. */
    synchronized void note(String text) {
        notes.add(text);
    }

    /** Progress, for the one who waits. */
    static void say(String text) {
        System.out.println("· " + text);
    }

    /** Whether a promise is broken other than one of time: a busy machine is slow, and that proves nothing. */
    synchronized boolean anyBroken() {
        return figures.stream()
                .anyMatch(figure ->
                        Boolean.FALSE.equals(figure.holds()) && !figure.unit().equals("ms"));
    }

    synchronized void print() {
        System.out.printf("%n%s, on %s%n%n", name, machine);
        System.out.printf("%-34s %12s %-8s %-10s %-7s %s%n", "figure", "measured", "unit", "promise", "holds", "floor");
        for (Figure figure : figures) {
            String floor = figure.floor() == null ? "" : shown(figure.floor()) + " " + figure.floorName();
            String promise = figure.limit() == null ? "" : figure.limit().toString();
            String holds = figure.holds() == null ? "" : figure.holds() ? "yes" : "NO";
            System.out.printf(
                    "%-34s %12s %-8s %-10s %-7s %s%n",
                    figure.key(), shown(figure.value()), figure.unit(), promise, holds, floor);
        }
        notes.forEach(note -> System.out.printf("%n%s%n", note));
    }

    synchronized String json() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Figure figure : figures) {
            Map<String, Object> row = new LinkedHashMap<>();
            row.put("key", figure.key());
            row.put("value", Double.isFinite(figure.value()) ? figure.value() : null);
            row.put("unit", figure.unit());
            row.put("promise", figure.limit() == null ? null : figure.limit().toString());
            row.put("floor", figure.floor());
            row.put("holds", figure.holds());
            rows.add(row);
        }
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("name", name);
        whole.put("machine", machine);
        whole.put("figures", rows);
        return JsonMapper.builder()
                        .enable(SerializationFeature.INDENT_OUTPUT)
                        .build()
                        .writeValueAsString(whole)
                + "\n";
    }

    /** Three digits that mean something. */
    static String shown(double value) {
        double size = Math.abs(value);
        String form = value == Math.rint(value) || size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f";
        return Double.isFinite(value) ? String.format(Locale.ROOT, form, value) : "-";
    }
}
