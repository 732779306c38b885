package chat.beseda.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import chat.beseda.audit.Actor;
import chat.beseda.formatting.TextBlock;
import chat.beseda.formatting.TextDocument;
import chat.beseda.formatting.TextMark;
import chat.beseda.formatting.TextRun;
import chat.beseda.forms.Conflict;
import chat.beseda.forms.InvalidFields;
import chat.beseda.forms.Unknown;
import chat.beseda.people.FirstSetUp;
import chat.beseda.people.People;
import chat.beseda.security.Passwords;
import chat.beseda.sites.Site;
import chat.beseda.sites.SiteDraft;
import chat.beseda.sites.SiteId;
import chat.beseda.storage.IdSource;
import chat.beseda.testing.RecordingBus;
import chat.beseda.testing.TestClock;
import chat.beseda.testing.TestDatabase;
import chat.beseda.testing.TestEngine;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What {@link Knowledge} promises on every engine. */
abstract class KnowledgeContract {
    private static final ArticlePlace EVERYWHERE = new ArticlePlace(Audience.PUBLIC, Set.of());
    private static final ArticleFilter ALL = (article, translation) -> true;

    private final TestClock clock = new TestClock();
    private final RecordingBus bus = new RecordingBus();
    private final TestDatabase opened;
    private final IdSource ids = new IdSource(clock);
    private final People people;
    private final Site shop;
    private final Actor anna;
    private final Knowledge knowledge;

    KnowledgeContract(TestEngine engine) {
        opened = engine.open();
        people = People.of(opened.database(), bus, ids, clock, new Passwords(64), Path.of("no-photos"));
        var site = SiteDraft.standard("Shop", List.of("https://shop.example"), "Europe/Moscow", "auto");
        var wanted = new FirstSetUp.Wanted("Anna", "anna@example.org", "seven green kettles", "ru", "R", site);
        var made = people.firstSetUp().make(Actor.program(), wanted);
        shop = made.site();
        anna = new Actor(made.administrator().id().value(), "198.51.100.1");
        knowledge = reread();
    }

    @AfterEach
    void close() {
        opened.close();
    }

    /** What another start finds. */
    private Knowledge reread() {
        return new Knowledge(opened.database(), bus, ids, people.audit(), people.sites(), clock);
    }

    private static ArticleDraft draft(String folder, String title, String text) {
        var run = new TextRun(text, List.of(new TextMark.Bold()));
        return new ArticleDraft(folder, title, new TextDocument(List.of(new TextBlock.Paragraph(List.of(run)))));
    }

    private Article article(String title, String text) {
        return knowledge.create(anna, EVERYWHERE, "ru", draft("", title, text), true);
    }

    private List<String> titles(String question) {
        return knowledge.find(question, "ru", ALL, 10).stream()
                .map(found -> found.version().title())
                .toList();
    }

    @Test
    void anArticleIsKeptInItsLanguagesWithItsPlace() {
        var place = new ArticlePlace(Audience.INTERNAL, Set.of(shop.id()));
        var id = knowledge
                .create(anna, place, "ru", draft(" Доставка / Сроки ", " Когда ", "Завтра"), true)
                .id();
        Article both = knowledge.write(anna, id, "en", 0, draft("Delivery", "When", "Tomorrow"), false);
        assertThat(both.in("ru").orElseThrow().latest())
                .extracting(ArticleVersion::number, ArticleVersion::folder, ArticleVersion::title, ArticleVersion::at)
                .containsExactly(1, "Доставка/Сроки", "Когда", clock.millis());
        assertThat(reread().all()).isEqualTo(knowledge.all()).containsExactly(both);
        assertThat(people.audit().before(Long.MAX_VALUE, 2))
                .extracting(entry -> entry.act(), entry -> entry.details().get("title"))
                .containsExactly(tuple("article.written", "When"), tuple("article.published", "Когда"));
        assertThat(bus.news(ArticlesChanged.class)).hasSize(2);
    }

    @Test
    void readersSeeWhatIsPublishedWhileTheNextVersionIsWritten() {
        var id = knowledge
                .create(anna, EVERYWHERE, "ru", draft("", "Один", "Первый"), true)
                .id();
        knowledge.write(anna, id, "ru", 1, draft("", "Два", "Второй"), false);
        Translation written = knowledge.byId(id).orElseThrow().in("ru").orElseThrow();
        assertThat(written.latest().title()).isEqualTo("Два");
        assertThat(written.published())
                .isNotNull()
                .extracting(ArticleVersion::title)
                .isEqualTo("Один");
        assertThat(titles("второй")).isEmpty();
        knowledge.publish(anna, id, "ru", true);
        assertThat(titles("второй")).containsExactly("Два");
        knowledge.publish(anna, id, "ru", false);
        assertThat(reread().byId(id).orElseThrow().in("ru").orElseThrow().published())
                .isNull();
        assertThat(knowledge.versions(id, "ru"))
                .extracting(ArticleVersion::number, ArticleVersion::title)
                .containsExactly(tuple(2, "Два"), tuple(1, "Один"));
        assertThat(knowledge.versions(id, "ru").getFirst().author())
                .isNotNull()
                .extracting(author -> author.value())
                .isEqualTo(anna.operator());
    }

    @Test
    void whoSavesOverSomebodyElsesVersionIsTold() {
        var id = article("Один", "Первый").id();
        knowledge.write(anna, id, "ru", 1, draft("", "Два", "Второй"), true);
        assertThatThrownBy(() -> knowledge.write(anna, id, "ru", 1, draft("", "Три", "Третий"), true))
                .asInstanceOf(type(Conflict.class))
                .extracting(Conflict::code)
                .isEqualTo("article_changed");
    }

