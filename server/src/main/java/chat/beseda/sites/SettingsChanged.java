package chat.beseda.sites;

/** News: the settings of the installation changed. */
public record SettingsChanged(Settings now) {}
