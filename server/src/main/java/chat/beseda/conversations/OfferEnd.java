package chat.beseda.conversations;

import chat.beseda.operators.OperatorId;

/** An offer that is over, for reports. Times are UTC epoch milliseconds. */
record OfferEnd(OperatorId to, long offeredAt, long endedAt, Result result) {

    /** What became of an offer. */
    enum Result {
        TAKEN,
        MISSED,
        REFUSED,
        /** The operator went off the line. */
        GONE,
        /** Somebody else took the question, or it ended. */
        WITHDRAWN
    }
}
