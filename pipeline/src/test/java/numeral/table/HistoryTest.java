package numeral.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import numeral.table.History.Event;
import numeral.table.History.Kind;
import org.junit.jupiter.api.Test;

class HistoryTest {
    /** Events from words such as {@code register a}, {@code promote a}, {@code refuse a}, {@code back a}. */
    private static History of(String... words) {
        var events = new ArrayList<Event>();
        for (String word : words) {
            String[] parts = word.split(" ", -1);
            Kind kind =
                    switch (parts[0]) {
                        case "register" -> Kind.REGISTERED;
                        case "back" -> Kind.ROLLED_BACK;
                        default -> Kind.DECIDED;
                    };
            boolean promoted = parts[0].equals("promote") || parts[0].equals("back");
            events.add(new Event(events.size(), "r", parts[1], kind, promoted, List.of()));
        }
        return new History(events);
    }

    @Test
    void nothingHappened() {
        assertThat(of().champion()).isEmpty();
        assertThat(of().previousChampion()).isEmpty();
        assertThat(of().candidates()).isEmpty();
    }

    @Test
    void candidatesWaitForADecision() {
        assertThat(of("register a", "register b", "refuse a", "register c").candidates())
                .containsExactly("b", "c");
    }

    @Test
    void aRefusalChangesNothing() {
        History history = of("promote a", "refuse b");

        assertThat(history.champion()).contains("a");
        assertThat(history.previousChampion()).isEmpty();
    }

    @Test
    void whatWasRolledBackIsNoPreviousChampion() {
        History history = of("promote a", "promote b", "promote c", "back b");

        assertThat(history.champion()).contains("b");
        assertThat(history.previousChampion()).contains("a");
    }

    @Test
    void aModelMayReignAgain() {
        History history = of("promote a", "promote b", "back a", "promote b", "promote b");

        assertThat(history.champion()).contains("b");
        assertThat(history.previousChampion()).contains("a");
    }
}
