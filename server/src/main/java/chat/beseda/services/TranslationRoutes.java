package chat.beseda.services;

import chat.beseda.forms.FieldChecks;
import chat.beseda.operators.Permission;
import chat.beseda.rest.Call;
import chat.beseda.rest.Fields;
import chat.beseda.rest.Route;
import chat.beseda.translation.Translated;
import chat.beseda.translation.TranslationService;
import chat.beseda.translation.Translations;
import chat.beseda.web.Problem;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which service translates, and its translations of what operators read and write. */
final class TranslationRoutes {
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z\\d]{2,8})*");
    private static final int LANGUAGE_LENGTH = 35;

    private final Translations translations;

    TranslationRoutes(Translations translations) {
        this.translations = translations;
    }

    /** @param key null: the kept one */
    record Draft(String address, @Nullable String key) {}

    record View(String address, boolean hasKey) {}

    /** @param text of the trial, in the language of whoever asks */
    record Tested(
            boolean works, @Nullable String code, @Nullable String text) {}

    record Wanted(String text, String to) {}

    /** @param from the language it was in; empty: nobody knows */
    record TextView(String text, String from) {}

    List<Route> all() {
        Permission manage = Permission.MANAGE_SETTINGS;
        return List.of(
                Route.right(HandlerType.GET, "/api/translation", manage, call -> view()),
                Route.right(HandlerType.PUT, "/api/translation", manage, this::change),
                Route.right(HandlerType.POST, "/api/translation/test", manage, this::test),
                Route.signedIn(HandlerType.POST, "/api/translations", this::translate));
    }

    private View view() {
        TranslationService service = translations.service();
        return new View(service.address(), !service.key().isEmpty());
    }

    private View change(Call call) {
        Draft said = call.body(Draft.class);
        translations.change(call.actor(), said.address(), said.key());
        return view();
    }

    private Tested test(Call call) {
        Draft said = call.body(Draft.class);
        return switch (translations.test(said.address(), said.key(), call.me().locale())) {
            case Translated.Done(String text, String _) -> new Tested(true, null, text);
            case Translated.Failed(Translated.Trouble trouble) -> new Tested(false, Fields.word(trouble), null);
        };
    }

    private TextView translate(Call call) {
        Wanted said = call.body(Wanted.class);
        var checks = new FieldChecks();
        String text = checks.lines("text", said.text(), 1, Translations.TEXT_LENGTH);
        if (said.to().length() > LANGUAGE_LENGTH || !LANGUAGE.matcher(said.to()).matches()) {
            checks.add("to", "language", said.to(), Map.of());
        }
        checks.refuse();
        translations.take(call.me().id()).ifPresent(wait -> {
            throw Problem.later(429, "translation_rate", wait).refused();
        });
        return switch (translations.translate(text, said.to())) {
            case Translated.Done(String words, String language) -> new TextView(words, language);
            case Translated.Failed(Translated.Trouble trouble) ->
                throw Problem.of(trouble == Translated.Trouble.OFF ? 409 : 502, "translation_" + Fields.word(trouble))
                        .refused();
        };
    }
}
