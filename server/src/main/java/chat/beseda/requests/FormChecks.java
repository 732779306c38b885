package chat.beseda.requests;

import chat.beseda.forms.FieldChecks;
import chat.beseda.geo.PhoneNumbers;
import chat.beseda.requestkinds.KindField;
import chat.beseda.requestkinds.Nature;
import chat.beseda.requestkinds.Need;
import chat.beseda.requestkinds.RequestKind;
import chat.beseda.visitors.Address;
import chat.beseda.visitors.Visitor;
import chat.beseda.visitors.Visitors;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads a form; whatever is wrong is noted. Not thread-safe. */
final class FormChecks {
    private static final int NAME = 200;
    private static final int TEXT = 4000;
    private static final int LINE = 500;
    private static final String CID = "[A-Za-z0-9_-]{8,64}";
    private static final String AGREED = "yes";

    private final FieldChecks checks = new FieldChecks();
    private final RequestKind kind;
    private final RequestDraft draft;
    private final String language;
    private final String standard;

    /**
     * @param language in which the form was read
     * @param standard the language of the site
     */
    FormChecks(RequestKind kind, RequestDraft draft, String language, String standard) {
        this.kind = kind;
        this.draft = draft;
        this.language = language;
        this.standard = standard;
    }

    /** What is kept of it. */
    record Read(
            String name,
            String phone,
            String email,
            String text,
            List<Left.Answer> answers,
            List<Left.Consent> consents) {

        /** What is not known of him yet is known from now on. */
        void introduce(Visitors visitors, Visitor visitor, Nature nature) {
            String name = visitor.name() == null ? this.name : visitor.name();
            // A letter is answered where it says.
            boolean asked = nature == Nature.LETTER && !this.email.isEmpty();
            String email = visitor.email() == null || asked ? this.email : visitor.email();
            String phone = visitor.phone() == null ? this.phone : visitor.phone();
            if (!Objects.equals(nothing(name), visitor.name())
                    || !Objects.equals(nothing(email), visitor.email())
                    || !Objects.equals(nothing(phone), visitor.phone())) {
                visitors.changeContacts(visitor.id(), name, email, phone);
            }
        }

        private static @Nullable String nothing(String text) {
            return text.isEmpty() ? null : text;
        }
    }

    FieldChecks checks() {
        return checks;
    }

    /** @param address the form came from */
    Read read(long now, String address) {
        if (!draft.cid().matches(CID)) {
            checks.add("cid", "unprintable", draft.cid(), Map.of());
        }
        var asks = kind.draft().asks();
        var answers = new ArrayList<Left.Answer>();
        var consents = new ArrayList<Left.Consent>();
        String name = line("name", asks.name(), draft.name(), NAME);
        String phone = phone(asks.phone());
        String email = email(asks.email());
        String text = asks.text() == Need.NO ? "" : checks.lines("text", draft.text(), least(asks.text()), TEXT);
        for (KindField field : kind.draft().fields()) {
            String said = draft.answers().getOrDefault(field.id(), "");
            String label = field.label(language, standard);
            String value = value(field, "answers." + field.id(), said);
            switch (field.type()) {
                case CONSENT -> {
                    if (!value.isEmpty()) {
                        consents.add(new Left.Consent(label, version(label), now, address));
                    }
                }
                case TEXT, LONG, CHOICE, DATE -> {
                    if (!value.isEmpty()) {
                        answers.add(new Left.Answer(label, value));
                    }
                }
            }
        }
        return new Read(name, phone, email, text, answers, consents);
    }

    private String value(KindField field, String where, String said) {
        int least = field.required() ? 1 : 0;
        return switch (field.type()) {
            case TEXT -> checks.line(where, said, least, LINE);
            case LONG -> checks.lines(where, said, least, TEXT);
            case CHOICE -> {
                String chosen = checks.line(where, said, least, LINE);
                if (!chosen.isEmpty()) {
                    checks.oneOf(where, chosen, field.choices(language, standard));
                }
                yield chosen;
            }
            case DATE -> date(where, checks.line(where, said, least, LINE));
            case CONSENT -> {
                if (field.required() && !said.equals(AGREED)) {
                    checks.add(where, "required", null, Map.of());
                }
                yield said.equals(AGREED) ? AGREED : "";
            }
        };
    }

    private String date(String where, String said) {
        if (said.isEmpty()) {
            return "";
        }
        try {
            return LocalDate.parse(said).toString();
        } catch (DateTimeException wrong) {
            checks.add(where, "date", said, Map.of());
            return "";
        }
    }

    private String line(String field, Need need, String said, int most) {
        return need == Need.NO ? "" : checks.line(field, said, least(need), most);
    }

    private String phone(Need need) {
        String said = line("phone", need, draft.phone(), NAME);
        if (said.isEmpty()) {
            return "";
        }
        return PhoneNumbers.e164(said, draft.language()).orElseGet(() -> {
            checks.add("phone", "phone", said, Map.of());
            return "";
        });
    }

    private String email(Need need) {
        String said = line("email", need, draft.email(), 2 * NAME);
        if (said.isEmpty()) {
            return "";
        }
        if (Address.parse(said).orElse(null) instanceof Address.Email(String email)) {
            return email.toLowerCase(Locale.ROOT);
        }
        checks.add("email", "email", said, Map.of());
        return "";
    }

    private static int least(Need need) {
        return need == Need.REQUIRED ? 1 : 0;
    }

    /** Names a text. */
    private static String version(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
