package numeral.tune;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.SplittableRandom;

/** The values that one setting may take. */
public sealed interface Range {
    /** One value, a number or a word. */
    Object draw(SplittableRandom random);

    /** Any number, each as likely as the other. */
    record Uniform(double low, double high) implements Range {
        public Uniform {
            requireOrder("uniform", low, high);
        }

        @Override
        public Object draw(SplittableRandom random) {
            return legible(low + (high - low) * random.nextDouble());
        }
    }

    /** Any number, each power of ten as likely as the other. */
    record LogUniform(double low, double high) implements Range {
        public LogUniform {
            if (!(low > 0)) {
                throw new IllegalArgumentException("log-uniform from " + low + ", expected more than 0");
            }
            requireOrder("log-uniform", low, high);
        }

        @Override
        public Object draw(SplittableRandom random) {
            return legible(low * Math.pow(high / low, random.nextDouble()));
        }
    }

    /** Any whole number, both ends included. */
    record Whole(int low, int high) implements Range {
        public Whole {
            requireOrder("int", low, high);
        }

        @Override
        public Object draw(SplittableRandom random) {
            return (int) random.nextLong(low, high + 1L);
        }
    }

    /** One of these. */
    record Choice(List<Object> values) implements Range {
        public Choice {
            values = List.copyOf(values);
            if (values.isEmpty()) {
                throw new IllegalArgumentException("choice of nothing, expected at least one value");
            }
        }

        @Override
        public Object draw(SplittableRandom random) {
            return values.get(random.nextInt(values.size()));
        }
    }

    private static void requireOrder(String kind, double low, double high) {
        if (!(low < high)) {
            throw new IllegalArgumentException(
                    kind + " from " + low + " to " + high + ", expected the lower end first");
        }
    }

    /** Four digits tell settings apart and can be read. */
    private static double legible(double value) {
        return new BigDecimal(value).round(new MathContext(4)).doubleValue();
    }
}
