package chat.beseda.files;

import chat.beseda.forms.Unknown;
import chat.beseda.security.RandomTokens;
import chat.beseda.storage.Database;
import chat.beseda.storage.StorageException;
import chat.beseda.storage.Transaction;
import chat.beseda.time.Timers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The files of all conversations. A file is announced, comes piece by piece, each where the one before ended, and is looked at: its
 * content decides what it is, and pictures lose what they tell besides what one sees. Then its owner may send it in messages, or keep it
 * for a ready answer. Every method blocks. Thread-safe, on one node: the bytes lie in its data folder.
 */
public final class Attachments {
    /** Greatest number of bytes of a piece. */
    public static final int PIECE = 512 * 1024;

    /** Of one visitor or operator in a day, said or not. */
    static final long BYTES_A_DAY = 1024L * 1024 * 1024;

    static final int FILES_A_DAY = 500;
    /** Of one visitor or operator: begun or whole, and not said yet. */
    static final long UNSAID_BYTES = 200L * 1024 * 1024;

    static final long ROOM_LEFT = 500L * 1024 * 1024;
    private static final Duration KEPT_UNSAID = Duration.ofDays(1);
    private static final Duration SWEEP = Duration.ofMinutes(10);
    private static final int SWEPT = 500;
    private static final int STRIPES = 64;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{22}");
    private static final Logger log = LoggerFactory.getLogger(Attachments.class);

    private final Database database;
    private final FileFolder folder;
    private final SmallPictures smallPictures;
    private final InstantSource clock;
    private final SqlFileStore store = new SqlFileStore();
    private final RandomTokens tokens = new RandomTokens();
    /** One for many files: two pieces of one file never grow it at once. */
    private final List<ReentrantLock> growing =
            Stream.generate(ReentrantLock::new).limit(STRIPES).toList();

    /**
     * How far a file has come.
     *
     * @param offset where the next piece belongs
     * @param piece greatest number of bytes of it
     * @param file null until it is whole
     */
    public record Upload(
            String id,
            long size,
            long offset,
            int piece,
            @Nullable Attachment file) {}

    /** A whole file and where its bytes are. */
    public record Stored(Attachment file, Path bytes) {}

    /** @param folder made when the first file comes */
    public Attachments(Database database, Path folder, InstantSource clock) {
        this.database = database;
        this.folder = new FileFolder(folder);
        this.smallPictures = new SmallPictures(this.folder);
        this.clock = clock;
    }

    /** Forgets, from now on, what nobody sent for a day. */
    public void keep(Timers timers) {
        timers.every(SWEEP, this::sweep);
    }

    /**
     * Announces a file.
     *
     * @throws FileRefused when such a one would not be taken
     */
    public Upload begin(FileOwner owner, String name, long size, FileRules rules) {
        if (!rules.allowed()) {
            throw FileRefused.of("file_off");
        }
        if (size <= 0) {
            throw FileRefused.of("file_empty");
        }
        checkSize(size, rules);
        if (folder.room() - size < ROOM_LEFT) {
            log.atWarn().addKeyValue("left", folder.room()).log("files.no.room");
            throw FileRefused.of("file_no_room");
        }
        String id = tokens.name();
        database.write(tx -> {
            SqlFileStore.Amount today = store.since(tx.handle(), owner, clock.millis() - KEPT_UNSAID.toMillis());
            if (today.unsaid() + size > UNSAID_BYTES) {
                throw FileRefused.of("file_unsent");
            }
            if (today.bytes() + size > BYTES_A_DAY || today.files() >= FILES_A_DAY) {
                throw FileRefused.of("file_quota");
            }
            store.begin(tx, id, owner, FileName.harmless(name), size, clock.millis());
            return id;
        });
        return new Upload(id, size, 0, PIECE, null);
    }

    private static void checkSize(long size, FileRules rules) {
        if (size > rules.mostBytes()) {
            throw new FileRefused("file_too_large", Map.of("most", Integer.toString(rules.megabytes())));
        }
    }

    /**
     * Takes the next piece. With the last one the file is looked at and becomes whole.
     *
     * @throws FileRefused {@code file_offset} with where it belongs; or when the file turns out to be none that is taken, and is gone
     */
    public Upload append(FileOwner owner, String id, long offset, byte[] bytes, FileRules rules) {
        ReentrantLock lock = growing.get(Math.floorMod(id.hashCode(), STRIPES));
        lock.lock();
        try {
            SqlFileStore.Row row = own(owner, id);
            long here = row.whole() == null ? folder.received(id) : row.size();
            if (row.whole() != null || offset != here) {
                throw new FileRefused("file_offset", Map.of("offset", Long.toString(here)));
            }
            if (offset + bytes.length > row.size()) {
                throw FileRefused.of("file_longer");
            }
            folder.append(id, offset, bytes);
            long now = offset + bytes.length;
            Content content = offset == 0 || now == row.size() ? content(row, rules) : null;
            return content == null || now < row.size()
                    ? new Upload(id, row.size(), now, PIECE, null)
                    : whole(row, content);
        } finally {
            lock.unlock();
        }
    }

    /**
     * How far a file has come.
     *
     * @throws Unknown when there is no such file of this owner
     */
    public Upload state(FileOwner owner, String id) {
        SqlFileStore.Row row = own(owner, id);
        Attachment whole = row.whole();
        return new Upload(id, row.size(), whole == null ? folder.received(id) : row.size(), PIECE, whole);
    }

    /**
     * Gives a file up; one that was said stays.
     *
     * @throws Unknown when there is no such file of this owner
     */
    public void cancel(FileOwner owner, String id) {
        drop(own(owner, id).id());
    }

