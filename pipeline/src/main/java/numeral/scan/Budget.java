package numeral.scan;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** What may still be unpacked from one outermost archive; archives nested in it draw on the same budget. */
final class Budget {
    private final ScanLimits limits;
    private long bytes;
    private long entries;

    Budget(ScanLimits limits) {
        this.limits = limits;
    }

    /** The archive holds more than it may; a checked exception of its own, so that it is not mistaken for damage. */
    static final class Exceeded extends IOException {
        private static final long serialVersionUID = 1L;

        Exceeded(String message) {
            super(message);
        }
    }

    void countEntry() throws Exceeded {
        entries++;
        if (entries > limits.maxArchiveEntries()) {
            throw new Exceeded("more than " + limits.maxArchiveEntries() + " entries");
        }
    }

    private void countBytes(long n) throws Exceeded {
        bytes += n;
        if (bytes > limits.maxArchiveBytes()) {
            throw new Exceeded("more than " + limits.maxArchiveBytes() + " bytes unpacked");
        }
    }

    /** A stream of unpacked bytes, counted as they are really read. */
    InputStream counted(InputStream in) {
        return new FilterInputStream(in) {
            @Override
            public int read() throws IOException {
                int b = super.read();
                if (b >= 0) {
                    countBytes(1);
                }
                return b;
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                int n = super.read(target, offset, length);
                if (n > 0) {
                    countBytes(n);
                }
                return n;
            }

            @Override
            public long skip(long wanted) throws IOException {
                long n = super.skip(wanted);
                countBytes(n);
                return n;
            }

            @Override
            public boolean markSupported() {
                return false;
            }
        };
    }
}
