package numeral.network;

import java.nio.file.Path;
import numeral.kernel.VectorInstructions;
import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.layers.normalization.BatchNormalization;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.Nd4jCpu;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The native convolutions of oneDNN. DeepLearning4J leaves them off unless told otherwise and falls back without a word to a path more than ten times
 * slower, so a network with convolutions is refused where they are not engaged.
 */
public final class FastPath {
    private static final Logger LOG = LoggerFactory.getLogger(FastPath.class);
    private static final String HELPERS_DISABLED = "org.eclipse.deeplearning4j.helpers.disable";

    private static final String NATIVES = "org.bytedeco.javacpp.cachedir";

    private FastPath() {}

    /**
     * Makes this JVM ready for networks and binds the thread to the device of its task. To be called before anything else touches ND4J.
     *
     * @throws numeral.InputRefused where the device cannot run networks
     */
    public static void prepare() {
        Device.require();
        Prepared.touch();
        Device.attach();
    }

    /** Throws IllegalStateException unless every convolution and normalisation of an initialised network runs on oneDNN, where it is to run on a CPU. */
    public static void require(MultiLayerNetwork network) {
        if (!isCpu()) {
            return;
        }
        for (Layer layer : network.getLayers()) {
            boolean slow = layer instanceof PooledConvolutionLayer && !usesOneDnn()
                    || layer instanceof BatchNormalization && layer.getHelper() == null;
            if (slow) {
                throw new IllegalStateException("oneDNN is not engaged in layer " + layer.getIndex() + " ("
                        + layer.getClass().getSimpleName() + ") with ND4J backend "
                        + Nd4j.getBackend().getClass().getSimpleName() + " and " + HELPERS_DISABLED + "="
                        + System.getProperty(HELPERS_DISABLED) + ": start the JVM with -D" + HELPERS_DISABLED
                        + "=false and a onednn build of nd4j-native on the class path");
            }
        }
    }

    private static boolean usesOneDnn() {
        return Nd4jCpu.Environment.getInstance().isUseMKLDNN();
    }

    /** Whether convolutions run by the JVM's vector instructions here, about twice as fast as by the native operations, rather than by those or on a GPU. */
    public static boolean usesVectorInstructions() {
        return isCpu() && VectorInstructions.available();
    }

    /** Whether arrays lie in this machine's own memory. */
    static boolean isCpu() {
        return Nd4j.getEnvironment().isCPU();
    }

    /** Runs at most once in a JVM, by class initialisation. */
    private static final class Prepared {
        static {
            if (System.getProperty(HELPERS_DISABLED) == null) {
                System.setProperty(HELPERS_DISABLED, "false");
            }
            // JavaCPP would unpack the natives into the home directory.
            if (System.getProperty(NATIVES) == null) {
                String user = System.getProperty("user.name");
                System.setProperty(
                        NATIVES,
                        Path.of(System.getProperty("java.io.tmpdir"), "numeral-natives-" + user)
                                .toString());
            }
            String threads = System.getenv("OMP_NUM_THREADS");
            if (!"1".equals(threads)) {
                LOG.warn(
                        "OMP_NUM_THREADS is {} where 1 is expected: native threads of several tasks will wait for each other",
                        threads);
            }
            Nd4j.getMemoryManager().togglePeriodicGc(false);
            if (!usesVectorInstructions() && isCpu()) {
                LOG.info(
                        "convolutions run by native operations; JVM option {} would make them faster",
                        VectorInstructions.JVM_OPTION);
            }
        }

        static void touch() {}
    }
}
