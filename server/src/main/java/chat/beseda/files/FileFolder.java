package chat.beseda.files;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** The bytes of files: {@code ID} when whole, {@code ID.part} before. Ids are random, so no name of anybody is a path here. */
final class FileFolder {
    private final Path folder;

    FileFolder(Path folder) {
        this.folder = folder;
    }

    long room() {
        try {
            Files.createDirectories(folder);
            return Files.getFileStore(folder).getUsableSpace();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** How much of an unfinished file is here. */
    long received(String id) {
        try {
            Path part = part(id);
            return Files.exists(part) ? Files.size(part) : 0;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void append(String id, long offset, byte[] bytes) {
        try (FileChannel file = FileChannel.open(part(id), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            file.truncate(offset);
            file.position(offset);
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                file.write(rest);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    byte[] head(String id) {
        try (InputStream file = Files.newInputStream(part(id))) {
            return file.readNBytes(Content.ENOUGH);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Keeps a file as it is. */
    void keep(String id) {
        try {
            finish(part(id), id);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /**
     * Keeps a picture as it looks, and nothing else of it.
     *
     * @throws DamagedPicture when it is none
     */
    PictureSize keepPicture(String id, String type) throws DamagedPicture {
        Path clean = folder.resolve(id + ".clean");
        try {
            PictureSize size = copied(part(id), clean, type);
            finish(clean, id);
            Files.delete(part(id));
            return size;
        } catch (DamagedPicture | EOFException damaged) {
            throw new DamagedPicture(String.valueOf(damaged.getMessage()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static PictureSize copied(Path from, Path to, String type) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(from));
                OutputStream out = new BufferedOutputStream(Files.newOutputStream(to))) {
            PictureSize size = switch (type) {
                case "image/jpeg" -> JpegCopy.copy(in, out);
                case "image/png" -> PngCopy.copy(in, out);
                case "image/webp" -> WebpCopy.copy(in, out);
                case HeicCopy.TYPE -> HeicCopy.copy(from, out);
                default -> GifCopy.copy(in, out);
            };
            out.flush();
            if (type.equals("image/webp")) {
                putHead(to);
            }
            return size;
        }
    }

    private static void putHead(Path webp) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(webp.toFile(), "rw")) {
            file.write(WebpCopy.headed(file.length()));
        }
    }

    /** On the disk before anybody is told of it. */
    private void finish(Path from, String id) throws IOException {
        try (FileChannel file = FileChannel.open(from, StandardOpenOption.WRITE)) {
            file.force(true);
        }
        Files.move(from, whole(id), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    long size(String id) {
        try {
            return Files.size(whole(id));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Everything of a file. */
    void remove(String id) {
        try {
            for (Path path : new Path[] {part(id), whole(id), folder.resolve(id + ".clean"), small(id), drawn(id)}) {
                Files.deleteIfExists(path);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Keeps a picture's small twin; empty: it has none. */
    void keepSmall(String id, byte[] small) {
        try {
            Files.write(drawn(id), small);
            Files.move(drawn(id), small(id), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            if (!Files.exists(whole(id))) {
                Files.deleteIfExists(small(id));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** A twin that is still being written. */
    private Path drawn(String id) {
        return folder.resolve(id + ".drawn");
    }

    Path small(String id) {
        return folder.resolve(id + ".small");
    }

    Path whole(String id) {
        return folder.resolve(id);
    }

    private Path part(String id) {
        return folder.resolve(id + ".part");
    }
}
