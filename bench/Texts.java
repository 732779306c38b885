import java.util.List;

/** What people write in such windows: believable lengths and two alphabets, nothing that must be quoted in JSON. */
final class Texts {
    private static final List<String> LINES = List.of(
            "Здравствуйте! Подскажите, пожалуйста, есть ли этот чайник в наличии в белом цвете?",
            "Добрый день. Да, есть, осталось три штуки на складе. Оформить для вас доставку на завтра?",
            "А сколько стоит доставка за город и можно ли оплатить картой курьеру?",
            "Доставка за город 350, оплата картой или наличными при получении.",
            "Hello, my order 48213 says shipped since Monday but the tracking page is empty. Can you check?",
            "Let me look. The parcel is with the carrier, they will scan it tonight and the page will fill up.",
            "Спасибо!",
            "Отлично, тогда оформляйте. Адрес тот же, что в прошлый раз.");

    private Texts() {}

    static String line(int number) {
        return LINES.get(Math.floorMod(number, LINES.size()));
    }
}
