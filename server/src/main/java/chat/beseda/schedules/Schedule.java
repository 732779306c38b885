package chat.beseda.schedules;

import chat.beseda.operators.OperatorId;
import java.time.LocalDate;

/**
 * A report that goes out again and again.
 *
 * @param owner who made it, and whose rights bound what it tells
 * @param next the day of the next one
 * @param nextAt its moment, UTC epoch milliseconds
 */
public record Schedule(long id, OperatorId owner, ScheduleDraft draft, LocalDate next, long nextAt) {}
