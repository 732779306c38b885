package chat.beseda.security;

import static org.assertj.core.api.Assertions.assertThat;

import chat.beseda.security.PasswordRules.Fault;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {
    private final PasswordRules rules = new PasswordRules();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "seven green kettles",
                "correct horse battery staple",
                "kNzq-8fWd-2LpX",
                "четыре зелёных чайника",
                "тихая гавань под дождём",
                "Xk7#mP2$vQ9!",
                "мій дід садив гарбузи",
                "🦊 by the cold river"
            })
    void whatIsHardToGuessIsTaken(String password) {
        assertThat(rules.faultOf(password, List.of("Anna", "anna@example.org"))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password1234",
                "Password2026!",
                "P@ssw0rd12345",
                "passwordpassword",
                "qwertyuiop123",
                "qwerty123456",
                "1q2w3e4r5t6y",
                "1qaz2wsx3edc",
                "123456789012",
                "000000000000",
                "111111222222",
                "abcdefghijkl",
                "iloveyou2020",
                "administrator",
                "Admin123456!",
                "letmein12345",
                "WelcomeWelcome1",
                "sunshine2024!!",
                "dragon-master-7",
                "beseda-livechat",
                "privetprivet1",
                "lyubov2024love",
                "пароль123456",
                "йцукенгшщзхъ",
                "Привет-Россия-1",
                "любовьлюбовь",
                "фывапролджэ1",
                "ababababababab",
                "            ",
                "2026-03-04 12:00"
            })
    void whatEverybodyTakesIsRefused(String password) {
        assertThat(rules.faultOf(password, List.of())).contains(Fault.COMMON);
    }

    @Test
    void onesOwnNameIsNoSecret() {
        List<String> own = List.of("Rufina Zhukovskaya", "rz@romashka.example");

        assertThat(rules.faultOf("Zhukovskaya1987", own)).contains(Fault.PERSONAL);
        assertThat(rules.faultOf("romashka-rufina", own)).contains(Fault.PERSONAL);
        assertThat(rules.faultOf("Zhukovskaya1987", List.of())).isEmpty();
    }

    @Test
    void twelveCharactersAreTheLeastAndTheyAreCountedAsPeopleCount() {
        assertThat(rules.faultOf("kNzq-8fWd-2", List.of())).contains(Fault.TOO_SHORT);
        assertThat(rules.faultOf("🦊🐢🦉🐝🦋🐌🦎🐙🦑🦀🐡", List.of())).contains(Fault.TOO_SHORT);
        assertThat(rules.faultOf("kNzq-8fWd-2L", List.of())).isEmpty();
        assertThat(rules.faultOf("seven green kettles ".repeat(6), List.of())).isEmpty();
        assertThat(rules.faultOf("seven green kettles ".repeat(7), List.of())).contains(Fault.TOO_LONG);
    }

    @Test
    void moreThanThreeThousandCommonPasswordsAreRefused() {
        List<String> words = List.of("password", "monkey", "dragon", "football", "princess", "sunshine", "пароль");
        List<String> guesses = words.stream()
                .flatMap(word -> IntStream.range(1_000_000, 1_000_500).mapToObj(number -> word + number))
                .toList();

        assertThat(guesses)
                .hasSizeGreaterThan(3_000)
                .allMatch(guess -> rules.faultOf(guess, List.of()).equals(Optional.of(Fault.COMMON)));
    }
}
