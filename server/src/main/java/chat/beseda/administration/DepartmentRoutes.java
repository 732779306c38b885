package chat.beseda.administration;

import chat.beseda.operators.Operator;
import chat.beseda.operators.Operators;
import chat.beseda.operators.Permission;
import chat.beseda.rest.Call;
import chat.beseda.rest.Fields;
import chat.beseda.rest.Route;
import chat.beseda.sites.Department;
import chat.beseda.sites.DepartmentDraft;
import chat.beseda.sites.DepartmentId;
import chat.beseda.sites.Departments;
import io.javalin.http.HandlerType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Departments: everybody sees them, administrators change them. Who belongs to one is said of the operator. */
final class DepartmentRoutes {
    private final Departments departments;
    private final Operators operators;

    DepartmentRoutes(Departments departments, Operators operators) {
        this.departments = departments;
        this.operators = operators;
    }

    record Draft(String name, List<String> sites) {}

    record DepartmentView(String id, String name, List<String> sites, List<String> operators) {}

    List<Route> all() {
        Permission manage = Permission.MANAGE_PEOPLE;
        return List.of(
                Route.signedIn(HandlerType.GET, "/api/departments", this::list),
                Route.right(HandlerType.POST, "/api/departments", manage, this::create),
                Route.right(HandlerType.PUT, "/api/departments/{id}", manage, this::change),
                Route.right(HandlerType.DELETE, "/api/departments/{id}", manage, this::remove));
    }

    private List<DepartmentView> list(Call call) {
        return departments.all().stream().map(this::view).toList();
    }

    private DepartmentView create(Call call) {
        Department department = departments.create(call.actor(), draft(call));
        call.status(201);
        return view(department);
    }

    private DepartmentView change(Call call) {
        return view(departments.change(call.actor(), new DepartmentId(call.id("department")), draft(call)));
    }

    private @Nullable Object remove(Call call) {
        departments.remove(call.actor(), new DepartmentId(call.id("department")));
        return null;
    }

    private static DepartmentDraft draft(Call call) {
        Draft said = call.body(Draft.class);
        var fields = new Fields();
        var sites = List.copyOf(fields.sites("sites", said.sites));
        fields.refuse();
        return new DepartmentDraft(said.name, sites);
    }

    private DepartmentView view(Department department) {
        return new DepartmentView(
                department.id().toString(),
                department.name(),
                department.sites().stream().map(Object::toString).toList(),
                operators.all().stream()
                        .filter(operator -> operator.departments().contains(department.id()))
                        .map(Operator::id)
                        .map(Object::toString)
                        .toList());
    }
}
