package numeral.synth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import numeral.form.Template;
import numeral.synth.FilledField.State;
import org.junit.jupiter.api.Test;

class FormPrinterTest {
    private static final Resolution LOW = Resolution.square(75);

    private final Template template = SyntheticTemplate.load();

    @Test
    void aTurnedPageIsTheSamePageTurned() {
        FormPrinter printer = printer(Suite.CLEAN, Optional.empty());
        Scan upright = printer.page(3, Mishap.NONE, LOW).scan();

        assertThat(printer.page(3, Mishap.ROTATED_90, LOW).scan().grey())
                .isEqualTo(upright.turned().grey())
                .isNotEqualTo(upright.grey());
        assertThat(upright.turned().turned().turned().turned().grey()).isEqualTo(upright.grey());
        assertThat(printer.page(3, Mishap.MIRRORED, LOW).scan().mirrored().grey())
                .isEqualTo(upright.grey());
    }

    @Test
    void fieldsBelowACutAreNotOnThePage() {
        Set<State> states = EnumSet.noneOf(State.class);
        for (int page = 0; page < 10; page++) {
            FormPage cut = printer(Suite.HOSTILE, Optional.empty()).page(page, Mishap.CUT, LOW);
            assertThat(cut.scan().height()).isLessThan(800);
            cut.truth().fields().forEach(field -> states.add(field.state()));
        }
        assertThat(states).contains(State.FILLED, State.CUT_OFF);
    }

    @Test
    void pagesWithoutTheFormHaveNoFields() {
        FormPrinter printer = printer(Suite.HOSTILE, Optional.empty());
        for (Mishap mishap : List.of(Mishap.SEPARATOR, Mishap.BACK, Mishap.OTHER_FORM)) {
            assertThat(printer.page(1, mishap, LOW).truth().fields()).isEmpty();
        }
    }

    @Test
    void aFaxHasFewerRowsThanColumnsAnInch() {
        Scan fax = printer(Suite.FAX, Optional.empty())
                .page(1, new Resolution(204, 98))
                .scan();
        assertThat(fax.width()).isEqualTo((int) Math.round(210 / 25.4 * 204));
        assertThat(fax.height()).isBetween((int) (297 / 25.4 * 98) - 1, (int) (297 / 25.4 * 98) + 1);
    }

    @Test
    void theHostileSuiteHasEveryMishap() {
        FormPrinter printer = printer(Suite.HOSTILE, Optional.empty());
        Set<Mishap> mishaps = EnumSet.noneOf(Mishap.class);
        IntStream.range(0, 80).parallel().mapToObj(page -> printer.page(page, LOW)).toList().stream()
                .map(page -> page.truth().mishap())
                .forEach(mishaps::add);
        assertThat(mishaps).isEqualTo(EnumSet.allOf(Mishap.class));
    }

    @Test
    void digitsOfAPoolLookAsTheyDidInIt() {
        DigitPool pool = new DigitPool();
        byte[] bar = new byte[784];
        for (int row = 4; row < 24; row++) {
            Arrays.fill(bar, row * 28 + 12, row * 28 + 16, (byte) 255);
        }
        pool.add(bar, 1);
        pool.add(new byte[784], 2);

        assertThat(pool.missing()).isEqualTo(List.of(0, 2, 3, 4, 5, 6, 7, 8, 9));
        Glyph glyph = pool.write(1, 6, new SplittableRandom(1));
        assertThat(glyph.height()).isBetween(5.9, 6.1);
        assertThat(glyph.width()).isBetween(1.1, 1.35);
    }

    private FormPrinter printer(Suite suite, Optional<DigitPool> pool) {
        return new FormPrinter(template, SyntheticTemplate.settings(0, 0), suite.effects(), pool, 4);
    }
}
