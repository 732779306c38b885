package chat.beseda.clients;

import chat.beseda.visitors.Address;
import chat.beseda.visitors.HostileText;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a visitor said when he was asked, judged. Hostile text, cleaned.
 *
 * @param own label to answer
 * @param faults id of a field, or {@value #CONSENT}, to what is wrong: {@code required}, {@code email}, {@code phone} or
 *     {@code choice}
 */
record Answers(
        @Nullable String name,
        @Nullable String email,
        @Nullable String phone,
        Map<String, String> own,
        Map<String, String> faults) {
    static final String CONSENT = "consent";
    private static final int MAX_NAME = 200;
    private static final int MAX_ADDRESS = 254;
    private static final int MAX_ANSWER = 500;

    /**
     * Judges them.
     *
     * @param said id of a field to what stands in it
     */
    static Answers judge(Questions questions, Map<String, String> said, boolean agrees) {
        var kept = new LinkedHashMap<String, String>();
        var own = new LinkedHashMap<String, String>();
        var faults = new LinkedHashMap<String, String>();
        for (AskedField field : questions.fields()) {
            String text = said.getOrDefault(field.id(), "").strip();
            Optional<String> fault = fault(field, text);
            if (fault.isPresent()) {
                faults.put(field.id(), fault.get());
            } else if (!text.isEmpty() && field.kind().isOwn()) {
                own.put(field.label(), HostileText.tidy(text, MAX_ANSWER));
            } else if (!text.isEmpty()) {
                kept.put(
                        field.id(),
                        HostileText.tidy(text, field.kind() == AskedField.Kind.NAME ? MAX_NAME : MAX_ADDRESS));
            }
        }
        if (questions.consent() != null && !agrees) {
            faults.put(CONSENT, "required");
        }
        return new Answers(kept.get("name"), kept.get("email"), kept.get("phone"), own, faults);
    }

    private static Optional<String> fault(AskedField field, String text) {
        if (text.isEmpty()) {
            return field.required() ? Optional.of("required") : Optional.empty();
        }
        return switch (field.kind()) {
            case NAME, TEXT -> Optional.empty();
            case EMAIL ->
                text.length() <= MAX_ADDRESS && Address.parse(text).orElse(null) instanceof Address.Email
                        ? Optional.empty()
                        : Optional.of("email");
            case PHONE ->
                Address.parse(text).orElse(null) instanceof Address.Phone ? Optional.empty() : Optional.of("phone");
            case CHOICE -> field.options().contains(text) ? Optional.empty() : Optional.of("choice");
        };
    }
}
