package numeral.extract;

import java.util.Optional;
import java.util.Set;
import numeral.scan.Item;
import numeral.scan.PageGate;
import numeral.scan.ScanStatus;

/** Which pages of its sources a task reads; remembers what it said of the last. */
abstract class PageChoice implements PageGate, AutoCloseable {
    /** What happens to a page. */
    enum Turn {
        READ,
        KNOWN,
        PUT_OFF,
        LEFT_OUT
    }

    private String lastKey = "";
    private Turn lastTurn = Turn.READ;

    /** What was said of an item that has just come; one that is no page was never asked about. */
    Turn turn(Item item) {
        return item.key().equals(lastKey) ? lastTurn : other();
    }

    /** What happens to items that are no pages. */
    abstract Turn other();

    Optional<Closed> say(String key, Turn turn) {
        lastKey = key;
        lastTurn = turn;
        return turn == Turn.READ ? Optional.empty() : Optional.of(new Closed(ScanStatus.DUPLICATE, "not read now"));
    }

    @Override
    public void close() {}

    /** All pages but those that are known or suspected. */
    static class All extends PageChoice {
        private final KnownPages known;

        All(KnownPages known) {
            this.known = known;
        }

        @Override
        Turn other() {
            return Turn.READ;
        }

        @Override
        public Optional<Closed> closed(String key, String sha256, int page) {
            return say(key, known.contains(sha256, page) ? Turn.KNOWN : Turn.READ);
        }
    }

    /** The same after a process has died: says before each page that it is in flight, and puts off those that were. */
    static final class Watched extends All {
        private final Set<String> suspects;
        private final InFlight inFlight;

        Watched(KnownPages known, Set<String> suspects, InFlight inFlight) {
            super(known);
            this.suspects = suspects;
            this.inFlight = inFlight;
        }

        @Override
        public Optional<Closed> closed(String key, String sha256, int page) {
            if (suspects.contains(key)) {
                return say(key, Turn.PUT_OFF);
            }
            inFlight.enter(key);
            return super.closed(key, sha256, page);
        }

        @Override
        public void close() {
            inFlight.close();
        }
    }

    /** One suspected page, unless it has killed its process alone as well. */
    static final class Alone extends PageChoice {
        private final String only;
        private final InFlight inFlight;

        Alone(String only, InFlight inFlight) {
            this.only = only;
            this.inFlight = inFlight;
        }

        @Override
        Turn other() {
            return Turn.LEFT_OUT;
        }

        @Override
        public Optional<Closed> closed(String key, String sha256, int page) {
            if (!key.equals(only)) {
                return say(key, Turn.LEFT_OUT);
            }
            Optional<Closed> read = say(key, Turn.READ);
            if (inFlight.exists()) {
                return Optional.of(new Closed(
                        ScanStatus.INTERNAL_ERROR, "the process that read it died, at last with nothing else to read"));
            }
            inFlight.enter(key);
            return read;
        }

        @Override
        public void close() {
            inFlight.close();
        }
    }
}
