package chat.beseda.reports;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;

/** Counts figures of some conversations, and what else is told of the same days and people. Not thread-safe. */
final class Count {
    private static final double HOUR = 3_600_000;

    private final long within;
    private final long lateAfter;
    private final boolean lateInWorkingHours;
    private final Longs visitors = new Longs();
    private final Longs firstAnswers = new Longs();
    private final Longs answers = new Longs();
    private final Longs lengths = new Longs();
    private final Longs scores = new Longs();
    private long quick;
    private long late;
    private long taken;
    private long missed;
    private long messages;
    private long handOvers;
    private long visits;
    private long invited;
    private long invitedAsked;
    private long invitedRefused;
    private long offersMissed;
    private long worked;
    private long held;
    private long inConversation;

    Count(Question question) {
        this.within = question.within();
        this.lateAfter = question.late().after().toMillis();
        this.lateInWorkingHours = question.late().workingHours();
    }

    /** @param whose of these operators' answers only */
    void talk(PackedTalk talk, LongPredicate whose) {
        visitors.add(talk.visitor());
        boolean isTaken = talk.isHeldBy(whose);
        taken += isTaken ? 1 : 0;
        missed += talk.missed() ? 1 : 0;
        messages += talk.messages();
        handOvers += talk.handOvers();
        if (talk.score() > 0) {
            scores.add(talk.score());
        }
        if (isTaken && talk.closed() != Talk.NONE) {
            lengths.add(talk.closed() - talk.opened());
        }
        if (talk.firstAnswer() != Talk.NONE && talk.answers() > 0 && whose.test(talk.answerer(0))) {
            firstAnswers.add(talk.firstAnswer());
            quick += talk.firstAnswer() <= within ? 1 : 0;
        }
        for (int at = 0; at < talk.answers(); at++) {
            if (whose.test(talk.answerer(at))) {
                long waited = talk.waited(at);
                answers.add(waited);
                late += (lateInWorkingHours ? talk.waitedOpen(at) : waited) > lateAfter ? 1 : 0;
            }
        }
    }

    void visits(long more) {
        visits += more;
    }

    void invitations(long shown, long accepted, long refused) {
        invited += shown;
        invitedAsked += accepted;
        invitedRefused += refused;
    }

    void offerMissed() {
        offersMissed++;
    }

    /** Milliseconds: online with corrections; of conversations while online; with at least one. */
    void work(long online, long ofConversations, long withAny) {
        worked += online;
        held += ofConversations;
        inConversation += withAny;
    }

    /** What can be told; what can't, or is an average of nothing, is null. */
    Map<Figure, @Nullable Double> figures(Set<Figure.Of> told) {
        var figures = new EnumMap<Figure, @Nullable Double>(Figure.class);
        for (Figure figure : Figure.values()) {
            figures.put(figure, told.contains(figure.of()) ? value(figure) : null);
        }
        return figures;
    }

    private @Nullable Double value(Figure figure) {
        return switch (figure) {
            case VISITS -> (double) visits;
            case INVITED -> (double) invited;
            case INVITED_ASKED -> (double) invitedAsked;
            case INVITED_REFUSED -> (double) invitedRefused;
            case ASKED -> (double) visitors.different();
            case CONVERSATIONS -> (double) visitors.count();
            case TAKEN -> (double) taken;
            case MISSED -> (double) missed;
            case OFFERS_MISSED -> (double) offersMissed;
            case FIRST_ANSWER_MEAN -> firstAnswers.mean();
            case FIRST_ANSWER_MEDIAN -> firstAnswers.median();
            case FIRST_ANSWER_WITHIN -> ratio((double) quick, firstAnswers.count());
            case ANSWER_MEAN -> answers.mean();
            case ANSWER_MEDIAN -> answers.median();
            case ANSWER_LONGEST -> answers.most();
            case LATE -> (double) late;
            case LENGTH_MEAN -> lengths.mean();
            case LENGTH_MEDIAN -> lengths.median();
            case MESSAGES -> (double) messages;
            case HAND_OVERS -> (double) handOvers;
            case RATINGS -> (double) scores.count();
            case SCORE -> scores.mean();
            case WORKED -> (double) worked;
            case LOAD -> ratio((double) held, (double) inConversation);
            case TAKEN_PER_HOUR -> ratio((double) taken, worked / HOUR);
        };
    }

    static @Nullable Double ratio(double part, double whole) {
        return whole <= 0 ? null : (Double) (part / whole);
    }
}
