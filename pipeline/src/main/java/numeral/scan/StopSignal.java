package numeral.scan;

/** Tells a decoder on another thread that nobody waits for it any more. */
final class StopSignal {
    private volatile boolean stopped;

    void stop() {
        stopped = true;
    }

    boolean stopped() {
        return stopped;
    }
}
