package numeral.jobs;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import numeral.measure.Certificate;
import numeral.measure.RiskCoverage;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** Certificates as rows of the table {@code certificates} and as figures of a summary. */
final class CertificateRows {
    private CertificateRows() {}

    static Row row(
            Certificate certificate,
            String run,
            String model,
            String template,
            String settings,
            long labelled,
            String truthFile) {
        Optional<RiskCoverage.Point> point = point(certificate);
        return RowFactory.create(
                run,
                model,
                template,
                settings,
                certificate.maxError(),
                status(certificate),
                reason(certificate).orElse(null),
                point.map(RiskCoverage.Point::threshold).orElse(null),
                point.map(RiskCoverage.Point::coverage).orElse(null),
                point.map(RiskCoverage.Point::riskUpper).orElse(null),
                labelled,
                truthFile);
    }

    static Map<String, Object> figures(Certificate certificate) {
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("max_error", certificate.maxError());
        figures.put("status", status(certificate));
        reason(certificate).ifPresent(reason -> figures.put("reason", reason));
        point(certificate).ifPresent(point -> {
            figures.put("threshold", point.threshold());
            figures.put("coverage", Summary.rounded(point.coverage()));
        });
        return figures;
    }

    private static Optional<RiskCoverage.Point> point(Certificate certificate) {
        return certificate instanceof Certificate.Certified certified
                ? Optional.of(certified.point())
                : Optional.empty();
    }

    private static Optional<String> reason(Certificate certificate) {
        return certificate instanceof Certificate.Uncertified refused
                ? Optional.of(refused.reason())
                : Optional.empty();
    }

    private static String status(Certificate certificate) {
        return certificate instanceof Certificate.Certified ? "CERTIFIED" : "UNCERTIFIED";
    }
}
