package numeral.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import numeral.InputRefused;
import org.apache.spark.resource.ResourceInformation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Up to the door behind which a GPU would be. */
class GpuTest {
    private static final Gpu A10 = new Gpu(1, "NVIDIA A10", new ComputeCapability(8, 6));

    @TempDir
    Path directory;

    @ParameterizedTest
    @CsvSource({
        "3.7, 3.7",
        "5.2, 5.2",
        "6.0, 6.0",
        "7.0, 7.0",
        "7.2, 7.0",
        "7.5, 7.5",
        "8.0, 8.0",
        "8.6, 8.6",
        "8.9, 8.6"
    })
    void runsTheNewestCodeOfItsOwnMajorVersion(String capability, String code) {
        assertThat(ComputeCapability.parse(capability).code()).contains(ComputeCapability.parse(code));
        assertThat(new Gpu(0, "any", ComputeCapability.parse(capability)).refusal())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.1", "3.0", "3.5", "9.0", "10.0", "12.0"})
    void refusesAGpuWithoutCodeInOneSentence(String capability) {
        Preflight preflight = Preflight.of(new Gpu(2, "NVIDIA H200", ComputeCapability.parse(capability)));

        assertThat(preflight.device()).isEqualTo("GPU 2, NVIDIA H200, compute capability " + capability);
        assertThat(preflight.problems())
                .containsExactly(
                        "GPU 2, NVIDIA H200, compute capability " + capability + " cannot run networks, because"
                                + " nd4j-cuda-11.6 holds machine code for 3.7, 5.0, 5.2, 6.0, 6.1, 7.0, 7.5, 8.0, 8.6 and none that"
                                + " could be compiled for another: use a GPU of these or of 8.9, or the CPU build");
    }

    @Test
    void readsWhatNvidiaSmiLists() throws IOException {
        String smi = script("echo '0, Tesla K80, 3.7'; echo '1, NVIDIA A10, 8.6'");

        assertThat(NvidiaSmi.list(smi)).containsExactly(new Gpu(0, "Tesla K80", new ComputeCapability(3, 7)), A10);
    }

    @Test
    void tellsWhatNvidiaSmiSaidWhereItFails() throws IOException {
        String smi = script("echo 'NVIDIA-SMI has failed because it could not reach the driver'; exit 9");

        assertThatThrownBy(() -> NvidiaSmi.list(smi))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("ended with 9 and 'NVIDIA-SMI has failed because");
        assertThatThrownBy(() -> NvidiaSmi.list("no-such-nvidia-smi"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("no-such-nvidia-smi");
        assertThatThrownBy(() -> NvidiaSmi.list(script("echo 'Field \"compute_cap\" is not valid'")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("expected a form like '0, NVIDIA A10, 8.6'");
    }

    @Test
    void theDiscoveryScriptListsTheGpusForSpark() throws Exception {
        Path smi = Path.of(script("echo 0; echo 1"));
        Files.move(smi, smi.resolveSibling("nvidia-smi"));
        ProcessBuilder script = new ProcessBuilder("../conf/spark/gpu-discovery.sh");
        script.environment().merge("PATH", directory + ":", (path, first) -> first + path);
        Process process = script.start();

        String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).isZero();
        assertThat(ResourceInformation.parseJson(answer))
                .isEqualTo(gpus("0", "1").get("gpu"));
    }

    @Test
    void theDeviceIsTheOneAmongTheResourcesOfTheTask() {
        assertThat(Device.index(gpus("3"))).isEqualTo(3);
        assertThat(Device.index(Map.of())).isZero();
        assertThatThrownBy(() -> Device.index(gpus("0", "1")))
                .isInstanceOf(InputRefused.class)
                .hasMessageContaining("task has the GPUs '0, 1'")
                .hasMessageContaining("spark.task.resource.gpu.amount=1");
    }

    @Test
    void aDeviceThatIsNotThereIsRefused() {
        assertThat(Device.find(1, List.of(A10))).isEqualTo(A10);
        assertThatThrownBy(() -> Device.find(0, List.of(A10)))
                .isInstanceOf(InputRefused.class)
                .hasMessageContaining("GPU 0 was given to the task, but nvidia-smi lists [GPU 1, NVIDIA A10");
    }

    private static Map<String, ResourceInformation> gpus(String... addresses) {
        return Map.of("gpu", new ResourceInformation("gpu", addresses));
    }

    private String script(String body) throws IOException {
        Path file = Files.createTempFile(
                directory,
                "nvidia-smi",
                "",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        return Files.writeString(file, "#!/bin/sh\n" + body + "\n").toString();
    }
}
