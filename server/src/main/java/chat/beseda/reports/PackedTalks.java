package chat.beseda.reports;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The conversations of a day as one row of bytes: ids and texts, each once, then a {@link Column} for each field. */
final class PackedTalks {
    private static final int VERSION = 4;

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

    /** Tells each of them, always by the same object. */
    static void unpack(long start, byte[] packed, Consumer<PackedTalk> each) {
        var in = new NumberReader(packed);
        long version = in.number();
        if (version != VERSION) {
            throw new IllegalStateException("packed by another program, version " + version);
        }
        long[] names = new long[in.small()];
        Arrays.setAll(names, place -> in.number());
        String[] texts = new String[in.small()];
        Arrays.setAll(texts, place -> in.text());
        int count = in.small();
        var talk = new PackedTalk(start, names, texts, in);
        for (int row = 0; row < count; row++) {
            talk.moveTo(row);
            each.accept(talk);
        }
    }

    private static final class Writer {
        private final Map<String, Integer> texts = new LinkedHashMap<>();
        private final Map<Long, Integer> names = new LinkedHashMap<>();
        private final Longs site = new Longs();
        private final Longs department = new Longs();
        private final Longs visitor = new Longs();
        private final Longs opened = new Longs();
        private final Longs length = new Longs();
        private final Longs firstAnswer = new Longs();
        private final Longs messages = new Longs();
        private final Longs handOvers = new Longs();
        private final Longs missed = new Longs();
        private final Longs score = new Longs();
        private final Longs page = new Longs();
        private final Longs city = new Longs();
        private final Longs source = new Longs();
        private final Longs language = new Longs();
        private final Longs holdersEnd = new Longs();
        private final Longs answersEnd = new Longs();
        private final Longs holder = new Longs();
        private final Longs answerer = new Longs();
        private final Longs wait = new Longs();
        private final Longs closedWait = new Longs();

        void talk(long start, Talk talk) {
            name(site, talk.site());
            name(department, talk.department());
            visitor.add(talk.visitor());
            opened.add(talk.opened() - start);
            length.add(talk.closed() == Talk.NONE ? Talk.NONE : talk.closed() - talk.opened());
            firstAnswer.add(talk.firstAnswer());
            messages.add(talk.messages());
            handOvers.add(talk.handOvers());
            missed.add(talk.missed() ? 1 : 0);
            score.add(talk.score());
            text(page, talk.page());
            text(city, talk.city());
            text(source, talk.source());
            text(language, talk.language());
            for (int nth = 0; nth < talk.holders().count(); nth++) {
                name(holder, talk.holders().get(nth));
            }
            for (int nth = 0; nth < talk.waits().count(); nth++) {
                name(answerer, talk.answerers().get(nth));
                wait.add(talk.waits().get(nth));
                closedWait.add(talk.waits().get(nth) - talk.openWaits().get(nth));
            }
            holdersEnd.add(holder.count());
            answersEnd.add(wait.count());
        }

        private void name(Longs column, long id) {
            Integer place = names.putIfAbsent(id, names.size());
            column.add(place == null ? names.size() - 1 : place);
        }

        private void text(Longs column, String text) {
            Integer place = texts.putIfAbsent(text, texts.size());
            column.add(place == null ? texts.size() - 1 : place);
        }

        byte[] whole(int count) {
            var whole = new NumberWriter();
            whole.number(VERSION);
            whole.number(names.size());
            names.keySet().forEach(whole::number);
            whole.number(texts.size());
            texts.keySet().forEach(whole::text);
            whole.number(count);
            Stream.of(
                            site,
                            department,
                            visitor,
                            opened,
                            length,
                            firstAnswer,
                            messages,
                            handOvers,
                            missed,
                            score,
                            page,
                            city,
                            source,
                            language,
                            holdersEnd,
                            answersEnd,
                            holder,
                            answerer,
                            wait,
                            closedWait)
                    .forEach(column -> Column.write(column, whole));
            return whole.whole();
        }
    }
}
