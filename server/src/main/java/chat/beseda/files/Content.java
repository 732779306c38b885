package chat.beseda.files;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a file is by its first bytes, whatever it calls itself.
 *
 * @param type the media type
 * @param endings that its name may have, the usual one first
 */
record Content(FileKind kind, String type, List<String> endings) {
    /** So many bytes of the beginning decide. */
    static final int ENOUGH = 64 * 1024;

    private static final int BRAND = 8;

    /** First bytes, Latin-1; where there is a second text, it stands at offset 8. */
    private record Sign(String start, @Nullable String brand, Content content) {}

    private static final List<Sign> SIGNS = List.of(
            sign("\u00ff\u00d8\u00ff", FileKind.IMAGE, "image/jpeg", "jpg", "jpeg", "jpe", "jfif"),
            sign("\u0089PNG\r\n\u001a\n", FileKind.IMAGE, "image/png", "png"),
            sign("GIF87a", FileKind.IMAGE, "image/gif", "gif"),
            sign("GIF89a", FileKind.IMAGE, "image/gif", "gif"),
            branded("RIFF", "WEBP", FileKind.IMAGE, "image/webp", "webp"),
            branded("RIFF", "WAVE", FileKind.AUDIO, "audio/wav", "wav"),
            branded("RIFF", "AVI ", FileKind.VIDEO, "video/x-msvideo", "avi"),
            sign("%PDF-", FileKind.DOCUMENT, "application/pdf", "pdf"),
            sign("{\\rtf", FileKind.DOCUMENT, "application/rtf", "rtf"),
            sign(
                    "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1",
                    FileKind.DOCUMENT,
                    "application/x-ole-storage",
                    "doc",
                    "xls",
                    "ppt"),
            sign("7z\u00bc\u00af'\u001c", FileKind.ARCHIVE, "application/x-7z-compressed", "7z"),
            sign("Rar!\u001a\u0007", FileKind.ARCHIVE, "application/vnd.rar", "rar"),
            sign("\u001f\u008b", FileKind.ARCHIVE, "application/gzip", "gz", "tgz"),
            sign("ID3", FileKind.AUDIO, "audio/mpeg", "mp3"),
            sign("\u00ff\u00fb", FileKind.AUDIO, "audio/mpeg", "mp3"),
            sign("\u00ff\u00f3", FileKind.AUDIO, "audio/mpeg", "mp3"),
            sign("\u00ff\u00f2", FileKind.AUDIO, "audio/mpeg", "mp3"),
            sign("OggS", FileKind.AUDIO, "audio/ogg", "ogg", "oga", "opus", "ogv"),
            sign("fLaC", FileKind.AUDIO, "audio/flac", "flac"),
            sign("\u001aE\u00df\u00a3", FileKind.VIDEO, "video/webm", "webm", "mkv"));

    private static final Content ZIP = new Content(FileKind.ARCHIVE, "application/zip", List.of("zip"));
    private static final Content HEIC = new Content(FileKind.IMAGE, HeicCopy.TYPE, List.of("heic", "heif"));
    private static final List<String> OFFICE = List.of("docx", "xlsx", "pptx");
    private static final List<String> OPEN_DOCUMENT = List.of("odt", "ods", "odp", "epub");
    private static final List<String> TEXT = List.of("txt", "csv", "tsv", "log", "md", "json", "ics", "vcf");

    Content {
        endings = List.copyOf(endings);
    }

    /**
     * What the file is; nothing when it is none of what is taken: programs, scripts, pages, and what nobody knows.
     *
     * @param head its first bytes, {@link #ENOUGH} or all there are
     * @param name harmless
     */
    static Optional<Content> of(byte[] head, String name) {
        String start = new String(head, 0, Math.min(head.length, ENOUGH), StandardCharsets.ISO_8859_1);
        if (start.startsWith("PK\u0003\u0004") || start.startsWith("PK\u0005\u0006")) {
            return Optional.of(zip(start, FileName.ending(name)));
        }
        if (start.startsWith("ftyp", 4)) {
            return film(start);
        }
        return SIGNS.stream()
                .filter(sign ->
                        start.startsWith(sign.start) && (sign.brand == null || start.startsWith(sign.brand, BRAND)))
                .map(Sign::content)
                .findFirst()
                .or(() -> text(head, start, FileName.ending(name)));
    }

    private static Content zip(String start, String ending) {
        if (OFFICE.contains(ending) && start.contains("[Content_Types].xml")) {
            return new Content(FileKind.DOCUMENT, "application/zip", List.of(ending));
        }
        return OPEN_DOCUMENT.contains(ending) && start.startsWith("mimetypeapplication/", 30)
                ? new Content(FileKind.DOCUMENT, "application/zip", List.of(ending))
                : ZIP;
    }

    /** Pictures of telephones come in such files too; in others of the kind what their camera says could not be found: these are not taken. */
    private static Optional<Content> film(String start) {
        if (start.length() < BRAND + 4) {
            return Optional.empty();
        }
        return switch (start.substring(BRAND, BRAND + 4)) {
            case "M4A ", "M4B " -> Optional.of(new Content(FileKind.AUDIO, "audio/mp4", List.of("m4a")));
            case "qt  " -> Optional.of(new Content(FileKind.VIDEO, "video/quicktime", List.of("mov")));
            case "isom", "iso2", "iso5", "iso6", "mp41", "mp42", "avc1", "M4V ", "3gp4", "3gp5", "dash" ->
                Optional.of(new Content(FileKind.VIDEO, "video/mp4", List.of("mp4", "m4v", "3gp")));
            case "heic", "heix", "heim", "heis" -> Optional.of(HEIC);
            case "mif1" -> Optional.of(HEIC).filter(heic -> isHeic(start));
            default -> Optional.empty();
        };
    }

    /** Among the brands after the first one is that of a picture coded by HEVC. */
    private static boolean isHeic(String start) {
        int end = Math.min(start.charAt(2) << 8 | start.charAt(3), start.length());
        for (int at = 16; at + 4 <= end; at += 4) {
            if (start.startsWith("heic", at) || start.startsWith("heix", at)) {
                return true;
            }
        }
        return false;
    }

    /** Plain text says nothing of itself, so its name has a word in it; what could be a page or a script is none. */
    private static Optional<Content> text(byte[] head, String start, String ending) {
        boolean named = ending.isEmpty() || TEXT.contains(ending);
        String first = start.replaceFirst("^\u00ef\u00bb\u00bf", "").stripLeading();
        boolean active = first.startsWith("<") || first.startsWith("#!");
        return head.length == 0 || !named || active || !isPlain(head)
                ? Optional.empty()
                : Optional.of(new Content(FileKind.DOCUMENT, "text/plain", TEXT));
    }

    private static boolean isPlain(byte[] head) {
        for (int i = 0; i < Math.min(head.length, ENOUGH); i++) {
            int each = head[i];
            if (each == 0x7f
                    || (each >= 0 && each < ' ' && each != '\t' && each != '\n' && each != '\r' && each != '\f')) {
                return false;
            }
        }
        return true;
    }

    private static Sign sign(String start, FileKind kind, String type, String... endings) {
        return new Sign(start, null, new Content(kind, type, List.of(endings)));
    }

    private static Sign branded(String start, String brand, FileKind kind, String type, String... endings) {
        return new Sign(start, brand, new Content(kind, type, List.of(endings)));
    }
}
