package chat.beseda.demo;

import chat.beseda.audit.Actor;
import chat.beseda.crowd.Shop;
import chat.beseda.devices.Device;
import chat.beseda.dialogues.Chance;
import chat.beseda.dialogues.Rhythm;
import chat.beseda.outreach.Condition;
import chat.beseda.outreach.Figures;
import chat.beseda.outreach.Invitation;
import chat.beseda.outreach.InvitationRule;
import chat.beseda.outreach.OutreachHistory;
import chat.beseda.outreach.OutreachRules;
import chat.beseda.people.People;
import chat.beseda.sites.PagePattern;
import chat.beseda.sites.Site;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gives the demo's shops rules by which they invite, and a year of invitations behind them. */
final class Hospitality {
    private static final Set<DayOfWeek> WEEKEND = Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY);
    private static final Luck BY_HAND = new Luck(2, 38, 12);

    private final OutreachRules rules;
    private final OutreachHistory history;
    private final People people;
    private final RandomGenerator chance;

    Hospitality(OutreachRules rules, OutreachHistory history, People people, long seed) {
        this.rules = rules;
        this.history = history;
        this.people = people;
        this.chance = new SplittableRandom(seed);
    }

    /**
     * How a rule fares.
     *
     * @param aDay invitations on an ordinary day
     * @param accepted of a hundred
     * @param refused of a hundred; the others leave without a word
     */
    private record Luck(int aDay, int accepted, int refused) {}

    private record Custom(InvitationRule rule, Luck luck) {}

    /** @param now the end of the year */
    void welcome(List<Shop> shops, Instant now) {
        for (Shop shop : shops) {
            boolean dacha = !shop.site().origins().contains(Cast.NORTHWIND);
            welcome(shop, dacha ? dachaYard() : northwind(), now);
        }
    }

    private void welcome(Shop shop, List<Custom> customs, Instant now) {
        Site site = shop.site();
        List<InvitationRule> named = rules.changeInvitations(
                Actor.program(), site, customs.stream().map(Custom::rule).toList());
        for (int i = 0; i < named.size(); i++) {
            history.add(site.id(), named.get(i).id(), year(shop, customs.get(i).luck(), now));
        }
        history.add(site.id(), Invitation.BY_HAND, year(shop, BY_HAND, now));
    }

    private Map<LocalDate, Figures> year(Shop shop, Luck luck, Instant now) {
        var days = new HashMap<LocalDate, Figures>();
        Rhythm rhythm = shop.rhythm();
        double usual =
                rhythm.months().stream().mapToInt(month -> month).average().orElse(1);
        LocalDate today = now.atZone(rhythm.zone()).toLocalDate();
        LocalDate first = YearPlan.beginning(now).atZone(rhythm.zone()).toLocalDate();
        for (LocalDate day = today.minusDays(1); day.isAfter(first); day = day.minusDays(1)) {
            double season = rhythm.months().get(day.getMonthValue() - 1) / usual;
            double crowd = WEEKEND.contains(day.getDayOfWeek()) ? 0.7 : 1;
            long shown = Math.round(luck.aDay() * season * crowd * chance.nextDouble(0.5, 1.5));
            days.put(day, fates(shown, luck));
        }
        return days;
    }

    private Figures fates(long shown, Luck luck) {
        long accepted = 0;
        long refused = 0;
        for (int i = 0; i < shown; i++) {
            if (Chance.percent(luck.accepted(), chance)) {
                accepted++;
            } else if (Chance.percent(luck.refused(), chance)) {
                refused++;
            }
        }
        return new Figures(shown, accepted, refused, shown - accepted - refused);
    }

    private List<Custom> dachaYard() {
        return List.of(inTheCart(), choosing(), cameBack(), new Custom(InvitationRule.standard(), new Luck(12, 6, 31)));
    }

    private Custom inTheCart() {
        Map<String, String> text = Map.of(
                "ru", "Всё ли получается с заказом? Подскажем по оплате и доставке.",
                "en", "Is the order going through? Ask us about payment and delivery.",
                "uk", "Чи все гаразд із замовленням? Підкажемо щодо оплати й доставки.");
        List<Condition> conditions = List.of(page("/demo/cart.html"), new Condition.OnPage(90));
        return new Custom(rule("Задумался в корзине", conditions, text, null, 2), new Luck(9, 16, 30));
    }

    private Custom choosing() {
        Map<String, String> text = Map.of(
                "ru", "Помочь с выбором? Меня зовут {operator}, этим я работаю на своей даче.",
                "en", "Shall I help you choose? I am {operator}, and I use this in my own garden.",
                "uk", "Допомогти з вибором? Мене звати {operator}, цим я працюю на своїй дачі.");
        List<Condition> conditions = List.of(
                page("/demo/product-*"),
                new Condition.OnPage(60),
                new Condition.OfDevice(List.of(Device.Kind.DESKTOP, Device.Kind.TABLET)));
        return new Custom(rule("Выбирает товар", conditions, text, "svetlana", 1), new Luck(21, 9, 27));
    }

    private Custom cameBack() {
        Map<String, String> text = Map.of(
                "ru", "С возвращением! Остались вопросы с прошлого раза?",
                "en", "Welcome back! Is any question left from last time?",
                "uk", "З поверненням! Лишилися запитання з минулого разу?");
        List<Condition> conditions = List.of(new Condition.Returning(true), new Condition.OnSite(120));
        return new Custom(rule("Вернулся", conditions, text, null, 1), new Luck(6, 14, 19));
    }

    private List<Custom> northwind() {
        return List.of(
                new Custom(
                        rule(
                                "Stuck in the basket",
                                List.of(page("/basket"), new Condition.OnPage(75)),
                                Map.of("en", "Anything in the way of your order? We can check stock and delivery."),
                                null,
                                2),
                        new Luck(5, 18, 24)),
                new Custom(
                        rule(
                                "Looking for a size",
                                List.of(page("/sizing", "/bikes"), new Condition.OnPage(60)),
                                Map.of("en", "Between two sizes? Tell me your height and I will find your fit."),
                                "grace",
                                1),
                        new Luck(13, 15, 22)),
                new Custom(InvitationRule.standard(), new Luck(7, 5, 33)));
    }

    private static Condition page(String... patterns) {
        return new Condition.OfPage(Stream.of(patterns).map(PagePattern::new).toList(), false);
    }

    private InvitationRule rule(
            String name, List<Condition> conditions, Map<String, String> text, @Nullable String login, int perVisit) {
        String behalf = login == null ? null : operator(login);
        InvitationRule usual = InvitationRule.standard();
        return new InvitationRule(
                "",
                name,
                true,
                true,
                conditions,
                text,
                behalf,
                perVisit,
                usual.perDay(),
                usual.afterRefusal(),
                usual.afterConversation());
    }

    private @Nullable String operator(String login) {
        return people.operators().all().stream()
                .filter(operator -> operator.email().equals(login + Company.AT))
                .map(operator -> operator.id().toString())
                .findFirst()
                .orElse(null);
    }
}
