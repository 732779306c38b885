package chat.beseda.letters;

import chat.beseda.mail.Enclosure;
import chat.beseda.schedules.ReportLetter;
import chat.beseda.schedules.Schedule;
import java.util.List;
import java.util.Optional;

/** Makes what a scheduled report tells: known to whoever knows figures. */
public interface ReportPapers {

    /** Empty when its owner may not read reports any more. */
    Optional<Paper> of(Schedule schedule, ReportLetter letter);

    /** A figure, what it is, and what it was in the period before. */
    record Line(String name, String value, String before) {}

    /**
     * What goes into one letter.
     *
     * @param value heading of the values
     * @param before heading of those of the period before
     */
    record Paper(List<Line> lines, String value, String before, List<Enclosure> enclosures) {
        public Paper {
            lines = List.copyOf(lines);
            enclosures = List.copyOf(enclosures);
        }
    }
}
