package chat.beseda.administration;

import chat.beseda.operators.Permission;
import chat.beseda.rest.Call;
import chat.beseda.rest.Route;
import chat.beseda.settings.InstallationSettings;
import chat.beseda.settings.Lateness;
import chat.beseda.settings.Settings;
import chat.beseda.web.OwnOrigin;
import io.javalin.http.HandlerType;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What holds for the whole installation. */
final class SettingsRoutes {
    private final InstallationSettings settings;
    private final OwnOrigin ownOrigin;

    SettingsRoutes(InstallationSettings settings, OwnOrigin ownOrigin) {
        this.settings = settings;
        this.ownOrigin = ownOrigin;
    }

    /** What is left out stays as it is; the address is the process's own setting and is not changed here. */
    record Draft(
            String company,
            Boolean demo,
            @Nullable String publicUrl,
            @Nullable Integer sessionIdleMinutes,
            @Nullable Integer sessionAbsoluteMinutes,
            @Nullable Integer invitationHours,
            @Nullable Integer awayAfterMinutes,
            @Nullable Integer editMinutes,
            @Nullable Integer lateAfterMinutes,
            @Nullable Integer lateWarningMinutes,
            @Nullable Boolean lateInWorkingHours) {}

    record SettingsView(
            String company,
            boolean demo,
            String publicUrl,
            long sessionIdleMinutes,
            long sessionAbsoluteMinutes,
            long invitationHours,
            long awayAfterMinutes,
            long editMinutes,
            long lateAfterMinutes,
            long lateWarningMinutes,
            boolean lateInWorkingHours) {}

    List<Route> all() {
        Permission manage = Permission.MANAGE_SETTINGS;
        return List.of(
                Route.right(HandlerType.GET, "/api/settings", manage, call -> view(call, settings.now())),
                Route.right(HandlerType.PUT, "/api/settings", manage, this::change));
    }

    private SettingsView change(Call call) {
        Draft said = call.body(Draft.class);
        Settings now = settings.now();
        var wanted = new Settings(
                said.company,
                said.demo,
                said.sessionIdleMinutes == null ? now.sessionIdle() : Duration.ofMinutes(said.sessionIdleMinutes),
                said.sessionAbsoluteMinutes == null
                        ? now.sessionAbsolute()
                        : Duration.ofMinutes(said.sessionAbsoluteMinutes),
                said.invitationHours == null ? now.invitationLife() : Duration.ofHours(said.invitationHours),
                said.awayAfterMinutes == null ? now.awayAfter() : Duration.ofMinutes(said.awayAfterMinutes),
                said.editMinutes == null ? now.editing() : Duration.ofMinutes(said.editMinutes),
                lateness(said, now.lateness()));
        return view(call, settings.change(call.actor(), wanted));
    }

    private static Lateness lateness(Draft said, Lateness now) {
        return new Lateness(
                said.lateAfterMinutes == null ? now.after() : Duration.ofMinutes(said.lateAfterMinutes),
                said.lateWarningMinutes == null ? now.warning() : Duration.ofMinutes(said.lateWarningMinutes),
                said.lateInWorkingHours == null ? now.workingHours() : said.lateInWorkingHours);
    }

    private SettingsView view(Call call, Settings settings) {
        return new SettingsView(
                settings.company(),
                settings.demo(),
                ownOrigin.of(call.context()),
                settings.sessionIdle().toMinutes(),
                settings.sessionAbsolute().toMinutes(),
                settings.invitationLife().toHours(),
                settings.awayAfter().toMinutes(),
                settings.editing().toMinutes(),
                settings.lateness().after().toMinutes(),
                settings.lateness().warning().toMinutes(),
                settings.lateness().workingHours());
    }
}
