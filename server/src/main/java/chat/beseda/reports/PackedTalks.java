package chat.beseda.reports;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The conversations of a day as one row of bytes; texts and operators stand once at the beginning. */
final class PackedTalks {
    private static final int VERSION = 3;

    private PackedTalks() {}

    /**
     * Packs a day's.
     *
     * @param start from which times are counted
     */
    static byte[] pack(long start, List<Talk> talks) {
        var writer = new Writer();
        talks.forEach(talk -> writer.talk(start, talk));
        return writer.whole(talks.size());
    }

    /** Tells each of them. */
    static void unpack(long start, byte[] packed, Consumer<Talk> each) {
        new Reader(packed).read(start, each);
    }

    private static final class Writer {
        private final Map<String, Integer> texts = new LinkedHashMap<>();
        private final Map<Long, Integer> names = new LinkedHashMap<>();
        private final NumberWriter body = new NumberWriter();

        void talk(long start, Talk talk) {
            name(talk.site());
            name(talk.department());
            body.number(talk.visitor());
            body.number(talk.opened() - start);
            body.number(talk.closed() == Talk.NONE ? Talk.NONE : talk.closed() - talk.opened());
            body.number(talk.firstAnswer());
            body.number(talk.messages());
            body.number(talk.handOvers());
            body.number(talk.missed() ? 1 : 0);
            body.number(talk.score());
            text(talk.page());
            text(talk.city());
            text(talk.source());
            text(talk.language());
            names(talk.holders());
            names(talk.answerers());
            for (int at = 0; at < talk.waits().count(); at++) {
                body.number(talk.waits().get(at));
                body.number(talk.waits().get(at) - talk.openWaits().get(at));
            }
        }

        private void names(Longs ids) {
            body.number(ids.count());
            for (int at = 0; at < ids.count(); at++) {
                name(ids.get(at));
            }
        }

        private void name(long id) {
            Integer place = names.putIfAbsent(id, names.size());
            body.number(place == null ? names.size() - 1 : place);
        }

        private void text(String text) {
            Integer place = texts.putIfAbsent(text, texts.size());
            body.number(place == null ? texts.size() - 1 : place);
        }

        byte[] whole(int count) {
            var whole = new NumberWriter();
            whole.number(VERSION);
            whole.number(names.size());
            names.keySet().forEach(whole::number);
            whole.number(texts.size());
            texts.keySet().forEach(whole::text);
            whole.number(count);
            whole.append(body);
            return whole.whole();
        }
    }

    private static final class Reader {
        private final NumberReader in;

        Reader(byte[] packed) {
            in = new NumberReader(packed);
        }

        void read(long start, Consumer<Talk> each) {
            long version = in.number();
            if (version != VERSION) {
                throw new IllegalStateException("packed by another program, version " + version);
            }
            long[] names = new long[in.small()];
            Arrays.setAll(names, place -> in.number());
            String[] texts = new String[in.small()];
            Arrays.setAll(texts, place -> in.text());
            for (int left = in.small(); left > 0; left--) {
                each.accept(talk(start, names, texts));
            }
        }

        private Talk talk(long start, long[] names, String[] texts) {
            long site = names[in.small()];
            long department = names[in.small()];
            long visitor = in.number();
            long opened = start + in.number();
            long length = in.number();
            long firstAnswer = in.number();
            int messages = in.small();
            int handOvers = in.small();
            boolean missed = in.number() == 1;
            int score = in.small();
            String page = texts[in.small()];
            String city = texts[in.small()];
            String source = texts[in.small()];
            String language = texts[in.small()];
            Longs holders = named(names);
            Longs answerers = named(names);
            var waits = new Longs(answerers.count());
            var openWaits = new Longs(answerers.count());
            for (int left = answerers.count(); left > 0; left--) {
                long wait = in.number();
                waits.add(wait);
                openWaits.add(wait - in.number());
            }
            return new Talk(
                    site,
                    department,
                    visitor,
                    opened,
                    length == Talk.NONE ? Talk.NONE : opened + length,
                    firstAnswer,
                    messages,
                    handOvers,
                    missed,
                    score,
                    page,
                    city,
                    source,
                    language,
                    holders,
                    answerers,
                    waits,
                    openWaits);
        }

        private Longs named(long[] names) {
            Longs ids = new Longs(in.small());
            for (int left = ids.room(); left > 0; left--) {
                ids.add(names[in.small()]);
            }
            return ids;
        }
    }
}
