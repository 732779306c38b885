package chat.beseda.requestpages;

import chat.beseda.requestkinds.KindField;
import chat.beseda.requestkinds.RequestKind;
import chat.beseda.requests.RequestDraft;
import io.javalin.http.Context;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the fields of a form, by their names; all of it hostile.
 *
 * @param page the visitor came from
 * @param answers by the id of the field
 */
record Filled(
        String cid,
        String stamp,
        String trap,
        String name,
        String phone,
        String email,
        String text,
        String at,
        String zone,
        String page,
        Map<String, String> answers) {
    /** Before the id of a field of the kind's own. */
    static final String OWN = "answers.";

    private static final int LONGEST_PAGE = 2000;

    Filled {
        answers = Map.copyOf(answers);
    }

    /** A form that is opened. */
    static Filled empty(String cid, String stamp, @Nullable String page) {
        String from = page == null || page.length() > LONGEST_PAGE ? "" : page;
        return new Filled(cid, stamp, "", "", "", "", "", "", "", from, Map.of());
    }

    /** One that was sent. */
    static Filled of(Context context, RequestKind kind) {
        Map<String, List<String>> said = context.formParamMap();
        var answers = new HashMap<String, String>();
        for (KindField field : kind.draft().fields()) {
            answers.put(field.id(), value(said, OWN + field.id()));
        }
        return new Filled(
                value(said, "cid"),
                value(said, "stamp"),
                value(said, "website"),
                value(said, "name"),
                value(said, "phone"),
                value(said, "email"),
                value(said, "text"),
                value(said, "at"),
                value(said, "zone"),
                value(said, "page"),
                answers);
    }

    private static String value(Map<String, List<String>> said, String name) {
        List<String> values = said.getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.getFirst().replace("\r\n", "\n");
    }

    /** The same form with another stamp, and without what nobody should have written. */
    Filled renewed(String fresh) {
        return new Filled(cid, fresh, "", name, phone, email, text, at, zone, page, answers);
    }

    /** The beginning of the time that was chosen; null: as soon as possible, or nothing sensible. */
    @Nullable
    Long slot() {
        return at.matches("\\d{1,15}") ? (Long) Long.parseLong(at) : null;
    }

    RequestDraft draft(RequestKind kind, String language) {
        return new RequestDraft(
                cid, kind.id(), stamp, trap, name, phone, email, text, slot(), zone, language, page, answers);
    }
}
