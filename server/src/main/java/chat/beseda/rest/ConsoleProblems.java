package chat.beseda.rest;

import chat.beseda.files.FileRefused;
import chat.beseda.forms.Conflict;
import chat.beseda.forms.InvalidFields;
import chat.beseda.forms.Unknown;
import chat.beseda.security.Passwords;
import chat.beseda.web.Problem;
import chat.beseda.web.ProblemTable;
import chat.beseda.web.ProblemTexts;
import java.time.Duration;
import java.util.List;

/** What the domain's refusals become at this door. */
public final class ConsoleProblems {
    private ConsoleProblems() {}

    /** The table, to which the application may add rows of its own, such as the store's troubles. */
    public static ProblemTable table() {
        return new ProblemTable(new ProblemTexts(ConsoleProblems.class))
                .add(InvalidFields.class, ConsoleProblems::ofFields)
                .add(Unknown.class, unknown -> Problem.of(404, unknown.kind() + "_unknown"))
                .add(Conflict.class, conflict -> new Problem(409, conflict.code(), conflict.params(), List.of(), null))
                .add(FileRefused.class, ConsoleProblems::ofFile)
                .add(Passwords.Busy.class, busy -> Problem.later(503, "busy", Duration.ofSeconds(2)));
    }

    private static Problem ofFile(FileRefused refused) {
        int status = switch (refused.code()) {
            case "file_off" -> 403;
            case "file_too_large" -> 413;
            case "file_offset" -> 409;
            case "file_unsent", "file_quota" -> 429;
            case "file_no_room" -> 503;
            default -> 422;
        };
        return new Problem(status, refused.code(), refused.params(), List.of(), null);
    }

    private static Problem ofFields(InvalidFields invalid) {
        return Problem.ofFields(invalid.faults().stream()
                .map(fault -> new Problem.Field(fault.field(), fault.code(), fault.value(), fault.params()))
                .toList());
    }
}
