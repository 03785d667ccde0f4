package numeral.network;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import numeral.InputRefused;

/**
 * Whether networks can run in this JVM, found out without dying of it.
 *
 * @param backend CPU or CUDA, with the set of natives
 * @param device what networks would run on
 * @param problems why they cannot, one sentence each; empty where they can
 */
public record Preflight(String backend, String device, List<String> problems) implements Serializable {
    private static final Path CPU = Path.of("/proc/cpuinfo");
    /** Sets of natives by their classifiers, with the instructions that they need; the loader would take the first that is there. */
    private static final List<Natives> CPU_NATIVES = List.of(
            new Natives("linux-x86_64-onednn-avx512", "avx512f"),
            new Natives("linux-x86_64-onednn-avx2", "avx2"),
            new Natives("linux-x86_64-onednn", "sse2"));

    /** A set of natives and the CPU flag that it needs. */
    record Natives(String classifier, String flag) {
        boolean present() {
            String folder = "/org/nd4j/linalg/cpu/nativecpu/bindings/" + classifier + "/";
            return Preflight.class.getResource(folder + "libnd4jcpu.so") != null;
        }
    }

    /** Looks at this JVM, and where nothing speaks against it builds a small network to see it at work. */
    public static Preflight here() {
        Preflight found = Device.isCuda() ? gpu() : cpu();
        if (!found.problems.isEmpty()) {
            return found;
        }
        try {
            Networks.free(Networks.create(new NetworkSettings(
                    NetworkKind.CNN, 1, 1, 0, true, 0, new LearningRate(0.001, LearningRate.Decay.CONSTANT, 1), 1)));
            return FastPath.usesVectorInstructions()
                    ? new Preflight(found.backend + " and vector instructions", found.device, List.of())
                    : found;
        } catch (IllegalStateException | LinkageError e) {
            return new Preflight(found.backend, found.device, List.of(String.valueOf(e.getMessage())));
        }
    }

    private static Preflight cpu() {
        Optional<Natives> natives =
                CPU_NATIVES.stream().filter(Natives::present).findFirst();
        try {
            return cpu(natives, flags(Files.readString(CPU, UTF_8)));
        } catch (IOException e) {
            return new Preflight("CPU", "unknown", List.of(CPU + " cannot be read: " + e.getMessage()));
        }
    }

    private static Preflight gpu() {
        try {
            return of(Device.gpu());
        } catch (IOException e) {
            return new Preflight("CUDA", "none", List.of(Device.noGpu(e)));
        } catch (InputRefused e) {
            return new Preflight("CUDA", "none", e.problems());
        }
    }

    static Preflight of(Gpu gpu) {
        return new Preflight("CUDA", gpu.toString(), gpu.refusal().stream().toList());
    }

    static Preflight cpu(Optional<Natives> natives, Set<String> flags) {
        String device = flags.contains("avx512f")
                ? "CPU with AVX-512"
                : flags.contains("avx2") ? "CPU with AVX2" : "CPU without AVX2";
        if (natives.isEmpty()) {
            return new Preflight(
                    "CPU",
                    device,
                    List.of("no oneDNN build of nd4j-native is on the class path: use the jar of the build"));
        }
        Natives set = natives.get();
        String backend = "CPU, nd4j-native " + set.classifier();
        if (flags.contains(set.flag())) {
            return new Preflight(backend, device, List.of());
        }
        return new Preflight(
                backend,
                device,
                List.of("the CPU lacks " + set.flag() + ", which nd4j-native " + set.classifier()
                        + " needs: build with -Dnd4j.classifier=linux-x86_64-onednn"));
    }

    /** Flags of the first processor. */
    static Set<String> flags(String cpuinfo) {
        return cpuinfo.lines()
                .filter(line -> line.startsWith("flags"))
                .findFirst()
                .map(line ->
                        Set.of(line.substring(line.indexOf(':') + 1).strip().split("\\s+")))
                .orElse(Set.of());
    }
}