    /** A file of the conversation that its visitor knows by this key. */
    public Optional<Stored> ofVisitor(String key, String id) {
        return ID.matcher(id).matches()
                ? database.read(handle -> store.ofVisitor(handle, key, id)).flatMap(this::stored)
                : Optional.empty();
    }

    /** A file by its id; who may see it is asked with {@link #conversations}. */
    public Optional<Stored> byId(String id) {
        return ID.matcher(id).matches()
                ? database.read(handle -> store.byId(handle, id)).flatMap(this::stored)
                : Optional.empty();
    }

    /** A picture as large as a conversation shows it, drawn when it is first wanted; the file itself where that can't be had. */
    public Stored small(Stored whole) {
        return smallPictures.of(whole);
    }

    /** The conversations in which the file was said. */
    public List<Long> conversations(String id) {
        return database.read(handle -> store.conversations(handle, id));
    }

    /** The ready answer that the file is kept for, by its id. */
    public Optional<Long> answer(String id) {
        return database.read(handle -> store.answer(handle, id));
    }

    /** Whether the file is this owner's, said or not. */
    public boolean isOf(FileOwner owner, String id) {
        return database.read(handle -> store.byId(handle, id))
                .filter(row -> row.owner().equals(owner))
                .isPresent();
    }

    /**
     * The files of a ready answer once more, for a message of this owner. Their bytes stay where they are.
     *
     * @throws FileRefused when such ones would not be taken
     */
    public List<Attachment> ofAnswer(FileOwner owner, long answer, FileRules rules) {
        return database.write(tx -> {
            List<Attachment> files =
                    store.ofAnswers(tx.handle(), List.of(answer)).getOrDefault(answer, List.of());
            files.forEach(file -> checkSize(file.size(), rules));
            long more = files.stream().mapToLong(Attachment::size).sum();
            long dayAgo = clock.millis() - KEPT_UNSAID.toMillis();
            if (store.since(tx.handle(), owner, dayAgo).unsaid() + more > UNSAID_BYTES) {
                throw FileRefused.of("file_unsent");
            }
            return files.stream().map(file -> twin(tx, file, owner)).toList();
        });
    }

    private Attachment twin(Transaction tx, Attachment file, FileOwner owner) {
        var twin = new Attachment(
                tokens.name(), file.name(), file.kind(), file.type(), file.size(), file.width(), file.height());
        store.beginTwin(tx, twin, file.id(), owner, clock.millis());
        return twin;
    }

    /** Those said in any of these conversations and not taken back, the newest first; the messages are looked for, so this is not for their way. */
    public List<SaidFile> said(Collection<Long> conversations, SaidFile.Place before, int limit) {
        return conversations.isEmpty()
                ? List.of()
                : database.read(handle -> store.said(handle, conversations, before, limit));
    }

    /** Removes what somebody began or loaded and did not say. What was said stays with the conversation, as words do. */
    public void forget(FileOwner owner) {
        database.read(handle -> store.unsaid(handle, owner, Long.MAX_VALUE, SWEPT))
                .forEach(this::drop);
    }

    /** Removes what nobody said for a day. */
    void sweep() {
        try {
            long before = clock.millis() - KEPT_UNSAID.toMillis();
            database.read(handle -> store.unsaid(handle, null, before, SWEPT)).forEach(this::drop);
        } catch (StorageException trouble) {
            log.atWarn().setCause(trouble).log("files.sweep.failed");
        }
    }

    private void drop(String id) {
        if (database.write(tx -> store.remove(tx, id))) {
            folder.remove(id);
        }
    }

    private SqlFileStore.Row own(FileOwner owner, String id) {
        return Optional.of(id)
                .filter(name -> ID.matcher(name).matches())
                .flatMap(name -> database.read(handle -> store.byId(handle, name)))
                .filter(row -> row.owner().equals(owner))
                .orElseThrow(() -> new Unknown("file", id));
    }

    private Content content(SqlFileStore.Row row, FileRules rules) {
        Optional<Content> content = Content.of(folder.head(row.id()), row.name());
        if (content.isEmpty() || !rules.kinds().contains(content.get().kind())) {
            drop(row.id());
            throw FileRefused.of("file_kind");
        }
        return content.get();
    }

    private Upload whole(SqlFileStore.Row row, Content content) {
        PictureSize size = kept(row.id(), content);
        boolean shows = size.mayBeShown();
        var file = new Attachment(
                row.id(),
                FileName.ending(row.name(), content.endings()),
                content.kind(),
                content.type(),
                folder.size(row.id()),
                shows ? Integer.valueOf(size.width()) : null,
                shows ? Integer.valueOf(size.height()) : null);
        database.write(tx -> {
            store.complete(tx, file);
            return file;
        });
        return new Upload(row.id(), file.size(), file.size(), PIECE, file);
    }

    private PictureSize kept(String id, Content content) {
        if (content.kind() != FileKind.IMAGE) {
            folder.keep(id);
            return PictureSize.NONE;
        }
        try {
            return folder.keepPicture(id, content.type());
        } catch (DamagedPicture damaged) {
            drop(id);
            throw FileRefused.of("file_damaged");
        }
    }

    private Optional<Stored> stored(SqlFileStore.Row row) {
        Attachment whole = row.whole();
        return whole == null
                ? Optional.empty()
                : Optional.of(new Stored(whole, folder.whole(row.bytes())))
                        .filter(stored -> Files.isRegularFile(stored.bytes()));
    }
}
