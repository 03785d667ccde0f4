package numeral.synth;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** How hard the scans are to read; the figures stand in {@code suites.conf}. */
public enum Suite {
    /** Flat paper, a good scanner. */
    CLEAN,
    /** An office's feeder scanner and people in a hurry. */
    OFFICE,
    /** Bilevel pages of few and oblong pixels, with lost lines. */
    FAX,
    /** Turned, mirrored, cut, stained and foreign pages among the others. */
    HOSTILE;

    private final Effects effects;

    Suite() {
        Config suites = ConfigFactory.parseResources(
                        Suite.class,
                        "suites.conf",
                        ConfigParseOptions.defaults().setAllowMissing(false))
                .resolve();
        effects = Effects.from(suites.getConfig(toString()));
    }

    /** The suite of that name in lower case. */
    public static Suite of(String name) {
        return Arrays.stream(values())
                .filter(suite -> suite.toString().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("suite: expected one of "
                        + Arrays.stream(values()).map(Suite::toString).collect(Collectors.joining(", ")) + ", found '"
                        + name + "'"));
    }

    Effects effects() {
        return effects;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
