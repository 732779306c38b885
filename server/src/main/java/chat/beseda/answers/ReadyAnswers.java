package chat.beseda.answers;

import chat.beseda.audit.Actor;
import chat.beseda.audit.Audit;
import chat.beseda.cluster.Bus;
import chat.beseda.files.FileOwner;
import chat.beseda.files.SqlAnswerFiles;
import chat.beseda.forms.Conflict;
import chat.beseda.forms.FieldChecks;
import chat.beseda.forms.Unknown;
import chat.beseda.operators.OperatorId;
import chat.beseda.sites.Departments;
import chat.beseda.storage.Database;
import chat.beseda.storage.IdSource;
import chat.beseda.storage.Transaction;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The ready answers of the installation. Verbs return when the change is durable, and tell {@link AnswersChanged}. Blocks;
 * thread-safe.
 */
public final class ReadyAnswers {
    /** Common ones; more than that nobody finds his way in. An operator has a quarter of it. */
    public static final int MOST_COMMON = 2_000;

    public static final int MOST_OWN = 500;

    private final Database database;
    private final Bus bus;
    private final IdSource ids;
    private final Audit audit;
    private final InstantSource clock;
    private final AnswerChecks checks;
    private final AnswerSheet sheet;
    private final SqlAnswerStore store = new SqlAnswerStore();
    private final SqlAnswerFiles files = new SqlAnswerFiles();

    public ReadyAnswers(
            Database database, Bus bus, IdSource ids, Audit audit, Departments departments, InstantSource clock) {
        this.database = database;
        this.bus = bus;
        this.ids = ids;
        this.audit = audit;
        this.clock = clock;
        this.checks = new AnswerChecks(departments);
        this.sheet = new AnswerSheet(departments, checks);
    }

    /** All of a shelf, by folder and title. */
    public List<ReadyAnswer> of(Shelf shelf) {
        return database.read(handle -> store.of(handle, shelf));
    }

    /** One that is common or this operator's own. */
    public Optional<ReadyAnswer> find(AnswerId id, OperatorId operator) {
        return database.read(handle -> store.readable(handle, id, operator));
    }

    /**
     * Puts a new one on the shelf.
     *
     * @throws chat.beseda.forms.InvalidFields naming everything that is wrong with the draft
     * @throws Conflict {@code answers_full}
     */
    public ReadyAnswer create(Actor actor, Shelf shelf, AnswerDraft draft) {
        AnswerDraft checked = checked(draft);
        ReadyAnswer answer = made(shelf, checked);
        return database.write(transaction -> {
            List<ReadyAnswer> all = store.of(transaction.handle(), shelf);
            refuseTaken(all, answer);
            refuseFull(shelf, all.size() + 1);
            store.insert(transaction.handle(), answer);
            return done(transaction, actor, "answer.created", filed(transaction, actor, answer, checked));
        });
    }

    /**
     * Changes one; how often it was used stays. Files that are not the answer's have to be the actor's own, whole and not sent yet.
     *
     * @throws Unknown when the shelf has no such answer
     * @throws chat.beseda.forms.InvalidFields naming everything that is wrong with the draft
     */
    public ReadyAnswer change(Actor actor, Shelf shelf, AnswerId id, AnswerDraft draft) {
        AnswerDraft checked = checked(draft);
        return database.write(transaction -> {
            ReadyAnswer answer = existing(transaction, shelf, id).with(checked, clock.millis());
            refuseTaken(store.of(transaction.handle(), shelf), answer);
            store.update(transaction.handle(), answer);
            return done(transaction, actor, "answer.changed", filed(transaction, actor, answer, checked));
        });
    }

    /**
     * Takes one off the shelf for good.
     *
     * @throws Unknown when there is no such answer
     */
    public void remove(Actor actor, Shelf shelf, AnswerId id) {
        database.write(transaction -> {
            ReadyAnswer answer = existing(transaction, shelf, id);
            files.put(transaction, id.value(), null, List.of());
            store.delete(transaction.handle(), id);
            return done(transaction, actor, "answer.removed", answer);
        });
    }

    /**
     * Counts that the operator inserted or sent it.
     *
     * @throws Unknown when it is neither common nor his own
     */
    public void used(AnswerId id, OperatorId operator) {
        boolean counted =
                database.write(transaction -> store.count(transaction.handle(), id, operator, clock.millis()));
        if (!counted) {
            throw new Unknown("answer", id);
        }
    }

