package chat.beseda.dialogues;

import chat.beseda.dialogues.Dialogue.Line;
import chat.beseda.dialogues.Phrasebook.Good;
import chat.beseda.dialogues.Phrasebook.PageWords;
import chat.beseda.dialogues.Topic.Follows;
import chat.beseda.dialogues.Topic.Part;
import chat.beseda.dialogues.Topic.Speaker;
import chat.beseda.dialogues.Topic.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Composes conversations out of a phrasebook. Not thread-safe. */
public final class Scriptwriter {
    private static final int ASIDE_PERCENT = 45;
    private static final int SECOND_QUESTION_PERCENT = 16;

    private final Phrasebook book;
    private final RandomGenerator chance;
    private final Spelling spelling;

    public Scriptwriter(Phrasebook book, RandomGenerator chance) {
        this.book = book;
        this.chance = chance;
        this.spelling = new Spelling(chance);
    }

    /** A conversation of this visitor, about something that is asked in this month. */
    public Dialogue write(Persona visitor, int month) {
        Topic topic = topic(month);
        Good good = good(topic);
        PageWords page = page(topic, good);
        var lines = new ArrayList<Line>();
        say(lines, topic, ASIDE_PERCENT);
        greet(lines);
        int asked = beforeAnswer(lines);
        welcome(lines, asked);
        if (Chance.percent(SECOND_QUESTION_PERCENT, chance)) {
            anotherQuestion(lines, month);
        }
        if (Chance.percent(12, chance)) {
            lines.add(new Line(Speaker.NOTE, any("note")));
        }
        int middle = lines.size();
        farewell(lines);
        var spelled = lines.stream().map(line -> spelled(line, visitor)).toList();
        var gaps = new Gaps(book, visitor, good, new SplittableRandom(chance.nextLong()));
        return new Dialogue(topic, visitor, gaps, page.path(), page.title(), spelled, asked, lines.size() - middle);
    }

    private void say(List<Line> lines, Topic topic, int asidePercent) {
        int place = 0;
        for (Part part : topic.parts()) {
            if (part.sometimes() && !Chance.percent(asidePercent, chance)) {
                continue;
            }
            for (Turn turn : part.turns()) {
                int here = turn.follows() == Follows.SAME
                        ? place
                        : chance.nextInt(turn.variants().size());
                turn.variants().get(here).forEach(text -> lines.add(new Line(turn.speaker(), text)));
                place = turn.speaker() == Speaker.NOTE ? place : here;
            }
        }
    }

    /** Puts a greeting before the question: in the same message, in one of its own, or none. */
    private void greet(List<Line> lines) {
        String hello = any("visitor.hello");
        String question = lines.getFirst().text();
        int way = chance.nextInt(100);
        if (way < 50) {
            boolean whole = hello.matches(".*[!.?)]");
            String rest = whole ? " " + question : ", " + Spelling.lowerFirst(question);
            lines.set(0, new Line(Speaker.VISITOR, hello + rest));
        } else if (way < 70) {
            lines.addFirst(new Line(Speaker.VISITOR, hello));
        }
    }

    private static int beforeAnswer(List<Line> lines) {
        int asked = 0;
        while (asked < lines.size() && lines.get(asked).speaker() == Speaker.VISITOR) {
            asked++;
        }
        return asked;
    }

    /** The operator says hello in the answer or before it, sometimes asks to wait a minute. */
    private void welcome(List<Line> lines, int at) {
        String answer = lines.get(at).text();
        String hello = any("operator.hello");
        int way = chance.nextInt(100);
        boolean greetsAlready = answer.startsWith("Здрав") || answer.startsWith("Добр");
        if (greetsAlready || way < 12) {
            return;
        }
        if (way < 60) {
            lines.set(at, new Line(Speaker.OPERATOR, hello + " " + answer));
            return;
        }
        lines.add(at, new Line(Speaker.OPERATOR, way < 82 ? hello : hello + " " + any("operator.wait")));
        if (way >= 82 && Chance.percent(60, chance)) {
            lines.add(at + 1, new Line(Speaker.VISITOR, any("visitor.ok")));
        }
    }

    private void anotherQuestion(List<Line> lines, int month) {
        var more = new ArrayList<Line>();
        say(more, topic(month), 0);
        int after = beforeAnswer(more);
        while (after < more.size() && more.get(after).speaker() == Speaker.OPERATOR) {
            after++;
        }
        lines.add(new Line(Speaker.VISITOR, any("visitor.second")));
        lines.addAll(more.subList(0, after));
    }

    private void farewell(List<Line> lines) {
        if (Chance.percent(18, chance)) {
            lines.add(new Line(Speaker.OPERATOR, any("operator.anything")));
        }
        if (Chance.percent(78, chance)) {
            lines.add(new Line(Speaker.VISITOR, any("visitor.thanks")));
            if (Chance.percent(80, chance)) {
                lines.add(new Line(Speaker.OPERATOR, any("operator.bye")));
            }
        }
    }

    private Line spelled(Line line, Persona visitor) {
        return line.speaker() == Speaker.VISITOR
                ? new Line(Speaker.VISITOR, spelling.of(line.text(), visitor.haste()))
                : line;
    }

    private Topic topic(int month) {
        List<Topic> now = book.topics().stream()
                .filter(topic -> topic.months().contains(month))
                .toList();
        return Chance.weighted(now, Topic::weight, chance);
    }

    private Good good(Topic topic) {
        return book.goods().stream()
                .filter(good -> good.id().equals(topic.subject()))
                .findFirst()
                .orElseGet(() -> Chance.of(book.goods(), chance));
    }

    private PageWords page(Topic topic, Good good) {
        return book.pages().stream()
                .filter(page ->
                        page.path().equals(topic.subject()) || page.path().equals(topic.subject() + ".html"))
                .findFirst()
                .orElseGet(() -> new PageWords(good.path(), good.title()));
    }

    private String any(String name) {
        return book.words().any(name, chance);
    }
}
