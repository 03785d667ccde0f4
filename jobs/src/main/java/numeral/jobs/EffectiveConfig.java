package numeral.jobs;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigUtil;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;

/** The configuration of one command: {@code reference.conf}, the file of {@code --config}, each {@code -D}, the command's own options. */
final class EffectiveConfig {
    private static final String ROOT = "numeral";

    private final Config config;
    private final List<String> problems = new ArrayList<>();

    EffectiveConfig(Options options, Map<String, String> ofJob, Configuration hadoop) {
        Config reference = ConfigFactory.parseResources(EffectiveConfig.class.getClassLoader(), "reference.conf")
                .withOnlyPath(ROOT)
                .resolve();
        Config overlay = ConfigFactory.empty();
        if (options.configFile.isPresent()) {
            overlay = parse(options.configFile.get(), hadoop);
        }
        for (Map<String, String> settings : List.of(options.settings, ofJob)) {
            for (Map.Entry<String, String> setting : settings.entrySet()) {
                overlay = set(setting.getKey(), setting.getValue()).withFallback(overlay);
            }
        }
        requireKnown(overlay, reference);
        config = resolve(overlay, reference);
        try {
            config.checkValid(reference);
        } catch (ConfigException.ValidationFailed e) {
            e.problems()
                    .forEach(problem -> problems.add("configuration key " + problem.path() + ": " + problem.problem()));
        }
        requireNumbers(reference);
    }

    private Config resolve(Config overlay, Config reference) {
        try {
            return overlay.withFallback(reference).resolve();
        } catch (ConfigException e) {
            problems.add("configuration: " + e.getMessage());
            return reference;
        }
    }

    /** HOCON takes any text for a number until someone asks for the number. */
    private void requireNumbers(Config reference) {
        for (Map.Entry<String, ConfigValue> known : reference.entrySet()) {
            if (known.getValue().valueType() == ConfigValueType.NUMBER) {
                requireNumber(known.getKey());
            }
        }
    }

    private void requireNumber(String key) {
        try {
            double unused = config.getDouble(key);
        } catch (ConfigException.WrongType e) {
            String found = config.getValue(key).render(ConfigRenderOptions.concise());
            problems.add("configuration key " + key + ": expected a number, found " + found);
        }
    }

    Config config() {
        return config;
    }

    List<String> problems() {
        return problems;
    }

    /** The whole of it as JSON, as it goes into lineage. */
    String json() {
        return config.getConfig(ROOT).root().render(ConfigRenderOptions.concise());
    }

    private Config parse(String file, Configuration hadoop) {
        try {
            return ConfigFactory.parseString(
                    Files.text(file, hadoop), ConfigParseOptions.defaults().setOriginDescription(file));
        } catch (IOException | IllegalArgumentException e) {
            problems.add("--config " + file + ": cannot be read: " + e.getMessage());
        } catch (ConfigException e) {
            problems.add("--config " + file + ": " + e.getMessage());
        }
        return ConfigFactory.empty();
    }

    private Config set(String key, String value) {
        try {
            return ConfigFactory.parseString(
                    key + "=" + value, ConfigParseOptions.defaults().setOriginDescription("-D"));
        } catch (ConfigException e) {
            try {
                return ConfigFactory.parseString(key + "=" + ConfigUtil.quoteString(value));
            } catch (ConfigException unusable) {
                problems.add("-D " + key + "=" + value + ": " + unusable.getMessage());
                return ConfigFactory.empty();
            }
        }
    }

    private void requireKnown(Config overlay, Config reference) {
        overlay.entrySet().stream()
                .map(Map.Entry::getKey)
                .filter(key -> !reference.hasPathOrNull(key))
                .sorted()
                .forEach(key -> problems.add("configuration key " + key + ": not known" + nearest(key, reference)));
    }

    private static String nearest(String key, Config reference) {
        String last = key.substring(key.lastIndexOf('.') + 1);
        return reference.entrySet().stream()
                .map(Map.Entry::getKey)
                .filter(known -> known.endsWith("." + last))
                .findFirst()
                .map(known -> "; there is " + known)
                .orElse("; reference.conf lists all keys");
    }
}
