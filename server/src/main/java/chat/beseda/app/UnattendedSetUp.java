package chat.beseda.app;

import chat.beseda.operators.FirstSetUp;
import chat.beseda.sites.InvalidFields;
import java.time.ZoneId;
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
            throw new SettingRefusal(
                    Setting.ADMIN_EMAIL.inEnvironment() + " or " + Setting.ADMIN_PASSWORD.inEnvironment(),
                    administrator.email(),
                    String.valueOf(invalid.getMessage()));
        }
    }
}
