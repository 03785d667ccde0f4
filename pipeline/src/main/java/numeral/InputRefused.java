package numeral;

import java.util.List;

/** Input that cannot be taken, whole: each problem says what, value, where and what to do. The command line ends with exit code 3. */
public final class InputRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final List<String> problems;

    /** @param problems at least one complete sentence each */
    public InputRefused(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /** All problems that were found, in the order of finding. */
    public List<String> problems() {
        return problems;
    }
}
