package chat.beseda.visitors;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Which page each of a visitor's newest tabs shows: a tab that comes back to the line with its page has opened none. */
record Tabs(List<Tab> newest) {
    private static final int MOST = 6;
    static final Tabs NONE = new Tabs(List.of());

    /** One tab. */
    record Tab(String name, String url) {}

    /** True when the tab was already on that page. */
    boolean has(String name, String url) {
        return newest.contains(new Tab(name, url));
    }

    Tabs with(@Nullable String name, String url) {
        if (name == null || has(name, url)) {
            return this;
        }
        var tabs = new ArrayList<Tab>(MOST);
        tabs.add(new Tab(name, url));
        newest.stream().filter(tab -> !tab.name.equals(name)).limit(MOST - 1).forEach(tabs::add);
        return new Tabs(List.copyOf(tabs));
    }
}