    /**
     * What a file brought.
     *
     * @param same those that stood there already, word for word
     */
    public record Imported(int added, int changed, int same) {}

    /**
     * Brings in the answers of a CSV file. One with the folder, title, language and department of another takes its place.
     *
     * @throws chat.beseda.forms.InvalidFields naming the lines that are wrong: then nothing was brought in
     * @throws Conflict {@code answers_full}
     */
    public Imported bringIn(Actor actor, Shelf shelf, byte[] file) {
        List<AnswerDraft> drafts = sheet.read(file);
        return database.write(transaction -> {
            Map<AnswerLabel, ReadyAnswer> known = store.of(transaction.handle(), shelf).stream()
                    .collect(Collectors.toMap(ReadyAnswer::label, Function.identity(), (first, twin) -> first));
            List<AnswerDraft> fresh = drafts.stream()
                    .filter(draft -> !known.containsKey(draft.label()))
                    .toList();
            refuseFull(shelf, known.size() + fresh.size());
            List<ReadyAnswer> changed = drafts.stream()
                    .flatMap(draft -> Optional.ofNullable(known.get(draft.label()))
                            .filter(answer -> !answer.text().equals(draft.text()))
                            .map(answer -> answer.with(draft, clock.millis()))
                            .stream())
                    .toList();
            fresh.forEach(draft -> store.insert(transaction.handle(), made(shelf, draft)));
            changed.forEach(answer -> store.update(transaction.handle(), answer));
            var imported = new Imported(fresh.size(), changed.size(), drafts.size() - fresh.size() - changed.size());
            return told(transaction, actor, shelf, imported);
        });
    }

    /** All of a shelf as a CSV file with this between the cells. */
    public String file(Shelf shelf, char separator) {
        return sheet.write(of(shelf), separator);
    }

    private AnswerDraft checked(AnswerDraft draft) {
        var faults = new FieldChecks();
        AnswerDraft checked = checks.check(faults, "", draft);
        faults.refuse();
        return checked;
    }

    private ReadyAnswer made(Shelf shelf, AnswerDraft draft) {
        return new ReadyAnswer(
                new AnswerId(ids.next()),
                shelf,
                draft.folder(),
                draft.title(),
                draft.text(),
                draft.document(),
                draft.language(),
                draft.department(),
                List.of(),
                0,
                null,
                clock.millis());
    }

    private ReadyAnswer filed(Transaction transaction, Actor actor, ReadyAnswer answer, AnswerDraft draft) {
        List<String> wanted = draft.files();
        if (wanted == null) {
            return answer;
        }
        Long operator = actor.operator();
        FileOwner by = operator == null ? null : FileOwner.operator(operator);
        return files.put(transaction, answer.id().value(), by, wanted)
                .map(answer::with)
                .orElseThrow(() -> {
                    var faults = new FieldChecks();
                    faults.add("files", "files_gone", null, Map.of());
                    return faults.refusal();
                });
    }

    private ReadyAnswer existing(Transaction transaction, Shelf shelf, AnswerId id) {
        return store.find(transaction.handle(), shelf, id).orElseThrow(() -> new Unknown("answer", id));
    }

    private static void refuseTaken(List<ReadyAnswer> all, ReadyAnswer answer) {
        if (all.stream()
                .anyMatch(other ->
                        other.label().equals(answer.label()) && !other.id().equals(answer.id()))) {
            var faults = new FieldChecks();
            faults.add("title", "taken", answer.title(), Map.of());
            faults.refuse();
        }
    }

    private static void refuseFull(Shelf shelf, int wanted) {
        if (wanted > (shelf.owner() == null ? MOST_COMMON : MOST_OWN)) {
            throw new Conflict("answers_full");
        }
    }

    private Imported told(Transaction transaction, Actor actor, Shelf shelf, Imported imported) {
        if (shelf.owner() == null) {
            var counts = Map.of(
                    "added", Integer.toString(imported.added()), "changed", Integer.toString(imported.changed()));
            audit.write(transaction, actor, "answers.imported", "answers", counts);
        }
        transaction.afterCommit(() -> bus.publish(new AnswersChanged(shelf)));
        return imported;
    }

    private ReadyAnswer done(Transaction transaction, Actor actor, String act, ReadyAnswer answer) {
        if (answer.shelf().owner() == null) {
            audit.write(transaction, actor, act, "answer " + answer.id(), Map.of("title", answer.title()));
        }
        transaction.afterCommit(() -> bus.publish(new AnswersChanged(answer.shelf())));
        return answer;
    }
}
