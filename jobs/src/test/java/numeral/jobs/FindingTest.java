package numeral.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import numeral.jobs.Finding.Level;
import numeral.network.Preflight;
import org.junit.jupiter.api.Test;

class FindingTest {
    private static final Preflight FIT =
            new Preflight("CPU, nd4j-native linux-x86_64-onednn-avx2", "CPU with AVX2", List.of());
    private static final JvmFacts DRIVER = new JvmFacts("driver", "a", "17.0.9", "3.5.7", "1.0", 4096, "1", FIT);

    @Test
    void aSoundJvmHasNothingButOk() {
        List<Finding> findings = Finding.of(DRIVER, DRIVER);

        assertThat(findings).hasSize(4).allMatch(finding -> finding.level() == Level.OK);
        assertThat(findings.get(3).found())
                .isEqualTo("CPU, nd4j-native linux-x86_64-onednn-avx2, CPU with AVX2, a network was built");
    }

    @Test
    void whatWouldGoWrongIsToldWithWhatToDo() {
        Preflight unfit =
                new Preflight("CUDA", "GPU 0, NVIDIA H200, compute capability 9.0", List.of("no code for it"));
        JvmFacts executor = new JvmFacts("7", "b", "11.0.2", "3.5.7", "1.0", 512, JvmFacts.UNSET, unfit);

        List<Finding> findings = Finding.of(executor, DRIVER);

        assertThat(findings).extracting(Finding::level).containsExactly(Level.WARN, Level.WARN, Level.WARN, Level.FAIL);
        assertThat(findings).allMatch(finding -> finding.subject().startsWith("executor 7 "));
        assertThat(findings.get(0).advice()).contains("Java 17");
        assertThat(findings.get(1).advice()).contains("spark.executor.memory");
        assertThat(findings.get(2).found()).isEqualTo("OMP_NUM_THREADS is unset");
        assertThat(findings.get(3).advice()).isEqualTo("no code for it");
    }

    @Test
    void anotherSparkOrJarThanTheDriversFails() {
        JvmFacts otherSpark = new JvmFacts("1", "b", "17.0.9", "3.4.1", "1.0", 4096, "1", FIT);
        JvmFacts otherJar = new JvmFacts("2", "b", "17.0.9", "3.5.7", "0.9", 4096, "1", FIT);

        assertThat(Finding.of(otherSpark, DRIVER).get(0).level()).isEqualTo(Level.FAIL);
        assertThat(Finding.of(otherJar, DRIVER).get(0).found()).endsWith("the driver has Spark 3.5.7, numeral 1.0");
    }
}
