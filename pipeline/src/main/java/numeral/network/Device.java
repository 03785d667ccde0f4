package numeral.network;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import numeral.InputRefused;
import org.apache.spark.TaskContext;
import org.apache.spark.resource.ResourceInformation;
import org.nd4j.linalg.factory.Nd4j;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What networks run on in this JVM: the CPU, or with the CUDA build the GPU that Spark gave to the task. Everything here is asked without ND4J, whose
 * natives end in an error of their own on a GPU that they hold no code for.
 */
final class Device {
    private static final Logger LOG = LoggerFactory.getLogger(Device.class);
    private static final String CUDA_BACKEND = "org.nd4j.linalg.jcublas.JCublasBackend";
    /** Name of the resource in Spark's configuration. */
    private static final String RESOURCE = "gpu";

    /** The GPU that has been found fit; one executor has one. */
    private static Gpu fit;

    private Device() {}

    /** Whether this is the CUDA build. */
    static boolean isCuda() {
        return Device.class.getClassLoader().getResource(CUDA_BACKEND.replace('.', '/') + ".class") != null;
    }

    /** To be called before ND4J is touched; throws InputRefused, in one sentence, where networks cannot run on the device of the current task. */
    static void require() {
        if (isCuda()) {
            requireGpu(ofTask());
        }
    }

    /** Binds the current thread to the device of its task. */
    static void attach() {
        if (isCuda()) {
            Nd4j.getAffinityManager().unsafeSetDevice(ofTask());
        }
    }

    /** The GPU of the current task as nvidia-smi shows it. */
    static Gpu gpu() throws IOException {
        return find(ofTask(), NvidiaSmi.list(NvidiaSmi.COMMAND));
    }

    /** Index of the GPU among a task's resources; 0 where Spark was not told of GPUs, as on a driver. */
    static int index(Map<String, ResourceInformation> resources) {
        ResourceInformation gpus = resources.get(RESOURCE);
        if (gpus == null) {
            return 0;
        }
        String given = String.join(", ", gpus.addresses());
        if (!given.matches("\\d{1,3}")) {
            throw refused("task has the GPUs '" + given
                    + "', expected the index of one: set spark.task.resource.gpu.amount=1 and see conf/spark/gpu.conf");
        }
        return Integer.parseInt(given);
    }

    static Gpu find(int index, List<Gpu> gpus) {
        return gpus.stream()
                .filter(gpu -> gpu.index() == index)
                .findFirst()
                .orElseThrow(() -> refused("GPU " + index + " was given to the task, but nvidia-smi lists " + gpus));
    }

    private static int ofTask() {
        TaskContext task = TaskContext.get();
        return index(task == null ? Map.of() : task.resourcesJMap());
    }

    private static synchronized void requireGpu(int index) {
        if (fit != null && fit.index() == index) {
            return;
        }
        Gpu gpu;
        try {
            gpu = find(index, NvidiaSmi.list(NvidiaSmi.COMMAND));
        } catch (IOException e) {
            throw refused(noGpu(e));
        }
        Optional<String> refusal = gpu.refusal();
        if (refusal.isPresent()) {
            throw refused(refusal.get());
        }
        LOG.info("networks run on {}", gpu);
        fit = gpu;
    }

    static String noGpu(IOException reason) {
        return "this is the CUDA build and no GPU can be found (" + reason.getMessage()
                + "): install NVIDIA's driver, or use the CPU build";
    }

    private static InputRefused refused(String sentence) {
        return new InputRefused(List.of(sentence));
    }
}
