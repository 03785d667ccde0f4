package numeral.network;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Asks NVIDIA's own tool, which knows of GPUs that the native library would die on. */
final class NvidiaSmi {
    /** Found by PATH. */
    static final String COMMAND = "nvidia-smi";

    private static final int TIMEOUT_SECONDS = 30;

    private NvidiaSmi() {}

    /**
     * The GPUs of this machine, at least one.
     *
     * @throws IOException where there is none or they cannot be listed, and why
     */
    static List<Gpu> list(String command) throws IOException {
        Process process = new ProcessBuilder(command, "--query-gpu=index,name,compute_cap", "--format=csv,noheader")
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        // the answer is shorter than a pipe holds, so the wait cannot block it
        if (!waitFor(process)) {
            process.destroyForcibly();
            throw new IOException(command + " gave no answer within " + TIMEOUT_SECONDS + " s");
        }
        String answer = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
        if (process.exitValue() != 0 || answer.isEmpty()) {
            throw new IOException(command + " ended with " + process.exitValue() + " and '"
                    + answer.lines().findFirst().orElse("") + "'");
        }
        try {
            return answer.lines().map(Gpu::parse).toList();
        } catch (IllegalArgumentException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private static boolean waitFor(Process process) throws IOException {
        try {
            return process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while nvidia-smi was asked", e);
        }
    }
}
