package chat.beseda.hours;

/** Names a timetable among all rows of the installation. */
public record TimetableId(long value) {
    @Override
    public String toString() {
        return Long.toString(value);
    }
}
