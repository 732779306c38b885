package chat.beseda.sites;

/** How far back a returning visitor's "today's conversation" reaches. */
public sealed interface TodaySpan {

    /** Since midnight in the site's time zone. */
    record CalendarDay() implements TodaySpan {}

    /** The last hours, 1 to 168. */
    record Hours(int hours) implements TodaySpan {
        public static final int MOST = 168;
    }
}
