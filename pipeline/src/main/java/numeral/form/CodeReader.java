package numeral.form;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.PlanarYUVLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import numeral.form.page.Affine;
import numeral.form.page.Box;
import numeral.form.page.Page;
import numeral.form.page.Raster;

/** Reads printed codes on one page that lies anyhow. */
final class CodeReader {
    /** As far as feeders shift a page and turn its corners. */
    private static final double ASTRAY_MM = 20;

    private static final double BESIDE_MM = 3;
    private static final double MOST_PX_PER_MM = 300 / 25.4;

    private final Page page;
    private final Map<Area, Optional<String>> astray = new HashMap<>();

    /** Forms often carry their codes in the same place. */
    private record Area(Symbology symbology, Box placeMm, double widthMm, double heightMm) {}

    CodeReader(Page page) {
        this.page = page;
    }

    /** The text of a code of that kind near its place, before the form has been found; with the page upright or turned by quarters. */
    Optional<String> astray(Template template, Identity.Code code) {
        Area area = new Area(code.symbology(), code.placeMm(), template.widthMm(), template.heightMm());
        return astray.computeIfAbsent(area, unread -> {
            for (Turn turn : Turn.values()) {
                double xPerMm = page.width() / turn.widthMm(template);
                double yPerMm = page.height() / turn.heightMm(template);
                if (!turn.mirrored() && Registrar.plausible(xPerMm / yPerMm)) {
                    Affine mmToPx = turn.map(template).then(Affine.scale(xPerMm, yPerMm));
                    Optional<String> text = read(code, mmToPx, ASTRAY_MM);
                    if (text.isPresent()) {
                        return text;
                    }
                }
            }
            return Optional.empty();
        });
    }

    /** The text of a code of that kind at its place on a form that has been found. */
    Optional<String> inPlace(Identity.Code code, PageWarp warp) {
        return read(code, warp.at(code.placeMm()), BESIDE_MM);
    }

    private Optional<String> read(Identity.Code code, Affine mmToPx, double marginMm) {
        double scale = Math.min(MOST_PX_PER_MM, Math.max(mmToPx.scaleAlong(1, 0), mmToPx.scaleAlong(0, 1)));
        Box place = code.placeMm();
        Affine windowToMm = Affine.scale(1 / scale, 1 / scale)
                .then(new Affine(1, 0, place.x() - marginMm, 0, 1, place.y() - marginMm));
        Raster window = page.warped(
                (int) Math.ceil((place.w() + 2 * marginMm) * scale),
                (int) Math.ceil((place.h() + 2 * marginMm) * scale),
                windowToMm.then(mmToPx));
        return decoded(window, code.symbology());
    }

    private static Optional<String> decoded(Raster window, Symbology symbology) {
        PlanarYUVLuminanceSource grey = new PlanarYUVLuminanceSource(
                window.grey(), window.width(), window.height(), 0, 0, window.width(), window.height(), false);
        Map<DecodeHintType, Object> hints =
                Map.of(DecodeHintType.POSSIBLE_FORMATS, List.of(symbology.format()), DecodeHintType.TRY_HARDER, true);
        try {
            return Optional.of(new MultiFormatReader()
                    .decode(new BinaryBitmap(new HybridBinarizer(grey)), hints)
                    .getText());
        } catch (NotFoundException | RuntimeException e) {
            // Its decoders let exceptions of all kinds through where a code is garbled.
            return Optional.empty();
        }
    }
}
