/** What a benchmark works with: it fills the report, and leaves neither processes nor files behind. */
record Run(Options options, Report report, Children children, Scratch scratch) {

    boolean quick() {
        return options.quick();
    }
}
