package chat.beseda.translation;

/**
 * The service that is asked.
 *
 * @param address what {@code /translate} stands behind, without a slash at its end; empty: nobody is asked
 * @param key secret, may be empty; never told again
 */
public record TranslationService(String address, String key) {
    static final TranslationService NONE = new TranslationService("", "");

    public boolean isOn() {
        return !address.isEmpty();
    }

    @Override
    public String toString() {
        return "TranslationService[%s]".formatted(address);
    }
}
