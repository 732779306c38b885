/**
 * One measured value.
 *
 * @param key its name in {@code --json}
 * @param limit the promise, with its direction; null when nothing is promised
 * @param floor the same thing measured in the same run on something bare; null when there is none
 * @param floorName what the floor was measured on, for the table
 */
record Figure(String key, double value, String unit, Limit limit, Double floor, String floorName) {

    /** A promise such as at most 12. */
    record Limit(boolean atMost, double value) {
        boolean holds(double measured) {
            return atMost ? measured <= value : measured >= value;
        }

        @Override
        public String toString() {
            return (atMost ? "≤ " : "≥ ") + Report.shown(value);
        }
    }

    static Figure of(String key, double value, String unit) {
        return new Figure(key, value, unit, null, null, "");
    }

    Figure atMost(double promised) {
        return new Figure(key, value, unit, new Limit(true, promised), floor, floorName);
    }

    Figure atLeast(double promised) {
        return new Figure(key, value, unit, new Limit(false, promised), floor, floorName);
    }

    Figure beside(double measured, String name) {
        return new Figure(key, value, unit, limit, measured, name);
    }

    Boolean holds() {
        return limit == null ? null : Double.isFinite(value) && limit.holds(value);
    }
}
