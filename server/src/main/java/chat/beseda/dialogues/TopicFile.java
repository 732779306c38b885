package chat.beseda.dialogues;

import chat.beseda.dialogues.Topic.Follows;
import chat.beseda.dialogues.Topic.Part;
import chat.beseda.dialogues.Topic.Speaker;
import chat.beseda.dialogues.Topic.Turn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Reads topics; the form is told at the head of {@code ru/sales.txt}. */
final class TopicFile {
    private static final String HEAD = "== ";

    private final TextFile file;

    TopicFile(String path) {
        this.file = new TextFile(path);
    }

    List<Topic> read() {
        var topics = new ArrayList<Topic>();
        var of = new ArrayList<String>();
        for (String line : file.lines()) {
            if (line.startsWith(HEAD) && !of.isEmpty()) {
                topics.add(topic(of));
                of.clear();
            }
            of.add(line.strip());
        }
        topics.add(topic(of));
        return topics;
    }

    private Topic topic(List<String> lines) {
        String[] head = lines.getFirst().substring(HEAD.length()).split("\\|", -1);
        var parts = new ArrayList<Part>();
        var reactions = new ArrayList<String>();
        for (String line : lines.subList(1, lines.size())) {
            if (line.startsWith(">")) {
                reactions.addAll(split(line.substring(1), "|"));
            } else {
                add(parts, line.startsWith("~"), turn(line.startsWith("~") ? line.substring(1) : line));
            }
        }
        String name = head[0].strip();
        check(head.length == 5, name, "the head has five cells");
        var topic = new Topic(
                name,
                head[1].strip(),
                Integer.parseInt(head[2].strip()),
                months(head[3].strip()),
                head[4].strip(),
                parts,
                reactions);
        checkThatAnswersMatch(topic);
        return topic;
    }

    /** A new part begins with what is always said after what is not, the other way round, and with a visitor's aside. */
    private static void add(List<Part> parts, boolean sometimes, Turn turn) {
        boolean another = parts.isEmpty()
                || parts.getLast().sometimes() != sometimes
                || (sometimes && turn.speaker() == Speaker.VISITOR);
        if (another) {
            parts.add(new Part(sometimes, new ArrayList<>()));
        }
        parts.getLast().turns().add(turn);
    }

    private Turn turn(String line) {
        String mark = line.substring(0, line.indexOf(' '));
        List<List<String>> variants = split(line.substring(mark.length()), "|").stream()
                .map(variant -> split(variant, "//"))
                .toList();
        return switch (mark) {
            case "?" -> new Turn(Speaker.VISITOR, Follows.ANY, variants);
            case "?=" -> new Turn(Speaker.VISITOR, Follows.SAME, variants);
            case "!" -> new Turn(Speaker.OPERATOR, Follows.SAME, variants);
            case "!*" -> new Turn(Speaker.OPERATOR, Follows.ANY, variants);
            case "+" -> new Turn(Speaker.NOTE, Follows.ANY, variants);
            default -> throw new IllegalStateException("%s: nobody speaks in \"%s\"".formatted(file.path(), line));
        };
    }

    private void checkThatAnswersMatch(Topic topic) {
        int before = -1;
        for (Part part : topic.parts()) {
            for (Turn turn : part.turns()) {
                int here = turn.variants().size();
                check(
                        turn.follows() == Follows.ANY || here == before,
                        topic.name(),
                        "as many variants as before: " + turn);
                before = turn.speaker() == Speaker.NOTE ? before : here;
            }
        }
        check(
                topic.parts().getFirst().turns().getFirst().speaker() == Speaker.VISITOR,
                topic.name(),
                "the visitor begins");
    }

    private void check(boolean holds, String topic, String expected) {
        if (!holds) {
            throw new IllegalStateException("%s, %s: expected that %s".formatted(file.path(), topic, expected));
        }
    }

    /** {@code 9-3} is from September to March. */
    private static List<Integer> months(String span) {
        if (span.isEmpty()) {
            return IntStream.rangeClosed(1, 12).boxed().toList();
        }
        String[] ends = span.split("-", -1);
        int from = Integer.parseInt(ends[0]);
        int length = (Integer.parseInt(ends[1]) - from + 12) % 12;
        return IntStream.rangeClosed(0, length)
                .map(step -> (from - 1 + step) % 12 + 1)
                .boxed()
                .toList();
    }

    private static List<String> split(String text, String by) {
        return Arrays.stream(text.split(Pattern.quote(by), -1))
                .map(String::strip)
                .toList();
    }
}
