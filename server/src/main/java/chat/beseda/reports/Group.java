package chat.beseda.reports;

/** By what figures are told apart. */
public enum Group {
    OPERATOR,
    DAY,
    WEEK,
    MONTH,
    SITE,
    DEPARTMENT,
    PAGE,
    CITY,
    SOURCE,
    LANGUAGE;

    boolean isTime() {
        return this == DAY || this == WEEK || this == MONTH;
    }
}
