package numeral.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.IntStream;
import numeral.jobs.Finding.Level;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.SparkEnv;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.deploy.SparkHadoopUtil;
import picocli.CommandLine.Command;

/** Looks at the driver and every executor: versions, memory, threads, natives, GPU, and whether all of them reach the warehouse. */
@Command(name = "doctor", description = "Tells what would go wrong before it does; exit code 3 where something would.")
final class DoctorJob implements Job {
    /** Long enough for a task to reach every slot of every executor before the first of them is free again. */
    private static final long HOLD_MS = 500;

    /** What an executor says. */
    private record Answer(JvmFacts facts, boolean seesProbe) implements java.io.Serializable {}

    @Override
    public Summary run(Workspace workspace) throws IOException {
        JavaSparkContext spark =
                JavaSparkContext.fromSparkContext(workspace.spark().sparkContext());
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.ok(
                "spark",
                spark.version() + " at " + spark.master() + ", " + spark.defaultParallelism() + " tasks at once"));
        JvmFacts driver = JvmFacts.here();
        findings.addAll(Finding.of(driver, driver));

        Path probe = new Path(workspace.warehouse(), "doctor-probe");
        FileSystem files = probe.getFileSystem(workspace.hadoop());
        boolean existed = files.exists(probe.getParent());
        try {
            Files.write(probe.toString(), "numeral".getBytes(UTF_8), workspace.hadoop());
            findings.add(Finding.ok("warehouse", workspace.warehouse() + " can be written by the driver"));
            findings.addAll(executors(spark, driver, probe.toString()));
        } catch (IOException e) {
            findings.add(Finding.fail(
                    "warehouse",
                    workspace.warehouse() + " cannot be written: " + e.getMessage(),
                    "give another --warehouse, or the right to write there"));
        } finally {
            files.delete(existed ? probe : probe.getParent(), !existed);
        }
        findings.forEach(finding -> tell(workspace, finding));
        return summary(findings);
    }

    private static List<Finding> executors(JavaSparkContext spark, JvmFacts driver, String probe) {
        int tasks = spark.defaultParallelism();
        TreeMap<String, Answer> answers = new TreeMap<>();
        spark.parallelize(IntStream.range(0, tasks).boxed().toList(), tasks)
                .map(task -> {
                    Thread.sleep(HOLD_MS);
                    return new Answer(JvmFacts.here(), sees(probe));
                })
                .collect()
                .forEach(answer -> answers.put(answer.facts().id(), answer));
        List<Finding> findings = new ArrayList<>();
        for (Answer answer : answers.values()) {
            String id = answer.facts().id();
            if (!id.equals(driver.id())) {
                findings.addAll(Finding.of(answer.facts(), driver));
            }
            if (!answer.seesProbe()) {
                findings.add(Finding.fail(
                        "executor " + id + " warehouse",
                        answer.facts().host() + " does not see the file that the driver wrote",
                        "use a --warehouse that every machine sees: HDFS, an object store, a shared disk"));
            }
        }
        // the driver is listed among the executors
        int known = Math.max(1, spark.sc().statusTracker().getExecutorInfos().length - 1);
        findings.add(
                answers.size() >= known
                        ? Finding.ok("executors", answers.size() + " of " + known + " answered")
                        : Finding.warn(
                                "executors",
                                answers.size() + " of " + known + " answered",
                                "the others were busy or still starting: run it again"));
        return findings;
    }

    private static boolean sees(String probe) throws IOException {
        Path path = new Path(probe);
        return path.getFileSystem(
                        SparkHadoopUtil.get().newConfiguration(SparkEnv.get().conf()))
                .exists(path);
    }

    private static void tell(Workspace workspace, Finding finding) {
        workspace.progress(
                "%-4s  %s: %s%s",
                finding.level(),
                finding.subject(),
                finding.found(),
                finding.advice().isEmpty() ? "" : "; " + finding.advice());
    }

    private static Summary summary(List<Finding> findings) {
        Summary summary = new Summary()
                .with("ok", count(findings, Level.OK))
                .with("warnings", count(findings, Level.WARN))
                .with("failures", count(findings, Level.FAIL))
                .with("findings", findings.stream().map(Finding::toMap).toList());
        return count(findings, Level.FAIL) == 0 ? summary : summary.refused();
    }

    private static long count(List<Finding> findings, Level level) {
        return findings.stream().filter(finding -> finding.level() == level).count();
    }
}
