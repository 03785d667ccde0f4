package numeral.synth;

import com.google.zxing.EncodeHintType;
import com.google.zxing.MultiFormatWriter;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import numeral.form.Identity;
import numeral.form.Template;
import numeral.form.page.Box;

/** The modules of a form's barcode or QR code. */
final class PrintedCode {
    private final BitMatrix modules;
    private final Box placeMm;

    /** @throws IllegalArgumentException where the code cannot be printed: its value is no plain text, or not one of its kind */
    PrintedCode(Template template, Identity.Code code) {
        String text = code.value().pattern();
        placeMm = code.placeMm();
        if (!code.value().matcher(text).matches()) {
            throw new IllegalArgumentException("template " + template.name()
                    + ": expected a code whose value is a plain text that can be printed, found " + text);
        }
        try {
            modules = new MultiFormatWriter()
                    .encode(text, code.symbology().format(), 1, 1, Map.of(EncodeHintType.MARGIN, 0));
        } catch (WriterException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "template " + template.name() + ": " + text + " is no " + code.symbology() + ": " + e.getMessage(),
                    e);
        }
    }

    /** Dark bars in template millimetres, along rows and along columns, so that no seams show between modules. */
    List<Box> bars() {
        double w = placeMm.w() / modules.getWidth();
        double h = placeMm.h() / modules.getHeight();
        List<Box> bars = new ArrayList<>();
        for (int y = 0; y < modules.getHeight(); y++) {
            for (int x = 0; x < modules.getWidth(); x++) {
                if (starts(x, y, x - 1, y)) {
                    int end = x;
                    while (dark(end, y)) {
                        end++;
                    }
                    bars.add(new Box(placeMm.x() + x * w, placeMm.y() + y * h, (end - x) * w, h));
                }
                if (starts(x, y, x, y - 1)) {
                    int end = y;
                    while (dark(x, end)) {
                        end++;
                    }
                    bars.add(new Box(placeMm.x() + x * w, placeMm.y() + y * h, w, (end - y) * h));
                }
            }
        }
        return bars;
    }

    private boolean starts(int x, int y, int beforeX, int beforeY) {
        return dark(x, y) && !dark(beforeX, beforeY);
    }

    private boolean dark(int x, int y) {
        return x >= 0 && y >= 0 && x < modules.getWidth() && y < modules.getHeight() && modules.get(x, y);
    }
}
