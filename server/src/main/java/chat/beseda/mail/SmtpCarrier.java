package chat.beseda.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.NoSuchProviderException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;

/** By SMTP, RFC 5321; certificates have to be the named server's. Thread-safe. */
final class SmtpCarrier implements Carrier {
    private static final int PERMANENT = 500;
    private static final int TOO_BIG = 552;
    /** RFC 4954: the server wants to know first who sends. */
    private static final Set<Integer> UNKNOWN_SENDER = Set.of(530, 534, 535, 538);

    private final Duration patience;

    /** @param patience for each step */
    SmtpCarrier(Duration patience) {
        this.patience = patience;
    }

    @Override
    public Way open(MailAccount account) throws Unreachable {
        Session session = Session.getInstance(properties(account));
        try {
            Transport transport = session.getTransport("smtp");
            boolean named = !account.user().isEmpty();
            transport.connect(
                    account.host(), account.port(), named ? account.user() : null, named ? account.password() : null);
            return new OpenWay(session, transport);
        } catch (NoSuchProviderException impossible) {
            throw new IllegalStateException("the library of mail has no SMTP", impossible);
        } catch (MessagingException failure) {
            throw new Unreachable(Connecting.trouble(failure), failure);
        }
    }

    private Properties properties(MailAccount account) {
        String millis = Long.toString(patience.toMillis());
        var properties = new Properties();
        properties.put("mail.smtp.connectiontimeout", millis);
        properties.put("mail.smtp.timeout", millis);
        properties.put("mail.smtp.writetimeout", millis);
        properties.put("mail.smtp.auth", Boolean.toString(!account.user().isEmpty()));
        properties.put("mail.smtp.ssl.enable", Boolean.toString(account.security() == MailAccount.Security.TLS));
        String starttls = Boolean.toString(account.security() == MailAccount.Security.STARTTLS);
        properties.put("mail.smtp.starttls.enable", starttls);
        properties.put("mail.smtp.starttls.required", starttls);
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
        properties.put("mail.smtp.quitwait", "false");
        return properties;
    }

    private record OpenWay(Session session, Transport transport) implements Way {

        @Override
        public Optional<MailTrouble> carry(String from, String to, String source) {
            session.getProperties().put("mail.smtp.from", from);
            try {
                var letter =
                        new MimeMessage(session, new ByteArrayInputStream(source.getBytes(StandardCharsets.US_ASCII)));
                transport.sendMessage(letter, new InternetAddress[] {new InternetAddress(to)});
                return Optional.empty();
            } catch (MessagingException failure) {
                return Optional.of(sending(failure));
            }
        }

        @Override
        public void close() {
            try {
                transport.close();
            } catch (MessagingException gone) {
                // Whatever it took is taken.
            }
        }
    }

    static MailTrouble sending(MessagingException failure) {
        return chain(failure)
                .flatMap(each -> said(each).stream())
                .min(Comparator.comparing(trouble -> trouble.code() == MailTrouble.Code.SERVER))
                .orElseGet(() -> unsaid(failure));
    }

    /** What the server said, as far as this part of a failure tells it. */
    private static Optional<MailTrouble> said(Exception failure) {
        return switch (failure) {
            case SMTPAddressFailedException address ->
                Optional.of(ofLetter(
                        MailTrouble.Code.RECIPIENT_REFUSED, address.getReturnCode(), Connecting.words(address)));
            case SMTPSenderFailedException sender ->
                Optional.of(new MailTrouble(
                        MailTrouble.Code.SENDER_REFUSED, MailTrouble.Scope.EVERYTHING, Connecting.words(sender)));
            case SMTPSendFailedException send
            when send.getReturnCode() > 0 && isAtBeginning(send) -> Optional.of(ofSender(send));
            case SMTPSendFailedException send
            when send.getReturnCode() == TOO_BIG ->
                Optional.of(ofLetter(MailTrouble.Code.TOO_BIG, TOO_BIG, Connecting.words(send)));
            case SMTPSendFailedException send
            when send.getReturnCode() > 0 ->
                Optional.of(ofLetter(MailTrouble.Code.SERVER, send.getReturnCode(), Connecting.words(send)));
            default -> Optional.empty();
        };
    }

    /** Nobody said anything: the network broke, or else it is the letter that can't be said. */
    private static MailTrouble unsaid(MessagingException failure) {
        boolean ended = chain(failure).anyMatch(SMTPSendFailedException.class::isInstance);
        for (Throwable each = failure; each != null && !ended; each = each.getCause()) {
            ended = each instanceof IOException;
        }
        return ended
                ? new MailTrouble(Connecting.network(failure), MailTrouble.Scope.LATER, Connecting.words(failure))
                : new MailTrouble(MailTrouble.Code.SERVER, MailTrouble.Scope.NEVER, Connecting.words(failure));
    }

    /** The server takes nothing at all from this account, so it is no fault of the letter. */
    private static MailTrouble ofSender(SMTPSendFailedException send) {
        MailTrouble.Code code =
                UNKNOWN_SENDER.contains(send.getReturnCode()) ? MailTrouble.Code.AUTH : MailTrouble.Code.SENDER_REFUSED;
        return new MailTrouble(code, MailTrouble.Scope.EVERYTHING, Connecting.words(send));
    }

    private static boolean isAtBeginning(SMTPSendFailedException send) {
        return send.getCommand() != null && send.getCommand().startsWith("MAIL");
    }

    private static Stream<Exception> chain(MessagingException failure) {
        return Stream.iterate(failure, Objects::nonNull, SmtpCarrier::next);
    }

    private static MailTrouble ofLetter(MailTrouble.Code code, int reply, String words) {
        MailTrouble.Scope scope = reply >= PERMANENT ? MailTrouble.Scope.NEVER : MailTrouble.Scope.LATER;
        return new MailTrouble(code, scope, words);
    }

    private static @Nullable Exception next(Exception failure) {
        return failure instanceof MessagingException messaging ? messaging.getNextException() : null;
    }
}
