package numeral.form.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class SumLikelihoodTest {
    private final Random random = new Random(5);

    private List<double[]> field(int digits) {
        List<double[]> field = new ArrayList<>();
        for (int i = 0; i < digits; i++) {
            double[] weights = random.doubles(10).toArray();
            double total = DoubleStream.of(weights).sum();
            field.add(DoubleStream.of(weights).map(weight -> weight / total).toArray());
        }
        return field;
    }

    private static double probability(List<double[]> field, int value) {
        double product = 1;
        for (int i = field.size() - 1, rest = value; i >= 0; i--, rest /= 10) {
            product *= field.get(i)[rest % 10];
        }
        return product;
    }

    @Test
    void isTheTotalOverAllThatTheFieldsMaySay() {
        List<double[]> first = field(2);
        List<double[]> second = field(1);
        List<double[]> third = field(2);
        List<double[]> total = field(2);
        double expected = 0;
        for (int a = 0; a < 100; a++) {
            for (int b = 0; b < 10; b++) {
                for (int c = 0; c < 100 && a + b + c < 100; c++) {
                    expected += probability(first, a)
                            * probability(second, b)
                            * probability(third, c)
                            * probability(total, a + b + c);
                }
            }
        }

        assertThat(SumLikelihood.holds(List.of(first, second, third), total)).isCloseTo(expected, within(1e-12));
    }

    @Test
    void anAddendMayHaveMoreDigitsThanTheTotalAndBeNought() {
        List<double[]> addend = field(3);
        List<double[]> total = field(1);
        double expected = 0;
        for (int value = 0; value < 10; value++) {
            expected += probability(addend, value) * probability(total, value);
        }

        assertThat(SumLikelihood.holds(List.of(addend, List.of()), total)).isCloseTo(expected, within(1e-12));
    }
}
