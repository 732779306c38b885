package chat.beseda.clients;

import chat.beseda.audit.Actor;
import chat.beseda.audit.Audit;
import chat.beseda.cluster.Bus;
import chat.beseda.forms.FieldChecks;
import chat.beseda.sites.SiteChanged;
import chat.beseda.sites.SiteId;
import chat.beseda.storage.Database;
import chat.beseda.visitors.Visitor;
import chat.beseda.visitors.VisitorChanged;
import chat.beseda.visitors.VisitorId;
import chat.beseda.visitors.Visitors;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What sites ask visitors before a conversation begins, and what they answered. Settings are read from memory, answers from the
 * store; a change returns when it is durable. Thread-safe.
 */
public final class Questionnaires {
    private static final int MOST_FIELDS = 10;
    private static final int MAX_OPTION = 100;

    private final Database database;
    private final Bus bus;
    private final Visitors visitors;
    private final Audit audit;
    private final InstantSource clock;
    private final SqlQuestionnaireStore store = new SqlQuestionnaireStore();
    private final Map<SiteId, List<AskedField>> known = new ConcurrentHashMap<>();

    Questionnaires(Database database, Bus bus, Visitors visitors, Audit audit, InstantSource clock) {
        this.database = database;
        this.bus = bus;
        this.visitors = visitors;
        this.audit = audit;
        this.clock = clock;
        known.putAll(database.read(store::all));
    }

    public List<AskedField> of(SiteId site) {
        return known.getOrDefault(site, List.of());
    }

    /**
     * Replaces what a site asks. Tells {@link SiteChanged}.
     *
     * @throws chat.beseda.forms.InvalidFields when it asks for too much, the same twice, or for nothing that can be understood
     */
    public List<AskedField> change(Actor actor, SiteId site, List<AskedField> fields) {
        List<AskedField> checked = checked(fields);
        return database.write(tx -> {
            store.put(tx.handle(), site, checked);
            audit.write(
                    tx,
                    actor,
                    "questionnaire.changed",
                    "site " + site,
                    Map.of("fields", Integer.toString(checked.size())));
            tx.afterCommit(() -> {
                known.put(site, checked);
                bus.publish(new SiteChanged(site));
            });
            return checked;
        });
    }

    /**
     * What the visitor is still to be asked. What is known is not asked again, and what he may leave out is asked once.
     *
     * @param text he is to agree to; null for none
     * @param talked he had a conversation before
     */
    public Questions questions(SiteId site, @Nullable String text, VisitorId visitor, boolean talked) {
        List<AskedField> fields = of(site);
        if (fields.isEmpty() && text == null) {
            return Questions.NONE;
        }
        List<AskedField> unknown =
                visitors.byId(visitor).map(now -> unknown(fields, now)).orElse(fields);
        boolean agreed = text == null || database.read(handle -> store.agreed(handle, visitor, text));
        return new Questions(
                unknown.stream().filter(field -> field.required() || !talked).toList(), agreed ? null : text);
    }

    private List<AskedField> unknown(List<AskedField> fields, Visitor visitor) {
        Set<String> answered = answers(visitor.id()).keySet();
        return fields.stream()
                .filter(field -> switch (field.kind()) {
                    case NAME -> visitor.name() == null;
                    case EMAIL -> visitor.email() == null;
                    case PHONE -> visitor.phone() == null;
                    case TEXT, CHOICE -> !answered.contains(field.label());
                })
                .toList();
    }

    /** What the visitor said of himself, by the labels of the fields; nobody verified it. */
    public Map<String, String> answers(VisitorId visitor) {
        return database.read(handle -> store.answers(handle, visitor));
    }

    /** What would be wrong with such answers, as {@link #tell} says it. */
    public static Map<String, String> faults(Questions questions, Map<String, String> said, boolean agrees) {
        return Answers.judge(questions, said, agrees).faults();
    }

    /**
     * Keeps what he says. Tells {@link VisitorChanged}.
     *
     * @param text he was asked to agree to; null for none
     * @param said id of a field to what stands in it
     * @param address the IP address he agrees from
     * @return what is wrong, and then nothing is kept: id of a field, or {@code consent}, to {@code required}, {@code email},
     *     {@code phone} or {@code choice}
     */
    public Map<String, String> tell(
            Visitor visitor, @Nullable String text, Map<String, String> said, boolean agrees, String address) {
        Questions questions = questions(visitor.site(), text, visitor.id(), false);
        Answers answers = Answers.judge(questions, said, agrees);
        if (!answers.faults().isEmpty()) {
            return answers.faults();
        }
        database.write(tx -> {
            store.keep(tx.handle(), visitor.id(), answers.own(), clock.millis());
            if (questions.consent() != null) {
                store.agree(tx.handle(), visitor.id(), questions.consent(), address, clock.millis());
            }
            tx.afterCommit(() -> bus.publish(new VisitorChanged(visitor.id())));
            return answers;
        });
        visitors.byId(visitor.id())
                .ifPresent(now -> visitors.changeContacts(
                        now.id(),
                        answers.name() == null ? now.name() : answers.name(),
                        answers.email() == null ? now.email() : answers.email(),
                        answers.phone() == null ? now.phone() : answers.phone()));
        return Map.of();
    }

    private static List<AskedField> checked(List<AskedField> fields) {
        var checks = new FieldChecks();
        checks.range("fields", fields.size(), 0, MOST_FIELDS);
        var kept = new ArrayList<AskedField>();
        var ids = new HashSet<String>();
        for (int at = 0; at < Math.min(fields.size(), MOST_FIELDS); at++) {
            String place = "fields.%d.".formatted(at);
            AskedField field = checked(checks, place, fields.get(at));
            if (!ids.add(field.id())) {
                checks.add(place + "label", "taken", field.label(), Map.of());
            }
            kept.add(field);
        }
        checks.refuse();
        return List.copyOf(kept);
    }

    private static AskedField checked(FieldChecks checks, String place, AskedField field) {
        if (!field.kind().isOwn()) {
            return new AskedField(field.kind(), "", field.required(), List.of());
        }
        String label = checks.line(place + "label", field.label(), 1, AskedField.MAX_LABEL);
        var options = new ArrayList<String>();
        if (field.kind() == AskedField.Kind.CHOICE) {
            int count = field.options().size();
            if (count < 2 || count > AskedField.MOST_OPTIONS) {
                var bounds =
                        Map.of("most", Integer.toString(AskedField.MOST_OPTIONS), "count", Integer.toString(count));
                checks.add(place + "options", "options_count", Integer.toString(count), bounds);
            }
            field.options().stream()
                    .limit(AskedField.MOST_OPTIONS)
                    .map(option -> checks.line(place + "options", option, 1, MAX_OPTION))
                    .distinct()
                    .forEach(options::add);
        }
        return new AskedField(field.kind(), label, field.required(), options);
    }
}
