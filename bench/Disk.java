import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The disk's own word: how long it takes until 4 KiB are really there. */
final class Disk {
    private static final int BLOCK = 4_096;

    private Disk() {}

    /** Appends blocks to a file beside the data that will be measured, each made durable by fdatasync. */
    static Percentiles syncs(Path folder, int number) throws IOException {
        var took = new Percentiles();
        Path file = folder.resolve("fsync");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            var block = ByteBuffer.allocateDirect(BLOCK);
            for (int at = 0; at < number; at++) {
                block.clear();
                long begun = System.nanoTime();
                channel.write(block);
                channel.force(false);
                took.add(System.nanoTime() - begun);
            }
        }
        return took;
    }
}
