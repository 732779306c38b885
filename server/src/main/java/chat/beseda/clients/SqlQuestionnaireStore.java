package chat.beseda.clients;

import chat.beseda.sites.SiteId;
import chat.beseda.storage.Documents;
import chat.beseda.visitors.VisitorId;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The tables {@code questionnaire}, {@code visitor_answer} and {@code visitor_consent}. */
final class SqlQuestionnaireStore {

    Map<SiteId, List<AskedField>> all(Handle handle) {
        var all = new HashMap<SiteId, List<AskedField>>();
        handle.createQuery("SELECT site_id, fields FROM questionnaire")
                .map((row, context) -> Map.entry(new SiteId(row.getLong("site_id")), fields(row.getString("fields"))))
                .forEach(entry -> all.put(entry.getKey(), entry.getValue()));
        return all;
    }

    void put(Handle handle, SiteId site, List<AskedField> fields) {
        handle.createUpdate("""
                        INSERT INTO questionnaire (site_id, fields) VALUES (:site, :fields)
                        ON CONFLICT (site_id) DO UPDATE SET fields = excluded.fields
                        """)
                .bind("site", site.value())
                .bind("fields", Documents.text(fields))
                .execute();
    }

    /** In the order they were answered. */
    Map<String, String> answers(Handle handle, VisitorId visitor) {
        var all = new LinkedHashMap<String, String>();
        handle.createQuery("""
                        SELECT label, answer FROM visitor_answer WHERE visitor_id = :visitor ORDER BY said_at, place, label
                        """)
                .bind("visitor", visitor.value())
                .map((row, context) -> Map.entry(row.getString("label"), row.getString("answer")))
                .forEach(entry -> all.put(entry.getKey(), entry.getValue()));
        return all;
    }

    void keep(Handle handle, VisitorId visitor, Map<String, String> answers, long now) {
        int place = 0;
        for (Map.Entry<String, String> answer : answers.entrySet()) {
            handle.createUpdate("""
                            INSERT INTO visitor_answer (visitor_id, label, answer, said_at, place)
                            VALUES (:visitor, :label, :answer, :now, :place)
                            ON CONFLICT (visitor_id, label) DO UPDATE SET answer = excluded.answer,
                                said_at = excluded.said_at, place = excluded.place
                            """)
                    .bind("visitor", visitor.value())
                    .bind("label", answer.getKey())
                    .bind("answer", answer.getValue())
                    .bind("now", now)
                    .bind("place", place++)
                    .execute();
        }
    }

    boolean agreed(Handle handle, VisitorId visitor, String text) {
        return handle.createQuery("SELECT text FROM visitor_consent WHERE visitor_id = :visitor")
                .bind("visitor", visitor.value())
                .mapTo(String.class)
                .list()
                .contains(text);
    }

    void agree(Handle handle, VisitorId visitor, String text, String address, long now) {
        handle.createUpdate("""
                        INSERT INTO visitor_consent (visitor_id, agreed_at, text, address)
                        VALUES (:visitor, :now, :text, :address)
                        ON CONFLICT (visitor_id, agreed_at) DO NOTHING
                        """)
                .bind("visitor", visitor.value())
                .bind("now", now)
                .bind("text", text)
                .bind("address", address)
                .execute();
    }

    private static List<AskedField> fields(String text) {
        return List.of(Documents.read(text, AskedField[].class));
    }
}
