package chat.beseda.requests;

/** News: a request arrived or stands otherwise, or it is time to see to it. */
public record RequestChanged(Request now, Why why) {

    /** What there is to tell. */
    public enum Why {
        ARRIVED,
        CHANGED,
        REMINDER
    }
}
