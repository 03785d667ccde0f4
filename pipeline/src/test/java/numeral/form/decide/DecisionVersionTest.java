package numeral.form.decide;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import numeral.form.FieldSpec;
import numeral.form.FieldState;
import numeral.form.Form;
import numeral.form.Layout;
import numeral.form.page.Box;
import org.junit.jupiter.api.Test;

/** What the rules make of three hundred pages of chance, so that nobody changes them without telling those who scored before. */
class DecisionVersionTest {
    private static final String VERSION_AND_DIGEST = "2 5114dfc0944f";

    private static final DecisionSettings SETTINGS = new DecisionSettings(0.85, 0.95, 1.6, 0.3, 0.4, 1.25);
    private static final Form FORM = Form.parse(
            """
            {"name": "order", "page": {"width_mm": 100, "height_mm": 100},
             "registration": {"marks": [{"x_mm": 5, "y_mm": 5, "size_mm": 4}, {"x_mm": 95, "y_mm": 5, "size_mm": 4},
               {"x_mm": 5, "y_mm": 95, "size_mm": 4}]},
             "fields": [
               {"name": "customer", "type": "cells", "x_mm": 10, "y_mm": 10, "cell_w_mm": 6, "cell_h_mm": 8, "pitch_mm": 7, "length": 5,
                "checks": [{"type": "luhn"}]},
               {"name": "phone", "type": "cells", "x_mm": 10, "y_mm": 20, "cell_w_mm": 6, "cell_h_mm": 8, "pitch_mm": 7, "length": 6},
               {"name": "net", "type": "cells", "x_mm": 10, "y_mm": 30, "cell_w_mm": 6, "cell_h_mm": 8, "pitch_mm": 7, "length": 3},
               {"name": "vat", "type": "cells", "x_mm": 10, "y_mm": 40, "cell_w_mm": 6, "cell_h_mm": 8, "pitch_mm": 7, "length": 3},
               {"name": "gross", "type": "cells", "x_mm": 10, "y_mm": 50, "cell_w_mm": 6, "cell_h_mm": 8, "pitch_mm": 7, "length": 3}],
             "checks": [{"sum": ["net", "vat"], "equals": "gross"}]}
            """);

    @Test
    void isRaisedWithTheRules() throws GeneralSecurityException {
        SplittableRandom random = new SplittableRandom(1);
        PageDecoder decoder = new PageDecoder(FORM, SETTINGS);
        StringBuilder readings = new StringBuilder();
        for (int page = 0; page < 300; page++) {
            for (FieldReading reading : decoder.decode(page(random))) {
                readings.append(String.format(
                        Locale.ROOT,
                        "%s %s %.3f %s%n",
                        reading.value(),
                        reading.decision(),
                        reading.confidence(),
                        reading.checks()));
            }
        }

        byte[] digest =
                MessageDigest.getInstance("SHA-256").digest(readings.toString().getBytes(StandardCharsets.UTF_8));
        assertThat(PageDecoder.VERSION + " " + HexFormat.of().formatHex(digest, 0, 6))
                .as("what the rules come to has changed: raise PageDecoder.VERSION, then set both here")
                .isEqualTo(VERSION_AND_DIGEST);
    }

    private static List<ScoredField> page(SplittableRandom random) {
        int net = random.nextInt(500);
        int vat = random.nextInt(500);
        int customer = random.nextInt(1000) * 10;
        while (!CheckVerdict.holds(FORM.field("customer").checks(), digits(customer, 5))) {
            customer++;
        }
        return List.of(
                field(random, "customer", digits(customer, 5)),
                field(random, "phone", digits(random.nextInt(1_000_000), 6)),
                field(random, "net", digits(net, 3)),
                field(random, "vat", digits(vat, 3)),
                field(random, "gross", digits(net + vat, 3)));
    }

    private static String digits(int value, int length) {
        return String.format(Locale.ROOT, "%0" + length + "d", value);
    }

    /** One digit of six is in doubt, with another one that is a little less or more probable. */
    private static ScoredField field(SplittableRandom random, String name, String written) {
        FieldSpec field = FORM.field(name);
        List<ScoredCrop> crops = new ArrayList<>();
        for (int i = 0; i < written.length(); i++) {
            int digit = written.charAt(i) - '0';
            float[] logits = new float[DigitLattice.DIGITS];
            for (int d = 0; d < logits.length; d++) {
                logits[d] = (float) random.nextDouble(-4, 0);
            }
            logits[digit] = (float) random.nextDouble(6, 12);
            if (random.nextInt(6) == 0) {
                logits[(digit * 7) % 10] = logits[digit] - (float) random.nextDouble(-1, 6);
            }
            Box cell = ((Layout.Cells) field.layout()).cellMm(i);
            Box ink = new Box(cell.x() + 1, cell.y() + 1, cell.w() - 2, cell.h() - 2);
            crops.add(new ScoredCrop(i, i + 1, 0, 2, 0, ink, logits));
        }
        return new ScoredField(name, written.length(), FieldState.FILLED, List.of(), crops);
    }
}
