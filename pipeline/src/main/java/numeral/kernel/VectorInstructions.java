package numeral.kernel;

/** Whether this JVM can run the kernels of this room. */
public final class VectorInstructions {
    /** What a JVM has to be started with. */
    public static final String JVM_OPTION = "--add-modules=jdk.incubator.vector";

    /** Shorter vectors gain nothing over the native operations. */
    private static final int LEAST_BITS = 256;

    private VectorInstructions() {}

    /** True where the module is loaded and the processor has vectors of eight floats or more. No other class of this room may be touched where it is false. */
    public static boolean available() {
        return Found.AVAILABLE;
    }

    private static final class Found {
        static final boolean AVAILABLE =
                ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent() && Lanes.bits() >= LEAST_BITS;
    }
}
