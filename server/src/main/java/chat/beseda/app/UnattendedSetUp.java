package chat.beseda.app;

import chat.beseda.forms.FieldFault;
import chat.beseda.forms.InvalidFields;
import chat.beseda.people.FirstSetUp;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Fills in the first-run page from the settings, for installations that nobody watches. */
final class UnattendedSetUp {
    private static final Logger log = LoggerFactory.getLogger(UnattendedSetUp.class);

    private UnattendedSetUp() {}

    /** @throws SettingRefusal when the administrator of the settings is not acceptable */
    static void ifWanted(Configuration configuration, FirstSetUp setUp) {
        Configuration.FirstAdministrator administrator = configuration.administrator();
        if (administrator == null || !setUp.isNeeded()) {
            return;
        }
        try {
            setUp.ifNeeded(
                    administrator.email(),
                    administrator.password(),
                    configuration.likelyOrigin(),
                    ZoneId.systemDefault().getId());
            log.atInfo().log("set-up.unattended");
        } catch (InvalidFields invalid) {
            throw refusal(administrator, invalid.faults());
        }
    }

    /** The password itself is told to nobody. */
    private static SettingRefusal refusal(Configuration.FirstAdministrator administrator, List<FieldFault> faults) {
        String codes = faults.stream().map(FieldFault::code).distinct().collect(Collectors.joining(", "));
        return faults.stream().anyMatch(fault -> fault.field().endsWith("password"))
                ? new SettingRefusal(
                        Setting.ADMIN_PASSWORD.inEnvironment(),
                        "…",
                        "12 to 128 characters, not a common password, not made of the address (%s)".formatted(codes))
                : new SettingRefusal(
                        Setting.ADMIN_EMAIL.inEnvironment(),
                        administrator.email(),
                        "an e-mail address such as anna@example.com (%s)".formatted(codes));
    }
}
