package chat.beseda.sites;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

final class SqlDepartmentStore {

    List<Department> all(Handle handle) {
        Map<Long, List<SiteId>> sites = handle.createQuery(
                        "SELECT department_id, site_id FROM department_site ORDER BY department_id, site_id")
                .map((row, context) -> Map.entry(row.getLong("department_id"), new SiteId(row.getLong("site_id"))))
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
        return handle.createQuery("SELECT id, name FROM department")
                .map((row, context) -> new Department(
                        new DepartmentId(row.getLong("id")),
                        row.getString("name"),
                        sites.getOrDefault(row.getLong("id"), List.of())))
                .list();
    }

    void insert(Handle handle, Department department) {
        handle.createUpdate("INSERT INTO department (id, name) VALUES (:id, :name)")
                .bind("id", department.id().value())
                .bind("name", department.name())
                .execute();
        insertSites(handle, department);
    }

    void update(Handle handle, Department department) {
        handle.createUpdate("UPDATE department SET name = :name WHERE id = :id")
                .bind("id", department.id().value())
                .bind("name", department.name())
                .execute();
        handle.createUpdate("DELETE FROM department_site WHERE department_id = :id")
                .bind("id", department.id().value())
                .execute();
        insertSites(handle, department);
    }

    /** Its operators stay, and lose the membership. */
    void delete(Handle handle, DepartmentId id) {
        handle.createUpdate("DELETE FROM department WHERE id = :id")
                .bind("id", id.value())
                .execute();
    }

    private static void insertSites(Handle handle, Department department) {
        for (SiteId site : department.sites()) {
            handle.createUpdate("INSERT INTO department_site (department_id, site_id) VALUES (:department, :site)")
                    .bind("department", department.id().value())
                    .bind("site", site.value())
                    .execute();
        }
    }
}
