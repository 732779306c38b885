package chat.beseda.forms;

import java.util.List;

/** What was asked for cannot be done as it was said; nothing was changed. Names every field that is wrong. */
public final class InvalidFields extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient List<FieldFault> faults;

    public InvalidFields(List<FieldFault> faults) {
        super(faults.toString());
        this.faults = List.copyOf(faults);
    }

    public List<FieldFault> faults() {
        return faults;
    }
}
