package chat.beseda.app;

import chat.beseda.storage.Database;
import chat.beseda.storage.DatabaseAddress;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/** One zip with all of an installation: every row of the database as of one moment, and the files. */
record BackupFile(Path path) {
    /** Of the data folder; the rest is the database's, or can be fetched again. */
    private static final List<String> FOLDERS = List.of("photos", "files");

    private static final String NAME = "[A-Za-z0-9_-][A-Za-z0-9._-]*";

    /**
     * Writes the backup beside its name first and moves it into place when it is whole.
     *
     * @throws Refusal when the path cannot be written; nothing is left there
     */
    void write(DatabaseAddress database, DataFolder data) {
        if (Files.isDirectory(path)) {
            throw new Refusal("the backup cannot be written to %s: that is a folder".formatted(path));
        }
        Path partial = path.resolveSibling(path.getFileName() + ".partial");
        try {
            writeAll(partial, database, data);
            Files.move(partial, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new Refusal("the backup cannot be written to %s: %s".formatted(path, reason(failure)));
        } finally {
            removeLeftOver(partial);
        }
    }

    private static void writeAll(Path partial, DatabaseAddress database, DataFolder data) throws IOException {
        try (OutputStream file = Files.newOutputStream(partial);
                ZipOutputStream zip = new ZipOutputStream(file)) {
            Database.backUp(database, zip);
            for (String folder : FOLDERS) {
                for (Path each : files(data.path().resolve(folder))) {
                    write(zip, folder, each);
                }
            }
        }
    }

    /** A file that goes away meanwhile (nobody sent it, and its day is over) is none of the backup's. */
    private static void write(ZipOutputStream zip, String folder, Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            zip.putNextEntry(new ZipEntry(folder + "/" + file.getFileName()));
            bytes.transferTo(zip);
            zip.closeEntry();
        } catch (NoSuchFileException gone) {
            // Nothing was begun for it in the zip.
        }
    }

    private static String reason(IOException failure) {
        return switch (failure) {
            case NoSuchFileException missing -> "there is no such folder";
            case AccessDeniedException denied -> "this user may not write there";
            default -> String.valueOf(failure.getMessage());
        };
    }

    private static void removeLeftOver(Path partial) {
        try {
            Files.deleteIfExists(partial);
        } catch (IOException stays) {
            // The refusal that is on its way says more.
        }
    }

    /** Replaces what the database and the folder hold, down to the last file. No server may run on them meanwhile. */
    void restore(DatabaseAddress address, DataFolder data) throws IOException {
        data.prepare();
        try (Database database = Database.open(address, broken -> {});
                ZipInputStream rows = open()) {
            database.restore(rows);
        }
        for (String folder : FOLDERS) {
            Path place = data.path().resolve(folder);
            Set<Path> restored = restoreFiles(folder, place);
            for (Path file : files(place)) {
                if (!restored.contains(file)) {
                    Files.delete(file);
                }
            }
        }
    }

    private Set<Path> restoreFiles(String folder, Path place) throws IOException {
        var restored = new HashSet<Path>();
        try (ZipInputStream zip = open()) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().matches(folder + "/" + NAME)) {
                    Path target = place.resolve(entry.getName().substring(folder.length() + 1));
                    Files.copy(zip, target, StandardCopyOption.REPLACE_EXISTING);
                    restored.add(target);
                }
            }
        }
        return restored;
    }

    /** True when the file is there and looks like a backup of ours. */
    boolean usable() {
        try (ZipInputStream zip = open()) {
            ZipEntry first = zip.getNextEntry();
            return first != null && first.getName().startsWith("tables/");
        } catch (IOException unreadable) {
            return false;
        }
    }

    private ZipInputStream open() throws IOException {
        InputStream file = Files.newInputStream(path);
        return new ZipInputStream(file);
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
