package chat.beseda.web;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds what is null in a record that was read, though its declaration does not allow null. */
final class Missing {
    private final List<Problem.Field> found = new ArrayList<>();

    private Missing() {}

    static List<Problem.Field> in(Record value) {
        var missing = new Missing();
        missing.look("", value);
        return missing.found;
    }

    private void look(String path, Object value) {
        switch (value) {
            case Record record -> lookInside(path, record);
            case List<?> list -> {
                for (int i = 0; i < list.size(); i++) {
                    lookAt(path + "[" + i + "]", list.get(i), false);
                }
            }
            case Map<?, ?> map -> map.forEach((name, element) -> lookAt(path + "." + name, element, false));
            default -> {}
        }
    }

    private void lookInside(String path, Record record) {
        for (RecordComponent component : record.getClass().getRecordComponents()) {
            boolean mayBeNull = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            lookAt(
                    path.isEmpty() ? component.getName() : path + "." + component.getName(),
                    valueOf(component, record),
                    mayBeNull);
        }
    }

    private void lookAt(String path, @Nullable Object value, boolean mayBeNull) {
        if (value != null) {
            look(path, value);
        } else if (!mayBeNull) {
            found.add(new Problem.Field(path, "required", null, Map.of()));
        }
    }

    private static @Nullable Object valueOf(RecordComponent component, Record record) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("cannot read " + component, impossible);
        }
    }
}
