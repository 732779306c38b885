package chat.beseda.translation;

import chat.beseda.audit.Actor;
import chat.beseda.audit.Audit;
import chat.beseda.forms.FieldChecks;
import chat.beseda.security.RateLimits;
import chat.beseda.storage.Database;
import chat.beseda.time.Timers;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Keeps the service and asks it. Without one nobody is asked anything. Thread-safe. */
public final class Translations {
    /** Greatest number of characters of a text. */
    public static final int TEXT_LENGTH = 16_000;

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int A_MINUTE = 30;
    private static final int AT_ONCE = 15;
    private static final String TRIAL = "Good morning! How can I help you?";

    private final Database database;
    private final Audit audit;
    private final LibreTranslate asking;
    private final RateLimits rates;
    private final SqlTranslationStore store = new SqlTranslationStore();
    private final AtomicReference<TranslationService> service;

    public Translations(Database database, Audit audit, Timers timers, InstantSource clock) {
        this(database, audit, timers, clock, PATIENCE);
    }

    Translations(Database database, Audit audit, Timers timers, InstantSource clock, Duration patience) {
        this.database = database;
        this.audit = audit;
        this.asking = new LibreTranslate(patience);
        this.rates = new RateLimits(A_MINUTE, Duration.ofMinutes(1), AT_ONCE, clock);
        this.service = new AtomicReference<>(database.read(store::service).orElse(TranslationService.NONE));
        timers.every(Duration.ofMinutes(1), rates::forgetIdle);
    }

    public TranslationService service() {
        return service.get();
    }

    /**
     * Says which service is asked; an empty address: none.
     *
     * @param key null: the one that is kept, which is of this address only
     * @throws chat.beseda.forms.InvalidFields naming everything that is wrong
     */
    public void change(Actor actor, String address, @Nullable String key) {
        TranslationService checked = ServiceRules.checked(address, key, service.get());
        database.write(transaction -> {
            store.put(transaction.handle(), checked);
            audit.write(transaction, actor, "translation.changed", "translation", Map.of("address", checked.address()));
            transaction.afterCommit(() -> service.set(checked));
            return checked;
        });
    }

    /**
     * Asks a service that is not kept yet for a translation of some words that are nobody's.
     *
     * @throws chat.beseda.forms.InvalidFields naming everything that is wrong
     */
    public Translated test(String address, @Nullable String key, String target) {
        TranslationService tried = ServiceRules.checked(address, key, service.get());
        if (!tried.isOn()) {
            var checks = new FieldChecks();
            checks.add("address", "required", null, Map.of());
            throw checks.refusal();
        }
        return asking.ask(tried, TRIAL, target);
    }

    /** Takes one of those that somebody has; when there is none, says after what time to try again. */
    public Optional<Duration> take(Object somebody) {
        return rates.take(somebody);
    }

    /**
     * Asks for a text in another language, whatever the one it is in.
     *
     * @param target as the service calls the language: {@code en}, {@code pt-BR}
     */
    public Translated translate(String text, String target) {
        TranslationService asked = service.get();
        return asked.isOn() ? asking.ask(asked, text, target) : new Translated.Failed(Translated.Trouble.OFF);
    }
}
