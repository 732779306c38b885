import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * Measures messages from the moment they were due to the moment they are on the other side's screen. Open loop: a message that
 * could not be sent in time is late by that, too. Lives on the loop's thread.
 */
final class Latency implements Watch {
    Percentiles delivered = new Percentiles();
    final Percentiles stored = new Percentiles();
    final Percentiles late = new Percentiles();
    private final Map<String, Long> due = new HashMap<>();
    private final Map<String, Integer> troubles = new TreeMap<>();
    private final BiConsumer<String, Shown> sampled;
    private boolean measuring;
    private long acknowledged;
    private long refusals;
    private int number;

    /** @param sampled is told some of the shown events, with the reader's name of the conversation */
    Latency(BiConsumer<String, Shown> sampled) {
        this.sampled = sampled;
    }

    void measuring(boolean on) {
        measuring = on;
    }

    /** From now on what is delivered counts there. */
    void into(Percentiles other) {
        delivered = other;
    }

    /** A message that was due then has just been sent. */
    void due(String cid, long when) {
        due.put(cid, when);
        if (measuring) {
            late.add(System.nanoTime() - when);
        }
    }

    @Override
    public void acked(String client, String conversation, String stream, String cid, long seq, boolean again) {
        Long when = due.get(cid);
        if (measuring && when != null) {
            stored.add(System.nanoTime() - when);
        }
        acknowledged += again ? 0 : 1;
    }

    @Override
    public void refused(String client, String cid, String code) {
        refusals++;
    }

    @Override
    public void troubled(String client, String what) {
        troubles.merge(client.split(" ")[0] + ": " + what, 1, Integer::sum);
    }

    /** What did not go as on a good day, and how often. */
    Map<String, Integer> troubles() {
        return troubles;
    }

    @Override
    public void shown(String client, String conversation, String stream, Shown event) {
        boolean fromOther = event.author().startsWith("visitor") != client.startsWith("visitor");
        if (!fromOther || !event.type().equals("message")) {
            return;
        }
        Long when = due.remove(event.cid());
        if (when != null && measuring) {
            delivered.add(System.nanoTime() - when);
        }
        if (++number % 50 == 0) {
            sampled.accept(conversation, event);
        }
    }

    long acknowledged() {
        return acknowledged;
    }

    long refusals() {
        return refusals;
    }

    int underWay() {
        return due.size();
    }

    void forget() {
        due.clear();
    }
}
