package chat.beseda.dialogues;

import java.util.List;
import java.util.stream.Stream;

/** All words of one shop of the demo: what it sells, who comes, from where, and what they talk about. */
public record Phrasebook(
        String language,
        List<Good> goods,
        List<PageWords> pages,
        List<Place> places,
        List<GivenName> names,
        List<Surname> surnames,
        Wordbook words,
        List<Topic> topics) {

    /** Something the shop sells, as it stands in sentences. */
    public record Good(
            String id, String name, String accusative, String genitive, String price, String path, String title) {}

    public record PageWords(String path, String title) {}

    /** A town: what it is called, "in" it and "to" it. */
    public record Place(String name, String in, String to) {}

    public record GivenName(String name, boolean woman, String latin) {}

    public record Surname(String man, String woman, String latin) {}

    static Phrasebook of(String language, List<String> topics) {
        return new Phrasebook(
                language,
                file(language, "goods")
                        .rows(
                                7,
                                row -> new Good(
                                        row.get(0),
                                        row.get(1),
                                        row.get(2),
                                        row.get(3),
                                        row.get(4),
                                        row.get(5),
                                        row.get(6))),
                file(language, "pages").rows(2, row -> new PageWords(row.get(0), row.get(1))),
                file(language, "cities").rows(3, row -> new Place(row.get(0), row.get(1), row.get(2))),
                file(language, "names")
                        .rows(3, row -> new GivenName(row.get(0), row.get(1).equals("f"), row.get(2))),
                file(language, "surnames").rows(3, row -> new Surname(row.get(0), row.get(1), row.get(2))),
                new Wordbook(file(language, "fillers"), file(language, "manners")),
                topics.stream()
                        .flatMap(name -> new TopicFile(language + "/" + name + ".txt").read().stream())
                        .toList());
    }

    public static Phrasebook russian() {
        return of("ru", List.of("sales", "delivery", "service", "short"));
    }

    public static Phrasebook english() {
        return of("en", List.of("sales", "support"));
    }

    /** The pages of the goods and the others. */
    public List<PageWords> allPages() {
        return Stream.concat(pages.stream(), goods.stream().map(good -> new PageWords(good.path(), good.title())))
                .toList();
    }

    private static TextFile file(String language, String name) {
        return new TextFile(language + "/" + name + ".txt");
    }
}
