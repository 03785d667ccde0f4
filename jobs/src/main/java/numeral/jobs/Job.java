package numeral.jobs;

import java.util.Map;

/** One command. Its class comment is its manual; its options are picocli fields. */
interface Job {
    /** Adds what is wrong with the arguments and the configuration, all at once, before anything starts. */
    default void check(Problems problems) {}

    /** Configuration keys that the command has options for; they win over {@code -D}. */
    default Map<String, String> settings() {
        return Map.of();
    }

    /** The run that the rows are published under when {@code --run} is absent; the same for the same arguments. */
    default String defaultRun() {
        return "default";
    }

    /** Does the work and tells its counts. */
    Summary run(Workspace workspace) throws Exception;
}
