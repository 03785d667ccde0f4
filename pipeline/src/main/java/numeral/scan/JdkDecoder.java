package numeral.scan;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
import javax.imageio.ImageReader;
import javax.imageio.event.IIOReadWarningListener;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;

/** The JDK's own image readers, whatever other plug-ins lie on the class path; looked up once, one reader per page. */
final class JdkDecoder {
    static final JdkDecoder PNG = new JdkDecoder("png");
    static final JdkDecoder JPEG = new JdkDecoder("jpeg");
    static final JdkDecoder BMP = new JdkDecoder("bmp");
    static final JdkDecoder TIFF = new JdkDecoder("tiff");

    private final ImageReaderSpi plugin;

    private JdkDecoder(String format) {
        this.plugin = plugin(format);
    }

    private static ImageReaderSpi plugin(String format) {
        Module jdk = ImageReader.class.getModule();
        Iterator<ImageReaderSpi> own = IIORegistry.getDefaultInstance()
                .getServiceProviders(
                        ImageReaderSpi.class,
                        spi -> spi.getClass().getModule() == jdk
                                && List.of(((ImageReaderSpi) spi).getFormatNames())
                                        .contains(format),
                        false);
        return own.next();
    }

    /** What to do with a reader that stands before its image. */
    @FunctionalInterface
    interface Use<T> {
        T apply(ImageReader reader) throws IOException;
    }

    /** Runs one reader over the bytes and disposes of it. */
    <T> T read(byte[] bytes, StopSignal stop, Consumer<String> warnings, Use<T> use) throws IOException {
        ImageReader reader = plugin.createReaderInstance();
        try (ByteArrayImageInput in = new ByteArrayImageInput(bytes, stop)) {
            IIOReadWarningListener listener = (source, warning) -> warnings.accept(warning);
            reader.addIIOReadWarningListener(listener);
            reader.setInput(in, false, true);
            return use.apply(reader);
        } finally {
            reader.dispose();
        }
    }
}
