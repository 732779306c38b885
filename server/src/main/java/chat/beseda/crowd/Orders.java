package chat.beseda.crowd;

import chat.beseda.audit.Actor;
import chat.beseda.clients.Clients;
import chat.beseda.cluster.Bus;
import chat.beseda.conversations.Conversations;
import chat.beseda.hours.Timetables;
import chat.beseda.operators.Operator;
import chat.beseda.people.People;
import chat.beseda.requestkinds.Asks;
import chat.beseda.requestkinds.FieldType;
import chat.beseda.requestkinds.KindDraft;
import chat.beseda.requestkinds.KindField;
import chat.beseda.requestkinds.Nature;
import chat.beseda.requestkinds.Need;
import chat.beseda.requestkinds.RequestKind;
import chat.beseda.requestkinds.RequestKinds;
import chat.beseda.requestkinds.Turn;
import chat.beseda.requests.Leaving;
import chat.beseda.requests.Request;
import chat.beseda.requests.RequestDraft;
import chat.beseda.requests.RequestOutcome;
import chat.beseda.requests.Requests;
import chat.beseda.requests.Slots;
import chat.beseda.sites.Department;
import chat.beseda.sites.Site;
import chat.beseda.storage.Database;
import chat.beseda.storage.IdSource;
import chat.beseda.visitors.Visitor;
import chat.beseda.visitors.Visitors;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Calls ordered and letters left in the demo's first shop within the last days, some of them done, others waiting. */
public final class Orders {
    private final Database database;
    private final People people;
    private final Timetables timetables;
    private final RequestKinds kinds;

    private final Bus bus;

    /** @param bus that nobody listens to */
    public Orders(Database database, People people, Timetables timetables, RequestKinds kinds, Bus bus) {
        this.database = database;
        this.people = people;
        this.timetables = timetables;
        this.kinds = kinds;
        this.bus = bus;
    }

    /** What became of one. */
    private enum End {
        WAITS,
        CLAIMED,
        TRIED,
        REACHED,
        ANSWERED,
        SPAM
    }

    /**
     * One that is left.
     *
     * @param kind 0: a call, 1: personnel, 2: claims
     * @param minutesAgo when
     * @param slot whether for a certain time
     */
    private record Wish(
            int kind,
            int minutesAgo,
            boolean slot,
            String name,
            String phone,
            String email,
            String zone,
            String text,
            End end) {}

    private static final List<Wish> WISHES = List.of(
            call(
                    4300,
                    "Галина Петровна",
                    "+73422501177",
                    "Asia/Yekaterinburg",
                    "Почём рассада томатов оптом?",
                    End.REACHED),
            letter(
                    2,
                    4100,
                    "Олег Зуев",
                    "+78312777001",
                    "zuev@mail.example",
                    "Европейский черенок треснул за неделю.",
                    End.ANSWERED),
            call(
                    3900,
                    "Ильдар",
                    "+73472501188",
                    "Asia/Yekaterinburg",
                    "Нужен мотоблок под тяжёлую глину.",
                    End.REACHED),
            letter(
                    1,
                    3500,
                    "Марина Белова",
                    "",
                    "belova@mail.example",
                    "Ищу работу кладовщиком, опыт четыре года.",
                    End.ANSWERED),
            letter(
                    2,
                    3100,
                    "SEO EXPERT",
                    "",
                    "seo@rank.example",
                    "We will bring your shop to the top of search!",
                    End.SPAM),
            call(2800, "Тимур Сафин", "+78432901122", "Europe/Moscow", "Когда привезут заказ 40418?", End.REACHED),
            call(
                    1500,
                    "Людмила",
                    "+73422501199",
                    "Asia/Yekaterinburg",
                    "Перезвоните про теплицу, пожалуйста.",
                    End.TRIED),
            letter(
                    2,
                    1400,
                    "Виктор Ким",
                    "+74232441133",
                    "kim@mail.example",
                    "Не хватает двух дуг в комплекте теплицы.",
                    End.CLAIMED),
            letter(
                    2,
                    1390,
                    "Виктор Ким",
                    "+74232441133",
                    "kim@mail.example",
                    "Прикладываю номер накладной: 77-4312.",
                    End.WAITS),
            letter(
                    1,
                    900,
                    "Анна Крот",
                    "",
                    "krot@mail.example",
                    "Возьмёте на практику студентку агротехникума?",
                    End.WAITS),
            call(300, "Сергей", "+78452330144", "Europe/Saratov", "Насос гудит и не качает.", End.WAITS),
            slot(240, "Ольга Юрьевна", "+73842455566", "Asia/Novokuznetsk", "Подобрать полив на восемь соток."),
            slot(200, "Пётр Ильич", "+73422501155", "Asia/Yekaterinburg", "Обсудить доставку чернозёма."),
            call(95, "Наталья", "+74232441177", "Asia/Vladivostok", "Есть ли саженцы вишни?", End.WAITS),
            letter(2, 80, "Наталья", "+74232441177", "nata@mail.example", "Секатор приехал без пружины.", End.WAITS),
            slot(60, "Рустам", "+78432901177", "Europe/Moscow", "Хочу теплицу с установкой."),
            call(40, "Денис", "+74012330199", "Europe/Kaliningrad", "Сколько стоит доставка в Калининград?", End.WAITS),
            letter(
                    1,
                    25,
                    "Юрий Лапин",
                    "+73422501144",
                    "lapin@mail.example",
                    "Водитель категории C, могу выйти с понедельника.",
                    End.WAITS),
            call(9, "Елена", "+73422501166", "Asia/Yekaterinburg", "Сорвалась оплата, помогите.", End.WAITS));

