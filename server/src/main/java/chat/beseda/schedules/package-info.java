/**
 * Reports that go out by e-mail at set times: who wants which, when the next one is due, and those that wait to be sent.
 *
 * <p>Tables {@code report_schedule} and {@code report_letter}: a letter has only the days it is of; its figures are read when it is sent,
 * so that they are true and nobody gets what they may not see any more.
 */
@NullMarked
package chat.beseda.schedules;

import org.jspecify.annotations.NullMarked;
