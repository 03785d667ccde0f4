package numeral.synth;

import java.util.List;
import numeral.form.page.Box;

/** One scanned page and what is written on it. */
record FormPage(Scan scan, PageTruth truth) {

    FormPage with(Scan changed) {
        return new FormPage(changed, truth);
    }

    /** The rows above {@code height}, with those fields that end above it. */
    FormPage cut(int height, Placement placement) {
        // the placement knows square pixels alone
        double squareHeight =
                (double) height * scan.resolution().x() / scan.resolution().y();
        List<FilledField> left = truth.fields().stream()
                .map(field -> bottomPx(field.spec().boxMm(), placement) < squareHeight ? field : field.cutOff())
                .toList();
        return new FormPage(scan.cut(height), new PageTruth(truth.mishap(), left));
    }

    private static double bottomPx(Box box, Placement placement) {
        double bottom = box.y() + box.h();
        return Math.max(placement.yPx(box.x(), bottom), placement.yPx(box.x() + box.w(), bottom));
    }
}