    private static Wish call(int ago, String name, String phone, String zone, String text, End end) {
        return new Wish(0, ago, false, name, phone, "", zone, text, end);
    }

    private static Wish slot(int ago, String name, String phone, String zone, String text) {
        return new Wish(0, ago, true, name, phone, "", zone, text, End.WAITS);
    }

    private static Wish letter(int kind, int ago, String name, String phone, String email, String text, End end) {
        return new Wish(kind, ago, false, name, phone, email, "", text, end);
    }

    /**
     * Returns when it is stored.
     *
     * @param clock that shows some days before now
     * @param hands move it
     */
    public void tell(Shop shop, Instant now, Clock clock, LongConsumer hands) {
        Site site = shop.site();
        List<RequestKind> made = List.of(
                kinds.create(Actor.program(), calls(site)),
                kinds.create(Actor.program(), personnel(site)),
                kinds.create(Actor.program(), claims(site)));
        Operator operator =
                people.operators().byId(shop.staff().getFirst().id()).orElseThrow();
        var ids = new IdSource(clock);
        var visitors = new Visitors(database, bus, ids, clock);
        var clients = new Clients(database, bus, visitors, people.audit(), clock);
        var requests = new Requests(new Requests.House(
                database,
                bus,
                ids,
                clock,
                people.sites(),
                people.operators(),
                visitors,
                clients,
                new Conversations(database, bus, ids, clock),
                timetables,
                kinds,
                phone -> Optional.empty()));
        int number = 0;
        for (Wish wish : WISHES) {
            hands.accept(
                    now.toEpochMilli() - Duration.ofMinutes(wish.minutesAgo).toMillis() + 7);
            RequestKind kind = made.get(wish.kind);
            Visitor visitor = visitors.recognise(site.id(), null, null, true).visitor();
            RequestDraft draft = draft(requests, site, kind, wish, shop.address(), ++number);
            hands.accept(clock.millis() + Duration.ofSeconds(40).toMillis());
            if (requests.leave(visitor, site, draft, "192.0.2." + number) instanceof Leaving.Kept kept) {
                hands.accept(clock.millis() + Duration.ofMinutes(7).toMillis());
                work(requests, operator, kept.request(), wish.end, clock.millis());
            }
        }
    }

    private static RequestDraft draft(
            Requests requests, Site site, RequestKind kind, Wish wish, String address, int number) {
        Map<String, String> answers = switch (wish.kind) {
            case 1 -> Map.of("job", "Склад", "agreed", "yes");
            case 2 -> Map.of("order", Integer.toString(40_400 + number), "wish", "Заменить");
            default -> Map.of();
        };
        return new RequestDraft(
                "demo-request-" + number,
                kind.id(),
                requests.stamps().issue(),
                "",
                wish.name,
                wish.phone,
                wish.email,
                wish.text,
                wish.slot ? slot(requests, site, kind) : null,
                wish.zone,
                "ru",
                address + "/kontakty",
                answers);
    }

