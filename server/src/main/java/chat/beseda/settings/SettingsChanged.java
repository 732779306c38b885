package chat.beseda.settings;

/** News: the settings of the installation changed. */
public record SettingsChanged(Settings now) {}
