package numeral.synth;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * CSV of every item that an inventory of the archives has to find: {@code archive,entry,page,expected,what}. Pages count from 0;
 * {@code expected} names a status, or several with bars between, in any of which the item may rightly end.
 */
final class ItemsFile implements Closeable {
    private final BufferedWriter out;
    private long rows;

    ItemsFile(OutputStream stream) throws IOException {
        out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
        out.write("archive,entry,page,expected,what\n");
    }

    void add(String archive, List<ExpectedItem> items) throws IOException {
        for (ExpectedItem item : items) {
            String expected = item.expected().stream().map(Enum::name).collect(Collectors.joining("|"));
            out.write(String.join(",", archive, item.entry(), Integer.toString(item.page()), expected, item.what()));
            out.write('\n');
            rows++;
        }
    }

    long rows() {
        return rows;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
