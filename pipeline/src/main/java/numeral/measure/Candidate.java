package numeral.measure;

import java.util.OptionalDouble;

/**
 * What is known of a candidate when it is decided upon.
 *
 * @param evaluation on a labelled split
 * @param robustness {@link Robustness#mean}; empty where it was not measured
 */
public record Candidate(Evaluation evaluation, OptionalDouble robustness) {}
