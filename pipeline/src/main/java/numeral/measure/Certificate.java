package numeral.measure;

import java.util.Locale;
import java.util.Optional;

/**
 * Whether a threshold keeps the share of errors among the accepted below a limit, at 95 % confidence, as far as labelled examples can tell.
 *
 * <p>Thresholds are tried from the strictest to the loosest and the first that fails ends the search: a fixed sequence, in which each test may be
 * made at the full confidence although there are many (Bauer, "Multiple testing in clinical trials", Statistics in Medicine 10, 1991; for risk
 * limits Angelopoulos et al., "Learn then test", 2021). Geifman and El-Yaniv (2017) share the confidence out among a binary search's steps instead,
 * which needs more labels. The sequence starts where half of what could be accepted is, or as many as an error-free sample needs: that looks at
 * confidences alone, at no label.
 */
public sealed interface Certificate {
    /** Largest share of errors among the accepted, 0 to 1. */
    double maxError();

    /** The loosest threshold that holds. */
    record Certified(double maxError, RiskCoverage.Point point) implements Certificate {}

    /** No threshold was found to hold. */
    record Uncertified(double maxError, String reason) implements Certificate {}

    /** Examples that are needed where none of them is wrong: 299 for 1 %, 598 for 0.5 %, 2,995 for 0.1 %. */
    static long needed(double maxError) {
        if (!(maxError > 0 && maxError < 1)) {
            throw new IllegalArgumentException("max error is " + maxError + ", expected more than 0 and less than 1");
        }
        return (long) Math.ceil(Math.log(1 - RiskCoverage.CONFIDENCE_OF_BOUND) / Math.log1p(-maxError));
    }

    /** Looks for a threshold. */
    static Certificate of(RiskCoverage curve, double maxError) {
        long acceptable = curve.points().get(curve.points().size() - 1).accepted();
        long needed = needed(maxError);
        if (acceptable < needed) {
            return new Uncertified(
                    maxError, acceptable + " labelled examples that could be accepted: " + needed + " are needed");
        }
        long start = Math.max(needed, (acceptable + 1) / 2);
        Optional<RiskCoverage.Point> best = Optional.empty();
        for (RiskCoverage.Point point : curve.points()) {
            if (point.accepted() >= start) {
                if (point.riskUpper() > maxError) {
                    return best.<Certificate>map(last -> new Certified(maxError, last))
                            .orElseGet(() -> failed(maxError, point));
                }
                best = Optional.of(point);
            }
        }
        return new Certified(maxError, best.orElseThrow());
    }

    private static Certificate failed(double maxError, RiskCoverage.Point point) {
        return new Uncertified(
                maxError,
                String.format(
                        Locale.ROOT,
                        "%d of the surest %d are wrong: that may be an error of %.3f %%",
                        point.wrong(),
                        point.accepted(),
                        100 * point.riskUpper()));
    }
}
