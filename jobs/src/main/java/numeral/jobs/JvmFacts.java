package numeral.jobs;

import java.io.Serializable;
import java.net.InetAddress;
import java.net.UnknownHostException;
import numeral.network.Preflight;
import org.apache.spark.SparkEnv;
import org.apache.spark.package$;

/**
 * What one JVM of the application, driver or executor, is made of.
 *
 * @param id of the executor in Spark, or driver
 * @param code version of the application jar
 * @param openMpThreads OMP_NUM_THREADS, or unset
 */
record JvmFacts(
        String id,
        String host,
        String java,
        String spark,
        String code,
        long heapMib,
        String openMpThreads,
        Preflight preflight)
        implements Serializable {

    static final String UNSET = "unset";

    /** Of this JVM. */
    static JvmFacts here() {
        return new JvmFacts(
                SparkEnv.get().executorId(),
                localHost(),
                System.getProperty("java.version"),
                package$.MODULE$.SPARK_VERSION(),
                Workspace.version(),
                Runtime.getRuntime().maxMemory() >> 20,
                System.getenv().getOrDefault("OMP_NUM_THREADS", UNSET),
                Preflight.here());
    }

    private static String localHost() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "unknown host";
        }
    }
}
