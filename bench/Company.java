import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Sets a company up through the console's own requests: sites, operators, tickets for their sockets. Thread-safe. */
final class Company {
    /** Where the customers' pages lie. */
    static final String SHOP = "https://shop.example";

    private static final JsonMapper JSON = JsonMapper.shared();

    /** @param cookie proves who it is */
    record Member(String id, String cookie) {}

    /** @param snippet what the customer pastes into his pages */
    record Site(String id, String key, String snippet) {}

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String origin;
    private final Member administrator;

    private Company(String origin, Member administrator) {
        this.origin = origin;
        this.administrator = administrator;
    }

    /** Signs the first administrator in. */
    static Company of(Server server) {
        var nobody = new Company(server.origin(), new Member("", ""));
        var words = Map.of("email", Server.EMAIL, "password", Server.PASSWORD);
        return new Company(server.origin(), nobody.entered("/api/session", words));
    }

    Member administrator() {
        return administrator;
    }

    /** A new site whose pages lie at {@link #SHOP}, or at the given origin. */
    Site site(String name, String pages) {
        JsonNode made = json(ask(
                "POST",
                "/api/sites",
                administrator.cookie,
                Map.ofEntries(
                        Map.entry("name", name),
                        Map.entry("origins", List.of(pages)),
                        Map.entry("timeZone", "Europe/Kyiv"),
                        Map.entry("locale", "ru"),
                        Map.entry("accent", "#1864ab"),
                        Map.entry("corner", "right"),
                        Map.entry("greeting", Map.of("ru", "Здравствуйте!", "en", "Hello!", "uk", "Вітаємо!")),
                        Map.entry("sound", true),
                        Map.entry("opens", false),
                        Map.entry("todaySpan", Map.of("kind", "day")),
                        Map.entry("disabled", false))));
        return new Site(
                made.path("id").asString(),
                made.path("key").asString(),
                made.path("snippet").asString());
    }

    /** The key of the site that was there first. */
    String firstSiteKey() {
        return json(ask("GET", "/api/sites", administrator.cookie, null))
                .get(0)
                .path("key")
                .asString();
    }

    long firstSite() {
        return Long.parseLong(json(ask("GET", "/api/sites", administrator.cookie, null))
                .get(0)
                .path("id")
                .asString());
    }

    /** What the administrator is told at an address of the API. */
    String answer(String path) {
        return ask("GET", path, administrator.cookie, null).body();
    }

    /** A new operator who answers for these sites only. */
    Member operator(String name, List<Site> sites) {
        List<String> ids = sites.stream().map(Site::id).toList();
        JsonNode invitation = json(ask(
                "POST",
                "/api/invitations",
                administrator.cookie,
                Map.of("email", name + "@example.com", "role", "operator", "sites", ids, "departments", List.of())));
        String link = invitation.path("link").asString();
        String token = link.replaceAll(".*[/=#]", "");
        return entered(
                "/api/invitations/" + token,
                Map.of("name", name, "title", "Consultant", "password", "a password of " + name));
    }

    /** Many at once: making a password safe to keep takes its time. */
    List<Member> operators(String prefix, List<Site> sites, int number) {
        List<CompletableFuture<Member>> coming = new ArrayList<>();
        for (int at = 0; at < number; at++) {
            String name = prefix + at;
            Site site = sites.get(at % sites.size());
            coming.add(CompletableFuture.supplyAsync(() -> operator(name, List.of(site))));
        }
        return coming.stream().map(CompletableFuture::join).toList();
    }

    /** A ticket that opens one socket. */
    CompletableFuture<String> ticket(Member member) {
        return http.sendAsync(request("POST", "/api/ticket", member.cookie, ""), HttpResponse.BodyHandlers.ofString())
                .thenApply(answer -> json(good(answer)).path("ticket").asString());
    }

    private Member entered(String path, Map<String, ?> words) {
        HttpResponse<String> answer = ask("POST", path, "", words);
        String cookie = answer.headers().allValues("set-cookie").stream()
                .map(line -> line.split(";")[0])
                .filter(pair -> pair.contains("beseda"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(path + " should set a cookie of a session"));
        return new Member(json(answer).path("operator").path("id").asString(), cookie);
    }

    private HttpResponse<String> ask(String method, String path, String cookie, Map<String, ?> body) {
        try {
            HttpRequest request = request(method, path, cookie, body == null ? "" : JSON.writeValueAsString(body));
            return good(http.send(request, HttpResponse.BodyHandlers.ofString()));
        } catch (IOException failure) {
            throw new IllegalStateException(method + " " + path, failure);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(method + " " + path, stop);
        }
    }

    private HttpRequest request(String method, String path, String cookie, String body) {
        var request = HttpRequest.newBuilder(URI.create(origin + path))
                .method(method, HttpRequest.BodyPublishers.ofString(body))
                .header("Content-Type", "application/json")
                .header("Origin", origin)
                .header("Accept-Language", "en")
                .header("X-Beseda", "1");
        return (cookie.isEmpty() ? request : request.header("Cookie", cookie)).build();
    }

    private static HttpResponse<String> good(HttpResponse<String> answer) {
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(
                    "%s: %d %s".formatted(answer.request().uri().getPath(), answer.statusCode(), answer.body()));
        }
        return answer;
    }

    private static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }
}
