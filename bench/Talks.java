import java.util.List;
import java.util.Random;

/** What a shop's visitors and operators write, made of sentences with changing things in them: few words often, most of them seldom. */
final class Talks {
    private static final List<String> QUESTIONS = List.of(
            "Здравствуйте! Подскажите, пожалуйста, %s есть в наличии?",
            "Добрый день, когда будет доставка, если заказать %s сегодня?",
            "А сколько стоит доставка %s за город?",
            "Можно ли вернуть %s, если размер не подойдёт?",
            "Не могу оплатить заказ %d, страница оплаты не открывается",
            "Скажите, чем %s отличается от того, что на витрине?",
            "Мне нужно %s к пятнице, успеете привезти?",
            "Заказ %d до сих пор не приехал, курьер не звонил",
            "Hello, is %s in stock? I need two of them by Friday",
            "Could you tell me where my order %d is? The tracking page is empty",
            "Do you deliver %s abroad and how long does it take?");
    private static final List<String> ANSWERS = List.of(
            "Здравствуйте! Сейчас посмотрю, одну минуту",
            "Да, %s есть в наличии, осталось %d штук на складе",
            "Доставка за город 350 рублей, оплата картой или наличными при получении",
            "Вернуть %s можно в течение 14 дней, чек сохраните, пожалуйста",
            "Заказ %d уже передан курьеру, он позвонит за час",
            "Оформить для вас доставку на завтра? Есть время с десяти до двух",
            "К сожалению, %s закончились, новая поставка через неделю",
            "Let me look. The parcel %d is with the carrier and will be scanned tonight",
            "Yes, we have %s, shall I put it aside for you?",
            "Извините за ожидание, уточнил у склада: всё приедет вовремя");
    private static final List<String> SHORT =
            List.of("Спасибо!", "Хорошо, жду", "Да, давайте", "Thanks a lot", "Понятно", "ок");
    private static final List<String> THINGS = List.of(
            "чайник",
            "бензопилу",
            "скатерть",
            "лопаты",
            "шуруповёрт",
            "абажур",
            "кастрюли",
            "садовый шланг",
            "ножовку",
            "перчатки",
            "лейку",
            "табуретку",
            "дрель",
            "удлинитель",
            "краску",
            "обои",
            "ковёр",
            "зеркало",
            "полку",
            "светильник",
            "kettle",
            "ladder",
            "garden hose",
            "screwdriver",
            "lamp",
            "carpet",
            "paint",
            "mirror");
    private static final List<String> KINDS = List.of(
            "белый",
            "зелёный",
            "детский",
            "складной",
            "большой",
            "маленький",
            "дубовый",
            "стальной",
            "старого образца",
            "со скидкой");
    /** A word that one message of so many has. */
    static final String RARE = "калейдоскоп";

    private static final int RARELY = 25_000;

    private final Random random = new Random(7);

    String ofVisitor() {
        return random.nextInt(4) == 0 ? pick(SHORT) : filled(pick(QUESTIONS));
    }

    String ofOperator() {
        return filled(pick(ANSWERS));
    }

    private String filled(String sentence) {
        String thing = random.nextInt(RARELY) == 0 ? RARE : pick(KINDS) + " " + pick(THINGS) + " " + article();
        return sentence.replace("%s", thing).replace("%d", String.valueOf(10_000 + random.nextInt(900_000)));
    }

    /** Articles are what makes a shop's vocabulary long. */
    private String article() {
        return "№" + (char) ('А' + random.nextInt(30)) + random.nextInt(5_000);
    }

    private <T> T pick(List<T> list) {
        // The first ones of a list are said more often.
        double place = random.nextDouble();
        return list.get((int) (place * place * list.size()));
    }
}
