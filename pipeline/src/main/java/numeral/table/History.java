package numeral.table;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The life of all models.
 *
 * @param events in the order in which they happened
 */
public record History(List<Event> events) {
    /** What can happen to a model; the names stand in the column {@code event}. */
    public enum Kind {
        /** Its file was written: a candidate. */
        REGISTERED,
        /** The gate promoted or refused it. */
        DECIDED,
        /** It became the champion again, because the one after it was taken back. */
        ROLLED_BACK
    }

    /**
     * One event.
     *
     * @param promoted whether the model is the champion from here on
     * @param reasons of a decision or a rollback
     */
    public record Event(long sequence, String run, String model, Kind kind, boolean promoted, List<String> reasons) {
        public Event {
            reasons = List.copyOf(reasons);
        }
    }

    public History {
        events = List.copyOf(events);
    }

    /** The model in office. */
    public Optional<String> champion() {
        return Optional.ofNullable(reigns().peek());
    }

    /** The model that was in office before the champion; what was rolled back doesn't count. */
    public Optional<String> previousChampion() {
        return reigns().stream().skip(1).findFirst();
    }

    /** Models that nothing was decided about yet, the oldest first. */
    public List<String> candidates() {
        List<String> decided = events.stream()
                .filter(event -> event.kind() != Kind.REGISTERED)
                .map(Event::model)
                .toList();
        return events.stream()
                .map(Event::model)
                .distinct()
                .filter(model -> !decided.contains(model))
                .toList();
    }

    /** The champion, the one before it, and so on. */
    private Deque<String> reigns() {
        Deque<String> reigns = new ArrayDeque<>();
        for (Event event : events) {
            if (event.kind() == Kind.ROLLED_BACK) {
                while (!reigns.isEmpty() && !reigns.peek().equals(event.model())) {
                    reigns.pop();
                }
            }
            if (event.promoted() && !event.model().equals(reigns.peek())) {
                reigns.push(event.model());
            }
        }
        return reigns;
    }
}
