package chat.beseda.demo;

import static chat.beseda.operators.Role.ADMINISTRATOR;
import static chat.beseda.operators.Role.OPERATOR;
import static chat.beseda.operators.Role.SUPERVISOR;

import chat.beseda.operators.Role;
import java.util.List;
import java.util.Set;

/**
 * One of the people the demo invents.
 *
 * @param login what stands before the at sign of the e-mail address
 * @param face the file of the photo
 * @param topics the departments of the topics they know, as the files of topics call them
 */
record Cast(
        String login,
        String face,
        String name,
        boolean woman,
        String title,
        String locale,
        Role role,
        int capacity,
        Set<String> departments,
        Set<String> topics) {

    /** The second shop lives elsewhere, as a customer's site does. */
    static final String NORTHWIND = "https://www.northwind-bikes.example";

    static final Cast BOSS = new Cast(
            "admin", "anna", "Анна Лебедева", true, "Хозяйка магазина", "ru", ADMINISTRATOR, 6, Set.of(), Set.of());

    static final List<Cast> ALL = List.of(
            BOSS,
            new Cast(
                    "pavel",
                    "pavel",
                    "Павел Гуляев",
                    false,
                    "Старший смены",
                    "ru",
                    SUPERVISOR,
                    6,
                    Set.of("Продажи", "Доставка", "Сервис", "Sales", "Support"),
                    Set.of("service")),
            new Cast(
                    "svetlana",
                    "svetlana",
                    "Светлана Третьякова",
                    true,
                    "Консультант по инструменту",
                    "ru",
                    OPERATOR,
                    5,
                    Set.of("Продажи"),
                    Set.of("sales")),
            new Cast(
                    "ilya",
                    "ilya",
                    "Илья Черепанов",
                    false,
                    "Полив, парники и грядки",
                    "ru",
                    OPERATOR,
                    4,
                    Set.of("Продажи"),
                    Set.of("sales")),
            new Cast(
                    "marina",
                    "marina",
                    "Марина Хасанова",
                    true,
                    "Заказы и доставка",
                    "ru",
                    OPERATOR,
                    5,
                    Set.of("Доставка"),
                    Set.of("delivery")),
            new Cast(
                    "rustam",
                    "rustam",
                    "Рустам Галиев",
                    false,
                    "Мастер по ремонту",
                    "ru",
                    OPERATOR,
                    4,
                    Set.of("Сервис", "Доставка"),
                    Set.of("service", "delivery")),
            new Cast(
                    "grace",
                    "grace",
                    "Grace Okafor",
                    true,
                    "Bike fitter",
                    "en",
                    OPERATOR,
                    5,
                    Set.of("Sales"),
                    Set.of("sales")),
            new Cast(
                    "tom",
                    "tom",
                    "Tom Sutcliffe",
                    false,
                    "Workshop and orders",
                    "en",
                    OPERATOR,
                    5,
                    Set.of("Support"),
                    Set.of("support")));

    String firstName() {
        return name.substring(0, name.indexOf(' '));
    }
}
