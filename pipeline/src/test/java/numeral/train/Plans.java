package numeral.train;

import com.typesafe.config.ConfigFactory;

/** Plans for tests: the defaults, with changes. */
final class Plans {
    /** Images as they are. */
    static final String NO_AUGMENTATION =
            """
            augment { shift-px = 0, rotate-degrees = 0, scale = 0, stretch = 0, shear = 0
              elastic-px = 0, thickness-px = 0, fade = 0, noise = 0, residue-share = 0 }""";

    private Plans() {}

    /** The default plan with settings of {@code numeral.train} overridden, one a line. */
    static TrainPlan with(String... overrides) {
        String hocon = "numeral.train {\n" + String.join("\n", overrides) + "\n}";
        return TrainPlan.from(ConfigFactory.parseString(hocon)
                .withFallback(ConfigFactory.defaultReference())
                .resolve());
    }
}
