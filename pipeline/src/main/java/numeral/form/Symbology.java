package numeral.form;

import com.google.zxing.BarcodeFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Kinds of printed codes. */
public enum Symbology {
    QR(BarcodeFormat.QR_CODE),
    DATAMATRIX(BarcodeFormat.DATA_MATRIX),
    AZTEC(BarcodeFormat.AZTEC),
    PDF417(BarcodeFormat.PDF_417),
    CODE128(BarcodeFormat.CODE_128),
    CODE39(BarcodeFormat.CODE_39),
    EAN13(BarcodeFormat.EAN_13),
    EAN8(BarcodeFormat.EAN_8),
    ITF(BarcodeFormat.ITF);

    private final BarcodeFormat format;

    Symbology(BarcodeFormat format) {
        this.format = format;
    }

    /** What ZXing calls it. */
    public BarcodeFormat format() {
        return format;
    }

    /** The one of that name in lower case. */
    static Optional<Symbology> of(String name) {
        return Arrays.stream(values())
                .filter(symbology -> symbology.toString().equals(name))
                .findFirst();
    }

    static String names() {
        return Arrays.stream(values()).map(Symbology::toString).collect(Collectors.joining(", "));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
