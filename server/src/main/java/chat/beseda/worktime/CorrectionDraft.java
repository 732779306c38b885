package chat.beseda.worktime;

import chat.beseda.operators.OperatorId;
import java.time.LocalDate;
import java.time.ZoneId;

/** A correction as somebody wants it. */
public record CorrectionDraft(
        OperatorId operator, LocalDate day, ZoneId zone, Correction.Kind kind, long seconds, String reason) {}