    /** The fourth free time. */
    private static @Nullable Long slot(Requests requests, Site site, RequestKind kind) {
        List<Long> free = new ArrayList<>();
        requests.slots(site, kind, "").days().stream().map(Slots.Day::slots).forEach(free::addAll);
        return free.size() < 4 ? null : free.get(3);
    }

    private static void work(Requests requests, Operator operator, Request request, End end, long now) {
        switch (end) {
            case WAITS -> {}
            case CLAIMED -> requests.work().claim(operator, request.id());
            case TRIED ->
                requests.work()
                        .attempt(
                                operator,
                                request.id(),
                                RequestOutcome.NO_ANSWER,
                                now + Duration.ofHours(26).toMillis(),
                                "Не берёт трубку, завтра утром ещё раз");
            case REACHED ->
                requests.work().attempt(operator, request.id(), RequestOutcome.REACHED, null, "Всё рассказали");
            case ANSWERED -> requests.work().done(operator, request.id(), RequestOutcome.ANSWERED, "");
            case SPAM -> requests.work().done(operator, request.id(), RequestOutcome.SPAM, "");
        }
    }

    private KindDraft calls(Site site) {
        var asks = new Asks(Need.REQUIRED, Need.REQUIRED, Need.NO, Need.OPTIONAL);
        return draft(
                site,
                Nature.CALL,
                Map.of("ru", "Заказать звонок", "en", "Call me back", "uk", "Замовити дзвінок"),
                Map.of("ru", "Перезвоним в удобное время и всё подскажем."),
                "Продажи",
                10,
                asks,
                List.of());
    }

    private KindDraft personnel(Site site) {
        var asks = new Asks(Need.REQUIRED, Need.OPTIONAL, Need.REQUIRED, Need.REQUIRED);
        var jobs = List.of(Map.of("ru", "Склад"), Map.of("ru", "Доставка"), Map.of("ru", "Питомник"));
        return draft(
                site,
                Nature.LETTER,
                Map.of("ru", "Отдел кадров", "en", "Jobs", "uk", "Відділ кадрів"),
                Map.of("ru", "Расскажите о себе, ответим за два дня."),
                null,
                20,
                asks,
                List.of(
                        new KindField("job", Map.of("ru", "Где хотите работать"), FieldType.CHOICE, true, jobs),
                        new KindField(
                                "agreed",
                                Map.of("ru", "Согласен на обработку моих данных для рассмотрения отклика"),
                                FieldType.CONSENT,
                                true,
                                List.of())));
    }

    private KindDraft claims(Site site) {
        var asks = new Asks(Need.REQUIRED, Need.OPTIONAL, Need.REQUIRED, Need.REQUIRED);
        var wishes = List.of(Map.of("ru", "Заменить"), Map.of("ru", "Вернуть деньги"), Map.of("ru", "Починить"));
        return draft(
                site,
                Nature.LETTER,
                Map.of("ru", "Претензии", "en", "Claims", "uk", "Претензії"),
                Map.of("ru", "Опишите, что случилось: разберёмся."),
                "Сервис",
                30,
                asks,
                List.of(
                        new KindField("order", Map.of("ru", "Номер заказа"), FieldType.TEXT, true, List.of()),
                        new KindField("bought", Map.of("ru", "Дата покупки"), FieldType.DATE, false, List.of()),
                        new KindField("wish", Map.of("ru", "Чего вы хотите"), FieldType.CHOICE, false, wishes)));
    }

    private KindDraft draft(
            Site site,
            Nature nature,
            Map<String, String> name,
            Map<String, String> invitation,
            @Nullable String department,
            int order,
            Asks asks,
            List<KindField> fields) {
        return new KindDraft(
                site.id(),
                nature,
                name,
                invitation,
                people.departments().all().stream()
                        .filter(each -> each.name().equals(department))
                        .map(Department::id)
                        .findFirst()
                        .orElse(null),
                true,
                order,
                asks,
                fields,
                30,
                2,
                7,
                30,
                true,
                20,
                8 * 60,
                10,
                List.of(),
                Turn.ALL);
    }
}
