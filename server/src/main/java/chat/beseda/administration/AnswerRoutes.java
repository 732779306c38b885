package chat.beseda.administration;

import chat.beseda.answers.AnswerDraft;
import chat.beseda.answers.AnswerId;
import chat.beseda.answers.ReadyAnswer;
import chat.beseda.answers.ReadyAnswers;
import chat.beseda.answers.Shelf;
import chat.beseda.files.Attachment;
import chat.beseda.formatting.TextDocument;
import chat.beseda.operators.Permission;
import chat.beseda.rest.Call;
import chat.beseda.rest.Download;
import chat.beseda.rest.Fields;
import chat.beseda.rest.Route;
import chat.beseda.sites.DepartmentId;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Ready answers: everybody reads the common ones and has own ones, supervisors change the common ones. */
final class AnswerRoutes {
    private static final int MOST_FILE_BYTES = 4 * 1024 * 1024;

    private final ReadyAnswers answers;

    AnswerRoutes(ReadyAnswers answers) {
        this.answers = answers;
    }

    /**
     * What is wished.
     *
     * @param document the same formatted; null: the text alone
     * @param language null: for any
     * @param department null: for all
     * @param files ids of those it has or of my own, just uploaded; null: those it has
     */
    record Draft(
            String folder,
            String title,
            String text,
            @Nullable TextDocument document,
            @Nullable String language,
            @Nullable String department,
            @Nullable List<String> files) {}

    record AnswerView(
            String id,
            boolean own,
            String folder,
            String title,
            String text,
            @Nullable TextDocument document,
            @Nullable String language,
            @Nullable String department,
            List<Attachment> files,
            long used,
            @Nullable Long usedAt) {

        static AnswerView of(ReadyAnswer answer) {
            DepartmentId department = answer.department();
            return new AnswerView(
                    answer.id().toString(),
                    answer.shelf().owner() != null,
                    answer.folder(),
                    answer.title(),
                    answer.text(),
                    answer.document(),
                    answer.language(),
                    department == null ? null : department.toString(),
                    answer.files(),
                    answer.used(),
                    answer.usedAt());
        }
    }

    record AnswersView(List<AnswerView> common, List<AnswerView> own) {}

    List<Route> all() {
        Permission manage = Permission.MANAGE_ANSWERS;
        Permission answer = Permission.ANSWER;
        Function<Call, Shelf> common = call -> Shelf.common();
        Function<Call, Shelf> own = call -> Shelf.of(call.me().id());
        return List.of(
                Route.right(HandlerType.GET, "/api/answers", answer, this::list),
                Route.right(HandlerType.POST, "/api/answers/{id}/use", answer, this::use),
                Route.right(HandlerType.POST, "/api/answers", manage, call -> create(call, common)),
                Route.right(HandlerType.PUT, "/api/answers/{id}", manage, call -> change(call, common)),
                Route.right(HandlerType.DELETE, "/api/answers/{id}", manage, call -> remove(call, common)),
                Route.right(HandlerType.GET, "/api/answers/file", answer, call -> file(call, common)),
                Route.right(HandlerType.POST, "/api/answers/file", manage, call -> bringIn(call, common)),
                Route.right(HandlerType.POST, "/api/me/answers", answer, call -> create(call, own)),
                Route.right(HandlerType.PUT, "/api/me/answers/{id}", answer, call -> change(call, own)),
                Route.right(HandlerType.DELETE, "/api/me/answers/{id}", answer, call -> remove(call, own)),
                Route.right(HandlerType.GET, "/api/me/answers/file", answer, call -> file(call, own)),
                Route.right(HandlerType.POST, "/api/me/answers/file", answer, call -> bringIn(call, own)));
    }

    private AnswersView list(Call call) {
        return new AnswersView(views(Shelf.common()), views(Shelf.of(call.me().id())));
    }

    private List<AnswerView> views(Shelf shelf) {
        return answers.of(shelf).stream().map(AnswerView::of).toList();
    }

    private @Nullable Object use(Call call) {
        answers.used(id(call), call.me().id());
        return null;
    }

    private AnswerView create(Call call, Function<Call, Shelf> shelf) {
        ReadyAnswer answer = answers.create(call.actor(), shelf.apply(call), draft(call));
        call.status(201);
        return AnswerView.of(answer);
    }

    private AnswerView change(Call call, Function<Call, Shelf> shelf) {
        return AnswerView.of(answers.change(call.actor(), shelf.apply(call), id(call), draft(call)));
    }

    private @Nullable Object remove(Call call, Function<Call, Shelf> shelf) {
        answers.remove(call.actor(), shelf.apply(call), id(call));
        return null;
    }

    /** Spreadsheets expect what their country writes between numbers. */
    private Download file(Call call, Function<Call, Shelf> shelf) {
        char separator = call.language().equals("en") ? ',' : ';';
        return new Download("answers.csv", "text/csv; charset=utf-8", answers.file(shelf.apply(call), separator));
    }

    private ReadyAnswers.Imported bringIn(Call call, Function<Call, Shelf> shelf) {
        return answers.bringIn(call.actor(), shelf.apply(call), call.bytes(MOST_FILE_BYTES));
    }

    private static AnswerId id(Call call) {
        return new AnswerId(call.id("answer"));
    }

    private static AnswerDraft draft(Call call) {
        Draft said = call.body(Draft.class);
        var fields = new Fields();
        Set<DepartmentId> departments =
                fields.departments("department", said.department == null ? List.of() : List.of(said.department));
        fields.refuse();
        return new AnswerDraft(
                said.folder,
                said.title,
                said.text,
                said.document,
                said.language,
                departments.stream().findFirst().orElse(null),
                said.files);
    }
}
