package numeral.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page that takes its executor with it, amid others: a cluster whose only executor has little memory and exits where that ends. */
class KillingPageIT {
    private static final int SIDE = 9000;
    private static final int BYTES_A_PIXEL = 8;
    private static final int SOUND_PAGES = 6;

    @TempDir
    Path directory;

    @Test
    void thePageIsMarkedAndTheOthersAreRead() throws Exception {
        Path pages = directory.resolve("forms/archives");
        String template = Cli.home().resolve("conf/templates/synthetic.json").toString();
        Cli.quick(directory)
                .summaryOf(
                        "synth",
                        "forms",
                        "--out",
                        "forms",
                        "--suite",
                        "clean",
                        "--template",
                        template,
                        "--pages",
                        "" + SOUND_PAGES);
        Files.write(pages.resolve("huge.png"), hugePng());

        JsonNode read = new Cli(
                        directory,
                        Cli.submitting("--master local-cluster[1,1,512] --conf spark.executor.memory=512m"
                                + " --conf spark.executor.extraJavaOptions=-XX:+ExitOnOutOfMemoryError"
                                + " --conf spark.ui.enabled=false --conf spark.driver.host=127.0.0.1"))
                .summaryOf(
                        "extract",
                        "--template",
                        template,
                        "--input",
                        pages.toString(),
                        "--run",
                        "killing",
                        "-D",
                        "numeral.scan.max-failed-share=0.5");

        assertThat(read.get("items").asInt()).isEqualTo(SOUND_PAGES + 1);
        assertThat(read.get("by_status").get("OK").asInt()).isEqualTo(SOUND_PAGES);
        assertThat(read.get("by_status").get("INTERNAL_ERROR").asInt()).isEqualTo(1);
    }

    /** 64 bits a pixel, 648 MB unpacked, some 650 KB here. */
    private static byte[] hugePng() throws IOException {
        ByteArrayOutputStream header = new ByteArrayOutputStream();
        DataOutputStream fields = new DataOutputStream(header);
        fields.writeInt(SIDE);
        fields.writeInt(SIDE);
        // 16 bits a sample, colours with transparency, deflated, usual filters, not interlaced
        fields.write(new byte[] {16, 6, 0, 0, 0});
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream rows = new DeflaterOutputStream(packed)) {
            byte[] row = new byte[1 + SIDE * BYTES_A_PIXEL];
            for (int y = 0; y < SIDE; y++) {
                rows.write(row);
            }
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(png);
        out.writeLong(0x89504E470D0A1A0AL);
        chunk(out, "IHDR", header.toByteArray());
        chunk(out, "IDAT", packed.toByteArray());
        chunk(out, "IEND", new byte[0]);
        return png.toByteArray();
    }

    private static void chunk(DataOutputStream out, String type, byte[] data) throws IOException {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        List.of(name, data).forEach(crc::update);
        out.writeInt(data.length);
        out.write(name);
        out.write(data);
        out.writeInt((int) crc.getValue());
    }
}
