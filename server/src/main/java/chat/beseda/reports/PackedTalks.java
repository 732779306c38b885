package chat.beseda.reports;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The conversations of a day as one row of bytes: numbers take as many bytes as they need (LEB128, the sign in the lowest bit), texts
 * and operators stand once at the beginning.
 */
final class PackedTalks {
    private static final int VERSION = 1;

    private PackedTalks() {}

    /**
     * Packs a day's.
     *
     * @param start from which times are counted
     */
    static byte[] pack(long start, List<Talk> talks) {
        var writer = new Writer();
        for (Talk talk : talks) {
            writer.talk(start, talk);
        }
        return writer.whole(talks.size());
    }

    /** Tells each of them. */
    static void unpack(long start, byte[] packed, Consumer<Talk> each) {
        new Reader(packed).read(start, each);
    }

    private static final class Writer {
        private final Map<String, Integer> texts = new LinkedHashMap<>();
        private final Map<Long, Integer> names = new LinkedHashMap<>();
        private final ByteArrayOutputStream body = new ByteArrayOutputStream();

        void talk(long start, Talk talk) {
            name(talk.site());
            name(talk.department());
            number(body, talk.visitor());
            number(body, talk.opened() - start);
            number(body, talk.closed() == Talk.NONE ? Talk.NONE : talk.closed() - talk.opened());
            number(body, talk.firstAnswer());
            number(body, talk.messages());
            number(body, talk.handOvers());
            number(body, talk.missed() ? 1 : 0);
            number(body, talk.score());
            text(talk.page());
            text(talk.city());
            text(talk.source());
            text(talk.language());
            number(body, talk.holds().size());
            for (Talk.Hold hold : talk.holds()) {
                name(hold.operator());
                number(body, hold.from() - talk.opened());
                number(body, hold.until() == Talk.NONE ? Talk.NONE : hold.until() - hold.from());
            }
            number(body, talk.answers().size());
            for (Talk.Answer answer : talk.answers()) {
                name(answer.operator());
                number(body, answer.waited());
            }
        }

        private void name(long id) {
            Integer place = names.putIfAbsent(id, names.size());
            number(body, place == null ? names.size() - 1 : place);
        }

        private void text(String text) {
            Integer place = texts.putIfAbsent(text, texts.size());
            number(body, place == null ? texts.size() - 1 : place);
        }

        byte[] whole(int count) {
            var whole = new ByteArrayOutputStream();
            number(whole, VERSION);
            number(whole, names.size());
            names.keySet().forEach(name -> number(whole, name));
            number(whole, texts.size());
            for (String text : texts.keySet()) {
                byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
                number(whole, bytes.length);
                whole.writeBytes(bytes);
            }
            number(whole, count);
            whole.writeBytes(body.toByteArray());
            return whole.toByteArray();
        }

        private static void number(ByteArrayOutputStream out, long number) {
            long rest = (number << 1) ^ (number >> 63);
            while ((rest & ~0x7FL) != 0) {
                out.write((int) (rest & 0x7F) | 0x80);
                rest >>>= 7;
            }
            out.write((int) rest);
        }
    }

    private static final class Reader {
        private final ByteBuffer bytes;

        Reader(byte[] packed) {
            bytes = ByteBuffer.wrap(packed);
        }

        void read(long start, Consumer<Talk> each) {
            long version = number();
            if (version != VERSION) {
                throw new IllegalStateException("packed by another program, version " + version);
            }
            long[] names = new long[(int) number()];
            Arrays.setAll(names, place -> number());
            String[] texts = new String[(int) number()];
            Arrays.setAll(texts, place -> text());
            for (long left = number(); left > 0; left--) {
                each.accept(talk(start, names, texts));
            }
        }

        private Talk talk(long start, long[] names, String[] texts) {
            long site = names[(int) number()];
            long department = names[(int) number()];
            long visitor = number();
            long opened = start + number();
            long length = number();
            return new Talk(
                    site,
                    department,
                    visitor,
                    opened,
                    length == Talk.NONE ? Talk.NONE : opened + length,
                    number(),
                    (int) number(),
                    (int) number(),
                    number() == 1,
                    (int) number(),
                    texts[(int) number()],
                    texts[(int) number()],
                    texts[(int) number()],
                    texts[(int) number()],
                    holds(opened, names),
                    answers(names));
        }

        private List<Talk.Hold> holds(long opened, long[] names) {
            var holds = new Talk.Hold[(int) number()];
            for (int at = 0; at < holds.length; at++) {
                long operator = names[(int) number()];
                long from = opened + number();
                long length = number();
                holds[at] = new Talk.Hold(operator, from, length == Talk.NONE ? Talk.NONE : from + length);
            }
            return Collections.unmodifiableList(Arrays.asList(holds));
        }

        private List<Talk.Answer> answers(long[] names) {
            var answers = new Talk.Answer[(int) number()];
            for (int at = 0; at < answers.length; at++) {
                answers[at] = new Talk.Answer(names[(int) number()], number());
            }
            return Collections.unmodifiableList(Arrays.asList(answers));
        }

        private String text() {
            byte[] text = new byte[(int) number()];
            bytes.get(text);
            return new String(text, StandardCharsets.UTF_8);
        }

        private long number() {
            long number = 0;
            int shift = 0;
            byte next = bytes.get();
            while (next < 0) {
                number |= (next & 0x7FL) << shift;
                shift += 7;
                next = bytes.get();
            }
            number |= (long) next << shift;
            return (number >>> 1) ^ -(number & 1);
        }
    }
}
