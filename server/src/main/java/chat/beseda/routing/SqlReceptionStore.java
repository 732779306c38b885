package chat.beseda.routing;

import chat.beseda.sites.DepartmentId;
import chat.beseda.sites.PagePattern;
import chat.beseda.sites.SiteId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Receptions as JSON documents in {@code reception}. */
final class SqlReceptionStore {
    private static final JsonMapper JSON = JsonMapper.shared();

    Map<SiteId, Reception> all(Handle handle) {
        return handle.createQuery("SELECT site_id, document FROM reception")
                .map((row, context) ->
                        Map.entry(new SiteId(row.getLong("site_id")), reception(row.getString("document"))))
                .collectToMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    void put(Handle handle, SiteId site, Reception reception) {
        handle.createUpdate("""
                        INSERT INTO reception (site_id, document) VALUES (:site, :document)
                        ON CONFLICT (site_id) DO UPDATE SET document = excluded.document
                        """)
                .bind("site", site.value())
                .bind("document", text(reception))
                .execute();
    }

    private static String text(Reception reception) {
        ObjectNode document = JSON.createObjectNode().put("asks", reception.asks());
        var pages = document.putArray("pages");
        reception
                .pages()
                .forEach(each -> pages.addObject()
                        .put("pattern", each.pattern().text())
                        .put("department", each.department().value()));
        return JSON.writeValueAsString(document);
    }

    private static Reception reception(String stored) {
        JsonNode document = JSON.readTree(stored);
        List<Reception.OfPages> pages = new ArrayList<>();
        for (JsonNode each : document.required("pages")) {
            pages.add(new Reception.OfPages(
                    new PagePattern(each.required("pattern").stringValue()),
                    new DepartmentId(each.required("department").longValue())));
        }
        return new Reception(document.required("asks").booleanValue(), pages);
    }
}
