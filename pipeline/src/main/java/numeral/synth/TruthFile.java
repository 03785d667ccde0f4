package numeral.synth;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * CSV of what was written on every page: {@code archive,entry,page,field,value,state}. No value needs quotes. Pages count from 0
 * within their entry; state is FILLED, BLANK (no value), CROSSED_OUT (the value that was crossed out), OVERWRITTEN (the value that was meant) or CUT_OFF.
 */
final class TruthFile implements Closeable {
    private final BufferedWriter out;
    private long rows;

    TruthFile(OutputStream stream) throws IOException {
        out = new BufferedWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8));
        out.write("archive,entry,page,field,value,state\n");
    }

    void add(String archive, String entry, int page, List<FilledField> fields) throws IOException {
        for (FilledField field : fields) {
            out.write(String.join(
                    ",",
                    archive,
                    entry,
                    Integer.toString(page),
                    field.spec().name(),
                    field.value(),
                    field.state().name()));
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
