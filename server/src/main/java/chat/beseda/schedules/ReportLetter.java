package chat.beseda.schedules;

import java.time.LocalDate;

/**
 * A report that is due and not sent.
 *
 * @param at when it fell due, UTC epoch milliseconds
 */
public record ReportLetter(long schedule, LocalDate first, LocalDate last, long at) {}
