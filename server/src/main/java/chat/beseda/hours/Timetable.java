package chat.beseda.hours;

/** Hours with a name that sites and departments go by. */
public record Timetable(TimetableId id, String name, OpenHours hours) {}
