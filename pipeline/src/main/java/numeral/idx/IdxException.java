package numeral.idx;

import java.io.IOException;

/** A file that is not what IDX asks for; never thrown for a failing disk or network. */
public final class IdxException extends IOException {
    private static final long serialVersionUID = 1L;

    private final IdxProblem problem;

    public IdxException(IdxProblem problem) {
        super(problem.toString());
        this.problem = problem;
    }

    public IdxProblem problem() {
        return problem;
    }
}
