package chat.beseda.app;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/** The folder that holds everything of one installation. While a server runs it keeps the lock file locked. */
record DataFolder(Path path) {

    Path photos() {
        return path.resolve("photos");
    }

    /** What visitors and operators sent each other. */
    Path files() {
        return path.resolve("files");
    }

    /**
     * Makes the folder when it is missing.
     *
     * @throws SettingRefusal when it cannot be made or written
     */
    void prepare() {
        try {
            Files.createDirectories(photos());
            Files.createDirectories(files());
            if (!Files.isWritable(path)) {
                throw new IOException("not writable");
            }
        } catch (IOException failure) {
            throw new SettingRefusal(
                    Setting.DATA.inEnvironment(),
                    path.toString(),
                    "a folder that this user (%s) may write".formatted(System.getProperty("user.name")));
        }
    }

    /** Takes the folder for this process, or answers nothing when another process has it. */
    Optional<Lock> lock() throws IOException {
        FileChannel channel =
                FileChannel.open(path.resolve("beseda.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return Optional.of(new Lock(channel));
            }
        } catch (OverlappingFileLockException sameProcess) {
            // Another server in this very process: the answer is the same.
        }
        channel.close();
        return Optional.empty();
    }

    /** Held while the folder is ours; the system frees it also when the process is killed. */
    record Lock(FileChannel channel) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
