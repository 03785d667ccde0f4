package numeral.scan;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import javax.imageio.spi.IIORegistry;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.jbig2.JBIG2ImageReaderSpi;
import org.apache.pdfbox.pdmodel.graphics.color.PDColorSpace;
import org.apache.pdfbox.pdmodel.graphics.color.PDIndexed;
import org.apache.pdfbox.pdmodel.graphics.color.PDSeparation;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** An image inside a PDF. JPEG and Group 4 go to the decoders of plain files, which tell what is cut or damaged; PDFBox only fills it up. */
final class PdfImage {
    private static final int GROUP_4 = 4;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int STRIP_OFFSETS = 273;

    static {
        // Asked for by PDFBox, and not to be found by ImageIO under every class loader.
        IIORegistry.getDefaultInstance().registerServiceProvider(new JBIG2ImageReaderSpi());
    }

    private PdfImage() {}

    static PageImage decode(PDImageXObject image, ScanLimits limits, StopSignal stop, List<String> warnings)
            throws IOException, ScanFault {
        COSStream stream = image.getCOSObject();
        boolean asStored = stream.getDictionaryObject(COSName.DECODE) == null
                && stream.getDictionaryObject(COSName.MASK) == null
                && stream.getDictionaryObject(COSName.SMASK) == null;
        String filter = lastFilter(stream);
        if (filter.equals("JPXDecode")) {
            throw new ScanFault(ScanStatus.UNSUPPORTED, "JPEG 2000 in a PDF is not read");
        }
        if (asStored && filter.equals("DCTDecode") && image.getColorSpace().getNumberOfComponents() <= 3) {
            Document jpeg = JpegFile.read(bytes(image.createInputStream(List.of(filter)), limits));
            jpeg.header(0).check(limits);
            return jpeg.decode(0, stop, warnings);
        }
        if (asStored && stream.getFilters() instanceof COSName && isGroup4(stream)) {
            TiffDocument tiff = TiffDocument.read(asTiff(image, bytes(stream.createRawInputStream(), limits)), 1);
            return tiff.decode(0, stop, warnings);
        }
        if (asStored && isPlain(image) && !filter.equals("JBIG2Decode") && !filter.equals("CCITTFaxDecode")) {
            return plain(image);
        }
        return Grey.of(image.getImage());
    }

    private static String lastFilter(COSStream stream) {
        COSBase filters = stream.getFilters();
        if (filters instanceof COSArray several && several.size() > 0) {
            filters = several.getObject(several.size() - 1);
        }
        return filters instanceof COSName name ? name.getName() : "";
    }

    private static boolean isGroup4(COSStream stream) {
        return lastFilter(stream).equals("CCITTFaxDecode")
                && stream.getDictionaryObject(COSName.DECODE_PARMS) instanceof COSDictionary parameters
                && parameters.getInt(COSName.K, 0) < 0
                && !parameters.getBoolean(COSName.ENCODED_BYTE_ALIGN, false);
    }

    /** The fax data with the directory of a TIFF in front. */
    private static byte[] asTiff(PDImageXObject image, byte[] fax) {
        COSDictionary parameters = (COSDictionary) image.getCOSObject().getDictionaryObject(COSName.DECODE_PARMS);
        boolean inverted = parameters.getBoolean(COSName.BLACK_IS_1, false);
        int[][] fields = {
            {256, LONG, parameters.getInt(COSName.COLUMNS, 1728)},
            {257, LONG, image.getHeight()},
            {258, SHORT, 1},
            {259, SHORT, GROUP_4},
            {262, SHORT, inverted ? 1 : 0},
            {STRIP_OFFSETS, LONG, 0},
            {277, SHORT, 1},
            {278, LONG, image.getHeight()},
            {279, LONG, fax.length}
        };
        int start = 8 + 2 + 12 * fields.length + 4;
        ByteBuffer tiff = ByteBuffer.allocate(start + fax.length).order(ByteOrder.LITTLE_ENDIAN);
        tiff.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(8).putShort((short) fields.length);
        for (int[] field : fields) {
            tiff.putShort((short) field[0]).putShort((short) field[1]).putInt(1);
            tiff.putInt(field[0] == STRIP_OFFSETS ? start : field[2]);
        }
        return tiff.putInt(0).put(fax).array();
    }

    private static boolean isPlain(PDImageXObject image) throws IOException {
        PDColorSpace colors = image.getColorSpace();
        int channels = colors.getNumberOfComponents();
        int bits = image.getBitsPerComponent();
        return !(colors instanceof PDIndexed)
                && !(colors instanceof PDSeparation)
                && (channels == 1 && (bits == 1 || bits == 8) || channels == 3 && bits == 8);
    }

    /** Grey of 1 or 8 bits or colour of 24, by whatever lossless filters. */
    private static PageImage plain(PDImageXObject image) throws IOException, ScanFault {
        int width = image.getWidth();
        int height = image.getHeight();
        int channels = image.getColorSpace().getNumberOfComponents();
        int bits = image.getBitsPerComponent();
        int rowBytes = (width * channels * bits + 7) / 8;
        byte[] samples;
        try (InputStream in = image.createInputStream()) {
            samples = in.readNBytes(Math.multiplyExact(rowBytes, height));
        }
        if (samples.length < rowBytes * height) {
            throw new ScanFault(
                    ScanStatus.TRUNCATED,
                    "the image in the PDF ends or breaks after " + samples.length + " of " + rowBytes * height
                            + " bytes");
        }
        if (bits == 8 && channels == 1) {
            return new PageImage(width, height, samples);
        }
        return bits == 1 ? Grey.ofBits(samples, 0, rowBytes, width, height, 0) : Grey.ofRgb(samples, width, height);
    }

    private static byte[] bytes(InputStream stream, ScanLimits limits) throws IOException, ScanFault {
        try (InputStream in = stream) {
            return EntryBytes.read(in, limits);
        }
    }
}
