package chat.beseda.answers;

import chat.beseda.sites.DepartmentId;
import org.jspecify.annotations.Nullable;

/** What two answers of a shelf can't have in common. */
record AnswerLabel(
        String folder,
        String title,
        @Nullable String language,
        @Nullable DepartmentId department) {}
