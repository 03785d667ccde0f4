package numeral.scan;

import java.util.List;

/**
 * A case of the corpus.
 *
 * @param file name under which it is read
 * @param limits changes to the default limits
 * @param ends its items in short, {@code entry#page STATUS}
 */
record BrokenFile(String name, String file, byte[] bytes, List<String> limits, List<String> ends) {
    static BrokenFile of(String name, String file, byte[] bytes, String... ends) {
        return new BrokenFile(name, file, bytes, List.of(), List.of(ends));
    }

    /** The same under other limits. */
    BrokenFile under(String... changed) {
        return new BrokenFile(name, file, bytes, List.of(changed), ends);
    }

    @Override
    public String toString() {
        return name;
    }
}
