package org.nd4j.nativeblas;

/**
 * The name under which DeepLearning4J 1.0.0-M2.1 asks, by reflection, whether oneDNN may be used. ND4J moved the class and renamed the question in
 * that release; without an answer here every convolution silently takes a path more than ten times slower.
 */
public final class Nd4jCpu {
    private Nd4jCpu() {}

    /** Answers for {@code org.nd4j.linalg.cpu.nativecpu.bindings.Nd4jCpu.Environment}. */
    public static final class Environment {
        private static final Environment INSTANCE = new Environment();

        private Environment() {}

        /** Called by reflection. */
        public static Environment getInstance() {
            return INSTANCE;
        }

        /** Called by reflection: whether the native library would use oneDNN. */
        public boolean isUseMKLDNN() {
            return org.nd4j.linalg.cpu.nativecpu.bindings.Nd4jCpu.Environment.getInstance()
                    .isUseONEDNN();
        }
    }
}
