package chat.beseda.requests;

import chat.beseda.forms.FieldFault;
import java.util.List;
import java.util.Map;

/** What became of a form that was sent. */
public sealed interface Leaving {

    /**
     * It is here.
     *
     * @param again it was here already
     */
    record Kept(Request request, boolean again) implements Leaving {}

    /** Something is wrong with what was filled in. */
    record Invalid(List<FieldFault> faults) implements Leaving {}

    /**
     * Somebody else was faster, or that time is not offered any more.
     *
     * @param next the beginnings of free ones near it, 6 at most
     */
    record SlotTaken(List<Long> next) implements Leaving {}

    /**
     * It cannot be taken now.
     *
     * @param code {@code form_suspicious}, {@code form_stale}, {@code form_too_fast} or {@code request_rate}
     * @param params {@code seconds} after which to send it again, where that helps
     */
    record Refused(String code, Map<String, String> params) implements Leaving {}
}
