package chat.beseda.sites;

/** How far back the past reaches that a returning visitor finds in his window. */
public sealed interface TodaySpan {

    /** Since midnight where the visitor is. */
    record CalendarDay() implements TodaySpan {}

    /** Since a midnight where the visitor is: today and the days before it, so many together, 2 to 365. */
    record Days(int days) implements TodaySpan {
        public static final int LEAST = 2;
        public static final int MOST = 365;
    }

    /** The last hours, 1 to 168. */
    record Hours(int hours) implements TodaySpan {
        public static final int MOST = 168;
    }

    /** All that was ever said. */
    record Everything() implements TodaySpan {}
}
