package numeral.synth;

import static numeral.scan.ScanStatus.CORRUPT_ENTRY;
import static numeral.scan.ScanStatus.TRUNCATED;
import static numeral.scan.ScanStatus.UNSUPPORTED;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import numeral.scan.ScanStatus;

/** Damage to a whole file, after which none of its pages can be read. */
enum Spoiling {
    NONE,
    ZERO_BYTES(CORRUPT_ENTRY) {
        @Override
        byte[] apply(byte[] document, SplittableRandom random) {
            return new byte[0];
        }
    },
    /** Ends before the first picture does. */
    CUT_SHORT(TRUNCATED, CORRUPT_ENTRY) {
        @Override
        byte[] apply(byte[] document, SplittableRandom random) {
            return Arrays.copyOf(document, random.nextInt(64, 256));
        }
    },
    NOISE(CORRUPT_ENTRY, UNSUPPORTED) {
        @Override
        byte[] apply(byte[] document, SplittableRandom random) {
            byte[] noise = new byte[4096];
            random.nextBytes(noise);
            // no magic number of any format begins so
            noise[0] = 0x01;
            return noise;
        }
    };

    private final List<ScanStatus> expected;

    Spoiling(ScanStatus... expected) {
        this.expected = List.of(expected);
    }

    /** Statuses in which the file may rightly end. */
    List<ScanStatus> expected() {
        return expected;
    }

    byte[] apply(byte[] document, SplittableRandom random) {
        return document;
    }

    static Spoiling draw(double share, SplittableRandom random) {
        return random.nextDouble() < share ? values()[1 + random.nextInt(values().length - 1)] : NONE;
    }
}
