package chat.beseda.incoming;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Bytes to words, whatever the letter says of their alphabet: what it says is believed while it can be true. */
final class Charsets {
    private static final Charset WINDOWS_1251 = Charset.forName("windows-1251");
    private static final Charset KOI8_R = Charset.forName("KOI8-R");
    /** Names that programs write and Java doesn't know. */
    private static final Map<String, String> OTHER_NAMES = Map.of(
            "cp-1251", "windows-1251",
            "win-1251", "windows-1251",
            "windows1251", "windows-1251",
            "x-cp1251", "windows-1251",
            "koi8", "koi8-r",
            "koi8r", "koi8-r",
            "utf8", "utf-8",
            "unicode-1-1-utf-8", "utf-8",
            "ansi", "windows-1251");

    private static final Pattern WORDY = Pattern.compile("[a-z0-9._:+-]+");
    private static final int FIRST_OF_CYRILLIC = 0xC0;
    private static final int UPPER_HALF = 0xE0;

    private Charsets() {}

    /** @param name as the letter says; empty when it says nothing */
    static String words(byte[] bytes, String name) {
        return words(bytes, name, false);
    }

    /**
     * @param name as the letter says; empty when it says nothing
     * @param isCut they may end within a character
     */
    static String words(byte[] bytes, String name, boolean isCut) {
        if (isAscii(bytes) && !isStateful(name)) {
            return new String(bytes, StandardCharsets.US_ASCII);
        }
        return named(name)
                .filter(said -> !said.equals(StandardCharsets.US_ASCII) && !said.equals(StandardCharsets.ISO_8859_1))
                .flatMap(said -> strictly(bytes, said, isCut))
                .orElseGet(() -> guessed(bytes, name, isCut));
    }

    private static Optional<Charset> named(String name) {
        String tidy = name.strip().toLowerCase(Locale.ROOT);
        try {
            String known = OTHER_NAMES.getOrDefault(tidy, tidy);
            return WORDY.matcher(known).matches() ? Optional.of(Charset.forName(known)) : Optional.empty();
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            return Optional.empty();
        }
    }

    /** Such as UTF-16 and ISO-2022: their bytes look like ASCII and are not. */
    private static boolean isStateful(String name) {
        String tidy = name.strip().toLowerCase(Locale.ROOT);
        return tidy.startsWith("utf-16") || tidy.startsWith("utf-32") || tidy.startsWith("iso-2022");
    }

    private static Optional<String> strictly(byte[] bytes, Charset charset, boolean isCut) {
        try {
            CharsetDecoder decoder = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(
                            charset.equals(StandardCharsets.UTF_8)
                                    ? CodingErrorAction.REPORT
                                    : CodingErrorAction.REPLACE);
            if (!isCut) {
                return Optional.of(decoder.decode(ByteBuffer.wrap(bytes)).toString());
            }
            CharBuffer words = CharBuffer.allocate((int) Math.ceil(bytes.length * (double) decoder.maxCharsPerByte()));
            CoderResult read = decoder.decode(ByteBuffer.wrap(bytes), words, false);
            return read.isUnderflow() ? Optional.of(words.flip().toString()) : Optional.empty();
        } catch (CharacterCodingException | UnsupportedOperationException other) {
            return Optional.empty();
        }
    }

    /** UTF-8 is never so by chance; small Cyrillic letters stand in one half of KOI8-R and in the other one of Windows-1251. */
    private static String guessed(byte[] bytes, String name, boolean isCut) {
        Optional<String> utf8 = strictly(bytes, StandardCharsets.UTF_8, isCut);
        if (utf8.isPresent()) {
            return utf8.get();
        }
        int lower = 0;
        int upper = 0;
        int ascii = 0;
        for (byte each : bytes) {
            int value = Byte.toUnsignedInt(each);
            lower += value >= FIRST_OF_CYRILLIC && value < UPPER_HALF ? 1 : 0;
            upper += value >= UPPER_HALF ? 1 : 0;
            ascii += Character.isLetter(value) && value < 128 ? 1 : 0;
        }
        if (name.strip().equalsIgnoreCase("utf-8") && lower + upper < ascii) {
            return new String(bytes, StandardCharsets.UTF_8);
        }
        if (lower + upper <= ascii / 2) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
        return new String(bytes, lower > upper ? KOI8_R : WINDOWS_1251);
    }

    private static boolean isAscii(byte[] bytes) {
        for (byte each : bytes) {
            if (each < 0) {
                return false;
            }
        }
        return true;
    }
}
