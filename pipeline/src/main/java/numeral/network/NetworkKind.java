package numeral.network;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The networks on offer. */
public enum NetworkKind {
    /** Twice two convolutions of 3x3 and a max-pooling, then two dense layers with dropout between them. */
    CNN(32, 256),
    /** LeNet-like: 20 and 50 filters of 5x5, each with max-pooling, then two dense layers. */
    LENET(20, 500),
    /** One hidden dense layer. */
    MLP(0, 512);

    private final int defaultFilters;
    private final int defaultHidden;

    NetworkKind(int defaultFilters, int defaultHidden) {
        this.defaultFilters = defaultFilters;
        this.defaultHidden = defaultHidden;
    }

    /** Filters of the first convolution where the settings leave the choice to the network. */
    int defaultFilters() {
        return defaultFilters;
    }

    /** Units of the hidden dense layer where the settings leave the choice to the network. */
    int defaultHidden() {
        return defaultHidden;
    }

    /** Name in configuration and tables: {@code cnn}, {@code lenet}, {@code mlp}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The network of that name; throws IllegalArgumentException that lists the names there are. */
    public static NetworkKind of(String label) {
        return Arrays.stream(values())
                .filter(kind -> kind.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("network is '" + label + "', expected one of "
                        + Arrays.stream(values()).map(NetworkKind::label).collect(Collectors.joining(", "))));
    }
}
