package chat.beseda.reports;

import java.util.function.LongPredicate;

/**
 * One of the conversations of a packed day, read where it lies: {@link Talk} says what is told. The same one is handed on for each
 * of the day, so nobody keeps it. Not thread-safe.
 */
final class PackedTalk {
    private final long start;
    private final long[] names;
    private final String[] texts;
    // Holders and answers lie after each other: a row's end where the next one's begin.
    private final Column site;
    private final Column department;
    private final Column visitor;
    private final Column opened;
    private final Column length;
    private final Column firstAnswer;
    private final Column messages;
    private final Column handOvers;
    private final Column missed;
    private final Column score;
    private final Column page;
    private final Column city;
    private final Column source;
    private final Column language;
    private final Column holdersEnd;
    private final Column answersEnd;
    private final Column holder;
    private final Column answerer;
    private final Column waited;
    private final Column waitedClosed;
    private int row;
    private int holdersFrom;
    private int holdersUntil;
    private int answersFrom;
    private int answersUntil;

    /** @param in whose columns follow in the order in which {@link PackedTalks} writes them */
    PackedTalk(long start, long[] names, String[] texts, NumberReader in) {
        this.start = start;
        this.names = names;
        this.texts = texts;
        site = Column.read(in);
        department = Column.read(in);
        visitor = Column.read(in);
        opened = Column.read(in);
        length = Column.read(in);
        firstAnswer = Column.read(in);
        messages = Column.read(in);
        handOvers = Column.read(in);
        missed = Column.read(in);
        score = Column.read(in);
        page = Column.read(in);
        city = Column.read(in);
        source = Column.read(in);
        language = Column.read(in);
        holdersEnd = Column.read(in);
        answersEnd = Column.read(in);
        holder = Column.read(in);
        answerer = Column.read(in);
        waited = Column.read(in);
        waitedClosed = Column.read(in);
    }

    /** Goes on to the next one, which the first is not yet. */
    void moveTo(int next) {
        row = next;
        holdersFrom = holdersUntil;
        holdersUntil = holdersEnd.small(row);
        answersFrom = answersUntil;
        answersUntil = answersEnd.small(row);
    }

    long site() {
        return names[site.small(row)];
    }

    long department() {
        return names[department.small(row)];
    }

    long visitor() {
        return visitor.get(row);
    }

    long opened() {
        return start + opened.get(row);
    }

    long closed() {
        long lasted = length.get(row);
        return lasted == Talk.NONE ? Talk.NONE : opened() + lasted;
    }

    long firstAnswer() {
        return firstAnswer.get(row);
    }

    int messages() {
        return messages.small(row);
    }

    int handOvers() {
        return handOvers.small(row);
    }

    boolean missed() {
        return missed.get(row) == 1;
    }

    int score() {
        return score.small(row);
    }

    String page() {
        return texts[page.small(row)];
    }

    String city() {
        return texts[city.small(row)];
    }

    String source() {
        return texts[source.small(row)];
    }

    String language() {
        return texts[language.small(row)];
    }

    int holders() {
        return holdersUntil - holdersFrom;
    }

    long holder(int nth) {
        return names[holder.small(holdersFrom + nth)];
    }

    boolean isHeldBy(LongPredicate wanted) {
        for (int nth = 0; nth < holders(); nth++) {
            if (wanted.test(holder(nth))) {
                return true;
            }
        }
        return false;
    }

    /** Whether none of the holders before this one is the same. */
    boolean isNewHolder(int nth) {
        for (int before = 0; before < nth; before++) {
            if (holder(before) == holder(nth)) {
                return false;
            }
        }
        return true;
    }

    int answers() {
        return answersUntil - answersFrom;
    }

    long answerer(int nth) {
        return names[answerer.small(answersFrom + nth)];
    }

    long waited(int nth) {
        return waited.get(answersFrom + nth);
    }

    /** How much of that was in working hours. */
    long waitedOpen(int nth) {
        return waited(nth) - waitedClosed.get(answersFrom + nth);
    }
}
