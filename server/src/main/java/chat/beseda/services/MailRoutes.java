package chat.beseda.services;

import chat.beseda.forms.FieldChecks;
import chat.beseda.letters.TestLetter;
import chat.beseda.mail.Letter;
import chat.beseda.mail.Mail;
import chat.beseda.mail.MailAccount;
import chat.beseda.mail.MailAddress;
import chat.beseda.mail.MailTrouble;
import chat.beseda.mail.QueuedLetter;
import chat.beseda.operators.Permission;
import chat.beseda.rest.Call;
import chat.beseda.rest.Fields;
import chat.beseda.rest.Route;
import chat.beseda.unseen.Mailing;
import chat.beseda.unseen.UnseenAnswers;
import io.javalin.http.HandlerType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How letters go out, and those that wait. */
final class MailRoutes {
    private final Mail mail;
    private final UnseenAnswers unseen;
    private final boolean linked;
    private final TestLetter testLetter;

    MailRoutes(Mail mail, UnseenAnswers unseen, boolean linked) {
        this.mail = mail;
        this.unseen = unseen;
        this.linked = linked;
        this.testLetter = new TestLetter();
    }

    /**
     * What the form says.
     *
     * @param password null: the kept one
     * @param to where a test goes
     */
    record Draft(
            String host,
            int port,
            String security,
            String user,
            @Nullable String password,
            String from,
            String name,
            @Nullable String to) {}

    record Tested(
            boolean sent, @Nullable String code, @Nullable String words) {
        static Tested of(Optional<MailTrouble> trouble) {
            return new Tested(
                    trouble.isEmpty(),
                    trouble.map(each -> Fields.word(each.code())).orElse(null),
                    trouble.map(MailTrouble::words).orElse(null));
        }
    }

    /** What becomes of answers that the visitor doesn't see; {@code linked}: letters can lead to our pages. */
    record AnswersView(boolean on, int minutes, boolean linked) {}

    record QueueView(int waiting, int refused, @Nullable Long oldestAt) {}

    record TroubleView(String code, String words, long at, long nextAt) {
        static TroubleView of(Mail.Stopped stopped) {
            return new TroubleView(
                    Fields.word(stopped.trouble().code()), stopped.trouble().words(), stopped.at(), stopped.nextAt());
        }
    }

    record LetterView(
            String id,
            String to,
            String about,
            String state,
            int tries,
            long queuedAt,
            @Nullable Long nextAt,
            @Nullable String code,
            @Nullable String words) {

        static LetterView of(QueuedLetter letter) {
            return new LetterView(
                    Long.toString(letter.id()),
                    letter.to(),
                    letter.about(),
                    Fields.word(letter.state()),
                    letter.tries(),
                    letter.queuedAt(),
                    letter.state() == QueuedLetter.State.WAITING ? letter.nextAt() : null,
                    letter.code() == null ? null : Fields.word(letter.code()),
                    letter.words());
        }
    }

    record View(
            String host,
            int port,
            String security,
            String user,
            boolean hasPassword,
            String from,
            String name,
            AnswersView answers,
            QueueView queue,
            @Nullable TroubleView trouble,
            List<LetterView> letters) {}

    List<Route> all() {
        Permission manage = Permission.MANAGE_SETTINGS;
        return List.of(
                Route.right(HandlerType.GET, "/api/mail", manage, call -> view()),
                Route.right(HandlerType.PUT, "/api/mail", manage, this::change),
                Route.right(HandlerType.PUT, "/api/mail/answers", manage, this::changeAnswers),
                Route.right(HandlerType.POST, "/api/mail/test", manage, this::test),
                Route.right(HandlerType.POST, "/api/mail/letters/{id}/again", manage, this::again),
                Route.right(HandlerType.DELETE, "/api/mail/letters/{id}", manage, this::drop));
    }

    private View view() {
        MailAccount account = mail.account();
        Mail.State state = mail.state();
        return new View(
                account.host(),
                account.port(),
                Fields.word(account.security()),
                account.user(),
                !account.password().isEmpty(),
                account.from(),
                account.name(),
                new AnswersView(unseen.mailing().on(), unseen.mailing().minutes(), linked),
                new QueueView(state.waiting(), state.refused(), state.oldestAt().orElse(null)),
                mail.stopped().map(TroubleView::of).orElse(null),
                state.troubled().stream().map(LetterView::of).toList());
    }

    private View change(Call call) {
        Draft said = call.body(Draft.class);
        mail.change(call.actor(), account(said), said.password());
        return view();
    }

    private View changeAnswers(Call call) {
        unseen.change(call.actor(), call.body(Mailing.class));
        return view();
    }

    private Tested test(Call call) {
        Draft said = call.body(Draft.class);
        String to = said.to() == null ? "" : said.to().strip();
        var checks = new FieldChecks();
        if (MailAddress.ascii(to).isEmpty()) {
            checks.add("to", "email", to, Map.of());
        }
        checks.refuse();
        Letter letter = testLetter.to(to, call.me().locale());
        return Tested.of(mail.test(call.actor(), account(said), said.password(), letter));
    }

    private @Nullable Object again(Call call) {
        mail.again(call.actor(), call.id("letter"));
        return null;
    }

    private @Nullable Object drop(Call call) {
        mail.drop(call.actor(), call.id("letter"));
        return null;
    }

    private static MailAccount account(Draft said) {
        var checks = new FieldChecks();
        checks.oneOf(
                "security",
                said.security(),
                Arrays.stream(MailAccount.Security.values()).map(Fields::word).toList());
        checks.refuse();
        return new MailAccount(
                said.host(),
                said.port(),
                MailAccount.Security.valueOf(said.security().toUpperCase(Locale.ROOT)),
                said.user(),
                "",
                said.from(),
                said.name());
    }
}
