package chat.beseda.reports;

/**
 * What is counted. Conversations belong to the day they were opened on, with all that came of them later. An average of nothing is
 * null, never zero.
 */
public enum Figure {
    /** Visits begun. */
    VISITS(Of.SITE),
    /** Invitations shown. */
    INVITED(Of.SITE),
    /** Invitations that visitors answered with a question. */
    INVITED_ASKED(Of.SITE),
    /** Invitations that visitors said no to; no conversations. */
    INVITED_REFUSED(Of.SITE),
    /** Different visitors who opened a conversation. */
    ASKED(Of.CONVERSATION),
    /** Conversations opened. */
    CONVERSATIONS(Of.CONVERSATION),
    /** Of these, those that an operator had. */
    TAKEN(Of.CONVERSATION),
    /** Of these, those that ended without a word of an operator. */
    MISSED(Of.CONVERSATION),
    /** Offers that operators let go by. */
    OFFERS_MISSED(Of.OPERATOR),
    /** From the visitor's first message to the first answer: the mean, in milliseconds. */
    FIRST_ANSWER_MEAN(Of.CONVERSATION),
    /** The same: the median. */
    FIRST_ANSWER_MEDIAN(Of.CONVERSATION),
    /** Share of first answers that came within the seconds asked for. */
    FIRST_ANSWER_WITHIN(Of.CONVERSATION),
    /** From the visitor's first message that nobody had answered to the answer: the mean of all answers. */
    ANSWER_MEAN(Of.CONVERSATION),
    /** The same: the median. */
    ANSWER_MEDIAN(Of.CONVERSATION),
    /** The same: the longest. */
    ANSWER_LONGEST(Of.CONVERSATION),
    /** Answers that took longer than the company's limit, counted as it has chosen: plainly, or in working hours. */
    LATE(Of.CONVERSATION),
    /** From opening to closing, of those closed that an operator had: the mean. */
    LENGTH_MEAN(Of.CONVERSATION),
    /** The same: the median. */
    LENGTH_MEDIAN(Of.CONVERSATION),
    /** Messages of both sides. */
    MESSAGES(Of.CONVERSATION),
    HAND_OVERS(Of.CONVERSATION),
    /** Conversations that were rated. */
    RATINGS(Of.CONVERSATION),
    /** Their mean score, from 1 to 5. */
    SCORE(Of.CONVERSATION),
    /** Time online, corrections included, in milliseconds. */
    WORKED(Of.WORK),
    /** Conversations at a time: of the time online with at least one. */
    LOAD(Of.WORK),
    /** Conversations taken, by hours worked. */
    TAKEN_PER_HOUR(Of.WORK);

    /** What a figure can be told of. */
    enum Of {
        /** Of sites and times, never of operators. */
        SITE,
        /** Of any choice of conversations. */
        CONVERSATION,
        /** Of operators and times, not of departments. */
        OPERATOR,
        /** Of operators and times, on all sites together. */
        WORK
    }

    private final Of of;

    Figure(Of of) {
        this.of = of;
    }

    Of of() {
        return of;
    }
}
