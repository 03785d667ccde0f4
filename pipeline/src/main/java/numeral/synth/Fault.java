package numeral.synth;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Something that goes wrong with archives, files or pages. Each one makes an archive of its own, around sound pages. */
public enum Fault {
    ZIP_CUT_SHORT(ZipFaults::cutShort),
    ZIP_BIT_ROT(ZipFaults::bitRot),
    ZIP_ENCRYPTED(ZipFaults::encrypted),
    ZIP_BOMB(ZipFaults::bomb),
    ZIP_OF_70000(ZipFaults::manyEntries),
    ZIP_SAME_NAMES(ZipFaults::sameNames),
    ZIP_IN_ZIP(ZipFaults::nested),
    ZIP_TOO_DEEP(ZipFaults::tooDeep),
    NO_ARCHIVE(ZipFaults::noArchive),
    UNSAFE_PATHS(ZipFaults::unsafePaths),
    JUNK(ZipFaults::junk),
    TAR_CUT_SHORT(TarFaults::cutShort),
    TAR_TRAILING_GARBAGE(TarFaults::trailingGarbage),
    TAR_SEVERAL_MEMBERS(TarFaults::severalMembers),
    DUPLICATE(FileFaults::duplicate),
    ZERO_BYTES(FileFaults::zeroBytes),
    CUT_SHORT(FileFaults::cutShort),
    LYING_EXTENSION(FileFaults::lyingExtension),
    UNSUPPORTED(FileFaults::unsupported),
    PIXEL_BOMB(FileFaults::pixelBomb),
    TIFF_LOOP(TiffFaults::loop),
    TIFF_OF_100000(TiffFaults::manyPages),
    PDF_ENCRYPTED(PdfFaults::encrypted),
    PDF_SLOW(PdfFaults::slow),
    ROTATED_90((fault, samples) -> page(fault, samples, Mishap.ROTATED_90)),
    ROTATED_180((fault, samples) -> page(fault, samples, Mishap.ROTATED_180)),
    ROTATED_270((fault, samples) -> page(fault, samples, Mishap.ROTATED_270)),
    MIRRORED((fault, samples) -> page(fault, samples, Mishap.MIRRORED)),
    HEAVY_SKEW((fault, samples) -> page(fault, samples, Mishap.HEAVY_SKEW)),
    CUT_PAGE((fault, samples) -> page(fault, samples, Mishap.CUT)),
    SEPARATOR((fault, samples) -> page(fault, samples, Mishap.SEPARATOR)),
    BACK((fault, samples) -> page(fault, samples, Mishap.BACK)),
    OTHER_FORM((fault, samples) -> page(fault, samples, Mishap.OTHER_FORM));

    private final Maker maker;

    private interface Maker {
        FaultyArchive make(FaultyArchive archive, Samples samples) throws IOException;
    }

    Fault(Maker maker) {
        this.maker = maker;
    }

    /**
     * The faults of a list of names with commas between, {@code zip-bomb} and the like; {@code all} for every one; none for no text.
     *
     * @throws IllegalArgumentException naming those that do not exist
     */
    public static List<Fault> parse(String names) {
        if (names.equals("all")) {
            return List.of(values());
        }
        return Arrays.stream(names.split(",", -1))
                .filter(name -> !name.isEmpty())
                .map(Fault::of)
                .toList();
    }

    private static Fault of(String name) {
        return Arrays.stream(values())
                .filter(fault -> fault.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("fault: expected all or some of "
                        + Arrays.stream(values()).map(Fault::toString).collect(Collectors.joining(", ")) + ", found '"
                        + name + "'"));
    }

    FaultyArchive make(Samples samples) throws IOException {
        return maker.make(new FaultyArchive(this), samples);
    }

    private static FaultyArchive page(FaultyArchive archive, Samples samples, Mishap mishap) {
        return archive.add(samples.page("before.tif", PageFormat.TIFF_G4))
                .add(samples.page("page.png", mishap))
                .add(samples.page("after.tif", PageFormat.TIFF_G4));
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
