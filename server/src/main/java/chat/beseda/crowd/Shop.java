package chat.beseda.crowd;

import chat.beseda.dialogues.Chance;
import chat.beseda.dialogues.Phrasebook;
import chat.beseda.dialogues.Rhythm;
import chat.beseda.dialogues.Topic;
import chat.beseda.sites.Site;
import chat.beseda.visitors.Page;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * One of the demo's shops: its site, its words, its hours and its people.
 *
 * @param address what the pages' paths are appended to, such as {@code http://localhost:8080/demo/}
 * @param boss whoever leads, and answers now and then
 */
public record Shop(Site site, String address, Phrasebook book, Rhythm rhythm, List<Colleague> staff, Colleague boss) {
    private static final List<String> REFERRERS = List.of(
            "", "", "", "https://www.google.com/", "https://yandex.ru/", "https://www.bing.com/", "https://vk.com/");

    public Shop {
        staff = List.copyOf(staff);
    }

    public Page page(String path, String title, RandomGenerator chance) {
        return new Page(address + path, title + " — " + site.name(), Chance.of(REFERRERS, chance));
    }

    /** Somebody who answers about this: usually one of the department. */
    public Colleague whoAnswers(Topic topic, RandomGenerator chance) {
        return Chance.weighted(staff, one -> one.departments().contains(topic.department()) ? 8 : 1, chance);
    }
}
