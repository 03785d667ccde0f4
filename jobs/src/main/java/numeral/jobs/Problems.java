package numeral.jobs;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;

/** Gathers everything that is wrong with a command before it starts, so that its user is told once. */
final class Problems {
    private final List<String> problems = new ArrayList<>();
    private final Config config;
    private final Configuration hadoop;

    Problems(Config config, Configuration hadoop) {
        this.config = config;
        this.hadoop = hadoop;
    }

    Configuration hadoop() {
        return hadoop;
    }

    void add(String problem) {
        problems.add(problem);
    }

    /** The input must be there: any Hadoop path, globs allowed. */
    void requireInput(String option, String path) {
        try {
            Path pattern = new Path(path);
            FileStatus[] found = pattern.getFileSystem(hadoop).globStatus(pattern);
            if (found == null || found.length == 0) {
                add(option + " " + path + ": no such file or directory");
            }
        } catch (IOException | IllegalArgumentException e) {
            add(option + " " + path + ": cannot be looked up: " + e.getMessage());
        }
    }

    /** The number must be that large. */
    void requireAtLeast(long least, String option, long value) {
        if (value < least) {
            add(option + " " + value + ": expected " + least + " or more");
        }
    }

    /** The settings must be acceptable to the room that will take them. */
    void requireSettings(Consumer<Config> room) {
        try {
            room.accept(config);
        } catch (ConfigException | IllegalArgumentException e) {
            e.getMessage().lines().forEach(this::add);
        }
    }

    /** The file's text must be acceptable to the room that will take it. */
    void requireText(String option, String path, Consumer<String> room) {
        try {
            room.accept(Files.text(path, hadoop));
        } catch (IOException e) {
            add(option + " " + path + ": cannot be read: " + e.getMessage());
        } catch (RuntimeException e) {
            e.getMessage().lines().forEach(this::add);
        }
    }

    List<String> all() {
        return List.copyOf(problems);
    }
}
