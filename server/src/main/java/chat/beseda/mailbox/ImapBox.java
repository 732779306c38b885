package chat.beseda.mailbox;

import chat.beseda.incoming.LetterReader;
import chat.beseda.mail.MailAccount.Security;
import chat.beseda.time.Timers;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.FolderClosedException;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.UIDFolder;
import jakarta.mail.event.MessageCountAdapter;
import jakarta.mail.event.MessageCountEvent;
import jakarta.mail.search.ComparisonTerm;
import jakarta.mail.search.ReceivedDateTerm;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.eclipse.angus.mail.imap.IMAPMessage;
import org.eclipse.angus.mail.imap.IMAPStore;

/** An open mailbox, by IMAP4rev1 (RFC 3501); certificates have to be the named server's. Of one thread, but for {@link #close}. */
final class ImapBox implements AutoCloseable {
    /** Of a letter that is too big, enough to see whether it is ours. */
    private static final int BEGINNING = 256 * 1024;

    private static final int PIECE = 512 * 1024;
    private static final Duration POLL = Duration.ofSeconds(20);

    private final IMAPStore store;
    private final IMAPFolder folder;
    private final boolean idles;
    private final CountDownLatch closed = new CountDownLatch(1);

    private ImapBox(IMAPStore store, IMAPFolder folder, boolean idles) {
        this.store = store;
        this.folder = folder;
        this.idles = idles;
    }

    /** A letter that lies in the mailbox. */
    record Lying(long uid, IMAPMessage message) {}

    /**
     * Opens a mailbox.
     *
     * @param reading how long the server may take to answer
     */
    static ImapBox open(BoxAccount account, Duration connecting, Duration reading) throws MessagingException {
        Session session = Session.getInstance(properties(account, connecting, reading));
        var store = (IMAPStore) session.getStore("imap");
        try {
            store.connect(account.host(), account.port(), account.user(), account.password());
            var folder = (IMAPFolder) store.getFolder(account.folder());
            folder.open(Folder.READ_WRITE);
            folder.addMessageCountListener(new Waking(folder));
            return new ImapBox(store, folder, store.hasCapability("IDLE"));
        } catch (MessagingException failure) {
            store.close();
            throw failure;
        }
    }

    /** Ends a wait that began in the moment when the letter was told of, which would not see it. */
    private static final class Waking extends MessageCountAdapter {
        private final IMAPFolder folder;

        Waking(IMAPFolder folder) {
            this.folder = folder;
        }

        @Override
        public void messagesAdded(MessageCountEvent news) {
            try {
                folder.doCommand(protocol -> {
                    protocol.noop();
                    return null;
                });
            } catch (MessagingException gone) {
                // Whoever waits sees that too.
            }
        }
    }

    private static Properties properties(BoxAccount account, Duration connecting, Duration reading) {
        var properties = new Properties();
        properties.put("mail.imap.connectiontimeout", Long.toString(connecting.toMillis()));
        properties.put("mail.imap.timeout", Long.toString(reading.toMillis()));
        properties.put("mail.imap.writetimeout", Long.toString(connecting.toMillis()));
        properties.put("mail.imap.ssl.enable", Boolean.toString(account.security() == Security.TLS));
        String starttls = Boolean.toString(account.security() == Security.STARTTLS);
        properties.put("mail.imap.starttls.enable", starttls);
        properties.put("mail.imap.starttls.required", starttls);
        properties.put("mail.imap.ssl.checkserveridentity", "true");
        properties.put("mail.imap.ssl.protocols", "TLSv1.3 TLSv1.2");
        properties.put("mail.imap.fetchsize", Integer.toString(PIECE));
        properties.put("mail.imap.peek", "true");
        return properties;
    }

    long validity() throws MessagingException {
        return folder.getUIDValidity();
    }

    /** The number above which letters are that come from now on. */
    long lastUid() throws MessagingException {
        return folder.getUIDNext() - 1;
    }

    /** The number above which those are that came since a time. */
    long lastUidBefore(Instant time) throws MessagingException {
        Message[] since = folder.search(new ReceivedDateTerm(ComparisonTerm.GE, Date.from(time)));
        long least = lastUid() + 1;
        for (Message each : since) {
            least = Math.min(least, folder.getUID(each));
        }
        return least - 1;
    }

    /** How many letters lie in it, as the server says now. */
    int count() throws MessagingException {
        return folder.getMessageCount();
    }

    /** Those above a number, in their order. */
    List<Lying> above(long uid) throws MessagingException {
        Message[] found = folder.getMessagesByUID(uid + 1, UIDFolder.LASTUID);
        var profile = new FetchProfile();
        profile.add(UIDFolder.FetchProfileItem.UID);
        profile.add(FetchProfile.Item.SIZE);
        folder.fetch(found, profile);
        var lying = new ArrayList<Lying>();
        for (Message each : found) {
            // The server answers with the last one also when that is below.
            if (each != null && folder.getUID(each) > uid) {
                lying.add(new Lying(folder.getUID(each), (IMAPMessage) each));
            }
        }
        lying.sort(Comparator.comparingLong(Lying::uid));
        return lying;
    }

    boolean isTooBig(Lying letter) throws MessagingException {
        return letter.message().getSizeLong() > LetterReader.MOST_BYTES;
    }

    /** All of it, or the beginning of one that is too big. */
    byte[] bytes(Lying letter) throws MessagingException, IOException {
        int most = isTooBig(letter) ? BEGINNING : LetterReader.MOST_BYTES;
        try (InputStream stream = letter.message().getMimeStream()) {
            return stream.readNBytes(most);
        }
    }

    /** False: the connection is gone, whatever the trouble was called. */
    boolean isOpen() {
        return folder.isOpen();
    }

    void markSeen(Lying letter) throws MessagingException {
        letter.message().setFlag(Flags.Flag.SEEN, true);
    }

    /** Lets go of what is held of letters that were read. */
    void forget(Lying letter) {
        letter.message().invalidateHeaders();
    }

    /**
     * Returns when something came, or it is time to look.
     *
     * @param most how long the server may be silent: then the connection is given up, which throws
     */
    void await(Timers timers, Duration most) throws MessagingException, InterruptedException {
        if (idles) {
            Timers.Timer end = timers.after(most, this::hangUp);
            try {
                folder.idle(true);
            } finally {
                end.cancel();
            }
            if (!folder.isOpen()) {
                throw new FolderClosedException(folder, "silent for too long");
            }
        } else if (closed.await(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new MessagingException("closed");
        }
    }

    /** Without a word to the server, who may be gone: whoever waits for it is let go. */
    private void hangUp() {
        try {
            if (folder.isOpen()) {
                folder.forceClose();
            }
        } catch (MessagingException | IllegalStateException gone) {
            // It is closed all the same.
        }
    }

    /** From any thread. */
    @Override
    public void close() {
        closed.countDown();
        hangUp();
        try {
            store.close();
        } catch (MessagingException gone) {
            // It is closed all the same.
        }
    }
}
