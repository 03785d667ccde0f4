package numeral.ingest;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import numeral.ingest.Outcome.Reason;

/** One line {@code label,pixel0,...,pixel783} of whole numbers. */
final class CsvRow {
    private static final int SIDE = 28;
    private static final int PIXELS = SIDE * SIDE;

    private CsvRow() {}

    /** What is wrong with the first line of the file, if anything. */
    static Optional<String> checkHeader(String line) {
        if (line.isEmpty()) {
            return Optional.of("header: expected label,pixel0,...,pixel783, found an empty first line or file");
        }
        String[] names = line.replaceFirst("^\ufeff", "").split(",", -1);
        for (int column = 0; column < Math.min(names.length, 1 + PIXELS); column++) {
            String expected = column == 0 ? "label" : "pixel" + (column - 1);
            if (!names[column].strip().equals(expected)) {
                return Optional.of("header, column " + column + ": expected " + expected + ", found '"
                        + shortened(names[column]) + "'");
            }
        }
        return names.length == 1 + PIXELS
                ? Optional.empty()
                : Optional.of("header: expected 785 columns, found " + names.length);
    }

    /** @param normalise whether the digit is cut out and normalised */
    static Outcome parse(String source, long index, String line, boolean normalise) {
        String[] values = line.split(",", -1);
        if (values.length != 1 + PIXELS) {
            return refuse(source, index, Reason.COLUMN_COUNT, "columns: expected 785, found " + values.length, line);
        }
        int label = number(values[0]);
        if (label < 0 || label > 9) {
            String detail = "label: expected 0 to 9, found '" + shortened(values[0]) + "'";
            return refuse(source, index, Reason.LABEL_RANGE, detail, line);
        }
        byte[] image = new byte[PIXELS];
        for (int i = 0; i < PIXELS; i++) {
            int value = number(values[1 + i]);
            if (value < 0 || value > 255) {
                String detail = "pixel" + i + ": expected 0 to 255, found '" + shortened(values[1 + i]) + "'";
                return refuse(source, index, Reason.PIXEL_RANGE, detail, line);
            }
            image[i] = (byte) value;
        }
        try {
            byte[] digit = normalise ? DigitImages.normalised(SIDE, SIDE, image) : image;
            return new Outcome.Digit(source, index, digit, label, null);
        } catch (UnusableImage e) {
            return refuse(source, index, e.reason(), e.getMessage(), line);
        }
    }

    private static Outcome refuse(String source, long index, Reason reason, String detail, String line) {
        return Outcome.Refused.of(source, index, reason, detail, line.getBytes(StandardCharsets.UTF_8));
    }

    /** Zero to 999, or -1 for anything else. */
    private static int number(String text) {
        String digits = text.strip();
        if (digits.isEmpty() || digits.length() > 3) {
            return -1;
        }
        int number = 0;
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (c < '0' || c > '9') {
                return -1;
            }
            number = 10 * number + c - '0';
        }
        return number;
    }

    private static String shortened(String text) {
        return text.length() <= 20 ? text : text.substring(0, 20) + "...";
    }
}
