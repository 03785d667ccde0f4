package numeral.tune;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueFactory;
import com.typesafe.config.ConfigValueType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * What is searched: settings of {@value #SECTION} and the values they may take.
 *
 * @param ranges by the setting's key below {@value #SECTION}
 */
public record SearchSpace(SortedMap<String, Range> ranges) {
    static final String SECTION = "numeral.train";
    /** Set by the rungs, or without meaning for a trial that trains alone. */
    static final Set<String> NOT_OF_A_TRIAL = Set.of("epochs", "averaging", "stopping");
    /** Trials that were validated on other examples could not be compared. */
    private static final Set<String> COMMON = Set.of("validation-fraction", "seed");

    private static final Set<String> KINDS = Set.of("uniform", "log-uniform", "int", "choice");

    public SearchSpace {
        ranges = Collections.unmodifiableSortedMap(new TreeMap<>(ranges));
        if (ranges.isEmpty()) {
            throw new IllegalArgumentException("search space: no range, expected at least one below " + SECTION);
        }
    }

    /**
     * Reads a space from HOCON: the shape of the configuration with one of {@code { uniform = [low, high] }}, {@code { log-uniform = [low, high] }},
     * {@code { int = [low, high] }}, {@code { choice = [...] }} in the place of a value.
     *
     * @throws IllegalArgumentException listing all that is wrong, one problem a line
     */
    public static SearchSpace parse(String hocon) {
        Config space;
        try {
            space = ConfigFactory.parseString(hocon).resolve();
        } catch (ConfigException e) {
            throw new IllegalArgumentException("search space: " + e.getMessage(), e);
        }
        SortedMap<String, Range> ranges = new TreeMap<>();
        List<String> problems = new ArrayList<>();
        collect("", space.root(), ranges, problems);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", problems));
        }
        return new SearchSpace(ranges);
    }

    /**
     * The settings of one trial, as configuration; the same for the same seed and trial. Trial 0 changes nothing, so that no search ends with less than
     * it began with.
     *
     * @param trial from 0
     */
    Config draw(long seed, int trial) {
        Config drawn = ConfigFactory.empty();
        if (trial == 0) {
            return drawn;
        }
        SplittableRandom random = new SplittableRandom(new SplittableRandom(seed).nextLong() + trial);
        for (Map.Entry<String, Range> range : ranges.entrySet()) {
            drawn = drawn.withValue(
                    SECTION + "." + range.getKey(),
                    ConfigValueFactory.fromAnyRef(range.getValue().draw(random)));
        }
        return drawn;
    }

    private static void collect(String path, ConfigObject object, Map<String, Range> ranges, List<String> problems) {
        for (Map.Entry<String, ConfigValue> entry : object.entrySet()) {
            String key = path.isEmpty() ? ConfigUtil.joinPath(entry.getKey()) : path + "." + entry.getKey();
            if (!(entry.getValue() instanceof ConfigObject inner)) {
                problems.add("search space: " + key + " is a value, expected an object with one of " + KINDS);
            } else if (inner.size() == 1 && KINDS.containsAll(inner.keySet())) {
                try {
                    ranges.put(setting(key), range(inner));
                } catch (IllegalArgumentException | ConfigException e) {
                    problems.add("search space: " + key + ": " + e.getMessage());
                }
            } else {
                collect(key, inner, ranges, problems);
            }
        }
    }

    private static String setting(String key) {
        Config reference = ConfigFactory.parseResources(SearchSpace.class.getClassLoader(), "reference.conf");
        boolean known = key.startsWith(SECTION + ".")
                && reference.hasPath(key)
                && reference.getValue(key).valueType() != ConfigValueType.OBJECT;
        if (!known) {
            throw new IllegalArgumentException("not a setting of " + SECTION);
        }
        String setting = key.substring(SECTION.length() + 1);
        String first = setting.split("\\.", 2)[0];
        if (NOT_OF_A_TRIAL.contains(first) || COMMON.contains(first)) {
            throw new IllegalArgumentException("cannot be searched; it is the same for all trials of a rung");
        }
        return setting;
    }

    private static Range range(ConfigObject object) {
        Config range = object.toConfig();
        String kind = object.keySet().iterator().next();
        if (kind.equals("choice")) {
            return new Range.Choice(new ArrayList<>(range.getAnyRefList(kind)));
        }
        List<Double> ends = range.getDoubleList(kind);
        if (ends.size() != 2) {
            throw new IllegalArgumentException(kind + " has " + ends.size() + " numbers, expected [low, high]");
        }
        return switch (kind) {
            case "uniform" -> new Range.Uniform(ends.get(0), ends.get(1));
            case "log-uniform" -> new Range.LogUniform(ends.get(0), ends.get(1));
            default -> {
                List<Integer> whole = range.getIntList(kind);
                yield new Range.Whole(whole.get(0), whole.get(1));
            }
        };
    }
}
