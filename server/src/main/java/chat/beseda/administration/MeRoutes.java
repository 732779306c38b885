package chat.beseda.administration;

import chat.beseda.operators.Operator;
import chat.beseda.operators.OwnDraft;
import chat.beseda.operators.Profile;
import chat.beseda.operators.WorkingHours;
import chat.beseda.people.People;
import chat.beseda.people.SecondFactors;
import chat.beseda.photos.Photos;
import chat.beseda.rest.Call;
import chat.beseda.rest.Fields;
import chat.beseda.rest.Route;
import chat.beseda.web.Problem;
import io.javalin.http.HandlerType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What everybody may change about themselves. */
final class MeRoutes {
    private final People people;

    MeRoutes(People people) {
        this.people = people;
    }

    record MeView(
            String id,
            String name,
            String email,
            String title,
            String role,
            @Nullable String photo,
            String state,
            int capacity,
            String locale,
            String theme,
            Map<String, Profile.Called> translations,
            Profile.@Nullable Status status,
            WorkingHours hours) {

        static MeView of(Operator operator) {
            return new MeView(
                    operator.id().toString(),
                    operator.name(),
                    operator.email(),
                    operator.title(),
                    Fields.word(operator.role()),
                    operator.photoPath(),
                    Fields.word(operator.state()),
                    operator.capacity(),
                    operator.locale(),
                    operator.theme(),
                    operator.profile().translations(),
                    operator.profile().status(),
                    operator.profile().hours());
        }
    }

    record Me(
            String name,
            String title,
            String locale,
            String theme,
            @Nullable Map<String, Profile.Called> translations,
            @Nullable WorkingHours hours) {}

    record StatusSaid(String text, @Nullable Long until) {}

    record Code(String code) {}

    record Proof(String password) {}

    record SecondFactorView(boolean on, int codesLeft) {}

    /** @param address what an app reads out of a picture: the secret with the names it is for (otpauth) */
    record SecretView(String secret, String address) {}

    record CodesView(List<String> codes) {}

    record NewPassword(String current, String next) {}

    List<Route> all() {
        return List.of(
                Route.signedIn(HandlerType.PUT, "/api/me", this::change),
                Route.signedIn(HandlerType.PUT, "/api/me/status", this::setStatus),
                Route.signedIn(HandlerType.PUT, "/api/me/photo", this::setPhoto),
                Route.signedIn(HandlerType.DELETE, "/api/me/photo", this::removePhoto),
                Route.signedIn(HandlerType.PUT, "/api/me/password", this::changePassword),
                Route.signedIn(HandlerType.GET, "/api/me/second-factor", call -> secondFactor(call.me())),
                Route.signedIn(HandlerType.POST, "/api/me/second-factor", this::beginSecondFactor),
                Route.signedIn(HandlerType.PUT, "/api/me/second-factor", this::confirmSecondFactor),
                Route.signedIn(HandlerType.POST, "/api/me/second-factor/off", this::turnOffSecondFactor));
    }

    private MeView change(Call call) {
        Me said = call.body(Me.class);
        var draft = new OwnDraft(said.name, said.title, said.translations, said.locale, said.theme, said.hours);
        return MeView.of(people.operators().changeOwn(call.me().id(), draft));
    }

    private MeView setStatus(Call call) {
        StatusSaid said = call.body(StatusSaid.class);
        return MeView.of(people.operators().setStatus(call.me().id(), said.text, said.until));
    }

    private MeView setPhoto(Call call) {
        String photo = people.photos().keep(call.bytes(Photos.MOST_BYTES));
        return MeView.of(people.operators().setPhoto(call.actor(), call.me().id(), photo));
    }

    private MeView removePhoto(Call call) {
        return MeView.of(people.operators().setPhoto(call.actor(), call.me().id(), null));
    }

    private @Nullable Object changePassword(Call call) {
        NewPassword said = call.body(NewPassword.class);
        people.credentials()
                .changePassword(call.actor(), call.session(), said.current, said.next)
                .ifPresent(retry -> {
                    throw Problem.later(429, "login_delayed", retry).refused();
                });
        return null;
    }

    private SecondFactorView secondFactor(Operator me) {
        SecondFactors.Status status = people.secondFactors().status(me.id());
        return new SecondFactorView(status.on(), status.codesLeft());
    }

    private SecretView beginSecondFactor(Call call) {
        people.credentials()
                .prove(call.actor(), call.me(), call.body(Proof.class).password)
                .ifPresent(retry -> {
                    throw Problem.later(429, "login_delayed", retry).refused();
                });
        String secret = people.secondFactors().begin(call.me().id());
        String company = people.settings().now().company();
        String issuer = inAddress(company.isEmpty() ? "Beseda" : company);
        String label = issuer + ":" + inAddress(call.me().email());
        return new SecretView(secret, "otpauth://totp/" + label + "?secret=" + secret + "&issuer=" + issuer);
    }

    private CodesView confirmSecondFactor(Call call) {
        String code = call.body(Code.class).code;
        return switch (people.secondFactors().confirm(call.actor(), call.me(), code)) {
            case SecondFactors.Confirmed.Done(List<String> codes) -> new CodesView(codes);
            case SecondFactors.Confirmed.Delayed(Duration wait) ->
                throw Problem.later(429, "login_delayed", wait).refused();
        };
    }

    private @Nullable Object turnOffSecondFactor(Call call) {
        people.secondFactors()
                .turnOff(call.actor(), call.me(), call.body(Code.class).code)
                .ifPresent(retry -> {
                    throw Problem.later(429, "login_delayed", retry).refused();
                });
        return null;
    }

    /** Apps take a plus sign for itself, where forms mean a blank. */
    private static String inAddress(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
