package numeral.jobs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One line of {@code doctor}.
 *
 * @param advice what to do; empty where nothing is to be done
 */
record Finding(Level level, String subject, String found, String advice) {
    /** Below this a heap is small for tables and images beside a network. */
    private static final long SMALL_HEAP_MIB = 900;

    /** How bad it is. */
    enum Level {
        OK,
        WARN,
        FAIL
    }

    static Finding ok(String subject, String found) {
        return new Finding(Level.OK, subject, found, "");
    }

    static Finding warn(String subject, String found, String advice) {
        return new Finding(Level.WARN, subject, found, advice);
    }

    static Finding fail(String subject, String found, String advice) {
        return new Finding(Level.FAIL, subject, found, advice);
    }

    /** What there is to say about a JVM beside its driver, which is compared with itself to begin with. */
    static List<Finding> of(JvmFacts jvm, JvmFacts driver) {
        String name = jvm.id().equals("driver") ? "driver" : "executor " + jvm.id();
        List<Finding> findings = new ArrayList<>();
        findings.add(versions(name, jvm, driver));
        findings.add(memory(name, jvm));
        findings.add(threads(name, jvm));
        findings.addAll(networks(name, jvm));
        return findings;
    }

    private static Finding versions(String name, JvmFacts jvm, JvmFacts driver) {
        String found =
                "Spark " + jvm.spark() + ", Java " + jvm.java() + ", numeral " + jvm.code() + " on " + jvm.host();
        if (!jvm.spark().equals(driver.spark()) || !jvm.code().equals(driver.code())) {
            return fail(
                    name + " versions",
                    found + ", the driver has Spark " + driver.spark() + ", numeral " + driver.code(),
                    "give driver and executors the same Spark and the same jar");
        }
        if (!major(jvm.java()).equals("17")) {
            return warn(name + " versions", found, "use Java 17, which the tests run on");
        }
        return ok(name + " versions", found);
    }

    private static String major(String version) {
        return version.split("\\.", 2)[0];
    }

    private static Finding memory(String name, JvmFacts jvm) {
        String found = "heap of " + jvm.heapMib() + " MiB";
        return jvm.heapMib() >= SMALL_HEAP_MIB
                ? ok(name + " memory", found)
                : warn(
                        name + " memory",
                        found,
                        "set spark.driver.memory and spark.executor.memory to 2g or more, as in conf/spark");
    }

    private static Finding threads(String name, JvmFacts jvm) {
        String found = "OMP_NUM_THREADS is " + jvm.openMpThreads();
        return jvm.openMpThreads().equals("1")
                ? ok(name + " threads", found)
                : warn(
                        name + " threads",
                        found,
                        "set it to 1 before the JVM starts (spark.executorEnv.OMP_NUM_THREADS), or native threads of several tasks wait for each other");
    }

    private static List<Finding> networks(String name, JvmFacts jvm) {
        String device = jvm.preflight().backend() + ", " + jvm.preflight().device();
        if (jvm.preflight().problems().isEmpty()) {
            return List.of(ok(name + " networks", device + ", a network was built"));
        }
        return jvm.preflight().problems().stream()
                .map(problem -> fail(name + " networks", device, problem))
                .toList();
    }

    Map<String, Object> toMap() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("level", level.name());
        values.put("subject", subject);
        values.put("found", found);
        values.put("advice", advice);
        return values;
    }
}
