package numeral.report;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import numeral.report.ReportData.Box;
import numeral.report.ReportData.DecisionCount;
import numeral.report.ReportData.Digit;
import numeral.report.ReportData.Epoch;
import numeral.report.ReportData.Field;
import numeral.report.ReportData.Metric;
import numeral.report.ReportData.Model;
import numeral.report.ReportData.Page;
import numeral.report.ReportData.Prediction;
import numeral.report.ReportData.Split;
import numeral.report.ReportData.StatusCount;

/** Made-up data for a small report. */
final class SampleReport {
    private SampleReport() {}

    static ReportData full(String title, Page page) {
        return new ReportData(
                title,
                List.of(new Split("made-up", "train", 54_321)),
                List.of(new Digit(3, digit()), new Digit(3, digit()), new Digit(8, digit())),
                List.of(
                        new Epoch(1, 900, 0.5, 0.85, 0.4, 0.88, 0.001, 1234.4),
                        new Epoch(2, 900, 0.25, 0.92, 0.3, 0.91, 0.0005, 1300)),
                List.of(
                        new Metric("accuracy", "all", 0.9123, 1000),
                        new Metric("accuracy_lower", "all", 0.8931, 1000),
                        new Metric("accuracy_upper", "all", 0.9291, 1000),
                        new Metric("f1", "macro", 0.9087, 1000),
                        new Metric("recall", "4", 0.8765, 98),
                        new Metric("confusion", "4>4", 85, 98),
                        new Metric("confusion", "4>9", 13, 98),
                        new Metric("risk", "coverage>=0.9", 0.02, 900),
                        new Metric("risk_upper", "coverage>=0.9", 0.03, 900),
                        new Metric("risk", "coverage>=1.0", 0.0877, 1000),
                        new Metric("risk_upper", "coverage>=1.0", 0.1, 1000),
                        new Metric("robustness", "all", 0.7345, 500),
                        new Metric("robust_accuracy", "clean", 0.9134, 500),
                        new Metric("robust_accuracy", "noise/1", 0.8123, 500),
                        new Metric("robust_accuracy", "noise/2", 0.6567, 500)),
                List.of(new Prediction(4, 9, 0.6789, digit())),
                List.of(new Prediction(7, 7, 0.9991, digit())),
                List.of(new StatusCount("OK", 3), new StatusCount("TRUNCATED", 1)),
                List.of(new DecisionCount("amount", "ACCEPT", 3), new DecisionCount("amount", "REVIEW", 1)),
                List.of(page),
                List.of(new Model(
                        "cnn-7",
                        "cnn",
                        "ab".repeat(32),
                        List.of("cnn-6"),
                        "{\"seed\": 42}",
                        "REFUSED",
                        List.of("Too weak."))));
    }

    static ReportData empty() {
        return new ReportData(
                "Nothing yet",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    /** A white page of 200 by 100 pixels, shown at half its size, with one field. */
    static Page page(String key, Field field) {
        return new Page(key, "OK", 200, 100, whitePng(100, 50), List.of(field));
    }

    static Field field(Box box, String value, boolean sensitive) {
        return new Field("amount", box, value, 0.75, "REVIEW", List.of("digit 2 is unsure"), sensitive);
    }

    static byte[] digit() {
        var digit = new byte[784];
        digit[14 * 28 + 14] = (byte) 255;
        return digit;
    }

    private static byte[] whitePng(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        var graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.dispose();
        return Picture.encode(image);
    }
}
