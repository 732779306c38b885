package chat.beseda.services;

import chat.beseda.forms.FieldChecks;
import chat.beseda.mail.MailAccount.Security;
import chat.beseda.mail.MailTrouble;
import chat.beseda.mailbox.BoxAccount;
import chat.beseda.mailbox.LetterIn;
import chat.beseda.mailbox.Mailbox;
import chat.beseda.operators.Permission;
import chat.beseda.rest.Call;
import chat.beseda.rest.Fields;
import chat.beseda.rest.Route;
import io.javalin.http.HandlerType;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where answers by e-mail come to, and those that did not get where they were sent. */
final class MailboxRoutes {
    private final Mailbox mailbox;

    MailboxRoutes(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    /** @param password null: the kept one */
    record Draft(
            String host,
            int port,
            String security,
            String user,
            @Nullable String password,
            String folder,
            String address,
            boolean plus) {}

    record Opened(
            boolean opened, @Nullable String code, @Nullable String words) {
        static Opened of(Optional<MailTrouble> trouble) {
            return new Opened(
                    trouble.isEmpty(),
                    trouble.map(each -> Fields.word(each.code())).orElse(null),
                    trouble.map(MailTrouble::words).orElse(null));
        }
    }

    record TroubleView(String code, String words, long at, long nextAt) {
        static TroubleView of(Mailbox.Stopped stopped) {
            return new TroubleView(
                    Fields.word(stopped.trouble().code()), stopped.trouble().words(), stopped.at(), stopped.nextAt());
        }
    }

    record LetterView(
            String id,
            String sender,
            String senderName,
            String subject,
            String state,
            @Nullable String conversation,
            List<String> leftOut,
            long cameAt) {
        static LetterView of(LetterIn letter) {
            Long conversation = letter.conversation();
            return new LetterView(
                    Long.toString(letter.id()),
                    letter.sender(),
                    letter.senderName(),
                    letter.subject(),
                    Fields.word(letter.state()),
                    conversation == null ? null : conversation.toString(),
                    letter.leftOut(),
                    letter.cameAt());
        }
    }

    record View(
            String host,
            int port,
            String security,
            String user,
            boolean hasPassword,
            String folder,
            String address,
            boolean plus,
            @Nullable Long readAt,
            @Nullable TroubleView trouble,
            List<LetterView> letters) {}

    record BodyView(String text) {}

    List<Route> all() {
        Permission manage = Permission.MANAGE_SETTINGS;
        return List.of(
                Route.right(HandlerType.GET, "/api/mailbox", manage, call -> view()),
                Route.right(HandlerType.PUT, "/api/mailbox", manage, this::change),
                Route.right(HandlerType.POST, "/api/mailbox/test", manage, this::test),
                Route.right(
                        HandlerType.GET,
                        "/api/mailbox/letters/{id}",
                        manage,
                        call -> new BodyView(mailbox.body(call.id("letter")))));
    }

    private View view() {
        BoxAccount account = mailbox.account();
        return new View(
                account.host(),
                account.port(),
                Fields.word(account.security()),
                account.user(),
                !account.password().isEmpty(),
                account.folder(),
                account.address(),
                account.plus(),
                mailbox.readAt().orElse(null),
                mailbox.stopped().map(TroubleView::of).orElse(null),
                mailbox.aside().stream().map(LetterView::of).toList());
    }

    private View change(Call call) {
        Draft said = call.body(Draft.class);
        mailbox.change(call.actor(), account(said), said.password());
        return view();
    }

    private Opened test(Call call) {
        Draft said = call.body(Draft.class);
        return Opened.of(mailbox.test(call.actor(), account(said), said.password()));
    }

    private static BoxAccount account(Draft said) {
        var checks = new FieldChecks();
        checks.oneOf(
                "security",
                said.security(),
                Arrays.stream(Security.values()).map(Fields::word).toList());
        checks.refuse();
        return new BoxAccount(
                said.host(),
                said.port(),
                Security.valueOf(said.security().toUpperCase(Locale.ROOT)),
                said.user(),
                "",
                said.folder(),
                said.address(),
                said.plus());
    }
}
