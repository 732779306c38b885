package chat.beseda.demo;

import chat.beseda.audit.Actor;
import chat.beseda.crowd.Shop;
import chat.beseda.demo.SqlPast.Into;
import chat.beseda.dialogues.Chance;
import chat.beseda.dialogues.TextFile;
import chat.beseda.dialogues.Topic;
import chat.beseda.tags.Tag;
import chat.beseda.tags.TagColour;
import chat.beseda.tags.TagDraft;
import chat.beseda.tags.Tags;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** What people thought of a shop's conversations: visitors by ratings, operators by tags; and where the visitors were. For one thread. */
final class Opinions {
    private static final Map<String, Place> PLACES = new TextFile("places.txt")
            .rows(4, row -> new Place(row.get(0), row.get(1), row.get(2), row.get(3))).stream()
                    .collect(Collectors.toMap(Place::said, Function.identity()));
    private static final Stars PLEASED = new Stars(36, List.of(1, 1, 5, 20, 73));
    private static final Stars KEPT_WAITING = new Stars(26, List.of(16, 15, 24, 26, 19));
    private static final int IN_WORDS_PERCENT = 28;

    private final Shop shop;
    private final RandomGenerator chance;
    private final SqlPast past;
    private final List<Comment> comments;
    private final List<Mark> marks;

    Opinions(Shop shop, Tags tags, long seed, SqlPast past) {
        this.shop = shop;
        this.chance = new SplittableRandom(seed);
        this.past = past;
        String language = shop.book().language();
        this.comments = new TextFile(language + "/opinions.txt")
                .rows(2, row -> new Comment(Integer.parseInt(row.get(0)), row.get(1)));
        this.marks = new TextFile(language + "/tags.txt").rows(4, row -> mark(tags, row));
    }

    private record Place(String said, String country, String region, String city) {}

    private record Comment(int score, String text) {}

    /**
     * How visitors rate.
     *
     * @param given of a hundred conversations
     * @param scores how often each score is given, 1 first
     */
    private record Stars(int given, List<Integer> scores) {}

    /** A tag, the names of topics and departments it is put on, and of how many of a hundred of their conversations. */
    private record Mark(Tag tag, List<String> about, int percent) {
        boolean fits(Topic topic) {
            return about.contains(topic.name()) || about.contains(topic.department());
        }
    }

    private static Mark mark(Tags tags, List<String> row) {
        Tag tag = tags.create(Actor.program(), new TagDraft(row.get(0), TagColour.valueOf(row.get(1)), false));
        return new Mark(tag, List.of(row.get(2).split(", ")), Integer.parseInt(row.get(3)));
    }

    /** @param departments ids by what topics call them */
    void tell(List<Told> told, Map<String, Long> departments) {
        for (Told each : told) {
            Place place = PLACES.get(each.plan().regular().persona().place().name());
            if (place != null) {
                past.add(Into.ORIGIN, each.id().value(), place.country(), place.region(), place.city());
            }
            if (each.ended() != null) {
                String department = each.plan().dialogue().topic().department();
                past.add(
                        Into.CONVERSATION,
                        departments.get(department),
                        shop.book().language(),
                        each.id().value());
                tag(each, each.ended());
                rate(each, each.ended());
            }
        }
    }

    private void tag(Told told, long ended) {
        if (told.taken() == null) {
            return;
        }
        for (Mark mark : marks) {
            if (mark.fits(told.plan().dialogue().topic()) && Chance.percent(mark.percent(), chance)) {
                past.add(
                        Into.TAG,
                        mark.tag().id().value(),
                        told.id().value(),
                        told.plan().by().id().value(),
                        ended - chance.nextLong(2_000, 20_000));
            }
        }
    }

    private void rate(Told told, long ended) {
        Stars stars = told.plan().fate() == Planned.Fate.LATE ? KEPT_WAITING : PLEASED;
        long at = ended + chance.nextLong(8_000, 150_000);
        if (told.taken() == null || at > told.plan().until() || !Chance.percent(stars.given(), chance)) {
            return;
        }
        int score =
                Chance.weighted(List.of(1, 2, 3, 4, 5), one -> stars.scores().get(one - 1), chance);
        List<String> words = comments.stream()
                .filter(comment -> comment.score() == score)
                .map(Comment::text)
                .toList();
        String comment = Chance.percent(IN_WORDS_PERCENT, chance) ? Chance.of(words, chance) : "";
        past.add(Into.RATING, told.id().value(), score, comment, at);
    }
}
