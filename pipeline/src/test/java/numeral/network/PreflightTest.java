package numeral.network;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PreflightTest {
    private static final Preflight.Natives AVX2 = new Preflight.Natives("linux-x86_64-onednn-avx2", "avx2");

    @Test
    void networksRunHere() {
        Preflight here = Preflight.here();

        assertThat(here.problems()).isEmpty();
        assertThat(here.backend()).startsWith("CPU, nd4j-native linux-x86_64-onednn");
        assertThat(here.device()).startsWith("CPU with");
    }

    @Test
    void aCpuThatTheNativesWouldDieOnIsNamed() {
        Set<String> flags =
                Preflight.flags("processor\t: 0\nflags\t\t: fpu sse2 avx\n\nprocessor\t: 1\nflags\t\t: avx2\n");

        Preflight preflight = Preflight.cpu(Optional.of(AVX2), flags);

        assertThat(preflight.device()).isEqualTo("CPU without AVX2");
        assertThat(preflight.problems())
                .containsExactly("the CPU lacks avx2, which nd4j-native linux-x86_64-onednn-avx2 needs:"
                        + " build with -Dnd4j.classifier=linux-x86_64-onednn");
        assertThat(Preflight.cpu(Optional.of(AVX2), Set.of("sse2", "avx2")).problems())
                .isEmpty();
        assertThat(Preflight.cpu(Optional.empty(), flags).problems())
                .containsExactly("no oneDNN build of nd4j-native is on the class path: use the jar of the build");
    }
}
