package chat.beseda.clients;

import chat.beseda.sites.SiteId;
import chat.beseda.storage.Documents;
import chat.beseda.visitors.VisitorId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The tables {@code client} and {@code client_settings}. */
final class SqlClientStore {

    Optional<Client> of(Handle handle, VisitorId visitor) {
        return handle.createQuery("SELECT client_id, company, fields, proof FROM client WHERE visitor_id = :visitor")
                .bind("visitor", visitor.value())
                .map((row, context) -> new Client(
                        row.getString("client_id"),
                        row.getString("company"),
                        Documents.strings(row.getString("fields")),
                        Proof.valueOf(row.getString("proof").toUpperCase(Locale.ROOT))))
                .findFirst();
    }

    void put(Handle handle, SiteId site, VisitorId visitor, Client client, long now) {
        handle.createUpdate("""
                        INSERT INTO client (visitor_id, site_id, client_id, company, fields, proof, said_at)
                        VALUES (:visitor, :site, :id, :company, :fields, :proof, :now)
                        ON CONFLICT (visitor_id) DO UPDATE SET client_id = excluded.client_id, company = excluded.company,
                            fields = excluded.fields, proof = excluded.proof, said_at = excluded.said_at
                        """)
                .bind("visitor", visitor.value())
                .bind("site", site.value())
                .bind("id", client.id())
                .bind("company", client.company())
                .bind("fields", Documents.text(client.fields()))
                .bind("proof", client.proof().name().toLowerCase(Locale.ROOT))
                .bind("now", now)
                .execute();
    }

    Map<SiteId, ClientSettings> settings(Handle handle) {
        var all = new HashMap<SiteId, ClientSettings>();
        handle.createQuery("SELECT site_id, secret, signed_only, links FROM client_settings")
                .map((row, context) -> Map.entry(
                        new SiteId(row.getLong("site_id")),
                        new ClientSettings(
                                row.getString("secret"),
                                row.getInt("signed_only") == 1,
                                links(row.getString("links")))))
                .forEach(entry -> all.put(entry.getKey(), entry.getValue()));
        return all;
    }

    void put(Handle handle, SiteId site, ClientSettings settings) {
        handle.createUpdate("""
                        INSERT INTO client_settings (site_id, secret, signed_only, links)
                        VALUES (:site, :secret, :signedOnly, :links)
                        ON CONFLICT (site_id) DO UPDATE SET secret = excluded.secret,
                            signed_only = excluded.signed_only, links = excluded.links
                        """)
                .bind("site", site.value())
                .bind("secret", settings.secret())
                .bind("signedOnly", settings.signedOnly() ? 1 : 0)
                .bind(
                        "links",
                        Documents.text(settings.links().stream()
                                .map(link -> List.of(link.title(), link.template()))
                                .toList()))
                .execute();
    }

    private static List<ClientLink> links(String text) {
        return Documents.table(text).stream()
                .map(row -> new ClientLink(row.getFirst(), row.getLast()))
                .toList();
    }
}
