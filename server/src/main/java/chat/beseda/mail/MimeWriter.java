package chat.beseda.mail;

import jakarta.activation.DataHandler;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** Puts letters into MIME, of ASCII only, so that any server on the way takes them. Thread-safe. */
final class MimeWriter {
    /** So that one of ours that comes back is known; answers don't carry it. */
    private static final String OURS = "X-Beseda-Letter";

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    /**
     * How programs know a letter.
     *
     * @param messageId with its brackets
     * @param reference a letter that never was, under which all of one matter are gathered; programs keep it in answers
     * @param replyTo null: where the letter comes from
     */
    record Naming(
            String messageId,
            @Nullable String reference,
            @Nullable String replyTo) {}

    /** All of a letter to an address in ASCII, as it is handed to a mail server. */
    String source(Letter letter, String to, MailAccount account, Naming naming, Instant at) {
        try {
            var message = new Named(naming.messageId());
            message.setFrom(new InternetAddress(account.from(), account.name(), UTF_8));
            message.setRecipient(MimeMessage.RecipientType.TO, new InternetAddress(to));
            message.setSubject(letter.subject(), UTF_8);
            message.setSentDate(Date.from(at));
            // RFC 3834: nobody's program shall answer what a program wrote.
            message.setHeader(OURS, "1");
            if (naming.reference() != null) {
                message.setHeader("References", naming.reference());
            }
            if (naming.replyTo() != null) {
                message.setReplyTo(new InternetAddress[] {new InternetAddress(naming.replyTo())});
            }
            message.setHeader("Auto-Submitted", "auto-generated");
            message.setHeader("X-Auto-Response-Suppress", "All");
            if (letter.stop() != null) {
                message.setHeader("List-Unsubscribe", "<" + letter.stop() + ">");
                message.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
            }
            message.setContent(content(letter));
            message.saveChanges();
            var bytes = new ByteArrayOutputStream();
            message.writeTo(bytes);
            return bytes.toString(StandardCharsets.US_ASCII);
        } catch (MessagingException | IOException impossible) {
            throw new IllegalStateException("a letter can't be put into MIME: " + letter.about(), impossible);
        }
    }

    private static MimeMultipart content(Letter letter) throws MessagingException {
        var words = new MimeMultipart("alternative", text(letter.text(), "plain"), text(letter.html(), "html"));
        if (letter.enclosures().isEmpty()) {
            return words;
        }
        var body = new MimeBodyPart();
        body.setContent(words);
        var all = new MimeMultipart("mixed", body);
        for (Enclosure enclosure : letter.enclosures()) {
            var part = new MimeBodyPart();
            part.setDataHandler(new DataHandler(new ByteArrayDataSource(enclosure.bytes(), enclosure.type())));
            part.setFileName(enclosure.name());
            part.setDisposition(Part.ATTACHMENT);
            part.setHeader("Content-Transfer-Encoding", "base64");
            all.addBodyPart(part);
        }
        return all;
    }

    private static MimeBodyPart text(String text, String kind) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, UTF_8, kind);
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }

    /** Keeps the name it was given instead of making one up. */
    private static final class Named extends MimeMessage {
        private final String messageId;

        Named(String messageId) {
            super(Session.getInstance(new Properties()));
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }
    }
}
