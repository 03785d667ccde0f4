package numeral.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class ReviewTaskTest {
    private static final byte[] PNG = {1, 2, 3};

    private static ReviewTask task(boolean audit) {
        return new ReviewTask(
                "r",
                "a.zip!/b.tif#0",
                "amount",
                4,
                audit,
                "1234",
                audit ? List.of() : List.of("confidence is low"),
                PNG);
    }

    private static JsonNode json(TaskFormat format, ReviewTask task) throws IOException {
        return new ObjectMapper().readTree(format.json(task));
    }

    @Test
    void aLineTellsWhatIsAsked() throws IOException {
        JsonNode json = json(TaskFormat.JSONL, task(false));

        assertThat(json.get("task").asText())
                .matches("[0-9a-f]{16}")
                .isEqualTo(ReviewTask.id("r", "a.zip!/b.tif#0", "amount"));
        assertThat(json.get("image").asText())
                .isEqualTo("images/" + json.get("task").asText() + ".png");
        assertThat(json.get("read").asText()).isEqualTo("1234");
        assertThat(json.get("reasons").get(0).asText()).isEqualTo("confidence is low");
        assertThat(json.get("length").asInt()).isEqualTo(4);
    }

    @Test
    void anAuditDoesNotTellWhatWasRead() throws IOException {
        assertThat(json(TaskFormat.JSONL, task(true)).has("read")).isFalse();
        assertThat(json(TaskFormat.JSONL, task(true)).get("audit").asBoolean()).isTrue();
        assertThat(json(TaskFormat.LABEL_STUDIO, task(true)).has("predictions")).isFalse();
    }

    @Test
    void labelStudioGetsThePictureAndAProposal() throws IOException {
        JsonNode json = json(TaskFormat.LABEL_STUDIO, task(false));

        assertThat(json.at("/data/image").asText()).isEqualTo("data:image/png;base64,AQID");
        assertThat(json.at("/predictions/0/result/0/value/text/0").asText()).isEqualTo("1234");
    }

    @Test
    void thePictureShowsTheDigitsWhereTheyStand() throws IOException {
        byte[] image = new byte[784];
        for (int y = 4; y < 24; y++) {
            image[y * 28 + 13] = (byte) 255;
            image[y * 28 + 14] = (byte) 255;
        }

        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(FieldPicture.png(
                100, 50, 20, 8, List.of(new FieldPicture.Digit(image, new double[] {110, 52, 0.5, 4})))));

        assertThat(picture.getWidth()).isEqualTo(20 * 8 + 16);
        assertThat(picture.getHeight()).isEqualTo(8 * 8 + 16);
        assertThat(picture.getRaster().getSample(8 + 81, 8 + 32, 0)).isZero();
        assertThat(picture.getRaster().getSample(8 + 60, 8 + 32, 0)).isEqualTo(255);
        assertThat(picture.getRaster().getSample(8 + 81, 8 + 8, 0)).isEqualTo(255);
    }

    @Test
    void refusesADigitThatIsNone() {
        assertThatThrownBy(() -> new FieldPicture.Digit(new byte[3], new double[4]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("digit with 3 bytes and 4 coordinates: expected 784 and 4");
    }
}