    @Test
    void oldVersionsGoTheShownOneStays() {
        var id = article("0", "Первый").id();
        for (int number = 1; number <= SqlArticleStore.MOST_VERSIONS + 2; number++) {
            knowledge.write(anna, id, "ru", number, draft("", "Т" + number, "Текст"), false);
        }
        assertThat(knowledge.versions(id, "ru"))
                .hasSize(SqlArticleStore.MOST_VERSIONS + 1)
                .last()
                .extracting(ArticleVersion::number)
                .isEqualTo(1);
        assertThat(reread().all()).isEqualTo(knowledge.all());
    }

    @Test
    void languagesAndArticlesAreRemoved() {
        var id = article("Один", "Первый").id();
        assertThatThrownBy(() -> knowledge.removeTranslation(anna, id, "ru")).isInstanceOf(Conflict.class);
        knowledge.write(anna, id, "en", 0, draft("", "One", "First"), true);
        knowledge.removeTranslation(anna, id, "ru");
        assertThat(reread().all()).isEqualTo(knowledge.all());
        assertThat(titles("первый")).isEmpty();
        knowledge.remove(anna, id);
        assertThat(knowledge.all()).isEmpty();
        assertThat(reread().all()).isEmpty();
        assertThatThrownBy(() -> knowledge.remove(anna, id)).isInstanceOf(Unknown.class);
    }

    @Test
    void aSiteWithArticlesOfItsOwnIsOnlyDisabled() {
        var only = new ArticlePlace(Audience.PUBLIC, Set.of(shop.id()));
        knowledge.create(anna, only, "ru", draft("", "Один", "Первый"), true);
        assertThat(people.sites().remove(anna, shop.id(), false)).isPresent();
        assertThatThrownBy(() -> knowledge.place(
                        anna,
                        knowledge.all().getFirst().id(),
                        new ArticlePlace(Audience.PUBLIC, Set.of(new SiteId(7)))))
                .isInstanceOf(InvalidFields.class);
    }

    @Test
    void whatCannotBeKeptIsNamed() {
        var run = new TextRun("Нажмите", List.of(new TextMark.Link("javascript:alert(1)")));
        var document = new TextDocument(List.of(new TextBlock.Paragraph(List.of(run))));
        assertThatThrownBy(() ->
                        knowledge.create(anna, EVERYWHERE, "de", new ArticleDraft("а/б/в/г", " ", document), true))
                .asInstanceOf(type(InvalidFields.class))
                .extracting(invalid -> invalid.faults().stream()
                        .map(fault -> fault.field() + " " + fault.code())
                        .toList())
                .isEqualTo(List.of("language not_one_of", "folder too_deep", "title required", "document document"));
        assertThatThrownBy(() -> article("Пусто", " \n ")).isInstanceOf(InvalidFields.class);
    }

    @Test
    void readersOfWhatIsPublishedAreCounted() {
        var id = article("Один", "Первый").id();
        knowledge.count(id, "ru", true);
        knowledge.count(id, "ru", true);
        knowledge.count(id, "ru", false);
        knowledge.count(id, "en", true);
        knowledge.publish(anna, id, "ru", false);
        knowledge.count(id, "ru", true);
        Translation counted = knowledge.byId(id).orElseThrow().in("ru").orElseThrow();
        assertThat(counted)
                .extracting(Translation::helpful, Translation::unhelpful)
                .containsExactly(2L, 1L);
        assertThat(reread().all()).isEqualTo(knowledge.all());
    }

    @Test
    void wordsAreFoundInTheirForms() {
        article("Доставка по России", "Привозим за 3–5 дней. Ещё быстрее — самолётом.");
        article("Возврат товара", "Вернуть бензопилу можно в течение 14 дней, доставку мы не оплачиваем.");
        assertThat(titles("доставку")).containsExactly("Доставка по России", "Возврат товара");
        assertThat(titles("САМОЛЕТ")).containsExactly("Доставка по России");
        assertThat(titles("бензопила")).containsExactly("Возврат товара");
        assertThat(titles("бензопилой")).containsExactly("Возврат товара");
        assertThat(titles("возврат дос")).containsExactly("Возврат товара");
        assertThat(titles("сколько стоит доставка в Казань?")).first().isEqualTo("Доставка по России");
        assertThat(titles("")).isEmpty();
        assertThat(titles("%_'\"*:()<> \\")).isEmpty();
        assertThat(titles("х".repeat(100_000))).isEmpty();
        knowledge.create(anna, EVERYWHERE, "en", draft("", "Companies", "Deliveries of a company's goods"), true);
        assertThat(titles("company")).containsExactly("Companies");
        assertThat(titles("delivered")).containsExactly("Companies");
        assertThat(titles("deliveri")).containsExactly("Companies");
    }

    @Test
    void anArticleIsFoundOnceInTheLanguageOfTheReader() {
        var id = article("SMS", "SMS приходит сразу").id();
        knowledge.write(anna, id, "uk", 0, draft("", "SMS", "SMS надходить одразу"), true);
        assertThat(knowledge.find("sms", "uk", ALL, 10))
                .extracting(found -> found.translation().language(), Found::excerpt)
                .containsExactly(tuple("uk", "SMS надходить одразу"));
        assertThat(knowledge.find("sms", "uk", (article, each) -> false, 10)).isEmpty();
    }

    @Test
    void theExcerptShowsWhereTheWordStands() {
        article("Гарантия", "Слова до того. ".repeat(30) + "Ремонт бесплатный. " + "Слова после. ".repeat(30));
        assertThat(knowledge.find("ремонта", null, ALL, 10).getFirst().excerpt())
                .startsWith("…")
                .contains("Ремонт бесплатный.")
                .endsWith("…")
                .hasSizeBetween(100, 200);
    }
}
