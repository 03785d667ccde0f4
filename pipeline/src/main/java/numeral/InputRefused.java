package numeral;

import java.util.List;

/** The user's input cannot be taken as it is; the message lists every problem found, one a line. Nothing was published. */
public final class InputRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final List<String> problems;

    /** @param problems at least one sentence each telling what, where, expected and found */
    public InputRefused(List<String> problems) {
        super(String.join("\n", problems));
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("problems: expected at least one, found none");
        }
        this.problems = List.copyOf(problems);
    }

    public List<String> problems() {
        return problems;
    }
}
