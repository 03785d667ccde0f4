package numeral.train;

import com.typesafe.config.ConfigFactory;

/** Plans for tests: the defaults, with changes. */
final class Plans {
    private Plans() {}

    /** The default plan with settings of {@code numeral.train} overridden, one a line. */
    static TrainPlan with(String... overrides) {
        String hocon = "numeral.train {\n" + String.join("\n", overrides) + "\n}";
        return TrainPlan.from(ConfigFactory.parseString(hocon)
                .withFallback(ConfigFactory.defaultReference())
                .resolve());
    }
}
